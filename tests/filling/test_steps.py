from groepsaanbod.description import keys_of
from groepsaanbod.filling.steps import FOLDED, STEPS, steps
from groepsaanbod.model import DropIn, Group, OfferFile


def test_each_key_of_an_offer_is_asked_for_in_one_step():
    asked = [key for step in STEPS for key in step.keys]

    assert sorted(asked) == sorted(keys_of(OfferFile))


def test_what_has_to_be_there_is_asked_for_first():
    optional = [
        step.name
        for step in STEPS
        if step.keys and not any(keys_of(OfferFile)[key].required for key in step.keys)
    ]

    assert optional == ["waar", "wanneer", "meer", "professionals"]


def test_what_folds_is_there_and_does_not_have_to_be():
    for kind in (Group, DropIn):
        keys = keys_of(kind)
        assert not any(keys[name].required for name in FOLDED[kind.__name__])


def test_a_step_is_given_with_its_words():
    assert steps()[3] == {
        "name": "waar",
        "title": "Waar is het?",
        "intro": "Is het alleen online? Dan hoeft u geen plek in te vullen.",
        "keys": ("uitvoering", "adres_geheim", "locaties"),
    }
