"""What ``groepsaanbod changes`` says, and what it writes."""

import json
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.changed import Changes
from groepsaanbod.cli import main
from groepsaanbod.loading import load
from repository import OFFER, Repository

ON_THE_DAY = ("--date", str(TODAY))


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A region with a history: an offer came in October, and one got another title."""
    made = Repository(tmp_path / "project")
    later = made.path("offers/veilig-verder/samen-verder.yaml")
    text = later.read_text("utf-8")
    later.unlink()
    made.commit("2026-09-01")
    later.write_text(text, "utf-8")
    made.replace(OFFER, "titel: Koffie met kinderen", "titel: Thee met kinderen")
    made.commit("2026-10-01")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def run(repository, capsys):
    assert repository.folder.is_dir()

    def run(*arguments):
        try:
            code = main(("changes", *arguments))
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_two_days_are_compared_in_words(run):
    code, said, complaint = run("2026-09-15", "2026-11-24")

    assert (code, complaint) == (0, "")
    assert said.startswith(
        "Dit gaat van 15 september 2026 tot en met 24 november 2026.\n"
        "Aanbod: 2 erbij, 0 weg en 1 aangepast.\n"
        "Aanbieders: 0 erbij en 0 weg.\n"
    )
    assert "  Samen verder      Veilig Verder     Waterstad, " in said
    assert "Niets." not in said


def test_a_day_is_looked_at_on_that_day_and_not_on_that_of_its_commit(run):
    _, said, _ = run("2026-09-15", "--format", "json", *ON_THE_DAY)

    assert json.loads(said)["van"]["dag"] == "2026-09-15"


def test_without_a_second_name_it_is_compared_with_the_files_of_now(run, repository):
    repository.path("offers/welzijn-waterland/zomerspelen.yaml").unlink()
    code, said, _ = run("main", "--format", "csv", "--date", "2026-10-01")

    assert code == 0
    assert said == (
        "\ufeffsoort;wat;van;was;wordt;waardoor\r\n"
        "aanbod weg;Zomerspelen;Welzijn Waterland;;;weggehaald\r\n"
    )


def test_it_can_be_written_to_a_file(run):
    assert run("HEAD~1", "HEAD", "--format", "csv", "--output", "verschil.csv") == (
        0,
        "",
        "",
    )
    assert (
        Path("verschil.csv")
        .read_bytes()
        .decode("utf-8")
        .startswith(
            "\ufeffsoort;wat;van;was;wordt;waardoor\r\n"
            "aanbod erbij;Samen verder;Veilig Verder;;;toegevoegd\r\n"
            "aanbod aangepast;Thee met kinderen: Titel;Welzijn Waterland;"
            "Koffie met kinderen;Thee met kinderen;\r\n"
        )
    )


def test_for_machines_the_keys_are_dutch_and_stay(run):
    code, said, _ = run("HEAD~1", "HEAD", "--format", "json")
    found = json.loads(said)

    assert code == 0
    assert list(found) == [
        *("periode", "gevraagd_vanaf", "van", "tot"),
        *("aanbod_erbij", "aanbod_weg", "aanbod_verplaatst", "aanbod_gewijzigd"),
        *("aanbieders_erbij", "aanbieders_weg"),
        *("hiaten_erbij", "hiaten_weg", "overlap_erbij", "overlap_weg"),
    ]
    assert found["aanbod_erbij"] == [
        {
            "aanbod": "veilig-verder/samen-verder",
            "titel": "Samen verder",
            "aanbieder": "Veilig Verder",
            "gebieden": ["waterstad", "dijkdorp", "polderland"],
            "oorzaak": "aanbod",
        }
    ]
    assert found["aanbod_gewijzigd"][0]["velden"] == [
        {"veld": "Titel", "was": "Koffie met kinderen", "wordt": "Thee met kinderen"}
    ]


def test_without_names_the_file_for_the_site_is_written(run, repository):
    code, said, complaint = run(*ON_THE_DAY)

    assert (code, complaint) == (0, "")
    assert said.startswith(
        "Er is nog geen geschiedenis van een kwartaal;"
        " dit begint op 1 september 2026.\n"
    )
    assert said.endswith("\nWat er veranderde staat in region/verandering.json.\n")
    changes = load(repository.folders, TODAY).catalogue.planning.changes
    assert [len(each.come) for each in changes.periods] == [2, 2]


def test_the_file_for_the_site_can_stand_elsewhere(run):
    assert run("--output", "hier.json", *ON_THE_DAY)[0] == 0
    text = Path("hier.json").read_text("utf-8")

    assert Changes.model_validate_json(text).made_on == TODAY
    assert not Path("region/verandering.json").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("nergens",),
            "'nergens' kennen we niet; noem een dag, tag of commit",
        ),
        (("a", "b", "c"), "noem hoogstens twee dagen, tags of commits"),
        (
            ("HEAD", "--format", "github"),
            "changes kent alleen de vormen text, json en csv",
        ),
        (
            ("--date", "2026-01-01"),
            (
                "op 1 januari 2026 was er nog geen aanbod;"
                " de geschiedenis begint op 1 september 2026"
            ),
        ),
        (
            ("--offers", "nergens"),
            "hier is geen map nergens; ga naar de map van het project",
        ),
        (
            ("HEAD", "--output", "nergens/x.csv"),
            "nergens/x.csv kunnen we niet schrijven",
        ),
    ],
)
def test_what_cannot_be_is_said_in_dutch(run, arguments, sentence):
    assert run(*arguments) == (2, "", f"groepsaanbod: {sentence}.\n")


def test_check_gives_no_tables(repository, capsys):
    assert repository.folder.is_dir()
    assert main(("check", "--format", "csv")) == 2
    assert capsys.readouterr().err == (
        "groepsaanbod: kies bij --format uit: text, github, json.\n"
    )


def test_it_can_be_about_one_place(run):
    _, everywhere, _ = run("2026-09-15", "2026-11-24", "--format", "csv")
    code, here, _ = run(
        "2026-09-15", "2026-11-24", "--format", "csv", "--area", "dijkdorp"
    )

    assert code == 0
    assert ", Waterstad;" in everywhere
    assert ", Waterstad;" not in here
    assert ", Dijkdorp;" in here


def test_a_place_that_is_not_there_is_wrong_use(run):
    assert run("2026-09-15", "2026-11-24", "--area", "verweg") == (
        2,
        "",
        (
            "groepsaanbod: 'verweg' is geen plek in de regio; kies uit: regio,"
            " waterstad, waterstad-noord, waterstad-zuid, dijkdorp, polderland.\n"
        ),
    )
