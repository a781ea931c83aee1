"""Decisions: about offers that are there, each once, taken in the past."""

from collections.abc import Iterator

from groepsaanbod.fields import nearest_of
from groepsaanbod.planning import DecisionsFile
from groepsaanbod.planning_rules.beside import Beside, stand_once
from groepsaanbod.problems import Problem
from groepsaanbod.rules import still_to_come


def check_decisions(file: DecisionsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``afstemming.yaml``."""
    for number, decision in enumerate(file.decisions):
        for position, address in enumerate(decision.pair):
            if address not in beside.addresses:
                # An offer may go at any time; the overlap then went with it.
                yield beside.warning(
                    _no_such_offer(address, beside),
                    "besluiten",
                    number,
                    "overlap",
                    position,
                )
        if decision.on > beside.latest_day:
            yield beside.problem(
                still_to_come(beside.latest_day), "besluiten", number, "op"
            )
        elif decision.until < beside.today:
            yield beside.warning(
                f"dit besluit gold tot en met {decision.until}, dus het staat weer"
                " open; neem een nieuw besluit, of haal dit weg",
                "besluiten",
                number,
                "tot",
            )
    yield from stand_once(
        beside,
        (
            (
                ("besluiten", number, "overlap" if decision.pair else "hiaat"),
                frozenset(decision.pair) or decision.gap,
                "een besluit hierover",
            )
            for number, decision in enumerate(file.decisions)
        ),
        "laat alleen het laatste staan",
    )


def _no_such_offer(address: str, beside: Beside) -> str:
    if now := beside.catalogue.led_here(address):
        return f"'{address}' heet nu '{now[-1]}'; schrijf dat"
    start = f"'{address}' is geen aanbod, of niet meer"
    partner, _, slug = address.partition("/")
    known = sorted(beside.addresses)
    like = [
        each
        for each in known
        if each.startswith(f"{partner}/") or each.endswith(f"/{slug}")
    ]
    if near := nearest_of(address, like or known):
        return f"{start}; bedoelt u '{near}'? Zo niet, haal dit besluit weg"
    example = f", zoals '{(like or known)[0]}'" if known else ""
    return f"{start}; schrijf aanbieder/aanbod{example}, of haal dit besluit weg"
