"""Leaving the site at once, in a real browser: what is gone, and what stays."""

import pytest
from playwright.sync_api import expect

from chromium import (
    DESK,
    PHONE,
    SMALLEST,
    axe_violations,
    axe_violations_in_both_schemes,
)
from search_site import served

RISKY = "themas/somberheid/"
ELSEWHERE = "https://www.buienradar.nl/"
KEPT = {
    "groepsaanbod-bewaard:/": '["cjg-rivierenland/kies"]',
    "groepsaanbod-concept:/": '{"data": {}, "organisation": {}}',
}


each_width = pytest.mark.parametrize(
    "viewport", [SMALLEST, PHONE, DESK], ids=["320", "375", "1280"]
)


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("exit")) as address:
        yield address


@pytest.fixture
def visit(address, open_page):
    """Open a page of somebody who kept a list and a draft; elsewhere answers."""

    def visit(path=RISKY, viewport=DESK, **options):
        page = open_page(f"{address}robots.txt", viewport, **options)
        page.referrers = []

        def answer(route):
            page.referrers.append(route.request.headers.get("referer"))
            route.fulfill(body="<title>Het weer</title>", content_type="text/html")

        page.route(f"{ELSEWHERE}**", answer)
        if options.get("java_script_enabled", True):
            page.evaluate(
                "kept => Object.entries(kept).forEach(each =>"
                " localStorage.setItem(...each))",
                {**KEPT, "iets-anders": "van een ander"},
            )
        page.goto(f"{address}{path}")
        if options.get("java_script_enabled", True):
            page.wait_for_selector("[data-module=exit][data-ready]")
        return page

    return visit


def test_leaving_waits_for_no_file_of_its_own(address, open_page):
    page = open_page(address)
    page.route("**/*.js", lambda route: route.abort())
    page.route("**/main*.js", lambda route: route.continue_())
    page.goto(f"{address}{RISKY}")

    assert page.locator("[data-module=exit]").get_attribute("data-ready") == ""


def button(page):
    return page.get_by_role("link", name="Verlaat deze site snel")


def search_box(page):
    return page.locator(".ga-search__input")


def left_behind(page, address):
    """Give what another page of the site still finds in the browser."""
    page.goto(f"{address}robots.txt")
    return page.evaluate("Object.keys(localStorage)")


def test_leaving_wipes_what_was_kept_and_there_is_no_way_back(visit, address):
    page = visit()
    button(page).click()
    page.wait_for_url(ELSEWHERE)

    assert page.referrers == [None]
    page.go_back()
    assert page.url == f"{address}robots.txt"
    assert left_behind(page, address) == ["iets-anders"]


def test_nothing_can_be_read_while_the_other_site_is_on_its_way(visit):
    page = visit()
    page.evaluate(
        """() => new MutationObserver(() => console.log(
            document.title, document.body.checkVisibility(), localStorage.length
        )).observe(document.documentElement, {attributes: true})"""
    )
    page.route(f"{ELSEWHERE}**", lambda: None)  # it never comes

    with page.expect_console_message(
        lambda said: said.text == "www.buienradar.nl false 1"
    ):
        button(page).click(no_wait_after=True)


def test_shift_three_times_does_the_same_from_anywhere_on_the_page(visit):
    page = visit()
    search_box(page).focus()
    said = page.locator("[data-module=exit] [role=status]")
    page.keyboard.press("Shift")
    expect(said).to_have_text("Druk nog 2 keer op Shift om deze site te verlaten.")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")

    page.wait_for_url(ELSEWHERE)


def test_capitals_and_other_keys_do_not_count(visit, address):
    page = visit()
    search_box(page).focus()
    for keys in ("Shift+A", "Shift+B", "Shift+C", "Shift+D"):
        page.keyboard.press(keys)
    for _ in range(3):
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        page.keyboard.press("x")

    assert page.url == f"{address}{RISKY}"
    assert search_box(page).input_value() == "ABCDxxx"


def test_presses_far_apart_do_not_count(visit, address):
    page = visit()
    page.clock.install()
    for _ in range(4):
        page.keyboard.press("Shift")
        page.clock.run_for(5001)

    assert page.url == f"{address}{RISKY}"


def test_it_works_as_a_plain_link_without_javascript(visit):
    page = visit(java_script_enabled=False)
    note = page.locator(".ga-exit-note")
    assert "Shift" not in note.inner_text()
    assert "gewist" not in note.inner_text()
    button(page).click()
    page.wait_for_url(ELSEWHERE)

    assert page.referrers == [None]


def test_a_closed_storage_does_not_keep_anybody_there(visit):
    page = visit()
    page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw Error('x') }})"
    )
    page.reload()
    page.wait_for_selector("[data-module=exit][data-ready]")
    button(page).click()

    page.wait_for_url(ELSEWHERE)


def test_it_comes_first_after_the_skip_link(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"
    page.keyboard.press("Tab")

    expect(button(page)).to_be_focused()


@each_width
@pytest.mark.parametrize("size", ["100%", "200%"])
def test_it_is_always_in_view_and_large_enough(visit, viewport, size):
    page = visit(viewport=viewport)
    page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    box = button(page).bounding_box()

    assert box["y"] >= 0
    assert box["height"] >= 48
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= viewport["width"]
    # It takes no more of the screen than a line or two.
    assert box["height"] <= viewport["height"] / 4


def test_it_hides_nothing_that_one_goes_to(visit):
    page = visit(viewport=PHONE)
    for _ in range(40):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const it = document.activeElement.getBoundingClientRect();
                const bar = document.querySelector('.ga-exit').getBoundingClientRect();
                const inBar = document.activeElement.closest('.ga-exit, .nl-skip-link');
                return !inBar && it.bottom <= bar.bottom && it.height > 0;
            }"""
        )
        assert not covered, page.evaluate("document.activeElement.outerHTML")
    page.get_by_role("link", name="Direct hulp").click()
    help_now = page.get_by_role("heading", name="Direct hulp nodig?")
    expect(help_now).to_be_in_viewport()
    top = help_now.bounding_box()["y"]
    bar = page.locator(".ga-exit").bounding_box()
    assert top >= bar["y"] + bar["height"]


@each_width
def test_axe_finds_nothing(visit, viewport):
    for path in (RISKY, "sporen-wissen/"):
        page = visit(path, viewport)

        assert axe_violations_in_both_schemes(page) == []
        assert page.heard == []


def test_axe_finds_nothing_in_forced_colours(visit):
    page = visit(viewport=PHONE, forced_colors="active")

    assert axe_violations(page) == []


def test_paper_does_not_show_it(visit):
    page = visit()
    page.emulate_media(media="print")

    assert not button(page).is_visible()
    assert not page.locator(".ga-exit-note").is_visible()


def test_other_pages_have_none(address, open_page):
    page = open_page(f"{address}themas/slapen/", DESK)

    assert button(page).count() == 0
    for _ in range(3):
        page.keyboard.press("Shift")
    assert page.url == f"{address}themas/slapen/"
