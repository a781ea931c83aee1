"""Partners' Markdown to HTML that can do nothing but be text."""

from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

TOP_HEADING = 3
"""Partners' headings start below the page's own."""

ALLOWED_TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "a",
    "h2",
    "h3",
    "h4",
    "blockquote",
}


class _LowerHeadings(Treeprocessor):
    """Makes every heading one of two levels, so that a page's outline stays whole."""

    def __init__(self, converter: Markdown, top: int) -> None:
        super().__init__(converter)
        self.top = top

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in {"h1", "h2", "h3"}:
                element.tag = f"h{self.top}"
            elif element.tag in {"h4", "h5", "h6"}:
                element.tag = f"h{self.top + 1}"


_REFERRING = ("reference", "short_reference", "image_reference", "short_image_ref")


@cache
def _converter(top: int) -> Markdown:
    converter = Markdown(output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    # Links are checked where they stand, so none may be defined elsewhere.
    converter.parser.blockprocessors.deregister("reference")
    # So nothing can refer to one, and looking for that took a third of the time.
    for name in _REFERRING:
        converter.inlinePatterns.deregister(name)
    converter.treeprocessors.register(
        _LowerHeadings(converter, top), "lower_headings", 5
    )
    return converter


def safe_html(text: str, top_heading: int = TOP_HEADING) -> Markup:
    """Give Markdown as HTML; HTML in it stays visible as text.

    The highest heading in it gets level ``top_heading``, 2 or 3. nh3 comes after it
    and drops what is not on the list: two fences, one road.
    """
    converter = _converter(top_heading)
    converter.reset()
    html = nh3.clean(
        converter.convert(text),
        tags=ALLOWED_TAGS,
        attributes={"*": set(), "a": {"href"}},
        url_schemes={"https", "mailto", "tel"},
        url_relative="deny",
        link_rel="nofollow noopener",
    )
    return Markup(html)  # noqa: S704 - nh3 has just cleaned it
