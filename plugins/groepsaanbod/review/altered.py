"""An offer that says something else: about its places, its last check, or more."""

from dataclasses import dataclass
from functools import cached_property

from groepsaanbod import wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.changed import Alteration, OfferAltered, Period
from groepsaanbod.description import keys_of
from groepsaanbod.joining import first_day
from groepsaanbod.model import Group, OfferFile, Status
from groepsaanbod.proposals import Proposal


@dataclass(frozen=True)
class Altered:
    """An offer that says something else: about its places, or more than that."""

    proposal: Proposal
    period: Period
    listed: OfferAltered

    @property
    def after(self) -> Offer:
        """Give the offer as it is proposed."""
        return self.proposal.after.offers[self.listed.identity]

    @cached_property
    def before(self) -> Offer:
        """Give the offer as it was, also when it stood elsewhere."""
        offers = self.proposal.before.offers
        moved = {each.identity: each.was for each in self.period.moved}
        identity = self.listed.identity
        return offers[identity if identity in offers else moved[identity]]

    @cached_property
    def availability(self) -> tuple[str, ...]:
        """Give a line for each group that has other places now, with its day."""
        then = {_which(each): each for each in self.before.groups}
        return tuple(
            said
            for group in self.after.groups
            if (old := then.get(_which(group))) and (said := _places(old, group))
        )

    @cached_property
    def fields(self) -> tuple[Alteration, ...]:
        """Give what else changed, without what the lists of places and checks tell."""
        told = {_CHECKED_ON}
        if tuple(map(_which, self.before.groups)) == tuple(
            map(_which, self.after.groups)
        ):
            told.add(_GROUPS)
        return tuple(each for each in self.listed.alterations if each.field not in told)

    @property
    def is_confirmed(self) -> bool:
        """Tell whether somebody looked, and found it as it should be."""
        return not self.fields and self.after.checked_on > self.before.checked_on

    @property
    def tells_parents(self) -> bool:
        """Tell whether parents read something else."""
        return bool(self.fields or self.availability)


_TITLES = {each.attribute: each.title for each in keys_of(OfferFile).values()}
_CHECKED_ON, _GROUPS = _TITLES["checked_on"], _TITLES["groups"]
_PLACES = ("status", "status_on", "places_left")


def _which(group: Group) -> Group:
    """Give a group without what it says of its places, to know it by."""
    return group.model_copy(update=dict.fromkeys(_PLACES))


def _places(before: Group, after: Group) -> str:
    """Give ``de groep van 12 januari 2027: was open, is nu vol (24 november 2026)``."""
    was, now = _place_in_words(before), _place_in_words(after)
    if was == now and before.status_on == after.status_on:
        return ""
    day = first_day(after)
    which = f"de groep van {wording.short_day(day)}" if day else "de groep"
    said = f"was {was}, is nu {now}" if was != now else f"is nog steeds {now}"
    if after.status_on is None or after.status_on == before.status_on:
        return f"{which}: {said}; de dag bij 'status_op' is niet aangepast"
    return f"{which}: {said}, op {wording.short_day(after.status_on)}"


def _place_in_words(group: Group) -> str:
    """Give ``bijna vol (2 plekken vrij)``."""
    status = str(group.status).replace("-", " ") if group.status else "niet gezegd"
    left = group.places_left
    if left is None or (left == 0 and group.status is Status.FULL):
        return status
    return f"{status} ({wording.counted(left, 'plek', 'plekken')} vrij)"
