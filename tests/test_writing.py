"""Each file has one canonical text, and that text loses nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import MINIMAL
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.reading import read_record
from groepsaanbod.source import has_comments, read, unreadable_in
from groepsaanbod.writing import canonical, meaning

DATA = Path(__file__).parent / "data/good/offers"


def again(text):
    """Read a text back; give what it says."""
    document, problems = read("file.yaml", text.encode())
    assert problems == []
    return document.data


WHOLE = {
    "locaties": [{"plaats": "Haarlem", "naam": "De Linde", "postcode": "2023 AB"}],
    "groepen": [
        {"dag": "dinsdag", "start": "2027-01-12", "tijd": "19:30-21:00"},
        {"data": [f"2027-01-{day:02}" for day in range(1, 9)], "instromen": "nee"},
    ],
    "titel": "KIES: als je ouders uit elkaar zijn",
    "samenvatting": " Voor kinderen, die woorden vinden. ",
    "beschrijving": "# Kop\n\nEen regel: met *schuin*.\n- nog een\n",
    "doelgroep": ["kinderen"],
    "leeftijd": {"tot_en_met": "12", "van": "6 maanden"},
    "themas": ["scheiding", "rouw"],
    "vorm": "training",
    "gebieden": ["haarlem"],
    "kosten": {"bedrag": "12,50", "toelichting": "Voor het boek."},
    "aanmelden": {"telefoon": "023 000 00 11", "hoe": "binnenlopen", "email": ""},
    "gecontroleerd_op": "2026-11-16",
    "bereik": [{"ouders": "onbekend", "jaar": "2025"}],
    "zoekwoorden": ["nee", "yes", "a, b", "112", "Girls' Talk", "'s avonds", "{x}"],
    "begeleiding": 'De "juf" van groep 3',
    "meenemen": 'Let op: een "boek"',
    "talen": [],
}

CANONICAL = """\
titel: "KIES: als je ouders uit elkaar zijn"
samenvatting: Voor kinderen, die woorden vinden.
beschrijving: |
  # Kop

  Een regel: met *schuin*.
  - nog een
doelgroep: [kinderen]
leeftijd: {van: 6 maanden, tot_en_met: 12}
themas: [scheiding, rouw]
vorm: training
gebieden: [haarlem]
kosten: {bedrag: "12,50", toelichting: Voor het boek.}
aanmelden:
  hoe: binnenlopen
  telefoon: "023 000 00 11"
gecontroleerd_op: 2026-11-16
groepen:
  - start: 2027-01-12
    dag: dinsdag
    tijd: "19:30-21:00"
  - data:
      - 2027-01-01
      - 2027-01-02
      - 2027-01-03
      - 2027-01-04
      - 2027-01-05
      - 2027-01-06
      - 2027-01-07
      - 2027-01-08
    instromen: nee
locaties:
  - naam: De Linde
    postcode: 2023 AB
    plaats: Haarlem
bereik:
  - jaar: 2025
    ouders: onbekend
