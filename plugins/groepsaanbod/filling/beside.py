"""What stands on the site already, and what is missing: to see while one fills in."""

from collections.abc import Iterator

from groepsaanbod import wording
from groepsaanbod.analysis.gaps import Kind
from groepsaanbod.catalogue import Catalogue, Offer, Partner
from groepsaanbod.fields import TimeSpan
from groepsaanbod.filling.described import Described
from groepsaanbod.model import Delivery
from groepsaanbod.reports.reported import Reported


def beside(catalogue: Catalogue) -> Described:
    """Give the partners, and of each offer what another may be like."""
    return {
        "partners": {each.slug: _partner(each) for each in catalogue.partners},
        "offers": [_offer(each, catalogue) for each in catalogue.offers],
    }


def _partner(partner: Partner) -> Described:
    ways = (partner.phone, partner.email, partner.website)
    return {"name": partner.name, "reachable": any(ways)}


def _offer(offer: Offer, catalogue: Catalogue) -> Described:
    of_partner = catalogue.partner(offer.partner).former
    former = (*offer.former_addresses, *(f"{old}/{offer.slug}" for old in of_partner))
    return {
        "id": offer.identity,
        "title": offer.title,
        "themes": offer.themes,
        "months": offer.ages.months,
        "areas": offer.areas,
        "with": offer.given_with,
        "former": former,
        "moments": list(_moments(offer)),
    }


def _moments(offer: Offer) -> Iterator[str]:
    """Give when and where people first come together, as the form writes it too."""
    towns = [location.town.casefold() for location in offer.locations]
    if offer.delivery is Delivery.ONLINE:
        towns = [""]
    for town in towns:
        for group in offer.groups:
            days = (group.start, *group.dates)
            if first := min(filter(None, days), default=None):
                yield f"{town} {first} {_times(group.times)}"
        for drop_in in offer.drop_ins:
            yield f"{town} {drop_in.weekday} {_times(drop_in.times)}"


def _times(span: TimeSpan | None) -> str:
    """Give a span in minutes of the day, however it was written: ``1170-1260``."""
    if span is None:
        return ""
    minutes = (each.hour * 60 + each.minute for each in (span.start, span.end))
    return "-".join(map(str, minutes))


OPEN = frozenset({Kind.NONE, Kind.NOT_JOINABLE, Kind.ELSEWHERE})
"""The kinds of gap that one offer more can fill."""


def gaps(reported: Reported) -> list[Described]:
    """Give the open gaps of each municipality that one offer more can fill."""
    return [
        {
            "theme": cell.theme.word,
            "months": cell.ages.months,
            "area": cell.place.word,
            "kind": str(cell.kind),
            "words": f"{wording.in_sentence(cell.theme.name)}, {cell.ages.name},"
            f" {cell.place.name}",
        }
        for cell in reported.agreed.open_gaps
        if cell.kind in OPEN and not (cell.place.is_region or cell.place.is_area)
    ]
