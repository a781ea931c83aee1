"""``review`` and ``codeowners``: proposals, and who may look at them."""

import argparse
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


DO = {
    "review": review,
    "codeowners": codeowners,
}
"""What to do for each command."""
