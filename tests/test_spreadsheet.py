"""Offers come over from a spreadsheet, with all mistakes, and go back without loss."""

import csv
import io
import re
import shutil
import zipfile
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY
from groepsaanbod.cli import main
from groepsaanbod.description import keys_of
from groepsaanbod.loading import Folders, load
from groepsaanbod.model import Costs, Group, OfferFile, SignUp
from groepsaanbod.spreadsheet import opening
from groepsaanbod.spreadsheet.cells import text_of, unescaped, value_of
from groepsaanbod.spreadsheet.columns import layouts
from groepsaanbod.spreadsheet.importing import imported
from groepsaanbod.spreadsheet.making import workbook
from groepsaanbod.spreadsheet.opening import Book, Sheet, Unreadable, opened

pytestmark = pytest.mark.usefixtures("real_day_is_today")

TITLES = {layout.name: [each.title for each in layout.columns] for layout in layouts()}
DAY = "--date=2026-11-24"

RIGHT = {
    "Aanbieder": "cjg-rivierenland",
    "Samenvatting": "Voor ouders van een kind dat slecht slaapt.",
    "Beschrijving": "In vier avonden zoekt u naar wat bij uw kind werkt.",
    "Doelgroep": "ouders",
    "Leeftijd: van": 1,
    "Leeftijd: tot en met": 6,
    "Thema's": "slapen; angst",
    "Vorm": "Cursus",
    "Gebieden": "waterstad",
    "Kosten: bedrag": "gratis",
    "Aanmelden: hoe": "Zelf aanmelden",
    "Aanmelden: telefoon": 300000030,
    "Gecontroleerd op": date(2026, 11, 2),
}


@pytest.fixture(autouse=True)
def project(good, tmp_path, monkeypatch):
    """A copy of the good region, as the current folder."""
    shutil.copytree(good.offers, tmp_path / "offers")
    shutil.copytree(good.region, tmp_path / "region")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys):
    def run(*arguments):
        capsys.readouterr()
        code = main(arguments)
        return code, capsys.readouterr().out

    return run


@cache
def template():
    """Give the bytes of an empty workbook of the good region."""
    data = Path(__file__).parent / "data/good"
    loaded = load(Folders(data / "offers", data / "region"), TODAY)
    file = io.BytesIO()
    workbook(loaded.catalogue.vocabulary).save(file)
    return file.getvalue()


def filled(rows, *, name="aanbod.xlsx", **sheets):
    """Fill in a template and save it; ``sheets`` are the rows of other sheets."""
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for sheet, lines in {"Aanbod": rows, **sheets}.items():
        for number, line in enumerate(lines, 2):
            for title, value in line.items():
                column = TITLES[sheet].index(title) + 1
                book[sheet].cell(number, column).value = value
    book.save(name)
    return name


def files():
    return {
        str(path): path.read_bytes() for path in sorted(Path("offers").rglob("*.yaml"))
    }


WRONG = {
    3: (
        {"Titel": None},
        "C (Titel)",
        "deze cel is leeg; typ hier bijvoorbeeld: KIES: kinderen in een scheiding",
    ),
    8: (
        {"Thema's": "slaap"},
        "I (Thema's)",
        "'slaap' heet nu 'slapen'; schrijf dat",
    ),
    13: (
        {"Aanmelden: telefoon": "kamer 4"},
        "O (Aanmelden: telefoon)",
        (
            "'kamer 4' is"
            " geen Nederlands telefoonnummer; schrijf alleen het nummer, met netnummer,"
            " zoals 023 000 00 00"
        ),
    ),
    18: (
        {"Gecontroleerd op": date(2027, 3, 1)},
        "S (Gecontroleerd op)",
        ("deze dag moet nog komen; schrijf vandaag of eerder: 2026-11-24"),
    ),
    23: (
        {"Leeftijd: van": 12},
        "G (Leeftijd: van)",
        ("de jongste leeftijd is hoger dan de oudste; wissel ze om"),
    ),
    28: (
        {"Kosten: bedrag": "=10+5"},
        "L (Kosten: bedrag)",
        ("hier staat een formule; plak de uitkomst als waarde"),
    ),
    33: (
        {"Aanbieder": "cjg-rivierland"},
        "A (Aanbieder)",
        (
            "'cjg-rivierland' is geen"
            " map van een aanbieder; bedoelt u 'cjg-rivierenland'?"
        ),
    ),
    38: (
        {"Beschrijving": "<b>Vet</b>"},
        "E (Beschrijving)",
        (
            "HTML zoals '<b>' mag niet;"
            " haal het weg en gebruik **vet**, *schuin* of een lijst met streepjes"
        ),
    ),
}
"""In which rows something is wrong, where, and what it says."""


