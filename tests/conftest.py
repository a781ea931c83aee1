"""The made-up region of ``data/good``, as folders, as words, as a catalogue, built."""

from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders, load

TESTS = Path(__file__).parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """What builds keep, they keep for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def good():
    return Folders(TESTS / "data/good/offers", TESTS / "data/good/region")


@pytest.fixture(scope="session")
def catalogue(good):
    loaded = load(good, TODAY)
    assert loaded.problems == ()
    return loaded.catalogue


@pytest.fixture(scope="session")
def vocabulary(catalogue):
    return catalogue.vocabulary


@pytest.fixture(scope="session")
def site(good, tmp_path_factory):
    output = tmp_path_factory.mktemp("site") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(TESTS.parent)
        building.build(
            Plan(
                folders=good,
                content=good.offers.parent / "content",
                output=output,
                settings=TESTS.parent / "pelicanconf.py",
                today=str(TODAY),
            )
        )
    return output
