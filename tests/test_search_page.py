"""The search page in a real browser, with a worker of our own behind it."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from chromium import DESK, LOOKS, LOOKS_NAMED, PHONE, axe_violations
from search_site import focused, heading, served, titles


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("search")) as address:
        yield address


@pytest.fixture(scope="module")
def address_without_worker(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("plain"), worker=None) as address:
        yield address


@pytest.fixture
def search(address, open_page):
    """Open the search page with this query and wait for what it finds."""

    def search(query="", viewport=DESK, **options):
        page = open_page(f"{address}aanbod/{query}", viewport, **options)
        settled(page)
        return page

    return search


def settled(page):
    page.wait_for_selector(
        "[data-module=search][data-ready]:is([data-state=results],[data-state=nothing])"
        "[aria-busy=false]"
    )


def says(page, words):
    """Wait until the page says how much it found."""
    expect(heading(page)).to_have_text(words)


def box(page):
    return page.get_by_role("searchbox")


def query(page):
    return parse_qs(urlsplit(page.url).query)


def chips(page):
    return [
        " ".join(chip.split())
        for chip in page.get_by_role("list", name="Waarop u zoekt")
        .get_by_role("button")
        .all_inner_texts()
    ]


def choose(page, group, choice):
    """Choose in a group of filters, which is folded until one opens it."""
    fold = page.locator(".ga-filter__summary", has_text=group)
    if fold.count() and not fold.evaluate("each => each.parentElement.open"):
        fold.click()
    page.get_by_role("checkbox", name=choice).check()


def test_an_empty_search_shows_ten_and_more_on_request(search):
    page = search()

    assert heading(page).inner_text() == "24 keer aanbod gevonden"
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-part=items] > li")).to_have_count(20)
    assert focused(page) == titles(page)[10]
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-part=items] > li")).to_have_count(24)
    assert page.get_by_role("button", name="Toon meer").count() == 0
    assert page.heard == []


def test_going_back_from_an_offer_finds_the_same_place(search):
    page = search()
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-part=items] > li")).to_have_count(20)
    card = page.locator("[data-part=items] a").nth(15)
    card.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    assert top > 1000
    card.click()
    page.wait_for_selector("[data-kind=offer]")
    page.go_back()

    expect(page.locator("[data-part=items] > li")).to_have_count(20)
    assert abs(page.evaluate("scrollY") - top) < 5


def test_a_card_says_what_a_parent_asks_and_marks_the_words(search):
    page = search("?q=scheiding")

    card = page.locator("[data-part=items] .ga-offer-card").nth(1)
    assert card.aria_snapshot() == (
        "- article:\n"
        "  - text: U kunt nog meedoen\n"
        '  - heading "Samen verder bij scheiding, groep 3" [level=3]:\n'
        '    - link "Samen verder bij scheiding, groep 3":\n'
        f"      - /url: {page.url.split('aanbod')[0]}aanbod/cjg-rivierenland/kies/\n"
        "      - text: Samen verder bij\n"
        "      - mark: scheiding\n"
        '      - text: ", groep 3"\n'
        "  - paragraph:\n"
        "    - text: In acht keer leert uw kind omgaan met\n"
        "    - mark: scheiding\n"
        "    - text: .\n"
        "  - list:\n"
        '    - listitem: "Voor: Kinderen van 3 tot en met 7 jaar"\n'
        '    - listitem: "Waar: Waterstad"\n'
        '    - listitem: "Wanneer: Start 12 januari 2027"\n'
        '    - listitem: "Plekken: nog 2 van de 8 vrij"\n'
        '    - listitem: "Kosten: Gratis"\n'
        "  - paragraph: Training van CJG Rivierenland\n"
        '  - button "Bewaar Samen verder bij scheiding, groep 3"'
    )


def test_typing_searches_and_keeps_the_focus_and_one_step_of_history(search):
    page = search()
    before = page.evaluate("history.length")
    box(page).click()
    page.keyboard.type("slaap", delay=20)
    says(page, "8 keer aanbod gevonden")

    page.wait_for_function("location.search === '?q=slaap'")
    assert query(page) == {"q": ["slaap"]}
    assert focused(page) == "zoek"
    assert page.evaluate("history.length") == before
    page.keyboard.press("Enter")
    assert focused(page) == "zoek"
    expect(page.locator("body > [role=status]")).to_have_text("8 keer aanbod gevonden")


def test_filters_stand_in_the_address_and_the_back_button_undoes_them(search):
    page = search("?q=slaap")
    choose(page, "Onderwerp", "Slapen")
    says(page, "Niets gevonden voor ‘slaap’")
    choose(page, "Kosten", "Alleen gratis")
    settled(page)
    assert query(page) == {"q": ["slaap"], "thema": ["slapen"], "kosten": ["ja"]}
    assert chips(page) == [
        "Verwijder Onderwerp: Slapen en huilen",
        "Verwijder Kosten: Alleen gratis",
    ]

    page.go_back()
    page.wait_for_url(re.compile("thema=slapen$"))
    settled(page)
    assert not page.get_by_role("checkbox", name="Alleen gratis").is_checked()
    assert page.get_by_role("checkbox", name="Slapen").is_checked()
    page.go_back()
    says(page, "8 keer aanbod gevonden")
    page.go_forward()
    says(page, "Niets gevonden voor ‘slaap’")
    assert query(page) == {"q": ["slaap"], "thema": ["slapen"]}


def test_an_address_can_be_shared_and_read_again(search):
    page = search(
        "?q=in&thema=angst&gemeente=waterstad&sorteer=leeftijd&leeftijd=9+jaar"
    )

    assert box(page).input_value() == "in"
    assert page.get_by_label("Volgorde").input_value() == "age"
    assert page.get_by_role("textbox", name="Leeftijd").input_value() == "9"
    assert page.get_by_label("Waar woont u?").input_value() == "waterstad"
    assert page.get_by_role("checkbox", name="Angst").is_visible()
    shown = titles(page)
    page.reload()
    settled(page)
    assert titles(page) == shown
    assert heading(page).inner_text() == "2 keer aanbod gevonden"


def test_what_an_address_says_that_nobody_knows_is_left_out(search):
    page = search(
        "?thema=toveren&leeftijd=oud&kosten=<b>&sorteer=prijs&zonder=alles&x=1"
    )

    assert heading(page).inner_text() == "24 keer aanbod gevonden"
    assert chips(page) == []
    field = page.get_by_role("textbox", name="Leeftijd")
    assert field.input_value() == "oud"
    assert field.get_attribute("aria-invalid") == "true"


def test_several_places_of_an_address_stay_when_something_else_is_chosen(search):
    page = search("?gemeente=waterstad&gemeente=dijkdorp")
    choose(page, "Kosten", "Alleen gratis")
    settled(page)

    assert query(page)["gemeente"] == ["waterstad", "dijkdorp"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("9", "9"),
        ("2 jaar", "2"),
        ("8 maanden", "8 maanden"),
        ("18 mnd", "18 maanden"),
        ("6 weken", "1 maanden"),
        ("1,5 jaar", "18 maanden"),
        ("Zwanger", "zwanger"),
    ],
)
def test_an_age_may_be_typed_as_people_write_it(search, typed, written):
    page = search()
    page.get_by_role("textbox", name="Leeftijd").fill(typed)
    page.wait_for_url(re.compile(r"\?leeftijd="))

    assert query(page) == {"leeftijd": [written]}
    assert page.get_by_role("textbox", name="Leeftijd").input_value() == typed


def test_what_is_no_age_says_so_and_changes_nothing(search):
    page = search()
    field = page.get_by_role("textbox", name="Leeftijd")
    field.fill("heel jong")
    field.press("Enter")

    assert page.get_by_role("alert").inner_text() == (
        "Dit is geen leeftijd. Typ bijvoorbeeld 9, 2 jaar, 8 maanden of zwanger."
    )
    assert field.get_attribute("aria-invalid") == "true"
    assert query(page) == {}
    field.fill("3")
    assert page.get_by_role("alert").count() == 0


def test_counts_stand_behind_choices_and_empty_ones_stay_within_reach(search):
    page = search("?q=slaap")
    page.locator(".ga-filter__summary", has_text="Onderwerp").click()

    empty = page.get_by_role("checkbox", name="Angst (hiermee vindt u nu niets)")
    expect(empty).to_be_enabled()
    free = page.get_by_role("checkbox", name="Alleen gratis (4 keer aanbod)")
    assert free.is_visible()
    options = page.get_by_label("Waar woont u?").locator("option").all_inner_texts()
    assert options[:2] == ["Maakt niet uit", "Waterstad (4)"]


def test_what_was_understood_is_a_chip_that_can_go(search):
    page = search("?q=slaap+5+jaar")
    assert chips(page) == ["Verwijder Leeftijd: 5 jaar uit uw vraag"]

    page.get_by_role("button", name="Verwijder Leeftijd: 5 jaar").click()
    page.wait_for_url(re.compile("zonder"))
    settled(page)
    assert page.url.endswith("aanbod/?q=slaap+5+jaar&zonder=leeftijd")
    assert focused(page) == heading(page).inner_text()


def test_what_left_nothing_was_not_used_and_is_said_so(search):
    page = search("?q=slaap+25+jaar")

    assert chips(page) == ["Verwijder Leeftijd: 25 jaar niet gebruikt"]
    assert page.locator("[data-part=notes]").inner_text() == (
        "Met ‘25 jaar’ vonden wij niets. Dat filter gebruikten wij dus niet."
    )


def test_a_corrected_word_can_be_mended_and_a_word_left_out_is_named(search):
    page = search("?q=scheidng+xyzzy")

    corrected = "We zochten op ‘scheiding’ in plaats van ‘scheidng’."
    assert page.locator("[data-part=notes]").inner_text().split("\n\n") == [
        f"{corrected} Klopt dat niet? Pas uw woorden aan",
        "Niets gevonden met ‘xyzzy’; dat woord telde niet mee.",
    ]
    page.get_by_role("button", name="Pas uw woorden aan").click()
    assert page.evaluate("getSelection().toString()") == "scheidng"


def test_other_pages_that_fit_are_found_too(search):
    page = search("?q=scheiding")

    also = page.get_by_role("region", name="Ook gevonden")
    links = also.get_by_role("link")
    assert links.all_inner_texts() == ["Scheiding", "CJG Rivierenland"]
    assert links.first.evaluate("each => each.pathname") == "/themas/scheiding/"


def test_nothing_found_is_no_dead_end(search):
    page = search("?q=gitaar&thema=angst")

    assert heading(page).inner_text() == "Niets gevonden voor ‘gitaar’"
    ways = page.get_by_role("region", name="Wat u nu kunt doen")
    assert ways.get_by_role("link").all_inner_texts() == ["Scheiding"]
    assert page.get_by_text("Of kies een onderwerp").is_visible()
    assert page.get_by_role("link", name="Kijk wie u nu kunt bellen").is_visible()
    tell = page.get_by_role("link", name="Niet gevonden? Vertel het ons")
    letter = unquote(tell.get_attribute("href"))
    assert letter == (
        "mailto:vraag@groepsaanbod.example.nl"
        "?subject=Niet gevonden op Groepsaanbod Rivierenland"
        "&body=Ik zocht dit en vond het niet:\n\ngitaar\nOnderwerp: Angst"
    )
    ways.get_by_role("button", name="Bij 5 jaar").click()
    page.wait_for_url(re.compile("leeftijd=5"))


def test_a_way_without_one_filter_leads_on(search):
    page = search("?q=slaap&thema=angst")
    page.get_by_role("button", name="Zonder ‘angst’").click()

    says(page, "8 keer aanbod gevonden")
    assert query(page) == {"q": ["slaap"]}
    expect(heading(page)).to_be_focused()


def test_a_phone_has_the_filters_in_a_sheet_with_a_button_below(search):
    page = search("?q=slaap", PHONE)
    assert not page.get_by_role("checkbox", name="Alleen gratis").is_visible()

    page.get_by_role("button", name="Filters").click()
    sheet = page.get_by_role("dialog", name="Filters")
    assert focused(page) == "Filters"
    sheet.get_by_role("checkbox", name="Alleen gratis").check()
    show = sheet.get_by_role("button", name="Toon 4 resultaten")
    show.wait_for()
    spot = show.bounding_box()
    assert spot["y"] + spot["height"] <= PHONE["height"]
    assert spot["height"] >= 48
    expect(sheet.get_by_role("status")).to_have_text("4 keer aanbod gevonden")
    show.click()
    opener = page.get_by_role("button", name="Filters (1)")
    assert opener.is_visible()
    assert opener.evaluate("each => each === document.activeElement")
    assert not sheet.is_visible()

    opener.click()
    page.get_by_role("button", name="Wis alle filters").click()
    says(page, "8 keer aanbod gevonden")
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name="Filters", exact=True).is_visible()


def test_the_keyboard_alone_is_enough(search):
    page = search()
    page.keyboard.press("/")
    assert focused(page) == "zoek"
    page.keyboard.type("slaap/")
    assert box(page).input_value() == "slaap/"
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    says(page, "8 keer aanbod gevonden")
    names = []
    for _ in range(30):
        page.keyboard.press("Tab")
        names.append(focused(page))
        if names[-1].startswith("Samen verder"):
            break
    assert "filter-leeftijd" in names
    assert names[-1] == "Samen verder bij slaap, groep 1"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    pressed = "document.activeElement.getAttribute('aria-pressed')"
    assert page.evaluate(pressed) == "true"


def test_a_lost_network_is_told_and_the_whole_list_stays(search):
    page = search("?q=slaap")
    page.context.set_offline(True)
    box(page).fill("angst")
    page.get_by_text("De verbinding viel weg. Zoeken lukt nu niet.").first.wait_for()

    assert page.get_by_role("link", name="Sterk staan").is_visible()
    page.get_by_role("button", name="Probeer opnieuw").click()
    page.wait_for_timeout(200)
    assert page.get_by_role("button", name="Probeer opnieuw").is_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Probeer opnieuw").click()
    says(page, "8 keer aanbod gevonden")
    expect(heading(page)).to_be_focused()
    assert page.locator("[data-part=trouble]").is_hidden()


def test_a_worker_that_breaks_is_told_and_the_next_question_starts_another(search):
    page = search()
    box(page).fill("stuk")
    page.get_by_text("Er ging iets mis. Zoeken lukt nu niet.").first.wait_for()
    box(page).fill("slaap")

    says(page, "8 keer aanbod gevonden")


def test_without_a_worker_the_whole_list_stays(address_without_worker, open_page):
    page = open_page(f"{address_without_worker}aanbod/?q=slaap", DESK)
    page.get_by_text("De verbinding viel weg. Zoeken lukt nu niet.").first.wait_for()

    assert page.get_by_role("link", name="Sterk staan").is_visible()


def test_a_browser_without_module_workers_keeps_the_plain_list(address, open_page):
    page = open_page(address, DESK)
    page.context.add_init_script("delete window.Worker")
    page.goto(f"{address}aanbod/?q=slaap")
    words = "Zoeken lukt niet in deze browser. Hieronder staat al het aanbod."
    page.locator("[data-part=trouble]", has_text=words).wait_for()

    assert page.get_by_role("link", name="Sterk staan").is_visible()
    assert not page.get_by_role("button", name="Probeer opnieuw").is_visible()
    assert not page.get_by_role("checkbox").first.is_visible()


def test_a_script_that_does_not_arrive_leaves_the_page_as_without_it(
    address, open_page
):
    page = open_page(f"{address}robots.txt", DESK)
    page.route("**/main-shared.js", lambda route: route.abort())
    page.goto(f"{address}aanbod/")
    page.wait_for_selector("[data-module=search][data-failed]")

    assert page.get_by_text("Kies een thema").is_visible()
    assert page.get_by_role("link", name="Sterk staan").is_visible()
    shown = page.locator("main :is(button, input, select):visible")
    assert [each.get_attribute("type") for each in shown.all()] == ["search", "submit"]


def test_a_slow_answer_shows_grey_cards_only_after_a_moment(address, open_page):
    page = open_page(f"{address}aanbod/?q=langzaam", DESK)

    page.wait_for_selector(".ga-skeleton >> visible=true")
    says(page, "Niets gevonden voor ‘langzaam’")
    assert not page.locator(".ga-skeleton").is_visible()


def test_without_javascript_there_is_the_list_and_no_dead_button(address, open_page):
    page = open_page(f"{address}aanbod/?q=slaap", DESK, java_script_enabled=False)

    shown = page.locator("main :is(button, input, select):visible")
    assert [each.get_attribute("type") for each in shown.all()] == ["search", "submit"]
    assert page.get_by_role("link", name="Sterk staan").is_visible()
    page.get_by_text("Kies een thema").click()
    assert page.get_by_role("link", name=re.compile("Angst")).is_visible()
    words = "Zoeken op een woord kan alleen met JavaScript"
    assert words in page.locator("main noscript").inner_text()


ATTACKS = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "{title} {constructor} ${alert(1)}",
    "[<(*+?\\" * 10,
    "__proto__",
    "\u202e\x00\ud7ff" + "a" * 5000,
)


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_nothing_in_an_address_can_do_anything(address, open_page, attack):
    page = open_page(address, DESK)
    page.goto(f"{address}aanbod/")
    names = ("q", "thema", "gemeente", "leeftijd", "sorteer", "zonder", "__proto__")
    page.evaluate(
        "([names, text]) => location.search = new URLSearchParams("
        "names.map(name => [name, text])).toString()",
        [names, attack],
    )
    page.wait_for_url("**/?*")
    settled(page)

    assert page.locator("main :is(img, script)").count() == 0
    assert page.evaluate("Object.prototype.polluted") is None
    assert len(box(page).input_value()) <= 100
    assert page.heard == []


def test_a_hostile_answer_stays_text_and_leads_nowhere_else(search, address):
    page = search("?q=kwaad")

    card = page.locator("[data-part=items] .ga-offer-card").first
    attack = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"
    assert card.get_by_role("link").inner_text() == attack
    assert card.get_by_role("link").get_attribute("href") == address
    assert "{partner} {constructor}" in card.inner_text()
    card.get_by_role("button", name="Bewaar").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.locator("main :is(img, script)").count() == 0
    assert page.heard == []


STATES = {
    "all": "",
    "chips and notes": "?q=scheidng+5+jaar+xyzzy&thema=scheiding",
    "nothing": "?q=gitaar&thema=angst",
    "wrong age": "?leeftijd=abc",
}


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS, ids=LOOKS_NAMED)
def test_axe_finds_nothing_in_any_state(search, viewport, scheme):
    found = {}
    for state, question in STATES.items():
        page = search(question, viewport, color_scheme=scheme)
        found[state] = axe_violations(page)
        if viewport == PHONE:
            page.get_by_role("button", name="Filters").click()
        for fold in page.locator(".ga-filter__summary").all():
            fold.click()
        found[f"{state}, open filters"] = axe_violations(page)
    page = search("?q=slaap", viewport, color_scheme=scheme)
    page.context.set_offline(True)
    box(page).fill("angst")
    page.get_by_text("De verbinding viel weg.").first.wait_for()
    found["lost"] = axe_violations(page)

    assert not any(found.values()), found


@pytest.mark.parametrize("width", [320, 375, 640])
def test_no_state_is_wider_than_the_screen_also_at_twice_the_text(search, width):
    for question in STATES.values():
        page = search(question, {"width": width, "height": 800})
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not page.evaluate(wide), question
        if width == 640:
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert not page.evaluate(wide), question
        page.get_by_role("button", name="Filters").click()
        sheet = "document.querySelector('dialog').scrollWidth > innerWidth"
        assert not page.evaluate(sheet), question


def test_nothing_is_asked_of_another_host(search, address):
    page = search("?q=slaap")
    choose(page, "Kosten", "Alleen gratis")
    settled(page)

    assert {url.split("/")[2] for url in page.asked} == {address.split("/")[2]}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
