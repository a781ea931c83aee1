"""The JSON Schema for editors and the field guide for people, from the one model."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from groepsaanbod.description import Key, keys_of
from groepsaanbod.fields import SLUG, Record
from groepsaanbod.model import Costs, NewsFile, OfferFile, PartnerFile
from groepsaanbod.reading import example_value
from groepsaanbod.views import FieldView
from groepsaanbod.vocabulary import Vocabulary

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, tuple[type[Record], str]] = {
    "aanbod.schema.json": (OfferFile, "Een aanbod"),
    "aanbieder.schema.json": (PartnerFile, "Een aanbieder"),
    "nieuws.schema.json": (NewsFile, "Een nieuwsbericht"),
}
"""The files in ``schema/``, what each describes, and its title."""


def schema_texts(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each JSON Schema, with the region's words in it.

    Partners are no fixed list: a new one must not make the schema out of date.
    """
    vocabulary = replace(vocabulary, partners=())
    for name, (kind, title) in SCHEMAS.items():
        schema = _finished(kind.model_json_schema(), vocabulary)
        whole = {"$schema": SCHEMA_DIALECT, **schema, "title": title}
        yield name, json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _finished(part: Any, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - JSON
    """Put the region's words in, and leave out what means nothing to an editor."""
    if isinstance(part, list):
        return [_finished(each, vocabulary) for each in part]
    if not isinstance(part, dict):
        return part
    schema = {
        name: _finished(value, vocabulary)
        for name, value in part.items()
        if name not in {"default", "x-list", "x-widget", "examples"}
    }
    if "properties" in part:  # a record's own name and docstring are for developers
        schema = {
            name: value
            for name, value in schema.items()
            if name not in {"title", "description"}
        }
    if part.get("title") == Costs.__name__:
        return {"anyOf": [{"const": "gratis"}, {**schema, "required": ["bedrag"]}]}
    if list_name := part.get("x-list"):
        words = list(vocabulary.choices(list_name))
        schema |= {"enum": words} if words else {"pattern": f"^{SLUG.pattern}$"}
    return _without_null(schema)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Leave null out: a key that is not needed is not written."""
    choices = schema.get("anyOf", [])
    if {"type": "null"} not in choices:
        return schema
    rest = [choice for choice in choices if choice != {"type": "null"}]
    others = {name: value for name, value in schema.items() if name != "anyOf"}
    return {**rest[0], **others} if len(rest) == 1 else {**others, "anyOf": rest}


def field_guide(kind: type[Record], vocabulary: Vocabulary) -> tuple[FieldView, ...]:
    """Give the keys of a file with what each means, takes and looks like."""
    return tuple(_field(key, vocabulary) for key in keys_of(kind).values())


def _field(key: Key, vocabulary: Vocabulary) -> FieldView:
    if key.list_name:
        words = vocabulary.choices(key.list_name)
        choices = tuple((word, words[word].name) for word in words)
    else:
        choices = tuple((word, "") for word in key.words)
    return FieldView(
        key=key.name,
        title=key.title,
        explanation=key.explanation,
        required=key.required,
        example=f"{key.name}: {key.example or example_value(key, vocabulary)}",
        choices=choices,
        parts=field_guide(key.parts, vocabulary) if key.parts else (),
    )


GUIDE_START = "<!-- veldengids: gemaakt door `make schema` -->\n"
GUIDE_END = "<!-- einde veldengids -->\n"


def with_field_guide(document: str, vocabulary: Vocabulary) -> str:
    """Give a Markdown document with the field guide written anew between its marks.

    Raises ValueError when the marks are not there.
    """
    vocabulary = replace(vocabulary, partners=())
    before, start, rest = document.partition(GUIDE_START)
    _, end, after = rest.partition(GUIDE_END)
    if not (start and end):
        raise ValueError("the marks of the field guide are not in this document")
    guide = "".join(
        f"\n### {heading}\n\n{_guide_list(field_guide(kind, vocabulary))}"
        for heading, kind in (
            ("Een aanbod", OfferFile),
            ("Uw organisatie: `aanbieder.yaml`", PartnerFile),
            ("Een bericht: `nieuws/2026-11-24-nieuwe-groep.yaml`", NewsFile),
        )
    )
    return f"{before}{start}{guide}\n{end}{after}"


def _guide_list(fields: tuple[FieldView, ...], indent: str = "") -> str:
    text = ""
    for each in fields:
        duty = "verplicht" if each.required else "mag"
        text += f"{indent}- **`{each.key}`** ({duty}): {each.explanation}\n"
        if each.choices:
            words = ", ".join(f"`{word}`" for word, _ in each.choices)
            text += f"{indent}  Kies uit: {words}.\n"
        text += _guide_list(tuple(each.parts), f"{indent}  ")
    return text
