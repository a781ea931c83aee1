"""Puts files in a new site, each once, and makes the folders they stand in."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC


class NewSite:
    """A site that grows in a folder of its own, which nobody else writes in.

    Paths are texts from its root and open files are numbers, as the system has them:
    there are many, and an object of Python for each takes as long as the rest.
    """

    def __init__(self, folder: Path) -> None:
        """Begin in this folder, in which other things may stand."""
        self._folder = folder
        self._made: set[str] = set()

    def write(self, path: str, bits: Iterable[bytes]) -> None:
        """Write a file bit by bit; FileExistsError when it is there."""
        file = os.open(self._at(path), _NEW, 0o666)
        try:
            for bit in bits:
                left = bit
                while left:
                    left = left[os.write(file, left) :]
        finally:
            os.close(file)

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
