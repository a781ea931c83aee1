"""Breaks what comes in by other ways than offers, and says what must hold of each.

The region's files, questions, news and decisions; spreadsheets; proposals; logs.
"""

import csv
import gzip
import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import openpyxl

from builders import TODAY
from groepsaanbod.analysis.overlap import every_pair
from groepsaanbod.history import until_now
from groepsaanbod.loading import Folders, Loaded, load
from groepsaanbod.loading.planning import CHANGES_FILE, LINKS_FILE
from groepsaanbod.loading.visits import VISITS_FILE
from groepsaanbod.ownership import Names
from groepsaanbod.pages import site_pages
from groepsaanbod.pages.reports import report_pages
from groepsaanbod.pages.shown import Shown
from groepsaanbod.pens import Markdown, Plain
from groepsaanbod.planning import LinkFailure
from groepsaanbod.problems import Problem, mistakes
from groepsaanbod.proposals import proposal
from groepsaanbod.reports.reported import Reported
from groepsaanbod.review import Review
from groepsaanbod.review.written import written
from groepsaanbod.source import read
from groepsaanbod.spreadsheet.making import Exported, workbook
from groepsaanbod.spreadsheet.running import bring_in
from groepsaanbod.visits import SOURCE, Log, as_csv, lines_of, merged
from limits import within
from mutations import GOOD, NASTY, broken_file, check_problem
from repository import OFFER, Repository

Attack = Callable[[Path, Random], None]

MOST_SECONDS = 5.0
"""Of the CPU, for what reads a whole region or makes all its pages."""

REGION = ("region/*", "content/vragen/*", "offers/*/aanbieder.yaml", "offers/*/*/*")


def region(scratch: Path, dice: Random) -> None:
    """Break a file of the region, a question, a partner or its news."""
    folders = _region(scratch)
    files = sorted(path for each in REGION for path in scratch.glob(each))
    for path in dice.sample(files, k=dice.choice((1, 1, 1, 2))):
        path.write_bytes(broken_file(path.read_bytes(), dice, dice.choice((1, 3))))
    with within(MOST_SECONDS):
        loaded = load(folders, TODAY)
        _check_loaded(loaded)
        if loaded.catalogue and not _mistakes(loaded):
            reported = Reported(loaded.catalogue, TODAY, loaded.problems)
            shown = Shown(loaded.catalogue, TODAY)
            pages = [
                *site_pages(shown, "", reported),
                *(each.page for each in report_pages(reported)),
            ]
            assert len(pages) == len({page.file for page in pages})


def _region(scratch: Path) -> Folders:
    """Copy the good region, with what commands write in it."""
    for each in ("offers", "region", "content"):
        shutil.copytree(GOOD / each, scratch / each)
    folders = Folders(scratch / "offers", scratch / "region", scratch / "content")
    link = {"adres": "https://cjg.example.nl/", "uitkomst": str(LinkFailure.GONE)}
    dead = [link | {"sinds": "2026-11-02", "keren": 3}]
    links = {"bekeken_op": "2026-11-23", "bekeken": 9, "stuk": dead}
    (folders.region / LINKS_FILE).write_text(json.dumps(links), "utf-8")
    (folders.region / CHANGES_FILE).write_text(_changes(), "utf-8")
    (folders.region / VISITS_FILE).write_text(
        "maand;bezoeken;paginas;zekerheid;bron\n2026-09;12;30;geteld;Matomo\n"
        "2026-10;1240;onbekend;geschat;Logboek\n",
        "utf-8",
    )
    return folders


@cache
def _changes() -> str:
    """Give what changed in a quarter in which something did."""
    with tempfile.TemporaryDirectory() as temporary:
        repository = Repository(Path(temporary, "project"))
        repository.commit("2026-08-01")
        repository.path(OFFER).unlink()
        repository.commit("2026-11-01")
        return until_now(repository.folders, TODAY, every_pair).as_text()


def _mistakes(loaded: Loaded) -> list[Problem]:
    return mistakes(list(loaded.problems))


def _check_loaded(loaded: Loaded) -> None:
    assert list(loaded.problems) == sorted(loaded.problems)
    assert loaded.catalogue or _mistakes(loaded)
    for problem in loaded.problems:
        path = Path(problem.path)
        check_problem(problem, path.read_bytes() if path.is_file() else b"")


