"""What changed is read back as a program wrote it, or warned of."""

import json
import shutil

import pytest

from builders import TODAY
from groepsaanbod.changed import Changes
from groepsaanbod.loading import Folders, load
from groepsaanbod.loading.planning import CHANGES_FILE, MOST_BYTES_OF_CHANGES
from groepsaanbod.problems import Severity

CHANGES = Changes(made_on=TODAY, periods=())


@pytest.fixture
def folders(good, tmp_path):
    shutil.copytree(good.region, tmp_path / "region")
    return Folders(good.offers, tmp_path / "region")


def said(loaded, folders):
    return [
        (each.severity, str(each).replace(str(folders.region), "region"))
        for each in loaded.problems
    ]


def test_without_the_file_nobody_worked_it_out(folders):
    loaded = load(folders, TODAY)

    assert loaded.problems == ()
    assert loaded.catalogue.planning.changes is None


def test_what_was_written_is_read_back(folders):
    folders.region.joinpath(CHANGES_FILE).write_text(CHANGES.as_text(), "utf-8")
    loaded = load(folders, TODAY)

    assert loaded.problems == ()
    assert loaded.catalogue.planning.changes == CHANGES


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b'{"gemaakt_op": 1, "perioden": []}',
        b'{"gemaakt_op": "2026-11-24T00:00", "perioden": []}',
        b'{"gemaakt_op": "2026-11-24", "perioden": [], "meer": 1}',
        b'{"gemaakt_op": "2026-11-24", "perioden": [{}]}',
        b'{"gemaakt_op": "2026-11-24", "perioden": [' + b"9" * 5000 + b"]}",
        CHANGES.as_text().encode() + b" " * MOST_BYTES_OF_CHANGES,
    ],
    ids=lambda broken: broken[:50].decode("ascii", "backslashreplace"),
)
def test_a_broken_file_is_warned_of_and_the_site_goes_on(folders, broken):
    folders.region.joinpath(CHANGES_FILE).write_bytes(broken)
    loaded = load(folders, TODAY)

    assert loaded.catalogue.planning.changes is None
    assert said(loaded, folders) == [
        (
            Severity.WARNING,
            (
                "region/verandering.json:1:1: let op: dit bestand kunnen we niet lezen;"
                " maak het opnieuw met: make changes"
            ),
        )
    ]


def test_what_is_no_plain_file_is_warned_of(folders):
    folders.region.joinpath(CHANGES_FILE).symlink_to("nergens")
    loaded = load(folders, TODAY)

    assert loaded.catalogue.planning.changes is None
    assert said(loaded, folders) == [
        (
            Severity.WARNING,
            (
                "region/verandering.json:1:1: let op: dit is geen gewoon bestand;"
                " haal het weg"
            ),
        )
    ]


def test_the_file_speaks_dutch():
    assert json.loads(CHANGES.as_text()) == {
        "gemaakt_op": "2026-11-24",
        "perioden": [],
    }
