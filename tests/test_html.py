"""The built pages are sound HTML, as far as Python can see; `make html` sees more."""

from html.parser import HTMLParser

import pytest

EMPTY = "area base br col embed hr img input link meta source track wbr"
"""What never has an end."""

ENDS_A_PARAGRAPH = (
    "address article aside blockquote details div dl fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section"
    " table ul"
)
"""Where a browser silently ends a paragraph that is still open."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Nesting(HTMLParser):
    """Follows which elements are open, and keeps what is wrong with that."""

    def __init__(self, text):
        super().__init__()
        self.mistakes = []
        self.open = []
        self.ids = set()
        self.level = 0
        self.feed(text)
        self.close()
        self.mistakes += [f"<{tag}> has no end" for tag, _ in self.open]

    def say(self, mistake):
        self.mistakes.append(f"line {self.getpos()[0]}: {mistake}")

    def handle_starttag(self, tag, attrs):
        self.look_at(tag, attrs)
        if tag not in EMPTY.split():
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag, attrs):
        self.look_at(tag, attrs)
        if tag not in EMPTY.split() and "svg" not in dict(self.open):
            self.say(f"<{tag}/> is no end of <{tag}>")

    def look_at(self, tag, attrs):
        if tag in ENDS_A_PARAGRAPH.split() and "p" in dict(self.open):
            self.say(f"<{tag}> in <p>")
        identity = dict(attrs).get("id")
        if identity in self.ids:
            self.say(f"a second id {identity}")
        elif identity is not None:
            self.ids.add(identity)
        if tag in HEADINGS:
            level = HEADINGS.index(tag) + 1
            if level > self.level + 1:
                self.say(f"<{tag}> after <h{self.level}>")
            self.level = level

    def handle_endtag(self, tag):
        if tag not in dict(self.open):
            self.say(f"</{tag}> ends nothing")
            return
        while (found := self.open.pop())[0] != tag:
            self.say(f"</{tag}> before the end of <{found[0]}> of line {found[1]}")


@pytest.mark.parametrize(
    ("html", "mistakes"),
    [
        ("<h1>A</h1><p>b <br>c<img src=d></p><h2>E</h2><h3>F</h3><h2>G</h2>", []),
        ("<svg><path d=a /><g><use href=b /></g></svg><ul><li>c</li></ul>", []),
        ("<main><p>a</p>", ["<main> has no end"]),
        ("<p>a</p></p>", ["line 1: </p> ends nothing"]),
        ("<ul><li>a</ul>", ["line 1: </ul> before the end of <li> of line 1"]),
        (
            "<p>a\n<em>b</p></em>",
            [
                "line 2: </p> before the end of <em> of line 2",
                "line 2: </em> ends nothing",
            ],
        ),
        ("<p>a<p>b</p></p>", ["line 1: <p> in <p>"]),
        ("<p><span><ul></ul></span></p>", ["line 1: <ul> in <p>"]),
        ("<div/>", ["line 1: <div/> is no end of <div>"]),
        ("<i id=a></i>\n<b id=a></b>", ["line 2: a second id a"]),
        ("<h1>A</h1><h3>B</h3>", ["line 1: <h3> after <h1>"]),
        ("<h2>A</h2>", ["line 1: <h2> after <h0>"]),
    ],
)
def test_the_reader_sees_each_kind_of_mistake_and_no_other(html, mistakes):
    assert Nesting(html).mistakes == mistakes


def test_each_page_is_nested_right(site):
    pages = sorted(site.rglob("*.html"))
    found = {
        page.relative_to(site).as_posix(): mistakes
        for page in pages
        if (mistakes := Nesting(page.read_text("utf-8")).mistakes)
    }

    assert pages
    assert found == {}
