"""The card of an offer, and the order of a list."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages import site_pages
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, JoiningView, Link


@pytest.fixture(scope="module")
def shown(catalogue):
    return Shown(catalogue.visible(TODAY), TODAY)


def offer(shown, identity):
    return next(each for each in shown.catalogue.offers if each.identity == identity)


def card_of(catalogue, **keys):
    changed = an_offer(catalogue.vocabulary, **keys)
    alone = Shown(replace(catalogue, offers=(changed,)), TODAY)
    return alone.card(changed)


def test_a_card_says_what_a_parent_asks_first(shown):
    assert shown.card(offer(shown, "cjg-rivierenland/kies")) == Card(
        title="KIES in de Molenwijk",
        summary="In acht keer leert uw kind omgaan met de scheiding.",
        path="aanbod/cjg-rivierenland/kies/",
        partner="CJG Rivierenland",
        ages="8 tot en met 12 jaar",
        place="Waterstad",
        when="Start dinsdag 12 januari 2027",
        costs="Gratis",
        form="Training",
        joining=JoiningView(
            answer="ja",
            label="U kunt nog meedoen",
            detail="De groep start dinsdag 12 januari 2027.",
        ),
    )


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"uitvoering": "online"}, "Online"),
        ({"gebieden": ["regio"]}, "De hele regio"),
        ({"gebieden": ["dijkdorp", "waterstad-noord"]}, "Dijkdorp en Waterstad Noord"),
        (
            {"locaties": [{"naam": "De Molen", "plaats": "Waterstad"}]},
            "Waterstad",
        ),
        (
            {
                "uitvoering": "gemengd",
                "locaties": [
                    {"naam": "De Molen", "plaats": "Waterstad"},
                    {"naam": "De Brug", "plaats": "Waterstad"},
                    {"naam": "Het Veer", "plaats": "Kapelveer"},
                ],
            },
            "Waterstad en Kapelveer en online",
        ),
        (
            {"adres_geheim": "ja", "gebieden": ["regio"]},
            "Geheim adres, voor de hele regio",
        ),
    ],
)
def test_a_card_says_where_it_is_or_else_for_whom(catalogue, keys, place):
    assert card_of(catalogue, **keys).place == place


def test_what_one_can_join_comes_first_and_of_that_the_earliest(shown):
    joinable, others = shown.split(shown.catalogue.offers)

    assert [card.title for card in joinable] == [
        "Sterk staan",
        "Koffie met kinderen",
        "KIES in de Molenwijk",
        "Samen verder",
        "Slaap lekker: rust voor kind en ouder",
        "Opvoeden op maat",
        "Thuis op adem",
    ]
    assert [card.title for card in others] == [
        "Praten over angst",
        "Vaders van Dijkdorp",
        "Zomerspelen",
    ]


def test_each_link_says_how_much_there_is(shown):
    assert shown.age_links[0] == Link(
        "Zwanger", "leeftijd/zwanger/", 1, "U verwacht een kind."
    )
    assert [(link.name, link.count) for link in shown.municipality_links] == [
        ("Waterstad", 7),
        ("Dijkdorp", 7),
        ("Polderland", 5),
    ]
    assert [link.explanation for link in shown.municipality_links] == [
        "Waterstad Noord en Waterstad Zuid",
        "Kapelveer en Uiterwaard",
        "",
    ]


def test_what_nobody_looked_at_for_long_stands_after_the_rest(catalogue):
    old, new = (
        an_offer(catalogue.vocabulary, slug=day, titel=day, gecontroleerd_op=day)
        for day in ("2025-11-23", "2025-11-24")
    )
    both = Shown.on(TODAY, replace(catalogue, offers=(old, new)))

    _, cards = both.split(both.catalogue.offers)
    assert [each.title for each in cards] == ["2025-11-24", "2025-11-23"]


def test_what_nobody_looked_at_for_longer_is_in_no_list_and_keeps_its_page(catalogue):
    offers = [
        an_offer(catalogue.vocabulary, slug=day, gecontroleerd_op=day)
        for day in ("2025-05-23", "2025-05-24")
    ]
    shown = Shown.on(TODAY, replace(catalogue, offers=tuple(offers)))
    pages = {page.path: page for page in site_pages(shown, "")}
    name = "aanbod/cjg-rivierenland/2025-05-2"

    assert [each.slug for each in shown.catalogue.offers] == ["2025-05-24"]
    assert [each.slug for each in shown.unlisted] == ["2025-05-23"]
    assert (pages[f"{name}3/"].in_sitemap, pages[f"{name}4/"].in_sitemap) == (
        (False, True)
    )
    partner = shown.catalogue.partner("cjg-rivierenland")
    assert shown.partner_link(partner).count == 1
