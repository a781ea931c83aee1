"""Whether somebody may change what a proposal changes, by what git says of its files.

Pure: it is given the changed paths and who may do what; it reads no file itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from groepsaanbod.fields import is_slug
from groepsaanbod.git import Change
from groepsaanbod.owners import OwnersFile
from groepsaanbod.source import MAX_BYTES

MOST_FILES = 60
"""In one proposal of a partner; who has more to change asks the coordinator."""

PLAIN_FILE = "100644"
_KINDS = {
    "120000": "dit is een verwijzing naar iets anders; zet er een gewoon bestand neer",
    "160000": "dit is een ander git-project in dit project; haal het weg",
    "100755": (
        "dit bestand staat ingesteld als programma; zet dat uit met:"
        " git update-index --chmod=-x, en de naam van het bestand"
    ),
}
_ODD_KIND = "dit is geen gewoon bestand; haal het weg"

_PARTNER_FILE = "aanbieder.yaml"
_NEWS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)")
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows cannot give to a file or folder, whatever comes after the dot."""

_BAD_NAME = (
    "deze naam kan niet; in uw map horen aanbieder.yaml, bestanden als"
    " beter-slapen.yaml, en nieuws/2026-11-24-nieuwe-groep.yaml"
)
_RESERVED_NAME = "een bestand of map met deze naam kan op Windows niet; kies een andere"
_TOO_LARGE = f"dit bestand is groter dan {MAX_BYTES // 1000} kB; maak het korter"
_OF_THE_REGION = (
    "dit bestand is niet van een aanbieder; alleen de coördinator mag het veranderen"
)
_OWNERS = "wie welke map mag veranderen, bepaalt alleen de coördinator"
_OF_SOMEBODY_ELSE = (
    "dit bestand is van een andere organisatie;"
    " alleen zij en de coördinator mogen het veranderen"
)
_OF_NOBODY = (
    "we weten nog niet wie deze map mag veranderen;"
    " de coördinator kijkt wie u bent en zet uw naam in de lijst"
)
_SECOND_FOLDER = "een nieuwe aanbieder begint met één map; doe de andere later"
_ANOTHER_FOLDER = "dit is niet uw eigen map; vraag de coördinator om deze te beginnen"


class Standing(Enum):
    """Who somebody is to us."""

    COORDINATOR = "coordinator"
    PARTNER = "partner"
    NEWCOMER = "newcomer"
    """Nobody we know, with a folder that is not there yet."""
    STRANGER = "stranger"
    UNNAMED = "unnamed"
    """Nobody said whose proposal it is, so it is not looked at."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One path that may not change so, and why, in a Dutch sentence."""

    path: str
    """From the top of the repository; empty for the whole proposal."""
    why: str
    is_about_the_list: bool = False
    """Whether only the coordinator can mend it: a name is not in the list yet."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the folders of the region are called, from the top of the repository."""

    offers: str = "offers"
    region: str = "region"
    content: str = "content"


@dataclass(frozen=True)
class Judged:
    """A proposal, beside what is known where it should go to."""

    changes: Sequence[Change]
    owners: OwnersFile
    """As they stand there: a proposal cannot give itself a right."""
    folders: frozenset[str]
    """The partners that are there already."""
    author: str = ""
    """The name on GitHub; empty when nobody said it."""
    names: Names = Names()

    @cached_property
    def standing(self) -> Standing:
        """Give who proposes this."""
        if not self.author:
            return Standing.UNNAMED
        if self.owners.is_coordinator(self.author):
            return Standing.COORDINATOR
        if self.owners.folders_of(self.author):
            return Standing.PARTNER
        return Standing.NEWCOMER if self.new_folders else Standing.STRANGER

    @cached_property
    def new_folders(self) -> tuple[str, ...]:
        """Give the partners of which this is the first file, in order."""
        found = {self._partner_of(each.path) for each in self.changes if each.after}
        return tuple(sorted(found - self.folders - {""}))

    @property
    def welcomed(self) -> str:
        """Give the folder of who comes for the first time; else nothing."""
        if self.standing is Standing.NEWCOMER:
            return self.new_folders[0]
        waiting = (each.path for each in self.refusals if each.is_about_the_list)
        return next(map(self._partner_of, waiting), "")

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Give each path that may not change so, by name, with one sentence."""
        found = [
            Refusal(each.path, why, why == _OF_NOBODY)
            for each in sorted(self.changes, key=lambda each: each.path)
            if (why := next(self._why_not(each), ""))
        ]
        limited = self.standing not in {Standing.COORDINATOR, Standing.UNNAMED}
        if limited and len(self.changes) > MOST_FILES:
            many = (
                f"dit voorstel verandert {len(self.changes)} bestanden;"
                f" doe er hoogstens {MOST_FILES} tegelijk, of vraag de coördinator"
            )
            found.insert(0, Refusal("", many))
        return tuple(found)

    def _why_not(self, change: Change) -> Iterator[str]:
        names = self.names
        of_the_region = (names.offers, names.region, names.content)
        if change.after not in {"", PLAIN_FILE} and any(
            parts_below(each, change.path) is not None for each in of_the_region
        ):
            yield _KINDS.get(change.after, _ODD_KIND)
        if self.standing not in {Standing.COORDINATOR, Standing.UNNAMED}:
            yield from self._not_theirs(change.path)
        parts = parts_below(names.offers, change.path)
        if change.after and parts is not None and parts != ("_voorbeeld.yaml",):
            yield from _odd_name(parts)
            if change.size > MAX_BYTES:
                yield _TOO_LARGE

    def _partner_of(self, path: str) -> str:
        """Give the partner whose folder a path is in; empty outside those."""
        parts = parts_below(self.names.offers, path)
        return parts[0] if parts and len(parts) > 1 else ""

    def _not_theirs(self, path: str) -> Iterator[str]:
        partner = self._partner_of(path)
        if not partner:
            is_owners = path == f"{self.names.region}/eigenaren.yaml"
            yield _OWNERS if is_owners else _OF_THE_REGION
        elif partner in self.folders or self.owners.accounts_of(partner):
            if partner not in self.owners.folders_of(self.author):
                known = self.owners.accounts_of(partner)
                is_known = known or self.standing is Standing.PARTNER
                yield _OF_SOMEBODY_ELSE if is_known else _OF_NOBODY
        elif self.standing is Standing.PARTNER:
            yield _ANOTHER_FOLDER
        elif partner in self.new_folders[1:]:
            yield _SECOND_FOLDER


def parts_below(folder: str, path: str) -> tuple[str, ...] | None:
    """Give the names below a folder, none if it is the folder; None if elsewhere."""
    if path == folder:
        return ()
    within = path.removeprefix(f"{folder}/")
    return None if within == path else tuple(within.split("/"))


def _odd_name(parts: Sequence[str]) -> Iterator[str]:
    """Say what is wrong with where a file stands in the folder with offers."""
    if any(_RESERVED.fullmatch(each.lower().split(".")[0]) for each in parts):
        yield _RESERVED_NAME
    match parts:
        case [partner, name] if is_slug(partner):
            is_right = name == _PARTNER_FILE or _is_named(name)
        case [partner, "nieuws", name] if is_slug(partner):
            news = _NEWS.fullmatch(name)
            is_right = news is not None and _is_day(news[1]) and _is_named(news[2])
        case _:
            is_right = False
    if not is_right:
        yield _BAD_NAME


def _is_named(name: str) -> bool:
    stem, dot, ending = name.rpartition(".")
    return dot == "." and ending == "yaml" and is_slug(stem)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
