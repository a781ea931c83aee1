"""The JSON Schema and the field guide follow from the model."""

import json
import re
from pathlib import Path

import pytest
import yaml

from builders import TODAY
from groepsaanbod.description import keys_of
from groepsaanbod.forms import (
    GUIDE_END,
    GUIDE_START,
    SCHEMAS,
    field_guide,
    schema_texts,
    with_field_guide,
)
from groepsaanbod.loading import Folders, load
from groepsaanbod.model import OfferFile, PartnerFile

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def schemas(vocabulary):
    return {name: json.loads(text) for name, text in schema_texts(vocabulary)}


def parts_of(schema):
    """Give each part of a schema that says something of a value."""
    yield schema
    for value in schema.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from parts_of(each)


def test_the_schema_in_the_project_is_current():
    live = load(Folders(PROJECT / "offers", PROJECT / "region"), TODAY).catalogue
    written = {
        path.name: path.read_text("utf-8") for path in PROJECT.glob("schema/*.json")
    }

    assert written == dict(schema_texts(live.vocabulary)), "run: make schema"


def test_each_schema_says_which_kind_it_is_and_what_it_is_of(schemas):
    assert list(schemas) == list(SCHEMAS)
    for name, schema in schemas.items():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["title"] == SCHEMAS[name][1]
        assert schema["type"] == "object"
        assert schema["additionalProperties"] is False


def test_each_reference_leads_somewhere_and_each_pattern_can_be_used(schemas):
    for schema in schemas.values():
        for part in parts_of(schema):
            if isinstance(reference := part.get("$ref"), str):
                assert reference.removeprefix("#/$defs/") in schema["$defs"]
            if isinstance(pattern := part.get("pattern"), str):
                re.compile(pattern)


def test_a_schema_has_the_keys_of_the_model_and_asks_for_the_same(schemas):
    for name, (kind, _) in SCHEMAS.items():
        keys = keys_of(kind)

        assert list(schemas[name]["properties"]) == list(keys)
        assert schemas[name]["required"] == [
            each.name for each in keys.values() if each.required
        ]


def test_an_editor_shows_dutch_and_no_word_of_ours(schemas, vocabulary):
    titles = {key.title for kind, _ in SCHEMAS.values() for key in all_keys(kind)} | {
        title for _, title in SCHEMAS.values()
    }
    for schema in schemas.values():
        for part in parts_of(schema):
            if isinstance(title := part.get("title"), str):
                assert title in titles, title
    for _, text in schema_texts(vocabulary):
        assert "``" not in text
        assert '"null"' not in text
        assert '"x-' not in text
        assert '"default"' not in text


def all_keys(kind):
    for key in keys_of(kind).values():
        yield key
        if key.parts:
            yield from all_keys(key.parts)


def test_the_regions_words_stand_in_the_schema(schemas):
    properties = schemas["aanbod.schema.json"]["properties"]

    assert properties["vorm"]["enum"] == [
        "training",
        "cursus",
        "inloop",
        "praatgroep",
        "activiteit",
        "online-programma",
    ]
    assert properties["themas"]["minItems"] == 1
    assert properties["themas"]["maxItems"] == 3
    assert properties["programma"]["enum"] == ["stevig"]
    assert properties["uitvoering"]["enum"] == ["op-locatie", "online", "gemengd"]


def test_a_new_partner_does_not_change_the_schema(schemas):
    given_with = schemas["aanbod.schema.json"]["properties"]["samen_met"]

    assert given_with["items"] == {
        "type": "string",
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    }


def test_costs_are_free_or_an_amount(schemas):
    costs = schemas["aanbod.schema.json"]["$defs"]["Costs"]["anyOf"]

    assert costs[0] == {"const": "gratis"}
    assert costs[1]["required"] == ["bedrag"]
    assert list(costs[1]["properties"]) == ["bedrag", "toelichting"]


def as_json(path):
    """Give a file as an editor sees it: with numbers, and days as text."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))


def test_editors_find_no_fault_in_the_good_files(good, schemas):
    jsonschema = pytest.importorskip("jsonschema")
    for path in good.offers.glob("*/*.yaml"):
        kind = "aanbieder" if path.stem == "aanbieder" else "aanbod"
        jsonschema.validate(as_json(path), schemas[f"{kind}.schema.json"])


def test_the_field_guide_has_each_key_with_its_parts(vocabulary):
    for kind, _ in SCHEMAS.values():
        guide = field_guide(kind, vocabulary)

        assert [each.key for each in guide] == list(keys_of(kind))
        for each, key in zip(guide, keys_of(kind).values(), strict=True):
            inner = list(keys_of(key.parts)) if key.parts else []
            assert [part.key for part in each.parts] == inner
            assert each.title
            assert each.explanation
            assert each.example.startswith(f"{each.key}: ")
            assert "…" not in each.example


def test_the_field_guide_gives_the_words_to_choose_from(vocabulary):
    guide = {each.key: each for each in field_guide(OfferFile, vocabulary)}

    assert guide["gebieden"].choices[:2] == (
        ("regio", "de hele regio"),
        ("waterstad", "Waterstad"),
    )
    assert guide["uitvoering"].choices == (
        ("op-locatie", ""),
        ("online", ""),
        ("gemengd", ""),
    )
    assert guide["titel"].choices == ()
    assert guide["titel"].required
    assert not guide["programma"].required
    assert guide["vorm"].example == "vorm: training"


def test_the_field_guide_is_written_between_its_marks(vocabulary):
    document = f"# Boven\n{GUIDE_START}oud\n{GUIDE_END}# Onder\n"
    written = with_field_guide(document, vocabulary)

    assert written.startswith(
        f"# Boven\n{GUIDE_START}\n### Een aanbod\n\n- **`titel`**"
    )
    assert written.endswith(f"{GUIDE_END}# Onder\n")
    assert "oud\n" not in written
    assert (
        "- **`vorm`** (verplicht): Hoe het eruitziet.\n"
        "  Kies uit: `training`, `cursus`, `inloop`, `praatgroep`, `activiteit`,"
        " `online-programma`.\n"
    ) in written
    assert "  - **`tot_en_met`** (verplicht): " in written
    assert with_field_guide(written, vocabulary) == written
    for key in [*all_keys(OfferFile), *all_keys(PartnerFile)]:
        assert f"- **`{key.name}`** (" in written