def forty():
    return [
        RIGHT | {"Titel": f"Slapen {number}"} | WRONG.get(number, ({},))[0]
        for number in range(2, 42)
    ]


def test_of_forty_rows_with_eight_mistakes_come_32_files_and_eight_lines(run):
    path = filled(forty(), Groepen=[{"Bestand": "slapen-2", "Start": "12-1-2027"}])
    before = files()
    code, said = run("import", path, DAY)
    new = [f"offers/cjg-rivierenland/slapen-{n}.yaml" for n in range(2, 42)]
    new = [each for n, each in enumerate(new, 2) if n not in WRONG]

    assert code == 1
    assert said.splitlines() == [
        *(
            f"Aanbod, rij {row}, kolom {place}: {message}"
            for row, (_, place, message) in WRONG.items()
        ),
        *(f"{each}: nieuw." for each in new),
        "",
        "Aanbod: 32 nieuw, 8 met een fout.",
    ]
    assert files().keys() - before.keys() == set(new)
    assert Path(new[0]).read_text("utf-8") == FIRST
    loaded = load(Folders(Path("offers"), Path("region")), TODAY)
    assert [each for each in loaded.problems if each.severity == "fout"] == []
    assert len(loaded.catalogue.offers) == 10 + 32


FIRST = """\
titel: Slapen 2
samenvatting: Voor ouders van een kind dat slecht slaapt.
beschrijving: |
  In vier avonden zoekt u naar wat bij uw kind werkt.
doelgroep: [ouders]
leeftijd: {van: 1, tot_en_met: 6}
themas: [slapen, angst]
vorm: cursus
gebieden: [waterstad]
kosten: gratis
aanmelden:
  hoe: zelf-aanmelden
  telefoon: "0300000030"
gecontroleerd_op: 2026-11-02
groepen:
  - start: 2027-01-12
"""


def test_the_mended_sheet_adds_what_was_missing_and_leaves_the_rest(run):
    run("import", filled(forty()), DAY)
    before = files()
    code, said = run(
        "import", filled([RIGHT | {"Titel": f"Slapen {n}"} for n in range(2, 42)]), DAY
    )

    assert code == 0
    assert said.endswith("\nAanbod: 8 nieuw, 32 al gelijk.\n")
    assert before.items() <= files().items()


@pytest.mark.parametrize(
    "partner", ["cjg-rivierenland", "veilig-verder", "welzijn-waterland"]
)
def test_what_goes_out_and_comes_in_again_changes_no_byte(run, partner):
    before = files()
    assert run("export", "--partner", partner)[0] == 0
    code, said = run("import", f"{partner}.xlsx", DAY)

    assert code == 0
    assert re.fullmatch(r"\nAanbod: [0-9]+ al gelijk\.\n", said)
    assert files() == before


def test_what_goes_out_comes_in_where_nothing_is(run):
    run("format", "--ook-met-commentaar")
    before = files()
    for partner in ("cjg-rivierenland", "veilig-verder", "welzijn-waterland"):
        run("export", "--partner", partner)
        for path in Path("offers", partner).glob("*.yaml"):
            if path.stem != "aanbieder":
                path.unlink()
        assert run("import", f"{partner}.xlsx", DAY)[0] == 0

    assert files() == before


KIES = Path("offers/cjg-rivierenland/kies.yaml")


def edited(change, partner="cjg-rivierenland"):
    """Take a partner's offers out and change something in the book."""
    path = Path(f"{partner}.xlsx")
    path.unlink(missing_ok=True)
    main(["export", "--partner", partner])
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return str(path)


def cell(book, title, *, file="kies", sheet="Aanbod"):
    """Give the cell of the first row of this file in this column."""
    rows = book[sheet].iter_rows(min_row=2)
    row = next(each for each in rows if each[1].value == file)
    return row[TITLES[sheet].index(title)]


def test_a_changed_cell_changes_that_key_alone(run):
    main(["format", "--ook-met-commentaar"])
    before = KIES.read_text("utf-8")

    def change(book):
        cell(book, "Samenvatting").value = "Nieuw: één zin."

    path = edited(change)
    code, said = run("import", path, DAY)
    after = KIES.read_text("utf-8")

    assert (code, said.splitlines()[0]) == (0, f"{KIES}: bijgewerkt (samenvatting).")
    assert said.endswith("\nAanbod: 1 bijgewerkt, 3 al gelijk.\n")
    old = next(line for line in before.splitlines() if line.startswith("samenvatting"))
    assert after == before.replace(old, 'samenvatting: "Nieuw: één zin."')


