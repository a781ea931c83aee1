"""How people search in a region: the filters they choose from, the words that help.

Each class describes one file of ``region/`` or a part of it.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import model_validator

from groepsaanbod.fields import (
    AgeWritten,
    Line,
    OneOf,
    OneOrMore,
    Record,
    Several,
    Slug,
    Times,
    YesNo,
    key,
    wrong,
)


class FilterKind(StrEnum):
    """What a filter looks at; ``choices`` says which words an offer has there."""

    AGE = "leeftijd"
    AREA = "gebied"
    THEME = "thema"
    AUDIENCE = "doelgroep"
    SPECIAL_GROUP = "speciaal"
    FORM = "vorm"
    WEEKDAY = "dag"
    DAYPART = "dagdeel"
    FREE = "gratis"
    LANGUAGE = "taal"
    ACCESS = "toegang"
    DELIVERY = "uitvoering"
    JOINABLE = "meedoen"


class Filter(Record):
    """A filter of the search page."""

    word: Slug = key(
        "woord", "Woord", "Hoe het filter heet in het adres. Verander dat nooit."
    )
    name: Annotated[str, Line(40)] = key("naam", "Naam", "Wat bezoekers lezen.")
    kind: Annotated[FilterKind, OneOf(FilterKind)] = key(
        "soort", "Soort", "Waar het filter naar kijkt."
    )
    hint: Annotated[str, Line(120)] = key(
        "uitleg", "Uitleg", "Een korte hulp erbij.", default=""
    )
    is_first: YesNo = key(
        "vooraan",
        "Vooraan",
        "Staat het filter meteen open?",
        default=False,
    )


class Daypart(Record):
    """A part of the day, by when something starts."""

    word: Slug = key("woord", "Woord", "Hoe het dagdeel heet in het adres.")
    name: Annotated[str, Line(40)] = key("naam", "Naam", "Wat bezoekers lezen.")
    times: Times = key("tijd", "Tijd", "Van en tot wanneer iets dan begint.")
    search: Several[Annotated[str, Line(40)]] = key(
        "zoek", "Zoekwoorden", "Andere woorden die mensen gebruiken.", default=()
    )


class FiltersFile(Record):
    """``region/filters.yaml``."""

    filters: tuple[Filter, ...] = key(
        "filters", "Filters", "De filters van de zoekpagina, op volgorde."
    )
    dayparts: tuple[Daypart, ...] = key("dagdelen", "Dagdelen", "De delen van een dag.")

    @model_validator(mode="after")
    def _each_once(self) -> "FiltersFile":
        for what in ("word", "kind"):
            seen = [str(getattr(each, what)) for each in self.filters]
            twice = next((each for each in seen if seen.count(each) > 1), None)
            if twice:
                raise wrong(f"het filter '{twice}' staat er twee keer; haal er één weg")
        return self


class AgeWords(Record):
    """What people say for an age; months are half-open, as in ``AgeGroup``."""

    words: OneOrMore[Annotated[str, Line(40)]] = key(
        "woorden", "Woorden", "Wat mensen zeggen."
    )
    since: AgeWritten = key("vanaf", "Vanaf", "De jongste leeftijd die erbij hoort.")
    until: AgeWritten = key(
        "tot", "Tot", "De eerste leeftijd die er niet meer bij hoort."
    )


class SameWords(Record):
    """Words with one meaning: who types the one, also finds the others."""

    words: OneOrMore[Annotated[str, Line(60)]] = key(
        "woorden", "Woorden", "Woorden die hetzelfde betekenen."
    )


class SearchFile(Record):
    """``region/zoeken.yaml``: words that help people to find."""

    empty: Several[Annotated[str, Line(30)]] = key(
        "leeg", "Lege woorden", "Woorden die niets zeggen over wat iemand zoekt."
    )
    weak: Several[Annotated[str, Line(30)]] = key(
        "zwak", "Zwakke woorden", "Woorden die maar weinig zeggen."
    )
    same: tuple[SameWords, ...] = key(
        "gelijk", "Gelijke woorden", "Groepen woorden met één betekenis."
    )
    ages: tuple[AgeWords, ...] = key(
        "leeftijden", "Leeftijden", "Woorden voor een leeftijd."
    )
