"""What differs between two catalogues, each on its own day.

Much changes while nobody does anything: groups begin, dates pass. So the older
catalogue is also looked at on the later day; what shows there already is time's doing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from groepsaanbod.analysis.alterations import alterations
from groepsaanbod.analysis.gaps import Cell
from groepsaanbod.analysis.snapshots import Snapshot
from groepsaanbod.analysis.supply import Supplied, Supply
from groepsaanbod.catalogue import Offer
from groepsaanbod.changed import (
    Alteration,
    Cause,
    GapChanged,
    Moment,
    OfferAltered,
    OfferListed,
    OfferMoved,
    OfferNamed,
    OverlapChanged,
    PartnerNamed,
    Period,
    Span,
)
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary

MOST_NAMED = 12
"""Of the offers that made a gap come or go; the rest are counted."""

CellKey = tuple[str, str, str]


class Pair(Protocol):
    """Two offers that overlap."""

    @property
    def first(self) -> Supplied:
        """Give one of them."""

    @property
    def second(self) -> Supplied:
        """Give the other."""


FindOverlaps = Callable[[Supply], Iterable[Pair] | None]
"""Gives all pairs, or None when there are too many to compare."""


def compare(
    before: Snapshot,
    after: Snapshot,
    find_overlaps: FindOverlaps | None = None,
    *,
    span: Span = Span.OTHER,
    asked_since: date | None = None,
) -> Period:
    """Give everything that differs.

    Without ``find_overlaps`` nothing is said of overlaps.
    """
    found = _Comparison(before, after, find_overlaps)
    return Period(
        span=span,
        asked_since=asked_since,
        before=found.moment(before),
        after=found.moment(after),
        come=tuple(found.come()),
        gone=tuple(found.gone()),
        moved=tuple(found.moved()),
        altered=tuple(found.altered()),
        partners_joined=tuple(found.partners_only_in(after, before)),
        partners_left=tuple(found.partners_only_in(before, after)),
        gaps_opened=tuple(found.gaps(opened=True)),
        gaps_closed=tuple(found.gaps(opened=False)),
        overlaps_new=tuple(found.overlaps_new()),
        overlaps_gone=tuple(found.overlaps_gone()),
    )


@dataclass(frozen=True)
class _Comparison:
    """Two snapshots beside each other, and what links them."""

    before: Snapshot
    after: Snapshot
    find_overlaps: FindOverlaps | None

    @cached_property
    def time_alone(self) -> Snapshot:
        """Give what there would be now if nobody had changed a file."""
        return self.before.on(self.after.day)

    @cached_property
    def now_at(self) -> dict[str, tuple[str, ...]]:
        """Give for each old offer the new ones that it is, or is a part of.

        It holds either way round: also when the old files know of the new names.
        """
        old, new = self.before.offers, self.after.offers
        links = {identity: {identity} & new.keys() for identity in old}
        for identity in old.keys() - new.keys():
            links[identity] |= set(self.after.catalogue.led_here(identity))
        for identity in new.keys() - old.keys():
            for was in self.before.catalogue.led_here(identity):
                links[was].add(identity)
        return {was: tuple(sorted(now)) for was, now in links.items()}

    @cached_property
    def was_at(self) -> dict[str, tuple[str, ...]]:
        """Give for each new offer the old ones that it is made of."""
        found: dict[str, list[str]] = {identity: [] for identity in self.after.offers}
        for was, now in self.now_at.items():
            for identity in now:
                found[identity].append(was)
        return {identity: tuple(was) for identity, was in found.items()}

    def moment(self, snapshot: Snapshot) -> Moment:
        """Give how much there was."""
        region = snapshot.supply.place(WHOLE_REGION)
        return Moment(
            day=snapshot.day,
            commit=snapshot.commit,
            offers=len(snapshot.shown),
            joinable=sum(each.joinable for each in snapshot.supply.offers),
            partners=len(snapshot.partners),
            gaps=sum(each.kind.is_gap for each in snapshot.gaps.of(region)),
            overlaps=None
            if not self._tells_overlaps
            else len(self._pairs(snapshot, {})),
            unread=snapshot.unread,
        )

    def come(self) -> Iterator[OfferListed]:
        """Give the offers to be seen now and not before."""
        for identity, offer in self.after.shown.items():
            was = self.was_at[identity]
            stood = (*was, identity, *self._formers(self.after, offer))
            if self.before.unread_offers.isdisjoint(stood) and not (
                self.before.shown.keys() & was
            ):
                waited = any(self.time_alone.shown.get(each) for each in was)
                cause = Cause.TIME if waited else Cause.DATA
                yield self._listed(self.after, offer, cause)

    def gone(self) -> Iterator[OfferListed]:
        """Give the offers to be seen before and not now."""
        for identity, offer in self.before.shown.items():
            now = self.now_at[identity]
            stands = (*now, identity, *self._formers(self.before, offer))
            if self.after.unread_offers.isdisjoint(stands) and not (
                self.after.shown.keys() & now
            ):
                is_over = identity not in self.time_alone.shown
                cause = Cause.TIME if is_over else Cause.DATA
                yield self._listed(self.before, offer, cause)

    def _formers(self, snapshot: Snapshot, offer: Offer) -> Iterator[str]:
        """Give the addresses where an offer stood before, by its own files."""
        yield from offer.former_addresses
        for former in snapshot.catalogue.partner(offer.partner).former:
            yield f"{former}/{offer.slug}"

    def _listed(self, snapshot: Snapshot, offer: Offer, cause: Cause) -> OfferListed:
        return OfferListed(
            **snapshot.name(offer), areas=snapshot.areas(offer), cause=cause
        )

    def moved(self) -> Iterator[OfferMoved]:
        """Give the offers that stand elsewhere."""
        for was, now in self.now_at.items():
            for identity in now:
                offer = self.after.offers[identity]
                if identity != was and was not in self.after.offers:
                    yield OfferMoved(
                        **self.after.name(offer),
                        was=was,
                        areas=self.after.areas(offer),
                    )

    def altered(self) -> Iterator[OfferAltered]:
        """Give the offers to be seen on both days that say something else."""
        for identity, found in self._alterations.items():
            offer = self.after.offers[identity]
            was = self.before.shown.keys() & self.was_at[identity]
            if found and was and identity in self.after.shown:
                yield OfferAltered(
                    **self.after.name(offer),
                    areas=self.after.areas(offer),
                    alterations=found,
                )

    @cached_property
    def _alterations(self) -> dict[str, tuple[Alteration, ...]]:
        """Give for each offer there is now and was before what its fields say else."""
        found = {}
        for identity, offer in self.after.offers.items():
            was = self.was_at[identity]
            if was:
                old = self.before.offers[identity if identity in was else was[0]]
                found[identity] = alterations(
                    old,
                    self.before.catalogue.vocabulary,
                    offer,
                    self.after.catalogue.vocabulary,
                )
        return found

    def partners_only_in(
        self, one: Snapshot, other: Snapshot
    ) -> Iterator[PartnerNamed]:
        """Give who lists offers in the one and not in the other, by any name."""
        known = set(other.partners) | other.partners_unread
        once_known = {each for former in other.partners.values() for each in former}
        for slug, former in one.partners.items():
            if slug not in known | once_known and known.isdisjoint(former):
                name = one.catalogue.partner(slug).name
                yield PartnerNamed(slug=slug, name=name)

    def gaps(self, *, opened: bool) -> Iterator[GapChanged]:
        """Give the cells that became a gap, or are none any more."""
        before, meanwhile, after = (
            self._cells(each) for each in (self.before, self.time_alone, self.after)
        )
        unread = self.before.unread_offers | self.after.unread_offers
        for key, shown in (before | after).items():
            cells = (before.get(key), meanwhile.get(key), after.get(key))
            was, alone, now = cells
            if _is_gap(was) is opened or _is_gap(now) is not opened:
                continue
            cause, offers = self._why(was, alone, now)
            if not unread.isdisjoint(each.identity for each in offers):
                continue  # whether it was a gap nobody can tell
            yield GapChanged(
                theme=shown.theme.name,
                ages=shown.ages.name,
                place=shown.place.name,
                place_word=key[2],
                before=was.kind if was else "",
                after=now.kind if now else "",
                cause=cause,
                offers=offers[:MOST_NAMED],
                number=len(offers),
            )

    def _cells(self, snapshot: Snapshot) -> dict[CellKey, Cell]:
        """Give the cells of region and municipalities, by the words of now."""
        words = snapshot.catalogue.vocabulary
        found = {}
        for (theme, ages, place), cell in snapshot.gaps.cells.items():
            if not cell.place.is_area:
                key = (
                    self._word_now("themas", theme, words),
                    self._word_now("leeftijdsgroepen", ages, words),
                    self._word_now("gebieden", place, words),
                )
                found[key] = cell
        return found

    def _word_now(self, list_name: str, word: str, words: Vocabulary) -> str:
        now = self.after.catalogue.vocabulary.choices(list_name)
        if word in now:
            return word
        then = words.choices(list_name)
        back = (each for each in now if then.renamed(each) == word)
        return now.renamed(word) or next(back, word)

    def _why(
        self, was: Cell | None, alone: Cell | None, now: Cell | None
    ) -> tuple[Cause, tuple[OfferNamed, ...]]:
        """Give what made a gap come or go, and the offers that did it."""
        if was is None or alone is None or now is None:
            return Cause.REGION, ()
        if alone.kind.is_gap is now.kind.is_gap:
            then, later = _joinable(was), _joinable(alone)
            names = {self.before.named(each) for each in _either(then, later)}
            return Cause.TIME, _in_order(names)
        then = self._by_names_of_now(_joinable(alone))
        later = _joinable(now)
        different = _either(then, later)
        if not different:
            different = [
                each.offer
                for each in now.existing
                if self._alterations.get(each.offer.identity)
            ]
        names = {self._named_now(each) for each in different}
        return Cause.DATA if names else Cause.REGION, _in_order(names)

    def _by_names_of_now(self, offers: Mapping[str, Offer]) -> dict[str, Offer]:
        return {
            now: offer
            for identity, offer in offers.items()
            for now in self.now_at[identity] or (identity,)
        }

    def _named_now(self, offer: Offer) -> OfferNamed:
        now = self.after.offers.get(offer.identity)
        return self.after.named(now) if now else self.before.named(offer)

    def overlaps_new(self) -> Iterator[OverlapChanged]:
        """Give the pairs that overlap now and did not before."""
        before, alone, after = self._overlaps
        for key in sorted(after.keys() - before.keys(), key=sorted):
            yield self._overlap(self.after, after[key], key, is_time=key in alone)

    def overlaps_gone(self) -> Iterator[OverlapChanged]:
        """Give the pairs that overlapped before and do not now."""
        before, alone, after = self._overlaps
        for key in sorted(before.keys() - after.keys(), key=sorted):
            is_time = key not in alone
            yield self._overlap(self.before, before[key], key, is_time=is_time)

    @cached_property
    def _overlaps(self) -> tuple[dict[frozenset[str], Pair], ...]:
        return (
            self._pairs(self.before, self.now_at),
            self._pairs(self.time_alone, self.now_at),
            self._pairs(self.after, {}),
        )

    @cached_property
    def _pairs_by_snapshot(self) -> dict[int, Iterable[Pair] | None]:
        find = self.find_overlaps or (lambda _: None)
        every = (self.before, self.time_alone, self.after)
        return {id(each): find(each.supply) for each in every}

    @property
    def _tells_overlaps(self) -> bool:
        return None not in self._pairs_by_snapshot.values()

    def _pairs(
        self, snapshot: Snapshot, now_at: Mapping[str, tuple[str, ...]]
    ) -> dict[frozenset[str], Pair]:
        """Give the overlapping pairs by the addresses that they have now."""
        pairs = self._pairs_by_snapshot[id(snapshot)] if self._tells_overlaps else None
        found = {}
        for pair in pairs or ():
            names = (pair.first.offer.identity, pair.second.offer.identity)
            now = ((now_at.get(each) or (each,))[0] for each in names)
            found[frozenset(now)] = pair
        return found

    def _overlap(
        self, snapshot: Snapshot, pair: Pair, key: frozenset[str], *, is_time: bool
    ) -> OverlapChanged:
        both_days = all(self.was_at.get(each) for each in key)
        is_same = both_days and not any(self._alterations.get(each) for each in key)
        unchanged = Cause.REGION if is_same else Cause.DATA
        return OverlapChanged(
            first=snapshot.named(pair.first.offer),
            second=snapshot.named(pair.second.offer),
            cause=Cause.TIME if is_time else unchanged,
        )


def _is_gap(cell: Cell | None) -> bool:
    return cell is not None and cell.kind.is_gap


def _joinable(cell: Cell) -> dict[str, Offer]:
    return {each.offer.identity: each.offer for each in cell.joinable}


def _either(one: Mapping[str, Offer], other: Mapping[str, Offer]) -> list[Offer]:
    """Give what is in the one or the other, and not in both."""
    both = {**one, **other}
    return [both[each] for each in one.keys() ^ other.keys()]


def _in_order(names: Iterable[OfferNamed]) -> tuple[OfferNamed, ...]:
    return tuple(sorted(names, key=lambda each: each.identity))