def test_looking_first_shows_the_difference_and_changes_nothing(run):
    main(["format", "--ook-met-commentaar"])
    before = files()

    def change(book):
        cell(book, "Kosten: bedrag").value = 12.5

    code, said = run("import", edited(change), "--dry-run", DAY)

    assert code == 0
    assert said == (
        f"--- {KIES}\n+++ {KIES}\n@@ -11,7 +11,7 @@\n"
        + said.split("@@\n")[1].split("\nAanbod:")[0]
        + "\nAanbod: 1 bijgewerkt, 3 al gelijk.\n"
        "Dit was om te kijken: er is niets veranderd.\n"
    )
    assert '\n-kosten: gratis\n+kosten: {bedrag: "12,50"}\n' in said
    assert files() == before


def test_an_empty_cell_takes_a_key_away(run):
    main(["format", "--ook-met-commentaar"])

    def change(book):
        cell(book, "Programma").value = None
        cell(book, "Samen met").value = None

    said = run("import", edited(change), DAY)[1]

    assert f"{KIES}: bijgewerkt (programma, samen_met)." in said
    assert "programma:" not in KIES.read_text("utf-8")


def test_a_file_that_changed_meanwhile_is_not_written_over(run):
    main(["format", "--ook-met-commentaar"])

    def change(book):
        cell(book, "Titel").value = "Uit het rekenblad"

    path = edited(change)
    mine = KIES.read_text("utf-8").replace("vorm: training", "vorm: cursus")
    KIES.write_text(mine, encoding="utf-8")

    assert run("import", path, DAY) == (
        1,
        (
            f"{KIES}: dit bestand is veranderd nadat dit rekenblad is gemaakt;"
            " we lieten het zo.\n\nAanbod: 3 al gelijk, 1 niet gedaan.\n"
            "Kijk eerst met --dry-run wat er zou veranderen. Doorgaan kan met --toch.\n"
        ),
    )
    assert KIES.read_text("utf-8") == mine
    assert run("import", path, "--toch", DAY)[0] == 0
    assert KIES.read_text("utf-8").startswith("titel: Uit het rekenblad\n")


def test_a_file_with_comments_keeps_them_unless_asked_not_to(run):
    before = KIES.read_text("utf-8")
    KIES.write_text(f"# van ons\n{before}", encoding="utf-8")

    def change(book):
        cell(book, "Titel").value = "Anders"

    path = edited(change)
    code, said = run("import", path, DAY)

    assert code == 1
    assert said.startswith(
        f"{KIES}: de uitleg in dit bestand, achter een #, zou verdwijnen; we lieten"
    )
    assert KIES.read_text("utf-8") == f"# van ons\n{before}"


def test_what_cannot_be_written_is_told(run, monkeypatch):
    def not_now(_path, _text):
        raise PermissionError

    path = filled([SLAPEN])
    monkeypatch.setattr("groepsaanbod.spreadsheet.running.write_new", not_now)

    assert run("import", path, DAY) == (
        1,
        "offers/cjg-rivierenland/slapen.yaml kunnen we niet schrijven.\n",
    )


def test_a_row_without_a_version_does_not_touch_what_is_there(run):
    before = files()
    path = filled([RIGHT | {"Titel": "Anders", "Bestand": "kies"}])
    code, said = run("import", path, DAY)

    assert code == 1
    assert said.startswith(f"{KIES}: dit bestand is er al; we lieten het zo.\n")
    assert files() == before


def test_what_the_sheet_does_not_know_stays(run):
    main(["format", "--ook-met-commentaar"])
    before = KIES.read_text("utf-8")
    table = "Bestand;Gecontroleerd op;Kosten: toelichting\r\nkies;23-11-2026;\r\n"
    Path("lijst.csv").write_text(table, encoding="cp1252", newline="")
    code, said = run(
        "import", "lijst.csv", "--partner", "cjg-rivierenland", "--toch", DAY
    )

    assert (code, said.splitlines()[0]) == (
        0,
        f"{KIES}: bijgewerkt (gecontroleerd_op).",
    )
    assert KIES.read_text("utf-8") == re.sub(
        "gecontroleerd_op: .*", "gecontroleerd_op: 2026-11-23", before
    )


