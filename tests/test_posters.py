"""Posters and flyers in a real browser: on a screen, and on paper one sheet of A4."""

import re
import shutil

import pytest
import yaml
import zxingcpp
from playwright.sync_api import expect

from builders import MINIMAL, TODAY
from chromium import DESK, PHONE, axe_violations
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders
from search_site import served
from test_browser import PROJECT

A4 = {"width": 794, "height": 1123}
"""In CSS pixels, so that a screen in print is what the sheet is."""
POSTERS = "voor-aanbieders/posters/"
OFFERS = (
    "aanbod/cjg-rivierenland/kies/",
    "aanbod/cjg-rivierenland/slaap-lekker/",
    "aanbod/veilig-verder/samen-verder/",
    "aanbod/welzijn-waterland/koffie-met-kinderen/",
    "aanbod/welzijn-waterland/vol/",
)
SHEETS = (
    f"{POSTERS}regio/",
    f"{POSTERS}jongeren/",
    f"{POSTERS}themas/slapen/",
    f"{POSTERS}themas/somberheid/",
    f"{POSTERS}gemeenten/polderland/",
    f"{POSTERS}aanbieders/welzijn-waterland/",
)


def words(letters):
    """Give ordinary words, as many letters as may be."""
    text = "Samen leren omgaan met heftige gevoelens, thuis en op school. " * 9
    return text[: letters - 1].rstrip() + "?"


def full_offer(number):
    """Give an offer that says as much as it may, at its longest."""
    places = [
        {
            "naam": f"{number}e {words(77)}",
            "adres": words(80),
            "postcode": "2011 AB",
            "plaats": words(60),
        }
        for number in range(1, 6)
    ]
    return MINIMAL | {
        "titel": f"{number} {words(78)}",
        "samenvatting": words(160),
        "doelgroep": ["ouders", "ouders-met-kind", "kinderen", "jongeren"],
        "leeftijd": {"van": "zwangerschap", "tot_en_met": "6 maanden"},
        "gebieden": ["waterstad-noord", "waterstad-zuid", "dijkdorp", "polderland"],
        "speciaal_voor": ["gescheiden-ouders", "vaders"],
        "kosten": {"bedrag": "1250,50", "toelichting": words(160)},
        "aanmelden": {
            "hoe": "binnenlopen",
            "telefoon": "030 000 00 30",
            "email": f"{'aanmelden' * 5}@voorbeeld.example.nl",
            "website": "https://www.aanmelden-bij-welzijn-waterland.example.nl/nu",
            "toelichting": words(200),
        },
        "groepen": [
            {
                "start": f"2027-02-{day:02}",
                "tijd": "19:30-21:00",
                "bijeenkomsten": "12",
                "locatie": places[day % 5]["naam"],
                "taal": "oekraiens",
            }
            for day in range(1, 11)
        ],
        "inloop": [
            {
                "dag": day,
                "tijd": "9:30-11:00",
                "locatie": places[0]["naam"],
                "toelichting": words(160),
            }
            for day in ("maandag", "dinsdag", "woensdag")
        ],
        "uitvoering": "gemengd",
        "locaties": places,
        "talen": ["nederlands", "turks", "oekraiens"],
        "samen_met": ["cjg-rivierenland", "veilig-verder"],
    }


@pytest.fixture(scope="module")
def address(good, tmp_path_factory):
    """A site with such an offer, and a theme with the longest question."""
    folder = tmp_path_factory.mktemp("posters")
    data = folder / "data"
    shutil.copytree(good.offers.parent, data)
    for number, name in enumerate(("vol", "vol-twee", "vol-drie"), 1):
        text = yaml.safe_dump(full_offer(number), default_style='"', width=999)
        file = data / f"offers/welzijn-waterland/{name}.yaml"
        file.write_text(text, "utf-8")
    themes = data / "region/themas.yaml"
    long_question = yaml.safe_dump({"vraag": words(120)}, width=999).strip()
    changed, count = re.subn(
        "vraag: Mijn kind wordt elke nacht.*", long_question, themes.read_text("utf-8")
    )
    assert count == 1
    themes.write_text(changed, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT)
        building.build(
            Plan(
                folders=Folders(data / "offers", data / "region"),
                content=data / "content",
                output=folder / "output",
                settings=PROJECT / "pelicanconf.py",
                today=str(TODAY),
            )
        )
    with served(folder / "output", folder / "served", worker=None) as address:
        yield address


