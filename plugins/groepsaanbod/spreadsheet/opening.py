"""The bytes of a workbook or CSV file to rows of values, within bounds.

Whatever the bytes are, the answer is a book or one Dutch sentence: ``Unreadable``.
"""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from groepsaanbod.spreadsheet.cells import CellValue, unescaped

MAX_BYTES = 5_000_000
MAX_UNPACKED = 30_000_000
MAX_MEMBERS = 500
MAX_SHEETS = 30
MAX_ROWS = 5_000
MAX_COLUMNS = 200
LONGEST_HEAD = 2_000
"""In so many characters of a CSV file, its mark stands more often than any other."""


class Unreadable(Exception):  # noqa: N818 - it carries a sentence, for people
    """Why a file cannot be read as a whole."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands in a cell that we do not take, and what to do instead."""

    message: str


FORMULA = Refused("hier staat een formule; plak de uitkomst als waarde")
ERROR = Refused("hier staat een fout van het rekenblad; typ wat er hoort te staan")

Row = tuple[CellValue | Refused, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, with all that stands in it from the first row and column on."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that one can see, and the names of those that are hidden."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    is_csv: bool = False


def opened(path: Path) -> Book:
    """Read a workbook (.xlsx) or a CSV file; ``Unreadable`` says why it cannot be."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError:
        raise Unreadable(f"{path} kunnen we niet openen") from None
    if len(raw) > MAX_BYTES:
        raise Unreadable(
            f"{path} is groter dan {MAX_BYTES // 1_000_000} MB; haal plaatjes en lege"
            " rijen weg"
        )
    if path.suffix.lower() == ".csv":
        return Book((Sheet(path.name, _csv_rows(raw)),), is_csv=True)
    if path.suffix.lower() != ".xlsx":
        raise Unreadable(f"{path} is geen .xlsx of .csv; bewaar het rekenblad zo")
    return _workbook(raw)


_NO_WORKBOOK = (
    "dit rekenblad kunnen we niet lezen; open het, en bewaar het opnieuw als .xlsx,"
    " zonder wachtwoord"
)


_TOO_MUCH = "er zit te veel in dit rekenblad; kopieer uw rijen naar een nieuw"


def _workbook(raw: bytes) -> Book:
    try:
        _refuse_bombs(raw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out, like colours
            return _sheets(raw)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - whatever a hostile file makes of its reader
        raise Unreadable(_NO_WORKBOOK) from None


def _sheets(raw: bytes) -> Book:
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
    sheets = book.worksheets
    if len(sheets) > MAX_SHEETS:
        raise Unreadable(_TOO_MUCH)
    seen = [each for each in sheets if each.sheet_state == "visible"]
    hidden = (each.title for each in sheets if each not in seen)
    return Book(tuple(Sheet(each.title, _rows(each)) for each in seen), tuple(hidden))


def _refuse_bombs(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        members = packed.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
        raise Unreadable(_TOO_MUCH)


def _rows(sheet: Worksheet) -> tuple[Row, ...]:
    cells = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
    return _trimmed(tuple(map(_value, row)) for row in cells)


def _value(cell: Cell | MergedCell) -> CellValue | Refused:
    value = cell.value
    if cell.data_type == "f":
        return FORMULA
    if isinstance(value, str):
        return ERROR if cell.data_type == "e" else unescaped(value)
    if value is None or isinstance(value, int | float | date | time | timedelta):
        return value
    return ERROR


def _trimmed(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Leave out the empty rows below, and refuse more than may be."""
    found: list[Row] = []
    last = 0
    for number, row in enumerate(rows, 1):
        found.append(row)
        if any(value not in (None, "") for value in row):
            last = number
    if last > MAX_ROWS:
        raise Unreadable(
            f"er staan meer dan {MAX_ROWS} rijen in een blad; maak er twee van"
        )
    return tuple(found[:last])


_ESCAPED_FORMULA = re.compile(r"^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def _csv_rows(raw: bytes) -> tuple[Row, ...]:
    text = _decoded(raw)
    head = text[:LONGEST_HEAD]
    mark = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return _trimmed(_csv_values(reader))
    except csv.Error:
        raise Unreadable(
            "dit CSV-bestand kunnen we niet lezen; bewaar het opnieuw vanuit Excel"
        ) from None


def _csv_values(rows: Iterable[list[str]]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number > MAX_ROWS:
            return
        yield tuple(_ESCAPED_FORMULA.sub("", each, 1) for each in row[:MAX_COLUMNS])


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("deze letters kunnen we niet lezen; bewaar het als CSV UTF-8")
