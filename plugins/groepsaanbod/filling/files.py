"""The files that the form reads, as JSON: they stand under ``data/formulier/``."""

import json

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.filling.beside import beside, gaps
from groepsaanbod.filling.described import Described, described
from groepsaanbod.filling.steps import FOLDED, steps
from groepsaanbod.reports.reported import Reported

FOLDER = "data/formulier"
OFFERS_FOLDER = "data/aanbod"
"""Where the partners' own files stand, as they wrote them."""


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


def _json(value: Described | list[Described]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
