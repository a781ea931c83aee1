"""The pages of the report: for the coordinator, and for whom she shows it to."""

from collections.abc import Iterator

from groepsaanbod.pages.reports.gaps import gaps
from groepsaanbod.pages.reports.report import ReportPage
from groepsaanbod.reports.reported import Reported

__all__ = ["ReportPage", "report_pages"]


def report_pages(reported: Reported) -> Iterator[ReportPage]:
    """Give every page of the report."""
    yield from gaps(reported)
