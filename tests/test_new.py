"""A file comes from questions, and no answer is lost without a word."""

import io
import shutil
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.asking import Interview
from groepsaanbod.cli import main
from groepsaanbod.loading import Folders, load

pytestmark = pytest.mark.usefixtures("real_day_is_today")

NEEDED = [
    *("Beter slapen: rust", "Voor ouders van een kind dat slecht slaapt."),
    *("In vier avonden.", "", "Elke avond iets.", "."),
    *("1", "1", "6", "1; angst", "cursus", "Waterstad", "gratis"),
    *("zelf-aanmelden", "300000030", "", "", "", "1"),
]
"""Answers to what each offer needs."""

PLACE = ["ja", "De Kade", "", "", "Waterstad", "nee"]
GROUP = ["ja", "12-1-2027", "4", "Dinsdag", "19:30-21:00", "1", "10", "open", "nee"]
NOTHING_MORE = ["nee", "nee", "nee"]

WRITTEN = """\
titel: "Beter slapen: rust"
samenvatting: Voor ouders van een kind dat slecht slaapt.
beschrijving: |
  In vier avonden.

  Elke avond iets.
doelgroep: [ouders]
leeftijd: {van: 1, tot_en_met: 6}
themas: [slapen, angst]
vorm: cursus
gebieden: [waterstad]
kosten: gratis
aanmelden:
  hoe: zelf-aanmelden
  telefoon: "0300000030"
gecontroleerd_op: 2026-11-24
"""
WITH_A_GROUP = f"""\
{WRITTEN}groepen:
  - start: 2027-01-12
    bijeenkomsten: 4
    dag: dinsdag
    tijd: "19:30-21:00"
    locatie: De Kade
    plekken: 10
    status: open
locaties:
  - naam: De Kade
    plaats: Waterstad
"""
PATH = Path("offers/cjg-rivierenland/beter-slapen-rust.yaml")


@pytest.fixture
def project(good, tmp_path, monkeypatch):
    shutil.copytree(good.offers, tmp_path / "offers")
    shutil.copytree(good.region, tmp_path / "region")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(project, capsys, monkeypatch):
    """Answer these lines from a pipe; give the code and what is said."""
    assert project == Path.cwd()

    def run(*answers):
        lines = "".join(f"{each}\n" for each in answers)
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        code = main(["new", "--date", "2026-11-24"])
        return code, capsys.readouterr().out

    return run


def test_answers_become_a_file(run):
    code, said = run("1", *NEEDED, *PLACE, *GROUP, "nee", "", "ja")

    assert code == 0
    assert PATH.read_text("utf-8") == WITH_A_GROUP
    assert said.endswith(
        f"\n{PATH}:\n\n{WITH_A_GROUP}"
        "\nKlopt dit? Dan slaan we het op. (ja of nee)\n> "
        f"{PATH} is opgeslagen.\n\n"
        "Zo komt het op de site: doe een voorstel op GitHub, of mail het bestand aan"
        " coordinator@groepsaanbod.example.nl (Coördinator groepsaanbod).\n"
    )
    problems = load(Folders(Path("offers"), Path("region")), TODAY).problems
    assert [each for each in problems if each.severity == "fout"] == []


def test_each_question_says_what_it_wants(run):
    said = run("1", *NEEDED, *NOTHING_MORE, "", "ja")[1]

    assert said.startswith(
        "We stellen steeds één vraag. Stoppen: Ctrl+C.\n"
        "\nVan welke organisatie is het aanbod? Staat zij er niet bij? Typ dan: nieuw\n"
        "    1  cjg-rivierenland   CJG Rivierenland\n"
        "    2  veilig-verder      Veilig Verder\n"
        "    3  welzijn-waterland  Welzijn Waterland\n"
        "> \nTitel\n"
        "  Wat iemand krijgt, in gewone woorden.\n"
        "  Bijvoorbeeld: KIES: kinderen in een scheiding\n"
        "> \nSamenvatting\n"
    )
    assert (
        "\nThema's\n  Waar het over gaat: 1 tot 3. Meer dan één? Zet er een ; tussen.\n"
        "    1  slapen "
    ) in said
    assert (
        "\nTelefoon (mag; Enter slaat over)\n"
        "  Alleen het nummer, met netnummer.\n"
        "  Bijvoorbeeld: 023 000 00 00\n> "
    ) in said
    assert "\nGecontroleerd op\n" in said
    assert "\n    1  2026-11-24  vandaag\n> " in said


@pytest.mark.parametrize(
    ("number", "wrong", "message"),
    [
        (0, [""], "hier is een antwoord nodig\n"),
        (0, ["x" * 81], "dit is te lang: 81 tekens; maak er hoogstens 80 van"),
        (0, ["stil\u200bte"], "hier staat een onzichtbaar teken (U+200B);"),
        (2, ["<b>", "."], "HTML zoals '<b>' mag niet;"),
        (2, ["."], "hier is een antwoord nodig\n"),
        (6, ["99"], "'99' staat niet in de lijst met doelgroepen;"),
        (7, ["twaalf"], "schrijf een leeftijd als 8 (jaar), '6 maanden'"),
        (7, ["8", "4"], "de jongste leeftijd is hoger dan de oudste;"),
        (9, ["1;2;3;4"], "kies er hoogstens 3; er staan er 4"),
        (12, ["veel"], "schrijf het bedrag in euro's, zoals 15 of 12,50"),
        (14, ["12"], "'12' is geen Nederlands telefoonnummer;"),
        (18, ["morgen"], "'morgen' is geen dag; schrijf jaar-maand-dag"),
    ],
)
def test_a_wrong_answer_is_told_and_asked_again(run, number, wrong, message):
    answers = [*NEEDED[:number], *wrong, *NEEDED[number:]]
    code, said = run("1", *answers, *NOTHING_MORE, "", "ja")

    assert code == 0
    assert f"> {message}" in said
    assert PATH.read_text("utf-8") == WRITTEN


