import json

from builders import TODAY
from groepsaanbod.filling.files import form_files, offer_files
from groepsaanbod.reports.reported import Reported


def test_the_files_say_what_is_there_and_what_is_missing(catalogue):
    texts = form_files(catalogue, Reported(catalogue, TODAY))
    beside = json.loads(texts["data/formulier/aanbod.json"])

    assert beside["partners"]["cjg-rivierenland"] == {
        "name": "CJG Rivierenland",
        "reachable": True,
    }
    kies = next(
        each for each in beside["offers"] if each["id"] == "cjg-rivierenland/kies"
    )
    offer = next(each for each in catalogue.offers if each.identity == kies["id"])
    assert kies["title"] == "KIES in de Molenwijk"
    assert kies["months"] == list(offer.ages.months)
    assert kies["themes"] == ["scheiding"]
    assert json.loads(texts["data/formulier/hiaten.json"])[0] == {
        "theme": "scheiding",
        "months": [-9, 144],
        "area": "dijkdorp",
        "kind": "geen aanbod",
        "words": "scheiding, 0 tot 12 jaar, Dijkdorp",
    }
    assert [
        each["name"]
        for each in json.loads(texts["data/formulier/velden.json"])["steps"]
    ][:2] == ["organisatie", "wat"]


def test_what_is_missing_is_no_more_public_than_the_report(catalogue):
    assert form_files(catalogue, None)["data/formulier/hiaten.json"] == "[]"


def test_a_partners_own_texts_stand_in_one_file_as_they_are(good, catalogue):
    texts = dict(
        file for each in offer_files(catalogue, good.offers) for file in each.made()
    )
    found = json.loads(texts["data/aanbod/cjg-rivierenland.json"])
    folder = good.offers / "cjg-rivierenland"

    assert found == {
        path.stem: path.read_bytes().decode()
        for path in sorted(folder.glob("*.yaml"))
        if path.stem != "aanbieder"
    }
