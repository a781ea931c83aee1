"""The files that the form reads, as JSON: they stand under ``data/formulier/``."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from groepsaanbod.catalogue import Catalogue, Offer
from groepsaanbod.filling.beside import beside, gaps
from groepsaanbod.filling.described import described
from groepsaanbod.filling.steps import FOLDED, steps
from groepsaanbod.pages.page import Beside
from groepsaanbod.reports.reported import Reported

FOLDER = "data/formulier"
OFFERS_FOLDER = "data/aanbod"
"""Where the partners' own files stand, as they wrote them, one file a partner."""


def form_files(catalogue: Catalogue, reported: Reported | None) -> dict[str, str]:
    """Give the names and texts of the files.

    ``reported`` tells what is missing; None when the reports are not public.
    """
    missing = gaps(reported) if reported else []
    asked = {"steps": steps(), "folded": FOLDED}
    return {
        f"{FOLDER}/velden.json": _json(described(catalogue.vocabulary) | asked),
        f"{FOLDER}/aanbod.json": _json(beside(catalogue)),
        f"{FOLDER}/hiaten.json": _json(missing),
    }


def offer_files(catalogue: Catalogue, folder: Path) -> Iterator[Beside]:
    """Give for each partner the texts of its offers, which stand in a folder."""
    found: dict[str, list[Offer]] = {}
    for offer in catalogue.offers:
        found.setdefault(offer.partner, []).append(offer)
    for partner, offers in found.items():
        path = f"{OFFERS_FOLDER}/{partner}.json"
        yield Beside(path, offers, partial(_texts, path, offers, folder))


def _texts(
    path: str, offers: Iterable[Offer], folder: Path
) -> Iterator[tuple[str, str]]:
    texts = {
        each.slug: folder.joinpath(f"{each.identity}.yaml").read_bytes().decode()
        for each in offers
    }
    yield path, _json(texts)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
