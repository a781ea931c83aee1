"""Whom one can call."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.callers import MOST, callers
from groepsaanbod.pages.shown import Shown


@pytest.fixture(scope="module")
def shown(catalogue):
    return Shown.on(TODAY, catalogue)


def test_who_offers_most_stands_first_and_who_has_no_number_not_at_all(shown):
    found = callers(shown, shown.catalogue.offers)

    assert [(link.name, phone, dial) for link, phone, dial in found] == [
        ("CJG Rivierenland", "030 000 00 10", "tel:0300000010"),
        ("Welzijn Waterland", "030 000 00 20", "tel:0300000020"),
    ]


def test_with_as_many_offers_the_name_decides(shown, vocabulary):
    offers = [
        an_offer(vocabulary, partner=partner)
        for partner in ("welzijn-waterland", "cjg-rivierenland")
    ]
    assert [link.name for link, *_ in callers(shown, offers)] == [
        "CJG Rivierenland",
        "Welzijn Waterland",
    ]


def test_what_is_for_professionals_does_not_count(catalogue):
    words = catalogue.vocabulary.words
    audiences = tuple(
        each.model_copy(update={"is_professional": True}) for each in words.audiences
    )
    at_work = replace(
        catalogue.vocabulary, words=words.model_copy(update={"audiences": audiences})
    )
    shown = Shown.on(TODAY, replace(catalogue, vocabulary=at_work))

    assert callers(shown, shown.catalogue.offers) == []


def test_there_are_never_more_than_one_would_call(catalogue, vocabulary):
    first, *_ = [each for each in catalogue.partners if each.phone]
    many = [
        first.model_copy(update={"slug": f"partner-{each}", "name": f"Partner {each}"})
        for each in range(MOST + 3)
    ]
    wide = Shown(replace(catalogue, partners=tuple(many)), TODAY)
    offers = [an_offer(vocabulary, partner=each.slug) for each in many]

    assert len(callers(wide, offers)) == MOST
