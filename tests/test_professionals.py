"""The pages for professionals in a real browser: filter, sort, choose, print, copy."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from builders import TODAY
from chromium import DESK, PHONE, SMALLEST, axe_violations
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.pages import professionals
from search_site import served
from test_browser import PROJECT

TABLE = "professionals/"
PARTNERS = "professionals/aanbieders/"
KIES = "cjg-rivierenland/kies"
COFFEE = "welzijn-waterland/koffie-met-kinderen"
SECRET = "veilig-verder/samen-verder"  # noqa: S105 - an offer at a secret address


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("professionals")) as address:
        yield address


@pytest.fixture(scope="module")
def long(good, tmp_path_factory):
    """The same region, as if a page were full with three rows; give its address."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(professionals, "ROWS_ON_A_PAGE", 3)
        patch.chdir(PROJECT)
        building.build(
            Plan(
                folders=good,
                content=good.content,
                output=folder / "output",
                settings=PROJECT / "pelicanconf.py",
                today=str(TODAY),
            )
        )
    with served(folder / "output", folder / "served") as address:
        yield address


@pytest.fixture
def visit(address, open_page):
    def visit(path, viewport=DESK, base=address, **options):
        page = open_page(f"{base}{path}", viewport, **options)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("[data-module=professionals][data-ready]")
        return page

    return visit


def rows(page):
    """Give the titles of the rows that show."""
    return page.locator(".ga-pro__title:visible").all_inner_texts()


def choose(page, *titles):
    for title in titles:
        page.get_by_role("checkbox", name=f"Kies {title}").first.check()


def test_filters_leave_what_fits_and_stand_in_the_address(visit):
    page = visit(TABLE)
    count = page.locator("[data-part=count]")
    expect(count).to_have_text("10 keer aanbod")

    page.get_by_label("Thema").select_option("angst")
    assert rows(page) == ["Sterk staan", "Opvoeden op maat", "Praten over angst"]
    expect(count).to_have_text("3 van de 10 keer aanbod")
    page.get_by_label("Leeftijd kind").fill("9")
    page.get_by_label("Aanbieder").select_option("welzijn-waterland")
    assert rows(page) == ["Sterk staan"]
    assert page.url.endswith("?leeftijd=9&thema=angst&aanbieder=welzijn-waterland")

    page.reload()
    expect(count).to_have_text("1 van de 10 keer aanbod")
    expect(page.get_by_label("Leeftijd kind")).to_have_value("9")
    page.get_by_role("button", name="Wis filters").click()
    expect(count).to_have_text("10 keer aanbod")
    assert page.url.endswith(TABLE)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("toegang=via-verwijzing", ["Samen verder", "Praten over angst"]),
        ("erkenning=goed-onderbouwd", ["KIES in de Molenwijk"]),
        ("taal=turks", ["Slaap lekker: rust voor kind en ouder"]),
        ("gemeente=dijkdorp&meedoen=ja&leeftijd=zwanger", ["Opvoeden op maat"]),
        ("q=wálzijn", []),
        ("q=KIES+molen", ["KIES in de Molenwijk"]),
        ("leeftijd=7+maanden&thema=slapen&aanbieder=veilig-verder", ["Thuis op adem"]),
    ],
)
def test_each_filter_looks_at_what_it_says(visit, query, titles):
    page = visit(f"{TABLE}?{query}")

    expect(page.locator("[data-part=count]")).to_have_text(
        f"{len(titles)} van de 10 keer aanbod"
    )
    assert rows(page) == titles


@pytest.mark.parametrize(
    "query", ["thema=x", "op=99", "op=0", "op=1e9", "leeftijd=oud", "__proto__=ja"]
)
def test_an_address_with_nonsense_shows_everything(visit, query):
    page = visit(f"{TABLE}?{query}#gekozen=<img>,../x,a/b/c")

    expect(page.locator("[data-part=count]")).to_have_text("10 keer aanbod")
    assert page.locator("[data-part=bar]").is_hidden()
    assert page.heard == []


def test_a_choice_says_how_much_it_gives(visit):
    page = visit(f"{TABLE}?thema=angst")

    words = page.get_by_label("Toegang").locator("option").all_inner_texts()
    assert words == [
        "Alles",
        "Zo binnenlopen (0)",
        "Zelf aanmelden (2)",
        "Met een verwijzing (1)",
    ]


