"""Builds the site as it would go live, and gives the pages to judge."""

import re
import shutil
from datetime import date
from pathlib import Path

from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders

PROJECT = Path(__file__).parent.parent.parent
_EXAMPLE = re.compile(r"^voorbeeld: *ja\b", re.MULTILINE)


def build_live(folder: Path, today: date) -> Path:
    """Build the demonstration site as no example, for those pages are noindex."""
    region = folder / "region"
    shutil.copytree(PROJECT / "region", region)
    site = region / "site.yaml"
    site.write_text(_EXAMPLE.sub("voorbeeld: nee", site.read_text("utf-8")), "utf-8")
    output = folder / "site"
    content = PROJECT / "content"
    folders = Folders(PROJECT / "offers", region, content)
    settings = PROJECT / "pelicanconf.py"
    building.build(Plan(folders, content, output, settings, f"{today:%Y-%m-%d}"))
    return output


def kinds_of_page(site: Path) -> dict[str, str]:
    """Give by kind the address of its largest page; what only leads on has none."""
    kinds: dict[str, str] = {}
    for file in sorted(site.rglob("*.html"), key=lambda each: -each.stat().st_size):
        text = file.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            kind = text.split('data-kind="')[1].split('"')[0]
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            kinds.setdefault(kind, address)
    return dict(sorted(kinds.items()))


def entrances(site: Path) -> dict[str, str]:
    """Give the pages through which parents come in: the largest of each."""
    kinds = kinds_of_page(site)
    largest = {
        folder: max(
            site.joinpath(folder).glob("*/index.html"),
            key=lambda each: each.stat().st_size,
        )
        for folder in ("themas", "vragen")
    }
    return {
        "home": "",
        "search": "aanbod/",
        "offer": kinds["offer"],
        "theme": f"{largest['themas'].parent.relative_to(site).as_posix()}/",
        "question": f"{largest['vragen'].parent.relative_to(site).as_posix()}/",
    }
