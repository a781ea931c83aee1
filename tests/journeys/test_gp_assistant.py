"""A GP's assistant, with a mother beside her, prints three offers."""

import re

import pytest
from playwright.sync_api import expect

from chromium import DESK
from search_site import served


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("assistant")) as address:
        yield address


def test_she_prints_three_offers_for_a_child_of_four(address, open_page):
    page = open_page(address, DESK)
    # She knows the site from her own children, and the link from its foot.
    page.get_by_role("contentinfo").get_by_role(
        "link", name="Voor professionals"
    ).click()
    page.wait_for_selector("[data-module=professionals][data-ready]")
    page.evaluate("window.print = () => { window.printed = true; }")

    # The girl is four and lives in Dijkdorp; what is full is of no use today.
    page.get_by_label("Leeftijd kind").fill("4")
    page.get_by_label("Woonplaats").select_option("dijkdorp")
    page.get_by_label("Instromen").select_option("ja")
    expect(page.locator("[data-part=count]")).to_have_text("3 van de 10 keer aanbod")
    boxes = page.get_by_role("checkbox", name="Kies")
    for box in boxes.all():
        box.check()
    expect(page.get_by_text("3 gekozen")).to_be_visible()
    page.get_by_role("button", name="Druk af").click()

    # The mother leaves with one sheet of paper.
    paper = page.locator("[data-part=paper]")
    page.emulate_media(media="print")
    expect(paper).to_be_visible()
    assert paper.get_by_role("heading").all_inner_texts() == [
        "Aanbod dat bij u past",
        "Samen verder",
        "Opvoeden op maat",
        "Thuis op adem",
    ]
    expect(paper).to_contain_text("Bel 030 000 00 10.")
    expect(paper).to_contain_text("Het adres is geheim.")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type ?/Page\b", pdf)) == 1

    # Nobody will know what it was about.
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_role("button", name="Wis keuze").click()
    assert "gekozen" not in page.url
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    assert page.heard == []
