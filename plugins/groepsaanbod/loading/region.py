"""The coordinator's folder to the words of the region and an empty catalogue."""

from collections.abc import Iterator
from pathlib import Path

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.finding import FiltersFile, SearchFile
from groepsaanbod.keeping import Kept
from groepsaanbod.loading.files import AnyRecord, Records
from groepsaanbod.problems import Problem
from groepsaanbod.site import HelplinesFile, Site
from groepsaanbod.source import Document, Location
from groepsaanbod.vocabulary import (
    AgesFile,
    LanguageFile,
    MunicipalitiesFile,
    ProgrammesFile,
    ThemesFile,
    Vocabulary,
    WordsFile,
)


class RegionRead:
    """What the coordinator's files say; no catalogue when one has a mistake."""

    def __init__(self, folder: Path, kept: Kept) -> None:
        """Read the folder."""
        self.folder = folder
        self._records = Records(kept)
        self.problems: list[Problem] = []
        site = self._file("site.yaml", Site)
        helplines = self._file("hulplijnen.yaml", HelplinesFile)
        vocabulary = self._vocabulary()
        self.catalogue: Catalogue | None = None
        if site and helplines and vocabulary and not self.problems:
            self.catalogue = Catalogue(site, helplines, vocabulary, (), ())

    def _vocabulary(self) -> Vocabulary | None:
        themes = self._file("themas.yaml", ThemesFile)
        ages = self._file("leeftijden.yaml", AgesFile)
        places = self._file("gemeenten.yaml", MunicipalitiesFile)
        programmes = self._file("programmas.yaml", ProgrammesFile)
        words = self._file("woorden.yaml", WordsFile)
        language = self._file("taal.yaml", LanguageFile)
        filters = self._file("filters.yaml", FiltersFile)
        search = self._file("zoeken.yaml", SearchFile)
        if not (themes and ages and places and programmes):
            return None
        if not (words and filters and search):
            return None
        return Vocabulary(
            themes=themes.themes,
            ages=ages,
            municipalities=places.municipalities,
            programmes=programmes.programmes,
            words=words,
            search=search,
            filters=filters.filters,
            dayparts=filters.dayparts,
            jargon=language.jargon if language else (),
        )

    def _file(self, name: str, kind: type[AnyRecord]) -> AnyRecord | None:
        record, problems = self._records.read(
            self.folder / name, kind, more=_double_words
        )
        self.problems += problems
        return record


def _double_words(document: Document) -> Iterator[Problem]:
    """Within one list a word stands once; an area may not be named as its town."""
    for name, entries in document.data.items():
        if not isinstance(entries, list):
            continue
        seen: set[str] = set()
        formers: list[tuple[Location, str]] = []
        for number, entry in enumerate(entries):
            parts: list[tuple[Location, object]] = [((name, number), entry)]
            areas = entry.get("gebieden") if isinstance(entry, dict) else None
            if isinstance(areas, list):
                parts += [
                    ((name, number, "gebieden", inner), area)
                    for inner, area in enumerate(areas)
                ]
            for location, part in parts:
                formers += _formers(location, part)
                word = part.get("woord") if isinstance(part, dict) else None
                if isinstance(word, str) and word in seen:
                    yield document.problem(
                        (*location, "woord"),
                        f"'{word}' staat al in deze lijst; kies een ander woord",
                    )
                elif isinstance(word, str):
                    seen.add(word)
        for location, former in formers:
            if former in seen:
                yield document.problem(
                    location, f"'{former}' is hier al een woord; haal het bij één weg"
                )
            seen.add(former)


def _formers(location: Location, part: object) -> Iterator[tuple[Location, str]]:
    """Give the former words of an entry with their places."""
    words = part.get("voorheen") if isinstance(part, dict) else None
    for number, word in enumerate(words if isinstance(words, list) else []):
        if isinstance(word, str):
            yield (*location, "voorheen", number), word
