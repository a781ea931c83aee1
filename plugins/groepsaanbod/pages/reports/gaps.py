"""The pages of the gap report: the region, each municipality, each area."""

from collections.abc import Iterator
from dataclasses import dataclass

from groepsaanbod import urls, wording
from groepsaanbod.analysis.gaps import Cell, Kind
from groepsaanbod.analysis.supply import Place, Supplied
from groepsaanbod.pages.reports.report import ReportPage, report_page
from groepsaanbod.planning import Decision
from groepsaanbod.reports import agreed
from groepsaanbod.reports import gaps as report
from groepsaanbod.reports.agreed import VERDICTS, lines_for
from groepsaanbod.reports.gap_reasons import reasons, signals
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import number_in_words
from groepsaanbod.views import Link

MOST_OFFERS_SHOWN = 12
"""Of a cell; the table as CSV has them all."""

LIMITS = (
    "Wij tellen alleen aanbod dat op deze site staat.",
    "Wat een aanbieder niet opgeeft, zien wij niet.",
    "Waar al lang niemand naar keek, staat in geen lijst meer. Dat telt niet mee.",
    "Wij weten niet hoeveel ouders zochten en niets vonden.",
    "Aanbod kan bij meer thema's en leeftijden horen. Tel de kolommen dus niet op.",
    "Aanbod voor professionals telt hier niet mee.",
)

_STATES = {
    Kind.NOT_EXPECTED: "away",
    Kind.NONE: "none",
    Kind.NOT_JOINABLE: "closed",
    Kind.ELSEWHERE: "elsewhere",
    Kind.BELOW_NORM: "below",
    Kind.ENOUGH: "enough",
}
"""What a template calls each kind."""

LEGEND = (
    (Kind.NONE, "Er is niets."),
    (Kind.NOT_JOINABLE, "Er is iets, maar niemand kan er nu bij."),
    (Kind.ELSEWHERE, "Mensen van hier kunnen alleen in een andere gemeente terecht."),
    (Kind.BELOW_NORM, "Er is minder dan de regio genoeg vindt."),
    (Kind.ENOUGH, "Er is iets waar mensen bij kunnen."),
    (Kind.NOT_EXPECTED, "Hier verwacht de regio geen aanbod."),
)


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer within a cell."""

    title: str
    path: str
    partner: str
    answer: str
    is_joinable: bool


@dataclass(frozen=True, slots=True)
class BoxView:
    """A cell of the matrix, and what there is to say of it."""

    anchor: str
    ages: str
    kind: str
    state: str
    existing: int
    joinable: int
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    offers: tuple[OfferLine, ...]
    more: int
    decision: str
    """What was decided of it, in words; empty when nothing was."""
    lines: str
    """What to copy to decide of it; empty when there is nothing to decide."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A theme of the matrix with its cells."""

    theme: str
    anchor: str
    boxes: tuple[BoxView, ...]


def gaps(reported: Reported) -> Iterator[ReportPage]:
    """Give a page for each place, the region first."""
    links = {
        place.word: Link(
            place.name,
            urls.GAPS if place.is_region else urls.gaps_url(place.word),
            sum(cell.kind.is_gap for cell in reported.gaps.of(place)),
        )
        for place in reported.supply.places
    }
    for place in reported.supply.places:
        yield _page(reported, place, links)


def _page(reported: Reported, place: Place, links: dict[str, Link]) -> ReportPage:
    gaps = reported.gaps
    cells = gaps.of(place)
    count = sum(cell.kind.is_gap for cell in cells)
    boxes = [_box(reported, cell) for cell in cells]
    width = len(gaps.ages)
    rows = tuple(
        RowView(
            theme.name,
            theme.word,
            tuple(boxes[number * width : (number + 1) * width]),
        )
        for number, theme in enumerate(gaps.themes)
    )
    hiaten = "1 hiaat" if count == 1 else f"{count} hiaten"
    here = Link("Hiaten", urls.GAPS)
    own = links[place.word]
    return report_page(
        here if place.is_region else Link(place.name, own.path),
        "report_gaps",
        f"In {place.name} zijn {hiaten}: vakjes van leeftijd en thema waar mensen"
        " nergens bij kunnen, of te weinig vinden.",
        (*report.tables(reported, place), *agreed.tables(reported, place)[:1]),
        LIMITS,
        title=f"Hiaten in {place.name}",
        crumbs=() if place.is_region else (here,),
        how_to_decide=agreed.HOW_TO_DECIDE,
        ages=[group.name for group in gaps.ages],
        rows=rows,
        legend=[(_STATES[kind], str(kind), words) for kind, words in LEGEND],
        places=_places(reported, place, links),
    )


def _places(
    reported: Reported, here: Place, links: dict[str, Link]
) -> tuple[list[Link], list[Link]]:
    """Give the region with its municipalities, and the areas of the open one."""
    every = reported.supply.places
    return (
        [links[each.word] for each in every if not each.is_area],
        [
            links[each.word]
            for each in every
            if each.is_area and each.municipality == here.municipality
        ],
    )


def _box(reported: Reported, cell: Cell) -> BoxView:
    decided = reported.agreed.decided(cell)
    shown = sorted(cell.existing, key=lambda each: not each.joinable)
    return BoxView(
        anchor=f"{cell.theme.word}-{cell.ages.word}",
        ages=cell.ages.name,
        kind=str(cell.kind),
        state=_STATES[cell.kind],
        existing=len(cell.existing),
        joinable=len(cell.joinable),
        sentences=(
            *reasons(cell, reported.supply),
            *signals(cell, reported.supply),
            *_demand(reported, cell),
        ),
        warnings=tuple(map(str, cell.warnings)),
        offers=tuple(_line(reported, each) for each in shown[:MOST_OFFERS_SHOWN]),
        more=max(len(shown) - MOST_OFFERS_SHOWN, 0),
        decision=_decision(decided.decision) if decided else "",
        lines=lines_for(reported, cell) if cell.kind.is_gap and not decided else "",
    )


def _decision(decision: Decision) -> str:
    verdict = wording.capitalised(VERDICTS[decision.verdict])
    until = wording.short_day(decision.until)
    return f"{verdict}, door {decision.by}, tot en met {until}. {decision.why}"


def _line(reported: Reported, supplied: Supplied) -> OfferLine:
    offer = supplied.offer
    return OfferLine(
        offer.title,
        urls.offer_url(offer),
        reported.catalogue.partner(offer.partner).name,
        wording.label(supplied.answer),
        supplied.joinable,
    )


def _demand(reported: Reported, cell: Cell) -> Iterator[str]:
    """Say what a gap weighs, and what is not known of that."""
    if not cell.kind.is_gap:
        return
    demand = reported.gaps.demands.of(cell.place, cell.ages, cell.theme.word)
    if demand.children is None:
        yield f"Hoeveel kinderen van {cell.ages.name} hier wonen, is niet bekend."
        return
    number = round(demand.children.number)
    children = f"Hier wonen ongeveer {number} kinderen van deze leeftijd"
    if demand.share is None:
        yield f"{children}. Hoe vaak mensen naar dit thema vragen, is niet geteld."
    else:
        share = number_in_words(demand.share.percent)
        yield f"{children}. Bij {share} van de 100 gesprekken ging het over dit thema."
