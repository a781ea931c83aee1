"""The figures as tables, charts and sentences."""

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from builders import TODAY, an_offer
from groepsaanbod.planning import (
    AimsFile,
    Certainty,
    Figure,
    MonthOfVisits,
    NormsFile,
    Planning,
)
from groepsaanbod.reports import figures
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import as_csv, as_json

CJG, VEILIG = "cjg-rivierenland", "veilig-verder"
AIM = {
    "cijfer": "aanbieders",
    "nulmeting": "onbekend",
    "doel": "2",
    "uiterlijk": "2026-12-31",
    "bron": "Plan",
    "jaar": "2020",
    "zekerheid": "aanname",
    "toelichting": "Aanname: op de oude site stond één aanbieder.",
}
KNOWN = {"naam": "=De Kade", "leeftijden": ["0-12", "12-24"], "waar": "dijkdorp"}


@pytest.fixture(scope="module")
def reported(catalogue):
    vocabulary = catalogue.vocabulary
    aims = {"doelen": [AIM], "bekende_aanbieders": [KNOWN]}
    visits = MonthOfVisits.model_construct(
        month=date(2026, 10, 1),
        visits=80,
        pages=None,
        certainty=Certainty.EXAMPLE,
        source="Bedacht",
    )
    planning = Planning(
        norms=NormsFile.model_validate({}),
        aims=AimsFile.model_validate(aims, context=vocabulary),
        visits=(visits,),
    )
    offers = (
        an_offer(
            vocabulary,
            CJG,
            "slapen",
            bereik=[{"jaar": "2025", "kinderen": "3", "ouders": "40"}],
            financiering=["fonds"],
            groepen=[{"start": "2027-01-12", "status": "open"}],
        ),
        an_offer(vocabulary, VEILIG, "praten", gebieden=["dijkdorp"]),
    )
    return Reported(replace(catalogue, offers=offers, planning=planning), TODAY)


@pytest.fixture(scope="module")
def region(reported):
    return reported.supply.places[0]


def named(reported, place):
    return {each.name: each for each in figures.tables(reported, place)}


def test_the_first_table_has_every_figure_beside_its_aim(reported, region):
    table = figures.tables(reported, region)[0]
    no_aim, no_share = ("",) * 5, ("", "")
    aim = (None, 2, date(2026, 12, 31), True, "Plan (2020, aanname)")

    assert table.caption == "De cijfers van Rivierenland"
    assert table.rows == (
        (
            "Aanbieders die hun aanbod op de site zetten",
            *(2, *no_share, "vandaag", *aim),
        ),
        ("Bereikte kinderen", "minder dan 5", *no_share, "2025", *no_aim),
        ("Bereikte jongeren", None, *no_share, "2025", *no_aim),
        ("Bereikte ouders", 40, *no_share, "2025", *no_aim),
        ("Bezoek aan de site", 80, *no_share, "oktober 2026", *no_aim),
        ("Aanbod dat gratis of bijna gratis is", 2, 2, 100, "vandaag", *no_aim),
        ("Aanbod dat op tijd is gecontroleerd", 2, 2, 100, "vandaag", *no_aim),
        ("Groepen waarvan bekend is of er plek is", 0, 1, 0, "vandaag", *no_aim),
    )


def test_few_people_stand_nowhere_as_a_number(reported, region):
    table = named(reported, region)["bereik"]

    assert as_json(table) == [
        {
            "jaar": 2025,
            "kinderen": "minder dan 5",
            "jongeren": None,
            "ouders": 40,
            "samen": None,
            "opgaven_kinderen": 1,
            "opgaven_jongeren": 0,
            "opgaven_ouders": 1,
            "zonder_opgave": 1,
        }
    ]


def test_who_lists_something_and_who_does_not(reported, region):
    tables = named(reported, region)

    assert as_csv(tables["aanbieders"]) == (
        "\ufeffaanbieder;aanbod;samen\r\nCJG Rivierenland;1;0\r\nVeilig Verder;1;0\r\n"
    )
    assert as_csv(tables["zonder-aanbod"]) == (
        "\ufefforganisatie;leeftijden;gemeente\r\n"
        "'=De Kade;0 tot 12 jaar en 12 tot 24 jaar;Dijkdorp\r\n"
        "Welzijn Waterland;onbekend;onbekend\r\n"
    )
    assert tables["zonder-aanbod-per-leeftijd"].rows == (
        ("0 tot 12 jaar", 1),
        ("12 tot 24 jaar", 1),
        ("Leeftijd niet bekend", 1),
    )
    assert tables["aanbieders"].rows[0][0].path == "aanbieders/cjg-rivierenland/"


