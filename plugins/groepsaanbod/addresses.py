"""Which addresses on the web the files name, and where."""

import re
from collections.abc import Iterator

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.fields import Record

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{|}\[\]]+")
_AFTER = ".,;:!?*_~"
"""What ends a sentence or a piece of Markdown more often than an address."""


def in_text(text: str) -> Iterator[str]:
    """Give the addresses in a text, be it one address, prose or Markdown."""
    for found in _ADDRESS.findall(text):
        address = found.rstrip(_AFTER)
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(_AFTER)
        yield address


def in_record(record: Record) -> Iterator[str]:
    """Give the addresses in a record and in all it holds, each once."""
    return iter(dict.fromkeys(_in(record)))


def _in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from in_text(value)
    elif isinstance(value, Record):
        yield from _in(tuple(vars(value).values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from _in(each)


def in_catalogue(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Give each address with the files that name it, as ``cjg/kies.yaml``."""
    found: dict[str, dict[str, None]] = {}
    for file, record in _files(catalogue):
        for address in in_record(record):
            found.setdefault(address, {})[file] = None
    return {address: tuple(files) for address, files in sorted(found.items())}


def _files(catalogue: Catalogue) -> Iterator[tuple[str, Record]]:
    for partner in catalogue.partners:
        yield f"{partner.slug}/aanbieder.yaml", partner
    for offer in catalogue.offers:
        yield f"{offer.identity}.yaml", offer
    for item in catalogue.news:
        yield f"{item.partner}/nieuws/{item.slug}.yaml", item
    for question in catalogue.questions:
        yield f"vragen/{question.slug}.md", question
    yield "site.yaml", catalogue.site
    yield "hulplijnen.yaml", catalogue.helplines
    planning = catalogue.planning
    yield from (("bevolking.yaml", each) for each in planning.inhabitants)
    yield from (("vraagcijfers.yaml", each) for each in planning.questions)
    yield "doelen.yaml", planning.aims
