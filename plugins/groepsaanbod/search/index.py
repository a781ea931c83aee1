"""The index: for each term the numbers and weights of the documents that have it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from groepsaanbod.search.compounds import parts
from groepsaanbod.search.weighing import Weighed
from groepsaanbod.search.words import term

Posting = tuple[str, list[tuple[int, int]]]
"""A term, and its documents with their weights, by number."""

MOST_DOCUMENTS = 300
"""A term with more keeps those it says most of: it tells few offers apart."""

LEAST_ABOUT = 0.4
"""A document is about a term with at least this share of the term's heaviest weight."""

SHARD_LENGTH = 4_000
"""About how many characters of JSON one file holds: 1.5 kilobytes on the line."""

STRETCHES_IN_A_GROUP = 64

SHORTEST_COMPOUND = 8
PART_OF_WEIGHT = 0.5
"""How much a part of a compound counts, beside the whole."""

SYNONYM = 0.6
"""How much a word with the same meaning counts, beside the word itself."""

MOST_SPELLINGS = 6000


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all documents say together."""

    weights: Mapping[str, Mapping[int, int]]
    """For each term its documents with their weights, by number."""
    loud: Counter[str]
    quiet: Counter[str]
    """In how many documents each word is, that people would type or not."""


def gathered(documents: Iterable[Weighed]) -> Gathered:
    """Take in the documents in the order of their numbers, one at a time."""
    weights: defaultdict[str, dict[int, int]] = defaultdict(dict)
    loud: Counter[str] = Counter()
    quiet: Counter[str] = Counter()
    for number, document in enumerate(documents):
        for each, weight in document.weights.items():
            weights[each][number] = weight
        loud.update(document.loud)
        quiet.update(document.quiet)
    return Gathered(dict(weights), loud, quiet)


def postings(
    documents: Gathered,
    spellings: Collection[str],
    same: Sequence[Sequence[str]] = (),
    empty: Collection[str] = (),
) -> Iterator[Posting]:
    """Give the postings of all documents, sorted by their terms.

    What has ``opvoedspreekuur``, is found by ``spreekuur``; and what has both
    ``opvoeden`` and ``spreekuur`` by ``opvoedspreekuur``. The words in each group of
    ``same`` mean one thing: each finds what has another; the terms of a saying stand
    together, as ``uit elkar``, and the ``empty`` ones need not be there.
    """
    found = documents.weights
    more: list[tuple[str, Mapping[int, int]]] = []
    for compound, wholes in _compounds(documents, spellings).items():
        more += [(part, found[compound]) for part in wholes]
        more.append((compound, _together(found, wholes)))
    parted = _added(more, PART_OF_WEIGHT)
    others = _added(_others(found, same), SYNONYM)
    said = {
        saying: _together(
            found, [each for each in saying.split(" ") if each not in empty]
        )
        for saying in sayings(same)
    }
    everything = (found, said, parted, others)
    names = {_key(each, empty): each for some in everything for each in some}
    for name, each in sorted(names.items()):
        # One at a time: as pairs, all of them take more room than all that was read.
        if lists := [some[each] for some in everything if some.get(each)]:
            yield name, _most_telling(_heaviest(lists))


def _heaviest(lists: Sequence[Mapping[int, int]]) -> Mapping[int, int]:
    """Give all documents of some lists, each with the heaviest of its weights."""
    if len(lists) == 1:
        return lists[0]
    longest, *others = sorted(lists, key=len, reverse=True)
    found = dict(longest)
    for weights in others:
        for number, weight in weights.items():
            if weight > found.get(number, 0):
                found[number] = weight
    return found


def _key(saying: str, empty: Collection[str]) -> str:
    """Give where a saying stands: behind its first telling term, ``elkar uit elkar``.

    Who looks up that term then has the saying at hand, and needs no list of sayings.
    """
    if " " not in saying:
        return saying
    return f"{next(iter(_telling(saying, empty)), saying)} {saying}"


def _others(
    found: Mapping[str, Mapping[int, int]], same: Iterable[Sequence[str]]
) -> list[tuple[str, Mapping[int, int]]]:
    """Give to each word the documents that are about others that mean the same."""
    about = {
        other: _about(found[other])
        for group in same
        for other in group
        if other in found
    }
    return [
        (saying, about[other])
        for group in same
        for saying in group
        for other in group
        if other != saying and other in about
    ]


def _about(documents: Mapping[int, int]) -> dict[int, int]:
    """Give the documents of which a term says most: it is no mere word there."""
    least = max(documents.values()) * LEAST_ABOUT
    return {number: weight for number, weight in documents.items() if weight >= least}


def _together(
    found: Mapping[str, Mapping[int, int]], wanted: Iterable[str]
) -> dict[int, int]:
    """Give the documents that have all of these terms, with their usual weight."""
    lists = [found.get(each, {}) for each in wanted]
    if not lists:
        return {}
    shortest, *others = sorted(lists, key=len)
    found_in_all = set(shortest)
    for other in others:
        found_in_all &= other.keys()
    return {
        each: sum([one[each] for one in lists]) // len(lists) for each in found_in_all
    }


def _added(
    more: Sequence[tuple[str, Mapping[int, int]]], share: float
) -> dict[str, Mapping[int, int]]:
    """Give what is added to each term: the heaviest counts, and only for a share."""
    added: defaultdict[str, list[Mapping[int, int]]] = defaultdict(list)
    # In a group of words with one meaning, each adds the same to all the others.
    shares: dict[int, Mapping[int, int]] = {}
    for each, weights in more:
        if id(weights) not in shares:
            parts_of = {
                weight: max(round(weight * share), 1)
                for weight in set(weights.values())
            }
            shares[id(weights)] = {one: parts_of[weights[one]] for one in weights}
        added[each].append(shares[id(weights)])
    return {each: _heaviest(lists) for each, lists in added.items()}


def _compounds(documents: Gathered, spellings: Collection[str]) -> dict[str, set[str]]:
    """Give the term of each compound with the terms of its parts."""
    words = documents.loud.keys() | documents.quiet.keys()
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


def sayings(same: Iterable[Sequence[str]], empty: Collection[str] = ()) -> list[str]:
    """Give what is more than one word in the groups of words with one meaning.

    A saying in which the only telling word is in the group too needs no list of its
    own: ``mijn ex`` finds what ``ex`` finds.
    """
    return sorted(
        {
            saying
            for group in same
            for saying in group
            if " " in saying and not _is_said_by_one(saying, group, empty)
        }
    )


def _is_said_by_one(saying: str, group: Sequence[str], empty: Collection[str]) -> bool:
    telling = _telling(saying, empty)
    return len(telling) == 1 and telling[0] in group


def _telling(saying: str, empty: Collection[str]) -> list[str]:
    return [each for each in saying.split(" ") if each not in empty]


def _most_telling(documents: Mapping[int, int]) -> list[tuple[int, int]]:
    if len(documents) <= MOST_DOCUMENTS:
        return sorted(documents.items())
    least = sorted(documents.values())[-MOST_DOCUMENTS]
    heavier = [each for each, weight in documents.items() if weight > least]
    # Of what weighs as much as the last that fits, the first documents are kept.
    as_light = sorted(each for each, weight in documents.items() if weight == least)
    kept = [*heavier, *as_light[: MOST_DOCUMENTS - len(heavier)]]
    return [(each, documents[each]) for each in sorted(kept)]


def spellings(documents: Gathered, more: Iterable[str]) -> list[str]:
    """Give the words that a wrong word may have been, the likeliest first.

    ``more`` are the region's own words. Then come the words of names and summaries,
    and last what only texts say, as far as there is room; the commonest first.
    """
    wanted = dict.fromkeys(more)
    wanted |= dict.fromkeys(_common(documents.loud))
    wanted |= dict.fromkeys(_common(documents.quiet))
    usable = [each for each in wanted if each.isalpha() and len(each) > 2]  # noqa: PLR2004
    kept = usable[:MOST_SPELLINGS]
    # The likelier half first; within each half sorted, which is shorter to send.
    half = len(kept) // 2
    return sorted(kept[:half]) + sorted(kept[half:])


def _common(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda each: (-counts[each], each))


SOUNDS_AS = str.maketrans("cqxzvyj", "kkksfii")
"""As in ``theme/static/js/search/spelling.js``; a test holds the two together."""


def by_letter(words: Iterable[str]) -> dict[str, list[str]]:
    """Give words by the letter they begin with, as it sounds: ``c`` with ``k``."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[0].translate(SOUNDS_AS)].append(word)
    return {letter: found[letter] for letter in sorted(found) if letter.isascii()}