def test_items_keep_what_has_no_column(run):
    main(["format", "--ook-met-commentaar"])
    text = KIES.read_text("utf-8")

    def change(book):
        sheet = book["Groepen"]
        sheet.delete_cols(TITLES["Groepen"].index("Tijd") + 1)
        cell(book, "Titel").value = "Anders"

    run("import", edited(change), DAY)

    assert text.count("tijd:") == KIES.read_text("utf-8").count("tijd:") > 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_file_is_read_as_spreadsheets_write_it(run, encoding, mark):
    row = {
        "Titel": "Één; rustige, nacht",
        "Beschrijving": 'Een "goede" nacht.\r\n\r\nElke keer.',
        "Gecontroleerd op": "2-11-2026",
        "Leeftijd: tot en met": "6 maanden",
        "Leeftijd: van": "0 maanden",
        "Kosten: bedrag": "12,5",
        "Aanmelden: telefoon": "'+31 30 000 00 30",
        "Geheim adres": "ONWAAR",
    }
    line = {name: str(value) for name, value in (RIGHT | row).items()}
    file = io.StringIO()
    writer = csv.DictWriter(file, list(line), delimiter=mark)
    writer.writeheader()
    writer.writerow(line)
    writer.writerow({})
    Path("lijst.csv").write_text(file.getvalue(), encoding=encoding, newline="")
    code, said = run("import", "lijst.csv", DAY)

    path = Path("offers/cjg-rivierenland/een-rustige-nacht.yaml")
    assert (code, said.splitlines()[0]) == (0, f"{path}: nieuw.")
    assert path.read_text("utf-8") == (
        """\
titel: Één; rustige, nacht
samenvatting: Voor ouders van een kind dat slecht slaapt.
beschrijving: |
  Een "goede" nacht.

  Elke keer.
doelgroep: [ouders]
leeftijd: {van: 0 maanden, tot_en_met: 6 maanden}
themas: [slapen, angst]
vorm: cursus
gebieden: [waterstad]
kosten: {bedrag: "12,50"}
aanmelden:
  hoe: zelf-aanmelden
  telefoon: "+31 30 000 00 30"
gecontroleerd_op: 2026-11-02
adres_geheim: nee
"""
    )


def test_a_mistake_in_a_csv_file_has_its_row_and_column(run):
    Path("lijst.csv").write_text("Lijst 2026;;\nBestand;Titel\n;\nx;\n", "utf-8")
    code, said = run("import", "lijst.csv", "--partner", "cjg-rivierenland", DAY)

    assert code == 1
    assert (
        said.splitlines()[0]
        == "lijst.csv, rij 2: de kolom 'Aanmelden: hoe' ontbreekt; zet haar erbij"
    )
    assert (
        "lijst.csv, rij 4, kolom B (Titel): deze cel is leeg;"
        " typ hier bijvoorbeeld: KIES: kinderen in een scheiding"
    ) in said.splitlines()
    assert said.endswith("\nAanbod: 1 met een fout.\n")


ITEM = {"Bestand": "slapen", "Naam": "De Kade", "Plaats": "Waterstad"}
SLAPEN = RIGHT | {"Titel": "Slapen"}


@pytest.mark.parametrize(
    ("sheet", "rows", "said"),
    [
        (
            "Groepen",
            [{"Bestand": "slapen", "Start": "2027-01-12", "Dag": "woensdag"}],
            (
                "2, kolom C (Start): 2027-01-12 is een dinsdag, maar bij 'dag'"
                " staat woensdag; verbeter de dag of de datum"
            ),
        ),
        (
            "Groepen",
            [{"Bestand": "Slapen", "Start": "2027-01-12", "Tijd": time(19, 30)}],
            (
                "2, kolom G (Tijd): schrijf de tijd als '19:30-21:00': begin,"
                " streepje, einde"
            ),
        ),
        (
            "Groepen",
            [{"Bestand": "slapen", "Plekken": 8}],
            (
                "2: deze groep heeft geen eerste dag; vul bij 'Start' in:"
                " 2027-01-12 (of bij 'Status': op-aanvraag)"
            ),
        ),
        (
            "Locaties",
            [ITEM, ITEM | {"Plaats": None}],
            (
                "3, kolom F (Plaats): deze cel is leeg;"
                " typ hier bijvoorbeeld: Voorbeeldstad"
            ),
        ),
        (
            "Locaties",
            [ITEM | {"Bestand": "slappen"}],
            (
                "2, kolom B (Bestand): 'slappen' staat niet in het blad"
                " 'Aanbod'; bedoelt u 'slapen'?"
            ),
        ),
        (
            "Locaties",
            [ITEM | {"Bestand": None}],
            (
                "2, kolom B (Bestand): hier staat niet bij welk aanbod dit"
                " hoort; vul 'Bestand' in"
            ),
        ),
        (
            "Bereik",
            [{"Bestand": "slapen", "Jaar": 2025, "Ouders": 12.5}],
            (
                "2, kolom F (Ouders): schrijf een getal in cijfers, zoals 12,"
                " of onbekend"
            ),
        ),
    ],
)
def test_a_mistake_in_another_sheet_is_told_there(run, sheet, rows, said):
    code, lines = run("import", filled([SLAPEN], **{sheet: rows}), DAY)

    assert code == 1
    assert lines.splitlines()[0] == f"{sheet}, rij {said}"


