"""Whom one can call about what a page shows."""

from collections import Counter
from collections.abc import Iterable

from groepsaanbod import urls
from groepsaanbod.catalogue import Offer
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Link

MOST = 4
"""So many organisations on a page: enough to choose from, few enough to call."""


def callers(shown: Shown, offers: Iterable[Offer]) -> list[tuple[Link, str, str]]:
    """Give those who offer most of it for families: who, the number, and to dial it.

    Whoever has no number is left out; with as many offers the name decides.
    """
    counted = Counter(each.partner for each in offers if not shown.is_for_work(each))
    found = []
    for slug, _ in sorted(
        counted.items(),
        key=lambda each: (-each[1], shown.catalogue.partner(each[0]).name),
    ):
        partner = shown.catalogue.partner(slug)
        if partner.phone:
            link = shown.partner_link(partner)
            found.append((link, partner.phone, urls.tel_url(partner.phone)))
    return found[:MOST]
