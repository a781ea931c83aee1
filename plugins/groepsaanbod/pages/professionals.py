"""The pages for professionals: all offers as one dense table, in four views."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from itertools import groupby
from typing import TypeVar

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.choices import Choice, all_choices
from groepsaanbod.fields import slug_of
from groepsaanbod.finding import FilterKind
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.letter import letter
from groepsaanbod.pages.offer_row import (
    FILTERS,
    PARTNER,
    RECOGNITION,
    offer_row,
    recognition,
)
from groepsaanbod.pages.page import HOME_LINK, Beside, Page
from groepsaanbod.pages.paging import page_path, pager
from groepsaanbod.pages.shown import Shown
from groepsaanbod.tables import Column, Table, as_csv
from groepsaanbod.views import JoiningView, Link, OfferGroup, OfferRow

ROWS_ON_A_PAGE = 250
"""A region of today fits on one page; ten thousand rows would be megabytes."""
TABLE = "aanbod"

HERE = Link("Voor professionals", urls.PROFESSIONALS)
VIEWS = (
    Link("Alle aanbod", urls.PROFESSIONALS),
    Link("Per aanbieder", urls.PROFESSIONALS_BY_PARTNER),
    Link("Per methode", urls.PROFESSIONALS_BY_METHOD),
    Link("Voor uw eigen werk", urls.PROFESSIONALS_AT_WORK),
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class TableFilter:
    """A list to choose one thing from; an age is typed and has no choices."""

    word: str
    name: str
    is_age: bool
    choices: tuple[Choice, ...] = ()


class Tables:
    """The rows of a day, each made once, for the pages and the files beside them."""

    def __init__(self, shown: Shown) -> None:
        """Begin without any."""
        self.shown = shown

    @cached_property
    def rows(self) -> dict[str, OfferRow]:
        """Give each row by what names its offer."""
        offers = self.shown.catalogue.offers
        return {each.identity: offer_row(self.shown, each) for each in offers}

    @cached_property
    def for_families(self) -> list[OfferRow]:
        """Give what families join, what they can join soonest first."""
        shown = self.shown
        return self._of(each for each in _ordered(shown) if not shown.is_for_work(each))

    @cached_property
    def for_work(self) -> list[OfferRow]:
        """Give what professionals join themselves, in the same order."""
        shown = self.shown
        return self._of(each for each in _ordered(shown) if shown.is_for_work(each))

    def _of(self, offers: Iterable[Offer]) -> list[OfferRow]:
        return [self.rows[each.identity] for each in offers]

    def by_partner(self) -> Iterator[OfferGroup]:
        """Give what each partner gives families, or helps to give."""
        catalogue = self.shown.catalogue
        for partner in _by_name(catalogue.partners):
            given = catalogue.by_partner(partner.slug)
            rows = self._of(each for each in given if not self.shown.is_for_work(each))
            if rows:
                yield _partner_group(partner, rows)

    def by_method(self) -> Iterator[OfferGroup]:
        """Give who gives each method or programme, in the order of the alphabet."""
        named: dict[str, list[Offer]] = {}
        for offer in self.shown.catalogue.offers:
            if offer.method and not self.shown.is_for_work(offer):
                named.setdefault(slug_of(offer.method.name), []).append(offer)
        groups = [self._method_group(slug, each) for slug, each in named.items()]
        groups += self._programmes()
        yield from sorted(groups, key=lambda each: each.name.casefold())

    def _method_group(self, slug: str, offers: list[Offer]) -> OfferGroup:
        methods = [each.method for each in offers if each.method]
        verdicts = (recognition(self.shown, each) for each in methods)
        said = [f"Erkenning: {each}" for each in dict.fromkeys(verdicts) if each]
        websites = (each.website for each in methods if each.website)
        return OfferGroup(
            anchor=f"methode-{slug}",
            name=methods[0].name,
            about=("Methode", *said, _givers(offers)),
            website=next(websites, ""),
            rows=self._of(offers),
        )

    def _programmes(self) -> Iterator[OfferGroup]:
        for programme in self.shown.catalogue.vocabulary.programmes:
            offers = [
                each
                for each in self.shown.catalogue.by_programme(programme.word)
                if not self.shown.is_for_work(each)
            ]
            if offers:
                yield OfferGroup(
                    anchor=f"programma-{programme.word}",
                    name=programme.name,
                    about=("Programma", _givers(offers)),
                    website=programme.website or "",
                    rows=self._of(offers),
                )


def _ordered(shown: Shown) -> list[Offer]:
    return sorted(
        shown.catalogue.offers,
        key=lambda each: (
            shown.is_aged(each),
            *shown.answer(each).rank,
            each.title,
            each.identity,
        ),
    )


def _by_name(partners: Iterable[Partner]) -> list[Partner]:
    return sorted(partners, key=lambda each: each.name.casefold())


def _partner_group(partner: Partner, rows: list[OfferRow]) -> OfferGroup:
    contact = reachable(partner)
    about = (contact.phone, contact.email, wording.counted(len(rows), *_OFFERS))
    return OfferGroup(
        anchor=f"aanbieder-{partner.slug}",
        name=partner.name,
        about=tuple(each for each in about if each),
        website=contact.website,
        rows=rows,
    )


_OFFERS = ("keer aanbod", "keer aanbod")


def _givers(offers: list[Offer]) -> str:
    partners = {each.partner for each in offers}
    given = wording.counted(len(partners), "aanbieder", "aanbieders")
    return f"{given}, {wording.counted(len(offers), *_OFFERS)}"


def for_professionals(tables: Tables) -> Iterator[Page]:
    """Give the table of all offers, by partner, by method, and what is for work."""
    yield from _whole(tables)
    yield from _grouped(
        VIEWS[1],
        "Aanbod per aanbieder",
        "Wat elke organisatie geeft, en hoe u haar bereikt.",
        tables.by_partner(),
    )
    yield from _grouped(
        VIEWS[2],
        "Aanbod per methode",
        "Wie welke methode of welk programma geeft, waar en wanneer.",
        tables.by_method(),
    )
    yield from _grouped(
        VIEWS[3],
        "Voor uw eigen werk",
        "Scholing, netwerk en voorlichting voor wie met kinderen en ouders werkt.",
        [OfferGroup("voor-uw-werk", "", (), "", tables.for_work)],
    )


def _whole(tables: Tables) -> Iterator[Page]:
    shown = tables.shown
    parts = _parts(tables.for_families)
    filters = tuple(_filters(shown))
    for number, rows in enumerate(parts, start=1):
        path = page_path(urls.PROFESSIONALS, number)
        yield _page(
            path,
            "professionals",
            _numbered(HERE.name, number, len(parts)),
            (),
            f"Alle groepen, cursussen en inloop in {shown.catalogue.site.region} in één"
            " tabel. Voor verwijzers en wie met kinderen en ouders werkt.",
            {
                "rows": rows,
                "filters": filters,
                "total": len(tables.for_families),
                "pages": len(parts),
                "pager": pager(urls.PROFESSIONALS, number, len(parts)),
                "slots": _slots() if len(parts) > 1 else (),
                "csv": urls.csv_url(urls.PROFESSIONALS, TABLE),
                "for_work": len(tables.for_work),
            },
        )


def _grouped(
    here: Link, heading: str, lead: str, groups: Iterable[OfferGroup]
) -> Iterator[Page]:
    parts = _parts([(group, row) for group in groups for row in group.rows])
    pages = [
        [replace(group, rows=[row for _, row in found]) for group, found in _runs(part)]
        for part in parts
    ]
    index: dict[str, Link] = {}
    for number, on_page in enumerate(pages, start=1):
        for each in on_page:
            path = f"{page_path(here.path, number)}#{each.anchor}"
            index.setdefault(each.anchor, Link(each.name, path))
    for number, on_page in enumerate(pages, start=1):
        yield _page(
            page_path(here.path, number),
            "professionals_grouped",
            _numbered(heading, number, len(pages)),
            (here,),
            lead,
            {
                "groups": on_page,
                "index": list(index.values()),
                "pager": pager(here.path, number, len(pages)),
            },
        )


def _runs(
    part: Sequence[tuple[OfferGroup, OfferRow]],
) -> Iterator[tuple[OfferGroup, list[tuple[OfferGroup, OfferRow]]]]:
    """Give each group with its rows of this page: a long one goes on at the next."""
    for _, pairs in groupby(part, key=lambda each: each[0].anchor):
        found = list(pairs)
        yield found[0][0], found


def _parts(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Give the rows of each page; without rows there is still a page."""
    starts = range(0, max(len(rows), 1), ROWS_ON_A_PAGE)
    return [rows[start : start + ROWS_ON_A_PAGE] for start in starts]


