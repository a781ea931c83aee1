"""What one can follow of a page, in a calendar or a feed reader."""

from groepsaanbod import urls
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import FollowView


def follow(
    shown: Shown, page: str, *, has_calendar: bool = True, has_feed: bool = True
) -> FollowView:
    """Give the ways to follow the page at this path; ``beside`` writes the files."""
    address = shown.catalogue.site.address
    calendar = urls.agenda_file(page) if has_calendar else ""
    return FollowView(
        calendar=calendar,
        calendar_address=f"{address}{calendar}" if calendar else "",
        calendar_link=urls.follow_url(address, calendar) if calendar else "",
        feed=urls.feed_file(page) if has_feed else "",
    )
