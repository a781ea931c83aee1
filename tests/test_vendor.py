"""What others made is listed with its licence and is what the list says it is."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PARTS = tomllib.loads(PROJECT.joinpath("theme/vendor.toml").read_text("utf-8"))["part"]
FOLDERS = ("theme/static/vendor", "theme/templates/vendor", "tests/vendor")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["name"])
def test_each_part_is_the_version_that_the_list_names(part):
    assert part["version"]
    assert part["source"]
    assert part["licence"] in {"BSD-3-Clause", "EUPL-1.2", "MIT", "OFL-1.1", "MPL-2.0"}
    assert any("LICENSE" in Path(file).name.upper() for file in part["files"])
    for file, expected in part["files"].items():
        found = hashlib.sha256(PROJECT.joinpath(file).read_bytes()).hexdigest()
        assert found == expected, file


def test_every_vendored_file_is_on_the_list():
    listed = {file for part in PARTS for file in part["files"]}
    found = {
        path.relative_to(PROJECT).as_posix()
        for folder in FOLDERS
        for path in PROJECT.joinpath(folder).rglob("*")
        if path.is_file()
    }

    assert found == listed


def test_every_dependency_is_pinned_with_a_hash():
    for name in ("site", "dev"):
        text = PROJECT.joinpath(f"requirements/{name}.txt").read_text("utf-8")
        pins = re.findall(r"^([a-z0-9][\w.-]*)==(\S+)(.*)$", text, re.MULTILINE)
        blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
        assert len(pins) == len(blocks)
        assert all("--hash=sha256:" in block for block in blocks)


def test_both_locks_name_the_same_versions():
    pins = [
        dict(
            re.findall(
                r"^([a-z0-9][\w.-]*)==(\S+)",
                PROJECT.joinpath(f"requirements/{name}.txt").read_text("utf-8"),
                re.MULTILINE,
            )
        )
        for name in ("site", "dev")
    ]

    assert pins[0].items() <= pins[1].items()
