"""What people say that is a choice of a filter: places, ages, days, ``voor vaders``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from groepsaanbod.choices import YES
from groepsaanbod.fields import Weekday
from groepsaanbod.finding import FilterKind
from groepsaanbod.model import Delivery
from groepsaanbod.search.words import terms, tokens
from groepsaanbod.vocabulary import Vocabulary

_FREE = ("gratis", "kosteloos", "kost niks", "kost niets", "geen geld", "voor niks")
_ONLINE = ("online", "digitaal", "webinar", "via internet", "thuis achter de computer")
_SECOND_WORDS = (FilterKind.AUDIENCE, FilterKind.SPECIAL_GROUP)
"""Kinds of which the name alone says too little: only ``voor vaders`` chooses it."""

Phrases = dict[str, dict[str, list[str]]]
"""For each kind of filter its choices, each with the folded phrases for it."""


def phrases(vocabulary: Vocabulary) -> Phrases:
    """Give the phrases for each choice of each filter that can be heard in a text."""
    found: Phrases = {}
    for kind, word, texts in _all(vocabulary):
        known = found.setdefault(kind, {}).setdefault(word, [])
        known += [each for text in texts if (each := " ".join(tokens(text)))]
    return {
        kind: {word: sorted(set(texts)) for word, texts in words.items()}
        for kind, words in found.items()
    }


def _all(vocabulary: Vocabulary) -> Iterator[tuple[FilterKind, str, Iterable[str]]]:
    for municipality in vocabulary.municipalities:
        names = (municipality.name, *municipality.search, *municipality.places)
        own = set(_with_short_names(names))
        yield FilterKind.AREA, municipality.word, own
        for area in municipality.areas:
            # Who says Bergen, may mean all of the municipality of that name.
            names = (area.name, *area.search, *area.places)
            yield FilterKind.AREA, area.word, set(_with_short_names(names)) - own
    for day in Weekday:
        yield FilterKind.WEEKDAY, day, (day, f"{day}en", f"{day}s")
        for part in vocabulary.dayparts:
            # "woensdagmiddag" names both: the day here, the part of the day below.
            yield FilterKind.WEEKDAY, day, (f"{day}{part.word}",)
            yield FilterKind.DAYPART, part.word, (f"{day}{part.word}",)
    for part in vocabulary.dayparts:
        yield FilterKind.DAYPART, part.word, (part.word, part.name, *part.search)
    yield FilterKind.FREE, YES, _FREE
    yield FilterKind.DELIVERY, Delivery.ONLINE, _ONLINE
    for word, entry in list(vocabulary.choices("talen").items())[1:]:
        yield FilterKind.LANGUAGE, word, (entry.name, *entry.search)
    for kind, name in zip(_SECOND_WORDS, ("doelgroepen", "speciaal_voor"), strict=True):
        for word, entry in vocabulary.choices(name).items():
            said = (entry.name, *entry.search)
            yield kind, word, [f"voor {each}" for each in said]


def _with_short_names(names: Iterable[str]) -> Iterator[str]:
    """Give names also without what stands between brackets."""
    for name in names:
        yield name
        yield name.partition("(")[0].strip()


@dataclass(frozen=True, slots=True)
class AgePhrase:
    """The terms of what people say for an age: months from the first up to the end."""

    phrase: str
    first: int
    end: int


def age_phrases(vocabulary: Vocabulary) -> list[AgePhrase]:
    """Give the words for ages as terms, those of the region's own list first."""
    found: dict[str, AgePhrase] = {}
    for words in vocabulary.search.ages:
        for text in words.words:
            phrase = " ".join(terms(text))
            months = words.since.first_month, words.until.first_month
            found.setdefault(phrase, AgePhrase(phrase, *months))
    for group in vocabulary.ages.for_parents:
        for text in (group.word, group.name, *group.search):
            phrase = " ".join(terms(text))
            found.setdefault(phrase, AgePhrase(phrase, *group.months))
    return sorted(found.values(), key=lambda each: each.phrase)


def age_words(vocabulary: Vocabulary) -> Iterator[str]:
    """Give the words for ages as people write them."""
    yield from (each for ages in vocabulary.search.ages for each in ages.words)
    for group in vocabulary.ages.for_parents:
        yield from (group.name, *group.search)
