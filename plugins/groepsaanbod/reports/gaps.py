"""The gap report: the cells of a place, its largest gaps, and what has no weight."""

from collections.abc import Iterable

from groepsaanbod.analysis.gaps import Cell, Ranked, Ranking
from groepsaanbod.analysis.supply import Place, Supply
from groepsaanbod.planning import Sourced
from groepsaanbod.reports import gap_views
from groepsaanbod.reports.gap_reasons import caption, left_out, reasons
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Table, Value

_WHERE = Column("waar", "Waar")
_THEME = Column("thema", "Thema")
_AGES = Column("leeftijd", "Leeftijd")
_KIND = Column("soort", "Soort")
_CHILDREN = Column("kinderen", "Kinderen", is_number=True)
_SHARE = Column("aandeel", "Aandeel vragen (%)", is_number=True)
_SOURCES = Column("bronnen", "Bronnen")


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give the gap report of a place; the cells come first."""
    return (
        cells(reported, place),
        *_ranked(reported, place),
        *gap_views.tables(reported, place),
    )


def cells(reported: Reported, place: Place) -> Table:
    """Give every cell of a place, with its kind and why."""
    supply = reported.supply
    return Table(
        name="hiaten",
        caption=f"{caption('Hiaten per thema en leeftijd', place, supply)}"
        f" {left_out(supply)}".rstrip(),
        columns=(
            _THEME,
            _AGES,
            Column("bestaat", "Bestaat", is_number=True),
            Column("in_te_stappen", "In te stappen", is_number=True),
            _KIND,
            Column("signalen", "Signalen"),
            Column("reden", "Reden"),
            Column("aanbod", "Aanbod"),
        ),
        rows=tuple(_cell_row(cell, supply) for cell in reported.gaps.of(place)),
    )


def _cell_row(cell: Cell, supply: Supply) -> tuple[Value, ...]:
    return (
        cell.theme.name,
        cell.ages.name,
        len(cell.existing),
        len(cell.joinable),
        str(cell.kind),
        ", ".join(cell.warnings),
        " ".join(reasons(cell, supply)),
        "; ".join(each.offer.title for each in cell.existing),
    )


def ranking_of(reported: Reported, place: Place) -> Ranking:
    """Give the gaps of a place; of the region those of each municipality."""
    municipalities = (
        each for each in reported.supply.places if not each.is_region | each.is_area
    )
    return reported.gaps.ranking(municipalities if place.is_region else [place])


def _still_open(reported: Reported, place: Place) -> Ranking:
    """Leave out what is decided: that has a list of its own."""
    ranking, decided = ranking_of(reported, place), reported.agreed.decided
    return Ranking(
        *(
            tuple(each for each in part if decided(each.cell) is None)
            for part in (
                ranking.weighed,
                ranking.without_share,
                ranking.without_children,
            )
        )
    )


def _ranked(reported: Reported, place: Place) -> tuple[Table, ...]:
    ranking, supply = _still_open(reported, place), reported.supply
    subject = "Grootste hiaten eerst"
    if place.is_region:
        subject = f"{subject}, per gemeente,"
    return (
        Table(
            name="grootste-hiaten",
            caption=f"{caption(subject, place, supply)} Het gewicht"
            " is het aantal kinderen maal het aandeel van de vragen, afgerond.",
            columns=(
                Column("rang", "Rang", is_number=True),
                *(_WHERE, _THEME, _AGES, _KIND, _CHILDREN, _SHARE),
                Column("gewicht", "Gewicht", is_number=True),
                _SOURCES,
            ),
            rows=tuple(
                (
                    rank,
                    *_names(each.cell),
                    _children(each),
                    _share(each),
                    _weight(each),
                    _sources(each),
                )
                for rank, each in enumerate(ranking.weighed, start=1)
            ),
            when_empty="Er zijn geen hiaten die te wegen zijn.",
        ),
        Table(
            name="zonder-vraagcijfer",
            caption=f"{caption('Hiaten zonder vraagcijfer', place, supply)} Niemand"
            " telde hoe vaak mensen dit vragen. De meeste kinderen staan bovenaan.",
            columns=(_WHERE, _THEME, _AGES, _KIND, _CHILDREN, _SOURCES),
            rows=tuple(
                (*_names(each.cell), _children(each), _sources(each))
                for each in ranking.without_share
            ),
            when_empty="Die zijn er niet.",
        ),
        Table(
            name="zonder-aantal-kinderen",
            caption=f"{caption('Hiaten zonder aantal kinderen', place, supply)} Niemand"
            " telde hoeveel kinderen van deze leeftijd er wonen. Zonder volgorde.",
            columns=(_WHERE, _THEME, _AGES, _KIND, _SHARE, _SOURCES),
            rows=tuple(
                (*_names(each.cell), _share(each), _sources(each))
                for each in ranking.without_children
            ),
            when_empty="Die zijn er niet.",
        ),
    )


def _names(cell: Cell) -> tuple[Value, ...]:
    return cell.place.name, cell.theme.name, cell.ages.name, str(cell.kind)


def _children(ranked: Ranked) -> Value:
    children = ranked.demand.children
    return round(children.number) if children else None


def _weight(ranked: Ranked) -> Value:
    weight = ranked.demand.weight
    return None if weight is None else round(weight, 1)


def _share(ranked: Ranked) -> Value:
    share = ranked.demand.share
    return share.percent if share else None


def _sources(ranked: Ranked) -> str:
    """Give where the figures of a gap are from: of children, then of questions."""
    demand = ranked.demand
    sourced: list[Sourced] = []
    sourced += demand.children.counts if demand.children else ()
    sourced += demand.share.sources if demand.share else ()
    return sources_in_words(sourced)


def sources_in_words(sourced: Iterable[Sourced]) -> str:
    """Give each source once with its year and certainty: ``POH (2025, geteld)``."""
    words = (f"{each.source} ({each.year}, {each.certainty})" for each in sourced)
    return "; ".join(dict.fromkeys(words))
