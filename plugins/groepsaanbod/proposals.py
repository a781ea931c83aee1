"""A proposal from git: which paths it changes, and the region before and after it.

Only git's objects count: nothing of the proposal is checked out, and none of its code
is run. Its files go to a folder that is removed at once, within the bounds of
``history``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from groepsaanbod import git
from groepsaanbod.analysis.snapshots import Snapshot
from groepsaanbod.history import (
    DEEPEST_OFFER,
    Commit,
    HistoryError,
    bring,
    commit_of,
    repository_of,
)
from groepsaanbod.loading import Folders, load
from groepsaanbod.loading.leniently import Reading, RegionError
from groepsaanbod.loading.planning import OWNERS_FILE
from groepsaanbod.owners import OwnersFile
from groepsaanbod.ownership import Names, parts_below
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.source import MAX_BYTES, read_if_any

_DEEPEST_QUESTION = 2
"""``vragen/snel-boos.md``"""


@dataclass(frozen=True)
class Proposal:
    """What somebody proposes, beside the branch where it should go to."""

    base: Commit
    head: Commit
    changes: tuple[git.Change, ...]
    before: Snapshot
    """Without the proposal, on the same day as ``after``: so time changes nothing."""
    after: Snapshot
    problems: tuple[Problem, ...]
    """What the check says of all files as proposed; paths are those in the project."""
    owners: OwnersFile
    """Of the branch, never of the proposal."""
    folders: frozenset[str]
    """The partners that the branch has already."""


def proposal(
    repository: Path, names: Names, asked: str, days: tuple[date, date]
) -> Proposal:
    """Read ``BASE..HEAD``; HistoryError when git does not know them.

    ``days`` are the one that counts as today, and the last that somebody can know.
    """
    top = repository_of(repository)
    named, _, after = asked.partition("..")
    base, head = commit_of(top, named), commit_of(top, after or "HEAD")
    try:
        begun = commit_of(top, git.ask(top, "merge-base", base.name, head.name))
        changes = git.changes(top, begun.name, head.name)
        there = git.entries(top, base.name, names.offers)
    except git.NoAnswerError:
        raise HistoryError(
            f"{named} en {after or 'HEAD'} hebben geen gezamenlijk begin,"
            " of het verschil is te groot"
        ) from None
    stand = [parts_below(names.offers, each.path) or () for each in there]
    folders = {parts[0] for parts in stand if len(parts) > 1}
    with TemporaryDirectory(prefix="groepsaanbod-") as temporary:
        old = _Brought(top, begun, names, Path(temporary, "before"))
        new = _Brought(top, head, names, Path(temporary, "after"))
        changed = {each.path for each in changes}
        problems = tuple(new.problems(changed, days))
        return Proposal(
            base=base,
            head=head,
            changes=tuple(changes),
            before=old.snapshot(new, days[0]),
            after=new.snapshot(old, days[0]),
            problems=problems,
            owners=_owners(top, base, names),
            folders=frozenset(folders),
        )


class _Brought:
    """The region's folders of one commit, for as long as its folder is there."""

    def __init__(self, top: Path, commit: Commit, names: Names, target: Path) -> None:
        """Write its files to a new folder."""
        target.mkdir()
        self._commit = commit
        self._names = names
        self.folders = Folders(target / "offers", target / "region", target / "content")
        self._refused = [
            (entry.path, why)
            for folder, within, deepest in (
                (names.offers, self.folders.offers, DEEPEST_OFFER),
                (names.region, self.folders.region, 1),
                (names.content, target / "content", _DEEPEST_QUESTION),
            )
            for entry, why in bring(top, commit, folder, within, deepest)
        ]

    def problems(self, changed: set[str], days: tuple[date, date]) -> Iterator[Problem]:
        """Give what the check says, also of the changed files that it cannot read."""
        for path, why in self._refused:
            if path in changed:
                yield Problem(path, 1, 1, "", why)
        for each in load(self.folders, *days).problems:
            yield replace(each, path=self._shown(Path(each.path)))

    def _shown(self, path: Path) -> str:
        for folder, name in (
            (self.folders.offers, self._names.offers),
            (self.folders.region, self._names.region),
        ):
            if path.is_relative_to(folder):
                return f"{name}/{path.relative_to(folder).as_posix()}"
        content = self.folders.offers.with_name("content")
        return f"{self._names.content}/{path.relative_to(content).as_posix()}"

    def snapshot(self, other: "_Brought", day: date) -> Snapshot:
        """Give what can be read; of a file it cannot miss, the other's copy counts."""
        names = (self._names.offers, self._names.region)
        reading = Reading(self.folders, other.folders, names)
        for path, why in self._refused:
            reading.refuse(path, why)
        try:
            return reading.snapshot(day, self._commit.name)
        except RegionError:
            raise HistoryError(_NO_REGION) from None


def _owners(top: Path, base: Commit, names: Names) -> OwnersFile:
    """Give who may do what, as the branch itself says; a broken file allows nothing."""
    path = f"{names.region}/{OWNERS_FILE}"
    nobody = OwnersFile.model_validate({})
    found = [
        each
        for each in git.entries(top, base.name, names.region)
        if each.path == path and each.is_plain and each.size <= MAX_BYTES
    ]
    if not found:
        return nobody
    document, _ = read_if_any(path, git.contents(top, found)[found[0].name])
    if document is None:
        return nobody
    record, _ = read_record(document, OwnersFile)
    return record or nobody


_NO_REGION = (
    "de bestanden van de regio kloppen niet, ook niet zonder dit voorstel;"
    " doe eerst make check"
)
