"""What a review says of a proposal in git, from an honest one to a hostile one."""

import json
import re
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.history import HistoryError
from groepsaanbod.ownership import Names
from groepsaanbod.pens import Markdown, Plain
from groepsaanbod.proposals import proposal
from groepsaanbod.review import Review, reason_in
from groepsaanbod.review.part import MOST_LINES
from groepsaanbod.review.written import written
from payloads import payload_offer
from repository import OFFER, Repository

REVIEWS = Path(__file__).parent / "data/reviews"
CJG = "cjg_voorbeeld"
FOLDER = "offers/cjg-rivierenland"
KIES = f"{FOLDER}/kies.yaml"
SLEEP = f"{FOLDER}/slaap-lekker.yaml"
FRIGHT = f"{FOLDER}/praten-over-angst.yaml"


@pytest.fixture
def repository(tmp_path):
    """The good region on main, and a branch of it for a proposal."""
    made = Repository(tmp_path / "project")
    made.commit("2026-11-01")
    made.git("checkout", "--quiet", "-b", "voorstel")
    return made


def reviewed(repository, author=CJG, reason="", asked="main..HEAD"):
    read = proposal(repository.folder, Names(), asked, (TODAY, TODAY))
    return Review(read, author, reason_in(reason))


def text(repository, author=CJG, reason="", pen=None):
    repository.commit("2026-11-20")
    return written(reviewed(repository, author, reason), pen or Plain())


def said(repository, author=CJG, reason=""):
    """Give what must be mended."""
    repository.commit("2026-11-20")
    found = reviewed(repository, author, reason).mistakes
    return [(each.path, each.line, each.message) for each in found]


def a_new_offer(repository, path=f"{FOLDER}/dutten.yaml", **changes):
    old = repository.path(SLEEP).read_text("utf-8")
    for key, value in ({"titel": "Dutten"} | changes).items():
        old = re.sub(f"(?m)^{key}: .*", f"{key}: {value}", old)
    place = "{naam: De Molen, adres: Molendijk 1, plaats: Waterstad}"
    repository.write(path, f"{old}locaties: [{place}]\n")


def expected(name):
    return REVIEWS.joinpath(name).read_text("utf-8")


def test_an_honest_proposal_is_told_as_parents_will_see_it(repository):
    ages = "{van: 6, tot_en_met: 9}"
    a_new_offer(repository, doelgroep="[kinderen]", leeftijd=ages, themas="[scheiding]")
    repository.replace(KIES, "plekken_vrij: 3\n    status: open", "status: vol")
    repository.replace(KIES, "status_op: 2026-11-20", "status_op: 2026-11-23")
    repository.replace(KIES, "op: 2026-11-02", "op: 2026-11-23")
    repository.replace(FRIGHT, "titel: ", "titel: Samen ")
    repository.replace(FRIGHT, "kosten: ", "kosten: {bedrag: 5} #")
    repository.replace(f"{FOLDER}/aanbieder.yaml", "naam: ", "naam: Het ")

    assert text(repository) == expected("eerlijk.txt")


def test_what_goes_moves_or_comes_later_is_told(repository):
    repository.path(SLEEP).unlink()
    a = repository.path(FRIGHT)
    moved = (
        a.read_text("utf-8") + "vorige_adressen: [cjg-rivierenland/praten-over-angst]\n"
    )
    a.unlink()
    repository.write(f"{FOLDER}/angst-de-baas.yaml", moved)
    later = repository.path(KIES).read_text("utf-8")
    later = re.sub("(?m)^titel: .*", "titel: Later", later)
    later = re.sub("(?m)^vorige_adressen: .*", "zichtbaar: {van: 2027-01-01}", later)
    repository.write(f"{FOLDER}/later.yaml", later)

    assert text(repository, pen=Markdown()) == expected("weg.md")


def test_who_begins_is_welcomed_and_the_coordinator_knows_what_to_do(repository):
    repository.write(
        "offers/moedig/aanbieder.yaml", "naam: Moedig\nsamenvatting: Lef.\n"
    )
    a_new_offer(repository, "offers/moedig/lef.yaml", themas="[nieuw]")

    assert text(repository, "mo-1") == expected("welkom.txt")


def test_a_new_organisation_that_brings_one_file_hears_kindly_of_the_other(repository):
    a_new_offer(repository, "offers/moedig/lef.yaml")

    assert text(repository, "mo-1") == expected("tweede-bestand.txt")


