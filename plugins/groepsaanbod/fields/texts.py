"""Text on one line, Markdown, and slugs."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from groepsaanbod.fields.base import NO_LIST, ValueKind, is_ambiguous, wrong
from groepsaanbod.fields.contact import check_web_address

MAX_MARKDOWN_LENGTH = 4000
MAX_SQUARE_BRACKETS = 40
"""Python-Markdown takes quadratic time in these; its issue #798 is open."""


def checked_text(value: object) -> str:
    """Give the text without spaces around it, or raise what is wrong with it."""
    if not isinstance(value, str):
        raise wrong(
            "hier hoort tekst, geen lijst; zet aanhalingstekens om de hele tekst"
        )
    if is_ambiguous(value):
        raise wrong(f'zet aanhalingstekens om de tekst: "{value[:40]}"')
    if not value.strip():
        raise wrong("hier staat niets; vul het in of haal het weg")
    return str(value).strip()


_ONE_LINE = r"^\s*\S[^\n]*\s*$"


@dataclass(frozen=True)
class Line(ValueKind):
    """One line of text of at most ``length`` characters."""

    length: int

    def check(self, value: object) -> str:
        """Give the line, or raise what is wrong with it."""
        line = checked_text(value)
        if "\n" in line:
            raise wrong("schrijf dit op één regel")
        if len(line) > self.length:
            raise wrong(
                f"dit is te lang: {len(line)} tekens;"
                f" maak er hoogstens {self.length} van"
            )
        return line

    def editor_schema(self) -> JsonSchemaValue:
        """Give what an editor can check, as JSON Schema."""
        return {"type": "string", "pattern": _ONE_LINE, "maxLength": self.length}


_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")
_NESTED = re.compile(r"^\s*(?:[-*+]\s+|[0-9]+[.)]\s+|>\s*){4}", re.MULTILINE)
"""Lists and quotes within each other on one line: Python-Markdown recurses in them."""
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(
    r"""\]\(\s*<?([^)\s>]*)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s+["'(].*)?\s*$""",
    re.MULTILINE,
)


def _markdown(value: str) -> str:
    if len(value) > MAX_MARKDOWN_LENGTH:
        raise wrong(
            f"deze tekst is te lang: {len(value)} tekens;"
            f" maak er hoogstens {MAX_MARKDOWN_LENGTH} van"
        )
    if value.count("[") + value.count("]") > MAX_SQUARE_BRACKETS:
        raise wrong(
            "hier staan te veel vierkante haken;"
            f" gebruik er hoogstens {MAX_SQUARE_BRACKETS}"
        )
    if tag := _TAG.search(value):
        raise wrong(
            f"HTML zoals '{tag[0][:30]}' mag niet; haal het weg"
            " en gebruik **vet**, *schuin* of een lijst met streepjes"
        )
    if _NESTED.search(value):
        raise wrong(
            "een regel begint met te veel streepjes, cijfers of pijltjes;"
            " laat er één staan"
        )
    if _IMAGE.search(value):
        raise wrong("afbeeldingen mogen niet; haal '![…](…)' weg")
    for match in _LINK.finditer(value):
        _link_target(match[1] or match[2] or "")
    return value


def _link_target(target: str) -> None:
    if target.startswith(("mailto:", "tel:")):
        return
    try:
        check_web_address(target)
    except PydanticCustomError as error:
        raise wrong(f"de link '{target[:80]}' klopt niet: {error.message()}") from error


Markdown = Annotated[
    str,
    BeforeValidator(checked_text),
    AfterValidator(_markdown),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": MAX_MARKDOWN_LENGTH}
    ),
]

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG_LENGTH = 80


def is_slug(value: str) -> bool:
    """Tell whether ``value`` may be a file name and a part of an address."""
    return len(value) <= MAX_SLUG_LENGTH and SLUG.fullmatch(value) is not None


def slug_of(text: str) -> str:
    """Give a name for a file or address from a title; empty if it has no letters."""
    parted = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
    plain = parted.encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > LONGEST_SLUG_MADE and len(words) > 1:
        words.pop()
    return "-".join(words)[:LONGEST_SLUG_MADE]


LONGEST_SLUG_MADE = 50


def _slug(value: object) -> str:
    if not isinstance(value, str):
        raise wrong(NO_LIST)
    if not is_slug(value):
        raise wrong(
            f"'{value[:80]}' is geen goed woord; gebruik alleen kleine letters, cijfers"
            " en streepjes, zoals 'beter-slapen'"
        )
    return str(value)


_SLUG_SCHEMA = {
    "type": "string",
    "pattern": f"^{SLUG.pattern}$",
    "maxLength": MAX_SLUG_LENGTH,
}
Slug = Annotated[str, BeforeValidator(_slug), WithJsonSchema(_SLUG_SCHEMA)]
