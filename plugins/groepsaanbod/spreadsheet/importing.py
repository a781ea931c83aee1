"""The rows of a book to changes of offer files, and what is wrong with the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.description import keys_of
from groepsaanbod.loading import problems_of_new, read_bytes
from groepsaanbod.model import OfferFile
from groepsaanbod.problems import Problem, key_of, mistakes
from groepsaanbod.source import Document, has_comments, read
from groepsaanbod.spreadsheet.columns import (
    FILE,
    MAIN,
    VERSION,
    layouts,
    version_of,
)
from groepsaanbod.spreadsheet.gathering import Gathered, OfferRow
from groepsaanbod.spreadsheet.merging import Said, merged
from groepsaanbod.spreadsheet.opening import Book
from groepsaanbod.spreadsheet.remedies import told
from groepsaanbod.spreadsheet.rows import ReadSheet, sheets_of
from groepsaanbod.spreadsheet.telling import CellProblem, Place
from groepsaanbod.writing import canonical, meaning


@dataclass(frozen=True)
class Change:
    """What an import makes of one file."""

    path: Path
    before: str | None
    """What stands in it; None for a new file."""
    after: str
    keys: tuple[str, ...]
    """The keys that change."""
    objection: str = ""
    """Why nobody should write it without a second look; or empty."""


@dataclass(frozen=True)
class Imported:
    """What an import comes to."""

    changes: tuple[Change, ...] = ()
    same: int = 0
    """How many files already say what the book says."""
    wrong: int = 0
    """How many rows of offers give no file."""
    problems: tuple[CellProblem, ...] = ()
    """All that is wrong, in the order of the sheets."""


def imported(
    book: Book, offers: Path, catalogue: Catalogue, latest_day: date, partner: str = ""
) -> Imported:
    """Give what becomes of the files in ``offers``; writes nothing.

    ``partner`` is whose offers these are, where the book does not say so;
    ``latest_day`` the last on which somebody can have checked something.
    """
    sheets = list(sheets_of(book, layouts(), catalogue.vocabulary))
    problems = [*_about_the_book(book, sheets)]
    problems += [problem for sheet in sheets for problem in sheet.problems]
    if any(not each.is_warning for each in problems):
        return Imported(problems=tuple(sorted(problems)))
    gathered = Gathered(sheets, catalogue, partner)
    looking = _Looking(offers, catalogue, latest_day, gathered)
    changes = [
        change
        for row in gathered.rows
        if not row.problems
        if (change := looking.change(row)) is not None
    ]
    wrong = [row for row in gathered.rows if row.problems or row.is_incomplete]
    problems += gathered.problems
    problems += [problem for row in wrong for problem in row.problems]
    problems += [
        CellProblem(
            sheets[0].place(sheets[0].head),
            f"de kolom '{title}' ontbreekt; zet haar erbij",
        )
        for title in looking.absent
    ]
    same = len(gathered.rows) - len(changes) - len(wrong)
    return Imported(tuple(changes), same, len(wrong), tuple(sorted(problems)))


def _about_the_book(book: Book, sheets: list[ReadSheet]) -> Iterator[CellProblem]:
    known = {layout.name.casefold() for layout in layouts()}
    for name in book.hidden:
        if name.strip().casefold() in known:
            message = "dit blad is verborgen; maak het zichtbaar of haal het weg"
            yield CellProblem(Place(0, 1, 0, name), message)
    if not sheets or sheets[0].layout.list_key:
        message = "dit blad ontbreekt; geef het blad met uw aanbod deze naam"
        yield CellProblem(Place(0, 1, 0, MAIN), message)


_MAY_LOSE = (
    "in dit bestand staat meer dan in het blad '{}'; kijk daar eerst na bij welk aanbod"
    " elke rij hoort"
)


class _Looking:
    """Looks at each offer as a whole, beside its file."""

    def __init__(
        self, offers: Path, catalogue: Catalogue, latest_day: date, gathered: Gathered
    ) -> None:
        self.absent: dict[str, None] = {}
        """The columns that new offers need and the book does not have."""
        self._offers = offers
        self._catalogue = catalogue
        self._latest_day = latest_day
        self._gathered = gathered

    def change(self, row: OfferRow) -> Change | None:
        """Give the change; or None when it is the same, or now has problems."""
        path = self._offers / row.partner / f"{row.slug or '_'}.yaml"
        raw, base = self._standing(path, row)
        items = {name: row.items.get(name, []) for name in self._gathered.lists}
        for name in self._gathered.strays:
            if len(items[name]) < len(base.get(name, [])):
                message = _MAY_LOSE.format(keys_of(OfferFile)[name].title)
                row.problems.append(CellProblem(row.read.place, message))
        data, places = merged(base, row.read, items)
        after = meaning(data)
        if row.problems or (raw is not None and after == base):
            return None
        numbered = list(places.values())
        document = Document(
            str(path), after, {at: (number, 1) for number, at in enumerate(places)}
        )
        found = problems_of_new(
            self._catalogue, document, row.partner, row.slug, self._latest_day
        )
        for problem in mistakes(found):
            place = numbered[problem.line]
            self._tell(row, problem, place, is_new=raw is None)
        if row.problems or row.is_incomplete:
            return None
        text = canonical(after, OfferFile)
        if read(str(path), text.encode())[0] is None:
            message = "dit is te veel voor één bestand; maak er twee van"
            row.problems.append(CellProblem(row.read.place, message))
            return None
        return Change(
            path,
            None if raw is None else raw.decode("utf-8-sig"),
            text,
            tuple(_differences(base, after)),
            "" if raw is None else _objection(raw, row.read.own.get(VERSION, "")),
        )

    def _standing(self, path: Path, row: OfferRow) -> tuple[bytes | None, Said]:
        """Give the bytes of a file and what it says; None when it is not there."""
        if not (path.exists() or path.is_symlink()):
            return None, {}
        raw, problems = read_bytes(path)
        document = None
        if raw is not None:
            document, problems = read(str(path), raw)
        if document is None or problems:
            message = f"in {path} zit al een fout: {problems[0].message}"
            row.problems.append(CellProblem(row.place_of(FILE), message))
        return raw, meaning(document.data) if document else {}

    def _tell(
        self, row: OfferRow, problem: Problem, place: Place, *, is_new: bool
    ) -> None:
        name = key_of(problem)
        has_cell = place.column or name in self._gathered.lists
        column = next(
            (each for each in layouts()[0].columns if each.location[:1] == (name,)),
            None,
        )
        if not has_cell and is_new and column is not None:
            self.absent[column.title] = None
            row.is_incomplete = True
            return
        is_at_its_place = place != row.read.place or not problem.field
        said = told(problem, self._catalogue.vocabulary)
        message = said if is_at_its_place else f"{problem.field}: {said}"
        row.problems.append(CellProblem(place, message))


def _differences(before: Said, after: Said) -> Iterator[str]:
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield name


def _objection(raw: bytes, version: str) -> str:
    """Say why a file is not changed without being asked twice."""
    if not version:
        return "dit bestand is er al"
    if version != version_of(raw):
        return "dit bestand is veranderd nadat dit rekenblad is gemaakt"
    if has_comments(raw):
        return "de uitleg in dit bestand, achter een #, zou verdwijnen"
    return ""
