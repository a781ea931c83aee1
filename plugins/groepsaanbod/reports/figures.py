"""The figures as tables, charts and sentences in Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod import urls, wording
from groepsaanbod.analysis.availability import Freshness
from groepsaanbod.analysis.figures import Figures, Measured, Point
from groepsaanbod.analysis.reached import People
from groepsaanbod.analysis.supply import Place
from groepsaanbod.charts import Bar, bars
from groepsaanbod.planning import Certainty, Figure
from groepsaanbod.reports.gaps import sources_in_words
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import UNKNOWN, Column, Linked, Table, Value

FEW = "minder dan 5"
"""How a number of people is written that is too small to show."""

TITLES = {
    Figure.PARTNERS: "Aanbieders die hun aanbod op de site zetten",
    Figure.CHILDREN: "Bereikte kinderen",
    Figure.YOUNG_PEOPLE: "Bereikte jongeren",
    Figure.PARENTS: "Bereikte ouders",
    Figure.VISITS: "Bezoek aan de site",
    Figure.FREE: "Aanbod dat gratis of bijna gratis is",
    Figure.CHECKED: "Aanbod dat op tijd is gecontroleerd",
    Figure.AVAILABILITY: "Groepen waarvan bekend is of er plek is",
}


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give the figures of a place: all in one table, then each with its parts."""
    figures = reported.figures.at(place)
    of_the_region = (_reached(figures), _visits(figures)) if place.is_region else ()
    return (
        _all(figures),
        _listings(figures),
        _silent(figures),
        _silent_by_age(figures),
        *of_the_region,
        _costs(figures),
        _payers(figures),
        _checked(figures),
        _availability(figures),
    )


def _all(figures: Figures) -> Table:
    return Table(
        "cijfers",
        f"De cijfers van {figures.place.name}",
        (
            Column("cijfer", "Cijfer"),
            Column("nu", "Nu", is_number=True),
            Column("van", "Van de", is_number=True),
            Column("aandeel", "Procent", is_number=True),
            Column("over", "Over"),
            Column("nulmeting", "Nulmeting", is_number=True),
            Column("doel", "Doel", is_number=True),
            Column("uiterlijk", "Uiterlijk"),
            Column("gehaald", "Gehaald"),
            Column("bronnen", "Bron van het doel"),
        ),
        tuple(_row(each) for each in figures.all),
    )


def _row(each: Measured) -> tuple[Value, ...]:
    aim = each.aim
    return (
        TITLES[each.figure],
        FEW if each.is_few else each.number,
        "" if each.total is None else each.total,
        "" if each.total is None else each.share,
        _period(each.period) or "vandaag",
        *(
            (
                aim.baseline,
                aim.target,
                aim.by or "",
                each.is_reached,
                sources_in_words([aim]),
            )
            if aim
            else ("",) * 5
        ),
    )


def _period(written: str) -> str:
    """Give ``oktober 2026`` for ``2026-10``; a year stays a year."""
    year, _, number = written.partition("-")
    return wording.month(date(int(year), int(number), 1)) if number else year


def _listings(figures: Figures) -> Table:
    return Table(
        "aanbieders",
        f"Aanbieders met aanbod voor {figures.place.name}",
        (
            Column("aanbieder", "Aanbieder"),
            Column("aanbod", "Eigen aanbod", is_number=True),
            Column("samen", "Samen met anderen", is_number=True),
        ),
        tuple(
            (
                Linked(each.partner.name, urls.partner_url(each.partner.slug)),
                each.own,
                each.together,
            )
            for each in figures.listings
        ),
        "Geen enkele aanbieder heeft hier aanbod.",
    )


