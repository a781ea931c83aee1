"""The region's words."""

import pytest
from pydantic import ValidationError

from groepsaanbod.vocabulary import AgeGroup, Entry, Theme, WordList, WordsFile


def test_a_list_keeps_the_order_of_the_region(vocabulary):
    assert list(vocabulary.choices("themas")) == [
        "slapen",
        "angst",
        "somberheid",
        "scheiding",
        "ontmoeten",
    ]


def test_areas_are_the_region_its_municipalities_and_their_parts(vocabulary):
    assert list(vocabulary.choices("gebieden")) == [
        "regio",
        "waterstad",
        "waterstad-noord",
        "waterstad-zuid",
        "dijkdorp",
        "polderland",
    ]


def test_partners_are_words_too(vocabulary):
    assert list(vocabulary.choices("aanbieders")) == [
        "cjg-rivierenland",
        "veilig-verder",
        "welzijn-waterland",
    ]
    assert vocabulary.name("aanbieders", "veilig-verder") == "Veilig Verder"


def test_every_list_of_the_region_can_be_asked_for(vocabulary):
    for field in WordsFile.model_fields.values():
        assert list(vocabulary.choices(field.alias))


def test_an_unknown_list_or_word_is_a_mistake_of_ours(vocabulary):
    with pytest.raises(KeyError):
        vocabulary.choices("kleuren")
    with pytest.raises(KeyError):
        vocabulary.name("themas", "voetbal")


@pytest.mark.parametrize(
    ("list_name", "written", "word"),
    [
        ("themas", "slape", "slapen"),
        ("themas", "Slapen", "slapen"),
        ("themas", "Slapen en huilen", "slapen"),
        ("themas", "huilbabys", "slapen"),
        ("themas", "Echtscheiding", "scheiding"),
        ("themas", "voetbal", None),
        ("themas", "mamacafé", "ontmoeten"),
        ("doelgroepen", "kind", "kinderen"),
        ("doelgroepen", "met", None),
        ("toegang", "aanmelden", "zelf-aanmelden"),
        ("gebieden", "overal", "regio"),
        ("gebieden", "Kapelveer", "dijkdorp"),
        ("gebieden", "molenwijk", "waterstad-zuid"),
        ("gebieden", "Boven de rivier", "waterstad-noord"),
        ("talen", "Türkçe", "turks"),
    ],
)
def test_what_was_meant_is_found_by_spelling_name_or_other_words(
    vocabulary, list_name, written, word
):
    assert vocabulary.choices(list_name).nearest(written) == word


def test_what_is_exactly_meant_goes_before_what_looks_like_it():
    known = {
        word: Entry(woord=word, naam=word, zoek=search)
        for word, search in [
            ("pesten", []),
            ("scheiding", []),
            ("slapen-eten", []),
            ("rouw", ["Afscheid"]),
        ]
    }
    words = WordList("thema's", known)

    assert words.nearest("eten") == "slapen-eten"
    assert words.nearest("afscheid") == "rouw"
    assert words.nearest("peste") == "pesten"


def test_a_word_from_before_is_called_something_else_now(vocabulary):
    assert vocabulary.choices("themas").renamed("slaap") == "slapen"
    assert vocabulary.choices("themas").renamed("slapen") is None


def test_a_word_has_a_name_for_visitors(vocabulary):
    assert vocabulary.name("themas", "scheiding") == "Scheiding"
    assert vocabulary.name("gebieden", "regio") == "de hele regio"
    assert vocabulary.name("toegang", "binnenlopen") == "Zo binnenlopen"
    assert "slapen" in vocabulary.choices("themas")
    assert "voetbal" not in vocabulary.choices("themas")


@pytest.mark.parametrize(
    ("area", "municipality"),
    [
        ("waterstad", "waterstad"),
        ("waterstad-zuid", "waterstad"),
        ("dijkdorp", "dijkdorp"),
        ("regio", None),
        ("nergens", None),
    ],
)
def test_an_area_lies_in_a_municipality(vocabulary, area, municipality):
    found = vocabulary.municipality_of(area)

    assert (found and found.word) == municipality


@pytest.mark.parametrize(
    ("place", "municipality"),
    [
        ("Waterstad", "waterstad"),
        ("molenwijk", "waterstad"),
        ("KAPELVEER", "dijkdorp"),
        ("Polderland", "polderland"),
        ("Amsterdam", None),
    ],
)
def test_a_village_lies_in_a_municipality(vocabulary, place, municipality):
    found = vocabulary.municipality_at(place)

    assert (found and found.word) == municipality


def test_ages_are_half_open(vocabulary):
    groups = vocabulary.ages.for_parents

    assert [each.months for each in groups] == [
        (-9, 0),
        (0, 48),
        (48, 144),
        (144, 216),
        (216, 288),
    ]


def test_an_age_group_runs_forward():
    with pytest.raises(ValidationError, match="'vanaf' moet lager zijn dan 'tot'"):
        AgeGroup.model_validate({"woord": "x", "naam": "X", "vanaf": "4", "tot": "4"})


def test_a_municipality_can_have_somebody_of_its_own_to_ask(vocabulary):
    asked = vocabulary.contact_of(["dijkdorp"])

    assert asked.name == "CJG Dijkdorp"
    for areas in (["waterstad-noord"], ["dijkdorp", "waterstad"], ["regio"], []):
        assert vocabulary.contact_of(areas) is None


def test_one_theme_of_several_is_enough_to_have_to_be_gone_at_once(vocabulary):
    assert vocabulary.needs_quick_exit(["angst", "somberheid"])
    assert not vocabulary.needs_quick_exit(["angst", "scheiding"])


def test_a_theme_shows_direct_help_only_when_it_says_so(vocabulary):
    shown = [each.word for each in vocabulary.themes if each.shows_direct_help]

    assert shown == ["somberheid"]
    assert isinstance(vocabulary.choices("themas")["slapen"], Theme)


@pytest.mark.parametrize(
    ("audiences", "is_young"),
    [(["jongeren"], True), (["ouders", "jongeren"], True), (["kinderen"], False)],
)
def test_some_audiences_are_young_people_themselves(vocabulary, audiences, is_young):
    assert vocabulary.is_for_young(audiences) is is_young