def test_headings_sort_and_the_address_remembers(visit):
    page = visit(TABLE)
    heading = page.locator("thead th").filter(has_text="Start")
    heading.get_by_role("button").click()

    assert heading.get_attribute("aria-sort") == "ascending"
    assert rows(page)[:4] == [
        "Sterk staan",
        "Koffie met kinderen",
        "KIES in de Molenwijk",
        "Samen verder",
    ]
    heading.get_by_role("button").press("Enter")
    assert rows(page)[0] == "Slaap lekker: rust voor kind en ouder"
    assert page.url.endswith("?op=5-")
    page.reload()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert rows(page)[0] == "Slaap lekker: rust voor kind en ouder"


def test_when_nothing_fits_one_filter_less_helps(visit):
    page = visit(f"{TABLE}?thema=scheiding&taal=turks")
    assert rows(page) == []
    expect(page.get_by_role("heading", name="Dit is er nu niet")).to_be_visible()

    page.get_by_role("button", name="Zonder Taal: Turks (1)").click()

    assert rows(page) == ["KIES in de Molenwijk"]
    assert page.url.endswith("?thema=scheiding")


@pytest.fixture
def chosen(visit):
    """Three rows chosen, in whose page printing does nothing."""
    page = visit(TABLE)
    page.evaluate("window.print = () => { window.printed = true; }")
    choose(page, "KIES in de Molenwijk", "Koffie met kinderen", "Samen verder")
    return page


def test_a_choice_stands_behind_the_hash_alone(chosen, address):
    names = f"{KIES},{COFFEE},{SECRET}"
    expect(chosen.get_by_text("3 gekozen")).to_be_visible()
    assert chosen.url == f"{address}{TABLE}#gekozen={names}"
    assert chosen.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not [url for url in chosen.asked if "gekozen" in url]

    chosen.get_by_role("link", name="Per aanbieder").click()
    expect(chosen).to_have_url(f"{address}{PARTNERS}#gekozen={names}")
    chosen.wait_for_selector("[data-module=professionals][data-ready]")
    boxes = chosen.get_by_role("checkbox", name="Kies KIES in de Molenwijk")
    assert [box.is_checked() for box in boxes.all()] == [True, True]
    boxes.first.uncheck()
    assert not boxes.last.is_checked()
    expect(chosen.get_by_text("2 gekozen")).to_be_visible()


def test_a_choice_outlives_a_filter(chosen):
    chosen.get_by_label("Thema").select_option("angst")
    expect(chosen.get_by_text("3 gekozen")).to_be_visible()
    assert "?thema=angst#gekozen=" in chosen.url
    chosen.get_by_role("button", name="Wis filters").click()

    assert chosen.get_by_role("checkbox", name="Kies KIES").is_checked()
    chosen.get_by_role("button", name="Wis keuze").click()
    assert chosen.locator(".ga-pick:checked").count() == 0
    assert chosen.locator("[data-part=bar]").is_hidden()
    assert chosen.url.endswith(TABLE)
    expect(chosen.get_by_role("region", name="Al het aanbod")).to_be_focused()


def test_a_choice_prints_as_one_paper_for_a_client(chosen):
    chosen.get_by_role("button", name="Druk af").click()
    chosen.wait_for_function("window.printed")
    chosen.emulate_media(media="print")

    paper = chosen.get_by_role("region", name="Aanbod dat bij u past")
    text = paper.inner_text()
    assert "groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/" in text
    assert "Notitie:" in text
    headings = paper.get_by_role("heading", level=3).all_inner_texts()
    assert headings == ["KIES in de Molenwijk", "Koffie met kinderen", "Samen verder"]
    for hidden in ("table", ".ga-header", ".ga-footer", "[data-part=bar]"):
        assert not chosen.locator(hidden).is_visible(), hidden
    pdf = chosen.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type ?/Page\b", pdf)) == 1
    chosen.emulate_media(media="screen")
    chosen.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chosen.locator("[data-part=paper]").is_hidden()
    assert chosen.locator("table").is_visible()


