"""Build beside, swap, serve: the old site stays whole whatever goes wrong."""

import os
import random
import resource
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

import dying
from builders import TODAY
from groepsaanbod import building
from groepsaanbod.building import BuildError, Plan
from groepsaanbod.cli import main
from groepsaanbod.loading import Folders

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def plan(good, tmp_path, monkeypatch):
    """A plan for a copy of the good region, in an empty folder."""
    monkeypatch.chdir(PROJECT)
    shutil.copytree(good.offers.parent, tmp_path / "data")
    return Plan(
        folders=Folders(tmp_path / "data/offers", tmp_path / "data/region"),
        content=tmp_path / "data/content",
        output=tmp_path / "output",
        settings=PROJECT / "pelicanconf.py",
        today=str(TODAY),
    )


@pytest.fixture
def standing(plan, site):
    """The same, with the site of that region already in its place."""
    shutil.copytree(site, plan.output)
    return plan


def arguments(plan):
    return [
        f"--offers={plan.folders.offers}",
        f"--region={plan.folders.region}",
        f"--content={plan.content}",
        f"--output={plan.output}",
        f"--settings={plan.settings}",
        f"--date={plan.today}",
    ]


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def break_an_offer(plan):
    path = next(plan.folders.offers.glob("*/[!a]*.yaml"))
    path.write_text(path.read_text("utf-8") + "kleur: rood\n", encoding="utf-8")
    return path


def break_the_plugin(plan, tmp_path):
    settings = tmp_path / "settings.py"
    settings.write_text(
        plan.settings.read_text("utf-8").replace("groepsaanbod.plugin", "weg.plugin"),
        encoding="utf-8",
    )
    return settings


def test_two_builds_give_the_same_bytes_and_leave_nothing_beside(standing):
    first = files(standing.output)
    building.build(standing)

    assert files(standing.output) == first
    assert sorted(path.name for path in standing.output.parent.iterdir()) == [
        "data",
        "output",
    ]


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Anchorage", "PYTHONHASHSEED": "2", "LC_ALL": "nl_NL.UTF-8"},
    ],
)
def test_time_zone_locale_and_hash_seed_change_no_byte(plan, site, environment):
    command = [sys.executable, "-m", "groepsaanbod", "build", "--opnieuw"]
    subprocess.run(  # noqa: S603 - our own words
        [*command, *arguments(plan)], env=os.environ | environment, check=True
    )

    assert files(plan.output) == files(site)


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(plan, monkeypatch):
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # who dies tells none
    commands, sites, touched = [], [], []
    for day in ("2026-11-24", "2027-06-01"):
        commands.append(["build", *arguments(replace(plan, today=day))])
        touched.append(dying.touches(*commands[-1]))
        sites.append(files(plan.output))
    assert sites[0] != sites[1]
    swap = touched[1].index(dying.SWAP)
    dice = random.Random(20)  # noqa: S311 - moments to be killed at, no secret
    writing = [(at, "") for at in dice.sample(range(swap), 12)]
    removing = dice.sample(range(2, len(touched[1]) - swap - 20), 6)
    moments = [*writing, *((at, dying.SWAP) for at in (0, 1, *removing))]
    dice.shuffle(moments)
    for number, (at, since) in enumerate(moments):
        before = files(plan.output)
        new = sites[number % 2]
        dying.die(*commands[number % 2], at=at, since=since)
        is_swapped = since and at
        assert files(plan.output) == (new if is_swapped else before)
    building.build(plan)
    assert sorted(path.name for path in plan.output.parent.iterdir()) == [
        "data",
        "output",
    ]


def test_a_full_disk_leaves_the_old_site(standing, monkeypatch):
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # it writes too
    before = files(standing.output)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(BuildError):
            building.build(standing)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert files(standing.output) == before
    assert not standing.beside.exists()


def test_a_system_that_cannot_exchange_folders_renames_them(standing, monkeypatch):
    monkeypatch.setattr(building, "_exchange", lambda _one, _other: False)
    standing.output.joinpath("oud.txt").write_text("oud", encoding="utf-8")
    building.build(standing)

    assert not standing.output.joinpath("oud.txt").exists()
    assert not standing.old.exists()


def test_a_removed_offer_leaves_the_site(standing):
    page = next(standing.output.glob("aanbod/*/*/index.html")).parent
    offer = standing.folders.offers / page.parent.name / f"{page.name}.yaml"
    offer.unlink()
    building.build(standing)

    assert not page.exists()


def test_a_mistake_builds_nothing_and_leaves_the_last_good_site(standing, capsys):
    before = files(standing.output)
    wrong = break_an_offer(standing)

    assert main(["build", *arguments(standing)]) == 1
    assert files(standing.output) == before
    said = capsys.readouterr().out
    assert said.startswith(f"{wrong}:")
    assert said.endswith(
        "\n1 fout in 1 bestand. Verbeter ze en probeer het opnieuw.\n"
        "De site is niet opnieuw gebouwd; wat er stond, staat er nog.\n"
    )


def test_a_good_build_says_where_the_site_is(plan, capsys):
    assert main(["build", *arguments(plan)]) == 0
    assert capsys.readouterr().out.endswith(f"De site staat in {plan.output}/.\n")


def test_a_plugin_that_does_not_load_fails_the_build(plan, tmp_path, capsys):
    settings = break_the_plugin(plan, tmp_path)

    assert main(["build", *arguments(plan), f"--settings={settings}"]) == 1
    said = capsys.readouterr().out
    assert said.endswith("De site is niet gebouwd; wat er stond, staat er nog.\n")
    assert not plan.output.exists()


