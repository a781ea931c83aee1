"""Looks at a built site before it goes live: is it whole, and as it was meant."""

import hashlib
import json
import stat
from collections.abc import Iterator
from pathlib import Path

from groepsaanbod import urls

MANIFEST = "manifest.json"
LARGEST_DROP = 0.2
"""The share of the offers that may leave the site at once without asking."""

POLICY = '<meta http-equiv="Content-Security-Policy"'


def manifest(site: Path) -> str:
    """Give the name and SHA-256 of each file, and how many offers there are."""
    files = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    whole = {"aanbod": count_offers(site), "bestanden": files}
    return json.dumps(whole, indent=2) + "\n"


def count_offers(site: Path) -> int:
    """Count the pages of offers; a page that only leads elsewhere is none."""
    return sum(
        'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
        for path in site.joinpath(urls.OFFERS).glob("*/*/index.html")
    )


def offers_in(manifest_file: Path) -> int | None:
    """Give how many offers a manifest from elsewhere counts; None if it is none."""
    try:
        count = json.loads(manifest_file.read_bytes())["aanbod"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return count if type(count) is int and count >= 0 else None


def objections(new: Path, before: int) -> Iterator[str]:
    """Give, in Dutch, each reason not to let ``new`` follow a site with so many."""
    for path in sorted(new.rglob("*")):
        mode = path.lstat().st_mode
        name = path.relative_to(new)
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            yield f"{name} is geen gewoon bestand"
        elif path.suffix == ".html" and POLICY not in path.read_text(encoding="utf-8"):
            yield f"{name} mist het beveiligingsbeleid (Content-Security-Policy)"
    after = count_offers(new)
    if after < before * (1 - LARGEST_DROP):
        yield f"er is ineens veel minder aanbod: {after}, en dat was {before}"
