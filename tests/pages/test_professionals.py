"""The pages for professionals as values: rows, groups, pages and files."""

import json
from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.analysis.ageing import Stage
from groepsaanbod.pages import professionals
from groepsaanbod.pages.offer_row import offer_row
from groepsaanbod.pages.professionals import (
    Tables,
    for_professionals,
    professional_files,
)
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import JoiningView, OfferRow
from worked import DAY

PAGES = {
    "professionals/": "Voor professionals",
    "professionals/aanbieders/": "Aanbod per aanbieder",
    "professionals/methoden/": "Aanbod per methode",
    "professionals/voor-uw-werk/": "Voor uw eigen werk",
}


def files_of(shown):
    return {
        path: text
        for each in professional_files(Tables(shown))
        for path, text in each.made()
    }


@pytest.fixture(scope="module")
def shown(catalogue):
    return Shown.on(TODAY, catalogue)


@pytest.fixture(scope="module")
def pages(shown):
    return {page.path: page for page in for_professionals(Tables(shown))}


@pytest.fixture
def small(monkeypatch):
    """As if a page were full with three rows."""
    monkeypatch.setattr(professionals, "ROWS_ON_A_PAGE", 3)


def titles(rows):
    return [row.title for row in rows]


def row_of(shown, **keys):
    offer = an_offer(shown.catalogue.vocabulary, **keys)
    alone = replace(shown.catalogue, offers=(offer,))
    return offer_row(Shown(alone, TODAY), offer)


def test_a_row_says_everything_in_a_few_words(shown):
    kies = next(each for each in shown.catalogue.offers if each.slug == "kies")

    assert offer_row(shown, kies) == OfferRow(
        identity="cjg-rivierenland/kies",
        title="KIES in de Molenwijk",
        path="aanbod/cjg-rivierenland/kies/",
        partner="CJG Rivierenland",
        partner_path="aanbieders/cjg-rivierenland/",
        ages="8 tot en met 12 jaar",
        whom="Kinderen",
        special="Ouders die uit elkaar zijn",
        themes="Scheiding",
        place="Waterstad",
        living="Waterstad Zuid",
        start="12 januari 2027",
        start_day="2027-01-12",
        joining=JoiningView("ja", "Ja", ""),
        rank="0",
        known="Stand 20 november 2026",
        access="Zelf aanmelden",
        phone="030 000 00 11",
        phone_link="tel:0300000011",
        costs="Gratis",
        euros="0",
        languages="Nederlands",
        method="KIES",
        recognition="Goed onderbouwd, 11 december 2020",
        first_month="96",
        end_month="156",
        words="gemeente:waterstad gemeente:waterstad-zuid meedoen:ja thema:scheiding"
        " taal:nederlands toegang:zelf-aanmelden aanbieder:cjg-rivierenland"
        " aanbieder:welzijn-waterland erkenning:goed-onderbouwd",
    )


def test_the_date_of_what_is_known_is_the_newest(shown):
    def known(day):
        group = {"start": "2027-01-12", "status": "open", "status_op": day}
        return row_of(shown, groepen=[group]).known

    assert known("2026-11-20") == "Stand 20 november 2026"
    assert known("2026-10-01") == "Nagekeken 2 november 2026"


def test_what_nobody_looked_at_for_long_says_so(shown):
    row = row_of(shown, gecontroleerd_op="2025-06-01")

    assert row.known == "Al lang niet nagekeken: 1 juni 2025"
    assert Shown(shown.catalogue, TODAY).stage(
        an_offer(shown.catalogue.vocabulary, gecontroleerd_op="2025-06-01")
    ) in {Stage.LAST, Stage.UNLISTED}


def test_without_a_method_there_is_nothing_to_recognise(shown):
    row = row_of(shown)
    named = row_of(shown, methode={"naam": "Rust"})
    judged = row_of(shown, methode={"naam": "Rust", "erkenning": "onbekend"})

    assert (row.method, row.recognition) == ("", "")
    assert (named.method, named.recognition) == ("Rust", "")
    assert (judged.method, judged.recognition) == ("Rust", "Niet bekend")


def test_there_are_four_views_with_a_way_to_each(pages):
    assert {path: page.title for path, page in pages.items()} == PAGES
    crumbs = [each.path for each in pages["professionals/methoden/"].crumbs]
    assert crumbs == ["", "professionals/", "professionals/methoden/"]


def test_the_table_begins_with_what_one_can_join_soonest(pages):
    assert titles(pages["professionals/"].given["rows"])[:3] == [
        "Sterk staan",
        "Koffie met kinderen",
        "KIES in de Molenwijk",
    ]


def test_a_partner_comes_with_its_contact_and_all_it_helps_to_give(pages):
    groups = pages["professionals/aanbieders/"].given["groups"]

    assert [each.name for each in groups] == [
        "CJG Rivierenland",
        "Veilig Verder",
        "Welzijn Waterland",
    ]
    assert groups[2].anchor == "aanbieder-welzijn-waterland"
    assert groups[2].about == ("030 000 00 20", "5 keer aanbod")
    assert titles(groups[2].rows)[0] == "KIES in de Molenwijk"


