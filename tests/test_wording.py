"""The Dutch that parents read, whole sentences."""

from datetime import date, time
from decimal import Decimal

import pytest

from builders import TODAY, a_group
from groepsaanbod import wording
from groepsaanbod.fields import TimeSpan
from groepsaanbod.joining import Answer, Joining, Reason
from groepsaanbod.model import Ages, Costs, DropIn

TUESDAY = date(2027, 1, 12)


def test_days_are_written_out_in_dutch():
    assert wording.day_in_words(TUESDAY) == "dinsdag 12 januari 2027"
    assert wording.short_day(date(2026, 3, 1)) == "1 maart 2026"
    assert wording.short_month(date(2026, 3, 1)) == "mrt"
    assert wording.short_month(date(2026, 11, 1)) == "nov"


def test_times_are_written_with_dots():
    evening = TimeSpan(time(9, 5), time(21, 0))

    assert wording.times_in_words(evening) == "9.05 tot 21.00 uur"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Haarlem"], "Haarlem"),
        (["Haarlem", "Zandvoort"], "Haarlem en Zandvoort"),
        (["Haarlem", "Zandvoort", "Bergen"], "Haarlem, Zandvoort en Bergen"),
    ],
)
def test_names_are_listed_with_en_before_the_last(names, words):
    assert wording.listed(names) == words


def test_a_name_within_a_sentence_begins_small_unless_it_is_an_abbreviation():
    assert wording.in_sentence("Ouders") == "ouders"
    assert wording.in_sentence("GGZ-cliënten") == "GGZ-cliënten"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("8", "12", "8 tot en met 12 jaar"),
        ("8", "8", "8 jaar"),
        ("6 maanden", "3", "6 maanden tot en met 3 jaar"),
        ("zwangerschap", "zwangerschap", "zwangerschap"),
        ("zwangerschap", "0", "zwangerschap en het eerste jaar"),
        ("zwangerschap", "3", "zwangerschap tot en met 3 jaar"),
    ],
)
def test_ages_are_said_as_people_say_them(first, last, words):
    ages = Ages.model_validate({"van": first, "tot_en_met": last})

    assert wording.ages_in_words(ages) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [("15", "€ 15"), ("12,50", "€ 12,50"), ("1.05", "€ 1,05"), ("€ 7,-", "€ 7")],
)
def test_amounts_are_in_euros(amount, words):
    assert wording.costs_in_words(Costs.model_validate({"bedrag": amount})) == words


def test_nothing_to_pay_is_gratis():
    assert wording.costs_in_words(Costs.model_validate("gratis")) == "Gratis"
    assert wording.euros(Decimal("0.5")) == "€ 0,50"


