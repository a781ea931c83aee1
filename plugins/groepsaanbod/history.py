"""The region's files as they were at an earlier commit or day, from git.

No file of that time is trusted: only plain files with plain names, within the bounds of
``loading``, go to a folder that is removed at once. What today's model cannot read is
left out and named. Questions are left out too: no report compares them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from groepsaanbod import git
from groepsaanbod.analysis.changes import FindOverlaps, compare
from groepsaanbod.analysis.months import months_later
from groepsaanbod.analysis.snapshots import Snapshot
from groepsaanbod.changed import Changes, Period, Span
from groepsaanbod.loading import Folders
from groepsaanbod.loading.leniently import Reading, RegionError, counts, printable
from groepsaanbod.source import MAX_BYTES
from groepsaanbod.wording import short_day

MONTHS = {Span.QUARTER: 3, Span.YEAR: 12}
"""How long the stretches are of which the site tells."""

_NAME = re.compile(r"[a-z0-9_][a-z0-9._-]{0,99}")
_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/@^~+-]{0,199}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DEEPEST_OFFER = 3
"""``aanbieder/nieuws/bericht.yaml``"""


class HistoryError(Exception):
    """A Dutch sentence that says why the past cannot be read, and what to do."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, and the day that its committer wrote on it."""

    name: str
    day: date


class History:
    """What git knows of a region's folders."""

    def __init__(self, folders: Folders) -> None:
        """Find the repository in which the folders stand; HistoryError without one."""
        self._folders = folders
        self._top = repository_of(folders.offers)
        self._offers = self._within(folders.offers)
        self._region = self._within(folders.region)

    def _within(self, folder: Path) -> str:
        try:
            return folder.resolve().relative_to(self._top.resolve()).as_posix()
        except ValueError:
            raise HistoryError(
                f"de map {folder} staat niet in hetzelfde git-project als het aanbod"
            ) from None

    def moment(self, named: str) -> Snapshot:
        """Give the catalogue of a day, a tag or a commit; HistoryError for others.

        Of a day it is the last commit up to that day's end, on the branch itself.
        """
        if _DAY.fullmatch(named):
            day = _day(named)
            return self.snapshot(self.at(day), day)
        return self.snapshot(self.commit(named))

    def commit(self, named: str) -> Commit:
        """Give the commit of a tag or another name; HistoryError when there is none."""
        return commit_of(self._top, named)

    def at(self, day: date) -> Commit:
        """Give the last commit up to a day's end, on the branch itself."""
        found = None
        for each in self.commits:
            if each.day > day:
                break
            found = each
        if found is None:
            first = short_day(self.commits[0].day)
            raise HistoryError(
                f"op {short_day(day)} was er nog geen aanbod;"
                f" de geschiedenis begint op {first}"
            )
        return found

    @cached_property
    def commits(self) -> list[Commit]:
        """Give the branch's own commits since there are offers, the oldest first.

        A proposal counts from the day on which it was merged.
        """
        try:
            if _is_shallow(self._top):
                raise HistoryError(_SHALLOW)
            found = _commits(self._top, "--first-parent", "--reverse", "HEAD")
            with_offers = _commits(
                *(self._top, "--first-parent", "--reverse", "HEAD", "--"),
                f":(top,literal){self._offers}",
            )
        except git.NoAnswerError:
            raise HistoryError(_NO_COMMIT) from None
        if not with_offers:
            raise HistoryError(f"in de geschiedenis staat geen map {self._offers}")
        return found[found.index(with_offers[0]) :]

    def snapshot(self, commit: Commit, day: date | None = None) -> Snapshot:
        """Give the catalogue of a commit, on a day or else on its own day."""
        with TemporaryDirectory(prefix="groepsaanbod-") as temporary:
            folders = Folders(Path(temporary, "offers"), Path(temporary, "region"))
            reading = Reading(folders, self._folders, (self._offers, self._region))
            for folder, target, deepest in (
                (self._offers, folders.offers, DEEPEST_OFFER),
                (self._region, folders.region, 1),
            ):
                for entry, why in bring(self._top, commit, folder, target, deepest):
                    reading.refuse(entry.path, why)
            return _read(reading, day or commit.day, commit.name)


def repository_of(folder: Path) -> Path:
    """Give the top of the repository that a folder stands in; HistoryError if none."""
    try:
        return Path(git.ask(folder, "rev-parse", "--show-toplevel"))
    except OSError:
        raise HistoryError(_NO_GIT) from None
    except git.NoAnswerError as error:
        is_foreign = "dubious ownership" in str(error)
        raise HistoryError(_FOREIGN if is_foreign else _NO_REPOSITORY) from None


