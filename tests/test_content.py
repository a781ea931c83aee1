"""The region's own files: enough questions, short, plain, with somebody to turn to."""

import re
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod import language
from groepsaanbod.loading import Folders, load
from groepsaanbod.model import Reader
from groepsaanbod.pages.questions import QUESTIONS

PROJECT = Path(__file__).parent.parent
LIVE = Folders(PROJECT / "offers", PROJECT / "region", PROJECT / "content")
LOADED = load(LIVE, TODAY)
CATALOGUE = LOADED.catalogue
ALL = CATALOGUE.questions

each_question = pytest.mark.parametrize("question", ALL, ids=lambda each: each.slug)


def of(audience):
    return [each for each in ALL if each.audience is audience]


def test_the_check_has_nothing_to_say_of_them():
    folder = str(LIVE.content)

    assert [each for each in LOADED.problems if each.path.startswith(folder)] == []


def test_the_check_has_nothing_to_say_of_the_region():
    folder = str(LIVE.region)

    assert [each for each in LOADED.problems if each.path.startswith(folder)] == []


def test_there_are_enough_of_parents_and_of_the_young():
    assert len(of(Reader.PARENTS)) >= 30
    assert len(of(Reader.YOUNG)) >= 10


def test_there_is_one_about_each_theme_and_for_each_age():
    themes = {word for each in of(Reader.PARENTS) for word in each.themes}
    assert themes == {each.word for each in CATALOGUE.vocabulary.themes}

    for group in CATALOGUE.vocabulary.ages.for_parents:
        first, end = group.months
        months = [each.ages.months for each in ALL]
        assert any(one < end and first < other for one, other in months), group.word


def test_the_home_page_has_as_many_as_it_shows():
    for reader in Reader:
        assert len([each for each in of(reader) if each.is_asked_often]) == QUESTIONS


@each_question
def test_an_answer_is_short_and_so_are_its_sentences(question):
    assert 120 <= language.word_count(question.plain_answer) <= 220
    assert language.average_length(question.answer) <= language.AVERAGE_SENTENCE
    for text in (question.title, question.summary, question.answer):
        assert list(language.too_long(text)) == []


@each_question
def test_a_title_asks_and_a_summary_answers_in_one_sentence(question):
    assert "?" in question.title
    assert len(language.sentences(question.summary)) == 1
    assert question.summary.endswith(".")


def test_no_two_summaries_are_alike():
    for one, other in combinations(ALL, 2):
        likeness = SequenceMatcher(None, one.summary, other.summary).ratio()
        assert likeness < 0.8, f"{one.slug}, {other.slug}"


@each_question
def test_parents_are_u_and_the_young_are_je_except_in_what_somebody_says(question):
    text = re.sub(r'"[^"]*"', "", f"{question.summary}\n{question.answer}")
    is_young = question.audience is Reader.YOUNG
    wrong = r"\b[Uu]w?\b" if is_young else r"\b[Jj](?:e|ij|ou|ouw)\b"

    assert re.findall(wrong, text) == []


@each_question
def test_an_answer_says_whom_to_turn_to(question):
    whom = r"huisarts|CJG|consultatiebureau|Veilig Thuis|113|Kindertelefoon|mentor"

    assert re.search(whom, question.answer)


@each_question
def test_each_number_in_an_answer_is_one_of_the_helplines(question):
    known = {each.phone for each in CATALOGUE.helplines.lines}
    numbers = set(re.findall(r"\b(?:0[0-9]{2,3}-[0-9]+|11[0-9])\b", question.answer))

    assert numbers <= known


@each_question
def test_each_link_in_an_answer_is_one_of_its_sources(question):
    links = re.findall(r"\]\((.*?)\)", question.answer)

    assert set(links) <= {each.website for each in question.sources}
