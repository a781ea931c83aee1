"""What fits a question by theme and age, and in which order."""

from datetime import date

import pytest

from builders import TODAY, a_question, an_offer
from groepsaanbod.joining import joining
from groepsaanbod.model import Reader
from groepsaanbod.pages.fitting import fitting_offers, fitting_questions, share_of_age

OPEN = {"groepen": [{"start": "2027-01-12"}]}


def answer(offer, today=TODAY):
    return joining(offer, today)


def offers_for(question, offers, today=TODAY):
    found = fitting_offers(question, offers, lambda offer: answer(offer, today))
    return [offer.slug for offer in found]


def questions_for(questions, *arguments):
    return [each.slug for each in fitting_questions(questions, *arguments)]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 12), (0, 12), 1),
        ((0, 12), (6, 18), 1 / 3),
        ((0, 12), (12, 24), 0),
        ((0, 12), (30, 40), 0),
        ((-9, 0), (-9, 9), 1 / 2),
    ],
)
def test_ages_share_what_both_have_of_what_one_has(one, other, share):
    assert share_of_age(one, other) == pytest.approx(share)
    assert share_of_age(other, one) == pytest.approx(share)


def test_an_offer_fits_by_a_theme_and_an_age(vocabulary):
    question = a_question(vocabulary)
    offers = [
        an_offer(vocabulary, slug="ander-thema", themas=["angst"]),
        an_offer(vocabulary, slug="te-oud", leeftijd={"van": "4", "tot_en_met": "12"}),
        an_offer(vocabulary, slug="past"),
    ]

    assert offers_for(question, offers) == ["past"]


def test_what_one_can_join_comes_first_whatever_else_fits_better(vocabulary):
    question = a_question(vocabulary, themas=["slapen", "angst"])
    offers = [
        an_offer(vocabulary, slug="beide", themas=["slapen", "angst"]),
        an_offer(vocabulary, slug="open", **OPEN),
        an_offer(vocabulary, slug="beide-open", themas=["slapen", "angst"], **OPEN),
    ]

    assert offers_for(question, offers) == ["beide-open", "open", "beide"]
    later = date(2027, 2, 1)
    assert offers_for(question, offers, later) == ["beide", "beide-open", "open"]


def test_what_is_about_the_main_theme_comes_before_what_shares_others(vocabulary):
    question = a_question(vocabulary, themas=["slapen", "angst", "somberheid"])
    offers = [
        an_offer(vocabulary, slug="ernaast", themas=["angst", "somberheid"]),
        an_offer(vocabulary, slug="hoofdzaak", themas=["slapen"]),
    ]

    assert offers_for(question, offers) == ["hoofdzaak", "ernaast"]


def test_what_is_most_for_that_age_comes_first(vocabulary):
    question = a_question(vocabulary)
    offers = [
        an_offer(
            vocabulary, slug="iedereen", leeftijd={"van": "0", "tot_en_met": "23"}
        ),
        an_offer(vocabulary, slug="precies", leeftijd={"van": "1", "tot_en_met": "3"}),
    ]

    assert offers_for(question, offers) == ["precies", "iedereen"]


def test_questions_fit_by_audience_themes_and_age_in_that_order(vocabulary):
    questions = [
        a_question(vocabulary, "later-kind", leeftijd={"van": "2", "tot_en_met": "9"}),
        a_question(vocabulary, "precies"),
        a_question(vocabulary, "daarnaast", themas=["angst", "slapen"]),
        a_question(vocabulary, "jongere", voor="jongeren"),
        a_question(vocabulary, "angst", themas=["angst"]),
        a_question(vocabulary, "oud", leeftijd={"van": "12", "tot_en_met": "18"}),
    ]
    months = (12, 48)

    assert questions_for(questions, ["slapen"], months) == [
        "precies",
        "later-kind",
        "daarnaast",
        "jongere",
    ]
    assert questions_for(questions, ["slapen", "angst"], months)[0] == "daarnaast"
    assert questions_for(questions, ["slapen"], months, Reader.YOUNG)[0] == "jongere"
    assert questions_for(questions, [], (144, 228)) == ["oud"]


def test_of_what_fits_as_well_comes_first_what_is_asked_often(vocabulary):
    questions = [
        a_question(vocabulary, "zelden"),
        a_question(
            vocabulary,
            "vaak",
            vaak_gesteld="ja",
            leeftijd={"van": "2", "tot_en_met": "9"},
        ),
    ]

    assert questions_for(questions, ["slapen"]) == ["vaak", "zelden"]
    assert questions_for(questions, ["slapen"], (12, 48)) == ["zelden", "vaak"]
