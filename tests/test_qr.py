import re

import pytest
import zxingcpp

from groepsaanbod.qr import QUIET_ZONE, code

ADDRESS = "https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/"
SIZE = 3
"""How many pixels a square gets."""


def squares(made):
    """Follow the path, as whatever draws it does: rows of dark squares from 0."""
    start, rest = re.fullmatch(
        r"M(\d+ \d+\.5)((?:m-?\d+ \d+h\d+)+)", made.path
    ).groups()
    x, y = map(float, start.split())
    dark = set()
    for right, down, run in re.findall(r"m(-?\d+) (\d+)h(\d+)", rest):
        x, y = x + int(right), y + int(down)
        dark |= {(int(x) + each, int(y)) for each in range(int(run))}
        x += int(run)
    return dark


def picture(made):
    dark = squares(made)
    pixels = bytes(
        0 if (x // SIZE, y // SIZE) in dark else 255
        for y in range(made.side * SIZE)
        for x in range(made.side * SIZE)
    )
    return memoryview(pixels).cast("B", (made.side * SIZE, made.side * SIZE))


@pytest.mark.parametrize(
    "address",
    [
        "https://a.nl/",
        ADDRESS,
        f"https://groepsaanbod.example.nl/aanbod/{'a' * 80}/{'b' * 80}/",
    ],
)
def test_what_is_drawn_reads_as_the_address_and_may_lose_15_percent(address):
    read = zxingcpp.read_barcode(picture(code(address)))

    assert read.text == address
    assert read.format == zxingcpp.BarcodeFormat.QRCode
    assert read.ec_level == "M"


def test_four_squares_on_each_side_stay_light():
    made = code(ADDRESS)
    dark = squares(made)

    assert QUIET_ZONE == 4
    for axis in (0, 1):
        places = {each[axis] for each in dark}
        assert (min(places), max(places)) == (4, made.side - 5)


def test_the_same_address_gives_the_same_code():
    assert code(ADDRESS) == code(ADDRESS)


def test_an_address_that_is_too_long_has_no_code():
    with pytest.raises(ValueError, match="too long"):
        code("https://a.nl/" + "a" * 2400)
