"""Atom feeds, whole, and by the rules of RFC 4287."""

from datetime import date
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from builders import TODAY
from groepsaanbod.feeds import Entry, Feed, atom

FEED = Feed(
    "A & B", "Wat er is.", "https://a.nl/b/", "https://a.nl/b/atom.xml", "<wij>"
)
NEWER = Entry(
    "Kop", "https://a.nl/1/", date(2026, 11, 2), "CJG", "Eén.", "<p>&amp;</p>"
)
OLDER = Entry("Staart", "https://a.nl/2/", date(2026, 10, 2), "CJG", "Twee.")

ATOM = "{http://www.w3.org/2005/Atom}"


def broken_rules(feed: Element):
    """Give what RFC 4287 would not have in a feed, in a few words."""
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        for name in ("id", "title", "updated"):
            found = part.findall(f"{ATOM}{name}")
            if len(found) != 1 or not found[0].text:
                yield f"{part.tag} has {len(found)} of {name}"
        if not part.findtext(f"{ATOM}author/{ATOM}name"):
            yield f"{part.tag} has no author"
        links = [
            (each.get("rel"), each.get("type")) for each in part.iter(f"{ATOM}link")
        ]
        if len(links) != len(set(links)) and part is not feed:
            yield "two links alike"
    ids = [part.findtext(f"{ATOM}id") for part in (feed, *entries)]
    if len(set(ids)) != len(ids):
        yield "two things with one id"
    own = [each for each in feed.findall(f"{ATOM}link") if each.get("rel") == "self"]
    if [each.get("href") for each in own] != [feed.findtext(f"{ATOM}id")]:
        yield "it does not say where it stands"


def test_a_feed_tells_all_that_readers_need():
    assert atom(FEED, [NEWER, OLDER], TODAY) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">\n'
        "  <id>https://a.nl/b/atom.xml</id>\n"
        "  <title>A &amp; B</title>\n"
        "  <subtitle>Wat er is.</subtitle>\n"
        "  <updated>2026-11-02T00:00:00Z</updated>\n"
        "  <author><name>&lt;wij&gt;</name></author>\n"
        '  <link rel="self" type="application/atom+xml"'
        ' href="https://a.nl/b/atom.xml"/>\n'
        '  <link rel="alternate" type="text/html" href="https://a.nl/b/"/>\n'
        "  <entry>\n"
        "    <id>https://a.nl/1/</id>\n"
        "    <title>Kop</title>\n"
        "    <updated>2026-11-02T00:00:00Z</updated>\n"
        "    <author><name>CJG</name></author>\n"
        '    <link rel="alternate" type="text/html" href="https://a.nl/1/"/>\n'
        "    <summary>Eén.</summary>\n"
        '    <content type="html">&lt;p&gt;&amp;amp;&lt;/p&gt;</content>\n'
        "  </entry>\n"
        "  <entry>\n"
        "    <id>https://a.nl/2/</id>\n"
        "    <title>Staart</title>\n"
        "    <updated>2026-10-02T00:00:00Z</updated>\n"
        "    <author><name>CJG</name></author>\n"
        '    <link rel="alternate" type="text/html" href="https://a.nl/2/"/>\n'
        "    <summary>Twee.</summary>\n"
        "  </entry>\n"
        "</feed>\n"
    )


def test_an_empty_feed_is_one_too():
    feed = fromstring(atom(FEED, [], TODAY))

    assert feed.findtext(f"{ATOM}updated") == "2026-11-24T00:00:00Z"
    assert list(broken_rules(feed)) == []


def test_the_rules_find_what_they_are_for():
    twice = fromstring(atom(FEED, [NEWER, NEWER], TODAY))
    nameless = fromstring(atom(FEED, [OLDER], TODAY).replace("Staart", ""))

    assert list(broken_rules(twice)) == ["two things with one id"]
    assert list(broken_rules(nameless)) == [f"{ATOM}entry has 1 of title"]
