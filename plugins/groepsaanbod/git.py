"""Asks git about a repository: only what is in its objects, and within bounds.

Nothing is checked out, fetched, signed or shown in a pager; no repository can make an
answer longer or slower than we allow.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer

MOST_FILES = 100_000
MOST_BYTES = 250_000_000
"""Of one answer."""
SECONDS = 60
"""How long git may take for one answer."""

_BYTES_A_FILE = 300
"""Of one line in a list of files."""


class NoAnswerError(Exception):
    """Git did not answer; the text is what it said, or nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a commit, or what else stands there."""

    is_plain: bool
    """Whether it is a file: no link, and no other repository."""
    name: str
    """Of the object that holds its bytes."""
    size: int
    path: str
    """From the top of the repository; odd bytes in it are spelt out."""


@dataclass(frozen=True, slots=True)
class Change:
    """One path of which two commits say something else."""

    path: str
    """From the top of the repository; odd bytes in it are spelt out."""
    before: str
    """What git calls the kind of thing that stood there: ``100644``, or empty."""
    after: str
    """Likewise of what stands there now."""
    size: int = 0
    """In bytes, of what stands there now."""

    @property
    def is_removal(self) -> bool:
        """Tell whether nothing stands there any more."""
        return not self.after


def ask(folder: Path, *words: str) -> str:
    """Give what git prints, without the last line's end; NoAnswerError if it fails."""
    return _answer(folder, words).decode("utf-8", "surrogateescape").removesuffix("\n")


def entries(folder: Path, commit: str, below: str) -> list[Entry]:
    """Give every file of a commit below a folder; NoAnswerError if there are too many.

    Both must be known to be no options: a commit's full name, a path from the top.
    """
    words = ("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", f"{below}/")
    listing = _answer(folder, words, most=MOST_FILES * _BYTES_A_FILE)
    found = [_entry(line) for line in listing.split(b"\0") if line]
    if len(found) > MOST_FILES:
        raise NoAnswerError
    return found


def changes(folder: Path, before: str, after: str) -> list[Change]:
    """Give every path that differs between two commits, named in full.

    A file that moved is one that went and one that came. NoAnswerError if there are
    too many.
    """
    words = ("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index")
    raw = _answer(folder, (*words, before, after), most=MOST_FILES * _BYTES_A_FILE)
    parts = raw.split(b"\0")[:-1]
    if len(parts) > 2 * MOST_FILES:
        raise NoAnswerError
    found = [
        (head.decode("ascii").lstrip(":").split(), path)
        for head, path in zip(parts[::2], parts[1::2], strict=True)
    ]
    sizes = _sizes(folder, {head[3] for head, _ in found})
    return [
        Change(
            path=path.decode("utf-8", "backslashreplace"),
            before=head[0].strip("0") and head[0],
            after=head[1].strip("0") and head[1],
            size=sizes.get(head[3], 0),
        )
        for head, path in found
    ]


def _sizes(folder: Path, names: set[str]) -> dict[str, int]:
    """Give the sizes of the objects that there are, in bytes."""
    asked = "".join(f"{name}\n" for name in sorted(names)).encode()
    answer = _answer(folder, ("cat-file", "--batch-check"), given=asked)
    lines = (line.split() for line in answer.decode("ascii").splitlines())
    return {line[0]: int(line[2]) for line in lines if len(line) == 3}  # noqa: PLR2004 - name, kind, size


def contents(folder: Path, entries: list[Entry]) -> dict[str, bytes]:
    """Give the bytes of these files by the names of their objects."""
    names = sorted({each.name for each in entries})
    if sum(each.size for each in entries) > MOST_BYTES:
        raise NoAnswerError
    asked = "".join(f"{name}\n" for name in names).encode()
    answer = _answer(folder, ("cat-file", "--batch"), given=asked)
    found = {}
    at = 0
    for name in names:
        head, _, _ = answer[at : at + 200].partition(b"\n")
        if not re.fullmatch(rb"[0-9a-f]+ blob [0-9]+", head):
            raise NoAnswerError
        start = at + len(head) + 1
        at = start + int(head.rpartition(b" ")[2])
        found[name] = answer[start:at]
        at += 1
    return found


def _entry(line: bytes) -> Entry:
    about, _, path = line.partition(b"\t")
    mode, kind, name, size = about.decode("ascii").split()
    return Entry(
        is_plain=kind == "blob" and mode in {"100644", "100755"},
        name=name,
        size=int(size) if size.isdigit() else 0,
        path=path.decode("utf-8", "backslashreplace"),
    )


def _answer(
    folder: Path, words: tuple[str, ...], given: bytes = b"", most: int = MOST_BYTES
) -> bytes:
    """Give what git prints; what it is given and what it complains of go by files."""
    with TemporaryFile() as question, TemporaryFile() as complaint:
        question.write(given)
        question.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own words, or checked by the caller
            ["git", "--no-pager", "-C", str(folder), *words],  # noqa: S607 - the git of whoever runs us
            stdin=question,
            stdout=subprocess.PIPE,
            stderr=complaint,
            env=_surroundings(),
        ) as process:
            limit = Timer(SECONDS, process.kill)
            limit.start()
            try:
                answer = process.stdout.read(most + 1) if process.stdout else b""
                if len(answer) > most:
                    process.kill()
            finally:
                code = process.wait()
                limit.cancel()
        complaint.seek(0)
        if code:
            raise NoAnswerError(complaint.read(1000).decode("utf-8", "replace"))
    return answer


def _surroundings() -> dict[str, str]:
    """Give the environment without what points git at another repository."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
    return kept | {
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
