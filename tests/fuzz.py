"""Attacks the checks with broken files and folders: ``make fuzz``.

A file that raises, takes more than a second or gets an answer that cannot be right is
kept in ``tests/failing/``.
"""

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from random import Random

from folders import attack
from mutations import SLOWEST_FILES, Attacked, broken_files

FAILING = Path(__file__).parent / "failing"
MOST_SECONDS = 1.0
FILES_BETWEEN_NEWS = 500
FOLDERS_BETWEEN_NEWS = 10


def main() -> int:
    """Attack until something fails or all is done; give the exit code."""
    parser = argparse.ArgumentParser(description="Val de controle aan.")
    parser.add_argument("--files", type=int, default=20_000, metavar="AANTAL")
    parser.add_argument("--folders", type=int, default=500, metavar="AANTAL")
    parser.add_argument("--seed", type=int, default=None, metavar="GETAL")
    options = parser.parse_args()
    seed = time.time_ns() % 1_000_000 if options.seed is None else options.seed
    files = chain(SLOWEST_FILES, broken_files(options.files, seed))
    return _attack_files(files, seed) or _attack_folders(options.folders, seed)


def _attack_files(files: Iterable[bytes], seed: int) -> int:
    attacked = Attacked.good_region()
    slowest = 0.0
    for number, raw in enumerate(files, start=1):
        began = time.perf_counter()
        try:
            attacked.check(raw)
        except Exception:  # noqa: BLE001 - any exception is what we look for
            return _failed(raw, seed, number, traceback.format_exc())
        took = time.perf_counter() - began
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            return _failed(raw, seed, number, f"{took:.1f} seconden")
        if number % FILES_BETWEEN_NEWS == 0:
            _say(f"{number} bestanden (zaad {seed}); de traagste: {slowest:.3f} s")
    sys.stdout.write("\n")
    return 0


def _attack_folders(count: int, seed: int) -> int:
    for number in range(1, count + 1):
        with tempfile.TemporaryDirectory() as scratch:
            try:
                attack(Path(scratch), Random(f"{seed}-{number}"))  # noqa: S311 - the same each time
            except Exception:  # noqa: BLE001 - idem
                sys.stdout.write(f"\n{traceback.format_exc()}(zaad {seed}-{number})\n")
                return 1
        if number % FOLDERS_BETWEEN_NEWS == 0:
            _say(f"{number} mappen (zaad {seed})")
    sys.stdout.write("\n")
    return 0


def _say(news: str) -> None:
    sys.stdout.write(f"\r{news}")
    sys.stdout.flush()


def _failed(raw: bytes, seed: int, number: int, why: str) -> int:
    FAILING.mkdir(exist_ok=True)
    FAILING.joinpath(".gitignore").write_text("*\n", encoding="utf-8")
    path = FAILING / f"{seed}-{number}.yaml"
    path.write_bytes(raw)
    sys.stdout.write(f"\n{why}\n{path} (zaad {seed}, bestand {number})\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
