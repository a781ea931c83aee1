"""The pages of partners."""

import pytest

from builders import TODAY
from groepsaanbod.pages.partners import on_github, partners_by_age
from groepsaanbod.pages.shown import Shown
from groepsaanbod.tables import Linked


@pytest.mark.parametrize(
    ("address", "can"),
    [
        ("https://github.com/regio/groepsaanbod", True),
        ("https://github.com/regio/groeps.aanbod/", True),
        ("https://gitlab.com/regio/groepsaanbod", False),
        ("https://github.com/regio", False),
        ("https://github.com.elders.nl/a/b", False),
        (None, False),
    ],
)
def test_only_on_github_an_address_can_propose_a_file(address, can):
    assert on_github(address) is can


def test_a_table_says_who_has_how_much_for_which_age(catalogue):
    table = partners_by_age(Shown.on(TODAY, catalogue))

    assert [each.title for each in table.columns] == [
        "Aanbieder",
        "Zwanger",
        "Jong kind",
        "Schoolkind",
        "Puber",
        "Jongvolwassene",
    ]
    assert table.rows == (
        (Linked("CJG Rivierenland", "aanbieders/cjg-rivierenland/"), 1, 2, 2, 3, 2),
        (Linked("Veilig Verder", "aanbieders/veilig-verder/"), "", 1, 2, 1, 1),
        (Linked("Welzijn Waterland", "aanbieders/welzijn-waterland/"), "", 2, 4, 4, 1),
    )
