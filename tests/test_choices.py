"""The choices of each filter, and which an offer answers to."""

from datetime import date

import pytest

from builders import TODAY, an_offer
from groepsaanbod.choices import Choice, all_choices, words_of
from groepsaanbod.finding import FilterKind


def test_each_filter_of_the_region_has_its_choices_in_order(vocabulary):
    found = {each.filter.word: each.choices for each in all_choices(vocabulary)}

    assert list(found) == [
        *("leeftijd", "gemeente", "meedoen", "thema", "voor", "speciaal", "dag"),
        *("dagdeel", "kosten", "vorm", "waar", "taal", "toegang"),
    ]
    assert found["leeftijd"] == ()
    assert found["gemeente"][:3] == (
        Choice("waterstad", "Waterstad"),
        Choice("waterstad-noord", "Waterstad Noord", level=1),
        Choice("waterstad-zuid", "Waterstad Zuid", level=1),
    )
    assert found["kosten"] == (Choice("ja", "Alleen gratis"),)
    assert found["dag"][0] == Choice("maandag", "Maandag")
    assert found["waar"] == (
        Choice("op-locatie", "Op een plek in de regio"),
        Choice("online", "Online"),
    )


WHOLE = {"waterstad", "waterstad-noord", "waterstad-zuid", "dijkdorp", "polderland"}


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        (["regio"], WHOLE),
        (["waterstad"], {"waterstad", "waterstad-noord", "waterstad-zuid"}),
        (["waterstad-noord"], {"waterstad", "waterstad-noord"}),
        (["dijkdorp", "waterstad-zuid"], {"dijkdorp", "waterstad", "waterstad-zuid"}),
    ],
)
def test_an_offer_is_for_a_place_its_parts_and_its_whole(vocabulary, areas, expected):
    offer = an_offer(vocabulary, gebieden=areas)

    assert words_of(offer, FilterKind.AREA, vocabulary, TODAY) == expected


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        (FilterKind.THEME, {}, {"slapen"}),
        (FilterKind.AUDIENCE, {}, {"ouders"}),
        (FilterKind.SPECIAL_GROUP, {"speciaal_voor": ["vaders"]}, {"vaders"}),
        (FilterKind.FORM, {}, {"cursus"}),
        (FilterKind.ACCESS, {}, {"zelf-aanmelden"}),
        (FilterKind.FREE, {}, {"ja"}),
        (FilterKind.FREE, {"kosten": {"bedrag": "10"}}, set()),
        (FilterKind.DELIVERY, {}, {"op-locatie"}),
        (FilterKind.DELIVERY, {"uitvoering": "gemengd"}, {"op-locatie", "online"}),
        (FilterKind.DELIVERY, {"uitvoering": "online"}, {"online"}),
        (FilterKind.LANGUAGE, {}, {"nederlands"}),
        (FilterKind.LANGUAGE, {"talen": ["turks"]}, {"turks"}),
        (
            FilterKind.LANGUAGE,
            {"groepen": [{"start": "2027-01-12", "taal": "turks"}]},
            {"nederlands", "turks"},
        ),
        (FilterKind.AGE, {}, set()),
        (FilterKind.JOINABLE, {}, set()),
    ],
)
def test_an_offer_answers_to_what_its_file_says(vocabulary, kind, changes, expected):
    offer = an_offer(vocabulary, **changes)

    assert words_of(offer, kind, vocabulary, TODAY) == expected


def test_days_and_parts_of_the_day_are_those_of_what_goes_on(vocabulary):
    offer = an_offer(
        vocabulary,
        groepen=[
            {"data": ["2026-09-07"], "tijd": "9:30-11:00"},
            {"start": "2027-01-12", "bijeenkomsten": "2", "tijd": "17:00-18:00"},
        ],
        inloop=[{"dag": "woensdag", "tijd": "12:00-13:00"}],
    )

    def words(kind, day):
        return words_of(offer, kind, vocabulary, day)

    assert words(FilterKind.WEEKDAY, TODAY) == {"dinsdag", "woensdag"}
    assert words(FilterKind.DAYPART, TODAY) == {"middag", "avond"}
    assert words(FilterKind.WEEKDAY, date(2026, 9, 1)) == {
        *("maandag", "dinsdag", "woensdag")
    }


def test_when_everything_is_over_its_days_still_count(vocabulary):
    offer = an_offer(
        vocabulary, groepen=[{"data": ["2026-09-07"], "tijd": "9:30-11:00"}]
    )

    assert words_of(offer, FilterKind.WEEKDAY, vocabulary, TODAY) == {"maandag"}
    assert words_of(offer, FilterKind.DAYPART, vocabulary, TODAY) == {"ochtend"}
