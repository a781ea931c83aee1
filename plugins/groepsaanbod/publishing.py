"""Looks at a built site before it goes live: is it whole, and as it was meant."""

import hashlib
import json
import re
import stat
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from groepsaanbod import urls
from groepsaanbod.fields import Record, phone_digits
from groepsaanbod.site import Site

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


_EXAMPLE_HOST = re.compile(
    r"(?<![\w.-])(?:[\w-]+\.)*"
    r"(?:(?:example|voorbeeld)\.(?:nl|be|com|net|org|eu)"
    r"|[\w-]+\.(?:example|test|invalid))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
"""A name that nobody can have, or that only stands for one."""

_EXAMPLE_STREET = re.compile(r"\bVoorbeeld(?!en )[a-z]+ [0-9]+")
_EXAMPLE_PHONE = re.compile(r"0[1-7][0-9]000[0-9]{4}")
"""No number begins with a zero after its area code, so that one cannot be real."""

_EXAMPLE_MOBILE = "0612345678"

_PHONE_LINK = re.compile(r'href="tel:([0-9]+)"')

_SLUG = re.compile(r"^slug:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)
_TO_FILL_IN = re.compile(r"\[[^\[\]]+\]")


def unfinished(new: Path, site: Site, content: Path) -> Iterator[str]:
    """Give, in Dutch, what a site that is no example any more still has of one.

    That are places to fill in, between square brackets, in the prose of ``content``;
    and addresses and telephone numbers that cannot work, in the region's identity or
    on any page.
    """
    if site.is_example:
        return
    known: set[str] = set()
    for name, written in _texts(site):
        if examples := {*_examples_in(written), *_example_numbers([written])}:
            known |= examples
            yield f"site.yaml: bij '{name}' staat nog een voorbeeld: {written}"
    for path in sorted(content.rglob("*.md")):
        slug = _SLUG.search(path.read_text(encoding="utf-8"))
        page = new / (slug[1] if slug else path.stem) / urls.PAGE_FILE
        found = _TO_FILL_IN.findall(_prose(page)) if page.is_file() else []
        if found:
            more = f" (en nog {len(found) - 1})" if len(found) > 1 else ""
            yield f"{path.name}: vul nog in: {found[0]}{more}"
    for example, pages in _examples(new).items():
        if example not in known:
            more = f" (en nog {len(pages) - 1})" if len(pages) > 1 else ""
            yield f"{example} is een voorbeeld, maar staat op {pages[0]}{more}"


def _examples_in(text: str) -> Iterator[str]:
    yield from _EXAMPLE_HOST.findall(text)
    yield from _EXAMPLE_STREET.findall(text)


def _example_numbers(numbers: Iterable[str]) -> Iterator[str]:
    """Give those that cannot be real, as one writes them: ``023 000 00 00``."""
    for number in numbers:
        digits = phone_digits(number)
        if digits == _EXAMPLE_MOBILE:
            yield f"{digits[:2]} {digits[2:]}"
        elif _EXAMPLE_PHONE.fullmatch(digits):
            yield f"{digits[:3]} {digits[3:6]} {digits[6:8]} {digits[8:]}"


def _examples(new: Path) -> dict[str, list[str]]:
    """Give what only stands for something real, each with the pages it is on."""
    found: dict[str, list[str]] = {}
    for page in sorted(new.rglob("*.html")):
        where = page.relative_to(new).as_posix()
        if not where.startswith(urls.FOR_PARTNERS):  # there one sees how to fill in
            text = page.read_text(encoding="utf-8")
            numbers = _example_numbers(_PHONE_LINK.findall(text))
            for example in sorted({*_examples_in(text), *numbers}):
                found.setdefault(example, []).append(where)
    return found


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Give each text of a record with its Dutch key, and those of its parts."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, str):
            yield str(info.alias), value
        elif isinstance(value, Record):
            yield from ((f"{info.alias}.{key}", text) for key, text in _texts(value))


def _prose(page: Path) -> str:
    reader = _Prose()
    reader.feed(page.read_text(encoding="utf-8"))
    return "".join(reader.said)


class _Prose(HTMLParser):
    """Collects what people read in the middle of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        """Begin at the middle."""
        self._within = self._within or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        """End with it."""
        self._within = self._within and tag != "main"

    def handle_data(self, data: str) -> None:
        """Collect."""
        if self._within:
            self.said.append(data)
