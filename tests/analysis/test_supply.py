"""What each offer counts for: ages, places, languages, times, and joining in time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import worked
from builders import TODAY, an_offer
from groepsaanbod.analysis.months import months_later
from groepsaanbod.analysis.supply import Reach, Supply, counts_in
from groepsaanbod.vocabulary import AgeGroup


@pytest.fixture(scope="module")
def report_ages(worked_catalogue):
    return worked_catalogue.vocabulary.ages.for_reports


@pytest.fixture(scope="module")
def supplied(vocabulary, catalogue):
    """Give what an offer with these Dutch keys counts for, in the made-up region."""

    def supplied(today=TODAY, **changes):
        offer = an_offer(vocabulary, **changes)
        return Supply(replace(catalogue, offers=(offer,)), today).offers[0]

    return supplied


def _words(months, groups):
    return tuple(group.word for group in counts_in(months, groups))


def _years(first, last):
    return 12 * first, 12 * (last + 1)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (_years(8, 12), ("4-12",)),  # twelve months beyond it are not more than twelve
        (_years(2, 4), ("0-4",)),
        (_years(0, 23), ("0-4", "4-12", "12-19", "19-23")),
        ((-9, 0), ("0-4",)),
        (_years(0, 0), ("0-4",)),  # twelve months, and all of its own
        (_years(3, 4), ("0-4", "4-12")),  # half and half
        (_years(18, 23), ("19-23",)),
        (_years(12, 18), ("12-19",)),
        ((96, 144 + 12), ("4-12",)),
        ((96, 144 + 13), ("4-12", "12-19")),
        ((48 - 12, 144), ("4-12",)),
        ((48 - 13, 144), ("0-4", "4-12")),
        ((47, 48), ("0-4",)),
        ((48, 49), ("4-12",)),
        ((288, 300), ()),
    ],
)
def test_an_offer_counts_where_it_shares_enough(months, expected, report_ages):
    assert _words(months, report_ages) == expected


def _a_group(first, until):
    name = f"{first} tot {until}"
    keys = {"naam": name, "vanaf": f"{first} maanden", "tot": f"{until} maanden"}
    return AgeGroup.model_validate({"woord": f"van-{first}", **keys})


def test_with_little_in_each_group_the_one_with_most_counts_and_of_equals_the_younger():
    third = [_a_group(0, 6), _a_group(6, 12), _a_group(12, 18)]
    assert _words((0, 18), third) == ("van-0",)
    assert _words((0, 18), third[::-1]) == ("van-0",)
    assert _words((0, 18), [_a_group(0, 5), _a_group(5, 13), _a_group(13, 18)]) == (
        "van-5",
    )


@given(st.integers(-9, 300), st.integers(1, 300))
def test_ages_count_by_the_rule_at_every_month(report_ages, first, length):
    end = first + length
    found = counts_in((first, end), report_ages)
    shared = {
        group.word: max(min(end, group.months[1]) - max(first, group.months[0]), 0)
        for group in report_ages
    }
    enough = [
        word
        for word, months in shared.items()
        if months > 12 or 0 < length <= 2 * months
    ]
    most = max(shared.values())
    first_with_most = [word for word, months in shared.items() if months == most > 0]
    assert [group.word for group in found] == (enough or first_with_most[:1])


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 11, 1), 1, date(2026, 12, 1)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
    ],
)
def test_some_months_later_is_the_same_day_or_the_last_of_that_month(
    day, months, expected
):
    assert months_later(day, months) == expected


@pytest.mark.parametrize(
    ("group", "exists", "joinable", "planned"),
    [
        ({"start": "2026-11-24"}, True, True, True),
        ({"start": "2027-11-23"}, True, True, True),
        ({"start": "2027-11-24"}, True, False, False),  # a year from today is too far
        ({"start": "2027-01-12", "status": "vol"}, True, False, True),
        ({"start": "2027-12-01", "status": "vol"}, True, False, False),
        ({"status": "vol"}, True, False, False),
        ({"start": "2026-11-03", "status": "vol"}, True, False, False),
        ({"data": ["2026-11-23"], "status": "vol"}, False, False, False),
        ({"data": ["2026-11-24"], "status": "vol"}, True, False, True),
        (
            {"start": "2026-11-03", "bijeenkomsten": "3", "status": "vol"},
            False,
            False,
            False,
        ),
        (
            {"start": "2026-11-03", "bijeenkomsten": "4", "status": "vol"},
            True,
            False,
            False,
        ),
        ({"start": "2026-11-03", "bijeenkomsten": "3"}, False, False, False),
        ({"start": "2026-11-03", "bijeenkomsten": "4"}, True, False, False),
        (
            {"start": "2026-11-03", "bijeenkomsten": "4", "instromen": "ja"},
            True,
            True,
            True,
        ),
        ({"start": "2026-11-03", "status": "wachtlijst"}, True, False, False),
        ({"start": "2027-01-12", "status": "geannuleerd"}, False, False, False),
        ({"status": "afgelopen"}, False, False, False),
        ({"start": "2027-01-12", "status": "uitgesteld"}, True, False, True),
        ({"status": "op-aanvraag"}, True, True, True),
        ({"status": "gepland"}, True, False, False),
    ],
)
def test_a_group_exists_can_be_joined_or_is_planned(
    group, exists, joinable, planned, supplied
):
    found = supplied(groepen=[group])
    assert (found.exists, found.joinable, found.is_planned) == (
        exists,
        joinable,
        planned,
    )


def test_without_group_or_hours_an_offer_exists_but_nobody_knows_whether_one_can_join(
    supplied,
):
    found = supplied()
    assert (found.exists, found.joinable) == (True, False)
    assert supplied(uitvoering="online").joinable


def _hours(**keys):
    return {"dag": "woensdag", "tijd": "9:30-11:00", **keys}


@pytest.mark.parametrize(
    ("hours", "exists", "joinable"),
    [
        (_hours(), True, True),
        (_hours(tot="2026-11-23"), False, False),
        (_hours(tot="2026-11-25"), True, True),
        (_hours(van="2027-11-17"), True, True),
        (_hours(van="2027-12-01"), True, False),
    ],
)
def test_hours_count_within_their_period(hours, exists, joinable, supplied):
    found = supplied(inloop=[hours])
    assert (found.exists, found.joinable) == (exists, joinable)


STAD = {"naam": "De Brug", "plaats": "Havenwijk"}
DORP = {"naam": "De Dijk", "plaats": "Dijkdorp"}
VERWEG = {"naam": "Verweg", "plaats": "Parijs"}
SOON = {"start": "2027-01-12"}
FULL = {"start": "2027-01-12", "status": "vol"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"adres_geheim": "ja", "groepen": [SOON]}, None),
        ({"groepen": [SOON]}, None),
        ({"locaties": [STAD, DORP]}, {"waterstad", "dijkdorp"}),
        ({"locaties": [STAD, DORP], "groepen": [SOON]}, {"waterstad", "dijkdorp"}),
        (
            {"locaties": [STAD, DORP], "groepen": [SOON | {"locatie": "De Dijk"}]},
            {"dijkdorp"},
        ),
        (
            {
                "locaties": [STAD, DORP],
                "groepen": [
                    SOON | {"locatie": "De Dijk"},
                    FULL | {"locatie": "De Brug"},
                ],
            },
            {"dijkdorp"},  # who comes now, does not come to the full group
        ),
        (
            {
                "locaties": [STAD, DORP],
                "groepen": [SOON | {"locatie": "De Dijk"}],
                "inloop": [_hours(locatie="De Brug")],
            },
            {"waterstad", "dijkdorp"},
        ),
        ({"locaties": [VERWEG], "groepen": [SOON]}, set()),
        (
            {"locaties": [VERWEG], "uitvoering": "online"},
            {"waterstad", "dijkdorp", "polderland"},
        ),
        (
            {"locaties": [DORP], "uitvoering": "gemengd", "groepen": [SOON]},
            {"waterstad", "dijkdorp", "polderland"},
        ),
    ],
)
def test_where_one_can_join_is_known_from_the_towns(changes, expected, supplied):
    given_in = supplied(**changes).given_in
    assert given_in == (expected if expected is None else frozenset(expected))


def _at(times, start="2027-01-12", **keys):
    return {"start": start, "tijd": times, **keys}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"groepen": [_at("9:00-17:00")]}, True),
        ({"groepen": [_at("8:30-10:00")]}, False),
        ({"groepen": [_at("15:30-17:30")]}, False),
        ({"groepen": [_at("10:00-11:00", start="2027-01-16")]}, False),
        ({"groepen": [SOON]}, False),
        ({"groepen": [{"status": "op-aanvraag", "tijd": "10:00-11:00"}]}, False),
        (
            {
                "groepen": [
                    {"status": "op-aanvraag", "tijd": "10:00-11:00", "dag": "maandag"}
                ]
            },
            True,
        ),
        (
            {"groepen": [_at("10:00-11:00"), _at("19:30-21:00")]},
            False,
        ),
        (
            {"groepen": [_at("10:00-11:00"), _at("19:30-21:00", status="vol")]},
            True,
        ),
        (
            {
                "groepen": [
                    {"data": ["2027-01-12", "2027-01-16"], "tijd": "10:00-11:00"}
                ]
            },
            False,
        ),
        ({"inloop": [_hours()]}, True),
        ({"inloop": [_hours(dag="zaterdag")]}, False),
        ({"inloop": [_hours()], "groepen": [_at("19:30-21:00")]}, False),
        ({"uitvoering": "online"}, False),
    ],
)
def test_daytime_is_said_only_when_all_days_and_times_are_known(
    changes, expected, supplied
):
    assert supplied(**changes).is_daytime is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"groepen": [SOON]}, True),
        ({"talen": ["nederlands"], "groepen": [SOON]}, True),
        ({"talen": ["nederlands", "turks"], "groepen": [SOON]}, False),
        ({"groepen": [SOON | {"taal": "turks"}]}, False),
        ({"groepen": [SOON, FULL | {"taal": "turks"}]}, True),
        (
            {
                "talen": ["nederlands", "turks"],
                "groepen": [SOON | {"taal": "nederlands"}, FULL | {"taal": "turks"}],
            },
            True,  # the Turkish group is full
        ),
        (
            {
                "talen": ["nederlands", "turks"],
                "groepen": [SOON | {"taal": "nederlands"}],
                "inloop": [_hours()],
            },
            False,
        ),
        ({"talen": ["turks"], "uitvoering": "online"}, False),
        ({"talen": ["turks"], "groepen": [SOON | {"taal": "nederlands"}]}, True),
    ],
)
def test_languages_are_those_of_what_one_can_join(changes, expected, supplied):
    assert supplied(**changes).is_usual_language is expected


def test_where_the_region_names_no_language_none_is_usual(worked_catalogue):
    vocabulary = worked_catalogue.vocabulary
    words = vocabulary.words.model_copy(update={"languages": ()})
    silent = replace(worked_catalogue, vocabulary=replace(vocabulary, words=words))
    supply = Supply(silent, worked.DAY)
    assert supply.usual_language == ""
    assert not any(each.is_usual_language for each in supply.offers)


def test_who_gives_an_offer_together_is_named_after_whose_file_it_is(worked_catalogue):
    supply = Supply(worked_catalogue, worked.DAY)
    together = supply.by_identity["buurtkracht/uit-elkaar"]
    assert together.givers == ("buurtkracht", "cjg")


@pytest.mark.parametrize(
    ("checked_on", "counts"), [("2025-05-24", True), ("2025-05-23", False)]
)
def test_what_left_all_lists_is_no_supply(catalogue, checked_on, counts):
    day = date.fromisoformat(checked_on)
    offer = catalogue.offers[0].model_copy(update={"checked_on": day})
    supply = Supply(replace(catalogue, offers=(offer,)), TODAY)

    assert len(supply.offers) == counts
    assert len(supply.unlisted) == (not counts)


def test_what_does_not_count_is_left_out(worked_catalogue):
    supply = Supply(worked_catalogue, worked.DAY)
    every = {offer.identity for offer in worked_catalogue.offers}
    assert every - supply.by_identity.keys() == {
        "cjg/opvoedspreekuur",  # a form that is no group
        "kinderkracht/scholing-angst",  # for people at work
        "strandlicht/zomerweek",  # not to be seen yet
    }


@pytest.mark.parametrize(
    ("areas", "place", "expected"),
    [
        (("haarlem",), "haarlem", Reach.WHOLLY),
        (("haarlem",), "haarlem-noord", Reach.WHOLLY),
        (("haarlem-noord",), "haarlem", Reach.PARTLY),
        (("haarlem-noord",), "haarlem-noord", Reach.WHOLLY),
        (("haarlem-noord",), "haarlem-schalkwijk", Reach.NOT),
        (("haarlem-noord", "haarlem-schalkwijk"), "haarlem", Reach.WHOLLY),
        (("haarlem-noord",), "regio", Reach.WHOLLY),
        (("regio",), "zandvoort", Reach.WHOLLY),
        (("zandvoort",), "haarlem", Reach.NOT),
        ((), "haarlem", Reach.NOT),
    ],
)
def test_areas_reach_the_people_of_a_place(areas, place, expected, worked_catalogue):
    supply = Supply(worked_catalogue, worked.DAY)
    assert supply.reach_of(areas, supply.place(place)) is expected
