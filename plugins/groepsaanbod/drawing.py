"""Draws a page's text; what many pages show alike is drawn once."""

from collections.abc import Iterator
from typing import Protocol

from markupsafe import Markup

HERE = "\0"
"""Stands for the way back to the root, which differs from page to page.

No text that people write can hold this or the next: ``source`` refuses them.
"""
_MARK = "\x01"
_HERE = HERE.encode()
_TOGETHER = 200
"""An even number: of what is split, each second bit is a mark."""


def without_marks(text: str) -> str:
    """Give a text that did not come through ``source`` without such marks."""
    return text.replace(HERE, "").replace(_MARK, "")


class Macro(Protocol):
    """A macro of a template."""

    name: str

    def __call__(self, **given: object) -> str:
        """Give what it draws of these things."""


class Parts:
    """The parts that many pages show: a card, an icon, the header.

    A page holds a mark in place of each, so that a list of all offers stays small
    until it is written, and a card is drawn once however many lists it is in.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._drawn: list[bytes] = []
        self._marks: dict[tuple[object, ...], tuple[Markup, object]] = {}

    def once(self, macro: Macro, **given: object) -> Markup:
        """Give the mark of what a macro draws of these things, drawn once.

        Words and numbers count by what they say; other things, which may not change,
        by which they are. ``root`` may be among them: it fits each page by itself.
        """
        known = (
            (type(each), each if isinstance(each, str | int) else id(each))
            for name, each in given.items()
            if name != "root"
        )
        asked = (macro.name, *known)
        found = self._marks.get(asked)
        if found is None:
            if "root" in given:
                given["root"] = HERE
            text = macro(**given)
            self._drawn.append(b"".join(self.written(text, HERE)))
            mark = Markup(f"{_MARK}{len(self._drawn) - 1}{_MARK}")  # noqa: S704 - a number
            # What is known by which it is must stay, or another could take its place.
            found = self._marks[asked] = (mark, given)
        return found[0]

    def forget(self) -> None:
        """Forget what was drawn, when the pages that hold it are written."""
        self._drawn.clear()
        self._marks.clear()

    def written(self, text: str, root: str) -> Iterator[bytes]:
        """Give a page's text bit by bit, with the parts in it."""
        here = root.encode()
        bits = text.split(_MARK)
        # A bit is some words; what writes and counts them would be called too often.
        for start in range(0, len(bits), _TOGETHER):
            together = bits[start : start + _TOGETHER]
            yield b"".join(
                self._drawn[int(bit)].replace(_HERE, here)
                if number % 2
                else bit.encode()
                for number, bit in enumerate(together)
            )
