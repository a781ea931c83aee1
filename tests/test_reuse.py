"""A build that takes over pages gives the same bytes as one that takes over none."""

import os
import random
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import sleep

import pytest

from builders import TODAY, an_offer
from groepsaanbod import reuse
from groepsaanbod.building import Plan
from groepsaanbod.cli import main
from groepsaanbod.keeping import Kept
from groepsaanbod.loading import Folders
from groepsaanbod.pages import paging
from groepsaanbod.placing import NewSite
from groepsaanbod.reuse import Fingerprints, Reuse, UnknownKindError
from groepsaanbod.views import Card, JoiningView, Link
from measuring import unmeasured
from test_building import arguments, files

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def first(good, tmp_path_factory):
    """A plan with settings and a theme of its own, to change, that was built once.

    Lists are on pages. Beside it stands how all of it was, and what the build kept.
    """
    folder = tmp_path_factory.mktemp("reuse")
    place = folder / "now"
    shutil.copytree(good.offers.parent, place / "data")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(PROJECT / name, place / name)
    shutil.copytree(PROJECT / "theme", place / "theme")
    plan = Plan(
        folders=Folders(place / "data/offers", place / "data/region"),
        content=place / "data/content",
        output=place / "output",
        settings=place / "pelicanconf.py",
        today=str(TODAY),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "OFFERS_ON_A_PAGE", 3)
        patch.setenv("XDG_CACHE_HOME", str(place / "cache"))
        patch.chdir(place)
        build(plan)
        shutil.copytree(place, folder / "then")
        yield plan


@pytest.fixture
def project(first):
    """The same, as it was when it was just built."""
    place = first.output.parent
    shutil.rmtree(place)
    shutil.copytree(place.with_name("then"), place)
    os.chdir(place)
    return first


def build(plan, *options):
    assert main(["build", *arguments(plan), *options]) == 0


def cold(plan):
    """Give the files of a build that takes over nothing."""
    elsewhere = replace(plan, output=plan.output.with_name("cold"))
    with unmeasured():
        build(elsewhere, "--opnieuw")
    return files(elsewhere.output)


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def data(plan):
    return plan.folders.offers.parent


