"""What the coordinator's files say, and what holds without them."""

from decimal import Decimal

import pytest

from groepsaanbod.planning import NormsFile, Planning


def norms(vocabulary, **keys):
    return Planning(norms=NormsFile.model_validate(keys, context=vocabulary))


def test_without_files_the_defaults_hold():
    planning = Planning()

    assert planning.inhabitants == ()
    assert planning.questions == ()
    assert planning.decisions == ()
    assert planning.aims.known_partners == ()
    assert planning.norms.horizon == 12
    assert planning.norms.usual == 1
    assert planning.norms.checked_within == 6
    weights = planning.norms.overlap
    assert (weights.themes, weights.ages, weights.audiences, weights.areas) == (
        (35, 25, 20, 20)
    )
    assert weights.shown_from == 50


def test_free_is_cheap_without_any_limit(vocabulary):
    assert norms(vocabulary).is_cheap(None, "")
    assert not norms(vocabulary).is_cheap(Decimal("0.50"), "")


@pytest.mark.parametrize(
    ("amount", "is_cheap"), [("9.99", True), ("10", True), ("10.01", False)]
)
def test_up_to_the_limit_is_nearly_free(vocabulary, amount, is_cheap):
    planning = norms(vocabulary, bijna_gratis="10")

    assert planning.is_cheap(Decimal(amount), "Per keer.") is is_cheap


@pytest.mark.parametrize(
    ("note", "is_cheap"),
    [
        ("Per keer. Met de Stadspas is het gratis.", True),
        ("Met uw STADSPAS betaalt u niets.", True),
        ("Met de stadspas kost het niets.", True),
        ("Met de Stadspas betaalt u de helft.", False),
        ("Met de Dorpspas is het gratis.", False),
        ("Koffie is gratis.", False),
        ("", False),
    ],
)
def test_free_with_a_pass_of_the_region_is_nearly_free(vocabulary, note, is_cheap):
    planning = norms(vocabulary, passen=["Stadspas"])

    assert planning.is_cheap(Decimal(60), note) is is_cheap


def test_the_region_may_have_no_pass(vocabulary):
    assert not norms(vocabulary).is_cheap(Decimal(60), "Met de Stadspas gratis.")
