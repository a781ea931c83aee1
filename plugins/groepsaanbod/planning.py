"""What the coordinator knows and wants: inhabitants, questions, norms, aims, decisions.

Each class describes one file of ``region/`` or a part of it. None of these files is
needed: without one its default holds, and what it would say is unknown.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, model_validator

from groepsaanbod.changed import Changes
from groepsaanbod.fields import (
    AgeWritten,
    Amount,
    Count,
    CountOrUnknown,
    Day,
    Line,
    Month,
    Months,
    OneOf,
    OneOrMore,
    Percent,
    Record,
    Several,
    Slug,
    Times,
    TimeSpan,
    WebAddress,
    Word,
    Year,
    YesNo,
    key,
    wrong,
)
from groepsaanbod.owners import OwnersFile


class Certainty(StrEnum):
    """How much one may build on a figure; shown beside it."""

    COUNTED = "geteld"
    ESTIMATED = "geschat"
    UNSURE = "onzeker"
    ASSUMED = "aanname"
    EXAMPLE = "voorbeeld"


class Sourced(Record):
    """A figure says where it is from, of which year, and how certain it is."""

    source: Annotated[str, Line(160)] = key(
        "bron", "Bron", "Waar het cijfer staat.", "CBS StatLine 03759ned"
    )
    year: Year = key("jaar", "Jaar", "Over welk jaar het gaat.", 2026)
    certainty: Annotated[Certainty, OneOf(Certainty)] = key(
        "zekerheid", "Zekerheid", "Hoe zeker het cijfer is.", Certainty.COUNTED
    )
    website: WebAddress | None = key(
        "website", "Website", "Waar het na te lezen is.", default=None
    )
    note: Annotated[str, Line(300)] = key(
        "toelichting", "Toelichting", "Wat men erbij moet weten.", default=""
    )


class AgeBand(Record):
    """How many people have an age; the months are half-open, as in ``AgeGroup``."""

    since: AgeWritten = key("vanaf", "Vanaf", "De jongste leeftijd die erbij hoort.", 0)
    until: AgeWritten = key(
        "tot", "Tot", "De eerste leeftijd die er niet meer bij hoort.", 5
    )
    number: CountOrUnknown = key("aantal", "Aantal", "Een getal of 'onbekend'.", 1195)

    @model_validator(mode="after")
    def _in_order(self) -> "AgeBand":
        if self.since.first_month >= self.until.first_month:
            raise wrong(
                f"'vanaf' ({self.since.written}) moet lager zijn dan"
                f" 'tot' ({self.until.written}); verbeter er één"
            )
        return self


class Inhabitants(Sourced):
    """How many children and young people live in a municipality, area or village."""

    where: Annotated[str, Word("gebieden")] = key(
        "waar", "Waar", "De gemeente of het gebied."
    )
    village: Annotated[str, Line(60)] = key(
        "kern",
        "Kern",
        "Het dorp of de wijk, als het daar alleen over gaat; meer mag, met 'en'.",
        default="",
    )
    ages: OneOrMore[AgeBand] = key(
        "leeftijden", "Leeftijden", "Hoeveel inwoners er van elke leeftijd zijn."
    )
    counts: YesNo = key(
        "telt_mee",
        "Telt mee",
        "Nee: het cijfer staat er om te onthouden, en wordt niet gebruikt.",
        default=True,
    )


class InhabitantsFile(Record):
    """``region/bevolking.yaml``."""

    counts: tuple[Inhabitants, ...] = key(
        "tellingen", "Tellingen", "Hoeveel kinderen en jongeren er wonen.", default=()
    )


class Asked(Record):
    """How often a theme was asked about."""

    theme: Annotated[str, Word("themas")] = key("thema", "Thema", "Waar het over ging.")
    share: Percent = key(
        "aandeel", "Aandeel", "In hoeveel van de honderd gesprekken het voorkwam.", 25
    )


class Questions(Sourced):
    """What people asked somewhere, as shares of a hundred."""

    where: Annotated[str, Word("gebieden")] | None = key(
        "waar", "Waar", "De gemeente, als het over één gemeente gaat.", default=None
    )
    asked: tuple[Asked, ...] = key(
        "vragen", "Vragen", "Elk thema met zijn aandeel.", default=()
    )
    named: Several[Annotated[str, Word("themas")]] = key(
        "genoemd",
        "Genoemd",
        "Thema's die de bron noemt zonder een getal; die tellen niet mee.",
        default=(),
    )


class QuestionsFile(Record):
    """``region/vraagcijfers.yaml``."""

    sources: tuple[Questions, ...] = key(
        "bronnen", "Bronnen", "Wie telde waar mensen naar vragen.", default=()
    )


class Norm(Record):
    """How many joinable offers are enough; what is left out means all."""

    theme: Annotated[str, Word("themas")] | None = key(
        "thema", "Thema", "Voor welk thema; leeg is elk thema.", default=None
    )
    ages: Annotated[str, Word("leeftijdsgroepen")] | None = key(
        "leeftijd", "Leeftijd", "Voor welke leeftijdsgroep; leeg is elke.", default=None
    )
    where: Annotated[str, Word("gebieden")] | None = key(
        "waar", "Waar", "Voor welke gemeente of welk gebied; leeg is elk.", default=None
    )
    least: Count = key("minstens", "Minstens", "Hoeveel aanbod er moet zijn.", 2)
    why: Annotated[str, Line(200)] = key(
        "waarom", "Waarom", "In één zin.", "Eén groep zit steeds vol."
    )


class NotExpected(Record):
    """Cells in which the region expects nothing."""

    theme: Annotated[str, Word("themas")] = key("thema", "Thema", "Voor welk thema.")
    ages: OneOrMore[Annotated[str, Word("leeftijdsgroepen")]] = key(
        "leeftijden", "Leeftijden", "Bij welke leeftijdsgroepen."
    )
    why: Annotated[str, Line(200)] = key(
        "waarom", "Waarom", "In één zin.", "Peuters drinken en roken niet."
    )


class OverlapWeights(Record):
    """What each likeness of two offers weighs, of a hundred."""

    themes: Percent = key("themas", "Thema's", "Gewicht van de thema's.", default=35)
    ages: Percent = key("leeftijd", "Leeftijd", "Gewicht van de leeftijd.", default=25)
    audiences: Percent = key(
        "doelgroep", "Doelgroep", "Gewicht van de doelgroep.", default=20
    )
    areas: Percent = key("gebieden", "Gebieden", "Gewicht van de plek.", default=20)
    shown_from: Percent = key(
        "tonen_vanaf",
        "Tonen vanaf",
        "Vanaf welke score een paar te zien is.",
        default=50,
    )

    @model_validator(mode="after")
    def _sum_to_a_hundred(self) -> "OverlapWeights":
        total = self.themes + self.ages + self.audiences + self.areas
        if total != 100:  # noqa: PLR2004 - percent
            raise wrong(
                "'themas', 'leeftijd', 'doelgroep' en 'gebieden' zijn samen"
                f" {total}; maak er samen 100 van"
            )
        return self


class Ageing(Record):
    """After how many months without a look something happens to an offer."""

    marked_after: Months = key(
        "melden", "Melden", "Dan staat het op de pagina.", default=9
    )
    last_after: Months = key(
        "achteraan",
        "Achteraan",
        "Dan staat het onder al het andere aanbod.",
        default=12,
    )
    unlisted_after: Months = key(
        "uit_lijsten",
        "Uit de lijsten",
        "Dan staat het in geen lijst meer. De pagina blijft.",
        default=18,
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Ageing":
        if not self.marked_after <= self.last_after <= self.unlisted_after:
            raise wrong(
                "'melden', 'achteraan' en 'uit_lijsten' lopen op; nu staat er"
                f" {self.marked_after}, {self.last_after} en {self.unlisted_after};"
                " begin met het laagste"
            )
        return self


def _nearly_free(value: object) -> object:
    if value in ("0", "gratis"):
        raise wrong("haal dit veld weg als alleen gratis telt, of schrijf een bedrag")
    return value


NearlyFree = Annotated[Amount, BeforeValidator(_nearly_free)]


class NormsFile(Record):
    """``region/normen.yaml``: how the reports count."""

    horizon: Months = key(
        "vooruit", "Vooruit", "Hoeveel maanden het rapport vooruitkijkt.", default=12
    )
    forms_left_out: Several[Annotated[str, Word("vormen")]] = key(
        "telt_niet_mee", "Telt niet mee", "Vormen die geen groep zijn.", default=()
    )
    nearly_free: NearlyFree | None = key(
        "bijna_gratis",
        "Bijna gratis",
        "Tot en met welk bedrag iets bijna gratis is, in euro's.",
        default=None,
    )
    nearly_free_why: Annotated[str, Line(300)] = key(
        "bijna_gratis_waarom",
        "Waarom bijna gratis",
        "Wie het bedrag koos, of dat het nog een aanname is.",
        default="",
    )
    passes: Several[Annotated[str, Line(40)]] = key(
        "passen",
        "Passen",
        "Passen waarmee iets gratis kan zijn, zoals aanbieders ze noemen.",
        default=(),
    )
    referrals: Several[Annotated[str, Word("toegang")]] = key(
        "verwijzing", "Verwijzing", "Welke toegang een verwijzing vraagt.", default=()
    )
    daytime: Times = key(
        "overdag",
        "Overdag",
        "Tussen welke tijden op werkdagen iets overdag is.",
        default=TimeSpan.of("9:00-17:00"),
    )
    usual: Count = key(
        "gewoonlijk",
        "Gewoonlijk",
        "Hoeveel aanbod genoeg is als niets anders geldt.",
        default=1,
    )
    norms: tuple[Norm, ...] = key(
        "normen", "Normen", "Waar meer nodig is; de laatste die past geldt.", default=()
    )
    not_expected: tuple[NotExpected, ...] = key(
        "niet_verwacht", "Niet verwacht", "Waar geen aanbod nodig is.", default=()
    )
    overlap: OverlapWeights = key(
        "overlap",
        "Overlap",
        "Hoe zwaar elke overeenkomst telt.",
        default=OverlapWeights.model_validate({}),
    )
    checked_within: Months = key(
        "gecontroleerd_binnen",
        "Gecontroleerd binnen",
        "Na hoeveel maanden aanbod opnieuw bekeken moet zijn.",
        default=6,
    )
    ageing: Ageing = key(
        "verouderd",
        "Verouderd",
        "Wat er gebeurt met aanbod dat nog langer niet bekeken is.",
        default=Ageing.model_validate({}),
    )


class Figure(StrEnum):
    """The figures that can have an aim; ``figures`` works them out.

    Of the last three an aim is a share of a hundred, of the others a number.
    """

    PARTNERS = "aanbieders"
    CHILDREN = "kinderen"
    YOUNG_PEOPLE = "jongeren"
    PARENTS = "ouders"
    VISITS = "bezoeken"
    FREE = "gratis"
    CHECKED = "gecontroleerd"
    AVAILABILITY = "beschikbaarheid"


class Aim(Sourced):
    """What was promised of a figure; the year is that of the aim's source."""

    figure: Annotated[Figure, OneOf(Figure)] = key(
        "cijfer", "Cijfer", "Welk cijfer.", Figure.PARTNERS
    )
    baseline: CountOrUnknown = key(
        "nulmeting", "Nulmeting", "Hoe het eerst was: een getal of 'onbekend'.", 13
    )
    target: CountOrUnknown = key(
        "doel", "Doel", "Wat beloofd is: een getal of 'onbekend'.", 26
    )
    by: Day | None = key(
        "uiterlijk", "Uiterlijk", "Wanneer het zo moet zijn.", default=None
    )