EDITS = {
    "a title": lambda plan: edit(
        data(plan) / "offers/veilig-verder/samen-verder.yaml", "titel: ", "titel: Nu "
    ),
    "a day in a calendar": lambda plan: edit(
        data(plan) / "offers/cjg-rivierenland/kies.yaml", "2027-01-12", "2027-01-19"
    ),
    "what only an editor reads": lambda plan: edit(
        data(plan) / "offers/cjg-rivierenland/kies.yaml", "titel: ", "# Let op\ntitel: "
    ),
    "a news item": lambda plan: edit(
        next(data(plan).glob("offers/*/nieuws/*.yaml")), "titel: ", "titel: Nu "
    ),
    "a new offer": lambda plan: shutil.copy(
        data(plan) / "offers/veilig-verder/samen-verder.yaml",
        data(plan) / "offers/veilig-verder/nog-verder.yaml",
    ),
    "an offer gone": lambda plan: (
        data(plan).joinpath("offers/cjg-rivierenland/slaap-lekker.yaml").unlink()
    ),
    "a partner's name": lambda plan: edit(
        data(plan) / "offers/veilig-verder/aanbieder.yaml", "naam: ", "naam: De "
    ),
    "the website of who helps to give it": lambda plan: edit(
        data(plan) / "offers/welzijn-waterland/aanbieder.yaml",
        "telefoon: ",
        "website: https://welzijn-waterland.example.nl\ntelefoon: ",
    ),
    "a theme's name": lambda plan: edit(
        data(plan) / "region/themas.yaml", "naam: ", "naam: Alles over "
    ),
    "a word of the schema": lambda plan: edit(
        data(plan) / "region/programmas.yaml", "naam: ", "naam: Het "
    ),
    "a kind of offer": lambda plan: edit(
        data(plan) / "region/woorden.yaml", "naam: ", "naam: Alle "
    ),
    "words with one meaning": lambda plan: edit(
        data(plan) / "region/zoeken.yaml", "paniek]", "paniek, piekeren]"
    ),
    "what the region finds enough": lambda plan: edit(
        data(plan) / "region/normen.yaml", "minstens: 2", "minstens: 3"
    ),
    "a helpline": lambda plan: edit(
        data(plan) / "region/hulplijnen.yaml", "naam: ", "naam: De "
    ),
    "the site's address": lambda plan: edit(
        data(plan) / "region/site.yaml", "https://groeps", "https://het-groeps"
    ),
    "the prose": lambda plan: edit(
        data(plan) / "content/paginas/over.md", "Title: ", "Title: Alles "
    ),
    "a question": lambda plan: edit(
        plan.content / "vragen/elke-nacht-wakker.md", "titel: ", "titel: Nu "
    ),
    "an answer": lambda plan: edit(
        plan.content / "vragen/ik-pieker-veel.md", "\n---\n", "\n---\nHeel gewoon.\n\n"
    ),
    "a question gone": lambda plan: Path(
        plan.content, "vragen/al-lang-somber.md"
    ).unlink(),
    "a template": lambda plan: edit(
        plan.settings.parent / "theme/templates/components/offer_card.html",
        "ga-offer-card__summary",
        "ga-offer-card__words",
    ),
    "an icon": lambda plan: edit(
        plan.settings.parent / "theme/templates/vendor/tabler/heart.svg",
        "<path",
        "<path ",
    ),
    "the settings": lambda plan: edit(
        plan.settings, '"lstrip_blocks": True', '"lstrip_blocks": False'
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_site_is_as_one_built_anew(project, name):
    EDITS[name](project)
    build(project)

    assert files(project.output) == cold(project)


def test_on_another_day_the_site_is_as_one_built_anew(project):
    later = replace(project, today="2027-02-01")
    build(later)

    assert files(project.output) == cold(later)


def test_after_many_edits_in_a_row_it_still_is(project):
    dice = random.Random(3)  # noqa: S311 - the same edits each time
    offers = [
        path
        for path in sorted(project.folders.offers.glob("*/[!a]*.yaml"))
        if not re.search('titel: "|vorige_adressen', path.read_text("utf-8"))
    ]
    for number in range(6):
        for path in dice.sample(offers, 3):
            edit(path, "titel: ", f"titel: {'Zo ' * dice.randrange(3)}")
            if number % 2:
                copy = path.with_name(f"nog-{dice.randrange(5)}.yaml")
                copy.write_bytes(path.read_bytes())
        build(project)
        assert files(project.output) == cold(project)


KINDS = (
    "aanbod/welzijn-waterland/*/index.html",
    "aanbod/cjg-rivierenland/*/*.ics",
    "aanbieders/welzijn-waterland/agenda.ics",
    "themas/slapen/atom.xml",
    "nieuws/atom.xml",
    "data/aanbod/welzijn-waterland.json",
    "rapport/hiaten/index.html",
    "rapport/hiaten/*.csv",
    "rapport/cijfers/*.svg",
    "professionals/aanbod.csv",
)


def test_what_stays_the_same_is_the_same_file(project):
    paths = [next(project.output.glob(kind)) for kind in KINDS]
    before = [(path.stat().st_ino, 1) for path in paths]
    build(project)

    now = [(path.stat().st_ino, path.stat().st_nlink) for path in paths]
    assert dict(zip(KINDS, now, strict=True)) == dict(zip(KINDS, before, strict=True))


def damage_by_editing(page):
    page.write_text(page.read_text("utf-8") + "<!-- mine -->", encoding="utf-8")


def damage_by_editing_in_secret(page):
    found = page.stat()
    raw = page.read_bytes()
    page.write_bytes(raw.replace(b"e", b"o", 1))
    os.utime(page, ns=(found.st_atime_ns, found.st_mtime_ns))


def damage_by_removing(page):
    page.unlink()


def damage_by_a_link(page):
    shutil.copy(page, page.with_name("copy"))
    page.unlink()
    page.symlink_to("copy")


def damage_by_a_pipe(page):
    page.unlink()
    os.mkfifo(page)


def damage_by_a_folder(page):
    page.unlink()
    page.mkdir()


each_damage = pytest.mark.parametrize(
    "damage",
    [
        damage_by_editing,
        damage_by_editing_in_secret,
        damage_by_removing,
        damage_by_a_link,
        damage_by_a_pipe,
        damage_by_a_folder,
    ],
)


@each_damage
def test_what_somebody_did_to_the_old_site_is_not_taken_over(project, damage):
    whole = files(project.output)
    for kind in ("aanbod/*/*/index.html", "aanbod/*/kies/*.ics"):
        damage(next(project.output.glob(kind)))
    build(project)

    assert files(project.output) == whole
    assert not [path for path in project.output.rglob("*") if path.is_symlink()]


@pytest.fixture
def build_small(tmp_path, monkeypatch):
    """Build a site of one file over and over, and tell which files were read for it."""
    site, new = tmp_path / "site", tmp_path / "new"
    read = []
    reading = reuse._read  # noqa: SLF001 - whether it is done
    monkeypatch.setattr(reuse, "_read", lambda path: read.append(path) or reading(path))

    def build_small():
        read.clear()
        kept = Kept(tmp_path / "kept.sqlite")
        taking = Reuse(kept, site, NewSite(new), ())
        taking.put("a", (), lambda: [("a.html", (b"Hele tekst",))])
        taking.close()
        shutil.rmtree(site, ignore_errors=True)
        new.rename(site)
        kept.close()
        page = site / "a.html"
        assert not page.is_symlink()
        assert page.read_bytes() == b"Hele tekst"
        return [*read]

    return build_small


def test_a_site_that_nobody_touched_is_not_read(build_small, monkeypatch):
    monkeypatch.setattr(reuse, "TICK", 0)
    build_small()

    assert build_small() == []


@pytest.mark.parametrize(("name", "value"), [("TICK", 10**12), ("_SECOND", 1)])
def test_a_site_is_read_when_the_system_could_have_missed_a_change(
    build_small, monkeypatch, name, value
):
    monkeypatch.setattr(reuse, "TICK", 0)
    monkeypatch.setattr(reuse, name, value)
    build_small()

    assert len(build_small()) == 1


@each_damage
def test_what_somebody_did_the_system_noticed(
    build_small, monkeypatch, damage, tmp_path
):
    monkeypatch.setattr(reuse, "TICK", 0)
    build_small()
    sleep(0.05)  # longer than the system's clock takes for a step
    damage(tmp_path / "site/a.html")
    build_small()
    build_small()


def test_publishing_takes_over_nothing_of_a_site_that_is_not_published(project):
    published = replace(project, settings=project.settings.with_name("publishconf.py"))
    build(published)

    assert files(project.output) == cold(published)


def a_card(**changes):
    joining = JoiningView("ja", "U kunt meedoen", "")
    words = dict.fromkeys(("summary", "partner", "ages", "place", "when"), "")
    words |= {"title": "A", "path": "a/", "costs": "", "form": ""} | changes
    return Card(joining=joining, **words)


def test_a_fingerprint_tells_values_apart(vocabulary):
    of = Fingerprints().of
    offer = an_offer(vocabulary)
    different = [
        *("1", 1, None, "None", [], ["1"], ["1", "1"], {"a": "1"}, TODAY, str(TODAY)),
        *(a_card(), a_card(title="B"), Link("A", "a/"), Link("A", "a/", 1)),
        *(offer, an_offer(vocabulary, titel="Anders"), offer.groups, (offer, "x")),
    ]

    assert len({of(each) for each in different}) == len(different) - 1  # [] is ()
    assert of([a_card()]) == of([a_card()])
    assert of(an_offer(vocabulary)) == of(offer)


def test_what_is_of_an_unknown_kind_is_always_drawn(tmp_path):
    with pytest.raises(UnknownKindError):
        Fingerprints().of((date(2027, 1, 1), object()))

    said = []
    for number, follows_from in enumerate([(), (), object(), object()]):
        kept = Kept(tmp_path / "kept.sqlite")
        new = tmp_path / str(number)
        reuse = Reuse(kept, tmp_path / str(number - 1), NewSite(new), ())
        reuse.put("a", follows_from, lambda: said.append("!") or [("a.txt", (b"a",))])
        reuse.close()
        kept.close()
        assert new.joinpath("a.txt").read_bytes() == b"a"
    assert said == ["!", "!", "!"]  # only the second time it was the same
