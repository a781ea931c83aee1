"""What must hold beyond the shape of one field, rule by rule."""

from dataclasses import replace

import pytest

from builders import MINIMAL, TODAY, an_offer
from groepsaanbod.problems import Severity
from groepsaanbod.rules import (
    RULES,
    RULES_BESIDE_THE_OTHERS,
    Checked,
    check_beside_the_others,
    check_rules,
)
from groepsaanbod.source import Document

LOCATION = {"naam": "De Molen", "plaats": "Waterstad"}
DROP_IN = {"dag": "woensdag", "tijd": "9:30-11:00"}


@pytest.fixture
def said(catalogue):
    """Give what the rules say of an offer with these keys changed."""

    def said(partner="cjg-rivierenland", region=catalogue, **changes):
        data = MINIMAL | changes
        offer = an_offer(region.vocabulary, partner, **changes)
        document = Document("a.yaml", data, {(): (1, 1)})
        checked = Checked(offer, document, region)
        found = [*check_rules(checked), *check_beside_the_others(checked, TODAY)]
        return [f"{each.field}: {each.message}" for each in found]

    return said


def test_a_right_offer_gives_no_problems(said):
    assert said() == []


def test_each_rule_says_in_one_line_what_holds():
    for rule in (*RULES, *RULES_BESIDE_THE_OTHERS):
        assert rule.__doc__.endswith(".")
        assert "\n" not in rule.__doc__


@pytest.mark.parametrize(
    "status", ["op-aanvraag", "wachtlijst", "uitgesteld", "gepland"]
)
def test_a_group_may_do_without_a_start_when_its_status_says_so(said, status):
    assert said(groepen=[{"status": status}]) == []


@pytest.mark.parametrize("group", [{}, {"status": "open"}, {"dag": "maandag"}])
def test_another_group_has_a_start(said, group):
    assert said(groepen=[{"start": "2027-01-12"}, group]) == [
        (
            "groepen[2]: deze groep heeft geen eerste dag; zet erbij: start: 2027-01-12"
            " (of: status: op-aanvraag)"
        )
    ]


def test_a_start_beside_a_list_of_days_is_the_first_of_them(said):
    days = ["2027-01-26", "2027-01-12"]

    assert said(groepen=[{"data": days}]) == []
    assert said(groepen=[{"data": days, "start": "2027-01-12"}]) == []
    assert said(groepen=[{"data": days, "start": "2027-01-26"}]) == [
        (
            "groepen[1].start: de start is niet de eerste dag van 'data';"
            " schrijf start: 2027-01-12"
        )
    ]


def test_the_days_of_a_group_fit_its_weekday(said):
    right = {"start": "2027-01-12", "data": ["2027-01-12", "2027-01-19"]}
    wrong = {"start": "2027-01-12", "data": ["2027-01-12", "2027-01-20"]}

    assert said(groepen=[right, right | {"dag": "dinsdag"}, wrong]) == []
    assert said(groepen=[wrong | {"dag": "dinsdag"}]) == [
        (
            "groepen[1].data[2]: 2027-01-20 is een woensdag, maar bij 'dag' staat"
            " dinsdag; verbeter de dag of de datum"
        )
    ]
    assert said(groepen=[{"start": "2027-01-12", "dag": "maandag"}]) == [
        (
            "groepen[1].start: 2027-01-12 is een dinsdag, maar bij 'dag' staat maandag;"
            " verbeter de dag of de datum"
        )
    ]


def test_there_are_as_many_days_as_meetings(said):
    days = {"data": ["2027-01-12", "2027-01-20"]}

    assert said(groepen=[days, days | {"bijeenkomsten": "2"}]) == []
    assert said(groepen=[{"start": "2027-01-12", "bijeenkomsten": "8"}]) == []
    assert said(groepen=[days | {"bijeenkomsten": "3"}]) == [
        (
            "groepen[1].bijeenkomsten: er staan 2 dagen bij 'data', en hier 3;"
            " verbeter er één"
        )
    ]


def test_no_more_places_are_left_than_there_are(said):
    group = {"start": "2027-01-12", "plekken_vrij": "8"}

    assert said(groepen=[group, group | {"plekken": "8"}]) == []
    assert said(groepen=[group | {"plekken": "7"}]) == [
        (
            "groepen[1].plekken_vrij: er zijn meer plekken vrij dan er plekken zijn;"
            " schrijf hoogstens 7"
        )
    ]


@pytest.mark.parametrize(
    ("areas", "sentences"),
    [
        (["waterstad-noord", "waterstad-zuid", "dijkdorp"], []),
        (["regio"], []),
        (
            ["waterstad-zuid", "waterstad"],
            ["gebieden[1]: 'Waterstad Zuid' hoort al bij 'Waterstad'; haal er één weg"],
        ),
        (
            ["dijkdorp", "regio"],
            ["gebieden[1]: 'Dijkdorp' hoort al bij 'de hele regio'; haal er één weg"],
        ),
    ],
)
def test_a_part_of_what_is_named_is_not_named_too(said, areas, sentences):
    assert said(gebieden=areas) == sentences


@pytest.mark.parametrize(
    ("written", "locations", "hint"),
    [
        ("de molen", [LOCATION], "bedoelt u 'De Molen'?"),
        ("Molens", [LOCATION], "bedoelt u 'De Molen'?"),
        ("Het Veerhuis", [LOCATION], "kies uit: De Molen"),
        ("Het Veerhuis", [], "zet de plek erbij onder 'locaties'"),
    ],
)
def test_groups_and_drop_ins_are_at_a_known_location(said, written, locations, hint):
    sentence = f"'{written}' staat niet bij 'locaties'; {hint}"

    assert said(
        groepen=[{"start": "2027-01-12", "locatie": written}],
        inloop=[DROP_IN, DROP_IN | {"locatie": written}],
        locaties=locations,
    ) == [f"groepen[1].locatie: {sentence}", f"inloop[2].locatie: {sentence}"]


