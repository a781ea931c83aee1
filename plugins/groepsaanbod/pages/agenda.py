"""The agenda: what starts when, a page for each month, and what is there every week."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypedDict

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.choices import YES, Choices, all_choices, words_of
from groepsaanbod.finding import FilterKind
from groepsaanbod.joining import (
    Answer,
    Joining,
    Reason,
    drop_in_joining,
    first_day,
    group_joining,
)
from groepsaanbod.model import DropIn, Group, Status
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import AgendaDay, AgendaEntry, AgendaPart, JoiningView, Link

NOT_STARTING = frozenset({Status.CANCELLED, Status.POSTPONED, Status.FINISHED})
SOON = timedelta(days=14)
"""What starts within this time counts as soon."""
MOST = 150
"""How many starts a month shows at once; with more, each of its weeks has a page."""
MOST_ON_A_WEEKDAY = 50
"""How many drop-ins a day of the week shows; in a large region the search has more."""
FILTERS = frozenset(
    {FilterKind.THEME, FilterKind.AGE, FilterKind.AREA, FilterKind.JOINABLE}
)
"""By which filters of the search page one can choose here."""


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


class _Answers(TypedDict):
    joining: JoiningView
    words: str
    months: str


def agenda(shown: Shown) -> Iterator[Page]:
    """Give the page of what comes now, and one for each month with a start."""
    starts = sorted(_starts(shown), key=lambda each: each.order)
    months = [
        (month, list(found))
        for month, found in groupby(starts, key=lambda each: _month(each.day))
    ]
    links = [
        Link(wording.month(found[0].day), urls.month_url(month), len(found))
        for month, found in months
    ]
    every_page: dict[str, object] = {"filters": _filters(shown)}
    yield Page(
        urls.AGENDA,
        "agenda",
        "Agenda",
        f"Wat er begint in {shown.catalogue.site.region}, en wat er elke week is.",
        "agenda",
        (HOME_LINK, ALL_MONTHS),
        {
            **every_page,
            "heading": "Agenda",
            "parts": [each for each in _now(shown, starts) if each.days or each.intro],
            "months": links,
            "weeks": [],
            "has_starts": bool(starts),
            "follow": follow(shown, urls.AGENDA, has_feed=False),
        },
    )
    for (_, found), link in zip(months, links, strict=True):
        others = [each for each in links if each != link]
        yield from _of_month(shown, found, link, {**every_page, "months": others})


ALL_MONTHS = Link("Agenda", urls.AGENDA)


def _of_month(
    shown: Shown, starts: list[_Start], here: Link, given: dict[str, object]
) -> Iterator[Page]:
    """Give the page of a month, by week; a full month has a page for each week."""
    by_week = [
        (number, list(found))
        for number, found in groupby(starts, key=lambda each: each.day.isocalendar()[1])
    ]
    weeks = [
        Link(_week(found[0].day), urls.week_url(here.path, number), len(found))
        for number, found in by_week
    ]
    is_full = len(starts) > MOST
    heading = f"Agenda van {here.name}"
    crumbs = (HOME_LINK, ALL_MONTHS, here)
    parts = [(link, found) for link, (_, found) in zip(weeks, by_week, strict=True)]
    yield _page(
        shown,
        crumbs,
        heading,
        {**given, "heading": heading, "weeks": weeks if is_full else []},
        [] if is_full else parts,
    )
    for link, found in parts if is_full else ():
        others = [each for each in weeks if each != link]
        yield _page(
            shown,
            (*crumbs, link),
            f"{heading}, {wording.in_sentence(link.name)}",
            {**given, "heading": heading, "weeks": others},
            [(link, found)],
        )


def _page(
    shown: Shown,
    crumbs: tuple[Link, ...],
    title: str,
    given: Mapping[str, object],
    parts: Sequence[tuple[Link, list[_Start]]],
) -> Page:
    """Give a page of what starts in some weeks, made only when some of it changed.

    What of an offer starts on a day follows from the offer and the day of today.
    """
    month = crumbs[2]
    description = f"Groepen en cursussen die beginnen in {month.name}."

    def context() -> dict[str, object]:
        return {
            **given,
            "has_starts": True,
            "parts": [
                AgendaPart(week.name, "", _days(shown, found)) for week, found in parts
            ],
        }

    told = [
        (week, [(each.day, each.offer, shown.card(each.offer)) for each in found])
        for week, found in parts
    ]
    return Page(
        crumbs[-1].path,
        "agenda",
        title,
        description,
        "agenda",
        crumbs,
        context,
        follows_from=(title, crumbs, given, told),
    )


def _week(day: date) -> str:
    """Give ``Week 2: 11 tot en met 17 januari``, of the week in which a day is."""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    begin = wording.day_of_month(first, has_month=first.month != last.month)
    end = wording.day_of_month(last)
    return f"Week {day.isocalendar()[1]}: {begin} tot en met {end}"


def _filters(shown: Shown) -> list[Choices]:
    """Give them in the region's order, what is only on or off after the others."""
    found = [
        each
        for each in all_choices(shown.catalogue.vocabulary)
        if each.filter.kind in FILTERS
    ]
    return sorted(found, key=lambda each: each.filter.kind is FilterKind.JOINABLE)


