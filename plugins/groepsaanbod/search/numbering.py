"""Which number each offer and page has in the files of the search.

The offer that one can join the longest comes first: then those that one can still join
on any day are the first so many, and the browser needs no day for each of them. What is
for professionals comes after what is for families, in the same way; then come pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from groepsaanbod.catalogue import Offer
from groepsaanbod.choices import words_of
from groepsaanbod.finding import FilterKind
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.pages.shown import Shown
from groepsaanbod.search.documents import PageDocument, page_documents
from groepsaanbod.search.timeline import Step, first_days, last_joinable, timeline

NOT_BY_CHOICE = frozenset({FilterKind.AGE, FilterKind.JOINABLE})
"""The filters for which the browser looks at months and days."""


class Outlook(NamedTuple):
    """How an offer stands from today on; a tuple, which is quickest to keep."""

    steps: tuple[Step, ...]
    starts: tuple[int, ...]
    """In how many days something of it begins."""
    choices: Mapping[str, tuple[str, ...]]
    """For each filter of the region the choices to which it answers."""


@dataclass(frozen=True)
class Numbered:
    """Everything that can be found, in the order of its numbers."""

    shown: Shown
    kept: Kept = field(default_factory=Kept)

    @cached_property
    def outlooks(self) -> dict[str, Outlook]:
        """Give how each offer stands, by its identity."""
        return {
            offer.identity: self._outlook(offer)
            for offer in self.shown.catalogue.offers
        }

    def _outlook(self, offer: Offer) -> Outlook:
        """Give what was kept, or find it: a fingerprint has the region's words."""
        key = digest(offer.fingerprint, self.shown.today.isoformat())
        found: Outlook | None = (
            self.kept.get("outlook", key) if offer.fingerprint else None
        )
        if found is None:
            found = self._new_outlook(offer)
            if offer.fingerprint:
                self.kept.put("outlook", key, found)
        return found

    def _new_outlook(self, offer: Offer) -> Outlook:
        today = self.shown.today
        vocabulary = self.shown.catalogue.vocabulary
        return Outlook(
            steps=timeline(offer, today),
            starts=tuple((day - today).days for day in first_days(offer, today)),
            choices={
                each.word: tuple(sorted(words_of(offer, each.kind, vocabulary, today)))
                for each in vocabulary.filters
                if each.kind not in NOT_BY_CHOICE
            },
        )

    @cached_property
    def _last_days(self) -> dict[str, date | None]:
        return {
            identity: last_joinable(each.steps)
            for identity, each in self.outlooks.items()
        }

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """Give the offers; that of number 0 first."""

        def order(offer: Offer) -> tuple[bool, int, str, str]:
            last = self._last_days[offer.identity]
            day = last.toordinal() if last else 0
            return self.shown.is_for_work(offer), -day, offer.title, offer.identity

        return tuple(sorted(self.shown.catalogue.offers, key=order))

    @cached_property
    def pages(self) -> tuple[PageDocument, ...]:
        """Give the pages, whose numbers follow on the offers'."""
        return tuple(page_documents(self.shown.catalogue))

    @cached_property
    def families(self) -> int:
        """Give how many offers are for families; those for work come after them."""
        return sum(not self.shown.is_for_work(offer) for offer in self.offers)

    def joinable(self, offers: Sequence[Offer]) -> list[tuple[int, int]]:
        """Give for how many of these one can join up to and with a day, the last first.

        Days are counted from today; those without an end have -1.
        """
        found: list[tuple[int, int]] = []
        for number, offer in enumerate(offers, start=1):
            last = self._last_days[offer.identity]
            if last is None:
                break
            day = -1 if last == date.max else (last - self.shown.today).days
            if found and found[-1][0] == day:
                found[-1] = (day, number)
            else:
                found.append((day, number))
        return found
