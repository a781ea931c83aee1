"""All analyses of a catalogue on a day, each made when it is first asked for."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from groepsaanbod.analysis.agreed import Agreed
from groepsaanbod.analysis.counts import Counts
from groepsaanbod.analysis.figures import Figures
from groepsaanbod.analysis.gaps import Gaps
from groepsaanbod.analysis.overlap import Overlaps
from groepsaanbod.analysis.quality import Quality
from groepsaanbod.analysis.supply import Supply
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.keeping import Kept
from groepsaanbod.problems import Problem
from groepsaanbod.reports.likenesses import Likenesses


@dataclass(frozen=True)
class Reported:
    """What the reports are made of."""

    catalogue: Catalogue
    today: date
    warnings: tuple[Problem, ...] = ()
    """What the check warned of in the same files on the same day."""
    kept: Kept = field(default_factory=Kept, repr=False, compare=False)
    """What an earlier build found, and this one need not look for again."""

    @cached_property
    def supply(self) -> Supply:
        """Give what each offer counts for."""
        return Supply(self.catalogue, self.today)

    @cached_property
    def gaps(self) -> Gaps:
        """Give where offers are missing."""
        return Gaps(self.supply)

    @cached_property
    def counts(self) -> Counts:
        """Give how much there is by audience, element, form, month, special group."""
        return Counts(self.supply)

    @cached_property
    def overlaps(self) -> Overlaps:
        """Give which offers are for the same people about the same."""
        return Overlaps(self.supply, self.kept)

    @cached_property
    def likenesses(self) -> Likenesses:
        """Give who says what two offers share, and what tells them apart."""
        return Likenesses(self.catalogue.vocabulary, self.today)

    @cached_property
    def agreed(self) -> Agreed:
        """Give what is decided about gaps and overlaps."""
        return Agreed(self.gaps, self.overlaps, self.today)

    @cached_property
    def figures(self) -> Figures:
        """Give what the municipality asks for, of the whole region."""
        return Figures(self.supply, self.supply.places[0])

    @cached_property
    def quality(self) -> Quality:
        """Give what each partner can do better."""
        return Quality(self.supply, self.warnings)
