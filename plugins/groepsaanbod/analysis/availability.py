"""Which groups are still to come, and how well it is known if they have places."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from groepsaanbod.catalogue import Offer
from groepsaanbod.joining import DAYS_A_STATUS_IS_FRESH, first_day
from groepsaanbod.model import Group, Status

_OVER = {Status.FINISHED, Status.CANCELLED}


class Freshness(StrEnum):
    """How well it is known whether a group has places."""

    FRESH = "bijgewerkt"
    OLD = "lang geleden"
    UNSAID = "niet gezegd"


def coming(offer: Offer, today: date) -> Iterator[Group]:
    """Give the groups that are still to start, from today on."""
    for group in offer.groups:
        first = first_day(group)
        if first is not None and first >= today and group.status not in _OVER:
            yield group


def freshness(group: Group, today: date) -> Freshness:
    """Say how well it is known whether a group has places."""
    if group.status is None or group.status_on is None:
        return Freshness.UNSAID
    age = (today - group.status_on).days
    return Freshness.FRESH if age <= DAYS_A_STATUS_IS_FRESH else Freshness.OLD
