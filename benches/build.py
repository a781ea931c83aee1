"""Measures builds: at the real size, 1,000 and 10,000 offers, beside stock Pelican.

Each is done three times and the lowest counts: what else a machine does only adds.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from groepsaanbod.loading import Folders, load
from synthetic import words_of, write_region

PROJECT = Path(__file__).parent.parent
TODAY = "2026-11-24"
TIMES = 3


@dataclass(frozen=True)
class Cost:
    """What a command cost: user and system seconds, and peak memory in MB."""

    cpu: float
    memory: float


def cost_of(command: list[str], said: Path) -> Cost:
    """Run a command to its end; give what it and the processes it started cost."""
    with said.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own words
            command, cwd=PROJECT, stdout=log, stderr=log
        )
        _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}\n{said.read_text('utf-8')[-3000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def lowest(costs: Iterable[Cost]) -> Cost:
    """Give the least time that something took, and the most memory."""
    seen = [*costs]
    return Cost(min(each.cpu for each in seen), max(each.memory for each in seen))


def ours(folder: Path, output: str) -> list[str]:
    """Give the command that builds a folder's offers with this project."""
    return [
        *(sys.executable, "-m", "groepsaanbod", "build", "--date", TODAY),
        *("--offers", str(folder / "offers"), "--output", str(folder / output)),
    ]


def stock(folder: Path, output: str) -> list[str]:
    """Give the command that builds the same texts as articles with Pelican alone."""
    return [
        *(sys.executable, "-m", "pelican", str(folder / "articles")),
        *("--output", str(folder / output), "--settings", str(folder / "stock.py")),
    ]


def write_articles(folder: Path) -> None:
    """Write each offer as an article with its themes as tags, as Pelican wants it."""
    target = folder / "articles"
    target.mkdir()
    for path in sorted(folder.glob("offers/*/aanbod-*.yaml")):
        offer = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        head = {
            "Title": offer["titel"],
            "Date": TODAY,
            "Slug": path.stem,
            "Category": offer["vorm"],
            "Tags": ", ".join(offer["themas"]),
            "Summary": offer["samenvatting"],
        }
        lines = "".join(f"{name}: {value}\n" for name, value in head.items())
        text = f"{lines}\n{offer['beschrijving']}"
        target.joinpath(f"{path.stem}.md").write_text(text, encoding="utf-8")
    settings = 'SITENAME = "x"\nTIMEZONE = "Europe/Amsterdam"\nPLUGINS = []\n'
    folder.joinpath("stock.py").write_text(settings, encoding="utf-8")


def change_one(folder: Path) -> None:
    """Change the title of one offer."""
    path = next(folder.glob("offers/*/aanbod-*.yaml"))
    text = path.read_text("utf-8")
    path.write_text(text.replace('"titel": "', '"titel": "Nieuw '), encoding="utf-8")


def build_cold(folder: Path, output: str) -> Cost:
    """Build a site that is not there, with nothing kept from an earlier build."""
    os.environ["XDG_CACHE_HOME"] = str(folder / f"cache-of-{output}")
    return cost_of(ours(folder, output), folder / "log.txt")


def build_changed(folder: Path, output: str) -> Cost:
    """Build a site again after one change."""
    change_one(folder)
    return cost_of(ours(folder, output), folder / "log.txt")


def measure(folder: Path) -> tuple[Cost, Cost]:
    """Give the cost of a cold build, and of one after a change.

    Nothing is removed before: for a minute after that, ext4 takes ten times as long to
    make a file, and would be measured in our place.
    """
    outputs = [f"output-{number}" for number in range(TIMES)]
    cold = lowest([build_cold(folder, each) for each in outputs])
    return cold, lowest([build_changed(folder, outputs[-1]) for _ in range(TIMES)])


def measure_stock(folder: Path) -> Cost:
    """Give the cost of stock Pelican, which keeps nothing."""
    write_articles(folder)
    said = folder / "log.txt"
    return lowest([cost_of(stock(folder, f"stock-{n}"), said) for n in range(TIMES)])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--without-stock", action="store_true")
    options = parser.parse_args()
    live = load(Folders(PROJECT / "offers", PROJECT / "region"), date.today())  # noqa: DTZ011
    assert live.catalogue is not None  # noqa: S101 - the bench needs a good region
    words = words_of(live.catalogue.vocabulary)
    print(f"Python {sys.version.split()[0]}, {sys.executable}\n")
    print(
        "| offers | cold: CPU s | MB | one changed: CPU s | MB | of cold"
        " | stock Pelican: CPU s | MB |"
    )
    print("| --: | --: | --: | --: | --: | --: | --: | --: |")
    # Who builds sites keeps Python's compiled modules; a machine for tests may not.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        for size in [len(live.catalogue.offers), *options.sizes]:
            folder = Path(scratch, str(size))
            folder.mkdir()
            write_region(folder / "offers", size, words)
            shutil.copy(PROJECT / "offers/_voorbeeld.yaml", folder / "offers")
            cold, warm = measure(folder)
            other = None if options.without_stock else measure_stock(folder)
            beside = f"{other.cpu:.1f} | {other.memory:.0f}" if other else "- | -"
            print(
                f"| {size:,} | {cold.cpu:.1f} | {cold.memory:.0f}"
                f" | {warm.cpu:.1f} | {warm.memory:.0f} | {warm.cpu / cold.cpu:.2f}"
                f" | {beside} |",
                flush=True,
            )


main()
