"""One sheet of paper as a value: its words, and how large they may be to fit on it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil

from groepsaanbod.site import Site
from groepsaanbod.views import PosterBlock, PosterView

COLUMNS_FROM = 4
"""So many blocks stand in two columns, each of a few words; fewer are longer."""

# Sizes of letters and measures are in hundredths of a sheet's width, as in poster.css.
TITLE_SIZES = {"short": 10.5, "medium": 7.6, "long": 6, "longest": 5.2}
TEXT_SIZES = {"roomy": 2.9, "full": 2.5, "packed": 2.2, "tight": 1.9, "crammed": 1.6}
FLYER_SIZES = {"roomy": 2.5, "full": 2.1, "packed": 1.8, "crammed": 1.55}
LEAD_SIZE = 3.1
FLYER_LEAD_SIZE = 2.4
FLYER_SHARE = 0.58
"""Of a title on a flyer, of its size on a poster."""
LONGEST_TITLES = {"short": 24, "medium": 50, "long": 80}
"""In characters, for each size."""
ROOM = 86
"""The height of a sheet without its margins, the name of the site and a low drawing."""
WIDTH = 80
"""How wide the title may be, and the blocks: the rest is for the code."""
WIDTH_OF_BLOCKS = 60
ROOM_OF_FLYER = 48
WIDTH_OF_FLYER = 54

# Of the size of the letters themselves.
LETTER = 0.52
"""The width of one, on average."""
LINE = 1.35
LINE_OF_TITLE = 1.1
INDENT = 3
"""What a line loses to its icon and at its end."""


def poster(  # noqa: PLR0913 - a sheet holds this much
    site: Site,
    path: str,
    title: str,
    lead: str,
    blocks: Iterable[PosterBlock],
    *,
    shorter: Iterable[PosterBlock] = (),
    icon: str,
    eyebrow: str,
    scan: str,
    foot: str = "",
) -> PosterView:
    """Give the sheet that leads to a page; blocks without lines are left out.

    Where even small letters do not make the blocks fit, the ``shorter`` ones do.
    """
    title_size = _size_of_title(title)
    size = TITLE_SIZES[title_size]
    room = (
        ROOM
        - _height(title, size, LINE_OF_TITLE, WIDTH)
        - _height(lead, LEAD_SIZE, LINE, WIDTH)
    )
    room_of_flyer = (
        ROOM_OF_FLYER
        - _height(title, FLYER_SHARE * size, LINE_OF_TITLE, WIDTH_OF_FLYER)
        - _height(lead, FLYER_LEAD_SIZE, LINE, WIDTH_OF_FLYER)
    )
    filled = [each for each in blocks if each.lines]
    columns = 2 if len(filled) >= COLUMNS_FROM else 1
    if shorter and _height_of(filled, columns, min(TEXT_SIZES.values())) > room:
        filled = [each for each in shorter if each.lines]
    address = f"{site.address}{path}"
    return PosterView(
        eyebrow=eyebrow,
        title=title,
        lead=lead,
        icon=icon,
        blocks=filled,
        scan=scan,
        address=address,
        address_words=address.removeprefix("https://").rstrip("/"),
        foot=foot,
        title_size=title_size,
        text_size=_largest(
            TEXT_SIZES, lambda size: _height_of(filled, columns, size) <= room
        ),
        flyer_size=_largest(
            FLYER_SIZES, lambda size: _height_on_flyer(filled, size) <= room_of_flyer
        ),
        columns=columns,
    )


def _size_of_title(title: str) -> str:
    sizes = (size for size, most in LONGEST_TITLES.items() if len(title) <= most)
    return next(sizes, "longest")


def _largest(sizes: Mapping[str, float], fits: Callable[[float], bool]) -> str:
    """Give the first size that fits, else the last."""
    fitting = (name for name, size in sizes.items() if fits(size))
    return next(fitting, [*sizes][-1])


def _height(words: str, size: float, line: float, width: float) -> float:
    """Estimate how high a title or sentence is, in lines of ``line`` letters high."""
    return ceil(len(words) * LETTER * size / width) * line * size


def _height_of(blocks: Sequence[PosterBlock], columns: int, size: float) -> float:
    """Estimate how high the blocks are in letters of a size."""
    letters = (WIDTH_OF_BLOCKS / columns / size - INDENT) / LETTER
    lines = sum(
        # A heading and what is between two blocks take as much as two lines.
        2 + sum(ceil(len(words) / letters) for line in block.lines for words in line)
        for block in blocks
    )
    return lines * LINE * size / columns


def _height_on_flyer(blocks: Sequence[PosterBlock], size: float) -> float:
    """Estimate the same on a flyer, where a note stands behind its text."""
    letters = WIDTH_OF_FLYER / size / LETTER
    lines = sum(
        2 + sum(ceil(len(" ".join(line)) / letters) for line in block.lines)
        for block in blocks
    )
    return lines * LINE * size
