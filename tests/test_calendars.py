"""Calendar files, whole, and as two programs that read them understand them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from builders import TODAY, an_offer
from groepsaanbod.calendars import calendar, coming, events

ADDRESS = "https://groepsaanbod.example.nl/"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MOLEN = {"naam": "De Molen", "adres": "Molendijk 1", "plaats": "Waterstad"}
WEEKLY = {"start": "2027-01-12", "bijeenkomsten": "8", "tijd": "15:30-17:00"}


@pytest.fixture
def text(catalogue, vocabulary):
    """Give the calendar of all that is to come of an offer with these keys."""

    def text(name="", **keys):
        offer = an_offer(vocabulary, **keys)
        partner = catalogue.partner(offer.partner)
        found = (events(each, partner, ADDRESS) for each in coming(offer, TODAY))
        return calendar(found, name)

    return text


def understood(text):
    """Give the events as icalendar reads them; vobject must find the same ones."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    other = vobject.readOne(text)
    assert not [each.errors for each in found if each.errors]
    assert [str(each["uid"]) for each in found] == [
        each.uid.value for each in other.contents.get("vevent", [])
    ]
    assert [str(each["summary"]) for each in found] == [
        each.summary.value for each in other.contents.get("vevent", [])
    ]
    assert [each.decoded("dtstart") for each in found] == [
        each.dtstart.value for each in other.contents.get("vevent", [])
    ]
    return found


