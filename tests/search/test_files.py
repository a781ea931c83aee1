"""The files of the search: what is kept for the next build changes none of them."""

from dataclasses import replace

from builders import TODAY
from groepsaanbod.keeping import Kept
from groepsaanbod.loading import load
from groepsaanbod.pages.shown import Shown
from groepsaanbod.search import files, numbering
from groepsaanbod.search.files import search_files


def test_with_what_was_kept_the_files_are_the_same(good, tmp_path, monkeypatch):
    shown = Shown.on(TODAY, load(good, TODAY).catalogue)
    whole = search_files(shown)
    for _ in range(2):
        kept = Kept(tmp_path / "kept.sqlite")
        assert search_files(shown, kept) == whole
        kept.close()
    for module, name in ((files, "offer_texts"), (numbering, "timeline")):
        monkeypatch.setattr(module, name, None)  # so that nothing is made again

    assert search_files(shown, Kept(tmp_path / "kept.sqlite")) == whole


def test_an_offer_that_came_from_no_file_is_weighed_each_time(catalogue, tmp_path):
    offers = tuple(
        each.model_copy(update={"fingerprint": ""}) for each in catalogue.offers
    )
    kept = Kept(tmp_path / "kept.sqlite")
    nameless = Shown.on(TODAY, replace(catalogue, offers=offers))

    assert search_files(nameless, kept) == search_files(nameless, kept)