def test_without_a_choice_the_whole_table_prints(visit):
    page = visit(TABLE)
    page.emulate_media(media="print")

    assert len(rows(page)) == 10
    for hidden in (".ga-pick >> nth=0", ".ga-pro-views", ".ga-paper", ".ga-footer"):
        assert not page.locator(hidden).is_visible(), hidden


def test_a_choice_is_copied_as_text_and_mailed(visit):
    page = visit(TABLE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, "Thuis op adem")
    page.get_by_role("button", name="Kopieer als tekst").click()

    expect(page.locator("[data-part=said]")).to_have_text(
        "De tekst is gekopieerd. U kunt hem nu ergens plakken."
    )
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == (
        "Aanbod dat bij u past\n\n"
        "Thuis op adem\n"
        "Wat: Een online programma over slapen na een zware tijd.\n"
        "Voor wie: Ouders. Leeftijd van het kind: 0 tot en met 18 jaar."
        " Voor wie woont in de hele regio.\n"
        "Wanneer: U kunt op elk moment beginnen.\n"
        "Waar: Online, bij u thuis.\n"
        "Kosten: Gratis.\n"
        "Aanmelden: Zelf aanmelden."
        " Kijk op de website: https://veilig-verder.example.nl/adem\n"
        "Van: Veilig Verder\n"
        "https://groepsaanbod.example.nl/aanbod/veilig-verder/thuis-op-adem/\n"
    )
    letter = unquote(
        page.get_by_role("link", name="Mail", exact=True).get_attribute("href")
    )
    assert letter == f"mailto:?subject=Aanbod dat bij u past&body={text}"


def test_a_long_mail_leaves_the_rest_to_the_pages(chosen):
    mail = chosen.get_by_role("link", name="Mail", exact=True)
    expect(mail).to_have_attribute("href", re.compile("samen-verder"))

    letter = unquote(mail.get_attribute("href"))
    site = "https://groepsaanbod.example.nl/aanbod/"
    assert letter == (
        "mailto:?subject=Aanbod dat bij u past&body="
        f"KIES in de Molenwijk\n{site}{KIES}/\n\n"
        f"Koffie met kinderen\n{site}{COFFEE}/\n\n"
        f"Samen verder\n{site}{SECRET}/\n"
    )


def test_what_is_gone_is_no_longer_chosen(visit, address):
    page = visit(f"{TABLE}#gekozen={KIES},cjg-rivierenland/weg,weg/weg")

    expect(page.get_by_text("1 gekozen")).to_be_visible()
    assert page.url == f"{address}{TABLE}#gekozen={KIES}"


def test_a_lost_connection_is_said_and_can_come_back(visit):
    page = visit(TABLE)
    page.route("**/professionals/aanbieders/*.json", lambda route: route.abort())
    choose(page, "Thuis op adem")
    said = page.locator("[data-part=said]")
    expect(said).to_have_text("De verbinding viel weg. Probeer het nog een keer.")

    page.unroute("**/professionals/aanbieders/*.json")
    choose(page, "Samen verder")
    expect(said).to_have_text("")
    mail = page.get_by_role("link", name="Mail", exact=True)
    expect(mail).to_have_attribute("href", re.compile("thuis-op-adem"))


def test_the_keyboard_does_it_all(visit):
    page = visit(TABLE)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_label("Woorden").focus()
    page.keyboard.type("kies")
    assert rows(page) == ["KIES in de Molenwijk"]
    box = page.get_by_role("checkbox", name="Kies KIES in de Molenwijk")
    for _ in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(page.get_by_text("1 gekozen")).to_be_visible()
    button = page.get_by_role("button", name="Druk af")
    for _ in range(20):
        page.keyboard.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")

    page.wait_for_function("window.printed")


def test_on_a_phone_filters_open_in_a_sheet_and_rows_are_blocks(visit):
    page = visit(TABLE, PHONE)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Thema").select_option("scheiding")
    page.get_by_role("button", name="Toon 1 resultaat").click()

    assert rows(page) == ["KIES in de Molenwijk"]
    row = page.locator("tbody tr").first
    assert row.bounding_box()["width"] <= PHONE["width"]
    label = row.locator("[data-label=Kosten]").evaluate(
        "each => getComputedStyle(each, '::before').content"
    )
    assert label == '"Kosten"'


