"""The edge to Pelican: one generator that writes every page of the catalogue."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings
from rjsmin import jsmin

from groepsaanbod import exports, forms, pages, urls, wording
from groepsaanbod.building import BuildError
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.drawing import Parts, without_marks
from groepsaanbod.filling.files import form_files, offer_files
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.loading import EXAMPLE_FILE, Folders, load
from groepsaanbod.pages import Page
from groepsaanbod.pages.beside import beside
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.page import Beside
from groepsaanbod.pages.professionals import (
    Tables,
    for_professionals,
    professional_files,
)
from groepsaanbod.pages.reports import report_pages
from groepsaanbod.pages.shown import Shown
from groepsaanbod.placing import NewSite
from groepsaanbod.problems import Problem, mistakes
from groepsaanbod.reports.reported import Reported
from groepsaanbod.reuse import Reuse
from groepsaanbod.scripts import joined
from groepsaanbod.search.files import search_files
from groepsaanbod.views import Link

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self';"
    " style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self';"
    " base-uri 'none'; form-action 'self';"
    " require-trusted-types-for 'script'; trusted-types groepsaanbod-zoeken"
)
"""Nothing from elsewhere, nothing inline; each page carries it.

The one Trusted Types policy may name the address of the search worker, and no other.
"""

SHEETS = (
    "vendor/nl-button/button.css",
    "vendor/nl-data-badge/data-badge.css",
    "vendor/nl-number-badge/number-badge.css",
    "vendor/nl-skip-link/skip-link.css",
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/components.css",
    "css/header.css",
    "css/tiles.css",
    "css/offers.css",
    "css/partners.css",
    "css/footer.css",
    "css/agenda.css",
    "css/questions.css",
    "css/search.css",
    "css/filters.css",
    "css/suggest.css",
    "css/saved.css",
    "css/listing.css",
    "css/home.css",
    "css/exit.css",
    "css/print.css",
)
"""The style sheets in the order of the cascade; pages ask for one file with all."""


class _KeptTemplates(BytecodeCache):
    """Keeps templates compiled, as Jinja wants it; the settings decide how."""

    def __init__(self, kept: Kept, settings: bytes) -> None:
        self._kept = kept
        self._settings = settings

    def _key(self, bucket: Bucket) -> bytes:
        return digest(self._settings, bucket.key, bucket.checksum)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja a template that was compiled from the same text."""
        code = self._kept.get("template", self._key(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._kept.put("template", self._key(bucket), bucket.bytecode_to_string())


class OfferGenerator(Generator):
    """Writes the pages of the catalogue, which is loaded once per build.

    Pelican reads the prose in ``content/``; it is written here too, so that every page
    knows the same things. A mistake in a file stops the build before a page is written.
    """

    catalogue: Catalogue
    warnings: tuple[Problem, ...]
    today: date
    shared: dict[str, object]
    """What each page knows."""
    parts: Parts
    kept: Kept

    def generate_context(self) -> None:
        """Take or load the catalogue; gather what each page knows."""
        given = self.settings["TODAY"]
        self.today = date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 - the day where the site is built
        given = self.settings.get("CATALOGUE")
        self.catalogue, self.warnings = (
            (given, self.settings["WARNINGS"]) if given else self._loaded()
        )
        self.kept = self.settings.get("KEPT") or Kept()
        self.env.bytecode_cache = _KeptTemplates(self.kept, self._settings_digest())
        self.parts = Parts()
        self.env.globals["once"] = self.parts.once
        site = self.catalogue.site
        self.shared = {
            "csp": CONTENT_SECURITY_POLICY,
            "site": site,
            "helplines": self.catalogue.helplines,
            "contact": reachable(site.contact),
            "today_words": wording.day_in_words(self.today),
            "noindex": site.is_example,
        }

    def _loaded(self) -> tuple[Catalogue, tuple[Problem, ...]]:
        """Load and check, for who starts Pelican without our own command."""
        places = (self.settings[name] for name in ("OFFERS", "REGION", "PATH"))
        folders = Folders(*map(Path, places))
        latest_day = max(self.today, date.today())  # noqa: DTZ011 - as above
        loaded = load(folders, self.today, latest_day)
        wrong = mistakes(list(loaded.problems))
        if loaded.catalogue is None or wrong:
            raise ValueError("\n".join(["", *map(str, wrong)]))
        return loaded.catalogue, loaded.problems

    def generate_output(self, _writer: object) -> None:
        """Write all pages, and all files beside them."""
        shown = Shown.on(self.today, self.catalogue)
        old = Path(self.settings.get("OLD_SITE", self.output_path))
        new = NewSite(Path(self.output_path))
        reuse = Reuse(self.kept, old, new, self._everywhere())
        tables = Tables(shown)
        in_sitemap = self._put_pages(shown, tables, new, reuse)
        offers = Path(self.settings["OFFERS"])
        for each in chain(
            beside(shown),
            offer_files(self.catalogue, offers),
            professional_files(tables),
        ):
            _put_beside(each, reuse)
        reuse.close()
        for path, text in search_files(shown, self.kept).items():
            new.write_text(path, text)
        for path, text in self._texts(in_sitemap):
            new.write_text(path, text)

    def _put_pages(
        self, shown: Shown, tables: Tables, new: NewSite, reuse: Reuse
    ) -> list[str]:
        """Put every page in the new site; give the paths for the sitemap.

        One page at a time: all of them at once would not fit a small machine. And
        what the reports know is forgotten when they are written.
        """
        example = Path(self.settings["OFFERS"], EXAMPLE_FILE).read_text("utf-8")
        reported = None
        if self.settings["RAPPORT_PUBLIEK"]:
            reported = Reported(self.catalogue, self.today, self.warnings, self.kept)
        in_sitemap = []
        for alike in (
            chain(pages.site_pages(shown, example, reported), self._prose()),
            for_professionals(tables),
        ):
            for page in alike:
                self._put_page(page, reuse)
                if page.in_sitemap:
                    in_sitemap.append(page.path)
            # The cards of all offers are large, and the next pages show other parts.
            self.parts.forget()
        for report in report_pages(reported) if reported else ():
            self._put_page(report.page, reuse)
            for each in report.files:
                _put_beside(each, reuse)
            reuse.forget()
        for path, text in form_files(self.catalogue, reported).items():
            new.write_text(path, text)
        return in_sitemap

    def _settings_digest(self) -> bytes:
        """Give what tells the settings from others: their files and what these read."""
        folder = Path(self.settings.get("SETTINGS_FOLDER", "."))
        return digest(
            *(path.read_bytes() for path in sorted(folder.glob("*.py"))),
            str(self.settings["PUBLISHED"]),
        )

    def _everywhere(self) -> tuple[object, ...]:
        """Give what all pages follow from, beside the code and what each is given."""
        templates = Path(self.theme, "templates")
        files = [path for path in sorted(templates.rglob("*")) if path.is_file()]
        return (
            self.today,
            self.shared,
            repr(self.catalogue.vocabulary),
            self._settings_digest(),
            [(str(path), path.read_bytes()) for path in files],
        )

    def _prose(self) -> list[Page]:
        return [
            Page(
                f"{prose.slug}/",
                prose.template,
                prose.title,
                getattr(prose, "description", prose.title),
                "",
                (pages.HOME_LINK, Link(prose.title, f"{prose.slug}/")),
                {"page": prose},
                has_quick_exit=getattr(prose, "veilig_weg", "nee") == "ja",
            )
            for prose in self.context["pages"]
        ]

    def _put_page(self, page: Page, reuse: Reuse) -> None:
        def made() -> Iterator[tuple[str, Iterator[bytes]]]:
            yield page.file, self._drawn(page)

        reuse.put(page.file, page.origin, made)

    def _drawn(self, page: Page) -> Iterator[bytes]:
        address = self.catalogue.site.address
        # Where a missing page is asked for is unknown, so only there links start at
        # the root of the host.
        base = urlsplit(address).path if self.settings["PUBLISHED"] else "/"
        root = base if page.template == "not_found" else urls.root_from(page.path)
        asked = page.asked or self.catalogue.site.contact
        is_found = page.template != "not_found"
        text = self.get_template(page.template).render(
            self.shared,
            asked=asked,
            ask_by_mail=urls.ask_url(
                asked.email, page.title, f"{address}{page.path if is_found else ''}"
            ),
            kind=page.template,
            root=root,
            path=page.path,
            title=page.title,
            description=page.description,
            section=page.section,
            crumbs=page.crumbs,
            canonical=f"{address}{page.path}" if page.in_sitemap else "",
            has_quick_exit=page.has_quick_exit,
            is_for_young=page.is_for_young,
            **page.given,
        )
        return self.parts.written(text, root)

    def _texts(self, paths: list[str]) -> Iterator[tuple[str, str]]:
        """Give the texts for machines, the style sheet and the schemas."""
        site = self.catalogue.site
        address = site.address
        yield (
            "sitemap.xml",
            exports.sitemap((f"{address}{path}" for path in sorted(paths)), self.today),
        )
        yield "robots.txt", exports.robots(f"{address}sitemap.xml")
        yield "opensearch.xml", exports.opensearch(site.name, address, urls.OFFERS)
        yield "_headers", exports.headers(CONTENT_SECURITY_POLICY)
        yield (
            ".well-known/security.txt",
            exports.security(site.coordinator.email, address, self.today),
        )
        static = Path(self.settings["THEME"], "static")
        sheets = (static.joinpath(sheet).read_text("utf-8") for sheet in SHEETS)
        yield "theme/css/site.css", "\n".join(sheets)
        for name, text in self._schemas().items():
            yield f"data/{name}", text

    def _schemas(self) -> dict[str, str]:
        """Give the schemas for editors, which take long to make, made once."""
        vocabulary = self.catalogue.vocabulary
        key = digest(repr(vocabulary))
        found: dict[str, str] | None = self.kept.get("schema", key)
        if found is None:
            found = dict(forms.schema_texts(vocabulary))
            self.kept.put("schema", key, found)
        return found


def _put_beside(files: Beside, reuse: Reuse) -> None:
    reuse.put(files.name, files.follows_from, partial(_encoded, files.made))


def _encoded(
    made: Callable[[], Iterable[tuple[str, str]]],
) -> Iterator[tuple[str, tuple[bytes]]]:
    return ((path, (text.encode(),)) for path, text in made())


def _markup(html: str) -> Markup:
    return Markup(without_marks(html))  # noqa: S704 - the region's own prose from content/, not partners'


def offer_generator(_pelican: object) -> type[Generator]:
    """Give Pelican the generator."""
    return OfferGenerator


def add_filters(pelican: Any) -> None:  # noqa: ANN401 - Pelican ships no types
    """Give the templates their two filters."""
    pelican.settings["JINJA_FILTERS"] |= {"tel": urls.tel_url, "markup": _markup}


def shorten_scripts(pelican: Any) -> None:  # noqa: ANN401 - Pelican ships no types
    """Send JavaScript in few files, without its comments and indents."""
    theme = Path(pelican.output_path, "theme")
    modules = {
        path.relative_to(theme).as_posix(): path.read_text("utf-8")
        for path in theme.rglob("*.js")
    }
    files = joined(modules)
    for name in modules.keys() - files:
        theme.joinpath(name).unlink()
    for name, text in files.items():
        theme.joinpath(name).write_text(jsmin(text), encoding="utf-8")


def register() -> None:
    """Connect to Pelican; it calls this when it loads the plugin."""
    signals.initialized.connect(add_filters)
    signals.get_generators.connect(offer_generator)
    signals.finalized.connect(shorten_scripts)


class _Complaints(logging.Handler):
    """Collects what Pelican only logs, such as a plugin that does not load."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Collect one complaint."""
        self.said.append(self.format(record))


def setting(settings_file: Path, name: str, content: Path) -> object:
    """Give what the settings say; KeyError when they do not say it.

    Pelican reads no settings without a folder for its content.
    """
    return _settings(settings_file, PATH=str(content.resolve()))[name]


def _settings(settings_file: Path, **given: object) -> dict[str, Any]:
    beside = str(settings_file.resolve().parent)
    if beside not in sys.path:
        sys.path.insert(0, beside)  # one settings file imports another
    settings: dict[str, Any] = read_settings(str(settings_file), override=dict(given))
    settings["SETTINGS_FOLDER"] = beside
    return settings


def run(settings_file: Path, **given: object) -> None:
    """Let Pelican build a site in this process, with these settings too.

    Raises BuildError with what Pelican complains of, and whatever else goes wrong.
    """
    complaints = _Complaints()
    logging.getLogger().addHandler(complaints)
    console.quiet = True
    try:
        Pelican(_settings(settings_file, **given)).run()
    finally:
        logging.getLogger().removeHandler(complaints)
    if complaints.said:
        said = "\n".join(f"- {each}" for each in complaints.said)
        raise BuildError(f"Pelican, dat de site schrijft, meldt:\n{said}")