def printed(page):
    """Give the sizes of the sheets on which a page is printed, in points."""
    document = page.pdf(prefer_css_page_size=True).decode("latin-1")
    boxes = re.findall(r"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert len(boxes) == len(re.findall(r"/Type /Page\b", document))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def cut_off(page):
    """Give what is larger than its place on the sheet, as it prints."""
    page.emulate_media(media="print")
    return page.evaluate(
        """() => [...document.querySelectorAll(
                ".ga-poster__sheet, .ga-poster__top, .ga-flyer, .ga-flyer > *")]
            .filter(each => each.checkVisibility())
            .filter(each => each.scrollHeight > each.clientHeight + 1
                || each.scrollWidth > each.clientWidth + 1)
            .map(each => [each.className, each.scrollHeight, each.clientHeight])"""
    )


def read(page, code):
    """Give what a camera reads of a code on a page, in its colours of that moment."""
    shot = list(code.screenshot())
    blank = page.context.new_page()
    width, height, pixels = blank.evaluate(
        """async bytes => {
            const shot = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const { width, height } = shot;
            const context = new OffscreenCanvas(width, height).getContext("2d");
            context.drawImage(shot, 0, 0);
            const { data } = context.getImageData(0, 0, width, height);
            const grey = [];
            for (let at = 0; at < data.length; at += 4) {
                grey.push(Math.round((data[at] + data[at + 1] + data[at + 2]) / 3));
            }
            return [width, height, grey];
        }""",
        shot,
    )
    picture = memoryview(bytes(pixels)).cast("B", (height, width))
    return [each.text for each in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("path", OFFERS)
def test_an_offer_prints_as_one_sheet_with_all_that_is_on_it(address, open_page, path):
    page = open_page(f"{address}{path}", A4)

    assert not page.locator(".ga-poster").is_visible()
    assert printed(page) == [(595, 842)]
    assert cut_off(page) == []
    assert page.locator(".ga-poster").is_visible()
    assert not page.get_by_role("heading", level=1).is_visible()
    assert not page.locator(".ga-header").is_visible()
    assert not page.locator(".ga-footer").is_visible()


@pytest.mark.parametrize("path", SHEETS)
def test_a_poster_and_two_flyers_are_one_sheet_each(address, open_page, path):
    page = open_page(f"{address}{path}", A4)

    assert printed(page) == [(595, 842)]
    assert cut_off(page) == []
    page.emulate_media(media="null")
    page.get_by_label("Twee flyers, A5").check()
    assert printed(page) == [(595, 842)]
    assert cut_off(page) == []
    assert page.locator(".ga-flyer").count() == 2
    assert not page.locator(".ga-poster").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_code_on_the_screen_leads_to_the_page(address, open_page, scheme, forced):
    page = open_page(
        f"{address}{POSTERS}themas/slapen/",
        DESK,
        color_scheme=scheme,
        forced_colors=forced,
    )
    code = page.get_by_role("img", name="QR-code naar").first

    wanted = "https://groepsaanbod.example.nl/themas/slapen/"
    assert code.get_attribute("aria-label") == f"QR-code naar {wanted}"
    assert read(page, code) == [wanted]


@pytest.mark.parametrize("path", OFFERS)
def test_the_code_on_paper_leads_to_the_offer(address, open_page, path):
    page = open_page(f"{address}{path}", A4)
    page.emulate_media(media="print")

    assert read(page, page.locator(".ga-qr")) == [
        f"https://groepsaanbod.example.nl/{path}"
    ]


def test_without_javascript_one_chooses_by_keyboard_and_prints_by_the_menu(
    address, open_page
):
    page = open_page(f"{address}{POSTERS}regio/", DESK, java_script_enabled=False)
    page.get_by_label("Een poster, A4").focus()
    page.keyboard.press("ArrowDown")

    assert page.locator(".ga-flyers").is_visible()
    assert not page.locator(".ga-poster").is_visible()
    assert not page.get_by_role("button", name="Druk af").is_visible()


@pytest.mark.parametrize(
    ("path", "words"),
    [(f"{POSTERS}regio/", "Druk af"), (OFFERS[0], "Druk af als poster")],
)
def test_a_button_prints(address, open_page, path, words):
    page = open_page(f"{address}robots.txt", PHONE)
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"{address}{path}")
    page.get_by_role("button", name=words, exact=True).click()

    assert page.evaluate("window.printed")


def test_one_finds_the_posters_from_the_pages_of_partners(address, open_page):
    page = open_page(f"{address}voor-aanbieders/", DESK)
    page.get_by_role("link", name="Bekijk de posters en flyers").click()
    page.get_by_role("link", name="Welzijn", exact=False).last.click()
    expect(page).to_have_url(f"{address}{POSTERS}aanbieders/welzijn-waterland/")
    page.get_by_role("link", name="Alle posters").click()
    expect(page).to_have_url(f"{address}{POSTERS}")

    page.goto(f"{address}aanbieders/welzijn-waterland/")
    page.get_by_role("link", name="Poster van dit aanbod").click()
    expect(page).to_have_url(f"{address}{POSTERS}aanbieders/welzijn-waterland/")


def test_axe_finds_nothing_beside_the_flyers_either(address, open_page):
    page = open_page(f"{address}{POSTERS}themas/somberheid/", PHONE)
    page.get_by_label("Twee flyers, A5").check()

    assert axe_violations(page) == []
