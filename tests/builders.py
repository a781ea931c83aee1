"""Valid records of the made-up region in ``data/good``, with a few keys changed."""

from datetime import date

from groepsaanbod.catalogue import Offer
from groepsaanbod.model import Group, OfferFile

TODAY = date(2026, 11, 24)

MINIMAL = {
    "titel": "Beter slapen",
    "samenvatting": "Voor ouders van een kind dat slecht slaapt.",
    "beschrijving": "In vier avonden zoekt u naar wat bij uw kind werkt.",
    "doelgroep": ["ouders"],
    "leeftijd": {"van": "1", "tot_en_met": "6"},
    "themas": ["slapen"],
    "vorm": "cursus",
    "gebieden": ["waterstad"],
    "kosten": "gratis",
    "aanmelden": {"hoe": "zelf-aanmelden", "telefoon": "030 000 00 30"},
    "gecontroleerd_op": "2026-11-02",
}
"""The eleven keys that each offer has, and no other."""


def an_offer(vocabulary, partner="cjg-rivierenland", slug="beter-slapen", **changes):
    """Give a valid offer with these Dutch keys changed or added."""
    file = OfferFile.model_validate(MINIMAL | changes, context=vocabulary)
    return Offer.placed(file, partner, slug)


def a_group(**keys):
    """Give a group of an offer with only these Dutch keys."""
    return Group.model_validate(keys)
