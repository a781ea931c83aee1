"""What somebody typed is understood where it can mean one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groepsaanbod.description import keys_of
from groepsaanbod.model import Costs, Group, Location, OfferFile, SignUp
from groepsaanbod.source import unreadable_in
from groepsaanbod.understanding import (
    ages_apart,
    explained,
    joined,
    understood,
    understood_list,
)

OFFER = keys_of(OfferFile)


@given(
    st.lists(
        st.text(min_size=1, max_size=9)
        .map(str.strip)
        .filter(lambda text: text and unreadable_in(text) is None)
        .filter(lambda text: len(text.splitlines()) == 1)
    )
)
def test_a_list_comes_back_from_one_cell(vocabulary, items):
    assert understood_list(joined(items), OFFER["zoekwoorden"], vocabulary) == items


@pytest.mark.parametrize(
    ("name", "typed", "items"),
    [
        ("doelgroep", "ouders, kinderen", ["ouders", "kinderen"]),
        ("doelgroep", "Ouders;Ouder en kind samen", ["ouders", "ouders-met-kind"]),
        ("themas", "slapen\nangst", ["slapen", "angst"]),
        (
            "zoekwoorden",
            "uit elkaar, apart; twee huizen",
            ["uit elkaar, apart", "twee huizen"],
        ),
        ("zoekwoorden", "", []),
    ],
)
def test_several_words_in_a_cell_are_told_apart(vocabulary, name, typed, items):
    assert understood_list(typed, OFFER[name], vocabulary) == items


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        (OFFER["vorm"], " Online Programma ", "online-programma"),
        (OFFER["vorm"], "iets anders", "iets anders"),
        (OFFER["uitvoering"], "Online", "online"),
        (OFFER["uitvoering"], "thuis", "thuis"),
        (OFFER["adres_geheim"], "WAAR", "ja"),
        (OFFER["adres_geheim"], "misschien", "misschien"),
        (OFFER["gecontroleerd_op"], "2-11-2026", "2026-11-02"),
        (OFFER["gecontroleerd_op"], "31-02-2026", "31-02-2026"),
        (OFFER["gecontroleerd_op"], "2/11/2026", "2/11/2026"),
        (keys_of(Costs)["bedrag"], "€\N{NO-BREAK SPACE}12,5", "€ 12,50"),
        (keys_of(SignUp)["telefoon"], "300000030", "0300000030"),
        (keys_of(SignUp)["telefoon"], "31300000030", "+31300000030"),
        (OFFER["gecontroleerd_op"], "2 November 2026", "2026-11-02"),
        (OFFER["gecontroleerd_op"], "31 februari 2026", "31 februari 2026"),
        (keys_of(Group)["status"], "Bijna vol", "bijna-vol"),
        (keys_of(Location)["postcode"], "2011ab", "2011AB"),
        (keys_of(Location)["postcode"], "11ab", "11ab"),
        (OFFER["titel"], "2-11-2026", "2-11-2026"),
    ],
)
def test_what_can_mean_one_thing_is_understood(vocabulary, key, typed, meant):
    assert understood(typed, key, vocabulary) == meant


@pytest.mark.parametrize(
    ("typed", "ages"),
    [
        *((each, ("8", "12")) for each in ("8-12", "8 t/m 12 jaar", " 8 - 12 ")),
        ("8 jaar tot en met 12 jaar", ("8", "12")),
        ("8", None),
        ("6 maanden-2", None),
    ],
)
def test_two_ages_in_one_cell_are_told_apart(typed, ages):
    assert ages_apart(typed) == ages


def test_it_is_told_what_to_type_outside_a_file():
    assert explained(keys_of(SignUp)["telefoon"]) == "Alleen het nummer, met netnummer."
    assert explained(OFFER["vorm"]) == "Hoe het eruitziet."
    assert explained(OFFER["zoekwoorden"]) == (
        "Andere woorden waarmee mensen dit zoeken. Meer dan één? Zet er een ; tussen."
    )
