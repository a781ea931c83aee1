"""The report in a real browser: the matrix, sorting, filtering, printing."""

import re
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

import pytest
from playwright.sync_api import expect

from builders import TODAY
from chromium import DESK, PHONE, axe_violations_in_both_schemes
from groepsaanbod import building
from groepsaanbod.cli import main
from search_site import served
from test_building import arguments, plan

__all__ = ["plan"]

GAPS = "rapport/hiaten/waterstad/"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("report")) as address:
        yield address


def test_a_cell_of_the_matrix_leads_to_what_there_is_to_say_of_it(address, open_page):
    page = open_page(f"{address}{GAPS}", DESK)
    matrix = page.get_by_role("table", name="Hiaten in Waterstad, per thema")

    matrix.locator('a[href="#angst-12-24"]').click()

    box = page.locator("#angst-12-24")
    expect(box).to_be_in_viewport()
    expect(box.get_by_role("heading")).to_have_text(re.compile("12 tot 24 jaar: "))
    assert page.url.endswith("#angst-12-24")


def test_without_javascript_everything_but_sorting_is_there(address, open_page):
    page = open_page(f"{address}{GAPS}", DESK, java_script_enabled=False)

    assert page.get_by_role("table").count() > 3
    assert page.locator(".ga-table__sort").count() == 0
    page.locator('a[href="#slapen-0-12"]').first.click()
    expect(page.locator("#slapen-0-12")).to_be_in_viewport()


def column(page, name, number):
    cells = page.locator(f"[data-name={name}] tbody tr:not([hidden]) > *")
    texts = [text.strip() for text in cells.all_inner_texts()]
    width = page.locator(f"[data-name={name}] thead th").count()
    return texts[number::width]


def test_a_table_is_sorted_by_its_headings_and_the_address_remembers(
    address, open_page
):
    page = open_page(f"{address}rapport/hiaten/", DESK)
    heading = page.locator("[data-name=startmaanden] thead th").nth(1)
    before = column(page, "startmaanden", 1)

    heading.get_by_role("button").click()
    assert column(page, "startmaanden", 1) == sorted(before, key=int)
    assert heading.get_attribute("aria-sort") == "ascending"
    assert "startmaanden-op=2" in page.url
    heading.get_by_role("button").press("Enter")
    assert column(page, "startmaanden", 1) == sorted(before, key=int, reverse=True)

    page.reload()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert column(page, "startmaanden", 1) == sorted(before, key=int, reverse=True)


def test_a_table_is_filtered_by_words_and_the_address_remembers(address, open_page):
    page = open_page(f"{address}rapport/hiaten/", DESK)
    table = page.locator("[data-name=startmaanden]")

    table.get_by_label("Alleen rijen met").fill("2027 M")

    rows = column(page, "startmaanden", 0)
    assert rows == ["maart 2027", "mei 2027", "september 2027", "november 2027"]
    assert "startmaanden-zoek=2027+M" in page.url
    expect(table.get_by_role("status")).to_have_text("4 van de 14 rijen.")
    page.reload()
    expect(table.get_by_label("Alleen rijen met")).to_have_value("2027 M")
    assert column(page, "startmaanden", 0) == rows


@pytest.mark.parametrize("query", ["op=99", "op=0", "op=x", "op=1e9", "op=-1", "zoek="])
def test_an_address_with_nonsense_changes_nothing(address, open_page, query):
    page = open_page(f"{address}rapport/hiaten/?startmaanden-{query}", DESK)

    expect(page.locator(".ga-table__sort").first).to_be_visible()
    assert page.locator("[aria-sort]").count() == 0
    assert page.heard == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(address, open_page, viewport):
    page = open_page(f"{address}{GAPS}", viewport)
    page.wait_for_selector(".ga-table__sort")

    assert axe_violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


NEW_OFFER = """\
titel: Twee huizen
samenvatting: Voor kinderen van wie de ouders uit elkaar zijn.
beschrijving: In acht keer praat uw kind met anderen.
doelgroep: [kinderen]
leeftijd: {van: 6, tot_en_met: 11}
themas: [scheiding]
vorm: training
gebieden: [dijkdorp]
kosten: gratis
aanmelden: {hoe: zelf-aanmelden, telefoon: "030 000 00 30"}
gecontroleerd_op: 2026-11-02
groepen:
  - start: 2027-01-12
locaties:
  - {naam: Dorpshuis, adres: Voorbeeldstraat 2, plaats: Dijkdorp}
"""


