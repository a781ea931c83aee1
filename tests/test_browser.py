"""The built site in a real browser, as its visitors meet it."""

from pathlib import Path
from threading import Thread

import pytest
import yaml
from playwright.sync_api import expect

from builders import TODAY
from chromium import DESK, PHONE, SMALLEST, axe_violations_in_both_schemes
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders
from payloads import payload_news, payload_offer, payload_partner

PROJECT = Path(__file__).parent.parent


def serve(folder):
    server = building.server(folder, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="module")
def address(site):
    server, address = serve(site)
    yield address
    server.shutdown()
    server.server_close()


def kinds_of_page(site):
    """One page of each kind: each template, with its richest offer and list."""
    kinds = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: -path.stat().st_size):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        kind = text.split('data-kind="')[1].split('"')[0]
        kinds.setdefault(kind, path.relative_to(site).as_posix())
    return kinds


def test_there_is_a_page_of_each_kind_to_look_at(site):
    templates = PROJECT.joinpath("theme/templates").glob("*.html")

    # One leads on at once, the other is there from 151 offers on.
    kinds = {path.stem for path in templates} - {"moved", "further"}

    assert set(kinds_of_page(site)) == kinds


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["375", "1280"])
def test_axe_finds_nothing_on_any_kind_of_page(site, address, open_page, viewport):
    page = open_page(address, viewport)
    found = {}
    for kind, path in kinds_of_page(site).items():
        page.goto(f"{address}{path}")
        found[kind] = axe_violations_in_both_schemes(page)
    assert not any(found.values()), found


def test_no_page_is_wider_than_the_smallest_phone_or_speaks_to_another_host(
    site, address, open_page
):
    page = open_page(address, SMALLEST)
    for path in kinds_of_page(site).values():
        page.goto(f"{address}{path}")
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not page.evaluate(wide), path
    page.set_viewport_size(PHONE)
    for path in sorted(site.rglob("index.html")):
        if 'http-equiv="refresh"' not in path.read_text("utf-8"):
            page.goto(f"{address}{path.relative_to(site).as_posix()}")
            wide = "document.documentElement.scrollWidth > innerWidth"
            assert not page.evaluate(wide), path
    assert {url.split("/")[2] for url in page.asked} == {address.split("/")[2]}
    assert page.context.cookies() == []
    assert page.heard == []


