"""Rows of a sheet to records of text, with the cell of each value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from groepsaanbod.fields import nearest_of
from groepsaanbod.source import Location, unreadable_in
from groepsaanbod.spreadsheet.cells import text_of
from groepsaanbod.spreadsheet.columns import Column, Layout
from groepsaanbod.spreadsheet.opening import Book, Refused, Row, Sheet
from groepsaanbod.spreadsheet.telling import CellProblem, Place
from groepsaanbod.understanding import understood, understood_list
from groepsaanbod.vocabulary import Vocabulary

ROWS_ABOVE_THE_HEAD = 10


@dataclass
class ReadRow:
    """One row: what it says of each key, and of the columns that are no keys."""

    place: Place
    own: dict[str, str] = field(default_factory=dict)
    """What the columns that are no keys say, by their titles."""
    values: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """Text or a list of texts, by the keys that lead there; empty cells too."""
    places: dict[Location, Place] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)


class ReadSheet:
    """The rows of one sheet."""

    def __init__(
        self, number: int, sheet: Sheet, layout: Layout, vocabulary: Vocabulary
    ) -> None:
        """Read it; what is wrong with it as a whole stands in ``problems``."""
        self.layout = layout
        self.name = sheet.name
        self.problems: list[CellProblem] = []
        self._number = number
        self._sheet = sheet
        self._vocabulary = vocabulary
        self.head = head = self._head()
        self._columns = self._known_columns(head)
        self.rows = [
            self._row(number, row)
            for number, row in enumerate(sheet.rows[head:], head + 1)
            if any(value not in (None, "") for value in row)
        ]

    def _head(self) -> int:
        """Give the number of the row with the titles, from 1."""
        for number, row in enumerate(self._sheet.rows[:ROWS_ABOVE_THE_HEAD], 1):
            known = [each for each in row if self.layout.column(text_of_head(each))]
            if len(known) > 1:
                return number
        return 1

    def _known_columns(self, head: int) -> dict[int, Column]:
        found: dict[int, Column] = {}
        titles = self._sheet.rows[head - 1] if self._sheet.rows else ()
        for number, value in enumerate(titles):
            title = text_of_head(value)
            column = self.layout.column(title) if title else None
            place = self._place(head, number + 1, title)
            if column is not None and column in found.values():
                message = "deze kolom staat er twee keer; haal er één weg"
                self.problems.append(CellProblem(place, message))
            elif column is not None:
                found[number] = column
            elif title:
                self.problems.append(self._unknown(place, title))
        return found

    def _unknown(self, place: Place, title: str) -> CellProblem:
        known = {each.title.casefold(): each.title for each in self.layout.columns}
        if near := nearest_of(title, known):
            message = f"deze kolom kennen we niet; bedoelt u '{known[near]}'?"
            return CellProblem(place, message)
        message = "deze kolom kennen we niet; we slaan haar over"
        return CellProblem(place, message, is_warning=True)

    def place(self, row: int) -> Place:
        """Give the place of a whole row."""
        return self._place(row, 0, "")

    def _place(self, row: int, column: int, title: str) -> Place:
        return Place(self._number, row, column, self._sheet.name, title)

    def _row(self, number: int, row: Row) -> ReadRow:
        found = ReadRow(self.place(number))
        for position, column in self._columns.items():
            value = row[position] if position < len(row) else None
            place = self._place(number, position + 1, column.title)
            text = "" if isinstance(value, Refused) else text_of(value, column.key)
            if isinstance(value, Refused):
                found.problems.append(CellProblem(place, value.message))
            elif message := unreadable_in(text):
                found.problems.append(CellProblem(place, message))
            found.places.setdefault(column.location[:1] or (column.title,), place)
            found.places[column.location or (column.title,)] = place
            if column.key is None:
                found.own[column.title] = text
            elif column.key.many:
                items = understood_list(text, column.key, self._vocabulary)
                found.values[column.location] = items
            else:
                single = understood(text, column.key, self._vocabulary)
                found.values[column.location] = single
        return found


def text_of_head(value: object) -> str:
    """Give the title of a column without the mark of those that must be filled in."""
    return value.strip().rstrip("*").strip() if isinstance(value, str) else ""


def sheets_of(
    book: Book, known: tuple[Layout, ...], vocabulary: Vocabulary
) -> Iterator[ReadSheet]:
    """Give the sheets that we know; the only one there is holds the offers."""
    by_name = {each.name.strip().casefold(): each for each in book.sheets}
    main, *others = known
    only = book.sheets[0] if len(book.sheets) == 1 else None
    for number, layout in enumerate((main, *others)):
        sheet = by_name.get(layout.name.casefold()) or (
            only if layout is main else None
        )
        if sheet is not None:
            yield ReadSheet(number, sheet, layout, vocabulary)
