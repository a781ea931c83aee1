"""One canonical text for what a file says: the order, layout and quotes of all.

- Keys stand in the order of the model; what is empty is left out.
- Long text stands below a ``|``; any other text on its own line, however long.
- A list of texts stands on one line if it fits, else each item on its own; so does
  a record of at most two keys, unless it is one of a list.
- Text has quotes when it does not begin with a letter or digit, when it has no letter
  at all, begins like a time, or when some reader of YAML could take it for something
  else. Numbers and days have none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from groepsaanbod.description import Key, keys_of
from groepsaanbod.fields import Plain, Record, is_ambiguous

WIDTH = 100
"""What stands on one line in brackets fits in so many characters."""

FEW = 2
"""A record of at most so many keys stands on one line."""

INDENT = "  "


def meaning(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give what counts of a file: without what is empty, or the space around a text.

    Two files mean the same when this is equal.
    """
    found = {name: _meaning(value) for name, value in data.items()}
    return {name: value for name, value in found.items() if value not in ("", [], {})}


def _meaning(value: object) -> object:
    if isinstance(value, Mapping):
        return meaning(value)
    if isinstance(value, list):
        return [_meaning(item) for item in value]
    return str(value).strip()


def canonical(data: Mapping[str, Any], kind: type[Record]) -> str:
    """Give the text of a file of this kind; ``data`` is as ``source`` reads it.

    Reading the text again gives data with the same meaning.
    """
    return "".join(f"{line}\n" for line in _mapping(meaning(data), kind, 0))


def _mapping(
    data: Mapping[str, Any], kind: type[Record] | None, depth: int
) -> Iterator[str]:
    for name, value, key in _in_order(data, kind):
        yield from _entry(name, value, key, depth)


def _in_order(
    data: Mapping[str, Any], kind: type[Record] | None
) -> Iterator[tuple[str, Any, Key | None]]:
    """Give the values in the order of the model; what that does not know comes last."""
    keys = keys_of(kind) if kind else {}
    for name, key in keys.items():
        if name in data:
            yield name, data[name], key
    for name, value in data.items():
        if name not in keys:
            yield name, value, None


def _entry(name: str, value: object, key: Key | None, depth: int) -> Iterator[str]:
    margin = INDENT * depth
    start = f"{margin}{_scalar(name, None)}:"
    parts = key.parts if key else None
    if key and key.widget and isinstance(value, str) and _fits_below_a_bar(value):
        yield f"{start} |"
        for line in value.split("\n"):
            yield f"{margin}{INDENT}{line}" if line else ""
        return
    line = f"{start} {_on_one_line(value, key, in_flow=False)}"
    if isinstance(value, str) or (_is_small(value, parts) and len(line) <= WIDTH):
        yield line
    elif isinstance(value, dict):
        yield start
        yield from _mapping(value, parts, depth + 1)
    elif isinstance(value, list):
        yield start
        for item in value:
            yield from _item(item, key, depth + 1)


def _item(item: object, key: Key | None, depth: int) -> Iterator[str]:
    margin = INDENT * depth
    if isinstance(item, dict) and item:
        lines = _mapping(item, key.parts if key else None, depth + 1)
        yield f"{margin}- {next(lines).lstrip(' ')}"
        yield from lines
    else:
        yield f"{margin}- {_on_one_line(item, key, in_flow=False)}"


def _is_small(value: object, parts: type[Record] | None) -> bool:
    if isinstance(value, dict):
        is_few = parts is not None and len(keys_of(parts)) <= FEW
        return is_few and _are_texts(value.values())
    return isinstance(value, list) and _are_texts(value)


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(each, str) for each in values)


def _on_one_line(value: object, key: Key | None, *, in_flow: bool) -> str:
    if isinstance(value, dict):
        inner = (
            f"{_scalar(name, None, in_flow=True)}:"
            f" {_on_one_line(part, of, in_flow=True)}"
            for name, part, of in _in_order(value, key.parts if key else None)
        )
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        items = (_on_one_line(item, key, in_flow=True) for item in value)
        return f"[{', '.join(items)}]"
    return _scalar(str(value), key, in_flow=in_flow)


_TAB_IN_FRONT = re.compile(r"^ *\t", re.MULTILINE)


def _fits_below_a_bar(text: str) -> bool:
    """Tell whether every line of a text can stand there as it is."""
    return "\r" not in text and not _TAB_IN_FRONT.search(text)


_NEEDS_QUOTES = re.compile(r":(?= |$)| #|[\t\n\r]")
_NEEDS_QUOTES_IN_FLOW = re.compile(r"[][{},:?#]")
_LIKE_A_TIME = re.compile(r"[0-9]{1,2}[:.][0-9]{2}")


def _scalar(text: str, key: Key | None, *, in_flow: bool = False) -> str:
    is_safe = (
        text[:1].isalnum()
        and not _NEEDS_QUOTES.search(text)
        and not (in_flow and _NEEDS_QUOTES_IN_FLOW.search(text))
    )
    if is_safe and ((key and key.is_number) or not _is_ambiguous(text)):
        return text
    return _quoted(text)


def _is_ambiguous(text: str) -> bool:
    """Tell whether some reader, or a person, may take a text for something else."""
    return (
        is_ambiguous(Plain(text))
        or not any(each.isalpha() for each in text)
        or _LIKE_A_TIME.match(text) is not None
    )


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _quoted(text: str) -> str:
    """Give the text between double quotes, or single ones if that needs no escape."""
    has_control = any(each in text for each in "\t\n\r")
    if not has_control and ('"' in text or "\\" in text):
        inner = text.replace("'", "''")
        return f"'{inner}'"
    return f'"{"".join(_ESCAPES.get(each, each) for each in text)}"'
