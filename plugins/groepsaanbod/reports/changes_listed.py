"""Every change as a row of one table: for a spreadsheet."""

from collections.abc import Iterator

from groepsaanbod.changed import Period
from groepsaanbod.reports.changes import (
    CAME,
    CAUSES,
    NO_CELL,
    TITLES,
    WENT,
    partners_of,
    titles_of,
    words_of,
)
from groepsaanbod.tables import Column, Table

Row = tuple[str, str, str, str, str, str]


def all_in_one(period: Period) -> Table:
    """Give the changes of offers, then of partners, of gaps and of overlaps."""
    return Table(
        "verandering",
        TITLES[period.span],
        (
            Column("soort", "Soort"),
            Column("wat", "Wat"),
            Column("van", "Van"),
            Column("was", "Was"),
            Column("wordt", "Wordt"),
            Column("waardoor", "Waardoor"),
        ),
        (*_offers(period), *_partners(period), *_gaps(period), *_overlaps(period)),
        "Er veranderde niets.",
    )


def _offers(period: Period) -> Iterator[Row]:
    for come in period.come:
        yield "aanbod erbij", come.title, come.partner, "", "", CAME[come.cause]
    for gone in period.gone:
        yield "aanbod weg", gone.title, gone.partner, "", "", WENT[gone.cause]
    for offer in period.altered:
        for each in offer.alterations:
            was, becomes = words_of(each)
            what = f"{offer.title}: {each.field}"
            yield "aanbod aangepast", what, offer.partner, was, becomes, ""
    for moved in period.moved:
        row = ("aanbod verplaatst", moved.title, moved.partner)
        yield *row, moved.was, moved.identity, ""


def _partners(period: Period) -> Iterator[Row]:
    for name, what in partners_of(period):
        yield "aanbieder", name, "", "", what, ""


def _gaps(period: Period) -> Iterator[Row]:
    for kind, gaps in (
        ("hiaat erbij", period.gaps_opened),
        ("hiaat weg", period.gaps_closed),
    ):
        for gap in gaps:
            what = f"{gap.theme}, {gap.ages}, {gap.place}"
            was, becomes = gap.before or NO_CELL, gap.after or NO_CELL
            yield kind, what, titles_of(gap), was, becomes, CAUSES[gap.cause]


def _overlaps(period: Period) -> Iterator[Row]:
    for kind, pairs in (
        ("overlap erbij", period.overlaps_new),
        ("overlap weg", period.overlaps_gone),
    ):
        for pair in pairs:
            what = f"{pair.first.title}; {pair.second.title}"
            partners = f"{pair.first.partner}; {pair.second.partner}"
            yield kind, what, partners, "", "", CAUSES[pair.cause]
