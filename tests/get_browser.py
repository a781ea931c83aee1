"""Sees to it that there is a Chromium: one that is there, Debian's, or Playwright's."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from chromium import executable

MISSING = (
    "De tests hebben een browser nodig en die is er niet."
    " Installeer Chromium, op Debian met: sudo apt install chromium"
)


def there_is_one() -> bool:
    with sync_playwright() as playwright:
        return executable(playwright) is not None


def try_to_install() -> None:
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if may_install and apt:
        print("Chromium installeren …", flush=True)  # noqa: T201 - this is a script
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        install = [apt, "install", "--yes", "--no-install-recommends", "chromium"]
        for command in ([apt, "update"], install):
            subprocess.run(  # noqa: S603 - our own words
                command, env=environment, check=False, stdout=subprocess.DEVNULL
            )
    if not there_is_one():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=False)  # noqa: S603 - idem


if not there_is_one():
    try_to_install()
    if not there_is_one():
        sys.exit(MISSING)
