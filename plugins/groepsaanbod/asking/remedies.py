"""What mends a problem, for who answers one question at a time."""

from groepsaanbod.description import keys_of, record_at
from groepsaanbod.model import OfferFile
from groepsaanbod.problems import Problem
from groepsaanbod.remedies import Gift, Remedy, Way


def told(problem: Problem) -> str:
    """Give the whole sentence about an answer."""
    return problem.said(in_answers)


def in_answers(remedy: Remedy) -> str:
    """Say what to answer, as ``typ bij 'Status': vol (of wachtlijst)``."""
    first, *others = remedy.gifts
    if remedy.says_it_all:
        return "hier is een antwoord nodig"
    if not first.written:
        *titles, last = map(_title, remedy.gifts)
        return f"geef antwoord bij {', '.join(titles)} of {last}"
    then = "kijk of alles klopt en typ dan" if remedy.way is Way.CONFIRM else "typ"
    said = f"{then} bij {_title(first)}: {first.written}"
    for each in others:
        where = "" if each.keys == first.keys else f"bij {_title(each)}: "
        said += f" (of {where}{each.written})"
    return said


def _title(gift: Gift) -> str:
    *parts, name = gift.keys
    return f"'{keys_of(record_at(OfferFile, tuple(parts)))[name].title}'"
