"""What the description says of itself."""

import pytest

from groepsaanbod.description import keys_of, record_at
from groepsaanbod.model import Ages, Costs, Group, Method, OfferFile, PartnerFile, Reach


def test_the_keys_stand_in_the_order_of_the_model():
    names = list(keys_of(OfferFile))

    assert names[:4] == ["titel", "samenvatting", "beschrijving", "doelgroep"]
    assert names[-1] == "vorige_adressen"


def test_an_offer_has_eleven_keys_that_are_needed():
    assert [each.name for each in keys_of(OfferFile).values() if each.required] == [
        "titel",
        "samenvatting",
        "beschrijving",
        "doelgroep",
        "leeftijd",
        "themas",
        "vorm",
        "gebieden",
        "kosten",
        "aanmelden",
        "gecontroleerd_op",
    ]


@pytest.mark.parametrize(
    ("name", "attribute", "many", "list_name", "parts"),
    [
        ("titel", "title", False, "", None),
        ("doelgroep", "audiences", True, "doelgroepen", None),
        ("vorm", "form", False, "vormen", None),
        ("programma", "programme", False, "programmas", None),
        ("leeftijd", "ages", False, "", Ages),
        ("kosten", "costs", False, "", Costs),
        ("methode", "method", False, "", Method),
        ("groepen", "groups", True, "", Group),
        ("zoekwoorden", "search_words", True, "", None),
    ],
)
def test_a_key_tells_what_it_takes(name, attribute, many, list_name, parts):
    key = keys_of(OfferFile)[name]

    assert (key.attribute, key.many, key.list_name, key.parts) == (
        attribute,
        many,
        list_name,
        parts,
    )


def test_a_key_tells_the_words_that_have_a_meaning():
    assert keys_of(OfferFile)["uitvoering"].words == ("op-locatie", "online", "gemengd")
    assert keys_of(Group)["dag"].words[0] == "maandag"
    assert keys_of(OfferFile)["vorm"].words == ()


def test_long_text_asks_for_a_large_box():
    assert keys_of(OfferFile)["beschrijving"].widget == "lang"
    assert keys_of(OfferFile)["titel"].widget == ""


@pytest.mark.parametrize("kind", [OfferFile, PartnerFile])
def test_each_key_has_a_title_an_explanation_and_if_it_needs_one_an_example(kind):
    for key in keys_of(kind).values():
        assert key.title
        assert key.explanation.endswith(".")
        if not key.list_name and not key.parts and not key.words:
            assert key.example, key.name


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ((), OfferFile),
        (("titel",), OfferFile),
        (("groepen",), Group),
        (("groepen", 3), Group),
        (("groepen", 3, "start"), Group),
        (("bereik", 0, "jaar"), Reach),
        (("weg", 0), OfferFile),
    ],
)
def test_a_location_leads_to_the_record_around_it(location, kind):
    assert record_at(OfferFile, location) is kind


@pytest.mark.parametrize(
    ("kind", "name", "is_number"),
    [
        (OfferFile, "titel", False),
        (OfferFile, "gecontroleerd_op", True),
        (OfferFile, "vorm", False),
        (Ages, "van", True),
        (Costs, "bedrag", True),
        (Group, "data", True),
        (Group, "tijd", False),
        (Group, "instromen", False),
        (Reach, "ouders", True),
        (PartnerFile, "telefoon", False),
    ],
)
def test_a_key_tells_whether_it_takes_numbers_or_days(kind, name, is_number):
    assert keys_of(kind)[name].is_number is is_number
