from groepsaanbod.description import keys_of
from groepsaanbod.filling.described import described
from groepsaanbod.model import OfferFile


def test_a_key_comes_with_everything_one_asks_with(vocabulary):
    records = described(vocabulary)["records"]

    assert records["OfferFile"][5] == {
        "name": "themas",
        "title": "Thema's",
        "explanation": "Waar het over gaat: 1 tot 3.",
        "example": "",
        "written": "[slapen]",
        "kind": "word",
        "required": True,
        "many": True,
        "least": 1,
        "most": 3,
        "list": "themas",
        "words": (),
        "length": 0,
        "parts": "",
        "long": False,
        "number": False,
    }
    assert [key["name"] for key in records["Ages"]] == ["van", "tot_en_met"]


def test_every_record_and_list_that_a_key_names_is_there(vocabulary):
    found = described(vocabulary)
    keys = [key for keys in found["records"].values() for key in keys]

    assert {key["parts"] for key in keys} - {""} <= found["records"].keys()
    assert {key["list"] for key in keys} - {""} == found["lists"].keys()


def test_each_key_has_a_kind(vocabulary):
    keys = {key["name"]: key for key in described(vocabulary)["records"]["Group"]}

    assert {name: key["kind"] for name, key in keys.items()} == {
        "start": "day",
        "data": "day",
        "bijeenkomsten": "meetings",
        "dag": "one-of",
        "tijd": "times",
        "locatie": "line",
        "plekken": "count",
        "plekken_vrij": "count",
        "status": "one-of",
        "status_op": "day",
        "instromen": "yes-no",
        "taal": "word",
    }
    assert keys_of(OfferFile)["groepen"].kind == "record"


def test_a_telephone_number_needs_no_quotes_in_a_form(vocabulary):
    keys = {key["name"]: key for key in described(vocabulary)["records"]["SignUp"]}

    assert keys["telefoon"]["explanation"] == "Met netnummer."


def test_each_place_is_known_with_its_municipality(vocabulary):
    found = described(vocabulary)

    assert found["municipalities"]["waterstad"] == "Waterstad"
    assert ["Waterstad", "waterstad"] in found["towns"]
    assert found["areas"]["waterstad-noord"] == "waterstad"
