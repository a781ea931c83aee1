"""Which offers look like another: for the same age, with most themes in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import merge

from groepsaanbod.catalogue import Offer


@dataclass(frozen=True)
class Similar:
    """Finds the offers most like one, the best first, without looking at all.

    ``ordered`` are all offers, the ones to show first in front: what is equally alike
    keeps that order. Within, an offer is its place in ``ordered``.
    """

    ordered: tuple[Offer, ...]

    def to(self, offer: Offer) -> Iterator[Offer]:
        """Give the offers like this one: those with most themes in common first."""
        for places in self._levels(frozenset(offer.themes)):
            for place in merge(*places):
                other = self.ordered[place]
                if other is not offer and _share_an_age(offer, other):
                    yield other

    @cached_property
    def _by_themes(self) -> dict[frozenset[str], list[int]]:
        """Give the places of the offers with exactly these themes."""
        found: dict[frozenset[str], list[int]] = {}
        for place, offer in enumerate(self.ordered):
            found.setdefault(frozenset(offer.themes), []).append(place)
        return found

    @cached_property
    def _remembered(self) -> dict[frozenset[str], list[list[list[int]]]]:
        return {}

    def _levels(self, themes: frozenset[str]) -> list[list[list[int]]]:
        """Give the lists of places by how many themes are shared, most first."""
        if themes not in self._remembered:
            by_number: dict[int, list[list[int]]] = {}
            for others, places in self._by_themes.items():
                if common := len(themes & others):
                    by_number.setdefault(common, []).append(places)
            levels = [by_number[number] for number in sorted(by_number, reverse=True)]
            self._remembered[themes] = levels
        return self._remembered[themes]


def _share_an_age(one: Offer, other: Offer) -> bool:
    (first, end), (other_first, other_end) = one.ages.months, other.ages.months
    return other_first < end and first < other_end
