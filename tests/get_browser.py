"""Sees to it that there is a Chromium: one that is there, Debian's, or Playwright's.

With ``--light`` one without windows will do, as for the tests.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from chromium import LIGHT, executable

MISSING = (
    "De tests hebben een browser nodig en die is er niet."
    " Installeer Chromium, op Debian met: sudo apt install chromium"
)


def there_is_one(*, light: bool) -> bool:
    with sync_playwright() as playwright:
        return executable(playwright, light=light) is not None


def try_to_install(*, light: bool) -> None:
    print("Chromium installeren …", flush=True)  # noqa: T201 - this is a script
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if may_install and apt:
        run(apt, "update")
        for package in (LIGHT, "chromium") if light else ("chromium",):
            run(apt, "install", "--yes", "--no-install-recommends", package)
            if there_is_one(light=light):
                return
    run(sys.executable, "-m", "playwright", "install", "chromium")


def run(*command: str) -> None:
    """Run what may fail: whether there is a browser then, says all."""
    subprocess.run(  # noqa: S603 - our own words
        command,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        check=False,
        stdout=subprocess.DEVNULL,
    )


LIGHT_WILL_DO = "--light" in sys.argv
if not there_is_one(light=LIGHT_WILL_DO):
    try_to_install(light=LIGHT_WILL_DO)
    if not there_is_one(light=LIGHT_WILL_DO):
        sys.exit(MISSING)
