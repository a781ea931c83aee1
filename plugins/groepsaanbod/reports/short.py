"""The whole in two tables that fit on a page: themes by age, groups by municipality."""

from groepsaanbod.analysis.gaps import Cell, Kind
from groepsaanbod.analysis.supply import Place
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Table

_NOTHING = "geen"


def themes_by_age(reported: Reported, place: Place) -> Table:
    """Give each cell of a place in a few words: ``2 van 3``, or what is missing."""
    gaps = reported.gaps
    return Table(
        "themas-per-leeftijd",
        "Per thema en leeftijd: in te stappen, van wat er bestaat",
        (
            Column("thema", "Thema"),
            *(Column(each.word, each.name) for each in gaps.ages),
        ),
        tuple(
            (
                theme.name,
                *(
                    _in_short(gaps.cell(theme.word, each.word, place.word))
                    for each in gaps.ages
                ),
            )
            for theme in gaps.themes
        ),
    )


def _in_short(cell: Cell) -> str:
    numbers = f"{len(cell.joinable)} van {len(cell.existing)}"
    match cell.kind:
        case Kind.NOT_EXPECTED:
            return "n.v.t."
        case Kind.ENOUGH:
            return numbers
        case Kind.NONE:
            return _NOTHING
        case _:
            return f"{cell.kind} ({numbers})"


def groups_by_municipality(reported: Reported) -> Table:
    """Give for each special group what there is in each municipality."""
    municipalities = [
        each for each in reported.supply.places if not each.is_region | each.is_area
    ]
    return Table(
        "groepen-per-gemeente",
        "Voor bijzondere groepen: in te stappen, van wat er bestaat",
        (
            Column("groep", "Groep"),
            *(Column(each.word, each.name) for each in municipalities),
        ),
        tuple(
            (
                group.name,
                *(_numbers(reported, group.word, each) for each in municipalities),
            )
            for group in reported.catalogue.vocabulary.words.special_groups
        ),
    )


def _numbers(reported: Reported, group: str, place: Place) -> str:
    counted = reported.counts.special(group, place).counted
    if not counted.existing:
        return _NOTHING
    return f"{len(counted.joinable)} van {len(counted.existing)}"
