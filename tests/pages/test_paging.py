"""A long list of offers over several pages."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages import paging, site_pages
from groepsaanbod.pages.paging import Listed
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, JoiningView, Link, Pager

CRUMBS = (Link("Home", ""), Link("Angst", "themas/angst/"))


@pytest.fixture(autouse=True)
def _two_on_a_page(monkeypatch):
    monkeypatch.setattr(paging, "OFFERS_ON_A_PAGE", 2)


def cards(words):
    joining = JoiningView("ja", "U kunt nog meedoen", "")
    return [Card(word, *[""] * 8, joining) for word in words]


def listed(joinable, others):
    return Listed("themas/angst/", cards(joinable), cards(others))


def shows(context):
    return tuple(
        "".join(card.title for card in context[name]) for name in ("joinable", "others")
    )


def test_a_list_that_fits_is_on_one_page():
    fits = listed("a", "b")

    assert shows(fits.first) == ("a", "b")
    assert fits.first["pager"] is None
    assert fits.further("Angst", "themas", CRUMBS) == []
    assert listed("", "").further("Angst", "themas", CRUMBS) == []


def test_a_longer_one_goes_on_where_the_page_before_ended():
    long = listed("abc", "de")
    second, third = long.further("Angst", "themas", CRUMBS)

    assert [shows(each) for each in (long.first, second.context, third.context)] == [
        ("ab", ""),
        ("c", "d"),
        ("", "e"),
    ]
    assert (second.path, second.template, second.section) == (
        "themas/angst/pagina-2/",
        "further",
        "themas",
    )
    assert second.title == "Angst: pagina 2 van 3"
    assert second.description == "Nummer 3 tot en met 4 van 5."
    assert third.description == "Nummer 5 van 5."
    assert second.crumbs == (*CRUMBS, Link("Pagina 2", "themas/angst/pagina-2/"))


def test_each_page_leads_to_those_around_it_the_first_and_the_last():
    long = listed("abcdefghijk", "")
    first, *_, fourth, _, last = (
        long.first["pager"],
        *(page.context["pager"] for page in long.further("Angst", "themas", CRUMBS)),
    )

    def link(number, name=""):
        further = f"pagina-{number}/" if number > 1 else ""
        return Link(name or str(number), f"themas/angst/{further}")

    assert first == Pager(
        here="1",
        pages=(link(1), link(2), None, link(6)),
        previous=None,
        next=link(2, "Volgende"),
    )
    assert fourth == Pager(
        here="4",
        pages=(link(1), None, link(3), link(4), link(5), link(6)),
        previous=link(3, "Vorige"),
        next=link(5, "Volgende"),
    )
    assert last == Pager(
        here="6",
        pages=(link(1), None, link(5), link(6)),
        previous=link(5, "Vorige"),
        next=None,
    )


def test_all_lists_of_offers_have_such_pages_and_each_offer_is_on_one(catalogue):
    offers = tuple(
        an_offer(catalogue.vocabulary, slug=f"beter-{word}", titel=f"Beter {word}")
        for word in ("eten", "lezen", "slapen")
    )
    alone = replace(catalogue, offers=offers)
    pages = {page.path: page for page in site_pages(Shown.on(TODAY, alone), "")}

    assert {path for path in pages if "pagina-" in path} == {
        "aanbieders/cjg-rivierenland/pagina-2/",
        "aanbod/pagina-2/",
        "gemeenten/waterstad/pagina-2/",
        "leeftijd/jong-kind/pagina-2/",
        "leeftijd/schoolkind/pagina-2/",
        "themas/slapen/pagina-2/",
    }
    assert shows(pages["aanbod/"].context) == ("", "Beter etenBeter lezen")
    assert shows(pages["aanbod/pagina-2/"].context) == ("", "Beter slapen")
    assert pages["aanbod/pagina-2/"].title == "Al het aanbod: pagina 2 van 2"
