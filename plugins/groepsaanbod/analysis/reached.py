"""How many people were reached, as partners say; few are never shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from groepsaanbod.catalogue import Offer

FEWEST_SHOWN = 5
"""Of fewer people than this nobody may read how many there were; 0 is no people."""


@dataclass(frozen=True, slots=True)
class People:
    """How many people were reached, as far as partners said."""

    number: int | None
    """None when nobody said, and when there are too few to show."""
    is_few: bool = False
    """Whether there are some, but too few to show."""
    said: int = 0
    """How many offers gave a number."""

    @classmethod
    def of(cls, numbers: Iterable[int | None]) -> "People":
        """Add up what was said; None is unknown, and not 0."""
        known = [each for each in numbers if each is not None]
        total = sum(known)
        is_few = 0 < total < FEWEST_SHOWN
        is_shown = bool(known) and not is_few
        return cls(total if is_shown else None, is_few, len(known))


@dataclass(frozen=True, slots=True)
class ReachedInYear:
    """The people reached in one year; nobody can work out a number that is hidden."""

    year: int
    children: People
    young_people: People
    parents: People
    silent: int
    """How many offers gave no number at all for this year."""

    @property
    def together(self) -> int | None:
        """Give all people, only when each part is known and may be read."""
        parts = (self.children, self.young_people, self.parents)
        known = [each.number for each in parts if each.number is not None]
        return sum(known) if len(known) == len(parts) else None


def reached_in(offers: Iterable[Offer], year: int) -> ReachedInYear:
    """Add up what these offers say of a year."""
    offers = tuple(offers)
    said = [reach for offer in offers for reach in offer.reach if reach.year == year]
    speaking = sum(
        any(
            number is not None
            for reach in offer.reach
            if reach.year == year
            for number in (reach.children, reach.young_people, reach.parents)
        )
        for offer in offers
    )
    return ReachedInYear(
        year,
        People.of(each.children for each in said),
        People.of(each.young_people for each in said),
        People.of(each.parents for each in said),
        len(offers) - speaking,
    )
