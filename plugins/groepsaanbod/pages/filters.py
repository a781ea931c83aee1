"""The filters of the search page."""

from collections.abc import Iterator
from dataclasses import dataclass

from groepsaanbod.vocabulary import Vocabulary

YES = "ja"
DAYS = (
    *("maandag", "dinsdag", "woensdag", "donderdag"),
    *("vrijdag", "zaterdag", "zondag"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What one can choose; level 1 is a part of the municipality above it."""

    word: str
    name: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to see less; an age is typed, so it has no choices."""

    word: str
    name: str
    kind: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()


def filters(vocabulary: Vocabulary) -> tuple[Filter, ...]:
    """Give the filters in the order of the page."""

    def listed(name: str) -> tuple[Choice, ...]:
        entries = vocabulary.choices(name).items()
        return tuple(Choice(word, entry.name) for word, entry in entries)

    return (
        Filter("leeftijd", "Leeftijd van het kind", "leeftijd"),
        Filter("gemeente", "Waar woont u?", "gebied", "", tuple(_areas(vocabulary))),
        Filter("meedoen", "Kan ik nu nog meedoen?", "meedoen", "", _only("Ja")),
        Filter("kosten", "Gratis?", "gratis", "", _only("Alleen gratis")),
        Filter("thema", "Onderwerp", "thema", "", listed("themas")),
        Filter("voor", "Voor wie", "doelgroep", "", listed("doelgroepen")),
        Filter("vorm", "Wat voor aanbod", "vorm", "", listed("vormen")),
        Filter("dag", "Dag", "dag", "", _words(*DAYS)),
        Filter("dagdeel", "Tijd", "dagdeel", "", _words("ochtend", "middag", "avond")),
        Filter("taal", "Taal", "taal", "", listed("talen")),
        Filter("toegang", "Hoe meedoen", "toegang", "", listed("toegang")),
        Filter("speciaal", "Bijzonder voor", "speciaal", "", listed("speciaal_voor")),
    )


def _only(name: str) -> tuple[Choice, ...]:
    return (Choice(YES, name),)


def _words(*words: str) -> tuple[Choice, ...]:
    return tuple(Choice(word, word.capitalize()) for word in words)


def _areas(vocabulary: Vocabulary) -> Iterator[Choice]:
    for municipality in vocabulary.municipalities:
        yield Choice(municipality.word, municipality.name)
        for area in municipality.areas:
            yield Choice(area.word, area.name, 1)
