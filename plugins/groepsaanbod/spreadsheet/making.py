"""A workbook to fill in, empty or with the offers of a partner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from groepsaanbod.spreadsheet.cells import CellValue, value_of
from groepsaanbod.spreadsheet.columns import (
    FILE,
    MAIN,
    PARTNER,
    VERSION,
    Column,
    Layout,
    example_in,
    layouts,
    version_of,
)
from groepsaanbod.spreadsheet.opening import MAX_ROWS
from groepsaanbod.understanding import DAY, YES_NO, joined
from groepsaanbod.vocabulary import Vocabulary
from groepsaanbod.wording import capitalised
from groepsaanbod.writing import meaning

EXPLANATION, WORDS = "Uitleg", "Woorden"

AS_TEXT, AS_DAY = "@", "yyyy-mm-dd"
"""How Excel shows cells; as text, it leaves phone numbers as they are."""

HEAD = PatternFill("solid", fgColor="1F4E5F")
HEAD_FONT = Font(bold=True, color="FFFFFF")
WRAPPED = Alignment(wrap_text=True, vertical="top")
LONGEST_PROMPT = 255
NARROW, WIDE, WIDEST = 18, 34, 70
"""How many characters of a column one sees."""
LONG_LINE = 50
"""A column for lines that may be longer than this is wide."""
HEAD_HEIGHT, OFFER_HEIGHT = 32, 64
"""In points: two lines, and four."""


@dataclass(frozen=True)
class Exported:
    """One offer as its file has it."""

    partner: str
    slug: str
    raw: bytes
    data: Mapping[str, Any]


def workbook(vocabulary: Vocabulary, offers: Sequence[Exported] = ()) -> Workbook:
    """Give a workbook with a sheet for the offers and one for each list of theirs."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = {layout: book.create_sheet(layout.name) for layout in layouts()}
    words = _words(book, vocabulary)
    for layout, sheet in sheets.items():
        _head(sheet, layout)
        for number, column in enumerate(layout.columns, 1):
            _prepare(sheet, number, column, words)
        for row, texts in enumerate(_rows(layout, offers), 2):
            for number, (text, column) in enumerate(
                zip(texts, layout.columns, strict=True), 1
            ):
                _put(sheet, row, number, value_of(text, column.key))
            if not layout.list_key:
                sheet.row_dimensions[row].height = OFFER_HEIGHT
    _explain(book, vocabulary)
    return book


def _head(sheet: Worksheet, layout: Layout) -> None:
    for number, column in enumerate(layout.columns, 1):
        is_reference = column.title == FILE and bool(layout.list_key)
        is_required = column.is_required or is_reference
        cell = sheet.cell(
            1, number, f"{column.title} *" if is_required else column.title
        )
        cell.fill, cell.font, cell.alignment = HEAD, HEAD_FONT, WRAPPED
    sheet.row_dimensions[1].height = HEAD_HEIGHT
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"


def _prepare(
    sheet: Worksheet, number: int, column: Column, words: Mapping[str, str]
) -> None:
    """Give a column its width, its form, its list to choose from and its help."""
    letter = get_column_letter(number)
    dimension = sheet.column_dimensions[letter]
    dimension.width = _width(column)
    key = column.key
    is_day = key is not None and key.schema == DAY and not key.many
    is_number = key is not None and key.is_number and not key.many
    dimension.number_format = AS_DAY if is_day else "General" if is_number else AS_TEXT
    source = _choices(column, words)
    help_ = DataValidation(
        "list" if source else None,
        formula1=source or None,
        allow_blank=True,
        showErrorMessage=bool(source) and not (key and key.many),
        errorTitle="Kies uit de lijst",
        error="Dit woord staat niet in de lijst. Zie het blad Woorden.",
        promptTitle=column.title[:32],
        prompt=column.explanation[:LONGEST_PROMPT],
        showInputMessage=True,
    )
    help_.add(f"{letter}2:{letter}{MAX_ROWS}")
    sheet.add_data_validation(help_)


def _width(column: Column) -> int:
    if column.key is None:
        return NARROW
    if column.key.widget:
        return WIDEST
    return WIDE if column.key.many or column.key.length > LONG_LINE else NARROW


