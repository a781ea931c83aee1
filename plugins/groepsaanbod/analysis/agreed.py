"""Which overlaps and gaps are decided, and which are still open."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from groepsaanbod.analysis.gaps import Cell, Gaps
from groepsaanbod.analysis.months import months_later
from groepsaanbod.analysis.overlap import Overlaps, Pair
from groepsaanbod.planning import Decision, Verdict

Item = Pair | Cell
"""What one decides about."""

MONTHS_A_DECISION_HOLDS = 12
"""What the lines to copy propose; who decides may write another day."""


class State(StrEnum):
    """How a decision stands; the words are what the report says, and an API."""

    IN_FORCE = "geldt"
    LAPSED = "verlopen"
    FACTS_CHANGED = "veranderd"
    SOLVED = "opgelost"
    NOT_YET = "nog niet genomen"


@dataclass(frozen=True)
class Decided:
    """A decision, and what became of what it is about."""

    decision: Decision
    state: State
    item: Item | None
    """The overlap or the gap as it is now; None when there is none any more."""

    @property
    def facts_now(self) -> str:
        """Give how it stands now; nothing when it is solved."""
        return facts(self.item) if self.item else ""


def facts(item: Item) -> str:
    """Give how an overlap or a gap stands, as a decision about it remembers."""
    if isinstance(item, Pair):
        return item.facts
    existing, joinable = len(item.existing), len(item.joinable)
    return f"{item.kind}, bestaat {existing}, in te stappen {joinable}"


def lines_to_copy(item: Item, today: date, role: str) -> str:
    """Give the lines that decide about an item, to paste at the end of a file.

    That is ``region/afstemming.yaml``, of which ``besluiten:`` is the last key.
    ``role`` is the function of who decides.
    """
    if isinstance(item, Pair):
        about = f"overlap: [{', '.join(item.key)}]"
        verdict = Verdict.SIDE_BY_SIDE
    else:
        theme, ages, place = item.key
        about = f'hiaat: {{thema: {theme}, leeftijd: "{ages}", waar: {place}}}'
        verdict = Verdict.TAKEN_UP
    others = ", ".join(each for each in Verdict if each is not verdict)
    return (
        f"  - {about}\n"
        f"    besluit: {verdict}  # of: {others}\n"
        f"    door: {_quoted(role)}\n"
        "    waarom: Schrijf hier in één of twee zinnen waarom.\n"
        f"    op: {today}\n"
        f"    tot: {months_later(today, MONTHS_A_DECISION_HOLDS)}\n"
        f"    stand: {_quoted(facts(item))}\n"
    )


def _quoted(text: str) -> str:
    """Give a text between quotes: what JSON writes on one line YAML reads so too."""
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class Agreed:
    """What the decisions say of the overlaps and gaps of a day."""

    gaps: Gaps
    overlaps: Overlaps
    today: date

    @cached_property
    def decisions(self) -> tuple[Decided, ...]:
        """Give every decision with its state, as they stand in the file."""
        decisions = self.gaps.supply.planning.decisions
        return tuple(self._decided(each) for each in decisions)

    @cached_property
    def in_force(self) -> tuple[Decided, ...]:
        """Give the decisions that hold."""
        return tuple(each for each in self.decisions if each.state is State.IN_FORCE)

    @cached_property
    def returned(self) -> tuple[Decided, ...]:
        """Give the decisions that no longer hold, about what is still there."""
        gone = {State.LAPSED, State.FACTS_CHANGED}
        return tuple(each for each in self.decisions if each.state in gone)

    def decided(self, item: Item) -> Decided | None:
        """Give the decision in force about an item, or None when it is open."""
        return self._by_key.get(item.key)

    @cached_property
    def open_pairs(self) -> tuple[Pair, ...]:
        """Give the pairs of different partners about which nothing is decided."""
        return self._open_pairs(self.overlaps.pairs)

    @cached_property
    def open_within_partner(self) -> tuple[Pair, ...]:
        """Give the pairs of one partner about which nothing is decided."""
        return self._open_pairs(self.overlaps.within_partner)

    def _open_pairs(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        return tuple(each for each in pairs if self.decided(each) is None)

    @cached_property
    def open_gaps(self) -> tuple[Cell, ...]:
        """Give the gaps about which nothing is decided, place by place."""
        return tuple(
            each
            for each in self.gaps.cells.values()
            if each.kind.is_gap and self.decided(each) is None
        )

    @cached_property
    def _by_key(self) -> dict[tuple[str, ...], Decided]:
        return {each.item.key: each for each in self.in_force if each.item}

    def _decided(self, decision: Decision) -> Decided:
        item = self._item(decision)
        return Decided(decision, self._state(decision, item), item)

    def _item(self, decision: Decision) -> Item | None:
        """Give what a decision is about, if it is still there."""
        if decision.gap is None:
            first, second = decision.pair
            return self.overlaps.between(first, second)
        named = decision.gap
        cell = self.gaps.cell(named.theme, named.ages, named.where)
        return cell if cell.kind.is_gap else None

    def _state(self, decision: Decision, item: Item | None) -> State:
        if decision.on > self.today:
            return State.NOT_YET
        if item is None:
            return State.SOLVED
        if decision.until < self.today:
            return State.LAPSED
        if _plain(decision.facts) != _plain(facts(item)):
            return State.FACTS_CHANGED
        return State.IN_FORCE


def _plain(text: str) -> str:
    """Leave capitals and spaces out of what somebody may have typed."""
    return "".join(text.casefold().split())