def test_an_item_of_nobody_is_not_lost_to_its_file(run):
    main(["format", "--ook-met-commentaar"])
    before = KIES.read_bytes()

    def change(book):
        cell(book, "Bestand", sheet="Groepen").value = "iets heel anders"

    code, said = run("import", edited(change), DAY)

    assert code == 1
    assert said.splitlines()[:2] == [
        (
            "Aanbod, rij 2: in dit bestand staat meer dan in het blad 'Groepen';"
            " kijk daar eerst na bij welk aanbod elke rij hoort"
        ),
        (
            "Groepen, rij 2, kolom B (Bestand): 'iets heel anders' staat niet in"
            " het blad 'Aanbod'; kijk de naam na"
        ),
    ]
    assert KIES.read_bytes() == before


def test_an_item_may_name_its_offer_by_title_or_address(run):
    rows = [SLAPEN, SLAPEN | {"Titel": "Papa/mama: samen", "Aanbieder": None}]
    places = [
        ITEM | {"Bestand": "papa/mama: samen"},
        ITEM | {"Bestand": "cjg-rivierenland/slapen.yaml"},
    ]
    path = filled(rows, Locaties=places)
    code, said = run("import", path, "--partner", "veilig-verder", DAY)

    assert (code, said.splitlines()) == (
        0,
        [
            "offers/cjg-rivierenland/slapen.yaml: nieuw.",
            "offers/veilig-verder/papa-mama-samen.yaml: nieuw.",
            "",
            "Aanbod: 2 nieuw.",
        ],
    )


def test_two_ages_in_the_first_cell_fill_the_second_only_when_that_is_empty(run):
    ages = {"Leeftijd: van": "8-12", "Leeftijd: tot en met": None}
    code, _ = run("import", filled([SLAPEN | ages]), DAY)

    assert code == 0
    path = "offers/cjg-rivierenland/slapen.yaml"
    assert b"\nleeftijd: {van: 8, tot_en_met: 12}\n" in files()[path]

    Path(path).unlink()
    ages["Leeftijd: tot en met"] = 14
    code, said = run("import", filled([SLAPEN | ages]), DAY)
    assert code == 1
    assert "kolom G (Leeftijd: van): schrijf een leeftijd als 8 (jaar)" in said


def test_more_than_a_file_may_hold_is_told(run):
    group = {"Bestand": "slapen", "Start": date(2027, 1, 12)}
    code, said = run("import", filled([SLAPEN], Groepen=[group] * 1_300), DAY)

    assert (code, said.splitlines()[0]) == (
        1,
        "Aanbod, rij 2: dit is te veel voor één bestand; maak er twee van",
    )


def test_among_very_many_names_nobody_looks_for_one_alike(run):
    places = [ITEM | {"Bestand": f"slape-{number}"} for number in range(101)]
    said = run("import", filled([SLAPEN], Locaties=places), DAY)[1].splitlines()

    assert said[0].endswith("staat niet in het blad 'Aanbod'; bedoelt u 'slapen'?")
    assert said[100].endswith("staat niet in het blad 'Aanbod'; kijk de naam na")


def test_who_is_meant_must_be_clear(run):
    rows = [SLAPEN, SLAPEN | {"Aanbieder": "veilig-verder"}]
    code, said = run("import", filled(rows, Locaties=[ITEM]), DAY)

    assert code == 1
    assert said.splitlines()[0] == (
        "Locaties, rij 2, kolom B (Bestand): 'slapen' staat er twee keer;"
        " vul ook 'Aanbieder' in"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"Aanbieder": None},
            (
                "A (Aanbieder): hier staat niet van wie dit is; vul"
                " bij 'Aanbieder' de naam van uw map in, of zet achter het commando:"
                " --partner naam"
            ),
        ),
        (
            {"Bestand": "../weg"},
            (
                "B (Bestand): '../weg' kan geen naam van een bestand zijn;"
                " gebruik kleine letters, cijfers en streepjes, zoals 'beter-slapen'"
            ),
        ),
        (
            {"Bestand": "aanbieder"},
            (
                "B (Bestand): 'aanbieder' kan geen naam van een bestand zijn;"
                " gebruik kleine letters, cijfers en streepjes, zoals 'beter-slapen'"
            ),
        ),
        (
            {"Bestand": "slapen"},
            (
                "B (Bestand): 'slapen' staat ook op rij 2; haal er één"
                " weg, of kies een andere naam"
            ),
        ),
        (
            {"Beschrijving": "stil\u200bte"},
            (
                "E (Beschrijving): hier staat een onzichtbaar teken"
                " (U+200B); haal het weg en typ de tekst opnieuw"
            ),
        ),
        (
            {"Vorm": "#N/A"},
            (
                "J (Vorm): hier staat een fout van het rekenblad; typ"
                " wat er hoort te staan"
            ),
        ),
    ],
)
def test_a_row_that_cannot_be_is_told(run, changes, said):
    other = RIGHT | {"Titel": "Anders"} | changes
    code, lines = run("import", filled([SLAPEN, other]), DAY)

    assert code == 1
    assert lines.splitlines()[0] == f"Aanbod, rij 3, kolom {said}"
    assert lines.endswith("\nAanbod: 1 nieuw, 1 met een fout.\n")


