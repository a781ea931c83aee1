"""The made-up region of ``data/good``: folders, words, a catalogue, built, opened."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import expect, sync_playwright

import worked
from builders import TODAY
from chromium import ARGUMENTS, PHONE, executable
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders, load

TESTS = Path(__file__).parent

# How long something takes is for the benches; a busy machine is no mistake.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
expect.set_options(timeout=20_000)


MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
ROOM = 2**31


def pytest_configure():
    """Let tests write in memory, if it has room for 2 GB.

    They build some 200 sites of 400 files each; on a disk that takes a minute more.
    """
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """What builds keep, they keep for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def good():
    data = TESTS / "data/good"
    return Folders(data / "offers", data / "region", data / "content")


@pytest.fixture(scope="session")
def catalogue(good):
    loaded = load(good, TODAY)
    assert loaded.problems == ()
    return loaded.catalogue


@pytest.fixture(scope="session")
def vocabulary(catalogue):
    return catalogue.vocabulary


@pytest.fixture(scope="session")
def worked_catalogue():
    """The region that was worked out by hand."""
    return load(worked.FOLDERS, worked.DAY).catalogue


@pytest.fixture(scope="session")
def site(good, tmp_path_factory):
    output = tmp_path_factory.mktemp("site") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(TESTS.parent)
        building.build(
            Plan(
                folders=good,
                content=good.content,
                output=output,
                settings=TESTS.parent / "pelicanconf.py",
                today=str(TODAY),
            )
        )
    return output


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        path = executable(playwright, light=True)
        assert path, "Er is geen Chromium; installeer die met: apt install chromium"
        started = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        yield started
        started.close()


@pytest.fixture
def open_page(browser):
    """Open pages, each in a context of its own, and hear everything they do."""
    contexts = []

    def open_page(address, viewport=PHONE, **options):
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = context.new_page()
        page.heard = []
        page.asked = []
        page.on("console", lambda said: page.heard.append(said.text))
        # Of a page that is no HTML a browser asks for this by itself, once.
        context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on(
            "dialog", lambda dialog: (page.heard.append("dialog"), dialog.dismiss())
        )
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def real_day_is_today(monkeypatch):
    """Whatever day it is where the tests run, commands take it for ``TODAY``."""
    monkeypatch.setattr("groepsaanbod.cli.saying.real_day", lambda: TODAY)