def test_text_at_twice_its_size_still_fits(site, address, open_page):
    page = open_page(address, {"width": 640, "height": 900})
    for path in kinds_of_page(site).values():
        page.goto(f"{address}{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not page.evaluate(wide), path


def test_the_keyboard_starts_at_the_skip_link_and_shows_where_it_is(address, open_page):
    page = open_page(address, DESK)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == (
        "Ga naar de inhoud"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.querySelector('main').contains(document.activeElement)"
    )
    for _ in range(12):
        shows = page.evaluate(
            "(() => { const style = getComputedStyle(document.activeElement);"
            " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; })()"
        )
        assert shows, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        page.keyboard.press("Tab")


def test_what_one_taps_is_large_enough(site, address, open_page):
    page = open_page(address, PHONE)
    small = []
    for path in kinds_of_page(site).values():
        page.goto(f"{address}{path}")
        small += page.evaluate(
            """() => [...document.querySelectorAll('nav a, button, summary, input')]
                .filter(each => each.checkVisibility())
                .map(each => [each.textContent.trim(), each.getBoundingClientRect()])
                .filter(([, box]) => box.height < 44)
                .map(([text, box]) => `${location.pathname} ${text} ${box.height}`)"""
        )
    assert not small


def test_three_taps_without_javascript_tell_whether_one_can_still_join(
    address, open_page
):
    page = open_page(address, java_script_enabled=False)
    page.get_by_role("link", name="Scheiding").first.click()
    page.get_by_role("link", name="KIES in de Molenwijk").first.click()

    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("KIES in de Molenwijk")
    expect(page.get_by_role("heading", name="Kan ik nog meedoen?")).to_be_visible()
    assert page.get_by_text(
        "De groep start dinsdag 12 januari 2027."
    ).first.is_visible()


def test_the_search_form_leads_to_the_whole_list(address, open_page):
    page = open_page(address, DESK, java_script_enabled=False)
    page.get_by_role("searchbox").first.fill("boos")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{address}aanbod/?q=boos")
    assert page.get_by_role("heading", level=1).inner_text() == "Zoek in al het aanbod"


def test_a_former_address_leads_to_the_new_one(address, open_page):
    page = open_page(f"{address}aanbod/cjg-rivierenland/oude-naam/")

    page.wait_for_url(f"{address}aanbod/cjg-rivierenland/kies/")
    page.wait_for_selector("[data-kind=offer]")


def test_the_site_works_in_a_subfolder(site, tmp_path, open_page):
    tmp_path.joinpath("onder").mkdir()
    tmp_path.joinpath("onder/ons").symlink_to(site)
    server, address = serve(tmp_path)
    try:
        page = open_page(f"{address}onder/ons/", DESK)
        page.get_by_role("link", name="Aanbieders").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Aanbieders")
        page.wait_for_load_state()
        sheets = "[...document.styleSheets].every(sheet => sheet.cssRules.length)"
        assert page.evaluate(sheets)
        assert page.heard == []
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def hostile(good, vocabulary, tmp_path_factory):
    """A site in which one partner put a script in every text field there is."""
    folder = tmp_path_factory.mktemp("hostile")
    partner = folder / "offers/kwaad"
    partner.mkdir(parents=True)
    partner.joinpath("nieuws").mkdir()
    for name, record in (
        ("aanbieder", payload_partner(vocabulary)),
        ("aanval", payload_offer(vocabulary)),
        ("nieuws/2026-11-02-aanval", payload_news(vocabulary)),
    ):
        text = yaml.safe_dump(record, allow_unicode=True, default_style='"')
        partner.joinpath(f"{name}.yaml").write_text(text, encoding="utf-8")
    example = good.offers / "_voorbeeld.yaml"
    folder.joinpath("offers/_voorbeeld.yaml").write_bytes(example.read_bytes())
    building.build(
        Plan(
            folders=Folders(folder / "offers", good.region),
            content=good.offers.parent / "content",
            output=folder / "output",
            settings=PROJECT / "pelicanconf.py",
            today=str(TODAY),
        )
    )
    return folder / "output"


def test_a_script_in_every_text_field_stays_text(hostile, open_page):
    server, address = serve(hostile)
    try:
        page = open_page(address, DESK)
        seen = 0
        for path in sorted(hostile.rglob("*.html")):
            if 'http-equiv="refresh"' in path.read_text("utf-8"):
                continue
            page.goto(f"{address}{path.relative_to(hostile).as_posix()}")
            # What search engines read is data; nothing in it may end its element.
            scripts = (
                "[...document.querySelectorAll('script:not([type$=json])')]"
                ".map(each => each.getAttribute('src'))"
            )
            assert [src.split("/")[-1] for src in page.evaluate(scripts)] == ["main.js"]
            told = (
                "[...document.querySelectorAll('script[type$=json]')]"
                ".map(each => JSON.parse(each.textContent)['@context'])"
            )
            is_offer = page.evaluate("document.body.dataset.kind") == "offer"
            assert page.evaluate(told) == ["https://schema.org"] * is_offer
            assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0
            handlers = (
                "[...document.querySelectorAll('*')].some(element =>"
                " [...element.attributes].some(each => each.name.startsWith('on')))"
            )
            assert not page.evaluate(handlers), path
            text = page.evaluate("document.body.textContent")
            seen += text.count("onerror=alert(1)")
            assert "</script>49" not in text
        assert seen > 20
        assert page.heard == []
    finally:
        server.shutdown()
        server.server_close()


def test_the_payloads_reach_every_text_field_of_the_model(vocabulary):
    offer = yaml.safe_dump(payload_offer(vocabulary), width=10_000)

    assert offer.count("alert(1)") >= 15