def _now(shown: Shown, starts: list[_Start]) -> Iterator[AgendaPart]:
    """Give what starts soon, what goes on and is open, and what is there each week."""
    soon = [each for each in starts if each.day - shown.today < SOON]
    later = "De komende twee weken begint er niets. Kies een maand."
    running = sorted(_running(shown), key=lambda each: each.order)
    weekly, is_whole = _weekly(shown)
    yield AgendaPart(
        "Dit begint binnenkort",
        _intro(later if starts and not soon else "", is_whole=len(soon) <= MOST),
        _days(shown, soon[:MOST]),
    )
    yield AgendaPart(
        "U kunt nog instappen",
        _intro(
            "Deze groepen zijn al begonnen. U kunt er nog bij." if running else "",
            is_whole=len(running) <= MOST,
        ),
        _days(shown, running[:MOST]),
    )
    yield AgendaPart(
        "Elke week",
        _intro(
            "Hier kunt u zo binnenlopen. U hoeft zich niet aan te melden."
            if weekly
            else "",
            is_whole=is_whole,
        ),
        weekly,
    )


def _intro(words: str, *, is_whole: bool) -> str:
    """Say where the rest is when not all is shown."""
    more = "" if is_whole else "Er is meer dan hier past. Zoek in al het aanbod."
    return " ".join(filter(None, (words, more)))


def _running(shown: Shown) -> Iterator[_Start]:
    """Give the groups one can still join midway, by their next meeting."""
    for offer in shown.catalogue.offers:
        for group in offer.groups:
            answer = group_joining(group, shown.today)
            if answer.reason is Reason.RUNS_OPEN and answer.day:
                yield _Start(answer.day, offer, group)


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
        **_answers_to(shown, start.offer, group_joining(start.group, shown.today)),
    )


def _answers_to(shown: Shown, offer: Offer, joining: Joining) -> _Answers:
    """Give whether one can join, and by which choices an entry is found."""
    vocabulary = shown.catalogue.vocabulary
    words = [
        f"{each.word}:{word}"
        for each in vocabulary.filters
        if each.kind in FILTERS
        for word in (
            [YES] * (joining.answer is Answer.YES)
            if each.kind is FilterKind.JOINABLE
            else words_of(offer, each.kind, vocabulary, shown.today)
        )
    ]
    first, end = offer.ages.months
    return {
        "joining": shown.joining_view(joining),
        "words": " ".join(sorted(words)),
        "months": f"{first}/{end}",
    }


def _weekly(shown: Shown) -> tuple[list[AgendaDay], bool]:
    """Give the drop-ins by day of the week, and whether these are all."""
    found = sorted(
        (
            (drop_in, offer)
            for offer in shown.catalogue.offers
            for drop_in in offer.drop_ins
            if drop_in_joining(drop_in, shown.today).answer is Answer.YES
        ),
        key=lambda each: (_weekday(each[0]), each[0].times.start, each[1].title),
    )
    by_day = [
        list(group) for _, group in groupby(found, key=lambda each: _weekday(each[0]))
    ]
    days = [
        AgendaDay(
            f"Elke {on_this_day[0][0].weekday}",
            "",
            [_weekly_entry(shown, *each) for each in on_this_day[:MOST_ON_A_WEEKDAY]],
        )
        for on_this_day in by_day
    ]
    return days, all(len(each) <= MOST_ON_A_WEEKDAY for each in by_day)


def _weekday(drop_in: DropIn) -> int:
    return list(type(drop_in.weekday)).index(drop_in.weekday)


def _weekly_entry(shown: Shown, drop_in: DropIn, offer: Offer) -> AgendaEntry:
    return AgendaEntry(
        card=shown.card(offer),
        times=wording.times_in_words(drop_in.times),
        place=_place(shown, offer, drop_in.location),
        **_answers_to(shown, offer, drop_in_joining(drop_in, shown.today)),
    )


def _place(shown: Shown, offer: Offer, name: str | None) -> str:
    """Give a location with its town; without one, what the card says."""
    found = [each for each in offer.locations if each.name == name]
    return f"{found[0].name}, {found[0].town}" if found else shown.card(offer).place
