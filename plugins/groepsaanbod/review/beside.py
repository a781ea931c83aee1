"""What of a proposal deserves a second look, and what it changes beside offers."""

from collections.abc import Iterator

from groepsaanbod import wording
from groepsaanbod.analysis.quality import Quality
from groepsaanbod.catalogue import Partner
from groepsaanbod.description import keys_of
from groepsaanbod.model import PartnerFile
from groepsaanbod.ownership import parts_below
from groepsaanbod.problems import Severity
from groepsaanbod.review.part import Part


class Beside(Part):
    """Advice, partners, news and files that are no offers."""

    def advice(self) -> Iterator[str]:
        """Give what could still be better, file by file."""
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
        yield from self.listed(
            line
            for path, points in sorted(by_file.items())
            for line in (self.pen.code(path), *points)
        )
        yield from self.listed(self.problem(each) for each in quality.own)

    def rest(self) -> Iterator[str]:
        """Give the partners, news and other files that change."""
        names, changes = self.review.names, self.review.proposal.changes
        yield from self.listed(self._partners())
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
        yield from self.listed(f"{number} {what}" for number, what in others if number)

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


def _fields_of(before: Partner, after: Partner) -> Iterator[str]:
    for each in keys_of(PartnerFile).values():
        if getattr(before, each.attribute) != getattr(after, each.attribute):
            yield each.title.lower()


def _files(number: int) -> str:
    return _count(number, "bestand", "bestanden")


def _count(number: int, one: str, more: str) -> str:
    return wording.counted(number, one, more) if number else ""


def _line(line: int | None) -> str:
    return f" (regel {line})" if line else ""
