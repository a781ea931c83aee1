"""Sending an offer on, in a real browser."""

import pytest
from playwright.sync_api import expect

from chromium import DESK
from search_site import served

PAGE = "aanbod/cjg-rivierenland/kies/"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("share")) as address:
        yield address


def test_without_javascript_there_are_two_plain_links(address, open_page):
    page = open_page(f"{address}{PAGE}", DESK, java_script_enabled=False)
    share = page.locator(".ga-share")

    assert share.get_by_role("link").all_inner_texts() == ["WhatsApp", "Mail"]
    assert share.get_by_role("button").all() == []
    assert share.get_by_role("link", name="WhatsApp").get_attribute("href") == (
        "https://wa.me/?text=KIES%20in%20de%20Molenwijk%3A%20"
        "https%3A%2F%2Fgroepsaanbod.example.nl%2Faanbod%2Fcjg-rivierenland%2Fkies%2F"
    )
    assert share.get_by_role("link", name="Mail", exact=True).get_attribute("href") == (
        "mailto:?subject=KIES%20in%20de%20Molenwijk"
        "&body=In%20acht%20keer%20leert%20uw%20kind%20omgaan%20met%20de%20scheiding."
        "%0A%0Ahttps%3A%2F%2Fgroepsaanbod.example.nl"
        "%2Faanbod%2Fcjg-rivierenland%2Fkies%2F%0A"
    )


def test_the_link_is_copied_without_what_somebody_typed(address, open_page):
    page = open_page(
        f"{address}{PAGE}?q=scheiding#deel-kop",
        DESK,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Kopieer link").click()

    expect(page.locator("[data-part=said]")).to_have_text(
        "De link is gekopieerd. U kunt hem nu ergens plakken."
    )
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{PAGE}"
    assert {url.split("/")[2] for url in page.asked} == {address.split("/")[2]}
    assert page.heard == []


def test_where_copying_is_not_allowed_the_link_is_there_to_copy(address, open_page):
    page = open_page(f"{address}{PAGE}", DESK)
    page.evaluate(
        "() => { navigator.clipboard.writeText = async () => { throw new Error() } }"
    )
    page.get_by_role("button", name="Kopieer link").click()

    expect(page.locator("[data-part=said]")).to_have_text(
        f"Kopiëren lukt niet. Dit is de link: {address}{PAGE}"
    )


def test_a_device_that_can_share_gets_a_button_for_it(address, open_page):
    page = open_page(f"{address}robots.txt", DESK)
    page.add_init_script(
        "navigator.canShare = () => true;"
        "navigator.share = async (given) => { window.given = given; };"
    )
    page.goto(f"{address}{PAGE}")
    page.get_by_role("button", name="Deel", exact=True).click()

    assert page.evaluate("window.given") == {
        "title": "KIES in de Molenwijk",
        "url": f"{address}{PAGE}",
    }


def test_a_device_that_cannot_share_has_no_button_for_it(address, open_page):
    page = open_page(f"{address}robots.txt", DESK)
    page.add_init_script("navigator.canShare = undefined;")
    page.goto(f"{address}{PAGE}")

    expect(page.get_by_role("button", name="Kopieer link")).to_be_visible()
    assert page.get_by_role("button", name="Deel", exact=True).is_hidden()
