"""How long ago somebody looked whether an offer still holds, and what follows."""

from datetime import date
from enum import IntEnum

from groepsaanbod.analysis.supply import months_later
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


def stage(offer: Offer, norms: NormsFile, today: date) -> Stage:
    """Say how far an offer has aged."""
    months = (
        (Stage.UNLISTED, norms.ageing.unlisted_after),
        (Stage.LAST, norms.ageing.last_after),
        (Stage.MARKED, norms.ageing.marked_after),
        (Stage.ASKED, norms.checked_within),
    )
    return next(
        (
            reached
            for reached, number in months
            if offer.checked_on < months_later(today, -number)
        ),
        Stage.FRESH,
    )


def reached_on(offer: Offer, norms: NormsFile, wanted: Stage) -> date:
    """Give the last day before an offer reaches one of the later stages."""
    ageing = norms.ageing
    months = {
        Stage.ASKED: norms.checked_within,
        Stage.MARKED: ageing.marked_after,
        Stage.LAST: ageing.last_after,
        Stage.UNLISTED: ageing.unlisted_after,
    }
    return months_later(offer.checked_on, months[wanted])
