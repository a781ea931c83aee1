"""Two thousand broken files: no exception, and every problem has its place."""

import time
from random import Random

import pytest

from mutations import BREAKS, Attacked, broken_files


def test_no_broken_file_does_harm():
    attacked = Attacked.good_region()
    for raw in broken_files(2000, seed=20261124):
        attacked.check(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"\n" * 63_000,
        b"# \n" * 20_000,
        b"doelgroep: [" + b", ".join(b"oud%d" % n for n in range(7000)) + b"]",
        b"".join(b"titel%d: x\n" % n for n in range(4900)),
        b"titel: x\n" * 4900,
        b"- " * 30_000,
        b"a: " + b"[" * 60_000,
        b"? " + b"a" * 60_000,
        b"titel: 9" + b":59" * 20_000,
        b"beschrijving: |\n  [x]:" + b"\n   " * 900,
    ],
)
def test_the_slowest_files_do_not_keep_anybody_waiting(raw):
    began = time.perf_counter()
    Attacked.good_region().check(raw)

    assert time.perf_counter() - began < 3


def test_the_same_seed_gives_the_same_files():
    assert list(broken_files(20, seed=1)) == list(broken_files(20, seed=1))
    assert list(broken_files(20, seed=1)) != list(broken_files(20, seed=2))


@pytest.mark.parametrize("each", BREAKS)
def test_each_way_to_break_a_file_can_stand_an_empty_one(each):
    for seed in range(20):
        assert isinstance(each(b"", Random(seed)), bytes)  # noqa: S311 - no secret