def test_a_known_location_is_right(said):
    assert said(inloop=[DROP_IN | {"locatie": "De Molen"}], locaties=[LOCATION]) == []


@pytest.mark.parametrize(
    ("town", "sentences"),
    [
        ("Waterstad", []),
        ("kapelveer", []),
        ("Molenwijk", []),
        ("Amsterdam", []),
        (
            "Watersad",
            [
                (
                    "locaties[1].plaats: 'Watersad' kennen we niet in de regio;"
                    " bedoelt u 'Waterstad'?"
                )
            ],
        ),
    ],
)
def test_a_town_is_perhaps_misspelt(said, town, sentences):
    assert said(locaties=[LOCATION | {"plaats": town}]) == sentences


def test_a_misspelt_town_does_not_stop_the_build(catalogue):
    places = [LOCATION | {"plaats": "Watersad"}]
    offer = an_offer(catalogue.vocabulary, locaties=places)
    document = Document("a.yaml", MINIMAL | {"locaties": places}, {})
    (problem,) = check_rules(Checked(offer, document, catalogue))

    assert problem.severity is Severity.WARNING


def test_a_secret_address_stands_nowhere_in_the_file(said):
    assert said(
        adres_geheim="ja",
        samenvatting="Bij de molen, 4001AB Waterstad.",
        locaties=[LOCATION | {"postcode": "4001 AB"}],
        groepen=[{"start": "2027-01-12"}],
        zoekwoorden=["molen", "bij 4001 AB"],
    ) == [
        (
            "locaties: het adres is geheim, maar hier staat waar het is;"
            " haal 'locaties' weg"
        ),
        "samenvatting: het adres is geheim, maar hier staat '4001AB'; haal dat weg",
        "zoekwoorden[2]: het adres is geheim, maar hier staat '4001 AB'; haal dat weg",
    ]


def test_a_street_with_a_number_is_an_address_too(said):
    assert said(
        adres_geheim="ja", samenvatting="Wij zitten in de Molenstraat 12a."
    ) == [
        (
            "samenvatting: het adres is geheim, maar hier staat 'Molenstraat 12a';"
            " haal dat weg"
        )
    ]
    assert said(adres_geheim="ja", samenvatting="Een weg van 12 weken.") == []


def test_a_known_address_may_stand_anywhere(said):
    assert said(samenvatting="Bij de molen, 4001AB Waterstad.") == []


def test_nobody_has_checked_anything_tomorrow(said):
    sentence = "deze dag moet nog komen; schrijf vandaag of eerder: 2026-11-24"

    assert said(gecontroleerd_op="2026-11-24") == []
    assert said(
        gecontroleerd_op="2026-11-25",
        groepen=[{"start": "2027-01-12", "status_op": "2026-12-01"}],
    ) == [f"gecontroleerd_op: {sentence}", f"groepen[1].status_op: {sentence}"]


def test_periods_run_forward(said):
    sentence = "de laatste dag ligt voor de eerste; wissel ze om"
    backward = {"van": "2027-02-01", "tot": "2027-01-31"}
    one_day = {"van": "2027-02-01", "tot": "2027-02-01"}

    assert said(zichtbaar=one_day, inloop=[DROP_IN | one_day]) == []
    assert said(zichtbaar={"tot": "2027-01-31"}, inloop=[DROP_IN]) == []
    assert said(zichtbaar=backward, inloop=[DROP_IN | backward]) == [
        f"zichtbaar.tot: {sentence}",
        f"inloop[1].tot: {sentence}",
    ]


def test_nobody_helps_themselves(said):
    assert said(samen_met=["welzijn-waterland"]) == []
    assert said(samen_met=["cjg-rivierenland"]) == [
        "samen_met: dit bent u zelf; noem alleen de andere aanbieders"
    ]


def test_somebody_can_be_reached_at_the_partner_or_at_the_offer(said, catalogue):
    silent = replace(
        catalogue,
        partners=tuple(
            each.model_copy(update={"phone": None, "email": None, "website": None})
            for each in catalogue.partners
        ),
    )
    nowhere = {"hoe": "zelf-aanmelden"}

    assert said(aanmelden=nowhere) == []
    assert said(region=silent) == []
    assert said(region=silent, aanmelden=nowhere) == [
        "aanmelden: zo kan niemand u bereiken; zet erbij: telefoon, email of website"
    ]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("slapen", "schrijf een oud adres als aanbieder/oude-naam"),
        ("a/b/c", "schrijf een oud adres als aanbieder/oude-naam"),
        ("../geheim", "schrijf een oud adres als aanbieder/oude-naam"),
        ("/aanbod/slapen", "schrijf een oud adres als aanbieder/oude-naam"),
        (
            "cjg-rivierenland/kies",
            "op 'cjg-rivierenland/kies' staat nu ander aanbod; haal het oude adres weg",
        ),
        (
            "cjg-rivierenland/oude-naam",
            (
                "'cjg-rivierenland/oude-naam' staat ook bij 'cjg-rivierenland/kies';"
                " haal het bij één weg"
            ),
        ),
    ],
)
def test_an_old_address_leads_to_one_offer(said, address, sentence):
    assert said(vorige_adressen=["cjg/slapen", address]) == [
        f"vorige_adressen[2]: {sentence}"
    ]
