"""A file of the coordinator beside the others, and what its rules share."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.problems import Problem
from groepsaanbod.rules import OnFile, Written
from groepsaanbod.source import Location
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary


@dataclass(frozen=True, slots=True)
class Beside(OnFile):
    """A file of the coordinator, and what it is checked against."""

    document: Written
    catalogue: Catalogue
    addresses: frozenset[str]
    """Every offer of which there is a file, be it right or wrong."""
    today: date
    latest_day: date
    """The last day on which somebody can have decided something: today."""
    is_complete: bool = True
    """Whether no entry was left out since it is wrong by itself."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Give the words and places of the region."""
        return self.catalogue.vocabulary

    def line(self, *location: str | int) -> int:
        """Give on which line something stands, from 1."""
        return self.problem("", *location).line


def stand_once(
    beside: Beside, entries: Iterable[tuple[Location, Hashable, str]], rest: str
) -> Iterator[Problem]:
    """Say of each entry that stood before on which line that was.

    An entry is its place, what tells it from others, and how to call it; ``rest`` says
    what to do.
    """
    seen: dict[Hashable, Location] = {}
    for location, name, words in entries:
        first = seen.setdefault(name, location)
        if first != location:
            yield beside.problem(
                f"{words} staat al op regel {beside.line(*first)}; {rest}", *location
            )


def is_not_the_region(
    where: str | None, beside: Beside, *location: str | int
) -> Iterator[Problem]:
    """Refuse the whole region where a municipality is meant; the key may be absent."""
    if where == WHOLE_REGION:
        yield beside.problem(
            "laat 'waar' weg als het voor de hele regio is", *location, "waar"
        )
