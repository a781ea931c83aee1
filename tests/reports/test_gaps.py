"""The gap report of the worked region: whole tables, and the sentences of reasons."""

from dataclasses import replace

import pytest

import worked
from builders import an_offer
from groepsaanbod.reports import gaps
from groepsaanbod.reports.gap_reasons import left_out, reasons, signals
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import as_text


@pytest.fixture(scope="module")
def reported(worked_catalogue):
    return Reported(worked_catalogue, worked.DAY)


def test_the_whole_report_of_a_municipality(reported):
    tables = gaps.tables(reported, reported.supply.place("zandvoort"))
    path = worked.DATA / "report-zandvoort.txt"
    assert as_text(tables) == path.read_text(encoding="utf-8")


def test_tables_and_columns_have_names_that_stay(reported):
    tables = gaps.tables(reported, reported.supply.place("regio"))
    assert [table.name for table in tables] == [
        "hiaten",
        "grootste-hiaten",
        "zonder-vraagcijfer",
        "zonder-aantal-kinderen",
        "doelgroepen",
        "kansencirkel",
        "vormen",
        "startmaanden",
        "bijzondere-groepen",
    ]
    for table in tables:
        keys = [column.key for column in table.columns]
        assert len(set(keys)) == len(keys)
        assert all(len(row) == len(keys) for row in table.rows)


def test_of_the_region_the_gaps_of_each_municipality_are_ranked(reported):
    _, ranked, *_ = gaps.tables(reported, reported.supply.place("regio"))
    assert [row[:6] for row in ranked.rows[:3]] == [
        (1, "Haarlem", "Angst", "19 tot en met 23 jaar", "geen aanbod", 11520),
        (2, "Haarlem", "Scheiding", "12 tot 19 jaar", "geen aanbod", 13440),
        (3, "Haarlem", "Opvoeden", "0 tot 4 jaar", "onder de norm", 4800),
    ]
    assert ranked.rows[12][5:] == (
        1350,
        15.0,
        202.5,
        (
            "Gemeente Bergen, per dorp (2024, geteld); POH Jeugd (2025, geteld);"
            " Opvoedspreekuur (2024, geschat)"
        ),
    )


def test_where_nobody_counted_nothing_is_ranked(reported):
    place = reported.supply.place("haarlem-schalkwijk")
    _, ranked, without_share, without_children, *_ = gaps.tables(reported, place)
    assert as_text([ranked, without_share]) == (
        "Grootste hiaten eerst in Haarlem Schalkwijk, stand van 23 november 2026."
        " Het gewicht is het aantal kinderen maal het aandeel van de vragen,"
        " afgerond.\n"
        "  Er zijn geen hiaten die te wegen zijn.\n"
        "\n"
        "Hiaten zonder vraagcijfer in Haarlem Schalkwijk, stand van 23 november 2026."
        " Niemand telde hoe vaak mensen dit vragen. De meeste kinderen staan"
        " bovenaan.\n"
        "  Die zijn er niet.\n"
    )
    assert len(without_children.rows) == 13


def test_special_groups_of_the_region_stand_by_municipality(reported):
    *_, special = gaps.tables(reported, reported.supply.place("regio"))
    assert as_text([special]) == (
        "Aanbod voor bijzondere groepen in de proefregio, stand van 23 november 2026.\n"
        "  Groep                                    Waar         Bestaat"
        "  In te stappen  Soort               Signalen\n"
        "  Ouders die uit elkaar zijn               Haarlem            2"
        "              1  voldoende           kwetsbaar\n"
        "  Ouders die uit elkaar zijn               Zandvoort          1"
        "              0  niet in te stappen\n"
        "  Ouders die uit elkaar zijn               Bergen (NH)        0"
        "              0  geen aanbod\n"
        "  Gezinnen met een kind met een beperking  Haarlem            1"
        "              1  voldoende           kwetsbaar, alleen betaald,"
        " alleen Nederlands, deels\n"
        "  Gezinnen met een kind met een beperking  Zandvoort          0"
        "              0  geen aanbod\n"
        "  Gezinnen met een kind met een beperking  Bergen (NH)        0"
        "              0  geen aanbod\n"
        "  Vaders                                   Haarlem            0"
        "              0  geen aanbod\n"
        "  Vaders                                   Zandvoort          0"
        "              0  geen aanbod\n"
        "  Vaders                                   Bergen (NH)        0"
        "              0  geen aanbod\n"
    )


@pytest.mark.parametrize(
    ("theme", "ages", "place", "sentences"),
    [
        (
            "zwanger-baby",
            "0-4",
            "zandvoort",
            ["Wel in Haarlem en Bergen (NH), maar niet open voor Zandvoort."],
        ),
        (
            "opvoeden",
            "4-12",
            "haarlem-schalkwijk",
            ["Wel in Haarlem Noord, maar niet open voor Haarlem Schalkwijk."],
        ),
        (
            "scheiding",
            "12-19",
            "zandvoort",
            ["Elders in de regio kan ook niemand instappen."],
        ),
        ("scheiding", "12-19", "regio", []),
        (
            "scheiding",
            "4-12",
            "zandvoort",
            [
                "Niemand kan de komende 12 maanden instappen.",
                "Vol: ‘KIES: kinderen in een scheiding’.",
                "Wel in Haarlem, maar niet open voor Zandvoort.",
            ],
        ),
        (
            "alcohol",
            "19-23",
            "regio",
            [
                "Niemand kan de komende 12 maanden instappen.",
                "Begint later: ‘Later drinken’ (1 februari 2028).",
            ],
        ),
        (
            "angst",
            "12-19",
            "zandvoort",
            ["Mensen uit Zandvoort kunnen meedoen, maar alleen in Haarlem."],
        ),
        (
            "opvoeden",
            "0-4",
            "haarlem",
            [
                "In te stappen: 2. De norm is 3.",
                "Haarlem heeft de meeste jonge kinderen.",
            ],
        ),
        ("alcohol", "0-4", "regio", ["Jonge kinderen drinken geen alcohol."]),
        ("angst", "4-12", "haarlem", []),
    ],
)
def test_reasons_are_plain_sentences(theme, ages, place, sentences, reported):
    cell = reported.gaps.cell(theme, ages, place)
    assert list(reasons(cell, reported.supply)) == sentences


