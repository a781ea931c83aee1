"""How a text with words of partners is written: as Markdown for GitHub, or plain.

What partners wrote stays words: no markup, no HTML, no link, no mention of anybody.
"""

import re
from typing import Protocol

LONGEST = 300
"""Of what somebody wrote, more is left out."""

_NOTHING = "\u2060"
"""The word joiner: nobody sees it, and what it stands in is no link or mention."""

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BEGIN = re.compile(r"(?=[-+0-9])")
_MARKUP = re.compile(r"([\\`*_{}\[\]#~$!])")
_REFERENCE = re.compile(r"(@|#|:(?=//)|www(?=\.)|GH(?=-)|mailto:|xmpp:)", re.IGNORECASE)


class Pen(Protocol):
    """Writes the parts of a text."""

    def theirs(self, text: str) -> str:
        """Give what somebody else wrote, on one line."""

    def strong(self, text: str) -> str:
        """Give what somebody else wrote, where the eye should fall."""

    def code(self, text: str) -> str:
        """Give a path, or what one should type."""

    def heading(self, level: int, text: str) -> str:
        """Give a heading; what in it is not ours was written by ``theirs``."""

    def link(self, address: str) -> str:
        """Give an address of our own."""

    def mention(self, account: str) -> str:
        """Call somebody, by a name that the region itself wrote down."""


def on_one_line(text: str) -> str:
    """Give the text without what moves a line, a cursor or the order of letters."""
    shown = "".join(each if each.isprintable() else " " for each in text)
    short = " ".join(shown.split())
    short = short if len(short) <= LONGEST else f"{short[: LONGEST - 1]}…"
    return short.encode("utf-8", "backslashreplace").decode("utf-8")


class Plain:
    """For a terminal."""

    def theirs(self, text: str) -> str:
        """Give it as it is."""
        return on_one_line(text)

    def strong(self, text: str) -> str:
        """Give it as it is."""
        return on_one_line(text)

    def code(self, text: str) -> str:
        """Give it as it is."""
        return on_one_line(text)

    def heading(self, level: int, text: str) -> str:
        """Give it with a line under it, the first time with a double one."""
        return f"{text}\n{('=' if level == 1 else '-') * len(text)}"

    def link(self, address: str) -> str:
        """Give it as it is."""
        return address

    def mention(self, account: str) -> str:
        """Give the name as it is."""
        return account


class Markdown:
    """For GitHub."""

    def theirs(self, text: str) -> str:
        """Give it with each sign that means something made to mean nothing."""
        safe = _MARKUP.sub(r"\\\1", on_one_line(text).translate(_ENTITIES))
        if _BEGIN.match(safe):  # else it may begin a list
            safe = f"{_NOTHING}{safe}"
        return _REFERENCE.sub(rf"\1{_NOTHING}", safe)

    def strong(self, text: str) -> str:
        """Give it in bold."""
        return f"**{self.theirs(text)}**"

    def code(self, text: str) -> str:
        """Give it as code, in which nothing means anything but the end."""
        return f"`{on_one_line(text).replace('`', chr(39))}`"

    def heading(self, level: int, text: str) -> str:
        """Give it with its signs in front."""
        return f"{'#' * level} {text}"

    def link(self, address: str) -> str:
        """Give it between brackets, so that it ends where it ends."""
        return f"<{address}>"

    def mention(self, account: str) -> str:
        """Give the name so that GitHub tells its owner."""
        return f"@{account}"
