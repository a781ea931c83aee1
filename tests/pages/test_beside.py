"""The calendars and feeds beside the pages."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from builders import TODAY, an_offer
from groepsaanbod.pages import beside
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import FollowView
from test_calendars import understood
from test_feeds import ATOM, broken_rules


def files(shown):
    """Give the texts of all files by their paths."""
    every = beside.beside(shown)
    return dict(chain.from_iterable(each.made() for each in every))


@pytest.fixture(scope="module")
def found(catalogue):
    return files(Shown.on(TODAY, catalogue))


def test_there_is_one_of_each_group_theme_municipality_and_partner(found):
    expected = Path(__file__).parents[1] / "data/good/calendars_and_feeds.txt"

    assert "".join(f"{path}\n" for path in sorted(found)) == expected.read_text("utf-8")


def test_every_calendar_opens_in_two_readers_and_every_feed_keeps_the_rules(found):
    for path, text in found.items():
        if path.endswith(".ics"):
            assert "END:VCALENDAR" in text
            understood(text)
        else:
            assert list(broken_rules(fromstring(text))) == [], path


def test_what_is_given_together_is_in_the_calendars_of_both(found):
    kies = "UID:2027-01-12.kies.cjg-rivierenland@"

    assert kies in found["aanbod/cjg-rivierenland/kies/2027-01-12.ics"]
    for partner in ("cjg-rivierenland", "welzijn-waterland"):
        assert kies in found[f"aanbieders/{partner}/agenda.ics"]
    assert kies in found["themas/scheiding/agenda.ics"]
    assert kies in found["gemeenten/waterstad/agenda.ics"]
    assert kies in found["agenda/agenda.ics"]
    assert kies not in found["gemeenten/polderland/agenda.ics"]


def test_news_comes_whole_and_as_html(found):
    entry = fromstring(found["nieuws/atom.xml"]).find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}content").startswith("<p>")
    assert entry.findtext(f"{ATOM}updated") == "2026-11-02T00:00:00Z"


def test_offers_come_in_the_order_in_which_they_were_checked(found):
    feed = fromstring(found["themas/slapen/atom.xml"])
    days = [each.text for each in feed.findall(f"{ATOM}entry/{ATOM}updated")]

    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}subtitle") == beside.LAST_UPDATED


def test_long_lists_keep_what_begins_first(catalogue, monkeypatch):
    monkeypatch.setattr(beside, "MOST_MOMENTS", 2)
    monkeypatch.setattr(beside, "MOST_ENTRIES", 1)
    groups = [{"start": f"2027-0{month}-04"} for month in (3, 1, 2)]
    running = {"start": "2026-11-03", "bijeenkomsten": "9"}
    offer = an_offer(catalogue.vocabulary, groepen=[running, *groups])
    other = an_offer(catalogue.vocabulary, slug="anders", titel="Anders")
    shown = Shown(replace(catalogue, offers=(offer, other)), TODAY)
    found = files(shown)

    assert [
        str(each["uid"])[:10] for each in understood(found["agenda/agenda.ics"])
    ] == [
        "2027-01-04",
        "2027-02-04",
    ]
    assert found["aanbod/atom.xml"].count("<entry>") == 1


def test_a_page_says_in_three_ways_how_to_follow_it(catalogue):
    shown = Shown.on(TODAY, catalogue)

    assert follow(shown, "themas/slapen/") == FollowView(
        calendar="themas/slapen/agenda.ics",
        calendar_address="https://groepsaanbod.example.nl/themas/slapen/agenda.ics",
        calendar_link="webcal://groepsaanbod.example.nl/themas/slapen/agenda.ics",
        feed="themas/slapen/atom.xml",
    )
    assert follow(shown, "nieuws/", has_calendar=False) == FollowView(
        "", "", "", "nieuws/atom.xml"
    )


def test_what_stands_in_no_list_keeps_the_calendars_of_its_page(catalogue):
    group = {"start": "2027-03-04"}
    offer = an_offer(catalogue.vocabulary, slug="oud", groepen=[group])
    shown = Shown(replace(catalogue, offers=()), TODAY, unlisted=(offer,))

    assert f"aanbod/{offer.identity}/2027-03-04.ics" in files(shown)
