"""Ages of children, from pregnancy on, in months."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from groepsaanbod.fields.base import wrong

MONTHS_IN_A_YEAR = 12
FIRST_MONTH_OF_PREGNANCY = -9


@dataclass(frozen=True, slots=True)
class Age:
    """An age as somebody writes it: ``8`` (years), ``6 maanden`` or ``zwangerschap``.

    ``first_month`` up to but not including ``end_month``: the months, counted from
    birth, in which a child has this age. Pregnancy is [-9, 0), 8 years is [96, 108).
    """

    written: str
    first_month: int
    end_month: int


_YEARS_OLD = re.compile(r"([0-9]{1,2})(?: jaar)?")
_MONTHS_OLD = re.compile(r"([0-9]{1,2}) (?:maand|maanden)")
PREGNANCY = "zwangerschap"


def _age(value: object) -> Age:
    written = value if isinstance(value, str) else ""
    if written == PREGNANCY:
        return Age(PREGNANCY, FIRST_MONTH_OF_PREGNANCY, 0)
    if match := _MONTHS_OLD.fullmatch(written):
        months = int(match[1])
        return Age(str(written), months, months + 1)
    if match := _YEARS_OLD.fullmatch(written):
        first = int(match[1]) * MONTHS_IN_A_YEAR
        return Age(match[1], first, first + MONTHS_IN_A_YEAR)
    raise wrong("schrijf een leeftijd als 8 (jaar), '6 maanden' of 'zwangerschap'")


AgeWritten = Annotated[
    Age,
    BeforeValidator(_age),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 99},
                {
                    "type": "string",
                    "pattern": (
                        f"^({PREGNANCY}|{_MONTHS_OLD.pattern}|{_YEARS_OLD.pattern})$"
                    ),
                },
            ]
        }
    ),
]
