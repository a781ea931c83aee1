"""YAML text to guarded text with lines: the only module that imports ``yaml``.

Every value stays the text that was typed. Nothing is constructed, expanded or guessed:
no numbers, no dates, no anchors, no tags. Whatever the bytes are, the answer is a
document, a list of problems, or both; never an exception.
"""

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

import yaml

from groepsaanbod.fields import Plain
from groepsaanbod.problems import Problem
from groepsaanbod.remedies import Remedy

MAX_BYTES = 64_000
MAX_DEPTH = 8
MAX_NODES = 5_000
MAX_KEY_LENGTH = 80

Location = tuple[str | int, ...]
"""Where in a document, as pydantic says it: ``("groepen", 0, "start")``."""

_FASTEST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters, and the invisible ones that can turn text around."""

_WORD = re.compile(r"[^\W_]+")
_WORDS_THAT_TELL = 5
"""By so many of its first words a sentence is found again in a text."""

_BLANK_LINE = re.compile(r"^ *\t[ \t]*$", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *\t[ \t]*\S", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """What one file says: lists, mappings and text, and where each of them stood."""

    path: str
    data: dict[str, Any]
    places: dict[Location, tuple[int, int]] = field(repr=False)
    lines: Sequence[str] = field(default=(), repr=False)
    """The file line by line, for who looks where in a long text something stands."""

    def place(self, location: Location) -> tuple[int, int]:
        """Give line and column of a key or item, or of the nearest part around it."""
        while location not in self.places and location:
            location = location[:-1]
        return self.places.get(location, (1, 1))

    def place_of(self, words: str, location: Location) -> tuple[int, int]:
        """Give where these words begin in the text of a key, below the key's own line.

        Else the place of the key. Markdown may stand between the words.
        """
        here = self.place(location)
        first = here[0] - 1
        after = (line for line, _ in self.places.values() if line > here[0])
        text = "\n".join(
            self.lines[first : min(after, default=len(self.lines) + 1) - 1]
        )
        telling = _WORD.findall(words)[:_WORDS_THAT_TELL]
        pattern = r"[\W_]+".join(map(re.escape, telling))
        found = re.search(rf"\b{pattern}\b", text, re.IGNORECASE) if telling else None
        if found is None or "\n" not in text[: found.start()]:
            return here
        line, column = _line_and_column(text, found.start())
        return first + line, column

    def problem(
        self,
        location: Location,
        fact: str,
        remedy: Remedy | None = None,
        *,
        rank: int = 0,
        about: str = "",
    ) -> Problem:
        """Give the problem at this place in this file, or where it says ``about``."""
        line, column = self.place_of(about, location) if about else self.place(location)
        field = written_as(location)
        return Problem(self.path, line, column, field, fact, remedy=remedy, rank=rank)


def written_as(location: Location) -> str:
    """Give a location as people write it: ``groepen[1].start``, counting from 1."""
    written = ""
    for part in location:
        if isinstance(part, int):
            written += f"[{part + 1}]"
        else:
            written += f".{part}" if written else part
    return written


TEXT_MARK = "---"
"""The line above and below the fields of a file with text."""


def read_with_text(
    path: str, raw: bytes, name: str
) -> tuple[Document | None, list[Problem]]:
    """Read a file of fields between two lines ``---`` with Markdown below them.

    The text stands in the document as the field ``name``, in its own place.
    """
    try:
        whole = _decoded(raw)
        fields, text, line = _parted(whole)
        document, problems = _document(path, fields)
        document = replace(document, lines=whole.split("\n"))
    except _Unreadable as error:
        return None, [Problem(path, error.line, error.column, "", error.message)]
    if name in document.data:
        message = "haal dit hier weg; zet de tekst onder de tweede regel met '---'"
        problems.append(document.problem((name,), message))
    document.data[name] = text
    document.places[(name,)] = (line, 1)
    return document, problems


def _parted(text: str) -> tuple[str, str, int]:
    """Give the fields on the lines they stand on, the text, and its first line."""
    lines = text.split("\n")
    marks = [at for at, line in enumerate(lines) if line.rstrip() == TEXT_MARK]
    if lines[0].rstrip() != TEXT_MARK:
        raise _Unreadable(
            1, 1, "begin met een regel '---', dan de velden, en dan nog een regel '---'"
        )
    if len(marks) == 1:
        raise _Unreadable(1, 1, "zet onder de velden nog een regel '---'")
    end = marks[1]
    if _is_blank(lines[1:end]):
        raise _Unreadable(1, 1, "hieronder horen de velden, zoals 'titel: …'")
    first = next((at for at in range(end + 1, len(lines)) if lines[at].strip()), None)
    if first is None:
        raise _Unreadable(
            end + 1, 1, "hieronder hoort de tekst; schrijf die onder deze regel"
        )
    return "\n".join(["", *lines[1:end]]), "\n".join(lines[first:]), first + 1


def _is_blank(lines: list[str]) -> bool:
    return all(line.lstrip()[:1] in {"", "#"} for line in lines)


class _Unreadable(Exception):  # noqa: N818 - it never leaves this module
    """The text stops making sense here."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


