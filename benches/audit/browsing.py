"""Looks at pages in a real browser: what they ask, what moves, what axe finds."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from chromium import DESK, PHONE, SMALLEST, axe_violations
from search.serving import Served

SITE = ""
"""At the root, for a page that is not found has its links from there."""
SCREENS = {"320": SMALLEST, "375": PHONE, "1280": DESK}
COLOURS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
QUIET_SECONDS = 0.5
"""A page is there once nothing was asked for so long."""

_WATCH_MOVES = """
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      if (!each.hadRecentInput) window.moved += each.value;
    }
  }).observe({type: "layout-shift", buffered: true});
"""


@dataclass(frozen=True)
class Opened:
    """What opening a page with an empty cache cost."""

    bytes: int
    """Of the bodies, with brotli where that helps."""
    requests: int
    moved: float
    """Cumulative layout shift."""
    elsewhere: tuple[str, ...]
    """Addresses of other hosts that were asked: there should be none."""


def opened(browser: Browser, served: Served, host: str, path: str) -> Opened:
    """Open a page as a new visitor with a phone."""
    context = browser.new_context(viewport=PHONE)
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(_WATCH_MOVES)
    served.reset()
    page.goto(f"{host}{path}")
    page.wait_for_load_state("networkidle")
    while time.monotonic() - served.last < QUIET_SECONDS:
        time.sleep(QUIET_SECONDS / 5)
    moved = page.evaluate("window.moved")
    context.close()
    elsewhere = tuple(each for each in asked if not each.startswith(host))
    sent = list(served.sent)
    return Opened(sum(size for _, size in sent), len(sent), moved, elsewhere)


@dataclass
class Found:
    """What axe found: per page, screen and colours; and how often it looked."""

    looked: int = 0
    broken: list[str] = field(default_factory=list)


def axe(browser: Browser, host: str, paths: dict[str, str]) -> Found:
    """Let axe look at each page, on each screen and in each scheme of colours."""
    found = Found()
    for colours, options in COLOURS.items():
        for screen, viewport in SCREENS.items():
            context = browser.new_context(viewport=viewport, **options)
            page = context.new_page()
            for kind, violations in _violations(page, host, paths):
                found.looked += 1
                found.broken += [
                    f"{kind}, {screen} px, {colours}: {each}" for each in violations
                ]
            context.close()
    return found


def _violations(
    page: Page, host: str, paths: dict[str, str]
) -> Iterator[tuple[str, list[str]]]:
    for kind, path in paths.items():
        page.goto(f"{host}{path}")
        yield kind, axe_violations(page)
