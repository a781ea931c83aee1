"""A mistake in somebody's file, as a value that knows where it is."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from groepsaanbod.remedies import Remedy, in_file


class Severity(StrEnum):
    """A mistake stops the build; a warning asks for a second look."""

    MISTAKE = "fout"
    WARNING = "let op"


class Topic(StrEnum):
    """What a warning is about, for who counts them."""

    MISSING = "missing"
    STALE = "stale"
    PAST = "past"
    JARGON = "jargon"
    SENTENCES = "sentences"
    OTHER = "other"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One Dutch sentence about one place in one file.

    ``line`` and ``column`` count from 1; ``field`` is the Dutch key, with its
    parents, as in ``groepen[2].start``, or empty for the whole file.
    """

    path: str
    line: int
    column: int
    rank: int = dataclasses.field(default=0, kw_only=True)
    """Comes after others of the same place: missing keys, in the order of the model."""
    field: str
    fact: str
    """What is wrong, and what to do if that is the same wherever one types it."""
    severity: Severity = Severity.MISTAKE
    topic: Topic = dataclasses.field(default=Topic.OTHER, compare=False)
    remedy: Remedy | None = dataclasses.field(default=None, compare=False)
    """What to do where that depends on what one types in: a file, a form, a cell."""

    @property
    def message(self) -> str:
        """Give the whole sentence, for who writes the file."""
        return self.said(in_file)

    def said(self, worded: Callable[[Remedy], str]) -> str:
        """Give the whole sentence, with the remedy in the words of a medium."""
        remedy = worded(self.remedy) if self.remedy else ""
        return "; ".join(filter(None, (self.fact, remedy)))

    def __str__(self) -> str:
        """``path:line:column: field: sentence``, as editors and terminals link it."""
        place = f"{self.path}:{self.line}:{self.column}"
        kind = "let op: " if self.severity is Severity.WARNING else ""
        field = f"{self.field}: " if self.field else ""
        return on_one_line(f"{place}: {kind}{field}{self.message}")


def on_one_line(text: str) -> str:
    """Keep what somebody typed from printing lines, or moving a terminal's cursor."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else " " for each in text)


def mistakes(problems: list[Problem]) -> list[Problem]:
    """Only those that stop the build."""
    return [each for each in problems if each.severity is Severity.MISTAKE]


def key_of(problem: Problem) -> str:
    """Give the outermost key that a problem is about, as ``groepen``."""
    return problem.field.split(".")[0].split("[")[0]
