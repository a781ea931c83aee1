"""Texts for machines, whole."""

from datetime import date

from groepsaanbod.exports import headers, opensearch, robots, security, sitemap


def test_the_sitemap_lists_each_address_with_its_day():
    text = sitemap(["https://a.nl/", "https://a.nl/?a&b"], date(2026, 11, 24))

    assert text == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <url><loc>https://a.nl/</loc><lastmod>2026-11-24</lastmod></url>\n"
        "  <url><loc>https://a.nl/?a&amp;b</loc><lastmod>2026-11-24</lastmod></url>\n"
        "</urlset>\n"
    )


def test_robots_may_read_every_page():
    assert robots("https://a.nl/sitemap.xml") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://a.nl/sitemap.xml\n"
    )


def test_headers_say_what_pages_cannot():
    assert headers("default-src 'none'") == (
        "/*\n"
        "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: no-referrer\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        "  Strict-Transport-Security: max-age=31536000\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
    )


def test_security_txt_names_whom_to_tell_and_holds_for_a_year():
    assert security("a@b.nl", "https://a.nl/", date(2026, 11, 24)) == (
        "Contact: mailto:a@b.nl\n"
        "Expires: 2027-11-24T00:00:00Z\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://a.nl/.well-known/security.txt\n"
    )


def test_opensearch_names_the_search_page_with_its_whole_address():
    assert opensearch("Groep & Co", "https://a.nl/groep/", "aanbod/") == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        "  <ShortName>Groepsaanbod</ShortName>\n"
        "  <LongName>Groep &amp; Co</LongName>\n"
        "  <Description>Zoek in Groep &amp; Co</Description>\n"
        '  <Url type="text/html"'
        ' template="https://a.nl/groep/aanbod/?q={searchTerms}"/>\n'
        '  <Image height="16" width="16" type="image/svg+xml">'
        "https://a.nl/groep/theme/img/favicon.svg</Image>\n"
        "  <Language>nl</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
