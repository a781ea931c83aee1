"""Choosing from the agenda, in a real browser."""

import pytest
from playwright.sync_api import expect

from chromium import DESK, PHONE, axe_violations_in_both_schemes
from search_site import served


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("agenda")) as address:
        yield address


def titles(page):
    return [
        each.inner_text()
        for each in page.locator(".ga-agenda__title").all()
        if each.is_visible()
    ]


@pytest.fixture
def visit(address, open_page):
    def visit(path="agenda/", viewport=PHONE, **options):
        page = open_page(f"{address}{path}", viewport, **options)
        page.wait_for_selector("[data-module=agenda][data-ready]")
        return page

    return visit


def test_a_choice_leaves_what_fits_and_stands_in_the_address(visit, address):
    page = visit()
    everything = titles(page)
    assert len(everything) > 2
    page.get_by_text("Kies wat bij u past").click()
    page.get_by_label("Onderwerp").select_option("Slapen en huilen")

    assert titles(page) == ["Slaap lekker: rust voor kind en ouder"]
    assert page.url == f"{address}agenda/?thema=slapen"
    total = len(everything)
    expect(page.get_by_text(f"1 van de {total} passen hierbij.")).to_be_visible()
    assert not page.get_by_role("heading", name="Elke week").is_visible()
    page.get_by_role("button", name="Wis uw keuze").click()
    assert titles(page) == everything
    assert page.url == f"{address}agenda/"


def test_the_choice_goes_along_to_another_month(visit, address):
    page = visit("agenda/?thema=scheiding")
    page.get_by_role("link", name="januari 2027").click()

    page.wait_for_url(f"{address}agenda/2027-01/?thema=scheiding")


def test_a_shared_address_shows_the_same_choice(visit):
    page = visit("agenda/2026-12/?thema=slapen&leeftijd=2&gemeente=dijkdorp")

    assert page.get_by_label("Onderwerp").input_value() == "slapen"
    assert page.get_by_label("Leeftijd").input_value() == "2"
    assert titles(page) == ["Slaap lekker: rust voor kind en ouder"]


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("leeftijd=5 maanden", False),
        ("leeftijd=6 maanden", True),
        ("leeftijd=3", True),
        ("leeftijd=4", False),
        ("leeftijd=zwanger", False),
        ("leeftijd=veel", True),
        ("gemeente=polderland", False),
        ("gemeente=waterstad-noord", True),
        ("meedoen=ja", False),
        ("thema=bestaat-niet", True),
    ],
)
def test_each_choice_means_what_it_means_on_the_search_page(visit, query, fits):
    page = visit(f"agenda/2026-12/?{query}")

    assert bool(titles(page)) is fits


def test_when_nothing_fits_the_same_choice_leads_to_all_offers(visit, address):
    page = visit("agenda/?thema=scheiding&leeftijd=9")

    assert titles(page) == []
    expect(page.get_by_text("Op deze pagina past hier niets bij.")).to_be_visible()
    page.get_by_role("link", name="Zoek hiermee in al het aanbod").click()
    page.wait_for_url(f"{address}aanbod/?leeftijd=9&thema=scheiding")


def test_without_javascript_everything_is_there(address, open_page):
    page = open_page(f"{address}agenda/?thema=slapen", java_script_enabled=False)

    assert not page.get_by_text("Kies wat bij u past").is_visible()
    assert len(titles(page)) > 2


def test_paper_shows_what_was_chosen_and_no_controls(visit):
    page = visit("agenda/?thema=slapen")
    page.emulate_media(media="print")

    assert titles(page) == ["Slaap lekker: rust voor kind en ouder"]
    assert not page.get_by_text("Kies wat bij u past").is_visible()
    assert not page.get_by_role("heading", name="Kies een maand").is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["375", "1280"])
def test_axe_finds_nothing_in_the_open_form(visit, viewport):
    page = visit("agenda/?thema=slapen", viewport)

    assert axe_violations_in_both_schemes(page) == []
    assert page.heard == []