def _numbered(heading: str, number: int, total: int) -> str:
    return heading if number == 1 else f"{heading}: pagina {number} van {total}"


def _page(  # noqa: PLR0913, PLR0917 - a page is this much
    path: str,
    template: str,
    title: str,
    way: Sequence[Link],
    description: str,
    context: Mapping[str, object],
) -> Page:
    is_first = path in {each.path for each in VIEWS}
    here = () if is_first else (Link(title, path),)
    return Page(
        path,
        template,
        title,
        description,
        "professionals",
        (HOME_LINK, HERE, *way, *here),
        {"views": VIEWS, "lead": description, **context},
    )


def _filters(shown: Shown) -> Iterator[TableFilter]:
    """Give the filters: the region's own that professionals use, and two of theirs."""
    vocabulary = shown.catalogue.vocabulary
    for each in all_choices(vocabulary):
        kind = each.filter.kind
        if kind in FILTERS:
            is_age = kind is FilterKind.AGE
            yield TableFilter(each.filter.word, FILTERS[kind], is_age, each.choices)
    partners = _by_name(shown.catalogue.partners)
    givers = tuple(Choice(each.slug, each.name) for each in partners)
    yield TableFilter(PARTNER, "Aanbieder", is_age=False, choices=givers)
    words = vocabulary.choices("erkenningen").items()
    verdicts = tuple(Choice(word, entry.name) for word, entry in words)
    yield TableFilter(RECOGNITION, "Erkenning methode", is_age=False, choices=verdicts)


