"""How much there is by audience, element, form and month, and for special groups."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from groepsaanbod.analysis.gaps import (
    Kind,
    Warning,  # noqa: A004 - our own
    kind_of,
    warnings_of,
)
from groepsaanbod.analysis.months import months_later
from groepsaanbod.analysis.supply import Place, Supplied, Supply
from groepsaanbod.catalogue import Offer
from groepsaanbod.joining import Reason, first_day, group_joining
from groepsaanbod.model import Group

_DO_NOT_START = {Reason.FINISHED, Reason.CANCELLED, Reason.POSTPONED}


@dataclass(frozen=True, slots=True)
class Counted:
    """Offers that exist, and those of them that one can join."""

    existing: tuple[Supplied, ...]
    joinable: tuple[Supplied, ...]


@dataclass(frozen=True, slots=True)
class Special:
    """What there is in a place for a special group, and what to call that."""

    counted: Counted
    kind: Kind
    warnings: tuple[Warning, ...]


@dataclass(frozen=True)
class Counts:
    """Counts of what there is for the people of a place."""

    supply: Supply

    def by_audience(self, place: Place) -> dict[tuple[str, str], Counted]:
        """Give what there is, by audience and age group."""
        return self._by(place, lambda offer: offer.audiences)

    def by_form(self, place: Place) -> dict[tuple[str, str], Counted]:
        """Give what there is, by form and age group."""
        return self._by(place, lambda offer: (offer.form,))

    def by_chance(self, place: Place) -> dict[tuple[str, str], Counted]:
        """Give what there is, by element of the Kansencirkel and age group.

        What names no element stands under an empty word.
        """
        return self._by(place, lambda offer: offer.chances or ("",))

    def _by(
        self, place: Place, words: Callable[[Offer], Iterable[str]]
    ) -> dict[tuple[str, str], Counted]:
        found: dict[tuple[str, str], list[Supplied]] = {}
        for each in self.supply.existing_in(place):
            for word in words(each.offer):
                for ages in each.ages:
                    found.setdefault((word, ages), []).append(each)
        return {key: _counted(offers) for key, offers in found.items()}

    @property
    def months(self) -> tuple[date, ...]:
        """Give the first day of each month that lies, in part, within the horizon."""
        first = self.supply.today.replace(day=1)
        horizon = self.supply.planning.norms.horizon
        months = (months_later(first, number) for number in range(horizon + 1))
        return tuple(month for month in months if month < self.supply.end)

    def starting(self, place: Place) -> dict[tuple[date | None, str], int]:
        """Give how many groups start, by month and age group, also those that are full.

        Groups of which nobody knows the first day stand under None.
        """
        found: dict[tuple[date | None, str], int] = {}
        for each in self.supply.existing_in(place):
            for month in self._starting[each.offer.identity]:
                for ages in each.ages:
                    found[month, ages] = found.get((month, ages), 0) + 1
        return found

    @cached_property
    def _starting(self) -> dict[str, list[date | None]]:
        """Give the month in which each group of an offer starts, by its identity."""
        found = {}
        for each in self.supply.offers:
            days = ((group, first_day(group)) for group in each.offer.groups)
            found[each.offer.identity] = [
                first.replace(day=1) if first else None
                for group, first in days
                if self._starts(group, first)
            ]
        return found

    def _starts(self, group: Group, first: date | None) -> bool:
        answer = group_joining(group, self.supply.today)
        is_in_time = first is None or self.supply.today <= first < self.supply.end
        return is_in_time and answer.reason not in _DO_NOT_START

    def special(self, group: str, place: Place) -> Special:
        """Give what there is in a place for a special group, about any theme."""
        counted = _counted(self._special_in.get((group, place.word), ()))
        kind = kind_of(counted.existing, counted.joinable, place, norm=1)
        warnings = warnings_of(counted.joinable, place, self.supply)
        return Special(counted, kind, tuple(warnings))

    @cached_property
    def _special_in(self) -> dict[tuple[str, str], list[Supplied]]:
        """Give what there is for a special group in a place, by both words."""
        found: dict[tuple[str, str], list[Supplied]] = {}
        for place in self.supply.places:
            for each in self.supply.existing_in(place):
                for group in set(each.offer.special_groups):
                    found.setdefault((group, place.word), []).append(each)
        return found


def _counted(offers: Iterable[Supplied]) -> Counted:
    existing = tuple(offers)
    return Counted(existing, tuple(each for each in existing if each.joinable))
