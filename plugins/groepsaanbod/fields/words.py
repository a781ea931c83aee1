"""Words: of the region's lists, or with a meaning in the code; and lists of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Protocol, TypeVar, cast

from pydantic import (
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    PydanticKnownError,
    core_schema,
)

from groepsaanbod.fields.base import NO_LIST, ListKind, ValueKind, wrong


class Choices(Protocol):
    """A list of words to choose from, as ``vocabulary`` keeps them."""

    @property
    def title(self) -> str:
        """Give the plural in Dutch, as in "de lijst met thema's"."""

    def __contains__(self, word: object) -> bool:
        """Tell whether the word is on the list."""

    def __iter__(self) -> Iterator[str]:
        """Give the words in their own order."""

    def nearest(self, written: str) -> str | None:
        """Give the word that was probably meant."""

    def renamed(self, written: str) -> str | None:
        """Give what a former word is called now."""


class Lists(Protocol):
    """Where the lists of words are found: the context of each validation."""

    def choices(self, name: str) -> Choices:
        """Give the list of this name."""


LONGEST_LIST_TO_SHOW = 12


def not_on_the_list(written: str, choices: Choices) -> PydanticCustomError:
    """Say which word is unknown, what was probably meant, and what there is."""
    if now := choices.renamed(written):
        return wrong(f"'{written}' heet nu '{now}'; schrijf dat")
    known = list(choices)
    start = f"'{written[:80]}' staat niet in de lijst met {choices.title}"
    nearest = choices.nearest(written)
    if nearest:
        return wrong(f"{start}; bedoelt u '{nearest}'?")
    if not known:
        return wrong(f"{start}; die lijst is nog leeg, dus haal het weg")
    if len(known) <= LONGEST_LIST_TO_SHOW:
        return wrong(f"{start}; kies uit: {', '.join(known)}")
    return wrong(f"{start}; kies een woord uit de veldengids, zoals '{known[0]}'")


def _one_word(value: object) -> str:
    if not isinstance(value, str):
        raise wrong(NO_LIST)
    return str(value).strip()


@dataclass(frozen=True)
class Word:
    """A word of one of the region's lists, which come in the validation's context."""

    list_name: str

    def check(self, value: object, info: ValidationInfo) -> str:
        """Give the word, or raise what was probably meant."""
        written = _one_word(value)
        lists = cast("Lists", info.context)
        choices = lists.choices(self.list_name)
        if written not in choices:
            raise not_on_the_list(written, choices)
        return written

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic check by ``check`` alone."""
        return core_schema.with_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the list; ``forms`` puts its words in."""
        return {"type": "string", "x-list": self.list_name}


def nearest_of(written: str, known: Iterable[str]) -> str | None:
    """Give the known word that looks most like what was written, or None."""
    close = get_close_matches(written.casefold(), list(known), n=1, cutoff=0.7)
    return close[0] if close else None


@dataclass(frozen=True)
class OneOf(ValueKind):
    """A word with a meaning of its own in the code."""

    kind: type[StrEnum]

    def check(self, value: object) -> StrEnum:
        """Give the member, or raise what was probably meant."""
        written = _one_word(value)
        known = [str(each) for each in self.kind]
        if written in known:
            return self.kind(written)
        near = nearest_of(written, known)
        hint = f"bedoelt u '{near}'?" if near else f"kies uit: {', '.join(known)}"
        raise wrong(f"'{written[:80]}' kan hier niet; {hint}")

    def editor_schema(self) -> JsonSchemaValue:
        """Give what an editor can check, as JSON Schema."""
        return {"type": "string", "enum": [str(each) for each in self.kind]}


Item = TypeVar("Item")


@dataclass(frozen=True)
class Different(ListKind):
    """Nothing stands twice in a list."""

    def check(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """Give the list, or raise what stands twice."""
        for position, value in enumerate(values):
            if value in values[:position]:
                raise wrong(f"'{value}' staat er twee keer; haal er één weg")
        return values

    def editor_schema(self) -> JsonSchemaValue:
        """Give what an editor can check, as JSON Schema."""
        return {"uniqueItems": True}


Several = Annotated[tuple[Item, ...], Different()]
"""A list in which nothing stands twice."""


@dataclass(frozen=True)
class HowMany(ListKind):
    """How many items a list has; asked only when each of them is right."""

    least: int = 0
    most: int | None = None

    def check(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """Give the list, or pydantic's own error, which ``reading`` translates."""
        found = {"field_type": "Tuple", "actual_length": len(values)}
        if len(values) < self.least:
            raise PydanticKnownError("too_short", found | {"min_length": self.least})
        if self.most is not None and len(values) > self.most:
            raise PydanticKnownError("too_long", found | {"max_length": self.most})
        return values

    def editor_schema(self) -> JsonSchemaValue:
        """Give what an editor can check, as JSON Schema."""
        numbers = {"minItems": self.least or None, "maxItems": self.most}
        return {name: number for name, number in numbers.items() if number}


OneOrMore = Annotated[tuple[Item, ...], Different(), HowMany(least=1)]
OneToThree = Annotated[tuple[Item, ...], Different(), HowMany(least=1, most=3)]
AtMostThree = Annotated[tuple[Item, ...], Different(), HowMany(most=3)]
AtMostTwenty = Annotated[tuple[Item, ...], Different(), HowMany(most=20)]
