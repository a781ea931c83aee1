"""One file to a record; each mistake to a Dutch sentence."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import ValidationError, model_validator

from builders import MINIMAL
from groepsaanbod.description import keys_of
from groepsaanbod.fields import LONGEST_LIST_TO_SHOW, Record, key
from groepsaanbod.forms import SCHEMAS
from groepsaanbod.model import Costs, Group, OfferFile
from groepsaanbod.planning import (
    AimsFile,
    DecisionsFile,
    InhabitantsFile,
    NormsFile,
    QuestionsFile,
)
from groepsaanbod.reading import example_line, read_record
from groepsaanbod.site import HelplinesFile, Site
from groepsaanbod.source import Document, read
from groepsaanbod.vocabulary import (
    AgesFile,
    MunicipalitiesFile,
    ProgrammesFile,
    ThemesFile,
    WordsFile,
)

PLANNING_FILES = (
    AimsFile,
    DecisionsFile,
    InhabitantsFile,
    NormsFile,
    QuestionsFile,
)
REGION_FILES = (
    AgesFile,
    HelplinesFile,
    MunicipalitiesFile,
    ProgrammesFile,
    Site,
    ThemesFile,
    WordsFile,
)
WRONG_VALUES = ("x", "", "0", "x" * 5000, "a\nb", "-x -y", [], {}, [[]], [{}], [""])
WRONG_VALUES += (
    ["x", "x"],
    [f"x{n}" for n in range(30)],
    {"x": "y"},
    [{"x": "y"}],
    {"": []},
)

ENGLISH = re.compile(
    r"\b(input|should|valid|value|field|required|expected|error|string|unable|list of"
    r"|dictionary|instance|tuple|must|parse|extra|permitted)\b",
    re.IGNORECASE,
)


def document_of(data):
    return Document("a.yaml", data, {(): (1, 1)})


def said(data, vocabulary, kind=OfferFile):
    record, problems = read_record(document_of(data), kind, vocabulary)
    assert (record is None) == bool(problems)
    return [f"{each.field}: {each.message}" for each in problems]


def filled(kind, vocabulary):
    """Give a record in which each key has some value of the right shape."""
    data = {}
    for name, each in keys_of(kind).items():
        if each.parts:
            value = filled(each.parts, vocabulary)
        elif each.list_name and vocabulary:
            value = next(iter(vocabulary.choices(each.list_name)))
        else:
            value = each.words[0] if each.words else each.example.strip('"[]') or "x"
        if each.many:
            value = value.split(", ") if isinstance(value, str) else [value]
        data[name] = value
    return data


def places(data, location=()):
    """Give the location of each value in it."""
    yield location
    inner = enumerate(data) if isinstance(data, list) else ()
    for name, value in data.items() if isinstance(data, dict) else inner:
        yield from places(value, (*location, name))


def changed(data, location, value):
    if not location:
        return value
    first, *rest = location
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[first] = changed(data[first], rest, value)
    return copy


def without(data, location):
    if len(location) == 1:
        return {name: value for name, value in data.items() if name != location[0]}
    first, *rest = location
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[first] = without(data[first], rest)
    return copy


def wrong_records(kind, vocabulary):
    """Give records with each value in turn replaced by each of the wrong ones."""
    data = filled(kind, vocabulary)
    for location in places(data):
        if not location:
            continue
        for value in WRONG_VALUES:
            yield changed(data, location, value)
        if isinstance(location[-1], str):
            yield without(data, location)


def test_a_minimal_offer_is_read(vocabulary):
    record, problems = read_record(document_of(MINIMAL), OfferFile, vocabulary)

    assert problems == []
    assert record.title == "Beter slapen"
    assert record.groups == ()
    assert record.programme is None


def test_a_record_cannot_change(vocabulary):
    record, _ = read_record(document_of(MINIMAL), OfferFile, vocabulary)

    with pytest.raises(ValidationError):
        record.title = "Anders"


def test_an_empty_key_is_as_if_it_was_not_there(vocabulary):
    empty = MINIMAL | {"programma": "", "methode": "", "groepen": ""}
    nested = MINIMAL | {"groepen": [{"start": "2027-01-12", "tijd": "", "taal": ""}]}

    assert said(empty, vocabulary) == []
    assert said(nested, vocabulary) == []


def test_a_missing_key_is_told_with_what_to_type(vocabulary):
    data = {name: value for name, value in MINIMAL.items() if name != "vorm"}

    assert said(data, vocabulary) == [
        "vorm: dit veld ontbreekt; zet erbij: vorm: training"
    ]


def test_a_misspelt_key_is_told_once(vocabulary):
    data = {name: value for name, value in MINIMAL.items() if name != "vorm"}

    assert said(data | {"form": "cursus"}, vocabulary) == [
        "form: dit veld kennen we niet; bedoelt u 'vorm'?"
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Titel", "bedoelt u 'titel'?"),
        ("thema", "bedoelt u 'themas'?"),
        ("sam", "bedoelt u 'samenvatting'?"),
        ("e", "haal het weg of zoek het op in de veldengids"),
        ("kleur", "haal het weg of zoek het op in de veldengids"),
    ],
)
def test_an_unknown_key_gets_the_one_that_was_meant(vocabulary, name, sentence):
    assert said(MINIMAL | {name: "x"}, vocabulary) == [
        f"{name}: dit veld kennen we niet; {sentence}"
    ]


def test_where_few_keys_are_possible_they_are_all_told(vocabulary):
    data = MINIMAL | {"zichtbaar": {"altijd": "ja"}}

    assert said(data, vocabulary) == [
        "zichtbaar.altijd: dit veld kennen we niet; deze velden kunnen hier: van, tot"
    ]


@pytest.mark.parametrize("kind", REGION_FILES)
def test_each_mistake_in_a_file_of_the_region_is_told_in_dutch(kind):
    types = set()
    for data in wrong_records(kind, None):
        types |= types_of_errors(kind, data, None)
        for sentence in said(data, None, kind):
            assert not ENGLISH.search(sentence), sentence
    assert types <= EVERY_TYPE


@pytest.mark.parametrize("kind", PLANNING_FILES)
def test_each_mistake_in_a_file_for_the_reports_is_told_in_dutch(vocabulary, kind):
    types = set()
    for data in wrong_records(kind, vocabulary):
        types |= types_of_errors(kind, data, vocabulary)
        for sentence in said(data, vocabulary, kind):
            assert not ENGLISH.search(sentence), sentence
            assert len(sentence) < 400
    assert types <= EVERY_TYPE


EVERY_TYPE = {
    "extra_forbidden",
    "missing",
    "model_type",
    "too_long",
    "too_short",
    "tuple_type",
    "wrong",
}
"""What ``reading`` has a sentence for."""


def types_of_errors(kind, data, vocabulary):
    try:
        kind.model_validate(data, context=vocabulary)
    except ValidationError as error:
        return {each["type"] for each in error.errors()}
    return set()


def test_what_nobody_foresaw_is_told_in_dutch_too():
    sentence = "dit klopt niet; vergelijk het met offers/_voorbeeld.yaml"

    assert said({"getal": "x"}, None, Odd) == [f"getal: {sentence}"]
    assert said({"getal": "8"}, None, Odd) == [f": {sentence}"]


class Odd(Record):
    """A record whose checks raise errors of pydantic's own."""

    number: int = key("getal", "Getal", "Een getal.", "8")

    @model_validator(mode="after")
    def _never(self):
        raise ValueError("never")


