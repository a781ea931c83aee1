"""The poster of an offer says what a parent must know, and nothing that is secret."""

from dataclasses import replace

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.offer import offer_view
from groepsaanbod.pages.offer_poster import offer_poster
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import PosterBlock


@pytest.fixture
def poster(catalogue):
    """Give the poster of an offer of the region, or of one with these keys."""

    def poster(identity=None, **keys):
        offers = [each for each in catalogue.offers if each.identity == identity]
        offer = offers[0] if identity else an_offer(catalogue.vocabulary, **keys)
        shown = Shown(replace(catalogue, offers=(offer,)), TODAY)
        return offer_poster(catalogue.site, offer_view(shown, offer))

    return poster


def lines(view, heading):
    return next(each.lines for each in view.blocks if each.heading == heading)


def test_it_answers_what_a_parent_asks_before_a_notice_board(poster):
    kies = poster("cjg-rivierenland/kies")

    assert (kies.eyebrow, kies.title, kies.lead, kies.icon) == (
        "Training",
        "KIES in de Molenwijk",
        "In acht keer leert uw kind omgaan met de scheiding.",
        "arrows-split",
    )
    assert kies.blocks[:4] == [
        PosterBlock(
            "Voor wie",
            "users",
            [
                ("Kinderen", ""),
                (
                    "Leeftijd van het kind: 8 tot en met 12 jaar",
                    (
                        "Voor wie woont in Waterstad Zuid."
                        " Speciaal voor: ouders die uit elkaar zijn."
                    ),
                ),
            ],
        ),
        PosterBlock(
            "Wanneer",
            "calendar-event",
            [
                (f"Start {day}", "Dinsdag, 15.30 tot 17.00 uur, 8 keer")
                for day in ("dinsdag 12 januari 2027", "dinsdag 6 april 2027")
            ],
        ),
        PosterBlock(
            "Waar",
            "map-pin",
            [("De Molen", "Molendijk 1, 4001 AB Waterstad")],
        ),
        PosterBlock("Kosten", "coin-euro", [("Gratis", "")]),
    ]


def test_code_and_words_lead_to_the_page_of_the_offer(poster):
    kies = poster("cjg-rivierenland/kies")

    assert kies.address == (
        "https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/"
    )
    assert kies.address_words == (
        "groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies"
    )


def test_a_secret_address_is_told_after_signing_up(poster):
    secret = poster("veilig-verder/samen-verder")

    assert lines(secret, "Waar") == [
        ("Het adres is geheim", "U hoort het na de aanmelding.")
    ]
    assert lines(secret, "Wanneer") == [
        ("Start dinsdag 2 februari 2027", "Dinsdag, 10.00 tot 12.00 uur, 9 keer")
    ]


def test_a_drop_in_names_its_hours_instead_of_groups(poster):
    coffee = poster("welzijn-waterland/koffie-met-kinderen")

    assert lines(coffee, "Wanneer") == [
        (
            (
                "Elke woensdag van 9.30 tot 11.00 uur, Het Veerhuis."
                " Niet in de schoolvakanties."
            ),
            "",
        ),
        (
            (
                "Elke vrijdag van 13.30 tot 15.00 uur, Het Veerhuis,"
                " vanaf 8 januari 2027, tot en met 2 juli 2027."
            ),
            "",
        ),
    ]


def test_of_ten_groups_it_names_four_that_one_can_still_join(poster):
    days = [f"2027-02-{day:02}" for day in range(1, 11)]
    groups = [
        {"start": "2026-09-01", "status": "vol"},
        *({"start": day} for day in days),
    ]

    assert lines(poster(groepen=groups), "Wanneer") == [
        ("Start maandag 1 februari 2027", ""),
        ("Start dinsdag 2 februari 2027", ""),
        ("Start woensdag 3 februari 2027", ""),
        ("Start donderdag 4 februari 2027", ""),
        ("En nog 6 andere momenten", "Kijk op de site."),
    ]


def test_with_nothing_to_join_it_says_so(poster):
    groups = [{"start": "2027-02-01", "status": "wachtlijst"}]

    assert lines(poster(groepen=groups), "Wanneer") == [
        ("Wachtlijst", "De groep is vol. U kunt wel op de wachtlijst.")
    ]
    assert lines(poster(), "Wanneer") == [
        ("Vraag de aanbieder wanneer u mee kunt doen.", "")
    ]


def test_groups_in_several_places_say_where(poster):
    places = [
        {"naam": name, "plaats": "Waterstad"} for name in ("De Molen", "De Sluis")
    ]
    groups = [{"start": "2027-02-01", "locatie": "De Sluis", "taal": "turks"}]
    view = poster(locaties=places, groepen=groups, uitvoering="gemengd")

    assert lines(view, "Wanneer") == [
        ("Start maandag 1 februari 2027", "Turks, De Sluis")
    ]
    assert lines(view, "Waar") == [
        ("De Molen", "Waterstad"),
        ("De Sluis", "Waterstad"),
        ("Ook online", ""),
    ]


def test_what_is_online_has_no_address_and_languages_show_when_named(poster):
    view = poster(uitvoering="online", talen=["nederlands", "turks"])

    assert lines(view, "Waar") == [("Online", "")]
    assert lines(view, "Taal") == [("Nederlands, Turks", "")]
    assert "Taal" not in [each.heading for each in poster().blocks]


def test_every_way_to_join_stands_there_with_the_rest_under_the_last(poster):
    sign_up = {
        "hoe": "binnenlopen",
        "telefoon": "030 000 00 30",
        "email": "groep@voorbeeld.nl",
        "website": "https://www.voorbeeld.nl/groep",
        "toelichting": "Neem een vriend mee.",
    }

    assert lines(poster(aanmelden=sign_up), "Meedoen") == [
        ("Bel 030 000 00 30", ""),
        ("Mail groep@voorbeeld.nl", ""),
        (
            "Ga naar www.voorbeeld.nl",
            "U hoeft zich niet aan te melden. Neem een vriend mee.",
        ),
    ]


def test_who_gives_it_together_stands_there(poster):
    view = poster(samen_met=["welzijn-waterland", "veilig-verder"])

    assert lines(view, "Wie geeft het") == [
        ("CJG Rivierenland", "Samen met Welzijn Waterland en Veilig Verder.")
    ]


def test_what_does_not_fit_gives_way_to_less(poster):
    long = "Dit is een lange zin die veel ruimte kost. " * 4
    much = {
        "titel": "Een titel van bijna tachtig letters die over drie regels loopt, ja",
        "samenvatting": long[:159] + "x",
        "kosten": {"bedrag": "15", "toelichting": long[:150].strip()},
        "locaties": [
            {"naam": f"{each} {long[:70].strip()}", "plaats": "Waterstad"}
            for each in range(5)
        ],
        "groepen": [{"start": f"2027-02-{day:02}"} for day in range(1, 11)],
        "inloop": [
            {"dag": "maandag", "tijd": "9:00-10:00", "toelichting": long[:150].strip()}
        ],
    }
    much["aanmelden"] = {"hoe": "binnenlopen", "toelichting": (long * 2)[:199].strip()}
    view = poster(**much)

    assert view.text_size in {"tight", "crammed"}
    assert lines(view, "Kosten") == [("€ 15", "")]
    assert [text for text, _ in lines(view, "Wanneer")] == [
        "Start maandag 1 februari 2027",
        "Start dinsdag 2 februari 2027",
        "En nog 9 andere momenten",
    ]
    assert lines(view, "Waar")[1:] == [("En nog 4 andere plekken", "Kijk op de site.")]
