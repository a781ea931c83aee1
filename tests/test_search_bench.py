"""The region that the bench of the search makes, and how it judges an answer."""

import pytest

from builders import TODAY
from groepsaanbod.loading import Folders, load
from groepsaanbod.problems import mistakes
from search.corpus import Origin, may_grow, next_ages, retitled, write_region
from search.judging import Query, read_queries, succeeds, succeeds_as_one


@pytest.fixture(scope="module")
def made(good, catalogue, tmp_path_factory):
    """A region of 150 offers out of the good one, with the origins of its clones."""
    folder = tmp_path_factory.mktemp("bench") / "offers"
    origins = write_region(folder, 150, good.offers, catalogue)
    return load(Folders(folder, good.region), TODAY), origins


def test_a_made_region_has_its_size_and_no_mistake(made):
    loaded, _ = made

    assert [*mistakes(loaded.problems)] == []
    assert len(loaded.catalogue.offers) == 150


def test_half_of_what_is_made_are_clones_of_real_offers(made, catalogue):
    loaded, origins = made
    real = {each.identity for each in catalogue.offers}
    made_up = {each.identity for each in loaded.catalogue.offers} - real

    assert len(origins) == round(len(made_up) / 2)
    assert set(origins) < made_up
    assert {each.identity for each in origins.values()} == real


def test_a_clone_that_keeps_its_place_is_for_the_same_areas(made):
    loaded, origins = made
    areas = {each.identity: each.areas for each in loaded.catalogue.offers}

    for identity, origin in origins.items():
        same = areas[identity] == areas[origin.identity]
        assert same or not origin.keeps_place
    assert {each.keeps_place for each in origins.values()} == {True, False}


def test_the_same_region_is_made_each_time(good, catalogue, tmp_path):
    def written(name):
        write_region(tmp_path / name, 60, good.offers, catalogue)
        return {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in tmp_path.joinpath(name).rglob("*.yaml")
        }

    assert written("one") == written("other")


def test_an_offer_grows_only_when_no_word_of_it_speaks_of_an_age():
    plain = {
        "titel": "Sterk staan",
        "samenvatting": "Voor wie nee wil leren zeggen.",
        "beschrijving": "Iedereen oefent mee.",
        "leeftijd": {"van": "8", "tot_en_met": "12"},
    }

    assert may_grow(plain)
    assert not may_grow(plain | {"zoekwoorden": ["brugklas"]})
    assert not may_grow(plain | {"leeftijd": {"van": "8", "tot_en_met": "18"}})
    assert not may_grow(plain | {"leeftijd": {"van": "6 maanden", "tot_en_met": "8"}})
    assert next_ages(plain["leeftijd"]) == {"van": "13", "tot_en_met": "17"}


def test_a_title_is_written_in_four_ways_and_stays_short_enough():
    ways = [retitled("KIES: twee huizen", turn, "Jeugdhuis Rietdam") for turn in (1, 2)]

    assert ways == ["KIES bij Jeugdhuis Rietdam", "Twee huizen (KIES)"]
    assert retitled("KIES: twee huizen", 3, "") == "KIES"
    assert retitled("Babycafé", 2, "") == "Meedoen met Babycafé"
    assert retitled("w" * 80, 1, "Jeugdhuis Rietdam") == "w" * 80


CLONES = {
    "elders/kies-1": Origin("cjg/kies", keeps_place=False, keeps_ages=True),
    "ouder/kies-2": Origin("cjg/kies", keeps_place=True, keeps_ages=False),
}


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("naam", {"cjg/kies", "elders/kies-1", "ouder/kies-2"}),
        ("plaats", {"cjg/kies", "ouder/kies-2"}),
        ("leeftijd", {"cjg/kies", "elders/kies-1"}),
    ],
)
def test_a_clone_is_right_when_it_kept_what_the_query_is_about(kind, right):
    query = Query("kies", kind, frozenset({"cjg/kies"}))
    found = ["cjg/kies", "cjg/boos", *CLONES]

    assert {each for each in found if succeeds(query, [each], CLONES)} == right


def test_only_the_first_three_results_count():
    query = Query("kies", "naam", frozenset({"cjg/kies"}))

    assert succeeds(query, ["a/a", "b/b", "elders/kies-1"], CLONES)
    assert not succeeds(query, ["a/a", "b/b", "c/c", "cjg/kies"], CLONES)


def test_clones_that_are_the_same_to_the_judge_can_count_as_one():
    query = Query("boos", "thema", frozenset({"cjg/boos"}))
    same = {f"ander/kies-{number}": CLONES["elders/kies-1"] for number in range(4)}

    assert not succeeds(query, [*same, "cjg/boos"], same)
    assert succeeds_as_one(query, [*same, "cjg/boos"], same)
    assert not succeeds_as_one(query, [*same, "a/a", "b/b", "cjg/boos"], same)


def test_a_list_of_queries_is_read(tmp_path):
    path = tmp_path / "queries.yaml"
    path.write_text("- {vraag: 2 jaar, soort: leeftijd, goed: [a/b, a/c]}\n", "utf-8")

    assert read_queries(path) == [
        Query("2 jaar", "leeftijd", frozenset({"a/b", "a/c"}))
    ]
