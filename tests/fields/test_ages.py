"""Ages of children, from pregnancy on."""

import pytest

from groepsaanbod.fields import Age, AgeWritten
from values import read, refusal

SENTENCE = "schrijf een leeftijd als 8 (jaar), '6 maanden' of 'zwangerschap'"


@pytest.mark.parametrize(
    ("written", "age"),
    [
        ("0", Age("0", 0, 12)),
        ("8", Age("8", 96, 108)),
        ("8 jaar", Age("8", 96, 108)),
        ("23", Age("23", 276, 288)),
        ("1 maand", Age("1 maand", 1, 2)),
        ("6 maanden", Age("6 maanden", 6, 7)),
        ("18 maanden", Age("18 maanden", 18, 19)),
        ("zwangerschap", Age("zwangerschap", -9, 0)),
    ],
)
def test_an_age_is_a_range_of_months(written, age):
    assert read(AgeWritten, written) == age


@pytest.mark.parametrize(
    "written",
    ["", "-1", "100", "1,5", "1.5", "acht", "8  jaar", "zwanger", "٨", [], {}, 8, None],
)
def test_what_is_no_age_is_refused(written):
    assert refusal(AgeWritten, written) == SENTENCE
