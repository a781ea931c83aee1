"""A father after a divorce, looking for something for his daughter of nine."""

import re

from playwright.sync_api import expect

from chromium import DESK


def test_a_father_finds_a_group_in_his_town_and_keeps_it(home, set_out):
    page = set_out(DESK)
    box = page.locator("main .ga-search__input").first
    box.fill("gescheiden dochter 9 jaar in Zandvoort")
    box.press("Enter")
    page.wait_for_url(f"{home}aanbod/?q=*")
    found = page.locator("[data-part=items] .ga-offer-card__link")
    expect(found.first).to_have_text("Twee huizen, één thuis")
    # What is for another age or another town does not come before it.
    expect(page.get_by_role("link", name="KIES in de Molenwijk")).to_be_hidden()

    found.first.click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Twee huizen, één thuis")
    page.wait_for_load_state()
    expect(
        page.get_by_text("Leeftijd van het kind: 7 tot en met 11 jaar.")
    ).to_be_visible()
    lives_there = page.get_by_role("listitem").filter(
        has_text="Voor wie woont in Zandvoort."
    )
    expect(lives_there).to_be_visible()
    expect(
        page.get_by_text("De groep start woensdag 13 januari 2027.").first
    ).to_be_visible()
    # Whom to ask is his own town's.
    asked = page.locator(".ga-ask")
    assert "CJG Zandvoort denkt met u mee." in asked.inner_text()
    page.get_by_role("button", name="Bewaar Twee huizen, één thuis").first.click()
    page.get_by_role("link", name="Bewaard (1)").click()
    page.wait_for_url(f"{home}bewaard/")
    expect(page.locator("[data-part=items] .ga-offer-card__link")).to_have_text(
        "Twee huizen, één thuis"
    )
    letter = page.get_by_role("link", name=re.compile("^Mail$")).first
    assert "Twee%20huizen" in letter.get_attribute("href")
    assert page.heard == []
