"""A tired parent of a toddler, at night, with a phone in one hand."""

import re

from playwright.sync_api import expect

from chromium import PHONE, axe_violations


def test_a_tired_parent_finds_an_evening_and_an_answer(home, set_out):
    page = set_out(PHONE, color_scheme="dark", has_touch=True)
    box = page.locator("main .ga-search__input").first
    box.fill("slaapt niet")
    box.press("Enter")
    page.wait_for_url(f"{home}aanbod/?q=slaapt*")
    card = page.get_by_role("link", name="Rustig de nacht in")
    expect(card).to_be_visible()
    expect(page.get_by_role("link", name="Nachtbrakers van tien")).to_be_visible()

    # One opens the filters, types the age and goes back to what is left.
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Leeftijd", exact=True).fill("2")
    page.get_by_label("Leeftijd", exact=True).press("Enter")
    page.wait_for_url(re.compile(r"leeftijd=2\b"))
    done = page.get_by_role("button", name=re.compile("^Toon"))
    if done.is_visible():
        done.click()
    expect(page.get_by_role("link", name="Nachtbrakers van tien")).to_be_hidden()

    # The answer comes along, and the offer says at once that she can still come.
    question = page.get_by_role(
        "link", name=re.compile("peuter slaapt niet door")
    ).first
    expect(question).to_be_visible()
    card.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rustig de nacht in")
    expect(
        page.get_by_text("De groep start dinsdag 8 december 2026.").first
    ).to_be_visible()
    call = page.get_by_role("link", name=re.compile("030 000 00 21")).first
    assert call.get_attribute("href") == "tel:0300000021"
    page.locator(".ga-ask").scroll_into_view_if_needed()
    expect(page.get_by_text("Nu dicht. Morgen open vanaf 9.00 uur.")).to_be_visible()
    assert axe_violations(page) == []

    page.go_back()
    question.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Mijn peuter slaapt niet door. Wat helpt?"
    )
    assert {url.split("/")[2] for url in page.asked} == {home.split("/")[2]}
    assert page.heard == []
