"""A girl of fifteen, at home, where she is afraid; somebody may come in."""

import re

from playwright.sync_api import expect

from chromium import PHONE, axe_violations


def test_a_girl_finds_whom_to_call_and_is_gone_when_somebody_comes_in(home, set_out):
    page = set_out(PHONE)
    page.route(
        "https://www.buienradar.nl/**",
        lambda route: route.fulfill(body="Het weer", content_type="text/html"),
    )
    page.goto(f"{home}vragen/")
    page.get_by_role("link", name="Hier staan vragen van jongeren").click()
    page.wait_for_url(f"{home}vragen/jongeren/")
    page.get_by_role("link", name="Ik ben thuis bang. Wat kan ik doen?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Ik ben thuis bang. Wat kan ik doen?"
    )

    # Nothing on her page says u.
    text = page.locator("main").inner_text()
    assert re.findall(r"\b(?:u|uw)\b", text) == []
    assert "Kom je er niet uit?" in page.locator(".ga-ask").inner_text()
    first = page.get_by_role("link", name=re.compile("0800-2000")).first
    assert first.get_attribute("href") == "tel:08002000"
    offer = page.get_by_role("link", name="Praten na geweld")
    expect(offer).to_be_visible()
    assert axe_violations(page) == []

    # Along the offer, which she keeps, and its theme: the way out stays in view.
    offer.click()
    page.get_by_role("button", name="Bewaar Praten na geweld").first.click()
    more = page.get_by_role("navigation", name="Meer over dit onderwerp")
    more.get_by_role("link", name="Veilig thuis").click()
    page.wait_for_url(f"{home}themas/veilig-thuis/")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    leave = page.get_by_role("link", name="Verlaat deze site snel")
    expect(leave).to_be_in_viewport(ratio=1)
    leave.click()
    page.wait_for_url("https://www.buienradar.nl/")

    # Back is not the theme, and her list is gone.
    page.go_back()
    assert page.url != f"{home}themas/veilig-thuis/"
    assert page.evaluate("localStorage.length") == 0
