"""The rows of all sheets to offers: whose each is, its file, and what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.fields import is_slug, nearest_of, slug_of
from groepsaanbod.loading import PARTNER_FILE
from groepsaanbod.spreadsheet.columns import FILE, MAIN, PARTNER
from groepsaanbod.spreadsheet.rows import ReadRow, ReadSheet
from groepsaanbod.spreadsheet.telling import CellProblem, Place
from groepsaanbod.understanding import word_of


@dataclass
class OfferRow:
    """An offer of the book on its way to a file."""

    read: ReadRow
    partner: str
    """The folder it belongs in."""
    slug: str
    """The name of its file, without ``.yaml``."""
    items: dict[str, list[ReadRow]] = field(default_factory=dict)
    """The rows of its lists, by their keys."""
    problems: list[CellProblem] = field(default_factory=list)
    is_incomplete: bool = False
    """Whether a column that it needs is not there."""

    @property
    def title(self) -> str:
        """Give its title, as typed."""
        return str(self.read.values.get(("titel",), ""))

    def place_of(self, name: str) -> Place:
        """Give the cell of a column by its title, or the row."""
        return self.read.places.get((name,), self.read.place)


MOST_TO_COMPARE, MOST_TO_LOOK_FOR = 500, 100
"""Among so many names we look for one like what somebody typed, and so many times."""


class Gathered:
    """The offers of a book, each with the rows that belong to it."""

    def __init__(
        self, sheets: Sequence[ReadSheet], catalogue: Catalogue, partner: str
    ) -> None:
        """Read the sheets, the offers first; ``partner`` is for rows that name none."""
        self.rows: list[OfferRow] = []
        self.problems: list[CellProblem] = []
        """What is wrong with rows that belong to no offer."""
        self.strays: set[str] = set()
        """The lists with an item that belongs to no offer we know."""
        self._looked = 0
        self._by_file: dict[tuple[str, str], OfferRow] = {}
        self._by_name: dict[str, list[OfferRow]] = {}
        self._vocabulary = catalogue.vocabulary
        self._partners = {each.slug for each in catalogue.partners}
        self._partner = partner
        main, *others = sheets
        self.lists = [sheet.layout.list_key for sheet in others]
        """The keys of the lists that have a sheet."""
        for each in main.rows:
            self._add(each)
        for sheet in others:
            for each in sheet.rows:
                self._add_item(sheet.layout.list_key, each)

    def _add(self, found: ReadRow) -> None:
        row = OfferRow(found, self._whose(found) or self._partner, _named(found))
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
        written = read.own.get(PARTNER, "") or _parted(read)[0]
        return word_of(written, "aanbieders", self._vocabulary)

    def _unknown_partner(self, row: OfferRow) -> CellProblem:
        place = row.place_of(PARTNER)
        if not row.partner:
            message = (
                "hier staat niet van wie dit is; vul bij 'Aanbieder' de naam van uw map"
                " in, of zet achter het commando: --partner naam"
            )
            return CellProblem(place, message)
        near = nearest_of(row.partner, self._partners)
        hint = f"bedoelt u '{near}'?" if near else _NEW_PARTNER
        message = f"'{row.partner[:80]}' is geen map van een aanbieder; {hint}"
        return CellProblem(place, message)

    def _add_item(self, name: str, read: ReadRow) -> None:
        written, whose = _parted(read)[1], self._whose(read)
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
            near = self._nearest(written)
            hint = f"bedoelt u '{near}'?" if near else "kijk de naam na"
            message = f"'{written[:80]}' staat niet in het blad '{MAIN}'; {hint}"
            found = [row for row in self.rows if row.slug == near]
        problem = CellProblem(read.places.get((FILE,), read.place), message)
        if found:  # what was meant would lose something, so it stays as it is
            found[0].problems.append(problem)
        else:
            self.problems.append(problem)
            self.strays.add(name)

    def _nearest(self, written: str) -> str | None:
        """Give the file that was probably meant, as long as one can look for it."""
        self._looked += 1
        if self._looked > MOST_TO_LOOK_FOR:
            return None
        return nearest_of(written, [row.slug for row in self.rows[:MOST_TO_COMPARE]])


_NEW_PARTNER = (
    "een nieuwe organisatie heeft eerst een map in offers/ nodig, met een bestand"
    " aanbieder.yaml; het formulier op de site maakt dat"
)


def _parted(read: ReadRow) -> tuple[str, str]:
    """Give whose file a row names, if it says so, and the name: ``cjg/kies``."""
    written = read.own.get(FILE, "").removesuffix(".yaml")
    partner, slash, name = written.partition("/")
    is_address = slash and is_slug(partner) and is_slug(name)
    return (partner, name) if is_address else ("", written)


def _named(read: ReadRow) -> str:
    return _parted(read)[1] or slug_of(str(read.values.get(("titel",), "")))


def _is_file_name(slug: str) -> bool:
    return is_slug(slug) and f"{slug}.yaml" != PARTNER_FILE