def _choices(column: Column, words: Mapping[str, str]) -> str:
    """Give where the words stand that a cell may hold; empty if it may hold any."""
    if column.key is None:
        return words["aanbieders"] if column.title == PARTNER else ""
    if column.key.schema == YES_NO:
        return '"ja,nee"'
    if column.key.words:
        return f'"{",".join(column.key.words)}"'
    return words.get(column.key.list_name, "")


def _words(book: Workbook, vocabulary: Vocabulary) -> dict[str, str]:
    """Write the region's words on a sheet of their own; give where each list stands."""
    sheet = book.create_sheet(WORDS)
    found: dict[str, str] = {}
    columns = [column for layout in layouts() for column in layout.columns]
    lists = [each.key.list_name for each in columns if each.key and each.key.list_name]
    for number, name in enumerate(dict.fromkeys([*lists, "aanbieders"])):
        choices = vocabulary.choices(name)
        at = 2 * number + 1
        _put(sheet, 1, at, capitalised(choices.title))
        _put(sheet, 1, at + 1, "Betekent")
        for row, (word, entry) in enumerate(choices.items(), 2):
            _put(sheet, row, at, word)
            _put(sheet, row, at + 1, entry.name)
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = WIDE
        sheet.column_dimensions[get_column_letter(at + 1)].width = WIDE
        last = max(2, len(choices.entries) + 1)
        found[name] = f"{WORDS}!${letter}$2:${letter}${last}"
    for cell in sheet[1]:
        cell.fill, cell.font = HEAD, HEAD_FONT
    sheet.freeze_panes = "A2"
    return found


def _put(sheet: Worksheet, row: int, column: int, value: CellValue) -> None:
    """Put a value in a cell; text stays text, also when it begins like a formula."""
    if value == "":
        return
    cell = sheet.cell(row, column)
    cell.value = value
    cell.alignment = WRAPPED
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = AS_TEXT
    elif isinstance(value, date):
        cell.number_format = AS_DAY


def _rows(layout: Layout, offers: Iterable[Exported]) -> Iterator[list[str]]:
    """Give what stands in each row of a sheet, as text."""
    for offer in offers:
        own = {PARTNER: offer.partner, FILE: offer.slug, VERSION: version_of(offer.raw)}
        data = meaning(offer.data)
        for record in data.get(layout.list_key, []) if layout.list_key else [data]:
            yield [
                _text(record, each) if each.key else own[each.title]
                for each in layout.columns
            ]


def _text(record: Mapping[str, Any], column: Column) -> str:
    """Give what a file says at a place of its own, as one text."""
    said: Any = record
    for name in column.location:
        if isinstance(said, str):  # costs of nothing are one word
            is_first = column.is_required
            return said if is_first else ""
        said = said.get(name, "")
    return joined(said) if isinstance(said, list) else said


def _explain(book: Workbook, vocabulary: Vocabulary) -> None:
    sheet = book.create_sheet(EXPLANATION)
    for line in _INTRODUCTION:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Blad", "Kolom", "Verplicht", "Wat u invult", "Voorbeeld"])
    for cell in sheet[sheet.max_row]:
        cell.fill, cell.font = HEAD, HEAD_FONT
    for layout in layouts():
        for column in layout.columns:
            row = sheet.max_row + 1
            duty = "verplicht" if column.is_required else "mag"
            example = example_in(column, vocabulary)
            texts = (layout.name, column.title, duty, column.explanation, example)
            for number, text in enumerate(texts, 1):
                _put(sheet, row, number, text)
    for letter, width in zip("ABCDE", (12, WIDE, 12, 70, WIDE), strict=True):
        sheet.column_dimensions[letter].width = width


_INTRODUCTION = (
    f"Elke rij in het blad {MAIN} is één aanbod. Een kolom met een * is verplicht.",
    "Groepen, inloop, locaties en bereik hebben een eigen blad.",
    f"Elke rij daar hoort bij één aanbod. Schrijf bij {FILE} hetzelfde als in {MAIN}.",
    "Meer dan één antwoord in een cel? Zet er een puntkomma (;) tussen.",
    "De woorden waaruit u kiest, staan in het blad Woorden.",
    "Klaar? Mail dit rekenblad aan de coördinator, of typ: groepsaanbod import",
)
