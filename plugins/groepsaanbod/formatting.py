"""A file beside its canonical text: what would change, or why it is left alone."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groepsaanbod.loading import kind_of, read_bytes
from groepsaanbod.outcome import Outcome
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.saving import write_over
from groepsaanbod.source import has_comments, read
from groepsaanbod.vocabulary import Vocabulary
from groepsaanbod.wording import counted
from groepsaanbod.writing import canonical, meaning


@dataclass(frozen=True)
class Formatted:
    """A file as it is and as it should be."""

    path: Path
    before: str = ""
    after: str = ""
    has_comments: bool = False
    """Whether it holds comments, which the new text does not."""
    problems: tuple[Problem, ...] = ()
    """Why there is no new text."""

    @property
    def is_different(self) -> bool:
        """Tell whether there is a new text."""
        return self.before != self.after

    @property
    def difference(self) -> str:
        """Give what would change, line by line."""
        return difference(str(self.path), self.before, self.after)


def formatted(path: Path, vocabulary: Vocabulary) -> Formatted:
    """Give a partner's file with its canonical text, which says the same."""
    raw, problems = read_bytes(path)
    if raw is None:
        return Formatted(path, problems=tuple(problems))
    document, problems = read(str(path), raw)
    if document is None:
        return Formatted(path, problems=tuple(problems))
    kind = kind_of(path)
    _, wrong = read_record(document, kind, vocabulary)
    if problems or wrong:
        return Formatted(path, problems=tuple(sorted([*problems, *wrong])))
    text = canonical(document.data, kind)
    again, problems = read(str(path), text.encode())
    if again is None or problems or meaning(again.data) != meaning(document.data):
        problem = Problem(str(path), 1, 1, "", _TOO_LONG)
        return Formatted(path, problems=(problem,))
    return Formatted(path, raw.decode(), text, has_comments(raw))


_TOO_LONG = "in de vaste vorm zou dit bestand te groot worden; maak de teksten korter"


def difference(name: str, before: str, after: str) -> str:
    """Give how a file would change, as a unified diff; empty if it would not."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for line in difflib.unified_diff(
            before.splitlines(keepends=True),
            after.splitlines(keepends=True),
            name,
            name,
        )
    )


def format_files(
    places: Iterable[Path],
    vocabulary: Vocabulary,
    *,
    is_dry: bool,
    even_with_comments: bool,
) -> Outcome:
    """Put files, and those in folders, in their canonical form; or show the difference.

    A file with a mistake stays as it is, and so does one with comments if not asked.
    """
    lines: list[str] = []
    count = changed = wrong = 0
    for path in (path for place in places for path in partner_files(place)):
        file = formatted(path, vocabulary)
        count += 1
        if file.problems:
            wrong += 1
            lines += map(str, file.problems)
            lines.append(f"{path}: hier zit een fout in; we lieten het zo.")
        elif file.has_comments and not even_with_comments:
            lines.append(f"{path}: {_HAS_COMMENTS}")
        elif file.is_different:
            changed += 1
            try:
                lines.append(_changed(file, is_dry=is_dry))
            except OSError:
                wrong += 1
                lines.append(f"{path} kunnen we niet schrijven.")
    looked = counted(count, "bestand", "bestanden")
    lines.append(f"{looked} bekeken, {changed} niet in de vaste vorm.")
    return Outcome(tuple(lines), is_right=not (wrong or (is_dry and changed)))


def _changed(file: Formatted, *, is_dry: bool) -> str:
    """Write a file anew, or only show how it would change; say what was done."""
    if is_dry:
        return file.difference.removesuffix("\n")
    write_over(file.path, file.after)
    return f"{file.path}: nu in de vaste vorm."


_HAS_COMMENTS = (
    "hier staat uitleg in, achter een #; we lieten het zo."
    " Mag die uitleg weg? Gebruik dan --ook-met-commentaar."
)


def partner_files(place: Path) -> Iterator[Path]:
    """Give a file itself, or the partners' files in a folder, sorted."""
    if not place.is_dir():
        yield place
        return
    for path in sorted(place.rglob("*.yaml")):
        inner = path.relative_to(place).parts
        if not any(part.startswith((".", "_")) for part in inner):
            yield path
