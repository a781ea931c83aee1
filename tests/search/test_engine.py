"""The real engine in its worker, on the made-up region: what parents type, and find."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from builders import TODAY
from chromium import DESK
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders
from groepsaanbod.search import files
from search_site import heading, served, titles

ENGINE = "theme/js/search/worker.js"
KIES = "KIES in de Molenwijk"
SLEEP = "Slaap lekker: rust voor kind en ouder"
ANXIETY = "Praten over angst"
COFFEE = "Koffie met kinderen"
FATHERS = "Vaders van Dijkdorp"
ONLINE = "Thuis op adem"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("engine") / "onder/map"
    with served(site, folder, worker=site / ENGINE) as address:
        yield address


@pytest.fixture(scope="module")
def large(good, tmp_path_factory):
    """The same region, sent as a large one is."""
    output = tmp_path_factory.mktemp("large") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).parents[2])
        patch.setattr(files, "SMALL", 0)
        patch.setattr(files, "CARDS_IN_THE_FIRST", 3)
        building.build(
            Plan(
                folders=good,
                content=good.content,
                output=output,
                settings=Path("pelicanconf.py"),
                today=str(TODAY),
            )
        )
    folder = tmp_path_factory.mktemp("served") / "site"
    with served(output, folder, worker=output / ENGINE) as address:
        yield address


@pytest.fixture
def search(address, open_page):
    """Open the search page as an address says, on the day of the tests."""

    def search(text="", day=TODAY, **filters):
        page = open_page("about:blank", DESK)
        page.clock.set_fixed_time(f"{day}T12:00:00")
        given = {"q": text} | filters if text else filters
        page.goto(f"{address}aanbod/?{urlencode(given)}")
        page.wait_for_selector(
            "[data-module=search]:is([data-state=results],[data-state=nothing])"
            "[aria-busy=false]"
        )
        page.heard.clear()
        return page

    return search


def chips(page):
    return [
        " ".join(each.split())
        for each in page.locator("[data-part=chips] button").all_inner_texts()
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("kies", KIES),
        ("scheidng", KIES),
        ("echtscheidingskinderen", KIES),
        ("mijn ex", KIES),
        ("onze kinderen nu we uit elkaar zijn", KIES),
        ("slaapt niet", SLEEP),
        ("slaapprobleem", SLEEP),
        ("paniek", ANXIETY),
        ("piekert", ANXIETY),
        ("koffietje", COFFEE),
        ("voor vaders", FATHERS),
        ("iets online over slapen", ONLINE),
    ],
)
def test_other_words_for_it_find_it_first(search, text, first):
    assert titles(search(text))[0] == first


def test_a_corrected_word_is_told_and_the_right_one_is_marked(search):
    page = search("scheidng")

    expect(page.locator("[data-part=notes]")).to_contain_text(
        "We zochten op ‘scheiding’ in plaats van ‘scheidng’."
    )
    assert page.locator("[data-part=items] mark").first.inner_text() == "scheiding"


def test_an_age_and_a_place_in_the_words_become_chips_that_can_go(search):
    page = search("angst 14 jaar waterstad")

    assert chips(page) == [
        "Verwijder Leeftijd: 14 jaar uit uw vraag",
        "Verwijder Woonplaats: Waterstad uit uw vraag",
    ]
    assert titles(page)[0] == ANXIETY
    page.locator("[data-part=chips] button").first.click()
    expect(page.locator("[data-part=chips] button")).to_have_count(1)
    assert "zonder=leeftijd" in page.url


def test_what_the_words_say_is_never_forced(search):
    page = search("koffie 14 jaar")

    assert titles(page)[0] == COFFEE
    expect(page.locator("[data-part=notes]")).to_contain_text("vonden wij niets")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"thema": "scheiding"}, {KIES}),
        ({"leeftijd": "zwanger"}, {"Opvoeden op maat"}),
        ({"speciaal": "vaders"}, {FATHERS}),
        ({"gemeente": "dijkdorp", "thema": "ontmoeten", "leeftijd": "1"}, None),
        ({"waar": "online"}, {ONLINE, "Opvoeden op maat"}),
        ({"taal": "turks"}, {SLEEP}),
    ],
)
def test_filters_leave_what_answers_to_all_of_them(search, filters, expected):
    found = set(titles(search(**filters)))

    assert found == (expected or {COFFEE, FATHERS, "Opvoeden op maat"})


def test_counts_stand_behind_each_choice_once_they_are_known(search):
    page = search(thema="scheiding")

    expect(page.locator("input[value=kinderen] ~ [data-part=count]")).to_have_text("1")
    expect(page.locator("input[value=jongeren] ~ [data-part=count]")).to_have_text("0")
    expect(page.locator("input[value=slapen] ~ [data-part=count]")).to_have_text("3")


def badges(page):
    return page.locator("[data-part=items] .nl-data-badge").all_inner_texts()


def test_what_is_full_or_past_comes_below_and_says_so(search):
    found = badges(search())
    joins = ["meedoen" in each or each == "Bijna vol" for each in found]

    assert joins == sorted(joins, reverse=True)
    assert len(set(joins)) == 2


def test_a_page_of_long_ago_knows_that_a_group_has_begun(search):
    assert badges(search(thema="scheiding")) == ["U kunt nog meedoen"]
    assert badges(search(thema="scheiding", day="2028-01-01")) == ["Afgelopen"]


def test_questions_partners_and_themes_are_found_too(search):
    page = search("angst")
    also = page.locator("[data-part=pages-list] li").all_inner_texts()

    assert any(each.startswith("Onderwerp") for each in also)
    assert any(
        "CJG Rivierenland" in each
        for each in search("cjg rivierenland")
        .locator("[data-part=pages-list] li")
        .all_inner_texts()
    )


def test_nothing_found_offers_what_is_nearest(search):
    page = search("molenwijk", gemeente="polderland", zonder="gemeente")

    expect(heading(page)).to_have_text("Niets gevonden voor ‘molenwijk’")
    ways = page.locator("[data-part=nearest-list] li")
    assert [" ".join(each.split()) for each in ways.all_inner_texts()] == [
        "Zonder ‘Polderland’ 1 keer aanbod",
        f"Al het aanbod {len(badges(search()))} keer aanbod",
    ]
    page.locator("[data-part=nearest-list] button").first.click()
    expect(heading(page)).to_have_text("1 keer aanbod gevonden")


def test_all_there_is_can_be_had_when_nothing_is_found(search):
    everything = heading(search()).inner_text()
    page = search("molenwijk", gemeente="polderland", zonder="gemeente")
    page.get_by_role("button", name="Al het aanbod").click()

    expect(heading(page)).to_have_text(everything)
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_what_was_heard_can_be_left_out_when_nothing_is_found(search):
    page = search("14 jaar dinsdag", thema="scheiding")
    page.get_by_role("button", name="Zonder ‘14 jaar’").click()

    expect(page.locator("[data-part=items] .ga-offer-card__link")).to_have_text([KIES])
    assert chips(page)[1:] == ["Verwijder Dag: Dinsdag uit uw vraag"]


def test_an_age_for_which_there_is_nothing_leads_to_the_next(search):
    page = search(thema="scheiding", leeftijd="7")
    ways = page.locator("[data-part=nearest-list] li").all_inner_texts()

    assert "Voor 8 jaar 1 keer aanbod" in [" ".join(each.split()) for each in ways]


def test_with_only_filters_heard_an_unknown_word_is_left_out(search):
    page = search("xqzzy voor vaders")

    assert titles(page) == [FATHERS]
    expect(page.locator("[data-part=notes]")).to_contain_text("‘xqzzy’")


def test_a_word_that_nothing_knows_is_left_out_and_told(search):
    page = search("xqzzy scheiding")

    assert titles(page)[0] == KIES
    expect(page.locator("[data-part=notes]")).to_contain_text("‘xqzzy’")


def test_without_network_it_says_so_and_goes_on_when_it_is_back(large, open_page):
    page = open_page(f"{large}aanbod/?q=molenwijk", DESK)
    page.wait_for_selector("[data-state=results][aria-busy=false]")
    page.context.set_offline(True)
    page.get_by_role("searchbox").fill("bang")

    expect(page.locator("[data-part=trouble]")).to_contain_text(
        "De verbinding viel weg"
    )
    page.context.set_offline(False)
    page.locator("[data-part=again]").click()
    expect(page.locator("[data-part=items] .ga-offer-card__link").first).to_have_text(
        ANXIETY
    )


def test_a_site_that_was_published_anew_is_searched_anew(site, open_page, tmp_path):
    folder = tmp_path / "site"
    with served(site, folder, worker=site / ENGINE) as address:
        page = open_page(f"{address}aanbod/?thema=scheiding", DESK)
        expect(page.locator("[data-part=items] .ga-offer-card__link")).to_have_text(
            [KIES]
        )
        index = folder / "zoeken/index.json"
        old = next(
            each for each in folder.joinpath("zoeken").iterdir() if each.is_dir()
        )
        old.rename(old.with_name("0123456789ab"))
        text = index.read_text("utf-8").replace(old.name, "0123456789ab")
        index.write_text(text, encoding="utf-8")
        page.locator("input[value=scheiding]").uncheck(force=True)
        page.get_by_role("searchbox").fill("koffie")

        expect(
            page.locator("[data-part=items] .ga-offer-card__link").first
        ).to_have_text(COFFEE)


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "__proto__ constructor toString",
        '"); alert(1); ("',
        "a" * 5000,
        "\u0000\u202e\U0001f600",
    ],
)
def test_nothing_in_the_question_can_do_anything(search, text):
    page = search(text, thema="__proto__", leeftijd="constructor", sorteer="x")

    assert page.heard == []
    assert page.locator("img").count() == 0


def test_what_nobody_looked_at_for_long_comes_after_the_rest(
    good, search, open_page, tmp_path, monkeypatch
):
    region = tmp_path / "region"
    shutil.copytree(good.region, region)
    with region.joinpath("normen.yaml").open("a", encoding="utf-8") as file:
        file.write("\nverouderd: {melden: 1, achteraan: 1, uit_lijsten: 18}\n")
    monkeypatch.chdir(Path(__file__).parents[2])
    output = tmp_path / "output"
    building.build(
        Plan(
            folders=Folders(good.offers, region, good.content),
            content=good.content,
            output=output,
            settings=Path("pelicanconf.py"),
            today=str(TODAY),
        )
    )
    before = titles(search("slaapt niet"))
    with served(output, tmp_path / "aged", worker=output / ENGINE) as address:
        page = open_page("about:blank", DESK)
        page.clock.set_fixed_time(f"{TODAY}T12:00:00")
        page.goto(f"{address}aanbod/?q=slaapt+niet")
        page.wait_for_selector("[data-module=search][data-state=results]")
        after = titles(page)

    assert before[0] == SLEEP
    assert after == [*before[1:], SLEEP]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("", "cards-0.json"),
        ("q=slaapt+niet", "group-0.json"),
        ("thema=scheiding", "choice-thema-scheiding.json"),
        ("leeftijd=2", "ages-2.json"),
        ("leeftijd=zwanger", "ages--1.json"),
        ("sorteer=leeftijd", "ages.json"),
    ],
)
def test_in_a_large_region_the_same_is_found_by_part(
    address, large, open_page, query, part
):
    found, asked = [], []
    for root in (address, large):
        page = open_page("about:blank", DESK)
        page.clock.set_fixed_time(f"{TODAY}T12:00:00")
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(f"{root}aanbod/?{query}")
        page.wait_for_selector("[data-state=results][aria-busy=false]")
        counts = page.locator("input[value=slapen] ~ [data-part=count]")
        expect(counts).to_have_text(re.compile(r"\d"))
        found.append((titles(page), counts.inner_text()))

    assert found[0] == found[1]
    assert [url for url in asked if url.startswith(large) and url.endswith(part)]


def test_the_worker_of_the_site_suggests_and_knows_what_was_saved(address, open_page):
    page = open_page(f"{address}over/", DESK)
    page.locator(".ga-search__input").click()
    page.locator(".ga-search__input[role=combobox]").wait_for()
    page.keyboard.type("scheid")
    first = page.get_by_role("option").first
    expect(first).to_have_text(re.compile("Scheiding"))

    page.goto(f"{address}aanbod/cjg-rivierenland/kies/")
    page.locator("main [data-save]").first.click()
    page.goto(f"{address}bewaard/")
    expect(page.locator("[data-part=items] .ga-offer-card__link")).to_have_text([KIES])
