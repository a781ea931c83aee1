"""Which number each offer and page has in the files of the search.

The offer that one can join the longest comes first: then those that one can still join
on any day are the first so many, and the browser needs no day for each of them. What is
for professionals comes after what is for families, in the same way; then come pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from groepsaanbod.catalogue import Offer
from groepsaanbod.pages.shown import Shown
from groepsaanbod.search.documents import PageDocument, page_documents
from groepsaanbod.search.timeline import Step, last_joinable, timeline


@dataclass(frozen=True)
class Numbered:
    """Everything that can be found, in the order of its numbers."""

    shown: Shown

    @cached_property
    def timelines(self) -> dict[str, tuple[Step, ...]]:
        """Give the steps of each offer, by its identity."""
        today = self.shown.today
        return {
            offer.identity: timeline(offer, today)
            for offer in self.shown.catalogue.offers
        }

    @cached_property
    def _last_days(self) -> dict[str, date | None]:
        return {
            identity: last_joinable(steps) for identity, steps in self.timelines.items()
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
