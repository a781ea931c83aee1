"""Owners: each partner once, no typing errors, and in the end real names."""

from collections.abc import Iterator

from groepsaanbod.fields import not_on_the_list
from groepsaanbod.owners import OwnersFile
from groepsaanbod.planning_rules.beside import Beside, stand_once
from groepsaanbod.problems import Problem
from groepsaanbod.source import Location

EXAMPLE = "_voorbeeld"
"""Nobody on GitHub can have a name that ends so."""


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
        # Who is new may be named before her folder is there, so only a typing error
        # is told.
        if name not in folders and folders.nearest(name):
            said = not_on_the_list(name, folders).message()
            yield beside.warning(said, *location)
    if not beside.catalogue.site.is_example:
        for place, account in _accounts(file):
            if account.endswith(EXAMPLE):
                yield beside.warning(
                    f"'{account}' bestaat niet; schrijf een echte naam op GitHub",
                    *place,
                )


def _accounts(file: OwnersFile) -> Iterator[tuple[Location, str]]:
    """Give each account with its place."""
    for number, account in enumerate(file.coordinators):
        yield ("coordinatoren", number), account
    for number, each in enumerate(file.partners):
        for inner, account in enumerate(each.accounts):
            yield ("aanbieders", number, "github", inner), account
