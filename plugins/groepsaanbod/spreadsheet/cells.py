"""The value of a cell as text, and text as the value of a cell."""

import re
from datetime import date, datetime, time, timedelta

from groepsaanbod.description import Key
from groepsaanbod.understanding import AMOUNT, DAY

CellValue = str | int | float | bool | datetime | date | time | timedelta | None

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def text_of(value: CellValue, key: Key | None) -> str:
    """Give what a cell says, as somebody would have typed it in a file.

    ``key`` is what the cell is for, if it is for a key.
    """
    match value:
        case None:
            text = ""
        case bool():
            text = "ja" if value else "nee"
        case float() if key and key.schema == AMOUNT and not value.is_integer():
            text = f"{value:.2f}".replace(".", ",")
        case float():
            text = f"{value:.15g}".replace(".", ",")
        case datetime():
            is_day = value.time() == time()
            text = str(value.date()) if is_day else f"{value:%Y-%m-%d %H:%M}"
        case time():
            text = f"{value:%H:%M}"
        case _:
            text = str(value).replace("\r\n", "\n").strip()
    return text


def unescaped(text: str) -> str:
    """Give a text of a workbook without its way to write a character by its number."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def value_of(text: str, key: Key | None) -> CellValue:
    """Give the value of a cell that says this: a day, a number or else text."""
    for value in (_day_of(text, key), _number_of(text, key)):
        if value is not None and text_of(value, key) == text:
            return value
    return _LOOKS_ESCAPED.sub("_x005F_", text).replace("\r", "_x000D_")


def _day_of(text: str, key: Key | None) -> date | None:
    if key is None or key.many or key.schema != DAY:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number_of(text: str, key: Key | None) -> int | float | None:
    if key is None or key.many or not key.is_number or key.schema == DAY:
        return None
    try:
        return float(text.replace(",", ".")) if "," in text else int(text)
    except ValueError:
        return None
