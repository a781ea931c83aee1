"""The files beside pages: calendars to take along, calendars and feeds to follow."""

from collections.abc import Iterable, Iterator
from itertools import chain

from groepsaanbod import urls
from groepsaanbod.calendars import Moments, calendar, coming, events
from groepsaanbod.catalogue import NewsItem, Offer
from groepsaanbod.feeds import Entry, Feed, atom
from groepsaanbod.markup import safe_html
from groepsaanbod.pages.shown import Shown

MOST_MOMENTS = 250
"""Groups and drop-ins in a calendar to follow: more than that nobody overlooks."""
MOST_ENTRIES = 50
"""Entries in a feed."""

LAST_UPDATED = "Aanbod dat het laatst is nagekeken of bijgewerkt, het nieuwste eerst."


def files(shown: Shown) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each, one at a time, for they may be many."""
    yield from _calendars_of_partners(shown)
    yield from _lists(shown)
    yield _news(shown)


def _calendars_of_partners(shown: Shown) -> Iterator[tuple[str, str]]:
    """Give a calendar of each group and drop-in, and one of all that a partner gives.

    Their events are the same, so they are made once.
    """
    address = shown.catalogue.site.address
    for partner in shown.catalogue.partners:
        made: dict[str, str] = {}
        found = []
        offers = shown.catalogue.by_partner(partner.slug)
        for moments in _coming(shown, offers):
            host = shown.catalogue.partner(moments.offer.partner)
            found.append(moments)
            text = made[moments.identity] = events(moments, host, address)
            if host is partner and not moments.is_off:
                path = urls.calendar_url(moments.offer, moments.name)
                yield path, calendar([text])
        listed = (made[each.identity] for each in _first(shown, found))
        yield _agenda(shown, urls.partner_url(partner.slug), partner.name, listed)


def _lists(shown: Shown) -> Iterator[tuple[str, str]]:
    """Give the calendar and the feed of all, of each theme and of each municipality."""
    catalogue = shown.catalogue
    everything = catalogue.offers
    parts = [
        (theme.name, urls.theme_url(theme.word), catalogue.by_theme(theme.word))
        for theme in catalogue.vocabulary.themes
    ] + [
        (
            place.name,
            urls.municipality_url(place.word),
            catalogue.by_municipality(place),
        )
        for place in catalogue.vocabulary.municipalities
    ]
    for name, page, offers in (("Agenda", urls.AGENDA, everything), *parts):
        texts = (
            events(each, catalogue.partner(each.offer.partner), catalogue.site.address)
            for each in _first(shown, _coming(shown, offers))
        )
        yield _agenda(shown, page, name, texts)
    for name, page, offers in (("Al het aanbod", urls.OFFERS, everything), *parts):
        yield _feed(shown, page, name, LAST_UPDATED, _entries(shown, offers))


def _coming(shown: Shown, offers: Iterable[Offer]) -> Iterator[Moments]:
    return chain.from_iterable(coming(each, shown.today) for each in offers)


def _first(shown: Shown, found: Iterable[Moments]) -> list[Moments]:
    """Give what begins first; then what is there already."""

    def order(moments: Moments) -> tuple[bool, int, str, str]:
        begins = moments.first >= shown.today
        day = moments.first.toordinal()
        return not begins, day, moments.offer.identity, moments.name

    return sorted(found, key=order)[:MOST_MOMENTS]


def _agenda(
    shown: Shown, page: str, name: str, texts: Iterable[str]
) -> tuple[str, str]:
    whole = f"{name} | {shown.catalogue.site.name}"
    return urls.agenda_file(page), calendar(texts, whole)


def _entries(shown: Shown, offers: Iterable[Offer]) -> list[Entry]:
    newest = sorted(offers, key=lambda each: (-each.checked_on.toordinal(), each.title))
    return [
        Entry(
            offer.title,
            f"{shown.catalogue.site.address}{urls.offer_url(offer)}",
            offer.checked_on,
            shown.catalogue.partner(offer.partner).name,
            offer.summary,
        )
        for offer in newest[:MOST_ENTRIES]
    ]


def _news(shown: Shown) -> tuple[str, str]:
    about = f"Nieuws van de aanbieders in {shown.catalogue.site.region}."
    entries = [_news_entry(shown, each) for each in shown.catalogue.news]
    return _feed(shown, urls.NEWS, "Nieuws", about, entries[:MOST_ENTRIES])


def _news_entry(shown: Shown, item: NewsItem) -> Entry:
    return Entry(
        item.title,
        f"{shown.catalogue.site.address}{urls.news_url(item)}",
        item.day,
        shown.catalogue.partner(item.partner).name,
        item.summary,
        str(safe_html(item.message)),
    )


def _feed(
    shown: Shown, page: str, name: str, about: str, entries: list[Entry]
) -> tuple[str, str]:
    site = shown.catalogue.site
    path = urls.feed_file(page)
    feed = Feed(
        f"{name} | {site.name}",
        about,
        f"{site.address}{page}",
        f"{site.address}{path}",
        site.operator,
    )
    return path, atom(feed, entries, shown.today)
