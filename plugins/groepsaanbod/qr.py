"""An address as a QR code: the path of a drawing, for the camera of a phone."""

import re
from dataclasses import dataclass

import segno

QUIET_ZONE = 4
"""Light squares around a code, by which a camera finds it."""
MASK = 4
"""Which of the eight masks hides a code's large spots. Choosing the best each time
takes four times as long as all the rest, and readers read any."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in squares; ``path`` strokes its dark ones, row by row, one high."""

    side: int
    """How many squares it is wide and high, with the quiet zone."""
    path: str


def code(address: str) -> Code:
    """Give the code of an address, of which 15 in 100 squares may get lost.

    Raises ValueError when it is too long for a code: over 2,331 bytes.
    """
    # Said beforehand, mode and encoding need not be found by trying each.
    made = segno.make_qr(
        address,
        error="m",
        mode="byte",
        mask=MASK,
        encoding="utf-8",
        boost_error=False,
    )
    return Code(len(made.matrix) + 2 * QUIET_ZONE, _path(made.matrix))


def _path(rows: tuple[bytearray, ...]) -> str:
    """Give the runs of dark squares, each from where the one before it ended."""
    parts = [f"M{QUIET_ZONE} {QUIET_ZONE}.5"]
    x, y = 0, 0
    for row, squares in enumerate(rows):
        for run in _DARK(squares):
            start, end = run.span()
            parts.append(f"m{start - x} {row - y}h{end - start}")
            x, y = end, row
    return "".join(parts)


_DARK = re.compile(b"\x01+").finditer
