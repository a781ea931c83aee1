"""Owners: each partner once, and a folder that is there."""

from collections.abc import Iterator

from groepsaanbod.fields import not_on_the_list
from groepsaanbod.owners import OwnersFile
from groepsaanbod.planning_rules.beside import Beside, stand_once
from groepsaanbod.problems import Problem


def check_owners(file: OwnersFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``eigenaren.yaml``."""
    partners = [
        (("aanbieders", number, "aanbieder"), each.partner)
        for number, each in enumerate(file.partners)
    ]
    yield from stand_once(
        beside,
        ((location, name, f"'{name}'") for location, name in partners),
        "zet alle namen op één plek",
    )
    folders = beside.vocabulary.choices("aanbieders")
    for location, name in partners:
        if name not in folders:
            # Who is new may be named before her folder is there.
            said = not_on_the_list(name, folders).message()
            yield beside.warning(said, *location)
