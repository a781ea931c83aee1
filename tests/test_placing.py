"""What grows in a new site: files, links to old ones, and their folders."""

import pytest

from groepsaanbod.placing import NewSite


@pytest.fixture
def new(tmp_path):
    tmp_path.joinpath("new").mkdir()
    return NewSite(tmp_path / "new")


@pytest.fixture
def old(tmp_path):
    """Give two files of an old site."""
    found = [tmp_path / "one", tmp_path / "other"]
    for path in found:
        path.write_text(path.name, encoding="utf-8")
    return list(map(str, found))


def test_a_file_gets_the_folders_it_stands_in(tmp_path, new):
    new.write("a/b/c.txt", (b"twee ", b"stukken\r\n"))
    new.write_text("a/d.txt", "één\r\n")

    assert tmp_path.joinpath("new/a/b/c.txt").read_bytes() == b"twee stukken\r\n"
    assert tmp_path.joinpath("new/a/d.txt").read_bytes() == "één\r\n".encode()


def test_no_file_is_written_twice(new):
    new.write_text("a.txt", "een")

    with pytest.raises(FileExistsError):
        new.write_text("a.txt", "twee")


def test_files_from_elsewhere_are_the_same_files(tmp_path, new, old):
    assert new.link(old, ("a/one", "b/other"))
    assert tmp_path.joinpath("new/a/one").samefile(tmp_path / "one")
    assert tmp_path.joinpath("new/b/other").samefile(tmp_path / "other")


def test_if_one_cannot_be_linked_none_is(tmp_path, new, old):
    new.write_text("b/other", "er is al iets")

    assert not new.link(old, ("a/one", "b/other"))
    assert not tmp_path.joinpath("new/a/one").exists()
    assert tmp_path.joinpath("new/b/other").read_text("utf-8") == "er is al iets"
