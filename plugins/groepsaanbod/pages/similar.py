"""Which offers look like another: for the same age, with most themes in common."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

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
        themes = frozenset(offer.themes)
        for number in range(len(themes), 0, -1):
            for place in self._sharing(themes, number):
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
    def _with_theme(self) -> dict[str, list[frozenset[str]]]:
        """Give the sets of themes that a theme is in."""
        found: dict[str, list[frozenset[str]]] = {}
        for themes in self._by_themes:
            for theme in themes:
                found.setdefault(theme, []).append(themes)
        return found

    @cached_property
    def _remembered(self) -> dict[tuple[frozenset[str], int], list[int]]:
        return {}

    def _sharing(self, themes: frozenset[str], number: int) -> list[int]:
        """Give the places of the offers that share this number of themes, in order."""
        asked = (themes, number)
        if asked not in self._remembered:
            sets = (self._with_theme.get(theme, []) for theme in themes)
            shared = Counter(chain.from_iterable(sets))
            alike = (self._by_themes[each] for each in shared if shared[each] == number)
            self._remembered[asked] = sorted(chain.from_iterable(alike))
        return self._remembered[asked]


def _share_an_age(one: Offer, other: Offer) -> bool:
    (first, end), (other_first, other_end) = one.ages.months, other.ages.months
    return other_first < end and first < other_end
