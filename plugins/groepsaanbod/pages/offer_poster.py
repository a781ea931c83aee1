"""The poster of an offer: what a parent must know, on one sheet of paper."""

from collections.abc import Iterator

from groepsaanbod import urls
from groepsaanbod.model import Delivery
from groepsaanbod.pages.poster import poster
from groepsaanbod.site import Site
from groepsaanbod.views import GroupView, OfferView, PlaceView, PosterBlock, PosterView

Lines = list[tuple[str, str]]

MOMENTS = 4
"""How many groups and drop-ins a poster names."""
PLACES = 3


def offer_poster(site: Site, offer: OfferView) -> PosterView:
    """Give the poster; a secret address and whatever hints at it are not on it."""
    languages = ", ".join(offer.languages) if offer.record.languages else ""
    givers = [each.name for each in offer.given_with]
    return poster(
        site,
        urls.offer_url(offer.record),
        offer.card.title,
        offer.card.summary,
        [
            PosterBlock("Voor wie", "users", _for_whom(offer)),
            PosterBlock("Wanneer", "calendar-event", _when(offer)),
            PosterBlock("Waar", "map-pin", _where(offer)),
            PosterBlock("Kosten", "coin-euro", [(offer.card.costs, offer.costs_note)]),
            PosterBlock("Meedoen", "phone", _sign_up(offer)),
            PosterBlock("Taal", "users-group", [(languages, "")] if languages else []),
            PosterBlock(
                "Wie geeft het",
                "heart-handshake",
                [
                    (
                        offer.partner.name,
                        f"Samen met {', '.join(givers)}." if givers else "",
                    )
                ],
            ),
        ],
        icon=offer.themes[0].icon,
        eyebrow=offer.card.form,
        scan="Scan voor meer",
        foot=f"Nagekeken op {offer.checked_on}. Kijk op de site of dit nog klopt.",
    )


def _for_whom(offer: OfferView) -> Lines:
    people, ages, *more = offer.for_whom
    return [(people.rstrip("."), ""), (ages.rstrip("."), " ".join(more))]


def _when(offer: OfferView) -> Lines:
    possible = [each for each in offer.groups if each.joining.answer != "nee"]
    lines = [(each.heading, _about(offer, each)) for each in possible]
    lines += [(each.words, "") for each in offer.drop_ins]
    if offer.always_open:
        lines.append((offer.always_open, ""))
    if not lines:
        return [(offer.joining.label, offer.joining.detail)]
    return _first(lines, MOMENTS, "momenten")


def _about(offer: OfferView, group: GroupView) -> str:
    """Say the day, the hours, how often, and where if there are several places."""
    facts = dict(group.facts)
    times = facts.get("Aantal keer", "")
    several_places = len(offer.places) > 1
    told = (
        facts.get("Dag", ""),
        facts.get("Tijd", ""),
        f"{times} keer" if times else "",
        facts.get("Taal", ""),
        facts.get("Waar", "") if several_places else "",
    )
    return ", ".join(each for each in told if each)


def _where(offer: OfferView) -> Lines:
    if offer.address_is_secret:
        return [("Het adres is geheim", "U hoort het na de aanmelding.")]
    lines = [(each.name, _address(each)) for each in offer.places]
    if not lines:
        return [(offer.card.place, "")]
    if offer.record.delivery is Delivery.MIXED:
        lines.append(("Ook online", ""))
    return _first(lines, PLACES, "plekken")


def _address(place: PlaceView) -> str:
    return ", ".join(place.lines)


def _first(lines: Lines, most: int, what: str) -> Lines:
    left = len(lines) - most
    if left <= 0:
        return lines
    # One more line that says so takes as much room as the one that it hides.
    return [*lines[:most], (f"En nog {left} andere {what}", "Kijk op de site.")]


def _sign_up(offer: OfferView) -> Lines:
    ways = [*_ways(offer)]
    note = " ".join(each for each in (offer.how_to_join, offer.sign_up_note) if each)
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
