"""The short form: which parts are asked, and which are said already."""

from dataclasses import replace

from builders import TODAY
from groepsaanbod.finding import FilterKind
from groepsaanbod.pages.entry import entry
from groepsaanbod.pages.shown import Shown


def asked(form):
    return form.age_word, form.theme_word, form.area_word


def test_it_asks_the_age_the_subject_and_the_place(catalogue):
    form = entry(Shown.on(TODAY, catalogue))

    assert asked(form) == ("leeftijd", "thema", "gemeente")
    assert form.said is None
    assert form.ages[:3] == ("zwanger", "6 maanden", "1 jaar")


def test_on_the_page_of_a_place_that_is_said_already(catalogue):
    form = entry(Shown.on(TODAY, catalogue), FilterKind.AREA, "dijkdorp")

    assert asked(form) == ("leeftijd", "thema", "")
    assert form.said == ("gemeente", "dijkdorp")


def test_an_age_group_is_said_in_the_search_box_for_the_filter_wants_a_number(
    catalogue,
):
    form = entry(Shown.on(TODAY, catalogue), FilterKind.AGE, "peuter")

    assert asked(form) == ("", "thema", "gemeente")
    assert form.said == ("q", "peuter")


def test_a_filter_that_the_region_does_not_have_is_not_asked(catalogue):
    vocabulary = catalogue.vocabulary
    places = tuple(each for each in vocabulary.filters if each.kind is FilterKind.AREA)
    bare = replace(catalogue, vocabulary=replace(vocabulary, filters=places))

    assert asked(entry(Shown.on(TODAY, bare))) == ("", "", "gemeente")
    assert entry(Shown.on(TODAY, bare), FilterKind.THEME, "slapen").said is None
