"""Bars as SVG: what is drawn, how long, and that it reads in light and dark."""

import re
from xml.etree import ElementTree as ET

import pytest

from groepsaanbod.charts import LONGEST_LABEL, MARGIN, WIDTH, Bar, bars, shortened

SVG = "{http://www.w3.org/2000/svg}"
ROWS = (
    Bar("oktober 2026", "1.041", 1041),
    Bar("september 2026", "0", 0),
    Bar("augustus 2026", "onbekend", None),
    Bar("juli 2026", "347", 347),
)


def drawn(rows, title="Bezoek per maand"):
    """Give the drawing as a tree; it is XML that any reader takes."""
    return ET.fromstring(bars(title, rows))  # noqa: S314 - our own words


def lengths(tree, name):
    return [
        float(each.get("width"))
        for each in tree.iter(f"{SVG}rect")
        if each.get("class") == name
    ]


def test_a_bar_is_as_long_as_its_share_of_the_longest():
    tree = drawn(ROWS)

    assert lengths(tree, "bar") == [336, 112]
    assert lengths(tree, "rest") == [336, 336, 336]
    assert [each.text for each in tree.iter(f"{SVG}text")] == [
        *("oktober 2026", "1.041", "september 2026", "0"),
        *("augustus 2026", "onbekend", "juli 2026", "347"),
    ]


def test_a_small_number_is_still_to_be_seen():
    assert lengths(drawn([Bar("a", "1", 1), Bar("b", "9.999", 9999)]), "bar") == [
        2,
        336,
    ]


def test_nothing_but_zeros_or_nothing_at_all_can_be_drawn():
    assert lengths(drawn([Bar("a", "0", 0)]), "bar") == []
    assert lengths(drawn([]), "bar") == []


def test_it_says_what_it_is_of():
    tree = drawn(ROWS)

    assert tree.get("role") == "img"
    assert tree.find(f"{SVG}title").text == "Bezoek per maand"


def test_words_of_partners_are_words():
    tree = drawn([Bar("</text><script>x</script>", "&lt;", 1)], title="<b>&")

    assert not list(tree.iter(f"{SVG}script"))
    assert tree.find(f"{SVG}title").text == "<b>&"


def test_a_long_label_leaves_room_for_the_number():
    long = "Stichting voor alle ouders en kinderen van de hele regio"

    assert shortened(long) == "Stichting voor alle ouders en…"
    assert len(shortened("x" * 99)) == LONGEST_LABEL
    assert shortened("Kort") == "Kort"


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_and_bars_stand_out_in_light_and_dark(scheme):
    text = bars("Bezoek", ROWS)
    found = (
        {
            name: re.search(rf'class="{name}"[^>]*fill="(#\w+)"', text)[1]
            for name in NAMES
        }
        if scheme == "light"
        else {name: re.search(rf"\.{name} {{ fill: (#\w+)", text)[1] for name in NAMES}
    )

    assert contrast(found["text"], found["card"]) >= 7
    assert contrast(found["bar"], found["card"]) >= 3
    assert contrast(found["bar"], found["rest"]) >= 3


NAMES = ("card", "text", "bar", "rest")


@pytest.mark.parametrize(
    ("policy", "dark"),
    [
        ("default-src 'none'; img-src 'self' data:", "#13262b"),
        ("default-src 'self'; style-src 'self'; img-src 'self' data:", "#13262b"),
    ],
)
def test_a_browser_shows_it_in_a_page_without_inline_styles(
    tmp_path, open_page, policy, dark
):
    tmp_path.joinpath("bars.svg").write_text(bars("Bezoek", ROWS), encoding="utf-8")
    tmp_path.joinpath("page.html").write_text(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<img src="bars.svg" alt="">',
        encoding="utf-8",
    )
    page = open_page(f"file://{tmp_path}/page.html", color_scheme="dark")

    assert page.heard == []
    assert page.evaluate("document.images[0].naturalWidth") == WIDTH
    assert corner(page) == dark


def corner(page):
    """Give the colour of the picture's card, where nothing is drawn upon it."""
    box = page.locator("img").bounding_box()
    shot = page.screenshot(
        clip={"x": box["x"] + MARGIN / 2, "y": box["y"] + 60, "width": 1, "height": 1}
    )
    return page.evaluate(
        """async (bytes) => {
            const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const canvas = new OffscreenCanvas(1, 1).getContext("2d");
            canvas.drawImage(picture, 0, 0);
            const rgb = [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
            return "#" + rgb.map((each) => each.toString(16).padStart(2, "0")).join("");
        }""",
        list(shot),
    )
