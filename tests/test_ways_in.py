"""What comes in by other ways than offers does no harm either, however it is broken."""

import time
from random import Random

import pytest

from chromium import PHONE
from limits import TooSlowError, within
from search_site import served
from visitors import Visitor
from ways_in import WAYS_IN


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("seed", range(15))
def test_nothing_that_comes_in_does_harm(tmp_path, way_in, seed):
    way_in(tmp_path, Random(seed))  # noqa: S311 - the same each time


def test_no_link_storage_or_file_makes_a_page_do_what_it_should_not(
    browser, site, tmp_path
):
    with served(site, tmp_path / "site") as address:
        page = browser.new_page(viewport=PHONE)
        visitor = Visitor(page, address)
        for seed in range(30):
            visitor.attack(Random(seed))  # noqa: S311 - idem
        page.close()


def test_what_never_ends_is_stopped():
    with pytest.raises(TooSlowError):
        _for_ever()


def _for_ever():
    with within(0.05):
        while True:
            pass


def test_what_waits_for_others_is_not_too_slow():
    with within(0.05):
        time.sleep(0.1)
