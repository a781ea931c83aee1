"""Finds the Chromium that the browser tests drive, and what it is told to look at."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, Playwright

AXE = Path(__file__).parent / "vendor/axe/axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 375, "height": 800}
DESK = {"width": 1280, "height": 900}
SMALLEST = {"width": 320, "height": 640}

LOOKS = [(PHONE, "dark"), (DESK, "light")]
"""Screens and colours to let axe look at; ``make audit`` looks at all combinations."""
LOOKS_NAMED = ["375-dark", "1280-light"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIGHT = "chromium-headless-shell"
"""Debian's Chromium without windows, in which pages cost half the processor time."""

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that colours decide; other rules see no scheme."""

ARGUMENTS = (
    "--no-sandbox",  # the tests may run as root, on pages of our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def executable(playwright: Playwright, *, light: bool = False) -> str | None:
    """Give the path of a Chromium: this machine's, else Playwright's own, or None.

    Where a ``light`` one will do, it goes before the others.
    """
    for name in (LIGHT, *NAMES) if light else NAMES:
        if path := shutil.which(name):
            return path
    own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


def axe_violations(page: Page) -> list[str]:
    """Give each rule that a page breaks once its styles are there, and where."""
    page.wait_for_load_state()
    return _broken(page, {"type": "tag", "values": AXE_TAGS})


def axe_violations_in_both_schemes(page: Page) -> list[str]:
    """Give what a page breaks in light, and what its colours break in dark."""
    page.emulate_media(color_scheme="light")
    found = axe_violations(page)
    page.emulate_media(color_scheme="dark")
    return found + _broken(page, {"type": "rule", "values": COLOURS})


def _broken(page: Page, rules: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})",
        rules,
    )
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}"
        for each in result["violations"]
    ]
