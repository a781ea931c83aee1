"""Writes a file whole or not at all, and never over another by accident."""

import os
import shutil
import tempfile
from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; FileExistsError when it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def write_over(path: Path, text: str) -> None:
    """Put a text in the place of what stands in a file, at once."""
    with tempfile.NamedTemporaryFile(
        "w",
        encoding="utf-8",
        newline="\n",
        dir=path.parent,
        prefix=f".{path.name}.",
        delete=False,
    ) as file:
        beside = Path(file.name)
        file.write(text)
    try:
        shutil.copymode(path, beside)
        os.replace(beside, path)  # noqa: PTH105 - as one step, on every system
    except OSError:
        beside.unlink()
        raise