def commit_of(top: Path, named: str) -> Commit:
    """Give the commit that has a name; HistoryError when there is none."""
    unknown = f"'{printable(named)}' kennen we niet; noem een dag, tag of commit"
    if not _REVISION.fullmatch(named):
        raise HistoryError(unknown)
    try:
        words = ("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
        return _commits(top, "--max-count=1", git.ask(top, *words))[0]
    except git.NoAnswerError:
        more = f" ({_SHALLOW})" if _is_shallow(top) else ""
        raise HistoryError(f"{unknown}{more}") from None


def _commits(top: Path, *words: str) -> list[Commit]:
    asked = git.ask(top, "rev-list", "--format=%H %cs", *words)
    parts = (line.split() for line in asked.splitlines())
    return [
        Commit(name, _day_of_commit(name, day))
        for name, day in parts
        if name != "commit"  # the line that git puts above each
    ]


def _day_of_commit(name: str, written: str) -> date:
    """Give the day that a committer wrote, which can be any; HistoryError if none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise HistoryError(
            f"commit {name[:8]} heeft een dag die niet kan: {written}"
        ) from None


def _is_shallow(top: Path) -> bool:
    return git.ask(top, "rev-parse", "--is-shallow-repository") == "true"


def bring(
    top: Path, commit: Commit, folder: str, target: Path, deepest: int
) -> Iterator[tuple[git.Entry, str]]:
    """Write what stood in a folder to the target; give what may not be, and why.

    Nothing goes deeper into the target than ``deepest`` names.
    """
    target.mkdir()
    wanted = []
    try:
        for each in git.entries(top, commit.name, folder):
            within = each.path.removeprefix(f"{folder}/")
            if not counts(within):
                continue
            if why := _refused(each, within, deepest):
                yield each, why
            else:
                wanted.append((each, target / within))
        contents = git.contents(top, [each for each, _ in wanted])
    except git.NoAnswerError:
        raise HistoryError(
            f"de bestanden van commit {commit.name[:8]} zijn te groot of kapot"
        ) from None
    for each, path in wanted:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(contents[each.name])
        except OSError:
            yield each, "deze naam staat er twee keer"


def _refused(entry: git.Entry, within: str, deepest: int) -> str:
    """Say why a file may not be written anywhere; empty if it may."""
    parts = within.split("/")
    if not entry.is_plain:
        return "dit is geen gewoon bestand"
    if len(parts) > deepest or not all(map(_NAME.fullmatch, parts)):
        return "deze naam kan niet"
    if entry.size > MAX_BYTES:
        return f"dit bestand is groter dan {MAX_BYTES // 1000} kB"
    return ""


def of_now(folders: Folders, today: date) -> Snapshot:
    """Give the files as they stand in the folders, read as leniently as old ones."""
    return _read(Reading(folders, folders), today)


def _read(reading: Reading, day: date, commit: str = "") -> Snapshot:
    try:
        return reading.snapshot(day, commit)
    except RegionError:
        raise HistoryError(_BROKEN_REGION) from None


def until_now(
    folders: Folders, today: date, find_overlaps: FindOverlaps | None = None
) -> Changes:
    """Give what changed in the last quarter and year, up to the folders of today.

    Where there is less history, it is told from its first commit on.
    """
    history = History(folders)
    history.at(today)  # a day before the first offer has no history at all
    now = of_now(folders, today)
    periods = tuple(_period(history, now, span, find_overlaps) for span in MONTHS)
    return Changes(made_on=today, periods=periods)


def _period(
    history: History, now: Snapshot, span: Span, find_overlaps: FindOverlaps | None
) -> Period:
    since = months_later(now.day, -MONTHS[span])
    first = history.commits[0]
    commit = first if first.day > since else history.at(since)
    then = history.snapshot(commit, max(since, first.day))
    return compare(then, now, find_overlaps, span=span, asked_since=since)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise HistoryError(
            f"{written} is geen dag; schrijf jaar-maand-dag, zoals 2027-02-01"
        ) from None


_BROKEN_REGION = "de bestanden van de regio kloppen niet; doe eerst make check"
_NO_GIT = "git staat niet op deze computer; zonder git is er geen geschiedenis"
_NO_REPOSITORY = (
    "hier is geen git, dus geen geschiedenis; haal het project op met git clone"
)
_FOREIGN = "git leest deze map niet, omdat zij van iemand anders is"
_NO_COMMIT = "git kent hier nog geen commit, dus geen geschiedenis"
_SHALLOW = (
    "hier staat maar een deel van de geschiedenis; haal alles op met"
    " git fetch --unshallow, of met fetch-depth: 0 in de workflow"
)
