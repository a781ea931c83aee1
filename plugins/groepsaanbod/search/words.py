"""From text to the terms of the index; ``theme/static/js/search/words.js`` is its twin.

Each rule here stands there too, in the same order, and a test holds the two to the same
terms. After folding there are no accents left, so that both mean the same by a letter.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

SHORTEST_TO_STEM = 4

_APOSTROPHES = str.maketrans("\u2019\u2018`\u00b4\u02bc", "'" * 5)
_WITHOUT_ACCENT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"})
_WORD = re.compile(r"(?:[^\W_]|')+")


def fold(text: str) -> str:
    """Give the text in small letters without accents."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).lower()
    bare = [each for each in parted if unicodedata.category(each)[0] != "M"]
    return "".join(bare).translate(_WITHOUT_ACCENT)


def tokens(text: str) -> list[str]:
    """Give the folded words of a text in its order; ``foto's`` gives ``foto``."""
    folded = fold(text)
    found: list[str] = _WORD.findall(folded)
    if "'" not in folded:
        return found
    return [bare for each in found if (bare := _without_apostrophes(each))]


def _without_apostrophes(word: str) -> str:
    return word.strip("'").removesuffix("'s").replace("'", "")


def terms(text: str) -> list[str]:
    """Give the terms of a text in its order: what the index and a search agree on."""
    return [term(each) for each in tokens(text)]


_before: Mapping[str, str] = {}
_asked: dict[str, str] = {}


def remember(before: Mapping[str, str]) -> None:
    """Take over the terms that an earlier build asked for, of the same code."""
    global _before  # noqa: PLW0603 - what a word's term is, holds for all who ask
    _before = before


def asked() -> dict[str, str]:
    """Give the words that somebody asked for, with their terms."""
    return dict(_asked)


def term(word: str) -> str:
    """Give the term of a folded word, the same for all its forms as far as we can.

    Each is worked out once: a stem takes longer than all else that is done with it.
    """
    found = _asked.get(word)
    if found is None:
        found = _asked[word] = _before.get(word) or _new_term(word)
    return found


def _new_term(word: str) -> str:
    """Work it out.

    Dutch by Snowball's Porter stemmer, between rules for what that leaves:
    diminutives, past participles, ``-ing`` and ``-ig`` of short words, a verb's ``-t``.
    What comes out is a name for a family of words and no word itself.
    """
    if len(word) < SHORTEST_TO_STEM or not word.isascii() or not word.isalpha():
        return word
    stem = word
    for rules in (_BEFORE, None, _AFTER):
        if rules is None:
            stem = _stemmer()(stem)
            continue
        for pattern, replacement in rules:
            stem = pattern.sub(replacement, stem)
    return stem


@cache
def _stemmer() -> Callable[[str], str]:
    """Give Snowball's stemmer; it brings all its languages, and few builds need it."""
    stem: Callable[[str], str] = (
        import_module("snowballstemmer").stemmer("dutch_porter").stemWord
    )
    return stem


_PREFIX = (
    "aan|achter|af|bij|binnen|door|in|mee|mis|na|om|op|over|samen|tegen|terug|toe|uit"
    "|vast|voor|weg"
)
_BEFORE = (
    # kringetje, ballonnetje; cafeetje; boompje; tafeltje; groepje (a meisje is none)
    (re.compile(r"^(.{3,}(?:ng|nn|ll|mm|rr|pp|bb|tt|gg))etjes?$"), r"\1"),
    (re.compile(r"^(.+e)etjes?$"), r"\1"),
    (re.compile(r"^(.+m)pjes?$"), r"\1"),
    (re.compile(r"^(.+(?:[lnrw]|[aeou][iy]))tjes?$"), r"\1"),
    (re.compile(r"^(?!meis)(.{2,}[^aeiouj])jes?$"), r"\1"),
    # huilende; jongens; boosheid
    (re.compile(r"^(.{3,})ende$"), r"\1en"),
    (re.compile(r"^(.{3,}en)s$"), r"\1"),
    (re.compile(r"^(.{3,})heid(?:jes?)?$"), r"\1"),
    # gespeeld; opgevoed, gescheiden, gepest (gezond and gezin are none)
    (re.compile(rf"^({_PREFIX})?ge(?!zond|weld|duld)(.+[^aeiou])d$"), r"\1\2"),
    (re.compile(rf"^({_PREFIX})?ge(?!zin|niet)(.{{2,}}(?:t|en|[aeiou]d))$"), r"\1\2"),
    (re.compile(r"^(.+)(?:isme|istische?|isten)$"), r"\1ist"),
)
_AFTER = (
    # scheiding, angstig; ruzies, games; luistert, vapet; mishandeld
    (re.compile(r"^(.{4,})ing$"), r"\1"),
    (re.compile(r"^(.{4,})ig$"), r"\1"),
    (re.compile(r"^(.{3,}[^aeiou]|.{2,}[^aeiou]e)t$"), r"\1"),
    (re.compile(r"^(.{4,}[^aeiou])d$"), r"\1"),
    (re.compile(r"^(.{3,})es?$"), r"\1"),
    # bal(l); sla(a)p; boo(z); schrij(v)
    (re.compile(r"([^aeiou])\1$"), r"\1"),
    (re.compile(r"([aeou])\1([^aeiou])$"), r"\1\2"),
    (re.compile(r"z$"), "s"),
    (re.compile(r"v$"), "f"),
)
