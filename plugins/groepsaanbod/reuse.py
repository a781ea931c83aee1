"""Which pages of the old site the new one can take over, byte for byte."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path

from groepsaanbod.catalogue import Offer
from groepsaanbod.fields import Record
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.views import Card, JoiningView


class UnknownKindError(TypeError):
    """Nobody can tell whether a value of this kind is the same as before."""


class Reuse:
    """Takes over the pages of the old site that would come out the same.

    A page comes out the same when all it follows from is the same: what it is given,
    and what is the same for all pages, such as templates, settings and the day. Whether
    it still is as it was written, its bytes tell: somebody may have edited the old site.
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

    def take_over(self, file: str, key: bytes | None) -> bytes | None:
        """Give the bytes of a page when the old site has it, the same in all."""
        before = self._before.get(file)
        if before is None or key is None or before[0] != key:
            return None
        try:
            raw = _read(self._old / file)
        except OSError:
            return None
        if hashlib.blake2b(raw, digest_size=16).digest() != before[1]:
            return None
        self._now[file] = before
        return raw

    def remembered(
        self, file: str, key: bytes | None, bits: Iterable[bytes]
    ) -> Iterable[bytes]:
        """Pass on the bytes of a page that was drawn, and remember what they were."""
        drawn = hashlib.blake2b(digest_size=16)
        for bit in bits:
            drawn.update(bit)
            yield bit
        if key is not None:
            self._now[file] = (key, drawn.digest())

    def close(self) -> None:
        """Keep what the next build must know of this site."""
        self._kept.put("site", b"", self._now)


def _read(path: Path) -> bytes:
    """Read a file of the old site; what is no file there is an OSError, or empty."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(handle, "rb", buffering=0) as file:  # noqa: PTH123 - it is open already
        return file.readall()


class Fingerprints:
    """Tells values apart by all that they hold, also from one build to the next."""

    def __init__(self) -> None:
        """Begin without having seen any."""
        self._seen: dict[int, tuple[bytes, object]] = {}

    def of(self, value: object) -> bytes:
        """Give 16 bytes; UnknownKindError when the value holds an unknown kind."""
        bits: list[str | bytes] = []
        self._gather(value, bits)
        return digest(*bits)

    def _gather(self, value: object, bits: list[str | bytes]) -> None:
        """Add what a value holds, and of each part its kind: "1" is not 1."""
        kind = type(value)
        if kind is str:
            bits += ("", value)
        elif kind in _SHOWN_BY_MANY:
            bits.append(self._once(value))
        elif kind in (tuple, list):
            bits += ("[", str(len(value)))
            for each in value:
                self._gather(each, bits)
        elif value is None or kind in _SAID_BY_REPR:
            bits.append(repr(value))
        elif isinstance(value, Offer) and value.fingerprint:
            bits.append(value.fingerprint)
        else:
            self._gather_parts(value, bits)

    def _gather_parts(self, value: object, bits: list[str | bytes]) -> None:
        bits.append(type(value).__qualname__)
        if isinstance(value, Mapping):
            self._gather([*value.items()], bits)
        elif isinstance(value, Record):
            self._gather([*vars(value).items()], bits)
        elif isinstance(value, Enum | str):
            bits.append(str(value))
        elif is_dataclass(value):
            for name in _names(type(value)):
                self._gather(getattr(value, name), bits)
        else:
            raise UnknownKindError(type(value).__qualname__)

    def _once(self, value: object) -> bytes:
        """Give the fingerprint of what many pages show, taken once."""
        seen = self._seen.get(id(value))
        if seen is None:
            bits: list[str | bytes] = []
            self._gather_parts(value, bits)
            # It must stay, or another value could be taken for it.
            seen = self._seen[id(value)] = (digest(*bits), value)
        return seen[0]


_SHOWN_BY_MANY = frozenset({Card, JoiningView})
_SAID_BY_REPR = frozenset({bool, int, bytes, date, time, Decimal})


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
