"""Lists of what is new as Atom, which RFC 4287 describes, for feed readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new: its page names it for ever."""

    title: str
    address: str
    """The full address of its page."""
    day: date
    author: str
    summary: str
    html: str = ""
    """The whole of it, safe; empty when the page has more than a reader can show."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A list to follow: which page it follows, where it stands itself, who makes it."""

    title: str
    subtitle: str
    page: str
    address: str
    author: str


def atom(feed: Feed, entries: Sequence[Entry], today: date) -> str:
    """Give a feed with these entries; one without any was last changed today."""
    changed = max((each.day for each in entries), default=today)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">\n'
        f"  <id>{escape(feed.address)}</id>\n"
        f"  <title>{escape(feed.title)}</title>\n"
        f"  <subtitle>{escape(feed.subtitle)}</subtitle>\n"
        f"  <updated>{changed}T00:00:00Z</updated>\n"
        f"  <author><name>{escape(feed.author)}</name></author>\n"
        f'  <link rel="self" type="application/atom+xml"'
        f" href={quoteattr(feed.address)}/>\n"
        f'  <link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>\n'
        f"{''.join(map(_entry, entries))}</feed>\n"
    )


def _entry(entry: Entry) -> str:
    page = quoteattr(entry.address)
    content = f'    <content type="html">{escape(entry.html)}</content>\n'
    return (
        "  <entry>\n"
        f"    <id>{escape(entry.address)}</id>\n"
        f"    <title>{escape(entry.title)}</title>\n"
        f"    <updated>{entry.day}T00:00:00Z</updated>\n"
        f"    <author><name>{escape(entry.author)}</name></author>\n"
        f'    <link rel="alternate" type="text/html" href={page}/>\n'
        f"    <summary>{escape(entry.summary)}</summary>\n"
        f"{content if entry.html else ''}"
        "  </entry>\n"
    )
