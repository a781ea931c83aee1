"""The coordinator's files for the reports: none is needed, each is checked."""

import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest

from builders import TODAY
from groepsaanbod.loading import Folders, load
from groepsaanbod.planning import Figure, Planning, Verdict
from mutations import broken_file

FILES = ("afstemming", "bevolking", "doelen", "eigenaren", "normen", "vraagcijfers")


@pytest.fixture
def data(good, tmp_path, monkeypatch):
    """A copy of the good region that a test may spoil, in the current folder."""
    shutil.copytree(good.offers, tmp_path / "offers")
    shutil.copytree(good.region, tmp_path / "region")
    monkeypatch.chdir(tmp_path)
    return Folders(Path("offers"), Path("region"))


def write(data, name, text):
    data.region.joinpath(f"{name}.yaml").write_text(text, encoding="utf-8")


def said(data, today=TODAY, latest_day=None):
    """Give what is said of the region; of some days there is more of the offers."""
    problems = load(data, today, latest_day).problems
    return [str(each) for each in problems if each.path.startswith("region")]


def test_what_the_files_say_is_in_the_catalogue(catalogue):
    planning = catalogue.planning

    assert [each.where for each in planning.inhabitants if each.counts] == [
        "waterstad",
        "waterstad-noord",
        "waterstad-noord",
        "dijkdorp",
        "polderland",
    ]
    assert [each.named for each in planning.questions] == [(), ("somberheid",)]
    assert planning.norms.passes == ("Stadspas",)
    assert planning.norms.nearly_free_why == "Aanname, nog te besluiten."
    assert [(each.figure, each.target) for each in planning.aims.aims] == [
        (Figure.PARTNERS, 4),
        (Figure.PARENTS, None),
    ]
    assert [each.listed_as for each in planning.aims.known_partners] == [
        "cjg-rivierenland",
        "welzijn-waterland",
        None,
    ]
    assert [each.verdict for each in planning.decisions] == [Verdict.TAKEN_UP]


def test_a_region_needs_none_of_them(data):
    for name in FILES:
        data.region.joinpath(f"{name}.yaml").unlink()
    loaded = load(data, TODAY)

    assert loaded.problems == ()
    assert loaded.catalogue.planning == Planning()


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# Dit vullen wij later in.\n", "  # ingesprongen"]
)
def test_a_file_with_only_comments_says_nothing(data, text):
    for name in FILES:
        write(data, name, text)
    loaded = load(data, TODAY)

    assert loaded.problems == ()
    assert loaded.catalogue.planning == Planning()


@pytest.mark.parametrize("value", ["", " []", "  # nog niets"])
def test_a_list_may_be_empty(data, value):
    write(data, "afstemming", f"besluiten:{value}\n")
    write(data, "bevolking", f"tellingen:{value}\n")
    write(data, "doelen", f"doelen:{value}\nbekende_aanbieders:{value}\n")
    write(data, "normen", f"normen:{value}\nniet_verwacht:{value}\npassen:{value}\n")
    write(data, "vraagcijfers", f"bronnen:{value}\n")
    write(data, "eigenaren", f"coordinatoren:{value}\naanbieders:{value}\n")
    loaded = load(data, TODAY)

    assert loaded.problems == ()
    assert loaded.catalogue.planning == Planning()


def test_a_broken_file_does_not_take_the_others_with_it(data):
    write(data, "normen", "vooruit: 0\nbijna_gratis: 12\n")
    loaded = load(data, TODAY)

    assert [str(each) for each in loaded.problems] == [
        (
            "region/normen.yaml:1:1: vooruit:"
            " schrijf een aantal maanden van 1 tot en met 60"
        )
    ]
    assert loaded.catalogue.planning.norms == Planning().norms
    assert len(loaded.catalogue.planning.questions) == 2


def test_a_file_that_is_no_yaml_is_told(data):
    write(data, "normen", "vooruit: [12\n")

    assert said(data) == [
        (
            "region/normen.yaml:1:10: de haak [ sluit niet goed;"
            " zet ] aan het einde en een komma tussen de woorden"
        )
    ]


def test_a_link_or_folder_is_no_file(data):
    for name in ("normen", "doelen"):
        data.region.joinpath(f"{name}.yaml").unlink()
    data.region.joinpath("normen.yaml").symlink_to("nergens")
    data.region.joinpath("doelen.yaml").mkdir()

    assert said(data) == [
        "region/doelen.yaml:1:1: dit is geen gewoon bestand; haal het weg",
        "region/normen.yaml:1:1: dit is geen gewoon bestand; haal het weg",
    ]


DECISION = """besluiten:
  - overlap: [cjg-rivierenland/kies, welzijn-waterland/sterk-staan]
    besluit: naast-elkaar
    door: Coördinator groepsaanbod
    waarom: Het mag allebei.
    op: 2026-11-24
    tot: 2026-12-31
    stand: "0,86"
"""


def test_somebody_can_decide_until_today(data):
    write(data, "afstemming", DECISION)

    assert said(data, date(2026, 11, 24)) == []
    assert said(data, date(2026, 11, 1), date(2026, 11, 24)) == []
    assert said(data, date(2026, 11, 23)) == [
        (
            "region/afstemming.yaml:6:5: besluiten[1].op:"
            " deze dag moet nog komen; schrijf vandaag of eerder: 2026-11-23"
        )
    ]


