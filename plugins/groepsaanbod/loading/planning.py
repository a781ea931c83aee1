"""The coordinator's files for the reports to a ``Planning``; none of them is needed."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.fields import Record
from groepsaanbod.loading.files import read_file
from groepsaanbod.loading.visits import VISITS_FILE, read_visits
from groepsaanbod.planning import (
    AimsFile,
    DecisionsFile,
    InhabitantsFile,
    LinksFile,
    NormsFile,
    Planning,
    QuestionsFile,
)
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.source import Document

AnyRecord = TypeVar("AnyRecord", bound=Record)


LINKS_FILE = "links.json"
"""What JSON can say YAML can say too, so it is read like the others."""


class PlanningRead:
    """What the files say; where one is absent or wrong, its defaults hold."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        """Read the files; words and partners are those of the catalogue."""
        self._folder = folder
        self._vocabulary = catalogue.vocabulary
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        """The files that are there and right, by name, to speak of their lines."""
        inhabitants = self._file("bevolking.yaml", InhabitantsFile)
        questions = self._file("vraagcijfers.yaml", QuestionsFile)
        norms = self._file("normen.yaml", NormsFile)
        aims = self._file("doelen.yaml", AimsFile)
        decisions = self._file("afstemming.yaml", DecisionsFile)
        links = self._file(LINKS_FILE, LinksFile)
        visits, problems = read_visits(folder / VISITS_FILE)
        self.problems += problems
        self.planning = Planning(
            inhabitants=inhabitants.counts,
            questions=questions.sources,
            norms=norms,
            aims=aims,
            decisions=decisions.decisions,
            visits=visits,
            links=links,
        )
        self.catalogue = replace(catalogue, planning=self.planning)

    def _file(self, name: str, kind: type[AnyRecord]) -> AnyRecord:
        path = self._folder / name
        absent = kind.model_validate({})
        if not path.exists() and not path.is_symlink():
            return absent
        document, problems = read_file(path)
        self.problems += problems
        if document is None:
            return absent
        record, problems = read_record(document, kind, self._vocabulary)
        self.problems += problems
        if record is None:
            return absent
        self.documents[name] = document
        return record
