"""The region's questions and answers, from ``content/vragen/``."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from groepsaanbod.catalogue import Catalogue, Question
from groepsaanbod.fields import is_slug
from groepsaanbod.loading.files import OnDisk, Records, about
from groepsaanbod.model import ANSWER, QuestionFile
from groepsaanbod.problems import Problem

QUESTIONS_FOLDER = "vragen"
SUFFIX = ".md"
TAKEN = frozenset({"jongeren"})
"""Names under which the site itself has a page beside the questions."""


class QuestionsRead:
    """What the files of questions say, each with its document, and every problem."""

    def __init__(self, folder: Path, catalogue: Catalogue, records: Records) -> None:
        """Read the folder; a region need not have one."""
        self.problems: list[Problem] = []
        self.questions = [
            (question, OnDisk(path, ANSWER))
            for path in self._files(folder)
            for question in self._question(path, records)
        ]
        order = {theme.word: at for at, theme in enumerate(catalogue.vocabulary.themes)}
        self.catalogue = replace(
            catalogue,
            questions=tuple(
                sorted(
                    (question for question, _ in self.questions),
                    key=lambda each: (order[each.themes[0]], each.title, each.slug),
                )
            ),
        )

    def _files(self, folder: Path) -> Iterator[Path]:
        if not folder.exists() and not folder.is_symlink():
            return
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            self.problems.append(about(folder, _NO_FOLDER))
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.suffix != SUFFIX:
                self.problems.append(about(entry, _ONLY_MARKDOWN))
            elif not is_slug(entry.stem):
                self.problems.append(about(entry, _BAD_NAME))
            elif entry.stem in TAKEN:
                self.problems.append(about(entry, _TAKEN))
            else:
                yield entry

    def _question(self, path: Path, records: Records) -> Iterator[Question]:
        record, problems = records.read(path, QuestionFile, text=ANSWER)
        self.problems += problems
        if record is not None:
            yield Question.placed(record, path.stem)


_NO_FOLDER = "deze map kunnen we niet openen; kijk na wie haar mag lezen"
_ONLY_MARKDOWN = "hier horen alleen vragen, in bestanden die eindigen op .md"
_BAD_NAME = (
    "dit bestand heeft een naam die niet kan; gebruik alleen kleine letters, cijfers"
    " en streepjes, zoals 'snel-boos.md'"
)
_TAKEN = "deze naam is al van een pagina van de site; geef het bestand een andere naam"
