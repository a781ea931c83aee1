"""Can I still join? One table for every page, list and report."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from groepsaanbod.catalogue import Offer
from groepsaanbod.fields import Weekday
from groepsaanbod.model import Delivery, DropIn, Group, Status

DAYS_A_STATUS_IS_FRESH = 30
DAYS_IN_A_WEEK = 7


class Answer(IntEnum):
    """Whether one can still join; of an offer's groups the highest counts."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class Reason(StrEnum):
    """Why the answer is what it is; ``wording`` says it to a parent."""

    STARTS = "starts"
    RUNS_OPEN = "runs open"
    ON_REQUEST = "on request"
    DROP_IN = "drop-in"
    ALWAYS_OPEN = "always open"
    DATE_FOLLOWS = "date follows"
    POSTPONED = "postponed"
    ASK = "ask"
    WAITING_LIST = "waiting list"
    FULL = "full"
    STARTED = "started"
    FINISHED = "finished"
    CANCELLED = "cancelled"


_ORDER = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True)
class Joining:
    """An answer, why, and from which day, if it has one."""

    answer: Answer
    reason: Reason
    day: date | None = None
    """The first day of a group, or the next meeting of one that runs."""
    as_of: date | None = None
    """When the partner last knew this."""
    nearly_full: bool = False
    """Whether few places are left: of an offer, in every group one can still join."""

    @property
    def rank(self) -> tuple[int, int, int]:
        """Give what sorts the best answer first, and of those the earliest day.

        What has no day comes after what has one: a date says more.
        """
        day = self.day or date.max
        return -self.answer, day.toordinal(), _ORDER[self.reason]


def joining(offer: Offer, today: date) -> Joining:
    """Give the best answer of everything an offer has."""
    found = [group_joining(group, today) for group in offer.groups]
    found += [drop_in_joining(drop_in, today) for drop_in in offer.drop_ins]
    if not found and offer.delivery is Delivery.ONLINE:
        return Joining(Answer.YES, Reason.ALWAYS_OPEN)
    if not found:
        return Joining(Answer.UNKNOWN, Reason.ASK)
    best = min(found, key=lambda each: each.rank)
    joinable = [each for each in found if each.answer is Answer.YES]
    return replace(
        best, nearly_full=all(each.nearly_full for each in joinable or found)
    )


_SETTLED = {
    Status.ON_REQUEST: (Answer.YES, Reason.ON_REQUEST),
    Status.WAITING_LIST: (Answer.NO, Reason.WAITING_LIST),
    Status.FULL: (Answer.NO, Reason.FULL),
    Status.FINISHED: (Answer.NO, Reason.FINISHED),
    Status.CANCELLED: (Answer.NO, Reason.CANCELLED),
    Status.POSTPONED: (Answer.UNKNOWN, Reason.POSTPONED),
}
"""The statuses that leave nothing to the calendar."""


def group_joining(group: Group, today: date) -> Joining:
    """Say whether one can still join this group."""
    first = first_day(group)
    if group.status in _SETTLED:
        answer, reason = _SETTLED[group.status]
        return Joining(answer, reason, _shown(first, reason), group.status_on)
    if first is None:
        return Joining(Answer.UNKNOWN, Reason.DATE_FOLLOWS, None, group.status_on)
    nearly_full = group.status is Status.NEARLY_FULL
    if first >= today and group.status is not Status.RUNNING:
        return Joining(Answer.YES, Reason.STARTS, first, group.status_on, nearly_full)
    coming = next_meeting(group, today)
    knows_the_end = bool(group.dates) or group.meetings is not None
    if coming is None and knows_the_end:
        return Joining(Answer.NO, Reason.FINISHED, None, group.status_on)
    if group.join_midway:
        return Joining(
            Answer.YES, Reason.RUNS_OPEN, coming, group.status_on, nearly_full
        )
    return Joining(Answer.NO, Reason.STARTED, first, group.status_on)


def _shown(first: date | None, reason: Reason) -> date | None:
    return first if reason in {Reason.WAITING_LIST, Reason.FULL} else None


def first_day(group: Group) -> date | None:
    """Give the day on which a group first comes together, or None if it has none."""
    return min(group.dates) if group.dates else group.start


def last_day(group: Group) -> date | None:
    """Give the last day of a group as far as it is known; None if it has none."""
    if group.dates:
        return max(group.dates)
    if group.start is None:
        return None
    return group.start + timedelta(weeks=meetings(group) - 1)


def meetings(group: Group) -> int:
    """Give how often a group comes together, as far as that is known."""
    if group.dates or group.start is None:
        return len(group.dates)
    return max(group.meetings or 1, 1)


def weekdays(group: Group) -> set[Weekday]:
    """Give the days of the week of a group's dates; who has a start meets weekly."""
    if group.dates or group.start is None:
        return set(map(Weekday.of, group.dates))
    return {Weekday.of(group.start)}


def next_meeting(group: Group, today: date) -> date | None:
    """Give the first of a group's days from today on; None when all are over."""
    if group.dates or group.start is None:
        return min((day for day in group.dates if day >= today), default=None)
    weeks = max(-((group.start - today).days // DAYS_IN_A_WEEK), 0)
    if weeks >= meetings(group):
        return None
    return group.start + timedelta(weeks=weeks)


def drop_in_joining(drop_in: DropIn, today: date) -> Joining:
    """Say whether one can still walk in."""
    if drop_in.until and drop_in.until < today:
        return Joining(Answer.NO, Reason.FINISHED)
    return Joining(Answer.YES, Reason.DROP_IN, next_day(drop_in, today))


def next_day(drop_in: DropIn, today: date) -> date:
    """Give the first day from today on which the door is open."""
    start = max(today, drop_in.since or today)
    return next(day for day in _week_from(start) if Weekday.of(day) is drop_in.weekday)


def _week_from(day: date) -> Iterator[date]:
    return (day + timedelta(days=number) for number in range(DAYS_IN_A_WEEK))