def test_who_is_not_in_the_list_yet_waits_and_the_coordinator_sees_what_it_means(
    repository,
):
    a_new_offer(repository, "offers/veilig-verder/dutten.yaml")

    assert text(repository, "mo-1").startswith(expected("wacht.txt"))
    assert reviewed(repository, "mo-1").mistakes


def test_a_change_of_nothing_says_so(repository):
    repository.write(OFFER, repository.path(OFFER).read_text("utf-8") + "# klaar\n")

    assert text(repository, "welzijn_VOORBEELD") == (
        "Dit voorstel klopt\n"
        "==================\n"
        "\n"
        "Van welzijn_VOORBEELD, aanbieder.\n"
        "\n"
        "Wat er verandert voor ouders\n"
        "----------------------------\n"
        "\n"
        "Voor ouders verandert er niets aan het aanbod.\n"
    )


def test_who_takes_more_than_one_offer_away_says_why(repository):
    repository.path(SLEEP).unlink()
    repository.path(FRIGHT).unlink()
    sentence = (
        "dit voorstel haalt 2 keer aanbod weg; begin in de tekst bij het voorstel"
        " een regel met 'Reden:' en schrijf waarom"
    )

    assert said(repository) == [("", 1, sentence)]
    assert said(repository, reason="Wij stoppen.") == [("", 1, sentence)]
    assert said(repository, reason="Dag!\r\nreden: het geld is op.\r\n") == []
    assert "De reden: Het geld is op <b>\n" in written(
        reviewed(repository, reason="Reden: Het geld is op <b>"), Plain()
    )


def test_one_offer_may_go_and_a_moved_one_has_not_gone(repository):
    repository.path(SLEEP).unlink()
    old = repository.path(FRIGHT)
    at = "vorige_adressen: [cjg-rivierenland/praten-over-angst]\n"
    repository.write(f"{FOLDER}/bang.yaml", old.read_text("utf-8") + at)
    old.unlink()

    assert said(repository) == []


def test_a_mistake_is_told_at_its_line_in_the_project(repository):
    repository.replace(KIES, "vorm: training", "vorm: trening")
    (found,) = said(repository)

    assert found[:2] == (KIES, 13)
    assert found[2].endswith("bedoelt u 'training'?")


def test_a_mistake_elsewhere_is_told_too(repository):
    """Another offer leans on the partner that goes."""
    for path in repository.path("offers/welzijn-waterland").rglob("*.yaml"):
        path.unlink()
    told = text(repository, "coordinator_voorbeeld", "Reden: Zij zijn gestopt.")

    assert f"- {KIES}, regel 53: samen_met[1]: 'welzijn-waterland'" in told
    assert "Er staan ook bestanden bij die dit voorstel niet verandert." in told


def test_a_broken_region_is_told_and_the_rest_is_read_with_the_one_there_was(
    repository,
):
    repository.write("region/themas.yaml", "themas: nee\n")
    found = said(repository, "coordinator_voorbeeld")

    assert {path for path, _, _ in found} == {"region/themas.yaml"}


def test_what_main_did_meanwhile_is_not_the_proposals(repository):
    a_new_offer(repository)
    repository.commit("2026-11-20")
    repository.git("checkout", "--quiet", "main")
    repository.path(OFFER).unlink()
    repository.commit("2026-11-21")

    found = reviewed(repository, asked="main..voorstel")
    assert [each.path for each in found.proposal.changes] == [f"{FOLDER}/dutten.yaml"]
    assert found.mistakes == ()


def test_owners_are_those_of_main_and_not_of_the_proposal(repository):
    repository.write("region/eigenaren.yaml", f"coordinatoren: [{CJG}]\n")
    repository.write("pelicanconf.py", "")

    assert [(path, line) for path, line, _ in said(repository)] == [
        ("pelicanconf.py", 1),
        ("region/eigenaren.yaml", 1),
    ]


def test_owners_are_those_of_now_also_for_an_old_proposal(repository):
    a_new_offer(repository)
    repository.commit("2026-11-20")
    repository.git("checkout", "--quiet", "main")
    repository.replace("region/eigenaren.yaml", "cjg_voorbeeld, ", "")
    repository.commit("2026-11-21")

    found = reviewed(repository, asked="main..voorstel")
    assert [each.path for each in found.refusals] == [f"{FOLDER}/dutten.yaml"]


