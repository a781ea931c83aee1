"""How many children live somewhere, and what they are asked about; worked by hand."""

import pytest

from groepsaanbod.analysis.demand import Demand, Demands
from groepsaanbod.analysis.supply import places
from groepsaanbod.planning import (
    Certainty,
    Inhabitants,
    InhabitantsFile,
    Planning,
    QuestionsFile,
)
from groepsaanbod.vocabulary import AgeGroup


@pytest.fixture(scope="module")
def demands(catalogue):
    return Demands(catalogue.planning, catalogue.vocabulary)


@pytest.fixture(scope="module")
def place(vocabulary):
    return {each.word: each for each in places(vocabulary, "Rivierenland")}


@pytest.fixture(scope="module")
def ages(vocabulary):
    return {each.word: each for each in vocabulary.ages.for_reports}


def a_count(where, *bands, **more):
    """Give a count of people with ages from, to and a number, as they are written."""
    return {
        "waar": where,
        "bron": "Telling",
        "jaar": "2026",
        "zekerheid": "geteld",
        "leeftijden": [
            {"vanaf": since, "tot": until, "aantal": number}
            for since, until, number in bands
        ],
    } | more


def counted(vocabulary, *counts):
    """Give the demands of a region in which only these counts were made."""
    file = InhabitantsFile.model_validate({"tellingen": counts}, context=vocabulary)
    return Demands(Planning(inhabitants=file.counts), vocabulary)


def asked(vocabulary, *sources):
    """Give the demands of a region in which each of these was asked: theme, share."""
    file = QuestionsFile.model_validate(
        {
            "bronnen": [
                {
                    "bron": f"Telling {number}",
                    "jaar": "2026",
                    "zekerheid": "geteld",
                    "vragen": [
                        {"thema": theme, "aandeel": share} for theme, share in source
                    ],
                }
                for number, source in enumerate(sources)
            ]
        },
        context=vocabulary,
    )
    return Demands(Planning(questions=file.sources), vocabulary)


def a_group(since, until):
    word = f"van-{since}-tot-{until}".replace(" ", "-")
    return AgeGroup.model_validate(
        {"woord": word, "naam": word, "vanaf": since, "tot": until}
    )


def test_a_count_for_the_same_ages_is_taken_as_it_is(demands, place, ages):
    children = demands.children(place["waterstad"], ages["0-12"])

    assert children.number == 1200
    assert [each.source for each in children.counts] == ["Telling van de stad"]


def test_a_count_for_other_ages_is_spread_evenly_over_the_months(demands, place, ages):
    younger = demands.children(place["dijkdorp"], ages["0-12"])
    older = demands.children(place["dijkdorp"], ages["12-24"])

    assert younger.number == 100 + 110 + 120 * 24 / 60
    assert older.number == 120 * 36 / 60 + 130 + 140 * 48 / 60


def test_part_of_a_band_may_be_months(vocabulary, place):
    demands = counted(vocabulary, a_count("dijkdorp", ("0", "1", "24")))

    half_a_year = demands.children(place["dijkdorp"], a_group("0", "6 maanden"))
    assert half_a_year.number == 12


def test_villages_are_added_up_for_their_area(demands, place, ages):
    children = demands.children(place["waterstad-noord"], ages["0-12"])

    assert children.number == (240 + 120 * 24 / 120) + 360 * 144 / 180
    assert [each.village for each in children.counts] == ["Havenwijk", "Sluiswijk"]
    assert {each.certainty for each in children.counts} == {Certainty.ESTIMATED}


def test_the_sum_is_unknown_where_one_village_is(demands, place, ages):
    assert demands.children(place["waterstad-noord"], ages["12-24"]) is None


def test_a_count_for_the_whole_goes_before_the_sum_of_villages(vocabulary, place):
    demands = counted(
        vocabulary,
        a_count("dijkdorp", ("0", "12", "90"), kern="Kapelveer"),
        a_count("dijkdorp", ("0", "12", "100")),
        a_count("dijkdorp", ("0", "12", "20"), kern="Uiterwaard"),
    )

    assert demands.children(place["dijkdorp"], a_group("0", "12")).number == 100


def test_a_figure_that_is_only_remembered_does_not_count(demands, place, ages):
    assert demands.children(place["waterstad-zuid"], ages["0-12"]) is None


