"""Attacks all that comes in with broken things: ``make fuzz``.

What raises, takes too much of the CPU or gets an answer that cannot be right, stops it;
it then says with which seed it happens again. A broken file is kept in
``tests/failing/``.
"""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from random import Random
from threading import Thread

from playwright.sync_api import sync_playwright

from builders import TODAY
from chromium import ARGUMENTS, PHONE, executable
from folders import attack
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders
from limits import TooSlowError, within
from mutations import GOOD, SLOWEST_FILES, Attacked, broken_files
from visitors import Visitor
from ways_in import WAYS_IN

FAILING = Path(__file__).parent / "failing"
SECONDS_BETWEEN_NEWS = 1.0


class FailedError(Exception):
    """An attack did harm."""


def main() -> int:
    """Attack until something fails or all is done; give the exit code."""
    parser = argparse.ArgumentParser(description="Val alles aan wat binnenkomt.")
    parser.add_argument("--files", type=int, default=20_000, metavar="AANTAL")
    parser.add_argument("--folders", type=int, default=500, metavar="AANTAL")
    parser.add_argument("--others", type=int, default=1000, metavar="AANTAL")
    parser.add_argument("--visits", type=int, default=500, metavar="AANTAL")
    parser.add_argument("--seed", type=int, default=None, metavar="GETAL")
    options = parser.parse_args()
    seed = time.time_ns() % 1_000_000 if options.seed is None else options.seed
    sys.stdout.write(f"Zaad: {seed}\n")
    try:
        _attack_files(options.files, seed)
        _repeat("mappen", options.folders, seed, _in_a_folder(attack))
        for way_in in WAYS_IN:
            name = f"keer {way_in.__name__}"
            _repeat(name, options.others, seed, _in_a_folder(way_in))
        if options.visits:
            with _visitor() as visitor:
                _repeat("bezoeken", options.visits, seed, visitor.attack)
    except FailedError as error:
        sys.stdout.write(f"\n{error}\n")
        return 1
    return 0


def _attack_files(count: int, seed: int) -> None:
    attacked = Attacked.good_region()
    files = iter(chain(SLOWEST_FILES, broken_files(count, seed)))

    def one(_dice: Random) -> None:
        raw = next(files)
        try:
            with within():
                attacked.check(raw)
        except (Exception, TooSlowError):
            FAILING.mkdir(exist_ok=True)
            FAILING.joinpath(".gitignore").write_text("*\n", encoding="utf-8")
            FAILING.joinpath(f"{seed}.yaml").write_bytes(raw)
            raise

    _repeat("bestanden", len(SLOWEST_FILES) + count, seed, one)


def _in_a_folder(way_in: Callable[[Path, Random], None]) -> Callable[[Random], None]:
    def one(dice: Random) -> None:
        with tempfile.TemporaryDirectory() as scratch:
            way_in(Path(scratch), dice)

    return one


def _repeat(what: str, count: int, seed: int, one: Callable[[Random], None]) -> None:
    said, slowest = 0.0, 0.0
    for number in range(1, count + 1):
        began = time.process_time()
        try:
            one(Random(f"{seed}-{number}"))  # noqa: S311 - the same each time
        except (Exception, TooSlowError) as error:
            why = f"{traceback.format_exc()}{what} {number}, zaad {seed}"
            raise FailedError(why) from error
        slowest = max(slowest, time.process_time() - began)
        if time.monotonic() - said > SECONDS_BETWEEN_NEWS or number == count:
            said = time.monotonic()
            sys.stdout.write(
                f"\r{number} {what}; de traagste: {slowest:.3f} s van de CPU"
            )
            sys.stdout.flush()
    sys.stdout.write("\n")


@contextmanager
def _visitor() -> Iterator[Visitor]:
    """Give a visitor of the good region's site, built for this alone."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        path = executable(playwright)
        if path is None:
            message = "Er is geen Chromium; installeer die met: apt install chromium"
            raise FailedError(message)
        output = Path(folder, "output")
        folders = Folders(GOOD / "offers", GOOD / "region", GOOD / "content")
        building.build(
            Plan(
                folders=folders,
                content=GOOD / "content",
                output=output,
                settings=Path("pelicanconf.py"),
                today=str(TODAY),
            )
        )
        server = building.server(output, 0)
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        page = browser.new_page(viewport=PHONE)
        yield Visitor(page, f"http://127.0.0.1:{server.server_port}/")
        browser.close()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    sys.exit(main())
