"""Texts for machines: the sitemap, the robots file."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape


def sitemap(addresses: Iterable[str], changed_on: date) -> str:
    """Give the sitemap of these full addresses, as sitemaps.org describes it."""
    entries = "".join(
        f"  <url><loc>{escape(each)}</loc><lastmod>{changed_on}</lastmod></url>\n"
        for each in addresses
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</urlset>\n"
    )


def robots(sitemap_address: str) -> str:
    """Give robots.txt: every page may be read; ``noindex`` stands in the pages."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap_address}\n"
