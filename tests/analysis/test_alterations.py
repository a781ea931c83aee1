"""What a field said and says, as people read it."""

from dataclasses import replace

import pytest

from builders import an_offer
from groepsaanbod.analysis.alterations import alterations
from groepsaanbod.changed import Alteration


@pytest.fixture
def altered(vocabulary):
    """Give what changes when an offer gets these keys, as rows."""

    def altered(old, new):
        before, after = an_offer(vocabulary, **old), an_offer(vocabulary, **new)
        found = alterations(before, vocabulary, after, vocabulary)
        return [(each.field, each.before, each.after) for each in found]

    return altered


def test_an_offer_that_says_the_same_is_not_altered(altered):
    groups = [{"start": "2027-01-12", "status": "open"}]

    assert altered({"groepen": groups}, {"groepen": groups}) == []


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        (
            {"leeftijd": {"van": "6 maanden", "tot_en_met": "3"}},
            {"leeftijd": {"van": "zwangerschap", "tot_en_met": "0"}},
            (
                "Leeftijd",
                "6 maanden tot en met 3 jaar",
                "zwangerschap en het eerste jaar",
            ),
        ),
        (
            {"kosten": "gratis"},
            {"kosten": {"bedrag": "12,50", "toelichting": "Voor koffie."}},
            ("Kosten", "Gratis", "€ 12,50 (Voor koffie.)"),
        ),
        (
            {"themas": ["slapen"]},
            {"themas": ["slapen", "angst"]},
            ("Thema's", "Slapen en huilen", "Slapen en huilen, Angst"),
        ),
        (
            {"gebieden": ["waterstad-noord"]},
            {"gebieden": ["regio"]},
            ("Gebieden", "Waterstad Noord", "de hele regio"),
        ),
        (
            {},
            {"talen": ["nederlands", "turks"]},
            ("Talen", "niets", "Nederlands, Turks"),
        ),
        (
            {"adres_geheim": "nee"},
            {"adres_geheim": "ja"},
            ("Geheim adres", "nee", "ja"),
        ),
        (
            {"uitvoering": "op-locatie"},
            {"uitvoering": "online"},
            ("Uitvoering", "op-locatie", "online"),
        ),
        (
            {"zichtbaar": {"tot": "2027-01-01"}},
            {},
            ("Zichtbaar", "tot en met 1 januari 2027", "niets"),
        ),
        (
            {"groepen": [{"start": "2027-01-12", "tijd": "19:30-21:00"}]},
            {
                "groepen": [
                    {"start": "2027-01-12", "status": "vol"},
                    {"data": ["2027-03-02", "2027-03-16"], "taal": "turks"},
                ]
            },
            (
                "Groepen",
                "start 12 januari 2027, tijd 19.30 tot 21.00 uur",
                (
                    "start 12 januari 2027, status vol;"
                    " data 2 maart 2027, 16 maart 2027, taal Turks"
                ),
            ),
        ),
        (
            {"bereik": [{"jaar": "2025", "kinderen": "24", "ouders": "onbekend"}]},
            {"bereik": [{"jaar": "2025", "kinderen": "25"}]},
            ("Bereik", "jaar 2025, kinderen 24", "jaar 2025, kinderen 25"),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_field_is_told_in_words(altered, old, new, row):
    assert altered(old, new) == [row]


def test_of_a_long_text_only_that_it_changed(altered):
    long = "Een heel verhaal. " * 20

    assert altered({}, {"beschrijving": long}) == [("Beschrijving", None, None)]
    assert altered({}, {"beschrijving": "Kort.\n\nEn nog iets."}) == [
        ("Beschrijving", None, None)
    ]


def test_a_former_address_says_nothing_of_the_offer(altered):
    assert altered({}, {"vorige_adressen": ["cjg-rivierenland/oud"]}) == []


def test_fields_stand_in_the_order_of_the_field_guide(altered):
    changes = {"gecontroleerd_op": "2026-11-20", "titel": "Slaap", "vorm": "training"}

    assert [field for field, _, _ in altered({}, changes)] == [
        "Titel",
        "Vorm",
        "Gecontroleerd op",
    ]


def test_a_word_that_got_another_word_but_kept_its_name_is_no_change(vocabulary):
    then = replace(
        vocabulary,
        themes=tuple(
            each.model_copy(update={"word": f"oud-{each.word}"})
            for each in vocabulary.themes
        ),
    )
    before = an_offer(then, themas=["oud-slapen"])
    after = an_offer(vocabulary, themas=["slapen"])

    assert alterations(before, then, after, vocabulary) == ()
    assert alterations(
        an_offer(then, themas=["oud-angst"]), then, after, vocabulary
    ) == (Alteration(field="Thema's", before="Angst", after="Slapen en huilen"),)