def test_the_parts_of_each_figure(reported, region):
    tables = named(reported, region)

    assert tables["kosten"].rows == (
        *(("Gratis", 2, 1), ("Bijna gratis", 0, 0), ("Betaald", 0, 0)),
    )
    assert tables["betalers"].rows == (
        *(("De gemeenten", 0), ("Een fonds", 1), ("Niet opgegeven", 1)),
    )
    assert tables["controle"].rows == (
        ("Minder dan 6 maanden geleden", 2),
        ("6 tot 12 maanden geleden", 0),
        ("Langer dan 12 maanden geleden", 0),
    )
    assert tables["plekken"].rows == (
        ("Bekend, en korter dan een maand geleden bijgewerkt", 0),
        ("Bekend, maar langer geleden bijgewerkt", 0),
        ("Niet bekend, of zonder dag erbij", 1),
    )
    assert tables["bezoeken"].rows[:2] == (
        ("oktober 2026", 80, None, "voorbeeld", "Bedacht"),
        ("september 2026", None, None, "", ""),
    )


def test_each_table_can_be_written_in_each_way(reported):
    for place in reported.supply.places:
        tables = figures.tables(reported, place)
        assert len({each.name for each in tables}) == len(tables)
        for table in tables:
            assert len(table.rows) == len(json.loads(json.dumps(as_json(table))))
            assert all(len(row) == len(table.columns) for row in table.rows)


def test_what_nobody_counts_by_place_is_left_out_there(reported):
    place = reported.supply.place("dijkdorp")
    tables = named(reported, place)

    assert not {"bereik", "bezoeken"} & set(tables)
    assert [row[0].text for row in tables["aanbieders"].rows] == ["Veilig Verder"]
    assert figures.notes(reported, place)[1] == (
        "Doelen, bezoek en het aantal mensen dat meedeed zijn alleen van de hele regio"
        " bekend."
    )


def test_notes_say_what_the_figures_cannot_know(reported, region):
    assert figures.notes(reported, region) == (
        (
            "Aanbod telt mee als het op de site staat, niet voorbij is en een groep is."
            " Spreekuren en aanbod voor professionals tellen niet mee. Wat in geen"
            " lijst meer staat, omdat er al lang niemand naar keek, telt alleen mee bij"
            " wat nagekeken is."
        ),
        (
            "Aanbieders geven zelf op hoeveel mensen meededen. Wie bij twee aanbieders"
            " meedeed, telt twee keer. Wat niemand opgaf, is onbekend en geen 0. Van"
            " minder dan 5 mensen staat er geen getal."
        ),
        "De cijfers over bezoek zijn voorbeelden, en geen echte tellingen.",
        (
            "Aanbieders die hun aanbod op de site zetten: Aanname: op de oude site"
            " stond één aanbieder."
        ),
        "Bij 1 keer aanbod staat niet wie het betaalt.",
    )


def test_without_visits_the_notes_say_so(catalogue):
    bare = Reported(catalogue, TODAY)

    assert "Er is nog geen bezoek geteld." in figures.notes(bare, bare.supply.places[0])


def test_each_figure_with_something_to_compare_has_a_chart(reported, region):
    charts = {each.name: each for each in figures.charts(reported, region)}

    assert list(charts) == [
        *("aanbieders", "bezoeken", "gratis", "gecontroleerd", "beschikbaarheid")
    ]
    texts = [
        each.text
        for each in ET.fromstring(charts["aanbieders"].svg)  # noqa: S314 - our own
        if each.tag.endswith("text")
    ]
    assert texts == ["Nulmeting", "onbekend", "Nu", "2", "Doel", "2"]
    assert charts["bezoeken"].title == "Bezoek aan de site"
    assert "Oktober 2026" in charts["bezoeken"].svg


def test_few_people_are_no_bar(reported, region):
    assert Figure.CHILDREN not in {
        each.name for each in figures.charts(reported, region)
    }
