"""Posters and flyers: for all, for the young, per theme, municipality and partner."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from groepsaanbod import qr, urls
from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.joining import Answer
from groepsaanbod.model import Reader
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.poster import poster
from groepsaanbod.pages.questions import asked_often
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Link, PosterBlock, PosterView
from groepsaanbod.vocabulary import WHOLE_REGION

EXAMPLES = 3
"""How many offers or questions a poster names."""

Value = TypeVar("Value")

ALL_POSTERS = Link("Posters", urls.POSTERS)
_ABOVE = (HOME_LINK, Link("Voor aanbieders", urls.FOR_PARTNERS), ALL_POSTERS)
_SCAN = "Scan en kijk wat er is"


def posters(shown: Shown) -> Iterator[Page]:
    """Give the page that lists all posters, and the page of each."""
    kinds = [
        ("Voor iedereen", [*_for_all(shown)]),
        ("Per thema", [*_of_themes(shown)]),
        ("Per gemeente", [*_of_municipalities(shown)]),
        ("Per aanbieder", [*_of_partners(shown)]),
    ]
    yield Page(
        ALL_POSTERS.path,
        "posters",
        "Posters en flyers",
        "Posters en flyers om te printen, op te hangen en uit te delen.",
        "voor-aanbieders",
        _ABOVE,
        {
            "kinds": [
                (heading, [link for link, _ in found])
                for heading, found in kinds
                if found
            ]
        },
    )
    for _, found in kinds:
        for link, view in found:
            yield Page(
                link.path,
                "poster",
                f"Poster: {link.name}",
                f"Poster en flyer om te printen: {link.name}.",
                "voor-aanbieders",
                (*_ABOVE, link),
                partial(_context, view),
                in_sitemap=False,
                follows_from=view,
            )


def _context(view: PosterView) -> dict[str, object]:
    return {"poster": view, "code": qr.code(view.address), "noindex": True}


def _for_all(shown: Shown) -> Iterator[tuple[Link, PosterView]]:
    site = shown.catalogue.site
    often = [(each.name, "") for each in asked_often(shown)]
    about = [(each.name, "") for each in shown.theme_links]
    question = "Hebt u een vraag over uw kind?"
    yield (
        Link("Voor ouders", urls.POSTER_OF_REGION, explanation=question, icon="heart"),
        poster(
            site,
            urls.HOME,
            question,
            site.tagline,
            [
                PosterBlock("Andere ouders vragen", "help-circle", often),
                PosterBlock(
                    "Het gaat over", "hearts", [] if often else about[:EXAMPLES]
                ),
                _call(shown),
            ],
            icon="heart",
            eyebrow=f"Voor ouders in {site.region}",
            scan=_SCAN,
        ),
    )
    asked = _asked_by_young(shown)
    if asked:
        question = "Zit je ergens mee?"
        yield (
            Link(
                "Voor jongeren",
                urls.POSTER_FOR_YOUNG,
                explanation=question,
                icon="users-group",
            ),
            poster(
                site,
                urls.QUESTIONS_OF_YOUNG,
                question,
                "Lees wat je zelf kunt doen, en wie met je meedenkt.",
                [
                    PosterBlock("Anderen vragen ook", "help-circle", asked),
                    _call_now(shown, "Liever nu praten?"),
                ],
                icon="users-group",
                eyebrow="Voor jongeren",
                scan="Scan en lees verder",
            ),
        )


def _asked_by_young(shown: Shown) -> list[tuple[str, str]]:
    """Give questions of the young, of each theme one, those for a wall first.

    What may be about danger or death does not come before their eyes unasked.
    """
    catalogue = shown.catalogue
    grave = {
        each.word for each in catalogue.vocabulary.themes if each.shows_direct_help
    }
    asked = [each for each in catalogue.questions if each.audience is Reader.YOUNG]
    asked.sort(key=lambda each: not grave.isdisjoint(each.themes))
    firsts = _first_of_each(asked, lambda each: each.themes[0])
    return [(each.title, "") for each in firsts[:EXAMPLES]]


def _of_themes(shown: Shown) -> Iterator[tuple[Link, PosterView]]:
    catalogue = shown.catalogue
    for theme in catalogue.vocabulary.themes:
        page = urls.theme_url(theme.word)
        link = Link(theme.name, urls.poster_url(page), 0, theme.question, theme.icon)
        yield (
            link,
            poster(
                catalogue.site,
                page,
                theme.question,
                "U bent niet de enige. Kijk welke hulp er bij u in de buurt is.",
                [
                    _examples(shown, catalogue.by_theme(theme.word)),
                    _call_now(shown, "Kan het niet wachten?")
                    if theme.shows_direct_help
                    else _call(shown),
                ],
                icon=theme.icon,
                eyebrow=theme.name,
                scan=_SCAN,
            ),
        )


def _of_municipalities(shown: Shown) -> Iterator[tuple[Link, PosterView]]:
    catalogue = shown.catalogue
    for place in catalogue.vocabulary.municipalities:
        page = urls.municipality_url(place.word)
        question = f"Woont u in {place.name}, en hebt u een vraag over uw kind?"
        yield (
            Link(
                place.name,
                urls.poster_url(page),
                explanation=question,
                icon="map-pin",
            ),
            poster(
                catalogue.site,
                page,
                question,
                "Kijk welke groepen, cursussen en inloop er bij u in de buurt zijn.",
                [
                    _examples(shown, catalogue.by_municipality(place)),
                    _call(shown),
                ],
                icon="map-pin",
                eyebrow=f"Voor ouders in {place.name}",
                scan=_SCAN,
            ),
        )


def _of_partners(shown: Shown) -> Iterator[tuple[Link, PosterView]]:
    catalogue = shown.catalogue
    for partner in catalogue.partners:
        offers = catalogue.by_partner(partner.slug)
        page = urls.partner_url(partner.slug)
        if offers:
            yield (
                Link(
                    partner.name,
                    urls.poster_url(page),
                    explanation=partner.name,
                    icon="heart-handshake",
                ),
                poster(
                    catalogue.site,
                    page,
                    partner.name,
                    partner.summary,
                    [_examples(shown, offers), _reach(partner)],
                    icon="heart-handshake",
                    eyebrow="Groepen, cursussen en inloop",
                    scan=_SCAN,
                ),
            )


def _examples(shown: Shown, offers: Sequence[Offer]) -> PosterBlock:
    """Name a few offers: what one can join, of several partners, the nearest first.

    A poster hangs longer than a group runs, so no day stands with them.
    """
    families = [each for each in offers if not shown.is_for_work(each)]
    some = families or offers
    good = {each.identity for each in some if _is_good(shown, each)}
    best = sorted(some, key=lambda each: (each.identity not in good, *_reach_of(each)))
    firsts = _first_of_each(best, lambda each: each.partner)
    # Of a partner that has nothing good, something comes after what is.
    ordered = sorted([*firsts, *best], key=lambda each: each.identity not in good)
    named = _first_of_each(ordered, lambda each: each.title)[:EXAMPLES]
    cards = [shown.card(each) for each in named]
    return PosterBlock(
        "Dit is er bijvoorbeeld",
        "search",
        [(card.title, f"{card.ages}. {card.place}.") for card in cards],
    )


def _first_of_each(
    values: Iterable[Value], kind: Callable[[Value], str]
) -> list[Value]:
    """Give of each kind the first, in the same order."""
    firsts: dict[str, Value] = {}
    for value in values:
        firsts.setdefault(kind(value), value)
    return [*firsts.values()]


def _reach_of(offer: Offer) -> tuple[bool, int]:
    """Give what is larger the further away the people live for whom an offer is."""
    return WHOLE_REGION in offer.areas, len(offer.areas)


def _is_good(shown: Shown, offer: Offer) -> bool:
    return (
        shown.answer(offer).answer is Answer.YES
        and not shown.is_aged(offer)
        and not offer.address_is_secret
    )


def _call(shown: Shown) -> PosterBlock:
    contact = shown.catalogue.site.contact
    return PosterBlock(
        "Liever iemand spreken?",
        "phone",
        [(f"Bel {contact.phone}", f"{contact.name}. {contact.hours}")],
    )


def _call_now(shown: Shown, heading: str) -> PosterBlock:
    lines = shown.catalogue.helplines.lines
    return PosterBlock(
        heading, "lifebuoy", [(f"Bel {each.phone}", each.name) for each in lines]
    )


def _reach(partner: Partner) -> PosterBlock:
    """Say how to reach a partner: by phone, else by mail, else on its website."""
    ways = (
        (f"Bel {partner.phone}", partner.phone),
        (f"Mail {partner.email}", partner.email),
    )
    lines = [(words, "") for words, way in ways if way]
    return PosterBlock("Liever iemand spreken?", "phone", lines)


def poster_of_partner(shown: Shown, partner: Partner) -> str:
    """Give where the poster of a partner stands; empty when it offers nothing now."""
    has_offers = bool(shown.catalogue.by_partner(partner.slug))
    return urls.poster_url(urls.partner_url(partner.slug)) if has_offers else ""
