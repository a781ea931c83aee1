"""One file to a record; each of pydantic's errors to a Dutch sentence with its line."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from groepsaanbod.description import Key, keys_of, record_at
from groepsaanbod.fields import LONGEST_LIST_TO_SHOW, Record, nearest_of
from groepsaanbod.problems import Problem
from groepsaanbod.remedies import Gift, Remedy, Way
from groepsaanbod.source import Document, Location, read
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary

AnyRecord = TypeVar("AnyRecord", bound=Record)


def read_record(
    document: Document, kind: type[AnyRecord], vocabulary: Vocabulary | None = None
) -> tuple[AnyRecord | None, list[Problem]]:
    """Read a document as a record of this kind.

    ``vocabulary`` gives the words that the record may use; files of the region itself
    need none. Gives the record, or None when there are mistakes, and all mistakes.
    """
    data = _without_empty(document.data)
    try:
        return kind.model_validate(data, context=vocabulary), []
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)
        return None, list(_problems(document, kind, found, vocabulary))


def what_is_right(
    document: Document, kind: type[AnyRecord], vocabulary: Vocabulary, wrong: set[str]
) -> AnyRecord | None:
    """Read what is left of a record when its wrong keys say what the examples say.

    So that rules can be asked of the rest, and all mistakes be told at once. Gives
    None when that does not make a record either.
    """
    data = {
        name: value
        for name, value in _without_empty(document.data).items()
        if name not in wrong and name in keys_of(kind)
    }
    for name, key in keys_of(kind).items():
        if key.required and name not in data:
            example, _ = read("", example_line(key, vocabulary).encode())
            data |= example.data if example else {}
    try:
        return kind.model_validate(data, context=vocabulary)
    except ValidationError:
        return None


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out keys without a value: a form that was not filled in says nothing."""
    return {name: _cleaned(value) for name, value in data.items() if value != ""}


