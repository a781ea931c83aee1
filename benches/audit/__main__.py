"""Prints each bound that the site has to keep, what it is now, and whether it holds."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

import fixed_text
from audit import browsing, lighthouse
from audit.site import PROJECT, build_live, entrances, kinds_of_page
from chromium import ARGUMENTS, executable
from groepsaanbod import language
from groepsaanbod.cli.saying import real_day
from search.serving import Served

MOST_BYTES = 90_000
MOST_REQUESTS = 12
FULL = 100
FAST = 98
PARTS = ("text", "opening", "lighthouse", "axe", "html")
LEAST_TO_NOTICE = 0.001
"""Cumulative layout shift that is more than rounding."""


@dataclass(frozen=True)
class Bound:
    """One bound: what it is about, what is asked, what is, and whether that holds."""

    about: str
    asked: str
    found: str
    holds: bool
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where the site to judge is, on disk and on the wire, and who looks at it."""

    site: Path
    served: Served
    host: str
    browser: Browser
    chromium: str

    def address(self, path: str) -> str:
        """Give where a browser finds a page."""
        return f"{self.host}{path}"


def main() -> None:
    """Judge the site and say so; the exit code is 1 when a bound does not hold."""
    options = _options()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = executable(playwright)
        if chromium is None:
            sys.exit("Er is geen Chromium; installeer die met: apt install chromium")
        site = build_live(Path(folder), options.today)
        served = Served({browsing.SITE: site})
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*ARGUMENTS]
        )
        place = Place(site, served, served.start(), browser, chromium)
        print("| bound | asked | found | holds |\n| --- | --- | --- | --- |")
        bounds = []
        for bound in _judged(place, options):
            bounds.append(bound)
            holds = "yes" if bound.holds else "**no**"
            print(
                f"| {bound.about} | {bound.asked} | {bound.found} | {holds} |",
                flush=True,
            )
        browser.close()
    remarks = [f"- {bound.about}: {each}" for bound in bounds for each in bound.remarks]
    if remarks:
        print("", *remarks, sep="\n")
    sys.exit(0 if all(bound.holds for bound in bounds) else 1)


def _judged(place: Place, options: argparse.Namespace) -> Iterator[Bound]:
    parts = options.parts
    if "text" in parts:
        yield from _fixed_text()
    for name, path in entrances(place.site).items():
        if "opening" in parts:
            yield _opening(place, name, path)
        if "lighthouse" in parts:
            yield _lighthouse(place, options.lighthouse, name, path)
    if "axe" in parts:
        yield _axe(place)
    if "html" in parts:
        yield _nu(place, options.checker)


def _fixed_text() -> Iterator[Bound]:
    """Judge the sentences of the theme itself; the tests look for jargon in them."""
    counts = [
        language.word_count(each)
        for said in fixed_text.for_visitors().values()
        for each in said
        if each[-1] in ".?!"
    ]
    average = mean(counts)
    yield Bound(
        f"fixed text, {len(counts)} sentences: words on average",
        f"at most {language.AVERAGE_SENTENCE}",
        f"{average:.1f}",
        average <= language.AVERAGE_SENTENCE,
    )
    yield Bound(
        "fixed text: words in the longest sentence",
        f"at most {language.LONGEST_SENTENCE}",
        f"{max(counts)}",
        max(counts) <= language.LONGEST_SENTENCE,
    )


def _opening(place: Place, name: str, path: str) -> Bound:
    seen = browsing.opened(place.browser, place.served, place.host, path)
    return Bound(
        f"{name}: opened cold",
        f"at most {MOST_BYTES // 1000} KB, {MOST_REQUESTS} requests, nothing moves,"
        " no other host",
        f"{seen.bytes / 1000:.1f} KB, {seen.requests} requests, moved {seen.moved:.3f},"
        f" {len(seen.elsewhere)} other hosts",
        seen.bytes <= MOST_BYTES
        and seen.requests <= MOST_REQUESTS
        and seen.moved < LEAST_TO_NOTICE
        and not seen.elsewhere,
        seen.elsewhere,
    )


def _lighthouse(place: Place, tool: Path, name: str, path: str) -> Bound:
    address = place.address(path)
    found = lighthouse.scores(tool, place.chromium, address)
    holds = all(
        score >= (FAST if category == "performance" else FULL)
        for category, score in found.items()
    )
    return Bound(
        f"{name}: Lighthouse, phone, median of {lighthouse.RUNS}",
        f"performance {FAST}, the rest {FULL}",
        ", ".join(f"{category} {score:.0f}" for category, score in found.items()),
        holds,
        () if holds else tuple(lighthouse.shortcomings(tool, place.chromium, address)),
    )


def _axe(place: Place) -> Bound:
    kinds = kinds_of_page(place.site)
    found = browsing.axe(place.browser, place.host, kinds)
    return Bound(
        f"axe, {len(kinds)} kinds of page: {', '.join(browsing.SCREENS)} px,"
        f" {', '.join(browsing.COLOURS)}",
        "nothing",
        f"{len(found.broken)} in {found.looked} looks",
        not found.broken,
        tuple(found.broken),
    )


def _nu(place: Place, checker: Path) -> Bound:
    check = PROJECT / "tests/html/check.py"
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, str(check), str(place.site), "--checker", str(checker)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout.strip()
    return Bound(
        "Nu HTML checker, every page",
        "no remarks",
        said or "it did not run",
        done.returncode == 0,
        tuple(done.stderr.splitlines()),
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("--lighthouse", type=Path, required=True)
    parser.add_argument("--checker", type=Path, required=True, metavar="VNU.JAR")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=real_day(), metavar="DAY"
    )
    parser.add_argument(
        "--parts", nargs="+", choices=PARTS, default=PARTS, help="only these"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
