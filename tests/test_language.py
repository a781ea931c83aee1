"""How easy a text reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from groepsaanbod import language


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("Eén zin zonder punt", ["Eén zin zonder punt"]),
        ("Kom langs. U bent welkom!", ["Kom langs.", "U bent welkom!"]),
        ("Van 9.00 tot 11.00 uur, o.a. koffie.", None),
        (
            "# Kop\n\nEen **vette** [link](https://a.nl/x. Y).\n\nNog een",
            ["Kop", "Een vette link.", "Nog een"],
        ),
        ("U leert:\n\n- spelen\n- praten", ["U leert:", "spelen", "praten"]),
    ],
)
def test_a_text_has_sentences(text, sentences):
    expected = [text] if sentences is None else sentences

    assert language.sentences(text) == expected


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("", 0), ("Van 9.00 tot 11.30 uur.", 5), ("foto's en co-ouders", 3), ("- * &", 0)],
)
def test_words_and_numbers_are_counted(sentence, count):
    assert language.word_count(sentence) == count


def test_a_sentence_is_too_long_from_its_twenty_first_word():
    assert list(language.too_long("Woord " * 20)) == []
    assert list(language.too_long("Woord " * 21)) == [("Woord " * 21).strip()]


def test_an_average_takes_at_least_three_sentences():
    assert language.average_length("Een twee. Drie vier.") is None
    assert language.average_length("Een twee. Drie vier. Vijf zes zeven acht.") == (
        pytest.approx(8 / 3)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Problematiek en nog eens problematiek", ["problematiek"]),
        ("slaapproblematiek", []),
        ("Hulp bij PTSS-klachten", ["ptss"]),
        ("eerst trajecten, dan Problematiek", ["trajecten", "problematiek"]),
        ("problemat\u0131ek, problemat\u0130ek", []),
        ("", []),
    ],
)
def test_whole_words_are_found_once_in_the_order_of_the_text(text, found):
    words = ["problematiek", "trajecten", "ptss"]

    assert language.found_words(text, words) == found
    assert language.found_words(text, []) == []


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("BETER SLAPEN", True),
        ("KIES", False),
        ("KIES voor kinderen", False),
        ("LET OP: NIEUWE GROEP", True),
        ("De GGD en het CJG", False),
    ],
)
def test_one_abbreviation_is_no_shouting(text, shouted):
    assert language.is_shouted(text) is shouted


@settings(derandomize=True, max_examples=100)
@given(
    some.text(max_size=300), some.lists(some.text(min_size=1, max_size=8), max_size=4)
)
def test_any_text_can_be_looked_at(text, words):
    list(language.too_long(text))
    language.average_length(text)
    language.is_shouted(text)

    assert set(language.found_words(text, words)) <= set(words)
