"""How many children live somewhere, and how often a theme is asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from groepsaanbod.analysis.supply import Place
from groepsaanbod.planning import AgeBand, Inhabitants, Planning, Questions
from groepsaanbod.vocabulary import AgeGroup, Vocabulary


@dataclass(frozen=True, slots=True)
class Children:
    """How many children and young people of an age live in a place.

    ``number`` is a fraction where a count by other ages was spread over the months.
    """

    number: float
    counts: tuple[Inhabitants, ...]
    """What it was made of, with source, year and certainty."""


@dataclass(frozen=True, slots=True)
class Share:
    """In how many of a hundred talks a theme came up."""

    percent: float
    sources: tuple[Questions, ...]
    """What it is the mean of."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a cell's gap weighs; a part that is not known is None, never 0."""

    children: Children | None
    share: Share | None

    @property
    def weight(self) -> float | None:
        """Give children times share: how many children it may be about."""
        if self.children is None or self.share is None:
            return None
        return self.children.number * self.share.percent / 100


@dataclass(frozen=True)
class Demands:
    """What the region's files say of inhabitants and of questions."""

    planning: Planning
    vocabulary: Vocabulary

    def of(self, place: Place, ages: AgeGroup, theme: str) -> Demand:
        """Give what a gap in this cell weighs."""
        return Demand(self.children(place, ages), self.shares.get(theme))

    def children(self, place: Place, ages: AgeGroup) -> Children | None:
        """Give how many of these ages live here; None when that is not known.

        A count for the place itself goes before the sum of its villages. The region is
        the sum of its municipalities, and known only when each of them is.
        """
        if (place.word, ages.word) not in self._children:
            found = self._counted(place, ages)
            self._children[place.word, ages.word] = found
        return self._children[place.word, ages.word]

    @cached_property
    def _children(self) -> dict[tuple[str, str], Children | None]:
        return {}

    def _counted(self, place: Place, ages: AgeGroup) -> Children | None:
        if place.is_region:
            parts = [
                self.children(Place(each.word, each.name, each), ages)
                for each in self.vocabulary.municipalities
            ]
            known = [part for part in parts if part is not None]
            return _sum(known) if known and len(known) == len(parts) else None
        here = [
            each
            for each in self.planning.inhabitants
            if each.counts and each.where == place.word
        ]
        whole = [each for each in here if not each.village]
        return _of_ages(whole or here, ages)

    @cached_property
    def shares(self) -> dict[str, Share]:
        """Give for each theme the mean of the sources that give it a share."""
        found: dict[str, list[tuple[int, Questions]]] = {}
        for source in self.planning.questions:
            for asked in source.asked:
                found.setdefault(asked.theme, []).append((asked.share, source))
        return {
            theme: Share(
                sum(share for share, _ in given) / len(given),
                tuple(source for _, source in given),
            )
            for theme, given in found.items()
        }


def _sum(parts: Iterable[Children]) -> Children:
    every = list(parts)
    counts = tuple(dict.fromkeys(count for part in every for count in part.counts))
    return Children(sum(part.number for part in every), counts)


def _of_ages(counts: list[Inhabitants], ages: AgeGroup) -> Children | None:
    """Add up counts for the months after birth; None when a month is not counted."""
    if not counts:
        return None
    total = 0.0
    first, end = max(ages.months[0], 0), ages.months[1]
    for count in counts:
        months_known = 0
        for band in count.ages:
            shared = _shared(band, first, end)
            if shared and band.number is None:
                return None
            months_known += shared
            length = band.until.first_month - band.since.first_month
            total += (band.number or 0) * shared / length
        if months_known < end - first:
            return None
    return Children(total, tuple(counts))


def _shared(band: AgeBand, first: int, end: int) -> int:
    """Give how many months a band shares with a range."""
    latest = max(band.since.first_month, first)
    return max(min(band.until.first_month, end) - latest, 0)
