"""Folders to a catalogue and problems; it never raises for a contributor's mistake."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from groepsaanbod.advice import advise, advise_beside_the_others, advise_on_question
from groepsaanbod.catalogue import Catalogue, Offer, Partner, Question
from groepsaanbod.keeping import Kept
from groepsaanbod.loading.files import (
    OnDisk,
    read_bytes,
    read_file,
    read_file_with_text,
)
from groepsaanbod.loading.partners import (
    EXAMPLE_FILE,
    NEWS_FOLDER,
    PARTNER_FILE,
    PartnersRead,
)
from groepsaanbod.loading.planning import PlanningRead
from groepsaanbod.loading.questions import QUESTIONS_FOLDER, SUFFIX, QuestionsRead
from groepsaanbod.loading.region import RegionRead
from groepsaanbod.model import ANSWER, NewsFile, OfferFile, PartnerFile, QuestionFile
from groepsaanbod.problems import Problem, key_of
from groepsaanbod.reading import read_record, what_is_right
from groepsaanbod.rules import (
    Checked,
    CheckedQuestion,
    check_beside_the_others,
    check_question_rules,
    check_rules,
)
from groepsaanbod.source import Document

__all__ = [
    "EXAMPLE_FILE",
    "PARTNER_FILE",
    "Folders",
    "Loaded",
    "check_file",
    "kind_of",
    "load",
    "problems_of_new",
    "read_bytes",
    "read_file",
    "without_collecting",
]


@dataclass(frozen=True)
class Folders:
    """Where the files of a region stand."""

    offers: Path
    region: Path
    content: Path | None = None
    """The region's prose, with its questions in a folder within; or none."""


@dataclass(frozen=True)
class Loaded:
    """What was right, and everything that was not, sorted.

    ``catalogue`` is None only when the region's own files have mistakes.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def load(
    folders: Folders,
    today: date,
    latest_day: date | None = None,
    kept: Kept | None = None,
) -> Loaded:
    """Read and check everything.

    ``today`` decides what is old or over; nobody can have checked a file after
    ``latest_day``, which is today unless one looks at another day than the real one.
    What did not change is taken from ``kept``, and what did is kept there.
    """
    kept = kept or Kept()
    with without_collecting():
        region = RegionRead(folders.region, kept)
        if region.catalogue is None:
            return Loaded(None, tuple(sorted(region.problems)))
        read = PartnersRead(folders.offers, region.catalogue, kept)
        catalogue, latest = read.catalogue, latest_day or today
        problems = read.problems
        for offer, path in read.offers:
            checked = Checked(offer, OnDisk(path), catalogue)
            problems += _beside_the_others(checked, today, latest)
        for offer, document, wrong in read.broken:
            # The rules may speak of what is right in a file; the rest had its say.
            if offer.partner in {each.slug for each in catalogue.partners}:
                checked = Checked(offer, document, catalogue)
                asked = [
                    *check_rules(checked),
                    *check_beside_the_others(checked, latest),
                ]
                problems += [each for each in asked if key_of(each) not in wrong]
        if folders.content is not None:
            questions = QuestionsRead(
                folders.content / QUESTIONS_FOLDER, catalogue, read.records
            )
            catalogue = questions.catalogue
            problems += questions.problems
            for question, on_disk in questions.questions:
                asked_question = CheckedQuestion(question, on_disk, catalogue, latest)
                problems += _about_question(asked_question, today)
        planning = PlanningRead(
            folders.region, catalogue, frozenset(read.addresses), today, latest
        )
        problems += planning.problems
        return Loaded(planning.catalogue, tuple(sorted(problems)))


def _beside_the_others(
    checked: Checked, today: date, latest_day: date
) -> Iterator[Problem]:
    yield from check_beside_the_others(checked, latest_day)
    yield from advise_beside_the_others(checked, today)


def _about_question(checked: CheckedQuestion, today: date) -> Iterator[Problem]:
    yield from check_question_rules(checked)
    yield from advise_on_question(checked, today)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage: a build grows and has hardly any, and looking takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What there is counts as old now, or all of it would still be looked at.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def kind_of(path: Path) -> type[PartnerFile | NewsFile | OfferFile]:
    """Tell from a file's name and folder what it is about."""
    if path.name == PARTNER_FILE:
        return PartnerFile
    return NewsFile if path.parent.name == NEWS_FOLDER else OfferFile


def check_file(
    folders: Folders, path: Path, today: date, latest_day: date | None = None
) -> Loaded:
    """Check one file that stands elsewhere as if its partner offered it.

    It may be a newer copy of a file that is there, so that one does not count.
    """
    everything = load(folders, today, latest_day)
    if everything.catalogue is None:
        return everything
    if path.suffix == SUFFIX:
        return _check_question(everything.catalogue, path, today, latest_day or today)
    document, problems = read_file(path)
    if document is not None:
        kind = kind_of(path)
        record, found = read_record(document, kind, everything.catalogue.vocabulary)
        problems += found
        if isinstance(record, OfferFile):
            here = Partner.model_construct(
                name="",
                summary="",
                description=None,
                slug="",
                website=None,
                phone="0",
                email=None,
            )
            others = (
                each for each in everything.catalogue.offers if each.slug != path.stem
            )
            catalogue = replace(
                everything.catalogue,
                partners=(*everything.catalogue.partners, here),
                offers=tuple(others),
            )
            offer = Offer.placed(record, "", path.stem)
            checked = Checked(offer, document, catalogue)
            problems += [
                *check_rules(checked),
                *advise(checked),
                *_beside_the_others(checked, today, latest_day or today),
            ]
    return Loaded(everything.catalogue, tuple(sorted(problems)))


def problems_of_new(
    catalogue: Catalogue,
    document: Document,
    partner: str,
    slug: str,
    latest_day: date,
) -> list[Problem]:
    """Give what the check would say of an offer that no file holds yet.

    ``partner`` is one of the catalogue's; the rules speak of what is right in it.
    """
    vocabulary = catalogue.vocabulary
    record, problems = read_record(document, OfferFile, vocabulary)
    wrong = {key_of(each) for each in problems}
    record = record or what_is_right(document, OfferFile, vocabulary, wrong)
    if record is None:
        return problems
    checked = Checked(Offer.placed(record, partner, slug), document, catalogue)
    asked = [*check_rules(checked), *check_beside_the_others(checked, latest_day)]
    return [*problems, *(each for each in asked if key_of(each) not in wrong)]


def _check_question(
    catalogue: Catalogue, path: Path, today: date, latest_day: date
) -> Loaded:
    """Check one file that stands elsewhere as if it were one of the questions."""
    document, problems = read_file_with_text(path, ANSWER)
    if document is not None:
        record, found = read_record(document, QuestionFile, catalogue.vocabulary)
        problems += found
        if record is not None:
            others = tuple(
                each for each in catalogue.questions if each.slug != path.stem
            )
            checked = CheckedQuestion(
                Question.placed(record, path.stem),
                document,
                replace(catalogue, questions=others),
                latest_day,
            )
            problems += _about_question(checked, today)
    return Loaded(catalogue, tuple(sorted(problems)))
