"""What each offer counts for in the reports: ages, places, and whether one can join."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from groepsaanbod.analysis.ageing import Stage, Stages
from groepsaanbod.analysis.months import months_later
from groepsaanbod.catalogue import Catalogue, Offer
from groepsaanbod.fields import TimeSpan, Weekday
from groepsaanbod.joining import (
    Answer,
    Joining,
    Reason,
    drop_in_joining,
    first_day,
    group_joining,
    joining,
    last_day,
    weekdays,
)
from groepsaanbod.model import Delivery, DropIn, Group
from groepsaanbod.planning import Planning
from groepsaanbod.vocabulary import WHOLE_REGION, AgeGroup, Municipality, Vocabulary

MONTHS_THAT_COUNT = 12
"""An offer counts in an age group with which it shares more months than this."""

_OVER = {Reason.FINISHED, Reason.CANCELLED}
_WEEKEND = {Weekday.SATURDAY, Weekday.SUNDAY}


class Reach(Enum):
    """How far an offer is for the people of a place."""

    NOT = "not"
    PARTLY = "partly"
    WHOLLY = "wholly"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report looks: the region, a municipality, or an area of one."""

    word: str
    name: str
    municipality: Municipality | None = None
    """The municipality it is, or lies in; None for the region."""

    @property
    def is_region(self) -> bool:
        """Tell whether it is the whole region."""
        return self.municipality is None

    @property
    def is_area(self) -> bool:
        """Tell whether it is a part of a municipality."""
        return self.municipality is not None and self.municipality.word != self.word


def places(vocabulary: Vocabulary, region: str) -> tuple[Place, ...]:
    """Give the region, then each municipality with its areas; ``region`` names it."""
    return (Place(WHOLE_REGION, region), *_places(vocabulary))


def _places(vocabulary: Vocabulary) -> Iterator[Place]:
    for municipality in vocabulary.municipalities:
        yield Place(municipality.word, municipality.name, municipality)
        for area in municipality.areas:
            yield Place(area.word, area.name, municipality)


def counts_in(
    months: tuple[int, int], groups: tuple[AgeGroup, ...]
) -> tuple[AgeGroup, ...]:
    """Give the age groups in which an offer for these ages counts.

    Those with which it shares more than 12 months or at least half of its own length;
    if there is none, the one with which it shares most, and of equals the younger.
    """
    length = months[1] - months[0]
    shared = [
        (group, min(months[1], group.months[1]) - max(months[0], group.months[0]))
        for group in groups
    ]
    counting = tuple(
        group
        for group, number in shared
        if number > MONTHS_THAT_COUNT or (number > 0 and 2 * number >= length)
    )
    if counting:
        return counting
    most = max((number for _, number in shared), default=0)
    with_most = [group for group, number in shared if number == most > 0]
    return tuple(sorted(with_most, key=lambda each: each.months)[:1])


@dataclass(frozen=True)
class Supplied:
    """An offer, and what the reports want to know of it on a day."""

    offer: Offer
    answer: Joining
    """Whether one can join, of the best group within the horizon."""
    joinable: bool
    """Whether the answer is yes."""
    exists: bool
    """Whether it is not over."""
    is_planned: bool
    """Whether one can join, or a group is planned to start within the horizon."""
    ages: tuple[str, ...]
    """The words of the age groups in which it counts."""
    given_in: frozenset[str] | None
    """Municipalities where one can join; None when nobody can know.

    Online it is given in each.
    """
    is_cheap: bool
    needs_referral: bool
    is_daytime: bool
    """Whether all that one can join is surely on weekdays in the daytime."""
    is_usual_language: bool
    """Whether all that one can join is in the region's usual language alone."""

    @property
    def givers(self) -> tuple[str, ...]:
        """Give the partners that give it, the one whose file it is first."""
        return (self.offer.partner, *self.offer.given_with)


