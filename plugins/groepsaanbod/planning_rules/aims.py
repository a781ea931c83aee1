"""Aims and known partners: each once, and no target below its baseline."""

from collections.abc import Iterator

from groepsaanbod.fields import MOST_PERCENT, not_on_the_list
from groepsaanbod.planning import AimsFile, Figure
from groepsaanbod.planning_rules.beside import Beside, is_not_the_region, stand_once
from groepsaanbod.problems import Problem

SHARES = frozenset({Figure.FREE, Figure.CHECKED, Figure.AVAILABILITY})
"""Figures of which baseline and target are of a hundred."""


def check_aims(file: AimsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``doelen.yaml``."""
    yield from stand_once(
        beside,
        (
            (("doelen", number, "cijfer"), aim.figure, f"'{aim.figure}'")
            for number, aim in enumerate(file.aims)
        ),
        "haal er één weg",
    )
    for number, aim in enumerate(file.aims):
        before, after = aim.baseline, aim.target
        for name, value in (("nulmeting", before), ("doel", after)):
            if aim.figure in SHARES and value is not None and value > MOST_PERCENT:
                yield beside.problem(
                    f"'{aim.figure}' is van de honderd; schrijf hoogstens"
                    f" {MOST_PERCENT}",
                    "doelen",
                    number,
                    name,
                )
        if before is not None and after is not None and after < before:
            yield beside.problem(
                f"het doel ({after}) is lager dan de nulmeting ({before});"
                " wissel ze om of verbeter er één",
                "doelen",
                number,
                "doel",
            )
    partners = list(enumerate(file.known_partners))
    folders = beside.vocabulary.choices("aanbieders")
    yield from stand_once(
        beside,
        (
            (
                ("bekende_aanbieders", number, "naam"),
                (each.name.casefold(), each.where),
                f"'{each.name}'",
            )
            for number, each in partners
        ),
        "haal er één weg, of geef elk een eigen 'waar'",
    )
    yield from stand_once(
        beside,
        (
            (
                ("bekende_aanbieders", number, "aanbieder"),
                each.listed_as,
                f"de map '{each.listed_as}'",
            )
            for number, each in partners
            if each.listed_as
        ),
        "elke map hoort bij één organisatie",
    )
    for number, each in partners:
        place = ("bekende_aanbieders", number)
        yield from is_not_the_region(each.where, beside, *place)
        if each.listed_as and each.listed_as not in folders:
            # Who leaves takes her folder along; that is no reason to build nothing.
            said = not_on_the_list(each.listed_as, folders).message()
            yield beside.warning(said, *place, "aanbieder")
