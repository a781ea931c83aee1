"""What one types in a terminal, what it says and with which code it ends."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from groepsaanbod import links
from groepsaanbod.cli import COMMANDS, main
from groepsaanbod.cli.checking import GUIDE
from groepsaanbod.forms import GUIDE_END, GUIDE_START, SCHEMAS

UNKNOWN_KEY = "dit veld kennen we niet; haal het weg of zoek het op in de veldengids"
OFFER = "offers/veilig-verder/samen-verder.yaml"


@pytest.fixture
def project(good, tmp_path, monkeypatch):
    """A project with only a copy of the good region, as the current folder."""
    shutil.copytree(good.offers, tmp_path / "project/offers")
    shutil.copytree(good.region, tmp_path / "project/region")
    shutil.copytree(good.content, tmp_path / "project/content")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def run(project, capsys):
    """Run a command in the project; give its code, what it says and its complaint."""
    assert project == Path.cwd()

    def run(*arguments):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def add(path, line):
    Path(path).write_text(Path(path).read_text("utf-8") + line, encoding="utf-8")


def spoil():
    """Add a mistake, and a warning in another file; give the line of the mistake."""
    add(OFFER, "kleur: rood\n")
    add(
        "offers/veilig-verder/thuis-op-adem.yaml",
        "locaties: [{naam: Thuis, adres: Kade 1, plaats: Watersad}]\n",
    )
    return len(Path(OFFER).read_text("utf-8").splitlines())


def test_when_all_is_right_it_says_how_much_there_is(run):
    assert run("check") == (0, "Alles klopt: 10 keer aanbod van 3 aanbieders.\n", "")


def test_mistakes_and_warnings_are_told_and_counted(run):
    line = spoil()

    assert run("check") == (
        1,
        (
            f"{OFFER}:{line}:1: kleur: {UNKNOWN_KEY}\n"
            "offers/veilig-verder/thuis-op-adem.yaml:14:41: let op: locaties[1].plaats:"
            " 'Watersad' kennen we niet in de regio; bedoelt u 'Waterstad'?\n"
            "\n1 waarschuwing: kijk er nog eens naar.\n"
            "\n1 fout in 1 bestand. Verbeter ze en probeer het opnieuw.\n"
        ),
        "",
    )


def test_more_mistakes_are_counted_in_plural(run):
    add(OFFER, "kleur: rood\ngeur: fris\n")
    add("offers/veilig-verder/thuis-op-adem.yaml", "kleur: rood\n")
    for name in ("zomerspelen", "sterk-staan"):
        add(
            f"offers/welzijn-waterland/{name}.yaml",
            "locaties: [{naam: Thuis, adres: Kade 1, plaats: Watersad}]\n",
        )
    code, said, _ = run("check")

    assert code == 1
    assert said.endswith(
        "\n2 waarschuwingen: kijk er nog eens naar.\n"
        "\n3 fouten in 2 bestanden. Verbeter ze en probeer het opnieuw.\n"
    )


def test_a_warning_alone_does_not_fail(run):
    path = "offers/welzijn-waterland/zomerspelen.yaml"
    add(path, "locaties: [{naam: Thuis, adres: Kade 1, plaats: Watersad}]\n")
    code, said, _ = run("check")

    assert code == 0
    assert said.endswith("Alles klopt: 10 keer aanbod van 3 aanbieders.\n")


def test_only_the_files_asked_for_are_told(run):
    line = spoil()
    mistake = f"{OFFER}:{line}:1: kleur: {UNKNOWN_KEY}\n"
    count = "\n1 fout in 1 bestand. Verbeter ze en probeer het opnieuw.\n"

    assert run("check", OFFER) == (1, mistake + count, "")
    assert run("check", str(Path(OFFER).resolve())) == (1, mistake + count, "")
    other = "offers/welzijn-waterland/zomerspelen.yaml"
    assert run("check", other) == (0, "Alles klopt.\n", "")
    assert run("check", other, OFFER)[0] == 1


def test_a_folder_may_be_asked_for(run):
    spoil()

    assert run("check", "offers/veilig-verder")[0] == 1
    assert run("check", "offers/cjg-rivierenland")[0] == 0
    assert run("check", "offers")[0] == 1
    assert run("check", "region") == (0, "Alles klopt.\n", "")


def test_questions_are_checked_too(run):
    question = "content/vragen/ik-pieker-veel.md"
    text = Path(question).read_text("utf-8").replace("voor: jongeren", "voor: iedereen")
    Path(question).write_text(text, encoding="utf-8")
    mistake = (
        f"{question}:7:1: voor: 'iedereen' kan hier niet; kies uit: ouders, jongeren\n"
        "\n1 fout in 1 bestand. Verbeter ze en probeer het opnieuw.\n"
    )

    assert run("check") == (1, mistake, "")
    assert run("check", question) == (1, mistake, "")
    assert run("check", "content/paginas/over.md") == (0, "Alles klopt.\n", "")
    assert run("check", "--content", "elders")[0] == 0


def test_a_file_in_a_folder_that_should_not_be_there_is_not_right(run):
    Path("offers/veilig-verder/oud").mkdir()
    shutil.copy(OFFER, "offers/veilig-verder/oud/samen.yaml")

    assert run("check", "offers/veilig-verder/oud/samen.yaml")[1].startswith(
        "offers/veilig-verder/oud:1:1: hier horen alleen bestanden"
    )


def test_options_and_files_may_stand_in_any_order(run):
    spoil()
    first = run("check", "--offers", "offers", OFFER, "--format", "text")

    assert first[0] == 1
    assert run("--offers=offers", "check", OFFER) == first


def test_a_file_from_elsewhere_can_be_checked(run, project):
    path = project.parent / "nieuw.yaml"
    shutil.copy("offers/_voorbeeld.yaml", path)
    assert run("check", str(path)) == (0, "Alles klopt.\n", "")

    add(path, "kleur: rood\n")
    code, said, _ = run("check", str(path))
    assert code == 1
    assert said.startswith(f"{path}:16:1: kleur: {UNKNOWN_KEY}\n")


def test_the_example_and_hidden_copies_are_checked_when_asked_for(run):
    add("offers/_voorbeeld.yaml", "kleur: rood\n")
    shutil.copy("offers/_voorbeeld.yaml", "offers/veilig-verder/.kopie.yaml")

    assert run("check")[0] == 0
    assert run("check", "offers/_voorbeeld.yaml")[0] == 1
    assert run("check", "offers/veilig-verder/.kopie.yaml")[0] == 1


def test_a_broken_region_is_told_whatever_is_asked_for(run):
    add("region/site.yaml", "kleur: rood\n")
    spoil()
    code, said, _ = run("check")

    assert code == 1
    assert said.startswith("region/site.yaml:20:1: kleur: dit veld kennen we niet;")
    assert run("check", OFFER) == (code, said, "")
    assert run("check", "offers/_voorbeeld.yaml") == (code, said, "")
    assert run("schema")[0] == 1


def test_a_day_may_be_chosen_and_then_the_later_one_counts(run):
    code, said, _ = run("check", "--date", "2020-01-01")

    assert (code, said) == (0, "Alles klopt: 10 keer aanbod van 3 aanbieders.\n")
    assert run("check", "--date", "") == (code, said, "")


def test_github_is_told_in_its_own_words(run):
    line = spoil()

    assert run("check", "--format", "github") == (
        1,
        (
            f"::error file={OFFER},line={line},col=1::kleur: {UNKNOWN_KEY}\n"
            "::warning file=offers/veilig-verder/thuis-op-adem.yaml,line=14,col=41::"
            "locaties[1].plaats: 'Watersad' kennen we niet in de regio;"
            " bedoelt u 'Waterstad'?\n"
        ),
        "",
    )


def test_no_file_can_give_github_commands(run):
    folder = Path("offers/a,b:c%\n::set-output name=x::y")
    folder.mkdir()
    add(OFFER, 'programma: "x\\n::error::100%"\n')
    said = run("check", "--format", "github")[1].splitlines()

    assert len(said) == 2
    assert said[0].startswith(
        "::error file=offers/a%2Cb%3Ac%25%0A%3A%3Aset-output name=x%3A%3Ay,line=1,col=1"
        "::deze map heeft een naam die niet kan;"
    )
    assert "::programma: 'x%0A::error::100%25' staat niet in de lijst" in said[1]
    for line in run("check")[1].splitlines():
        assert not line.startswith("::")


def test_programs_are_told_in_json(run):
    line = spoil()
    code, said, _ = run("check", "--format", "json")

    assert code == 1
    assert json.loads(said)[0] == {
        "bestand": OFFER,
        "regel": line,
        "kolom": 1,
        "veld": "kleur",
        "melding": UNKNOWN_KEY,
        "ernst": "fout",
    }
    assert json.loads(said)[1]["ernst"] == "let op"


def test_no_problems_are_an_empty_list_in_json(run):
    assert run("check", "--format", "json") == (0, "[]\n", "")
    assert run("check", "--format", "github") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "welk commando? Kies er een"),
        (["kijk"], "commando kan niet 'kijk' zijn"),
        (["check", "--kleur"], "'--kleur' kennen we niet"),
        (["check", "--date"], "achter --date hoort nog iets"),
        (
            ["check", "--date", "24-11-2026"],
            "'24-11-2026' is geen dag; schrijf jaar-maand-dag, zoals 2027-02-01",
        ),
        (["check", "--format", "xml"], "--format kan niet 'xml' zijn"),
        (["serve", "--port", "acht"], "--port kan niet 'acht' zijn"),
        (["check", "--o", "x"], "'--o' kan meer dan één ding zijn"),
    ],
)
def test_wrong_use_is_told_in_dutch(run, arguments, sentence):
    assert run(*arguments) == (
        2,
        "",
        f"groepsaanbod: {sentence}.\nTyp: groepsaanbod --help\n",
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "weg.yaml"], "weg.yaml is er niet"),
        (
            ["check", "--offers", "weg"],
            "hier is geen map weg; ga naar de map van het project",
        ),
        (
            ["schema", "--region", "weg"],
            "hier is geen map weg; ga naar de map van het project",
        ),
    ],
)
def test_what_is_not_there_is_wrong_use(run, arguments, sentence):
    assert run(*arguments) == (2, "", f"groepsaanbod: {sentence}.\n")


def test_the_help_is_dutch_and_names_every_command(run):
    code, said, _ = run("--help")

    assert code == 0
    assert said.startswith(
        "gebruik: groepsaanbod commando [bestand ...] [opties]\n"
        "\nMaakt van bestanden met groepsaanbod een site voor ouders.\n"
    )
    for name, what in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(what)}$", said, re.MULTILINE)
    for english in (
        "usage",
        "options",
        "positional",
        "show",
        "default",
        "help message",
    ):
        assert english not in said.replace("--help", "")


def test_the_schema_is_written_with_the_regions_words(run):
    assert run("schema") == (0, "Het JSON Schema staat in schema/.\n", "")
    assert {path.name for path in Path("schema").iterdir()} == set(SCHEMAS)
    schema = json.loads(Path("schema/aanbod.schema.json").read_text("utf-8"))
    assert schema["properties"]["programma"]["enum"] == ["stevig"]


def test_the_field_guide_is_written_where_there_is_one(run):
    empty = f"# Bijdragen\n\n{GUIDE_START}{GUIDE_END}\nEinde.\n"
    Path(GUIDE).write_text(empty, encoding="utf-8")

    assert run("schema", "--schema", "elders") == (
        0,
        "Het JSON Schema staat in elders/.\nDe veldengids staat in BIJDRAGEN.md.\n",
        "",
    )
    assert "- **`titel`** (verplicht)" in Path(GUIDE).read_text("utf-8")


def test_the_package_can_be_run_by_python(project):
    done = subprocess.run(
        [sys.executable, "-m", "groepsaanbod", "check"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "Alles klopt: 10 keer aanbod van 3 aanbieders.\n",
        "",
    )


LOG = (
    '203.0.113.7 - - [05/Oct/2026:10:00:00 +0200] "GET / HTTP/1.1" 200 5'
    ' "-" "Firefox"\n'
)
VISITS = "maand;bezoeken;paginas;zekerheid;bron\n"


def test_visits_are_counted_from_logs_into_the_file_of_the_region(run):
    Path("access.log").write_text(f"{LOG}{LOG}onzin\n", encoding="utf-8")

    assert run("visits", "access.log") == (
        0,
        (
            "Niet te lezen, dus overgeslagen: 1 regel.\n"
            "Oktober 2026: 1 bezoek, 2 pagina’s.\n"
            "Dit staat nu in region/bezoek.csv.\n"
        ),
        "",
    )
    assert Path("region/bezoek.csv").read_text("utf-8") == (
        f"{VISITS}2026-10;1;2;geteld;logbestand van de webserver\n"
    )
    assert run("check")[0] == 0


def test_visits_can_be_written_elsewhere_and_say_when_robots_count_too(run):
    Path("access.log").write_text(LOG.replace(' "-" "Firefox"', ""), encoding="utf-8")

    assert run("visits", "access.log", "--output", "b.csv")[0] == 0
    assert Path("b.csv").read_text("utf-8") == (
        f"{VISITS}2026-10;1;1;geteld;logbestand van de webserver, met bezoek van"
        " robots\n"
    )
    assert not Path("region/bezoek.csv").exists()


def test_visits_without_a_log_or_a_visit_change_nothing(run):
    Path("leeg.log").write_text("", encoding="utf-8")

    assert run("visits") == (
        2,
        "",
        "groepsaanbod: welk logbestand? Noem er een of meer, zoals access.log.\n",
    )
    assert run("visits", "weg.log") == (
        2,
        "",
        "groepsaanbod: weg.log kunnen we niet lezen.\n",
    )
    assert run("visits", "leeg.log") == (
        1,
        "Hierin staat geen bezoek. region/bezoek.csv blijft zoals het was.\n",
        "",
    )
    assert not Path("region/bezoek.csv").exists()


def test_visits_are_not_written_over_a_file_with_mistakes(run):
    Path("access.log").write_text(LOG, encoding="utf-8")
    Path("region/bezoek.csv").write_text("maand\n", encoding="utf-8")

    code, said, _ = run("visits", "access.log")

    assert code == 1
    assert said.startswith("region/bezoek.csv:1:1: maak van de eerste regel:")
    assert Path("region/bezoek.csv").read_text("utf-8") == "maand\n"


@pytest.fixture
def links_that_fail(monkeypatch):
    """Let each link be gone, without any network."""
    monkeypatch.setattr(links.Network, "__init__", _a_network_without_names)


def _a_network_without_names(self):
    def resolve(host):
        raise OSError(host)

    for name, value in (
        ("resolve", resolve),
        ("sleep", lambda _: None),
        ("seconds_to_answer", 1),
    ):
        object.__setattr__(self, name, value)


@pytest.mark.usefixtures("links_that_fail")
def test_links_are_looked_at_and_what_failed_is_written_down(run):
    code, said, _ = run("links", "--date", "2026-11-24")

    assert code == 0
    assert said.splitlines()[-2:] == [
        "Bekeken: 3 links. Niet goed: 3.",
        "Dit staat nu in region/links.json.",
    ]
    assert "de website bestaat niet; staat in hulplijnen.yaml" in said
    found = json.loads(Path("region/links.json").read_text("utf-8"))
    assert found["bekeken_op"] == "2026-11-24"
    assert {each["keren"] for each in found["stuk"]} == {1}

    assert run("links", "--date", "2026-12-01")[0] == 0
    found = json.loads(Path("region/links.json").read_text("utf-8"))
    assert {each["keren"] for each in found["stuk"]} == {2}
    assert run("check")[0] == 0


def test_links_wait_until_the_region_is_right(run):
    Path("region/site.yaml").write_text("naam: x\n", encoding="utf-8")

    assert run("links") == (
        1,
        "Eerst moeten de bestanden van de regio kloppen; doe: make check\n",
        "",
    )
