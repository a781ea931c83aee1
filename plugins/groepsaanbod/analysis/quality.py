"""What each partner can do better: missing, over, old, hard to read, dead links."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath

from groepsaanbod import addresses
from groepsaanbod.analysis.availability import Freshness, coming, freshness
from groepsaanbod.analysis.supply import Place, Reach, Supply
from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.fields import Record
from groepsaanbod.joining import first_day
from groepsaanbod.model import Delivery, Group
from groepsaanbod.planning import FailedLink
from groepsaanbod.problems import Problem, Topic

PARTNER_FILE = "aanbieder.yaml"


class Issue(StrEnum):
    """What is the matter, the worst for parents first; the words are an API."""

    PAST = "voorbij"
    MISSING = "ontbreekt"
    PLACES = "plekken"
    STALE = "oud"
    LINK = "link"
    JARGON = "vakwoord"
    SENTENCES = "lange zin"
    OTHER = "nakijken"


_ORDER = {issue: place for place, issue in enumerate(Issue)}
_ISSUES = {
    Topic.MISSING: Issue.MISSING,
    Topic.STALE: Issue.STALE,
    Topic.PAST: Issue.PAST,
    Topic.JARGON: Issue.JARGON,
    Topic.SENTENCES: Issue.SENTENCES,
    Topic.OTHER: Issue.OTHER,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to do in one file."""

    partner: str
    """The name of its folder."""
    file: str
    """Within that folder: ``kies.yaml``, ``nieuws/2026-11-02-nieuw.yaml``."""
    issue: Issue
    message: str
    """What is wrong and what to type, as the check says it."""
    line: int | None = None
    """None when it is about what is not there."""
    offer: Offer | None = None
    """None for a file of the partner itself."""

    @property
    def rank(self) -> tuple[int, str, int, str]:
        """Give what sorts the worst first."""
        return _ORDER[self.issue], self.file, self.line or 0, self.message


