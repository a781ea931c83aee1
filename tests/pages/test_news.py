"""News of partners: in a list, on its own page, and only when it is news."""

from datetime import date

import pytest

from builders import TODAY
from groepsaanbod.pages import site_pages
from groepsaanbod.pages.shown import Shown


def paths(catalogue, today):
    pages = site_pages(Shown.on(today, catalogue), "")
    return [page.path for page in pages if page.path.startswith("nieuws/")]


@pytest.mark.parametrize(
    ("today", "items"),
    [
        (date(2026, 11, 1), []),
        (date(2026, 11, 2), ["2026-11-02-nieuwe-inloop"]),
        (date(2027, 2, 1), ["2027-02-01-dit-komt-nog", "2026-11-02-nieuwe-inloop"]),
        (date(2027, 3, 1), ["2026-11-02-nieuwe-inloop"]),
        (date(2027, 11, 3), []),
    ],
)
def test_news_shows_from_its_day_for_a_year_or_as_it_says(catalogue, today, items):
    expected = [f"nieuws/welzijn-waterland/{item}/" for item in items]

    assert paths(catalogue, today) == ["nieuws/", *expected]


def test_an_item_says_from_whom_and_when(catalogue):
    pages = {page.path: page for page in site_pages(Shown.on(TODAY, catalogue), "")}
    item = pages["nieuws/"].context["items"][0]

    assert (item.title, item.day, item.partner.name) == (
        "Nu ook koffie op vrijdag",
        "2 november 2026",
        "Welzijn Waterland",
    )
    assert item.message == "<p>Kom gerust <strong>langs</strong> met uw kind.</p>"
    assert pages[""].context["news"] == [item]
    assert pages["aanbieders/welzijn-waterland/"].context["news"] == [item]
    assert pages["aanbieders/veilig-verder/"].context["news"] == []
