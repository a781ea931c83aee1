"""Which files of the old site the new one can take over, byte for byte."""

import hashlib
import os
import time as clock
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from pathlib import Path
from typing import Any, cast

from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.fields import Record
from groepsaanbod.keeping import Kept, digest, digest_of
from groepsaanbod.placing import NewSite
from groepsaanbod.tables import Table
from groepsaanbod.views import Card, JoiningView, Link, OfferRow


class UnknownKindError(TypeError):
    """Nobody can tell whether a value of this kind is the same as before."""


Files = Iterable[tuple[str, Iterable[bytes]]]
"""The path of each file, from the root of the site, and its bytes bit by bit."""


@dataclass(frozen=True, slots=True)
class _Written:
    """Files that an earlier build wrote together."""

    key: bytes
    """What tells them from any others."""
    paths: tuple[str, ...]
    hashes: bytes
    """The SHA-256 of each, one after the other."""
    stamp: bytes = b""
    """How the system knew them when their site stood; empty when that tells nothing."""


class Reuse:
    """Takes over the files of the old site that would come out the same.

    A page comes out the same when all it follows from is the same: what it is given,
    and what holds for all pages, such as templates, settings and the day. So do files
    beside pages. Somebody may have edited the old site. Whether its files still are as
    they were written, the system tells, which notes the moment of each change; of a
    site that was copied, and wherever these moments tell too little, their bytes do.
    """

    def __init__(self, kept: Kept, old: Path, new: NewSite, everywhere: object) -> None:
        """Look at the site in the folder ``old``; what stays goes to ``new``."""
        self._kept = kept
        self._old = old
        self._new = new
        self._fingerprints = Fingerprints()
        self._everywhere = self._fingerprints.of(everywhere)
        self._before: Mapping[str, _Written] = kept.get("site", b"") or {}
        self._now: dict[str, _Written] = {}

    def put(self, name: str, follows_from: object, made: Callable[[], Files]) -> None:
        """Put files in the new site that have this name from one build to the next.

        They are ``made`` only when they are not in the old site as they would be. When
        nobody can tell that from what they follow from, they always are.
        """
        key = self._key(follows_from)
        before = self._before.get(name)
        if before and before.key == key and self._take_over(before):
            self._now[name] = before
            return
        paths, hashes = [], []
        for path, bits in made():
            hashed = hashlib.sha256()
            self._new.write(path, _passed_by(bits, hashed))
            paths.append(path)
            hashes.append(hashed.digest())
        if key is not None:
            self._now[name] = _Written(key, tuple(paths), b"".join(hashes))

    def _key(self, follows_from: object) -> bytes | None:
        """Give what tells such files from any others; None when nobody can say."""
        try:
            return digest(self._everywhere, self._fingerprints.of(follows_from))
        except UnknownKindError:
            return None

    def _take_over(self, before: _Written) -> bool:
        """Link the old site's files into the new one if they are as written; tell.

        Both sites then share them, so nobody may write in one: who wants another file
        there, puts another there.
        """
        old = [f"{self._old}/{path}" for path in before.paths]
        try:
            return _are_as_written(old, before) and self._new.link(old, before.paths)
        except OSError:
            return False

    def forget(self) -> None:
        """Forget what many pages showed, which is large: the next show other things."""
        self._fingerprints = Fingerprints()

    def close(self) -> None:
        """Keep what the next build must know of this site, once it stands."""
        stamped = partial(_stamped, self._old, self._now)
        self._kept.put_at_the_end("site", b"", stamped)


TICK = 50_000_000
"""Within so many nanoseconds a file can change twice and the system not note it.

Linux counts in steps of 1 to 10 milliseconds.
"""
_SECOND = 1_000_000_000


