"""Where each page stands, and links that leave the site."""

import pytest

from builders import a_question
from groepsaanbod import urls
from groepsaanbod.model import Location


@pytest.mark.parametrize(
    ("path", "root"),
    [("", "./"), ("aanbod/", "../"), ("aanbod/a/b/", "../../../"), ("x.html", "./")],
)
def test_every_page_knows_the_way_back_to_the_root(path, root):
    assert urls.root_from(path) == root


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("023 000 00 00", "tel:0230000000"),
        ("+31 (0)23 000 00 00", "tel:0230000000"),
        ("0800-2000", "tel:08002000"),
        ("112", "tel:112"),
    ],
)
def test_a_phone_number_can_be_dialled(number, link):
    assert urls.tel_url(number) == link


def test_a_question_stands_at_the_name_of_its_file(vocabulary):
    assert urls.question_url(a_question(vocabulary, "snel-boos")) == "vragen/snel-boos/"


def test_a_letter_cannot_grow_another_header():
    link = urls.mail_url("a@b.nl", "Klopt dit? & meer", "Regel 1\nRegel 2")

    assert link == (
        "mailto:a@b.nl?subject=Klopt%20dit%3F%20%26%20meer&body=Regel%201%0ARegel%202"
    )


def test_a_place_is_shown_on_a_map_elsewhere():
    location = Location.model_validate(
        {
            "naam": "De Brug",
            "adres": "Dijk 1",
            "postcode": "2011AB",
            "plaats": "Haarlem",
        }
    )

    assert urls.map_url(location) == (
        "https://www.openstreetmap.org/search?query=Dijk+1%2C+2011+AB%2C+Haarlem"
    )
    assert urls.route_url(location) == (
        "https://www.openstreetmap.org/directions?from=&to=Dijk+1%2C+2011+AB%2C+Haarlem"
    )
