"""Reads the description back: which keys a record has, and what each one takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from groepsaanbod.fields import (
    AgeWritten,
    Amount,
    Count,
    CountOrUnknown,
    Day,
    Email,
    HowMany,
    Line,
    Markdown,
    Meetings,
    OneOf,
    Phone,
    Postcode,
    Record,
    Slug,
    Times,
    WebAddress,
    Word,
    Year,
    YesNo,
)

KINDS: dict[str, Any] = {
    "markdown": Markdown,
    "phone": Phone,
    "email": Email,
    "web": WebAddress,
    "postcode": Postcode,
    "yes-no": YesNo,
    "count": Count,
    "meetings": Meetings,
    "count-or-unknown": CountOrUnknown,
    "year": Year,
    "amount": Amount,
    "day": Day,
    "times": Times,
    "age": AgeWritten,
    "slug": Slug,
}
"""The kinds of value that are not lines, words or records, by name."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record, as ``model`` describes it."""

    name: str
    attribute: str
    title: str
    explanation: str
    example: str
    required: bool
    many: bool
    """Whether it takes a list."""
    least: int
    most: int | None
    """How many it takes, if it takes a list."""
    kind: str
    """What each value is: record, line, word, one-of, or one of ``KINDS``."""
    list_name: str
    """The region's list its words come from, or empty."""
    words: tuple[str, ...]
    """The words with a meaning in the code, if it takes those."""
    length: int
    """How many characters fit, for one line of text; else 0."""
    parts: type[Record] | None
    """The record it holds, or holds a list of."""
    widget: str
    schema: Mapping[str, Any] = field(compare=False, repr=False)
    """What an editor can check of one value, as JSON Schema; or empty."""

    @property
    def is_number(self) -> bool:
        """Whether it takes a number or a day: what has a meaning without quotes."""
        forms = (self.schema, *self.schema.get("anyOf", ()))
        return any(
            each.get("type") in {"integer", "number"} or each.get("format") == "date"
            for each in forms
        )


@lru_cache
def keys_of(kind: type[Record]) -> Mapping[str, Key]:
    """Give the keys of a record by their Dutch names, in the order of the model."""
    return MappingProxyType(
        {
            str(info.alias): _key(attribute, info)
            for attribute, info in kind.model_fields.items()
        }
    )


def _key(attribute: str, info: FieldInfo) -> Key:
    kinds = [*_within(info.annotation), *info.metadata]
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    words = [each.kind for each in kinds if isinstance(each, OneOf)]
    return Key(
        name=str(info.alias),
        attribute=attribute,
        title=info.title or "",
        explanation=info.description or "",
        example=str(info.examples[0]) if info.examples else "",
        required=info.is_required(),
        many=tuple in kinds,
        least=max(
            (each.least for each in kinds if isinstance(each, HowMany)), default=0
        ),
        most=next((each.most for each in kinds if isinstance(each, HowMany)), None),
        kind=_kind(kinds),
        list_name=next(
            (each.list_name for each in kinds if isinstance(each, Word)), ""
        ),
        words=_members(words[0]) if words else (),
        length=next((each.length for each in kinds if isinstance(each, Line)), 0),
        parts=next((each for each in kinds if _is_record(each)), None),
        widget=str(extra.get("x-widget", "")),
        schema=next(
            (
                each.json_schema
                for each in kinds
                if isinstance(each, WithJsonSchema) and each.json_schema
            ),
            {},
        ),
    )


def _kind(kinds: list[Any]) -> str:
    for name, kind in (("line", Line), ("word", Word), ("one-of", OneOf)):
        if any(isinstance(each, kind) for each in kinds):
            return name
    checks = ((name, get_args(kind)[1]) for name, kind in KINDS.items())
    return next((name for name, check in checks if check in kinds), "record")


def _members(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(each) for each in kind)


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _within(annotation: Any) -> list[Any]:  # noqa: ANN401 - annotations are anything
    """Give the annotation and everything it is made of: arguments and metadata."""
    found = [annotation]
    origin = getattr(annotation, "__origin__", None)
    found += [origin] if origin is not None else []
    found += getattr(annotation, "__metadata__", ())
    for argument in (*get_args(annotation), *([origin] if origin else [])):
        if argument is not annotation and get_args(argument):
            found += _within(argument)
        else:
            found.append(argument)
    return found


def record_at(kind: type[Record], location: tuple[str | int, ...]) -> type[Record]:
    """Give the innermost record that a location leads to."""
    for part in location:
        key = keys_of(kind).get(part) if isinstance(part, str) else None
        if key is not None and key.parts is not None:
            kind = key.parts
    return kind
