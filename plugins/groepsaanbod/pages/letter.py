"""What a professional gives a client on paper: an offer in the client's own words."""

from collections.abc import Iterator

from groepsaanbod import wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.joining import Answer, Reason, group_joining
from groepsaanbod.model import Delivery, Group, Location
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.offer import for_whom
from groepsaanbod.pages.shown import Shown
from groepsaanbod.urls import offer_url

GROUPS_TOLD = 2
"""How many groups a letter names: the first to start, and one in case that is full."""


def letter(shown: Shown, offer: Offer) -> dict[str, object]:
    """Give ``titel``, ``regels`` (each a label with its words) and ``adres``."""
    return {
        "titel": offer.title,
        "regels": [
            (label, words) for label, words in _lines(shown, offer) if words.strip()
        ],
        "adres": f"{shown.catalogue.site.address}{offer_url(offer)}",
    }


def _lines(shown: Shown, offer: Offer) -> Iterator[tuple[str, str]]:
    yield "Wat", offer.summary
    yield "Voor wie", " ".join(for_whom(shown, offer))
    yield "Wanneer", _when(shown, offer)
    yield "Waar", _where(offer)
    yield "Kosten", _sentences(wording.costs_in_words(offer.costs), offer.costs.note)
    yield "Aanmelden", _sign_up(shown, offer)
    yield "Daarna", offer.after_sign_up
    yield "Van", shown.catalogue.partner(offer.partner).name


def _when(shown: Shown, offer: Offer) -> str:
    """Say when one can begin: each group to join, or else why one cannot."""
    ordered = sorted(
        (group_joining(each, shown.today).rank, place, each)
        for place, each in enumerate(offer.groups)
        if group_joining(each, shown.today).answer is Answer.YES
    )
    times = [_group(shown, offer, group) for *_, group in ordered[:GROUPS_TOLD]]
    times += [wording.drop_in_in_words(each, shown.today) for each in offer.drop_ins]
    answer = shown.answer(offer)
    if answer.answer is Answer.YES and times:
        note = "Er zijn nog maar een paar plekken." if answer.nearly_full else ""
        return _sentences(*times, note)
    return wording.detail(answer)


def _group(shown: Shown, offer: Offer, group: Group) -> str:
    answer = group_joining(group, shown.today)
    runs = answer.reason is Reason.RUNS_OPEN
    number = group.meetings or len(group.dates)
    parts = [
        # That it runs says little without that one may still come.
        (wording.detail(answer) if runs else wording.group_heading(group, shown.today)),
        wording.times_in_words(group.times) if group.times else "",
        f"{number} keer" if number and not runs else "",
        group.location if len(offer.locations) > 1 else "",
    ]
    return ", ".join(part.rstrip(".") for part in parts if part)


def _where(offer: Offer) -> str:
    if offer.address_is_secret:
        return "Het adres is geheim. U hoort het als u zich aanmeldt."
    places = [_place(each) for each in offer.locations]
    if offer.delivery is Delivery.ONLINE:
        return "Online, bij u thuis."
    where = _sentences(*places) or "Vraag de aanbieder waar het is."
    return f"{where} Het kan ook online." if offer.delivery is Delivery.MIXED else where


def _place(location: Location) -> str:
    town = " ".join(part for part in (location.postcode, location.town) if part)
    return ", ".join(part for part in (location.name, location.address, town) if part)


def _sign_up(shown: Shown, offer: Offer) -> str:
    sign_up = offer.sign_up
    has_own_way = sign_up.phone or sign_up.email or sign_up.website
    partner = shown.catalogue.partner(offer.partner)
    ways = reachable(sign_up if has_own_way else partner)
    how = shown.catalogue.vocabulary.choices("toegang")[sign_up.how]
    return _sentences(
        how.explanation or how.name,
        f"Bel {ways.phone}" if ways.phone else "",
        f"Mail naar {ways.email}" if ways.email else "",
        # An address that ends with a full stop is typed with it.
        f"Kijk op de website: {ways.website} " if ways.website else "",
        sign_up.note,
    )


def _sentences(*parts: str) -> str:
    """Give these one after the other, each with a full stop, without empty ones."""
    ended = (part if part[-1:] in ".!? " else f"{part}." for part in parts if part)
    return " ".join(part.strip() for part in ended)
