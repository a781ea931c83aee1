"""The index: for each term the numbers and weights of the documents that have it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from groepsaanbod.search.compounds import parts
from groepsaanbod.search.weighing import Weighed
from groepsaanbod.search.words import term

Postings = dict[str, list[tuple[int, int]]]
"""For each term, sorted, its documents with their weights, by number."""

MOST_DOCUMENTS = 800
"""A term with more keeps those it says most of: it tells few offers apart."""

SHARD_LENGTH = 12_000
"""About how many characters of JSON one file holds: four kilobytes on the line."""

SHORTEST_COMPOUND = 8
PART_OF_WEIGHT = 0.5
"""How much a part of a compound counts, beside the whole."""

SYNONYM = 0.6
"""How much a word with the same meaning counts, beside the word itself."""

MOST_SPELLINGS = 6000


def postings(
    documents: Sequence[Weighed],
    spellings: Collection[str],
    same: Iterable[Sequence[str]] = (),
) -> Postings:
    """Give the postings of all documents.

    What has ``opvoedspreekuur``, is found by ``spreekuur``; and what has both
    ``opvoeden`` and ``spreekuur`` by ``opvoedspreekuur``. The words in each group of
    ``same`` mean one thing: each finds what has another; the terms of a saying stand
    together, as ``uit elkar``.
    """
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for each, weight in document.weights.items():
            found[each][number] = weight
    more: list[tuple[str, dict[int, int]]] = []
    for compound, wholes in _compounds(documents, spellings).items():
        lists = [found[part] for part in wholes if part in found]
        more += [(part, found[compound]) for part in wholes]
        if len(lists) == len(wholes):
            both = min(lists, key=len).keys() & set.intersection(*map(set, lists))
            weights = {each: min(one[each] for one in lists) for each in both}
            more.append((compound, weights))
    for added in (_added(more, PART_OF_WEIGHT), _added(_others(found, same), SYNONYM)):
        for each, weights in added.items():
            for number, weight in weights.items():
                found[each].setdefault(number, weight)
    return {each: _most_telling(found[each]) for each in sorted(found)}


def _others(
    found: Mapping[str, Mapping[int, int]], same: Iterable[Sequence[str]]
) -> list[tuple[str, Mapping[int, int]]]:
    """Give to each word the documents of the others that mean the same."""
    return [
        (saying, found[other])
        for group in same
        for saying in group
        for other in group
        if other != saying and other in found
    ]


def _added(
    more: Iterable[tuple[str, Mapping[int, int]]], share: float
) -> dict[str, dict[int, int]]:
    """Give what is added to each term: the heaviest counts, and only for a share."""
    added: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for each, weights in more:
        under = added[each]
        for number, weight in weights.items():
            part = max(round(weight * share), 1)
            under[number] = max(part, under.get(number, 0))
    return added


def _compounds(
    documents: Iterable[Weighed], spellings: Collection[str]
) -> dict[str, set[str]]:
    """Give the term of each compound with the terms of its parts."""
    words = {word for each in documents for word in (*each.loud, *each.quiet)}
    known = frozenset(spellings) | {term(word) for word in spellings}
    found: dict[str, set[str]] = {}
    for word in sorted(words):
        if len(word) < SHORTEST_COMPOUND:
            continue
        whole = term(word)
        own = {term(part) for part in parts(word, known)} - {whole}
        if own:
            found.setdefault(whole, own)
    return found


def _most_telling(documents: Mapping[int, int]) -> list[tuple[int, int]]:
    kept = sorted(documents.items(), key=lambda each: (-each[1], each[0]))
    return sorted(kept[:MOST_DOCUMENTS])


def spellings(documents: Iterable[Weighed], more: Iterable[str]) -> list[str]:
    """Give the words that a wrong word may have been, the likeliest first.

    ``more`` are the region's own words. Then come the words of names and summaries,
    and last what only texts say, as far as there is room; the commonest first.
    """
    loud: Counter[str] = Counter()
    quiet: Counter[str] = Counter()
    for each in documents:
        loud.update(each.loud)
        quiet.update(each.quiet)
    wanted = dict.fromkeys(more)
    wanted |= dict.fromkeys(_common(loud))
    wanted |= dict.fromkeys(_common(quiet))
    usable = [each for each in wanted if each.isalpha() and len(each) > 2]  # noqa: PLR2004
    return usable[:MOST_SPELLINGS]


def _common(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda each: (-counts[each], each))


def shards(found: Postings) -> Iterator[dict[str, list[int]]]:
    """Give the terms in stretches, each document as the step to it and its weight."""
    shard: dict[str, list[int]] = {}
    length = 0
    for each, documents in found.items():
        numbers = _steps(documents)
        size = len(each) + 6 + sum(len(str(number)) + 1 for number in numbers)
        if shard and length + size > SHARD_LENGTH:
            yield shard
            shard, length = {}, 0
        shard[each] = numbers
        length += size
    if shard:
        yield shard


def _steps(documents: Sequence[tuple[int, int]]) -> list[int]:
    flat: list[int] = []
    last = 0
    for number, weight in documents:
        flat += [number - last, weight]
        last = number
    return flat
