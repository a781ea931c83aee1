"""Yes and no, counts, years and amounts."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import ValidationError

from groepsaanbod.fields import Amount, Count, CountOrUnknown, Year, YesNo
from values import read, refusal

COUNT_SENTENCE = "schrijf een heel getal in cijfers, zoals 12"
AMOUNT_SENTENCE = "schrijf het bedrag in euro's, zoals 15 of 12,50"


def test_yes_and_no_are_dutch():
    assert read(YesNo, "ja") is True
    assert read(YesNo, "nee") is False


@pytest.mark.parametrize("value", ["yes", "no", "true", "Ja", "1", "", [], True])
def test_other_words_are_no_yes(value):
    assert refusal(YesNo, value) == "schrijf ja of nee"


@pytest.mark.parametrize(
    ("written", "count"), [("0", 0), ("007", 7), ("999999", 999999)]
)
def test_a_count_is_in_digits(written, count):
    assert read(Count, written) == count
    assert read(CountOrUnknown, written) == count


@pytest.mark.parametrize(
    "value", ["", "-1", "1.5", "1000000", "acht", "1e3", "²", "٣", "9" * 5000, ["1"], 1]
)
def test_what_is_no_count_is_refused(value):
    assert refusal(Count, value) == COUNT_SENTENCE
    assert refusal(CountOrUnknown, value) == (
        "schrijf een getal in cijfers, zoals 12, of onbekend"
    )


@pytest.mark.parametrize("kind", [Count, CountOrUnknown])
def test_a_point_between_thousands_is_left_out(kind):
    assert refusal(kind, "30.985") == "schrijf dit getal zonder punt: 30985"


def test_unknown_is_not_zero():
    assert read(CountOrUnknown, "onbekend") is None
    assert read(CountOrUnknown, "0") == 0


@pytest.mark.parametrize("year", ["2000", "2026", "2100"])
def test_a_year_has_four_digits(year):
    assert read(Year, year) == int(year)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("26", "schrijf een jaar in vier cijfers, zoals 2026"),
        ("٢٠٢٦", "schrijf een jaar in vier cijfers, zoals 2026"),
        ([], "schrijf een jaar in vier cijfers, zoals 2026"),
        ("1999", "schrijf een jaar tussen 2000 en 2100"),
        ("2101", "schrijf een jaar tussen 2000 en 2100"),
    ],
)
def test_what_is_no_year_is_refused(value, sentence):
    assert refusal(Year, value) == sentence


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("15", "15.00"),
        ("12,50", "12.50"),
        ("12.50", "12.50"),
        ("€ 15", "15.00"),
        ("€7,-", "7.00"),
        ("0,50", "0.50"),
        ("99999", "99999.00"),
    ],
)
def test_an_amount_is_in_euros(written, amount):
    assert read(Amount, written) == Decimal(amount)


@pytest.mark.parametrize(
    "value",
    ["", "gratis!", "-5", "1,5", "12,345", "1.000,00", "15 euro", "100000", "1e3", []],
)
def test_what_is_no_amount_is_refused(value):
    assert refusal(Amount, value) == AMOUNT_SENTENCE


@pytest.mark.parametrize("value", ["0", "0,00", "€ 0,-", "gratis", "Gratis"])
def test_nothing_to_pay_is_written_as_gratis(value):
    assert refusal(Amount, value) == "dit kost niets"


@settings(derandomize=True, max_examples=100)
@given(some.text())
def test_any_text_is_a_number_or_a_dutch_sentence(text):
    for kind in (Amount, Count, CountOrUnknown, Year):
        try:
            read(kind, text)
        except ValidationError as error:
            assert [each["type"] for each in error.errors()] == ["wrong"]  # noqa: PT017 - most texts are refused
