"""What changed, as a coordinator reads it."""

from dataclasses import replace
from datetime import date

import pytest

from builders import TODAY
from groepsaanbod.analysis.supply import Place
from groepsaanbod.changed import (
    Alteration,
    Cause,
    Changes,
    GapChanged,
    Moment,
    OfferAltered,
    OfferListed,
    OfferMoved,
    OfferNamed,
    OverlapChanged,
    PartnerNamed,
    Period,
    Span,
    Unread,
)
from groepsaanbod.reports.changes import NOT_WORKED_OUT, of_period, tables, told
from groepsaanbod.reports.changes_listed import all_in_one
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Linked, as_csv, as_text

KIES = {
    "identity": "cjg-rivierenland/kies",
    "title": "KIES in de Molenwijk",
    "partner": "CJG Rivierenland",
}
OLD = {"identity": "welzijn/spel", "title": "=Spel", "partner": "Welzijn Waterland"}
BEGUN = date(2026, 8, 24)
REGION = Place("regio", "Rivierenland")

PERIOD = Period(
    span=Span.QUARTER,
    asked_since=BEGUN,
    before=Moment(
        day=BEGUN,
        commit="a" * 40,
        offers=9,
        joinable=7,
        partners=3,
        gaps=4,
        overlaps=2,
        unread=(Unread(path="offers/cjg/stuk.yaml", why="dit bestand is leeg"),),
    ),
    after=Moment(day=TODAY, offers=10, joinable=6, partners=3, gaps=4, overlaps=2),
    come=(OfferListed(**KIES, areas=("waterstad",), cause=Cause.DATA),),
    gone=(OfferListed(**OLD, areas=("dijkdorp", "oord"), cause=Cause.TIME),),
    moved=(OfferMoved(**KIES, was="cjg/kies", areas=("waterstad",)),),
    altered=(
        OfferAltered(
            **KIES,
            areas=("waterstad",),
            alterations=(
                Alteration(field="Kosten", before="€ 15", after="Gratis"),
                Alteration(field="Beschrijving", before=None, after=None),
            ),
        ),
    ),
    partners_joined=(PartnerNamed(slug="cjg-rivierenland", name="CJG Rivierenland"),),
    partners_left=(PartnerNamed(slug="welzijn", name="Welzijn Waterland"),),
    gaps_opened=(
        GapChanged(
            theme="Scheiding",
            ages="0 tot 12 jaar",
            place="Dijkdorp",
            place_word="dijkdorp",
            before="voldoende",
            after="niet in te stappen",
            cause=Cause.TIME,
            offers=(OfferNamed(**OLD),),
            number=3,
        ),
    ),
    gaps_closed=(
        GapChanged(
            theme="Scheiding",
            ages="0 tot 12 jaar",
            place="Waterstad",
            place_word="waterstad",
            before="geen aanbod",
            after="",
            cause=Cause.REGION,
            offers=(),
            number=0,
        ),
    ),
    overlaps_new=(
        OverlapChanged(
            first=OfferNamed(**KIES), second=OfferNamed(**OLD), cause=Cause.DATA
        ),
    ),
    overlaps_gone=(),
)

