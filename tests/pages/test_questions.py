"""The pages of questions, and the questions on other pages."""

from dataclasses import replace

import pytest

from builders import TODAY, a_question, an_offer
from groepsaanbod.pages import site_pages
from groepsaanbod.pages.questions import (
    OFFERS,
    QUESTIONS,
    question_view,
    questions_of_offer,
    questions_of_theme,
)
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Link

WAKES = Link(
    "Mijn kind wordt elke nacht wakker. Wat kan ik doen?",
    "vragen/elke-nacht-wakker/",
    explanation="Een vast en rustig begin van de nacht helpt de meeste kinderen.",
)


@pytest.fixture(scope="module")
def pages(catalogue):
    return {page.path: page for page in site_pages(Shown.on(TODAY, catalogue), "")}


@pytest.fixture(scope="module")
def shown(catalogue):
    return Shown(catalogue.visible(TODAY), TODAY)


def paths(links):
    return [link.path.removeprefix("vragen/").rstrip("/") for link in links]


def grouped(page):
    return [(theme.name, paths(links)) for theme, links in page.context["groups"]]


def view(shown, slug):
    found = [each for each in shown.catalogue.questions if each.slug == slug]
    return question_view(shown, found[0])


def test_each_question_stands_once_at_its_first_theme(pages):
    assert grouped(pages["vragen/"]) == [
        ("Slapen en huilen", ["elke-nacht-wakker"]),
        ("Somber zijn", ["al-lang-somber"]),
    ]
    assert grouped(pages["vragen/jongeren/"]) == [("Angst", ["ik-pieker-veel"])]


def test_a_question_shows_its_answer_where_it_comes_from_and_what_fits(shown):
    question = view(shown, "elke-nacht-wakker")

    assert question.title == WAKES.name
    assert question.answer.startswith(
        "<p>Dit komt <strong>veel</strong> voor.</p>\n<h2>Wat u kunt doen</h2>"
    )
    assert question.sources == [("Slaapwijzer", "https://slaapwijzer.example.nl")]
    assert [card.title for card in question.offers] == [
        "Slaap lekker: rust voor kind en ouder",
        "Thuis op adem",
        "Opvoeden op maat",
    ]
    assert [link.name for link in question.themes] == ["Slapen en huilen"]
    assert question.checked_on == "20 november 2026"
    assert not question.is_young
    assert not question.shows_direct_help
    assert question.related == ()


def test_a_letter_about_it_goes_to_the_coordinator_and_names_the_page(shown):
    address = view(shown, "elke-nacht-wakker").report_address

    assert address.startswith(f"mailto:{shown.catalogue.site.coordinator.email}?")
    assert "vragen%2Felke-nacht-wakker%2F" in address


def test_direct_help_stands_with_the_themes_that_ask_for_it(shown):
    assert view(shown, "al-lang-somber").shows_direct_help


def test_the_young_see_only_what_they_join_themselves(shown):
    question = view(shown, "ik-pieker-veel")

    assert question.is_young
    assert [card.title for card in question.offers] == ["Praten over angst"]


def test_beside_a_question_stand_others_of_the_same_audience(catalogue):
    vocabulary = catalogue.vocabulary
    mine, other, young = questions = (
        a_question(vocabulary, "mijn"),
        a_question(vocabulary, "ander"),
        a_question(vocabulary, "jong", voor="jongeren"),
    )
    shown = Shown(replace(catalogue, questions=questions), TODAY)

    assert paths(question_view(shown, mine).related) == ["ander"]
    assert paths(question_view(shown, other).related) == ["mijn"]
    assert question_view(shown, young).related == ()


def test_a_question_may_ask_for_no_offers(shown):
    vocabulary = shown.catalogue.vocabulary

    assert question_view(shown, a_question(vocabulary)).shows_offers
    quiet = a_question(vocabulary, toon_aanbod="nee")
    assert not question_view(shown, quiet).shows_offers


def test_no_question_shows_what_is_for_work_or_more_than_fits(catalogue, shown):
    question = a_question(shown.catalogue.vocabulary)
    offers = tuple(
        an_offer(catalogue.vocabulary, slug=f"slapen-{number}")
        for number in range(OFFERS + 1)
    )
    many = Shown(replace(catalogue, offers=offers, questions=(question,)), TODAY)
    assert len(question_view(many, question).offers) == OFFERS

    words = catalogue.vocabulary.words
    working = tuple(
        each.model_copy(update={"is_professional": True}) for each in words.audiences
    )
    vocabulary = replace(
        catalogue.vocabulary, words=words.model_copy(update={"audiences": working})
    )
    at_work = Shown(replace(many.catalogue, vocabulary=vocabulary), TODAY)
    assert question_view(at_work, question).offers == ()
    assert questions_of_offer(at_work, offers[0]) == []


def test_a_theme_an_age_and_an_offer_show_the_questions_that_fit(pages):
    assert pages["themas/slapen/"].context["questions"] == [WAKES]
    assert paths(pages["themas/angst/"].context["questions"]) == [
        "al-lang-somber",
        "ik-pieker-veel",
    ]
    assert paths(pages["leeftijd/jong-kind/"].context["questions"]) == [
        "elke-nacht-wakker"
    ]
    assert paths(pages["leeftijd/puber/"].context["questions"]) == [
        "al-lang-somber",
        "ik-pieker-veel",
    ]
    slaap = pages["aanbod/cjg-rivierenland/slaap-lekker/"].given["offer"]
    assert list(slaap.questions) == [WAKES]
    angst = pages["aanbod/cjg-rivierenland/praten-over-angst/"].given["offer"]
    assert paths(angst.questions) == ["ik-pieker-veel", "al-lang-somber"]


def test_an_age_shows_one_question_of_each_theme(catalogue):
    questions = (
        a_question(catalogue.vocabulary, "een"),
        a_question(catalogue.vocabulary, "twee", titel="Nog een vraag over slapen?"),
        a_question(
            catalogue.vocabulary, "drie", titel="Is mijn kind bang?", themas=["angst"]
        ),
    )
    found = site_pages(Shown.on(TODAY, replace(catalogue, questions=questions)), "")
    page = next(each for each in found if each.path == "leeftijd/jong-kind/")

    assert paths(page.context["questions"]) == ["een", "drie"]


def test_another_page_shows_no_more_than_a_few(catalogue):
    vocabulary = catalogue.vocabulary
    many = tuple(
        a_question(vocabulary, f"vraag-{number}") for number in range(QUESTIONS + 1)
    )
    shown = Shown(replace(catalogue, questions=many), TODAY)

    assert len(questions_of_theme(shown, vocabulary.themes[0])) == QUESTIONS


def test_the_home_page_shows_what_is_asked_often(pages):
    assert pages[""].context["questions"] == [WAKES]
