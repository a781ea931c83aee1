"""Asking somebody, at the foot of each page: by phone, by mail, for whom it is."""

from datetime import datetime
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from chromium import DESK
from groepsaanbod.urls import ask_url
from search_site import served


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    with served(site, tmp_path_factory.mktemp("ask")) as address:
        yield address


def asked(page):
    return page.locator(".ga-ask")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-24 08:59", "Nu dicht. Vandaag open vanaf 9.00 uur."),
        ("2026-11-24 09:00", "Nu open, tot 17.00 uur."),
        ("2026-11-24 17:00", "Nu dicht. Morgen open vanaf 9.00 uur."),
        ("2026-11-27 18:00", "Nu dicht. Maandag open vanaf 9.00 uur."),
        ("2026-12-24 23:30", "Nu dicht. Maandag open vanaf 9.00 uur."),
        ("2026-12-25 10:00", "Nu dicht. Maandag open vanaf 9.00 uur."),
        ("2027-07-05 16:59", "Nu open, tot 17.00 uur."),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York"])
def test_the_page_says_whether_somebody_answers_now(
    address, open_page, moment, words, zone
):
    page = open_page(f"{address}robots.txt", DESK, timezone_id=zone)
    there = ZoneInfo("Europe/Amsterdam")
    page.clock.set_fixed_time(datetime.fromisoformat(moment).replace(tzinfo=there))
    page.goto(f"{address}over/")

    asked(page).scroll_into_view_if_needed()
    expect(asked(page).locator("[data-module=hours]")).to_have_text(words)


def test_without_javascript_it_says_the_hours(address, open_page):
    page = open_page(f"{address}over/", java_script_enabled=False)

    assert "Op werkdagen van 9.00 tot 17.00 uur." in asked(page).inner_text()
    assert not asked(page).locator("[data-module=hours]").is_visible()


def test_the_mail_names_the_page(address, open_page):
    page = open_page(f"{address}aanbod/cjg-rivierenland/kies/")
    link = asked(page).get_by_role("link", name="Mail over deze pagina")

    assert unquote(link.get_attribute("href")) == (
        "mailto:vraag@groepsaanbod.example.nl?subject=Vraag over: KIES in de Molenwijk"
        "&body=Mijn vraag gaat over deze pagina: KIES in de Molenwijk\n"
        "https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/\n\n"
        "Mijn vraag:\n"
    )


def test_a_title_stays_within_the_letter():
    letter = ask_url("vraag@example.nl", "A&cc=b@c.nl\r\nBcc: d?#<b>", "https://x.nl/")

    assert letter == (
        "mailto:vraag@example.nl"
        "?subject=Vraag%20over%3A%20A%26cc%3Db%40c.nl%0D%0ABcc%3A%20d%3F%23%3Cb%3E"
        "&body=Mijn%20vraag%20gaat%20over%20deze%20pagina%3A%20"
        "A%26cc%3Db%40c.nl%0D%0ABcc%3A%20d%3F%23%3Cb%3E%0Ahttps%3A%2F%2Fx.nl%2F"
        "%0A%0AMijn%20vraag%3A%0A"
    )


def test_a_place_with_somebody_of_its_own_names_them(address, open_page):
    page = open_page(f"{address}gemeenten/dijkdorp/")

    assert "CJG Dijkdorp denkt met u mee." in asked(page).inner_text()
    assert asked(page).get_by_role("link", name="030 000 00 77").is_visible()
    # No hours by the day: nothing is said of now.
    assert asked(page).locator("[data-module=hours]").count() == 0


def test_the_young_are_told_it_with_je(address, open_page):
    page = open_page(f"{address}vragen/ik-pieker-veel/")

    said = asked(page).inner_text()
    assert said.startswith("Kom je er niet uit?")
    assert "Team Groepsaanbod denkt met je mee. Bel of mail gerust." in said
