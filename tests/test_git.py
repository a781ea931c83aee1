"""Git is asked within bounds, and about the repository that was meant."""

from pathlib import Path

import pytest

from groepsaanbod import git
from repository import OFFER, Repository


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "project")
    made.commit("2026-02-01")
    return made


def test_it_answers_without_the_end_of_the_line(repository):
    found = git.ask(repository.folder, "rev-parse", "--show-toplevel")

    assert Path(found) == repository.folder


def test_what_it_cannot_answer_it_says(repository):
    with pytest.raises(git.NoAnswerError, match="single revision"):
        git.ask(repository.folder, "rev-parse", "--verify", "nergens")


def test_another_repository_in_the_surroundings_is_not_asked(
    repository, tmp_path, monkeypatch
):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elders"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "elders"))

    assert git.ask(repository.folder, "rev-parse", "--is-inside-work-tree") == "true"


def test_files_are_listed_and_read_by_their_objects(repository):
    commit = repository.git("rev-parse", "HEAD")
    found = git.entries(repository.folder, commit, "offers/welzijn-waterland")
    (coffee,) = [each for each in found if each.path == OFFER]
    raw = repository.path(OFFER).read_bytes()

    assert (coffee.is_plain, coffee.size) == (True, len(raw))
    assert git.contents(repository.folder, found)[coffee.name] == raw
    assert git.contents(repository.folder, []) == {}


def test_an_answer_that_is_too_long_is_none(repository, monkeypatch):
    commit = repository.git("rev-parse", "HEAD")
    found = git.entries(repository.folder, commit, "offers")

    monkeypatch.setattr(git, "MOST_FILES", len(found) - 1)
    with pytest.raises(git.NoAnswerError):
        git.entries(repository.folder, commit, "offers")
    monkeypatch.setattr(git, "MOST_BYTES", sum(each.size for each in found) - 1)
    with pytest.raises(git.NoAnswerError):
        git.contents(repository.folder, found)


def test_git_is_given_a_minute_and_no_more(repository, monkeypatch, tmp_path):
    sleeper = tmp_path / "bin/git"
    sleeper.parent.mkdir()
    sleeper.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    sleeper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{sleeper.parent}:/usr/bin:/bin")
    monkeypatch.setattr(git, "SECONDS", 0.2)

    with pytest.raises(git.NoAnswerError):
        git.ask(repository.folder, "status")
