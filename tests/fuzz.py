"""Attacks the checks with broken files: ``make fuzz``.

A file that raises, takes more than a second or gets an answer that cannot be right is
kept in ``tests/failing/``.
"""

import argparse
import sys
import time
import traceback
from pathlib import Path

from mutations import Attacked, broken_files

FAILING = Path(__file__).parent / "failing"
MOST_SECONDS = 1.0
FILES_BETWEEN_NEWS = 500


def main() -> int:
    """Attack until a file fails or all are done; give the exit code."""
    parser = argparse.ArgumentParser(description="Val de controle aan.")
    parser.add_argument("--files", type=int, default=20_000, metavar="AANTAL")
    parser.add_argument("--seed", type=int, default=None, metavar="GETAL")
    options = parser.parse_args()
    seed = time.time_ns() % 1_000_000 if options.seed is None else options.seed
    attacked = Attacked.good_region()
    slowest = 0.0
    for number, raw in enumerate(broken_files(options.files, seed), start=1):
        began = time.perf_counter()
        try:
            attacked.check(raw)
        except Exception:  # noqa: BLE001 - any exception is what we look for
            return _failed(raw, seed, number, traceback.format_exc())
        took = time.perf_counter() - began
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            return _failed(raw, seed, number, f"{took:.1f} seconden")
        if number % FILES_BETWEEN_NEWS == 0 or number == options.files:
            sys.stdout.write(
                f"\r{number} van {options.files} bestanden (zaad {seed});"
                f" de traagste duurde {slowest:.3f} s"
            )
            sys.stdout.flush()
    sys.stdout.write("\n")
    return 0


def _failed(raw: bytes, seed: int, number: int, why: str) -> int:
    FAILING.mkdir(exist_ok=True)
    FAILING.joinpath(".gitignore").write_text("*\n", encoding="utf-8")
    path = FAILING / f"{seed}-{number}.yaml"
    path.write_bytes(raw)
    sys.stdout.write(f"\n{why}\n{path} (zaad {seed}, bestand {number})\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
