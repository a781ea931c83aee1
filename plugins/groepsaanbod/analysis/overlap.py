"""Which offers are for the same people about the same: pairs, and groups of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, product
from typing import NamedTuple, TypeVar

from groepsaanbod.analysis.clusters import Cluster, groups
from groepsaanbod.analysis.likeness import (
    Likeness,
    Parts,
    Profile,
    Shares,
    numbers_in,
    profile_of,
    score_of,
    set_of,
    sets_of,
)
from groepsaanbod.analysis.sameness import Sameness, Twins
from groepsaanbod.analysis.supply import Place, Reach, Supplied, Supply
from groepsaanbod.keeping import Kept, digest, digest_of
from groepsaanbod.model import Delivery
from groepsaanbod.planning import OverlapWeights
from groepsaanbod.vocabulary import AgeGroup, Theme

MOST_PAIRS = 5_000
"""Of more pairs only the best are given; all are counted."""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Pair:
    """Two offers that overlap."""

    first: Supplied
    """The one whose identity comes first."""
    second: Supplied
    shares: Shares
    score: float
    """From 0 to 1: the shares, weighed."""
    sameness: Sameness | None
    """By what the two seem to be one offer, given twice."""

    @property
    def key(self) -> tuple[str, str]:
        """Give what names a pair: both identities, in their order."""
        return self.first.offer.identity, self.second.offer.identity

    @property
    def is_same_offer(self) -> bool:
        """Tell whether it seems one offer, given twice."""
        return self.sameness is not None

    @property
    def are_both_online(self) -> bool:
        """Tell whether no place parts them."""
        deliveries = {self.first.offer.delivery, self.second.offer.delivery}
        return deliveries == {Delivery.ONLINE}

    @property
    def facts(self) -> str:
        """Give how it stands in a few words, to compare later: ``0,86``."""
        score = f"{self.score:.2f}".replace(".", ",")
        return f"{score}, zelfde aanbod" if self.is_same_offer else score


@dataclass(frozen=True)
class Counts:
    """How many pairs there are; a pair counts for each theme that both are about."""

    pairs: int
    by_theme: dict[str, int]
    by_partner: dict[str, int]


@dataclass(frozen=True)
class Overlaps:
    """The overlaps in what people can join, or could if it were not full.

    At ten thousand offers they take long to find. So what is found is ``kept``, as
    numbers of offers, for when nothing changed by which offers are alike.
    """

    supply: Supply
    kept: Kept = field(default_factory=Kept, repr=False, compare=False)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Give the pairs of different partners, the best first: at most 5,000.

        Not of partners that give one of the two together.
        """
        return tuple(self._pair(*pair) for pair in self._best_between.pairs)

    @property
    def number(self) -> int:
        """Give how many pairs of different partners there are."""
        return self._best_between.number

    @cached_property
    def within_partner(self) -> tuple[Pair, ...]:
        """Give the pairs of one partner, the best first: at most 5,000."""
        return tuple(self._pair(*pair) for pair in self._best_within.pairs)

    @property
    def number_within(self) -> int:
        """Give how many pairs of one partner there are."""
        return self._best_within.number

    @cached_property
    def best_of_partner(self) -> dict[str, tuple[Pair, ...]]:
        """Give for each partner its pairs with others, of those in ``pairs``."""
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            for each in (pair.first, pair.second):
                found.setdefault(each.offer.partner, []).append(pair)
        return {slug: tuple(pairs) for slug, pairs in found.items()}

    def is_for(self, supplied: Supplied, place: Place) -> bool:
        """Tell whether an offer is for people of a place, or of a part of it."""
        return self.supply.reach(supplied.offer, place) is not Reach.NOT

    def only_in(self, place: Place, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """Give those of these pairs that are both for people of a place."""
        return tuple(
            each
            for each in pairs
            if self.is_for(each.first, place) and self.is_for(each.second, place)
        )

    def between(self, identity: str, other: str) -> Pair | None:
        """Give the pair of two offers, of one partner or two; None if there is none."""
        one, two = self._numbers.get(identity), self._numbers.get(other)
        if one is None or two is None or one == two:
            return None
        pair = self._pair(one, two)
        is_alike = pair.score >= self._shown_from and all(
            share.shared for share in pair.shares
        )
        is_given_together = (
            pair.first.offer.partner in pair.second.offer.given_with
            or pair.second.offer.partner in pair.first.offer.given_with
        )
        return pair if is_alike and not is_given_together else None

    def counts(self, place: Place) -> Counts:
        """Count the pairs of different partners that are both for people of a place."""
        return self._kept_or(f"counts {place.word}", lambda: self._counts(place))

    def _counts(self, place: Place) -> Counts:
        here = self._here(place)
        by_theme: Counter[str] = Counter()
        by_partner: Counter[str] = Counter()
        total = 0
        for number in numbers_in(here):
            others = self._between.others[number] & here
            if not others:
                continue
            offer = self._offers[number].offer
            found = others.bit_count()
            total += found
            by_partner[offer.partner] += found
            for theme in offer.themes:
                if shared := (others & self._about[theme]).bit_count():
                    by_theme[theme] += shared
        halves = {theme: count // 2 for theme, count in by_theme.items()}
        return Counts(total // 2, halves, dict(by_partner))

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Give groups of offers per cell, in the order of the region."""
        found = self._kept_or("clusters", lambda: [*self._clusters()])
        return tuple(
            Cluster(theme, group, place, tuple(self._offers[each] for each in together))
            for (theme, group, place), groups_here in zip(
                self._cells, found, strict=True
            )
            for together in groups_here
        )

    @cached_property
    def _cells(self) -> tuple[tuple[Theme, AgeGroup, Place], ...]:
        vocabulary = self.supply.catalogue.vocabulary
        ages = vocabulary.ages.for_reports
        return tuple(product(vocabulary.themes, ages, self._towns))

    @cached_property
    def _towns(self) -> tuple[Place, ...]:
        return tuple(
            place
            for place in self.supply.places
            if place.municipality and not place.is_area
        )

    def _clusters(self) -> Iterator[list[list[int]]]:
        """Give for each cell its groups, which are offers by their numbers."""
        vocabulary = self.supply.catalogue.vocabulary
        in_group = {
            group.word: set_of(
                number
                for number, each in enumerate(self._offers)
                if group.word in each.ages
            )
            for group in vocabulary.ages.for_reports
        }
        here = {place.word: self._here(place) for place in self._towns}
        for theme, group, place in self._cells:
            about = self._about.get(theme.word, 0)
            members = about & in_group[group.word] & here[place.word]
            yield [*groups(members, self._between.others)]

    @cached_property
    def _offers(self) -> tuple[Supplied, ...]:
        """Give what can overlap, by identity: nobody knows whether the rest can."""
        planned = (each for each in self.supply.offers if each.is_planned)
        return tuple(sorted(planned, key=lambda each: each.offer.identity))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Give where each offer stands, by its identity."""
        return {each.offer.identity: n for n, each in enumerate(self._offers)}

    @property
    def _weights(self) -> OverlapWeights:
        return self.supply.planning.norms.overlap

    @property
    def _shown_from(self) -> float:
        return self._weights.shown_from / 100

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self.supply.catalogue.vocabulary.municipalities)

    @cached_property
    def _profiles(self) -> tuple[Profile, ...]:
        return tuple(profile_of(each.offer, self._parts) for each in self._offers)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(self._profiles, self._weights, self._parts)

    @cached_property
    def _twins(self) -> Twins:
        words = self.supply.catalogue.vocabulary.search
        return Twins((*words.empty, *words.weak))

    @cached_property
    def _of_profile(self) -> dict[Profile, list[int]]:
        """Give the offers with each profile, so that equal ones are looked at once."""
        found: dict[Profile, list[int]] = {}
        for number, profile in enumerate(self._profiles):
            found.setdefault(profile, []).append(number)
        return found

    @cached_property
    def _of_partner(self) -> dict[str, int]:
        return _index([[each.offer.partner] for each in self._offers])

    @cached_property
    def _about(self) -> dict[str, int]:
        return _index([each.offer.themes for each in self._offers])

    def _here(self, place: Place) -> int:
        """Give the offers that are for people of a place."""
        return set_of(
            number
            for number, each in enumerate(self._offers)
            if self.is_for(each, place)
        )

    def _kept_or(self, what: str, find: Callable[[], Found]) -> Found:
        """Give what an earlier build found about the same offers, or find it."""
        key = digest(what, self._key)
        found: Found | None = self.kept.get("overlap", key)
        if found is None:
            found = find()
            self.kept.put("overlap", key, found)
        return found

    @cached_property
    def _key(self) -> bytes:
        """Give what tells all that overlaps follow from, from anything else."""
        vocabulary = self.supply.catalogue.vocabulary
        offers = [
            (
                (offer.identity, offer.given_with, offer.themes, offer.ages.months),
                (offer.audiences, offer.areas, offer.delivery is Delivery.ONLINE),
            )
            for offer in (each.offer for each in self._offers)
        ]
        return digest(
            digest_of(offers),
            repr((vocabulary.municipalities, vocabulary.themes)),
            repr((vocabulary.ages.for_reports, self._weights)),
        )

    @cached_property
    def _best_between(self) -> "_Best":
        return self._kept_or("between", lambda: self._best(self._between))

    @cached_property
    def _best_within(self) -> "_Best":
        return self._kept_or("within", lambda: self._best(self._within))

    @property
    def _between(self) -> "_Found":
        return self._survey[0]

    @property
    def _within(self) -> "_Found":
        return self._survey[1]

    @cached_property
    def _survey(self) -> tuple["_Found", "_Found"]:
        """Give what overlaps between partners, and within one."""
        between, within = _Found(len(self._offers)), _Found(len(self._offers))
        own, together = self._own, self._together
        for profile, members in self._of_profile.items():
            for score, alike in self._likeness.alike(profile, self._shown_from):
                for number in members:
                    if others := alike & ~together[number]:
                        between.add(number, score, others)
                    if others := alike & own[number]:
                        within.add(number, score, others)
        return between, within

    @cached_property
    def _own(self) -> list[int]:
        """Give for each offer the others of its partner."""
        return [
            self._of_partner[each.offer.partner] & ~(1 << number)
            for number, each in enumerate(self._offers)
        ]

    @cached_property
    def _together(self) -> list[int]:
        """Give for each offer those of its partner and of who gives one with it."""
        given_with = _index([each.offer.given_with for each in self._offers])
        found = []
        for each in self._offers:
            offer = each.offer
            together = self._of_partner[offer.partner]
            together |= given_with.get(offer.partner, 0)
            for partner in offer.given_with:
                together |= self._of_partner.get(partner, 0)
            found.append(together)
        return found

    def _pair(self, number: int, other: int) -> Pair:
        first, second = sorted((number, other))
        shares = self._likeness.shares(self._profiles[first], self._profiles[second])
        one, two = self._offers[first], self._offers[second]
        return Pair(
            first=one,
            second=two,
            shares=shares,
            score=score_of(shares, self._weights),
            sameness=self._twins.sameness(one.offer, two.offer),
        )

    def _best(self, found: "_Found") -> "_Best":
        """Give the pairs with the highest scores, and of equals the first."""
        if found.number <= MOST_PAIRS:
            return _Best(found.number, self._sorted(found.pairs()))
        cut = found.score_of_number(MOST_PAIRS)
        scored: dict[float, list[tuple[int, int]]] = {}
        for profile, members in self._of_profile.items():
            for score, alike in self._likeness.alike(profile, cut):
                pairs = scored.setdefault(score, [])
                for number in members:
                    # Of what scores alike no more than that many can be among the best.
                    if len(pairs) < MOST_PAIRS:
                        later = (alike & found.others[number]) >> number << number
                        pairs += ((number, other) for other in numbers_in(later))
        best = (
            pair
            for score in sorted(scored, reverse=True)
            for pair in sorted(scored[score])
        )
        return _Best(found.number, [*islice(best, MOST_PAIRS)])

    def _sorted(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Give the pairs with the highest scores first, and of equals the first."""

        def liking(pair: tuple[int, int]) -> tuple[float, int, int]:
            one, two = (self._profiles[number] for number in pair)
            return -score_of(self._likeness.shares(one, two), self._weights), *pair

        return sorted(pairs, key=liking)


class _Best(NamedTuple):
    """How many pairs there are, and the best of them by the numbers of their offers."""

    number: int
    pairs: list[tuple[int, int]]


def every_pair(supply: Supply) -> tuple[Pair, ...] | None:
    """Give all pairs of different partners; None when there are too many to hold."""
    overlaps = Overlaps(supply)
    return overlaps.pairs if overlaps.number <= MOST_PAIRS else None


class _Found:
    """Which offers overlap with which, and how many pairs have each score."""

    def __init__(self, offers: int) -> None:
        """Begin with nothing, for so many offers."""
        self.others = [0] * offers
        self._numbers: Counter[float] = Counter()
        """Twice, since each pair is found from both sides."""

    def add(self, number: int, score: float, others: int) -> None:
        """Note with which others an offer has a score."""
        self.others[number] |= others
        self._numbers[score] += others.bit_count()

    @property
    def number(self) -> int:
        """Give how many pairs there are."""
        return self._numbers.total() // 2

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Give each pair once, its first offer first."""
        for number, others in enumerate(self.others):
            for other in numbers_in(others >> number << number):
                yield number, other

    def score_of_number(self, wanted: int) -> float:
        """Give from which score on there are that many pairs, or all there are."""
        above, score = 0, 1.0
        for score in sorted(self._numbers, reverse=True):
            above += self._numbers[score] // 2
            if above >= wanted:
                break
        return score


def _index(words: Sequence[Iterable[str]]) -> dict[str, int]:
    """Give for each word the set of the offers that have it."""
    return sets_of((word, number) for number, each in enumerate(words) for word in each)
