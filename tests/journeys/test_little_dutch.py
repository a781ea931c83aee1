"""A parent who reads little Dutch, and looks for her own language."""

from playwright.sync_api import expect

from chromium import PHONE, axe_violations


def test_a_parent_who_reads_little_dutch_finds_a_group_in_turkish(home, set_out):
    page = set_out(PHONE)
    page.get_by_role("link", name="Andere talen").last.click()
    page.wait_for_url(f"{home}talen/")
    page.get_by_role("link", name="Turks").last.click()
    page.wait_for_url(f"{home}talen/turks/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Turks")
    assert axe_violations(page) == []

    page.get_by_role("link", name="Slaap lekker: rust voor kind en ouder").click()
    # What she must know is in short words and numbers.
    main = page.locator("main")
    expect(main.get_by_text("Turks").first).to_be_visible()
    expect(main.get_by_text("9.30 tot 11.00 uur").first).to_be_visible()
    expect(main.get_by_text("€ 12,50").first).to_be_visible()
    call = main.get_by_role("link", name="030 000 00 10").first
    assert call.get_attribute("href") == "tel:0300000010"
    assert page.heard == []
