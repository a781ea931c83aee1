"""What a build keeps for the next one: outside the repository, and never needed."""

import hashlib
import marshal
import os
import pickle
import sqlite3
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

UNUSED_DAYS = 30
"""After so many days without a build, what was kept for a site is thrown away."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept"
    " (kind TEXT, key BLOB, value BLOB, PRIMARY KEY (kind, key))"
)


def digest(*parts: str | bytes) -> bytes:
    """Give what tells these parts from any others, in 16 bytes."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(raw))
        found.update(raw)
    return found.digest()


_WITHOUT_REFERENCES = 2
"""The newest version of marshal's format in which equal values give equal bytes."""


def digest_of(plain: Any) -> bytes:  # noqa: ANN401 - whatever marshal can write
    """Give what tells texts, numbers, and tuples or lists of these, from any others."""
    return digest(marshal.dumps(plain, _WITHOUT_REFERENCES))


class Kept:
    """Values of an earlier build, each by its kind and by a digest of what made it.

    Whoever keeps something asks first: ``get``, and ``put`` when it was not there. What
    nobody asked for is forgotten by ``close``, so it grows no larger than one build.
    A file that cannot be read or written is no mistake: then nothing is kept.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Open what is kept in a file; without one, or a bad one, nothing is."""
        self._asked: set[tuple[str, bytes]] = set()
        self._at_the_end: list[tuple[str, bytes, Callable[[], object]]] = []
        self._database = _opened(file) if file is not None else None
        self._is_first = self._database is not None and _is_empty(self._database)

    def get(self, kind: str, key: bytes) -> Any | None:  # noqa: ANN401 - whatever was put
        """Give the value that an earlier build put under this key, or None."""
        if self._database is None:
            return None
        self._asked.add((kind, key))
        if self._is_first:
            return None
        try:
            found = self._database.execute(
                "SELECT value FROM kept WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
            return None if found is None else pickle.loads(found[0])  # noqa: S301 - our own: nobody else can write there
        except Exception:  # noqa: BLE001 - broken bytes raise anything
            return None

    def put(self, kind: str, key: bytes, value: object) -> None:
        """Keep a value for the next build."""
        if self._database is None:
            return
        self._asked.add((kind, key))
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                (kind, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)),
            )
        except sqlite3.Error:
            self._forget_all()

    def put_at_the_end(self, kind: str, key: bytes, made: Callable[[], object]) -> None:
        """Keep a value that is ``made`` by ``close``, when the whole build is done."""
        self._at_the_end.append((kind, key, made))

    def close(self) -> None:
        """Write what was put, and forget what nobody asked for."""
        if self._database is None:
            return
        for kind, key, made in self._at_the_end:
            self.put(kind, key, made())
        if self._database is None:  # it could not be written
            return
        try:
            there = self._database.execute("SELECT kind, key FROM kept").fetchall()
            self._database.executemany(
                "DELETE FROM kept WHERE kind = ? AND key = ?",
                [each for each in there if each not in self._asked],
            )
            self._database.commit()
        except sqlite3.Error:
            self._forget_all()
        else:
            self._database.close()
            self._database = None

    def _forget_all(self) -> None:
        """Keep nothing of this build: another one writes, or the disk is full."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = None


def kept_for(output: Path) -> Kept:
    """Open what is kept for the site in this folder, by this version of everything.

    It stands in the user's own cache folder, never in the repository: from there it
    could come with somebody's proposal, and reading it can run code.
    """
    folder = _own_folder()
    if folder is None:
        return Kept()
    site = digest(str(output.resolve())).hex()
    file = folder / f"{site}-{_versions().hex()}.sqlite"
    _remove_others(folder, site, file)
    return Kept(file)


def _own_folder() -> Path | None:
    """Give the folder that only this user can write in; None if there is none."""
    try:
        given = os.environ.get("XDG_CACHE_HOME", "")
        base = Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
        folder = base / "groepsaanbod"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_ours(folder, stat.S_ISDIR) else None
    except (OSError, RuntimeError):
        return None


def _is_ours(path: Path, is_kind: Any) -> bool:  # noqa: ANN401 - a test of stat's
    """Tell whether a path is of this kind, and nobody else can write it."""
    found = path.lstat()
    others_write = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return is_kind(found.st_mode) and found.st_uid == os.geteuid() and not others_write


def _opened(file: Path) -> sqlite3.Connection | None:
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600))
        if not _is_ours(file, stat.S_ISREG):
            return None
        os.utime(file)
        return _connected(file)
    except sqlite3.DatabaseError:
        with suppress(OSError, sqlite3.Error):
            file.unlink()
            return _connected(file)
    except OSError:
        pass
    return None


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=0)
    try:
        database.execute(_TABLE)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _is_empty(database: sqlite3.Connection) -> bool:
    """Tell whether no build kept anything yet: then nobody need look for it."""
    try:
        return database.execute("SELECT 1 FROM kept LIMIT 1").fetchone() is None
    except sqlite3.Error:
        return False


def _versions() -> bytes:
    """Give what tells this code, this Python and all installed packages from others."""
    package = Path(__file__).parent
    code = [path.read_bytes() for path in sorted(package.rglob("*.py"))]
    installed = {
        found.name
        for folder in sys.path
        if Path(folder).is_dir()
        for found in Path(folder).glob("*.dist-info")
    }
    return digest(sys.version, *sorted(installed), *code)


def _remove_others(folder: Path, site: str, file: Path) -> None:
    """Remove what other versions kept for this site, and what is long unused."""
    long_ago = time.time() - UNUSED_DAYS * 24 * 60 * 60
    for path in folder.glob("*.sqlite*"):
        with suppress(OSError):
            is_other = path.name.startswith(site) and not path.name.startswith(
                file.name
            )
            if is_other or path.lstat().st_mtime < long_ago:
                path.unlink()
