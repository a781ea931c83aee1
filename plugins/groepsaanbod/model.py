"""The description of the files partners write: one entry per key.

Here, and only here, a Dutch key meets its English attribute. The types, the checks,
the JSON Schema, the field guide and the messages all follow from these classes.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import ModelWrapValidatorHandler, model_validator

from groepsaanbod.fields import (
    AgeWritten,
    Amount,
    AtMostThree,
    AtMostTwenty,
    Count,
    CountOrUnknown,
    Day,
    Email,
    Line,
    Markdown,
    Meetings,
    OneOf,
    OneOrMore,
    OneToThree,
    Phone,
    Postcode,
    Record,
    Several,
    Slug,
    Times,
    WebAddress,
    Weekday,
    Word,
    Year,
    YesNo,
    key,
    wrong,
)

FREE = "gratis"


class Status(StrEnum):
    """What a partner says of a group's places; ``joining`` says what follows."""

    PLANNED = "gepland"
    OPEN = "open"
    NEARLY_FULL = "bijna-vol"
    FULL = "vol"
    WAITING_LIST = "wachtlijst"
    ON_REQUEST = "op-aanvraag"
    RUNNING = "loopt"
    POSTPONED = "uitgesteld"
    FINISHED = "afgelopen"
    CANCELLED = "geannuleerd"


class Delivery(StrEnum):
    """Where people take part."""

    ON_SITE = "op-locatie"
    ONLINE = "online"
    MIXED = "gemengd"


