"""The edge to Pelican: one generator that writes every page of the catalogue."""

from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from rjsmin import jsmin

from groepsaanbod import exports, forms, pages, urls, wording
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.loading import EXAMPLE_FILE, Folders, load
from groepsaanbod.pages import Page
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.shown import Shown
from groepsaanbod.problems import mistakes
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


class OfferGenerator(Generator):
    """Loads the catalogue once per build and writes its pages.

    Pelican reads the prose in ``content/``; it is written here too, so that every page
    knows the same things. A mistake in a file stops the build before a page is written.
    """

    catalogue: Catalogue
    today: date

    def generate_context(self) -> None:
        """Load and check; put what each page needs in Pelican's context."""
        places = (self.settings[name] for name in ("OFFERS", "REGION", "PATH"))
        folders = Folders(*map(Path, places))
        given = self.settings["TODAY"]
        self.today = date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 - the day where the site is built
        latest_day = max(self.today, date.today())  # noqa: DTZ011 - idem
        loaded = load(folders, self.today, latest_day, with_advice=False)
        wrong = mistakes(list(loaded.problems))
        if loaded.catalogue is None or wrong:
            raise ValueError("\n".join(["", *map(str, wrong)]))
        self.catalogue = loaded.catalogue
        site = self.catalogue.site
        self.context.update(
            csp=CONTENT_SECURITY_POLICY,
            site=site,
            helplines=self.catalogue.helplines,
            contact=reachable(site.contact),
            today_words=wording.day_in_words(self.today),
            noindex=site.is_example,
        )

    def generate_output(self, writer: Any) -> None:  # noqa: ANN401 - Pelican's own
        """Write all pages, the schema and the texts for machines."""
        example = Path(self.settings["OFFERS"], EXAMPLE_FILE).read_text("utf-8")
        of_offers = pages.site_pages(self.catalogue, self.today, example)
        in_sitemap = []
        # One page at a time: all of them at once would not fit a small machine.
        for page in chain(of_offers, self._prose()):
            self._write_page(writer, page)
            if page.in_sitemap:
                in_sitemap.append(page.path)
        self._write_texts(in_sitemap)

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

    def _write_page(self, writer: Any, page: Page) -> None:  # noqa: ANN401 - idem
        address = self.catalogue.site.address
        # Where a missing page is asked for is unknown, so only there links start at
        # the root of the host.
        base = urlsplit(address).path if self.settings["PUBLISHED"] else "/"
        root = base if page.template == "not_found" else urls.root_from(page.path)
        writer.write_file(
            page.file,
            self.get_template(page.template),
            self.context,
            override_output=False,
            kind=page.template,
            root=root,
            path=page.path,
            title=page.title,
            description=page.description,
            section=page.section,
            crumbs=page.crumbs,
            canonical=f"{address}{page.path}" if page.in_sitemap else "",
            **page.context,
        )

    def _write_texts(self, paths: list[str]) -> None:
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
        shown = Shown(self.catalogue.visible(self.today), self.today)
        texts |= search_files(shown)
        static = Path(self.settings["THEME"], "static")
        texts["theme/css/site.css"] = "\n".join(
            static.joinpath(sheet).read_text("utf-8") for sheet in SHEETS
        )
        for name, text in forms.schema_texts(self.catalogue.vocabulary):
            texts[f"data/{name}"] = text
        for name, text in texts.items():
            target = Path(self.output_path, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - the region's own prose from content/, not partners'


def offer_generator(_pelican: object) -> type[Generator]:
    """Give Pelican the generator."""
    return OfferGenerator


def add_filters(pelican: Any) -> None:  # noqa: ANN401 - Pelican ships no types
    """Give the templates their two filters."""
    pelican.settings["JINJA_FILTERS"] |= {"tel": urls.tel_url, "markup": _markup}


def shorten_scripts(pelican: Any) -> None:  # noqa: ANN401 - Pelican ships no types
    """Send JavaScript without its comments and indents."""
    for path in sorted(Path(pelican.output_path, "theme").rglob("*.js")):
        path.write_text(jsmin(path.read_text("utf-8")), encoding="utf-8")


def register() -> None:
    """Connect to Pelican; it calls this when it loads the plugin."""
    signals.initialized.connect(add_filters)
    signals.get_generators.connect(offer_generator)
    signals.finalized.connect(shorten_scripts)
