import pytest

from groepsaanbod.pages.partners import on_github


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