def test_a_column_with_a_mistake_in_its_name_stops_all(run):
    path = filled([SLAPEN])
    book = openpyxl.load_workbook(path)
    book["Aanbod"]["C1"].value = "Tietel"
    book["Aanbod"]["D1"].value = "Bestand"
    book.save(path)
    before = files()

    assert run("import", path, DAY) == (
        1,
        (
            "Aanbod, rij 1, kolom C (Tietel): deze kolom kennen we niet;"
            " bedoelt u 'Titel'?\n"
            "Aanbod, rij 1, kolom D (Bestand): deze kolom staat er twee keer;"
            " haal er één weg\n"
        ),
    )
    assert files() == before


def test_a_column_of_ones_own_is_passed_over_and_said(run):
    Path("lijst.csv").write_text(
        "Bestand;Titel;Opmerking\nkies;KIES;bellen\n", encoding="utf-8"
    )
    said = run("import", "lijst.csv", "--partner=cjg-rivierenland", "--dry-run", DAY)[1]

    assert said.splitlines()[0] == (
        "lijst.csv, rij 1, kolom C (Opmerking): let op: deze kolom kennen we niet;"
        " we slaan haar over"
    )


def test_hidden_sheets_are_not_read(run):
    path = filled([SLAPEN])
    book = openpyxl.load_workbook(path)
    book["Groepen"].sheet_state = "hidden"
    book["Woorden"].sheet_state = "hidden"
    book.save(path)

    assert run("import", path, DAY) == (
        1,
        "Groepen, rij 1: dit blad is verborgen; maak het zichtbaar of haal het weg\n",
    )


def test_a_book_without_offers_says_so(run):
    path = filled([SLAPEN])
    book = openpyxl.load_workbook(path)
    book.remove(book["Aanbod"])
    book.save(path)

    assert run("import", path, DAY) == (
        1,
        "Aanbod, rij 1: dit blad ontbreekt; geef het blad met uw aanbod deze naam\n",
    )


def test_a_file_of_another_shape_is_mended_by_the_sheet(run):
    text = KIES.read_text("utf-8").partition("groepen:")[0]
    KIES.write_text(f"{text}groepen: [a]\n", encoding="utf-8")
    row = SLAPEN | {"Bestand": "kies"}
    group = {"Bestand": "kies", "Start": date(2027, 1, 12)}
    code, said = run("import", filled([row], Groepen=[group]), "--toch", DAY)

    assert (code, said.splitlines()[-1]) == (0, "Aanbod: 1 bijgewerkt.")
    assert KIES.read_text("utf-8") == FIRST.replace("Slapen 2", "Slapen")


def test_a_broken_file_is_not_changed(run):
    KIES.write_text("titel: [\n", encoding="utf-8")
    code, said = run("import", filled([SLAPEN | {"Bestand": "kies"}]), "--toch", DAY)

    assert code == 1
    assert said.splitlines()[0].startswith(
        f"Aanbod, rij 2, kolom B (Bestand): in {KIES} zit al een fout: "
    )


ANYTHING = [
    *(None, "", True, False, 0, -1, 1.5, float("inf"), float("nan"), "\ud800", "\x00"),
    *(date(2027, 1, 12), time(9, 3), timedelta(3), datetime(1900, 1, 1, 3)),  # noqa: DTZ001
    *("slapen", "ouders; kinderen", "gratis", "x" * 5_000, "a\nb", "=1", '"', ";"),
    *("kies", "cjg-rivierenland", "../x", "aanbieder", "12-1-2027", "19:30-21:00"),
    *("open", "dinsdag", "٣", "²", "9" * 5_000, opening.FORMULA, opening.ERROR),
]


@given(st.randoms(use_true_random=False))
def test_whatever_stands_in_the_cells_there_is_an_answer(catalogue, good, dice):
    sheets = []
    for layout in layouts():
        titles = [each.title for each in layout.columns]
        dice.shuffle(titles)
        del titles[dice.randrange(1, len(titles)) :]
        rows = [[dice.choice(ANYTHING) for _ in titles] for _ in range(3)]
        sheets.append(Sheet(layout.name, (tuple(titles), *map(tuple, rows))))
    found = imported(Book(tuple(sheets)), good.offers, catalogue, TODAY)

    assert all(str(each).isprintable() for each in found.problems)
    full = sum(any(each not in {None, ""} for each in row) for row in sheets[0].rows)
    assert len(found.changes) + found.same + found.wrong == full - 1


