"""In words: what two offers have in common, and what tells them apart."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from groepsaanbod import wording
from groepsaanbod.analysis.likeness import Parts, Share
from groepsaanbod.analysis.overlap import Pair
from groepsaanbod.analysis.supply import Supplied
from groepsaanbod.catalogue import Offer
from groepsaanbod.fields import TimeSpan, Weekday
from groepsaanbod.joining import Joining, Reason, first_day, group_joining
from groepsaanbod.model import Ages, Delivery, Group
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary

NOT_KNOWN = "niet bekend"
MOST_STARTS = 2


def share_in_words(share: Share, unit: str = "") -> str:
    """Give ``1 van 2`` or ``60 van 72 maanden``."""
    return f"{share.shared} van {share.total} {unit}".strip()


@dataclass(frozen=True)
class Likenesses:
    """Says it in the region's words, as it is on a day.

    What it said of one offer, and of some words, is remembered for the next pair.
    """

    vocabulary: Vocabulary
    today: date

    def in_common(self, pair: Pair) -> str:
        """Give in a sentence what two offers have in common."""
        one, other = pair.first.offer, pair.second.offer
        themes = self._names("themas", {*one.themes}.intersection(other.themes))
        audiences = {*one.audiences}.intersection(other.audiences)
        if pair.are_both_online:
            where = "allebei online"
        else:
            where = f"in {self._areas(self._parts(one) & self._parts(other))}"
        ages = wording.ages_in_words(_shared_ages(one.ages, other.ages))
        return (
            f"Beide over {themes}, voor {self._names('doelgroepen', audiences)},"
            f" {where}; leeftijd {ages} valt samen."
        )

    def differences(self, one: Supplied, other: Supplied) -> str:
        """Give in a sentence how two offers differ; ``one`` is A and ``other`` B."""
        found = list(self._differences(one.offer, other.offer))
        if not found:
            return "Geen verschil in mensen, plek, vorm, kosten, tijd of start."
        return f"{wording.capitalised('; '.join(found))}."

    def _differences(self, one: Offer, other: Offer) -> Iterator[str]:
        if one.costs.amount != other.costs.amount:
            yield f"A {_costs(one)}, B {_costs(other)}"
        for said, mine, theirs in zip(
            _MORE, self._all_words(one), self._all_words(other), strict=True
        ):
            for letter, more in (("A", mine - theirs), ("B", theirs - mine)):
                if more:
                    yield f"{letter} {said[0]} {self._names(said[1], more)}"
        mine, theirs = self._parts(one), self._parts(other)
        for letter, more in (("A", mine - theirs), ("B", theirs - mine)):
            if more:
                yield f"{letter} ook voor mensen uit {self._areas(more)}"
        for name, my_value, their_value in zip(
            _NAMES, self._values_of(one), self._values_of(other), strict=True
        ):
            if my_value != their_value:
                yield f"{name}: A {my_value}, B {their_value}"

    def _all_words(self, offer: Offer) -> tuple[frozenset[str], ...]:
        """Give the words in the order of ``_MORE``."""
        words = (offer.themes, offer.audiences, offer.special_groups)
        return tuple(map(frozenset, words))

    def _values_of(self, offer: Offer) -> tuple[str, ...]:
        found = self._said_of.get(offer.identity)
        if found is None:
            found = self._said_of[offer.identity] = self._values(offer)
        return found

    @cached_property
    def _said_of(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _values(self, offer: Offer) -> tuple[str, ...]:
        """Give what else can differ, in the order of ``_NAMES``."""
        return (
            wording.ages_in_words(offer.ages),
            self._names("vormen", {offer.form}),
            _where(offer),
            self._times(offer),
            self._languages(offer),
            self._names("toegang", {offer.sign_up.how}),
            self._starts(offer),
        )

    def _names(self, list_name: str, words: Collection[str]) -> str:
        """Give words of a list as people read them, in the order of the region."""
        asked = list_name, frozenset(words)
        found = self._listed.get(asked)
        if found is None:
            choices = self.vocabulary.choices(list_name)
            names = (choices[word].name for word in choices if word in words)
            found = wording.listed([wording.in_sentence(name) for name in names])
            self._listed[asked] = found
        return found

    @cached_property
    def _listed(self) -> dict[tuple[str, frozenset[str]], str]:
        return {}

    @cached_property
    def _all_parts(self) -> Parts:
        return Parts(self.vocabulary.municipalities)

    def _parts(self, offer: Offer) -> frozenset[str]:
        """Give the areas, and municipalities without areas, that an offer is for."""
        return self._all_parts.of(offer.areas)

    def _areas(self, parts: frozenset[str]) -> str:
        """Give the names of parts; of a whole municipality or region its own name."""
        found = self._named.get(parts)
        if found is None:
            found = self._named[parts] = self._names_of(parts)
        return found

    @cached_property
    def _named(self) -> dict[frozenset[str], str]:
        return {}

    def _names_of(self, parts: frozenset[str]) -> str:
        if parts == self._all_parts.of([WHOLE_REGION]):
            return self.vocabulary.name("gebieden", WHOLE_REGION)
        names: list[str] = []
        for each in self.vocabulary.municipalities:
            if self._all_parts.of([each.word]) <= parts:
                names.append(each.name)
            else:
                names += [area.name for area in each.areas if area.word in parts]
        return wording.listed(names)

    def _coming(self, offer: Offer) -> Iterator[tuple[Group, Joining]]:
        """Give the groups that are not over or on their way without newcomers."""
        for group in offer.groups:
            answer = group_joining(group, self.today)
            if answer.reason not in _GONE:
                yield group, answer

    def _times(self, offer: Offer) -> str:
        moments: dict[str, None] = {}
        for group, _ in self._coming(offer):
            first = first_day(group)
            weekday = group.weekday or (Weekday.of(first) if first else None)
            moments[_moment(weekday, group.times)] = None
        for drop_in in offer.drop_ins:
            moments[_moment(drop_in.weekday, drop_in.times)] = None
        return wording.listed([each for each in moments if each]) or NOT_KNOWN

    def _languages(self, offer: Offer) -> str:
        choices = self.vocabulary.choices("talen")
        spoken = set(offer.languages) or {next(iter(choices))}
        spoken |= {each.language for each in offer.groups if each.language}
        return wording.listed(
            [choices[each].name for each in choices if each in spoken]
        )

    def _starts(self, offer: Offer) -> str:
        starts = {
            day: self._start(day, answer)
            for group, answer in self._coming(offer)
            if (day := first_day(group))
        }
        said = list(dict.fromkeys(starts[day] for day in sorted(starts)))
        if said:
            later = ["later"] if len(said) > MOST_STARTS else []
            return wording.listed([*said[:MOST_STARTS], *later])
        return "elke week" if offer.drop_ins else NOT_KNOWN

    def _start(self, day: date, answer: Joining) -> str:
        if day < self.today:
            return "loopt al"
        return f"{wording.short_day(day)}{_FULL.get(answer.reason, '')}"


_MORE = (
    ("ook over", "themas"),
    ("ook voor", "doelgroepen"),
    ("speciaal voor", "speciaal_voor"),
)
_NAMES = ("leeftijd", "vorm", "plek", "dag en tijd", "taal", "meedoen", "start")
_GONE = {Reason.FINISHED, Reason.CANCELLED, Reason.STARTED}
_FULL = {Reason.FULL: " (vol)", Reason.WAITING_LIST: " (wachtlijst)"}
_DELIVERIES = {
    Delivery.ON_SITE: "op locatie",
    Delivery.ONLINE: "online",
    Delivery.MIXED: "op locatie en online",
}


def _shared_ages(one: Ages, other: Ages) -> Ages:
    """Give from which age up to which both are for; there must be one."""
    return Ages.model_construct(
        first=max(one.first, other.first, key=lambda age: age.first_month),
        last=min(one.last, other.last, key=lambda age: age.end_month),
    )


def _costs(offer: Offer) -> str:
    if offer.costs.is_free:
        return "is gratis"
    return f"kost {wording.costs_in_words(offer.costs)}"


def _where(offer: Offer) -> str:
    if offer.delivery is Delivery.ONLINE or not offer.locations:
        return _DELIVERIES[offer.delivery]
    towns = list(dict.fromkeys(location.town for location in offer.locations))
    return f"{_DELIVERIES[offer.delivery]} in {wording.listed(towns)}"


def _moment(weekday: Weekday | None, times: TimeSpan | None) -> str:
    """Give ``dinsdag 19.30 tot 21.00 uur``, as far as known."""
    parts = (weekday, wording.times_in_words(times) if times else None)
    return " ".join(part for part in parts if part)
