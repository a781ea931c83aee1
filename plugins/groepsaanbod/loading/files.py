"""One file to a document, and what is wrong with a file as a whole."""

import stat
from pathlib import Path

from groepsaanbod.problems import Problem
from groepsaanbod.source import MAX_BYTES, Document, read, read_with_text


def read_file(path: Path) -> tuple[Document | None, list[Problem]]:
    """Read one file within bounds; what is no plain file is a problem."""
    raw, problems = _bytes(path)
    return (None, problems) if raw is None else read(str(path), raw)


def read_file_with_text(path: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """Read a file of fields with text below them, which becomes the field ``name``."""
    raw, problems = _bytes(path)
    return (None, problems) if raw is None else read_with_text(str(path), raw, name)


def _bytes(path: Path) -> tuple[bytes | None, list[Problem]]:
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            return None, [about(path, "dit is geen gewoon bestand; haal het weg")]
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), []
    except FileNotFoundError:
        return None, [about(path, "dit bestand ontbreekt; zet het erbij")]
    except OSError:
        return None, [
            about(path, "dit bestand kunnen we niet openen; kijk na wie het mag lezen")
        ]


def about(path: Path, message: str) -> Problem:
    """Give a problem with a whole file or folder, whatever its name is made of."""
    shown = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(shown, 1, 1, "", message)
