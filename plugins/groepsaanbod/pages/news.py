"""News of partners: the list, and a page for each item."""

from collections.abc import Iterator

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import NewsItem
from groepsaanbod.markup import safe_html
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Link, NewsView


def news(shown: Shown) -> Iterator[Page]:
    """Give the list of news, the newest first, and each item."""
    all_news = Link("Nieuws", urls.NEWS)
    items = [news_view(shown, each) for each in shown.catalogue.news]
    yield Page(
        urls.NEWS,
        "news",
        "Nieuws",
        f"Nieuws van de aanbieders in {shown.catalogue.site.region}.",
        "nieuws",
        (HOME_LINK, all_news),
        {
            "items": items,
            "follow": follow(shown, urls.NEWS, has_calendar=False),
        },
    )
    for item in items:
        yield Page(
            item.path,
            "news_item",
            item.title,
            item.summary,
            "nieuws",
            (HOME_LINK, all_news, Link(item.title, item.path)),
            {"item": item},
        )


def news_view(shown: Shown, item: NewsItem) -> NewsView:
    """Give an item in words."""
    return NewsView(
        title=item.title,
        summary=item.summary,
        path=urls.news_url(item),
        partner=shown.partner_link(shown.catalogue.partner(item.partner)),
        day=wording.short_day(item.day),
        iso_day=item.day.isoformat(),
        message=safe_html(item.message),
        website=item.website or "",
    )
