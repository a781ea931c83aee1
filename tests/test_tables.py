from datetime import date

import pytest

from groepsaanbod.tables import (
    Column,
    Linked,
    Table,
    as_csv,
    as_json,
    as_text,
    in_words,
    sort_key,
)

TABLE = Table(
    "kinderen",
    "Kinderen per plek",
    (
        Column("plek", "Plek"),
        Column("kinderen", "Kinderen", is_number=True),
        Column("aandeel", "Aandeel", is_number=True),
        Column("geteld_op", "Geteld op"),
        Column("zeker", "Zeker"),
    ),
    (
        (
            Linked("Waterstad", "gemeenten/waterstad/"),
            1200,
            0.5,
            date(2026, 1, 2),
            True,
        ),
        ("Dijkdorp", None, 12.345, None, False),
    ),
)


def test_a_table_as_csv_opens_in_dutch_excel():
    assert as_csv(TABLE) == (
        "\ufeffplek;kinderen;aandeel;geteld_op;zeker\r\n"
        "Waterstad;1200;0,5;2026-01-02;ja\r\n"
        "Dijkdorp;onbekend;12,35;onbekend;nee\r\n"
    )


def test_a_table_as_json_says_null_for_unknown():
    assert as_json(TABLE) == [
        {
            "plek": "Waterstad",
            "kinderen": 1200,
            "aandeel": 0.5,
            "geteld_op": "2026-01-02",
            "zeker": True,
        },
        {
            "plek": "Dijkdorp",
            "kinderen": None,
            "aandeel": 12.345,
            "geteld_op": None,
            "zeker": False,
        },
    ]


def test_tables_as_text_stand_below_each_other():
    empty = Table("leeg", "Wat er niet is", TABLE.columns, (), "Er is niets.")

    assert as_text([TABLE, empty]) == (
        "Kinderen per plek\n"
        "  Plek       Kinderen  Aandeel  Geteld op       Zeker\n"
        "  Waterstad      1200      0,5  2 januari 2026  ja\n"
        "  Dijkdorp   onbekend    12,35  onbekend        nee\n"
        "\n"
        "Wat er niet is\n"
        "  Er is niets.\n"
    )


@pytest.mark.parametrize(
    "written",
    ["=1+1", "+31 6", "-2", "@som", " =1+1", "\t=1", "\r=1", "\n=1", "\uff1d1"],
)
def test_no_text_becomes_a_formula(written):
    table = Table("t", "T", (Column("a", "A"), Column("b", "B")), (("x", written),))

    with_link = Linked(written, "aanbod/")
    linked = Table("t", "T", (Column("a", "A"),), ((with_link,),))

    assert f"'{written}" in as_csv(table).replace('""', '"')
    assert f"'{written}" in as_csv(linked)


def test_a_number_is_no_formula():
    table = Table("t", "T", (Column("a", "A"),), ((-2,), (-0.5,)))

    assert as_csv(table) == "\ufeffa\r\n-2\r\n-0,5\r\n"


@pytest.mark.parametrize(
    ("value", "words", "key"),
    [
        (None, "onbekend", "onbekend"),
        (0, "0", "0"),
        (0.0, "0", "0.0"),
        (0.858, "0,86", "0.858"),
        (100.0, "100", "100.0"),
        (True, "ja", "ja"),
        (date(2027, 3, 1), "1 maart 2027", "2027-03-01"),
        (Linked("KIES", "aanbod/cjg/kies/"), "KIES", "KIES"),
        ("Zandvoort", "Zandvoort", "Zandvoort"),
    ],
)
def test_a_value_has_words_and_something_to_sort_by(value, words, key):
    assert (in_words(value), sort_key(value)) == (words, key)
