"""Folders of another time to a snapshot: what today's model refuses is left out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from groepsaanbod.analysis.snapshots import Snapshot
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.changed import Unread
from groepsaanbod.loading import Folders, load
from groepsaanbod.loading.files import read_bytes
from groepsaanbod.loading.partners import PARTNER_FILE
from groepsaanbod.loading.planning import PlanningRead
from groepsaanbod.problems import Problem, mistakes

SUFFIX = ".yaml"

_LONGEST_TO_SHOW = 300


class RegionError(Exception):
    """The region's files of today have mistakes, so nothing can be read with them."""


class Reading:
    """Reads folders of another time; keeps what could not be read, and why."""

    def __init__(
        self, folders: Folders, now: Folders, called: tuple[str, str] | None = None
    ) -> None:
        """Read these; ``called`` is how offers and region are named in messages."""
        self._folders = folders
        self._now = now
        self._called = called or (str(folders.offers), str(folders.region))
        self._refused: dict[str, str] = {}

    def refuse(self, path: str, why: str) -> None:
        """Remember what cannot be read."""
        self._refused.setdefault(printable(path), printable(why))

    def snapshot(self, day: date, commit: str = "") -> Snapshot:
        """Give what can be read, on a day."""
        loaded = load(self._folders, day)
        if loaded.catalogue is None:
            self._take_from_now(loaded.problems)
            loaded = load(self._folders, day)
        if loaded.catalogue is None:
            raise RegionError
        self._refuse_planning(loaded.catalogue)
        wrong = {each.path: each for each in reversed(mistakes(list(loaded.problems)))}
        self._refuse_partners(loaded.catalogue, wrong)
        return Snapshot(
            catalogue=loaded.catalogue,
            day=day,
            commit=commit,
            unread=tuple(
                Unread(path=path, why=why)
                for path, why in sorted(self._refused.items())
            ),
            unread_offers=frozenset(self._unread_offers()),
        )

    def _take_from_now(self, problems: tuple[Problem, ...]) -> None:
        """Put today's copy of a file in the place of one that the region cannot miss.

        Without words nothing can be read. One that was not there yet is not missed.
        """
        if self._folders == self._now:
            return
        for problem in problems:
            path = Path(problem.path)
            if path.exists():
                self._refuse_problem(problem)
            raw, _ = read_bytes(self._now.region / path.name)
            if raw is not None:
                path.unlink(missing_ok=True)
                path.write_bytes(raw)

    def _refuse_problem(self, problem: Problem) -> None:
        self.refuse(self._shown(Path(problem.path)), problem.message)

    def _shown(self, path: Path) -> str:
        for folder, called in zip(
            (self._folders.offers, self._folders.region), self._called, strict=True
        ):
            if path.is_relative_to(folder):
                return f"{called}/{path.relative_to(folder).as_posix()}"
        return path.name

    def _refuse_planning(self, catalogue: Catalogue) -> None:
        planning = PlanningRead(self._folders.region, catalogue)
        for problem in mistakes(planning.problems):
            if Path(problem.path).name not in planning.documents:
                self._refuse_problem(problem)

    def _refuse_partners(self, catalogue: Catalogue, wrong: dict[str, Problem]) -> None:
        """Refuse the partners and offers that stand there and were not read."""
        read = {each.identity for each in catalogue.offers}
        partners = {each.slug for each in catalogue.partners}
        for path in sorted(self._folders.offers.glob(f"*/*{SUFFIX}")):
            partner = path.parent.name
            if path.name == PARTNER_FILE:
                is_read = partner in partners
            else:
                is_read = f"{partner}/{path.stem}" in read
            if not is_read and counts(f"{partner}/{path.name}"):
                found = wrong.get(str(path))
                why = found.message if found else f"{PARTNER_FILE} kunnen we niet lezen"
                self.refuse(self._shown(path), why)

    def _unread_offers(self) -> Iterator[str]:
        for path in self._refused:
            within = path.removeprefix(f"{self._called[0]}/")
            if within != path and within.count("/") == 1 and within.endswith(SUFFIX):
                yield within.removesuffix(SUFFIX)


def counts(within: str) -> bool:
    """Tell whether a file would be read if it were right, or is no file at all."""
    return not any(part.startswith((".", "_")) for part in within.split("/"))


def printable(text: str) -> str:
    """Keep names and messages from moving a terminal's cursor, and short."""
    shown = "".join(each if each.isprintable() else "?" for each in text)
    short = shown[:_LONGEST_TO_SHOW]
    return short.encode("utf-8", "backslashreplace").decode("utf-8")