def spreadsheet(scratch: Path, dice: Random) -> None:
    """Break a spreadsheet with all offers, and bring it in."""
    folders = _region(scratch)
    name, raw = dice.choice((_broken_csv, _broken_cells, _broken_workbook))(dice)
    book = scratch / name
    book.write_bytes(raw)
    catalogue = load(folders, TODAY).catalogue
    assert catalogue
    before = _tree(scratch)
    is_dry = dice.random() < HOW_OFTEN_DRY
    with within(MOST_SECONDS):
        outcome = bring_in(
            *(book, folders.offers, catalogue, TODAY),
            partner=dice.choice(("", "cjg-rivierenland")),
            is_dry=is_dry,
            is_forced=dice.random() < HOW_OFTEN_FORCED,
        )
    after = _tree(scratch)
    touched = {path for path in after if before.get(path) != after[path]}
    assert before.keys() <= after.keys()
    assert not touched or not is_dry
    assert all(
        re.fullmatch(r"offers/[a-z-]+/[a-z0-9-]+\.yaml", each) for each in touched
    )
    assert outcome.lines or outcome.is_right
    if not is_dry:
        assert all(line.strip("\n").isprintable() for line in outcome.lines)
    assert _mistakes(load(folders, TODAY)) == []


HOW_OFTEN_DRY = 0.3
HOW_OFTEN_FORCED = 0.5


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@cache
def _workbook() -> bytes:
    loaded = load(Folders(GOOD / "offers", GOOD / "region"), TODAY)
    assert loaded.catalogue
    offers = []
    for offer in loaded.catalogue.offers:
        path = GOOD / "offers" / offer.partner / f"{offer.slug}.yaml"
        document, _ = read(str(path), path.read_bytes())
        assert document
        one = Exported(offer.partner, offer.slug, path.read_bytes(), document.data)
        offers.append(one)
    saved = io.BytesIO()
    workbook(loaded.catalogue.vocabulary, offers).save(saved)
    return saved.getvalue()


@cache
def _cells() -> tuple[tuple[str, ...], ...]:
    """Give the first sheet as text."""
    book = openpyxl.load_workbook(io.BytesIO(_workbook()), read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    return tuple(
        tuple("" if cell is None else str(cell) for cell in row) for row in rows
    )


def _csv(rows: Iterable[Iterable[str]], mark: str = ";") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(rows)
    return text.getvalue()


def _broken_csv(dice: Random) -> tuple[str, bytes]:
    encoding = dice.choice(("utf-8-sig", "cp1252", "utf-16"))
    raw = _csv(_cells(), dice.choice(";,\t")).encode(encoding, "replace")
    return "rijen.csv", broken_file(raw, dice)


FORMULAS = ("=1+1", "'=1+1", "@x", "-2", "+31", "1-2-2027", "07:30", "1,50", "0", "ja")


def _broken_cells(dice: Random) -> tuple[str, bytes]:
    rows = [list(row) for row in _cells()]
    for _ in range(dice.randint(1, 4)):
        row = dice.choice(rows)
        nasty = dice.choice(NASTY).decode("utf-8", "replace")
        other = dice.choice(dice.choice(rows))
        row[dice.randrange(len(row))] = dice.choice(
            (nasty, dice.choice(FORMULAS), other)
        )
    return "cellen.csv", _csv(rows).encode("utf-8", "replace")


def _broken_workbook(dice: Random) -> tuple[str, bytes]:
    """Break its bytes, or what is packed in it."""
    if dice.random() < HOW_OFTEN_PACKED:
        return "boek.xlsx", broken_file(_workbook(), dice)
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_workbook())) as old,
        zipfile.ZipFile(packed, "w") as new,
    ):
        names = old.namelist()
        wrong = dice.choice([each for each in names if "sheet1" in each] * 5 + names)
        for name in names:
            raw = old.read(name)
            new.writestr(name, broken_file(raw, dice) if name == wrong else raw)
    return "boek.xlsx", packed.getvalue()


HOW_OFTEN_PACKED = 0.2


@dataclass(frozen=True)
class _Main:
    """A repository with the good region on main, for as long as we attack it."""

    folder: tempfile.TemporaryDirectory[str]
    repository: Repository