def _cleaned(value: object) -> object:
    if isinstance(value, dict):
        return _without_empty(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return value


def _problems(
    document: Document,
    kind: type[Record],
    found: list[ErrorDetails],
    vocabulary: Vocabulary | None,
) -> Iterator[Problem]:
    unknown = [error["loc"] for error in found if error["type"] == "extra_forbidden"]
    for error in found:
        location = error["loc"]
        if error["type"] != "missing" or not _is_misspelt(location, unknown):
            fact, remedy = _said(document, kind, error, vocabulary)
            rank = _rank(kind, location) if error["type"] == "missing" else 0
            yield document.problem(location, fact, remedy, rank=rank)


def _rank(kind: type[Record], location: Location) -> int:
    """Give the place of a key among those of its record, from 1."""
    return 1 + list(keys_of(record_at(kind, location[:-1]))).index(str(location[-1]))


def _is_misspelt(missing: Location, unknown: list[Location]) -> bool:
    """Tell whether an unknown key beside it probably is the missing one."""
    return any(
        loc[:-1] == missing[:-1] and _nearest_key(str(loc[-1]), [str(missing[-1])])
        for loc in unknown
    )


def _key_at(kind: type[Record], location: Location) -> Key | None:
    names = [part for part in location if isinstance(part, str)]
    if not names:
        return None
    return keys_of(record_at(kind, tuple(names[:-1]))).get(names[-1])


def example_line(key: Key, vocabulary: Vocabulary | None) -> str:
    """Give what one could write for a key on one line, as ``vorm: training``."""
    return f"{key.name}: {example_value(key, vocabulary)}"


def example_value(key: Key, vocabulary: Vocabulary | None) -> str:
    """Give an example of a key's value, with the region's words where it takes them."""
    if key.list_name and vocabulary is not None:
        words = iter(vocabulary.choices(key.list_name))
        if key.many:
            return f"[{next(words, '…')}]"
        return next((each for each in words if each != WHOLE_REGION), "…")
    if key.parts is not None and not key.example:
        required = [each for each in keys_of(key.parts).values() if each.required]
        inner = ", ".join(example_line(each, vocabulary) for each in required)
        return f"[{{{inner}}}]" if key.many else f"{{{inner}}}"
    lines = [line.strip() for line in key.example.splitlines()]
    return " ".join(lines).removeprefix("| ") or "…"


_UNFORESEEN = "dit klopt niet; vergelijk het met offers/_voorbeeld.yaml"


def _said(
    document: Document,
    kind: type[Record],
    error: ErrorDetails,
    vocabulary: Vocabulary | None,
) -> tuple[str, Remedy | None]:
    """Say one of pydantic's errors in Dutch.

    The kinds of value in ``fields`` raise their own sentences; what is left is the
    shape of records and lists. A test holds that no other type of error occurs.
    """
    location = error["loc"]
    context = error.get("ctx", {})
    if error["type"] == "wrong":
        return context["fact"], context["remedy"]
    if error["type"] == "extra_forbidden":
        return _unknown_key(record_at(kind, location[:-1]), str(location[-1])), None
    key = _key_at(kind, location)
    if key is None:
        return _UNFORESEEN, None
    if error["type"] in {"missing", "too_short"}:
        names = tuple(part for part in location if isinstance(part, str))
        gift = Gift(names, example_value(key, vocabulary))
        is_there = location in document.places
        return "", Remedy(Way.EMPTY if is_there else Way.MISSING, (gift,))
    return _wrong_shape(key, error, vocabulary), None


def _wrong_shape(key: Key, error: ErrorDetails, vocabulary: Vocabulary | None) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "too_long":
            return (
                f"kies er hoogstens {context['max_length']};"
                f" er staan er {context['actual_length']}"
            )
        case "tuple_type":
            return _list_expected(key, error["input"], vocabulary)
        case "model_type" if key.parts is not None:
            inner = ", ".join(keys_of(key.parts))
            example = example_line(key, vocabulary)
            return f"hier horen velden, zoals {example}; kies uit: {inner}"
        case _:
            return _UNFORESEEN


def _unknown_key(kind: type[Record], name: str) -> str:
    known = keys_of(kind)
    near = _nearest_key(name, known)
    if near:
        return f"dit veld kennen we niet; bedoelt u '{near}'?"
    if len(known) > LONGEST_LIST_TO_SHOW:
        return "dit veld kennen we niet; haal het weg of zoek het op in de veldengids"
    return f"dit veld kennen we niet; deze velden kunnen hier: {', '.join(known)}"


SHORTEST_BEGINNING = 3
LONGEST_TEXT_TO_SHOW = 80


def _nearest_key(name: str, known: Iterable[str]) -> str | None:
    """Give the key that looks like this one, or that begins with it."""
    known = list(known)
    begun = [each for each in known if each.startswith(name)]
    is_long_enough = len(name) >= SHORTEST_BEGINNING
    return nearest_of(name, known) or (begun[0] if begun and is_long_enough else None)


def _list_expected(key: Key, given: object, vocabulary: Vocabulary | None) -> str:
    if key.parts is not None and isinstance(given, dict):
        first = next(iter(given), next(iter(keys_of(key.parts))))
        return (
            "hier kunnen er meer staan;"
            f" zet een streepje voor het eerste veld: '- {first}: …'"
        )
    words = given.split() if isinstance(given, str) and key.parts is None else []
    if words and len(str(given)) <= LONGEST_TEXT_TO_SHOW:
        if words[0].startswith("-"):
            word = words[0].lstrip("-")
            return f"zet een spatie na elk streepje, zoals in '- {word}'"
        items = [each.strip() for each in " ".join(words).split(",") if each.strip()]
        meant = ", ".join(_meant(each, key, vocabulary) for each in items)
        return f"hier hoort een lijst; schrijf {key.name}: [{meant}]"
    return f"hier hoort een lijst, zoals {example_line(key, vocabulary)}"


def _meant(item: str, key: Key, vocabulary: Vocabulary | None) -> str:
    """Give the word that an item of a list probably is: one answer is enough."""
    if key.list_name and vocabulary is not None:
        choices = vocabulary.choices(key.list_name)
        if item not in choices:
            return choices.renamed(item) or choices.nearest(item) or item
    return item
