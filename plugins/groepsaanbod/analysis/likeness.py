"""How alike offers are, for many at once: a set of offers is an int, a bit for each."""

import math
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from groepsaanbod.catalogue import Offer
from groepsaanbod.model import Delivery
from groepsaanbod.planning import OverlapWeights
from groepsaanbod.vocabulary import WHOLE_REGION, Municipality

MONTHS_THAT_OVERLAP = 12
"""So many months in common are enough, and so is half of the shorter of two."""

_SLACK = 1e-6
"""Of a hundred points: more than floats are off, less than two scores differ."""

Value = TypeVar("Value", bound=Hashable)


class Share(NamedTuple):
    """What two have in common, of what they have together: a Jaccard share."""

    shared: int
    total: int

    @property
    def part(self) -> float:
        """Give it as a number from 0 to 1."""
        return self.shared / self.total


class Shares(NamedTuple):
    """The four shares of two offers."""

    themes: Share
    ages: Share
    """In months."""
    audiences: Share
    areas: Share
    """A municipality weighs one and an area a part of one, in the lowest terms.

    Of two offers that are both online it is 1 of 1: no place parts them.
    """


def score_of(shares: Shares, weights: OverlapWeights) -> float:
    """Give the score of these shares, from 0 to 1."""
    points = (
        weights.themes * shares.themes.part
        + weights.audiences * shares.audiences.part
        + weights.areas * shares.areas.part
        + weights.ages * shares.ages.part
    )
    return _of_a_hundred(points)


def _of_a_hundred(points: float) -> float:
    """Round to what floats can be trusted for, so that equal scores are equal."""
    return round(points / 100, 9)


class Reached(NamedTuple):
    """For whom an offer is, and whether it is given online alone."""

    parts: frozenset[str]
    """Areas, and municipalities that have none."""
    is_online: bool


class Profile(NamedTuple):
    """All of an offer that says how alike it is to another."""

    themes: frozenset[str]
    months: tuple[int, int]
    audiences: frozenset[str]
    reached: Reached