@pytest.mark.parametrize("broken", ["coordinatoren: {", "coordinatoren: [a b]", None])
def test_owners_that_cannot_be_read_allow_nothing(repository, broken):
    repository.git("checkout", "--quiet", "main")
    if broken is None:
        repository.path("region/eigenaren.yaml").unlink()
    else:
        repository.write("region/eigenaren.yaml", broken)
    repository.commit("2026-11-02")
    repository.git("checkout", "--quiet", "-B", "voorstel")
    a_new_offer(repository)
    repository.commit("2026-11-20")

    found = reviewed(repository, "coordinator_voorbeeld")
    assert [each.path for each in found.refusals] == [f"{FOLDER}/dutten.yaml"]


def test_a_hostile_branch_is_refused_with_one_sentence_for_each_trick(repository):
    sleep = repository.path(SLEEP).read_bytes()
    for mode, path, content in (
        ("120000", f"{FOLDER}/wachtwoorden.yaml", b"/etc/passwd"),
        ("120000", "region/link.yaml", b"../../geheim"),
        ("160000", f"{FOLDER}/module", b""),
        ("100755", f"{FOLDER}/programma.yaml", sleep),
        ("100644", ".github/workflows/kwaad.yml", b"on: push"),
        ("100644", ".gitattributes", b"* filter=kwaad"),
        ("100644", "pelicanconf.py", b"import os"),
        ("100644", f"{FOLDER}/Judo.yaml", sleep),
        ("100644", f"{FOLDER}/caf\u00e9.yaml", sleep),
        ("100644", f"{FOLDER}/cafe\u0301.yaml", sleep),
        ("100644", f"{FOLDER}/a::error file=b::c.yaml", sleep),
        ("100644", f"{FOLDER}/twee\n::error::regels.yaml", sleep),
        ("100644", f"{FOLDER}/con.yaml", sleep),
        ("100644", f"{FOLDER}/groot.yaml", b"#" * 70_000),
        ("100644", OFFER, b"titel: Overgenomen\n"),
        ("100644", "region/eigenaren.yaml", b"coordinatoren: [cjg_voorbeeld]\n"),
    ):
        repository.put(mode, path, content)
    repository.git(
        "rm", "--quiet", "--cached", "offers/veilig-verder/samen-verder.yaml"
    )
    repository.commit_index("2026-11-20")
    found = reviewed(repository)

    assert written(found, Markdown()) == expected("kwaad.md")
    assert len(found.refusals) == 17
    assert len({each.path for each in found.refusals}) == 17


def test_a_folder_that_became_a_link_is_not_followed(repository):
    repository.git("rm", "-r", "--quiet", "--cached", "offers")
    repository.put("120000", "offers", b"../elders")
    repository.commit_index("2026-11-20")
    found = reviewed(repository)

    assert (
        "offers",
        "dit is een verwijzing naar iets anders; zet er een gewoon bestand neer",
    ) in [(each.path, each.why) for each in found.refusals]
    assert found.proposal.after.catalogue.offers == ()


def test_partners_texts_stay_texts_in_the_summary(repository, vocabulary):
    offer = json.dumps(payload_offer(vocabulary), ensure_ascii=False)
    repository.write(f"{FOLDER}/kwaad.yaml", offer)
    told = text(repository, pen=Markdown())

    assert "(CJG Rivierenland): training over" in told
    assert not re.search(r"<\w|https?://|@\w", told)


def test_a_long_list_ends_with_how_many_there_are_more(repository):
    for number in range(MOST_LINES + 2):
        a_new_offer(repository, f"{FOLDER}/x{number}.yaml", titel=f"Nummer {number:02}")
    told = text(repository)

    assert told.count("(CJG Rivierenland): cursus over ") == MOST_LINES
    assert "\n- en nog 2\n" in told


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("nergens..HEAD", "'nergens' kennen we niet; noem een dag, tag of commit"),
        ("main..--all", "'--all' kennen we niet; noem een dag, tag of commit"),
        (
            "main..los",
            "main en los hebben geen gezamenlijk begin, of het verschil is te groot",
        ),
    ],
)
def test_what_git_does_not_know_is_said(repository, asked, sentence):
    repository.git("checkout", "--quiet", "--orphan", "los")
    repository.commit("2026-11-20")

    with pytest.raises(HistoryError) as error:
        reviewed(repository, asked=asked)
    assert str(error.value) == sentence


def test_without_a_second_name_it_is_what_stands_here(repository):
    a_new_offer(repository)
    repository.commit("2026-11-20")

    assert len(reviewed(repository, asked="main").proposal.changes) == 1
