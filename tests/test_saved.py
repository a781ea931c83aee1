"""What a visitor saves, in a real browser: the buttons, the page and its storage."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from chromium import DESK, PHONE, axe_violations_in_both_schemes
from search_site import served, titles
from test_calendars import understood

KIES = "cjg-rivierenland/kies"
OTHER = "cjg-rivierenland/aanbod-3"
KEY = "groepsaanbod-bewaard:/"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved")
    with served(site, folder, with_modules=True) as address:
        yield address


@pytest.fixture
def visit(address, open_page):
    """Open a page of somebody in whose browser this is stored."""

    def visit(path, stored=None, viewport=DESK, **options):
        page = open_page(f"{address}robots.txt", viewport, **options)
        if stored is not None:
            text = stored if isinstance(stored, str) else json.dumps(stored)
            page.evaluate(
                "([key, text]) => localStorage.setItem(key, text)", [KEY, text]
            )
        page.goto(f"{address}{path}")
        return page

    return visit


def stored(page):
    return page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)


def listed(page):
    """Wait for the list and give its titles."""
    page.wait_for_selector("[data-module=saved][data-state=list]")
    return titles(page)


def test_saving_an_offer_is_one_press_and_one_more_undoes_it(visit):
    page = visit(f"aanbod/{KIES}/")
    assert page.evaluate("localStorage.length") == 0
    button = page.get_by_role("button", name="Bewaar KIES in de Molenwijk")
    expect(page.get_by_role("link", name="Bewaard", exact=True)).to_be_visible()

    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert stored(page) == [KIES]
    assert page.get_by_role("link", name="Bewaard (1)").is_visible()
    expect(page.locator("body > [role=status]")).to_have_text("Bewaard op uw lijst.")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.evaluate("localStorage.length") == 0


def test_what_was_saved_from_the_results_stands_on_the_page(visit):
    page = visit("aanbod/?q=scheiding")
    page.get_by_role(
        "button", name="Bewaar Samen verder bij scheiding, groep 3"
    ).click()
    page.get_by_role("link", name="Bewaard (1)").click()
    page.wait_for_url("**/bewaard/")

    assert listed(page) == ["Samen verder bij scheiding, groep 3"]
    page.reload()
    assert listed(page) == ["Samen verder bij scheiding, groep 3"]


def test_the_list_can_be_mailed_shared_and_printed(visit, address):
    page = visit("bewaard/", [KIES, OTHER])
    assert listed(page) == [
        "KIES in de Molenwijk",
        "Samen verder bij scheiding, groep 3",
    ]

    link = f"{address}bewaard/?aanbod={KIES},{OTHER}"
    offer = f"{address}aanbod/cjg-rivierenland/kies/"
    letter = unquote(
        page.get_by_role("link", name="Mail", exact=True).get_attribute("href")
    )
    assert letter == (
        "mailto:?subject=Aanbod van Groepsaanbod Rivierenland&body="
        f"KIES in de Molenwijk (CJG Rivierenland)\n{offer}\n\n"
        "Samen verder bij scheiding, groep 3 (CJG Rivierenland)\n"
        f"Start 12 januari 2027\n{offer}\n\nDe hele lijst: {link}"
    )
    page.get_by_role("button", name="Deel een link").click()
    field = page.get_by_label("Wie deze link opent, ziet deze lijst")
    assert field.input_value() == link
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Print").is_visible()
    assert page.get_by_role("heading", name="KIES in de Molenwijk").is_visible()


def test_what_is_taken_off_stays_in_sight_but_is_not_shared(visit):
    page = visit("bewaard/", [KIES, OTHER])
    page.get_by_role("button", name="Bewaar KIES in de Molenwijk").click()

    assert len(listed(page)) == 2
    assert stored(page) == [OTHER]
    page.get_by_role("button", name="Deel een link").click()
    field = page.get_by_label("Wie deze link opent, ziet deze lijst")
    assert field.input_value().endswith(f"?aanbod={OTHER}")


def test_a_shared_list_is_only_kept_when_one_asks(visit, address):
    page = visit(f"bewaard/?aanbod={OTHER},{KIES}", [KIES])
    assert listed(page) == [
        "Samen verder bij scheiding, groep 3",
        "KIES in de Molenwijk",
    ]

    assert stored(page) == [KIES]
    assert not page.get_by_role("button", name="Wis alles").is_visible()
    page.get_by_role("button", name="Bekijk mijn eigen lijst").click()
    expect(page.locator("[data-part=items] > li")).to_have_count(1)
    page.go_back()
    expect(page.locator("[data-part=items] > li")).to_have_count(2)
    page.get_by_role("button", name="Zet alles op mijn lijst").click()
    expect(page.get_by_text("Deze lijst kreeg u van iemand")).to_be_hidden()
    assert stored(page) == [KIES, OTHER]
    assert page.url == f"{address}bewaard/"


def test_the_list_goes_along_as_one_calendar_that_two_programs_read(visit):
    page = visit("bewaard/", [KIES, OTHER])
    listed(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="In mijn agenda").click()
    text = Path(saved.value.path()).read_bytes().decode()

    assert saved.value.suggested_filename == "mijn-lijst.ics"
    assert [str(each["summary"]) for each in understood(text)] == [
        "KIES in de Molenwijk",
        "KIES in de Molenwijk",
    ]
    assert "X-WR-CALNAME:Mijn lijst\r\n" in text
    assert "REFRESH-INTERVAL" not in text
    expect(
        page.get_by_text("Open het bestand. Uw agenda zet alles erin.")
    ).to_be_visible()
    assert page.heard == []


def test_what_two_partners_give_together_is_in_it_once(visit):
    page = visit("bewaard/", [KIES, "welzijn-waterland/koffie-met-kinderen"])
    listed(page)
    text = page.evaluate(
        """async () => {
            const { calendarOf } = await import('/modules/js/saved-calendar.js');
            const { saved } = await import('/modules/js/saved.js');
            return calendarOf(saved(), 'Lijst');
        }"""
    )

    assert sorted(str(each["summary"]) for each in understood(text)) == [
        "KIES in de Molenwijk",
        "KIES in de Molenwijk",
        "Koffie met kinderen",
        "Koffie met kinderen",
    ]


def test_a_list_without_a_date_says_so_and_a_lost_connection_too(visit):
    page = visit("bewaard/", [OTHER])
    listed(page)
    press = page.get_by_role("button", name="In mijn agenda")
    press.click()
    expect(page.get_by_text("Niets op uw lijst heeft al een datum.")).to_be_visible()
    page.context.set_offline(True)
    press.click()
    expect(
        page.get_by_text("De verbinding viel weg. Probeer het nog eens.")
    ).to_be_visible()


def test_wiping_asks_first_and_leaves_nothing(visit):
    page = visit("bewaard/", [KIES])
    listed(page)
    page.get_by_role("button", name="Wis alles").click()
    dialog = page.get_by_role("dialog", name="Wilt u alles wissen?")
    dialog.get_by_role("button", name="Nee, bewaar mijn lijst").click()
    assert stored(page) == [KIES]

    page.get_by_role("button", name="Wis alles").click()
    dialog.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_role("heading", name="Uw lijst is nog leeg")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


def test_what_is_no_longer_on_the_site_is_said_and_can_go(visit):
    page = visit("bewaard/", [KIES, "weg/weg"])
    assert listed(page) == ["KIES in de Molenwijk"]

    words = "1 keer aanbod van deze lijst staat niet meer op de site."
    assert page.get_by_text(words).is_visible()
    page.get_by_role("button", name="Haal het van mijn lijst").click()
    expect(page.get_by_text(words)).to_be_hidden()
    assert stored(page) == [KIES]


@pytest.mark.parametrize(
    "text",
    [
        '{"length": 3}',
        "[[[",
        "null",
        '["<img src=x onerror=alert(1)>", "../../x", "a/b/c", 7, null, {"a": 1}]',
        '["javascript:alert(1)/x", "__proto__/x", "A/B", "' + "a" * 5000 + '/b"]',
    ],
)
def test_what_is_in_the_storage_is_not_trusted(visit, text):
    page = visit("bewaard/", text)

    page.wait_for_selector("[data-module=saved][data-state=empty]")
    assert page.locator("main img").count() == 0
    assert page.heard == []


def test_what_is_in_the_address_is_not_trusted(visit):
    attack = "<img src=x onerror=alert(1)>,javascript:alert(1),a/b/../../c,/,"
    page = visit(f"bewaard/?aanbod={attack}")

    page.wait_for_selector("[data-module=saved][data-state=empty]")
    assert page.locator("main img").count() == 0
    assert page.heard == []


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw Error('x') }})",
        "Storage.prototype.setItem = () => { throw new Error('full') }",
    ],
    ids=["blocked", "full"],
)
def test_a_browser_that_keeps_nothing_is_told_so(visit, address, broken):
    page = visit("robots.txt")
    page.context.add_init_script(broken)
    page.goto(f"{address}aanbod/{KIES}/")
    button = page.get_by_role("button", name="Bewaar KIES in de Molenwijk")
    button.click()

    told = page.locator(".ga-toast")
    expect(told).to_have_text(
        "Bewaren lukt niet: uw browser staat het niet toe, of is vol."
    )
    assert button.get_attribute("aria-pressed") == "false"
    page.goto(f"{address}bewaard/")
    page.wait_for_selector("[data-module=saved][data-state=empty]")
    assert page.heard == []


def test_a_list_that_cannot_be_fetched_is_not_lost(visit):
    page = visit("bewaard/", [KIES])
    listed(page)
    page.context.set_offline(True)
    page.evaluate("dispatchEvent(new StorageEvent('storage'))")
    told = "De verbinding viel weg. Uw lijst is er nog."
    expect(page.locator("[data-part=trouble]")).to_have_text(told)
    page.context.set_offline(False)
    page.get_by_role("button", name="Probeer opnieuw").click()

    assert listed(page) == ["KIES in de Molenwijk"]


def test_without_javascript_the_page_explains_itself(address, open_page):
    page = open_page(f"{address}bewaard/", java_script_enabled=False)

    assert page.locator("main :is(button, input):visible").count() == 0
    words = "Bewaren kan alleen met JavaScript"
    assert words in page.locator("main noscript").inner_text()
    page.goto(f"{address}aanbod/{KIES}/")
    assert page.locator("main button:visible").count() == 0


def test_two_tabs_show_the_same(visit, address):
    page = visit(f"aanbod/{KIES}/")
    other = page.context.new_page()
    other.goto(f"{address}aanbod/{KIES}/")
    other.get_by_role("button", name="Bewaar KIES in de Molenwijk").click()

    expect(page.get_by_role("link", name="Bewaard (1)")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["375", "1280"])
def test_axe_finds_nothing_in_any_state(visit, viewport):
    page = visit("bewaard/", viewport=viewport)
    page.wait_for_selector("[data-module=saved][data-state=empty]")
    found = {"empty": axe_violations_in_both_schemes(page)}
    page = visit(f"bewaard/?aanbod={KIES},weg/weg", viewport=viewport)
    listed(page)
    page.get_by_role("button", name="Deel een link").click()
    found["shared"] = axe_violations_in_both_schemes(page)
    page = visit("bewaard/", [KIES, OTHER], viewport=viewport)
    listed(page)
    found["list"] = axe_violations_in_both_schemes(page)
    page.get_by_role("button", name="Wis alles").click()
    found["confirm"] = axe_violations_in_both_schemes(page)

    assert not any(found.values()), found
