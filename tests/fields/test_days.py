"""Days, weekdays and times of the day."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from groepsaanbod.fields import Day, Times, TimeSpan, Weekday
from values import read, refusal


@settings(derandomize=True, max_examples=100)
@given(some.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_each_day_is_read_as_it_is_written(day):
    assert read(Day, str(day)) == day


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("2026-02-30", "de dag '2026-02-30' bestaat niet; kijk het na in de kalender"),
        ("2026-13-01", "de dag '2026-13-01' bestaat niet; kijk het na in de kalender"),
        ("30-2-2026", "de dag '30-2-2026' bestaat niet; kijk het na in de kalender"),
        ("2-11-2026", "schrijf de dag als jaar-maand-dag; bedoelt u 2026-11-02?"),
        ("02/11/2026", "schrijf de dag als jaar-maand-dag; bedoelt u 2026-11-02?"),
        ("2.11.2026", "schrijf de dag als jaar-maand-dag; bedoelt u 2026-11-02?"),
        ("0000-01-01", "schrijf een jaar tussen 2000 en 2100"),
        ("1999-12-31", "schrijf een jaar tussen 2000 en 2100"),
        ("1-1-2101", "schrijf een jaar tussen 2000 en 2100"),
        ("", "'' is geen dag; schrijf jaar-maand-dag, zoals 2027-01-12"),
        (
            "2026-1-2",
            "'2026-1-2' is geen dag; schrijf jaar-maand-dag, zoals 2027-01-12",
        ),
        (
            "٢٢٢٢-٢٢-٢٢",
            "'٢٢٢٢-٢٢-٢٢' is geen dag; schrijf jaar-maand-dag, zoals 2027-01-12",
        ),
        (
            "x" * 50,
            f"'{'x' * 40}' is geen dag; schrijf jaar-maand-dag, zoals 2027-01-12",
        ),
        (["2026-01-02"], "hier hoort één dag, zoals 2027-01-12"),
        (None, "hier hoort één dag, zoals 2027-01-12"),
    ],
)
def test_what_is_no_day_is_refused(value, sentence):
    assert refusal(Day, value) == sentence


def test_a_week_begins_on_monday():
    monday = date(2026, 11, 23)

    assert [Weekday.of(monday + timedelta(days=n)) for n in range(7)] == list(Weekday)


@pytest.mark.parametrize(
    "written",
    [
        "9:30-11:00",
        "09:30-11:00",
        "9.30-11.00",
        "9:30 - 11:00",
        "9:30 \u2013 11:00",
        "9:30 tot 11:00",
        "9.30 tot 11.00 uur",
        "9.30 uur tot 11.00 uur",
    ],
)
def test_times_may_be_written_in_several_ways(written):
    assert read(Times, written) == TimeSpan(time(9, 30), time(11, 0))


def test_times_that_were_read_before_stay_as_they_are():
    span = TimeSpan(time(9, 30), time(11, 0))

    assert read(Times, span) is span


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("13:30", "schrijf de tijd als '19:30-21:00': begin, streepje, einde"),
        ("half acht", "schrijf de tijd als '19:30-21:00': begin, streepje, einde"),
        ("9-11", "schrijf de tijd als '19:30-21:00': begin, streepje, einde"),
        (
            ["9:30", "11:00"],
            "schrijf de tijd als '19:30-21:00': begin, streepje, einde",
        ),
        ("23:00-24:00", "deze tijd bestaat niet; schrijf de tijd als '19:30-21:00'"),
        ("9:75-11:00", "deze tijd bestaat niet; schrijf de tijd als '19:30-21:00'"),
        ("11:00-9:30", "het begin moet voor het einde liggen; kijk de tijden na"),
        ("11:00-11:00", "het begin moet voor het einde liggen; kijk de tijden na"),
    ],
)
def test_what_is_no_time_is_refused(value, sentence):
    assert refusal(Times, value) == sentence
