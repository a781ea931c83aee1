"""How long ago somebody looked whether an offer still holds, and what follows."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property

from groepsaanbod.analysis.months import months_later
from groepsaanbod.catalogue import Offer
from groepsaanbod.planning import NormsFile


class Stage(IntEnum):
    """What happens to an offer that ages: each stage on top of those before it."""

    FRESH = 0
    ASKED = 1
    """Its partner is asked whether it still holds."""
    MARKED = 2
    """Its page says that nobody looked for long."""
    LAST = 3
    """It stands after the others."""
    UNLISTED = 4
    """It stands in no list any more; its page stays and says so."""


@dataclass(frozen=True)
class Stages:
    """The stages as a region set them, on a day."""

    norms: NormsFile
    today: date

    def of(self, offer: Offer) -> Stage:
        """Say how far an offer has aged."""
        checked_on = offer.checked_on
        reached = (stage for stage, day in self._since if checked_on < day)
        return next(reached, Stage.FRESH)

    def last_day_before(self, wanted: Stage, offer: Offer) -> date:
        """Give the last day before an offer reaches one of the later stages."""
        return months_later(offer.checked_on, dict(self._months)[wanted])

    @cached_property
    def _months(self) -> tuple[tuple[Stage, int], ...]:
        """Give after how many months each begins, the last stage first."""
        ageing = self.norms.ageing
        return (
            (Stage.UNLISTED, ageing.unlisted_after),
            (Stage.LAST, ageing.last_after),
            (Stage.MARKED, ageing.marked_after),
            (Stage.ASKED, self.norms.checked_within),
        )

    @cached_property
    def _since(self) -> tuple[tuple[Stage, date], ...]:
        """Give for each stage before which day one looked for the last time."""
        return tuple(
            (stage, months_later(self.today, -number)) for stage, number in self._months
        )