def _stamped(site: Path, written: Mapping[str, _Written]) -> dict[str, _Written]:
    """Note how the system knows the files of a site that stands where it stays."""
    latest = clock.time_ns() - TICK
    stamped = {}
    for name, each in written.items():
        try:
            stamp = _stamp([f"{site}/{path}" for path in each.paths], latest)
        except OSError:
            stamp = b""
        stamped[name] = replace(each, stamp=stamp)
    return stamped


def _stamp(files: Iterable[str], latest: int | None = None) -> bytes:
    """Give what changes when somebody writes in these files, or puts others there.

    That is which file each is, and when anything about it last changed: its bytes, its
    size, its kind, its names. Nobody can set that moment.
    Empty when one changed after the ``latest`` moment, in nanoseconds, or when the disk
    only counts whole seconds: then a later change could have the same moment.
    """
    known = array("Q")
    for path in files:
        found = os.lstat(path)
        moment = found.st_ctime_ns
        if latest is not None and (moment >= latest or moment % _SECOND == 0):
            return b""
        known.append(found.st_ino)
        known.append(moment)
    return digest(known.tobytes())


def _are_as_written(files: list[str], written: _Written) -> bool:
    """Tell whether files of the old site still hold what was written."""
    if written.stamp and written.stamp == _stamp(files):
        return True
    hashes = b"".join(hashlib.sha256(_read(path)).digest() for path in files)
    return hashes == written.hashes


def _passed_by(bits: Iterable[bytes], hashed: "hashlib._Hash") -> Iterator[bytes]:
    """Pass the bits on, and let them count."""
    for bit in bits:
        hashed.update(bit)
        yield bit


def _read(path: str) -> bytes:
    """Read a file of the old site; what is no file there is an OSError, or empty."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        return os.read(handle, os.fstat(handle).st_size)
    finally:
        os.close(handle)


class Fingerprints:
    """Tells values apart by all that they hold, also from one build to the next."""

    def __init__(self) -> None:
        """Begin without having seen any."""
        self._seen: dict[int, tuple[bytes, object]] = {}

    def of(self, value: object) -> bytes:
        """Give 16 bytes; UnknownKindError when the value holds an unknown kind."""
        return digest_of(self._plain(value))

    def _plain(self, value: object) -> object:
        """Give a value as plain tuples, in which its kinds are still told apart."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind in _SHOWN_BY_MANY:
            seen = self._seen.get(id(value))
            return self._once(value) if seen is None else seen[0]
        if kind is tuple or kind is list:
            many = cast("list[object]", value)
            if _PLAIN.issuperset(map(type, many)):
                return tuple(many)
            return tuple(
                [each if type(each) in _PLAIN else self._plain(each) for each in many]
            )
        # Asking pydantic whether it is one takes longer than all the rest.
        if kind is Offer and (found := cast("Offer", value).fingerprint):
            return found
        return self._parts(value)

    def _parts(self, value: object) -> tuple[object, ...]:
        kind = type(value)
        held = _holding(cast("Any", kind))(value)
        return kind.__qualname__, self._plain(held)

    def _once(self, value: object) -> bytes:
        """Take the fingerprint of what many pages show, and remember it."""
        found = digest_of(self._parts(value))
        # It must stay, or another value could be taken for it.
        self._seen[id(value)] = (found, value)
        return found


@cache
def _holding(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401 - a class
    """Give what gives all that a value of this kind holds."""
    if issubclass(kind, Mapping):
        return lambda value: [*value.items()]
    if issubclass(kind, Record):
        return lambda value: [*vars(value).items()]
    if issubclass(kind, Enum | str):
        return str
    if kind in _SAID_BY_REPR:
        return repr
    if is_dataclass(kind):
        names = [each.name for each in fields(kind)]
        if len(names) > 1:  # of one it gives no tuple
            return attrgetter(*names)
        return lambda value: [getattr(value, name) for name in names]
    raise UnknownKindError(kind.__qualname__)


_SHOWN_BY_MANY = frozenset({Card, JoiningView, Link, OfferRow, Partner, Table})
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
_SAID_BY_REPR = frozenset({date, time, Decimal})