@cache
def _main() -> _Main:
    folder = tempfile.TemporaryDirectory()
    repository = Repository(Path(folder.name, "project"))
    repository.commit("2026-11-01")
    repository.git("checkout", "--quiet", "-b", "voorstel")
    return _Main(folder, repository)


OWN = "offers/cjg-rivierenland"
ELSEWHERE = (
    *("offers/welzijn-waterland/koffie-met-kinderen.yaml", "region/eigenaren.yaml"),
    *("region/site.yaml", "content/vragen/x.md", ".github/workflows/x.yml", "Makefile"),
    *(f"{OWN}/x.py", f"{OWN}/..yaml", f"{OWN}/\u202eyaml.x", f"{OWN}/a\nb.yaml"),
    *("offers/$(id)/x.yaml", f"{OWN}/a::error::b.yaml"),
)


def review(_scratch: Path, dice: Random) -> None:
    """Propose broken files of one's own, others' files, links and odd names."""
    repository = _main().repository
    repository.git("reset", "--quiet", "main")
    files = sorted(repository.path(OWN).glob("*.yaml"))
    for path in dice.sample(files, k=dice.randint(0, 2)):
        raw = broken_file(path.read_bytes(), dice)
        name = dice.choice((path.name, f"nieuw-{dice.randrange(9)}.yaml"))
        repository.put("100644", f"{OWN}/{name}", raw)
    is_odd = dice.random() < HOW_OFTEN_ODD
    if is_odd:
        mode = dice.choice(("100644", "100644", "100755", "120000", "160000"))
        raw = dice.choice((b"/etc/passwd", b"titel: x\n", *NASTY))
        repository.put(mode, dice.choice(ELSEWHERE), raw)
    repository.commit_index("2026-11-20")
    with within(MOST_SECONDS):
        read_it = proposal(repository.folder, Names(), "main..HEAD", (TODAY, TODAY))
        found = Review(read_it, "cjg_voorbeeld", dice.choice(("", "Reden: weg")))
        told, plain = written(found, Markdown()), written(found, Plain())
    assert found.refusals or not is_odd
    assert all(line.isprintable() for line in plain.split("\n"))
    prose = re.sub(r"`[^`\n]+`", "", told)  # in code nothing is a link or a mention
    assert not re.search(r"<[a-z]|https?://|@\w", prose, re.IGNORECASE)
    for problem in found.mistakes:
        assert problem.message
        assert str(problem).isprintable()


HOW_OFTEN_ODD = 0.5


MOST_LINES = 40


def log(scratch: Path, dice: Random) -> None:
    """Count the visits in a broken log; what comes of it the check takes as it is."""
    folders = _region(scratch)
    lines = b"".join(dice.choice(LINES) for _ in range(MOST_LINES))
    raw = broken_file(lines, dice)
    path = scratch / "access.log"
    path.write_bytes(raw)
    if dice.random() < HOW_OFTEN_PACKED:
        packed = gzip.compress(raw)
        path.write_bytes(dice.choice((packed, broken_file(packed, dice))))
    visits = Log(until=TODAY)
    with within(), suppress(OSError):  # what it says of a file that is not whole
        visits.read(lines_of(path))
    months = visits.months()
    assert all(1 <= each.visits <= each.pages <= MOST_LINES for each in months.values())
    assert all(day <= TODAY for day in months)
    became = merged((), months, SOURCE).months
    folders.region.joinpath(VISITS_FILE).write_text(as_csv(became), "utf-8")
    assert _mistakes(load(folders, TODAY)) == []


LINES = tuple(
    (
        f'{who} - - [{day}:10:00:00 +0200] "{asked} HTTP/1.1" 200 512 "-"'
        f' "Mozilla/5.0 (X11; Linux) Firefox/140.0"\n'
    ).encode()
    for who in ("203.0.113.7", "203.0.113.8", "203.0.113.9", "2001:db8::1")
    for day in ("05/Oct/2026", "30/Nov/2026", "31/Feb/2026")
    for asked in ("GET /", "GET /themas/scheiding/?x=1", "HEAD /", "GET /robots.txt")
)

WAYS_IN: tuple[Attack, ...] = (region, spreadsheet, review, log)
