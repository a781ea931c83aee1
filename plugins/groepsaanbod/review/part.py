"""What each part of a review has: the review, a pen, and lists that stay short."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from groepsaanbod.pens import Pen
from groepsaanbod.problems import Problem
from groepsaanbod.review import Review

MOST_LINES = 40
"""In one list; the rest is counted."""


@dataclass(frozen=True)
class Part:
    """A part of a review in the hands of a pen."""

    review: Review
    pen: Pen

    def listed(self, lines: Iterable[str], most: int = MOST_LINES) -> Iterator[str]:
        """Give the lines as a list; what begins with two spaces stands within."""
        found = list(lines)
        for line in found[:most]:
            inner = line.startswith("  ")
            yield f"{'  ' if inner else ''}- {line.strip()}"
        if len(found) > most:
            yield f"- en nog {len(found) - most}"

    def problem(self, problem: Problem) -> str:
        """Give a mistake or warning with the file and line it is at."""
        field = f"{self.pen.code(problem.field)}: " if problem.field else ""
        where = f"{self.pen.code(problem.path)}, regel {problem.line}"
        return f"{where}: {field}{self.pen.theirs(problem.message)}"
