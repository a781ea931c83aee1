"""Valid records of the made-up region in ``data/good``, with a few keys changed."""

from datetime import date

from groepsaanbod.catalogue import Offer, Question
from groepsaanbod.model import Group, OfferFile, QuestionFile

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


QUESTION = {
    "titel": "Mijn kind slaapt slecht. Wat helpt?",
    "samenvatting": "Een vast begin van de nacht helpt de meeste kinderen.",
    "themas": ["slapen"],
    "leeftijd": {"van": "1", "tot_en_met": "3"},
    "voor": "ouders",
    "zoekwoorden": ["doorslapen"],
    "gecontroleerd_op": "2026-11-02",
    "antwoord": "Dit komt veel voor.",
}
"""The keys that each question has, and no other."""


def a_question(vocabulary, slug="slaapt-slecht", **changes):
    """Give a valid question with these Dutch keys changed or added."""
    file = QuestionFile.model_validate(QUESTION | changes, context=vocabulary)
    return Question.placed(file, slug)


def a_group(**keys):
    """Give a group of an offer with only these Dutch keys."""
    return Group.model_validate(keys)
