"""Where offers are missing: a kind and its reasons for each age group and theme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from groepsaanbod.analysis.demand import Demand, Demands
from groepsaanbod.analysis.supply import Place, Reach, Supplied, Supply
from groepsaanbod.planning import Norm
from groepsaanbod.vocabulary import AgeGroup, Theme


class Kind(StrEnum):
    """What a cell is; the words are what the report says, and an API."""

    NOT_EXPECTED = "niet van toepassing"
    NONE = "geen aanbod"
    NOT_JOINABLE = "niet in te stappen"
    ELSEWHERE = "alleen elders"
    BELOW_NORM = "onder de norm"
    ENOUGH = "voldoende"

    @property
    def is_gap(self) -> bool:
        """Tell whether something is missing."""
        return self not in {Kind.NOT_EXPECTED, Kind.ENOUGH}


class Warning(StrEnum):  # noqa: A001 - what the report calls it
    """What may be wrong beside the kind; never a gap by itself."""

    FRAGILE = "kwetsbaar"
    ONLY_PAID = "alleen betaald"
    ONLY_REFERRAL = "alleen via verwijzing"
    ONLY_DAYTIME = "alleen overdag"
    ONLY_USUAL_LANGUAGE = "alleen Nederlands"
    PARTLY = "deels"


@dataclass(frozen=True)
class Cell:
    """One theme, for one age group, in one place."""

    place: Place
    ages: AgeGroup
    theme: Theme
    kind: Kind
    existing: tuple[Supplied, ...]
    joinable: tuple[Supplied, ...]
    norm: int
    """How many joinable offers are asked here."""
    norm_from: Norm | None
    """The norm that says so; None for what holds everywhere."""
    why_not_expected: str = ""
    warnings: tuple[Warning, ...] = ()
    elsewhere: tuple[str, ...] = ()
    """Where people can join something, when nobody can here: other municipalities, and
    of an area also the areas beside it."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Give what names a cell: theme, ages, place."""
        return self.theme.word, self.ages.word, self.place.word


@dataclass(frozen=True)
class Ranked:
    """A gap with what it weighs."""

    cell: Cell
    demand: Demand


@dataclass(frozen=True)
class Ranking:
    """The gaps of a place: those that can be weighed first, and those that cannot."""

    weighed: tuple[Ranked, ...]
    """By children times share, the most first."""
    without_share: tuple[Ranked, ...]
    """By children, the most first: nobody counted how often the theme is asked for."""
    without_children: tuple[Ranked, ...]
    """In the order of the region: nobody counted who lives here."""

    @property
    def all(self) -> tuple[Ranked, ...]:
        """Give every gap, the largest first."""
        return self.weighed + self.without_share + self.without_children


