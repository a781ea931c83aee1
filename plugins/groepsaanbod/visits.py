"""A web server's log to visits per month; no address of anybody is kept or shown."""

import csv
import gzip
import io
import re
import secrets
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from groepsaanbod import wording
from groepsaanbod.fields import UNKNOWN
from groepsaanbod.loading.visits import COLUMNS, SEPARATOR
from groepsaanbod.planning import Certainty, MonthOfVisits

LONGEST_LINE = 8192
"""In bytes; a longer line of a log is no visit."""

SOURCE = "logbestand van de webserver"
SOURCE_WITH_BOTS = f"{SOURCE}, met bezoek van robots"

_COMMON = re.compile(
    r"(?P<who>\S{1,256}) \S{1,256} [^\[\]]{1,256}"
    r" \[(?P<day>[0-9]{2})/(?P<month>[A-Z][a-z]{2})/(?P<year>20[0-9]{2}):[^\]]{1,32}\]"
    r' "(?P<method>[A-Z]{1,16}) (?P<path>[^" ]+) HTTP/[0-9.]{1,4}"'
    r" (?P<status>[0-9]{3}) (?:[0-9]+|-)"
    r'(?: "(?:[^"\\]|\\.)*" "(?P<browser>(?:[^"\\]|\\.)*)".*)?'
)
"""The common log format, and the combined one with a referrer and a browser."""

_OURS = re.compile(
    r"(?P<who>\S{1,256})"
    r" \[(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})T[^\]]{1,32}\]"
    r' (?P<method>[A-Z]{1,16}) "(?P<path>[^" ]+)"'
    r" (?P<status>[0-9]{3}) (?:[0-9]+|-)"
)
"""The format that docs/hosting.md gives nginx: half an address and no browser."""

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_BOT = re.compile(
    r"bot|crawl|spider|slurp|archive|scan|monitor|preview|fetch|feed|check|probe"
    r"|curl|wget|python|perl|ruby|java/|go-http|okhttp|http-?client|libwww|axios"
    r"|headless|lighthouse|phantom|puppeteer|playwright|facebookexternalhit|whatsapp",
    re.IGNORECASE,
)
_SHOWN = {"200", "304"}
_NOT_FOR_PARENTS = ("/rapport/",)
_ROBOTS = "/robots.txt"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Visited:
    """A month of a log."""

    visits: int
    """Visitors per day, added up: who comes back the same day is one visit."""
    pages: int


@dataclass
class Log:
    """What the lines of some logs come to.

    Who visits is known by a number that a key in memory makes of address, browser and
    day. The key dies with this value, and so do the numbers.
    """

    until: date
    """The last day that can be in a log; later ones are nonsense."""
    unreadable: int = 0
    knows_browsers: bool = True
    """Whether each line says which browser; without it robots cannot be told apart."""
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _pages: dict[tuple[int, int], Counter[int]] = field(
        default_factory=dict, repr=False
    )
    """For each year and month: how many pages each visitor of a day looked at."""
    _robots: set[int] = field(default_factory=set, repr=False)

    def read(self, lines: Iterable[bytes]) -> None:
        """Take in the lines of one log; what is no line of a log is counted."""
        for raw in lines:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            found = _COMMON.fullmatch(line) or _OURS.fullmatch(line)
            day = _day(found) if found else None
            if found and day and day <= self.until:
                self._take(found, day)
            else:
                self.unreadable += 1

    def _take(self, found: re.Match[str], day: date) -> None:
        browser = found.groupdict().get("browser")
        if browser is None:
            self.knows_browsers = False
        elif browser in {"", "-"} or _BOT.search(browser):
            return
        path = found["path"].partition("?")[0]
        if path == _ROBOTS:
            self._robots.add(self._visitor(found["who"], browser, day))
        elif _is_page(path) and found["method"] == "GET" and found["status"] in _SHOWN:
            pages = self._pages.setdefault((day.year, day.month), Counter())
            pages[self._visitor(found["who"], browser, day)] += 1

    def _visitor(self, address: str, browser: str | None, day: date) -> int:
        """Give a number for who this is today, of which nobody can find the address."""
        who = f"{day}\0{address}\0{browser}".encode()
        return int.from_bytes(blake2b(who, digest_size=8, key=self._key).digest())

    def months(self) -> dict[date, Visited]:
        """Give the visits of each month, without who asked what robots may see."""
        found = {}
        for (year, month), pages in sorted(self._pages.items()):
            people = [count for who, count in pages.items() if who not in self._robots]
            if people:
                found[date(year, month, 1)] = Visited(len(people), sum(people))
        return found


