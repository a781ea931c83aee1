"""The frozen catalogue and its indexes."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from pydantic import ValidationError

from builders import TODAY, a_question, an_offer


def names(offers):
    return [each.slug for each in offers]


def test_partners_and_offers_are_sorted_by_their_names(catalogue):
    assert [each.slug for each in catalogue.partners] == [
        "cjg-rivierenland",
        "veilig-verder",
        "welzijn-waterland",
    ]
    assert [each.identity for each in catalogue.offers] == sorted(
        each.identity for each in catalogue.offers
    )


def test_nothing_in_it_can_change(catalogue):
    with pytest.raises(FrozenInstanceError):
        catalogue.offers = ()
    with pytest.raises(ValidationError):
        catalogue.offers[0].slug = "anders"
    with pytest.raises(ValidationError):
        catalogue.partners[0].slug = "anders"


def test_an_offer_is_named_for_ever_by_its_folder_and_file(vocabulary):
    assert an_offer(vocabulary, "a", "b").identity == "a/b"


@pytest.mark.parametrize(
    ("shown", "visible"),
    [
        ({}, True),
        ({"van": "2026-11-24"}, True),
        ({"van": "2026-11-25"}, False),
        ({"tot": "2026-11-24"}, True),
        ({"tot": "2026-11-23"}, False),
        ({"van": "2026-11-01", "tot": "2026-12-01"}, True),
    ],
)
def test_an_offer_stands_on_the_site_from_and_up_to_and_including_a_day(
    vocabulary, shown, visible
):
    assert an_offer(vocabulary, zichtbaar=shown).is_visible(TODAY) is visible
    assert an_offer(vocabulary).is_visible(TODAY)


def test_a_day_decides_which_offers_are_seen(catalogue):
    early = catalogue.visible(date(2026, 10, 31))

    assert set(names(catalogue.offers)) - set(names(early.offers)) == {
        "opvoeden-op-maat"
    }
    assert catalogue.visible(TODAY).offers == catalogue.offers


def test_a_partner_is_found_by_its_folder(catalogue):
    assert catalogue.partner("veilig-verder").name == "Veilig Verder"
    with pytest.raises(KeyError):
        catalogue.partner("nergens")


def test_a_partner_gives_its_own_offers_and_those_it_helps_with(catalogue):
    assert names(catalogue.by_partner("welzijn-waterland")) == [
        "kies",
        "koffie-met-kinderen",
        "sterk-staan",
        "vaders-van-dijkdorp",
        "zomerspelen",
    ]


def test_offers_are_found_by_theme_and_programme(catalogue):
    assert names(catalogue.by_theme("scheiding")) == ["kies"]
    assert names(catalogue.by_theme("voetbal")) == []
    assert names(catalogue.by_programme("stevig")) == ["kies", "sterk-staan"]


def test_offers_are_found_by_age_when_one_month_is_shared(catalogue):
    found = {
        group.word: names(catalogue.by_age(group))
        for group in catalogue.vocabulary.ages.for_parents
    }

    assert found["zwanger"] == ["opvoeden-op-maat"]
    assert "zomerspelen" in found["schoolkind"]
    assert "zomerspelen" in found["puber"]
    assert "zomerspelen" not in found["jong-kind"]
    assert found["jongvolwassene"] == [
        "opvoeden-op-maat",
        "praten-over-angst",
        "thuis-op-adem",
        "vaders-van-dijkdorp",
    ]


def test_offers_are_found_by_municipality_its_parts_and_the_whole_region(catalogue):
    waterstad, dijkdorp, polderland = catalogue.vocabulary.municipalities
    everywhere = {
        "opvoeden-op-maat",
        "praten-over-angst",
        "samen-verder",
        "thuis-op-adem",
    }

    assert set(names(catalogue.by_municipality(waterstad))) == everywhere | {
        "kies",
        "slaap-lekker",
        "sterk-staan",
    }
    assert set(names(catalogue.by_municipality(dijkdorp))) == everywhere | {
        "koffie-met-kinderen",
        "slaap-lekker",
        "vaders-van-dijkdorp",
    }
    assert set(names(catalogue.by_municipality(polderland))) == everywhere | {
        "zomerspelen"
    }


def test_a_day_decides_which_news_is_seen(catalogue):
    assert names(catalogue.news) == [
        "2027-02-01-dit-komt-nog",
        "2026-11-02-nieuwe-inloop",
    ]
    assert names(catalogue.visible(TODAY).news) == ["2026-11-02-nieuwe-inloop"]


def test_questions_stand_in_the_order_of_the_themes(catalogue):
    assert [each.slug for each in catalogue.questions] == [
        "elke-nacht-wakker",
        "ik-pieker-veel",
        "al-lang-somber",
    ]


def test_an_answer_can_be_had_as_plain_text(vocabulary):
    answer = "Dit **helpt**:\n\n- rust\n- [lezen](https://a.nl)\n\n## Hulp\n\nBel ons."

    assert a_question(vocabulary, antwoord=answer).plain_answer == (
        "Dit helpt: rust lezen Hulp Bel ons."
    )


def test_titles_alike_are_found_for_an_offer_that_is_there_and_one_from_elsewhere(
    catalogue, vocabulary
):
    def titled(title, slug, partner="cjg-rivierenland"):
        return an_offer(vocabulary, partner, slug, titel=title)

    one, other = titled("Beter slapen", "beter"), titled("Beter eten", "eten")
    alone = titled("Iets anders", "anders")
    of_another = titled("Beter slapen", "beter", "welzijn-waterland")
    held = replace(catalogue, offers=(one, other, alone, of_another))

    assert held.titled_alike(one) == (other,)
    assert held.titled_alike(alone) == ()
    assert held.titled_alike(titled("Beter slapen", "elders")) == (one, other)
