"""Whom people can ask: what the check says of them, and what the browser is told."""

import pytest
from pydantic import ValidationError

from groepsaanbod.asked import Contact

CONTACT = {
    "naam": "CJG Dijkdorp",
    "telefoon": "030 000 00 77",
    "email": "vraag@cjg-dijkdorp.example.nl",
    "bereikbaar": "Maandag en dinsdag van 9.00 tot 12.30 uur.",
}
MORNINGS = {"dagen": ["dinsdag", "maandag"], "tijd": "9:00-12:30"}


def a_contact(**changes):
    return Contact.model_validate(CONTACT | changes)


def test_hours_are_told_by_day_of_the_week_with_the_days_off():
    contact = a_contact(
        openingstijden=[MORNINGS], gesloten_op=["2027-01-01", "2026-12-25"]
    )

    assert contact.week == "1/09:00/12:30 2/09:00/12:30"
    assert contact.closed == "2026-12-25 2027-01-01"


def test_without_hours_there_is_nothing_to_tell():
    assert (a_contact().week, a_contact().closed) == ("", "")


def test_hours_and_their_words_may_not_differ():
    with pytest.raises(ValidationError) as error:
        a_contact(openingstijden=[MORNINGS | {"tijd": "9:00-13:00"}])

    assert error.value.errors()[0]["msg"] == (
        "'openingstijden' zegt 13.00, maar 'bereikbaar' niet; laat ze hetzelfde zeggen"
    )
