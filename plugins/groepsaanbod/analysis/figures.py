"""What the municipality asks for: partners, people reached, visits, costs, checks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from groepsaanbod.analysis.availability import Freshness, coming, freshness
from groepsaanbod.analysis.months import months_later
from groepsaanbod.analysis.reached import People, ReachedInYear, reached_in
from groepsaanbod.analysis.supply import (
    Place,
    Reach,
    Supplied,
    Supply,
)
from groepsaanbod.catalogue import Partner
from groepsaanbod.planning import Aim, Figure, MonthOfVisits

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Listing:
    """A partner that lists offers that are to be seen and not over."""

    partner: Partner
    own: int
    together: int
    """How many offers of others it helps to give."""


@dataclass(frozen=True, slots=True)
class Silent:
    """An organisation the region knows, of which nothing is listed."""

    name: str
    ages: tuple[str, ...]
    """The words of the age groups it is there for; empty when nobody said."""
    where: str | None
    """The word of its municipality or area; None for the whole region, or unknown."""
    partner: str | None
    """Its folder, if it has one."""


class CostKind(StrEnum):
    """What it costs to join; the words are what the report says."""

    FREE = "gratis"
    NEARLY_FREE = "bijna gratis"
    PAID = "betaald"


@dataclass(frozen=True, slots=True)
class Split:
    """How many of one sort there are, and how many of those one can join."""

    existing: int
    joinable: int


@dataclass(frozen=True, slots=True)
class Point:
    """One bar of a small chart."""

    label: str
    """A word of the analysis or region, a year, or a month as ``2026-10``."""
    number: int | None
    is_few: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure, beside what was promised."""

    figure: Figure
    number: int | None
    total: int | None = None
    """Of how many; None for what is no share."""
    is_few: bool = False
    period: str = ""
    """The year or month it is about, as ``2025`` or ``2026-10``; empty is today."""
    aim: Aim | None = None
    series: tuple[Point, ...] = ()

    @property
    def share(self) -> int | None:
        """Give the number of a hundred; None for what is no share, or of nothing."""
        if self.number is None or not self.total:
            return None
        return (200 * self.number + self.total) // (2 * self.total)

    @property
    def is_reached(self) -> bool | None:
        """Tell whether the aim is met; None when one of both is unknown."""
        now = self.number if self.total is None else self.share
        if self.aim is None or self.aim.target is None or now is None:
            return None
        return now >= self.aim.target


