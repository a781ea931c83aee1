"""Groups of offers in which each overlaps with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groepsaanbod.analysis.likeness import numbers_in
from groepsaanbod.analysis.supply import Place, Supplied
from groepsaanbod.vocabulary import AgeGroup, Theme

FEWEST_IN_A_CLUSTER = 3


@dataclass(frozen=True)
class Cluster:
    """At least three offers in one cell, of which each overlaps with each other."""

    theme: Theme
    ages: AgeGroup
    place: Place
    """A municipality."""
    offers: tuple[Supplied, ...]


def groups(members: int, overlapping: Sequence[int]) -> Iterator[list[int]]:
    """Give groups of at least three of these members that overlap with each other.

    Each member begins a group unless it is in one already; then the first joins that
    overlaps with all so far, if there is one that leaves room for another, and rather
    one that is in no group yet. So a group can not grow, and each member of any is in
    one; but not every possible group is made: there can be more than one could count.
    """
    grouped = 0
    for number in numbers_in(members):
        if grouped >> number & 1:
            continue
        together = [number]
        others = overlapping[number] & members
        while others:
            joins = _with_room(others, others & ~grouped, overlapping)
            together.append(joins)
            others &= overlapping[joins]
        if len(together) >= FEWEST_IN_A_CLUSTER:
            for each in together:
                grouped |= 1 << each
            yield sorted(together)


def _with_room(others: int, rather: int, overlapping: Sequence[int]) -> int:
    """Give the first that overlaps with another of these, or else the first."""
    for some in (rather, others ^ rather):
        for number in numbers_in(some):
            if others & overlapping[number]:
                return number
    return next(numbers_in(others))
