"""Who may change which files by a proposal: ``region/eigenaren.yaml``."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from groepsaanbod.fields import OneOrMore, Record, Slug, key, wrong

MOST_LETTERS = 39
_ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")


def is_account(name: str) -> bool:
    """Tell whether somebody can be called so on GitHub."""
    return len(name) <= MOST_LETTERS and _ACCOUNT.fullmatch(name) is not None


def _account(value: object) -> str:
    written = value if isinstance(value, str) else ""
    if not is_account(written.removeprefix("@")):
        raise wrong(
            f"'{written[:MOST_LETTERS]}' kan geen naam op GitHub zijn; schrijf de naam"
            " zoals zij in het webadres van het account staat"
        )
    return written.removeprefix("@")


Account = Annotated[
    str,
    BeforeValidator(_account),
    WithJsonSchema({"type": "string", "pattern": f"^@?{_ACCOUNT.pattern}$"}),
]
"""A name on GitHub; capitals in it make no difference."""


class Owner(Record):
    """Who may change the folder of a partner."""

    partner: Slug = key(
        "aanbieder", "Aanbieder", "De map in offers/.", "cjg-kennemerland"
    )
    accounts: OneOrMore[Account] = key(
        "github", "GitHub", "Wie deze map mag veranderen.", "[cjg_voorbeeld]"
    )


class OwnersFile(Record):
    """``region/eigenaren.yaml``; what it does not allow, only a coordinator may."""

    coordinators: tuple[Account, ...] = key(
        "coordinatoren", "Coördinatoren", "Wie alles mag veranderen.", default=()
    )
    partners: tuple[Owner, ...] = key(
        "aanbieders", "Aanbieders", "Wie welke map mag veranderen.", default=()
    )

    def is_coordinator(self, account: str) -> bool:
        """Tell whether somebody may change everything."""
        return _has(self.coordinators, account)

    def folders_of(self, account: str) -> tuple[str, ...]:
        """Give the partners for which somebody may speak."""
        return tuple(
            each.partner for each in self.partners if _has(each.accounts, account)
        )

    def accounts_of(self, partner: str) -> tuple[str, ...]:
        """Give who may speak for a partner; empty when nobody was named."""
        found = (each.accounts for each in self.partners if each.partner == partner)
        return next(found, ())


def _has(accounts: tuple[str, ...], account: str) -> bool:
    return account.casefold() in {each.casefold() for each in accounts}


def codeowners(owners: OwnersFile) -> str:
    """Give the text of ``.github/CODEOWNERS``: whom GitHub asks to look at what."""
    lines = [
        "# Gemaakt met make codeowners uit region/eigenaren.yaml. Verander dat.",
        "# Van de regels die passen, geldt de laatste.",
    ]
    everyone = " ".join(f"@{each}" for each in owners.coordinators)
    if everyone:
        lines += ["", f"* {everyone}"]
        lines += [
            f"/offers/{each.partner}/"
            f" {' '.join(f'@{name}' for name in each.accounts)} {everyone}"
            for each in owners.partners
        ]
    return "\n".join(lines) + "\n"
