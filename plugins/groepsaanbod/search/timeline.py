"""How the answer "can I still join?" changes with the days, so a browser can follow.

The browser knows no rules: it takes the last step that is not after its own day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from groepsaanbod import wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.joining import (
    Answer,
    Joining,
    Reason,
    first_day,
    group_joining,
    joining,
    last_day,
)

DAY = timedelta(days=1)
GONE = Joining(Answer.NO, Reason.FINISHED)
"""What is no longer to be shown."""


class Step(NamedTuple):
    """The answer from a day on, in the words of a card."""

    since: date
    answer: str
    label: str
    when: str
    places: str


def timeline(offer: Offer, today: date) -> tuple[Step, ...]:
    """Give the steps from today on; the first is today's, each next one differs."""
    steps: list[Step] = []
    for day in sorted({today, *(each for each in _days(offer) if each > today)}):
        step = _step(offer, day)
        if not steps or _said(step) != _said(steps[-1]):
            steps.append(step)
    return tuple(steps)


def last_joinable(steps: tuple[Step, ...]) -> date | None:
    """Give the last day on which one can join, as far as known; ``date.max`` if ever.

    None when one cannot join today and no step says that one can later.
    """
    yes = wording.ANSWER_WORDS[Answer.YES]
    after = [*(step.since for step in steps[1:]), date.max]
    ends = [end for step, end in zip(steps, after, strict=True) if step.answer == yes]
    if not ends:
        return None
    return ends[-1] if ends[-1] == date.max else ends[-1] - DAY


def first_days(offer: Offer, today: date) -> list[date]:
    """Give the days from today on at which something of the offer begins."""
    starts = (first_day(group) for group in offer.groups)
    return sorted({day for day in starts if day and day >= today})


def _days(offer: Offer) -> Iterator[date]:
    """Give each day on which the answer can become another."""
    for group in offer.groups:
        for day in (first_day(group), last_day(group)):
            if day:
                yield day + DAY
    for drop_in in offer.drop_ins:
        if drop_in.until:
            yield drop_in.until + DAY
    if offer.visibility and offer.visibility.until:
        yield offer.visibility.until + DAY


def _step(offer: Offer, day: date) -> Step:
    answer = joining(offer, day) if offer.is_visible(day) else GONE
    return Step(
        since=day,
        answer=wording.ANSWER_WORDS[answer.answer],
        label=wording.label(answer),
        when=wording.when_in_short(answer),
        places=_places(offer, answer, day),
    )


def _places(offer: Offer, answer: Joining, day: date) -> str:
    """Say how many places are left in the group that gives the answer."""
    if answer.answer is not Answer.YES:
        return ""
    return next(
        (
            wording.places_in_words(group)
            for group in offer.groups
            if group.places_left and group_joining(group, day).rank == answer.rank
        ),
        "",
    )


def _said(step: Step) -> tuple[str, ...]:
    return step.answer, step.label, step.when, step.places
