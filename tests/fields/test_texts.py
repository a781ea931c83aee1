"""Text on one line, Markdown, and slugs."""

from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import ValidationError

from groepsaanbod.fields import Line, Markdown, Plain, Slug, is_slug
from values import read, refusal

SHORT = Annotated[str, Line(12)]
LIST_SENTENCE = "hier hoort tekst, geen lijst; zet aanhalingstekens om de hele tekst"
LINK_SENTENCE = "klopt niet: schrijf een webadres dat begint met https://"


@pytest.mark.parametrize("written", ["Slapen", "twaalf teken", "<b>{{ x }}", "语言"])
def test_a_line_is_any_text(written):
    assert read(SHORT, written) == written


def test_a_line_has_no_spaces_around_it():
    assert read(SHORT, "  Slapen\n") == "Slapen"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("dertien teken", "dit is te lang: 13 tekens; maak er hoogstens 12 van"),
        ("twee\nregels", "schrijf dit op één regel"),
        (" \n ", "hier staat niets; vul het in of haal het weg"),
        (["Slapen"], LIST_SENTENCE),
        ({"Beter": "slapen"}, LIST_SENTENCE),
        (None, LIST_SENTENCE),
        (Plain("no"), 'zet aanhalingstekens om de tekst: "no"'),
        (Plain("9" * 50), f'zet aanhalingstekens om de tekst: "{"9" * 40}"'),
    ],
)
def test_what_is_no_line_is_refused(value, sentence):
    assert refusal(SHORT, value) == sentence


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "Yes",
        "ON",
        "off",
        "true",
        "null",
        "~",
        "y",
        "12",
        "-1",
        "1_000",
        "0x1F",
        "0o17",
        "13:30",
        "1:20:30.5",
        ".inf",
        "-.NaN",
        "1e3",
        "2026.5",
    ],
)
def test_a_word_that_a_yaml_reader_may_guess_at_stands_in_quotes(written):
    assert refusal(SHORT, Plain(written)) == (
        f'zet aanhalingstekens om de tekst: "{written}"'
    )
    assert read(SHORT, written) == written


@pytest.mark.parametrize("written", ["nova", "12 keer", "0800-2000", "1e klas", "ja"])
def test_other_words_need_no_quotes(written):
    assert read(SHORT, Plain(written)) == written


@pytest.mark.parametrize(
    "written",
    [
        "**vet**, *schuin* en\n\n- een lijst",
        "kinderen <12 jaar",
        "1 < 2 > 0",
        "[meer](https://voorbeeld.nl/a)",
        "[mail](mailto:a@b.nl) en [bel](tel:0300000000)",
        "[meer][1]\n\n[1]: https://voorbeeld.nl 'Titel'",
        "x" * 4000,
        "[" * 20 + "]" * 20,
    ],
)
def test_markdown_may_say_a_lot(written):
    assert read(Markdown, written) == written


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "hier staat niets; vul het in of haal het weg"),
        (["x"], LIST_SENTENCE),
        (
            "x" * 4001,
            "deze tekst is te lang: 4001 tekens; maak er hoogstens 4000 van",
        ),
        (
            "[" * 41,
            "hier staan te veel vierkante haken; gebruik er hoogstens 40",
        ),
        (
            "Dit is <b>vet</b>",
            (
                "HTML zoals '<b>' mag niet; haal het weg"
                " en gebruik **vet**, *schuin* of een lijst met streepjes"
            ),
        ),
        (
            "<script src=https://voorbeeld.nl/a-long-name.js>",
            (
                "HTML zoals '<script src=https://voorbeeld.' mag niet; haal het weg"
                " en gebruik **vet**, *schuin* of een lijst met streepjes"
            ),
        ),
        (
            "tekst <img src=x onerror=alert(1)",
            (
                "HTML zoals '<img src=x onerror=alert(1)' mag niet; haal het weg"
                " en gebruik **vet**, *schuin* of een lijst met streepjes"
            ),
        ),
        ("![x](https://a.nl/x.png)", "afbeeldingen mogen niet; haal '![…](…)' weg"),
        ("[x](javascript:alert)", f"de link 'javascript:alert' {LINK_SENTENCE}"),
        ("[x]( javascript:alert)", f"de link 'javascript:alert' {LINK_SENTENCE}"),
        ("[x](/aanbod)", f"de link '/aanbod' {LINK_SENTENCE}"),
        ("[x]()", f"de link '' {LINK_SENTENCE}"),
        ("[x]: data:text/html", f"de link 'data:text/html' {LINK_SENTENCE}"),
        ('[x]: data:text/html "y"', f"de link 'data:text/html' {LINK_SENTENCE}"),
        ("[x]:\n data:text/html (y)", f"de link 'data:text/html' {LINK_SENTENCE}"),
        (
            "[x](http://a.nl)",
            (
                "de link 'http://a.nl' klopt niet:"
                " schrijf het adres met https: https://a.nl"
            ),
        ),
    ],
)
def test_markdown_may_not_do_anything(written, sentence):
    assert refusal(Markdown, written) == sentence


@settings(derandomize=True, max_examples=100)
@given(some.text(alphabet="[]()<>!:\n \"'ajhtps/.", max_size=200))
def test_any_markdown_is_read_or_refused_in_dutch(text):
    try:
        assert read(Markdown, text) == text.strip()
    except ValidationError as error:
        assert [each["type"] for each in error.errors()] == ["wrong"]  # noqa: PT017 - both are right


@pytest.mark.parametrize("written", ["a", "beter-slapen", "0-4", "x" * 80])
def test_a_slug_may_stand_in_an_address(written):
    assert is_slug(written)
    assert read(Slug, written) == written


@pytest.mark.parametrize(
    "written",
    ["", "Slapen", "a b", "a_b", "-a", "a-", "a--b", "a/b", "..", "é", "a\n", "x" * 81],
)
def test_what_may_not_stand_in_an_address_is_refused(written):
    assert not is_slug(written)
    assert refusal(Slug, written) == (
        f"'{written[:80]}' is geen goed woord; gebruik alleen kleine letters, cijfers"
        " en streepjes, zoals 'beter-slapen'"
    )


def test_a_slug_is_one_word():
    assert refusal(Slug, ["a"]) == (
        "hier hoort één woord; schrijf het zonder haken en streepjes"
    )
