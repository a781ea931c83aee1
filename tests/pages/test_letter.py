"""What a client takes along on paper."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.letter import letter
from groepsaanbod.pages.shown import Shown


@pytest.fixture(scope="module")
def shown(catalogue):
    return Shown.on(TODAY, catalogue)


@pytest.fixture
def lines(shown):
    """Give what a letter says under each label, of an offer on the site."""

    def lines(identity):
        offers = shown.catalogue.offers
        offer = next(each for each in offers if each.identity == identity)
        return dict(letter(shown, offer)["regels"])

    return lines


def test_a_letter_says_all_that_a_client_needs(shown):
    kies = next(each for each in shown.catalogue.offers if each.slug == "kies")

    assert letter(shown, kies) == {
        "titel": "KIES in de Molenwijk",
        "regels": [
            ("Wat", "In acht keer leert uw kind omgaan met de scheiding."),
            (
                "Voor wie",
                (
                    "Kinderen. Leeftijd van het kind: 8 tot en met 12 jaar."
                    " Voor wie woont in Waterstad Zuid."
                    " Speciaal voor: ouders die uit elkaar zijn."
                ),
            ),
            (
                "Wanneer",
                (
                    "Start dinsdag 12 januari 2027, 15.30 tot 17.00 uur, 8 keer."
                    " Start dinsdag 6 april 2027, 15.30 tot 17.00 uur, 8 keer."
                ),
            ),
            ("Waar", "De Molen, Molendijk 1, 4001 AB Waterstad."),
            ("Kosten", "Gratis."),
            (
                "Aanmelden",
                (
                    "Zelf aanmelden. Bel 030 000 00 11."
                    " Mail naar kies@cjg-rivierenland.example.nl."
                    " Kijk op de website: https://cjg-rivierenland.example.nl/kies"
                    " Bellen kan op werkdagen."
                ),
            ),
            ("Daarna", "Wij bellen u binnen een week."),
            ("Van", "CJG Rivierenland"),
        ],
        "adres": "https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/",
    }


@pytest.mark.parametrize(
    ("identity", "when"),
    [
        (
            "cjg-rivierenland/slaap-lekker",
            (
                "Start dinsdag 2 maart 2027, 9.30 tot 11.00 uur, 3 keer."
                " Er zijn nog maar een paar plekken."
            ),
        ),
        (
            "welzijn-waterland/sterk-staan",
            (
                "De groep loopt al. U kunt er nog bij."
                " De volgende keer is dinsdag 24 november 2026, 15.30 tot 16.30 uur."
            ),
        ),
        (
            "welzijn-waterland/koffie-met-kinderen",
            (
                "Elke woensdag van 9.30 tot 11.00 uur, Het Veerhuis."
                " Niet in de schoolvakanties."
                " Elke vrijdag van 13.30 tot 15.00 uur, Het Veerhuis,"
                " vanaf 8 januari 2027, tot en met 2 juli 2027."
            ),
        ),
        ("welzijn-waterland/vaders-van-dijkdorp", "Er is nu geen plek meer."),
        ("veilig-verder/thuis-op-adem", "U kunt op elk moment beginnen."),
    ],
)
def test_it_says_when_one_can_begin_or_why_not(lines, identity, when):
    assert lines(identity)["Wanneer"] == when


@pytest.mark.parametrize(
    ("identity", "where"),
    [
        (
            "veilig-verder/samen-verder",
            "Het adres is geheim. U hoort het als u zich aanmeldt.",
        ),
        ("veilig-verder/thuis-op-adem", "Online, bij u thuis."),
        (
            "cjg-rivierenland/opvoeden-op-maat",
            "Vraag de aanbieder waar het is. Het kan ook online.",
        ),
    ],
)
def test_it_says_where_as_far_as_one_may_know(lines, identity, where):
    assert lines(identity)["Waar"] == where


def test_who_gives_no_way_of_its_own_is_reached_through_its_partner(lines):
    assert lines("welzijn-waterland/koffie-met-kinderen")["Aanmelden"] == (
        "U hoeft zich niet aan te melden. Bel 030 000 00 20."
    )


def test_of_groups_in_several_places_it_says_which(shown, vocabulary):
    offer = an_offer(
        vocabulary,
        groepen=[{"start": "2027-01-12", "locatie": "De Brug"}],
        locaties=[
            {"naam": "De Molen", "plaats": "Waterstad"},
            {"naam": "De Brug", "plaats": "Waterstad"},
        ],
    )
    alone = Shown(replace(shown.catalogue, offers=(offer,)), TODAY)

    said = dict(letter(alone, offer)["regels"])

    assert said["Wanneer"] == "Start dinsdag 12 januari 2027, De Brug."
    assert said["Waar"] == "De Molen, Waterstad. De Brug, Waterstad."
