"""Which offers look like another: for the same age, with most themes in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from groepsaanbod.analysis.likeness import numbers_in, sets_of, sharing
from groepsaanbod.catalogue import Offer
from groepsaanbod.pages.fitting import Months


@dataclass(frozen=True)
class Similar:
    """Finds the offers most like one, the best first, without looking at all.

    ``ordered`` are all offers, the ones to show first in front: what is equally alike
    keeps that order. Within, an offer is its place in ``ordered``, and a set of offers
    an int, as in ``likeness``.
    """

    ordered: tuple[Offer, ...]

    def to(self, offer: Offer) -> Iterator[Offer]:
        """Give the offers like this one: those with most themes in common first."""
        of_age = self._of_age(offer.ages.months)
        for _, places in reversed(sharing(offer.themes, self._about)):
            for place in numbers_in(places & of_age):
                other = self.ordered[place]
                if other is not offer:
                    yield other

    @cached_property
    def _about(self) -> dict[str, int]:
        """Give the offers about each theme."""
        return sets_of(
            (theme, place)
            for place, offer in enumerate(self.ordered)
            for theme in offer.themes
        )

    @cached_property
    def _for_months(self) -> dict[Months, int]:
        """Give the offers for exactly these ages."""
        return sets_of(
            (offer.ages.months, place) for place, offer in enumerate(self.ordered)
        )

    @cached_property
    def _remembered(self) -> dict[Months, int]:
        return {}

    def _of_age(self, months: Months) -> int:
        """Give the offers that share an age with these months."""
        found = self._remembered.get(months)
        if found is None:
            first, end = months
            sharing_an_age = (
                places
                for (other_first, other_end), places in self._for_months.items()
                if other_first < end and first < other_end
            )
            found = self._remembered[months] = reduce(or_, sharing_an_age, 0)
        return found
