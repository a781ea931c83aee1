"""Who stands beside which folder, and what GitHub is told of it."""

import shutil
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.loading import Folders, load
from groepsaanbod.owners import OwnersFile, codeowners, is_account

PROJECT = Path(__file__).parent.parent


def test_the_file_of_the_region_is_read(catalogue):
    owners = catalogue.planning.owners

    assert owners.is_coordinator("Coordinator_Voorbeeld")
    assert owners.folders_of("TWEEDE_voorbeeld") == ("cjg-rivierenland",)
    assert owners.accounts_of("welzijn-waterland") == ("Welzijn_voorbeeld",)
    assert owners.accounts_of("veilig-verder") == ()


@pytest.mark.parametrize("name", ["anna", "A1", "a-b-c", "anna_short", "a" * 39])
def test_this_can_be_a_name_on_github(name):
    assert is_account(name)


@pytest.mark.parametrize(
    "name", ["", "-a", "a-", "a b", "a" * 40, "org/team", "a.b", "a\n", "é", "a[bot]"]
)
def test_this_cannot(name):
    assert not is_account(name)


def test_github_asks_the_partner_or_the_coordinator(catalogue):
    assert codeowners(catalogue.planning.owners) == (
        "# Gemaakt met make codeowners uit region/eigenaren.yaml. Verander dat.\n"
        "# Van de regels die passen, geldt de laatste.\n"
        "\n"
        "* @coordinator_voorbeeld\n"
        "/offers/cjg-rivierenland/"
        " @cjg_voorbeeld @tweede_voorbeeld @coordinator_voorbeeld\n"
        "/offers/welzijn-waterland/ @Welzijn_voorbeeld @coordinator_voorbeeld\n"
    )


def test_without_a_coordinator_nobody_is_asked():
    assert codeowners(OwnersFile.model_validate({})).count("\n") == 2


def test_a_site_that_is_no_example_is_asked_for_real_names(good, tmp_path):
    shutil.copytree(good.region, tmp_path / "region")
    site = tmp_path / "region/site.yaml"
    text = site.read_text("utf-8").replace("voorbeeld: ja", "voorbeeld: nee")
    site.write_text(text, encoding="utf-8")
    found = load(Folders(good.offers, tmp_path / "region"), TODAY).problems

    assert [(each.line, each.field, each.message) for each in found][:2] == [
        (
            1,
            "coordinatoren[1]",
            "'coordinator_voorbeeld' bestaat niet; schrijf een echte naam op GitHub",
        ),
        (
            4,
            "aanbieders[1].github[1]",
            "'cjg_voorbeeld' bestaat niet; schrijf een echte naam op GitHub",
        ),
    ]
    assert len(found) == 4


def test_codeowners_of_the_project_is_current():
    live = load(Folders(PROJECT / "offers", PROJECT / "region"), TODAY).catalogue
    text = PROJECT.joinpath(".github/CODEOWNERS").read_text("utf-8")

    assert text == codeowners(live.planning.owners), "run: make codeowners"
