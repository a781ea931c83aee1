"""``region/bezoek.csv`` to months, and the sentence for each mistake in it."""

from datetime import date

import pytest

from groepsaanbod.loading.visits import read_visits
from groepsaanbod.planning import Certainty

HEAD = "maand;bezoeken;paginas;zekerheid;bron"


@pytest.fixture
def read(tmp_path):
    """Read a file with these lines; give the months and what is said of it."""

    def read(*lines, ending="\n"):
        path = tmp_path / "bezoek.csv"
        path.write_bytes(ending.join([*lines, ""]).encode())
        months, problems = read_visits(path)
        return months, [
            str(each).removeprefix(f"{tmp_path}/bezoek.csv:") for each in problems
        ]

    return read


def test_without_the_file_nothing_is_known(tmp_path):
    assert read_visits(tmp_path / "bezoek.csv") == ((), [])


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_months_come_in_order(read, ending):
    months, said = read(
        f"\ufeff{HEAD}",
        '2026-10;1240;3100;geteld;"logbestand; webserver"',
        "",
        "2026-09;80;onbekend;voorbeeld;Voorbeeld",
        ending=ending,
    )

    assert said == []
    assert [each.month for each in months] == [date(2026, 9, 1), date(2026, 10, 1)]
    assert [each.visits for each in months] == [80, 1240]
    assert [each.pages for each in months] == [None, 3100]
    assert months[0].certainty is Certainty.EXAMPLE
    assert months[1].source == "logbestand; webserver"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "okt-26;1;1;geteld;x",
            (
                "2:1: maanden[1].maand: 'okt-26' is geen maand; schrijf jaar-maand,"
                " zoals 2026-10"
            ),
        ),
        (
            "1926-10;1;1;geteld;x",
            "2:1: maanden[1].maand: schrijf een jaar tussen 2000 en 2100",
        ),
        (
            "2026-10;1.240;3;geteld;x",
            "2:9: maanden[1].bezoeken: schrijf dit getal zonder punt: 1240",
        ),
        (
            "2026-10;12;-;geteld;x",
            (
                "2:12: maanden[1].paginas: schrijf een getal in cijfers, zoals 12,"
                " of onbekend"
            ),
        ),
        (
            "2026-10;12;3;gegokt;x",
            (
                "2:14: maanden[1].zekerheid: 'gegokt' kan hier niet; kies uit: geteld,"
                " geschat, onzeker, aanname, voorbeeld"
            ),
        ),
        (
            "2026-10;12;3;geteld;",
            (
                "2:20: maanden[1].bron: dit veld is leeg; zet erbij: bron: logbestand"
                " van de webserver"
            ),
        ),
        (
            "2026-10;12",
            (
                "2:1: maanden[1]: op deze regel staan 2 vakken; maak er 5 van, met ';'"
                " ertussen"
            ),
        ),
    ],
)
def test_each_mistake_has_its_place_and_what_to_type(read, line, sentence):
    months, said = read(HEAD, line)

    assert months == ()
    assert said[0] == sentence


def test_a_month_stands_there_once(read):
    line = "2026-10;12;3;geteld;x"

    assert read(HEAD, line, line) == (
        (),
        ["3:1: maanden[2].maand: deze maand staat er twee keer; haal één regel weg"],
    )


@pytest.mark.parametrize("head", ["", "maand,bezoeken", f"{HEAD};meer"])
def test_the_first_line_names_the_columns(read, head):
    assert read(head, "2026-10;12;3;geteld;x") == (
        (),
        ["1:1: maak van de eerste regel: maand;bezoeken;paginas;zekerheid;bron"],
    )


def test_what_is_no_text_is_refused(tmp_path):
    tmp_path.joinpath("bezoek.csv").write_bytes(b"maand\x00\n")
    tmp_path.joinpath("map.csv").mkdir()

    for name in ("bezoek.csv", "map.csv"):
        months, problems = read_visits(tmp_path / name)
        assert months == ()
        assert len(problems) == 1
