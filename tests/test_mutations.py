"""Two thousand broken files: no exception, and every problem has its place."""

from random import Random

import pytest

from folders import attack
from mutations import BREAKS, SLOWEST_FILES, Attacked, broken_files


def test_no_broken_file_does_harm():
    attacked = Attacked.good_region()
    for raw in broken_files(2000, seed=20261124):
        attacked.check(raw)


@pytest.mark.parametrize("raw", SLOWEST_FILES)
def test_the_slowest_files_do_no_harm(raw):
    Attacked.good_region().check(raw)


@pytest.mark.parametrize("seed", range(25))
def test_no_folder_does_harm(tmp_path, seed):
    attack(tmp_path, Random(seed))  # noqa: S311 - no secret


def test_the_same_seed_gives_the_same_files():
    assert list(broken_files(20, seed=1)) == list(broken_files(20, seed=1))
    assert list(broken_files(20, seed=1)) != list(broken_files(20, seed=2))


@pytest.mark.parametrize("each", BREAKS)
def test_each_way_to_break_a_file_can_stand_an_empty_one(each):
    for seed in range(20):
        assert isinstance(each(b"", Random(seed)), bytes)  # noqa: S311 - no secret
