"""A catalogue on a day, with what of its files could not be read."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from groepsaanbod.analysis.gaps import Gaps
from groepsaanbod.analysis.supply import Reach, Supply
from groepsaanbod.catalogue import Catalogue, Offer
from groepsaanbod.changed import OfferNamed, Unread


@dataclass(frozen=True)
class Snapshot:
    """A catalogue on a day, and what of its files could not be read."""

    catalogue: Catalogue
    day: date
    commit: str = ""
    """Empty for the files as they stand in the folders."""
    unread: tuple[Unread, ...] = ()
    unread_offers: frozenset[str] = frozenset()
    """The offers, as ``aanbieder/slug``, that stood there but could not be read."""

    @cached_property
    def supply(self) -> Supply:
        """Give what each offer counts for."""
        return Supply(self.catalogue, self.day)

    @cached_property
    def gaps(self) -> Gaps:
        """Give where offers are missing."""
        return Gaps(self.supply)

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """Give every offer by ``aanbieder/slug``, also those not to be seen."""
        return {each.identity: each for each in self.catalogue.offers}

    @cached_property
    def shown(self) -> dict[str, Offer]:
        """Give the offers to be seen on this day."""
        return {
            identity: each
            for identity, each in self.offers.items()
            if each.is_visible(self.day)
        }

    @cached_property
    def partners(self) -> dict[str, tuple[str, ...]]:
        """Give who lists an offer to be seen, each with its former names."""
        listing = {each.partner for each in self.shown.values()}
        return {
            each.slug: each.former
            for each in self.catalogue.partners
            if each.slug in listing
        }

    @cached_property
    def partners_unread(self) -> set[str]:
        """Give the partners of which an offer could not be read."""
        return {each.partition("/")[0] for each in self.unread_offers}

    def on(self, day: date) -> "Snapshot":
        """Give the same files on another day."""
        return replace(self, day=day)

    def named(self, offer: Offer) -> OfferNamed:
        """Give an offer as it was called here."""
        return OfferNamed(**self.name(offer))

    def name(self, offer: Offer) -> dict[str, str]:
        """Give what an ``OfferNamed`` and all its kinds begin with."""
        partner = self.catalogue.partner(offer.partner).name
        return {"identity": offer.identity, "title": offer.title, "partner": partner}

    def areas(self, offer: Offer) -> tuple[str, ...]:
        """Give the municipalities whose people it is for, as words."""
        return tuple(
            each.word
            for each in self.supply.places
            if not each.is_region
            and not each.is_area
            and self.supply.reach(offer, each) is not Reach.NOT
        )
