"""Lets Lighthouse judge pages as on a phone, three times each."""

import json
import os
import subprocess
from pathlib import Path
from statistics import median

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
TRIES = 3
"""A browser that does not start or answer in time says nothing of the page."""
_FLAGS = "--headless=new --no-sandbox --disable-gpu"


class LighthouseError(Exception):
    """Lighthouse could not judge a page; says why."""


def scores(lighthouse: Path, chromium: str, address: str) -> dict[str, float]:
    """Give the median score of each category, from 0 to 100."""
    runs = [_run(lighthouse, chromium, address) for _ in range(RUNS)]
    return {
        category: median(each["categories"][category]["score"] * 100 for each in runs)
        for category in CATEGORIES
    }


def shortcomings(lighthouse: Path, chromium: str, address: str) -> list[str]:
    """Give the checks that a page does not pass, in the words of Lighthouse."""
    run = _run(lighthouse, chromium, address)
    weighed = {
        reference["id"]
        for category in run["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    return [
        f"{name}: {audit['title']}"
        for name, audit in run["audits"].items()
        if name in weighed and audit["score"] is not None and audit["score"] < 1
    ]


def _run(
    lighthouse: Path, chromium: str, address: str, tries: int = TRIES
) -> dict[str, dict]:
    done = subprocess.run(  # noqa: S603 - our own words
        [
            str(lighthouse),
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={_FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == 0:
        return json.loads(done.stdout)
    if tries == 1:
        raise LighthouseError(done.stderr.strip())
    return _run(lighthouse, chromium, address, tries - 1)
