"""YAML text to guarded text with lines, whatever the bytes are."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from groepsaanbod import source
from groepsaanbod.fields import Plain
from groepsaanbod.source import MAX_BYTES, read, read_with_text, written_as

START = b"titel: Beter slapen\n"


def refusal(raw):
    document, problems = read("a.yaml", raw)
    assert document is None
    (problem,) = problems
    return str(problem)


def test_each_value_stays_the_text_that_was_typed():
    document, problems = read(
        "a.yaml",
        b"a: 0612\nb: no\nc: 12:30\nd: 2026-02-31\ne: 'x'\nf:\ng: [1, {h: ~}]\n",
    )

    assert problems == []
    assert document.data == {
        "a": "0612",
        "b": "no",
        "c": "12:30",
        "d": "2026-02-31",
        "e": "x",
        "f": "",
        "g": ["1", {"h": "~"}],
    }


def test_what_stood_without_quotes_is_known():
    document, _ = read("a.yaml", b"a: 1\nb: '1'\nc: \"1\"\nd: |\n  1\ne: >-\n  1\n")

    plain = {name: isinstance(value, Plain) for name, value in document.data.items()}
    assert plain == {"a": True, "b": False, "c": False, "d": False, "e": False}


def test_each_key_and_each_item_knows_its_line_and_column():
    document, _ = read("a.yaml", b"# uitleg\na: [x,\n  y]\nb:\n  - c: 1\n    d: 2\n")

    assert document.place(("a",)) == (2, 1)
    assert document.place(("a", 1)) == (3, 3)
    assert document.place(("b", 0)) == (5, 5)
    assert document.place(("b", 0, "d")) == (6, 5)


def test_what_is_not_there_has_the_place_of_what_is_around_it():
    document, _ = read("a.yaml", b"a: 1\nb:\n  - c: 1\n")

    assert document.place(("b", 0, "weg", 3)) == (3, 5)
    assert document.place(("weg",)) == (1, 1)


def test_a_place_is_written_as_people_count():
    assert written_as(("groepen", 0, "start")) == "groepen[1].start"
    assert written_as(("doelgroep", 2)) == "doelgroep[3]"
    assert written_as(()) == ""


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfa: x\nb: y\n",
        b"a: x\r\nb: y\r\n",
        b"a: x\rb: y\r",
        b"---\na: x\nb: y\n...\n",
        b"a: x\n\t\nb: y\n",
        b"a: x\n  \t  \nb: y",
    ],
)
def test_how_an_editor_ends_lines_or_files_makes_no_difference(raw):
    document, problems = read("a.yaml", raw)

    assert problems == []
    assert document.data == {"a": "x", "b": "y"}


def test_of_a_double_key_the_first_counts_with_its_own_places():
    document, problems = read("a.yaml", b"a: {x: 1}\nb: 2\na:\n  x: 3\n  x: 4\n")

    assert document.data == {"a": {"x": "1"}, "b": "2"}
    assert document.place(("a", "x")) == (1, 5)
    assert [str(each) for each in problems] == [
        "a.yaml:5:3: a.x: dit veld staat er al op regel 4; haal er één weg",
        "a.yaml:3:1: a: dit veld staat er al op regel 1; haal er één weg",
    ]


LETTER = "deze letter kunnen we niet lezen; bewaar het bestand als UTF-8"


def invisible(code):
    return (
        f"hier staat een onzichtbaar teken (U+{code});"
        " haal het weg en typ de tekst opnieuw"
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (START + "b: é".encode("latin-1"), f"a.yaml:2:4: {LETTER}"),
        (START + "b: éé".encode() + b"\xff", f"a.yaml:2:6: {LETTER}"),
        (b"\xef\xbb\xbf" + START + b"b: \xff", f"a.yaml:2:4: {LETTER}"),
        (START.decode().encode("utf-16"), f"a.yaml:1:1: {LETTER}"),
        (START.decode().encode("utf-16-le"), f"a.yaml:1:2: {invisible('0000')}"),
        (START + b"b: \xed\xa0\x80", f"a.yaml:2:4: {LETTER}"),
        (START + b"b: a\x00", f"a.yaml:2:5: {invisible('0000')}"),
        (START + b"b: \x1b[2J", f"a.yaml:2:4: {invisible('001B')}"),
        (START + b"b: \x7f", f"a.yaml:2:4: {invisible('007F')}"),
        (START + "b: \x85".encode(), f"a.yaml:2:4: {invisible('0085')}"),
        (START + "b: x\u200b".encode(), f"a.yaml:2:5: {invisible('200B')}"),
        (START + "b: \u202e".encode(), f"a.yaml:2:4: {invisible('202E')}"),
        (START + "b: \u2066".encode(), f"a.yaml:2:4: {invisible('2066')}"),
        (START + "b: \ufeff".encode(), f"a.yaml:2:4: {invisible('FEFF')}"),
        (START + "b: \U000e0041".encode(), f"a.yaml:2:4: {invisible('E0041')}"),
        (START + b'b: "\\u202e"', f"a.yaml:2:4: {invisible('202E')}"),
        (START + b'b: "\\0"', f"a.yaml:2:4: {invisible('0000')}"),
        (START + b'"\\e": b', f"a.yaml:2:1: {invisible('001B')}"),
    ],
)
def test_letters_that_cannot_be_read_or_seen_are_refused(raw, said):
    assert refusal(raw) == said


EMPTY = (
    "a.yaml:1:1: dit bestand is leeg; begin met een kopie van offers/_voorbeeld.yaml"
)


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"  \n", b"# niets\n  # niets", b"\t"])
def test_an_empty_file_is_refused(raw):
    assert refusal(raw) == EMPTY


def test_a_file_is_no_larger_than_it_may_be():
    comment = b"#" * (MAX_BYTES - len(START))

    assert read("a.yaml", START + comment)[1] == []
    assert refusal(START + comment + b"#") == (
        "a.yaml:1:1: dit bestand is groter dan 64 kB; maak de teksten korter"
    )


def test_a_file_has_no_more_parts_than_it_may_have():
    assert refusal(b"a: [" + b"x," * 10_000 + b"x]") == (
        "a.yaml:1:9995: er staat te veel in dit bestand; maak de lijsten korter"
    )


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_file_is_no_deeper_than_it_may_be(opening):
    assert "\n" not in refusal(f"a:\n  {opening * 5000}".encode())
    assert refusal(b"a: [[[[[[[[x]]]]]]]]") == (
        "a.yaml:1:11: dit zit te diep genest; haal de extra haken weg"
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"...\n",
        b"%YAML 1.2\n",
        b"%TAG ! x\n---\n",
        b"---\n...\n...\n",
        b"--- |",
        b"!!",
        b"\\",
        b"a: |9\n",
        b"a: >+-",
        b"? ",
        b":",
        b"- - -",
        b'"',
        b"'",
        b"%",
    ],
)
def test_odd_yaml_is_one_problem_or_none(raw):
    document, problems = read("a.yaml", raw)

    assert document is not None or len(problems) == 1


def test_the_slow_loader_says_the_same_of_tricks(monkeypatch):
    """Where libyaml is not installed, PyYAML reads by itself."""
    monkeypatch.setattr(source, "_FASTEST_LOADER", yaml.SafeLoader)

    assert read("a.yaml", START)[0].data == {"titel": "Beter slapen"}
    for raw in (
        b"a: &b c",
        b"a: *b",
        b"a: !!python/name:os.system x",
        b"a: \xf0",
        b"a: [",
    ):
        assert refusal(raw)


@pytest.mark.parametrize(
    "error",
    [
        yaml.MarkedYAMLError(problem="unforeseen"),
        yaml.YAMLError("unforeseen"),
        ValueError("unforeseen"),
        MemoryError(),
    ],
)
def test_a_mistake_without_a_place_is_at_the_start(monkeypatch, error):
    class Broken:
        def __init__(self, _text):
            raise error

    monkeypatch.setattr(source, "_FASTEST_LOADER", Broken)

    assert refusal(START) == (
        "a.yaml:1:1: dit begrijpen we niet; vergelijk deze regel en de regel erboven"
        " met offers/_voorbeeld.yaml"
    )


@settings(derandomize=True, max_examples=100)
@given(some.binary(max_size=400))
def test_any_bytes_give_a_document_or_one_problem(raw):
    document, problems = read("a.yaml", raw)

    assert document is not None or len(problems) == 1
    assert all(each.line >= 1 and each.column >= 1 for each in problems)


NAMES = some.from_regex(r"[a-z_]{1,8}", fullmatch=True)
VISIBLE = some.text(some.characters(codec="utf-8", categories=("L", "N", "P", "S")))
DATA = some.dictionaries(
    NAMES,
    some.recursive(
        VISIBLE,
        lambda inner: (
            some.lists(inner, max_size=4) | some.dictionaries(NAMES, inner, max_size=4)
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


@settings(derandomize=True, max_examples=100)
@given(DATA)
def test_any_text_in_quotes_comes_out_as_it_went_in(data):
    written = yaml.safe_dump(data, allow_unicode=True, default_style="'")
    document, problems = read("a.yaml", written.encode())

    if document is None:
        assert "te diep genest" in problems[0].message
    else:
        assert (document.data, problems) == (data, [])


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04titel", b"{\\rtf1 titel: x}", b"\xd0\xcf\x11\xe0\xa1"]
)
def test_a_file_from_a_word_processor_is_told_as_such(raw):
    document, problems = read("a.yaml", raw)

    assert document is None
    assert [str(each) for each in problems] == [
        "a.yaml:1:1: dit is een Word-bestand; bewaar het als platte tekst, met Kladblok"
    ]


def test_text_below_the_fields_is_a_field_in_its_own_place():
    raw = b"---\n# uitleg\ntitel: Slapen\nthemas: [a]\n---\n\n\nRegel een.\n\n---\n"
    document, problems = read_with_text("a.md", raw, "antwoord")

    assert problems == []
    assert document.data == {
        "titel": "Slapen",
        "themas": ["a"],
        "antwoord": "Regel een.\n\n---\n",
    }
    assert document.place(("titel",)) == (3, 1)
    assert document.place(("antwoord",)) == (8, 1)


FIRST = "begin met een regel '---', dan de velden, en dan nog een regel '---'"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", f"a.md:1:1: {FIRST}"),
        (b"\n---\ntitel: x\n---\ntekst", f"a.md:1:1: {FIRST}"),
        (b"Title: x\n\ntekst", f"a.md:1:1: {FIRST}"),
        (b"---\ntitel: x\n", "a.md:1:1: zet onder de velden nog een regel '---'"),
        (
            b"---\n# niets\n---\ntekst",
            "a.md:1:1: hieronder horen de velden, zoals 'titel: \u2026'",
        ),
        (
            b"---\ntitel: x\n---\n \n",
            "a.md:3:1: hieronder hoort de tekst; schrijf die onder deze regel",
        ),
        (
            b"---\ntitel: a: b\n---\ntekst",
            (
                "a.md:2:9: er staat een dubbele punt (:) in de tekst;"
                " zet de hele tekst tussen aanhalingstekens"
            ),
        ),
        (
            b"---\n- een\n---\ntekst",
            (
                "a.md:2:1: hier hoort een veld met een dubbele punt,"
                " zoals 'titel: Beter slapen'"
            ),
        ),
    ],
)
def test_a_file_without_fields_or_text_is_refused(raw, said):
    document, problems = read_with_text("a.md", raw, "antwoord")

    assert document is None
    assert [str(each) for each in problems] == [said]


def test_the_text_does_not_stand_among_the_fields_too():
    raw = b"---\ntitel: x\nantwoord: hier\n---\ndaar\n"
    document, problems = read_with_text("a.md", raw, "antwoord")

    assert document.data["antwoord"] == "daar\n"
    assert [str(each) for each in problems] == [
        (
            "a.md:3:1: antwoord: haal dit hier weg;"
            " zet de tekst onder de tweede regel met '---'"
        )
    ]


@settings(derandomize=True, max_examples=200)
@given(some.binary(max_size=200))
def test_any_bytes_below_and_between_the_marks_are_read_or_refused(raw):
    for whole in (raw, b"---\n" + raw, b"---\na: b\n---\n" + raw):
        document, problems = read_with_text("a.md", whole, "antwoord")

        assert document is not None or len(problems) == 1
