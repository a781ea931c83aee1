"""One file to a document, and what is wrong with a file as a whole."""

import stat
from functools import cached_property
from pathlib import Path
from typing import Any

from groepsaanbod.problems import Problem
from groepsaanbod.source import MAX_BYTES, Document, Location, read, read_with_text


def read_file(path: Path) -> tuple[Document | None, list[Problem]]:
    """Read one file within bounds; what is no plain file is a problem."""
    raw, problems = read_bytes(path)
    return (None, problems) if raw is None else read(str(path), raw)


def read_file_with_text(path: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """Read a file of fields with text below them, which becomes the field ``name``."""
    raw, problems = read_bytes(path)
    return (None, problems) if raw is None else read_with_text(str(path), raw, name)


def read_bytes(path: Path, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
    """Read what stands in one file; of a larger one than may be one byte too many."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return None, [about(path, "dit is geen gewoon bestand; haal het weg")]
        with path.open("rb", buffering=0) as file:
            return file.read(min(found.st_size, most) + 1), []
    except FileNotFoundError:
        return None, [about(path, "dit bestand ontbreekt; zet het erbij")]
    except OSError:
        return None, [
            about(path, "dit bestand kunnen we niet openen; kijk na wie het mag lezen")
        ]


class OnDisk:
    """A document that is read again only when there is something to say about it.

    All documents at once would take more room than all that they say.
    """

    def __init__(self, path: Path) -> None:
        """Remember where it stands."""
        self._path = path

    @cached_property
    def _document(self) -> Document:
        document, _ = read_file(self._path)
        return document or Document(str(self._path), {}, {})

    @property
    def data(self) -> dict[str, Any]:
        """Give what it says."""
        return self._document.data

    def problem(self, location: Location, message: str) -> Problem:
        """Give the problem at this place in this file."""
        return self._document.problem(location, message)


def about(path: Path, message: str) -> Problem:
    """Give a problem with a whole file or folder, whatever its name is made of."""
    shown = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(shown, 1, 1, "", message)
