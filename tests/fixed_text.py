"""Gives the sentences that the theme itself says, from its templates and scripts."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from groepsaanbod import language

PROJECT = Path(__file__).parent.parent
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "time",
    ]
)
"""Elements within a sentence; any other begins a new one."""
UNSAID = frozenset(("style", "script", "title", "svg"))
ITEM = "Iets"
"""Stands for what a template fills in: a word, as short as such words may be."""

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_FILLED_IN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_TAKEN = re.compile(r"\{%-?\s*(?:else|elif)\b.*?%\}", re.DOTALL)
_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
_SAID = re.compile(r"\"([A-Z][^\"]* [^\"]*)\"|'([A-Z][^']* [^']*)'")
_REMARK = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)
_SCRIPTED = re.compile(r"\"([A-Z][^\"\n]* [^\"\n]*)\"|`([A-Z][^`]* [^`]*)`")
_PUT_IN = re.compile(r"\$\{[^}]*\}")


class _Blocks(HTMLParser):
    """Collects the text of each block; nothing of what nobody reads."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self._unsaid = 0

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self._unsaid += tag in UNSAID
        if tag not in INLINE:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._unsaid -= tag in UNSAID
        if tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self.blocks[-1] += data


def of_template(text: str) -> Iterator[str]:
    """Give the sentences of a template; of two ways to end one, each."""
    text = _COMMENT.sub("", text)
    for code in (*_FILLED_IN.findall(text), *_TAG.findall(text)):
        for one, other in _SAID.findall(code):
            yield from language.sentences(one or other)
    blocks = _Blocks()
    blocks.feed(_FILLED_IN.sub(ITEM, _TAG.sub("", _TAKEN.sub("\n\n", text))))
    for block in blocks.blocks:
        yield from language.sentences(block)


def of_module(module: str) -> Iterator[str]:
    """Give the sentences in a Python module: its texts that are no docstring."""
    tree = ast.parse(module)
    unread = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and id(node) not in unread
    )
    for text in texts:
        if isinstance(text, str) and re.match(r"[A-Z][\w']* ", text):
            yield from language.sentences(text)


def of_script(text: str) -> Iterator[str]:
    """Give the sentences in a JavaScript module: its texts that begin as a sentence."""
    for one, other in _SCRIPTED.findall(_REMARK.sub("", text)):
        yield from language.sentences(_PUT_IN.sub(ITEM, one or other))


def for_visitors() -> dict[str, list[str]]:
    """Give by file what parents and the young read; reports are for another reader."""
    theme = PROJECT / "theme"
    code = PROJECT / "plugins/groepsaanbod"
    said = {}
    for folder, pattern, sentences_of in (
        (theme / "templates", "**/*.html", of_template),
        (theme / "static/js", "**/*.js", of_script),
        (code / "pages", "*.py", of_module),
        (code, "wording.py", of_module),
    ):
        for file in sorted(folder.glob(pattern)):
            if "report" not in file.name and "quarter" not in file.name:
                name = file.relative_to(PROJECT).as_posix()
                said[name] = [*sentences_of(file.read_text("utf-8"))]
    return {name: found for name, found in said.items() if found}
