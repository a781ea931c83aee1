"""What every kind of value shares: records, keys, and mistakes in Dutch."""

import re
from abc import ABC, abstractmethod
from functools import cache
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from groepsaanbod.remedies import Remedy


class Plain(str):
    """Text that stood in the file without quotes, where YAML readers may guess."""

    __slots__ = ()


NO_LIST = "hier hoort één woord; schrijf het zonder haken en streepjes"


def wrong(fact: str, remedy: Remedy | None = None) -> PydanticCustomError:
    """Give the error that carries a Dutch sentence through pydantic."""
    context: dict[str, Any] = {"fact": fact, "remedy": remedy}
    return PydanticCustomError("wrong", "{fact}", context)


def record_config() -> ConfigDict:
    """Give the settings of each record: frozen, Dutch keys only, nothing unknown.

    Pydantic gets ready for a kind of record when the first is read: most builds take
    over nearly all of them from the one before.
    """
    return ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


class Record(BaseModel):
    """A part of a file: frozen, written with Dutch keys, without unknown ones."""

    model_config = record_config()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle only the values: a third of the room and time that pydantic takes."""
        held = vars(self)
        return _again, (type(self), tuple([held[name] for name in _names(type(self))]))


@cache
def _names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _all_set(kind: type[Record]) -> set[str]:
    """Give which keys count as given: one set for all records, since none changes."""
    return set(_names(kind))


def _again(kind: type[Record], values: tuple[object, ...]) -> Record:
    record = kind.__new__(kind)
    for name, value in (
        ("__dict__", dict(zip(_names(kind), values, strict=True))),
        ("__pydantic_fields_set__", _all_set(kind)),
        ("__pydantic_extra__", None),
        ("__pydantic_private__", None),
    ):
        object.__setattr__(record, name, value)
    return record


def key(  # noqa: PLR0913 - a row of the description has this many columns
    alias: str,
    title: str,
    explanation: str,
    example: object = None,
    *,
    default: Any = ...,  # noqa: ANN401 - as wide as pydantic's own
    widget: str = "",
) -> Any:  # noqa: ANN401
    """Describe one key of a file: its Dutch name, its label, what it means.

    ``example`` is what one could write; the field guide, the editor's help and the
    message for a missing key show it. ``default=...`` makes the key required.
    """
    return Field(
        default,
        alias=alias,
        title=title,
        description=explanation,
        examples=None if example is None else [example],
        json_schema_extra={"x-widget": widget} if widget else None,
    )


class ValueKind(ABC):
    """A kind of value that checks itself: metadata for ``Annotated``."""

    @abstractmethod
    def check(self, value: object) -> object:
        """Give the value, or raise what is wrong with it."""

    @abstractmethod
    def editor_schema(self) -> JsonSchemaValue:
        """Give what an editor can check, as JSON Schema."""

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic check by ``check`` alone."""
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Give pydantic the editor's schema."""
        return self.editor_schema()


class ListKind(ABC):
    """What holds of a list as a whole, once each of its items is right."""

    @abstractmethod
    def check(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """Give the list, or raise what is wrong with it."""

    @abstractmethod
    def editor_schema(self) -> JsonSchemaValue:
        """Give what an editor can check beside the items, as JSON Schema."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic check the items first."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Give pydantic the items' schema with the editor's."""
        return handler(schema) | self.editor_schema()


_AMBIGUOUS = re.compile(
    r"""(?ix) ^( y | n | yes | no | on | off | true | false | null | ~
      | [-+]?[0-9][0-9_,.]* | 0x[0-9a-f]+ | 0o[0-7]+
      | [-+]?[0-9]+(:[0-9]{2})+(\.[0-9]*)?
      | [-+]?\.(inf|nan) | [-+]?[0-9.]+e[-+]?[0-9]+ )$"""
)


def is_ambiguous(value: str) -> bool:
    """Tell whether some YAML reader takes this unquoted word for something else."""
    return isinstance(value, Plain) and bool(_AMBIGUOUS.match(value))
