"""A file is written whole or not at all, and never over another by accident."""

import pytest

from groepsaanbod.saving import write_new, write_over


def test_a_new_file_never_stands_over_another(tmp_path):
    path = tmp_path / "map/nieuw.yaml"
    write_new(path, "titel: één\n")

    assert path.read_bytes() == "titel: één\n".encode()
    with pytest.raises(FileExistsError):
        write_new(path, "titel: twee\n")
    write_over(path, "titel: drie\n")
    assert path.read_bytes() == b"titel: drie\n"


def test_what_could_not_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(OSError, match="weg"):
        write_over(tmp_path / "weg.yaml", "titel: x\n")
    assert list(tmp_path.iterdir()) == []