def _silent(figures: Figures) -> Table:
    vocabulary = figures.supply.catalogue.vocabulary
    return Table(
        "zonder-aanbod",
        f"Bekende organisaties zonder aanbod voor {figures.place.name}",
        (
            Column("organisatie", "Organisatie"),
            Column("leeftijden", "Leeftijden"),
            Column("gemeente", "Gemeente"),
        ),
        tuple(
            (
                Linked(each.name, urls.partner_url(each.partner))
                if each.partner
                else each.name,
                wording.listed(
                    [vocabulary.name("leeftijdsgroepen", word) for word in each.ages]
                )
                or None,
                vocabulary.name("gebieden", each.where) if each.where else None,
            )
            for each in figures.silent
        ),
        "Alle organisaties die de regio kent, hebben hier aanbod.",
    )


def _silent_by_age(figures: Figures) -> Table:
    groups = figures.supply.catalogue.vocabulary.ages.for_reports
    rows: list[tuple[Value, ...]] = [
        (group.name, sum(group.word in each.ages for each in figures.silent))
        for group in groups
    ]
    rows.append(("Leeftijd niet bekend", sum(not each.ages for each in figures.silent)))
    return Table(
        "zonder-aanbod-per-leeftijd",
        "Organisaties zonder aanbod, per leeftijd; één organisatie kan vaker meetellen",
        (
            Column("leeftijd", "Leeftijd"),
            Column("organisaties", "Organisaties", is_number=True),
        ),
        tuple(rows) if figures.silent else (),
        "Er zijn geen organisaties zonder aanbod.",
    )


def _reached(figures: Figures) -> Table:
    return Table(
        "bereik",
        "Hoeveel mensen meededen, zoals aanbieders het opgaven",
        (
            Column("jaar", "Jaar", is_number=True),
            Column("kinderen", "Kinderen", is_number=True),
            Column("jongeren", "Jongeren", is_number=True),
            Column("ouders", "Ouders", is_number=True),
            Column("samen", "Samen", is_number=True),
            Column("opgaven_kinderen", "Opgaven met kinderen", is_number=True),
            Column("opgaven_jongeren", "Opgaven met jongeren", is_number=True),
            Column("opgaven_ouders", "Opgaven met ouders", is_number=True),
            Column("zonder_opgave", "Aanbod zonder opgave", is_number=True),
        ),
        tuple(
            (
                each.year,
                _people(each.children),
                _people(each.young_people),
                _people(each.parents),
                each.together,
                each.children.said,
                each.young_people.said,
                each.parents.said,
                each.silent,
            )
            for each in figures.reached
        ),
        "Geen enkele aanbieder gaf op hoeveel mensen meededen.",
    )


def _people(people: People) -> int | str | None:
    return FEW if people.is_few else people.number


def _visits(figures: Figures) -> Table:
    return Table(
        "bezoeken",
        "Bezoek aan de site in de laatste twaalf hele maanden",
        (
            Column("maand", "Maand"),
            Column("bezoeken", "Bezoeken", is_number=True),
            Column("paginas", "Pagina’s", is_number=True),
            Column("zekerheid", "Zekerheid"),
            Column("bron", "Bron"),
        ),
        tuple(
            (
                wording.month(month),
                each.visits if each else None,
                each.pages if each else None,
                each.certainty if each else "",
                each.source if each else "",
            )
            for month, each in figures.visits
        ),
    )


def _costs(figures: Figures) -> Table:
    return Table(
        "kosten",
        f"Wat het aanbod voor {figures.place.name} kost",
        (
            Column("kosten", "Kosten"),
            Column("bestaat", "Bestaat", is_number=True),
            Column("in_te_stappen", "In te stappen", is_number=True),
        ),
        tuple(
            (wording.capitalised(kind), split.existing, split.joinable)
            for kind, split in figures.costs.items()
        ),
    )


def _payers(figures: Figures) -> Table:
    words = figures.supply.catalogue.vocabulary.choices("financiering")
    return Table(
        "betalers",
        "Wie het aanbod betaalt; één aanbod kan meer betalers hebben",
        (
            Column("betaler", "Betaler"),
            Column("aanbod", "Aanbod", is_number=True),
        ),
        (
            *((words[word].name, number) for word, number in figures.payers.items()),
            ("Niet opgegeven", figures.without_payer),
        ),
    )


