"""Groups and drop-ins as events in a calendar, as RFC 5545 describes them.

Written by hand: of 10,000 offers, a library would take longer than drawing their pages.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from groepsaanbod import urls
from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.fields import TimeSpan
from groepsaanbod.joining import first_day, last_day, next_day
from groepsaanbod.model import Delivery, DropIn, Group, Location, Status

DAYS_A_DROP_IN_HOLDS = 365
"""So long after it was checked a drop-in is in calendars, unless it says until when."""


@dataclass(frozen=True, slots=True)
class Moments:
    """When a group comes together, or the door is open: what a calendar holds."""

    offer: Offer
    what: Group | DropIn
    name: str
    """What tells it from the others of its offer: ``2027-01-12``, ``woensdag-2``."""
    first: date
    last: date

    @property
    def identity(self) -> str:
        """Give what names it for ever."""
        return f"{self.offer.identity}/{self.name}"

    @property
    def is_off(self) -> bool:
        """Tell whether nobody comes together on its days after all."""
        return _status(self.what) in _OFF


def coming(offer: Offer, today: date) -> Iterator[Moments]:
    """Give all of an offer that has days, and goes on today or later.

    What was called off is among it, so that a calendar that has it can tell. A name
    stays the same as long as the first day does, or the day of the week.
    """
    names: Counter[str] = Counter()
    everything: tuple[Group | DropIn, ...] = (*offer.groups, *offer.drop_ins)
    for what in everything:
        if isinstance(what, Group):
            first, last = first_day(what), last_day(what)
        else:
            first, last = _span(offer, what)
        if first is None or last is None:
            continue
        name = str(first if isinstance(what, Group) else what.weekday)
        names[name] += 1
        if last >= today and _status(what) is not Status.FINISHED:
            own = name if names[name] == 1 else f"{name}-{names[name]}"
            yield Moments(offer, what, own, first, last)


def _span(offer: Offer, drop_in: DropIn) -> tuple[date, date]:
    """Give the first time and the last day; the last is earlier if there is no time."""
    last = drop_in.until or offer.checked_on + timedelta(days=DAYS_A_DROP_IN_HOLDS)
    return next_day(drop_in, offer.checked_on), last


def calendar(events: Iterable[str], name: str = "") -> str:
    """Give a whole calendar; with a ``name`` it is one to follow, which changes.

    Without one, programs put its events in a calendar that somebody has already.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Groepsaanbod//Groepsaanbod//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    if name:
        lines += [
            f"NAME:{_text(name)}",
            f"X-WR-CALNAME:{_text(name)}",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
        ]
    return "".join((_written(lines), _TIMEZONE, *events, "END:VCALENDAR\r\n"))


def events(moments: Moments, partner: Partner, address: str) -> str:
    """Give the events of a group or drop-in, for the site at this address.

    What comes together every week is one event that repeats; other days are each one.
    """
    page = f"{address}{urls.offer_url(moments.offer)}"
    told = [
        f"URL:{page}",
        f"SUMMARY:{_text(_summary(moments))}",
        f"DESCRIPTION:{_text(_description(moments, partner, page))}",
    ]
    place = _place(moments)
    if place:
        told.append(f"LOCATION:{_text(place)}")
    told.append(f"STATUS:{'CANCELLED' if moments.is_off else 'CONFIRMED'}")
    name = f"{moments.name}.{moments.offer.slug}.{moments.offer.partner}"
    host = urlsplit(address).hostname
    stamp = f"DTSTAMP:{moments.offer.checked_on:%Y%m%d}T000000Z"
    return "".join(
        _written(
            [
                "BEGIN:VEVENT",
                f"UID:{prefix}{name}@{host}",
                stamp,
                *_when(day, moments.what.times),
                *rule,
                *told,
                "END:VEVENT",
            ]
        )
        for prefix, day, rule in _occurrences(moments)
    )


