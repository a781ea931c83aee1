"""The built site as files: which there are, and what holds on each page."""

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from groepsaanbod.plugin import CONTENT_SECURITY_POLICY


class Reader(HTMLParser):
    """Collects what the tests look at."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def pages(site):
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def parsed(pages):
    return {path: Reader(text) for path, text in pages.items()}


def test_the_site_has_exactly_the_expected_pages(pages):
    expected = Path(__file__).parent / "data/good/pages.txt"

    assert "".join(f"{page}\n" for page in pages) == expected.read_text("utf-8")


def test_beside_pages_there_are_only_the_theme_the_schema_and_texts(site):
    others = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }

    data = Path(__file__).parent / "data/good"
    report = data / "report_files.txt"
    partners = [
        path.parent.name for path in data.joinpath("offers").glob("*/aanbieder.yaml")
    ]

    assert {path for path in others if not path.startswith(("theme/", "zoeken/"))} == {
        *report.read_text("utf-8").split(),
        *(f"data/aanbod/{partner}.json" for partner in partners),
        *data.joinpath("calendars_and_feeds.txt").read_text("utf-8").split(),
        *(f"professionals/aanbieders/{partner}.json" for partner in partners),
        "professionals/aanbod.csv",
        *(f"data/formulier/{name}.json" for name in ("aanbod", "hiaten", "velden")),
        ".well-known/security.txt",
        "_headers",
        "data/aanbieder.schema.json",
        "data/aanbod.schema.json",
        "data/nieuws.schema.json",
        "opensearch.xml",
        "robots.txt",
        "sitemap.xml",
    }


def test_each_page_is_ours_and_carries_the_policy_before_anything_else(parsed):
    for path, page in parsed.items():
        metas = page.all("meta")
        assert metas[0] == {"charset": "utf-8"}, path
        assert metas[1] == {
            "http-equiv": "Content-Security-Policy",
            "content": CONTENT_SECURITY_POLICY,
        }, path
        assert page.all("html") == [{"lang": "nl"}], path


def test_each_page_has_one_heading_a_title_a_description_and_no_double_ids(parsed):
    for path, page in parsed.items():
        assert len(page.all("h1")) == 1, path
        assert len(page.all("title")) == 1, path
        described = [
            each for each in page.all("meta") if each.get("name") == "description"
        ]
        assert len(described) == 1, path
        ids = Counter(
            attributes["id"] for _, attributes in page.elements if "id" in attributes
        )
        assert not [name for name, times in ids.items() if times > 1], path


def test_an_example_site_says_so_on_each_page_and_keeps_search_engines_away(
    pages, parsed
):
    for path, text in pages.items():
        assert "Dit is een voorbeeldsite" in text, path
        robots = [
            each for each in parsed[path].all("meta") if each.get("name") == "robots"
        ]
        assert robots == [{"name": "robots", "content": "noindex"}], path


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pages, parsed):
    # What search engines read is data, which no browser runs.
    told = {path for path, text in pages.items() if 'data-kind="offer"' in text}
    assert len(told) > 5
    for path, page in parsed.items():
        data = {"type": "application/ld+json"}
        script, *others = sorted(page.all("script"), key=lambda each: each == data)
        assert others == ([data] if path in told else []), path
        assert set(script) == {"type", "src"}, path
        assert script["type"] == "module", path
        assert script["src"].endswith("theme/js/main.js"), path
        assert not page.all("style"), path
        assert not page.all("iframe"), path
        for tag, attributes in page.elements:
            assert "style" not in attributes, path
            assert not [name for name in attributes if name.startswith("on")], path
            for source in ("src", "srcset", "data"):
                assert "//" not in (attributes.get(source) or ""), path
            if tag == "link" and attributes.get("rel") != "canonical":
                assert "//" not in attributes["href"], path


def test_what_search_engines_read_is_json_that_cannot_end_its_element(pages):
    for path, text in pages.items():
        _, start, rest = text.partition('<script type="application/ld+json">')
        if start:
            data = rest.partition("</script>")[0]
            assert not set("<>&'").intersection(data), path
            told = json.loads(data)["@graph"]
            assert path.removesuffix("index.html") in told[0]["url"], path


def test_every_link_within_the_site_leads_somewhere(site, parsed):
    broken = []
    for path, page in parsed.items():
        if path == "404.html":
            continue
        targets = {
            each["href"]
            for tag in ("a", "link")
            for each in page.all(tag)
            if "href" in each
        }
        targets |= {each["src"] for each in page.all("img")}
        targets |= {each["action"] for each in page.all("form") if "action" in each}
        for target in targets:
            parts = urlsplit(target)
            if parts.scheme or not parts.path:
                continue
            assert not target.startswith("/"), f"{path}: {target} breaks in a subfolder"
            found = (site / path).parent / unquote(parts.path)
            if parts.path.endswith("/"):
                found /= "index.html"
            if not found.resolve().is_file():
                broken.append((path, target))
            elif parts.fragment:
                other = parsed[found.resolve().relative_to(site).as_posix()]
                ids = {attributes.get("id") for _, attributes in other.elements}
                assert parts.fragment in ids, f"{path}: {target}"
    assert not broken


def test_links_to_a_part_of_the_same_page_find_it(parsed):
    for path, page in parsed.items():
        ids = {attributes.get("id") for _, attributes in page.elements}
        for link in page.all("a"):
            if link.get("href", "").startswith("#"):
                assert link["href"][1:] in ids, f"{path}: {link['href']}"


def test_links_out_tell_nothing_of_where_one_came_from(parsed):
    for path, page in parsed.items():
        referrer = [each for each in page.all("meta") if each.get("name") == "referrer"]
        assert referrer == [{"name": "referrer", "content": "no-referrer"}], path


def test_the_404_page_links_from_the_root_of_the_host(parsed):
    hrefs = [link["href"] for link in parsed["404.html"].all("a")]

    assert "/themas/" in hrefs
    assert not [href for href in hrefs if href.startswith(".")]


def test_the_sitemap_names_the_pages_that_are_meant_to_be_found(site, pages):
    sitemap = site.joinpath("sitemap.xml").read_text("utf-8")

    assert "https://groepsaanbod.example.nl/aanbod/</loc>" in sitemap
    assert "404" not in sitemap
    moved = [path for path, text in pages.items() if 'http-equiv="refresh"' in text]
    assert moved
    for path in moved:
        assert path.removesuffix("index.html") not in sitemap
