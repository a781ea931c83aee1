"""Folders to a catalogue and problems; it never raises for a contributor's mistake."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from groepsaanbod.advice import advise
from groepsaanbod.catalogue import Catalogue, NewsItem, Offer, Partner
from groepsaanbod.fields import Record, is_slug
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.rules import Checked, check_rules
from groepsaanbod.site import HelplinesFile, Site
from groepsaanbod.source import MAX_BYTES, Document, read
from groepsaanbod.vocabulary import (
    AgesFile,
    Entry,
    LanguageFile,
    MunicipalitiesFile,
    ProgrammesFile,
    ThemesFile,
    Vocabulary,
    WordsFile,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)

PARTNER_FILE = "aanbieder.yaml"
EXAMPLE_FILE = "_voorbeeld.yaml"
NEWS_FOLDER = "nieuws"


@dataclass(frozen=True)
class Folders:
    """Where the files of a region stand."""

    offers: Path
    region: Path


@dataclass(frozen=True)
class Loaded:
    """What was right, and everything that was not, sorted.

    ``catalogue`` is None only when the region's own files have mistakes.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def load(folders: Folders, today: date, latest_day: date | None = None) -> Loaded:
    """Read and check everything.

    ``today`` decides what is old or over; nobody can have checked a file after
    ``latest_day``, which is today unless one looks at another day than the real one.
    """
    region = _Region(folders.region)
    if region.catalogue is None:
        return Loaded(None, tuple(sorted(region.problems)))
    offers = _Offers(folders.offers, region.catalogue, today, latest_day or today)
    return Loaded(offers.catalogue, tuple(sorted(offers.problems)))


def check_file(
    folders: Folders, path: Path, today: date, latest_day: date | None = None
) -> Loaded:
    """Check one file that stands elsewhere as if its partner offered it.

    It may be a newer copy of a file that is there, so that one does not count.
    """
    everything = load(folders, today, latest_day)
    if everything.catalogue is None:
        return everything
    document, problems = read_file(path)
    if document is not None:
        kind = PartnerFile if path.name == PARTNER_FILE else OfferFile
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
            checked = [Checked(offer, document, catalogue, latest_day or today)]
            problems += [*check_rules(checked), *advise(checked, today)]
    return Loaded(everything.catalogue, tuple(sorted(problems)))


