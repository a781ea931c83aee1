"""How easy a text reads: sentences, their length, jargon, capitals."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

LONGEST_SENTENCE = 20
AVERAGE_SENTENCE = 12
"""In words, as Dutch authorities write at level B1."""

FEWEST_FOR_AN_AVERAGE = 3

_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*_`>]|^#+ ", re.MULTILINE)
_END = re.compile(
    r"""(?<=[.!?:])["')]*\s+(?=["'(]*[A-Z\u00c0-\u00de])|\n\s*(?:[-*+]|[0-9]+\.)\s|\n\s*\n"""
)
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*|\d[\d.,:]*")


def sentences(text: str) -> list[str]:
    """Give the sentences of a text without its Markdown; list items are sentences."""
    return [" ".join(part.split()) for part in _parts(text)]


def _parts(text: str) -> Iterator[str]:
    """Give the sentences as they stand, over more lines perhaps."""
    plain = _MARKUP.sub("", f"\n{text}")
    return (part for part in _END.split(plain) if part and not part.isspace())


def word_count(sentence: str) -> int:
    """Count the words and numbers of a sentence."""
    return len(_WORD.findall(sentence))


@lru_cache(maxsize=1)
def _counted(text: str) -> tuple[tuple[str, int], ...]:
    """Give the sentences with their words; one asks twice about the same text."""
    return tuple((each, word_count(each)) for each in _parts(text))


def too_long(text: str) -> Iterator[str]:
    """Give each sentence with more words than one can follow in one go."""
    return (
        " ".join(part.split())
        for part, words in _counted(text)
        if words > LONGEST_SENTENCE
    )


def average_length(text: str) -> float | None:
    """Give the words in an average sentence; None when there are too few to say."""
    counts = [words for _, words in _counted(text)]
    if len(counts) < FEWEST_FOR_AN_AVERAGE:
        return None
    return sum(counts) / len(counts)


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    options = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{options})(?!\w)")


def found_words(text: str, words: Iterable[str]) -> list[str]:
    """Give which of these words stand in a text, each once, as they were listed."""
    by_folded = {each.casefold(): each for each in words}
    if not by_folded:
        return []
    found = _pattern(tuple(by_folded)).findall(text.casefold())
    return [by_folded[each] for each in dict.fromkeys(found)]


SHOUTED_WORDS = 2
SHORTEST_SHOUT = 4
_CAPITALS = re.compile(rf"[^\W\d_a-z]{{{SHORTEST_SHOUT}}}")


def is_shouted(text: str) -> bool:
    """Tell whether most of a text is in capitals; one abbreviation is no shouting."""
    if not _CAPITALS.search(text):
        return False
    words = [each for each in _WORD.findall(text) if len(each) >= SHORTEST_SHOUT]
    shouted = [each for each in words if each.isupper() and each.isalpha()]
    return len(shouted) >= SHOUTED_WORDS and len(shouted) * 2 > len(words)