def shards(found: Iterable[Posting]) -> Iterator[dict[str, list[int]]]:
    """Give the terms in stretches, each document as the step to it and its weight."""
    shard: dict[str, list[int]] = {}
    length = 0
    for each, documents in found:
        numbers = _steps(documents)
        size = len(each) + 6 + len(",".join(map(str, numbers))) + 1
        if shard and length + size > SHARD_LENGTH:
            yield shard
            shard, length = {}, 0
        shard[each] = numbers
        length += size
    if shard:
        yield shard


def directory(stretches: Sequence[dict[str, list[int]]]) -> list[list[str]]:
    """Give where each stretch of terms begins, in groups: the shortest that tells it.

    Somebody who looks for a term needs the list of one group alone.
    """
    starts: list[str] = []
    before = ""
    for stretch in stretches:
        first = next(iter(stretch))
        length = next(
            (each for each in range(1, len(first)) if first[:each] > before), len(first)
        )
        starts.append(first[:length])
        before = next(reversed(stretch))
    return [
        starts[place : place + STRETCHES_IN_A_GROUP]
        for place in range(0, len(starts), STRETCHES_IN_A_GROUP)
    ]


def _steps(documents: Sequence[tuple[int, int]]) -> list[int]:
    flat: list[int] = []
    last = 0
    for number, weight in documents:
        flat += [number - last, weight]
        last = number
    return flat
