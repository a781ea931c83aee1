"""The search box of every page: the slash, suggestions, the quick entry, the weight."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from chromium import DESK, LOOKS, LOOKS_NAMED, PHONE, axe_violations
from search_site import WORKER, focused, served

OFFER = "aanbod/cjg-rivierenland/kies/"
ATTACK = "\"'><img src=x onerror=alert(1)><script>alert(1)</script> onerror"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("suggest")) as address:
        yield address


def suggestions(page, typed):
    """Type in the search box and give the list that follows."""
    page.locator(".ga-search__input").click()
    page.locator(".ga-search__input[role=combobox]").wait_for()
    page.keyboard.type(typed)
    box = page.get_by_role("listbox", name="Suggesties")
    box.wait_for()
    return box.get_by_role("option")


def active(page):
    """Give the suggestion that Enter would choose."""
    chosen = page.locator("[role=option][aria-selected=true]")
    return chosen.inner_text().split("\n")[0] if chosen.count() else None


@pytest.mark.parametrize("path", ["", OFFER, "themas/", "404.html"])
def test_each_page_has_one_search_box(address, open_page, path):
    page = open_page(f"{address}{path}", DESK)

    assert page.get_by_role("searchbox").count() == 1


def test_a_phone_has_the_box_behind_the_menu(address, open_page):
    page = open_page(f"{address}{OFFER}", PHONE)
    assert not page.get_by_role("searchbox").is_visible()

    page.get_by_text("Menu", exact=True).click()
    assert page.get_by_role("searchbox").is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["375", "1280"])
def test_the_slash_goes_to_the_box_but_not_from_a_field(address, open_page, viewport):
    page = open_page(f"{address}{OFFER}", viewport)
    page.keyboard.press("/")
    box = page.locator(".ga-search__input")
    expect(box).to_be_focused()

    page.keyboard.type("a/b")
    assert box.input_value() == "a/b"


def test_opening_a_page_starts_no_worker_and_the_box_does(address, open_page):
    page = open_page(address, DESK)
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.asked if "search/" in url]

    with page.context.expect_event("request", lambda each: WORKER in each.url):
        page.locator(".ga-search__input").click()


def test_arrows_choose_and_enter_goes_there(address, open_page):
    page = open_page(address, DESK)
    options = suggestions(page, "scheid")
    assert [each.split("\n") for each in options.all_inner_texts()] == [
        ["Scheiding", "Onderwerp"],
        ["Stevig staan bij scheiding", "Programma"],
        ["KIES: kinderen in een scheiding", "Aanbod"],
    ]
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    assert active(page) == "Scheiding"
    page.keyboard.press("ArrowUp")
    assert active(page) is None
    page.keyboard.press("ArrowUp")
    assert active(page) == "KIES: kinderen in een scheiding"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(".ga-search__input").get_attribute(
        "aria-activedescendant"
    ) == page.locator("[role=option][aria-selected=true]").get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}themas/scheiding/")


def test_the_tree_says_that_the_box_has_a_list(address, open_page):
    page = open_page(address, DESK)
    suggestions(page, "cjg")

    assert page.get_by_role("search").aria_snapshot() == (
        '- search "Zoek in het aanbod":\n'
        "  - text: Zoek in het aanbod\n"
        '  - paragraph: "Bijvoorbeeld: scheiding, slapen of boos."\n'
        '  - combobox "Zoek in het aanbod" [expanded]: cjg\n'
        '  - button "Zoek"\n'
        '  - listbox "Suggesties":\n'
        '    - option "CJG Rivierenland Organisatie"'
    )
    expect(page.locator("body > [role=status]")).to_have_text("1 suggestie")


def test_escape_closes_and_enter_without_a_choice_searches(address, open_page):
    page = open_page(address, DESK)
    suggestions(page, "scheid")
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert page.locator(".ga-search__input").input_value() == "scheid"
    page.keyboard.press("Enter")

    page.wait_for_url(f"{address}aanbod/?q=scheid")


def test_a_tap_chooses_too(address, open_page):
    page = open_page(address, PHONE, has_touch=True)
    suggestions(page, "scheid").nth(1).tap()

    page.wait_for_url(f"{address}programmas/stevig/")


def test_leaving_the_box_closes_the_list(address, open_page):
    page = open_page(address, DESK)
    suggestions(page, "scheid")
    page.keyboard.press("Tab")

    assert page.get_by_role("listbox").count() == 0
    assert focused(page) == "Zoek"


def test_a_hostile_suggestion_stays_text_and_leads_home(address, open_page):
    page = open_page(f"{address}{OFFER}", DESK)
    options = suggestions(page, "onerror")
    assert options.all_inner_texts()[0].startswith(ATTACK)
    options.first.click()

    page.wait_for_url(address)
    assert page.locator("main img").count() == 0
    assert page.heard == []


def test_a_lost_network_leaves_a_plain_search_box(address, open_page):
    page = open_page(address, DESK)
    suggestions(page, "scheid")
    page.context.set_offline(True)
    page.keyboard.type("ing")
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_quick_entry_leads_to_what_fits(address, open_page, javascript):
    page = open_page(address, DESK, java_script_enabled=javascript)
    page.get_by_label("Leeftijd van uw kind").fill("4 jaar")
    page.get_by_label("Onderwerp", exact=True).select_option("Scheiding")
    page.get_by_role("combobox", name="Waar woont u?").select_option("Dijkdorp")
    page.get_by_role("button", name="Bekijk wat past").click()

    page.wait_for_url(
        f"{address}aanbod/?leeftijd=4+jaar&thema=scheiding&gemeente=dijkdorp"
    )
    assert page.get_by_role("heading", level=1).inner_text() == "Zoek in al het aanbod"


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS, ids=LOOKS_NAMED)
def test_axe_finds_nothing_while_it_suggests(address, open_page, viewport, scheme):
    page = open_page(address, viewport, color_scheme=scheme)
    suggestions(page, "scheid")
    page.keyboard.press("ArrowDown")

    assert not axe_violations(page)


@pytest.mark.parametrize(
    "path", ["", OFFER, "aanbod/"], ids=["home", "offer", "search"]
)
def test_opening_a_page_asks_for_little_and_nothing_moves(
    site, open_page, tmp_path, path
):
    page = open_page("about:blank", PHONE)
    asked = []  # by the page and by its worker
    page.context.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const each of"
        " list.getEntries()) window.moved += each.value; })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    with served(site, tmp_path / "site", worker=site / WORKER) as address:
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        if path == "aanbod/":
            page.wait_for_selector("[data-state=results][aria-busy=false]")
            assert [url for url in asked if "zoeken/" in url]

    assert len(asked) <= 12, asked
    assert {urlsplit(url).scheme for url in asked} == {"http"}
    # The font may come late on a busy machine; from 0.1 on people notice (web.dev).
    assert page.evaluate("window.moved") < 0.1