def _day(found: re.Match[str]) -> date | None:
    with suppress(ValueError):
        return date(int(found["year"]), _month(found["month"]), int(found["day"]))
    return None


def _month(written: str) -> int:
    """Give the number of ``Oct`` or ``10``; 0 for what is no month."""
    if written.isdigit():
        return int(written)
    place, is_between = divmod(_MONTHS.find(written), 3)
    return 0 if is_between else place + 1


def _is_page(path: str) -> bool:
    """Tell whether it is a page for parents, no picture, script or search file."""
    return path.endswith(("/", ".html")) and not any(
        part in path for part in _NOT_FOR_PARENTS
    )


def lines_of(path: Path) -> Iterator[bytes]:
    """Give the lines of a log, packed or not; OSError when it cannot be read.

    What is too long to be a line of a log comes as an empty line.
    """
    with path.open("rb") as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
        file.seek(0)
        if not is_packed:
            yield from _bounded(file)
            return
        with gzip.open(file) as unpacked:
            try:
                yield from _bounded(unpacked)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise OSError("no whole packed file") from error


def _bounded(file: BinaryIO | gzip.GzipFile) -> Iterator[bytes]:
    is_rest = False
    while line := file.readline(LONGEST_LINE):
        is_whole = line.endswith(b"\n") or len(line) < LONGEST_LINE
        if is_whole:
            yield b"" if is_rest else line
        is_rest = not is_whole


@dataclass(frozen=True)
class Merged:
    """The months as they should stand in the file, and what to say of them."""

    months: tuple[MonthOfVisits, ...]
    remarks: tuple[str, ...]


def merged(
    before: Sequence[MonthOfVisits], counted: dict[date, Visited], source: str
) -> Merged:
    """Put counted months among those that were there; each stays there once.

    An example gives way. A higher number stays, because then the log lacks a part of
    the month; so does what was counted in another way.
    """
    months = {each.month: each for each in before}
    remarks = []
    for month, visited in counted.items():
        old = months.get(month)
        name = wording.capitalised(wording.month(month))
        if old is None or old.certainty is Certainty.EXAMPLE or _is_more(visited, old):
            months[month] = MonthOfVisits.model_construct(
                month=month,
                visits=visited.visits,
                pages=visited.pages,
                certainty=Certainty.COUNTED,
                source=source,
            )
            remarks.append(
                f"{name}: {wording.counted(visited.visits, 'bezoek', 'bezoeken')},"
                f" {wording.counted(visited.pages, 'pagina', 'pagina’s')}."
            )
        elif _is_ours(old):
            remarks.append(f"{name}: er stond al {old.visits}; dat blijft staan.")
        else:
            remarks.append(
                f"{name}: er staat al een getal uit een andere bron ({old.source});"
                " dat blijft staan."
            )
    in_order = sorted(months.values(), key=lambda each: each.month)
    return Merged(tuple(in_order), tuple(remarks))


def _is_ours(old: MonthOfVisits) -> bool:
    return old.source in {SOURCE, SOURCE_WITH_BOTS}


def _is_more(visited: Visited, old: MonthOfVisits) -> bool:
    return _is_ours(old) and visited.visits > old.visits


def as_csv(months: Iterable[MonthOfVisits]) -> str:
    """Give the months as ``region/bezoek.csv`` writes them."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=SEPARATOR, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in months:
        pages = UNKNOWN if each.pages is None else each.pages
        month = f"{each.month:%Y-%m}"
        writer.writerow([month, each.visits, pages, each.certainty, each.source])
    return file.getvalue()