class KnownPartner(Record):
    """An organisation of which the region knows; it may list its offers or not yet."""

    name: Annotated[str, Line(80)] = key(
        "naam", "Naam", "Hoe de organisatie heet.", "Kraamzorg"
    )
    ages: Several[Annotated[str, Word("leeftijdsgroepen")]] = key(
        "leeftijden", "Leeftijden", "Voor welke leeftijdsgroepen zij er is.", default=()
    )
    listed_as: Slug | None = key(
        "aanbieder",
        "Aanbieder",
        "Haar map in offers/, als zij aanbod heeft.",
        "cjg-kennemerland",
        default=None,
    )
    where: Annotated[str, Word("gebieden")] | None = key(
        "waar", "Waar", "De gemeente, als zij er voor één gemeente is.", default=None
    )


class AimsFile(Record):
    """``region/doelen.yaml``."""

    aims: tuple[Aim, ...] = key("doelen", "Doelen", "Wat beloofd is.", default=())
    known_partners: tuple[KnownPartner, ...] = key(
        "bekende_aanbieders",
        "Bekende aanbieders",
        "Organisaties die de regio kent, ook als zij nog niets op de site zetten.",
        default=(),
    )


class Verdict(StrEnum):
    """What was decided of an overlap or a gap."""

    TOGETHER = "samenwerken"
    SIDE_BY_SIDE = "naast-elkaar"
    MERGE = "samenvoegen"
    TAKEN_UP = "opgepakt"
    ACCEPTED = "geaccepteerd"


