"""What changed, as tables and sentences in Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from groepsaanbod.analysis.supply import Place
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.changed import (
    Alteration,
    Cause,
    GapChanged,
    OfferListed,
    OfferNamed,
    OverlapChanged,
    Period,
    Span,
)
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Linked, Table, Value
from groepsaanbod.urls import OFFERS
from groepsaanbod.wording import listed, short_day

NOT_WORKED_OUT = (
    "Voor deze site is niet uitgerekend wat er veranderde. Dat doet: make changes."
)
"""What a report says when there is no ``region/verandering.json``."""

TOO_LONG = "te lang om te laten zien"

TITLES = {
    Span.QUARTER: "Het laatste kwartaal",
    Span.YEAR: "Het laatste jaar",
    Span.OTHER: "Wat er veranderde",
}

Row = tuple[Value, ...]


@dataclass(frozen=True)
class Told:
    """One period as a report tells it."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]


def told(reported: Reported, place: Place) -> tuple[Told, ...]:
    """Give the periods that were worked out; nothing when none was."""
    changes = reported.catalogue.planning.changes
    return tuple(
        of_period(each, reported.catalogue, reported.today, place)
        for each in (changes.periods if changes else ())
    )


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give the tables of each period; one that says so when none was worked out."""
    found = told(reported, place)
    if not found:
        title = TITLES[Span.OTHER]
        return (Table("verandering", title, (), (), NOT_WORKED_OUT),)
    return tuple(table for each in found for table in each.tables)


def of_period(
    period: Period, catalogue: Catalogue, today: date, place: Place | None = None
) -> Told:
    """Tell of a period, for the whole region or a place.

    ``catalogue`` says which offers of today one can go to, and what places are called.
    """
    here = period if place is None else within(period, place)
    telling = _Telling(here, catalogue, today)
    return Told(TITLES[period.span], sentences(here), tuple(telling.tables()))


def within(period: Period, place: Place) -> Period:
    """Give what of a period is about a place; an area counts as its municipality."""
    if place.municipality is None:
        return period
    word = place.municipality.word
    here = {
        name: tuple(each for each in getattr(period, name) if word in each.areas)
        for name in ("come", "gone", "moved", "altered")
    }
    gaps = {
        name: tuple(each for each in getattr(period, name) if each.place_word == word)
        for name in ("gaps_opened", "gaps_closed")
    }
    return period.model_copy(update=here | gaps)


def sentences(period: Period) -> tuple[str, ...]:
    """Give what changed in a few sentences, and how far they may be trusted."""
    return tuple(_sentences(period))


def _sentences(period: Period) -> Iterator[str]:
    since, until = short_day(period.before.day), short_day(period.after.day)
    if period.is_short:
        span = "een jaar" if period.span is Span.YEAR else "een kwartaal"
        yield f"Er is nog geen geschiedenis van {span}; dit begint op {since}."
    yield f"Dit gaat van {since} tot en met {until}."
    yield (
        f"Aanbod: {len(period.come)} erbij, {len(period.gone)} weg"
        f" en {len(period.altered)} aangepast."
    )
    joined, left = len(period.partners_joined), len(period.partners_left)
    yield f"Aanbieders: {joined} erbij en {left} weg."
    opened, closed = len(period.gaps_opened), len(period.gaps_closed)
    by_time = sum(each.cause is Cause.TIME for each in period.gaps_opened)
    waited = f" ({by_time} doordat de tijd verstreek)" if by_time else ""
    yield f"Hiaten: {opened} erbij{waited} en {closed} weg."
    if period.before.overlaps is not None:
        new, gone = len(period.overlaps_new), len(period.overlaps_gone)
        yield f"Overlap: {new} erbij en {gone} weg."
    for moment in (period.before, period.after):
        if moment.unread:
            yield (
                f"Van {short_day(moment.day)} kunnen we niet alles lezen"
                f" ({_files(len(moment.unread))}); dat vergelijken we niet."
            )


def _files(number: int) -> str:
    return "1 bestand" if number == 1 else f"{number} bestanden"


CAME = {
    Cause.DATA: "toegevoegd",
    Cause.TIME: "de eerste dag op de site kwam",
    Cause.REGION: "",
}
WENT = {
    Cause.DATA: "weggehaald",
    Cause.TIME: "de laatste dag op de site is voorbij",
    Cause.REGION: "",
}
CAUSES = {
    Cause.DATA: "het aanbod veranderde",
    Cause.TIME: "de tijd verstreek",
    Cause.REGION: "de regio paste normen of woorden aan",
}
NO_CELL = "stond er niet"


@dataclass(frozen=True)
class _Telling:
    """A period as tables, with links to what is on the site today."""

    period: Period
    catalogue: Catalogue
    today: date

    def tables(self) -> Iterator[Table]:
        period = self.period
        yield self._table("cijfers", "In cijfers", self._figures, self._counts())
        yield self._offers("aanbod-erbij", "Aanbod erbij", period.come, CAME)
        yield self._offers("aanbod-weg", "Aanbod weg", period.gone, WENT)
        yield self._table(
            "aanbod-aangepast",
            "Aanbod aangepast",
            _columns(aanbod="Aanbod", aanbieder="Aanbieder", veld="Veld")
            + _columns(was="Was", wordt="Wordt"),
            (
                (self._link(offer), offer.partner, each.field, *words_of(each))
                for offer in period.altered
                for each in offer.alterations
            ),
        )
        yield self._table(
            "aanbod-verplaatst",
            "Aanbod met een ander adres",
            _columns(aanbod="Aanbod", aanbieder="Aanbieder", stond_op="Stond op"),
            ((self._link(each), each.partner, each.was) for each in period.moved),
        )
        yield self._table(
            "aanbieders",
            "Aanbieders erbij en weg",
            _columns(aanbieder="Aanbieder", wat="Wat"),
            partners_of(period),
        )
        yield self._gaps("hiaten-erbij", "Hiaten erbij", period.gaps_opened)
        yield self._gaps("hiaten-weg", "Hiaten weg", period.gaps_closed)
        if period.before.overlaps is not None:
            new, gone = period.overlaps_new, period.overlaps_gone
            yield self._overlaps("overlap-erbij", "Overlap erbij", new)
            yield self._overlaps("overlap-weg", "Overlap weg", gone)
        yield self._table(
            "niet-gelezen",
            "Bestanden die we niet kunnen lezen",
            _columns(dag="Van welke dag", bestand="Bestand", waarom="Waarom"),
            (
                (moment.day, each.path, each.why)
                for moment in (period.before, period.after)
                for each in moment.unread
            ),
        )

    def _table(
        self, name: str, caption: str, columns: tuple[Column, ...], rows: Iterator[Row]
    ) -> Table:
        since, until = (
            short_day(self.period.before.day),
            short_day(self.period.after.day),
        )
        return Table(
            f"{self.period.span}-{name}",
            f"{caption}, van {since} tot en met {until}",
            columns,
            tuple(rows),
            "Niets.",
        )

    @property
    def _figures(self) -> tuple[Column, ...]:
        return (
            Column("wat", "In de hele regio"),
            Column("eerst", short_day(self.period.before.day), is_number=True),
            Column("nu", short_day(self.period.after.day), is_number=True),
            Column("verschil", "Verschil", is_number=True),
        )

    def _counts(self) -> Iterator[Row]:
        before, after = self.period.before, self.period.after
        for name, was, now in (
            ("Aanbod op de site", before.offers, after.offers),
            ("Aanbod waar men nog bij kan", before.joinable, after.joinable),
            ("Aanbieders met aanbod", before.partners, after.partners),
            ("Hiaten", before.gaps, after.gaps),
            ("Paren die overlappen", before.overlaps, after.overlaps),
        ):
            if was is not None and now is not None:
                yield name, was, now, now - was

    def _offers(
        self,
        name: str,
        caption: str,
        offers: tuple[OfferListed, ...],
        causes: dict[Cause, str],
    ) -> Table:
        return self._table(
            name,
            caption,
            _columns(aanbod="Aanbod", aanbieder="Aanbieder", voor="Voor mensen in")
            + _columns(waardoor="Waardoor"),
            (
                (
                    self._link(each),
                    each.partner,
                    listed([self._area(area) for area in each.areas]),
                    causes[each.cause],
                )
                for each in offers
            ),
        )

    def _gaps(self, name: str, caption: str, gaps: tuple[GapChanged, ...]) -> Table:
        return self._table(
            name,
            caption,
            _columns(waar="Waar", thema="Thema", leeftijd="Leeftijd", was="Was")
            + _columns(wordt="Wordt", waardoor="Waardoor", door="Door dit aanbod"),
            (
                (
                    *(each.place, each.theme, each.ages),
                    *(each.before or NO_CELL, each.after or NO_CELL),
                    CAUSES[each.cause],
                    titles_of(each),
                )
                for each in gaps
            ),
        )

    def _overlaps(
        self, name: str, caption: str, pairs: tuple[OverlapChanged, ...]
    ) -> Table:
        return self._table(
            name,
            caption,
            _columns(eerste="Aanbod", van_eerste="Van", tweede="Lijkt op")
            + _columns(van_tweede="Van", waardoor="Waardoor"),
            (
                (
                    *(self._link(each.first), each.first.partner),
                    *(self._link(each.second), each.second.partner),
                    CAUSES[each.cause],
                )
                for each in pairs
            ),
        )

    def _link(self, offer: OfferNamed) -> Value:
        """Link to an offer that is on the site today; the words may be of then."""
        if offer.identity in self._on_the_site:
            return Linked(offer.title, f"{OFFERS}{offer.identity}/")
        return offer.title

    @cached_property
    def _on_the_site(self) -> frozenset[str]:
        visible = self.catalogue.visible(self.today)
        return frozenset(each.identity for each in visible.offers)

    def _area(self, word: str) -> str:
        areas = self.catalogue.vocabulary.choices("gebieden")
        return areas[word].name if word in areas else word


def _columns(**titles: str) -> tuple[Column, ...]:
    return tuple(Column(key, title) for key, title in titles.items())


def words_of(alteration: Alteration) -> tuple[str, str]:
    """Give what a field said and says."""
    return alteration.before or TOO_LONG, alteration.after or TOO_LONG


def partners_of(period: Period) -> Iterator[tuple[str, str]]:
    """Give the partners that came and went, each with what it did."""
    for each in period.partners_joined:
        yield each.name, "begon met aanbod"
    for each in period.partners_left:
        yield each.name, "heeft geen aanbod meer"


def titles_of(gap: GapChanged) -> str:
    """Give the offers that made a gap come or go."""
    names = "; ".join(f"{each.title} ({each.partner})" for each in gap.offers)
    more = gap.number - len(gap.offers)
    return f"{names}; en nog {more}" if more > 0 else names
