"""What partners can do better, as tables and as a letter."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from builders import TODAY, an_offer
from groepsaanbod.planning import FailedLink, LinkFailure, LinksFile, Planning
from groepsaanbod.problems import Problem, Severity, Topic
from groepsaanbod.reports import quality
from groepsaanbod.reports.quality import LONGEST_MAIL_URL, Letter, letter
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import as_csv

CJG, WELZIJN, VEILIG = "cjg-rivierenland", "welzijn-waterland", "veilig-verder"
RIGHT = {
    "locaties": [{"naam": "De Molen", "adres": "Kade 1", "plaats": "Waterstad"}],
    "inloop": [{"dag": "woensdag", "tijd": "9:30-11:00"}],
}
LINKS = LinksFile.model_construct(
    checked_on=TODAY,
    looked_at=9,
    failed=(
        FailedLink.model_construct(
            address="https://dood.nl/",
            failure=LinkFailure.GONE,
            since=date(2026, 11, 3),
            times=3,
        ),
        FailedLink.model_construct(
            address="https://stond-er-niet-meer.nl/",
            failure=LinkFailure.GONE,
            since=date(2026, 11, 3),
            times=3,
        ),
    ),
)


def warning(path, topic, line, message):
    return Problem(path, line, 1, "titel", message, Severity.WARNING, topic)


@pytest.fixture(scope="module")
def reported(catalogue):
    vocabulary = catalogue.vocabulary
    offers = (
        an_offer(vocabulary, CJG, "slapen", **RIGHT),
        an_offer(vocabulary, CJG, "angst", **{**RIGHT, "locaties": []}),
        an_offer(
            vocabulary,
            VEILIG,
            "praten",
            **RIGHT,
            gebieden=["dijkdorp"],
            beschrijving="Zie [hier](https://dood.nl/).",
        ),
    )
    warnings = (
        warning(
            f"offers/{CJG}/slapen.yaml",
            Topic.JARGON,
            3,
            "'problematiek' is een vakwoord; schrijf liever 'problemen'",
        ),
        warning("content/vragen/angst.md", Topic.STALE, 9, "kijk of alles klopt"),
    )
    region = replace(catalogue, offers=offers, news=(), planning=Planning(links=LINKS))
    return Reported(region, TODAY, warnings)


@pytest.fixture(scope="module")
def tables(reported):
    found = quality.tables(reported, reported.supply.places[0])
    return {each.name: each for each in found}


def test_who_has_most_to_do_stands_first(tables):
    assert next(iter(tables)) == "kwaliteit"
    assert as_csv(tables["kwaliteit"]) == (
        "\ufeffaanbieder;aanbod;punten;voorbij;ontbreekt;plekken;oud;link;vakwoord;"
        "lange_zin;nakijken\r\n"
        "CJG Rivierenland;2;2;0;1;0;0;0;1;0;0\r\n"
        "Veilig Verder;1;1;0;0;0;0;1;0;0;0\r\n"
    )


def test_each_point_has_its_file_and_what_to_type(tables):
    assert [(row[0].text, *row[1:]) for row in tables["punten"].rows] == [
        (
            "CJG Rivierenland",
            "cjg-rivierenland/angst.yaml",
            "",
            "Ontbreekt",
            (
                "Niemand weet waar het is; zet erbij: locaties: [{naam: De Buurtkamer,"
                " adres: Dorpsstraat 1, plaats: Voorbeeldstad}]"
            ),
        ),
        (
            "CJG Rivierenland",
            "cjg-rivierenland/slapen.yaml",
            3,
            "Vakwoord",
            "'problematiek' is een vakwoord; schrijf liever 'problemen'",
        ),
        (
            "Veilig Verder",
            "veilig-verder/praten.yaml",
            "",
            "Link werkt niet",
            (
                "De link https://dood.nl/ werkt niet: de pagina bestaat niet meer,"
                " sinds 2026-11-03; verbeter de link of haal haar weg"
            ),
        ),
    ]


def test_links_that_still_stand_somewhere_are_listed(tables):
    assert tables["links"].caption == "Links die niet werkten op 24 november 2026"
    assert tables["links"].rows == (
        (
            "https://dood.nl/",
            "De pagina bestaat niet meer",
            date(2026, 11, 3),
            3,
            True,
            "veilig-verder/praten.yaml",
        ),
    )


def test_the_coordinator_sees_her_own_files_too(tables):
    assert tables["eigen-bestanden"].rows == (
        ("content/vragen/angst.md", 9, "Kijk of alles klopt"),
    )


def test_at_a_place_there_are_only_offers_for_its_people(reported):
    place = reported.supply.place("dijkdorp")
    found = {each.name: each for each in quality.tables(reported, place)}

    assert list(found) == ["kwaliteit", "punten"]
    assert [row[0].text for row in found["kwaliteit"].rows] == ["Veilig Verder"]


@pytest.mark.parametrize(
    ("links", "sentence"),
    [
        (
            LinksFile.model_validate({}),
            "De links zijn nog niet nagekeken. Doe: make links",
        ),
        (
            LinksFile.model_construct(checked_on=TODAY, looked_at=7, failed=()),
            "Alle 7 links werkten.",
        ),
    ],
)
def test_without_dead_links_it_says_why(catalogue, links, sentence):
    bare = Reported(replace(catalogue, planning=Planning(links=links)), TODAY)
    table = quality.tables(bare, bare.supply.places[0])[2]

    assert (table.rows, table.when_empty) == ((), sentence)


def test_a_letter_says_each_point_and_what_then(reported):
    body = """Beste collega’s van CJG Rivierenland,