def read(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """Read one file's bytes; ``path`` is how messages name it.

    Gives the document, or None when it cannot be read any further, and the problems.
    """
    try:
        return _document(path, _not_empty(_decoded(raw)))
    except _Unreadable as error:
        return None, [Problem(path, error.line, error.column, "", error.message)]


def read_if_any(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """Read a file that may say nothing: with only comments, or a list not yet begun."""
    try:
        text = _decoded(raw)
        if _is_blank(text.split("\n")):
            return Document(path, {}, {}), []
        return _document(path, text)
    except _Unreadable as error:
        return None, [Problem(path, error.line, error.column, "", error.message)]


def read_lines(path: str, raw: bytes) -> tuple[list[str], list[Problem]]:
    """Give the lines of a file that is no YAML, guarded likewise."""
    try:
        return _decoded(raw).split("\n"), []
    except _Unreadable as error:
        return [], [Problem(path, error.line, error.column, "", error.message)]


def has_comments(raw: bytes) -> bool:
    """Tell whether a file that can be read holds comments, which no data keeps."""
    text = _decoded(raw)
    outside: list[str] = []
    end = 0
    for event in yaml.parse(text, Loader=_FASTEST_LOADER):
        first, last = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and first and last:
            start, beyond = first.index, last.index
            outside.append(text[end:start])
            if event.style in {"|", ">"}:  # a comment may stand behind the bar
                outside.append(text[start:beyond].partition("\n")[0])
            end = beyond
    return any("#" in part for part in (*outside, text[end:]))


def unreadable_in(text: str) -> str | None:
    """Say which character no file may hold, if the text has one."""
    match = _FORBIDDEN.search(text)
    return _invisible(match[0]) if match else None


def _document(path: str, text: str) -> tuple[Document, list[Problem]]:
    builder = _Builder(path, text)
    try:
        return builder.document()
    finally:
        builder.events.close()  # it holds the builder, which holds it


_WORD_PROCESSORS = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How .docx and .odt, .rtf and .doc begin, whatever the name says."""


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _Unreadable(
            1,
            1,
            f"dit bestand is groter dan {MAX_BYTES // 1000} kB; maak de teksten korter",
        )
    if raw.startswith(_WORD_PROCESSORS):
        raise _Unreadable(
            1, 1, "dit is een Word-bestand; bewaar het als platte tekst, met Kladblok"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        raise _Unreadable(
            *_line_and_column(before, len(before)),
            "deze letter kunnen we niet lezen; bewaar het bestand als UTF-8",
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _BLANK_LINE.sub("", text)
    if match := _FORBIDDEN.search(text):
        raise _Unreadable(*_line_and_column(text, match.start()), _invisible(match[0]))
    if match := _TAB_INDENT.search(text):
        raise _Unreadable(
            *_line_and_column(text, match.end() - 1),
            "deze regel begint met een tab; gebruik spaties om in te springen",
        )
    return text


def _not_empty(text: str) -> str:
    if _is_blank(text.split("\n")):
        raise _Unreadable(
            1, 1, "dit bestand is leeg; begin met een kopie van offers/_voorbeeld.yaml"
        )
    return text


def _invisible(character: str) -> str:
    return (
        f"hier staat een onzichtbaar teken (U+{ord(character):04X});"
        " haal het weg en typ de tekst opnieuw"
    )


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    start_of_line = text.rfind("\n", 0, position) + 1
    return text.count("\n", 0, position) + 1, position - start_of_line + 1


class _Builder:
    """Builds a document from the parser's events, within bounds."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.has_escapes = "\\" in text
        self.events = self._guarded(text)
        self.latest: yaml.Event | None = None
        self.places: dict[Location, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def document(self) -> tuple[Document, list[Problem]]:
        next(self.events)  # the start of the stream
        next(self.events)  # the start of the document
        first = next(self.events)
        if not isinstance(first, yaml.MappingStartEvent):
            raise _Unreadable(
                *_place(first),
                "hier hoort een veld met een dubbele punt, zoals 'titel: Beter slapen'",
            )
        data = self._mapping(first, ())
        next(self.events)  # the end of the document
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            raise _Unreadable(
                *_place(after),
                "hier begint een tweede document; haal de streepjes '---' weg"
                " of maak er een eigen bestand van",
            )
        return Document(self.path, data, self.places, self.lines), self.problems

    def _guarded(self, text: str) -> Generator[yaml.Event]:
        count = 0
        try:
            for event in yaml.parse(text, Loader=_FASTEST_LOADER):
                count += 1
                if count > MAX_NODES:
                    raise _Unreadable(
                        *_place(event),
                        "er staat te veel in dit bestand; maak de lijsten korter",
                    )
                self._refuse_tricks(event)
                self.latest = event
                yield event
        except yaml.MarkedYAMLError as error:
            raise self._explained(error) from None
        except (yaml.YAMLError, ValueError, OverflowError, MemoryError) as error:
            raise _Unreadable(1, 1, _NOT_YAML) from error

    def _refuse_tricks(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.NodeEvent):
            return
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Unreadable(
                *_place(event),
                "een tekst kan niet beginnen met & of *; zet er aanhalingstekens om",
            )
        if getattr(event, "tag", None):
            raise _Unreadable(
                *_place(event),
                "een tekst kan niet beginnen met !; zet er aanhalingstekens om",
            )
        # The text was searched as it stands; only escapes can still hide something.
        if not self.has_escapes or not isinstance(event, yaml.ScalarEvent):
            return
        if match := _FORBIDDEN.search(event.value):
            raise _Unreadable(*_place(event), _invisible(match[0]))

    def _value(self, event: yaml.Event, location: Location) -> object:
        if len(location) >= MAX_DEPTH:
            raise _Unreadable(
                *_place(event), "dit zit te diep genest; haal de extra haken weg"
            )
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else Plain(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(location)
        return self._mapping(event, location)

    def _sequence(self, location: Location) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item_location = (*location, len(items))
            self.places[item_location] = _place(event)
            items.append(self._value(event, item_location))
        return items

    def _mapping(self, start: yaml.Event, location: Location) -> dict[str, Any]:
        self.places.setdefault(location, _place(start))
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not _is_word(event):
                raise _Unreadable(
                    *_place(event),
                    "voor de dubbele punt hoort één woord;"
                    " zet aanhalingstekens om tekst met haken",
                )
            name, place = str(event.value), _place(event)
            value_location = (*location, name)
            if name in mapping:
                line = self.places[value_location][0]
                self._pass_over(value_location)
                self.problems.append(
                    Problem(
                        self.path,
                        *place,
                        written_as(value_location),
                        f"dit veld staat er al op regel {line}; haal er één weg",
                    )
                )
                continue
            mapping[name] = self._value(next(self.events), value_location)
            self.places[value_location] = place
        return mapping

    def _pass_over(self, location: Location) -> None:
        """Read a value that does not count; what stood first keeps its places."""
        kept, self.places = self.places, {}
        self._value(next(self.events), location)
        self.places = kept

    def _explained(self, error: yaml.MarkedYAMLError) -> _Unreadable:
        saying = f"{error.context or ''} {error.problem or ''}"
        began_earlier = "escape" not in saying and any(
            words in saying for words in _STARTED_EARLIER
        )
        context = error.context_mark if began_earlier else None
        mark = context or error.problem_mark
        if mark is None:
            return _Unreadable(1, 1, _NOT_YAML)
        above = min(mark.line, len(self.lines) - 1)  # the end may lie below the last
        line, column = above + 1, mark.column + 1
        if "did not find expected" in saying and self._is_an_open_quote(line):
            return _Unreadable(*_place(self.latest), _OPEN_QUOTE)
        written = self.lines[above]
        before, after = written[: mark.column], written[mark.column :]
        for each in _EXPLANATIONS:
            if each.fits(saying, before, after):
                return _Unreadable(line, column, each.message)
        return _Unreadable(line, column, _NOT_YAML)

    def _is_an_open_quote(self, line: int) -> bool:
        """Tell whether a quote from an earlier line closed where another opens."""
        latest = self.latest
        return (
            isinstance(latest, yaml.ScalarEvent)
            and latest.style in {"'", '"'}
            and latest.end_mark is not None
            and _place(latest)[0] < line == latest.end_mark.line + 1
        )


def _is_word(event: yaml.Event) -> TypeGuard[yaml.ScalarEvent]:
    return (
        isinstance(event, yaml.ScalarEvent)
        and "\n" not in event.value
        and len(event.value) <= MAX_KEY_LENGTH
    )


def _place(event: yaml.Event | None) -> tuple[int, int]:
    mark = event.start_mark if event else None
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_NOT_YAML = (
    "dit begrijpen we niet; vergelijk deze regel en de regel erboven"
    " met offers/_voorbeeld.yaml"
)
_OPEN_QUOTE = (
    "het aanhalingsteken dat hier begint, sluit niet goed;"
    ' zet er ook een aan het einde, en binnen de tekst geen tweede "'
)
_STARTED_EARLIER = ("quoted scalar", "flow sequence", "flow mapping", "expected ':'")
"""Mistakes that are best shown where the unfinished part begins."""


@dataclass(frozen=True)
class _Explanation:
    """What libyaml says, what then stands around that place, and what one can do."""

    saying: str
    message: str
    before: str = ""
    after: str = ""

    def fits(self, saying: str, before: str, after: str) -> bool:
        """Tell whether this explains it; ``before`` and ``after`` are patterns."""
        return bool(
            self.saying in saying
            and re.search(self.before, before)
            and re.match(self.after, after)
        )


_EXPLANATIONS = (
    _Explanation(
        "did not find expected",
        'hier staat nog iets na het aanhalingsteken; zet dubbele aanhalingstekens (")'
        " om de hele tekst en gebruik daarbinnen alleen enkele (')",
        before=r"""["']\s*$|'\w""",
    ),
    _Explanation(
        "did not find expected",
        "hier staat nog iets na de haak; zet het tussen de haken of haal het weg",
        before=r"[\]}]\s*$",
    ),
    _Explanation(
        "mapping values are not allowed",
        "deze regel springt te ver in; zet hem recht onder het veld erboven",
        before=r"^ *(- +)?[a-z_]+$",
    ),
    _Explanation(
        "mapping values are not allowed",
        "er staat een dubbele punt (:) in de tekst;"
        " zet de hele tekst tussen aanhalingstekens",
    ),
    _Explanation(
        "unexpected ':'",
        "er staat een dubbele punt (:) in de tekst;"
        " zet de hele tekst tussen aanhalingstekens",
    ),
    _Explanation(
        "block sequence entries are not allowed",
        "zet elk streepje op een eigen regel, of schrijf de lijst als [een, twee]",
    ),
    _Explanation(
        "block scalar",
        "begin de tekst na de | op een nieuwe regel, met twee spaties ervoor",
    ),
    _Explanation(
        " a tag ",
        "een tekst kan niet beginnen met !; zet er aanhalingstekens om",
    ),
    _Explanation(
        "mapping keys are not allowed",
        "een tekst kan niet beginnen met dit teken; zet er aanhalingstekens om",
    ),
    _Explanation(
        "did not find expected node content",
        "hier mist iets voor dit teken; haal het weg,"
        " of zet aanhalingstekens om de tekst als het erbij hoort",
    ),
    _Explanation(
        "escape",
        "haal de schuine streep (\\) weg,"
        " of zet enkele aanhalingstekens (') om de hele tekst",
    ),
    _Explanation("quoted scalar", _OPEN_QUOTE),
    _Explanation(
        "flow sequence",
        "de haak [ sluit niet goed; zet ] aan het einde en een komma tussen de woorden",
    ),
    _Explanation(
        "flow mapping",
        "de haak { sluit niet goed; zet } aan het einde en een komma tussen de velden",
    ),
    _Explanation(
        "cannot start any token",
        "een tekst kan niet beginnen met dit teken; zet er aanhalingstekens om",
    ),
    _Explanation(
        "could not find expected ':'",
        "zet een spatie na de dubbele punt, zoals in 'titel: Beter slapen'",
        after=r"[a-z_]+:(?!//)\S",
    ),
    _Explanation(
        "could not find expected ':'",
        "hier mist een dubbele punt, zoals in 'titel: Beter slapen';"
        " hoort deze regel bij de tekst erboven, zet er dan twee spaties voor",
    ),
    _Explanation(
        "did not find expected key",
        "deze regel springt verkeerd in; zet hem recht onder de regels die erbij horen",
    ),
    _Explanation(
        "did not find expected '-' indicator",
        "deze regel springt verkeerd in;"
        " zet hem recht onder het eerste veld na het streepje",
    ),
    _Explanation(
        "alphabetic or numeric character",
        "een tekst kan niet beginnen met & of *; zet er aanhalingstekens om",
    ),
)
"""The first that fits is given."""