class MonthOfVisits(Record):
    """One line of ``region/bezoek.csv``: how often the site was visited in a month."""

    month: Month = key("maand", "Maand", "Jaar en maand.", "2026-10")
    visits: Count = key(
        "bezoeken",
        "Bezoeken",
        "Hoe vaak er iemand kwam; wie op één dag terugkomt telt één keer.",
        "1240",
    )
    pages: CountOrUnknown = key(
        "paginas", "Pagina's", "Hoeveel pagina's zij samen bekeken.", "3100"
    )
    certainty: Annotated[Certainty, OneOf(Certainty)] = key(
        "zekerheid", "Zekerheid", "Hoe zeker het cijfer is.", "geteld"
    )
    source: Annotated[str, Line(160)] = key(
        "bron", "Bron", "Waar het cijfer vandaan komt.", "logbestand van de webserver"
    )


class VisitsFile(Record):
    """``region/bezoek.csv``."""

    months: tuple[MonthOfVisits, ...] = key(
        "maanden", "Maanden", "Elke maand op een eigen regel.", default=()
    )


class LinkFailure(StrEnum):
    """Why a link does not work."""

    GONE = "de pagina bestaat niet meer"
    NO_HOST = "de website bestaat niet"
    NO_ANSWER = "de website antwoordt niet"
    SERVER = "de website geeft een fout"
    UNSAFE = "de beveiliging van de website klopt niet"
    ASTRAY = "de link leidt naar een adres dat niet kan"