@pytest.mark.parametrize("path", [TABLE, PARTNERS])
def test_without_javascript_the_table_is_whole(visit, path):
    page = visit(path, java_script_enabled=False)

    assert set(rows(page)) >= {"KIES in de Molenwijk", "Zomerspelen"}
    assert page.locator(".ga-pick").first.is_hidden()
    assert page.get_by_label("Thema").is_hidden()
    heads = page.locator("tbody tr:not(.ga-pro__group)").first.get_by_role("rowheader")
    expect(heads).to_have_count(1)


def test_an_anchor_leads_to_a_partner_and_to_a_method(visit):
    page = visit(PARTNERS, java_script_enabled=False)
    page.get_by_role("navigation", name="Spring naar").get_by_text(
        "Veilig Verder"
    ).click()
    expect(page.locator("#aanbieder-veilig-verder")).to_be_in_viewport()
    page.get_by_role("link", name="Per methode").click()
    expect(page.locator("#methode-kies")).to_be_visible()


@pytest.mark.parametrize(
    ("viewport", "options"),
    [
        (SMALLEST, {"color_scheme": "light"}),
        (PHONE, {"color_scheme": "dark"}),
        (DESK, {"forced_colors": "active"}),
    ],
    ids=["320-light", "375-dark", "1280-forced"],
)
def test_axe_finds_nothing_with_a_choice_made(visit, viewport, options):
    page = visit(f"{TABLE}#gekozen={KIES}", viewport, **options)
    expect(page.get_by_text("1 gekozen")).to_be_visible()

    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    page.goto(page.url.replace(TABLE, PARTNERS))
    assert axe_violations(page) == []


def test_a_long_table_shows_its_pages_until_one_asks_something(visit, long):
    page = visit(TABLE, base=long)
    assert len(rows(page)) == 3
    assert page.get_by_role("link", name="Volgende").is_visible()
    assert not [url for url in page.asked if "rijen" in url]

    page.get_by_label("Woorden").fill("zomer")

    expect(page.locator("[data-part=count]")).to_have_text("1 van de 10 keer aanbod")
    assert rows(page) == ["Zomerspelen"]
    row = page.locator("tbody tr")
    expect(row).to_contain_text("Afgelopen")
    links = row.get_by_role("link").evaluate_all("all => all.map(each => each.href)")
    assert links == [
        f"{long}aanbod/welzijn-waterland/zomerspelen/",
        f"{long}aanbieders/welzijn-waterland/",
        "tel:0300000020",
    ]
    assert page.get_by_role("link", name="Volgende").is_hidden()
    choose(page, "Zomerspelen")
    expect(page.get_by_text("1 gekozen")).to_be_visible()
    assert page.heard == []


def test_rows_that_were_fetched_are_as_those_that_were_drawn(visit, address, long):
    def drawn(base):
        page = visit(f"{TABLE}?op=1", base=base)
        expect(page.locator("tbody tr")).to_have_count(10)
        return page.locator("tbody tr").evaluate_all(
            """all => all.map(row => [row.innerText, row.dataset.words,
                [...row.querySelectorAll('a')].map(a => new URL(a.href).pathname),
                [...row.cells].map(cell => cell.dataset.sort)])"""
        )

    assert drawn(long) == drawn(address)


def test_when_other_pages_cannot_be_had_it_says_so(visit, long):
    page = visit(f"{TABLE}pagina-2/", base=long)
    page.route("**/rijen-*.json", lambda route: route.abort())
    page.get_by_label("Thema").select_option("slapen")

    expect(page.locator("[data-part=count]")).to_have_text(
        "De verbinding viel weg. U ziet alleen deze pagina."
    )
    page.unroute("**/rijen-*.json")
    page.get_by_label("Thema").select_option("angst")
    expect(page.locator("[data-part=count]")).to_have_text("3 van de 10 keer aanbod")


def test_parents_reach_it_from_the_footer_and_from_an_offer(open_page, address):
    page = open_page(f"{address}aanbod/{KIES}/", DESK)
    page.get_by_text("Voor professionals", exact=True).first.click()
    page.get_by_role("link", name="Al het aanbod in één tabel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Voor professionals")
    header = page.get_by_role("banner")
    assert header.get_by_text("professionals").count() == 0
    footer = page.get_by_role("contentinfo")
    assert footer.get_by_role("link", name="Voor professionals").is_visible()
