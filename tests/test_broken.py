"""A file per mistake, beside exactly what it makes us say; a new pair is a new test."""

import shutil
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.loading import Folders, check_file, load

BROKEN = Path(__file__).parent / "data/broken"
NAMES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_to_its_partner(good, monkeypatch, name):
    monkeypatch.chdir(BROKEN)
    found = check_file(good, Path(f"{name}.yaml"), TODAY).problems

    said = "".join(f"{each}\n" for each in found)
    assert said
    assert said == BROKEN.joinpath(f"{name}.txt").read_text("utf-8")


QUESTIONS = BROKEN / "vragen"


@pytest.mark.parametrize("name", sorted(path.stem for path in QUESTIONS.glob("*.md")))
def test_a_mistake_in_a_question_is_told_to_the_coordinator(good, monkeypatch, name):
    monkeypatch.chdir(QUESTIONS)
    found = check_file(good, Path(f"{name}.md"), TODAY).problems

    said = "".join(f"{each}\n" for each in found)
    assert said
    assert said == QUESTIONS.joinpath(f"{name}.txt").read_text("utf-8")


FOR_THE_REPORTS = (
    *("afstemming", "bevolking", "doelen", "eigenaren", "normen", "vraagcijfers"),
)
"""Files of the region; each has a folder with broken ones."""


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (file, path.stem)
        for file in FOR_THE_REPORTS
        for path in sorted((BROKEN / file).glob("*.yaml"))
    ],
)
def test_a_mistake_in_a_file_for_the_reports_is_told_to_the_coordinator(
    good, tmp_path, monkeypatch, file, name
):
    shutil.copytree(good.region, tmp_path / "region")
    shutil.copy(BROKEN / file / f"{name}.yaml", tmp_path / f"region/{file}.yaml")
    monkeypatch.chdir(tmp_path)
    found = load(Folders(good.offers, Path("region")), TODAY).problems

    said = "".join(f"{each}\n" for each in found)
    assert said
    assert said == BROKEN.joinpath(file, f"{name}.txt").read_text("utf-8")


def test_each_sentence_belongs_to_a_file():
    for folder in (BROKEN / file for file in FOR_THE_REPORTS):
        assert {path.stem for path in folder.glob("*.txt")} == {
            path.stem for path in folder.glob("*.yaml")
        }
    assert {path.stem for path in BROKEN.glob("*.txt")} == {
        path.stem for path in BROKEN.glob("*.yaml")
    }
    assert {path.stem for path in QUESTIONS.glob("*.txt")} == {
        path.stem for path in QUESTIONS.glob("*.md")
    }


def test_all_mistakes_of_a_file_are_told_at_once_from_top_to_bottom():
    said = BROKEN.joinpath("twaalf-fouten.txt").read_text("utf-8").splitlines()
    lines = [int(each.split(":")[1]) for each in said]

    assert len(lines) == 13
    assert lines == sorted(lines)