@pytest.mark.parametrize(
    ("joining", "label", "detail", "when"),
    [
        (
            Joining(Answer.YES, Reason.STARTS, TUESDAY),
            "U kunt nog meedoen",
            "De groep start dinsdag 12 januari 2027.",
            "Start dinsdag 12 januari 2027",
        ),
        (
            Joining(Answer.YES, Reason.STARTS, TUESDAY, nearly_full=True),
            "Bijna vol",
            (
                "Er zijn nog maar een paar plekken."
                " De groep start dinsdag 12 januari 2027."
            ),
            "Start dinsdag 12 januari 2027",
        ),
        (
            Joining(Answer.YES, Reason.RUNS_OPEN, TUESDAY),
            "U kunt nog meedoen",
            (
                "De groep loopt al. U kunt er nog bij."
                " De volgende keer is dinsdag 12 januari 2027."
            ),
            "De groep loopt al",
        ),
        (
            Joining(Answer.YES, Reason.RUNS_OPEN),
            "U kunt nog meedoen",
            "De groep loopt al. U kunt er nog bij.",
            "De groep loopt al",
        ),
        (
            Joining(Answer.YES, Reason.DROP_IN, TUESDAY),
            "U kunt meedoen",
            "U kunt zo binnenlopen. De volgende keer is dinsdag 12 januari 2027.",
            "Elke dinsdag",
        ),
        (
            Joining(Answer.NO, Reason.STARTED, TUESDAY),
            "Al begonnen",
            "De groep begon dinsdag 12 januari 2027. U kunt er nu niet meer bij.",
            "De groep loopt al",
        ),
        (
            Joining(Answer.NO, Reason.FULL, TUESDAY),
            "Vol",
            "Er is nu geen plek meer.",
            "Start dinsdag 12 januari 2027",
        ),
        (
            Joining(Answer.NO, Reason.WAITING_LIST),
            "Wachtlijst",
            "De groep is vol. U kunt wel op de wachtlijst.",
            "Datum nog niet bekend",
        ),
        (
            Joining(Answer.UNKNOWN, Reason.ASK),
            "Vraag het na",
            "Vraag de aanbieder wanneer u mee kunt doen.",
            "Datum nog niet bekend",
        ),
    ],
)
def test_an_answer_is_said_in_three_lengths(joining, label, detail, when):
    assert wording.label(joining) == label
    assert wording.detail(joining) == detail
    assert wording.when_in_short(joining) == when


def test_every_reason_has_its_words():
    for reason in Reason:
        joining = Joining(Answer.UNKNOWN, reason, TUESDAY)
        assert wording.label(joining)
        assert wording.detail(joining).endswith(".")
        assert wording.when_in_short(joining)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (None, ""),
        (date(2026, 10, 25), ""),
        (date(2026, 10, 24), "Dit wist de aanbieder op 24 oktober 2026."),
    ],
)
def test_an_answer_older_than_thirty_days_says_its_day(known, words):
    joining = Joining(Answer.YES, Reason.STARTS, TUESDAY, known)

    assert wording.as_of(joining, TODAY) == words


def test_a_drop_in_says_its_hours_place_period_and_exceptions():
    drop_in = DropIn.model_validate(
        {
            "dag": "woensdag",
            "tijd": "9:30-11:00",
            "locatie": "De Brug",
            "van": "2027-01-06",
            "tot": "2027-07-07",
            "toelichting": "Niet in de schoolvakanties.",
        }
    )

    assert wording.drop_in_in_words(drop_in, TODAY) == (
        "Elke woensdag van 9.30 tot 11.00 uur, De Brug, vanaf 6 januari 2027,"
        " tot en met 7 juli 2027. Niet in de schoolvakanties."
    )
    assert wording.drop_in_in_words(drop_in, date(2027, 2, 1)).startswith(
        "Elke woensdag van 9.30 tot 11.00 uur, De Brug, tot en met 7 juli 2027."
    )


@pytest.mark.parametrize(
    ("keys", "heading"),
    [
        ({"start": "2027-01-12"}, "Start dinsdag 12 januari 2027"),
        ({"data": ["2027-02-02", "2027-01-12"]}, "Start dinsdag 12 januari 2027"),
        ({"start": "2026-11-03"}, "Begonnen op dinsdag 3 november 2026"),
        ({"status": "op-aanvraag"}, "Start in overleg"),
        ({"status": "gepland"}, "Datum volgt"),
    ],
)
def test_a_group_is_told_from_others_by_its_first_day(keys, heading):
    assert wording.group_heading(a_group(**keys), TODAY) == heading


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"plekken": "10", "plekken_vrij": "3"}, "nog 3 van de 10 vrij"),
        ({"plekken_vrij": "3"}, "nog 3 vrij"),
        ({"plekken": "10", "plekken_vrij": "0"}, "geen plek vrij"),
        ({"plekken": "10"}, "10 plekken"),
        ({}, ""),
    ],
)
def test_places_are_said_as_far_as_known(keys, words):
    assert wording.places_in_words(a_group(start="2027-01-12", **keys)) == words
