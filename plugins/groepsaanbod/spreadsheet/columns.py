"""Which sheets and columns there are, from the description of an offer."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from groepsaanbod.description import Key, keys_of
from groepsaanbod.model import OfferFile
from groepsaanbod.reading import example_value
from groepsaanbod.understanding import explained
from groepsaanbod.vocabulary import Vocabulary

PARTNER, FILE, VERSION = "Aanbieder", "Bestand", "Versie"
"""The columns that are no keys: whose offer it is, its name, and what it was."""

_OWN = {
    PARTNER: "De naam van uw map in offers/.",
    FILE: "De naam van het bestand: kleine letters en streepjes, zoals beter-slapen.",
    VERSION: "Niet veranderen: hieraan zien we of het bestand nog hetzelfde is.",
}

MAIN = "Aanbod"


def version_of(raw: bytes) -> str:
    """Give what stands below "Versie" of a file: it tells whether it changed."""
    return hashlib.sha256(raw).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Column:
    """One column, for one key of an offer or of a part of it."""

    title: str
    location: tuple[str, ...] = ()
    """The Dutch keys that lead to its value from the record of its row."""
    key: Key | None = None
    is_required: bool = False
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: the offers, or all items of one of their lists."""

    name: str
    list_key: str
    """The key of the list whose items stand in its rows; empty for the offers."""
    columns: tuple[Column, ...]

    def column(self, written: str) -> Column | None:
        """Give the column of a title, or of the key as a file has it; or None."""
        wanted = _bare(written)
        for column in self.columns:
            names = {_bare(column.title), _bare("".join(column.location)) or None}
            if wanted and wanted in names:
                return column
        return None


_NO_LETTER = re.compile(r"[\W_]+")


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


@lru_cache(maxsize=1)
def layouts() -> tuple[Layout, ...]:
    """Give all sheets: first the offers, then each list of records."""
    keys = keys_of(OfferFile).values()
    lists = [key for key in keys if key.parts and key.many]
    own = tuple(Column(name, explanation=_OWN[name]) for name in (PARTNER, FILE))
    main = (
        *own,
        *_columns(key for key in keys if key not in lists),
        Column(VERSION, explanation=_OWN[VERSION]),
    )
    return (
        Layout(MAIN, "", main),
        *(
            Layout(key.title, key.name, (*own, *_columns(keys_of(key.parts).values())))
            for key in lists
            if key.parts
        ),
    )


def _columns(keys: Iterable[Key]) -> Iterator[Column]:
    for key in keys:
        if key.parts is None:
            yield Column(
                key.title, (key.name,), key, key.required, _explanation(key, None)
            )
            continue
        for number, part in enumerate(keys_of(key.parts).values()):
            yield Column(
                f"{key.title}: {part.title[:1].lower()}{part.title[1:]}",
                (key.name, part.name),
                part,
                key.required and part.required,
                _explanation(part, key if number == 0 else None),
            )


def _explanation(key: Key, whole: Key | None) -> str:
    """Say what a cell is for; the first of a record says what that is, too."""
    own = explained(key)
    if whole is None:
        return own
    is_told = own.rstrip(".").casefold() in whole.explanation.casefold()
    return whole.explanation if is_told else f"{whole.explanation} {own}"


def example_in(column: Column, vocabulary: Vocabulary) -> str:
    """Give what one could type in a cell."""
    if column.key is None:
        return {FILE: "beter-slapen"}.get(column.title, "")
    example = example_value(column.key, vocabulary)
    return (
        example.strip('[]"').replace(", ", "; ")
        if column.key.many
        else example.strip('"')
    )
