"""What the overlap report says, whole tables at a time."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.analysis import overlap as analysis
from groepsaanbod.planning import Decision, Planning
from groepsaanbod.reports import overlap
from groepsaanbod.reports.likenesses import Likenesses
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import as_json, as_text

CJG, VEILIG, WELZIJN = "cjg-rivierenland", "veilig-verder", "welzijn-waterland"
KIES = {
    "titel": "KIES voor kinderen",
    "doelgroep": ["kinderen"],
    "leeftijd": {"van": "8", "tot_en_met": "12"},
    "themas": ["scheiding"],
    "vorm": "training",
    "gebieden": ["waterstad", "dijkdorp"],
    "methode": {"naam": "KIES"},
    "locaties": [{"naam": "De Brug", "plaats": "Waterstad"}],
    "groepen": [{"start": "2027-01-12", "tijd": "15:30-16:30", "status": "vol"}],
}
IN_THE_WIJK = KIES | {
    "titel": "KIES in de wijk",
    "leeftijd": {"van": "7", "tot_en_met": "12"},
    "gebieden": ["waterstad"],
    "kosten": {"bedrag": "15", "toelichting": "Met de stadspas gratis."},
    "groepen": [
        {"start": "2027-03-03", "tijd": "15:30-16:30", "status": "open"},
        {"start": "2027-05-05", "tijd": "15:30-16:30", "taal": "turks"},
        {"start": "2027-09-01", "tijd": "15:30-16:30"},
    ],
}


@pytest.fixture
def reported(vocabulary, catalogue):
    """Give the reports on these offers, each as partner, slug and keys."""

    def reported(*offers, decisions=()):
        made = [an_offer(vocabulary, *names, **keys) for *names, keys in offers]
        planning = Planning(
            decisions=tuple(
                Decision.model_validate(each, context=vocabulary) for each in decisions
            )
        )
        changed = replace(catalogue, offers=tuple(made), planning=planning)
        return Reported(changed, TODAY)

    return reported


@pytest.fixture
def two(reported):
    return reported((CJG, "kies", KIES), (WELZIJN, "kies-in-de-wijk", IN_THE_WIJK))


def tables_of(reported, word="regio"):
    found = overlap.tables(reported, reported.supply.place(word))
    return {table.name: table for table in found}


def test_the_worked_example_in_words(two):
    (row,) = as_json(tables_of(two)["overlap"])

    assert row == {
        "aanbod_a": "KIES voor kinderen",
        "aanbieder_a": "CJG Rivierenland",
        "aanbod_b": "KIES in de wijk",
        "aanbieder_b": "Welzijn Waterland",
        "score": 0.8583,
        "gelijk": "Beide over scheiding, voor kinderen, in Waterstad;"
        " leeftijd 8 tot en met 12 jaar valt samen.",
        "verschil": "A is gratis, B kost € 15; A ook voor mensen uit Dijkdorp;"
        " leeftijd: A 8 tot en met 12 jaar, B 7 tot en met 12 jaar;"
        " dag en tijd: A dinsdag 15.30 tot 16.30 uur, B woensdag 15.30 tot 16.30 uur;"
        " taal: A Nederlands, B Nederlands en Turks;"
        " start: A 12 januari 2027 (vol), B 3 maart 2027, 5 mei 2027 en later.",
        "zelfde_aanbod": "dezelfde methode",
        "themas": "1 van 1",
        "leeftijd": "60 van 72 maanden",
        "doelgroep": "1 van 1",
        "gebied": "1 van 2",
    }


def test_the_score_recomputes_from_what_the_table_shows(two):
    (row,) = as_json(tables_of(two)["overlap"])
    weights = {"themas": 35, "leeftijd": 25, "doelgroep": 20, "gebied": 20}

    points = 0
    for key, weight in weights.items():
        shared, total = row[key].removesuffix(" maanden").split(" van ")
        points += weight * int(shared) / int(total)
    assert row["score"] == pytest.approx(points / 100, abs=0.00005)
    assert overlap.how_it_counts(two.catalogue.planning.norms.overlap) == (
        "Score = 0,35 × thema's + 0,25 × leeftijd + 0,2 × doelgroep + 0,2 × gebied."
        " Bij elk staat hoeveel er samenvalt, van alles wat de twee samen hebben:"
        " '1 van 2' telt als 0,5. Een gemeente telt als één, een gebied als een deel"
        " van de gemeente. Zijn beide online, dan telt de plek als gelijk."
        " Een paar is te zien vanaf 0,5. Ook vol aanbod telt mee, als er nog een groep"
        " begint. Aanbod waarvan niet bekend is of iemand mee kan doen, telt niet mee."
        " Ook niet wat in geen lijst meer staat, omdat er al lang niemand naar keek."
    )


def test_the_smaller_tables(reported):
    found = tables_of(
        reported(
            (CJG, "kies", KIES),
            (VEILIG, "ruzie", KIES | {"titel": "Ruzie thuis", "methode": None}),
            (WELZIJN, "kies-in-de-wijk", IN_THE_WIJK),
            (WELZIJN, "uit-elkaar", KIES | {"titel": "Uit elkaar", "methode": None}),
        )
    )
    counts = ("overlap-per-thema", "overlap-per-aanbieder")

    assert as_text([found["zelfde-aanbod"]]) == (
        "Zelfde aanbod, twee keer, in Rivierenland.\n"
        "  Aanbod A            Aanbieder A       Aanbod B         Aanbieder B      "
        "  Waaraan te zien   Score\n"
        "  KIES voor kinderen  CJG Rivierenland  KIES in de wijk  Welzijn Waterland"
        "  dezelfde methode   0,86\n"
    )
    groups = {
        row["aanbod"]: (row["thema"], row["leeftijd"], row["gemeenten"], row["aantal"])
        for row in as_json(found["overlap-groepen"])
    }
    first = "KIES voor kinderen (CJG Rivierenland); Ruzie thuis (Veilig Verder);"
    assert groups == {
        f"{first} KIES in de wijk (Welzijn Waterland)": (
            *("Scheiding", "0 tot 12 jaar", "Waterstad", 3),
        ),
        f"{first} Uit elkaar (Welzijn Waterland)": (
            *("Scheiding", "0 tot 12 jaar", "Waterstad en Dijkdorp", 3),
        ),
    }
    assert as_text(found[name] for name in counts) == (
        "Paren in Rivierenland per thema, ook als er over besloten is."
        " Een paar telt bij elk thema dat beide hebben.\n"
        "  Thema      Paren\n"
        "  Scheiding      5\n"
        "\n"
        "Paren in Rivierenland per aanbieder, ook als er over besloten is.\n"
        "  Aanbieder          Paren\n"
        "  CJG Rivierenland       3\n"
        "  Veilig Verder          3\n"
        "  Welzijn Waterland      4\n"
    )
    (within,) = as_json(found["overlap-binnen-aanbieder"])
    assert (within["aanbod_a"], within["aanbod_b"], within["score"]) == (
        "KIES in de wijk",
        "Uit elkaar",
        0.8583,
    )


def test_a_place_has_only_what_both_offer_its_people(two):
    assert len(tables_of(two, "waterstad-noord")["overlap"].rows) == 1
    village = tables_of(two, "dijkdorp")
    assert as_text(village.values()) == (
        "Overlap in Dijkdorp: aanbod van twee aanbieders dat op elkaar lijkt.\n"
        "  Er is geen overlap waarover nog niets is besloten.\n"
        "\n"
        "Zelfde aanbod, twee keer, in Dijkdorp.\n"
        "  Geen aanbod staat er twee keer.\n"
        "\n"
        "Drie of meer keer aanbod in Dijkdorp dat allemaal op elkaar lijkt.\n"
        "  Nergens lijken drie of meer keer aanbod op elkaar.\n"
        "\n"
        "Paren in Dijkdorp per thema, ook als er over besloten is."
        " Een paar telt bij elk thema dat beide hebben.\n"
        "  Er is geen overlap.\n"
        "\n"
        "Paren in Dijkdorp per aanbieder, ook als er over besloten is.\n"
        "  Er is geen overlap.\n"
        "\n"
        "Aanbod in Dijkdorp van één aanbieder dat op elkaar lijkt.\n"
        "  Geen aanbieder heeft aanbod dat op elkaar lijkt.\n"
    )


def test_when_there_are_more_pairs_than_fit_the_table_says_so(reported, monkeypatch):
    monkeypatch.setattr(analysis, "MOST_PAIRS", 1)
    found = reported(
        *((CJG, "kies", KIES), (CJG, "kies-nog", KIES), (CJG, "kies-weer", KIES)),
        (WELZIJN, "wijk", IN_THE_WIJK),
    )

    cut = "Dit zijn de sterkste 1 van alle 3 paren in de regio."
    assert tables_of(found)["overlap"].caption == (
        "Overlap in Rivierenland: aanbod van twee aanbieders dat op elkaar lijkt."
        f" {cut}"
    )
    assert tables_of(found)["overlap-binnen-aanbieder"].caption == (
        f"Aanbod in Rivierenland van één aanbieder dat op elkaar lijkt. {cut}"
    )


def test_what_is_decided_is_no_longer_in_the_list(reported, two):
    decision = {
        "overlap": ["cjg-rivierenland/kies", "welzijn-waterland/kies-in-de-wijk"],
        "besluit": "samenwerken",
        "door": "Coördinator groepsaanbod",
        "waarom": "Zij geven het om en om.",
        "op": "2026-11-01",
        "tot": "2027-11-01",
        "stand": two.overlaps.pairs[0].facts,
    }
    offers = (CJG, "kies", KIES), (WELZIJN, "kies-in-de-wijk", IN_THE_WIJK)
    found = tables_of(reported(*offers, decisions=[decision]))

    assert found["overlap"].rows == ()
    assert found["zelfde-aanbod"].rows == ()
    assert len(found["overlap-per-aanbieder"].rows) == 2


ONLINE = {
    "groepen": [],
    "uitvoering": "online",
    "gebieden": ["waterstad-noord"],
    "themas": ["slapen", "angst"],
    "speciaal_voor": ["vaders"],
    "leeftijd": {"van": "zwangerschap", "tot_en_met": "2"},
}
DROP_IN = {
    "inloop": [{"dag": "woensdag", "tijd": "9:30-11:00"}],
    "gebieden": ["regio"],
    "vorm": "inloop",
    "aanmelden": {"hoe": "binnenlopen"},
}
RUNNING = {
    "groepen": [
        {"start": "2026-11-03", "bijeenkomsten": "8", "instromen": "ja"},
        {"start": "2026-01-06", "bijeenkomsten": "2"},
    ],
    "locaties": [{"naam": "A", "plaats": "Waterstad"}],
    "uitvoering": "gemengd",
    "talen": ["turks"],
}


@pytest.mark.parametrize(
    ("first", "second", "in_common", "differences"),
    [
        (
            ONLINE,
            ONLINE | {"gebieden": ["regio"], "speciaal_voor": []},
            (
                "Beide over slapen en huilen en angst, voor ouders, allebei online;"
                " leeftijd zwangerschap tot en met 2 jaar valt samen."
            ),
            (
                "A speciaal voor vaders;"
                " B ook voor mensen uit Waterstad Zuid, Dijkdorp en Polderland."
            ),
        ),
        (
            DROP_IN,
            RUNNING,
            (
                "Beide over slapen en huilen, voor ouders, in Waterstad;"
                " leeftijd 1 tot en met 6 jaar valt samen."
            ),
            (
                "A ook voor mensen uit Dijkdorp en Polderland;"
                " vorm: A inloop, B cursus;"
                " plek: A op locatie, B op locatie en online in Waterstad;"
                " dag en tijd: A woensdag 9.30 tot 11.00 uur, B dinsdag;"
                " taal: A Nederlands, B Turks;"
                " meedoen: A zo binnenlopen, B zelf aanmelden;"
                " start: A elke week, B loopt al."
            ),
        ),
        (
            DROP_IN,
            DROP_IN,
            (
                "Beide over slapen en huilen, voor ouders, in de hele regio;"
                " leeftijd 1 tot en met 6 jaar valt samen."
            ),
            "Geen verschil in mensen, plek, vorm, kosten, tijd of start.",
        ),
    ],
)
def test_what_coincides_and_what_differs(
    reported, first, second, in_common, differences
):
    found = reported((CJG, "een", first), (WELZIJN, "twee", second))
    said = Likenesses(found.catalogue.vocabulary, TODAY)
    (pair,) = found.overlaps.pairs

    assert said.in_common(pair) == in_common
    assert said.differences(pair.first, pair.second) == differences