def test_a_method_comes_with_its_verdict_and_who_gives_it(pages):
    groups = pages["professionals/methoden/"].given["groups"]

    assert [(each.anchor, each.about) for each in groups] == [
        (
            "methode-kies",
            (
                "Methode",
                "Erkenning: Goed onderbouwd, 11 december 2020",
                "1 aanbieder, 1 keer aanbod",
            ),
        ),
        ("programma-stevig", ("Programma", "2 aanbieders, 2 keer aanbod")),
    ]
    assert titles(groups[1].rows) == ["KIES in de Molenwijk", "Sterk staan"]


def test_what_is_for_work_stands_apart(worked_catalogue):
    given = {
        page.path: page.given
        for page in for_professionals(Tables(Shown.on(DAY, worked_catalogue)))
    }

    whole = titles(given["professionals/"]["rows"])
    own = titles(given["professionals/voor-uw-werk/"]["groups"][0].rows)
    assert own == ["Scholing over angst"]
    assert not set(own) & set(whole)
    assert given["professionals/"]["for_work"] == 1


def test_a_filter_offers_the_words_of_the_region(pages):
    filters = {each.word: each for each in pages["professionals/"].given["filters"]}

    assert {word: each.name for word, each in filters.items()} == {
        "leeftijd": "Leeftijd kind",
        "gemeente": "Woonplaats",
        "meedoen": "Instromen",
        "thema": "Thema",
        "taal": "Taal",
        "toegang": "Toegang",
        "aanbieder": "Aanbieder",
        "erkenning": "Erkenning methode",
    }
    assert [each.name for each in filters["aanbieder"].choices] == [
        "CJG Rivierenland",
        "Veilig Verder",
        "Welzijn Waterland",
    ]


@pytest.mark.usefixtures("small")
def test_a_long_table_goes_on_at_the_next_page(shown):
    found = [
        (page.path, page.title, titles(page.given["rows"]))
        for page in for_professionals(Tables(shown))
        if page.template == "professionals"
    ]

    assert [path for path, *_ in found] == [
        "professionals/",
        *(f"professionals/pagina-{number}/" for number in (2, 3, 4)),
    ]
    assert found[3][1:] == ("Voor professionals: pagina 4 van 4", ["Zomerspelen"])


@pytest.mark.usefixtures("small")
def test_a_long_group_goes_on_at_the_next_page(shown):
    pages = [
        page
        for page in for_professionals(Tables(shown))
        if page.path.startswith("professionals/aanbieders/")
    ]

    assert [
        [(each.name, len(each.rows)) for each in page.given["groups"]] for page in pages
    ] == [
        [("CJG Rivierenland", 3)],
        [("CJG Rivierenland", 1), ("Veilig Verder", 2)],
        [("Welzijn Waterland", 3)],
        [("Welzijn Waterland", 2)],
    ]
    assert [each.path for each in pages[3].given["index"]] == [
        "professionals/aanbieders/#aanbieder-cjg-rivierenland",
        "professionals/aanbieders/pagina-2/#aanbieder-veilig-verder",
        "professionals/aanbieders/pagina-3/#aanbieder-welzijn-waterland",
    ]


def test_the_table_can_be_taken_along_whole(shown):
    lines = files_of(shown)["professionals/aanbod.csv"].splitlines()

    assert len(lines) == 1 + 10
    assert lines[0] == (
        "\ufeffaanbod;aanbieder;leeftijd;voor_wie;speciaal_voor;themas;plaats;woont_in;"
        "start;meedoen;stand;toegang;telefoon;kosten;talen;methode;erkenning;adres"
    )
    assert lines[3] == (
        "KIES in de Molenwijk;CJG Rivierenland;8 tot en met 12 jaar;Kinderen;"
        "Ouders die uit elkaar zijn;Scheiding;Waterstad;Waterstad Zuid;12 januari 2027;"
        "Ja;Stand 20 november 2026;Zelf aanmelden;030 000 00 11;Gratis;Nederlands;KIES;"
        "Goed onderbouwd, 11 december 2020;"
        "https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/"
    )


def test_letters_stand_together_by_partner(shown):
    files = files_of(shown)

    letters = json.loads(files["professionals/aanbieders/veilig-verder.json"])
    assert list(letters) == [
        "veilig-verder/samen-verder",
        "veilig-verder/thuis-op-adem",
    ]
    assert not [path for path in files if path.startswith("professionals/rijen")]


@pytest.mark.usefixtures("small")
def test_rows_of_other_pages_stand_beside_a_long_table(shown):
    files = files_of(shown)

    (row,) = json.loads(files["professionals/rijen-4.json"])
    assert row["title"] == "Zomerspelen"
    assert (row["answer"], row["label"]) == ("nee", "Afgelopen")
