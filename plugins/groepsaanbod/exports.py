"""Texts for machines: sitemap, robots, headers, security.txt, OpenSearch."""

from collections.abc import Iterable
from datetime import date, timedelta
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


def headers(policy: str) -> str:
    """Give ``_headers`` for hosts that read it, such as Netlify: what pages cannot say.

    ``frame-ancestors`` and the rest only work as a header.
    """
    lines = (
        f"Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "Strict-Transport-Security: max-age=31536000",
        "Cross-Origin-Opener-Policy: same-origin",
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)


def security(contact: str, address: str, today: date) -> str:
    """Give ``security.txt``, as RFC 9116 describes it; it holds for a year."""
    expires = today + timedelta(days=365)
    return (
        f"Contact: mailto:{contact}\n"
        f"Expires: {expires}T00:00:00Z\n"
        "Preferred-Languages: nl, en\n"
        f"Canonical: {address}.well-known/security.txt\n"
    )


def opensearch(name: str, address: str, search: str) -> str:
    """Give the OpenSearch description, with which browsers can search this site.

    ``search`` is the path of the search page; the standard wants a name of at most
    16 characters, and a longer one of 48.
    """
    template = f"{address}{search}?q={{searchTerms}}"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        "  <ShortName>Groepsaanbod</ShortName>\n"
        f"  <LongName>{escape(name[:48])}</LongName>\n"
        f"  <Description>Zoek in {escape(name)}</Description>\n"
        f'  <Url type="text/html" template="{escape(template)}"/>\n'
        f'  <Image height="16" width="16" type="image/svg+xml">'
        f"{escape(address)}theme/img/favicon.svg</Image>\n"
        "  <Language>nl</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
