"""Days, times, ages, costs and answers in the Dutch that parents read."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from groepsaanbod.fields import Age, TimeSpan, Weekday
from groepsaanbod.joining import DAYS_A_STATUS_IS_FRESH, Answer, Joining, Reason
from groepsaanbod.model import Ages, Costs, DropIn, Group

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@lru_cache(maxsize=4096)
def day_in_words(day: date) -> str:
    """Give ``dinsdag 12 januari 2027``, whatever the locale."""
    return f"{Weekday.of(day)} {short_day(day)}"


def short_day(day: date) -> str:
    """Give ``12 januari 2027``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of_month(day: date, *, has_month: bool = True) -> str:
    """Give ``12 januari``, or only ``12``."""
    return f"{day.day} {MONTHS[day.month - 1]}" if has_month else f"{day.day}"


def month(day: date) -> str:
    """Give ``januari 2027``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """Give ``jan``, for the leaf of a calendar; ``mrt`` as Dutch calendars have it."""
    return _SHORT_MONTHS.get(day.month, MONTHS[day.month - 1][:3])


_SHORT_MONTHS = {3: "mrt"}


def clock(moment: time) -> str:
    """Give ``9.30``."""
    return f"{moment.hour}.{moment.minute:02}"


def times_in_words(span: TimeSpan) -> str:
    """Give ``19.30 tot 21.00 uur``."""
    return f"{clock(span.start)} tot {clock(span.end)} uur"


def listed(names: Sequence[str]) -> str:
    """Give ``Haarlem, Zandvoort en Bergen``."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"


def counted(number: int, one: str, more: str) -> str:
    """Give ``1 bezoek`` or ``12 bezoeken``."""
    return f"{number} {one if number == 1 else more}"


def capitalised(text: str) -> str:
    """Give the text with its first letter as a capital, the rest as it was."""
    return text[:1].upper() + text[1:]


def in_sentence(name: str) -> str:
    """Give a name as it stands within a sentence: ``Ouders`` as ``ouders``.

    What begins with two capitals is an abbreviation and stays as it is.
    """
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def ages_in_words(ages: Ages) -> str:
    """Give ``8 tot en met 12 jaar`` or ``6 maanden tot en met 3 jaar``."""
    first, last = ages.first, ages.last
    if first.written == last.written:
        return _age(first)
    if last.written == "0":
        return f"{_age(first)} en het eerste jaar"
    if _is_in_years(first) and _is_in_years(last):
        return f"{first.written} tot en met {_age(last)}"
    return f"{_age(first)} tot en met {_age(last)}"


def _is_in_years(age: Age) -> bool:
    return age.written.isdigit()


def _age(age: Age) -> str:
    return f"{age.written} jaar" if _is_in_years(age) else age.written


def costs_in_words(costs: Costs) -> str:
    """Give ``Gratis`` or ``€ 12,50``."""
    return "Gratis" if costs.amount is None else euros(costs.amount)


def euros(amount: Decimal) -> str:
    """Give ``€ 15`` or ``€ 12,50``."""
    whole = amount == amount.to_integral_value()
    return f"€ {amount:.0f}" if whole else f"€ {amount:.2f}".replace(".", ",")


_LABELS = {
    Reason.STARTS: "U kunt nog meedoen",
    Reason.RUNS_OPEN: "U kunt nog meedoen",
    Reason.ON_REQUEST: "U kunt meedoen",
    Reason.DROP_IN: "U kunt meedoen",
    Reason.ALWAYS_OPEN: "U kunt meedoen",
    Reason.DATE_FOLLOWS: "Vraag het na",
    Reason.POSTPONED: "Uitgesteld",
    Reason.ASK: "Vraag het na",
    Reason.WAITING_LIST: "Wachtlijst",
    Reason.FULL: "Vol",
    Reason.STARTED: "Al begonnen",
    Reason.FINISHED: "Afgelopen",
    Reason.CANCELLED: "Gaat niet door",
}
NEARLY_FULL_LABEL = "Bijna vol"

