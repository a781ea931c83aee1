"""What starts when, month by month, and what is there every week."""

import sys
from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.agenda import agenda
from groepsaanbod.pages.shown import Shown


@pytest.fixture(scope="module")
def pages(catalogue):
    shown = Shown(catalogue.visible(TODAY), TODAY)
    return {page.path: page for page in agenda(shown)}


def said(part):
    return [
        (day.heading, entry.times, entry.card.title, entry.joining.label)
        for day in part.days
        for entry in day.entries
    ]


def test_there_is_a_page_for_each_month_in_which_something_starts(pages):
    assert list(pages) == [
        "agenda/",
        "agenda/2026-12/",
        "agenda/2027-01/",
        "agenda/2027-02/",
        "agenda/2027-03/",
        "agenda/2027-04/",
    ]
    months = pages["agenda/"].given["months"]
    assert [(link.name, link.count) for link in months][:2] == [
        ("december 2026", 1),
        ("januari 2027", 1),
    ]


def test_the_first_page_shows_what_comes_within_two_weeks(pages):
    soon = pages["agenda/"].given["parts"][0]

    assert (soon.heading, soon.intro) == ("Dit begint binnenkort", "")
    assert said(soon) == [
        (
            "dinsdag 1 december 2026",
            "19.30 tot 21.00 uur",
            "Slaap lekker: rust voor kind en ouder",
            "Wachtlijst",
        ),
    ]


def test_a_month_shows_its_weeks(pages):
    (week,) = pages["agenda/2027-01/"].given["parts"]

    assert week.heading == "Week 2: 11 tot en met 17 januari"
    assert said(week) == [
        (
            "dinsdag 12 januari 2027",
            "15.30 tot 17.00 uur",
            "KIES in de Molenwijk",
            "U kunt nog meedoen",
        ),
    ]


def alone(catalogue, day=TODAY, **changes):
    """Give the agenda of one offer, by path."""
    offer = an_offer(catalogue.vocabulary, **changes)
    return {
        page.path: page
        for page in agenda(Shown(replace(catalogue, offers=(offer,)), day))
    }


def test_a_week_may_lie_in_two_months(catalogue):
    pages = alone(catalogue, groepen=[{"start": "2026-12-31"}, {"start": "2027-01-02"}])

    for month in ("2026-12", "2027-01"):
        (week,) = pages[f"agenda/{month}/"].given["parts"]
        assert week.heading == "Week 53: 28 december tot en met 3 januari"


def test_when_nothing_comes_soon_the_page_says_so(catalogue):
    pages = alone(catalogue, groepen=[{"start": "2026-12-08"}])
    soon = pages["agenda/"].given["parts"][0]

    assert soon.intro == "De komende twee weken begint er niets. Kies een maand."
    assert soon.days == []


def test_one_can_join_what_goes_on_and_is_open(catalogue):
    runs = {"start": "2026-11-03", "bijeenkomsten": "8", "dag": "dinsdag"}
    closed = runs | {"tijd": "9:00-10:00"}
    pages = alone(
        catalogue, groepen=[runs | {"instromen": "ja", "tijd": "19:30-21:00"}, closed]
    )
    (part,) = pages["agenda/"].given["parts"]

    assert part.heading == "U kunt nog instappen"
    assert [each[:2] for each in said(part)] == [
        ("dinsdag 24 november 2026", "19.30 tot 21.00 uur")
    ]


def test_an_entry_says_by_which_choices_it_is_found(pages):
    (week,) = pages["agenda/2027-01/"].given["parts"]
    entry = week.days[0].entries[0]

    assert entry.words == (
        "gemeente:waterstad gemeente:waterstad-zuid meedoen:ja thema:scheiding"
    )
    assert entry.months == "96/156"
    words = [each.filter.word for each in pages["agenda/"].given["filters"]]
    assert words == ["leeftijd", "gemeente", "thema", "meedoen"]


def test_a_full_month_has_a_page_for_each_week(catalogue, monkeypatch):
    monkeypatch.setattr(sys.modules[agenda.__module__], "MOST", 2)
    days = ["2027-01-05", "2027-01-06", "2027-01-12"]
    pages = alone(catalogue, groepen=[{"start": day} for day in days])

    assert list(pages) == [
        "agenda/",
        "agenda/2027-01/",
        "agenda/2027-01/week-1/",
        "agenda/2027-01/week-2/",
    ]
    month = pages["agenda/2027-01/"].given
    assert month["parts"] == []
    assert [(each.name, each.count) for each in month["weeks"]] == [
        ("Week 1: 4 tot en met 10 januari", 2),
        ("Week 2: 11 tot en met 17 januari", 1),
    ]
    week = pages["agenda/2027-01/week-2/"]
    assert week.title == "Agenda van januari 2027, week 2: 11 tot en met 17 januari"
    assert len(said(week.given["parts"][0])) == 1


def test_what_was_cancelled_or_has_begun_is_not_there(pages):
    titles = {
        entry.card.title
        for page in pages.values()
        for part in page.given["parts"]
        if part.heading != "U kunt nog instappen"
        for day in part.days
        for entry in day.entries
    }

    assert "Praten over angst" not in titles
    assert "Sterk staan" not in titles


def test_what_is_there_every_week_stands_by_day_of_the_week(pages):
    assert [each[:3] for each in said(pages["agenda/"].given["parts"][-1])] == [
        ("Elke woensdag", "9.30 tot 11.00 uur", "Koffie met kinderen"),
        ("Elke vrijdag", "13.30 tot 15.00 uur", "Koffie met kinderen"),
    ]


def test_a_day_sorts_by_time(catalogue):
    late = {"start": "2027-01-12", "tijd": "19:30-21:00"}
    early = {"start": "2027-01-12", "tijd": "9:30-11:00"}
    no_time = {"start": "2027-01-12"}
    pages = alone(catalogue, groepen=[late, early, no_time])

    day = pages["agenda/2027-01/"].given["parts"][0].days[0]

    assert day.day == "2027-01-12"
    assert [entry.times for entry in day.entries] == [
        "",
        "9.30 tot 11.00 uur",
        "19.30 tot 21.00 uur",
    ]


def test_an_agenda_without_anything_is_one_empty_page(catalogue):
    nothing = Shown(replace(catalogue, offers=()), TODAY)

    only = list(agenda(nothing))

    assert len(only) == 1
    assert only[0].given["parts"] == []
    assert not only[0].given["has_starts"]


def test_a_large_region_shows_a_part_and_says_where_the_rest_is(catalogue, monkeypatch):
    module = sys.modules["groepsaanbod.pages.agenda"]
    shown = Shown(catalogue.visible(TODAY), TODAY)
    whole = next(agenda(shown)).given["parts"]
    monkeypatch.setattr(module, "MOST", 0)
    monkeypatch.setattr(module, "MOST_ON_A_WEEKDAY", 0)
    parts = {each.heading: each for each in next(agenda(shown)).given["parts"]}
    more = "Er is meer dan hier past. Zoek in al het aanbod."

    assert more not in [each.intro for each in whole]
    assert parts["Dit begint binnenkort"].intro == more
    assert said(parts["Dit begint binnenkort"]) == []
    assert parts["Elke week"].intro == (
        f"Hier kunt u zo binnenlopen. U hoeft zich niet aan te melden. {more}"
    )
    assert said(parts["Elke week"]) == []