def test_what_pelican_only_logs_fails_the_build_in_one_sentence(plan, tmp_path, capsys):
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    os.mkfifo(theme / "static/pijp")
    settings = tmp_path / "pelicanconf.py"
    text = PROJECT.joinpath("pelicanconf.py").read_text("utf-8")
    settings.write_text(f"{text}\nTHEME = {str(theme)!r}\n", encoding="utf-8")
    code = main(["build", *arguments(replace(plan, settings=settings))])

    beside = plan.beside.resolve()
    assert code == 1
    assert capsys.readouterr().out.endswith(
        "Pelican, dat de site schrijft, meldt:\n"
        f"- Skipped copy {theme}/static/pijp (not a file or directory)"
        f" to {beside}/theme/./pijp\n"
        "\nDe site is niet gebouwd; wat er stond, staat er nog.\n"
    )


def test_pelican_alone_refuses_a_mistake_too(plan):
    break_an_offer(plan)

    with pytest.raises(BuildError, match="kleur: dit veld kennen we niet"):
        building.build(plan)
    assert not plan.output.exists()


def test_a_build_that_stopped_in_the_swap_is_put_right(standing):
    before = files(standing.output)
    standing.output.rename(standing.old)
    break_an_offer(standing)

    with pytest.raises(BuildError):
        building.build(standing)
    assert files(standing.output) == before
    assert not standing.old.exists()


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--offers", "hier is geen map nergens; ga naar de map van het project."),
        ("--content", "hier is geen map nergens; ga naar de map van het project."),
        ("--settings", "hier is geen nergens; ga naar de projectmap."),
    ],
)
def test_a_folder_that_is_not_there_is_wrong_use(plan, capsys, option, sentence):
    assert main(["build", *arguments(plan), option, "nergens"]) == 2
    assert capsys.readouterr().err == f"groepsaanbod: {sentence}\n"


def test_the_server_shows_pages_and_the_sites_own_404(site):
    server = building.server(site, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        with urllib.request.urlopen(f"{address}/aanbod/") as answer:  # noqa: S310 - our own
            assert answer.headers["Cache-Control"] == "no-cache"
            assert b"<h1" in answer.read()
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(f"{address}/nergens/")  # noqa: S310 - our own
        with missing.value as answer:
            assert answer.status == 404
            assert "Deze pagina is er niet" in answer.read().decode()
    finally:
        server.shutdown()
        server.server_close()


def test_a_port_that_is_taken_is_wrong_use(plan, capsys):
    taken = building.server(plan.output, 0)
    try:
        port = str(taken.server_port)
        assert main(["serve", *arguments(plan), "--port", port]) == 2
    finally:
        taken.server_close()
    assert capsys.readouterr().err == (
        f"groepsaanbod: poort {port} is bezet of bestaat niet;"
        " kies een andere met --port (make serve PORT=8001).\n"
    )


def test_serving_rebuilds_on_a_change_and_keeps_the_last_good_site(plan, tmp_path):
    log = tmp_path / "log.txt"
    command = [sys.executable, "-u", "-m", "groepsaanbod", "serve", *arguments(plan)]
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 - our own words
            [*command, "--port", "0"], stdout=said, stderr=said
        )
    try:
        wait_for(log, "Stoppen: Ctrl+C.")
        time.sleep(0.5)
        offer = next(plan.folders.offers.glob("*/[!a]*.yaml"))
        good = offer.read_text("utf-8")
        page = plan.output / f"aanbod/{offer.parent.name}/{offer.stem}/index.html"
        before = page.read_bytes()
        offer.write_text(f"{good}kleur: rood\n", encoding="utf-8")
        wait_for(log, "kleur: dit veld kennen we niet")
        wait_for(log, "wat er stond, staat er nog")
        assert page.read_bytes() == before
        offer.write_text(f"{good}begeleiding: Anders dan eerst\n", encoding="utf-8")
        wait_until(lambda: "Anders dan eerst" in page.read_text("utf-8"))
    finally:
        process.terminate()
        process.wait()


def wait_for(log, words):
    wait_until(lambda: words in log.read_text("utf-8"))


def wait_until(is_so, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except FileNotFoundError:
            pass  # between the two renames of a swap
        time.sleep(0.1)
    pytest.fail("it did not happen in time")


@pytest.mark.parametrize("name", ["offers", "region", "content"])
def test_a_build_never_takes_the_place_of_its_sources(plan, capsys, name):
    source = plan.output.parent / "data" / name
    before = files(source)

    assert main(["build", *arguments(plan), f"--output={source}"]) == 2
    assert capsys.readouterr().err == (
        f"groepsaanbod: --output {source} zou de map {source} wissen;"
        " kies een andere map.\n"
    )
    assert files(source) == before


def test_two_builds_at_once_wait_for_each_other(plan):
    command = [sys.executable, "-m", "groepsaanbod", "build", *arguments(plan)]
    both = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
        for _ in range(2)
    ]

    assert [each.wait() for each in both] == [0, 0]
    assert plan.output.joinpath("index.html").is_file()


def test_a_swap_that_fails_half_way_puts_the_old_site_back(standing, monkeypatch):
    before = files(standing.output)
    monkeypatch.setattr(building, "_exchange", lambda _one, _other: False)
    rename = Path.rename

    def fails_once(path, target):
        if path == standing.beside:
            raise OSError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails_once)

    with pytest.raises(BuildError):
        building.build(standing)
    assert files(standing.output) == before
