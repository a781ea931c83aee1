"""What a partner can do better: found, sorted, and each with what to type."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from builders import TODAY, an_offer
from groepsaanbod.analysis.quality import Issue, Quality
from groepsaanbod.analysis.supply import Supply
from groepsaanbod.loading import Folders, load
from groepsaanbod.planning import FailedLink, LinkFailure, LinksFile, Planning
from groepsaanbod.problems import Problem, Severity, Topic

CJG, WELZIJN, VEILIG = "cjg-rivierenland", "welzijn-waterland", "veilig-verder"
RIGHT = {
    "groepen": [
        {
            "start": "2027-01-12",
            "tijd": "19:30-21:00",
            "status": "open",
            "status_op": "2026-11-20",
        }
    ],
    "locaties": [{"naam": "De Molen", "adres": "Kade 1", "plaats": "Waterstad"}],
    "na_aanmelding": "Wij bellen u.",
}


def a_group_without(key):
    return {name: value for name, value in RIGHT["groepen"][0].items() if name != key}


def at_work(region, *offers, warnings=(), planning=None):
    """Give the quality of a region with these offers alone."""
    made = tuple(
        an_offer(region.vocabulary, partner, slug, **{**RIGHT, **changes})
        for partner, slug, changes in offers
    )
    region = replace(region, offers=made, news=(), planning=planning or Planning())
    return Quality(Supply(region, TODAY), tuple(warnings))


def said(region, **changes):
    quality = at_work(region, (CJG, "slapen", changes))
    return [f"{each.issue}: {each.message}" for each in quality.of(CJG)]


def test_of_what_is_right_there_is_nothing_to_say(catalogue):
    assert said(catalogue) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"groepen": []},
            (
                "ontbreekt: niemand weet wanneer het is; zet erbij: groepen: [{start:"
                " 2027-01-12}] (of: groepen: [{status: op-aanvraag}])"
            ),
        ),
        (
            {"locaties": []},
            (
                "ontbreekt: niemand weet waar het is; zet erbij: locaties: [{naam: De"
                " Buurtkamer, adres: Dorpsstraat 1, plaats: Voorbeeldstad}]"
            ),
        ),
        (
            {"na_aanmelding": ""},
            (
                "ontbreekt: niemand weet wat er na het aanmelden gebeurt; zet erbij:"
                " na_aanmelding: Wij bellen u binnen een week."
            ),
        ),
        (
            {"groepen": [a_group_without("tijd")]},
            (
                "ontbreekt: er staat geen tijd bij de groep van 2027-01-12; zet erbij:"
                ' tijd: "19:30-21:00"'
            ),
        ),
        (
            {"groepen": [a_group_without("status_op")]},
            (
                "plekken: bij de groep van 2027-01-12 staat niet of er plek is, of"
                " sinds wanneer u dat weet; zet erbij: status: open, en: status_op:"
                " 2026-11-24"
            ),
        ),
        (
            {
                "groepen": [
                    {**RIGHT["groepen"][0], "status_op": "2026-09-01"},
                    {
                        **RIGHT["groepen"][0],
                        "start": "2026-12-01",
                        "status_op": "2026-10-01",
                    },
                ]
            },
            (
                "plekken: over de plekken bij 2 groepen, de eerste van 2026-12-01"
                " schreef u het laatst op 2026-09-01; kijk of het klopt en schrijf"
                " dan: status_op: 2026-11-24"
            ),
        ),
    ],
)
def test_what_parents_miss_is_said_with_what_to_type(catalogue, changes, sentence):
    keys = {name: value for name, value in {**RIGHT, **changes}.items() if value != ""}
    offer = an_offer(catalogue.vocabulary, CJG, "slapen", **keys)
    region = replace(catalogue, offers=(offer,), news=())
    found = Quality(Supply(region, TODAY), ()).of(CJG)

    assert [f"{each.issue}: {each.message}" for each in found] == [sentence]
    assert found[0].offer == offer
    assert found[0].file == "slapen.yaml"


@pytest.mark.parametrize(
    "changes",
    [
        {"groepen": [], "uitvoering": "online", "locaties": []},
        {"locaties": [], "adres_geheim": "ja"},
        {"groepen": [], "inloop": [{"dag": "woensdag", "tijd": "9:30-11:00"}]},
        {"groepen": [{"start": "2026-11-03", "instromen": "ja", "status": "loopt"}]},
    ],
)
def test_what_needs_no_place_or_day_is_not_asked_for_it(catalogue, changes):
    assert said(catalogue, **changes) == []


def test_who_can_only_be_found_on_a_website_is_asked_for_a_number(catalogue):
    partners = tuple(
        each.model_copy(update={"phone": None, "email": None})
        for each in catalogue.partners
    )

    assert said(
        replace(catalogue, partners=partners),
        aanmelden={"hoe": "zelf-aanmelden", "website": "https://een.example.nl"},
    ) == [
        (
            "ontbreekt: ouders kunnen niet bellen of mailen; zet bij 'aanmelden':"
            ' telefoon: "023 000 00 00"'
        )
    ]


def warning(path, topic=Topic.OTHER, line=3, message="kijk het na"):
    return Problem(path, line, 1, "titel", message, Severity.WARNING, topic)


def test_what_the_check_warned_of_stands_with_the_partner_the_worst_first(catalogue):
    quality = at_work(
        catalogue,
        (CJG, "slapen", {}),
        warnings=[
            warning(f"/er/gens/{CJG}/slapen.yaml", Topic.SENTENCES, line=9),
            warning(f"/er/gens/{CJG}/slapen.yaml", Topic.SENTENCES, line=5),
            warning(f"/er/gens/{CJG}/slapen.yaml", Topic.PAST),
            warning(f"/er/gens/{CJG}/nieuws/2026-11-02-nieuw.yaml"),
            warning("/er/gens/vragen/slaapt-slecht.md", Topic.STALE),
            warning("/er/gens/region/site.yaml"),
        ],
    )

    assert [
        (each.file, each.issue, each.line, each.offer is None)
        for each in quality.of(CJG)
    ] == [
        ("slapen.yaml", Issue.PAST, 3, False),
        ("slapen.yaml", Issue.SENTENCES, 5, False),
        ("slapen.yaml", Issue.SENTENCES, 9, False),
        ("nieuws/2026-11-02-nieuw.yaml", Issue.OTHER, 3, True),
    ]
    assert quality.count(CJG) == {Issue.PAST: 1, Issue.SENTENCES: 2, Issue.OTHER: 1}
    assert [each.path for each in quality.own] == [
        *("/er/gens/vragen/slaapt-slecht.md", "/er/gens/region/site.yaml")
    ]


def test_what_nobody_can_see_has_nothing_to_do(catalogue):
    hidden = {"zichtbaar": {"tot": "2026-11-01"}, "locaties": []}
    quality = at_work(
        catalogue,
        (CJG, "slapen", hidden),
        warnings=[warning(f"offers/{CJG}/slapen.yaml")],
    )

    assert quality.of(CJG) == ()
    assert quality.offers(CJG) == 0


def test_of_a_place_only_offers_for_its_people_count(catalogue):
    quality = at_work(
        catalogue,
        (CJG, "slapen", {"locaties": []}),
        (CJG, "angst", {"locaties": [], "gebieden": ["dijkdorp"]}),
    )
    here = quality.supply.place("dijkdorp")

    assert [each.file for each in quality.of(CJG)] == ["angst.yaml", "slapen.yaml"]
    assert [each.file for each in quality.of(CJG, here)] == ["angst.yaml"]
    assert (quality.offers(CJG), quality.offers(CJG, here)) == (2, 1)


def failed(address, times, since=date(2026, 11, 3)):
    return FailedLink.model_construct(
        address=address, failure=LinkFailure.GONE, since=since, times=times
    )


def test_a_dead_link_stands_with_each_file_that_names_it(catalogue):
    links = LinksFile.model_construct(
        checked_on=TODAY,
        looked_at=9,
        failed=(failed("https://dood.nl/a", 3), failed("https://ziek.nl/", 1)),
    )
    quality = at_work(
        catalogue,
        (CJG, "slapen", {"beschrijving": "Zie [hier](https://dood.nl/a)."}),
        (CJG, "angst", {"beschrijving": "Zie [hier](https://ziek.nl/)."}),
        planning=Planning(links=links),
    )

    assert [(each.file, each.issue, each.message) for each in quality.of(CJG)] == [
        (
            "slapen.yaml",
            Issue.LINK,
            (
                "de link https://dood.nl/a werkt niet: de pagina bestaat niet meer,"
                " sinds 2026-11-03; verbeter de link of haal haar weg"
            ),
        )
    ]
    assert list(quality.dead) == ["https://dood.nl/a"]


def test_links_that_nobody_looked_at_are_not_dead(catalogue):
    assert at_work(catalogue).dead == {}


@pytest.mark.parametrize(
    ("key", "line", "issue"),
    [
        ("beschrijving:", "beschrijving: Wij werken aan problematiek.", Issue.JARGON),
        ("gecontroleerd_op:", "gecontroleerd_op: 2026-01-01", Issue.STALE),
        (
            "beschrijving:",
            f"beschrijving: Uw kind {'en uw kind ' * 9} leert.",
            Issue.SENTENCES,
        ),
    ],
)
def test_advice_of_the_check_comes_as_its_own_issue(good, tmp_path, key, line, issue):
    shutil.copytree(good.offers, tmp_path / "offers")
    path = tmp_path / "offers" / WELZIJN / "sterk-staan.yaml"
    lines = path.read_text("utf-8").splitlines()
    at = next(n for n, each in enumerate(lines) if each.startswith(key))
    lines[at] = line
    path.write_text("\n".join(lines), encoding="utf-8")
    loaded = load(Folders(tmp_path / "offers", good.region), TODAY)
    quality = Quality(Supply(loaded.catalogue, TODAY), loaded.problems)

    found = [each for each in quality.of(WELZIJN) if each.line]
    assert [(each.file, each.issue, each.line) for each in found] == [
        ("sterk-staan.yaml", issue, at + 1)
    ]
