"""One file to a document or a record, and what is wrong with a file as a whole."""

import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from groepsaanbod.fields import Record
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.remedies import Remedy
from groepsaanbod.source import MAX_BYTES, Document, Location, read, read_with_text
from groepsaanbod.vocabulary import Vocabulary

AnyRecord = TypeVar("AnyRecord", bound=Record)


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


@dataclass(frozen=True, slots=True)
class Records:
    """Reads files as records; what is right in a file that did not change is kept.

    Files are checked against the ``vocabulary``, which the digest ``words`` stands for;
    the region's own files need none.
    """

    kept: Kept
    vocabulary: Vocabulary | None = None
    words: bytes = b""

    def read(
        self,
        path: Path,
        kind: type[AnyRecord],
        *,
        text: str = "",
        more: Callable[[Document], Iterable[Problem]] = lambda _: (),
    ) -> tuple[AnyRecord | None, list[Problem]]:
        """Read a file; the text below its fields, if it has any, becomes ``text``.

        ``more`` says what else is wrong in it. A file with mistakes is not kept.
        """
        raw, problems = read_bytes(path)
        if raw is None:
            return None, problems
        key = digest(kind.__qualname__, text, self.words, raw)
        record: AnyRecord | None = self.kept.get("record", key)
        if record is not None:
            return record, []
        document, problems = _document(path, raw, text)
        if document is None:
            return None, problems
        record, wrong = read_record(document, kind, self.vocabulary)
        problems += [*wrong, *more(document)]
        if record is not None and not problems:
            self.kept.put("record", key, record)
        return record, problems


def _document(
    path: Path, raw: bytes, text: str
) -> tuple[Document | None, list[Problem]]:
    return read_with_text(str(path), raw, text) if text else read(str(path), raw)


class OnDisk:
    """A document that is read again only when there is something to say about it.

    All documents at once would take more room than all that they say.
    """

    def __init__(self, path: Path, text: str = "") -> None:
        """Remember where it stands, and what the text below its fields becomes."""
        self._path = path
        self._text = text

    @cached_property
    def _document(self) -> Document:
        raw, _ = read_bytes(self._path)
        document = None
        if raw is not None:
            document, _ = _document(self._path, raw, self._text)
        return document or Document(str(self._path), {}, {})

    @property
    def data(self) -> dict[str, Any]:
        """Give what it says."""
        return self._document.data

    def problem(
        self,
        location: Location,
        fact: str,
        remedy: Remedy | None = None,
        *,
        about: str = "",
    ) -> Problem:
        """Give the problem at this place in this file, or where it says ``about``."""
        return self._document.problem(location, fact, remedy, about=about)


def about(path: Path, message: str) -> Problem:
    """Give a problem with a whole file or folder, whatever its name is made of."""
    shown = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(shown, 1, 1, "", message)