def test_a_weekly_group_is_one_event_that_repeats(text):
    whole = text(groepen=[WEEKLY], locaties=[MOLEN])

    begin, rest = whole.split("BEGIN:VTIMEZONE")
    assert begin == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Groepsaanbod//Groepsaanbod//NL\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
    )
    assert rest.partition("END:VTIMEZONE\r\n")[2] == (
        "BEGIN:VEVENT\r\n"
        "UID:2027-01-12.beter-slapen.cjg-rivierenland@groepsaanbod.example.nl\r\n"
        "DTSTAMP:20261102T000000Z\r\n"
        "DTSTART;TZID=Europe/Amsterdam:20270112T153000\r\n"
        "DTEND;TZID=Europe/Amsterdam:20270112T170000\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=8\r\n"
        "URL:https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/beter-slapen/\r\n"
        "SUMMARY:Beter slapen\r\n"
        "DESCRIPTION:Voor ouders van een kind dat slecht slaapt.\\n"
        "Door CJG Rivierenl\r\n"
        " and.\\nKijk vooraf of er iets is veranderd: https://groepsaanbod.example.nl\r\n"
        " /aanbod/cjg-rivierenland/beter-slapen/\r\n"
        "LOCATION:De Molen\\, Molendijk 1\\, Waterstad\r\n"
        "STATUS:CONFIRMED\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_both_readers_know_its_hours_in_winter_and_in_summer(text):
    for day, hours in (("2027-01-12", 1), ("2027-06-01", 2)):
        (event,) = understood(text(groepen=[WEEKLY | {"start": day}]))
        start = event.decoded("dtstart")
        assert start == datetime.fromisoformat(f"{day}T15:30").replace(tzinfo=AMSTERDAM)
        assert start.utcoffset() == timedelta(hours=hours)
        assert event.decoded("dtend") - start == timedelta(minutes=90)


def test_the_zone_is_told_as_the_world_knows_it(text):
    (zone,) = icalendar.Calendar.from_ical(text(groepen=[WEEKLY])).walk("VTIMEZONE")
    told = zone.to_tz(lookup_tzid=False)

    for day in range(0, 900, 3):
        moment = datetime(2026, 1, 1, 12) + timedelta(days=day)  # noqa: DTZ001 - on a clock on the wall
        assert told.utcoffset(moment) == moment.replace(tzinfo=AMSTERDAM).utcoffset()


def test_days_that_are_named_are_each_an_event_with_a_name_of_its_own(text):
    days = ["2027-03-02", "2027-03-16"]
    found = understood(text(groepen=[{"data": days}]))

    assert [event.decoded("dtstart") for event in found] == [
        date(2027, 3, 2),
        date(2027, 3, 16),
    ]
    assert [event["uid"] for event in found] == [
        f"{day}.2027-03-02.beter-slapen.cjg-rivierenland@groepsaanbod.example.nl"
        for day in days
    ]
    assert all("dtend" not in event for event in found)


def test_a_drop_in_repeats_until_its_last_day_or_a_year_after_it_was_checked(text):
    first, second = understood(
        text(
            inloop=[
                {
                    "dag": "woensdag",
                    "tijd": "9:30-11:00",
                    "toelichting": "Niet in mei.",
                },
                {
                    "dag": "vrijdag",
                    "tijd": "13:30-15:00",
                    "van": "2027-01-06",
                    "tot": "2027-07-02",
                },
            ]
        )
    )

    assert first.decoded("dtstart").date() == date(2026, 11, 4)
    assert first["rrule"].to_ical() == b"FREQ=WEEKLY;UNTIL=20271102T235959Z"
    assert "Niet in mei." in first["description"]
    assert second.decoded("dtstart").date() == date(2027, 1, 8)
    assert second["rrule"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270702T235959Z"


def test_what_was_called_off_says_so(text):
    found = understood(
        text(
            groepen=[
                WEEKLY | {"status": "geannuleerd"},
                WEEKLY | {"status": "uitgesteld", "start": "2027-02-02"},
            ]
        )
    )

    assert [(str(each["status"]), str(each["summary"])) for each in found] == [
        ("CANCELLED", "Gaat niet door: Beter slapen"),
        ("CANCELLED", "Uitgesteld: Beter slapen"),
    ]


@pytest.mark.parametrize(
    "keys",
    [
        {"groepen": [{"start": "2026-10-06", "bijeenkomsten": "3"}]},
        {"groepen": [WEEKLY | {"status": "afgelopen"}]},
        {"groepen": [{"status": "op-aanvraag"}]},
        {"inloop": [{"dag": "vrijdag", "tijd": "9:00-10:00", "tot": "2026-11-20"}]},
        {
            "gecontroleerd_op": "2025-11-02",
            "inloop": [{"dag": "vrijdag", "tijd": "9:00-10:00"}],
        },
    ],
    ids=["over", "said to be over", "no day", "drop-in over", "long unchecked"],
)
def test_without_days_to_come_there_is_no_event_and_still_a_calendar(text, keys):
    assert understood(text(**keys)) == []


def test_a_secret_address_is_nowhere(text):
    whole = text(
        groepen=[WEEKLY | {"locatie": "De Molen"}], locaties=[MOLEN], adres_geheim="ja"
    )

    assert "Molen" not in whole
    assert "LOCATION" not in whole
    assert "Het adres is geheim." in str(understood(whole)[0]["description"])


def test_it_is_online_or_where_the_group_says(text):
    kerk = {"naam": "De Kerk", "plaats": "Dijkdorp"}
    online = text(groepen=[WEEKLY], uitvoering="online")
    there = text(groepen=[WEEKLY | {"locatie": "De Kerk"}], locaties=[MOLEN, kerk])
    somewhere = text(groepen=[WEEKLY], locaties=[MOLEN, kerk])

    assert understood(online)[0]["location"] == "Online"
    assert understood(there)[0]["location"] == "De Kerk, Dijkdorp"
    assert "location" not in understood(somewhere)[0]


def test_a_text_stays_one_text_whatever_it_holds(text):
    title = "Één; twee, drie\\ BEGIN:VEVENT é" + "é" * 40
    whole = text(titel=title, groepen=[WEEKLY])

    assert understood(whole)[0]["summary"] == title
    assert all(len(line) <= 75 for line in whole.encode().split(b"\r\n"))


def test_a_calendar_to_follow_has_a_name_and_is_looked_at_each_day(text):
    whole = text(name="Slapen, en meer")

    assert "NAME:Slapen\\, en meer\r\nX-WR-CALNAME:Slapen\\, en meer\r\n" in whole
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in whole
    assert vobject.readOne(whole).x_wr_calname.value == "Slapen, en meer"


def test_two_groups_of_one_day_are_told_apart_also_when_one_is_over(vocabulary):
    offer = an_offer(
        vocabulary,
        groepen=[WEEKLY | {"status": "afgelopen"}, WEEKLY, {"start": "2027-01-12"}],
    )

    assert [each.identity for each in coming(offer, TODAY)] == [
        "cjg-rivierenland/beter-slapen/2027-01-12-2",
        "cjg-rivierenland/beter-slapen/2027-01-12-3",
    ]
