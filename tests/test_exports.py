"""Texts for machines, whole."""

from datetime import date

from groepsaanbod.exports import robots, sitemap


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