def unreadable(path):
    with pytest.raises(Unreadable) as error:
        opened(Path(path))
    return str(error.value)


NO_WORKBOOK = (
    "dit rekenblad kunnen we niet lezen; open het, en bewaar het opnieuw als .xlsx,"
    " zonder wachtwoord"
)
TOO_MUCH = "er zit te veel in dit rekenblad; kopieer uw rijen naar een nieuw"


def repacked(change):
    """Change the parts of a template: ``change`` gives new bytes by name."""
    path = filled([SLAPEN])
    with zipfile.ZipFile(path) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, raw in (parts | change(parts)).items():
            new.writestr(name, raw)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    path = repacked(lambda _: {SHEET: b"<x>" + b" " * (opening.MAX_UNPACKED + 1)})

    assert Path(path).stat().st_size < 100_000
    assert unreadable(path) == TOO_MUCH
    assert unreadable(repacked(lambda _: {f"{n}.xml": b"" for n in range(501)})) == (
        TOO_MUCH
    )


def test_more_sheets_than_anybody_needs_are_refused():
    path = filled([SLAPEN])
    book = openpyxl.load_workbook(path)
    for _ in range(24):
        book.create_sheet()
    book.save(path)

    assert unreadable(path) == TOO_MUCH


def test_an_xml_bomb_is_refused():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><worksheet>&l9;</worksheet>'

    assert unreadable(repacked(lambda _: {SHEET: bomb.encode()})) == NO_WORKBOOK
    assert (
        unreadable(repacked(lambda _: {"xl/workbook.xml": bomb.encode("utf-16")}))
        == NO_WORKBOOK
    )
    outside = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    assert unreadable(repacked(lambda _: {SHEET: outside})) == NO_WORKBOOK


def test_a_row_far_below_costs_no_time():
    def change(parts):
        far = parts[SHEET].replace(b"</sheetData>", FAR + b"</sheetData>")
        return {SHEET: far}

    assert len(opened(Path(repacked(change))).sheets[0].rows) == 2


FAR = b'<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>'


def test_more_rows_than_fit_are_refused(tmp_path):
    path = tmp_path / "veel.csv"
    path.write_text("Titel\n" + "x\n" * 5_000, encoding="utf-8")

    assert unreadable(path) == (
        "er staan meer dan 5000 rijen in een blad; maak er twee van"
    )
    path.write_text("Titel\n" + "x\n" * 4_999 + "\n" * 90_000, encoding="utf-8")
    assert len(opened(path).sheets[0].rows) == 5_000


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.xlsx", b"", NO_WORKBOOK),
        ("a.xlsx", b"PK\x03\x04 niets", NO_WORKBOOK),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 wachtwoord", NO_WORKBOOK),
        ("a.xls", b"", "a.xls is geen .xlsx of .csv; bewaar het rekenblad zo"),
        ("a.xlsm", b"", "a.xlsm is geen .xlsx of .csv; bewaar het rekenblad zo"),
        (
            "a.csv",
            b"x" * 5_000_001,
            "a.csv is groter dan 5 MB; haal plaatjes en lege rijen weg",
        ),
        (
            "a.csv",
            b"Titel\n\x81",
            "deze letters kunnen we niet lezen; bewaar het als CSV UTF-8",
        ),
        (
            "a.csv",
            b"Titel\n" + b"x" * 200_000,
            "dit CSV-bestand kunnen we niet lezen; bewaar het opnieuw vanuit Excel",
        ),
    ],
)
def test_what_is_no_spreadsheet_gets_a_sentence(run, name, raw, said):
    Path(name).write_bytes(raw)

    assert unreadable(name) == said
    assert run("import", name, DAY) == (1, f"{name}: {said}.\n")


def test_a_file_that_is_gone_gets_a_sentence():
    assert unreadable("weg.xlsx") == "weg.xlsx kunnen we niet openen"


def test_text_like_a_formula_goes_out_and_in_as_text(run):
    text = KIES.read_text("utf-8")
    line = next(each for each in text.splitlines() if each.startswith("titel:"))
    bad = '=HYPERLINK("https://x.example.nl")'
    KIES.write_text(text.replace(line, f"titel: '{bad}'"), encoding="utf-8")
    before = files()
    run("export", "--partner=cjg-rivierenland")
    found = openpyxl.load_workbook("cjg-rivierenland.xlsx")
    title = cell(found, "Titel")

    assert (title.value, title.data_type, title.number_format) == (bad, "s", "@")
    assert run("import", "cjg-rivierenland.xlsx", DAY)[0] == 0
    assert files() == before