TEXT = """\
In cijfers, van 24 augustus 2026 tot en met 24 november 2026
  In de hele regio             24 augustus 2026  24 november 2026  Verschil
  Aanbod op de site                           9                10         1
  Aanbod waar men nog bij kan                 7                 6        -1
  Aanbieders met aanbod                       3                 3         0
  Hiaten                                      4                 4         0
  Paren die overlappen                        2                 2         0

Aanbod erbij, van 24 augustus 2026 tot en met 24 november 2026
  Aanbod                Aanbieder         Voor mensen in  Waardoor
  KIES in de Molenwijk  CJG Rivierenland  Waterstad       toegevoegd

Aanbod weg, van 24 augustus 2026 tot en met 24 november 2026
  Aanbod  Aanbieder          Voor mensen in    Waardoor
  =Spel   Welzijn Waterland  Dijkdorp en oord  de laatste dag op de site is voorbij

Aanbod aangepast, van 24 augustus 2026 tot en met 24 november 2026
  Aanbod                Aanbieder         Veld          Was                       Wordt
  KIES in de Molenwijk  CJG Rivierenland  Kosten        € 15                      Gratis
  KIES in de Molenwijk  CJG Rivierenland  Beschrijving  te lang om te laten zien  te lang om te laten zien

Aanbod met een ander adres, van 24 augustus 2026 tot en met 24 november 2026
  Aanbod                Aanbieder         Stond op
  KIES in de Molenwijk  CJG Rivierenland  cjg/kies

Aanbieders erbij en weg, van 24 augustus 2026 tot en met 24 november 2026
  Aanbieder          Wat
  CJG Rivierenland   begon met aanbod
  Welzijn Waterland  heeft geen aanbod meer

Hiaten erbij, van 24 augustus 2026 tot en met 24 november 2026
  Waar      Thema      Leeftijd       Was        Wordt               Waardoor           Door dit aanbod
  Dijkdorp  Scheiding  0 tot 12 jaar  voldoende  niet in te stappen  de tijd verstreek  =Spel (Welzijn Waterland); en nog 2

Hiaten weg, van 24 augustus 2026 tot en met 24 november 2026
  Waar       Thema      Leeftijd       Was          Wordt          Waardoor                              Door dit aanbod
  Waterstad  Scheiding  0 tot 12 jaar  geen aanbod  stond er niet  de regio paste normen of woorden aan

Overlap erbij, van 24 augustus 2026 tot en met 24 november 2026
  Aanbod                Van               Lijkt op  Van                Waardoor
  KIES in de Molenwijk  CJG Rivierenland  =Spel     Welzijn Waterland  het aanbod veranderde

Overlap weg, van 24 augustus 2026 tot en met 24 november 2026
  Niets.

Bestanden die we niet kunnen lezen, van 24 augustus 2026 tot en met 24 november 2026
  Van welke dag     Bestand               Waarom
  24 augustus 2026  offers/cjg/stuk.yaml  dit bestand is leeg
"""  # noqa: E501 - as a terminal shows it

CSV = """\
soort;wat;van;was;wordt;waardoor
aanbod erbij;KIES in de Molenwijk;CJG Rivierenland;;;toegevoegd
aanbod weg;'=Spel;Welzijn Waterland;;;de laatste dag op de site is voorbij
aanbod aangepast;KIES in de Molenwijk: Kosten;CJG Rivierenland;€ 15;Gratis;
aanbod aangepast;KIES in de Molenwijk: Beschrijving;CJG Rivierenland;\
te lang om te laten zien;te lang om te laten zien;
aanbod verplaatst;KIES in de Molenwijk;CJG Rivierenland;cjg/kies;cjg-rivierenland/kies;
aanbieder;CJG Rivierenland;;;begon met aanbod;
aanbieder;Welzijn Waterland;;;heeft geen aanbod meer;
hiaat erbij;Scheiding, 0 tot 12 jaar, Dijkdorp;'=Spel (Welzijn Waterland); en nog 2;\
voldoende;niet in te stappen;de tijd verstreek
hiaat weg;Scheiding, 0 tot 12 jaar, Waterstad;;geen aanbod;stond er niet;\
de regio paste normen of woorden aan
overlap erbij;KIES in de Molenwijk; =Spel;CJG Rivierenland; Welzijn Waterland;;;\
het aanbod veranderde
"""


@pytest.fixture
def reported(catalogue):
    changes = Changes(made_on=TODAY, periods=(PERIOD,))
    planning = replace(catalogue.planning, changes=changes)
    return Reported(replace(catalogue, planning=planning), TODAY)


def place(reported, word):
    return reported.supply.place(word)


def test_a_period_is_told_as_tables(catalogue):
    assert as_text(of_period(PERIOD, catalogue, TODAY).tables) == TEXT


