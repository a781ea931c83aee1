"""Measures builds: at the real size, 1,000 and 10,000 offers, beside stock Pelican."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from groepsaanbod.loading import Folders, load
from synthetic import words_of, write_region

PROJECT = Path(__file__).parent.parent
TODAY = "2026-11-24"


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


def ours(folder: Path) -> list[str]:
    """Give the command that builds a folder's offers with this project."""
    return [
        *(sys.executable, "-m", "groepsaanbod", "build", "--date", TODAY),
        *("--offers", str(folder / "offers"), "--output", str(folder / "output")),
    ]


def stock(folder: Path) -> list[str]:
    """Give the command that builds the same texts as articles with Pelican alone."""
    return [
        *(sys.executable, "-m", "pelican", str(folder / "articles")),
        *("--output", str(folder / "stock"), "--settings", str(folder / "stock.py")),
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


def measure(folder: Path, *, with_stock: bool) -> tuple[Cost, Cost, Cost | None]:
    """Give the cost of a cold build, of one after a change, and of stock Pelican."""
    cold = cost_of(ours(folder), folder / "log.txt")
    change_one(folder)
    warm = cost_of(ours(folder), folder / "log.txt")
    if not with_stock:
        return cold, warm, None
    write_articles(folder)
    return cold, warm, cost_of(stock(folder), folder / "log.txt")


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
        "| offers | cold: CPU s | MB | one changed: CPU s | MB"
        " | stock Pelican: CPU s | MB |"
    )
    print("| --: | --: | --: | --: | --: | --: | --: |")
    # Who builds sites keeps Python's compiled modules; a machine for tests may not.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        for size in [len(live.catalogue.offers), *options.sizes]:
            folder = Path(scratch, str(size))
            folder.mkdir()
            # Cold is cold: nothing is kept from an earlier run.
            os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
            write_region(folder / "offers", size, words)
            shutil.copy(PROJECT / "offers/_voorbeeld.yaml", folder / "offers")
            cold, warm, other = measure(folder, with_stock=not options.without_stock)
            beside = f"{other.cpu:.1f} | {other.memory:.0f}" if other else "- | -"
            print(
                f"| {size:,} | {cold.cpu:.1f} | {cold.memory:.0f}"
                f" | {warm.cpu:.1f} | {warm.memory:.0f} | {beside} |",
                flush=True,
            )
            # Nothing is removed before the end: for a minute after that, ext4 takes ten
            # times as long to make a file, and would be measured in our place.


main()
