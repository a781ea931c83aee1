"""Build beside the old site, then swap; rebuild on changes; serve."""

import ctypes
import fcntl
import os
import shutil
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path

from watchfiles import DefaultFilter, watch

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.keeping import Kept
from groepsaanbod.loading import Folders, without_collecting
from groepsaanbod.problems import Problem


@dataclass(frozen=True)
class Plan:
    """What to build from, and where to; ``today`` is a day as text, or empty."""

    folders: Folders
    content: Path
    output: Path
    settings: Path
    today: str = ""
    with_report: bool | None = None
    """Whether the coordinator's report stands on it; None is as the settings say."""
    warnings: tuple[Problem, ...] = ()
    """What the check warned of, for the report."""

    @property
    def beside(self) -> Path:
        """Give where the new site grows until it is whole."""
        return self.output.with_name(f".{self.output.name}.nieuw")

    @property
    def old(self) -> Path:
        """Give where the old site waits while the new one takes its place."""
        return self.output.with_name(f".{self.output.name}.oud")


REPORT = "RAPPORT_PUBLIEK"
"""The setting that says whether the coordinator's report stands on the site."""


def shows_report(plan: Plan) -> bool:
    """Tell whether the site that is built by this plan shows the report."""
    if plan.with_report is not None:
        return plan.with_report
    plugin = import_module("groepsaanbod.plugin")
    return bool(plugin.setting(plan.settings, REPORT, plan.content))


def with_report_apart(plan: Plan) -> Plan:
    """Give the plan of the same site with the report, in a folder of its own."""
    name = f"{plan.output.name}-rapport"
    return replace(plan, output=plan.output.with_name(name), with_report=True)


class BuildError(Exception):
    """The site could not be built; the message says why."""


Look = Callable[[Path, Path], None]
"""Looks at the new site beside the old one; raises ``BuildError`` to keep the old."""


def build(
    plan: Plan,
    look: Look | None = None,
    catalogue: Catalogue | None = None,
    kept: Kept | None = None,
) -> None:
    """Build the whole site and put it in place of the old one.

    A ``catalogue`` that was loaded and found right need not be loaded again; what is
    ``kept`` of the old site saves drawing pages that stay the same.
    Raises ``BuildError`` when it fails or when ``look`` refuses; the old site then is
    as it was, also when the disk is full or the build is killed.
    """
    with _alone(plan.output.parent):
        _recover(plan)
        _remove(plan.beside)
        try:
            _run_pelican(plan, catalogue, kept)
            if look is not None:
                look(plan.beside, plan.output)
            _swap(plan)
        except OSError as error:
            raise BuildError(f"we kunnen niet in de map schrijven: {error}") from error
        finally:
            _remove(plan.beside)
    if kept is not None:
        kept.close()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build writes in this folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _run_pelican(plan: Plan, catalogue: Catalogue | None, kept: Kept | None) -> None:
    # Pelican takes as long to import as all the rest, and only a build needs it.
    plugin = import_module("groepsaanbod.plugin")
    given = {} if plan.with_report is None else {REPORT: plan.with_report}
    try:
        with without_collecting():
            plugin.run(
                plan.settings,
                PATH=str(plan.content.resolve()),
                OUTPUT_PATH=str(plan.beside.resolve()),
                OFFERS=str(plan.folders.offers),
                REGION=str(plan.folders.region),
                TODAY=plan.today or None,
                OLD_SITE=str(plan.output),
                CATALOGUE=catalogue,
                WARNINGS=plan.warnings,
                KEPT=kept,
                **given,
            )
    except BuildError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        said = "".join(traceback.format_exception(error)).strip()
        raise BuildError(said) from error


def _remove(folder: Path) -> None:
    """Remove a folder as far as the disk allows; the next build tries again."""
    shutil.rmtree(folder, ignore_errors=True)


def _recover(plan: Plan) -> None:
    """Put the old site back if an earlier build stopped between two renames."""
    if plan.old.exists() and not plan.output.exists():
        plan.old.rename(plan.output)
    _remove(plan.old)


def _swap(plan: Plan) -> None:
    """Put the new site in place of the old: at once, where the system can."""
    if not plan.output.exists():
        plan.beside.rename(plan.output)
    elif not _exchange(plan.beside, plan.output):
        plan.output.rename(plan.old)
        try:
            plan.beside.rename(plan.output)
        except OSError:
            plan.old.rename(plan.output)
            raise
        _remove(plan.old)


_HERE, _EXCHANGE = -100, 2
"""``AT_FDCWD`` and ``RENAME_EXCHANGE`` of Linux's renameat2(2)."""


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; tell whether the system could."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    done: int = rename(_HERE, names[0], _HERE, names[1], _EXCHANGE)
    return done == 0


class _SourceFilter(DefaultFilter):
    """Leaves out what editors and Python write beside the sources."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"\.lock$")


def changes(plan: Plan, sources: Iterable[Path]) -> Iterator[None]:
    """Wait for changes in the folders a site is built from; give None at each."""
    region = (plan.folders.offers, plan.folders.region, plan.content, plan.settings)
    watched = [path for path in (*region, *sources) if path.exists()]
    for _ in watch(*watched, watch_filter=_SourceFilter()):
        yield None


class _Handler(SimpleHTTPRequestHandler):
    """Serves the built site, with its own page for what is not there."""

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Show the site's own 404 page."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        """Answer until the browser hangs up, as it does when somebody goes on."""
        with suppress(ConnectionError):
            super().handle()

    def end_headers(self) -> None:
        """Let browsers ask again each time: the site changes while one works on it."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing of requests: the terminal is for mistakes in files."""


def server(output: Path, port: int) -> ThreadingHTTPServer:
    """Give a server on this machine alone; raises OSError when the port is taken."""
    handler = partial(_Handler, directory=str(output))
    return ThreadingHTTPServer(("127.0.0.1", port), handler)