def test_every_change_stands_in_one_table_for_a_spreadsheet():
    rows = as_csv(all_in_one(PERIOD)).removeprefix("\ufeff").replace('"', "")

    assert rows.replace("\r\n", "\n") == CSV


def test_a_period_is_told_in_sentences(catalogue):
    assert of_period(PERIOD, catalogue, TODAY).sentences == (
        "Dit gaat van 24 augustus 2026 tot en met 24 november 2026.",
        "Aanbod: 1 erbij, 1 weg en 1 aangepast.",
        "Aanbieders: 1 erbij en 1 weg.",
        "Hiaten: 1 erbij (1 doordat de tijd verstreek) en 1 weg.",
        "Overlap: 1 erbij en 0 weg.",
        (
            "Van 24 augustus 2026 kunnen we niet alles lezen (1 bestand);"
            " dat vergelijken we niet."
        ),
    )


@pytest.mark.parametrize(
    ("span", "words"), [(Span.QUARTER, "een kwartaal"), (Span.YEAR, "een jaar")]
)
def test_a_short_history_is_said_first(catalogue, span, words):
    asked = {"span": span, "asked_since": date(2025, 11, 24)}
    period = PERIOD.model_copy(update=asked)

    assert of_period(period, catalogue, TODAY).sentences[0] == (
        f"Er is nog geen geschiedenis van {words}; dit begint op 24 augustus 2026."
    )


def test_without_overlaps_there_are_no_tables_of_them(catalogue):
    before, after = (
        moment.model_copy(update={"overlaps": None})
        for moment in (PERIOD.before, PERIOD.after)
    )
    period = PERIOD.model_copy(update={"before": before, "after": after})
    found = of_period(period, catalogue, TODAY)

    assert not any("overlap" in each.name for each in found.tables)
    assert not any("Overlap" in each for each in found.sentences)
    assert [row[0] for row in found.tables[0].rows][-1] == "Hiaten"


def test_a_link_leads_only_to_what_is_on_the_site(reported):
    (quarter,) = told(reported, REGION)
    _, come, gone, *_ = quarter.tables

    assert quarter.title == "Het laatste kwartaal"
    assert come.rows[0][0] == Linked(
        "KIES in de Molenwijk", "aanbod/cjg-rivierenland/kies/"
    )
    assert gone.rows[0][0] == "=Spel"


@pytest.mark.parametrize("word", ["waterstad", "waterstad-noord"])
def test_a_place_has_what_is_about_it(reported, word):
    (here,) = told(reported, place(reported, word))
    rows = {each.name.removeprefix("kwartaal-"): len(each.rows) for each in here.tables}

    assert rows == {
        "cijfers": 5,
        "aanbod-erbij": 1,
        "aanbod-weg": 0,
        "aanbod-aangepast": 2,
        "aanbod-verplaatst": 1,
        "aanbieders": 2,
        "hiaten-erbij": 0,
        "hiaten-weg": 1,
        "overlap-erbij": 1,
        "overlap-weg": 0,
        "niet-gelezen": 1,
    }
    assert "Aanbod: 1 erbij, 0 weg en 1 aangepast." in here.sentences


def test_names_of_tables_differ_between_the_periods(reported):
    year = PERIOD.model_copy(update={"span": Span.YEAR})
    changes = Changes(made_on=TODAY, periods=(PERIOD, year))
    planning = replace(reported.catalogue.planning, changes=changes)
    both = Reported(replace(reported.catalogue, planning=planning), TODAY)
    names = [each.name for each in tables(both, REGION)]

    assert len(names) == len(set(names)) == 22


def test_when_nobody_worked_it_out_the_report_says_so(catalogue):
    nothing = Reported(catalogue, TODAY)

    assert told(nothing, REGION) == ()
    assert (
        as_text(tables(nothing, REGION)) == f"Wat er veranderde\n  {NOT_WORKED_OUT}\n"
    )
