"""How to reach a partner, an offer or the site itself, ready for a page."""

from typing import Protocol

from groepsaanbod import urls
from groepsaanbod.views import ContactView


class Reachable(Protocol):
    """Whoever has a phone number, an e-mail address or a website."""

    @property
    def phone(self) -> str | None:
        """Give the number to dial."""

    @property
    def email(self) -> str | None:
        """Give the address to write to."""

    @property
    def website(self) -> str | None:
        """Give the address to visit."""


def reachable(who: Reachable) -> ContactView:
    """Give the ways to reach somebody, with the link that dials."""
    website = who.website or ""
    return ContactView(
        phone=who.phone or "",
        phone_link=urls.tel_url(who.phone) if who.phone else "",
        email=who.email or "",
        website=website,
        website_name=website.removeprefix("https://").split("/")[0],
    )
