"""The documents say what is so."""

import re
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.cli import COMMANDS
from groepsaanbod.forms import with_field_guide
from groepsaanbod.loading import Folders, load

PROJECT = Path(__file__).parent.parent
HACKING = PROJECT.joinpath("HACKING.md").read_text("utf-8")
MAKEFILE = PROJECT.joinpath("Makefile").read_text("utf-8")
DOCUMENTS = (
    *("README.md", "BIJDRAGEN.md", "HACKING.md", "CONTRIBUTING.md"),
    "docs/coordinator.md",
)


def test_the_field_guide_in_bijdragen_is_current():
    live = load(Folders(PROJECT / "offers", PROJECT / "region"), TODAY).catalogue
    assert live is not None
    document = PROJECT.joinpath("BIJDRAGEN.md").read_text("utf-8")

    assert document == with_field_guide(document, live.vocabulary), "run: make schema"


def test_a_document_without_the_marks_is_refused(vocabulary):
    with pytest.raises(ValueError, match="marks"):
        with_field_guide("# Iets anders\n", vocabulary)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_stands_in_hacking(command):
    assert re.search(rf"groepsaanbod [^`]*\b{command}\b", HACKING)


@pytest.mark.parametrize(
    "target", re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE)
)
def test_each_make_target_stands_in_a_document(target):
    texts = [PROJECT.joinpath(name).read_text("utf-8") for name in DOCUMENTS]

    assert any(f"make {target}" in text for text in texts)


def test_each_module_stands_in_hacking_and_in_the_map_of_the_package():
    package = PROJECT / "plugins/groepsaanbod"
    names = {
        path.stem
        for path in package.iterdir()
        if not path.name.startswith("__") and (path.suffix == ".py" or path.is_dir())
    }
    rows = set(re.findall(r"^\| `(\w+)/?` \|", HACKING, re.MULTILINE))
    lines = package.joinpath("__init__.py").read_text("utf-8")

    assert names <= rows
    assert names == set(re.findall(r"^    (\w+)  ", lines, re.MULTILINE))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_link_to_a_file_finds_it(name):
    text = PROJECT.joinpath(name).read_text("utf-8")

    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text):
        place = PROJECT.joinpath(name).parent / target
        assert place.exists(), f"{name}: {target}"


def test_the_continuous_integration_calls_make_test_and_nothing_else():
    lines = PROJECT.joinpath(".ci/run").read_text("utf-8").splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == [
        "set -eu",
        'cd "$(dirname "$0")/.."',
        "exec make test",
    ]
