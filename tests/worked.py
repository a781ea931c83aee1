"""The worked region of ``data/worked``: its folders, its day, and what was expected."""

from datetime import date
from pathlib import Path

from groepsaanbod.loading import Folders

DATA = Path(__file__).parent / "data/worked"
FOLDERS = Folders(DATA / "offers", DATA / "region")
DAY = date(2026, 11, 23)


def expected(name):
    """Give the rows of a file that was written by hand, without their reasons."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    without_reasons = (line.partition("#")[0].strip() for line in lines)
    return [
        tuple(cell.strip() for cell in line.split("|"))
        for line in without_reasons
        if line
    ]


def listed(cell):
    """Give what stands in a cell: words with commas, or a dash for none."""
    return () if cell == "-" else tuple(cell.split(", "))