@dataclass(frozen=True)
class Supply:
    """All offers that count, on a day, in the order of the catalogue.

    Left out: what is not to be seen, or in no list any more, forms that the norms leave
    out, and what people join for their work.
    """

    catalogue: Catalogue
    today: date

    @property
    def planning(self) -> Planning:
        """Give what the coordinator knows and wants."""
        return self.catalogue.planning

    @cached_property
    def end(self) -> date:
        """Give the first day beyond the horizon."""
        return months_later(self.today, self.planning.norms.horizon)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Give where one can look: the region, its municipalities, their areas."""
        catalogue = self.catalogue
        return places(catalogue.vocabulary, catalogue.site.region)

    def place(self, word: str) -> Place:
        """Give the place of this word; KeyError when there is none."""
        return self._place_by_word[word]

    @cached_property
    def _place_by_word(self) -> dict[str, Place]:
        return {place.word: place for place in self.places}

    @cached_property
    def offers(self) -> tuple[Supplied, ...]:
        """Give what counts."""
        return tuple(
            self._supplied(offer)
            for offer in self._eligible
            if self._stages.of(offer) is not Stage.UNLISTED
        )

    @cached_property
    def unlisted(self) -> tuple[Supplied, ...]:
        """Give what would count, had somebody looked at it in time."""
        return tuple(
            self._supplied(offer)
            for offer in self._eligible
            if self._stages.of(offer) is Stage.UNLISTED
        )

    @cached_property
    def _eligible(self) -> tuple[Offer, ...]:
        left_out = set(self.planning.norms.forms_left_out)
        vocabulary = self.catalogue.vocabulary
        return tuple(
            offer
            for offer in self.catalogue.offers
            if offer.is_visible(self.today)
            and offer.form not in left_out
            and not vocabulary.is_for_work(offer.audiences)
        )

    @cached_property
    def _stages(self) -> Stages:
        return Stages(self.planning.norms, self.today)

    @cached_property
    def by_identity(self) -> dict[str, Supplied]:
        """Give what counts, by ``aanbieder/slug``."""
        return {each.offer.identity: each for each in self.offers}

    @cached_property
    def usual_language(self) -> str:
        """Give the language of offers that name none: the first of the region's.

        It is empty when the region names no language.
        """
        return next(iter(self.catalogue.vocabulary.choices("talen")), "")

    def existing_in(self, place: Place) -> tuple[Supplied, ...]:
        """Give what is not over and is for people of a place, or for some of them."""
        return self._existing_in[place.word]

    @cached_property
    def _existing_in(self) -> dict[str, tuple[Supplied, ...]]:
        found: dict[str, list[Supplied]] = {place.word: [] for place in self.places}
        for each in self.offers:
            if each.exists:
                for word, reach in self._reaches[each.offer.areas].items():
                    if reach is not Reach.NOT:
                        found[word].append(each)
        return {word: tuple(offers) for word, offers in found.items()}

    def reach(self, offer: Offer, place: Place) -> Reach:
        """Say how far an offer is for the people of a place."""
        return self.reach_of(offer.areas, place)

    def reach_of(self, areas: tuple[str, ...], place: Place) -> Reach:
        """Say how far what is for these areas is for the people of a place."""
        return self._reaches[areas].get(place.word, Reach.NOT)

    @cached_property
    def _reaches(self) -> "_Reaches":
        return _Reaches(self.places)

    def _supplied(self, offer: Offer) -> Supplied:
        norms = self.planning.norms
        groups = [(each, self._in_time(each)) for each in offer.groups]
        drop_ins = [(each, self._drop_in_in_time(each)) for each in offer.drop_ins]
        open_groups = [each for each, answer in groups if answer.answer is Answer.YES]
        open_hours = [each for each, answer in drop_ins if answer.answer is Answer.YES]
        parts = [answer for _, answer in (*groups, *drop_ins)]
        answer = min(parts, key=lambda each: each.rank) if parts else self._bare(offer)
        return Supplied(
            offer=offer,
            answer=answer,
            joinable=answer.answer is Answer.YES,
            exists=answer.reason not in _OVER,
            is_planned=answer.answer is Answer.YES or self._is_planned(offer),
            ages=self._ages(offer.ages.months),
            given_in=self._given_in(offer, open_groups, open_hours),
            is_cheap=self.planning.is_cheap(offer.costs.amount, offer.costs.note),
            needs_referral=offer.sign_up.how in norms.referrals,
            is_daytime=self._is_daytime(open_groups, open_hours),
            is_usual_language=self._is_usual_language(offer, open_groups, open_hours),
        )

    def _bare(self, offer: Offer) -> Joining:
        """Answer for an offer without groups or hours."""
        return joining(offer, self.today)

    def _in_time(self, group: Group) -> Joining:
        """Say whether one can join a group within the horizon.

        A full group stays full for parents; here it is over after its last day.
        """
        found = group_joining(group, self.today)
        if found.reason is Reason.FULL and _has_ended(group, self.today):
            return Joining(Answer.NO, Reason.FINISHED, None, found.as_of)
        return self._bounded(found)

    def _drop_in_in_time(self, drop_in: DropIn) -> Joining:
        return self._bounded(drop_in_joining(drop_in, self.today))

    def _bounded(self, found: Joining) -> Joining:
        if found.answer is Answer.YES and found.day and found.day >= self.end:
            return Joining(Answer.UNKNOWN, found.reason, found.day, found.as_of)
        return found

    def _is_planned(self, offer: Offer) -> bool:
        """Tell whether a group starts within the horizon, be it full."""
        for group in offer.groups:
            first = first_day(group)
            answer = group_joining(group, self.today)
            if first and self.today <= first < self.end and answer.reason not in _OVER:
                return True
        return False

    def _ages(self, months: tuple[int, int]) -> tuple[str, ...]:
        if months not in self._ages_by_months:
            groups = self.catalogue.vocabulary.ages.for_reports
            found = tuple(each.word for each in counts_in(months, groups))
            self._ages_by_months[months] = found
        return self._ages_by_months[months]

    @cached_property
    def _ages_by_months(self) -> dict[tuple[int, int], tuple[str, ...]]:
        return {}

    def _given_in(
        self, offer: Offer, groups: list[Group], hours: list[DropIn]
    ) -> frozenset[str] | None:
        vocabulary = self.catalogue.vocabulary
        if offer.delivery is not Delivery.ON_SITE:
            return frozenset(each.word for each in vocabulary.municipalities)
        town_of = {each.name: each.town for each in offer.locations}
        named = [each.location for each in groups]
        named += [each.location for each in hours]
        if not named or None in named:
            # Who names no place for a group means any of those the offer has.
            towns = set(town_of.values())
        else:
            towns = {town_of[name] for name in named if name in town_of}
        if not towns:
            return None
        found = (vocabulary.municipality_at(town) for town in towns)
        return frozenset(each.word for each in found if each)

    def _is_daytime(self, groups: list[Group], hours: list[DropIn]) -> bool:
        """Tell so only when days and times of all are known."""
        if not groups and not hours:
            return False
        return all(self._group_is_daytime(each) for each in groups) and all(
            self._is_within(each.times, {each.weekday}) for each in hours
        )

    def _group_is_daytime(self, group: Group) -> bool:
        days = weekdays(group)
        if group.weekday:
            days.add(group.weekday)
        return (
            bool(days)
            and group.times is not None
            and self._is_within(group.times, days)
        )

    def _is_within(self, times: TimeSpan, days: set[Weekday]) -> bool:
        day = self.planning.norms.daytime
        return (
            day.start <= times.start
            and times.end <= day.end
            and days.isdisjoint(_WEEKEND)
        )

    def _is_usual_language(
        self, offer: Offer, groups: list[Group], hours: list[DropIn]
    ) -> bool:
        usual = self.usual_language
        of_the_offer = set(offer.languages) or {usual}
        spoken = {each.language for each in groups if each.language}
        if hours or not groups or not all(each.language for each in groups):
            spoken |= of_the_offer
        return bool(usual) and spoken == {usual}


def _has_ended(group: Group, today: date) -> bool:
    """Tell whether the last day of a group is known, and past."""
    knows_the_end = bool(group.dates) or group.meetings is not None
    last = last_day(group)
    return knows_the_end and last is not None and last < today


class _Reaches(dict[tuple[str, ...], dict[str, Reach]]):
    """For each list of areas that occurs: how far it is for each place."""

    def __init__(self, all_places: tuple[Place, ...]) -> None:
        super().__init__()
        self._places = all_places

    def __missing__(self, areas: tuple[str, ...]) -> dict[str, Reach]:
        """Work out a list of areas the first time it is asked for."""
        found = {place.word: _reach(set(areas), place) for place in self._places}
        self[areas] = found
        return found


def _reach(areas: set[str], place: Place) -> Reach:
    municipality = place.municipality
    if municipality is None or WHOLE_REGION in areas:
        return Reach.WHOLLY
    if municipality.word in areas or place.word in areas:
        return Reach.WHOLLY
    parts = {area.word for area in municipality.areas}
    if place.is_area or not parts & areas:
        return Reach.NOT
    return Reach.WHOLLY if parts <= areas else Reach.PARTLY
