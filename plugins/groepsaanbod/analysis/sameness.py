"""Whether two offers that overlap are one and the same, given twice."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from groepsaanbod.catalogue import Offer

ALIKE = 0.85
"""From this likeness on (of ``difflib``) two titles are nearly one."""


class Sameness(StrEnum):
    """By what one can tell; the words are what the report says, and an API."""

    METHOD = "dezelfde methode"
    TITLE = "bijna dezelfde titel"


class Twins:
    """Tells which offers are the same, in the words of a region."""

    def __init__(self, common_words: Iterable[str]) -> None:
        """Take the words that say little; they do not count in titles."""
        self._common = frozenset(_words(" ".join(common_words)))

    def sameness(self, one: Offer, other: Offer) -> Sameness | None:
        """Say by what two offers are the same, or give None.

        Capitals, accents and signs make no difference to a method or a title.
        """
        if one.method and other.method:
            method = _words(one.method.name)
            if method and method == _words(other.method.name):
                return Sameness.METHOD
        title, other_title = self._telling(one.title), self._telling(other.title)
        if title and other_title and _is_alike(title, other_title):
            return Sameness.TITLE
        return None

    def _telling(self, title: str) -> tuple[str, ...]:
        return tuple(word for word in _words(title) if word not in self._common)


def _is_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles are nearly one; the cheap questions first."""
    fewest = min(len(one), len(other))
    if fewest > 1 and 2 * len(set(one).intersection(other)) < fewest:
        return False
    # The order in which difflib compares may matter to it, and may not to us.
    first, second = sorted((" ".join(one), " ".join(other)))
    likeness = SequenceMatcher(None, first, second, autojunk=False)
    return (
        likeness.real_quick_ratio() >= ALIKE
        and likeness.quick_ratio() >= ALIKE
        and likeness.ratio() >= ALIKE
    )


@lru_cache(maxsize=100_000)
def _words(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters, without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(each for each in parted if not unicodedata.combining(each))
    return tuple(re.findall(r"\w+", bare))