def test_each_mistake_in_a_partners_file_is_told_in_dutch(vocabulary):
    types = set()
    for kind, _ in SCHEMAS.values():
        for data in wrong_records(kind, vocabulary):
            types |= types_of_errors(kind, data, vocabulary)
            for sentence in said(data, vocabulary, kind):
                assert not ENGLISH.search(sentence), sentence
                assert len(sentence) < 400
                assert "{}" not in sentence
    assert types == EVERY_TYPE


def test_a_record_with_a_value_for_each_key_is_read(vocabulary):
    for kind, _ in SCHEMAS.values():
        assert said(filled(kind, vocabulary), vocabulary, kind) == []


def test_an_example_of_each_key_is_right_when_typed_over(vocabulary):
    for each in keys_of(OfferFile).values():
        line = example_line(each, vocabulary)
        document, problems = read("a.yaml", line.encode())
        assert problems == [], line
        assert said(MINIMAL | document.data, vocabulary) == [], line


def test_an_example_of_parts_shows_what_is_needed(vocabulary):
    keys = keys_of(OfferFile)

    assert example_line(keys["aanmelden"], vocabulary) == (
        "aanmelden: {hoe: binnenlopen}"
    )
    assert example_line(keys["locaties"], vocabulary) == (
        "locaties: [{naam: De Buurtkamer, plaats: Voorbeeldstad}]"
    )


def test_the_keys_of_a_group_are_few_enough_to_show():
    assert len(keys_of(Group)) <= LONGEST_LIST_TO_SHOW


def test_free_costs_are_one_word():
    assert Costs.model_validate("gratis").is_free
    assert not Costs.model_validate({"bedrag": "15"}).is_free


@settings(derandomize=True, max_examples=100)
@given(
    some.dictionaries(
        some.sampled_from([*MINIMAL, "groepen", "inloop", "bereik", "methode", "x"]),
        some.recursive(
            some.sampled_from(["x", "8", "ja", "gratis", "2026-11-02", " ", "-"]),
            lambda inner: (
                some.lists(inner, max_size=3)
                | some.dictionaries(
                    some.sampled_from(["van", "tot", "hoe", "start", "jaar", "y"]),
                    inner,
                )
            ),
            max_leaves=8,
        ),
        min_size=1,
    )
)
def test_anything_nested_is_read_or_told_in_dutch(vocabulary, data):
    written = yaml.safe_dump(data, sort_keys=False).encode()
    document, problems = read("a.yaml", written)
    if document is not None:
        record, found = read_record(document, OfferFile, vocabulary)
        assert (record is None) == bool(found)
        problems = found
    for each in problems:
        assert 1 <= each.line <= written.count(b"\n") + 1
        assert not ENGLISH.search(str(each)), each
