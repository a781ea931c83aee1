"""The poster of an offer: what a parent must know, on one sheet of paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from groepsaanbod import urls, wording
from groepsaanbod.model import Delivery
from groepsaanbod.pages.poster import poster
from groepsaanbod.site import Site
from groepsaanbod.views import GroupView, OfferView, PlaceView, PosterBlock, PosterView

Lines = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Much:
    """How much a poster tells."""

    moments: int
    places: int
    has_notes: bool


_MOST = _Much(moments=4, places=3, has_notes=True)
_LEAST = _Much(moments=2, places=1, has_notes=False)
"""What always fits on a sheet; the site has the rest."""


def offer_poster(site: Site, offer: OfferView) -> PosterView:
    """Give the poster; a secret address and whatever hints at it are not on it."""
    return poster(
        site,
        urls.offer_url(offer.record),
        offer.card.title,
        offer.card.summary,
        _blocks(offer, _MOST),
        shorter=_blocks(offer, _LEAST),
        icon=offer.themes[0].icon,
        eyebrow=offer.card.form,
        scan="Scan voor meer",
        foot=f"Nagekeken op {offer.checked_on}. Kijk op de site of dit nog klopt.",
    )


def _blocks(offer: OfferView, much: _Much) -> list[PosterBlock]:
    languages = ", ".join(offer.languages) if offer.record.languages else ""
    costs_note = offer.costs_note if much.has_notes else ""
    return [
        PosterBlock("Voor wie", "users", _for_whom(offer)),
        PosterBlock("Wanneer", "calendar-event", _when(offer, much)),
        PosterBlock("Waar", "map-pin", _where(offer, much)),
        PosterBlock("Kosten", "coin-euro", [(offer.card.costs, costs_note)]),
        PosterBlock("Meedoen", "phone", _sign_up(offer, much)),
        PosterBlock("Taal", "users-group", [(languages, "")] if languages else []),
        PosterBlock("Wie geeft het", "heart-handshake", [_givers(offer)]),
    ]


def _givers(offer: OfferView) -> tuple[str, str]:
    others = [each.name for each in offer.given_with]
    note = f"Samen met {wording.listed(others)}." if others else ""
    return offer.partner.name, note


def _for_whom(offer: OfferView) -> Lines:
    people, ages, *more = offer.for_whom
    return [(people.rstrip("."), ""), (ages.rstrip("."), " ".join(more))]


def _when(offer: OfferView, much: _Much) -> Lines:
    possible = [each for each in offer.groups if each.joining.answer != "nee"]
    lines = [(each.heading, _about(offer, each, much)) for each in possible]
    lines += [(each.words, "") for each in offer.drop_ins]
    if offer.always_open:
        lines.append((offer.always_open, ""))
    if not lines:
        return [(offer.joining.label, offer.joining.detail)]
    return _first(lines, much.moments, "momenten")


def _about(offer: OfferView, group: GroupView, much: _Much) -> str:
    """Say the day, the hours, how often, and where if there are several places."""
    facts = dict(group.facts)
    times = facts.get("Aantal keer", "")
    says_where = len(offer.places) > 1 and much.has_notes
    told = (
        facts.get("Dag", ""),
        facts.get("Tijd", ""),
        f"{times} keer" if times else "",
        facts.get("Taal", ""),
        facts.get("Waar", "") if says_where else "",
    )
    return ", ".join(each for each in told if each)


def _where(offer: OfferView, much: _Much) -> Lines:
    if offer.address_is_secret:
        return [("Het adres is geheim", "U hoort het na de aanmelding.")]
    lines = [(each.name, _address(each)) for each in offer.places]
    if not lines:
        return [(offer.card.place, "")]
    is_mixed = offer.record.delivery is Delivery.MIXED
    online = [("Ook online", "")] if is_mixed else []
    return [*_first(lines, much.places, "plekken"), *online]


def _address(place: PlaceView) -> str:
    return ", ".join(place.lines)


def _first(lines: Lines, most: int, what: str) -> Lines:
    left = len(lines) - most
    if left <= 0:
        return lines
    # One more line that says so takes as much room as the one that it hides.
    return [*lines[:most], (f"En nog {left} andere {what}", "Kijk op de site.")]


def _sign_up(offer: OfferView, much: _Much) -> Lines:
    ways = [*_ways(offer)]
    notes = (offer.how_to_join, offer.sign_up_note if much.has_notes else "")
    note = " ".join(each for each in notes if each)
    if not ways:
        return [(note, "")]
    return [*((way, "") for way in ways[:-1]), (ways[-1], note)]


def _ways(offer: OfferView) -> Iterator[str]:
    ways = offer.sign_up
    if ways.phone:
        yield f"Bel {ways.phone}"
    if ways.email:
        yield f"Mail {ways.email}"
    if ways.website:
        yield f"Ga naar {ways.website_name}"
