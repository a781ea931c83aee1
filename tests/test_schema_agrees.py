"""An independent validator with our JSON Schema comes to the check's own verdict.

Only one way round may they differ: what the schema cannot say, the check adds. What
the schema refuses, the check refuses too.
"""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from builders import TODAY
from groepsaanbod.forms import schema_texts
from groepsaanbod.loading import check_file
from groepsaanbod.problems import mistakes

BROKEN = sorted(Path(__file__).parent.glob("data/broken/*.yaml"))

BEYOND_A_SCHEMA = {
    "leeftijd-omgekeerd": "compares two keys",
    "tekst-": "reads Markdown",
    "telefoon-": "counts the digits of a phone number",
    "tijd-": "compares two times",
    "website-spatie": "knows the characters of an address",
    "regel-": "looks across keys and files",
    "advies-": "warns, and refuses nothing",
    "yaml-anker": "sees the YAML, not what it means",
    "yaml-dubbel-veld": "sees the YAML, not what it means",
    "yaml-onzichtbaar-teken": "sees the characters",
}
"""What only the check sees, by how the names of the files begin, and why."""


class EditorsLoader(yaml.SafeLoader):
    """Reads YAML as editors do: numbers are numbers, days are text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML's own
        letter: [each for each in resolvers if not each[0].endswith(":timestamp")]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.fixture(scope="module")
def validator(vocabulary):
    schemas = dict(schema_texts(vocabulary))
    schema = json.loads(schemas["aanbod.schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def as_editors_see(path):
    """Give what a file means to an editor, or None when it is no YAML at all."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=EditorsLoader)  # noqa: S506 - safe
    except yaml.YAMLError:
        return None


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_what_the_schema_refuses_and_accepts_the_check_does_too(validator, good, path):
    seen = as_editors_see(path)
    accepted = seen is not None and validator.is_valid(seen)
    problems = check_file(good, path, TODAY).problems
    checked = not mistakes(list(problems))

    if accepted and not checked:
        assert path.stem.startswith(tuple(BEYOND_A_SCHEMA))
    else:
        assert accepted == checked


@pytest.mark.parametrize("beginning", BEYOND_A_SCHEMA)
def test_each_exception_is_still_needed(beginning):
    assert [path for path in BROKEN if path.stem.startswith(beginning)]


def test_every_good_offer_is_right_by_the_schema(validator, good):
    for path in good.offers.glob("*/*.yaml"):
        if path.name != "aanbieder.yaml":
            assert validator.is_valid(as_editors_see(path)), path
