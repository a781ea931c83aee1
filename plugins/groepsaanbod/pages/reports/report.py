"""What all report pages share: their place, their tables, what they cannot know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from groepsaanbod import urls
from groepsaanbod.pages.page import HOME_LINK, Beside, Page
from groepsaanbod.tables import Linked, Table, Value, as_csv, in_words, sort_key
from groepsaanbod.views import Link

OVERVIEW = Link("Rapport", urls.REPORTS)
REPORT_LINKS = (
    OVERVIEW,
    Link("Hiaten", urls.GAPS, explanation="Wat er mist, voor wie en hoe erg."),
    Link("Overlap", urls.OVERLAP, explanation="Wie hetzelfde aanbiedt."),
    Link("Besluiten", urls.DECISIONS, explanation="Wat er is afgesproken."),
    Link("Cijfers", urls.FIGURES, explanation="Wat is beloofd, en hoe het nu staat."),
    Link("Kwaliteit", urls.QUALITY, explanation="Wat aanbieders kunnen verbeteren."),
    Link("Kansencirkel", urls.CHANCES, explanation="Waar het aanbod aan bijdraagt."),
    Link("Verandering", urls.CHANGES, explanation="Wat er nieuw is en wat er weg is."),
    Link(
        "Kwartaalbericht",
        urls.QUARTER,
        explanation="Alles op twee kanten papier, om te laten zien.",
    ),
)
QUESTIONS = (
    "Herken je dit?",
    "Hoe verklaar je het?",
    "Wat vind je ervan?",
    "Wat gaan we anders doen?",
)
"""The four questions with which the NJi reads figures together."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table: its words, where it leads, and what it is sorted by."""

    text: str
    path: str
    sort: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table for the template; ``csv`` is where it stands as CSV, or empty."""

    name: str
    caption: str
    columns: tuple[tuple[str, bool], ...]
    """The words above each, and whether it is a number."""
    rows: tuple[tuple[CellView, ...], ...]
    more: int
    """How many rows only the file has."""
    when_empty: str
    csv: str


SOURCES = "bronnen"
"""The column with where figures are from: a page has numbers there, and one list."""


def _numbered(tables: Iterable[Table]) -> dict[str, int]:
    """Give each source that some table names a number."""
    named: dict[str, None] = {}
    for table in tables:
        for place, column in enumerate(table.columns):
            if column.key == SOURCES:
                for row in table.rows:
                    named |= dict.fromkeys(filter(None, str(row[place]).split("; ")))
    return {source: number for number, source in enumerate(named, start=1)}


MOST_ROWS = 500
"""Of a table on a page: more nobody reads, and a phone could not open it."""


def table_view(
    table: Table, csv: str = "", sources: Mapping[str, int] = MappingProxyType({})
) -> TableView:
    """Give a table with its words ready; ``sources`` have a number on the page.

    A page has the first rows of a long one.
    """
    return TableView(
        table.name,
        table.caption,
        tuple((column.title, column.is_number) for column in table.columns),
        tuple(
            tuple(
                _numbers_of(value, sources) if column.key == SOURCES else _cell(value)
                for column, value in zip(table.columns, row, strict=True)
            )
            for row in table.rows[:MOST_ROWS]
        ),
        max(len(table.rows) - MOST_ROWS, 0),
        table.when_empty,
        csv if table.rows else "",
    )


def _numbers_of(value: Value, sources: Mapping[str, int]) -> CellView:
    names = filter(None, str(value).split("; "))
    text = ", ".join(str(sources[name]) for name in names)
    return CellView(text, "", text)


def _cell(value: Value) -> CellView:
    path = value.path if isinstance(value, Linked) else ""
    return CellView(in_words(value), path, sort_key(value))


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of the report with its files."""

    page: Page
    files: tuple[Beside, ...]
    """What stands beside it: each table as CSV."""


def report_page(  # noqa: PLR0913 - a report says this much
    here: Link,
    template: str,
    lead: str,
    tables: Sequence[Table],
    limits: Sequence[str],
    *,
    title: str = "",
    crumbs: Sequence[Link] = (),
    **context: object,
) -> ReportPage:
    """Give a page: ``tables`` go with it as CSV; ``limits`` is what it cannot know.

    What it all follows from is the tables as they are, so that their words are made
    only when one is not as it was.
    """
    way = (OVERVIEW, *crumbs) if here.path != urls.REPORTS else ()
    shown = {
        "heading": title or here.name,
        "lead": lead,
        "limits": tuple(limits),
        "reports": REPORT_LINKS,
        "questions": QUESTIONS,
        "noindex": True,
        **context,
    }
    page_title = title or f"{here.name}: rapport groepsaanbod"
    page = Page(
        here.path,
        template,
        page_title,
        lead,
        "rapport",
        (HOME_LINK, *way, here),
        lambda: shown | _in_tables(here, tables),
        in_sitemap=False,
        follows_from=(page_title, way, here, shown, tables),
    )
    return ReportPage(page, tuple(_files(here, tables)))


def _in_tables(here: Link, tables: Sequence[Table]) -> dict[str, object]:
    numbers = _numbered(tables)
    return {
        "tables": {
            each.name: table_view(each, urls.csv_url(here.path, each.name), numbers)
            for each in tables
        },
        "sources": tuple(numbers),
    }


def _files(here: Link, tables: Iterable[Table]) -> Iterator[Beside]:
    for table in tables:
        if table.rows:
            path = urls.csv_url(here.path, table.name)
            yield Beside(path, table, partial(_as_csv, path, table))


def _as_csv(path: str, table: Table) -> Iterator[tuple[str, str]]:
    yield path, as_csv(table)
