"""An address as a QR code: the path of a drawing, for the camera of a phone."""

import re
from dataclasses import dataclass

import zxingcpp

QUIET_ZONE = 4
"""Light squares around a code, by which a camera finds it."""


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
    # zxing-cpp draws with Zint and reads with ZXing; in the tests one checks the other.
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = zxingcpp.write_barcode_to_image(made)
    side, _ = image.shape
    squares = bytes(image)  # type: ignore[call-overload] # its types forget its buffer
    return Code(side, _path(squares, side))


def _path(squares: bytes, side: int) -> str:
    """Give the runs of dark squares, each from where the one before it ended."""
    parts = [f"M{QUIET_ZONE} {QUIET_ZONE}.5"]
    row, ended = QUIET_ZONE, QUIET_ZONE * side + QUIET_ZONE
    for run in _DARK(squares):
        start, end = run.span()
        here = start // side
        down = here - row
        parts.append(f"m{start - ended - down * side} {down}h{end - start}")
        row, ended = here, end
    return "".join(parts)


_DARK = re.compile(b"\x00+").finditer