@pytest.mark.parametrize(
    ("theme", "ages", "place", "sentences"),
    [
        (
            "opvoeden",
            "4-12",
            "haarlem",
            [
                "Alles waar iemand kan instappen, is van CJG.",
                "Niets is gratis of bijna gratis.",
                "Alles is alleen in het Nederlands.",
                "Alleen voor een deel van Haarlem: Haarlem Noord.",
            ],
        ),
        (
            "zwanger-baby",
            "0-4",
            "haarlem",
            ["Alles is overdag, op werkdagen.", "Alles is alleen in het Nederlands."],
        ),
        (
            "angst",
            "19-23",
            "bergen-nh",
            [
                "Alles waar iemand kan instappen, is van Duinrand.",
                "Meedoen kan alleen met een verwijzing.",
                "Alles is alleen in het Nederlands.",
            ],
        ),
        ("scheiding", "0-4", "haarlem", []),
    ],
)
def test_each_signal_is_a_plain_sentence(theme, ages, place, sentences, reported):
    cell = reported.gaps.cell(theme, ages, place)
    assert list(signals(cell, reported.supply)) == sentences


def _cell(catalogue, place, *offers, **norms):
    usual = {
        "themas": ["angst"],
        "leeftijd": {"van": "4", "tot_en_met": "11"},
        "gebieden": ["haarlem"],
    }
    made = tuple(
        an_offer(
            catalogue.vocabulary,
            "cjg",
            f"aanbod-{number}",
            **(usual | {"titel": f"Cursus {number}"} | keys),
        )
        for number, keys in enumerate(offers, start=1)
    )
    planning = catalogue.planning
    norms = planning.norms.model_copy(update=norms)
    changed = replace(catalogue, offers=made, planning=replace(planning, norms=norms))
    reported = Reported(changed, worked.DAY)
    return reported.gaps.cell("angst", "4-12", place), reported.supply


def test_why_nobody_can_join_is_said_once_for_offers_alike(worked_catalogue):
    full = {"groepen": [{"start": "2027-01-12", "status": "vol"}]}
    cell, supply = _cell(
        worked_catalogue,
        "regio",
        full,
        {"groepen": [{"status": "wachtlijst"}]},
        full,
        {"groepen": [{"start": "2026-11-10", "bijeenkomsten": "8"}]},
        {"groepen": [{"start": "2027-01-12", "status": "uitgesteld"}]},
        {"groepen": [{"status": "gepland"}]},
        {},
        horizon=1,
    )
    assert list(reasons(cell, supply)) == [
        "Niemand kan de komende maand instappen.",
        "Vol: ‘Cursus 1’ en ‘Cursus 3’.",
        "Wachtlijst: ‘Cursus 2’.",
        "Al begonnen: ‘Cursus 4’.",
        "Uitgesteld: ‘Cursus 5’.",
        "Nog geen datum: ‘Cursus 6’.",
        "Geen dag of tijd ingevuld: ‘Cursus 7’.",
    ]


def _in(*towns):
    return {
        "groepen": [{"status": "op-aanvraag"}],
        "locaties": [{"naam": town, "plaats": town} for town in towns],
    }


@pytest.mark.parametrize(
    ("offers", "place", "sentence"),
    [
        (
            [_in("Zandvoort"), _in("Schoorl")],
            "haarlem",
            (
                "Mensen uit Haarlem kunnen meedoen, maar alleen in Zandvoort en"
                " Bergen (NH)."
            ),
        ),
        (
            [_in("Parijs")],
            "regio",
            "Mensen uit de proefregio kunnen meedoen, maar alleen buiten de regio.",
        ),
        (
            [_in("Parijs"), _in("Zandvoort")],
            "haarlem",
            (
                "Mensen uit Haarlem kunnen meedoen, maar alleen in Zandvoort of buiten"
                " de regio."
            ),
        ),
    ],
)
def test_elsewhere_names_where_it_is(offers, place, sentence, worked_catalogue):
    cell, supply = _cell(worked_catalogue, place, *offers)
    assert list(reasons(cell, supply)) == [sentence]


def test_the_usual_norm_needs_no_reason(worked_catalogue):
    cell, supply = _cell(worked_catalogue, "haarlem", _in("Haarlem"), usual=2)
    assert list(reasons(cell, supply)) == ["In te stappen: 1. De norm is 2."]


def test_what_is_not_counted_is_said(worked_catalogue):
    _, supply = _cell(worked_catalogue, "regio")
    assert left_out(supply) == (
        "Niet meegeteld: aanbod alleen voor professionals en de vorm spreekuur."
    )
    _, without_forms = _cell(worked_catalogue, "regio", forms_left_out=())
    assert left_out(without_forms) == (
        "Niet meegeteld: aanbod alleen voor professionals."
    )


def test_where_nothing_is_left_out_nothing_is_said(catalogue):
    assert left_out(Reported(catalogue, worked.DAY).supply) == ""
