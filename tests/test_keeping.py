"""What a build keeps for the next one: never needed, never somebody else's."""

import os
import pickle
import time

import pytest

from groepsaanbod import keeping
from groepsaanbod.keeping import Kept, digest, kept_for

KEY = digest("een")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache/groepsaanbod"


def keep(output, value="waarde", key=KEY):
    kept = kept_for(output)
    kept.put("woord", key, value)
    kept.close()


def test_what_was_put_is_there_the_next_time(folder, tmp_path):
    keep(tmp_path)

    assert kept_for(tmp_path).get("woord", KEY) == "waarde"
    assert kept_for(tmp_path).get("ander woord", KEY) is None
    assert kept_for(tmp_path / "andere site").get("woord", KEY) is None
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in folder.iterdir())


def test_what_nobody_asked_for_is_forgotten(folder, tmp_path):
    keep(tmp_path)
    keep(tmp_path, key=digest("twee"))

    assert kept_for(tmp_path).get("woord", KEY) is None
    assert len(list(folder.iterdir())) == 1


def test_a_build_that_stops_keeps_what_was_kept(folder, tmp_path):
    keep(tmp_path)
    stopped = kept_for(tmp_path)
    stopped.put("woord", KEY, "half")
    del stopped

    assert folder.is_dir()
    assert kept_for(tmp_path).get("woord", KEY) == "waarde"


def test_two_builds_at_once_do_not_wait_for_each_other(folder, tmp_path):
    one, other = kept_for(tmp_path), kept_for(tmp_path)
    one.put("woord", KEY, "van een")
    other.put("woord", KEY, "van twee")
    other.close()
    one.close()

    assert folder.is_dir()
    assert kept_for(tmp_path).get("woord", KEY) == "van een"


def test_other_code_starts_anew_and_cleans_up(folder, tmp_path, monkeypatch):
    keep(tmp_path)
    monkeypatch.setattr(keeping, "_versions", lambda: b"new code")

    assert kept_for(tmp_path).get("woord", KEY) is None
    assert len(list(folder.iterdir())) == 1


def test_what_was_kept_for_a_site_that_is_long_gone_is_cleaned_up(folder, tmp_path):
    keep(tmp_path / "gone")
    (old,) = folder.iterdir()
    long_ago = time.time() - (keeping.UNUSED_DAYS + 1) * 24 * 60 * 60
    os.utime(old, (long_ago, long_ago))
    keep(tmp_path / "here")

    assert not old.exists()
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("raw", [b"no database", b"SQLite format 3\0" + b"x" * 9000])
def test_a_broken_file_is_begun_anew(folder, tmp_path, raw):
    keep(tmp_path)
    (file,) = folder.iterdir()
    file.write_bytes(raw)
    keep(tmp_path, "nieuw")

    assert kept_for(tmp_path).get("woord", KEY) == "nieuw"


class Boom:
    def __reduce__(self):
        return (divmod, (1, 0))


def test_a_value_that_cannot_be_read_is_not_there(folder, tmp_path):
    keep(tmp_path, Boom())

    assert folder.is_dir()
    assert kept_for(tmp_path).get("woord", KEY) is None


def test_a_folder_that_others_can_write_is_refused(folder, tmp_path):
    keep(tmp_path)
    folder.chmod(0o770)

    assert kept_for(tmp_path).get("woord", KEY) is None


def test_a_link_in_its_place_is_refused(folder, tmp_path):
    folder.parent.mkdir()
    folder.symlink_to(tmp_path, target_is_directory=True)
    keep(tmp_path)

    assert kept_for(tmp_path).get("woord", KEY) is None


def test_a_file_that_others_can_write_is_refused(folder, tmp_path):
    keep(tmp_path)
    (file,) = folder.iterdir()
    file.chmod(0o666)

    assert kept_for(tmp_path).get("woord", KEY) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    keep(tmp_path)

    assert kept_for(tmp_path).get("woord", KEY) is None


def test_nothing_kept_answers_nothing():
    kept = Kept()
    kept.put("woord", KEY, "waarde")
    kept.close()

    assert kept.get("woord", KEY) is None


def test_a_digest_tells_parts_apart():
    assert digest("a", "bc") != digest("ab", "c")
    assert digest("a") == digest(b"a")


def test_records_are_kept_as_they_were(catalogue):
    for offer in catalogue.offers:
        again = pickle.loads(pickle.dumps(offer))  # noqa: S301 - our own
        assert again == offer
        assert repr(again) == repr(offer)
