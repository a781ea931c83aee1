"""Compounds and their parts; ``theme/static/js/search/compounds.js`` is its twin.

``pubergedrag`` is in no offer, but ``puber`` and ``gedrag`` are. A test holds the two
to the same parts.
"""

from collections.abc import Container

SHORTEST_PART = 4
SHORTEST_FIRST_PART = 3
MOST_PARTS = 3
_BETWEEN = ("", "s", "e", "en", "n")


def parts(word: str, known: Container[str]) -> list[str]:
    """Give the known words that a folded word is made of; none if it is not.

    Between two parts may stand what Dutch puts there: ``scheiding-s-kinderen``. Few
    long parts are better than many short ones.
    """
    return _parts(word, known, MOST_PARTS)


def _parts(word: str, known: Container[str], most: int) -> list[str]:
    best: list[str] = []
    for place in range(len(word) - SHORTEST_PART, SHORTEST_FIRST_PART - 1, -1):
        first = word[:place]
        if first not in known:
            continue
        for between in _BETWEEN:
            rest = word[place + len(between) :]
            if not word.startswith(between, place) or len(rest) < SHORTEST_PART:
                continue
            found = [rest] if rest in known else []
            if not found and most > 2:  # noqa: PLR2004 - two parts are the least
                found = _parts(rest, known, most - 1)
            if found and (not best or len(found) + 1 < len(best)):
                best = [first, *found]
    return best
