"""Which pages of the old site the new one can take over, byte for byte."""

import hashlib
import marshal
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, cast

from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.fields import Record
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.views import Card, JoiningView, Link, OfferRow


class UnknownKindError(TypeError):
    """Nobody can tell whether a value of this kind is the same as before."""


class Reuse:
    """Takes over the pages of the old site that would come out the same.

    A page comes out the same when all it follows from is the same: what it is given,
    and what holds for all pages, such as templates, settings and the day. Whether it
    still is as it was written, its bytes tell: somebody may have edited the old site.
    """

    def __init__(self, kept: Kept, old: Path, everywhere: object) -> None:
        """Look at the site in the folder ``old``."""
        self._kept = kept
        self._old = old
        self._fingerprints = Fingerprints()
        self._everywhere = self._fingerprints.of(everywhere)
        self._before: Mapping[str, tuple[bytes, bytes]] = kept.get("site", b"") or {}
        self._now: dict[str, tuple[bytes, bytes]] = {}

    def key(self, follows_from: object) -> bytes | None:
        """Give what tells such a page from any other; None when nobody can say."""
        try:
            return digest(self._everywhere, self._fingerprints.of(follows_from))
        except UnknownKindError:
            return None

    def take_over(self, file: str, key: bytes | None, target: str) -> bool:
        """Put the old site's page at ``target`` when it is the same in all; tell.

        Both sites then share the file, so nobody may write in it: who wants another
        page there, puts another file there.
        """
        before = self._before.get(file)
        if before is None or key is None or before[0] != key:
            return False
        old = f"{self._old}/{file}"
        try:
            if hashlib.sha256(_read(old)).digest() != before[1]:
                return False
            os.link(old, target, follow_symlinks=False)
        except OSError:
            return False
        self._now[file] = before
        return True

    def remembered(
        self, file: str, key: bytes | None, bits: Iterable[bytes]
    ) -> Iterable[bytes]:
        """Pass on the bytes of a page that was drawn, and remember what they were."""
        drawn = hashlib.sha256()
        for bit in bits:
            drawn.update(bit)
            yield bit
        if key is not None:
            self._now[file] = (key, drawn.digest())

    def close(self) -> None:
        """Keep what the next build must know of this site."""
        self._kept.put("site", b"", self._now)


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
        return _digest_of(self._plain(value))

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
            return tuple(
                [each if type(each) in _PLAIN else self._plain(each) for each in many]
            )
        if isinstance(value, Offer) and value.fingerprint:
            return value.fingerprint
        return self._parts(value)

    def _parts(self, value: object) -> tuple[object, ...]:
        kind = type(value)
        return kind.__qualname__, self._plain(_holding(cast("Any", kind))(value))

    def _once(self, value: object) -> bytes:
        """Take the fingerprint of what many pages show, and remember it."""
        found = _digest_of(self._parts(value))
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
        return lambda value: [getattr(value, name) for name in names]
    raise UnknownKindError(kind.__qualname__)


_SHOWN_BY_MANY = frozenset({Card, JoiningView, Link, OfferRow, Partner})
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
_SAID_BY_REPR = frozenset({date, time, Decimal})
_WITHOUT_REFERENCES = 2
"""The newest version of marshal's format in which equal values give equal bytes."""


def _digest_of(plain: object) -> bytes:
    return digest(marshal.dumps(cast("Any", plain), _WITHOUT_REFERENCES))
