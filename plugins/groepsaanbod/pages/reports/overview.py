"""The first page of the report, and the one to print: the whole in a minute."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from groepsaanbod import urls
from groepsaanbod.analysis.gaps import Ranked
from groepsaanbod.analysis.supply import Place
from groepsaanbod.pages.reports.overlap import PairView, pair_view
from groepsaanbod.pages.reports.report import OVERVIEW, ReportPage, report_page
from groepsaanbod.planning import Figure
from groepsaanbod.reports import changes
from groepsaanbod.reports import figures as figures_report
from groepsaanbod.reports.agreed import decided_in_short
from groepsaanbod.reports.gap_reasons import reasons
from groepsaanbod.reports.reported import Reported
from groepsaanbod.reports.short import groups_by_municipality, themes_by_age
from groepsaanbod.tables import in_words
from groepsaanbod.views import Link

MOST_GAPS, MOST_PAIRS = 5, 3

LIMITS = (
    "Wij tellen alleen aanbod dat op deze site staat.",
    "Het gewicht van een hiaat is een schatting: kinderen maal vragen.",
    "Wat niemand telt, staat er als onbekend, en nooit als nul.",
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that says how it goes."""

    number: str
    words: str
    beside: str
    path: str


@dataclass(frozen=True, slots=True)
class GapView:
    """A gap in a list of the largest."""

    theme: str
    ages: str
    place: str
    path: str
    kind: str
    why: str
    weight: str


def overview(reported: Reported) -> ReportPage:
    """Give the page that says in a minute how it stands."""
    return report_page(
        OVERVIEW,
        "report_overview",
        "Wat mist er, wie doet hetzelfde, wat veranderde, en wat is beloofd?",
        (),
        LIMITS,
        title="Rapport groepsaanbod",
        summary=_summary(reported),
    )


def quarter(reported: Reported) -> ReportPage:
    """Give the same for two sides of paper, with figures and special groups."""
    place = reported.supply.places[0]
    return report_page(
        Link("Kwartaalbericht", urls.QUARTER),
        "report_quarter",
        f"Het groepsaanbod in {place.name}: wat er is, mist en veranderde.",
        (
            *figures_report.tables(reported, place)[:1],
            themes_by_age(reported, place),
            groups_by_municipality(reported),
            decided_in_short(reported),
        ),
        LIMITS,
        title="Kwartaalbericht groepsaanbod",
        summary=_summary(reported),
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """What both pages tell."""

    tiles: tuple[Tile, ...]
    largest: tuple[GapView, ...]
    """The largest gaps of the whole region."""
    largest_in_towns: tuple[GapView, ...]
    by_place: tuple[Link, ...]
    pairs: tuple[PairView, ...]
    changed: tuple[str, ...]


def _summary(reported: Reported) -> Summary:
    region = reported.supply.places[0]
    towns = [
        each for each in reported.supply.places if not (each.is_region or each.is_area)
    ]
    told = changes.told(reported, region)
    return Summary(
        tiles=tuple(_tiles(reported, region)),
        largest=_largest(reported, [region]),
        largest_in_towns=_largest(reported, towns),
        by_place=tuple(
            Link(
                each.name,
                urls.gaps_url(each.word),
                sum(cell.kind.is_gap for cell in reported.gaps.of(each)),
            )
            for each in towns
        ),
        pairs=_pairs(reported),
        changed=told[0].sentences if told else (changes.NOT_WORKED_OUT,),
    )


def _tiles(reported: Reported, region: Place) -> Iterator[Tile]:
    cells = reported.gaps.of(region)
    gaps = sum(cell.kind.is_gap for cell in cells)
    fragile = sum(bool(cell.warnings) and not cell.kind.is_gap for cell in cells)
    yield Tile(
        str(gaps),
        "hiaat in de hele regio" if gaps == 1 else "hiaten in de hele regio",
        f"van {len(cells)} vakjes; bij {fragile} andere is er een signaal",
        urls.GAPS,
    )
    pairs = len(reported.agreed.open_pairs)
    same = sum(each.is_same_offer for each in reported.agreed.open_pairs)
    yield Tile(
        str(pairs),
        "paar dat overlapt" if pairs == 1 else "paren die overlappen",
        f"waarvan {same} keer hetzelfde aanbod",
        urls.OVERLAP,
    )
    partners = reported.figures.of(Figure.PARTNERS)
    if partners is not None:
        aim = partners.aim
        yield Tile(
            in_words(partners.number),
            "aanbieders met aanbod",
            f"nulmeting {in_words(aim.baseline)}, doel {in_words(aim.target)}"
            if aim
            else "er is geen doel vastgelegd",
            urls.FIGURES,
        )
    in_force = len(reported.agreed.in_force)
    returned = len(reported.agreed.returned)
    yield Tile(
        str(in_force),
        "besluit dat geldt" if in_force == 1 else "besluiten die gelden",
        f"{returned} teruggekomen",
        urls.DECISIONS,
    )


def _largest(reported: Reported, places: list[Place]) -> tuple[GapView, ...]:
    """Give the largest gaps of which nothing is decided."""
    ranking = reported.gaps.ranking(places)
    still_open = (
        each for each in ranking.all if reported.agreed.decided(each.cell) is None
    )
    return tuple(_gap(reported, each) for each in islice(still_open, MOST_GAPS))


def _gap(reported: Reported, ranked: Ranked) -> GapView:
    cell = ranked.cell
    path = urls.GAPS if cell.place.is_region else urls.gaps_url(cell.place.word)
    weight = ranked.demand.weight
    return GapView(
        cell.theme.name,
        cell.ages.name,
        cell.place.name,
        f"{path}#{cell.theme.word}-{cell.ages.word}",
        str(cell.kind),
        " ".join(reasons(cell, reported.supply)),
        "" if weight is None else f"{weight:.0f}",
    )


def _pairs(reported: Reported) -> tuple[PairView, ...]:
    """Give the pairs that overlap most; what is one offer twice comes first."""
    ordered = sorted(
        reported.agreed.open_pairs,
        key=lambda each: (not each.is_same_offer, -each.score),
    )
    return tuple(pair_view(reported, each) for each in ordered[:MOST_PAIRS])
