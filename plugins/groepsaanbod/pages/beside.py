"""The files beside pages: calendars to take along, calendars and feeds to follow."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from heapq import nsmallest
from itertools import islice

from groepsaanbod import urls
from groepsaanbod.calendars import Moments, calendar, coming, events
from groepsaanbod.catalogue import NewsItem, Offer, Partner
from groepsaanbod.feeds import Entry, Feed, atom
from groepsaanbod.markup import safe_html
from groepsaanbod.pages.page import Beside
from groepsaanbod.pages.shown import Shown

MOST_MOMENTS = 250
"""Groups and drop-ins in a calendar to follow: more than that nobody overlooks."""
MOST_ENTRIES = 50
"""Entries in a feed."""

LAST_UPDATED = "Aanbod dat het laatst is nagekeken of bijgewerkt, het nieuwste eerst."


def beside(shown: Shown) -> Iterator[Beside]:
    """Give the files of each partner and each list, and the news."""
    yield from _of_partners(shown)
    yield from _lists(shown)
    news = shown.catalogue.news
    names = _partners(shown, news)
    yield Beside(urls.feed_file(urls.NEWS), (news, names), lambda: [_news(shown)])


def _of_partners(shown: Shown) -> Iterator[Beside]:
    catalogue = shown.catalogue
    unlisted: dict[str, list[Offer]] = {}
    for offer in shown.unlisted:
        unlisted.setdefault(offer.partner, []).append(offer)
    for partner in catalogue.partners:
        offers = catalogue.by_partner(partner.slug)
        only_pages = unlisted.get(partner.slug, [])
        yield Beside(
            urls.partner_url(partner.slug),
            (partner, offers, _partners(shown, offers), only_pages),
            partial(_calendars, shown, partner, offers, only_pages),
        )


def _calendars(
    shown: Shown,
    partner: Partner,
    offers: Sequence[Offer],
    only_pages: Sequence[Offer],
) -> Iterator[tuple[str, str]]:
    """Give a calendar of each group and drop-in of a partner, and one of all.

    Their events are the same, so they are made once. What is called off has none of its
    own, and what stands in no list is not in that of all.
    """
    made = {each.identity: _events(shown, each) for each in shown.coming_of(offers)}
    listed = _first(shown.coming_of(offers))
    yield _calendar_of(
        shown,
        urls.partner_url(partner.slug),
        partner.name,
        (made[each.identity] for each in listed),
    )
    for offer in (*offers, *only_pages):
        for each in coming(offer, shown.today) if offer.partner == partner.slug else ():
            if not each.is_off:
                text = made.get(each.identity) or _events(shown, each)
                yield urls.calendar_url(offer, each.name), calendar([text])


def _events(shown: Shown, moments: Moments) -> str:
    partner = shown.catalogue.partner(moments.offer.partner)
    return events(moments, partner, shown.catalogue.site.address)


def _lists(shown: Shown) -> Iterator[Beside]:
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
        yield _agenda(shown, page, name, _first(shown.coming_of(offers)))
    for name, page, offers in (("Al het aanbod", urls.OFFERS, everything), *parts):
        newest = _newest(offers)
        yield Beside(
            urls.feed_file(page),
            (page, name, newest, _partners(shown, newest)),
            partial(_feed_of_offers, shown, page, name, newest),
        )


def _first(found: Iterable[Moments]) -> list[Moments]:
    return list(islice(found, MOST_MOMENTS))


def _newest(offers: Iterable[Offer]) -> list[Offer]:
    """Give the offers that were looked at last."""

    def order(offer: Offer) -> tuple[int, str]:
        return -offer.checked_on.toordinal(), offer.title

    return nsmallest(MOST_ENTRIES, offers, key=order)


def _partners(shown: Shown, found: Iterable[Offer | NewsItem]) -> list[Partner]:
    """Give whose these are."""
    return [shown.catalogue.partner(each.partner) for each in found]


def _agenda(shown: Shown, page: str, name: str, first: list[Moments]) -> Beside:
    """Give the calendar of what is on a page."""
    offers = [each.offer for each in first]
    names = [each.name for each in first]

    def made() -> Iterator[tuple[str, str]]:
        texts = (_events(shown, each) for each in first)
        yield _calendar_of(shown, page, name, texts)

    follows_from = (name, names, offers, _partners(shown, offers))
    return Beside(urls.agenda_file(page), follows_from, made)


def _calendar_of(
    shown: Shown, page: str, name: str, texts: Iterable[str]
) -> tuple[str, str]:
    whole = f"{name} | {shown.catalogue.site.name}"
    return urls.agenda_file(page), calendar(texts, whole)


def _feed_of_offers(
    shown: Shown, page: str, name: str, newest: list[Offer]
) -> list[tuple[str, str]]:
    entries = [
        Entry(
            offer.title,
            f"{shown.catalogue.site.address}{urls.offer_url(offer)}",
            offer.checked_on,
            shown.catalogue.partner(offer.partner).name,
            offer.summary,
        )
        for offer in newest
    ]
    return [_feed(shown, page, name, LAST_UPDATED, entries)]


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