def test_unknown_is_not_nobody(vocabulary, place):
    nobody = counted(vocabulary, a_count("dijkdorp", ("0", "12", "0")))
    unknown = counted(vocabulary, a_count("dijkdorp", ("0", "12", "onbekend")))
    group = a_group("0", "12")

    assert nobody.children(place["dijkdorp"], group).number == 0
    assert unknown.children(place["dijkdorp"], group) is None
    assert unknown.children(place["polderland"], group) is None


def test_ages_that_nobody_counted_make_a_place_unknown(vocabulary, place):
    demands = counted(vocabulary, a_count("dijkdorp", ("0", "12", "120")))

    assert demands.children(place["dijkdorp"], a_group("6", "12")).number == 60
    assert demands.children(place["dijkdorp"], a_group("6", "13")) is None


def test_an_unknown_band_matters_only_to_its_own_ages(vocabulary, place):
    demands = counted(
        vocabulary, a_count("dijkdorp", ("0", "12", "120"), ("12", "24", "onbekend"))
    )

    assert demands.children(place["dijkdorp"], a_group("0", "12")).number == 120
    assert demands.children(place["dijkdorp"], a_group("11", "13")) is None


def test_before_birth_there_is_nobody_to_count(vocabulary, place):
    demands = counted(vocabulary, a_count("dijkdorp", ("0", "4", "48")))

    with_pregnancy = demands.children(place["dijkdorp"], a_group("zwangerschap", "4"))
    assert with_pregnancy.number == 48


def test_the_region_is_the_sum_of_its_municipalities(demands, place, ages):
    children = demands.children(place["regio"], ages["0-12"])

    assert children.number == 1200 + 258 + 60
    assert [each.where for each in children.counts] == [
        "waterstad",
        "dijkdorp",
        "polderland",
    ]


def test_the_region_is_unknown_when_one_municipality_is(demands, place, ages):
    assert demands.children(place["polderland"], ages["12-24"]) is None
    assert demands.children(place["regio"], ages["12-24"]) is None


def test_a_share_is_the_mean_of_the_sources_that_give_one(demands):
    assert demands.shares["angst"].percent == (35 + 10) / 2
    assert [each.source for each in demands.shares["angst"].sources] == [
        "Huisartsen",
        "Spreekuur in Waterstad",
    ]
    assert demands.shares["scheiding"].percent == 20
    assert demands.shares["slapen"].percent == 80


def test_shares_of_a_source_may_be_more_than_a_hundred_together(vocabulary):
    demands = asked(vocabulary, [("angst", "90"), ("slapen", "60")])

    assert {theme: each.percent for theme, each in demands.shares.items()} == {
        "angst": 90,
        "slapen": 60,
    }


def test_a_share_of_nothing_is_known(vocabulary):
    demands = asked(vocabulary, [("angst", "0")], [("angst", "30")])

    assert demands.shares["angst"].percent == 15


def test_a_theme_that_is_only_named_has_no_share(demands):
    assert "somberheid" not in demands.shares
    assert "ontmoeten" not in demands.shares


def test_a_gap_weighs_children_times_share(demands, place, ages):
    assert demands.of(place["waterstad"], ages["0-12"], "scheiding").weight == 240


@pytest.mark.parametrize(
    "cell",
    [
        ("waterstad", "0-12", "ontmoeten"),
        ("waterstad-zuid", "0-12", "scheiding"),
        ("polderland", "12-24", "somberheid"),
    ],
)
def test_without_both_a_gap_cannot_be_weighed(demands, vocabulary, cell):
    where, group, theme = cell
    place = {each.word: each for each in places(vocabulary, "Rivierenland")}[where]
    ages = {each.word: each for each in vocabulary.ages.for_reports}[group]

    assert demands.of(place, ages, theme).weight is None


def test_without_any_file_nothing_is_known(vocabulary, place, ages):
    demands = Demands(Planning(), vocabulary)

    assert demands.of(place["regio"], ages["0-12"], "angst") == Demand(None, None)


def test_a_count_says_where_it_is_from(demands, place, ages):
    count: Inhabitants = demands.children(place["polderland"], ages["0-12"]).counts[0]

    assert (count.source, count.year, count.certainty) == (
        "Voorbeeld",
        2026,
        "voorbeeld",
    )
