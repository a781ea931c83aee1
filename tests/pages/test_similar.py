"""What looks like an offer: themes in common, an age in common, and in which order."""

import pytest

from builders import an_offer
from groepsaanbod.pages.similar import Similar


@pytest.fixture
def offers(vocabulary):
    def give(slug, themes, first, last):
        ages = {"van": first, "tot_en_met": last}
        return an_offer(vocabulary, slug=slug, themas=themes, leeftijd=ages)

    return {
        each.slug: each
        for each in (
            give("one-of-two", ["slapen", "somberheid"], "0", "3"),
            give("none", ["scheiding"], "0", "12"),
            give("both", ["somberheid", "slapen"], "2", "6"),
            give("too-old", ["slapen", "angst"], "12", "17"),
            give("three", ["angst", "somberheid", "slapen"], "6", "9"),
            give("other-of-two", ["angst"], "0", "17"),
        )
    }


def slugs(similar, offer):
    return [each.slug for each in similar.to(offer)]


def test_most_themes_in_common_come_first_and_then_the_given_order(vocabulary, offers):
    asked = an_offer(
        vocabulary, themas=["slapen", "angst"], leeftijd={"van": "1", "tot_en_met": "9"}
    )

    assert slugs(Similar(tuple(offers.values())), asked) == [
        "three",
        "one-of-two",
        "both",
        "other-of-two",
    ]


def test_an_offer_is_not_like_itself_and_only_like_what_shares_an_age(offers):
    similar = Similar(tuple(offers.values()))

    assert slugs(similar, offers["too-old"]) == ["other-of-two"]
    assert slugs(similar, offers["both"]) == ["one-of-two", "three"]
    assert slugs(similar, offers["none"]) == []