class FailedLink(Record):
    """A link that did not work when it was last asked for."""

    address: Annotated[str, Line(500)] = key("adres", "Adres", "Het webadres.")
    failure: Annotated[LinkFailure, OneOf(LinkFailure)] = key(
        "uitkomst", "Uitkomst", "Wat er mis is."
    )
    since: Day = key("sinds", "Sinds", "De eerste dag waarop de link niet werkte.")
    times: Count = key("keren", "Keren", "Hoe vaak achter elkaar de link niet werkte.")

    def is_dead(self, checked_on: date) -> bool:
        """Tell whether it failed so often, for so long, that it is no accident."""
        return (
            self.times >= TIMES_BEFORE_DEAD
            and (checked_on - self.since).days >= DAYS_BEFORE_DEAD
        )


TIMES_BEFORE_DEAD = 3
DAYS_BEFORE_DEAD = 14
"""Links are looked at each week, so that three times takes two weeks."""


class LinksFile(Record):
    """``region/links.json``, which ``groepsaanbod links`` writes."""

    checked_on: Day | None = key(
        "bekeken_op", "Bekeken op", "De dag waarop er gekeken is.", default=None
    )
    looked_at: Count = key(
        "bekeken", "Bekeken", "Hoeveel links er bekeken zijn.", default=0
    )
    failed: tuple[FailedLink, ...] = key(
        "stuk", "Stuk", "De links die niet werkten.", default=()
    )


