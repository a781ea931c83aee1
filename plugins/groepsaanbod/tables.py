"""A table as a value, and as text, CSV or JSON: each report is a few of these."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod import wording


@dataclass(frozen=True, slots=True)
class Linked:
    """A text that leads somewhere on the site; beside the site only the text counts."""

    text: str
    path: str
    """From the site's root, as in ``urls``."""


Value = str | int | float | bool | date | Linked | None
"""What a cell holds; None is unknown, and never 0."""

UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column."""

    key: str
    """Its name in JSON and CSV: Dutch, one word; an API, so it stays."""
    title: str
    """What people read above it."""

    is_number: bool = False
    """Whether it is set to the right."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a caption; the first column names the row."""

    name: str
    """Its name in files and JSON: Dutch, one word with hyphens; an API, so it stays."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    when_empty: str = "Er is niets om te laten zien."
    """What to say when there are no rows."""


def in_words(value: Value) -> str:
    """Give a value as people read it: ``onbekend``, ``12 januari 2027``, ``0,5``."""
    match value:
        case None:
            return UNKNOWN
        case bool():
            return "ja" if value else "nee"
        case date():
            return wording.short_day(value)
        case float():
            return number_in_words(value)
        case Linked():
            return value.text
        case _:
            return str(value)


def number_in_words(number: float) -> str:
    """Give a number with a comma and at most two decimals: ``0,86``, ``12``."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def sort_key(value: Value) -> str:
    """Give what a browser sorts a cell by: a number, a day, or the text itself."""
    match value:
        case bool() | None:
            return in_words(value)
        case int() | float():
            return repr(value)
        case date():
            return value.isoformat()
        case _:
            return in_words(value)


def as_csv(table: Table) -> str:
    """Give the table as Dutch Excel opens it right: semicolons, commas, a byte mark.

    Text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_csv_value(value) for value in row] for row in table.rows)
    return f"\ufeff{file.getvalue()}"


_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)
"""What a formula begins with, in any spreadsheet, also in full width (OWASP)."""


def _csv_value(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = in_words(value)
    is_text = isinstance(value, str | Linked)
    return f"'{text}" if is_text and text.lstrip(" ").startswith(_FORMULA) else text


def as_json(table: Table) -> list[dict[str, str | int | float | bool | None]]:
    """Give a mapping for each row, by the keys of the columns; unknown is null."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(_json_value, row), strict=True)) for row in table.rows]


def _json_value(value: Value) -> str | int | float | bool | None:
    match value:
        case date():
            return value.isoformat()
        case float():
            return round(value, 4)
        case Linked():
            return value.text
        case _:
            return value


def as_text(tables: Iterable[Table]) -> str:
    """Give the tables one below the other, for a terminal."""
    return "\n\n".join("\n".join(_lines(table)) for table in tables) + "\n"


def _lines(table: Table) -> Iterator[str]:
    yield table.caption
    if not table.rows:
        yield f"  {table.when_empty}"
        return
    head = tuple(column.title for column in table.columns)
    rows = [head, *(tuple(map(in_words, row)) for row in table.rows)]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if column.is_number else cell.ljust(width)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()
