"""Days, weekdays and times of the day."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from groepsaanbod.fields.base import wrong
from groepsaanbod.fields.numbers import YEARS

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH_DAY = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise wrong("hier hoort één dag, zoals 2027-01-12")
    if match := _DAY.fullmatch(value):
        year, month, day = (int(part) for part in match.groups())
        return _existing_day(value, year, month, day)
    if match := _DUTCH_DAY.fullmatch(value):
        day, month, year = (int(part) for part in match.groups())
        meant = _existing_day(value, year, month, day)
        raise wrong(f"schrijf de dag als jaar-maand-dag; bedoelt u {meant}?")
    raise wrong(f"'{value[:40]}' is geen dag; schrijf jaar-maand-dag, zoals 2027-01-12")


def _existing_day(written: str, year: int, month: int, day: int) -> date:
    if year not in YEARS:
        raise wrong(f"schrijf een jaar tussen {YEARS[0]} en {YEARS[-1]}")
    try:
        return date(year, month, day)
    except ValueError:
        raise wrong(
            f"de dag '{written}' bestaat niet; kijk het na in de kalender"
        ) from None


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": "^2[01][0-9]{2}-[0-9]{2}-[0-9]{2}$",
        }
    ),
]


_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def _month(value: object) -> date:
    match = _MONTH.fullmatch(value) if isinstance(value, str) else None
    if not match:
        written = value if isinstance(value, str) else ""
        raise wrong(
            f"'{written[:40]}' is geen maand; schrijf jaar-maand, zoals 2026-10"
        )
    if int(match[1]) not in YEARS:
        raise wrong(f"schrijf een jaar tussen {YEARS[0]} en {YEARS[-1]}")
    return date(int(match[1]), int(match[2]), 1)


Month = Annotated[
    date,
    BeforeValidator(_month),
    WithJsonSchema({"type": "string", "pattern": f"^{_MONTH.pattern}$"}),
]
"""A month, as its first day."""


class Weekday(StrEnum):
    """The days of the week, Monday first as in ``date.weekday()``."""

    MONDAY = "maandag"
    TUESDAY = "dinsdag"
    WEDNESDAY = "woensdag"
    THURSDAY = "donderdag"
    FRIDAY = "vrijdag"
    SATURDAY = "zaterdag"
    SUNDAY = "zondag"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        """Give the weekday of a day."""
        return _WEEKDAYS[day.weekday()]


_WEEKDAYS = tuple(Weekday)


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """From one time of the day to a later one."""

    start: time
    end: time

    @classmethod
    def of(cls, written: str) -> "TimeSpan":
        """Give the span that is written as ``19:30-21:00``."""
        return _time_span(written)


_CLOCK = "([0-9]{1,2})[:.]([0-9]{2})(?: uur)?"
_SPAN = re.compile(f"{_CLOCK} ?(?:-|\u2013|tot) ?{_CLOCK}")
_SPAN_EXAMPLE = "schrijf de tijd als '19:30-21:00'"


def _time_span(value: object) -> TimeSpan:
    if isinstance(value, TimeSpan):
        return value
    match = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise wrong(f"{_SPAN_EXAMPLE}: begin, streepje, einde")
    first_hour, first_minute, last_hour, last_minute = map(int, match.groups())
    try:
        start = time(first_hour, first_minute)
        end = time(last_hour, last_minute)
    except ValueError:
        raise wrong(f"deze tijd bestaat niet; {_SPAN_EXAMPLE}") from None
    if start >= end:
        raise wrong("het begin moet voor het einde liggen; kijk de tijden na")
    return TimeSpan(start, end)


Times = Annotated[
    TimeSpan,
    BeforeValidator(_time_span),
    WithJsonSchema({"type": "string", "pattern": f"^{_SPAN.pattern}$"}),
]