class GapNamed(Record):
    """One cell of the gap report."""

    theme: Annotated[str, Word("themas")] = key("thema", "Thema", "Welk thema.")
    ages: Annotated[str, Word("leeftijdsgroepen")] = key(
        "leeftijd", "Leeftijd", "Welke leeftijdsgroep."
    )
    where: Annotated[str, Word("gebieden")] = key(
        "waar", "Waar", "De gemeente of het gebied; 'regio' is de hele regio."
    )


class Decision(Record):
    """What was decided of a pair of offers that overlap, or of a gap."""

    pair: Several[Annotated[str, Line(170)]] = key(
        "overlap",
        "Overlap",
        "De twee keer aanbod: [aanbieder/aanbod, aanbieder/aanbod].",
        default=(),
    )
    gap: GapNamed | None = key("hiaat", "Hiaat", "Het hiaat.", default=None)
    verdict: Annotated[Verdict, OneOf(Verdict)] = key(
        "besluit", "Besluit", "Wat er besloten is.", Verdict.TOGETHER
    )
    by: Annotated[str, Line(120)] = key(
        "door",
        "Door",
        "Welke functie het besloot of oppakt; geen naam van een persoon.",
        "Coördinator groepsaanbod",
    )
    why: Annotated[str, Line(300)] = key(
        "waarom",
        "Waarom",
        "In één of twee zinnen.",
        "Zij spreken af wie in welk deel van de stad begint.",
    )
    on: Day = key("op", "Op", "De dag van het besluit.", "2026-11-24")
    until: Day = key(
        "tot", "Tot en met", "Tot wanneer het besluit geldt.", "2027-06-30"
    )
    facts: Annotated[str, Line(60)] = key(
        "stand",
        "Stand",
        "Hoe het toen was, zoals het rapport zei. Verandert dat, dan komt het terug.",
        '"0,86"',
    )

    @model_validator(mode="after")
    def _about_one_thing(self) -> "Decision":
        if bool(self.pair) == bool(self.gap):
            raise wrong(
                "schrijf waar dit besluit over gaat:"
                " overlap: [aanbieder/aanbod, aanbieder/aanbod],"
                " of hiaat: {thema: …, leeftijd: …, waar: …}; één van de twee"
            )
        if self.pair and len(self.pair) != 2:  # noqa: PLR2004 - a pair
            raise wrong(
                f"bij 'overlap' staat {len(self.pair)} keer aanbod; noem er twee:"
                " overlap: [aanbieder/aanbod, aanbieder/aanbod]"
            )
        if self.until < self.on:
            raise wrong(
                f"'tot' ({self.until}) ligt voor 'op' ({self.on}); wissel ze om"
                " of verbeter er één"
            )
        return self


class DecisionsFile(Record):
    """``region/afstemming.yaml``."""

    decisions: tuple[Decision, ...] = key(
        "besluiten", "Besluiten", "Wat er besloten is.", default=()
    )


@dataclass(frozen=True)
class Planning:
    """Everything the coordinator's own files say, with defaults for what is absent."""

    inhabitants: tuple[Inhabitants, ...] = ()
    questions: tuple[Questions, ...] = ()
    norms: NormsFile = field(default_factory=lambda: NormsFile.model_validate({}))
    aims: AimsFile = field(default_factory=lambda: AimsFile.model_validate({}))
    decisions: tuple[Decision, ...] = ()
    visits: tuple[MonthOfVisits, ...] = ()
    """By month, the first one first."""
    links: LinksFile = field(default_factory=lambda: LinksFile.model_validate({}))
    owners: OwnersFile = field(default_factory=lambda: OwnersFile.model_validate({}))
    changes: Changes | None = None
    """What changed up to some day; None when nobody worked it out."""

    def is_cheap(self, amount: Decimal | None, note: str) -> bool:
        """Tell whether costs are nothing or nearly nothing, in the region's own terms.

        That is free, up to the region's limit in euros, or free with one of its passes.
        """
        limit = self.norms.nearly_free
        if amount is None or (limit is not None and amount <= limit):
            return True
        said = note.casefold()
        has_pass = any(each.casefold() in said for each in self.norms.passes)
        return has_pass and any(word in said for word in _FREE_WITH_A_PASS)


_FREE_WITH_A_PASS = ("gratis", "betaalt u niets", "kost het niets")
