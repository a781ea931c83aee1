"""Bars as SVG text, for a picture beside its table; readable in light and dark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH = 360
"""In pixels, as wide as a phone; text is then as large as it says."""
ROW = 52
MARGIN = 12
BAR = 14
TEXT = 16
LONGEST_LABEL = 30
"""In characters; a longer one would run into the number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart."""

    label: str
    shown: str
    """The number as people read it: ``1.041``, ``onbekend``."""
    number: float | None
    """How long the bar is; None draws none."""


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Give an SVG of horizontal bars, the longest as wide as it can be.

    Colours stand in attributes, so that they hold where styles are not allowed: then it
    is dark on a light card. Where they are, a dark screen gets a dark card.
    """
    height = 2 * MARGIN + ROW * len(rows)
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        (
            f'<svg {_NAMESPACE} viewBox="0 0 {WIDTH} {height}" {size} {_FONT}>',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect class="card" {size} rx="8" fill="{_LIGHT.card}"/>',
            *_rows(rows),
            "</svg>\n",
        )
    )


_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" role="img"'
_FONT = f'font-family="Figtree, system-ui, sans-serif" font-size="{TEXT}"'


@dataclass(frozen=True, slots=True)
class _Colours:
    card: str
    text: str
    bar: str
    rest: str


_LIGHT = _Colours(card="#fbf5ea", text="#12282e", bar="#0b5563", rest="#e9dfcc")
_DARK = _Colours(card="#13262b", text="#eef4f3", bar="#7cc6cf", rest="#2b454c")
_STYLE = (
    "@media (prefers-color-scheme: dark) {"
    f" .card {{ fill: {_DARK.card} }} .text {{ fill: {_DARK.text} }}"
    f" .bar {{ fill: {_DARK.bar} }} .rest {{ fill: {_DARK.rest} }} }}"
)


def _rows(rows: Sequence[Bar]) -> Iterator[str]:
    most = max((row.number or 0 for row in rows), default=0)
    room = WIDTH - 2 * MARGIN
    for place, row in enumerate(rows):
        base = MARGIN + place * ROW + 22
        top = base + 8
        yield _text(MARGIN, base, "start", shortened(row.label))
        yield _text(WIDTH - MARGIN, base, "end", row.shown)
        if row.number is not None:
            yield _rect("rest", _LIGHT.rest, top, room)
            if row.number > 0:
                yield _rect("bar", _LIGHT.bar, top, max(2, room * row.number / most))


def _text(x: int, y: int, anchor: str, words: str) -> str:
    return (
        f'<text class="text" x="{x}" y="{y}" text-anchor="{anchor}"'
        f' fill="{_LIGHT.text}">{escape(words)}</text>'
    )


def _rect(name: str, colour: str, top: int, width: float) -> str:
    return (
        f'<rect class="{name}" x="{MARGIN}" y="{top}" width="{width:.1f}"'
        f' height="{BAR}" rx="4" fill="{colour}"/>'
    )


def shortened(label: str) -> str:
    """Give a label that fits beside a number."""
    if len(label) <= LONGEST_LABEL:
        return label
    return f"{label[: LONGEST_LABEL - 1].rstrip()}…"
