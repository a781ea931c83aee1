"""What the report says of decisions, whole tables at a time."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.planning import Decision, Planning
from groepsaanbod.reports import agreed
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import as_json, as_text

SOON = {"groepen": [{"start": "2027-01-12"}]}
PAIR = ["cjg-rivierenland/een", "welzijn-waterland/twee"]
GAP = {"thema": "angst", "leeftijd": "0-12", "waar": "waterstad-noord"}


def a_decision(**keys):
    return {
        "besluit": "naast-elkaar",
        "door": "Coördinator groepsaanbod",
        "waarom": "Elke avond is voor andere ouders.",
        "op": "2026-11-01",
        "tot": "2027-11-01",
        "stand": "1,00, zelfde aanbod",
    } | keys


@pytest.fixture
def reported(vocabulary, catalogue):
    def reported(*decisions):
        made = tuple(Decision.model_validate(d, context=vocabulary) for d in decisions)
        offers = tuple(
            an_offer(vocabulary, *identity.split("/"), **SOON) for identity in PAIR
        )
        planning = Planning(decisions=made)
        changed = replace(catalogue, offers=offers, planning=planning)
        return Reported(changed, TODAY)

    return reported


def texts(reported, word="regio"):
    return as_text(agreed.tables(reported, reported.supply.place(word)))


def test_without_decisions_the_tables_say_so(reported):
    assert texts(reported()) == (
        "Besluiten die gelden in Rivierenland.\n"
        "  Er is nog niets besloten.\n"
        "\n"
        "Besluiten in Rivierenland die niet meer gelden.\n"
        "  Elk besluit geldt nog.\n"
    )


def test_what_is_decided_stands_there_with_by_whom_until_and_why(reported):
    found = reported(
        a_decision(overlap=PAIR),
        a_decision(
            hiaat=GAP,
            besluit="opgepakt",
            waarom="Een groep in mei.",
            stand="geen aanbod, bestaat 0, in te stappen 0",
        ),
    )
    in_force, returned = agreed.tables(found, found.supply.place("regio"))

    assert as_json(in_force) == [
        {
            "over": "Overlap: Beter slapen (CJG Rivierenland)"
            " en Beter slapen (Welzijn Waterland)",
            "besluit": "bewust naast elkaar",
            "door": "Coördinator groepsaanbod",
            "waarom": "Elke avond is voor andere ouders.",
            "op": "2026-11-01",
            "tot": "2027-11-01",
            "stand": "1,00, zelfde aanbod",
        },
        {
            "over": "Hiaat: Angst, 0 tot 12 jaar, Waterstad Noord",
            "besluit": "opgepakt",
            "door": "Coördinator groepsaanbod",
            "waarom": "Een groep in mei.",
            "op": "2026-11-01",
            "tot": "2027-11-01",
            "stand": "geen aanbod, bestaat 0, in te stappen 0",
        },
    ]
    assert returned.rows == ()


def test_what_no_longer_holds_says_why(reported):
    found = reported(
        a_decision(overlap=PAIR, tot="2026-11-23"),
        a_decision(overlap=PAIR, stand="0,86"),
        a_decision(overlap=PAIR, op="2026-11-25"),
        a_decision(overlap=[PAIR[0], "weg/al-lang"]),
        a_decision(hiaat=GAP | {"thema": "slapen"}),
    )
    in_force, returned = agreed.tables(found, found.supply.place("regio"))

    assert in_force.rows == ()
    assert [row["wat_nu"] for row in as_json(returned)] == [
        (
            "Verlopen op 23 november 2026."
            " Het staat weer bij wat open is: 1,00, zelfde aanbod."
        ),
        (
            "Het is veranderd: toen '0,86', nu '1,00, zelfde aanbod'."
            " Het staat weer bij wat open is."
        ),
        "Dit is besloten op 25 november 2026, na deze dag.",
        "Er is geen overlap meer. Het besluit kan weg.",
        "Er is geen hiaat meer. Het besluit kan weg.",
    ]
    assert as_json(returned)[3]["over"] == (
        "Overlap: Beter slapen (CJG Rivierenland) en weg/al-lang"
    )


@pytest.mark.parametrize(
    ("word", "about"),
    [
        ("regio", ["Overlap", "Hiaat"]),
        ("waterstad", ["Overlap", "Hiaat"]),
        ("waterstad-noord", ["Overlap", "Hiaat"]),
        ("waterstad-zuid", ["Overlap"]),
        ("dijkdorp", []),
    ],
)
def test_a_place_has_the_decisions_about_it_and_its_parts(reported, word, about):
    facts = "geen aanbod, bestaat 0, in te stappen 0"
    found = reported(a_decision(overlap=PAIR), a_decision(hiaat=GAP, stand=facts))
    in_force, _ = agreed.tables(found, found.supply.place(word))

    assert [str(row[0]).split(":")[0] for row in in_force.rows] == about


def test_the_lines_to_copy_are_by_the_coordinator_today(reported):
    found = reported()
    (pair,) = found.agreed.open_pairs

    lines = agreed.lines_for(found, pair)
    assert '    door: "Coördinator groepsaanbod"\n' in lines
    assert "    op: 2026-11-24\n" in lines
