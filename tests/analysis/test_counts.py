"""How much there is by audience, element, form and month, and for special groups."""

from dataclasses import replace
from datetime import date

import pytest

import worked
from builders import an_offer
from groepsaanbod.analysis.counts import Counts
from groepsaanbod.analysis.supply import Supply


@pytest.fixture(scope="module")
def supply(worked_catalogue):
    return Supply(worked_catalogue, worked.DAY)


@pytest.fixture(scope="module")
def counts(supply):
    return Counts(supply)


def test_special_groups_are_as_worked_out_by_hand(counts, supply, worked_catalogue):
    groups = worked_catalogue.vocabulary.words.special_groups
    found = [
        (group.word, place.word, counts.special(group.word, place))
        for group in groups
        for place in supply.places
        if not place.is_region | place.is_area
    ]
    assert [
        (
            group,
            place,
            str(len(special.counted.existing)),
            str(len(special.counted.joinable)),
            str(special.kind),
            ", ".join(special.warnings) or "-",
        )
        for group, place, special in found
    ] == worked.expected("expected-special.txt")


def _numbers(found):
    return {
        key: (len(each.existing), len(each.joinable)) for key, each in found.items()
    }


def test_audiences_are_counted_by_age_for_the_people_of_a_place(counts, supply):
    assert _numbers(counts.by_audience(supply.place("bergen-nh"))) == {
        ("aanstaande-ouders", "0-4"): (1, 1),  # the course for pregnant women
        ("kinderen", "4-12"): (1, 1),  # online
        ("jongeren", "12-19"): (1, 0),  # both begin beyond the horizon
        ("jongeren", "19-23"): (1, 0),
        ("jongvolwassenen", "12-19"): (1, 0),
        ("jongvolwassenen", "19-23"): (2, 1),
    }


def test_forms_are_counted_by_age(counts, supply):
    assert _numbers(counts.by_form(supply.place("zandvoort"))) == {
        ("training", "4-12"): (1, 0),
        ("training", "12-19"): (1, 1),
        ("online-programma", "4-12"): (1, 1),
        ("inloop", "0-4"): (1, 1),
    }


def test_what_names_no_element_is_counted_apart(counts, supply):
    assert _numbers(counts.by_chance(supply.place("zandvoort"))) == {
        ("veilig", "4-12"): (1, 0),
        ("actief", "0-4"): (1, 1),
        ("", "4-12"): (1, 1),
        ("", "12-19"): (1, 1),
    }


def test_the_months_are_those_of_the_horizon(counts, worked_catalogue):
    assert len(counts.months) == 13
    assert counts.months[0] == date(2026, 11, 1)
    assert counts.months[-1] == date(2027, 11, 1)
    on_the_first = Counts(Supply(worked_catalogue, date(2026, 12, 1)))
    assert on_the_first.months[0] == date(2026, 12, 1)
    assert on_the_first.months[-1] == date(2027, 11, 1)


def test_groups_start_in_a_month_also_when_they_are_full(counts, supply):
    assert counts.starting(supply.place("zandvoort")) == {
        (date(2027, 1, 1), "4-12"): 1,  # full
        (date(2027, 2, 1), "12-19"): 1,
    }
    assert counts.starting(supply.place("bergen-nh")) == {
        (date(2027, 1, 1), "19-23"): 1,
        (None, "0-4"): 1,  # on request
    }


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ({"start": "2027-01-12"}, {(date(2027, 1, 1), "4-12"): 1}),
        ({"data": ["2027-03-02", "2027-04-02"]}, {(date(2027, 3, 1), "4-12"): 1}),
        ({"status": "gepland"}, {(None, "4-12"): 1}),
        ({"start": "2026-11-22", "bijeenkomsten": "8", "instromen": "ja"}, {}),
        ({"start": "2027-11-23"}, {}),
        ({"start": "2027-11-22"}, {(date(2027, 11, 1), "4-12"): 1}),
        ({"start": "2027-01-12", "status": "uitgesteld"}, {}),
        ({"start": "2027-01-12", "status": "geannuleerd"}, {}),
    ],
)
def test_a_group_starts_once_within_the_horizon(group, expected, worked_catalogue):
    offer = an_offer(
        worked_catalogue.vocabulary,
        "cjg",
        themas=["opvoeden"],
        gebieden=["haarlem"],
        leeftijd={"van": "4", "tot_en_met": "11"},
        groepen=[group, {"status": "op-aanvraag", "start": "2030-01-01"}],
    )
    supply = Supply(replace(worked_catalogue, offers=(offer,)), worked.DAY)
    assert Counts(supply).starting(supply.place("haarlem")) == expected