@dataclass(frozen=True)
class Figures:
    """All figures, of the region or of one place in it.

    Aims, people and visits are of the whole region: nobody counts them by place.
    """

    supply: Supply
    place: Place

    def at(self, place: Place) -> "Figures":
        """Give the same figures of another place."""
        return self if place == self.place else replace(self, place=place)

    @cached_property
    def existing(self) -> tuple[Supplied, ...]:
        """Give the offers to be seen, not over, and open to people of this place."""
        return self._here(self.supply.offers)

    def _here(self, offers: tuple[Supplied, ...]) -> tuple[Supplied, ...]:
        reach = self.supply.reach
        return tuple(
            each
            for each in offers
            if each.exists and reach(each.offer, self.place) is not Reach.NOT
        )

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Give the partners that list something, the most offers first."""
        own = Counter(each.offer.partner for each in self.existing)
        together = Counter(
            giver for each in self.existing for giver in each.offer.given_with
        )
        found = [
            Listing(partner, own[partner.slug], together[partner.slug])
            for partner in self.supply.catalogue.partners
            if own[partner.slug] or together[partner.slug]
        ]
        return tuple(
            sorted(
                found, key=lambda each: (-each.own, -each.together, each.partner.name)
            )
        )

    @cached_property
    def silent(self) -> tuple[Silent, ...]:
        """Give who lists nothing: those the region knows, then others with a folder."""
        listed = {each.partner.slug for each in self.listings}
        known = self.supply.planning.aims.known_partners
        found = [
            Silent(each.name, each.ages, each.where, each.listed_as)
            for each in known
            if each.listed_as not in listed and self._is_here(each.where)
        ]
        named = {each.listed_as for each in known}
        if self.place.is_region:
            found += [
                Silent(each.name, (), None, each.slug)
                for each in self.supply.catalogue.partners
                if each.slug not in listed and each.slug not in named
            ]
        return tuple(found)

    def _is_here(self, where: str | None) -> bool:
        municipality = self.place.municipality
        if where is None or municipality is None:
            return True
        theirs = self.supply.catalogue.vocabulary.municipality_of(where)
        return theirs is None or theirs.word == municipality.word

    @cached_property
    def reached(self) -> tuple[ReachedInYear, ...]:
        """Give the people reached in each year that somebody counted, the last first.

        What is over or not to be seen any more counts too: it did reach people.
        """
        norms = self.supply.planning.norms
        vocabulary = self.supply.catalogue.vocabulary
        offers = [
            each
            for each in self.supply.catalogue.offers
            if each.form not in norms.forms_left_out
            and not vocabulary.is_for_work(each.audiences)
        ]
        years = {
            reach.year
            for offer in offers
            for reach in offer.reach
            if reach.year <= self.supply.today.year
        }
        return tuple(reached_in(offers, year) for year in sorted(years, reverse=True))

    @cached_property
    def visits(self) -> tuple[tuple[date, MonthOfVisits | None], ...]:
        """Give the last twelve whole months, the last first; None was not counted."""
        known = {each.month: each for each in self.supply.planning.visits}
        this_month = self.supply.today.replace(day=1)
        months = [months_later(this_month, -ago) for ago in range(1, MONTHS_SHOWN + 1)]
        return tuple((month, known.get(month)) for month in months)

    @cached_property
    def costs(self) -> dict[CostKind, Split]:
        """Give how many offers are free, nearly free and paid."""
        found = Counter((_cost_kind(each), each.joinable) for each in self.existing)
        return {
            kind: Split(found[kind, True] + found[kind, False], found[kind, True])
            for kind in CostKind
        }

    @cached_property
    def payers(self) -> dict[str, int]:
        """Give how many offers each funder pays for, by its word; one may have more."""
        found = Counter(word for each in self.existing for word in each.offer.funders)
        words = self.supply.catalogue.vocabulary.choices("financiering")
        return {word: found[word] for word in words}

    @cached_property
    def without_payer(self) -> int:
        """Give of how many offers nobody said who pays."""
        return sum(not each.offer.funders for each in self.existing)

    @cached_property
    def checked(self) -> tuple[int, int, int]:
        """Give how many offers were checked in time, within twice that, and before.

        What is in no list any more counts here: nobody checked it.
        """
        months = self.supply.planning.norms.checked_within
        in_time = months_later(self.supply.today, -months)
        late = months_later(self.supply.today, -2 * months)
        theirs = (*self.existing, *self._here(self.supply.unlisted))
        days = [each.offer.checked_on for each in theirs]
        fresh = sum(day >= in_time for day in days)
        old = sum(day < late for day in days)
        return fresh, len(days) - fresh - old, old

    @cached_property
    def availability(self) -> dict[Freshness, int]:
        """Give of the groups still to come how well it is known if there are places."""
        found = Counter(
            freshness(group, self.supply.today)
            for each in self.existing
            for group in coming(each.offer, self.supply.today)
        )
        return {each: found[each] for each in Freshness}

    @cached_property
    def all(self) -> tuple[Measured, ...]:
        """Give each figure, in the order of ``Figure``; people only of the region."""
        found = {each.figure: each for each in self._measured()}
        return tuple(found[each] for each in Figure if each in found)

    def of(self, figure: Figure) -> Measured | None:
        """Give one figure; None when nobody can know it of this place."""
        return next((each for each in self.all if each.figure is figure), None)

    def _measured(self) -> Iterator[Measured]:
        aim = self._aim(Figure.PARTNERS)
        number = len(self.listings)
        steps = (
            (Point("nulmeting", aim.baseline),) if aim else (),
            (Point("nu", number),),
            (Point("doel", aim.target),) if aim else (),
        )
        series = tuple(point for step in steps for point in step)
        yield Measured(Figure.PARTNERS, number, aim=aim, series=series)
        if self.place.is_region:
            yield from self._people()
            yield self._visited()
        yield self._share(
            Figure.FREE,
            self.costs[CostKind.FREE].existing
            + self.costs[CostKind.NEARLY_FREE].existing,
            (Point(kind, split.existing) for kind, split in self.costs.items()),
        )
        names = ("op tijd", "te laat", "veel te laat")
        yield self._share(
            Figure.CHECKED,
            self.checked[0],
            (Point(*each) for each in zip(names, self.checked, strict=True)),
        )
        yield self._share(
            Figure.AVAILABILITY,
            self.availability[Freshness.FRESH],
            (Point(*each) for each in self.availability.items()),
        )

    def _share(self, figure: Figure, number: int, points: Iterable[Point]) -> Measured:
        """Give the share of a sort among all that the points count."""
        series = tuple(points)
        total = sum(each.number or 0 for each in series)
        return Measured(figure, number, total, aim=self._aim(figure), series=series)

    def _people(self) -> Iterator[Measured]:
        """Give the last whole year that somebody counted, with the years before."""
        whole = [each for each in self.reached if each.year < self.supply.today.year]
        for figure, attribute in (
            (Figure.CHILDREN, "children"),
            (Figure.YOUNG_PEOPLE, "young_people"),
            (Figure.PARENTS, "parents"),
        ):
            years: list[tuple[int, People]] = [
                (each.year, getattr(each, attribute)) for each in whole
            ]
            last = years[0][1] if years else People(None)
            yield Measured(
                figure,
                last.number,
                is_few=last.is_few,
                period=str(years[0][0]) if years else "",
                aim=self._aim(figure),
                series=tuple(
                    Point(str(year), people.number, people.is_few)
                    for year, people in reversed(years)
                ),
            )

    def _visited(self) -> Measured:
        month, last = self.visits[0]
        return Measured(
            Figure.VISITS,
            last.visits if last else None,
            period=f"{month:%Y-%m}",
            aim=self._aim(Figure.VISITS),
            series=tuple(
                Point(f"{month:%Y-%m}", each.visits if each else None)
                for month, each in reversed(self.visits)
            ),
        )

    def _aim(self, figure: Figure) -> Aim | None:
        if not self.place.is_region:
            return None
        aims = self.supply.planning.aims.aims
        return next((each for each in reversed(aims) if each.figure is figure), None)


def _cost_kind(supplied: Supplied) -> CostKind:
    if supplied.offer.costs.is_free:
        return CostKind.FREE
    return CostKind.NEARLY_FREE if supplied.is_cheap else CostKind.PAID
