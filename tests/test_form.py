"""The form for partners in a real browser: from empty to a file the check accepts."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from builders import TODAY
from chromium import DESK, LOOKS, LOOKS_NAMED, PHONE, SMALLEST, axe_violations
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders, load
from groepsaanbod.model import OfferFile
from groepsaanbod.source import read
from groepsaanbod.writing import canonical
from search_site import served

PROJECT = Path(__file__).parent.parent
FORM = "voor-aanbieders/formulier/"
KEY = "groepsaanbod-concept:/"
NOON = f"{TODAY}T12:00:00"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("form") / "site"
    with served(site, folder, worker=None, with_modules=True) as found:
        yield found


@pytest.fixture
def form(address, open_page):
    """Open the form on the day of the tests."""

    def form(viewport=PHONE, stored=None, **options):
        page = open_page(f"{address}over/", viewport, **options)
        page.clock.set_fixed_time(NOON)
        if stored is not None:
            page.evaluate(
                "([key, text]) => localStorage.setItem(key, text)", [KEY, stored]
            )
        page.goto(f"{address}{FORM}")
        page.wait_for_selector("[data-module=form][data-ready]")
        return page

    return form


def heading(page):
    return page.locator("[data-part=title]")


def go_on(page, title):
    """Go to the next step, which has this title."""
    page.get_by_role("button", name="Volgende").click()
    expect(heading(page)).to_have_text(title)


def go_to(page, step):
    """Go to a step by the list of steps, which a phone folds."""
    overview = page.locator("[data-part=overview]")
    if overview.get_attribute("open") is None:
        overview.locator("summary").click()
    page.locator(f"[data-step={step}] button").click()


def field(page, location):
    """Give the question at a location, as ``groepen[1].start``."""
    return page.locator(f'[data-field="{location}"]')


def error(page, location):
    return field(page, location).locator("> .ga-filter__error")


def fill(page, location, text):
    box = field(page, location).locator("input, textarea, select").first
    box.fill(text)
    box.blur()


def tick(page, location, *names):
    for name in names:
        field(page, location).get_by_label(name, exact=True).check()


def text_of(page):
    return page.locator("[data-part=text]").text_content()


def path_of(page):
    return page.locator("[data-part=path]").text_content()


def checked(good, folder, files):
    """Give what the check says once these files, by their paths, are in the region."""
    shutil.copytree(good.offers, folder / "offers")
    for path, text in files.items():
        folder.joinpath(path).parent.mkdir(exist_ok=True)
        folder.joinpath(path).write_text(text, encoding="utf-8")
    loaded = load(Folders(folder / "offers", good.region, good.content), TODAY)
    return [str(each) for each in loaded.problems]


def test_a_new_offer_on_a_phone_becomes_a_file_that_the_check_accepts(
    form, good, tmp_path, address
):
    page = form()
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    expect(heading(page)).to_have_text("Van wie is het?")
    page.get_by_label("Organisatie").select_option(label="Welzijn Waterland")

    go_on(page, "Wat is het?")
    fill(page, "titel", "Slapen: rust in huis")
    fill(page, "samenvatting", "Voor ouders van een kind dat slecht slaapt.")
    fill(page, "beschrijving", "U zoekt samen naar rust.\n\n- een plan\n- een nummer")
    tick(page, "vorm", "Cursus")

    go_on(page, "Voor wie is het?")
    tick(page, "doelgroep", "Ouders")
    fill(page, "leeftijd.van", "6 maanden")
    fill(page, "leeftijd.tot_en_met", "6")
    tick(page, "themas", "Slapen en huilen")
    tick(page, "gebieden", "Waterstad")

    go_on(page, "Waar is het?")
    page.get_by_role("button", name="Een plek toevoegen").click()
    fill(page, "locaties[1].naam", "De Bron")
    fill(page, "locaties[1].adres", "Bronstraat 1")
    fill(page, "locaties[1].plaats", "Waterstad")

    go_on(page, "Wanneer is het?")
    page.get_by_role("button", name="Een groep toevoegen").click()
    fill(page, "groepen[1].start", "2027-01-12")
    fill(page, "groepen[1].tijd", "19:30-21:00")
    field(page, "groepen[1].locatie").locator("select").select_option("De Bron")

    go_on(page, "Wat kost het en hoe doet iemand mee?")
    tick(page, "kosten", "Het kost geld")
    fill(page, "kosten.bedrag", "12,50")
    tick(page, "aanmelden.hoe", "Zelf aanmelden")
    fill(page, "aanmelden.telefoon", "030 000 00 30")

    go_on(page, "Wilt u nog iets vertellen?")
    go_on(page, "Voor professionals en de gemeente")
    go_on(page, "Kijk het na en stuur het op")
    page.get_by_role("button", name="Ik heb alles vandaag nagekeken").click()
    expect(page.locator("[data-part=verdict]")).to_have_text("Alles is goed ingevuld.")

    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename == "slapen-rust-in-huis.yaml"
    text = Path(download.value.path()).read_text("utf-8")
    assert text == text_of(page)
    assert text == (
        'titel: "Slapen: rust in huis"\n'
        "samenvatting: Voor ouders van een kind dat slecht slaapt.\n"
        "beschrijving: |\n"
        "  U zoekt samen naar rust.\n"
        "\n"
        "  - een plan\n"
        "  - een nummer\n"
        "doelgroep: [ouders]\n"
        "leeftijd: {van: 6 maanden, tot_en_met: 6}\n"
        "themas: [slapen]\n"
        "vorm: cursus\n"
        "gebieden: [waterstad]\n"
        'kosten: {bedrag: "12,50"}\n'
        "aanmelden:\n"
        "  hoe: zelf-aanmelden\n"
        '  telefoon: "030 000 00 30"\n'
        "gecontroleerd_op: 2026-11-24\n"
        "groepen:\n"
        "  - start: 2027-01-12\n"
        '    tijd: "19:30-21:00"\n'
        "    locatie: De Bron\n"
        "locaties:\n"
        "  - naam: De Bron\n"
        "    adres: Bronstraat 1\n"
        "    plaats: Waterstad\n"
    )
    assert path_of(page) == "offers/welzijn-waterland/slapen-rust-in-huis.yaml"
    assert checked(good, tmp_path, {path_of(page): text}) == []
    assert {each.split("/")[2] for each in page.asked} == {address.split("/")[2]}
    assert page.evaluate("localStorage.length") == 0
    assert page.heard == []


def test_an_offer_of_the_site_is_opened_and_changed(form, good, tmp_path):
    page = form(DESK)
    own = good.offers / "cjg-rivierenland/kies.yaml"
    page.get_by_label("Welk aanbod van de site?").select_option("cjg-rivierenland/kies")
    page.get_by_role("button", name="Open dit aanbod").click()
    expect(heading(page)).to_have_text("Wat is het?")

    fill(page, "titel", "KIES in de wijk")
    go_to(page, "opsturen")
    expect(page.locator("[data-part=verdict]")).to_have_text("Alles is goed ingevuld.")
    data = read("kies.yaml", own.read_bytes())[0].data
    assert text_of(page) == canonical(data | {"titel": "KIES in de wijk"}, OfferFile)
    assert path_of(page) == "offers/cjg-rivierenland/kies.yaml"
    expect(page.get_by_text("Die staat niet in de nieuwe tekst")).to_be_visible()
    assert checked(good, tmp_path, {path_of(page): text_of(page)}) == []
    assert page.heard == []


def test_each_offer_of_the_site_comes_back_as_it_was(form, good):
    page = form(DESK)
    for path in sorted(good.offers.glob("*/*.yaml")):
        if path.name == "aanbieder.yaml":
            continue
        page.get_by_label("Welk aanbod van de site?").select_option(
            f"{path.parent.name}/{path.stem}"
        )
        page.get_by_role("button", name="Open dit aanbod").click()
        expect(heading(page)).to_have_text("Wat is het?")
        for step in ("voor-wie", "waar", "wanneer", "meedoen", "meer", "professionals"):
            go_to(page, step)
        go_to(page, "opsturen")
        data = read(path.name, path.read_bytes())[0].data
        assert text_of(page) == canonical(data, OfferFile), path
        page.goto(page.url.split("#")[0] + "?")
        page.wait_for_selector("[data-module=form][data-ready]")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["375", "1280"])
def test_five_mistakes_are_told_where_they_are_and_can_be_mended(form, viewport):
    page = form(viewport)
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Kies uw organisatie.", exact=True)).to_be_visible()
    expect(page.get_by_label("Organisatie")).to_be_focused()
    page.get_by_label("Organisatie").select_option("cjg-rivierenland")
    page.get_by_role("button", name="Volgende").click()

    expect(error(page, "titel")).to_be_hidden()
    fill(page, "titel", "a" * 81)
    expect(error(page, "titel")).to_have_text(
        "Dit is te lang: 81 tekens; maak er hoogstens 80 van."
    )
    expect(field(page, "titel").locator("input")).to_have_attribute(
        "aria-invalid", "true"
    )
    fill(page, "titel", "Rust")
    expect(error(page, "titel")).to_be_hidden()

    fill(page, "beschrijving", "Dit is <b>leuk</b>.")
    expect(error(page, "beschrijving")).to_contain_text("HTML zoals '<b>' mag niet")
    page.get_by_role("button", name="Volgende").click()
    expect(heading(page)).to_have_text("Wat is het?")
    expect(error(page, "samenvatting")).to_have_text("Vul dit in.")
    expect(error(page, "vorm")).to_have_text("Kies wat past.")
    fill(page, "samenvatting", "Voor ouders.")
    fill(page, "beschrijving", "Dit is leuk.")
    tick(page, "vorm", "Cursus")
    go_on(page, "Voor wie is het?")

    fill(page, "leeftijd.van", "12")
    fill(page, "leeftijd.tot_en_met", "8")
    expect(error(page, "leeftijd")).to_have_text(
        "De jongste leeftijd is hoger dan de oudste; wissel ze om."
    )
    fill(page, "leeftijd.tot_en_met", "16")
    expect(error(page, "leeftijd")).to_be_hidden()

    go_to(page, "wanneer")
    page.get_by_role("button", name="Een groep toevoegen").click()
    fill(page, "groepen[1].tijd", "half acht")
    expect(error(page, "groepen[1].tijd")).to_contain_text("Schrijf de tijd als")
    fill(page, "groepen[1].tijd", "19.30 tot 21.00")
    expect(error(page, "groepen[1].tijd")).to_be_hidden()
    fill(page, "groepen[1].start", "2027-01-12")

    go_to(page, "meedoen")
    tick(page, "aanmelden.hoe", "Zelf aanmelden")
    fill(page, "aanmelden.telefoon", "12345")
    expect(error(page, "aanmelden.telefoon")).to_contain_text("is geen Nederlands")
    go_to(page, "opsturen")
    wrong = page.locator("[data-part=mistakes-list] > li")
    expect(wrong.filter(has_text="Aanmelden, Telefoon")).to_have_count(1)
    page.get_by_role("button", name="Ga naar: Aanmelden, Telefoon").click()
    expect(field(page, "aanmelden.telefoon").locator("input")).to_be_focused()
    fill(page, "aanmelden.telefoon", "030 000 00 30")
    expect(error(page, "aanmelden.telefoon")).to_be_hidden()
    assert page.heard == []


def test_the_keyboard_alone_fills_in_the_form(form, good, tmp_path):
    page = form()
    keys = page.keyboard

    def tab_to(locator):
        for _ in range(80):
            if locator.evaluate("each => each === document.activeElement"):
                return
            keys.press("Tab")
        pytest.fail(f"{locator} is not reached")

    def type_in(location, text):
        tab_to(field(page, location).locator("input, textarea").first)
        keys.type(text)

    def press(location, name):
        tab_to(field(page, location).get_by_label(name, exact=True))
        keys.press("Space")

    def press_first(location, times=0):
        """Reach a choice of one by its first, and go on with the arrows."""
        tab_to(field(page, location).locator("input").first)
        keys.press("Space")
        for _ in range(times):
            keys.press("ArrowDown")

    def next_step(title):
        tab_to(page.get_by_role("button", name="Volgende"))
        keys.press("Enter")
        expect(heading(page)).to_have_text(title)
        expect(heading(page)).to_be_focused()

    tab_to(page.get_by_role("button", name="Begin met een nieuw aanbod"))
    keys.press("Enter")
    tab_to(page.get_by_label("Organisatie"))
    keys.type("CJG")
    next_step("Wat is het?")
    type_in("titel", "Rust in huis")
    type_in("samenvatting", "Voor ouders van een kind dat slecht slaapt.")
    type_in("beschrijving", "U zoekt samen naar rust.")
    press_first("vorm")
    next_step("Voor wie is het?")
    press("doelgroep", "Ouders")
    type_in("leeftijd.van", "1")
    type_in("leeftijd.tot_en_met", "6")
    press("themas", "Slapen en huilen")
    press("gebieden", "Waterstad")
    next_step("Waar is het?")
    next_step("Wanneer is het?")
    next_step("Wat kost het en hoe doet iemand mee?")
    press_first("kosten")
    press_first("aanmelden.hoe", times=1)
    next_step("Wilt u nog iets vertellen?")
    next_step("Voor professionals en de gemeente")
    next_step("Kijk het na en stuur het op")
    tab_to(page.get_by_role("button", name="Ik heb alles vandaag nagekeken"))
    keys.press("Enter")
    expect(page.locator("[data-part=verdict]")).to_have_text("Alles is goed ingevuld.")
    tab_to(page.get_by_role("button", name="Download het bestand"))

    assert checked(good, tmp_path, {path_of(page): text_of(page)}) == []


def begin_as_new_organisation(page):
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    page.get_by_label("Organisatie").select_option("+")
    page.get_by_role("button", name="Volgende").click()
    expect(error(page, "naam")).to_have_text("Vul dit in.")
    fill(page, "naam", "Stichting De Brug")
    fill(page, "samenvatting", "Voor gezinnen in Waterstad.")
    fill(page, "email", "info@debrug.example.nl")
    go_on(page, "Wat is het?")


def test_a_new_organisation_gets_a_file_of_its_own(form, good, tmp_path):
    page = form(DESK)
    begin_as_new_organisation(page)
    go_to(page, "opsturen")

    path = page.locator("[data-part=second-path]").text_content()
    text = page.locator("[data-part=second-text]").text_content()
    assert path == "offers/stichting-de-brug/aanbieder.yaml"
    assert text == (
        "naam: Stichting De Brug\n"
        "samenvatting: Voor gezinnen in Waterstad.\n"
        "email: info@debrug.example.nl\n"
    )
    assert path_of(page) == "offers/stichting-de-brug/nieuw-aanbod.yaml"
    assert checked(good, tmp_path, {path: text}) == []


def test_a_draft_is_kept_only_when_one_asks_and_can_be_wiped(form):
    page = form()
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    page.get_by_label("Organisatie").select_option("cjg-rivierenland")
    go_on(page, "Wat is het?")
    fill(page, "titel", "Rust in huis")
    assert page.evaluate("localStorage.length") == 0

    page.get_by_role("button", name="Bewaar als concept").click()
    expect(page.get_by_text("Uw concept is bewaard in deze browser.")).to_be_visible()
    fill(page, "samenvatting", "Later getypt.")
    page.wait_for_function(
        "key => localStorage.getItem(key).includes('Later getypt.')", arg=KEY
    )
    page.reload()
    page.get_by_role("button", name="Ga verder met uw concept").click()
    expect(heading(page)).to_have_text("Wat is het?")
    expect(field(page, "titel").locator("input")).to_have_value("Rust in huis")
    expect(field(page, "samenvatting").locator("textarea")).to_have_value(
        "Later getypt."
    )

    page.get_by_role("button", name="Wis alles").click()
    dialog = page.get_by_role("dialog", name="Wilt u alles wissen?")
    dialog.get_by_role("button", name="Nee, ga verder").click()
    assert page.evaluate("localStorage.length") == 1
    page.get_by_role("button", name="Wis alles").click()
    dialog.get_by_role("button", name="Ja, wis alles").click()
    expect(
        page.get_by_role("button", name="Begin met een nieuw aanbod")
    ).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_text("U hebt nog een concept")).to_be_hidden()


def test_a_postcode_is_written_as_one_writes_it(form):
    page = form()
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    go_to(page, "waar")
    page.get_by_role("button", name="Een plek toevoegen").click()
    fill(page, "locaties[1].postcode", "2011ab")
    box = field(page, "locaties[1].postcode").locator("input")
    expect(box).to_have_value("2011 AB")
    expect(error(page, "locaties[1].postcode")).to_be_hidden()
    fill(page, "locaties[1].postcode", "2011")
    expect(box).to_have_value("2011")
    expect(error(page, "locaties[1].postcode")).to_contain_text("vier cijfers")


@pytest.mark.parametrize(
    "text", ["[[[", "null", "7", "[]", '{"data": []}', '{"data": {}, "partner": "x"}']
)
def test_a_draft_that_is_none_is_not_shown(form, text):
    page = form(stored=text)

    expect(page.get_by_text("U hebt nog een concept")).to_be_hidden()
    assert page.heard == []


def test_a_draft_is_text_and_nothing_else(form):
    attack = "<img src=x onerror=alert(1)>"
    page = form(
        stored='{"data": {"titel": "%s", "vorm": {"a": ["%s"]}, "themas": "%s",'
        ' "groepen": [["%s"]], "x": "%s"}, "organisation": {}, "partner": "../x",'
        ' "slug": "%s"}' % ((attack,) * 6)
    )
    page.get_by_role("button", name="Ga verder met uw concept").click()
    for step in ("wat", "voor-wie", "waar", "wanneer", "meedoen", "meer", "opsturen"):
        go_to(page, step)

    assert page.locator("main img").count() == 0
    assert page.heard == []


def test_a_field_that_nobody_knows_can_go(form, tmp_path):
    page = form()
    own = tmp_path / "aanbod.yaml"
    own.write_text("titel: Rust\nkleur: groen\n", encoding="utf-8")
    page.get_by_label("Of een bestand van uw computer").set_input_files(own)
    expect(heading(page)).to_have_text("Van wie is het?")
    go_to(page, "opsturen")
    wrong = page.locator("[data-part=mistakes-list] > li").filter(has_text="kleur")
    expect(wrong).to_contain_text("Dit veld kennen we niet")
    wrong.get_by_role("button", name="Haal dit veld weg").click()

    expect(wrong).to_have_count(0)
    assert text_of(page) == "titel: Rust\n"


def test_a_file_that_is_none_of_ours_is_not_opened(form, tmp_path):
    page = form()
    own = tmp_path / "foto.yaml"
    own.write_bytes(b"\x00\xff- [")
    page.get_by_label("Of een bestand van uw computer").set_input_files(own)

    expect(page.get_by_text("Dit bestand begrijpen we niet.")).to_be_visible()
    expect(page.get_by_text("Iets nieuws")).to_be_visible()


def test_the_card_what_is_alike_and_the_gap_follow_while_one_types(form):
    page = form(DESK)
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    page.get_by_label("Organisatie").select_option("welzijn-waterland")
    go_on(page, "Wat is het?")
    fill(page, "titel", "KIES in de Molenwijk")
    card = page.locator("[data-part=card]")
    expect(card).to_contain_text("KIES in de Molenwijk")
    expect(card).to_contain_text("van Welzijn Waterland")
    alike = page.locator("[data-part=alike]")
    expect(alike).to_contain_text("KIES in de Molenwijk van CJG Rivierenland")

    go_to(page, "voor-wie")
    fill(page, "leeftijd.van", "4")
    fill(page, "leeftijd.tot_en_met", "11")
    tick(page, "themas", "Scheiding")
    field(page, "gebieden").locator("input[value=regio]").check()
    expect(card).to_contain_text("4 tot en met 11 jaar")
    gaps = page.locator("[data-part=gaps]")
    expect(gaps).to_contain_text("Hier is behoefte aan")
    expect(gaps).to_contain_text("scheiding, 0 tot 12 jaar, Dijkdorp (geen aanbod)")


def test_the_address_on_github_holds_the_file(form):
    page = form()
    given = page.evaluate(
        """([site, path]) => import('../../modules/js/form/sending.js')
            .then(({ proposal }) => [
                proposal(`${site}/`, path, 'titel: "é & b"', true),
                proposal(site, path, 'x'.repeat(9000), true),
                proposal(site, path, 'x', false),
            ])""",
        ["https://github.com/a/b", "offers/c/d.yaml"],
    )

    assert given == [
        {
            "address": "https://github.com/a/b/new/main?filename=offers%2Fc%2Fd.yaml"
            "&value=titel%3A%20%22%C3%A9%20%26%20b%22",
            "isFilled": True,
        },
        {
            "address": "https://github.com/a/b/new/main?filename=offers%2Fc%2Fd.yaml",
            "isFilled": False,
        },
        {
            "address": "https://github.com/a/b/edit/main/offers/c/d.yaml",
            "isFilled": False,
        },
    ]


def test_where_files_stand_on_github_the_form_makes_a_proposal(
    good, tmp_path, open_page, monkeypatch
):
    region = shutil.copytree(good.region, tmp_path / "region")
    with region.joinpath("site.yaml").open("a", encoding="utf-8") as file:
        file.write("bron: https://github.com/regio/aanbod\n")
    monkeypatch.chdir(PROJECT)
    building.build(
        Plan(
            folders=Folders(good.offers, region, good.content),
            content=good.content,
            output=tmp_path / "output",
            settings=PROJECT / "pelicanconf.py",
            today=str(TODAY),
        )
    )
    with served(tmp_path / "output", tmp_path / "served", worker=None) as address:
        page = open_page(f"{address}{FORM}", DESK)
        page.wait_for_selector("[data-module=form][data-ready]")
        page.get_by_label("Welk aanbod van de site?").select_option(
            "cjg-rivierenland/kies"
        )
        page.get_by_role("button", name="Open dit aanbod").click()
        expect(heading(page)).to_have_text("Wat is het?")
        go_to(page, "opsturen")
        link = page.get_by_role("link", name="Of doe een voorstel op GitHub")
        expect(link).to_have_attribute(
            "href",
            "https://github.com/regio/aanbod/edit/main/offers/cjg-rivierenland/kies.yaml",
        )
        expect(page.locator("[data-part=github-hint]")).to_have_text(
            "Kopieer eerst de tekst. Plak die daar."
            " Kies “Propose changes” en dan “Create pull request”."
        )
        expect(page.locator("[data-part=two-proposals]")).to_be_hidden()

        page.goto(f"{address}{FORM}")
        page.wait_for_selector("[data-module=form][data-ready]")
        begin_as_new_organisation(page)
        go_to(page, "opsturen")
        expect(page.locator("[data-part=download]")).to_have_text(
            "Download de 2 bestanden"
        )
        first = page.locator("[data-part=github-organisation]")
        expect(first).to_have_attribute(
            "href",
            "https://github.com/regio/aanbod/new/main"
            "?filename=offers%2Fstichting-de-brug%2Faanbieder.yaml"
            "&value=naam%3A%20Stichting%20De%20Brug%0A"
            "samenvatting%3A%20Voor%20gezinnen%20in%20Waterstad.%0A"
            "email%3A%20info%40debrug.example.nl%0A",
        )
        second = page.locator("[data-part=github-offer]")
        expect(second).to_have_attribute(
            "href", re.compile("filename=offers%2Fstichting-de-brug%2Fnieuw-aanbod")
        )
        expect(page.locator("[data-part=one-proposal]")).to_have_attribute("hidden", "")
        expect(page.locator("[data-part=mail]")).to_have_attribute(
            "href", re.compile("stichting-de-brug%2Faanbieder.yaml")
        )


def test_without_javascript_the_page_names_the_other_ways(address, open_page):
    page = open_page(f"{address}{FORM}", java_script_enabled=False)

    assert page.locator("main :is(button, input, select):visible").count() == 0
    assert page.get_by_role("link", name="Kopieer het voorbeeld").is_visible()
    assert page.get_by_role("link", name="coordinator@groepsaanbod.example.nl").first


def test_files_that_do_not_come_leave_the_page_as_without_javascript(
    address, open_page
):
    page = open_page(f"{address}robots.txt")
    page.route("**/velden.json", lambda route: route.abort())
    page.goto(f"{address}{FORM}")

    expect(page.get_by_role("link", name="Kopieer het voorbeeld")).to_be_visible()
    expect(page.get_by_text("Iets nieuws")).to_be_hidden()


STEPS = (
    *("organisatie", "wat", "voor-wie", "waar", "wanneer", "meedoen", "meer"),
    *("professionals", "opsturen"),
)


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS, ids=LOOKS_NAMED)
def test_axe_finds_nothing_in_any_step(form, viewport, scheme):
    page = form(viewport, color_scheme=scheme)
    found = {"start": axe_violations(page)}
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    page.get_by_label("Organisatie").select_option("+")
    for step in STEPS:
        go_to(page, step)
        for more in page.get_by_role("button", name="toevoegen").all():
            more.click()
        go_to(page, step)
        found[step] = axe_violations(page)
    assert not any(found.values()), found


def test_every_step_fits_the_smallest_phone_and_the_largest_thumb(form):
    page = form(SMALLEST)
    page.get_by_role("button", name="Begin met een nieuw aanbod").click()
    for step in STEPS:
        go_to(page, step)
        for more in page.get_by_role("button", name="toevoegen").all():
            more.click()
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not page.evaluate(wide), step
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                '.ga-form :is(button, summary, select, textarea, .ga-choice)')]
                .filter(each => each.checkVisibility())
                .map(each => [each.textContent.trim(), each.getBoundingClientRect()])
                .filter(([, box]) => box.height < 44)
                .map(([text, box]) => `${text} ${box.height}`)"""
        )
        assert not small, step
