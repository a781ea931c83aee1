"""Which fields of an offer say something else than before, in the field guide's words.

A field that was written otherwise is compared as people read it, with the words of its
own time: a theme that got another word but kept its name is no change of the offer.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from groepsaanbod import wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.changed import Alteration
from groepsaanbod.description import Key, keys_of
from groepsaanbod.fields import Age, Record, TimeSpan
from groepsaanbod.model import Ages, Costs, OfferFile
from groepsaanbod.vocabulary import Vocabulary

LONGEST_TO_SHOW = 160
"""Of a field that says more than this, only that it changed is told."""

NOTHING = "niets"
"""What a field says that is not there."""


def alterations(
    before: Offer, words_then: Vocabulary, after: Offer, words_now: Vocabulary
) -> tuple[Alteration, ...]:
    """Give the fields that changed, in the order of the field guide.

    ``vorige_adressen`` says where an offer stood, nothing of the offer itself.
    """
    return tuple(_alterations(before, words_then, after, words_now))


def _alterations(
    before: Offer, words_then: Vocabulary, after: Offer, words_now: Vocabulary
) -> Iterator[Alteration]:
    for key in keys_of(OfferFile).values():
        if key.attribute == "former_addresses":
            continue
        then, now = getattr(before, key.attribute), getattr(after, key.attribute)
        if then == now:
            continue
        old, new = _written(then, key, words_then), _written(now, key, words_now)
        if old != new:
            was, becomes = _short(old), _short(new)
            if was is None or becomes is None:
                was = becomes = None
            yield Alteration(field=key.title, before=was, after=becomes)


def _short(text: str) -> str | None:
    if len(text) > LONGEST_TO_SHOW or "\n" in text:
        return None
    return text or NOTHING


def _written(value: object, key: Key, words: Vocabulary) -> str:
    """Give what a field says, on one line unless it is Markdown."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        # Records are things of their own, such as groups; words are a list.
        mark = "; " if key.parts is not None else ", "
        return mark.join(_written(each, key, words) for each in value)
    for kind, in_words in _IN_WORDS:
        if isinstance(value, kind):
            return in_words(value)
    if isinstance(value, Record):
        return ", ".join(_parts(value, words))
    written = str(value)
    is_word = key.list_name and written in words.choices(key.list_name)
    return words.name(key.list_name, written) if is_word else written


def _parts(record: Record, words: Vocabulary) -> Iterator[str]:
    """Give what each filled in field of a record says, with its label in front."""
    fields = type(record).model_fields
    for key in keys_of(type(record)).values():
        value = getattr(record, key.attribute)
        if value != fields[key.attribute].default:
            yield f"{key.title.lower()} {_written(value, key, words)}"


def _costs(costs: Costs) -> str:
    said = wording.costs_in_words(costs)
    return f"{said} ({costs.note})" if costs.note else said


_IN_WORDS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda yes: "ja" if yes else "nee"),
    (date, wording.short_day),
    (Decimal, wording.euros),
    (Age, lambda age: age.written),
    (TimeSpan, wording.times_in_words),
    (Ages, wording.ages_in_words),
    (Costs, _costs),
)
"""How values that are no text are read."""
