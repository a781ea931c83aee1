"""What partners wrote stays words, whatever stands in it."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from groepsaanbod.pens import LONGEST, Markdown, Plain, on_one_line

JOINER = "\u2060"
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRICKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](https://evil.example)",
    "![x](https://evil.example/p.gif)",
    "https://evil.example en www.evil.example en HTTP://evil.example",
    "<https://evil.example>",
    "[a]: https://evil.example\n[a]",
    "@coordinator en @org/team en iemand@evil.example",
    "#12 en org/repo#12 en GH-12",
    "mailto:x@evil.example xmpp:x@evil.example",
    "**vet** _schuin_ ~~weg~~ `code` $som$",
    "a\n# kop\n- lijst\n1. lijst\n> citaat\n---\n===\n| a | b |\n",
    "```\ncode\n```",
    "\r\n::error file=x::y",
    "&lt;b&gt; &#64;iemand &amp;",
    "\u202eomgekeerd\u202c \x1b[2J \x00 \udcff",
    "1. een",
    "- een",
    "--",
    "<!-- commentaar -->",
    "\\[x\\](https://evil.example)",
    "[[wiki]] :smile: [^1] [ ] [x]",
)


@pytest.mark.parametrize("trick", TRICKS)
def test_no_text_becomes_markup_a_link_or_a_mention(trick):
    page = GITHUB.render(f"- {Markdown().theirs(trick)}")
    safe = Markdown().theirs(trick)

    assert set(re.findall(r"<(/?\w+)", page)) == {"ul", "li", "/li", "/ul"}
    assert "\n" not in safe
    assert not re.search(r"[@#]\w", safe)
    assert not re.search(r"://|www\.|GH-\d", safe, re.IGNORECASE)
    assert "".join(each for each in safe if each != JOINER).isprintable()


@pytest.mark.parametrize("trick", TRICKS)
def test_people_read_what_was_written(trick):
    page = GITHUB.render(f"Titel: {Markdown().theirs(trick)}")
    read = unescape(re.fullmatch("<p>(.*)</p>\n", page)[1]).replace(JOINER, "")

    assert read == f"Titel: {on_one_line(trick)}"


def test_code_ends_only_where_we_end_it():
    assert Markdown().code("a`b`\n<x> @y") == "`a'b' <x> @y`"


def test_what_is_long_is_cut():
    assert Plain().theirs("a" * (LONGEST + 1)) == "a" * (LONGEST - 1) + "…"
    assert len(Plain().theirs("a" * LONGEST)) == LONGEST


def test_a_heading_is_a_heading_in_both_hands():
    assert Markdown().heading(2, "Fouten") == "## Fouten"
    assert Plain().heading(1, "Klopt") == "Klopt\n====="
    assert Plain().heading(2, "Fouten") == "Fouten\n------"
