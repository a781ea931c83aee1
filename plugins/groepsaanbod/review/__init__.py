"""What a proposal means, in Dutch: may it, is it right, and what changes for parents.

The coordinator reads this before saying yes; whoever proposes reads what to mend.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from groepsaanbod.analysis.changes import compare
from groepsaanbod.analysis.overlap import every_pair
from groepsaanbod.changed import Period
from groepsaanbod.ownership import Judged, Names, Refusal, parts_below
from groepsaanbod.problems import Problem, mistakes
from groepsaanbod.proposals import Proposal

MOST_REMOVED_UNASKED = 1
"""Whoever takes away more offers says why."""

_REASON = re.compile(
    r"^[ \t]*reden[ \t]*:[ \t]*(\S.{9,})$", re.IGNORECASE | re.MULTILINE
)
_ASK_FOR_A_REASON = (
    "begin in de tekst bij het voorstel een regel met 'Reden:' en schrijf waarom"
)


def reason_in(text: str) -> str:
    """Give the reason that the text with a proposal names, or nothing."""
    found = _REASON.search(text.replace("\r", ""))
    return found[1].strip() if found else ""


@dataclass(frozen=True)
class Review:
    """A proposal, who proposes it, and why; with all that follows."""

    proposal: Proposal
    author: str = ""
    reason: str = ""
    names: Names = field(default_factory=Names)

    @cached_property
    def judged(self) -> Judged:
        """Give whether they may."""
        return Judged(
            changes=self.proposal.changes,
            owners=self.proposal.owners,
            folders=self.proposal.folders,
            author=self.author,
            names=self.names,
        )

    @cached_property
    def mistakes(self) -> tuple[Problem, ...]:
        """Give everything that must be mended, in the order of files and lines."""
        refused = [Problem(each.path, 1, 1, "", each.why) for each in self.refusals]
        return tuple(sorted([*refused, *self.wrong]))

    @cached_property
    def wrong(self) -> tuple[Problem, ...]:
        """Give the mistakes in the files, without those that may not be at all."""
        refused = {each.path for each in self.refusals}
        wrong = mistakes(list(self.proposal.problems))
        return tuple(each for each in wrong if each.path not in refused)

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Give what may not be so, whatever the files say."""
        if not self.lacks_a_reason:
            return self.judged.refusals
        many = f"dit voorstel haalt {len(self.removed)} keer aanbod weg"
        return Refusal("", f"{many}; {_ASK_FOR_A_REASON}"), *self.judged.refusals

    @property
    def is_odd(self) -> bool:
        """Whether it changes files that it may not: nobody looks at the rest."""
        return any(each.path and not each.is_about_the_list for each in self.refusals)

    @property
    def only_waits(self) -> bool:
        """Whether the coordinator can say yes, once the author is in the list."""
        waits = all(each.is_about_the_list for each in self.refusals)
        return waits and bool(self.refusals) and not self.wrong

    @cached_property
    def second_file(self) -> str:
        """Give the file that tells who a new organisation is, if it is not there."""
        changed = {each.path for each in self.proposal.changes}
        asked = {
            f"{self.names.offers}/{folder}/aanbieder.yaml"
            for folder in self.judged.new_folders
        }
        return next(
            (each.path for each in self.wrong if each.path in asked - changed), ""
        )

    @property
    def lacks_a_reason(self) -> bool:
        """Tell whether more offers go than may go without a word."""
        return len(self.removed) > MOST_REMOVED_UNASKED and not self.reason

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """Give the offers of which the file goes, and that no other file takes over."""
        moved = {each.was for each in self.period.moved}
        found = (
            "/".join(parts).removesuffix(".yaml")
            for each in self.proposal.changes
            if each.is_removal
            and (parts := parts_below(self.names.offers, each.path) or ())
            and len(parts) == 2  # noqa: PLR2004 - partner and offer
            and parts[1] != "aanbieder.yaml"
        )
        return tuple(sorted(set(found) - moved))

    @cached_property
    def period(self) -> Period:
        """Give what differs, with nothing that time did."""
        return compare(self.proposal.before, self.proposal.after, every_pair)
