"""Which posters there are, and what stands on them."""

from dataclasses import replace

import pytest

from builders import TODAY, a_question, an_offer
from groepsaanbod.pages.posters import poster_of_partner, posters
from groepsaanbod.pages.shown import Shown
from groepsaanbod.qr import code
from groepsaanbod.views import PosterBlock

AT = "voor-aanbieders/posters/"
CALL = PosterBlock(
    "Liever iemand spreken?",
    "phone",
    [("Bel 030 000 00 00", "Team Groepsaanbod. Op werkdagen van 9.00 tot 17.00 uur.")],
)


@pytest.fixture
def pages(catalogue):
    """Give the pages by their path, also of other offers or questions."""

    def pages(**changes):
        changed = replace(catalogue, **changes).visible(TODAY)
        return {page.path: page for page in posters(Shown(changed, TODAY))}

    return pages


def sheet(pages, path):
    return pages[f"{AT}{path}"].given["poster"]


def test_all_of_them_stand_on_one_page_by_kind(pages):
    found = pages()
    kinds = found[AT].given["kinds"]

    assert [(heading, [link.name for link in links]) for heading, links in kinds] == [
        ("Voor iedereen", ["Voor ouders", "Voor jongeren"]),
        (
            "Per thema",
            [
                "Slapen en huilen",
                "Angst",
                "Somber zijn",
                "Scheiding",
                "Ontmoeten en meedoen",
            ],
        ),
        ("Per gemeente", ["Waterstad", "Dijkdorp", "Polderland"]),
        ("Per aanbieder", ["CJG Rivierenland", "Veilig Verder", "Welzijn Waterland"]),
    ]
    assert {link.path for _, links in kinds for link in links} == {*found} - {AT}


def test_a_sheet_is_no_page_to_find_but_the_list_is(pages):
    found = pages()

    assert found[AT].in_sitemap
    assert not found[f"{AT}themas/angst/"].in_sitemap
    assert found[f"{AT}themas/angst/"].given["noindex"] is True


def test_a_theme_asks_what_parents_ask_and_leads_to_its_page(pages):
    found = pages()
    angst = sheet(found, "themas/angst/")

    assert (angst.eyebrow, angst.title) == (
        "Angst",
        "Mijn kind is vaak bang. Hoe geef ik steun?",
    )
    assert angst.address == "https://groepsaanbod.example.nl/themas/angst/"
    assert found[f"{AT}themas/angst/"].given["code"] == code(angst.address)
    assert [each.heading for each in angst.blocks] == [
        "Dit is er bijvoorbeeld",
        "Liever iemand spreken?",
    ]
    assert angst.blocks[-1] == CALL


def test_where_it_may_be_urgent_the_helplines_stand_first_to_call(pages):
    assert sheet(pages(), "themas/somberheid/").blocks[-1] == PosterBlock(
        "Kan het niet wachten?",
        "lifebuoy",
        [
            ("Bel 112", "Politie, ambulance of brandweer"),
            ("Bel 0800-2000", "Veilig Thuis"),
        ],
    )


def test_a_municipality_speaks_to_who_lives_there(pages):
    dijkdorp = sheet(pages(), "gemeenten/dijkdorp/")

    assert dijkdorp.title == "Woont u in Dijkdorp, en hebt u een vraag over uw kind?"
    assert dijkdorp.address == "https://groepsaanbod.example.nl/gemeenten/dijkdorp/"


def test_examples_are_near_open_of_several_partners_and_no_title_twice(
    catalogue, pages
):
    def offer(slug, partner="cjg-rivierenland", **keys):
        given = {"titel": slug.capitalize(), "uitvoering": "online"} | keys
        return an_offer(catalogue.vocabulary, partner, slug, **given)

    offers = (
        offer("wijd", gebieden=["regio"]),
        offer("vol", groepen=[{"start": "2027-01-12", "status": "vol"}]),
        offer("dichtbij"),
        offer("tweede"),
        offer("dichtbij-twee", titel="Dichtbij"),
        offer("ander", partner="veilig-verder"),
    )
    block = sheet(pages(offers=offers), "gemeenten/waterstad/").blocks[0]

    assert block.lines == [
        ("Dichtbij", "1 tot en met 6 jaar. Online."),
        ("Ander", "1 tot en met 6 jaar. Online."),
        ("Tweede", "1 tot en met 6 jaar. Online."),
    ]


def test_a_partner_has_its_own_words_and_ways(pages):
    partner = sheet(pages(), "aanbieders/welzijn-waterland/")

    assert (partner.title, partner.address) == (
        "Welzijn Waterland",
        "https://groepsaanbod.example.nl/aanbieders/welzijn-waterland/",
    )
    assert partner.blocks[-1].lines[0] == ("Bel 030 000 00 20", "")


def test_a_partner_that_offers_nothing_has_no_poster(catalogue, pages):
    some = tuple(each for each in catalogue.offers if each.partner == "veilig-verder")
    shown = Shown(replace(catalogue, offers=some), TODAY)
    alone, other = (
        poster_of_partner(shown, catalogue.partner(slug))
        for slug in ("veilig-verder", "welzijn-waterland")
    )

    assert (alone, other) == (f"{AT}aanbieders/veilig-verder/", "")
    assert other not in pages(offers=some)
    assert f"{AT}aanbieders/welzijn-waterland/" not in pages(offers=some)


def test_parents_meet_what_others_ask_or_else_the_themes(pages):
    often = sheet(pages(), "regio/")
    without = sheet(pages(questions=()), "regio/")

    assert often.eyebrow == "Voor ouders in Rivierenland"
    assert often.blocks[0].heading == "Andere ouders vragen"
    assert without.blocks[0] == PosterBlock(
        "Het gaat over",
        "hearts",
        [("Slapen en huilen", ""), ("Angst", ""), ("Somber zijn", "")],
    )


def test_the_young_are_spoken_to_as_je_and_meet_nothing_grave_first(catalogue, pages):
    def asked(slug, theme):
        return a_question(
            catalogue.vocabulary,
            slug,
            titel=f"{slug}?",
            themas=[theme],
            voor="jongeren",
        )

    questions = (
        asked("angst-een", "angst"),
        asked("angst-twee", "angst"),
        asked("somber", "somberheid"),
        asked("scheiding", "scheiding"),
    )
    young = sheet(pages(questions=questions), "jongeren/")

    assert (young.title, young.lead) == (
        "Zit je ergens mee?",
        "Lees wat je zelf kunt doen, en wie met je meedenkt.",
    )
    assert young.address == "https://groepsaanbod.example.nl/vragen/jongeren/"
    assert [text for text, _ in young.blocks[0].lines] == [
        "angst-een?",
        "scheiding?",
        "somber?",
    ]
    assert f"{AT}jongeren/" not in pages(questions=())
