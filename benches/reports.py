"""Measures the analyses of the reports: CPU seconds of each, by number of offers."""

import argparse
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from time import process_time

from groepsaanbod.loading import Folders, load
from groepsaanbod.reports.reported import Reported
from synthetic import words_of, write_region

PROJECT = Path(__file__).parent.parent
TODAY = date(2026, 11, 24)
ABOUT_PARTNERS = ("doelen.yaml", "afstemming.yaml")
"""The coordinator's files that name partners, who are not in a made region."""


def cost_of(work: Callable[[], object]) -> float:
    """Give the CPU seconds that some work takes."""
    start = process_time()
    work()
    return process_time() - start


def parts_of(kind: type) -> list[str]:
    """Give what a class works out when it is first asked for, in its own order."""
    return [
        name for name, part in vars(kind).items() if isinstance(part, cached_property)
    ]


def ask_all(reported: Reported, name: str) -> None:
    """Ask an analysis for everything it can work out once."""
    analysis = getattr(reported, name)
    for part in parts_of(type(analysis)):
        getattr(analysis, part)


def measure(folder: Path) -> dict[str, float]:
    """Give the cost of loading, of each analysis after those before it, and of all."""
    folders = Folders(folder / "offers", folder / "region")
    start = process_time()
    catalogue = load(folders, TODAY).catalogue
    loading = process_time() - start
    assert catalogue is not None  # noqa: S101 - the bench needs a good region
    reported = Reported(catalogue, TODAY)
    analyses = {
        name: cost_of(lambda name=name: ask_all(reported, name))
        for name in parts_of(Reported)
    }
    return (
        {"loading": loading} | analyses | {"**all analyses**": sum(analyses.values())}
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1000, 10_000])
    sizes = parser.parse_args().sizes
    live = load(Folders(PROJECT / "offers", PROJECT / "region"), TODAY).catalogue
    assert live is not None  # noqa: S101 - idem
    costs = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
            folder = Path(scratch)
            ignored = shutil.ignore_patterns(*ABOUT_PARTNERS)
            shutil.copytree(PROJECT / "region", folder / "region", ignore=ignored)
            write_region(folder / "offers", size, words_of(live.vocabulary))
            costs.append(measure(folder))
    print(f"| CPU s | {' | '.join(f'{size:,}' for size in sizes)} |")
    print(f"| --- |{' --: |' * len(sizes)}")
    for name in costs[0]:
        print(f"| {name} | {' | '.join(f'{each[name]:.2f}' for each in costs)} |")


main()
