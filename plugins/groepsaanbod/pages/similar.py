"""Which offers look like another: for the same age, with most themes in common."""

from collections.abc import Iterator
from heapq import merge

from groepsaanbod.catalogue import Offer
from groepsaanbod.pages.shown import Shown


def alike(shown: Shown, offer: Offer) -> Iterator[Offer]:
    """Give the offers like this one: most themes in common, then the ones to join.

    Offers with the same themes stand together in the order of ``Shown.by_themes``, so
    that the first few are found without looking at all.
    """
    themes = frozenset(offer.themes)
    by_number: dict[int, list[list[Offer]]] = {}
    for others, offers in shown.by_themes.items():
        if common := len(themes & others):
            by_number.setdefault(common, []).append(offers)
    for number in sorted(by_number, reverse=True):
        for other in merge(*by_number[number], key=shown.liking):
            if other.identity != offer.identity and _share_an_age(offer, other):
                yield other


def _share_an_age(one: Offer, other: Offer) -> bool:
    (first, end), (other_first, other_end) = one.ages.months, other.ages.months
    return other_first < end and first < other_end