def _checked(figures: Figures) -> Table:
    months = figures.supply.planning.norms.checked_within
    names = (
        f"Minder dan {months} maanden geleden",
        f"{months} tot {2 * months} maanden geleden",
        f"Langer dan {2 * months} maanden geleden",
    )
    return Table(
        "controle",
        "Wanneer aanbieders hun aanbod voor het laatst nakeken",
        (
            Column("nagekeken", "Nagekeken"),
            Column("aanbod", "Aanbod", is_number=True),
        ),
        tuple(zip(names, figures.checked, strict=True)),
    )


_FRESHNESS = {
    Freshness.FRESH: "Bekend, en korter dan een maand geleden bijgewerkt",
    Freshness.OLD: "Bekend, maar langer geleden bijgewerkt",
    Freshness.UNSAID: "Niet bekend, of zonder dag erbij",
}


def _availability(figures: Figures) -> Table:
    return Table(
        "plekken",
        "Of bekend is of er plek is, bij groepen die nog komen",
        (
            Column("plek", "Of er plek is"),
            Column("groepen", "Groepen", is_number=True),
        ),
        tuple(
            (_FRESHNESS[each], number) for each, number in figures.availability.items()
        ),
    )


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture beside its table; the table says the same."""

    name: str
    """As in ``Figure``; its file is called so too."""
    title: str
    svg: str
    """The text of the file."""


def charts(reported: Reported, place: Place) -> tuple[Chart, ...]:
    """Give a small chart of each figure of a place that has something to compare."""
    return tuple(
        _chart(each)
        for each in reported.figures.at(place).all
        if len(each.series) > 1 and any(point.number for point in each.series)
    )


def _chart(each: Measured) -> Chart:
    title = TITLES[each.figure]
    return Chart(each.figure, title, bars(title, list(map(_bar, each.series))))


def _bar(point: Point) -> Bar:
    if point.is_few:
        shown = FEW
    else:
        shown = UNKNOWN if point.number is None else str(point.number)
    label = _period(point.label) if point.label[:1].isdigit() else point.label
    return Bar(wording.capitalised(label), shown, point.number)


def notes(reported: Reported, place: Place) -> tuple[str, ...]:
    """Give in sentences what these figures cannot know, and what they leave out."""
    return tuple(_notes(reported.figures.at(place)))


def _notes(figures: Figures) -> Iterator[str]:
    yield (
        "Aanbod telt mee als het op de site staat, niet voorbij is en een groep is."
        " Spreekuren en aanbod voor professionals tellen niet mee. Wat in geen lijst"
        " meer staat, omdat er al lang niemand naar keek, telt alleen mee bij wat"
        " nagekeken is."
    )
    if figures.place.is_region:
        yield (
            "Aanbieders geven zelf op hoeveel mensen meededen. Wie bij twee aanbieders"
            " meedeed, telt twee keer. Wat niemand opgaf, is onbekend en geen 0."
            f" Van {FEW} mensen staat er geen getal."
        )
        counted = [each for _, each in figures.visits if each]
        if any(each.certainty is Certainty.EXAMPLE for each in counted):
            yield "De cijfers over bezoek zijn voorbeelden, en geen echte tellingen."
        if not counted:
            yield "Er is nog geen bezoek geteld."
    else:
        yield (
            "Doelen, bezoek en het aantal mensen dat meedeed zijn alleen van de hele"
            " regio bekend."
        )
    for each in figures.all:
        if each.aim and each.aim.note:
            yield f"{TITLES[each.figure]}: {each.aim.note}"
    if figures.without_payer:
        number = figures.without_payer
        yield f"Bij {number} keer aanbod staat niet wie het betaalt."
