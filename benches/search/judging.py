"""What a good answer is: the lists of queries, and success among the first three."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from search.corpus import Origin

FIRST = 3
PLACE, AGE = "plaats", "leeftijd"
"""The kinds of query in which the place, or the age, is what matters."""


@dataclass(frozen=True)
class Query:
    """What somebody types, of which kind it is, and which offers answer it."""

    text: str
    kind: str
    good: frozenset[str]


def read_queries(path: Path) -> list[Query]:
    """Read a list of ``{vraag, soort, goed}``."""
    listed = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return [
        Query(str(each["vraag"]), each["soort"], frozenset(each["goed"]))
        for each in listed
    ]


def known_as(identity: str, origins: Mapping[str, Origin]) -> Origin:
    """Give what a result is for the judge; a real offer is its own origin."""
    return origins.get(identity, Origin(identity, keeps_place=True, keeps_ages=True))


def is_right(query: Query, result: Origin) -> bool:
    """Tell whether this result answers the query."""
    return (
        result.identity in query.good
        and (result.keeps_place or query.kind != PLACE)
        and (result.keeps_ages or query.kind != AGE)
    )


def succeeds(query: Query, found: Sequence[str], origins: Mapping[str, Origin]) -> bool:
    """Tell whether one of the first three results is right."""
    return any(is_right(query, known_as(each, origins)) for each in found[:FIRST])


def succeeds_as_one(
    query: Query, found: Sequence[str], origins: Mapping[str, Origin]
) -> bool:
    """Tell whether one of the first three is right, equal clones being one result."""
    different = [*dict.fromkeys(known_as(each, origins) for each in found)]
    return any(is_right(query, each) for each in different[:FIRST])
