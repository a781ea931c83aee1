"""What the pages of a theme, an age, a municipality and a programme list."""

from dataclasses import replace
from datetime import date

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages import site_pages
from groepsaanbod.pages.listings import MANY, themes
from groepsaanbod.pages.shown import Shown


@pytest.fixture(scope="module")
def pages(catalogue):
    return {
        page.path: page
        for page in site_pages(Shown.on(TODAY, catalogue), "# voorbeeld")
    }


def titles(cards):
    return [card.title for card in cards]


def test_a_theme_asks_its_question_and_lists_what_there_is(pages):
    page = pages["themas/angst/"]

    assert page.title == "Angst"
    assert page.context["question"] == "Mijn kind is vaak bang. Hoe geef ik steun?"
    assert titles(page.context["joinable"]) == ["Sterk staan", "Opvoeden op maat"]
    assert titles(page.context["others"]) == ["Praten over angst"]
    assert [link.path for link in page.crumbs] == ["", "themas/", "themas/angst/"]
    assert "Angst" not in [link.name for link in page.context["siblings"]]


def test_direct_help_stands_on_the_themes_that_ask_for_it(pages):
    assert pages["themas/somberheid/"].context["shows_direct_help"]
    assert not pages["themas/angst/"].context["shows_direct_help"]


def test_who_reads_of_a_theme_that_says_so_can_be_gone_at_once(pages):
    assert [path for path, page in pages.items() if page.has_quick_exit] == [
        "aanbod/cjg-rivierenland/praten-over-angst/",
        "aanbod/veilig-verder/samen-verder/",
        "aanbod/veilig-verder/thuis-op-adem/",
        "themas/somberheid/",
        "vragen/",
        "vragen/al-lang-somber/",
        "aanbieders/cjg-rivierenland/",
        "aanbieders/veilig-verder/",
    ]


def test_an_age_lists_whatever_fits_some_child_of_that_age(pages):
    assert titles(pages["leeftijd/zwanger/"].context["joinable"]) == [
        "Opvoeden op maat"
    ]


def test_a_municipality_lists_its_parts_apart(pages):
    parts = pages["gemeenten/waterstad/"].context["parts"]

    assert [(link.name, titles(cards)) for link, cards in parts] == [
        ("Waterstad Noord", ["Sterk staan"]),
        ("Waterstad Zuid", ["KIES in de Molenwijk"]),
    ]
    assert parts[0][0].explanation == "Havenwijk en Sluiswijk"


def test_a_programme_lists_its_offers(pages):
    assert titles(pages["programmas/stevig/"].context["joinable"]) == [
        "Sterk staan",
        "KIES in de Molenwijk",
    ]


def test_a_partner_lists_what_it_helps_to_give_too(pages):
    page = pages["aanbieders/welzijn-waterland/"]

    assert "KIES in de Molenwijk" in titles(page.context["joinable"])
    assert page.context["partner"].description is None


def test_an_offer_shows_only_in_its_period(catalogue):
    later = {
        page.path for page in site_pages(Shown.on(date(2028, 1, 1), catalogue), "")
    }

    assert "aanbod/cjg-rivierenland/opvoeden-op-maat/" not in later
    assert "aanbod/cjg-rivierenland/kies/" in later


def test_no_two_pages_stand_in_one_place(catalogue):
    files = [page.file for page in site_pages(Shown.on(TODAY, catalogue), "")]

    assert len(files) == len(set(files))


def test_every_page_has_a_title_and_a_description(pages):
    for page in pages.values():
        assert page.title
        assert page.description


def test_a_language_lists_what_is_given_in_it(pages):
    assert [link.name for link in pages["talen/"].context["links"]] == ["Turks"]
    assert titles(pages["talen/turks/"].context["joinable"]) == [
        "Slaap lekker: rust voor kind en ouder"
    ]


def test_what_was_renamed_keeps_its_old_address(pages):
    moved = {
        path: page.context["new_path"]
        for path, page in pages.items()
        if page.template == "moved"
    }

    assert moved == {
        "aanbieders/welzijn-oost/": "aanbieders/welzijn-waterland/",
        "aanbod/cjg-rivierenland/oude-naam/": "aanbod/cjg-rivierenland/kies/",
        "gemeenten/dijkgouw/": "gemeenten/dijkdorp/",
        "themas/slaap/": "themas/slapen/",
        **{
            f"aanbod/welzijn-oost/{slug}/": f"aanbod/welzijn-waterland/{slug}/"
            for slug in (
                "koffie-met-kinderen",
                "sterk-staan",
                "vaders-van-dijkdorp",
                "zomerspelen",
            )
        },
    }


def test_a_theme_age_and_place_begin_with_sentences_for_parents(pages, vocabulary):
    theme = vocabulary.themes[0]
    assert pages["themas/slapen/"].context["introduction"] == theme.introduction
    assert pages["themas/slapen/"].context["introduction"] == (
        "Elk kind slaapt weleens slecht. Hier hoort u wat helpt."
    )
    assert pages["leeftijd/zwanger/"].context["introduction"] == ""


def test_only_a_long_list_has_the_form_to_look_further(catalogue):
    many = replace(
        catalogue,
        offers=tuple(
            an_offer(catalogue.vocabulary, slug=f"slapen-{each}")
            for each in range(MANY)
        ),
    )
    few = replace(many, offers=many.offers[1:])
    for region, said in ((many, ("thema", "slapen")), (few, None)):
        shown = Shown.on(TODAY, region)
        page = next(page for page in themes(shown) if page.path == "themas/slapen/")
        form = page.context["entry"]
        assert (form and form.said) == said


def test_a_language_is_also_called_as_its_speakers_do(catalogue):
    links = Shown.on(TODAY, catalogue).language_links
    assert [(each.name, each.own_name, each.code) for each in links] == [
        ("Turks", "Türkçe", "tr")
    ]
