"""The coordinator's files for the reports to a ``Planning``; none of them is needed."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.changed import Changes
from groepsaanbod.fields import Record
from groepsaanbod.loading.files import about, read_bytes, read_file
from groepsaanbod.planning import (
    AimsFile,
    DecisionsFile,
    InhabitantsFile,
    NormsFile,
    Planning,
    QuestionsFile,
)
from groepsaanbod.problems import Problem, Severity
from groepsaanbod.reading import read_record
from groepsaanbod.source import Document

AnyRecord = TypeVar("AnyRecord", bound=Record)


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
        self.planning = Planning(
            inhabitants=inhabitants.counts,
            questions=questions.sources,
            norms=norms,
            aims=aims,
            decisions=decisions.decisions,
            changes=self._changes(),
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

    def _changes(self) -> Changes | None:
        """Read what a program wrote; a site can do without, so it only warns."""
        path = self._folder / CHANGES_FILE
        if not path.exists() and not path.is_symlink():
            return None
        raw, problems = read_bytes(path, MOST_BYTES_OF_CHANGES)
        if raw is not None:
            try:
                if len(raw) <= MOST_BYTES_OF_CHANGES:
                    return Changes.model_validate_json(raw)
            except ValidationError:
                pass
            problems = [about(path, _UNREADABLE_CHANGES)]
        self.problems += [replace(each, severity=Severity.WARNING) for each in problems]
        return None


CHANGES_FILE = "verandering.json"
MOST_BYTES_OF_CHANGES = 20_000_000

_UNREADABLE_CHANGES = (
    "dit bestand kunnen we niet lezen; maak het opnieuw met: make changes"
)
