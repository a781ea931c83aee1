"""What every kind of value shares: records, keys, and mistakes in Dutch."""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


class Plain(str):
    """Text that stood in the file without quotes, where YAML readers may guess."""

    __slots__ = ()


NO_LIST = "hier hoort één woord; schrijf het zonder haken en streepjes"


def wrong(message: str) -> PydanticCustomError:
    """Give the error that carries a Dutch sentence through pydantic."""
    return PydanticCustomError("wrong", "{message}", {"message": message})


def record_config() -> ConfigDict:
    """Give the settings of each record: frozen, Dutch keys only, nothing unknown."""
    return ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Record(BaseModel):
    """A part of a file: frozen, written with Dutch keys, without unknown ones."""

    model_config = record_config()


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


_AMBIGUOUS = re.compile(
    r"""(?ix) ^( y | n | yes | no | on | off | true | false | null | ~
      | [-+]?[0-9][0-9_,.]* | 0x[0-9a-f]+ | 0o[0-7]+
      | [-+]?[0-9]+(:[0-9]{2})+(\.[0-9]*)?
      | [-+]?\.(inf|nan) | [-+]?[0-9.]+e[-+]?[0-9]+ )$"""
)


def is_ambiguous(value: str) -> bool:
    """Tell whether some YAML reader takes this unquoted word for something else."""
    return isinstance(value, Plain) and bool(_AMBIGUOUS.match(value))
