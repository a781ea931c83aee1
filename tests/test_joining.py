"""The one table of who can still join, row by row."""

from datetime import date

import pytest

from builders import TODAY, a_group, an_offer
from groepsaanbod.fields import Weekday
from groepsaanbod.joining import (
    Answer,
    Joining,
    Reason,
    drop_in_joining,
    group_joining,
    joining,
    last_day,
    meetings,
    next_meeting,
    weekdays,
)
from groepsaanbod.model import DropIn

YESTERDAY, TOMORROW = "2026-11-23", "2026-11-25"


def a_drop_in(**keys):
    return DropIn.model_validate({"dag": "woensdag", "tijd": "9:30-11:00", **keys})


@pytest.mark.parametrize(
    ("keys", "answer", "reason"),
    [
        ({"start": TOMORROW}, Answer.YES, Reason.STARTS),
        ({"start": str(TODAY)}, Answer.YES, Reason.STARTS),
        ({"start": TOMORROW, "status": "open"}, Answer.YES, Reason.STARTS),
        ({"start": TOMORROW, "status": "bijna-vol"}, Answer.YES, Reason.STARTS),
        ({"start": TOMORROW, "status": "gepland"}, Answer.YES, Reason.STARTS),
        ({"start": YESTERDAY}, Answer.NO, Reason.STARTED),
        ({"start": YESTERDAY, "status": "open"}, Answer.NO, Reason.STARTED),
        ({"start": YESTERDAY, "instromen": "ja"}, Answer.YES, Reason.RUNS_OPEN),
        ({"start": YESTERDAY, "instromen": "nee"}, Answer.NO, Reason.STARTED),
        ({"start": TOMORROW, "status": "loopt"}, Answer.NO, Reason.STARTED),
        (
            {"start": YESTERDAY, "status": "loopt", "instromen": "ja"},
            Answer.YES,
            Reason.RUNS_OPEN,
        ),
        ({"status": "op-aanvraag"}, Answer.YES, Reason.ON_REQUEST),
        ({"start": TOMORROW, "status": "vol"}, Answer.NO, Reason.FULL),
        ({"start": TOMORROW, "status": "wachtlijst"}, Answer.NO, Reason.WAITING_LIST),
        ({"start": TOMORROW, "status": "afgelopen"}, Answer.NO, Reason.FINISHED),
        ({"start": TOMORROW, "status": "geannuleerd"}, Answer.NO, Reason.CANCELLED),
        (
            {"start": TOMORROW, "status": "uitgesteld"},
            Answer.UNKNOWN,
            Reason.POSTPONED,
        ),
        ({"status": "gepland"}, Answer.UNKNOWN, Reason.DATE_FOLLOWS),
        ({"data": [YESTERDAY, TOMORROW]}, Answer.NO, Reason.STARTED),
        (
            {"data": [YESTERDAY, TOMORROW], "instromen": "ja"},
            Answer.YES,
            Reason.RUNS_OPEN,
        ),
        (
            {"data": ["2026-11-01", YESTERDAY], "instromen": "ja"},
            Answer.NO,
            Reason.FINISHED,
        ),
        (
            {"start": "2026-11-03", "bijeenkomsten": "3", "instromen": "ja"},
            Answer.NO,
            Reason.FINISHED,
        ),
    ],
)
def test_a_group_is_answered_by_the_table(keys, answer, reason):
    found = group_joining(a_group(**keys), TODAY)

    assert (found.answer, found.reason) == (answer, reason)


def test_a_running_group_gives_its_next_meeting():
    group = a_group(start="2026-11-03", bijeenkomsten="8", instromen="ja")

    assert group_joining(group, TODAY).day == TODAY


SERIES = {"start": "2027-01-12", "bijeenkomsten": "3"}
ONCE = {"start": "2027-01-12"}
NAMED = {"data": ["2027-02-01", "2027-01-12"]}
UNKNOWN = {"status": "op-aanvraag"}


