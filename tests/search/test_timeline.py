"""A browser of any later day shows what a build of that day would show."""

from datetime import date, timedelta

import pytest

from builders import TODAY, an_offer
from groepsaanbod import wording
from groepsaanbod.joining import joining
from groepsaanbod.search.timeline import Step, first_days, last_joinable, timeline

GROUPS = {
    "one that starts": [{"start": "2027-01-12", "bijeenkomsten": "3"}],
    "two that start": [
        {"start": "2026-12-01", "status": "vol"},
        {"start": "2027-03-02", "plekken": "8", "plekken_vrij": "3"},
    ],
    "one that goes on": [
        {"start": "2026-11-03", "bijeenkomsten": "8", "instromen": "ja"}
    ],
    "one on request": [{"status": "op-aanvraag"}],
    "days of its own": [{"data": ["2026-12-05", "2027-01-30"], "status": "bijna-vol"}],
    "one that is over": [{"data": ["2026-10-01"]}],
    "nothing": [],
}


def step_on(steps, day):
    return [each for each in steps if each.since <= day][-1]


@pytest.mark.parametrize("groups", GROUPS.values(), ids=GROUPS)
def test_each_later_day_has_the_answer_of_a_build_of_that_day(vocabulary, groups):
    offer = an_offer(vocabulary, groepen=groups)
    steps = timeline(offer, TODAY)

    for days in range(200):
        day = TODAY + timedelta(days=days)
        answer = joining(offer, day)
        step = step_on(steps, day)
        assert step.answer == wording.ANSWER_WORDS[answer.answer], day
        assert step.label == wording.label(answer), day
        assert step.when == wording.when_in_short(answer), day


def test_a_group_that_starts_is_told_in_three_steps(vocabulary):
    offer = an_offer(
        vocabulary,
        groepen=[
            {
                "start": "2027-01-12",
                "bijeenkomsten": "2",
                "plekken": "8",
                "plekken_vrij": "2",
            }
        ],
    )

    assert timeline(offer, TODAY) == (
        Step(
            TODAY,
            "ja",
            "U kunt nog meedoen",
            "Start dinsdag 12 januari 2027",
            "nog 2 van de 8 vrij",
        ),
        Step(date(2027, 1, 13), "nee", "Al begonnen", "De groep loopt al", ""),
        Step(date(2027, 1, 20), "nee", "Afgelopen", "Nu geen nieuwe groep", ""),
    )


def test_what_leaves_the_site_is_over_by_then(vocabulary):
    offer = an_offer(
        vocabulary,
        zichtbaar={"tot": "2026-12-31"},
        inloop=[{"dag": "maandag", "tijd": "9:00-10:00", "tot": "2027-06-01"}],
    )

    assert [(each.since, each.label) for each in timeline(offer, TODAY)] == [
        (TODAY, "U kunt meedoen"),
        (date(2027, 1, 1), "Afgelopen"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"groepen": [{"start": "2027-01-12"}]}, date(2027, 1, 12)),
        ({"groepen": [{"status": "op-aanvraag"}]}, date.max),
        ({"groepen": [{"start": "2027-01-12", "status": "vol"}]}, None),
        ({"uitvoering": "online"}, date.max),
        ({}, None),
        (
            {"inloop": [{"dag": "maandag", "tijd": "9:00-10:00", "tot": "2027-06-07"}]},
            date(2027, 6, 7),
        ),
    ],
)
def test_the_last_day_to_join_is_known(vocabulary, changes, expected):
    steps = timeline(an_offer(vocabulary, **changes), TODAY)

    assert last_joinable(steps) == expected


def test_first_days_are_those_still_to_come(vocabulary):
    offer = an_offer(
        vocabulary,
        groepen=[
            *({"start": "2027-03-02"}, {"start": "2026-11-03"}),
            *({"start": "2026-11-24"}, {"status": "op-aanvraag"}),
        ],
    )

    assert first_days(offer, TODAY) == [TODAY, date(2027, 3, 2)]