class Ages(Record):
    """The child's age, first and last included."""

    first: AgeWritten = key(
        "van",
        "Van",
        "De jongste leeftijd: in jaren, '6 maanden' of 'zwangerschap'.",
        "8",
    )
    last: AgeWritten = key(
        "tot_en_met", "Tot en met", "De oudste leeftijd die nog mee mag doen.", "12"
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Ages":
        if self.months[0] >= self.months[1]:
            raise wrong("de jongste leeftijd is hoger dan de oudste; wissel ze om")
        return self

    @property
    def months(self) -> tuple[int, int]:
        """Give the half-open range in months: 8 to 12 years is [96, 156)."""
        return self.first.first_month, self.last.end_month


class Reader(StrEnum):
    """For whom a question is answered: it decides between u and je."""

    PARENTS = "ouders"
    YOUNG = "jongeren"


class Costs(Record):
    """What taking part costs; in the file ``gratis`` or an amount with a note."""

    amount: Amount | None = key("bedrag", "Bedrag", "In euro's.", "15")
    note: Annotated[str, Line(160)] = key(
        "toelichting",
        "Toelichting",
        "Waarvoor, of wanneer het minder is.",
        "Met de stadspas gratis.",
        default="",
    )

    @model_validator(mode="wrap")
    @classmethod
    def _free(
        cls, written: object, read: ModelWrapValidatorHandler["Costs"]
    ) -> "Costs":
        if written == FREE:
            return cls.model_construct(amount=None, note="")
        if isinstance(written, (str, list)):
            raise wrong(
                f"schrijf kosten: {FREE}, of een bedrag, zoals kosten: {{bedrag: 15}}"
            )
        return read(written)

    @property
    def is_free(self) -> bool:
        """Tell whether nobody pays."""
        return self.amount is None


class SignUp(Record):
    """How somebody joins."""

    how: Annotated[str, Word("toegang")] = key(
        "hoe",
        "Hoe",
        "Zelf aanmelden, binnenlopen, via school of via een verwijzing.",
    )
    phone: Phone | None = key(
        "telefoon",
        "Telefoon",
        "Altijd tussen aanhalingstekens.",
        '"023 000 00 00"',
        default=None,
    )
    email: Email | None = key(
        "email",
        "E-mail",
        "Liefst van een afdeling, niet van een persoon.",
        "groepen@voorbeeld.example.nl",
        default=None,
    )
    website: WebAddress | None = key(
        "website",
        "Website",
        "De pagina waar iemand zich aanmeldt.",
        "https://voorbeeld.example.nl/aanmelden",
        default=None,
    )
    note: Annotated[str, Line(200)] = key(
        "toelichting",
        "Toelichting",
        "Wat iemand verder moet weten.",
        "Bellen kan op werkdagen van 9.00 tot 12.00 uur.",
        default="",
    )


class Location(Record):
    """A place where people come together."""

    name: Annotated[str, Line(80)] = key(
        "naam", "Naam", "Hoe mensen de plek kennen.", "De Buurtkamer"
    )
    address: Annotated[str, Line(80)] = key(
        "adres", "Adres", "Straat en nummer.", "Voorbeeldstraat 1", default=""
    )
    postcode: Postcode | None = key(
        "postcode",
        "Postcode",
        "Vier cijfers en twee hoofdletters.",
        "2011 AB",
        default=None,
    )
    town: Annotated[str, Line(60)] = key(
        "plaats", "Plaats", "De stad of het dorp.", "Voorbeeldstad"
    )


class Group(Record):
    """One group that starts once, or that one can ask for."""

    start: Day | None = key(
        "start", "Start", "De eerste keer.", "2027-01-12", default=None
    )
    dates: Several[Day] = key(
        "data",
        "Data",
        "Alle dagen, als ze niet elke week op dezelfde dag zijn.",
        "[2027-01-12, 2027-01-26]",
        default=(),
    )
    meetings: Meetings | None = key(
        "bijeenkomsten",
        "Bijeenkomsten",
        "Hoeveel keer de groep bij elkaar komt.",
        "8",
        default=None,
    )
    weekday: Annotated[Weekday, OneOf(Weekday)] | None = key(
        "dag", "Dag", "De vaste dag van de week.", "dinsdag", default=None
    )
    times: Times | None = key(
        "tijd", "Tijd", "Begin en einde.", '"19:30-21:00"', default=None
    )
    location: Annotated[str, Line(80)] | None = key(
        "locatie",
        "Locatie",
        "Een van uw locaties.",
        "De Buurtkamer",
        default=None,
    )
    places: Count | None = key(
        "plekken", "Plekken", "Hoeveel mensen er mee kunnen doen.", "10", default=None
    )
    places_left: Count | None = key(
        "plekken_vrij",
        "Plekken vrij",
        "Hoeveel plekken er nog zijn.",
        "3",
        default=None,
    )
    status: Annotated[Status, OneOf(Status)] | None = key(
        "status", "Status", "Of er nog plek is.", "bijna-vol", default=None
    )
    status_on: Day | None = key(
        "status_op",
        "Status op",
        "De dag waarop u dit voor het laatst wist.",
        "2026-11-20",
        default=None,
    )
    join_midway: YesNo = key(
        "instromen",
        "Instromen",
        "Mag iemand erbij komen als de groep al loopt?",
        "ja",
        default=False,
    )
    language: Annotated[str, Word("talen")] | None = key(
        "taal", "Taal", "Als deze groep een andere taal heeft.", default=None
    )


class DropIn(Record):
    """A fixed hour in the week at which anybody may walk in."""

    weekday: Annotated[Weekday, OneOf(Weekday)] = key(
        "dag", "Dag", "De vaste dag van de week.", "woensdag"
    )
    times: Times = key("tijd", "Tijd", "Begin en einde.", '"9:30-11:00"')
    location: Annotated[str, Line(80)] | None = key(
        "locatie",
        "Locatie",
        "Een van uw locaties.",
        "De Buurtkamer",
        default=None,
    )
    since: Day | None = key(
        "van",
        "Van",
        "De eerste dag, als de inloop nog moet beginnen.",
        "2027-01-06",
        default=None,
    )
    until: Day | None = key(
        "tot",
        "Tot en met",
        "De laatste dag, als de inloop stopt.",
        "2027-07-07",
        default=None,
    )
    note: Annotated[str, Line(160)] = key(
        "toelichting",
        "Toelichting",
        "Wanneer het anders is.",
        "Niet in de schoolvakanties.",
        default="",
    )


class Method(Record):
    """The method behind an offer, for professionals."""

    name: Annotated[str, Line(80)] = key(
        "naam", "Naam", "De naam van de methode.", "KIES"
    )
    recognition: Annotated[str, Word("erkenningen")] | None = key(
        "erkenning",
        "Erkenning",
        "Het oordeel van de erkenningscommissie.",
        default=None,
    )
    recognised_on: Day | None = key(
        "peildatum", "Peildatum", "De dag van dat oordeel.", "2020-12-11", default=None
    )
    website: WebAddress | None = key(
        "website",
        "Website",
        "Waar meer staat over de methode.",
        "https://voorbeeld.example.nl/methode",
        default=None,
    )


class Reach(Record):
    """How many people took part in one year; ``onbekend`` is not 0."""

    year: Year = key("jaar", "Jaar", "Het jaar waarover u telt.", "2025")
    children: CountOrUnknown = key(
        "kinderen", "Kinderen", "Een getal of 'onbekend'.", "24", default=None
    )
    young_people: CountOrUnknown = key(
        "jongeren", "Jongeren", "Een getal of 'onbekend'.", "onbekend", default=None
    )
    parents: CountOrUnknown = key(
        "ouders", "Ouders", "Een getal of 'onbekend'.", "18", default=None
    )


class Visibility(Record):
    """When an offer stands on the site."""

    since: Day | None = key(
        "van", "Van", "De eerste dag op de site.", "2026-12-01", default=None
    )
    until: Day | None = key(
        "tot", "Tot en met", "De laatste dag op de site.", "2027-12-31", default=None
    )


class OfferFile(Record):
    """``offers/<aanbieder>/<slug>.yaml``: one offer, as its partner writes it."""

    title: Annotated[str, Line(80)] = key(
        "titel",
        "Titel",
        "Wat iemand krijgt, in gewone woorden.",
        '"KIES: kinderen in een scheiding"',
    )
    summary: Annotated[str, Line(160)] = key(
        "samenvatting",
        "Samenvatting",
        "Eén zin: voor wie het is en wat het geeft.",
        "In acht keer leert uw kind omgaan met de scheiding.",
    )
    description: Markdown = key(
        "beschrijving",
        "Beschrijving",
        "Wat iemand meemaakt en wat het oplevert. Korte zinnen, geen HTML.",
        "|\n  Uw kind praat en speelt met kinderen die hetzelfde meemaken.",
        widget="lang",
    )
    audiences: OneOrMore[Annotated[str, Word("doelgroepen")]] = key(
        "doelgroep", "Doelgroep", "Wie er meedoet: een of meer."
    )
    ages: Ages = key(
        "leeftijd",
        "Leeftijd",
        "De leeftijd van het kind, ook als de ouder meedoet.",
        "{van: 8, tot_en_met: 12}",
    )
    themes: OneToThree[Annotated[str, Word("themas")]] = key(
        "themas", "Thema's", "Waar het over gaat: 1 tot 3."
    )
    form: Annotated[str, Word("vormen")] = key("vorm", "Vorm", "Hoe het eruitziet.")
    areas: OneOrMore[Annotated[str, Word("gebieden")]] = key(
        "gebieden",
        "Gebieden",
        "Waar de mensen wonen voor wie dit is. Of: de hele regio.",
    )
    costs: Costs = key(
        "kosten", "Kosten", "'gratis', of een bedrag in euro's.", "gratis"
    )
    sign_up: SignUp = key("aanmelden", "Aanmelden", "Hoe iemand mee gaat doen.")
    checked_on: Day = key(
        "gecontroleerd_op",
        "Gecontroleerd op",
        "De dag waarop u voor het laatst keek of alles klopt.",
        "2026-11-02",
    )
    groups: tuple[Group, ...] = key(
        "groepen",
        "Groepen",
        "Elke groep die start, met dag, tijd en plek.",
        '[{start: 2027-01-12, tijd: "19:30-21:00", bijeenkomsten: 8}]',
        default=(),
    )
    drop_ins: tuple[DropIn, ...] = key(
        "inloop", "Inloop", "Vaste uren waarop iedereen kan binnenlopen.", default=()
    )
    delivery: Annotated[Delivery, OneOf(Delivery)] = key(
        "uitvoering",
        "Uitvoering",
        "Op een locatie, online of allebei.",
        "op-locatie",
        default=Delivery.ON_SITE,
    )
    locations: tuple[Location, ...] = key(
        "locaties", "Locaties", "De plekken waar mensen samenkomen.", default=()
    )
    address_is_secret: YesNo = key(
        "adres_geheim",
        "Geheim adres",
        "Ja: het adres hoort u na aanmelding. Schrijf het dan nergens anders op.",
        "ja",
        default=False,
    )
    languages: Several[Annotated[str, Word("talen")]] = key(
        "talen",
        "Talen",
        "Waarin het wordt gegeven. Staat er niets, dan is het Nederlands.",
        default=(),
    )
    facilities: Several[Annotated[str, Word("toegankelijkheid")]] = key(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Wat meedoen makkelijker maakt.",
        default=(),
    )
    special_groups: Several[Annotated[str, Word("speciaal_voor")]] = key(
        "speciaal_voor",
        "Speciaal voor",
        "Als het voor één groep in het bijzonder is.",
        default=(),
    )
    programme: Annotated[str, Word("programmas")] | None = key(
        "programma",
        "Programma",
        "Het grotere programma waar dit bij hoort.",
        default=None,
    )
    method: Method | None = key(
        "methode",
        "Methode",
        "De methode achter het aanbod, voor professionals.",
        "{naam: KIES}",
        default=None,
    )
    given_with: Several[Annotated[str, Word("aanbieders")]] = key(
        "samen_met",
        "Samen met",
        "Aanbieders die dit samen met u geven.",
        default=(),
    )
    funders: Several[Annotated[str, Word("financiering")]] = key(
        "financiering", "Financiering", "Wie dit betaalt.", default=()
    )
    chances: AtMostThree[Annotated[str, Word("kansencirkel")]] = key(
        "kansencirkel",
        "Kansencirkel",
        "Waar het aan bijdraagt: hoogstens 3.",
        default=(),
    )
    reach: tuple[Reach, ...] = key(
        "bereik",
        "Bereik",
        "Hoeveel mensen er meededen, per jaar.",
        "[{jaar: 2025, kinderen: 24}]",
        default=(),
    )
    search_words: AtMostTwenty[Annotated[str, Line(40)]] = key(
        "zoekwoorden",
        "Zoekwoorden",
        "Andere woorden waarmee mensen dit zoeken.",
        "[uit elkaar]",
        default=(),
    )
    visibility: Visibility | None = key(
        "zichtbaar",
        "Zichtbaar",
        "Als het niet altijd op de site hoeft te staan.",
        "{tot: 2027-12-31}",
        default=None,
    )
    guidance: Annotated[str, Line(160)] = key(
        "begeleiding",
        "Begeleiding",
        "Wie de groep geeft: een functie, geen naam.",
        "Twee opgeleide KIES-coaches",
        default="",
    )
    after_sign_up: Annotated[str, Line(300)] = key(
        "na_aanmelding",
        "Na aanmelding",
        "Wat er gebeurt als iemand zich meldt.",
        "Wij bellen u binnen een week voor een kennismaking.",
        default="",
    )
    to_bring: Annotated[str, Line(160)] = key(
        "meenemen", "Meenemen", "Wat iemand meeneemt.", "Iets te drinken", default=""
    )
    former_addresses: Several[Annotated[str, Line(170)]] = key(
        "vorige_adressen",
        "Vorige adressen",
        "Als het bestand een andere naam had: aanbieder/oude-naam.",
        "[cjg/kies-training]",
        default=(),
    )


class PartnerFile(Record):
    """``offers/<aanbieder>/aanbieder.yaml``: who a partner is."""

    name: Annotated[str, Line(80)] = key(
        "naam", "Naam", "De naam van uw organisatie.", "Stichting Voorbeeld"
    )
    summary: Annotated[str, Line(160)] = key(
        "samenvatting",
        "Samenvatting",
        "Eén zin: wie u bent en voor wie.",
        "Welzijnswerk voor gezinnen in Haarlem.",
    )
    description: Markdown | None = key(
        "beschrijving",
        "Beschrijving",
        "Wat ouders over u moeten weten.",
        "|\n  Wij helpen gezinnen in de buurt.",
        default=None,
        widget="lang",
    )
    website: WebAddress | None = key(
        "website",
        "Website",
        "Uw eigen website.",
        "https://voorbeeld.example.nl",
        default=None,
    )
    phone: Phone | None = key(
        "telefoon",
        "Telefoon",
        "Altijd tussen aanhalingstekens.",
        '"023 000 00 00"',
        default=None,
    )
    email: Email | None = key(
        "email",
        "E-mail",
        "Liefst van een afdeling, niet van een persoon.",
        "info@voorbeeld.example.nl",
        default=None,
    )
    former: Several[Slug] = key(
        "voorheen",
        "Voorheen",
        "Hoe uw map eerst heette. Oude adressen blijven dan werken.",
        "[stichting-oud]",
        default=(),
    )


class NewsFile(Record):
    """``offers/<aanbieder>/nieuws/<jjjj-mm-dd-slug>.yaml``: one news item."""

    title: Annotated[str, Line(80)] = key(
        "titel", "Titel", "Wat er nieuw is, in gewone woorden.", "Nieuwe groep in maart"
    )
    summary: Annotated[str, Line(160)] = key(
        "samenvatting",
        "Samenvatting",
        "Eén zin met het belangrijkste.",
        "In maart start een groep voor vaders.",
    )
    message: Markdown = key(
        "bericht",
        "Bericht",
        "Het hele bericht. Korte zinnen, geen HTML.",
        "|\n  U kunt zich nu aanmelden.",
        widget="lang",
    )
    website: WebAddress | None = key(
        "website",
        "Website",
        "Waar meer staat.",
        "https://voorbeeld.example.nl/nieuws",
        default=None,
    )
    until: Day | None = key(
        "tot",
        "Tot en met",
        "De laatste dag op de site. Staat er niets, dan blijft het een jaar staan.",
        "2027-03-31",
        default=None,
    )


class Source(Record):
    """Where what an answer says can be looked up."""

    name: Annotated[str, Line(60)] = key(
        "naam", "Naam", "Hoe mensen de bron kennen.", "Thuisarts.nl"
    )
    website: WebAddress = key(
        "website", "Website", "De pagina zelf.", "https://www.thuisarts.nl"
    )


ANSWER = "antwoord"
"""The text below the fields of a question."""


class QuestionFile(Record):
    """``content/vragen/<slug>.md``: a question with the region's own answer."""

    title: Annotated[str, Line(120)] = key(
        "titel",
        "Titel",
        "De vraag, zoals een ouder of jongere haar stelt.",
        "Mijn kind wordt zo snel boos. Wat kan ik doen?",
    )
    summary: Annotated[str, Line(160)] = key(
        "samenvatting",
        "Samenvatting",
        "Het antwoord in één zin.",
        "Blijf rustig, geef woorden aan het gevoel en praat pas later.",
    )
    themes: OneToThree[Annotated[str, Word("themas")]] = key(
        "themas", "Thema's", "Waar de vraag over gaat: 1 tot 3, de belangrijkste eerst."
    )
    ages: Ages = key(
        "leeftijd",
        "Leeftijd",
        "De leeftijd van het kind of de jongere.",
        "{van: 2, tot_en_met: 12}",
    )
    audience: Annotated[Reader, OneOf(Reader)] = key(
        "voor", "Voor", "Wie de vraag stelt: 'ouders' (u) of 'jongeren' (je).", "ouders"
    )
    search_words: OneOrMore[Annotated[str, Line(40)]] = key(
        "zoekwoorden",
        "Zoekwoorden",
        "Andere woorden waarmee mensen dit zoeken.",
        "[driftbui, woede]",
    )
    checked_on: Day = key(
        "gecontroleerd_op",
        "Gecontroleerd op",
        "De dag waarop iemand voor het laatst keek of alles klopt.",
        "2026-11-02",
    )
    sources: tuple[Source, ...] = key(
        "bron",
        "Bron",
        "Waar staat wat het antwoord beweert.",
        "[{naam: Thuisarts.nl, website: https://www.thuisarts.nl}]",
        default=(),
    )
    is_asked_often: YesNo = key(
        "vaak_gesteld", "Vaak gesteld", "Ja: staat op de startpagina.", default=False
    )
    shows_offers: YesNo = key(
        "toon_aanbod",
        "Toon aanbod",
        "Nee: met iemand praten is nu belangrijker dan een cursus.",
        default=True,
    )
    answer: Markdown = key(
        ANSWER, "Antwoord", "De tekst onder de velden. Korte zinnen, geen HTML."
    )
