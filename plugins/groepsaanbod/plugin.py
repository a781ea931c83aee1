"""The edge to Pelican: one generator that writes every page of the catalogue."""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
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
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.drawing import Parts, without_marks
from groepsaanbod.filling.files import OFFERS_FOLDER, form_files
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.loading import EXAMPLE_FILE, Folders, load
from groepsaanbod.pages import Page
from groepsaanbod.pages.beside import files
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.reports import report_pages
from groepsaanbod.pages.shown import Shown
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
    "css/search.css",
    "css/filters.css",
    "css/suggest.css",
    "css/saved.css",
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
        """Write all pages, the schema and the texts for machines."""
        example = Path(self.settings["OFFERS"], EXAMPLE_FILE).read_text("utf-8")
        shown = Shown.on(self.today, self.catalogue)
        reported = None
        if self.settings["RAPPORT_PUBLIEK"]:
            reported = Reported(self.catalogue, self.today, self.warnings)
        of_offers = pages.site_pages(shown, example, reported)
        old = Path(self.settings.get("OLD_SITE", self.output_path))
        reuse = Reuse(self.kept, old, self._everywhere())
        in_sitemap = []
        beside: dict[str, str] = {}
        # One page at a time: all of them at once would not fit a small machine.
        for page in chain(of_offers, self._prose()):
            self._write_page(page, reuse)
            if page.in_sitemap:
                in_sitemap.append(page.path)
        if reported is not None:
            for report in report_pages(reported):
                self._write_page(report.page, reuse)
                beside |= report.files
        beside |= form_files(self.catalogue, reported)
        for path, text in files(shown):
            _make_folder(f"{self.output_path}/{path.rpartition('/')[0]}")
            _write(f"{self.output_path}/{path}", text)
        self._write_texts(in_sitemap, shown, beside)
        self._copy_offers()
        reuse.close()

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
            )
            for prose in self.context["pages"]
        ]

    def _write_page(self, page: Page, reuse: Reuse) -> None:
        # As text: there are many pages, and making paths takes as long as the rest.
        target = f"{self.output_path}/{page.file}"
        _make_folder(target.rpartition("/")[0])
        key = reuse.key(page.origin)
        if not reuse.take_over(page.file, key, target):
            bits = reuse.remembered(page.file, key, self._drawn(page))
            with Path(target).open("xb") as file:
                file.writelines(bits)

    def _drawn(self, page: Page) -> Iterator[bytes]:
        address = self.catalogue.site.address
        # Where a missing page is asked for is unknown, so only there links start at
        # the root of the host.
        base = urlsplit(address).path if self.settings["PUBLISHED"] else "/"
        root = base if page.template == "not_found" else urls.root_from(page.path)
        text = self.get_template(page.template).render(
            self.shared,
            kind=page.template,
            root=root,
            path=page.path,
            title=page.title,
            description=page.description,
            section=page.section,
            crumbs=page.crumbs,
            canonical=f"{address}{page.path}" if page.in_sitemap else "",
            **page.given,
        )
        return self.parts.written(text, root)

    def _write_texts(
        self, paths: list[str], shown: Shown, beside: dict[str, str]
    ) -> None:
        address = self.catalogue.site.address
        texts = {
            "sitemap.xml": exports.sitemap(
                (f"{address}{path}" for path in sorted(paths)), self.today
            ),
            "robots.txt": exports.robots(f"{address}sitemap.xml"),
            "opensearch.xml": exports.opensearch(
                self.catalogue.site.name, address, urls.OFFERS
            ),
            "_headers": exports.headers(CONTENT_SECURITY_POLICY),
            ".well-known/security.txt": exports.security(
                self.catalogue.site.coordinator.email, address, self.today
            ),
        }
        texts |= search_files(shown, self.kept)
        texts |= beside
        static = Path(self.settings["THEME"], "static")
        texts["theme/css/site.css"] = "\n".join(
            static.joinpath(sheet).read_text("utf-8") for sheet in SHEETS
        )
        texts |= {f"data/{name}": text for name, text in self._schemas().items()}
        for folder in {name.rpartition("/")[0] for name in texts}:
            _make_folder(f"{self.output_path}/{folder}")
        for name, text in texts.items():
            _write(f"{self.output_path}/{name}", text)

    def _copy_offers(self) -> None:
        """Put the partners' own files beside, for who wants to change one."""
        for partner in self.catalogue.partners:
            folder = f"{self.output_path}/{OFFERS_FOLDER}/{partner.slug}"
            _make_folder(folder)
        for offer in self.catalogue.offers:
            name = f"{offer.identity}.yaml"
            target = f"{self.output_path}/{OFFERS_FOLDER}/{name}"
            shutil.copyfile(f"{self.settings['OFFERS']}/{name}", target)

    def _schemas(self) -> dict[str, str]:
        """Give the schemas for editors, which take long to make, made once."""
        vocabulary = self.catalogue.vocabulary
        key = digest(repr(vocabulary))
        found: dict[str, str] | None = self.kept.get("schema", key)
        if found is None:
            found = dict(forms.schema_texts(vocabulary))
            self.kept.put("schema", key, found)
        return found


def _write(target: str, text: str) -> None:
    """Write a file that was not there, its line ends as they are."""
    with open(target, "xb") as file:  # noqa: PTH123 - as text, as for pages
        file.write(text.encode())


def _make_folder(folder: str) -> None:
    """Make a folder that may be there, and those that it stands in."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - nearly always enough, and the quickest
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)


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

    Raises RuntimeError with what Pelican complains of, and whatever else goes wrong.
    """
    complaints = _Complaints()
    logging.getLogger().addHandler(complaints)
    console.quiet = True
    try:
        Pelican(_settings(settings_file, **given)).run()
    finally:
        logging.getLogger().removeHandler(complaints)
    if complaints.said:
        raise RuntimeError("\n".join(complaints.said))