@contextmanager
def shown(plan):
    """Build and serve; give the address of the gaps of Dijkdorp."""
    assert main(["build", *arguments(plan)]) == 0
    server = building.server(plan.output, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/rapport/"
    server.shutdown()
    server.server_close()


def test_a_decision_moves_a_gap_to_the_decisions(plan, open_page):
    plan.folders.region.joinpath("afstemming.yaml").write_text("besluiten:\n", "utf-8")
    with shown(plan) as report:
        page = open_page(f"{report}hiaten/dijkdorp/", DESK)
        box = page.locator("#scheiding-0-12")
        assert "Scheiding" in column(page, "grootste-hiaten", 2)
        box.get_by_text("Leg een besluit vast").click()
        lines = box.locator("pre").inner_text()
    with plan.folders.region.joinpath("afstemming.yaml").open(
        "a", encoding="utf-8"
    ) as f:
        f.write(lines)
    with shown(plan) as report:
        page = open_page(f"{report}hiaten/dijkdorp/", DESK)
        box = page.locator("#scheiding-0-12")
        expect(box).to_contain_text("Opgepakt, door Coördinator groepsaanbod")
        expect(box.get_by_text("Leg een besluit vast")).to_have_count(0)
        assert page.locator("[data-name=grootste-hiaten]").count() == 0
        page.goto(f"{report}besluiten/")
        expect(page.locator("[data-name=besluiten]")).to_contain_text(
            "Hiaat: Scheiding, 0 tot 12 jaar, Dijkdorp"
        )


def test_an_offer_closes_its_gap_and_ends_its_decision(plan, open_page):
    with shown(plan) as report:
        page = open_page(f"{report}hiaten/dijkdorp/#scheiding-0-12", DESK)
        box = page.locator("#scheiding-0-12")
        expect(box.get_by_role("heading")).to_have_text("0 tot 12 jaar: geen aanbod")
    offer = plan.folders.offers / "welzijn-waterland/twee-huizen.yaml"
    offer.write_text(NEW_OFFER, encoding="utf-8")
    with shown(plan) as report:
        page = open_page(f"{report}hiaten/dijkdorp/#scheiding-0-12", DESK)
        box = page.locator("#scheiding-0-12")
        expect(box.get_by_role("heading")).to_have_text("0 tot 12 jaar: voldoende")
        expect(box.get_by_role("link", name="Twee huizen")).to_be_visible()
        page.goto(f"{report}besluiten/")
        expect(page.locator("[data-name=besluiten-terug]")).to_contain_text(
            "Er is geen hiaat meer. Het besluit kan weg."
        )


def test_no_report_is_for_search_machines(site):
    pages = sorted(site.glob("rapport/**/*.html"))

    assert len(pages) > 3
    for page in pages:
        assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")
    assert "/rapport/" not in site.joinpath("sitemap.xml").read_text("utf-8")


def test_a_report_that_is_not_public_stands_apart(plan, tmp_path, capsys):
    settings = tmp_path / "intern.py"
    text = "from publishconf import *\nRAPPORT_PUBLIEK = False\nTHEME = {!r}\n"
    theme = plan.settings.parent / "theme"
    settings.write_text(text.format(str(theme)), encoding="utf-8")

    code = main(["publish", *arguments(replace(plan, settings=settings))])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Dezelfde site met het rapport staat in output-rapport/."
        " Zet die map niet op internet."
    )
    public = plan.output.rglob("*")
    assert not [
        path for path in public if "rapport" in path.relative_to(plan.output).parts
    ]
    for page in plan.output.rglob("*.html"):
        assert "rapport/" not in page.read_text("utf-8"), page
    apart = plan.output.with_name("output-rapport")
    assert apart.joinpath("rapport/hiaten/index.html").is_file()
    assert apart.joinpath("index.html").is_file()
    assert plan.today == str(TODAY)
