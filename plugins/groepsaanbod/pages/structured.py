"""An offer as schema.org describes it, for search engines: JSON-LD as a value.

A group that meets more often is an instance of a course, one that meets once is an
event; what one can walk into, or ask for, is a service.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from groepsaanbod import urls
from groepsaanbod.calendars import location_of
from groepsaanbod.catalogue import Offer
from groepsaanbod.fields import Weekday
from groepsaanbod.joining import (
    Answer,
    Joining,
    Reason,
    first_day,
    group_joining,
    last_day,
    meetings,
)
from groepsaanbod.model import Delivery, DropIn, Group, Location, Status
from groepsaanbod.pages.shown import Shown
from groepsaanbod.vocabulary import WHOLE_REGION

Node = dict[str, object]


class _Coming(NamedTuple):
    """A group that is not over, with its first and last day."""

    group: Group
    first: date
    last: date


SCHEMA = "https://schema.org"
_ZONE = ZoneInfo("Europe/Amsterdam")
_MONTHS = 12
_DAYS = dict(
    zip(
        Weekday,
        (
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ),
        strict=True,
    )
)
_MODES = {
    Delivery.ON_SITE: ("onsite", "OfflineEventAttendanceMode"),
    Delivery.ONLINE: ("online", "OnlineEventAttendanceMode"),
    Delivery.MIXED: ("blended", "MixedEventAttendanceMode"),
}
_STATUSES = {
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
}
_SOLD_OUT = frozenset({Reason.FULL, Reason.WAITING_LIST})


def structured(shown: Shown, offer: Offer) -> Node:
    """Give all that search engines may know of an offer; groups that are over not."""
    once = [group for group in offer.groups if _meets_once(group)]
    more = [group for group in offer.groups if not _meets_once(group)]
    nodes = [_event(shown, offer, each) for each in _coming(shown, once)]
    if more:
        nodes.append(_course(shown, offer, _coming(shown, more)))
    if offer.drop_ins or not nodes:
        nodes.append(_service(shown, offer))
    return {"@context": SCHEMA, "@graph": nodes}


def _meets_once(group: Group) -> bool:
    return len(group.dates) == 1 if group.dates else group.meetings == 1


def _coming(shown: Shown, groups: Iterable[Group]) -> Iterator[_Coming]:
    for group in groups:
        first, last = first_day(group), last_day(group)
        if first is None or last is None or last < shown.today:
            continue
        if group.status is not Status.FINISHED:
            yield _Coming(group, first, last)


def _course(shown: Shown, offer: Offer, groups: Iterable[_Coming]) -> Node:
    instances = [
        _filled(
            _occasion(shown, offer, "CourseInstance", each)
            | {
                "courseMode": _MODES[offer.delivery][0],
                "courseSchedule": _schedule(each),
            }
        )
        for each in groups
    ]
    return _filled(
        _about(shown, offer, "Course")
        | {
            "provider": _giver(shown, offer),
            "hasCourseInstance": instances,
            "offers": _offered(shown, offer),
        }
        | _told(shown, offer)
    )


def _event(shown: Shown, offer: Offer, coming: _Coming) -> Node:
    return _filled(
        _about(shown, offer, "EducationEvent")
        | _occasion(shown, offer, "EducationEvent", coming)
        | _told(shown, offer)
    )


def _service(shown: Shown, offer: Offer) -> Node:
    places = [] if offer.address_is_secret else list(offer.locations)
    return _filled(
        _about(shown, offer, "Service")
        | {
            "serviceType": shown.name("vormen", offer.form),
            "provider": _giver(shown, offer),
            "areaServed": _areas(shown, offer),
            "offers": _offered(shown, offer),
            "hoursAvailable": [_hours(each) for each in offer.drop_ins],
            "availableChannel": _filled(
                {
                    "@type": "ServiceChannel",
                    "serviceUrl": _page(shown, offer),
                    "serviceLocation": [_place(each) for each in places],
                    "availableLanguage": _languages(shown, offer.languages),
                }
            ),
        }
    )


def _about(shown: Shown, offer: Offer, kind: str) -> Node:
    """Give what holds for each kind."""
    return {
        "@type": kind,
        "name": offer.title,
        "description": offer.summary,
        "url": _page(shown, offer),
        "audience": _audience(shown, offer),
    }


def _told(shown: Shown, offer: Offer) -> Node:
    """Give what schema.org has for courses and events, and not for services."""
    themes = shown.names("themas", offer.themes)
    ages = _ages(offer)
    is_whole = len(ages) > 1 and all(isinstance(each, int) for each in ages)
    return {
        "about": [{"@type": "Thing", "name": theme} for theme in themes],
        "inLanguage": _languages(shown, offer.languages),
        "typicalAgeRange": "-".join(map(str, ages)) if is_whole else None,
        "isAccessibleForFree": offer.costs.is_free,
    }


def _occasion(shown: Shown, offer: Offer, kind: str, coming: _Coming) -> Node:
    """Give when and where a group comes together, and whether there is room."""
    group, first, last = coming
    answer = group_joining(group, shown.today)
    languages = (group.language,) if group.language else offer.languages
    status = _STATUSES.get(group.status or Status.OPEN, "EventScheduled")
    return {
        "@type": kind,
        "name": offer.title,
        "startDate": _moment(first, group.times.start if group.times else None),
        "endDate": _moment(last, group.times.end if group.times else None),
        "eventStatus": f"{SCHEMA}/{status}",
        "eventAttendanceMode": f"{SCHEMA}/{_MODES[offer.delivery][1]}",
        "location": _location(shown, offer, group),
        "organizer": _giver(shown, offer),
        "inLanguage": _languages(shown, languages),
        "maximumAttendeeCapacity": group.places,
        "remainingAttendeeCapacity": group.places_left,
        "offers": _offered(shown, offer, answer),
    }


def _schedule(coming: _Coming) -> Node:
    group, first, last = coming
    often = meetings(group)
    weekly = not group.dates and often > 1
    times = group.times
    return _filled(
        {
            "@type": "Schedule",
            "startDate": first.isoformat(),
            "endDate": last.isoformat(),
            "repeatCount": often if often > 1 else None,
            "repeatFrequency": "P1W" if weekly else None,
            "byDay": f"{SCHEMA}/{_DAYS[Weekday.of(first)]}" if weekly else None,
            "startTime": times and f"{times.start:%H:%M:%S}",
            "endTime": times and f"{times.end:%H:%M:%S}",
            "scheduleTimezone": _ZONE.key,
        }
    )


def _hours(drop_in: DropIn) -> Node:
    return _filled(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"{SCHEMA}/{_DAYS[drop_in.weekday]}",
            "opens": f"{drop_in.times.start:%H:%M:%S}",
            "closes": f"{drop_in.times.end:%H:%M:%S}",
            "validFrom": drop_in.since and drop_in.since.isoformat(),
            "validThrough": drop_in.until and drop_in.until.isoformat(),
        }
    )


def _moment(day: date, at: time | None) -> str:
    """Give a day, or a moment of it with the hours that it is from Greenwich."""
    return datetime.combine(day, at, _ZONE).isoformat() if at else day.isoformat()


def _location(shown: Shown, offer: Offer, group: Group) -> list[Node]:
    found: list[Node] = []
    if offer.delivery is not Delivery.ON_SITE:
        found.append({"@type": "VirtualLocation", "url": _page(shown, offer)})
    location = location_of(offer, group)
    if location and offer.delivery is not Delivery.ONLINE:
        found.append(_place(location))
    return [] if offer.address_is_secret else found


def _place(location: Location) -> Node:
    address = _filled(
        {
            "@type": "PostalAddress",
            "streetAddress": location.address,
            "postalCode": location.postcode,
            "addressLocality": location.town,
            "addressCountry": "NL",
        }
    )
    return {"@type": "Place", "name": location.name, "address": address}


def _offered(shown: Shown, offer: Offer, answer: Joining | None = None) -> Node:
    price = offer.costs.amount or Decimal(0)
    return _filled(
        {
            "@type": "Offer",
            "url": _page(shown, offer),
            "price": f"{price:.2f}",
            "priceCurrency": "EUR",
            "category": "Free" if offer.costs.is_free else "Paid",
            "availability": _availability(answer) if answer else None,
        }
    )


def _availability(answer: Joining) -> str | None:
    if answer.reason in _SOLD_OUT:
        return f"{SCHEMA}/SoldOut"
    if answer.answer is not Answer.YES:
        return None
    return f"{SCHEMA}/{'LimitedAvailability' if answer.nearly_full else 'InStock'}"


def _giver(shown: Shown, offer: Offer) -> list[Node]:
    catalogue = shown.catalogue
    return [
        {
            "@type": "Organization",
            "name": partner.name,
            "url": partner.website
            or f"{catalogue.site.address}{urls.partner_url(partner.slug)}",
        }
        for partner in map(catalogue.partner, (offer.partner, *offer.given_with))
    ]


def _areas(shown: Shown, offer: Offer) -> list[Node]:
    if WHOLE_REGION in offer.areas:
        names = [shown.catalogue.site.region]
    else:
        names = shown.names("gebieden", offer.areas)
    return [{"@type": "AdministrativeArea", "name": name} for name in names]


def _audience(shown: Shown, offer: Offer) -> Node:
    """Give who takes part; the ages are the child's, also when a parent does."""
    vocabulary = shown.catalogue.vocabulary
    names = shown.names("doelgroepen", offer.audiences)
    kind, prefix = "ParentAudience", "child"
    if vocabulary.is_for_work(offer.audiences):
        return {"@type": "Audience", "audienceType": names}
    if vocabulary.is_for_young(offer.audiences):
        kind, prefix = "PeopleAudience", "suggested"
    ages = dict(zip((f"{prefix}MinAge", f"{prefix}MaxAge"), _ages(offer), strict=False))
    return {"@type": kind, "audienceType": names, **ages}


def _ages(offer: Offer) -> list[float]:
    """Give the youngest and oldest age in years; none when it is before birth."""
    first, end = offer.ages.months
    last = end - 1
    if last < 0:
        return []
    oldest = last // _MONTHS if last >= _MONTHS else round(last / _MONTHS, 1)
    return [_years(max(first, 0)), oldest]


def _years(months: int) -> float:
    return round(months / _MONTHS, 1) if months % _MONTHS else months // _MONTHS


def _languages(shown: Shown, words: Iterable[str]) -> list[Node]:
    """Give languages by their names; who says nothing, gives the region's own."""
    listed = tuple(words) or tuple(shown.catalogue.vocabulary.choices("talen"))[:1]
    return [{"@type": "Language", "name": shown.name("talen", each)} for each in listed]


def _page(shown: Shown, offer: Offer) -> str:
    return f"{shown.catalogue.site.address}{urls.offer_url(offer)}"


def _filled(node: Node) -> Node:
    """Give a node without what nobody said."""
    return {
        key: value for key, value in node.items() if value not in (None, "", [], ())
    }