def read_file(path: Path) -> tuple[Document | None, list[Problem]]:
    """Read one file within bounds; what is no plain file is a problem."""
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            return None, [_about(path, "dit is geen gewoon bestand; haal het weg")]
        with path.open("rb") as file:
            return read(str(path), file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        return None, [_about(path, "dit bestand ontbreekt; zet het erbij")]
    except OSError:
        return None, [
            _about(path, "dit bestand kunnen we niet openen; kijk na wie het mag lezen")
        ]


def _about(path: Path, message: str) -> Problem:
    shown = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(shown, 1, 1, "", message)


class _Region:
    """The coordinator's files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        site = self._file("site.yaml", Site)
        helplines = self._file("hulplijnen.yaml", HelplinesFile)
        themes = self._file("themas.yaml", ThemesFile)
        ages = self._file("leeftijden.yaml", AgesFile)
        places = self._file("gemeenten.yaml", MunicipalitiesFile)
        programmes = self._file("programmas.yaml", ProgrammesFile)
        words = self._file("woorden.yaml", WordsFile)
        language = self._file("taal.yaml", LanguageFile)
        self.catalogue: Catalogue | None = None
        if site and helplines and themes and ages and places and programmes and words:
            vocabulary = Vocabulary(
                themes=themes.themes,
                ages=ages,
                municipalities=places.municipalities,
                programmes=programmes.programmes,
                words=words,
                jargon=language.jargon if language else (),
            )
            if not self.problems:
                self.catalogue = Catalogue(site, helplines, vocabulary, (), ())

    def _file(self, name: str, kind: type[AnyRecord]) -> AnyRecord | None:
        document, problems = read_file(self.folder / name)
        self.problems += problems
        if document is None:
            return None
        record, problems = read_record(document, kind)
        self.problems += problems
        self.problems += _double_words(document)
        return record


def _double_words(document: Document) -> Iterator[Problem]:
    """Within one list a word stands once; an area may not be named as its town."""
    for name, entries in document.data.items():
        if not isinstance(entries, list):
            continue
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            parts = [((name, number), entry)]
            areas = entry.get("gebieden") if isinstance(entry, dict) else None
            if isinstance(areas, list):
                parts += [
                    ((name, number, "gebieden", inner), area)  # type: ignore[misc]
                    for inner, area in enumerate(areas)
                ]
            for location, part in parts:
                word = part.get("woord") if isinstance(part, dict) else None
                if isinstance(word, str) and word in seen:
                    yield document.problem(
                        (*location, "woord"),
                        f"'{word}' staat al in deze lijst; kies een ander woord",
                    )
                elif isinstance(word, str):
                    seen.add(word)


class _Offers:
    """The partners' files."""

    def __init__(
        self, folder: Path, region: Catalogue, today: date, latest_day: date
    ) -> None:
        self.problems: list[Problem] = []
        folders = list(self._partner_folders(folder))
        documents = {each: [*self._documents(each)] for each in folders}
        partners = tuple(
            partner
            for each in folders
            for partner in self._partner(each, region.vocabulary)
        )
        vocabulary = replace(
            region.vocabulary,
            partners=tuple(_as_word(each.name, partners) for each in folders),
        )
        known = {partner.slug for partner in partners}
        read_offers = [
            (offer, document)
            for each in folders
            for document in documents[each]
            for offer in self._offer(document, each.name, vocabulary)
            if each.name in known
        ]
        self.catalogue = replace(
            region,
            vocabulary=vocabulary,
            partners=partners,
            offers=tuple(offer for offer, _ in read_offers),
            news=tuple(
                sorted(
                    (
                        item
                        for each in folders
                        for item in self._news(each, vocabulary)
                        if each.name in known
                    ),
                    key=lambda item: (-item.day.toordinal(), item.partner, item.slug),
                )
            ),
        )
        checked = [
            Checked(offer, document, self.catalogue, latest_day)
            for offer, document in read_offers
        ]
        self.problems += [*check_rules(checked), *advise(checked, today)]

    def _entries(self, folder: Path) -> list[Path]:
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            self.problems.append(
                _about(
                    folder, "deze map kunnen we niet openen; kijk na wie haar mag lezen"
                )
            )
            return []
        return [each for each in entries if not each.name.startswith(".")]

    def _partner_folders(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.is_symlink() or not entry.is_dir():
                if entry.name != EXAMPLE_FILE or entry.is_symlink():
                    self.problems.append(
                        _about(
                            entry,
                            "dit hoort hier niet; zet het in de map van een aanbieder",
                        )
                    )
            elif not is_slug(entry.name):
                self.problems.append(_about(entry, f"deze map {_BAD_NAME}"))
            else:
                yield entry

    def _documents(self, folder: Path) -> Iterator[Document]:
        for entry in self._entries(folder):
            if entry.name in {PARTNER_FILE, NEWS_FOLDER}:
                continue
            if entry.suffix != ".yaml":
                self.problems.append(
                    _about(entry, "hier horen alleen bestanden die eindigen op .yaml")
                )
            elif not is_slug(entry.stem):
                self.problems.append(_about(entry, f"dit bestand {_BAD_NAME}"))
            else:
                document, problems = read_file(entry)
                self.problems += problems
                if document is not None:
                    yield document

    def _news(self, folder: Path, vocabulary: Vocabulary) -> Iterator[NewsItem]:
        news = folder / NEWS_FOLDER
        if not news.is_dir() or news.is_symlink():
            if news.exists() or news.is_symlink():
                self.problems.append(_about(news, "'nieuws' is de map voor berichten"))
            return
        for entry in self._entries(news):
            day = _day_of(entry)
            if day is None:
                self.problems.append(_about(entry, _BAD_NEWS_NAME))
                continue
            document, problems = read_file(entry)
            self.problems += problems
            if document is not None:
                record, problems = read_record(document, NewsFile, vocabulary)
                self.problems += problems
                if record is not None:
                    yield NewsItem.placed(record, folder.name, entry.stem, day)

    def _partner(self, folder: Path, vocabulary: Vocabulary) -> Iterator[Partner]:
        document, problems = read_file(folder / PARTNER_FILE)
        self.problems += problems
        if document is not None:
            record, problems = read_record(document, PartnerFile, vocabulary)
            self.problems += problems
            if record is not None:
                for number, former in enumerate(record.former):
                    if folder.with_name(former).exists():
                        self.problems.append(
                            document.problem(
                                ("voorheen", number),
                                f"de map '{former}' bestaat nog; haal dit weg",
                            )
                        )
                yield Partner.placed(record, folder.name)

    def _offer(
        self, document: Document, partner: str, vocabulary: Vocabulary
    ) -> Iterator[Offer]:
        record, problems = read_record(document, OfferFile, vocabulary)
        self.problems += problems
        if record is not None:
            yield Offer.placed(record, partner, Path(document.path).stem)


def _as_word(slug: str, partners: tuple[Partner, ...]) -> Entry:
    """Give a partner as a word for ``samen_met``, also when its own file is wrong."""
    found = next((each for each in partners if each.slug == slug), None)
    return Entry.model_construct(
        word=slug,
        name=found.name if found else slug,
        explanation="",
        search=(),
        former=found.former if found else (),
    )


def _day_of(path: Path) -> date | None:
    """Give the day with which the name of a news file begins, or None."""
    if path.suffix != ".yaml" or not is_slug(path.stem) or len(path.stem) < SHORTEST:
        return None
    try:
        return date.fromisoformat(path.stem[:10])
    except ValueError:
        return None


SHORTEST = len("2026-11-24-x")

_BAD_NEWS_NAME = (
    "begin de naam van een bericht met de dag, zoals 2026-11-24-nieuwe-groep.yaml"
)
_BAD_NAME = (
    "heeft een naam die niet kan; gebruik alleen kleine letters, cijfers en streepjes,"
    " zoals 'beter-slapen'"
)