@pytest.mark.parametrize(
    ("keys", "day", "coming"),
    [
        (SERIES, date(2026, 11, 24), date(2027, 1, 12)),
        (SERIES, date(2027, 1, 12), date(2027, 1, 12)),
        (SERIES, date(2027, 1, 13), date(2027, 1, 19)),
        (SERIES, date(2027, 1, 19), date(2027, 1, 19)),
        (SERIES, date(2027, 1, 26), date(2027, 1, 26)),
        (SERIES, date(2027, 1, 27), None),
        (ONCE, date(2027, 1, 12), date(2027, 1, 12)),
        (ONCE, date(2027, 1, 13), None),
        (NAMED, date(2027, 1, 12), date(2027, 1, 12)),
        (NAMED, date(2027, 1, 13), date(2027, 2, 1)),
        (NAMED, date(2027, 2, 2), None),
        (UNKNOWN, date(2026, 11, 24), None),
    ],
)
def test_meetings_are_a_week_apart_unless_the_days_are_named(keys, day, coming):
    assert next_meeting(a_group(**keys), day) == coming


@pytest.mark.parametrize(
    ("keys", "often", "last", "days"),
    [
        (SERIES, 3, date(2027, 1, 26), {Weekday.TUESDAY}),
        (ONCE, 1, date(2027, 1, 12), {Weekday.TUESDAY}),
        (NAMED, 2, date(2027, 2, 1), {Weekday.MONDAY, Weekday.TUESDAY}),
        (UNKNOWN, 0, None, set()),
    ],
)
def test_what_is_known_of_the_days_of_a_group(keys, often, last, days):
    group = a_group(**keys)

    assert (meetings(group), last_day(group), weekdays(group)) == (often, last, days)


@pytest.mark.parametrize(
    ("keys", "answer", "day"),
    [
        ({}, Answer.YES, date(2026, 11, 25)),
        ({"dag": "dinsdag"}, Answer.YES, TODAY),
        ({"tot": "2026-11-24"}, Answer.YES, date(2026, 11, 25)),
        ({"tot": "2026-11-23"}, Answer.NO, None),
        ({"van": "2027-01-04"}, Answer.YES, date(2027, 1, 6)),
    ],
)
def test_a_drop_in_is_open_within_its_period(keys, answer, day):
    found = drop_in_joining(a_drop_in(**keys), TODAY)

    assert (found.answer, found.day) == (answer, day)


def test_an_online_offer_without_groups_is_always_open(vocabulary):
    offer = an_offer(vocabulary, uitvoering="online")

    assert joining(offer, TODAY) == Joining(Answer.YES, Reason.ALWAYS_OPEN)


def test_an_offer_that_says_nothing_is_unknown(vocabulary):
    assert joining(an_offer(vocabulary), TODAY) == Joining(Answer.UNKNOWN, Reason.ASK)


def test_the_best_answer_of_the_groups_counts(vocabulary):
    full = {"start": TOMORROW, "status": "vol"}
    postponed = {"status": "uitgesteld"}
    planned = {"start": "2027-03-01", "status": "gepland"}

    assert joining(an_offer(vocabulary, groepen=[full]), TODAY).answer is Answer.NO
    assert (
        joining(an_offer(vocabulary, groepen=[full, postponed]), TODAY).answer
        is Answer.UNKNOWN
    )
    best = joining(an_offer(vocabulary, groepen=[full, postponed, planned]), TODAY)
    assert best == Joining(Answer.YES, Reason.STARTS, date(2027, 3, 1))


def test_a_day_says_more_than_none_and_the_first_day_most(vocabulary):
    groups = [
        {"status": "op-aanvraag"},
        {"start": "2027-03-01"},
        {"start": "2027-02-01"},
    ]

    assert joining(an_offer(vocabulary, groepen=groups), TODAY).day == date(2027, 2, 1)


def test_an_offer_is_nearly_full_only_when_every_open_group_is(vocabulary):
    nearly = {"start": "2027-01-12", "status": "bijna-vol"}
    open_later = {"start": "2027-03-01", "status": "open"}
    full = {"start": "2027-04-01", "status": "vol"}

    assert joining(an_offer(vocabulary, groepen=[nearly, full]), TODAY).nearly_full
    both = joining(an_offer(vocabulary, groepen=[nearly, open_later]), TODAY)
    assert not both.nearly_full
