"""Breaks valid files in many ways, and says what must hold of whatever comes out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from builders import TODAY
from groepsaanbod.advice import advise, advise_beside_the_others
from groepsaanbod.catalogue import Catalogue, Offer
from groepsaanbod.loading import Folders, load
from groepsaanbod.model import OfferFile
from groepsaanbod.pages.offer import offers
from groepsaanbod.pages.shown import Shown
from groepsaanbod.problems import Problem
from groepsaanbod.reading import read_record
from groepsaanbod.rules import Checked, check_beside_the_others, check_rules
from groepsaanbod.source import read

GOOD = Path(__file__).parent / "data/good"
MOST_BREAKS = 3

# fmt: off
_NASTY_WORDS = (
    "&a ", "*a ", "!!str ", "!!python/object/apply:os.system ", "!", "<<: *a\n",
    "{", "}", "[", "]", ",", ":", ": ", "- ", "? ", "|", ">", "#", "%", "@", "`",
    "'", '"', "\\", '"\\u202e"', '"\\x00"', "\t", "\n\t", "\n", "\r", "\n\n", " ",
    "---\n", "\n---\n", "...\n", "%YAML 9.9\n", "\0", "\x1b[2J", "\x85", "\u2028",
    "\u202e", "\u200b", "\ufeff", "\ud800", "\udfff", "\U0010ffff", "\U000e0041",
    "9" * 400, "-0", "1e999", ".inf", "0x", "0o9", "13:30", "2026-02-31", "~",
    "null", "no", "ja", "", "titel: ", "groepen: []\n", "start: 2027-01-12\n",
    "[" * 30, "{a: " * 30, "- " * 30, "x" * 5000, "![x](", "](javascript:", "<b>",
    "leeftijd: {van: 99, tot_en_met: zwangerschap}\n", "\u0663", "\u0130", "\ufb01",
    "problemat\u0131ek \u017flapen", "PROBLEMATIEK GRATIS KOSTELOOS",
)
_NASTY_BYTES = (
    b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xfe\xff",
)
# fmt: on
NASTY = (
    *(each.encode("utf-8", "surrogatepass") for each in _NASTY_WORDS),
    *_NASTY_BYTES,
)

Break = Callable[[bytes, Random], bytes]


def flip_a_byte(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    byte = chance.choice((chance.randrange(256), chance.randrange(32, 127)))
    return raw[:at] + bytes([byte]) + raw[at + 1 :]


def cut_a_piece(raw: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:start] + raw[min(end, start + chance.choice((1, 10, 1000))) :]


def double_a_piece(raw: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:end] + raw[start:end] + raw[end:]


def put_in_something_nasty(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(NASTY) + raw[at:]


def put_something_nasty_for_a_value(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    name, colon, _ = lines[at].partition(b": ")
    lines[at] = name + colon + chance.choice(NASTY)
    return b"\n".join(lines)


def swap_two_lines(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    one, other = (chance.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def leave_out_a_line(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def double_a_line(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    line = chance.choice(lines)
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def indent_a_line(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.randrange(8) + lines[at].lstrip()
    return b"\n".join(lines)


BREAKS: tuple[Break, ...] = (
    flip_a_byte,
    cut_a_piece,
    double_a_piece,
    put_in_something_nasty,
    put_something_nasty_for_a_value,
    swap_two_lines,
    leave_out_a_line,
    double_a_line,
    indent_a_line,
)


def broken_files(count: int, seed: int) -> Iterator[bytes]:
    """Give this many broken files; the same ones for the same seed."""
    chance = Random(seed)  # noqa: S311 - the same each time is the point
    valid = [path.read_bytes() for path in sorted(GOOD.glob("offers/*/[!a]*.yaml"))]
    for _ in range(count):
        yield broken_file(chance.choice(valid), chance)


def broken_file(raw: bytes, chance: Random, most: int = MOST_BREAKS) -> bytes:
    """Give a file broken in one to ``most`` ways."""
    for _ in range(chance.randint(1, most)):
        raw = chance.choice(BREAKS)(raw, chance)
    return raw


SLOWEST_FILES = (
    *(b"titel: x\nbeschrijving: " + b"1. " * 700, b"beschrijving: " + b"- " * 600),
    b"\n" * 63_000,
    b"# \n" * 20_000,
    b"doelgroep: [" + b", ".join(b"oud%d" % n for n in range(7000)) + b"]",
    b"".join(b"titel%d: x\n" % n for n in range(2400)),
    b"titel: x\n" * 2400,
    b"- " * 30_000,
    b"a: " + b"[" * 60_000,
    b"? " + b"a" * 60_000,
    b"titel: 9" + b":59" * 20_000,
    b"beschrijving: |\n  [x]:" + b"\n   " * 900,
)
"""What would keep us waiting if some pattern were quadratic."""


@dataclass(frozen=True)
class Attacked:
    """The checks of one file, in a region that is right."""

    catalogue: Catalogue
    today: date = TODAY

    @classmethod
    def good_region(cls) -> "Attacked":
        """Give the made-up region of ``data/good``."""
        catalogue = load(Folders(GOOD / "offers", GOOD / "region"), TODAY).catalogue
        assert catalogue is not None
        return cls(catalogue)

    def check(self, raw: bytes) -> None:
        """Read one file as a partner's; AssertionError if what follows is not right."""
        document, problems = read("x.yaml", raw)
        assert document is not None or len(problems) == 1
        if document is not None:
            record, found = read_record(document, OfferFile, self.catalogue.vocabulary)
            assert (record is None) == bool(found)
            problems += found
            if record is not None:
                offer = Offer.placed(record, "cjg-rivierenland", "x")
                checked = Checked(offer, document, self.catalogue)
                problems += check_rules(checked)
                problems += check_beside_the_others(checked, self.today)
                if not problems:
                    self._render(offer)
                problems += advise(checked)
                problems += advise_beside_the_others(checked, self.today)
        for each in problems:
            check_problem(each, raw)

    def _render(self, offer: Offer) -> None:
        """What the check accepts, the build can show: each page in its own place."""
        alone = replace(self.catalogue, offers=(offer,))
        pages = list(offers(Shown(alone, self.today)))
        assert all(page.given for page in pages)
        assert len(pages) == len({page.file for page in pages})


def check_problem(problem: Problem, raw: bytes) -> None:
    """A problem has its place in the file, and a sentence that any terminal shows."""
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert 1 <= problem.line <= lines, problem
    assert problem.column >= 1, problem
    assert problem.message, problem
    assert "{}" not in problem.message, problem
    said = str(problem)
    assert len(said.encode("utf-8")) < LONGEST_SENTENCE, problem
    assert said.isprintable(), problem


LONGEST_SENTENCE = 4000
