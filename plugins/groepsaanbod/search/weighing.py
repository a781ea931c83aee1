"""What each word says of one document: lunr.py's weights, from that document alone.

lunr weighs a term by how often a field has it, how long the field is and how rare the
term is. Here the last is left to the browser, which knows it from the length of a
term's list, and a field's usual length is fixed. So a document's weights do not change
with the others, and can be kept from one build to the next.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import chain
from typing import NamedTuple

from lunr.builder import Builder
from lunr.field_ref import FieldRef
from lunr.vector import Vector

from groepsaanbod.search.words import term, tokens


class Field(Enum):
    """A part of a document: how much it counts, and how many words it usually has."""

    NAME = ("name", 9, 6)
    SEARCH_WORDS = ("search words", 7, 8)
    THEME = ("theme", 4, 12)
    SUMMARY = ("summary", 4, 16)
    SURROUNDINGS = ("surroundings", 2, 20)
    RELATED = ("related", 2, 40)
    TEXT = ("text", 1, 150)

    def __init__(self, label: str, boost: float, usual_length: int) -> None:
        """Take the three apart."""
        self.label = label
        self.boost = boost
        self.usual_length = usual_length


STEP = 8
"""Weights are whole numbers of eighths, which are shorter to send."""

LOUD = frozenset({Field.NAME, Field.SEARCH_WORDS, Field.THEME, Field.SUMMARY})
"""The fields whose words people can be expected to type."""

Texts = Mapping[Field, Iterable[str]]


class Weighed(NamedTuple):
    """A document's terms with their weights, and the words they were made of."""

    weights: Mapping[str, int]
    loud: frozenset[str]
    quiet: frozenset[str]


class _DocumentBuilder(Builder):
    """lunr.py's builder, with the weights that follow from one document alone."""

    def add_terms(self, doc: Mapping[str, Sequence[str]]) -> None:
        """Take terms by field as they are; lunr would look for words in them again."""
        for name in self._fields:
            reference = str(FieldRef("0", name))
            frequencies = Counter(doc[name])
            self.field_lengths[reference] = frequencies.total()
            self.field_term_frequencies[reference] = frequencies
            for each in frequencies:
                if each not in self.inverted_index:
                    self.inverted_index[each] = {"_index": len(self.inverted_index)}

    def _calculate_average_field_lengths(self) -> None:
        self.average_field_length = defaultdict(
            float, {each.label: each.usual_length for each in Field}
        )

    def _create_field_vectors(self) -> None:
        self.field_vectors = {}
        for reference, frequencies in self.field_term_frequencies.items():
            field = FieldRef.from_string(reference).field_name
            length = self.field_lengths[reference] / self.average_field_length[field]
            norm = self._k1 * (1 - self._b + self._b * length)
            boost = self._fields[field].boost
            weights = {
                self.inverted_index[each]["_index"]: boost
                * (self._k1 + 1)
                * times
                / (norm + times)
                for each, times in frequencies.items()
            }
            elements = chain.from_iterable(sorted(weights.items()))
            self.field_vectors[reference] = Vector(list(elements))

    def _create_token_set(self) -> None:
        """Leave out what only lunr's own queries need."""
        self.token_set = None


def weigh(texts: Texts, empty: Collection[str] = ()) -> Weighed:
    """Give what the words of a document say of it; ``empty`` words say nothing."""
    spoken = {
        field: [
            word
            for text in texts.get(field, ())
            for word in tokens(text)
            if word not in empty
        ]
        for field in Field
    }
    builder = _DocumentBuilder()
    for field in Field:
        builder.field(field.label, boost=field.boost)
    builder.add_terms({field.label: [*map(term, spoken[field])] for field in Field})
    index = builder.build()
    loud = frozenset(word for field in LOUD for word in spoken[field])
    return Weighed(
        weights=dict(sorted(_collapsed(index.inverted_index, index.field_vectors))),
        loud=loud,
        quiet=frozenset(word for words in spoken.values() for word in words) - loud,
    )


def _collapsed(
    inverted: Mapping[str, Mapping[str, int]], vectors: Mapping[str, Vector]
) -> Iterator[tuple[str, int]]:
    """Give each term its weight over all fields.

    A query that names no field adds up the fields' scores, so this loses nothing.
    """
    places = {posting["_index"]: each for each, posting in inverted.items()}
    found: defaultdict[str, float] = defaultdict(float)
    for vector in vectors.values():
        elements = vector.elements
        for place, weight in zip(elements[::2], elements[1::2], strict=True):
            found[places[place]] += weight
    for each, weight in found.items():
        yield each, max(round(weight * STEP), 1)
