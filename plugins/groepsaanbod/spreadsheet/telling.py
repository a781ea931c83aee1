"""What is wrong in a spreadsheet, said of a cell as people find it."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from groepsaanbod.problems import on_one_line


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A cell, or a whole row when ``column`` is 0; rows and columns count from 1."""

    sheet_number: int
    row: int
    column: int
    sheet: str
    title: str = ""

    def __str__(self) -> str:
        """Give it in words, as ``Aanbod, rij 5, kolom F (Thema's)``."""
        title = f" ({self.title})" if self.title else ""
        column = f", kolom {get_column_letter(self.column)}" if self.column else ""
        return f"{self.sheet}, rij {self.row}{column}{title}"


@dataclass(frozen=True, order=True, slots=True)
class CellProblem:
    """One Dutch sentence about one cell."""

    place: Place
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        """``cell: sentence``, on one line."""
        kind = "let op: " if self.is_warning else ""
        return on_one_line(f"{self.place}: {kind}{self.message}")
