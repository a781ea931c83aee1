"""The page of an offer answers a parent's questions, whole."""

from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.offer import offer_view, offers
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import (
    ContactView,
    DropInView,
    GroupView,
    JoiningView,
    Link,
    PlaceView,
)


@pytest.fixture(scope="module")
def shown(catalogue):
    return Shown(catalogue.visible(TODAY), TODAY)


@pytest.fixture
def view(shown):
    def view(identity):
        found = [each for each in shown.catalogue.offers if each.identity == identity]
        return offer_view(shown, found[0])

    return view


def view_of(catalogue, today=TODAY, **keys):
    changed = an_offer(catalogue.vocabulary, **keys)
    alone = Shown(replace(catalogue, offers=(changed,)), today)
    return offer_view(alone, changed)


def test_it_says_for_whom(view):
    assert view("cjg-rivierenland/kies").for_whom == [
        "Kinderen.",
        "Leeftijd van het kind: 8 tot en met 12 jaar.",
        "Voor wie woont in Waterstad Zuid.",
        "Speciaal voor: ouders die uit elkaar zijn.",
    ]


def test_it_says_when_and_where_each_group_is(view):
    kies = view("cjg-rivierenland/kies")

    assert kies.groups[0] == GroupView(
        heading="Start dinsdag 12 januari 2027",
        facts=[
            ("Dag", "Dinsdag"),
            ("Tijd", "15.30 tot 17.00 uur"),
            ("Waar", "De Molen"),
            ("Aantal keer", "8"),
            ("Plekken", "Nog 3 van de 10 vrij"),
        ],
        dates=[],
        joining=JoiningView(
            answer="ja",
            label="U kunt nog meedoen",
            detail="De groep start dinsdag 12 januari 2027.",
        ),
        calendar="aanbod/cjg-rivierenland/kies/2027-01-12.ics",
    )
    assert kies.places == [
        PlaceView(
            name="De Molen",
            lines=["Molendijk 1", "4001 AB Waterstad"],
            map_address=(
                "https://www.openstreetmap.org/search"
                "?query=Molendijk+1%2C+4001+AB%2C+Waterstad"
            ),
            route_address=(
                "https://www.openstreetmap.org/directions"
                "?from=&to=Molendijk+1%2C+4001+AB%2C+Waterstad"
            ),
        )
    ]


def test_the_group_one_can_join_comes_first_with_its_days_and_language(view):
    first, second = view("cjg-rivierenland/slaap-lekker").groups

    assert first.joining.label == "Bijna vol"
    assert first.dates == [
        "dinsdag 2 maart 2027",
        "dinsdag 16 maart 2027",
        "dinsdag 30 maart 2027",
    ]
    assert ("Taal", "Turks") in first.facts
    assert second.joining == JoiningView(
        answer="nee",
        label="Wachtlijst",
        detail="De groep is vol. U kunt wel op de wachtlijst.",
        as_of="Dit wist de aanbieder op 1 oktober 2026.",
        has_waiting_list=True,
    )


def test_a_group_without_a_place_is_at_the_only_one_there_is(catalogue):
    one = view_of(
        catalogue,
        groepen=[{"start": "2027-01-12"}],
        locaties=[{"naam": "De Molen", "plaats": "Waterstad"}],
    )

    assert one.groups[0].facts == [("Waar", "De Molen")]
    assert one.places[0].map_address == ""


def test_what_is_over_or_called_off_is_not_for_the_calendar(catalogue):
    groups = view_of(
        catalogue,
        groepen=[
            {"start": "2026-10-06", "bijeenkomsten": "3"},
            {"start": "2027-01-12", "status": "geannuleerd"},
            {"start": "2027-01-12"},
            {"start": "2027-01-12"},
        ],
    ).groups

    assert sorted(group.calendar for group in groups) == [
        "",
        "",
        "aanbod/cjg-rivierenland/beter-slapen/2027-01-12-2.ics",
        "aanbod/cjg-rivierenland/beter-slapen/2027-01-12-3.ics",
    ]


def test_drop_ins_and_what_is_always_open_are_sentences(view, catalogue):
    assert view("welzijn-waterland/koffie-met-kinderen").drop_ins == [
        DropInView(
            "Elke woensdag van 9.30 tot 11.00 uur, Het Veerhuis."
            " Niet in de schoolvakanties.",
            "aanbod/welzijn-waterland/koffie-met-kinderen/woensdag.ics",
        ),
        DropInView(
            "Elke vrijdag van 13.30 tot 15.00 uur, Het Veerhuis,"
            " vanaf 8 januari 2027, tot en met 2 juli 2027.",
            "aanbod/welzijn-waterland/koffie-met-kinderen/vrijdag.ics",
        ),
    ]
    assert view("veilig-verder/thuis-op-adem").always_open == (
        "U kunt op elk moment beginnen."
    )
    assert view("cjg-rivierenland/kies").always_open == ""
    assert view_of(catalogue).always_open == (
        "Vraag de aanbieder wanneer u mee kunt doen."
    )


def test_a_secret_address_is_not_there(view):
    secret = view("veilig-verder/samen-verder")

    assert secret.address_is_secret
    assert secret.places == []


def test_one_signs_up_in_the_offers_own_way_or_else_the_partners(view):
    assert view("cjg-rivierenland/kies").sign_up == ContactView(
        phone="030 000 00 11",
        phone_link="tel:0300000011",
        email="kies@cjg-rivierenland.example.nl",
        website="https://cjg-rivierenland.example.nl/kies",
        website_name="cjg-rivierenland.example.nl",
    )
    assert view("veilig-verder/samen-verder").sign_up == ContactView(
        email="hallo@veilig-verder.example.nl"
    )


