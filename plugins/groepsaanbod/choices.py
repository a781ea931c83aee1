"""The choices of each filter, and which of them an offer answers to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod.catalogue import Offer
from groepsaanbod.fields import TimeSpan, Weekday
from groepsaanbod.finding import Filter, FilterKind
from groepsaanbod.joining import last_day, weekdays
from groepsaanbod.model import Delivery, Group
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary

YES = "ja"
"""The one choice of a filter that is on or off."""

_LISTS = {
    FilterKind.THEME: "themas",
    FilterKind.AUDIENCE: "doelgroepen",
    FilterKind.SPECIAL_GROUP: "speciaal_voor",
    FilterKind.FORM: "vormen",
    FilterKind.LANGUAGE: "talen",
    FilterKind.ACCESS: "toegang",
}
_ON_OR_OFF = {
    FilterKind.FREE: "Alleen gratis",
    FilterKind.JOINABLE: "Alleen waar nog plek is",
}
_DELIVERIES = {
    Delivery.ON_SITE: "Op een plek in de regio",
    Delivery.ONLINE: "Online",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter; ``level`` 1 is a part of the one above it."""

    word: str
    name: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """A filter with what one can choose; an age is typed and has no choices."""

    filter: Filter
    choices: tuple[Choice, ...]


def all_choices(vocabulary: Vocabulary) -> tuple[Choices, ...]:
    """Give the region's filters in their order, each with its choices."""
    return tuple(
        Choices(each, tuple(_choices(each.kind, vocabulary)))
        for each in vocabulary.filters
    )


def _choices(kind: FilterKind, vocabulary: Vocabulary) -> Iterator[Choice]:
    match kind:
        case FilterKind.AGE:
            return
        case FilterKind.AREA:
            for municipality in vocabulary.municipalities:
                yield Choice(municipality.word, municipality.name)
                for area in municipality.areas:
                    yield Choice(area.word, area.name, level=1)
        case FilterKind.WEEKDAY:
            yield from (Choice(day, day.capitalize()) for day in Weekday)
        case FilterKind.DAYPART:
            yield from (Choice(each.word, each.name) for each in vocabulary.dayparts)
        case FilterKind.DELIVERY:
            yield from (Choice(word, name) for word, name in _DELIVERIES.items())
        case FilterKind.FREE | FilterKind.JOINABLE:
            yield Choice(YES, _ON_OR_OFF[kind])
        case _:
            words = vocabulary.choices(_LISTS[kind])
            yield from (Choice(word, entry.name) for word, entry in words.items())


def words_of(
    offer: Offer, kind: FilterKind, vocabulary: Vocabulary, today: date
) -> set[str]:
    """Give the choices of a filter to which an offer answers.

    Days and parts of the day are those of what still goes on. Ages and whether one can
    join are no words: see ``Offer.ages`` and ``joining``.
    """
    find = _WORDS.get(kind)
    return set(find(offer, vocabulary, today)) if find else set()


def _areas(offer: Offer, vocabulary: Vocabulary, _today: date) -> Iterator[str]:
    """Give every place whose people may come: also the parts, and the whole of a part.

    Who asks for a municipality wants to see what is for a part of it too.
    """
    for word in offer.areas:
        municipality = vocabulary.municipality_of(word)
        if word == WHOLE_REGION or municipality is None:
            for each in vocabulary.municipalities:
                yield each.word
                yield from (area.word for area in each.areas)
        else:
            yield municipality.word
            parts = municipality.areas if word == municipality.word else ()
            yield from (area.word for area in parts)
            yield word


def _current(offer: Offer, today: date) -> Iterator[Group]:
    """Give the groups that are not over; all of them when everything is."""
    going_on = [
        group
        for group in offer.groups
        if (last := last_day(group)) is None or last >= today
    ]
    yield from going_on or offer.groups


def _deliveries(offer: Offer, *_: object) -> Iterable[str]:
    return _DELIVERIES if offer.delivery is Delivery.MIXED else (offer.delivery,)


def _languages(offer: Offer, vocabulary: Vocabulary, today: date) -> Iterator[str]:
    """Give what is spoken; an offer that says nothing is in the region's own."""
    yield from (each.language for each in _current(offer, today) if each.language)
    yield from offer.languages or list(vocabulary.choices("talen"))[:1]


def _weekdays(offer: Offer, _vocabulary: Vocabulary, today: date) -> Iterator[str]:
    for drop_in in offer.drop_ins:
        yield drop_in.weekday
    for group in _current(offer, today):
        if group.weekday:
            yield group.weekday
        yield from weekdays(group)


def _dayparts(offer: Offer, vocabulary: Vocabulary, today: date) -> Iterator[str]:
    spans: list[TimeSpan] = [each.times for each in offer.drop_ins]
    spans += [each.times for each in _current(offer, today) if each.times]
    for part in vocabulary.dayparts:
        if any(part.times.start <= each.start < part.times.end for each in spans):
            yield part.word


_WORDS: dict[FilterKind, Callable[[Offer, Vocabulary, date], Iterable[str]]] = {
    FilterKind.THEME: lambda offer, *_: offer.themes,
    FilterKind.AUDIENCE: lambda offer, *_: offer.audiences,
    FilterKind.SPECIAL_GROUP: lambda offer, *_: offer.special_groups,
    FilterKind.FORM: lambda offer, *_: (offer.form,),
    FilterKind.ACCESS: lambda offer, *_: (offer.sign_up.how,),
    FilterKind.FREE: lambda offer, *_: (YES,) if offer.costs.is_free else (),
    FilterKind.DELIVERY: _deliveries,
    FilterKind.AREA: _areas,
    FilterKind.LANGUAGE: _languages,
    FilterKind.WEEKDAY: _weekdays,
    FilterKind.DAYPART: _dayparts,
}