def test_a_decision_holds_up_to_and_including_its_last_day(data):
    write(data, "afstemming", DECISION)

    assert said(data, date(2026, 12, 31)) == []
    assert said(data, date(2027, 1, 1)) == [
        (
            "region/afstemming.yaml:7:5: let op: besluiten[1].tot: dit besluit gold"
            " tot en met 2026-12-31, dus het staat weer open; neem een nieuw besluit,"
            " of haal dit weg"
        )
    ]


def test_a_decision_may_be_about_an_offer_whose_file_has_a_mistake(data):
    write(data, "afstemming", DECISION)
    offer = data.offers / "cjg-rivierenland/kies.yaml"
    offer.write_text("titel: [", encoding="utf-8")

    assert {each.path for each in load(data, TODAY).problems} == {str(offer)}


def test_what_two_offers_of_one_partner_share_can_be_decided_too(data):
    write(
        data,
        "afstemming",
        DECISION.replace(
            "welzijn-waterland/sterk-staan", "cjg-rivierenland/slaap-lekker"
        ),
    )

    assert said(data) == []


def test_where_there_are_no_offers_a_decision_is_about_none(data):
    shutil.rmtree(data.offers)
    data.offers.mkdir()
    data.region.joinpath("doelen.yaml").unlink()
    write(data, "afstemming", DECISION)

    assert said(data) == [
        (
            "region/afstemming.yaml:2:15: let op: besluiten[1].overlap[1]:"
            " 'cjg-rivierenland/kies' is geen aanbod, of niet meer;"
            " schrijf aanbieder/aanbod, of haal dit besluit weg"
        ),
        (
            "region/afstemming.yaml:2:38: let op: besluiten[1].overlap[2]:"
            " 'welzijn-waterland/sterk-staan' is geen aanbod, of niet meer;"
            " schrijf aanbieder/aanbod, of haal dit besluit weg"
        ),
    ]


ONE_VILLAGE = """tellingen:
  - waar: dijkdorp
    kern: Kapelveer
    bron: Telling
    jaar: 2026
    zekerheid: geteld
    leeftijden: [{vanaf: 0, tot: 25, aantal: 100}]
"""


def test_villages_need_not_be_complete_beside_a_count_of_the_whole(data):
    whole = ONE_VILLAGE.split("\n", 1)[1].replace("    kern: Kapelveer\n", "")
    write(data, "bevolking", ONE_VILLAGE + whole)

    assert said(data) == []


def test_a_village_that_is_only_remembered_asks_for_no_others(data):
    write(data, "bevolking", ONE_VILLAGE + "    telt_mee: nee\n")

    assert said(data) == []


def test_a_municipality_may_name_itself_as_a_village_and_need_not(data):
    rows = ONE_VILLAGE.split("\n", 1)[1]
    others = "".join(
        rows.replace("Kapelveer", name) for name in ("Uiterwaard", "Dijkdorp")
    )
    write(data, "bevolking", ONE_VILLAGE + others)
    assert said(data) == []

    write(data, "bevolking", ONE_VILLAGE + rows.replace("Kapelveer", "Uiterwaard"))
    assert said(data) == []


def test_no_village_is_missed_that_stands_in_a_row_with_a_mistake(data):
    wrong = ONE_VILLAGE.split("\n", 1)[1].replace("Kapelveer", "Uiterwaard")
    write(data, "bevolking", ONE_VILLAGE + wrong.replace("100", "veel"))

    assert said(data) == [
        (
            "region/bevolking.yaml:13:38: tellingen[2].leeftijden[1].aantal:"
            " schrijf een getal in cijfers, zoals 12, of onbekend"
        )
    ]


def test_a_wide_norm_may_stand_above_a_narrow_one(data):
    write(
        data,
        "normen",
        "normen:\n"
        "  - {thema: angst, minstens: 2, waarom: Er zijn veel vragen.}\n"
        "  - {waar: dijkdorp, minstens: 1, waarom: Het is een klein dorp.}\n"
        "  - {thema: angst, waar: dijkdorp, minstens: 3, waarom: Hier het meest.}\n",
    )

    assert said(data) == []


def test_what_is_a_wrong_list_as_a_whole_does_not_hide_another(data):
    write(
        data,
        "doelen",
        "doelen: veel\nbekende_aanbieders:\n  - naam: CJG\n  - naam: cjg\n",
    )

    assert [each.split(": ", 2)[1] for each in said(data)] == [
        "doelen",
        "bekende_aanbieders[2].naam",
    ]


@pytest.mark.parametrize("seed", range(100))
def test_no_broken_file_does_harm(data, seed):
    dice = Random(seed)  # noqa: S311 - no secret
    path = data.region / f"{dice.choice(FILES)}.yaml"
    path.write_bytes(broken_file(path.read_bytes(), dice))
    loaded = load(data, TODAY)

    assert all(each.message for each in loaded.problems)
    assert {each.path for each in loaded.problems} <= {str(path)}
    assert len(set(loaded.problems)) == len(loaded.problems)


def test_many_norms_do_not_keep_anybody_waiting(data):
    norm = "  - {minstens: 1, waarom: Zomaar.}\n"
    write(data, "normen", "normen:\n" + norm * 500)

    assert len(said(data)) == 499