Uw aanbod staat op Groepsaanbod Rivierenland. Wilt u naar deze punten kijken?

Beter slapen (angst.yaml)
- Niemand weet waar het is; zet erbij: locaties: [{naam: De Buurtkamer, adres: Dorpsstraat 1, plaats: Voorbeeldstad}]

Beter slapen (slapen.yaml)
- 'problematiek' is een vakwoord; schrijf liever 'problemen' (regel 3)

Klopt alles weer? Zet dan in het bestand de dag van vandaag achter 'gecontroleerd_op'. Lukt het niet, of hebt u een vraag? Antwoord op deze mail. Wij helpen u graag.

Met vriendelijke groet,
Coördinator groepsaanbod
Groepsaanbod Rivierenland"""  # noqa: E501 - a whole letter
    found = letter(reported, CJG)

    assert found == Letter(
        "groepen@cjg-rivierenland.example.nl",
        "Uw aanbod op Groepsaanbod Rivierenland: 2 punten om na te kijken",
        body,
        found.mail_url,
    )
    parts = urlsplit(found.mail_url)
    assert (parts.scheme, parts.path) == ("mailto", found.address)
    assert parse_qs(parts.query) == {
        "subject": [found.subject],
        "body": [body.replace("\n", "\r\n")],
    }


def test_who_has_nothing_to_do_gets_no_letter(reported):
    assert letter(reported, WELZIJN) is None


def test_one_point_is_one(reported):
    found = letter(reported, VEILIG)

    assert found.subject.endswith(": 1 punt om na te kijken")
    assert "Wilt u naar dit punt kijken?" in found.body


def test_a_link_that_opens_a_letter_is_not_too_long(catalogue):
    warnings = tuple(
        warning(f"offers/{CJG}/kies.yaml", Topic.SENTENCES, line, "deze zin is te lang")
        for line in range(1, 201)
    )
    found = letter(Reported(catalogue, TODAY, warnings), CJG)
    (short,) = parse_qs(urlsplit(found.mail_url).query)["body"]

    assert len(found.mail_url) <= LONGEST_MAIL_URL
    assert "andere punten. Die sturen wij u graag." in short
    assert found.body.count("deze zin") + found.body.count("Deze zin") == 200


def test_a_partner_without_an_address_gets_a_letter_to_nobody_yet(catalogue):
    warnings = (warning(f"offers/{WELZIJN}/sterk-staan.yaml", Topic.STALE, 1, "kijk"),)
    found = letter(Reported(catalogue, TODAY, warnings), WELZIJN)

    assert found.address == ""
    assert found.mail_url.startswith("mailto:?subject=")
