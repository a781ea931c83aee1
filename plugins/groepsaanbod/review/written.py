"""A review as text, in the hands of a pen: for a terminal, or for GitHub."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from groepsaanbod import wording
from groepsaanbod.analysis.overlap import Overlaps, Pair
from groepsaanbod.analysis.quality import Quality
from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.changed import GapChanged, OfferListed, Period
from groepsaanbod.description import keys_of
from groepsaanbod.joining import joining
from groepsaanbod.model import PartnerFile
from groepsaanbod.ownership import Standing, parts_below
from groepsaanbod.pens import Pen
from groepsaanbod.problems import Problem, Severity
from groepsaanbod.reports.changes import NO_CELL, words_of
from groepsaanbod.reports.likenesses import Likenesses
from groepsaanbod.review import Review
from groepsaanbod.review.altered import Altered

MOST_LINES = 40
"""In one list; the rest is counted."""


def written(review: Review, pen: Pen) -> str:
    """Give everything there is to say of a proposal."""
    return _Written(review, pen).text()


@dataclass(frozen=True)
class _Written:
    """A review in the hands of a pen."""

    review: Review
    pen: Pen

    def text(self) -> str:
        wrong = len(self.review.mistakes)
        if wrong:
            title = f"Dit voorstel kan nog niet: {_things(wrong)} om te verbeteren"
        else:
            title = "Dit voorstel klopt"
        parts = [self.pen.heading(1, title)]
        is_odd = any(each.path for each in self.review.refusals)
        meaning = (
            ("Wat er verandert voor ouders", self._changes()),
            ("Hiaten", self._gaps()),
            ("Dit lijkt op ander aanbod", self._alike()),
            ("Kijk hier nog eens naar", self._advice()),
            ("Wat er verder verandert", self._rest()),
        )
        for heading, lines in (
            ("", self._welcome()),
            ("Dit mag niet zo", self._refused()),
            ("Fouten", self._mistakes()),
            *(() if is_odd else meaning),
        ):
            found = list(lines)
            if found and heading:
                parts.append(self.pen.heading(2, heading))
            if found:
                parts.append("\n".join(found).strip("\n"))
        return "\n\n".join(parts) + "\n"

    def _welcome(self) -> Iterator[str]:
        judged, pen = self.review.judged, self.pen
        who = _WHO[judged.standing]
        if judged.standing is not Standing.UNNAMED:
            who = f"Van {pen.code(self.review.author)}, {who}"
        yield who
        if folder := judged.welcomed:
            yield ""
            yield (
                f"Welkom! Dit is het eerste voorstel voor {pen.code(folder)}."
                " De coördinator kijkt mee. Dat duurt de eerste keer iets langer."
            )
            yield ""
            yield (
                f"Voor de coördinator: is {pen.code(self.review.author)} echt van deze"
                f" organisatie? Zet dan in {pen.code('region/eigenaren.yaml')}:"
                f" {pen.code(_owner(folder, self.review.author))}"
            )

    def _refused(self) -> Iterator[str]:
        refusals = self.review.refusals
        yield from self._list(
            f"{self.pen.code(each.path)}: {each.why}."
            if each.path
            else f"{wording.capitalised(each.why)}."
            for each in refusals
        )
        if any(each.path for each in refusals):
            yield ""
            yield "Wat het voorstel verandert, leest u hier als alle bestanden mogen."

    def _mistakes(self) -> Iterator[str]:
        wrong = self.review.wrong
        yield from self._list(map(self._problem, wrong))
        changed = {each.path for each in self.review.proposal.changes}
        if any(each.path not in changed for each in wrong):
            yield ""
            yield (
                "Er staan ook bestanden bij die dit voorstel niet verandert. Die"
                " kloppen niet meer, door dit voorstel of doordat de tijd verstreek."
            )

    def _problem(self, problem: Problem) -> str:
        field = f"{self.pen.code(problem.field)}: " if problem.field else ""
        where = f"{self.pen.code(problem.path)}, regel {problem.line}"
        return f"{where}: {field}{self.pen.theirs(problem.message)}"

    def _changes(self) -> Iterator[str]:
        period = self.review.period
        altered = [
            Altered(self.review.proposal, period, each) for each in period.altered
        ]
        yield self._counted(period, altered)
        if set(period.after.unread) - set(period.before.unread):
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
            found = list(self._list(lines))
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
        if not (period.come or period.gone or told or opened or closed):
            return "Voor ouders verandert er niets aan het aanbod."
        return numbers

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

    def _gaps(self) -> Iterator[str]:
        period = self.review.period
        for title, gaps in (
            ("Opgelost:", period.gaps_closed),
            ("Erbij gekomen:", period.gaps_opened),
        ):
            found = list(self._list(self._gap_lines(gaps)))
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

    def _alike(self) -> Iterator[str]:
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
        yield from self._list(lines, MOST_LINES // 2)

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

    def _advice(self) -> Iterator[str]:
        proposal = self.review.proposal
        changed = {each.path for each in proposal.changes}
        warnings = tuple(
            each
            for each in proposal.problems
            if each.severity is Severity.WARNING and each.path in changed
        )
        quality = Quality(proposal.after.supply, warnings)
        offers = self.review.names.offers
        folders = {(parts_below(offers, each) or ("",))[0] for each in changed}
        by_file: dict[str, list[str]] = {}
        for folder in sorted(folders):
            for each in quality.of(folder):
                path = f"{offers}/{folder}/{each.file}"
                if path in changed:
                    said = f"  {self.pen.theirs(each.message)}{_line(each.line)}"
                    by_file.setdefault(path, []).append(said)
        yield from self._list(
            line
            for path, points in sorted(by_file.items())
            for line in (self.pen.code(path), *points)
        )
        yield from self._list(self._problem(each) for each in quality.own)

    def _rest(self) -> Iterator[str]:
        names, changes = self.review.names, self.review.proposal.changes
        yield from self._list(self._partners())
        news = [
            parts
            for each in changes
            if len(parts := parts_below(names.offers, each.path) or ()) > 2  # noqa: PLR2004 - a folder within
        ]
        others = [
            (_count(len(news), "bericht", "berichten"), "van aanbieders"),
            (self._number_in(names.region), "van de regio"),
            (self._number_in(names.content), "met vragen of vaste tekst"),
        ]
        inside = (names.offers, names.region, names.content)
        outside = sum(
            all(parts_below(each, change.path) is None for each in inside)
            for change in changes
        )
        others.append((_files(outside), "van het programma zelf"))
        yield from self._list(f"{number} {what}" for number, what in others if number)

    def _number_in(self, folder: str) -> str:
        changes = self.review.proposal.changes
        return _files(
            sum(parts_below(folder, each.path) is not None for each in changes)
        )

    def _partners(self) -> Iterator[str]:
        before, after = self.review.proposal.before, self.review.proposal.after
        then = {each.slug: each for each in before.catalogue.partners}
        now = {each.slug: each for each in after.catalogue.partners}
        for slug in sorted(now.keys() - then.keys()):
            yield f"Nieuwe aanbieder: {self.pen.strong(now[slug].name)}"
        for slug in sorted(then.keys() - now.keys() - after.partners_unread):
            yield f"Aanbieder weg: {self.pen.strong(then[slug].name)}"
        for slug in sorted(then.keys() & now.keys()):
            if fields := list(_fields_of(then[slug], now[slug])):
                name = self.pen.strong(now[slug].name)
                yield f"{name} veranderde: {wording.listed(fields)}"

    def _list(self, lines: Iterable[str], most: int = MOST_LINES) -> Iterator[str]:
        """Give the lines as a list; what begins with two spaces stands within."""
        found = list(lines)
        for line in found[:most]:
            inner = line.startswith("  ")
            yield f"{'  ' if inner else ''}- {line.strip()}"
        if len(found) > most:
            yield f"- en nog {len(found) - most}"


_WHO = {
    Standing.COORDINATOR: "coördinator.",
    Standing.PARTNER: "aanbieder.",
    Standing.NEWCOMER: "voor het eerst.",
    Standing.STRANGER: "die we nog niet kennen.",
    Standing.UNNAMED: "Van wie dit is, is niet gezegd; of het mag, weten we niet.",
}


def _fields_of(before: Partner, after: Partner) -> Iterator[str]:
    for each in keys_of(PartnerFile).values():
        if getattr(before, each.attribute) != getattr(after, each.attribute):
            yield each.title.lower()


def _owner(folder: str, author: str) -> str:
    return f"- {{aanbieder: {folder}, github: [{author}]}}"


def _distinct(gaps: Iterable[GapChanged]) -> int:
    """Count themes and ages once, whatever the number of places."""
    return len({(each.theme, each.ages) for each in gaps})


def _things(number: int) -> str:
    return _count(number, "ding", "dingen")


def _files(number: int) -> str:
    return _count(number, "bestand", "bestanden")


def _count(number: int, one: str, more: str) -> str:
    return wording.counted(number, one, more) if number else ""


def _line(line: int | None) -> str:
    return f" (regel {line})" if line else ""
