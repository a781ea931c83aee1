"""Puts files in a new site, each once, and makes the folders they stand in."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path


class NewSite:
    """A site that grows in a folder of its own, which nobody else writes in.

    Paths are texts from its root: there are many, and making them ``Path`` takes as
    long as the rest.
    """

    def __init__(self, folder: Path) -> None:
        """Begin in this folder, in which other things may stand."""
        self._folder = folder
        self._made: set[str] = set()

    def write(self, path: str, bits: Iterable[bytes]) -> None:
        """Write a file bit by bit; FileExistsError when it is there."""
        with open(self._at(path), "xb") as file:  # noqa: PTH123 - as text
            file.writelines(bits)

    def write_text(self, path: str, text: str) -> None:
        """Write a file that was not there, its line ends as they are."""
        self.write(path, (text.encode(),))

    def link(self, files: Sequence[str], paths: Sequence[str]) -> bool:
        """Let files from elsewhere stand at these paths too: all, or none; tell.

        What became a symbolic link meanwhile is linked as one.
        """
        linked = []
        try:
            for file, path in zip(files, paths, strict=True):
                target = self._at(path)
                os.link(file, target, follow_symlinks=False)
                linked.append(target)
        except OSError:
            for target in linked:
                with suppress(OSError):
                    os.unlink(target)  # noqa: PTH108 - as text
            return False
        return True

    def _at(self, path: str) -> str:
        """Give where a path is, in a folder that is there."""
        folder = f"{self._folder}/{path.rpartition('/')[0]}"
        if folder not in self._made:
            self._make(folder)
            self._made.add(folder)
        return f"{self._folder}/{path}"

    @staticmethod
    def _make(folder: str) -> None:
        try:
            os.mkdir(folder)  # noqa: PTH102 - nearly always enough, and the quickest
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as text
