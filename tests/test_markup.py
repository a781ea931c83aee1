"""Partners' Markdown can do nothing but be text."""

import re

import pytest

from groepsaanbod.markup import ALLOWED_TAGS, safe_html


def test_markdown_becomes_html():
    assert safe_html(
        "Wat **fijn** is:\n\n- samen\n- [meer](https://voorbeeld.nl/x)"
    ) == (
        "<p>Wat <strong>fijn</strong> is:</p>\n<ul>\n<li>samen</li>\n"
        '<li><a href="https://voorbeeld.nl/x" rel="nofollow noopener">meer</a></li>\n'
        "</ul>"
    )


def test_headings_stand_below_those_of_the_page():
    assert safe_html("# Een\n\n## Twee\n\n#### Vier") == (
        "<h3>Een</h3>\n<h3>Twee</h3>\n<h4>Vier</h4>"
    )


def test_headings_may_stand_right_below_the_title_of_a_page():
    assert safe_html("# Een\n\n## Twee\n\n#### Vier", top_heading=2) == (
        "<h2>Een</h2>\n<h2>Twee</h2>\n<h3>Vier</h3>"
    )


def test_a_smaller_than_sign_stays_visible():
    assert safe_html("kinderen <12 jaar & ouder") == (
        "<p>kinderen &lt;12 jaar &amp; ouder</p>"
    )


def test_one_text_does_not_leak_into_the_next():
    safe_html("[meer]: https://voorbeeld.nl/geheim")

    assert safe_html("[meer]") == "<p>[meer]</p>"


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<form action=https://kwaad.nl><input></form>",
        "<meta http-equiv=refresh content='0;url=https://kwaad.nl'>",
        "<a href='javascript:alert(1)' style='position:fixed'>x</a>",
        "<style>*{display:none}</style>",
        "[x](javascript:alert(1))",
        "[x](jAvAsCrIpT&colon;alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java\nscript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](//kwaad.nl)",
        "[x](/aanbod/)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "![x](https://kwaad.nl/pixel.gif)",
        "<javascript:alert(1)>",
        '<https://kwaad.nl/" onmouseover=alert(1)>',
        '[x](https://goed.nl "><script>alert(1)</script>")',
        '[x](https://goed.nl "onmouseover=alert(1)")',
        "**<b onclick=alert(1)>x</b>**",
        "`<script>alert(1)</script>`",
        "    <script>alert(1)</script>",
        "<div markdown=1><script>alert(1)</script></div>",
        "<!-- --><script>alert(1)</script>",
    ],
)
def test_a_payload_becomes_nothing_but_allowed_markup(payload):
    html = str(safe_html(payload))

    for tag, attributes in re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)([^>]*)>", html):
        assert tag in ALLOWED_TAGS
        allowed = r'( href="(https:|mailto:|tel:)[^"]*")?( rel="nofollow noopener")?'
        assert re.fullmatch(allowed, attributes), html


def test_a_link_is_defined_where_it_stands_and_nowhere_else():
    html = safe_html("> [y]: https://bank.nl@kwaad.nl\n\n[y] en [x][y]")

    assert "href" not in html
