"""Words lead to documents: their own, parts of compounds, others with one meaning."""

from groepsaanbod.search import index
from groepsaanbod.search.compounds import parts
from groepsaanbod.search.index import (
    directory,
    gathered,
    postings,
    sayings,
    shards,
    spellings,
)
from groepsaanbod.search.weighing import Field, weigh
from groepsaanbod.search.words import terms

KNOWN = {"opvoed", "spreekuur", "echtscheiding", "kinderen", "puber", "gedrag", "slaap"}


def documents(*titles):
    return [weigh({Field.NAME: [title]}) for title in titles]


def test_a_title_weighs_more_than_a_text_and_a_long_text_less_than_a_short_one():
    title = weigh({Field.NAME: ["Slapen"]}).weights["slap"]
    text = weigh({Field.TEXT: ["Slapen"]}).weights["slap"]
    long = weigh({Field.TEXT: ["Slapen " + "en nog veel meer woorden " * 50]})

    assert title > 5 * text
    assert text > long.weights["slap"]


def test_a_document_knows_which_words_people_would_type():
    found = weigh(
        {Field.SUMMARY: ["Over slapen."], Field.TEXT: ["Wij slapen zacht."]}, {"over"}
    )

    assert found.loud == {"slapen"}
    assert found.quiet == {"wij", "zacht"}
    assert set(found.weights) == {"slap", "wij", "zach"}


def test_weights_do_not_depend_on_other_documents():
    assert documents("Slapen", "Eten") == [*documents("Slapen"), *documents("Eten")]


def test_compounds_fall_apart_into_words_that_are_known():
    assert parts("opvoedspreekuur", KNOWN) == ["opvoed", "spreekuur"]
    assert parts("echtscheidingskinderen", KNOWN) == ["echtscheiding", "kinderen"]
    assert parts("pubergedrag", KNOWN) == ["puber", "gedrag"]
    assert parts("slaap", KNOWN) == []
    assert parts("pubergezwam", KNOWN) == []


def test_a_compound_is_found_by_its_parts_and_they_by_the_compound():
    made = documents("Opvoedspreekuur", "Spreekuur over opvoeden", "Koffie")
    found = dict(postings(gathered(made), ["opvoeden", "spreekuur", "koffie"]))

    assert [number for number, _ in found[terms("spreekuur")[0]]] == [0, 1]
    assert [number for number, _ in found[terms("opvoedspreekuur")[0]]] == [0, 1]
    assert found[terms("spreekuur")[0]][0][1] < found[terms("spreekuur")[0]][1][1]


def test_words_with_one_meaning_find_each_other_and_weigh_less():
    same = [[" ".join(terms(each)) for each in ("scheiding", "uit elkaar", "ex")]]
    found = dict(
        postings(gathered(documents("Scheiding", "Koffie")), [], same, {"uit"})
    )

    own, other = found["scheid"], found["ex"]
    assert [number for number, _ in own] == [number for number, _ in other] == [0]
    assert other[0][1] < own[0][1]
    assert found["elkar uit elkar"] == other


def test_a_saying_is_found_where_all_its_words_are():
    same = [[" ".join(terms(each)) for each in ("nee durven zeggen", "grenzen")]]
    found = dict(postings(gathered(documents("Durf nee te zeggen", "Nee")), [], same))

    assert [number for number, _ in found["nee nee durf zeg"]] == [0]


def test_a_saying_with_one_telling_word_of_its_group_needs_no_list():
    same = [["ex", "mijn ex", "uit elkar"]]

    assert sayings(same, {"mijn"}) == ["uit elkar"]
    assert sayings(same) == ["mijn ex", "uit elkar"]


def test_spellings_are_the_regions_own_words_then_those_of_names_then_of_texts():
    made = [
        weigh({Field.NAME: ["Slapen"], Field.TEXT: ["rustig ademen"]}),
        weigh({Field.NAME: ["Slapen 2"], Field.TEXT: ["op tijd"]}),
    ]

    assert spellings(gathered(made), ["waterstad", "1"]) == [
        *("slapen", "waterstad"),
        *("ademen", "rustig", "tijd"),
    ]


def test_a_common_term_keeps_the_documents_it_says_most_of(monkeypatch):
    monkeypatch.setattr(index, "MOST_DOCUMENTS", 2)
    made = [
        weigh({Field.TEXT: ["slapen"]}),
        weigh({Field.NAME: ["slapen"]}),
        weigh({Field.SUMMARY: ["slapen"]}),
    ]

    found = dict(postings(gathered(made), []))
    assert [number for number, _ in found["slap"]] == [1, 2]


def test_a_directory_tells_stretches_apart_by_as_little_as_it_can(monkeypatch):
    monkeypatch.setattr(index, "STRETCHES_IN_A_GROUP", 2)
    stretches = [{"aan": [1], "bed": [1]}, {"bedplas": [1]}, {"boos": [1], "kies": [1]}]

    assert directory(stretches) == [["a", "bedp"], ["bo"]]


def test_terms_go_into_files_of_about_one_size(monkeypatch):
    monkeypatch.setattr(index, "SHARD_LENGTH", 40)
    found = {"aan": [(3, 9), (7, 12)], "bed": [(0, 1)], "kies": [(2, 30), (90, 4)]}

    assert list(shards(found.items())) == [
        {"aan": [3, 9, 4, 12], "bed": [0, 1]},
        {"kies": [2, 30, 88, 4]},
    ]
