"""What a proposal changes for parents: offers and gaps, and what is alike."""

from collections.abc import Iterable, Iterator, Sequence

from groepsaanbod import wording
from groepsaanbod.analysis.overlap import Overlaps, Pair
from groepsaanbod.catalogue import Offer
from groepsaanbod.changed import GapChanged, OfferListed, Period
from groepsaanbod.joining import joining
from groepsaanbod.reports.changes import NO_CELL, words_of
from groepsaanbod.reports.likenesses import Likenesses
from groepsaanbod.review.altered import Altered
from groepsaanbod.review.part import MOST_LINES, Part


class Meaning(Part):
    """What changes for parents."""

    def changes(self) -> Iterator[str]:
        """Give how many offers come, go and change, and which."""
        period = self.review.period
        altered = [
            Altered(self.review.proposal, period, each) for each in period.altered
        ]
        if counted := self._counted(period, altered):
            yield counted
        if _unread(period):
            yield "Van bestanden met een fout weten we nog niet wat zij veranderen."
        hidden = self._hidden()
        for title, lines in (
            ("Erbij:", map(self._new, period.come)),
            ("Komt later op de site:", map(self._later, hidden)),
            ("Weg:", map(self._named, period.gone)),
            ("Heeft nu een ander adres; het oude blijft werken:", self._moved()),
            (
                "Plek:",
                (line for each in altered for line in self._availability(each)),
            ),
            (
                "Aangepast:",
                (line for each in altered for line in self._fields(each)),
            ),
            ("Nagekeken, en het klopt nog:", self._confirmed(altered)),
        ):
            found = list(self.listed(lines))
            if found:
                yield from ("", title, "", *found)
        if self.review.reason and self.review.removed:
            yield ""
            yield f"De reden: {self.pen.theirs(self.review.reason)}"

    def _counted(self, period: Period, altered: Sequence[Altered]) -> str:
        told = sum(each.tells_parents for each in altered)
        opened, closed = _distinct(period.gaps_opened), _distinct(period.gaps_closed)
        numbers = (
            f"Aanbod: {len(period.come)} erbij, {len(period.gone)} weg en"
            f" {told} aangepast. Hiaten: {closed} opgelost en {opened} erbij."
        )
        if period.come or period.gone or told or opened or closed:
            return numbers
        if _unread(period):
            return ""
        return "Voor ouders verandert er niets aan het aanbod."

    def _new(self, listed: OfferListed) -> str:
        snapshot = self.review.proposal.after
        return f"{self._named(listed)}: {self._about(snapshot.offers[listed.identity])}"

    def _about(self, offer: Offer) -> str:
        """Say in two or three sentences what an offer is, in the region's words."""
        snapshot = self.review.proposal.after
        name = snapshot.catalogue.vocabulary.name
        themes = wording.listed(
            [wording.in_sentence(name("themas", each)) for each in offer.themes]
        )
        audiences = wording.listed(
            [wording.in_sentence(name("doelgroepen", each)) for each in offer.audiences]
        )
        areas = wording.listed([name("gebieden", each) for each in offer.areas])
        answer = joining(offer, snapshot.day)
        said = (
            f"{wording.in_sentence(name('vormen', offer.form))} over {themes}, voor"
            f" {audiences} ({wording.ages_in_words(offer.ages)}) in {areas}."
            f" {wording.costs_in_words(offer.costs)}."
            f" {wording.label(answer)}. {wording.detail(answer)}"
        )
        return self.pen.theirs(said)

    def _hidden(self) -> list[Offer]:
        """Give the offers that come, but are not to be seen today."""
        before, after = self.review.proposal.before, self.review.proposal.after
        moved = {each.identity for each in self.review.period.moved}
        known = before.offers.keys() | moved | after.shown.keys()
        return [each for name, each in after.offers.items() if name not in known]

    def _later(self, offer: Offer) -> str:
        shown = offer.visibility
        snapshot = self.review.proposal.after
        day = shown and shown.since and shown.since > snapshot.day and shown.since
        when = f"vanaf {wording.short_day(day)}" if day else "is al voorbij"
        named = snapshot.named(offer)
        title, partner = self.pen.strong(named.title), self.pen.theirs(named.partner)
        return f"{title} ({partner}), {when}: {self._about(offer)}"

    def _named(self, listed: OfferListed) -> str:
        return f"{self.pen.strong(listed.title)} ({self.pen.theirs(listed.partner)})"

    def _moved(self) -> Iterator[str]:
        for each in self.review.period.moved:
            title = self.pen.strong(each.title)
            was, now = self.pen.code(each.was), self.pen.code(each.identity)
            yield f"{title}: van {was} naar {now}"

    def _availability(self, altered: Altered) -> Iterator[str]:
        title = self.pen.strong(altered.after.title)
        for said in altered.availability:
            yield f"{title}, {self.pen.theirs(said)}"

    def _fields(self, altered: Altered) -> Iterator[str]:
        if not altered.fields:
            return
        partner = self.pen.theirs(altered.listed.partner)
        yield f"{self.pen.strong(altered.listed.title)} ({partner})"
        for each in altered.fields:
            if each.before is None or each.after is None:
                yield f"  {each.field.lower()}: een andere tekst"
            else:
                was, now = map(self.pen.theirs, words_of(each))
                yield f"  {each.field.lower()}: was {was}; wordt {now}"

    def _confirmed(self, altered: Sequence[Altered]) -> Iterator[str]:
        found = [each for each in altered if each.is_confirmed]
        by_day: dict[str, list[str]] = {}
        for each in found:
            day = wording.short_day(each.after.checked_on)
            by_day.setdefault(day, []).append(self.pen.strong(each.after.title))
        for day, titles in by_day.items():
            yield f"{'; '.join(titles)}, op {day}"

    def gaps(self) -> Iterator[str]:
        """Give the gaps that close or open."""
        period = self.review.period
        for title, gaps in (
            ("Opgelost:", period.gaps_closed),
            ("Erbij gekomen:", period.gaps_opened),
        ):
            found = list(self.listed(self._gap_lines(gaps)))
            if found:
                yield from (title, "", *found, "")

    def _gap_lines(self, gaps: Iterable[GapChanged]) -> Iterator[str]:
        """Give a line for each theme and age, with the places it is so in."""
        together: dict[tuple[str, str, str, str], list[str]] = {}
        for each in gaps:
            key = (each.theme, each.ages, each.before, each.after)
            together.setdefault(key, []).append(each.place)
        for (theme, ages, was, now), places in together.items():
            where = self.pen.theirs(wording.listed(places))
            what = f"{self.pen.strong(theme)}, {self.pen.theirs(ages)}"
            yield f"{what}, in {where}: was {was or NO_CELL}, wordt {now or NO_CELL}"

    def alike(self) -> Iterator[str]:
        """Give the offers of others that new ones are like."""
        after = self.review.proposal.after
        overlaps, words = Overlaps(after.supply), after.catalogue.vocabulary
        likenesses = Likenesses(words, after.day)
        pairs = (
            overlaps.between(each.first.identity, each.second.identity)
            for each in self.review.period.overlaps_new
        )
        found = sorted(
            (each for each in pairs if each), key=lambda each: (-each.score, each.key)
        )
        if found:
            yield "Dat hoeft geen bezwaar te zijn. Weten de twee het van elkaar?"
            yield "Het getal zegt hoeveel zij op elkaar lijken: 1 is hetzelfde."
            yield ""
        lines = (
            line
            for pair in found
            for line in (self._pair(pair), f"  {self._in_common(likenesses, pair)}")
        )
        yield from self.listed(lines, MOST_LINES // 2)

    def _in_common(self, likenesses: Likenesses, pair: Pair) -> str:
        return self.pen.theirs(likenesses.in_common(pair))

    def _pair(self, pair: Pair) -> str:
        after = self.review.proposal.after
        one, two = (after.named(each.offer) for each in (pair.first, pair.second))
        theirs, strong = self.pen.theirs, self.pen.strong
        return (
            f"{strong(one.title)} ({theirs(one.partner)}) en {strong(two.title)}"
            f" ({theirs(two.partner)}): {theirs(pair.facts)}"
        )


def _distinct(gaps: Iterable[GapChanged]) -> int:
    """Count themes and ages once, whatever the number of places."""
    return len({(each.theme, each.ages) for each in gaps})


def _unread(period: Period) -> bool:
    """Tell whether there is a file with a mistake that was not there before."""
    return bool(set(period.after.unread) - set(period.before.unread))