ANSWERS = ("ja", "nee", "onbekend")


def _slots() -> list[OfferRow]:
    """Give rows in which each word is the name of what belongs there: ``{title}``.

    A script fills them with what stands on the other pages.
    """
    names = {each.name: f"{{{each.name}}}" for each in fields(OfferRow)}
    return [
        OfferRow(**names | {"joining": JoiningView(answer, "{label}", "")})  # type: ignore[arg-type]
        for answer in ANSWERS
    ]


def professional_files(tables: Tables) -> Iterator[Beside]:
    """Give the files beside: the letters, the table as CSV, the rows of long tables.

    Letters stand together by partner, so that a choice of three offers is at most
    three small files.
    """
    shown = tables.shown
    for partner in shown.catalogue.partners:
        own = [
            each
            for each in shown.catalogue.by_partner(partner.slug)
            if each.partner == partner.slug
        ]
        name = urls.letters_file(partner.slug)
        yield Beside(name, (partner, own), partial(_letters, shown, name, own))
    rows = (*tables.for_families, *tables.for_work)
    path = urls.csv_url(urls.PROFESSIONALS, TABLE)
    yield Beside(path, rows, lambda: [(path, as_csv(_table(tables)))])
    yield from _rows(tables)


def _letters(
    shown: Shown, name: str, offers: Iterable[Offer]
) -> Iterator[tuple[str, str]]:
    yield name, _json({each.identity: letter(shown, each) for each in offers})


def _rows(tables: Tables) -> Iterator[Beside]:
    """Give the rows of each page, where one page does not hold them all."""
    parts = _parts(tables.for_families)
    if len(parts) > 1:
        for number, rows in enumerate(parts, start=1):
            path = urls.rows_file(number)
            yield Beside(path, rows, partial(_rows_of_page, path, rows))


def _rows_of_page(path: str, rows: Iterable[OfferRow]) -> Iterator[tuple[str, str]]:
    yield path, _json([_in_slots(each) for each in rows])


def _in_slots(row: OfferRow) -> dict[str, object]:
    given: dict[str, object] = {name: getattr(row, name) for name in _SLOTS}
    return given | {"answer": row.joining.answer, "label": row.joining.label}


_SLOTS = [each.name for each in fields(OfferRow) if each.name != "joining"]
"""What of a row fills a slot by itself."""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_COLUMNS = (
    Column("aanbod", "Aanbod"),
    Column("aanbieder", "Aanbieder"),
    Column("leeftijd", "Leeftijd kind"),
    Column("voor_wie", "Voor wie"),
    Column("speciaal_voor", "Speciaal voor"),
    Column("themas", "Thema's"),
    Column("plaats", "Plaats"),
    Column("woont_in", "Woont in"),
    Column("start", "Start"),
    Column("meedoen", "Instromen"),
    Column("stand", "Stand"),
    Column("toegang", "Toegang"),
    Column("telefoon", "Telefoon"),
    Column("kosten", "Kosten"),
    Column("talen", "Talen"),
    Column("methode", "Methode"),
    Column("erkenning", "Erkenning"),
    Column("adres", "Adres"),
)


def _table(tables: Tables) -> Table:
    address = tables.shown.catalogue.site.address
    rows = (
        (
            *(row.title, row.partner, row.ages, row.whom, row.special, row.themes),
            *(row.place, row.living, row.start, row.joining.label, row.known),
            *(row.access, row.phone, row.costs, row.languages),
            *(row.method, row.recognition, f"{address}{row.path}"),
        )
        for row in (*tables.for_families, *tables.for_work)
    )
    return Table(TABLE, "Al het aanbod", _COLUMNS, tuple(rows))