class Parts:
    """The smallest parts of a region, and how much each weighs."""

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        """Take the municipalities apart."""
        self._of: dict[str, frozenset[str]] = {}
        """The smallest parts of each word for an area."""
        alike: dict[str, int] = {}
        """With how many others a part makes a municipality."""
        for municipality in municipalities:
            words = [area.word for area in municipality.areas] or [municipality.word]
            alike |= dict.fromkeys(words, len(words))
            self._of |= {word: frozenset([word]) for word in words}
            self._of[municipality.word] = frozenset(words)
        self._of[WHOLE_REGION] = frozenset(alike)
        whole = math.lcm(*alike.values())
        self._weights = {word: whole // number for word, number in alike.items()}

    def of(self, areas: Iterable[str]) -> frozenset[str]:
        """Give the smallest parts of these areas."""
        return frozenset().union(*(self._of[area] for area in areas))

    def share(self, one: Reached, other: Reached) -> Share:
        """Give what two reach in common, of what they reach together."""
        if one.is_online and other.is_online:
            return Share(1, 1)
        shared = sum(self._weights[each] for each in one.parts & other.parts)
        total = sum(self._weights[each] for each in one.parts | other.parts)
        divisor = math.gcd(shared, total)
        return Share(shared // divisor, total // divisor)


def profile_of(offer: Offer, parts: Parts) -> Profile:
    """Give what says how alike an offer is to another."""
    return Profile(
        frozenset(offer.themes),
        offer.ages.months,
        frozenset(offer.audiences),
        Reached(parts.of(offer.areas), offer.delivery is Delivery.ONLINE),
    )


def share_of_words(one: frozenset[str], other: frozenset[str]) -> Share:
    """Give how many words two have in common."""
    return Share(len(one & other), len(one | other))


def share_of_months(one: tuple[int, int], other: tuple[int, int]) -> Share:
    """Give how many months two have in common; 0 when those are too few to count."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    total = max(one[1], other[1]) - min(one[0], other[0])
    shorter = min(one[1] - one[0], other[1] - other[0])
    is_enough = shared >= MONTHS_THAT_OVERLAP or 2 * shared >= shorter
    return Share(shared if is_enough else 0, total)


Levels = tuple[tuple[float, int], ...]
"""Points, the most first, each with the offers that are so much alike."""


def _levels(found: Iterable[tuple[float, int]]) -> Levels:
    """Put offers with equal points together, the most points first."""
    sets: dict[float, int] = {}
    for points, offers in found:
        if offers:
            sets[points] = sets.get(points, 0) | offers
    return tuple(sorted(sets.items(), reverse=True))


@dataclass(frozen=True)
class _Words:
    """Likeness by a set of words, such as themes."""

    values: Sequence[frozenset[str]]
    weight: int

    @cached_property
    def _with_word(self) -> dict[str, int]:
        return sets_of(
            (word, i) for i, value in enumerate(self.values) for word in value
        )

    @cached_property
    def _of_size(self) -> dict[int, int]:
        return sets_of((len(value), i) for i, value in enumerate(self.values))

    @cached_property
    def _remembered(self) -> dict[frozenset[str], Levels]:
        return {}

    def like(self, value: frozenset[str]) -> Levels:
        """Give all that share a word with this value."""
        if value not in self._remembered:
            self._remembered[value] = _levels(self._found(value))
        return self._remembered[value]

    def _found(self, value: frozenset[str]) -> Iterator[tuple[float, int]]:
        for shared, exactly in sharing(value, self._with_word):
            for size, offers in self._of_size.items():
                total = len(value) + size - shared
                yield self.weight * (shared / total), exactly & offers


@dataclass(frozen=True)
class _Compared(Generic[Value]):
    """Likeness by a value of which there are few, such as ages."""

    values: Sequence[Value]
    weight: int
    share: Callable[[Value, Value], Share]

    @cached_property
    def _with_value(self) -> dict[Value, int]:
        return sets_of((value, i) for i, value in enumerate(self.values))

    @cached_property
    def _remembered(self) -> dict[Value, Levels]:
        return {}

    def like(self, value: Value) -> Levels:
        """Give all that have something in common with this value."""
        if value not in self._remembered:
            self._remembered[value] = _levels(
                (self.weight * share.part, offers)
                for other, offers in self._with_value.items()
                if (share := self.share(value, other)).shared > 0
            )
        return self._remembered[value]


class Likeness:
    """Finds which of these offers are alike, and how much."""

    def __init__(
        self, profiles: Sequence[Profile], weights: OverlapWeights, parts: Parts
    ) -> None:
        """Offers are known by their place in ``profiles``."""
        self._weights = weights
        self._parts = parts
        self._themes = _Words([each.themes for each in profiles], weights.themes)
        self._audiences = _Words(
            [each.audiences for each in profiles], weights.audiences
        )
        self._ages = _Compared(
            [each.months for each in profiles], weights.ages, share_of_months
        )
        self._areas = _Compared(
            [each.reached for each in profiles], weights.areas, parts.share
        )

    def shares(self, one: Profile, other: Profile) -> Shares:
        """Give what two have in common."""
        return Shares(
            share_of_words(one.themes, other.themes),
            share_of_months(one.months, other.months),
            share_of_words(one.audiences, other.audiences),
            self._parts.share(one.reached, other.reached),
        )

    def alike(self, profile: Profile, least: float) -> Iterator[tuple[float, int]]:
        """Give the offers that have something of all four in common with a profile.

        They come by score; a score may come more than once, and is ``least`` or more.
        """
        ages = self._ages.like(profile.months)
        areas = self._areas.like(profile.reached)
        audiences = self._audiences.like(profile.audiences)
        if not (ages and areas and audiences):
            return
        enough = least * 100 - _SLACK
        # What must be there already for the best of what comes after it to be enough.
        with_areas = enough - ages[0][0]
        with_audiences = with_areas - areas[0][0]
        found: Iterable[tuple[float, int]] = self._themes.like(profile.themes)
        found = _joined(found, audiences, with_audiences)
        found = _joined(found, areas, with_areas)
        for points, offers in _joined(found, ages, enough):
            score = _of_a_hundred(points)
            if score >= least:
                yield score, offers


def _joined(
    found: Iterable[tuple[float, int]], levels: Levels, least: float
) -> Iterator[tuple[float, int]]:
    """Give the offers found that are on each level too, with all their points."""
    for points, offers in found:
        for more, others in levels:
            if points + more < least:
                break
            if both := offers & others:
                yield points + more, both


def numbers_in(offers: int) -> Iterator[int]:
    """Give the places of the offers in a set, the first first."""
    while offers:
        lowest = offers & -offers
        yield lowest.bit_length() - 1
        offers ^= lowest


def sharing(
    words: Collection[str], with_word: Mapping[str, int]
) -> list[tuple[int, int]]:
    """Give the offers that share one of these words, two of them, and so on.

    Each is a number with the offers that share exactly so many. ``with_word`` gives
    the offers that have a word.
    """
    # at_least[n] are the offers that share n of the words seen so far, or more.
    at_least = [-1, *(0 for _ in words), 0]
    for seen, word in enumerate(words, 1):
        having = with_word.get(word, 0)
        for number in range(seen, 0, -1):
            at_least[number] |= at_least[number - 1] & having
    return [
        (number, at_least[number] & ~at_least[number + 1])
        for number in range(1, len(words) + 1)
    ]


def sets_of(pairs: Iterable[tuple[Value, int]]) -> dict[Value, int]:
    """Give for each value the set of the offers that come with it."""
    lists: dict[Value, list[int]] = {}
    for value, number in pairs:
        lists.setdefault(value, []).append(number)
    return {value: set_of(numbers) for value, numbers in lists.items()}


def set_of(numbers: Iterable[int]) -> int:
    """Give the set of the offers at these places."""
    found = bytearray()
    for number in numbers:
        byte, bit = divmod(number, 8)
        if byte >= len(found):
            found.extend(bytes(byte + 1 - len(found)))
        found[byte] |= 1 << bit
    return int.from_bytes(found, "little")
