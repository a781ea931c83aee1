"""Which pages there are, and what each shows: pure, for a catalogue and a day."""

from collections.abc import Iterator

from groepsaanbod.pages.agenda import agenda
from groepsaanbod.pages.home import all_offers, home, saved
from groepsaanbod.pages.listings import (
    ages,
    languages,
    municipalities,
    programmes,
    themes,
)
from groepsaanbod.pages.news import news
from groepsaanbod.pages.offer import offers
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.partners import for_partners, partners
from groepsaanbod.pages.questions import questions
from groepsaanbod.pages.shown import Shown
from groepsaanbod.reports.reported import Reported

__all__ = ["HOME_LINK", "Page", "site_pages"]


def site_pages(
    shown: Shown, example: str, reported: Reported | None = None
) -> Iterator[Page]:
    """Give every page that follows from the visible offers.

    ``example`` is the text of the commented file that partners start from. What is
    ``reported`` shows on partners' pages who offers the same; None leaves that out.
    """
    yield home(shown)
    yield from all_offers(shown)
    yield saved()
    yield from offers(shown)
    yield from themes(shown)
    yield from ages(shown)
    yield from municipalities(shown)
    yield from programmes(shown)
    yield from languages(shown)
    yield from questions(shown)
    yield from agenda(shown)
    yield from news(shown)
    yield from partners(shown, reported)
    yield from for_partners(shown, example)
    yield Page(
        "404.html",
        "not_found",
        "Deze pagina is er niet",
        "De pagina die u zoekt, is er niet of staat ergens anders.",
        in_sitemap=False,
    )
