"""The pages of the report: for the coordinator, and for whom she shows it to."""

from collections.abc import Iterator

from groepsaanbod.pages.reports.gaps import gaps
from groepsaanbod.pages.reports.overlap import overlap
from groepsaanbod.pages.reports.overview import overview, quarter
from groepsaanbod.pages.reports.report import ReportPage
from groepsaanbod.pages.reports.simple import (
    bettered,
    chances,
    changed,
    decisions,
    measured,
)
from groepsaanbod.reports.reported import Reported

__all__ = ["ReportPage", "report_pages"]


def report_pages(reported: Reported) -> Iterator[ReportPage]:
    """Give every page of the report."""
    yield overview(reported)
    yield from gaps(reported)
    yield overlap(reported)
    yield decisions(reported)
    yield measured(reported)
    yield bettered(reported)
    yield chances(reported)
    yield changed(reported)
    yield quarter(reported)