def test_it_says_who_gives_it_and_what_it_belongs_to(view):
    kies = view("cjg-rivierenland/kies")

    assert kies.partner.path == "aanbieders/cjg-rivierenland/"
    assert [link.name for link in kies.given_with] == ["Welzijn Waterland"]
    assert isinstance(kies.programme, Link)
    assert kies.programme.path == "programmas/stevig/"
    assert view("veilig-verder/samen-verder").programme is None


def test_professionals_read_the_method_with_its_day(view):
    kies = view("cjg-rivierenland/kies")

    assert kies.method == [
        ("Methode", "KIES"),
        ("Erkenning", "Goed onderbouwd"),
        ("Peildatum", "11 december 2020"),
    ]
    assert kies.method_website == "https://kies.example.nl"
    assert view("veilig-verder/samen-verder").method == []


def test_the_language_is_dutch_when_nothing_is_said(view):
    assert view("welzijn-waterland/sterk-staan").languages == ["Nederlands"]
    assert view("cjg-rivierenland/slaap-lekker").languages == ["Nederlands", "Turks"]


def test_direct_help_shows_with_the_themes_that_ask_for_it(view):
    assert view("veilig-verder/samen-verder").shows_direct_help
    assert not view("cjg-rivierenland/kies").shows_direct_help


def test_similar_offers_share_a_theme_and_an_age(view):
    similar = view("cjg-rivierenland/slaap-lekker").similar

    assert [card.title for card in similar] == ["Opvoeden op maat", "Thuis op adem"]


def test_a_mistake_is_told_to_the_partner_with_the_page_named(view):
    letter = unquote(view("cjg-rivierenland/kies").report_address)

    assert letter == (
        "mailto:groepen@cjg-rivierenland.example.nl"
        "?subject=Klopt er iets niet? KIES in de Molenwijk"
        "&body=Op deze pagina klopt iets niet:"
        " https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/kies/"
        "\n\nWat klopt er niet?\n"
    )


def test_a_partner_without_an_address_is_told_by_the_coordinator(view):
    letter = view("welzijn-waterland/sterk-staan").report_address

    assert letter.startswith("mailto:coordinator@groepsaanbod.example.nl?")


def test_the_day_decides_what_the_page_says(catalogue):
    group = {"start": "2027-01-12", "bijeenkomsten": "2"}

    before = view_of(catalogue, date(2027, 1, 12), groepen=[group])
    during = view_of(catalogue, date(2027, 1, 13), groepen=[group])
    after = view_of(catalogue, date(2027, 1, 20), groepen=[group])

    assert before.joining.label == "U kunt nog meedoen"
    assert during.joining.label == "Al begonnen"
    assert after.joining.label == "Afgelopen"


def test_a_former_address_has_a_page_that_leads_to_the_new_one(shown):
    moved = {page.path: page for page in offers(shown) if page.template == "moved"}
    page = moved["aanbod/cjg-rivierenland/oude-naam/"]

    assert page.context == {"new_path": "aanbod/cjg-rivierenland/kies/"}
    assert not page.in_sitemap


def with_work(vocabulary, word):
    """The vocabulary in which one audience takes part for its work."""
    audiences = tuple(
        each.model_copy(update={"is_professional": each.word == word})
        for each in vocabulary.words.audiences
    )
    words = vocabulary.words.model_copy(update={"audiences": audiences})
    return replace(vocabulary, words=words)


def test_parents_are_not_shown_what_is_for_work_as_similar(catalogue):
    vocabulary = with_work(catalogue.vocabulary, "jongeren")
    family = an_offer(vocabulary, slug="gezin")
    work = an_offer(vocabulary, slug="werk", titel="A", doelgroep=["jongeren"])
    both = replace(catalogue, vocabulary=vocabulary, offers=(family, work))
    shown = Shown(both, TODAY)
    family_path = "aanbod/cjg-rivierenland/gezin/"

    assert offer_view(shown, family).similar == ()
    assert [card.path for card in offer_view(shown, work).similar] == [family_path]
    assert [card.path for card in shown.split([work, family])[1]] == [
        family_path,
        "aanbod/cjg-rivierenland/werk/",
    ]


def test_a_group_that_is_over_says_nothing_of_places(catalogue):
    over = view_of(
        catalogue,
        groepen=[{"start": "2026-07-20", "plekken_vrij": "3", "status": "afgelopen"}],
    )

    assert over.groups[0].facts == []


@pytest.mark.parametrize(
    ("checked_on", "said", "is_unlisted"),
    [
        ("2026-02-24", "", False),
        ("2026-02-23", "Vraag eerst of het nog klopt.", False),
        ("2025-05-24", "Vraag eerst of het nog klopt.", False),
        (
            "2025-05-23",
            (
                "Daarom staat dit niet meer in onze lijsten. Misschien bestaat het"
                " niet meer. Vraag het eerst."
            ),
            True,
        ),
    ],
)
def test_it_says_that_nobody_looked_for_long(catalogue, checked_on, said, is_unlisted):
    found = view_of(catalogue, gecontroleerd_op=checked_on)

    assert (found.not_checked, found.is_unlisted) == (said, is_unlisted)
    changed = an_offer(catalogue.vocabulary, gecontroleerd_op=checked_on)
    page = next(offers(Shown.on(TODAY, replace(catalogue, offers=(changed,)))))
    assert page.context().get("noindex", False) == is_unlisted