def test_the_template_offers_the_words_of_the_region(run, vocabulary):
    assert run("template") == (0, "Het rekenblad staat in aanbod.xlsx.\n")
    book = openpyxl.load_workbook("aanbod.xlsx")
    sheet = book["Aanbod"]
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert book.sheetnames == [
        *("Aanbod", "Groepen", "Inloop", "Locaties", "Bereik", "Woorden", "Uitleg")
    ]
    forms = rules["J2:J5000"]
    first, last = forms.formula1.removeprefix("Woorden!").split(":")
    words = [each[0].value for each in book["Woorden"][f"{first}:{last}"]]
    assert words == list(vocabulary.choices("vormen"))
    assert (forms.type, forms.showErrorMessage) == ("list", True)
    assert rules["I2:I5000"].showErrorMessage is False  # several words may stand here
    assert rules["U2:U5000"].formula1 == '"ja,nee"'
    assert sheet["C1"].value == "Titel *"
    assert sheet.column_dimensions["O"].number_format == "@"
    assert sheet.column_dimensions["S"].number_format == "yyyy-mm-dd"


def test_the_template_explains_each_column(run):
    run("template")
    rows = list(openpyxl.load_workbook("aanbod.xlsx")["Uitleg"].values)
    told = {row[:2]: row[2:] for row in rows if row[1]}

    for sheet, titles in TITLES.items():
        for title in titles:
            assert told[sheet, title][1]
    assert told["Aanbod", "Kosten: bedrag"] == (
        "verplicht",
        "'gratis', of een bedrag in euro's.",
        "15",
    )
    assert told["Aanbod", "Thema's"] == (
        "verplicht",
        "Waar het over gaat: 1 tot 3. Meer dan één? Zet er een ; tussen.",
        "slapen",
    )


def test_a_workbook_never_stands_over_another(run, capsys):
    run("template")

    assert run("template") == (
        1,
        "aanbod.xlsx is er al; kies een andere naam met --output.\n",
    )
    assert run("template", "--output=x.ods")[1] == "x.ods eindigt niet op .xlsx.\n"
    assert run("template", "--output=weg/x.xlsx")[1] == (
        "weg/x.xlsx kunnen we niet schrijven.\n"
    )
    assert main(["export", "--partner", "wie"]) == 2
    assert capsys.readouterr().err == (
        "groepsaanbod: welke aanbieder? Zet achter --partner een van:"
        " cjg-rivierenland, veilig-verder, welzijn-waterland.\n"
    )
    assert main(["import"]) == 2
    assert main(["import", "weg.xlsx"]) == 2
    assert main(["import", "aanbod.xlsx", "--offers=weg"]) == 2
    Path("region/themas.yaml").write_text("themas: nee\n", encoding="utf-8")
    assert (
        main(["template"]) == main(["export"]) == main(["import", "aanbod.xlsx"]) == 1
    )


OFFER, GROUP = keys_of(OfferFile), keys_of(Group)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (8, "8"),
        (8.0, "8"),
        (2.5, "2,5"),
        (datetime(2027, 1, 12), "2027-01-12"),  # noqa: DTZ001
        (datetime(2027, 1, 12, 9, 30), "2027-01-12 09:30"),  # noqa: DTZ001
        (date(2027, 1, 12), "2027-01-12"),
        (time(9, 30), "09:30"),
        (timedelta(hours=2), "2:00:00"),
        (" een\r\ntwee ", "een\ntwee"),
    ],
)
def test_a_cell_says_what_somebody_would_have_typed(value, text):
    assert text_of(value, OFFER["titel"]) == text


def test_an_amount_has_two_decimals():
    assert text_of(12.5, keys_of(Costs)["bedrag"]) == "12,50"
    assert text_of(12.0, keys_of(Costs)["bedrag"]) == "12"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        (OFFER["gecontroleerd_op"], "2026-11-02", date(2026, 11, 2)),
        (OFFER["gecontroleerd_op"], "20261102", "20261102"),
        (GROUP["data"], "2027-01-12", "2027-01-12"),
        (GROUP["plekken"], "10", 10),
        (GROUP["plekken"], "010", "010"),
        (keys_of(Costs)["bedrag"], "12,50", 12.5),
        (keys_of(Costs)["bedrag"], "12.50", "12.50"),
        (keys_of(Costs)["bedrag"], "gratis", "gratis"),
        (OFFER["titel"], "2026", "2026"),
        (OFFER["titel"], "_x0041_", "_x005F_x0041_"),
        (keys_of(SignUp)["telefoon"], "0300000030", "0300000030"),
    ],
)
def test_a_value_becomes_what_a_spreadsheet_can_count_with(key, text, value):
    assert value_of(text, key) == value
    back = value_of(text, key)
    back = unescaped(back) if isinstance(back, str) else back
    assert text_of(back, key) == text
