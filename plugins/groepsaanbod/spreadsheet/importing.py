"""The rows of a book to changes of offer files, and what is wrong with the others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.fields import is_slug, nearest_of, slug_of
from groepsaanbod.loading import PARTNER_FILE, problems_of_new, read_bytes
from groepsaanbod.model import OfferFile
from groepsaanbod.problems import Problem, key_of, mistakes
from groepsaanbod.source import Document, has_comments, read
from groepsaanbod.spreadsheet.columns import (
    FILE,
    MAIN,
    PARTNER,
    VERSION,
    layouts,
    version_of,
)
from groepsaanbod.spreadsheet.merging import Said, merged
from groepsaanbod.spreadsheet.opening import Book
from groepsaanbod.spreadsheet.rows import ReadRow, ReadSheet, sheets_of
from groepsaanbod.spreadsheet.telling import CellProblem, Place
from groepsaanbod.understanding import word_of
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
    gathered = _Gathered(sheets, catalogue, partner)
    looking = _Looking(offers, catalogue, latest_day, gathered.lists)
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


@dataclass
class _Row:
    """An offer of the book on its way to a file."""

    read: ReadRow
    partner: str
    slug: str
    items: dict[str, list[ReadRow]] = field(default_factory=dict)
    """The rows of its lists, by their keys."""
    problems: list[CellProblem] = field(default_factory=list)
    is_incomplete: bool = False
    """Whether a column that it needs is not there."""

    @property
    def title(self) -> str:
        return str(self.read.values.get(("titel",), ""))

    def place_of(self, name: str) -> Place:
        return self.read.places.get((name,), self.read.place)


MOST_TO_COMPARE = 500
"""Among so many names we look for one that is nearly what somebody typed."""


class _Gathered:
    """The offers of a book, each with the rows that belong to it."""

    def __init__(
        self, sheets: list[ReadSheet], catalogue: Catalogue, partner: str
    ) -> None:
        self.rows: list[_Row] = []
        self.problems: list[CellProblem] = []
        """What is wrong with rows that belong to no offer."""
        self._by_file: dict[tuple[str, str], _Row] = {}
        self._by_name: dict[str, list[_Row]] = {}
        self._vocabulary = catalogue.vocabulary
        self._partners = {each.slug for each in catalogue.partners}
        self._partner = partner
        main, *others = sheets
        self.lists = [sheet.layout.list_key for sheet in others]
        for each in main.rows:
            self._add(each)
        for sheet in others:
            for each in sheet.rows:
                self._add_item(sheet.layout.list_key, each)

    def _add(self, found: ReadRow) -> None:
        row = _Row(found, self._whose(found) or self._partner, _named(found))
        row.problems += found.problems
        if row.partner not in self._partners:
            row.problems.append(self._unknown_partner(row))
        if row.slug and not _is_file_name(row.slug):
            message = (
                f"'{row.slug[:80]}' kan geen naam van een bestand zijn; gebruik kleine"
                " letters, cijfers en streepjes, zoals 'beter-slapen'"
            )
            row.problems.append(CellProblem(row.place_of(FILE), message))
        other = self._by_file.setdefault((row.partner, row.slug), row)
        if row.slug and other is not row:
            message = (
                f"'{row.slug}' staat ook op rij {other.read.place.row};"
                " haal er één weg, of kies een andere naam"
            )
            row.problems.append(CellProblem(row.place_of(FILE), message))
        for name in {row.slug, row.title.casefold()}:
            self._by_name.setdefault(name, []).append(row)
        self.rows.append(row)

    def _whose(self, read: ReadRow) -> str:
        before, slash, _ = read.own.get(FILE, "").partition("/")
        written = read.own.get(PARTNER, "") or (before if slash else "")
        return word_of(written, "aanbieders", self._vocabulary)

    def _unknown_partner(self, row: _Row) -> CellProblem:
        place = row.place_of(PARTNER)
        if not row.partner:
            message = (
                "hier staat niet van wie dit is; vul bij 'Aanbieder' de naam van uw map"
                " in, of zet achter het commando: --partner naam"
            )
            return CellProblem(place, message)
        near = nearest_of(row.partner, self._partners)
        hint = f"bedoelt u '{near}'?" if near else "maak die eerst"
        message = f"'{row.partner[:80]}' is geen map van een aanbieder; {hint}"
        return CellProblem(place, message)

    def _add_item(self, name: str, read: ReadRow) -> None:
        written, whose = _file_name(read), self._whose(read)
        found = [
            row
            for row in self._by_name.get(written.casefold(), [])
            if whose in {"", row.partner}
        ]
        if written and len(found) == 1:
            found[0].items.setdefault(name, []).append(read)
            found[0].problems += read.problems
            return
        if not written:
            message = f"hier staat niet bij welk aanbod dit hoort; vul '{FILE}' in"
        elif found:
            message = f"'{written[:80]}' staat er twee keer; vul ook '{PARTNER}' in"
        else:
            slugs = [row.slug for row in self.rows[:MOST_TO_COMPARE]]
            near = nearest_of(written, slugs)
            hint = f"bedoelt u '{near}'?" if near else "kijk de naam na"
            message = f"'{written[:80]}' staat niet in het blad '{MAIN}'; {hint}"
            found = [row for row in self.rows if row.slug == near]
        problem = CellProblem(read.places.get((FILE,), read.place), message)
        # Without this item, the offer that was meant would lose something.
        target = found[0].problems if found else self.problems
        target.append(problem)


def _file_name(read: ReadRow) -> str:
    return read.own.get(FILE, "").rpartition("/")[2].removesuffix(".yaml")


def _named(read: ReadRow) -> str:
    return _file_name(read) or slug_of(str(read.values.get(("titel",), "")))


def _is_file_name(slug: str) -> bool:
    return is_slug(slug) and f"{slug}.yaml" != PARTNER_FILE


class _Looking:
    """Looks at each offer as a whole, beside its file."""

    def __init__(
        self, offers: Path, catalogue: Catalogue, latest_day: date, lists: list[str]
    ) -> None:
        self.absent: dict[str, None] = {}
        """The columns that new offers need and the book does not have."""
        self._offers = offers
        self._catalogue = catalogue
        self._latest_day = latest_day
        self._lists = lists

    def change(self, row: _Row) -> Change | None:
        """Give the change; or None when it is the same, or now has problems."""
        path = self._offers / row.partner / f"{row.slug or '_'}.yaml"
        raw, base = self._standing(path, row)
        items = {name: row.items.get(name, []) for name in self._lists}
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
            message = "dit is te lang voor één bestand; maak de teksten korter"
            row.problems.append(CellProblem(row.read.place, message))
            return None
        return Change(
            path,
            None if raw is None else raw.decode("utf-8-sig"),
            text,
            tuple(_differences(base, after)),
            "" if raw is None else _objection(raw, row.read.own.get(VERSION, "")),
        )

    def _standing(self, path: Path, row: _Row) -> tuple[bytes | None, Said]:
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

    def _tell(self, row: _Row, problem: Problem, place: Place, *, is_new: bool) -> None:
        name = key_of(problem)
        has_cell = place.column or name in self._lists
        column = next(
            (each for each in layouts()[0].columns if each.location[:1] == (name,)),
            None,
        )
        if not has_cell and is_new and column is not None:
            self.absent[column.title] = None
            row.is_incomplete = True
            return
        is_at_its_place = place != row.read.place or not problem.field
        message = (
            problem.message
            if is_at_its_place
            else f"{problem.field}: {problem.message}"
        )
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
