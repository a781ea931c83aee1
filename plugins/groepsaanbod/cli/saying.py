"""What commands share: exit codes, folders, days, and how they speak."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from groepsaanbod.loading import Folders, Loaded
from groepsaanbod.problems import Problem, Severity, mistakes

CLEAN, MISTAKES, WRONG_USE = 0, 1, 2


def folders(options: argparse.Namespace) -> Folders:
    """Give the folders of the region."""
    return Folders(options.offers, options.region, options.content)


def real_day() -> date:
    """Give the day where somebody sits."""
    return date.today()  # noqa: DTZ011 - their own time zone is meant


def days(options: argparse.Namespace) -> tuple[date, date]:
    """Give the day that counts as today, and the last one that somebody can know."""
    real = real_day()
    today = options.date or real
    return today, max(real, today)


def missing_folder(*folders: Path) -> int:
    """Say which folder is not there; give the exit code."""
    for folder in folders:
        if not folder.is_dir():
            return wrong_use(
                f"hier is geen map {folder}; ga naar de map van het project"
            )
    return CLEAN


def wrong_use(message: str) -> int:
    """Say how the command was used wrongly; give the exit code."""
    print(f"groepsaanbod: {message}.", file=sys.stderr)
    return WRONG_USE


def write(target: Path, text: str) -> int:
    """Write a file with its own ends of lines; give the exit code."""
    try:
        target.write_text(text, encoding="utf-8", newline="")
    except OSError:
        return wrong_use(f"{target} kunnen we niet schrijven")
    return CLEAN


def say_how_it_went(
    problems: Sequence[Problem], loaded: Loaded, *, only_some: bool
) -> None:
    """Count the mistakes and warnings, or else the offers."""
    wrong = mistakes(list(problems))
    warnings = len(problems) - len(wrong)
    if warnings:
        again = "1 waarschuwing" if warnings == 1 else f"{warnings} waarschuwingen"
        print(f"\n{again}: kijk er nog eens naar.")
    if wrong:
        files = len({each.path for each in wrong})
        count = "1 fout" if len(wrong) == 1 else f"{len(wrong)} fouten"
        where = "1 bestand" if files == 1 else f"{files} bestanden"
        print(f"\n{count} in {where}. Verbeter ze en probeer het opnieuw.")
    elif only_some:
        print("Alles klopt.")
    elif loaded.catalogue is not None:
        offers = len(loaded.catalogue.offers)
        partners = len(loaded.catalogue.partners)
        print(f"Alles klopt: {offers} keer aanbod van {partners} aanbieders.")


def print_text(problems: Sequence[Problem]) -> None:
    """Print each problem on a line."""
    for problem in problems:
        print(problem)


def print_github(problems: Sequence[Problem]) -> None:
    """Print each problem as a command that shows it at its line on GitHub."""
    for each in problems:
        kind = "error" if each.severity is Severity.MISTAKE else "warning"
        place = f"file={_property(each.path)},line={each.line},col={each.column}"
        where = f" {place}" if each.path else ""
        field = f"{each.field}: " if each.field else ""
        print(f"::{kind}{where}::{_data(field + each.message)}")


def _data(text: str) -> str:
    """Escape as GitHub's runner wants it, so that no file can give it commands."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
