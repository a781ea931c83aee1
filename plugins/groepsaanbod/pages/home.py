"""The home page, the search page with all offers, and the page of what one saved."""

from collections.abc import Iterator

from groepsaanbod import urls
from groepsaanbod.choices import all_choices
from groepsaanbod.finding import FilterKind
from groepsaanbod.joining import Reason
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.news import news_view
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.paging import Listed
from groepsaanbod.pages.questions import asked_often
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, Link

STARTING_SOON = 6
LATEST_NEWS = 3
AGE_EXAMPLES = ("zwanger", "6 maanden", *(f"{year} jaar" for year in range(1, 19)))
"""Ages as one can type them, to choose from."""


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
            "news": [news_view(shown, each) for each in catalogue.news[:LATEST_NEWS]],
            "offer_count": len(catalogue.offers),
            "quick": _quick_entry(shown),
            "partner_count": len({offer.partner for offer in catalogue.offers}),
        },
    )


def _quick_entry(shown: Shown) -> dict[str, object]:
    """Give what one can say at once, with what the search page calls it."""
    vocabulary = shown.catalogue.vocabulary
    words = {each.kind: each.word for each in vocabulary.filters}
    return {
        "age_word": words.get(FilterKind.AGE),
        "ages": AGE_EXAMPLES,
        "theme_word": words.get(FilterKind.THEME),
        "themes": vocabulary.themes,
    }


def _starting_soon(shown: Shown) -> list[Card]:
    """Give the next groups to start; what runs already does not."""
    starting = [
        (answer.day, offer.identity, offer)
        for offer in shown.catalogue.offers
        if (answer := shown.answer(offer)).reason is Reason.STARTS
    ]
    return [shown.card(offer) for *_, offer in sorted(starting)[:STARTING_SOON]]


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
