"""The region's words: themes, ages, municipalities and the smaller lists.

Each class describes one file of ``region/`` or a part of it; ``Vocabulary`` joins them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from pydantic import model_validator

from groepsaanbod.asked import Contact
from groepsaanbod.fields import (
    AgeWritten,
    Line,
    Record,
    Several,
    Slug,
    WebAddress,
    YesNo,
    key,
    nearest_of,
    wrong,
)
from groepsaanbod.finding import Daypart, Filter, SearchFile

WHOLE_REGION = "regio"
"""The word in ``gebieden`` for everybody in the region."""


class Entry(Record):
    """A word that partners may use, and what people read in its place."""

    word: Slug = key("woord", "Woord", "Het woord in de bestanden en in het adres.")
    name: Annotated[str, Line(60)] = key("naam", "Naam", "Wat bezoekers lezen.")
    explanation: Annotated[str, Line(300)] = key(
        "uitleg", "Uitleg", "In één zin.", default=""
    )
    search: Several[Annotated[str, Line(40)]] = key(
        "zoek", "Zoekwoorden", "Andere woorden die mensen gebruiken.", default=()
    )
    former: Several[Slug] = key(
        "voorheen",
        "Voorheen",
        "Hoe het woord eerst was.",
        default=(),
    )


class Introduced(Entry):
    """A word with a page of its own, which begins with some sentences for parents."""

    introduction: Annotated[str, Line(400)] = key(
        "inleiding",
        "Inleiding",
        "Een paar zinnen voor ouders, boven aan de pagina.",
        default="",
    )


class Theme(Introduced):
    """What an offer is about."""

    question: Annotated[str, Line(120)] = key(
        "vraag", "Vraag", "De vraag van een ouder bij dit thema, in haar eigen woorden."
    )
    icon: Slug = key(
        "icoon", "Icoon", "De naam van het icoon in het thema van de site."
    )
    question_category: Annotated[str, Line(40)] = key(
        "poh", "POH-categorie", "De categorie in de tellingen van de POH.", default=""
    )
    shows_direct_help: YesNo = key(
        "toon_directe_hulp",
        "Toon directe hulp",
        "Staat directe hulp bovenaan de pagina van dit thema?",
        default=False,
    )
    needs_quick_exit: YesNo = key(
        "veilig_weg",
        "Veilig weg",
        "Kan het gevaarlijk zijn als iemand thuis meekijkt? Dan kan de bezoeker snel"
        " weg van de pagina's over dit thema.",
        default=False,
    )


class Audience(Entry):
    """Who takes part."""

    is_professional: YesNo = key(
        "voor_het_werk",
        "Voor het werk",
        "Is dit iemand die meedoet voor zijn werk, en geen ouder of kind?",
        default=False,
    )
    is_young: YesNo = key(
        "jong",
        "Jong",
        "Is dit een jongere, die zelf meedoet?",
        default=False,
    )


class Tongue(Entry):
    """A language in which offers are given."""

    own_name: Annotated[str, Line(60)] = key(
        "eigen_naam",
        "Eigen naam",
        "De naam in de taal zelf, voor wie nog weinig Nederlands leest.",
        default="",
    )
    code: Annotated[str, Line(12)] = key(
        "code",
        "Taalcode",
        "De code van de taal (BCP 47), zodat een schermlezer de naam goed uitspreekt.",
        default="",
    )


class AgeGroup(Introduced):
    """A group of ages; months are half-open, so 4 to 12 is [48, 144)."""

    since: AgeWritten = key("vanaf", "Vanaf", "De jongste leeftijd die erbij hoort.")
    until: AgeWritten = key(
        "tot", "Tot", "De eerste leeftijd die er niet meer bij hoort."
    )

    @model_validator(mode="after")
    def _in_order(self) -> "AgeGroup":
        if self.since.first_month >= self.until.first_month:
            raise wrong("'vanaf' moet lager zijn dan 'tot'")
        return self

    @property
    def months(self) -> tuple[int, int]:
        """Give the first month and the first month after it."""
        return self.since.first_month, self.until.first_month


class Area(Entry):
    """A part of a municipality with the villages or neighbourhoods in it."""

    places: Several[Annotated[str, Line(60)]] = key(
        "kernen", "Kernen en wijken", "De dorpen of wijken in dit gebied.", default=()
    )


class Municipality(Introduced):
    """A municipality, its areas and its villages."""

    cbs: Annotated[str, Line(6)] = key(
        "cbs", "CBS-code", "De code van de gemeente bij het CBS."
    )
    areas: tuple[Area, ...] = key("gebieden", "Gebieden", "De delen.", default=())
    places: Several[Annotated[str, Line(60)]] = key(
        "kernen", "Kernen", "De dorpen, als er geen gebieden zijn.", default=()
    )
    contact: Contact | None = key(
        "contact",
        "Contact",
        "Bij wie ouders uit deze gemeente terechtkunnen, als dat iemand anders is.",
        default=None,
    )

    @property
    def all_places(self) -> Iterator[str]:
        """Give each name of a town, village or neighbourhood within it."""
        yield self.name
        yield from self.places
        for area in self.areas:
            yield from area.places


class Programme(Entry):
    """An umbrella for offers that belong together, with a page of its own."""

    website: WebAddress | None = key(
        "website", "Website", "Waar meer staat over het programma.", default=None
    )


class ThemesFile(Record):
    """``region/themas.yaml``."""

    themes: tuple[Theme, ...] = key("themas", "Thema's", "Waar aanbod over gaat.")


class AgesFile(Record):
    """``region/leeftijden.yaml``."""

    for_parents: tuple[AgeGroup, ...] = key(
        "voor_ouders", "Voor ouders", "De leeftijden waarmee ouders zoeken."
    )
    for_reports: tuple[AgeGroup, ...] = key(
        "voor_rapport", "Voor het rapport", "De leeftijdsgroepen van de rapporten."
    )


class MunicipalitiesFile(Record):
    """``region/gemeenten.yaml``."""

    municipalities: tuple[Municipality, ...] = key(
        "gemeenten", "Gemeenten", "De gemeenten van de regio."
    )


class ProgrammesFile(Record):
    """``region/programmas.yaml``."""

    programmes: tuple[Programme, ...] = key(
        "programmas", "Programma's", "Aanbod dat bij elkaar hoort."
    )


class WordsFile(Record):
    """``region/woorden.yaml``: the smaller lists."""

    audiences: tuple[Audience, ...] = key(
        "doelgroepen", "Doelgroepen", "Wie er meedoet."
    )
    special_groups: tuple[Entry, ...] = key(
        "speciaal_voor", "Speciaal voor", "Voor wie het aanbod in het bijzonder is."
    )
    forms: tuple[Entry, ...] = key("vormen", "Vormen", "Hoe het aanbod eruitziet.")
    access: tuple[Entry, ...] = key("toegang", "Toegang", "Hoe iemand binnenkomt.")
    languages: tuple[Tongue, ...] = key(
        "talen", "Talen", "Waarin het aanbod wordt gegeven."
    )
    facilities: tuple[Entry, ...] = key(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Wat de plek of de groep toegankelijk maakt.",
    )
    funders: tuple[Entry, ...] = key("financiering", "Financiering", "Wie betaalt.")
    recognitions: tuple[Entry, ...] = key(
        "erkenningen",
        "Erkenningen",
        "Het oordeel over een methode, van laag naar hoog.",
    )
    chances: tuple[Entry, ...] = key(
        "kansencirkel", "Kansencirkel", "De acht elementen van de Kansencirkel."
    )


class Jargon(Record):
    """A word of professionals, and what people say."""

    jargon: Annotated[str, Line(60)] = key("vakwoord", "Vakwoord", "Wat men schrijft.")
    plain: Annotated[str, Line(80)] = key("liever", "Liever", "Het gewone woord.")


class LanguageFile(Record):
    """``region/taal.yaml``."""

    jargon: tuple[Jargon, ...] = key(
        "jargon", "Jargon", "Vakwoorden met hun gewone woord."
    )


SHORTEST_PART = 4
"""Shorter parts of a word, such as ``en``, do not say which word was meant."""


@dataclass(frozen=True)
class WordList:
    """The words of one list, in the order of the region."""

    title: str
    entries: Mapping[str, Entry]

    def __contains__(self, word: object) -> bool:
        """Tell whether the word is on the list."""
        return word in self.entries

    def __iter__(self) -> Iterator[str]:
        """Give the words in their own order."""
        return iter(self.entries)

    def __getitem__(self, word: str) -> Entry:
        """Give what the region says of the word; KeyError when it is not there."""
        return self.entries[word]

    def items(self) -> Iterable[tuple[str, Entry]]:
        """Give the words with what the region says of them."""
        return self.entries.items()

    def renamed(self, written: str) -> str | None:
        """Give what a former word is called now, or None."""
        return self._now.get(written)

    @cached_property
    def _now(self) -> dict[str, str]:
        return {
            former: word
            for word, entry in self.entries.items()
            for former in entry.former
        }

    def nearest(self, written: str) -> str | None:
        """Give the word that was probably meant, from its name or synonyms too.

        What is exactly one of these, or a part of one word, says more than what only
        looks like it: ``eten`` means ``slapen-eten`` and not ``pesten``.
        """
        asked = written.casefold()
        meant = self._spellings.get(asked) or self._parts.get(asked)
        if meant := meant or nearest_of(written, self.entries):
            return meant
        return self._spellings.get(nearest_of(written, self._spellings) or "")

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Give the word of each part that only one word has: ``eten``."""
        having: dict[str, list[str]] = {}
        for word in self.entries:
            for part in dict.fromkeys(word.split("-")):
                if len(part) >= SHORTEST_PART:
                    having.setdefault(part, []).append(word)
        return {part: words[0] for part, words in having.items() if len(words) == 1}

    @cached_property
    def _spellings(self) -> dict[str, str]:
        spellings: dict[str, str] = {}
        for word, entry in self.entries.items():
            for spelling in (entry.name, *entry.search):
                spellings.setdefault(spelling.casefold(), word)
        return spellings


