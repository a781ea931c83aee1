"""Words of the region's lists, words with a meaning of their own, and lists of them."""

from types import SimpleNamespace
from typing import Annotated

import pytest
from pydantic import ValidationError

from groepsaanbod.fields import OneOf, Several, Weekday, Word, nearest_of
from values import read, refusal

DAY = Annotated[Weekday, OneOf(Weekday)]
FRUIT = Annotated[str, Word("fruit")]


class Fruit(list):
    """Words of which 'appel' is also called 'pomme', and 'peer' once was 'birne'."""

    title = "vruchten"

    def nearest(self, written):
        return "appel" if written == "pomme" else nearest_of(written, self)

    def renamed(self, written):
        return "peer" if written == "birne" else None


def lists(words=("appel", "peer")):
    """Give the region's lists, of which the fruit has these words."""
    return SimpleNamespace(choices={"fruit": Fruit(words)}.__getitem__)


def test_a_word_of_the_list_is_right_and_may_have_spaces_around_it():
    assert read(FRUIT, "appel", lists()) == "appel"
    assert read(FRUIT, " peer ", lists()) == "peer"


MANY = [f"vrucht-{number}-{'abcdefghijklm'[number]}" for number in range(13)]


@pytest.mark.parametrize(
    ("words", "written", "sentence"),
    [
        (("appel",), "apel", "bedoelt u 'appel'?"),
        (("appel",), "Appel", "bedoelt u 'appel'?"),
        (("appel",), "pomme", "bedoelt u 'appel'?"),
        (("appel", "peer"), "kiwi", "kies uit: appel, peer"),
        (MANY, "kiwi", "kies een woord uit de veldengids, zoals 'vrucht-0-a'"),
        ((), "kiwi", "die lijst is nog leeg, dus haal het weg"),
    ],
)
def test_another_word_gets_what_was_meant_or_what_there_is(words, written, sentence):
    assert refusal(FRUIT, written, lists(words)) == (
        f"'{written}' staat niet in de lijst met vruchten; {sentence}"
    )


def test_a_long_word_is_shown_in_part():
    assert refusal(FRUIT, "x" * 100, lists()).startswith(f"'{'x' * 80}' staat niet")


@pytest.mark.parametrize("kind", [FRUIT, DAY])
@pytest.mark.parametrize("value", [["appel"], {"appel": "ja"}, None])
def test_a_list_is_no_word(kind, value):
    assert refusal(kind, value, lists()) == (
        "hier hoort één woord; schrijf het zonder haken en streepjes"
    )


def test_a_word_with_a_meaning_becomes_it():
    assert read(DAY, "maandag") is Weekday.MONDAY


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Maandag", "'Maandag' kan hier niet; bedoelt u 'maandag'?"),
        ("maandags", "'maandags' kan hier niet; bedoelt u 'maandag'?"),
        (
            "morgen",
            (
                "'morgen' kan hier niet; kies uit: maandag, dinsdag, woensdag,"
                " donderdag, vrijdag, zaterdag, zondag"
            ),
        ),
    ],
)
def test_a_word_without_meaning_gets_those_with_one(written, sentence):
    assert refusal(DAY, written) == sentence


def test_in_a_list_nothing_stands_twice():
    assert read(Several[FRUIT], ["peer", "appel"], lists()) == ("peer", "appel")
    assert refusal(Several[FRUIT], ["peer", "appel", "peer"], lists()) == (
        "'peer' staat er twee keer; haal er één weg"
    )


def test_the_nearest_word_is_close_or_there_is_none():
    assert nearest_of("slape", ["slapen", "praten"]) == "slapen"
    assert nearest_of("voetbal", ["slapen", "praten"]) is None
    assert nearest_of("slape", []) is None


def test_a_word_that_was_renamed_gets_its_new_name():
    with pytest.raises(ValidationError, match="'birne' heet nu 'peer'; schrijf dat"):
        read(FRUIT, "birne", lists())
