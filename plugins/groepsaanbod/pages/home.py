"""The home page and the list of all offers."""

from groepsaanbod import urls
from groepsaanbod.joining import Reason
from groepsaanbod.pages.news import news_view
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.questions import asked_often
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, Link

STARTING_SOON = 6
LATEST_NEWS = 3


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
            "partner_count": len({offer.partner for offer in catalogue.offers}),
        },
    )


def _starting_soon(shown: Shown) -> list[Card]:
    """Give the next groups to start; what runs already does not."""
    starting = [
        (answer.day, offer.identity, offer)
        for offer in shown.catalogue.offers
        if (answer := shown.answer(offer)).reason is Reason.STARTS
    ]
    return [shown.card(offer) for *_, offer in sorted(starting)[:STARTING_SOON]]


def all_offers(shown: Shown) -> Page:
    """Show everything, and the ways to less."""
    joinable, others = shown.split(shown.catalogue.offers)
    return Page(
        urls.OFFERS,
        "offers",
        "Al het aanbod",
        f"Alle groepen, cursussen en inloop in {shown.catalogue.site.region}.",
        "aanbod",
        (HOME_LINK, Link("Aanbod", urls.OFFERS)),
        {
            "joinable": joinable,
            "others": others,
            "themes": shown.theme_links,
            "ages": shown.age_links,
            "municipalities": shown.municipality_links,
        },
    )