def _word_list(title: str, entries: Iterable[Entry]) -> WordList:
    return WordList(title, MappingProxyType({each.word: each for each in entries}))


@dataclass(frozen=True)
class Vocabulary:
    """All the region's words."""

    themes: tuple[Theme, ...]
    ages: AgesFile
    municipalities: tuple[Municipality, ...]
    programmes: tuple[Programme, ...]
    words: WordsFile
    search: SearchFile
    filters: tuple[Filter, ...] = ()
    dayparts: tuple[Daypart, ...] = ()
    jargon: tuple[Jargon, ...] = ()
    partners: tuple[Entry, ...] = ()

    def choices(self, name: str) -> WordList:
        """Give the list by its Dutch name, as the files use it; KeyError for others."""
        return self._lists[name]

    def name(self, list_name: str, word: str) -> str:
        """Give what people read for a word of a list."""
        return self._lists[list_name][word].name

    @cached_property
    def _lists(self) -> dict[str, WordList]:
        words = self.words
        return {
            "themas": _word_list("thema's", self.themes),
            "programmas": _word_list("programma's", self.programmes),
            "gebieden": _word_list("gebieden", self._areas()),
            "aanbieders": _word_list("aanbieders", self.partners),
            "doelgroepen": _word_list("doelgroepen", words.audiences),
            "speciaal_voor": _word_list("bijzondere groepen", words.special_groups),
            "vormen": _word_list("vormen", words.forms),
            "toegang": _word_list("manieren om mee te doen", words.access),
            "talen": _word_list("talen", words.languages),
            "toegankelijkheid": _word_list("toegankelijkheid", words.facilities),
            "financiering": _word_list("betalers", words.funders),
            "erkenningen": _word_list("erkenningen", words.recognitions),
            "leeftijdsgroepen": _word_list("leeftijdsgroepen", self.ages.for_reports),
            "kansencirkel": _word_list("elementen van de Kansencirkel", words.chances),
        }

    def _areas(self) -> Iterator[Entry]:
        yield Entry.model_construct(
            word=WHOLE_REGION,
            name="de hele regio",
            explanation="",
            search=("overal",),
            former=(),
        )
        for municipality in self.municipalities:
            search = (*municipality.search, *municipality.places)
            yield municipality.model_copy(update={"search": search})
            for area in municipality.areas:
                yield area.model_copy(update={"search": (*area.search, *area.places)})

    @cached_property
    def _municipality_by_area(self) -> dict[str, Municipality]:
        found: dict[str, Municipality] = {}
        for municipality in self.municipalities:
            found[municipality.word] = municipality
            found.update({area.word: municipality for area in municipality.areas})
        return found

    def is_for_work(self, audiences: Iterable[str]) -> bool:
        """Tell whether all of these audiences take part for their work."""
        return self._for_work.issuperset(audiences)

    @cached_property
    def _for_work(self) -> frozenset[str]:
        audiences = self.words.audiences
        return frozenset(each.word for each in audiences if each.is_professional)

    def is_for_young(self, audiences: Iterable[str]) -> bool:
        """Tell whether some of these audiences are young people themselves."""
        return not self._young.isdisjoint(audiences)

    @cached_property
    def _young(self) -> frozenset[str]:
        audiences = self.words.audiences
        return frozenset(each.word for each in audiences if each.is_young)

    def needs_quick_exit(self, themes: Iterable[str]) -> bool:
        """Tell whether who reads about these themes may have to be gone at once."""
        return not self._needing_quick_exit.isdisjoint(themes)

    @cached_property
    def _needing_quick_exit(self) -> frozenset[str]:
        return frozenset(each.word for each in self.themes if each.needs_quick_exit)

    def municipality_of(self, area: str) -> Municipality | None:
        """Give the municipality of an area's word; None for the whole region."""
        return self._municipality_by_area.get(area)

    def contact_of(self, areas: Iterable[str]) -> Contact | None:
        """Give whom people in these areas ask, if one municipality has its own."""
        places = {each and each.word: each for each in map(self.municipality_of, areas)}
        only = places.popitem()[1] if len(places) == 1 else None
        return only.contact if only else None

    @cached_property
    def _municipality_by_place(self) -> dict[str, Municipality]:
        return {
            place.casefold(): municipality
            for municipality in self.municipalities
            for place in municipality.all_places
        }

    def nearest_place(self, written: str) -> str | None:
        """Give the town or village that was probably meant, or None."""
        places = {
            place.casefold(): place
            for municipality in self.municipalities
            for place in municipality.all_places
        }
        return places.get(nearest_of(written, places) or "")

    def municipality_at(self, place: str) -> Municipality | None:
        """Give the municipality in which a town or village lies, or None."""
        return self._municipality_by_place.get(place.casefold())
