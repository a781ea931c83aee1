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

ARGUMENTS = (
    "--no-sandbox",  # the tests may run as root, on pages of our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def executable(playwright: Playwright) -> str | None:
    """Give the path of a Chromium: this machine's, else Playwright's own, or None."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


def axe_violations(page: Page) -> list[str]:
    """Give each rule that a page breaks as it is now, and where."""
    page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})",
        AXE_TAGS,
    )
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}"
        for each in result["violations"]
    ]