@dataclass(frozen=True)
class Gaps:
    """The cells of every place."""

    supply: Supply

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Give the rows of each matrix."""
        return self.supply.catalogue.vocabulary.themes

    @property
    def ages(self) -> tuple[AgeGroup, ...]:
        """Give the columns of each matrix."""
        return self.supply.catalogue.vocabulary.ages.for_reports

    @cached_property
    def demands(self) -> Demands:
        """Give what inhabitants and questions say."""
        catalogue = self.supply.catalogue
        return Demands(catalogue.planning, catalogue.vocabulary)

    def cell(self, theme: str, ages: str, place: str) -> Cell:
        """Give one cell; KeyError when the region does not know one of the words."""
        return self.cells[theme, ages, place]

    @cached_property
    def cells(self) -> dict[tuple[str, str, str], Cell]:
        """Give every cell by theme, ages and place, in the order of the region."""
        found = {}
        for place in self.supply.places:
            for theme in self.themes:
                for group in self.ages:
                    cell = self._cell(place, theme, group)
                    found[cell.key] = cell
        return found

    def of(self, place: Place) -> tuple[Cell, ...]:
        """Give the cells of a place, theme by theme."""
        return self._by_place[place.word]

    @cached_property
    def _by_place(self) -> dict[str, tuple[Cell, ...]]:
        found: dict[str, list[Cell]] = {}
        for cell in self.cells.values():
            found.setdefault(cell.place.word, []).append(cell)
        return {word: tuple(cells) for word, cells in found.items()}

    def ranking(self, places: Iterable[Place]) -> Ranking:
        """Give the gaps of these places, the largest first."""
        gaps = [
            Ranked(cell, self.demands.of(cell.place, cell.ages, cell.theme.word))
            for place in places
            for cell in self.of(place)
            if cell.kind.is_gap
        ]
        uncounted = [each for each in gaps if each.demand.children is None]
        unshared = [
            each for each in gaps if each.demand.children and not each.demand.share
        ]
        weighed = [each for each in gaps if each.demand.weight is not None]
        return Ranking(
            tuple(sorted(weighed, key=lambda each: -(each.demand.weight or 0))),
            tuple(sorted(unshared, key=_by_children)),
            tuple(uncounted),
        )

    @cached_property
    def _existing(self) -> dict[str, dict[tuple[str, str], tuple[Supplied, ...]]]:
        """Give what exists in each place, by theme and age group."""
        return {
            place.word: _by_cell(self.supply.existing_in(place))
            for place in self.supply.places
        }

    @cached_property
    def _not_expected(self) -> dict[tuple[str, str], str]:
        return {
            (each.theme, group): each.why
            for each in self.supply.planning.norms.not_expected
            for group in each.ages
        }

    def _cell(self, place: Place, theme: Theme, group: AgeGroup) -> Cell:
        key = theme.word, group.word
        existing = self._existing[place.word].get(key, ())
        joinable = tuple(each for each in existing if each.joinable)
        norm, norm_from = self._norm(place, theme, group)
        why_not = self._not_expected.get(key)
        kind = (
            kind_of(existing, joinable, place, norm)
            if why_not is None
            else Kind.NOT_EXPECTED
        )
        return Cell(
            place=place,
            ages=group,
            theme=theme,
            kind=kind,
            existing=existing,
            joinable=joinable,
            norm=norm,
            norm_from=norm_from,
            why_not_expected=why_not or "",
            warnings=tuple(warnings_of(joinable, place, self.supply)),
            elsewhere=(
                tuple(self._elsewhere(key, place))
                if kind in {Kind.NONE, Kind.NOT_JOINABLE}
                else ()
            ),
        )

    def _norm(
        self, place: Place, theme: Theme, group: AgeGroup
    ) -> tuple[int, Norm | None]:
        """Give what is asked: of the norms that fit, the last."""
        norms = self.supply.planning.norms
        for norm in reversed(norms.norms):
            if (
                norm.theme in {None, theme.word}
                and norm.ages in {None, group.word}
                and norm.where in {None, place.word}
            ):
                return norm.least, norm
        return norms.usual, None

    def _elsewhere(self, key: tuple[str, str], here: Place) -> Iterator[str]:
        """Give the other places whose people can join something.

        Those are the other municipalities, and for an area the others beside it.
        """
        for place in self.supply.places:
            existing = self._existing[place.word].get(key, ())
            if _is_beside(place, here) and any(each.joinable for each in existing):
                yield place.word


def _by_cell(
    offers: Iterable[Supplied],
) -> dict[tuple[str, str], tuple[Supplied, ...]]:
    found: dict[tuple[str, str], list[Supplied]] = {}
    for each in offers:
        for theme in each.offer.themes:
            for group in each.ages:
                found.setdefault((theme, group), []).append(each)
    return {key: tuple(offers) for key, offers in found.items()}


def kind_of(
    existing: tuple[Supplied, ...],
    joinable: tuple[Supplied, ...],
    place: Place,
    norm: int,
) -> Kind:
    """Give what a cell is in which offers are expected: the first kind that holds."""
    if not existing:
        return Kind.NONE
    if not joinable:
        return Kind.NOT_JOINABLE
    if not any(_is_given_in(each, place) for each in joinable):
        return Kind.ELSEWHERE
    return Kind.BELOW_NORM if len(joinable) < norm else Kind.ENOUGH


def warnings_of(
    joinable: tuple[Supplied, ...], place: Place, supply: Supply
) -> Iterator[Warning]:
    """Give what may be wrong with what one can join; nothing when that is nothing."""
    if not joinable:
        return
    if _has_one_giver(joinable):
        yield Warning.FRAGILE
    if not any(each.is_cheap for each in joinable):
        yield Warning.ONLY_PAID
    if all(each.needs_referral for each in joinable):
        yield Warning.ONLY_REFERRAL
    if all(each.is_daytime for each in joinable):
        yield Warning.ONLY_DAYTIME
    if all(each.is_usual_language for each in joinable):
        yield Warning.ONLY_USUAL_LANGUAGE
    together = set().union(*{each.offer.areas for each in joinable})
    if supply.reach_of(tuple(sorted(together)), place) is Reach.PARTLY:
        yield Warning.PARTLY


def _has_one_giver(offers: tuple[Supplied, ...]) -> bool:
    (first, *_) = offers[0].givers
    return all(giver == first for each in offers for giver in each.givers)


def _is_beside(place: Place, here: Place) -> bool:
    if place.is_region or place.word == here.word:
        return False
    is_of_here = place.municipality == here.municipality
    return here.is_area and is_of_here if place.is_area else not is_of_here


def _is_given_in(supplied: Supplied, place: Place) -> bool:
    """Tell whether one can join inside this municipality, online, or nobody knows."""
    given = supplied.given_in
    if given is None:
        return True
    return place.municipality.word in given if place.municipality else bool(given)


def _by_children(ranked: Ranked) -> float:
    return -(ranked.demand.children.number if ranked.demand.children else 0)
