"""The monthly visits in ``region/bezoek.csv`` to records, each mistake in Dutch."""

import csv
from collections.abc import Iterator
from pathlib import Path

from groepsaanbod.description import keys_of
from groepsaanbod.loading.files import read_bytes
from groepsaanbod.planning import MonthOfVisits, VisitsFile
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.source import Document, Location, read_lines

VISITS_FILE = "bezoek.csv"
SEPARATOR = ";"
MONTHS = "maanden"
COLUMNS = tuple(keys_of(MonthOfVisits))


def read_visits(path: Path) -> tuple[tuple[MonthOfVisits, ...], list[Problem]]:
    """Read the file, if it is there: the months in order, or none and the mistakes."""
    if not path.exists() and not path.is_symlink():
        return (), []
    raw, problems = read_bytes(path)
    if raw is None:
        return (), problems
    lines, problems = read_lines(str(path), raw)
    if problems:
        return (), problems
    document, problems = _document(str(path), lines)
    file, found = read_record(document, VisitsFile)
    problems += found
    if file is None or problems:
        return (), problems
    problems += _twice(document, file)
    months = sorted(file.months, key=lambda each: each.month)
    return (() if problems else tuple(months)), problems


def _document(path: str, lines: list[str]) -> tuple[Document, list[Problem]]:
    """Give the lines as one list of mappings, with the place of each value."""
    rows: list[dict[str, str]] = []
    places: dict[Location, tuple[int, int]] = {(): (1, 1), (MONTHS,): (1, 1)}
    document = Document(path, {MONTHS: rows}, places)
    if [each.strip() for each in _cells(lines[0])] != list(COLUMNS):
        names = SEPARATOR.join(COLUMNS)
        return document, [document.problem((), f"maak van de eerste regel: {names}")]
    problems = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip(f" {SEPARATOR}"):
            continue
        cells = _cells(line)
        here: Location = (MONTHS, len(rows))
        places[here] = (number, 1)
        if len(cells) != len(COLUMNS):
            message = (
                f"op deze regel staan {len(cells)} vakken;"
                f" maak er {len(COLUMNS)} van, met '{SEPARATOR}' ertussen"
            )
            problems.append(document.problem(here, message))
        column = 0
        for name, cell in zip(COLUMNS, cells, strict=False):
            column = line.find(cell, column)
            places[*here, name] = (number, column + 1)
            column += len(cell)
        rows.append(dict(zip(COLUMNS, (each.strip() for each in cells), strict=False)))
    return document, problems


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], delimiter=SEPARATOR), [])


def _twice(document: Document, file: VisitsFile) -> Iterator[Problem]:
    seen = set()
    for number, each in enumerate(file.months):
        if each.month in seen:
            yield document.problem(
                (MONTHS, number, "maand"),
                "deze maand staat er twee keer; haal één regel weg",
            )
        seen.add(each.month)