def test_costs_may_have_a_note(run):
    at = NEEDED.index("gratis")
    answers = [*NEEDED[:at], "12,5", "Voor het boek.", *NEEDED[at + 1 :]]
    run("1", *answers, *NOTHING_MORE, "", "ja")

    assert 'kosten: {bedrag: "12,50", toelichting: Voor het boek.}\n' in PATH.read_text(
        "utf-8"
    )


def test_what_does_not_fit_together_is_asked_again_at_the_end(run):
    wednesday = [each if each != "Dinsdag" else "3" for each in GROUP]
    code, said = run("1", *NEEDED, *PLACE, *wednesday, "nee", "", *GROUP, "ja")

    assert code == 0
    assert (
        "\nDit klopt nog niet:\n"
        "  groepen[1].start: 2027-01-12 is een dinsdag, maar bij 'dag' staat woensdag;"
        " verbeter de dag of de datum\n\nStart er een groep? (ja of nee)\n"
    ) in said
    assert PATH.read_text("utf-8") == WITH_A_GROUP


def test_a_day_that_must_still_come_is_asked_again(run):
    answers = [*NEEDED[:-1], "2026-12-01", *NOTHING_MORE, "", "1", "ja"]
    code, said = run("1", *answers)

    assert code == 0
    assert "  gecontroleerd_op: deze dag moet nog komen;" in said
    assert PATH.read_text("utf-8") == WRITTEN


def test_a_new_organisation_gets_its_own_file(run):
    own = ["Stichting Één", "Wij helpen.", "", "", "", ""]
    code, said = run("nieuw", *own, "", *NEEDED, *NOTHING_MORE, "", "ja")
    folder = Path("offers/stichting-een")

    assert code == 0
    assert "\nHoe heet de map? Dit wordt een deel van het adres.\n" in said
    assert folder.joinpath("aanbieder.yaml").read_text("utf-8") == (
        "naam: Stichting Één\nsamenvatting: Wij helpen.\n"
    )
    assert folder.joinpath(PATH.name).read_text("utf-8") == WRITTEN


def test_a_file_is_never_written_over_another(run):
    before = PATH.with_name("kies.yaml").read_bytes()
    names = ["kies", "aanbieder", "Met Spatie", "slapen.yaml"]
    code, said = run("1", *NEEDED, *NOTHING_MORE, *names, "ja")

    assert code == 0
    assert "> 'kies' is er al. Kies een andere naam.\n" in said
    assert "> 'aanbieder' kan geen naam zijn.\n" in said
    assert "> 'Met Spatie' kan geen naam zijn.\n" in said
    assert PATH.with_name("kies.yaml").read_bytes() == before
    assert PATH.with_name("slapen.yaml").read_text("utf-8") == WRITTEN


def test_who_says_no_has_no_file(run):
    answers = ["wie", "0", "1", *NEEDED, "misschien", *NOTHING_MORE, "", "nee"]
    code, said = run(*answers)

    assert code == 1
    assert "> 'wie' kan hier niet. Typ een nummer of een woord.\n" in said
    assert "> Typ ja of nee.\n" in said
    assert said.endswith("> Er is niets opgeslagen.\n")
    assert not PATH.exists()


def test_what_was_filled_in_is_shown_when_the_answers_end(run):
    code, said = run("1", *NEEDED[:15])

    assert code == 1
    assert said.endswith(
        "\n\nGestopt. Er is niets opgeslagen.\nDit had u al ingevuld:\n\n"
        + WRITTEN.partition("gecontroleerd_op")[0]
        + "\n"
    )
    assert run()[1].endswith("\n\nGestopt. Er is niets opgeslagen.\n")
    assert run("1", *NEEDED[:3])[1].endswith(
        "samenvatting: Voor ouders van een kind dat slecht slaapt.\n"
        "beschrijving: |\n  In vier avonden.\n\n"
    )


def test_ctrl_c_says_what_was_filled_in(project, capsys, monkeypatch):
    answers = iter(["1", "Beter slapen"])

    def answer(_prompt):
        for each in answers:
            return each
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", answer)

    assert main(["new"]) == 1
    assert capsys.readouterr().out.endswith(
        "\n\nGestopt. Er is niets opgeslagen.\nDit had u al ingevuld:\n\n"
        "titel: Beter slapen\n\n"
    )
    assert project.exists()


def test_what_cannot_be_saved_is_said(catalogue, tmp_path):
    tmp_path.joinpath("offers").write_text("geen map", encoding="utf-8")
    answers = iter(["1", *NEEDED, *NOTHING_MORE, "", "ja"])
    said = []
    interview = Interview(
        lambda _: next(answers), said.append, catalogue, tmp_path / "offers", TODAY
    )

    assert interview.run() is False
    assert said[-1].endswith("beter-slapen-rust.yaml kunnen we niet opslaan.")


def test_without_a_region_nothing_is_asked(project):
    project.joinpath("region/themas.yaml").write_text("themas: nee\n", "utf-8")

    assert main(["new"]) == 1
