"""Yes and no, counts, years and amounts of money."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from groepsaanbod.fields.base import wrong
from groepsaanbod.remedies import Gift, Remedy, Way


def _yes_or_no(value: object) -> bool:
    if value == "ja":
        return True
    if value == "nee":
        return False
    raise wrong("schrijf ja of nee")


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_or_no),
    WithJsonSchema({"type": "string", "enum": ["ja", "nee"]}),
]

MAX_COUNT_DIGITS = 6
_WITH_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
UNKNOWN = "onbekend"


def _count(value: object) -> int:
    digits = value if isinstance(value, str) else ""
    if _WITH_POINTS.fullmatch(digits):
        raise wrong(f"schrijf dit getal zonder punt: {digits.replace('.', '')}")
    if not re.fullmatch(rf"[0-9]{{1,{MAX_COUNT_DIGITS}}}", digits):
        raise wrong("schrijf een heel getal in cijfers, zoals 12")
    return int(digits)


_COUNT_SCHEMA = {"type": "integer", "minimum": 0, "maximum": 10**MAX_COUNT_DIGITS - 1}
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema(_COUNT_SCHEMA)]


MOST_MEETINGS = 100
"""More is a typing mistake, and would reach past the end of the calendar."""


def _meetings(value: object) -> int:
    number = _count(value)
    if not 1 <= number <= MOST_MEETINGS:
        raise wrong(f"schrijf een aantal van 1 tot en met {MOST_MEETINGS}")
    return number


Meetings = Annotated[
    int,
    BeforeValidator(_meetings),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_MEETINGS}),
]


MOST_PERCENT = 100


def _percent(value: object) -> int:
    number = _count(value)
    if number > MOST_PERCENT:
        raise wrong(f"schrijf een heel getal van 0 tot en met {MOST_PERCENT}")
    return number


Percent = Annotated[
    int,
    BeforeValidator(_percent),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_PERCENT}),
]
"""A share of a hundred."""

MOST_MONTHS = 60


def _months(value: object) -> int:
    number = _count(value)
    if not 1 <= number <= MOST_MONTHS:
        raise wrong(f"schrijf een aantal maanden van 1 tot en met {MOST_MONTHS}")
    return number


Months = Annotated[
    int,
    BeforeValidator(_months),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_MONTHS}),
]
"""A number of months, from one on."""


def _count_or_unknown(value: object) -> int | None:
    if value == UNKNOWN:
        return None
    try:
        return _count(value)
    except PydanticCustomError:
        if isinstance(value, str) and _WITH_POINTS.fullmatch(value):
            raise
        raise wrong(f"schrijf een getal in cijfers, zoals 12, of {UNKNOWN}") from None


CountOrUnknown = Annotated[
    int | None,
    BeforeValidator(_count_or_unknown),
    WithJsonSchema({"anyOf": [_COUNT_SCHEMA, {"type": "string", "const": UNKNOWN}]}),
]
"""How many people were reached; ``onbekend`` is None and never 0."""

YEARS = range(2000, 2101)


def _year(value: object) -> int:
    if not (isinstance(value, str) and re.fullmatch(r"[0-9]{4}", value)):
        raise wrong("schrijf een jaar in vier cijfers, zoals 2026")
    if int(value) not in YEARS:
        raise wrong(f"schrijf een jaar tussen {YEARS[0]} en {YEARS[-1]}")
    return int(value)


Year = Annotated[
    int,
    BeforeValidator(_year),
    WithJsonSchema({"type": "integer", "minimum": YEARS[0], "maximum": YEARS[-1]}),
]


def _amount(value: object) -> Decimal:
    written = value if isinstance(value, str) else ""
    if written.lower() == "gratis":
        raise _costs_nothing()
    match = re.fullmatch(r"(?:€ ?)?([0-9]{1,5})(?:[.,]([0-9]{2}|-))?", written)
    if not match:
        raise wrong("schrijf het bedrag in euro's, zoals 15 of 12,50")
    cents = match[2] if match[2] and match[2] != "-" else "00"
    amount = Decimal(f"{match[1]}.{cents}")
    if not amount:
        raise _costs_nothing()
    return amount


def _costs_nothing() -> PydanticCustomError:
    return wrong("dit kost niets", Remedy(Way.WRITE, (Gift(("kosten",), "gratis"),)))


Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0, "maximum": 99999.99},
                {"type": "string", "pattern": "^(€ ?)?[0-9]{1,5}([.,]([0-9]{2}|-))?$"},
            ]
        }
    ),
]
"""An amount in euros, more than nothing."""
