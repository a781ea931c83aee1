"""What starts when, month by month, and what is there every week."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.agenda import agenda
from groepsaanbod.pages.shown import Shown


@pytest.fixture(scope="module")
def pages(catalogue):
    shown = Shown(catalogue.visible(TODAY), TODAY)
    return {page.path: page for page in agenda(shown)}


def said(days):
    return [
        (day.heading, entry.times, entry.card.title, entry.joining.label)
        for day in days
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
    months = pages["agenda/"].context["months"]
    assert [(link.name, link.count) for link in months][:2] == [
        ("december 2026", 1),
        ("januari 2027", 1),
    ]


def test_the_first_page_shows_what_comes_soon(pages):
    assert said(pages["agenda/"].context["days"]) == [
        (
            "dinsdag 1 december 2026",
            "19.30 tot 21.00 uur",
            "Slaap lekker: rust voor kind en ouder",
            "Wachtlijst",
        ),
        (
            "dinsdag 12 januari 2027",
            "15.30 tot 17.00 uur",
            "KIES in de Molenwijk",
            "U kunt nog meedoen",
        ),
    ]


def test_what_was_cancelled_or_has_begun_is_not_there(pages):
    titles = {
        entry.card.title
        for page in pages.values()
        for day in page.context["days"]
        for entry in day.entries
    }

    assert "Praten over angst" not in titles
    assert "Sterk staan" not in titles


def test_what_is_there_every_week_stands_by_day_of_the_week(pages):
    assert [each[:3] for each in said(pages["agenda/"].context["weekly"])] == [
        ("Elke woensdag", "9.30 tot 11.00 uur", "Koffie met kinderen"),
        ("Elke vrijdag", "13.30 tot 15.00 uur", "Koffie met kinderen"),
    ]


def test_a_day_sorts_by_time(catalogue):
    late = {"start": "2027-01-12", "tijd": "19:30-21:00"}
    early = {"start": "2027-01-12", "tijd": "9:30-11:00"}
    no_time = {"start": "2027-01-12"}
    offer = an_offer(catalogue.vocabulary, groepen=[late, early, no_time])
    alone = Shown(replace(catalogue, offers=(offer,)), TODAY)

    day = next(agenda(alone)).context["days"][0]

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
    assert only[0].context["days"] == only[0].context["weekly"] == []