def _occurrences(moments: Moments) -> Iterator[tuple[str, date, list[str]]]:
    """Give each event: what comes before its name, its day, how it repeats."""
    what = moments.what
    if isinstance(what, DropIn):
        yield (
            "",
            moments.first,
            [f"RRULE:FREQ=WEEKLY;UNTIL={moments.last:%Y%m%d}T235959Z"],
        )
    elif what.dates:
        for day in sorted(what.dates):
            yield f"{day}.", day, []
    else:
        times = what.meetings or 1
        weekly = [f"RRULE:FREQ=WEEKLY;COUNT={times}"] if times > 1 else []
        yield "", moments.first, weekly


def _when(day: date, times: TimeSpan | None) -> list[str]:
    """Give the start and end on a day; without times it takes the whole day."""
    if times is None:
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}"]
    zone = "TZID=Europe/Amsterdam"
    return [
        f"DTSTART;{zone}:{day:%Y%m%d}T{times.start:%H%M}00",
        f"DTEND;{zone}:{day:%Y%m%d}T{times.end:%H%M}00",
    ]


def _status(what: Group | DropIn) -> Status | None:
    return what.status if isinstance(what, Group) else None


_OFF = {Status.CANCELLED: "Gaat niet door", Status.POSTPONED: "Uitgesteld"}
"""What does not come together on its days."""


def _summary(moments: Moments) -> str:
    status = _status(moments.what)
    before = f"{_OFF[status]}: " if status in _OFF else ""
    return f"{before}{moments.offer.title}"


def _description(moments: Moments, partner: Partner, page: str) -> str:
    offer, what = moments.offer, moments.what
    sentences = [offer.summary, f"Door {partner.name}."]
    if isinstance(what, DropIn) and what.note:
        sentences.append(what.note)
    if offer.address_is_secret:
        sentences.append("Het adres is geheim. U hoort het na de aanmelding.")
    sentences.append(f"Kijk vooraf of er iets is veranderd: {page}")
    return "\n".join(sentences)


def _place(moments: Moments) -> str:
    """Say where it is; of a secret address nothing."""
    offer = moments.offer
    if offer.address_is_secret:
        return ""
    if offer.delivery is Delivery.ONLINE:
        return "Online"
    location = location_of(offer, moments.what)
    if location is None:
        return moments.what.location or ""
    town = " ".join(filter(None, (location.postcode, location.town)))
    return ", ".join(filter(None, (location.name, location.address, town)))


def location_of(offer: Offer, what: Group | DropIn) -> Location | None:
    """Give where it is: the location it names, or the only one; None if unknown."""
    if what.location is None:
        return offer.locations[0] if len(offer.locations) == 1 else None
    named = (each for each in offer.locations if each.name == what.location)
    return next(named, None)


_ESCAPED = str.maketrans(
    dict.fromkeys((*range(32), 127))
    | {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
)


def _text(value: str) -> str:
    """Give a text as a value; a line break stays one, other controls go."""
    return value.translate(_ESCAPED)


_LONGEST = 75
"""Of a line, in bytes, as the standard wants it."""
_WITHIN_A_LETTER = 0b1000_0000
"""How a byte of UTF-8 begins that is not the first of its letter."""


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


@lru_cache(maxsize=64)  # the groups of an offer say the same in most lines
def _folded(line: str) -> str:
    """Give a line as lines that are short enough, never broken within a letter."""
    raw = line.encode()
    if len(raw) <= _LONGEST:
        return line
    parts = []
    longest = _LONGEST
    while len(raw) > longest:
        end = longest
        while raw[end] & 0b1100_0000 == _WITHIN_A_LETTER:
            end -= 1
        parts.append(raw[:end])
        raw = raw[end:]
        longest = _LONGEST - 1  # the space in front counts
    return b"\r\n ".join((*parts, raw)).decode()


_TIMEZONE = _written(
    (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT",
        "DTSTART:19810329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
)
