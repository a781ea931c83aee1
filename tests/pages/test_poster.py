"""How large the words of a sheet may be follows from how many there are."""

import pytest

from groepsaanbod.pages.poster import poster
from groepsaanbod.views import PosterBlock


def a_poster(site, title="Beter slapen", lines=1, blocks=2, **given):
    block = PosterBlock("Waar", "map-pin", [("De Molen", "Molenweg 4")] * lines)
    return poster(
        site,
        "themas/slapen/",
        title,
        "Rust in huis.",
        [block] * blocks,
        icon="moon-stars",
        eyebrow="Slapen",
        scan="Scan voor meer",
        **given,
    )


@pytest.mark.parametrize(
    ("letters", "size"),
    [(24, "short"), (25, "medium"), (50, "medium"), (80, "long"), (81, "longest")],
)
def test_a_long_title_is_in_smaller_letters(catalogue, letters, size):
    assert a_poster(catalogue.site, "a" * letters).title_size == size


@pytest.mark.parametrize(
    ("lines", "size", "flyer"),
    [
        (1, "roomy", "roomy"),
        (4, "full", "full"),
        (5, "tight", "packed"),
        (6, "crammed", "crammed"),
        (30, "crammed", "crammed"),
    ],
)
def test_many_lines_are_in_smaller_letters(catalogue, lines, size, flyer):
    made = a_poster(catalogue.site, lines=lines)

    assert (made.text_size, made.flyer_size) == (size, flyer)


def test_many_blocks_stand_in_two_columns_and_empty_ones_nowhere(catalogue):
    assert a_poster(catalogue.site, blocks=3).columns == 1
    assert a_poster(catalogue.site, blocks=4).columns == 2
    assert a_poster(catalogue.site, lines=0).blocks == []


def test_fewer_lines_take_the_place_of_what_cannot_fit(catalogue):
    less = [PosterBlock("Kosten", "coin-euro", [("Gratis", "")])]

    fits = a_poster(catalogue.site, shorter=less)
    full = a_poster(catalogue.site, lines=30, shorter=less)

    assert [each.heading for each in fits.blocks] == ["Waar", "Waar"]
    assert full.blocks == less
    assert full.text_size == "roomy"
