"""The home page: what starts soon, the questions, the door for the young."""

from datetime import date

import pytest

from builders import TODAY
from groepsaanbod.pages.home import home
from groepsaanbod.pages.shown import Shown


@pytest.fixture(scope="module")
def context(catalogue):
    return home(Shown.on(TODAY, catalogue)).context


def test_it_shows_what_starts_soon_and_not_what_runs_already(context):
    starting = [
        (each.card.title, each.day, each.month) for each in context["starting_soon"]
    ]
    assert starting == [
        ("KIES in de Molenwijk", date(2027, 1, 12), "jan"),
        ("Samen verder", date(2027, 2, 2), "feb"),
        ("Slaap lekker: rust voor kind en ouder", date(2027, 3, 2), "mrt"),
    ]
    assert context["starting_soon"][0].day_in_words == "dinsdag 12 januari 2027"


def test_it_counts_what_there_is(context):
    assert (context["offer_count"], context["partner_count"]) == (10, 3)


def test_parents_and_the_young_each_have_their_own_questions(context):
    assert [each.path for each in context["questions"]] == ["vragen/elke-nacht-wakker/"]
    assert [each.path for each in context["of_young"]] == ["vragen/ik-pieker-veel/"]


def test_the_young_find_their_own_ages(context, catalogue):
    first = {
        f"leeftijd/{each.word}/": each.since.first_month
        for each in catalogue.vocabulary.ages.for_parents
    }
    shown = [each.path for each in context["ages_of_young"]]

    assert shown
    assert shown == [path for path, month in first.items() if month >= 144]