zoekwoorden: [nee, "yes", "a, b", "112", Girls' Talk, "'s avonds", "{x}"]
begeleiding: De "juf" van groep 3
meenemen: 'Let op: een "boek"'
"""


def test_a_file_is_written_in_one_order_and_layout():
    assert canonical(WHOLE, OfferFile) == CANONICAL


def test_what_is_written_says_the_same():
    assert meaning(again(CANONICAL)) == meaning(WHOLE)


def test_costs_that_do_not_fit_on_a_line_stand_below_each_other():
    note = "Voor drie avonden met koffie, thee en een boek. Is dat te veel? Bel ons."
    text = canonical({"kosten": {"bedrag": "15", "toelichting": note * 2}}, OfferFile)

    assert text == f"kosten:\n  bedrag: 15\n  toelichting: {note * 2}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("gewoon", "gewoon"),
        ("no", '"no"'),
        ("Off", '"Off"'),
        ("null", '"null"'),
        ("ja", "ja"),
        ("0x1F", '"0x1F"'),
        ("1e3", '"1e3"'),
        ("2026", '"2026"'),
        ("2026-11-16", '"2026-11-16"'),
        ("19.30 tot 21.00 uur", '"19.30 tot 21.00 uur"'),
        ("4 tegen pesten", "4 tegen pesten"),
        ("- streep", '"- streep"'),
        ("# hek", '"# hek"'),
        ("C# leren", "C# leren"),
        ("nummer #1", '"nummer #1"'),
        ("slot:", '"slot:"'),
        ("10:vier", "10:vier"),
        ("één, twee", "één, twee"),
        ("=1+1", '"=1+1"'),
        ("&anker", '"&anker"'),
        ("!tag", '"!tag"'),
        ("'s avonds", '"\'s avonds"'),
        ('"Ik durf"', "'\"Ik durf\"'"),
        ("\\n: 's", "'\\n: ''s'"),
        ("een\ttab", '"een\\ttab"'),
        ("twee\nregels", '"twee\\nregels"'),
        ("🙂 blij", '"🙂 blij"'),
        ("مرحبا", "مرحبا"),
    ],
)
def test_a_text_has_quotes_where_somebody_could_guess(text, written):
    line = canonical({"meenemen": text}, OfferFile)

    assert line == f"meenemen: {written}\n"
    assert again(line) == {"meenemen": text}


def test_long_text_that_cannot_stand_below_a_bar_has_quotes():
    text = canonical({"beschrijving": "Eerst\n\tdan"}, OfferFile)

    assert text == 'beschrijving: "Eerst\\n\\tdan"\n'
    assert again(text) == {"beschrijving": "Eerst\n\tdan"}


@pytest.mark.parametrize(
    "path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.stem
)
def test_good_files_keep_their_meaning_and_their_record(path, vocabulary):
    kind = {"aanbieder": PartnerFile, "nieuws": NewsFile}.get(
        path.stem if path.stem == "aanbieder" else path.parent.name, OfferFile
    )
    document, _ = read(str(path), path.read_bytes())
    text = canonical(document.data, kind)
    written, problems = read(str(path), text.encode())

    assert problems == []
    assert meaning(written.data) == meaning(document.data)
    assert canonical(written.data, kind) == text
    before, _ = read_record(document, kind, vocabulary)
    after, _ = read_record(written, kind, vocabulary)
    assert before is not None
    assert before == after


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60
).filter(lambda text: text.strip() and unreadable_in(text) is None)
TRICKY = st.text("ab1 :#-,.[]{}'\"\\|>&*!?%@`=\n\r\t~", min_size=1, max_size=12).filter(
    str.strip
)
NAMES = st.sampled_from(
    ["titel", "beschrijving", "kosten", "groepen", "talen", "van", "ander veld", "#"]
)
VALUES = st.recursive(
    TEXTS | TRICKY,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5))
def test_whatever_is_written_is_read_back(data):
    expected = meaning(data)
    if not expected or depth(expected) > 7:
        return
    written = again(canonical(data, OfferFile))

    assert meaning(written) == expected
    assert canonical(written, OfferFile) == canonical(data, OfferFile)


def depth(value):
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(TEXTS | TRICKY)
def test_each_text_of_an_offer_comes_back(text):
    data = MINIMAL | {"titel": text, "beschrijving": text, "zoekwoorden": [text]}

    assert meaning(again(canonical(data, OfferFile))) == meaning(data)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ('titel: "a # b"\nx: a#b\ny: [a, "#b"]\nz: \'# c\'\n', False),
        ("x: |\n  # Kop\n  tekst # geen\n", False),
        ("x: |  # uitleg\n  tekst\n", True),
        ("# boven\nx: y\n", True),
        ("x: y # naast\n", True),
        ("x: |\n  tekst\n\n# onder\n", True),
        ("x:\n  # tussen\n  - y\n", True),
        ("\ufeffx: y\r\n# windows\r\n", True),
    ],
)
def test_comments_are_seen(text, has):
    assert has_comments(text.encode()) is has
