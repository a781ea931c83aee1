"""``review``, ``codeowners`` and ``remind``: between partners and the coordinator."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from groepsaanbod.cli.saying import (
    CLEAN,
    MISTAKES,
    days,
    folders,
    missing_folder,
    print_github,
    print_text,
    write,
    wrong_use,
)
from groepsaanbod.history import HistoryError
from groepsaanbod.loading import load
from groepsaanbod.owners import codeowners as text_of_codeowners
from groepsaanbod.owners import is_account
from groepsaanbod.ownership import Names
from groepsaanbod.pens import Markdown, Pen, Plain
from groepsaanbod.proposals import proposal
from groepsaanbod.reminding import Reminder, as_json, reminders
from groepsaanbod.review import Review, reason_in
from groepsaanbod.review.written import written

CODEOWNERS = Path(".github/CODEOWNERS")

MOST_ANNOTATIONS = 10
"""GitHub shows no more of one step, and says nothing of the others."""

_PENS: dict[str, Pen] = {"text": Plain(), "markdown": Markdown(), "github": Markdown()}


def review(options: argparse.Namespace) -> int:
    """Say what a proposal means; on GitHub also at the lines of the mistakes.

    It reads git alone, not the folders, so nothing of the proposal is trusted.
    """
    if unclear := _unclear(options):
        return wrong_use(unclear)
    names = Names(*map(str, (options.offers, options.region, options.content)))
    try:
        proposed = proposal(
            options.repository, names, str(options.files[0]), days(options)
        )
    except HistoryError as error:
        return wrong_use(str(error))
    found = Review(proposed, options.author, reason_in(options.reason), names)
    text = written(found, _PENS[options.format])
    if options.asked_output is not None and (
        problem := write(options.asked_output, text)
    ):
        return problem
    if options.format == "github":
        print_github(found.mistakes[:MOST_ANNOTATIONS])
    elif options.asked_output is None:
        print(text, end="")
    return MISTAKES if found.mistakes else CLEAN


def _unclear(options: argparse.Namespace) -> str:
    """Say what is missing or odd in what was asked; else nothing."""
    author = options.author.removesuffix("[bot]")
    for is_so, message in (
        (options.format not in _PENS, f"kies bij --format uit: {', '.join(_PENS)}"),
        (
            len(options.files) != 1,
            "noem het voorstel als BASIS..VOORSTEL, zoals main..HEAD",
        ),
        (author and not is_account(author), "--author is geen naam op GitHub"),
        (
            options.format == "github" and not author,
            "noem met --author van wie het voorstel is",
        ),
    ):
        if is_so:
            return message
    return ""


def codeowners(options: argparse.Namespace) -> int:
    """Write whom GitHub asks to look at what."""
    if problem := missing_folder(options.offers, options.region):
        return problem
    loaded = load(folders(options), *days(options))
    if loaded.catalogue is None:
        print_text(loaded.problems)
        return MISTAKES
    target = options.asked_output or CODEOWNERS
    if problem := write(target, text_of_codeowners(loaded.catalogue.planning.owners)):
        return problem
    print(f"Wie waarnaar kijkt, staat in {target}.")
    return CLEAN


def remind(options: argparse.Namespace) -> int:
    """Ask partners whether what they offer still holds."""
    if options.format not in _REMINDERS:
        return wrong_use(f"kies bij --format uit: {', '.join(_REMINDERS)}")
    if problem := missing_folder(options.offers, options.region):
        return problem
    today, latest = days(options)
    loaded = load(folders(options), today, latest)
    if loaded.catalogue is None:
        print_text(loaded.problems)
        return MISTAKES
    known = [each.slug for each in loaded.catalogue.partners]
    if options.partner and options.partner not in known:
        return wrong_use(f"'{options.partner}' kennen we niet; noem de map in offers")
    found = [
        each
        for each in reminders(loaded.catalogue, today)
        if options.partner in {"", each.partner.slug}
    ]
    text = _REMINDERS[options.format](found)
    if options.asked_output is not None:
        return write(options.asked_output, text)
    print(text, end="")
    return CLEAN


def _in_a_row(found: Sequence[Reminder], pen: Pen) -> str:
    if not found:
        return "Alles is kort geleden nagekeken. Er is niets te vragen.\n"
    return "\n\n".join(
        f"{pen.heading(1, pen.theirs(each.title))}\n\n{each.text(pen)}"
        for each in found
    )


_REMINDERS: dict[str, Callable[[Sequence[Reminder]], str]] = {
    "text": lambda found: _in_a_row(found, _PENS["text"]),
    "markdown": lambda found: _in_a_row(found, _PENS["markdown"]),
    "json": lambda found: as_json(found, _PENS["markdown"]),
}


DO = {
    "review": review,
    "codeowners": codeowners,
    "remind": remind,
}
"""What to do for each command."""