@dataclass(frozen=True)
class Quality:
    """What there is to do, of the offers that are to be seen.

    ``warnings`` are those that the check gave of the same files on the same day.
    """

    supply: Supply
    warnings: tuple[Problem, ...]

    @property
    def today(self) -> date:
        """Give the day that counts as today."""
        return self.supply.today

    def of(self, partner: str, place: Place | None = None) -> tuple[Finding, ...]:
        """Give what a partner can do, the worst first.

        At a place only what is about offers for its people.
        """
        found = self._by_partner.get(partner, ())
        if place is None or place.is_region:
            return found
        here = self._here(place)
        return tuple(
            each for each in found if each.offer and each.offer.identity in here
        )

    def count(self, partner: str, place: Place | None = None) -> Counter[Issue]:
        """Give how often there is what."""
        return Counter(each.issue for each in self.of(partner, place))

    def offers(self, partner: str, place: Place | None = None) -> int:
        """Give how many offers of a partner are to be seen, for people of a place."""
        found = self._offers_by_partner.get(partner, ())
        if place is None or place.is_region:
            return len(found)
        here = self._here(place)
        return sum(each.identity in here for each in found)

    def _here(self, place: Place) -> frozenset[str]:
        """Give the offers for people of a place, by what names them."""
        if place.word not in self._by_place:
            self._by_place[place.word] = frozenset(
                each.identity
                for each in self._visible
                if self.supply.reach(each, place) is not Reach.NOT
            )
        return self._by_place[place.word]

    @cached_property
    def _by_place(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def own(self) -> tuple[Problem, ...]:
        """Give the warnings about the region's own files, as questions."""
        return tuple(each for each in self.warnings if self._placed(each) is None)

    @cached_property
    def _visible(self) -> tuple[Offer, ...]:
        offers = self.supply.catalogue.offers
        return tuple(each for each in offers if each.is_visible(self.today))

    @cached_property
    def _offers_by_partner(self) -> dict[str, list[Offer]]:
        found: dict[str, list[Offer]] = {}
        for offer in self._visible:
            found.setdefault(offer.partner, []).append(offer)
        return found

    @cached_property
    def _by_partner(self) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for each in (*self._warned(), *self._absent(), *self._dead()):
            found.setdefault(each.partner, []).append(each)
        return {
            partner: tuple(sorted(each, key=lambda finding: finding.rank))
            for partner, each in found.items()
        }

    @cached_property
    def _offer_by_file(self) -> dict[tuple[str, str], Offer]:
        offers = self.supply.catalogue.offers
        return {(each.partner, f"{each.slug}.yaml"): each for each in offers}

    @cached_property
    def _partners(self) -> frozenset[str]:
        return frozenset(each.slug for each in self.supply.catalogue.partners)

    def _placed(self, problem: Problem) -> tuple[str, str] | None:
        """Give the partner and file that a problem is about; None for the region's."""
        path = PurePath(problem.path)
        if path.suffix != ".yaml":
            return None
        depth = 3 if path.parent.name == "nieuws" else 2
        partner, *file = path.parts[-depth:]
        return (partner, "/".join(file)) if partner in self._partners else None

    def _warned(self) -> Iterator[Finding]:
        """Give what the check warned of, unless nobody can see the offer."""
        for problem in self.warnings:
            if (placed := self._placed(problem)) is None:
                continue
            offer = self._offer_by_file.get(placed)
            if offer is None or offer.is_visible(self.today):
                yield Finding(
                    *placed,
                    _ISSUES[problem.topic],
                    problem.message,
                    problem.line,
                    offer,
                )

    def _absent(self) -> Iterator[Finding]:
        """Give what parents miss although nothing that stands there is wrong."""
        for offer in self._visible:
            partner = self.supply.catalogue.partner(offer.partner)
            file = f"{offer.slug}.yaml"
            for issue, messages in (
                (Issue.MISSING, _missing(offer, partner, self.today)),
                (Issue.PLACES, _places(offer, self.today)),
            ):
                for message in messages:
                    yield Finding(offer.partner, file, issue, message, offer=offer)

    @cached_property
    def dead(self) -> dict[str, FailedLink]:
        """Give the links that are dead, by their address."""
        links = self.supply.planning.links
        day = links.checked_on
        if day is None:
            return {}
        return {each.address: each for each in links.failed if each.is_dead(day)}

    def _records(self) -> Iterator[tuple[str, str, Record, Offer | None]]:
        """Give what partners wrote: partner, file, record, and the offer it is."""
        catalogue = self.supply.catalogue
        for partner in catalogue.partners:
            yield partner.slug, PARTNER_FILE, partner, None
        for offer in self._visible:
            yield offer.partner, f"{offer.slug}.yaml", offer, offer
        for item in catalogue.news:
            if item.is_visible(self.today):
                yield item.partner, f"nieuws/{item.slug}.yaml", item, None

    def _dead(self) -> Iterator[Finding]:
        if not self.dead:
            return
        for partner, file, record, offer in self._records():
            for address in addresses.in_record(record):
                if link := self.dead.get(address):
                    message = (
                        f"de link {address} werkt niet: {link.failure}, sinds"
                        f" {link.since};"
                        " verbeter de link of haal haar weg"
                    )
                    yield Finding(partner, file, Issue.LINK, message, offer=offer)


def _missing(offer: Offer, partner: Partner, today: date) -> Iterator[str]:
    """Give the few optional keys that parents miss most."""
    if not any(each.phone or each.email for each in (offer.sign_up, partner)):
        yield (
            "ouders kunnen niet bellen of mailen; zet bij 'aanmelden':"
            ' telefoon: "023 000 00 00"'
        )
    is_online = offer.delivery is Delivery.ONLINE
    if not offer.groups and not offer.drop_ins and not is_online:
        yield (
            "niemand weet wanneer het is; zet erbij: groepen: [{start: 2027-01-12}]"
            " (of: groepen: [{status: op-aanvraag}])"
        )
    if not offer.locations and not offer.address_is_secret and not is_online:
        yield (
            "niemand weet waar het is; zet erbij: locaties: [{naam: De Buurtkamer,"
            " adres: Dorpsstraat 1, plaats: Voorbeeldstad}]"
        )
    groups = [each for each in coming(offer, today) if each.times is None]
    if groups:
        yield (
            f'er staat geen tijd bij {_named(groups)}; zet erbij: tijd: "19:30-21:00"'
        )
    if offer.groups and not offer.after_sign_up:
        yield (
            "niemand weet wat er na het aanmelden gebeurt; zet erbij:"
            " na_aanmelding: Wij bellen u binnen een week."
        )


def _places(offer: Offer, today: date) -> Iterator[str]:
    """Tell of which groups to come nobody knows whether there are places."""
    by_freshness: dict[Freshness, list[Group]] = {}
    for group in coming(offer, today):
        by_freshness.setdefault(freshness(group, today), []).append(group)
    if unsaid := by_freshness.get(Freshness.UNSAID):
        yield (
            f"bij {_named(unsaid)} staat niet of er plek is, of sinds wanneer u dat"
            f" weet; zet erbij: status: open, en: status_op: {today}"
        )
    if old := by_freshness.get(Freshness.OLD):
        day = min(each.status_on for each in old if each.status_on)
        yield (
            f"over de plekken bij {_named(old)} schreef u het laatst op {day};"
            f" kijk of het klopt en schrijf dan: status_op: {today}"
        )


def _named(groups: list[Group]) -> str:
    """Give ``de groep van 2027-01-12``, or how many groups from which day."""
    first = min(day for each in groups if (day := first_day(each)))
    if len(groups) == 1:
        return f"de groep van {first}"
    return f"{len(groups)} groepen, de eerste van {first}"
