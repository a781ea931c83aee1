"""Prints how the search does, at each size, beside its peers."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Playwright, sync_playwright

from chromium import ARGUMENTS, executable
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.loading import Folders, load
from search import table
from search.corpus import write_region
from search.documents import write_documents
from search.engines import ENGINES, OURS, copy_libraries, prebuild, put_words
from search.judging import Query, read_queries
from search.measuring import Bench
from search.serving import Served

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
TODAY = date(2026, 11, 24)
REAL = 0
"""The size that stands for the live region as it is."""


@dataclass(frozen=True)
class Plan:
    """What to measure, and with which questions."""

    engines: list[str]
    known: list[Query]
    """What the engine may be tuned on."""
    held_out: list[Query]
    """What only the score of is ever shown."""
    with_misses: bool

    @property
    def asked(self) -> str:
        """Say how many questions there are."""
        return f"{len(self.known)} questions in the list, {len(self.held_out)} held out"

    @property
    def texts(self) -> list[str]:
        """Give each question once."""
        return [*dict.fromkeys(each.text for each in (*self.known, *self.held_out))]


def main() -> None:
    """Print a table for each size, and what it was measured on."""
    options = _options()
    plan = Plan(
        options.engines,
        read_queries(options.queries),
        read_queries(HERE / "heldout.yaml"),
        options.misses,
    )
    with sync_playwright() as playwright:
        for size in options.sizes:
            with TemporaryDirectory(prefix="bench-") as scratch:
                measure(playwright, Path(scratch), size, plan)
        with browser(playwright) as started:
            print(table.measured_on(started.version))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="search", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[REAL, 1000, 10_000],
        help="how many offers; 0 is the live region as it is",
    )
    parser.add_argument(
        "--engines", nargs="+", choices=[*ENGINES], default=[*ENGINES], metavar="ENGINE"
    )
    parser.add_argument("--queries", type=Path, default=HERE / "queries.yaml")
    parser.add_argument(
        "--misses",
        action="store_true",
        help="print what was found instead, for the list but not the held out",
    )
    return parser.parse_args()


def measure(playwright: Playwright, folder: Path, size: int, plan: Plan) -> None:
    """Make a region of this size in a folder, and print the table of its engines."""
    live = PROJECT / "offers"
    origins = write_region(folder / "offers", size, live, read(live))
    catalogue = read(folder / "offers")
    build(folder / "offers", folder / "site")
    peers = folder / "peers"
    peers.mkdir()
    write_documents(peers, catalogue, TODAY)
    copy_libraries(peers)
    put_words(folder / "site")
    served = Served({"bench": HERE / "web", "site": folder / "site", "peers": peers})
    address = served.start()
    print(
        f"{len(catalogue.offers):,} offers; {plan.asked}.\n\n{table.HEAD}", flush=True
    )
    missed = []
    for word in plan.engines:
        engine = ENGINES[word]
        prebuild(word, peers, folder / "site")
        with browser(playwright) as started:
            bench = Bench(started, served, address, str(TODAY))
            figures = bench.figures(engine, plan.texts)
        lists = (plan.known, plan.held_out)
        print(table.row(engine, figures, origins, lists), flush=True)
        missed += [f"\n{engine.name}\n", *table.misses(plan.known, figures, origins)]
    if OURS in plan.engines:
        with browser(playwright) as started:
            bench = Bench(started, served, address, str(TODAY))
            page, data = bench.search_page(ENGINES[OURS])
        print(
            f"\nOur search page with ten results: {page / 1000:.1f} KB of its own,"
            f" {data / 1000:.1f} KB of the engine."
        )
    if plan.with_misses:
        print(*missed, sep="\n")
    print(flush=True)


def read(offers: Path) -> Catalogue:
    """Give the catalogue of a folder with offers, or stop with what is wrong in it."""
    loaded = load(Folders(offers, PROJECT / "region"), TODAY)
    if loaded.catalogue is None:
        sys.exit("\n".join(str(each) for each in loaded.problems))
    return loaded.catalogue


def build(offers: Path, site: Path) -> None:
    """Build the site of a folder with offers, as everybody does."""
    command = [sys.executable, "-m", "groepsaanbod", "build", "--date", str(TODAY)]
    command += ["--offers", str(offers), "--output", str(site)]
    done = subprocess.run(  # noqa: S603 - our own words
        command, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}"[-3000:])


@contextmanager
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start a Chromium of its own, that may measure memory at once."""
    started = playwright.chromium.launch(
        executable_path=executable(playwright),
        args=[*ARGUMENTS, "--enable-blink-features=ForceEagerMeasureMemory"],
    )
    yield started
    started.close()


main()