_DETAILS = {
    Reason.ON_REQUEST: "Er is geen vaste startdatum. Neem contact op.",
    Reason.ALWAYS_OPEN: "U kunt op elk moment beginnen.",
    Reason.DATE_FOLLOWS: "De datum is nog niet bekend. Vraag ernaar.",
    Reason.POSTPONED: "De groep begint later. De nieuwe datum volgt nog.",
    Reason.ASK: "Vraag de aanbieder wanneer u mee kunt doen.",
    Reason.WAITING_LIST: "De groep is vol. U kunt wel op de wachtlijst.",
    Reason.FULL: "Er is nu geen plek meer.",
    Reason.FINISHED: "Er is nu geen nieuwe groep bekend.",
    Reason.CANCELLED: "Deze groep gaat niet door.",
}


def label(joining: Joining) -> str:
    """Give the answer in a few words, for a badge."""
    return NEARLY_FULL_LABEL if joining.nearly_full else _LABELS[joining.reason]


def detail(joining: Joining) -> str:
    """Give the answer in a sentence or two, with its day."""
    day = day_in_words(joining.day) if joining.day else ""
    match joining.reason:
        case Reason.STARTS:
            sentence = f"De groep start {day}."
        case Reason.RUNS_OPEN:
            when = f" De volgende keer is {day}." if day else ""
            sentence = f"De groep loopt al. U kunt er nog bij.{when}"
        case Reason.DROP_IN:
            sentence = f"U kunt zo binnenlopen. De volgende keer is {day}."
        case Reason.STARTED:
            sentence = f"De groep begon {day}. U kunt er nu niet meer bij."
        case _:
            sentence = _DETAILS[joining.reason]
    return (
        f"Er zijn nog maar een paar plekken. {sentence}"
        if joining.nearly_full
        else sentence
    )


def when_in_short(joining: Joining) -> str:
    """Give when one can begin, for a card."""
    if joining.reason is Reason.DROP_IN and joining.day:
        return f"Elke {Weekday.of(joining.day)}"
    if joining.reason in _BEGINS_ON_A_DAY and joining.day:
        return f"Start {day_in_words(joining.day)}"
    return _WHEN.get(joining.reason, "Datum nog niet bekend")


_BEGINS_ON_A_DAY = frozenset({Reason.STARTS, Reason.FULL, Reason.WAITING_LIST})
_WHEN = {
    Reason.RUNS_OPEN: "De groep loopt al",
    Reason.STARTED: "De groep loopt al",
    Reason.ALWAYS_OPEN: "Wanneer u wilt",
    Reason.ON_REQUEST: "In overleg",
    Reason.FINISHED: "Nu geen nieuwe groep",
    Reason.CANCELLED: "Nu geen nieuwe groep",
}


def as_of(joining: Joining, today: date) -> str:
    """Give when the partner last knew, once that is too long ago to leave unsaid."""
    known = joining.as_of
    if known is None or (today - known).days <= DAYS_A_STATUS_IS_FRESH:
        return ""
    return f"Dit wist de aanbieder op {short_day(known)}."


ANSWER_WORDS = {Answer.YES: "ja", Answer.NO: "nee", Answer.UNKNOWN: "onbekend"}


def drop_in_in_words(drop_in: DropIn, today: date) -> str:
    """Give ``Elke woensdag van 9.30 tot 11.00 uur, vanaf 6 januari 2027.``."""
    words = f"Elke {drop_in.weekday} van {times_in_words(drop_in.times)}"
    if drop_in.location:
        words += f", {drop_in.location}"
    if drop_in.since and drop_in.since > today:
        words += f", vanaf {short_day(drop_in.since)}"
    if drop_in.until:
        words += f", tot en met {short_day(drop_in.until)}"
    return f"{words}. {drop_in.note}".strip()


def group_heading(group: Group, today: date) -> str:
    """Give what tells one group from another: mostly its first day."""
    first = min(group.dates) if group.dates else group.start
    if first is None:
        return "Start in overleg" if group.status == "op-aanvraag" else "Datum volgt"
    return f"{'Start' if first >= today else 'Begonnen op'} {day_in_words(first)}"


def places_in_words(group: Group) -> str:
    """Give ``3 van de 10 plekken vrij``, as far as known."""
    if group.places_left == 0:
        return "geen plek vrij"
    if group.places is not None and group.places_left is not None:
        return f"nog {group.places_left} van de {group.places} vrij"
    if group.places_left is not None:
        return f"nog {group.places_left} vrij"
    if group.places is not None:
        return f"{group.places} plekken"
    return ""
