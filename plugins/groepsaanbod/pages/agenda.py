"""The agenda: what starts when, a page for each month, and what is there every week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.joining import Answer, drop_in_joining, first_day, group_joining
from groepsaanbod.model import DropIn, Group, Status
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import AgendaDay, AgendaEntry, Link

NOT_STARTING = frozenset({Status.CANCELLED, Status.POSTPONED, Status.FINISHED})
SOON = 2
"""How many months with something in them count as soon."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A group of an offer that starts on a day."""

    day: date
    offer: Offer
    group: Group

    @property
    def order(self) -> tuple[date, str, str]:
        """Give what sorts by day, and within a day by time and title."""
        times = self.group.times
        return self.day, times.start.isoformat() if times else "", self.offer.title


def agenda(shown: Shown) -> Iterator[Page]:
    """Give the page of what comes now, and one for each later month with a start."""
    starts = sorted(_starts(shown), key=lambda each: each.order)
    months = [
        (month, list(found))
        for month, found in groupby(starts, key=lambda each: _month(each.day))
    ]
    links = [
        Link(wording.month(found[0].day), urls.month_url(month), len(found))
        for month, found in months
    ]
    soon = [start for _, found in months[:SOON] for start in found]
    all_months = Link("Agenda", urls.AGENDA)
    yield Page(
        urls.AGENDA,
        "agenda",
        "Agenda",
        f"Wat er begint in {shown.catalogue.site.region}, en wat er elke week is.",
        "agenda",
        (HOME_LINK, all_months),
        {
            "heading": "Agenda",
            "days": _days(shown, soon),
            "when": "Dit begint binnenkort",
            "months": links,
            "weekly": _weekly(shown),
            "follow": follow(shown, urls.AGENDA, has_feed=False),
        },
    )
    for (_, found), link in zip(months, links, strict=True):
        yield Page(
            link.path,
            "agenda",
            f"Agenda van {link.name}",
            f"Groepen en cursussen die beginnen in {link.name}.",
            "agenda",
            (HOME_LINK, all_months, link),
            {
                "heading": f"Agenda van {link.name}",
                "days": _days(shown, found),
                "when": "Dit begint er",
                "months": [each for each in links if each != link],
                "weekly": [],
            },
        )


def _starts(shown: Shown) -> Iterator[_Start]:
    """Give what starts today or later and goes on as far as we know."""
    for offer in shown.catalogue.offers:
        for group in offer.groups:
            day = first_day(group)
            if day and day >= shown.today and group.status not in NOT_STARTING:
                yield _Start(day, offer, group)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _days(shown: Shown, starts: list[_Start]) -> list[AgendaDay]:
    return [
        AgendaDay(
            wording.day_in_words(day),
            day.isoformat(),
            [_entry(shown, each) for each in found],
        )
        for day, found in groupby(starts, key=lambda each: each.day)
    ]


def _entry(shown: Shown, start: _Start) -> AgendaEntry:
    times = start.group.times
    return AgendaEntry(
        card=shown.card(start.offer),
        times=wording.times_in_words(times) if times else "",
        place=_place(shown, start.offer, start.group.location),
        joining=shown.joining_view(group_joining(start.group, shown.today)),
    )


def _weekly(shown: Shown) -> list[AgendaDay]:
    """Give the drop-ins by day of the week, from the next time they are open."""
    found = sorted(
        (
            (drop_in, offer)
            for offer in shown.catalogue.offers
            for drop_in in offer.drop_ins
            if drop_in_joining(drop_in, shown.today).answer is Answer.YES
        ),
        key=lambda each: (_weekday(each[0]), each[0].times.start, each[1].title),
    )
    return [
        AgendaDay(
            f"Elke {next_ones[0][0].weekday}",
            "",
            [_weekly_entry(shown, *each) for each in next_ones],
        )
        for _, group in groupby(found, key=lambda each: _weekday(each[0]))
        if (next_ones := list(group))
    ]


def _weekday(drop_in: DropIn) -> int:
    return list(type(drop_in.weekday)).index(drop_in.weekday)


def _weekly_entry(shown: Shown, drop_in: DropIn, offer: Offer) -> AgendaEntry:
    return AgendaEntry(
        card=shown.card(offer),
        times=wording.times_in_words(drop_in.times),
        place=_place(shown, offer, drop_in.location),
        joining=shown.joining_view(drop_in_joining(drop_in, shown.today)),
    )


def _place(shown: Shown, offer: Offer, name: str | None) -> str:
    """Give a location with its town; without one, what the card says."""
    found = [each for each in offer.locations if each.name == name]
    return f"{found[0].name}, {found[0].town}" if found else shown.card(offer).place
