"""The home page, the search page with all offers, and the page of what one saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod import urls, wording
from groepsaanbod.choices import all_choices
from groepsaanbod.joining import Reason
from groepsaanbod.pages.entry import entry
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.news import news_view
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.paging import Listed
from groepsaanbod.pages.questions import asked_by_young, asked_often
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, Link

STARTING_SOON = 6
LATEST_NEWS = 3
MONTHS_OF_YOUNG = 12 * 12
"""From twelve years the site speaks to the child too, as the law gives it a say."""


def home(shown: Shown) -> Page:
    """Ask first: for what, how old, and where; then show what starts soon."""
    catalogue = shown.catalogue
    return Page(
        urls.HOME,
        "home",
        catalogue.site.name,
        catalogue.site.tagline,
        "home",
        context={
            "themes": shown.theme_links,
            "ages": shown.age_links,
            "municipalities": shown.municipality_links,
            "languages": shown.language_links,
            "programmes": shown.programme_links,
            "starting_soon": _starting_soon(shown),
            "questions": asked_often(shown),
            "of_young": asked_by_young(shown),
            "ages_of_young": _ages_of_young(shown),
            "news": [news_view(shown, each) for each in catalogue.news[:LATEST_NEWS]],
            "offer_count": len(catalogue.offers),
            "entry": entry(shown),
            "partner_count": len({offer.partner for offer in catalogue.offers}),
        },
    )


@dataclass(frozen=True, slots=True)
class Starting:
    """Something that starts, with its day as on the leaf of a calendar."""

    card: Card
    day: date

    @property
    def month(self) -> str:
        """Give ``nov``."""
        return wording.short_month(self.day)

    @property
    def day_in_words(self) -> str:
        """Give ``vrijdag 27 november 2026``."""
        return wording.day_in_words(self.day)


def _starting_soon(shown: Shown) -> list[Starting]:
    """Give the next groups to start; what runs already does not."""
    starting = [
        (answer.day, offer.identity, offer)
        for offer in shown.catalogue.offers
        if (answer := shown.answer(offer)).reason is Reason.STARTS
        and answer.day is not None
        and not shown.is_for_work(offer)
    ]
    return [
        Starting(shown.card(offer), day)
        for day, _, offer in sorted(starting)[:STARTING_SOON]
    ]


def _ages_of_young(shown: Shown) -> list[Link]:
    """Give the ages of those who may look for themselves."""
    groups = shown.catalogue.vocabulary.ages.for_parents
    return [
        link
        for group, link in zip(groups, shown.age_links, strict=True)
        if group.since.first_month >= MONTHS_OF_YOUNG
    ]


def all_offers(shown: Shown) -> Iterator[Page]:
    """Show everything, and the ways to less: words, filters and lists."""
    listed = Listed(urls.OFFERS, *shown.split(shown.catalogue.offers))
    crumbs = (HOME_LINK, Link("Aanbod", urls.OFFERS))
    yield Page(
        urls.OFFERS,
        "offers",
        "Zoek in al het aanbod",
        f"Alle groepen, cursussen en inloop in {shown.catalogue.site.region}.",
        "aanbod",
        crumbs,
        {
            "filters": all_choices(shown.catalogue.vocabulary),
            **listed.first,
            "themes": shown.theme_links,
            "ages": shown.age_links,
            "municipalities": shown.municipality_links,
            "follow": follow(shown, urls.OFFERS, has_calendar=False),
        },
    )
    yield from listed.further("Al het aanbod", "aanbod", crumbs)


def saved() -> Page:
    """Show what a visitor saved; only the browser knows what that is."""
    return Page(
        urls.SAVED,
        "saved",
        "Bewaard",
        "Het aanbod dat u bewaart, om later te bekijken, te printen of te delen.",
        "bewaard",
        (HOME_LINK, Link("Bewaard", urls.SAVED)),
        in_sitemap=False,
    )
