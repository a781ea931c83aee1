"""What somebody typed outside a file, as the file would say it.

Only what can mean one thing: the name of a word for the word, a Dutch day for that day,
a phone number that lost its zero. All else stays, for the check to say what is wrong.
"""

import csv
import re
from collections.abc import Iterable
from datetime import date

from pydantic import TypeAdapter

from groepsaanbod.description import Key
from groepsaanbod.fields import Amount, Day, Phone, Postcode, YesNo
from groepsaanbod.vocabulary import Vocabulary

AMOUNT, DAY, PHONE, POSTCODE, YES_NO = (
    TypeAdapter(kind).json_schema() for kind in (Amount, Day, Phone, Postcode, YesNo)
)
"""What an editor knows of these kinds; it tells them from others."""

_YES_AND_NO = {
    **dict.fromkeys(("ja", "waar", "true"), "ja"),
    **dict.fromkeys(("nee", "onwaar", "false"), "nee"),
}
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)
_DUTCH_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_DAY_IN_WORDS = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}})")
_BOTH_AGES = re.compile(
    "([0-9]{1,2})(?: jaar)? ?(?:-|\u2013|t/m|tot en met) ?([0-9]{1,2})(?: jaar)?"
)
_LOOSE_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
_TENTHS = re.compile(r"(€ ?)?[0-9]+,[0-9]")
_WITHOUT_ZERO = re.compile(r"[1-9][0-9]{8}")
_ABROAD = re.compile(r"31[1-9][0-9]{8}")


def explained(key: Key) -> str:
    """Say what to type for a key, outside a file."""
    if key.schema == PHONE:
        return "Alleen het nummer, met netnummer."
    more = " Meer dan één? Zet er een ; tussen." if key.many else ""
    return f"{key.explanation}{more}"


def understood(typed: str, key: Key, vocabulary: Vocabulary) -> str:
    """Give one value of a key as a file would say it."""
    text = typed.strip()
    if key.list_name:
        return word_of(text, key.list_name, vocabulary)
    if key.words:
        folded = text.casefold().replace(" ", "-")
        return folded if folded in key.words else text
    if key.is_number:
        text = text.replace("\N{NO-BREAK SPACE}", " ")
    return next((read(text) for kind, read in _KINDS if key.schema == kind), text)


def understood_list(typed: str, key: Key, vocabulary: Vocabulary) -> list[str]:
    """Give the values of a key that takes several, with a ``;`` in between.

    Between words of the region a comma will do. An item with a ``;`` of its own has
    double quotes around it.
    """
    text = typed.strip()
    if key.list_name and word_of(text, key.list_name, vocabulary) != text:
        return [word_of(text, key.list_name, vocabulary)]
    mark = "," if (key.list_name or key.is_number) and ";" not in text else ";"
    rows = csv.reader(text.splitlines(), delimiter=mark, skipinitialspace=True)
    items = (understood(item, key, vocabulary) for row in rows for item in row)
    return [item for item in items if item]


def ages_apart(typed: str) -> tuple[str, str] | None:
    """Give the youngest and oldest age of what holds both, as ``8-12``; or None."""
    match = _BOTH_AGES.fullmatch(typed.strip().casefold())
    return (match[1], match[2]) if match else None


def joined(items: Iterable[str]) -> str:
    """Give items as one text that ``understood_list`` takes apart again."""
    return "; ".join(
        '"{}"'.format(item.replace('"', '""'))
        if ";" in item or item.startswith('"')
        else item
        for item in items
    )


def word_of(text: str, list_name: str, vocabulary: Vocabulary) -> str:
    """Give the word of a list that somebody means; the text itself if it is none."""
    choices = vocabulary.choices(list_name)
    if text in choices:
        return text
    folded = text.casefold()
    return next(
        (
            word
            for word, entry in choices.items()
            if folded in {word, entry.name.casefold()}
        ),
        text,
    )


def _phone(text: str) -> str:
    if _WITHOUT_ZERO.fullmatch(text):
        return f"0{text}"
    return f"+{text}" if _ABROAD.fullmatch(text) else text


def _day(text: str) -> str:
    in_words = _DAY_IN_WORDS.fullmatch(text.casefold())
    match = in_words or _DUTCH_DAY.fullmatch(text)
    if not match:
        return text
    named = match[2]
    month = 1 + _MONTHS.index(named) if in_words else int(named)
    day, year = int(match[1]), int(match[3])
    try:
        return str(date(year, month, day))
    except ValueError:
        return text


def _postcode(text: str) -> str:
    return text.upper() if _LOOSE_POSTCODE.fullmatch(text) else text


def _amount(text: str) -> str:
    return f"{text}0" if _TENTHS.fullmatch(text) else text


def _yes_or_no(text: str) -> str:
    return _YES_AND_NO.get(text.casefold(), text)


_KINDS = (
    (YES_NO, _yes_or_no),
    (PHONE, _phone),
    (POSTCODE, _postcode),
    (DAY, _day),
    (AMOUNT, _amount),
)
"""How each kind of value is read, by what an editor knows of it."""
