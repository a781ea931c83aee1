"""The coordinator's files for the reports to a ``Planning``; none of them is needed."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.changed import Changes
from groepsaanbod.fields import Record
from groepsaanbod.loading.files import about, read_bytes
from groepsaanbod.loading.visits import VISITS_FILE, read_visits
from groepsaanbod.owners import OwnersFile
from groepsaanbod.planning import (
    AimsFile,
    DecisionsFile,
    InhabitantsFile,
    LinksFile,
    NormsFile,
    Planning,
    QuestionsFile,
)
from groepsaanbod.planning_rules import (
    Beside,
    check_aims,
    check_decisions,
    check_inhabitants,
    check_norms,
    check_owners,
    check_questions,
)
from groepsaanbod.problems import Problem, Severity
from groepsaanbod.reading import read_record, what_is_right
from groepsaanbod.remedies import Remedy
from groepsaanbod.rules import Written
from groepsaanbod.source import Document, Location, read_if_any

AnyRecord = TypeVar("AnyRecord", bound=Record)
Check = Callable[[AnyRecord, Beside], Iterable[Problem]]


LINKS_FILE = "links.json"
"""What JSON can say YAML can say too, so it is read like the others."""

OWNERS_FILE = "eigenaren.yaml"

CHANGES_FILE = "verandering.json"
MOST_BYTES_OF_CHANGES = 20_000_000

_UNREADABLE_CHANGES = (
    "dit bestand kunnen we niet lezen; maak het opnieuw met: make changes"
)


class PlanningRead:
    """What the files say; where one is absent or wrong, its defaults hold."""

    def __init__(
        self,
        folder: Path,
        catalogue: Catalogue,
        addresses: frozenset[str],
        today: date,
        latest_day: date,
    ) -> None:
        """Read and check the files; words and offers are those of the catalogue.

        ``addresses`` are the offers of which there is a file, be it wrong; nobody can
        have decided anything after ``latest_day``.
        """
        self._folder = folder
        self._catalogue = catalogue
        self._addresses = addresses
        self._days = today, latest_day
        self.problems: list[Problem] = []
        self.refused: set[str] = set()
        """The names of files that are no records as they should be."""
        inhabitants = self._file("bevolking.yaml", InhabitantsFile, check_inhabitants)
        questions = self._file("vraagcijfers.yaml", QuestionsFile, check_questions)
        norms = self._file("normen.yaml", NormsFile, check_norms)
        aims = self._file("doelen.yaml", AimsFile, check_aims)
        decisions = self._file("afstemming.yaml", DecisionsFile, check_decisions)
        owners = self._file(OWNERS_FILE, OwnersFile, check_owners)
        links = self._file(LINKS_FILE, LinksFile, _nothing_more)
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
            owners=owners,
            changes=self._changes(),
        )
        self.catalogue = replace(catalogue, planning=self.planning)

    def _file(
        self, name: str, kind: type[AnyRecord], check: Check[AnyRecord]
    ) -> AnyRecord:
        path = self._folder / name
        absent = kind.model_validate({})
        if not path.exists() and not path.is_symlink():
            return absent
        raw, problems = read_bytes(path)
        self.problems += problems
        if raw is None:
            self.refused.add(name)
            return absent
        document, problems = read_if_any(str(path), raw)
        self.problems += problems
        if document is None:
            self.refused.add(name)
            return absent
        vocabulary = self._catalogue.vocabulary
        record, problems = read_record(document, kind, vocabulary)
        self.problems += problems
        right = record
        written: Written = document
        if right is None:
            self.refused.add(name)
            rest = _Rest.of(document, problems)
            written = rest
            right = what_is_right(rest.left, kind, vocabulary, set())
        if right is not None:
            is_complete = record is not None
            beside = Beside(
                written, self._catalogue, self._addresses, *self._days, is_complete
            )
            self.problems += check(right, beside)
        return record or absent

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


def _nothing_more(_record: Record, _beside: Beside) -> Iterable[Problem]:
    """Ask nothing of a file that a command wrote."""
    return ()


@dataclass(frozen=True, slots=True)
class _Rest:
    """A document without what is wrong by itself; its entries keep their lines.

    So that rules can be asked of the rest, and all mistakes be told at once.
    """

    document: Document
    left: Document
    numbers: Mapping[str, tuple[int, ...]]
    """For each list, the numbers that its entries have in the file."""

    @classmethod
    def of(cls, document: Document, problems: Iterable[Problem]) -> "_Rest":
        """Leave out each entry of a list, or whole key, that has a problem."""
        wrong = {_entry_of(each) for each in problems}
        data: dict[str, Any] = {}
        numbers = {}
        for name, value in document.data.items():
            if (name, None) in wrong:
                continue
            data[name] = value
            if isinstance(value, list):
                numbers[name] = tuple(
                    number
                    for number in range(len(value))
                    if (name, number) not in wrong
                )
                data[name] = [value[number] for number in numbers[name]]
        return cls(document, replace(document, data=data), numbers)

    @property
    def data(self) -> dict[str, Any]:
        """Give what is left."""
        return self.left.data

    def problem(
        self,
        location: Location,
        fact: str,
        remedy: Remedy | None = None,
        *,
        about: str = "",
    ) -> Problem:
        """Give the problem at this place of what is left, where it stands."""
        name, number, *inner = location
        if isinstance(number, int):
            number = self.numbers[str(name)][number]
        return self.document.problem((name, number, *inner), fact, remedy, about=about)


_ENTRY = re.compile(r"(\w+)(?:\[([0-9]+)\])?")


def _entry_of(problem: Problem) -> tuple[str, int | None]:
    """Give the key that a problem is about, and the number of the entry in its list."""
    match = _ENTRY.match(problem.field)
    if match is None:
        return problem.field, None
    return match[1], int(match[2]) - 1 if match[2] else None
