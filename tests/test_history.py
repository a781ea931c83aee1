"""The past is read from git's objects, whatever they hold, and in Dutch when not."""

from datetime import date

import pytest

from builders import TODAY
from groepsaanbod import git
from groepsaanbod.changed import Changes, Span
from groepsaanbod.history import Commit, History, HistoryError, of_now, until_now
from groepsaanbod.loading import Folders
from repository import OFFER, Repository

COFFEE = "welzijn-waterland/koffie-met-kinderen"


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "project")


def unread(snapshot):
    return [(each.path, each.why) for each in snapshot.unread]


def identities(snapshot):
    return [each.identity for each in snapshot.catalogue.offers]


def snapshot(repository, named):
    return History(repository.folders).moment(named)


def test_a_commit_gives_the_catalogue_of_its_time_on_its_own_day(repository, catalogue):
    name = repository.commit("2026-02-01")
    repository.path(OFFER).unlink()
    repository.replace("offers/veilig-verder/samen-verder.yaml", "Samen verder", "Ooit")
    repository.commit("2026-03-01")
    then = snapshot(repository, name[:12])

    assert (then.day, then.commit, unread(then)) == (date(2026, 2, 1), name, [])
    # The bytes of the files are the same; only where they stood differs.
    assert [(each.identity, each.title) for each in then.catalogue.offers] == [
        (each.identity, each.title) for each in catalogue.offers
    ]
    assert then.catalogue.partners == catalogue.partners
    assert then.catalogue.vocabulary == catalogue.vocabulary


def test_the_work_tree_is_not_touched(repository):
    name = repository.commit("2026-02-01")
    repository.replace(OFFER, "Koffie met kinderen", "Thee met kinderen")
    before = repository.git("status", "--porcelain")
    snapshot(repository, name)

    assert repository.git("status", "--porcelain") == before != ""


def test_a_day_gives_the_last_commit_up_to_its_end(repository):
    first = repository.commit("2026-02-01")
    repository.write(OFFER, repository.path(OFFER).read_text("utf-8") + "# twee\n")
    second = repository.commit("2026-02-10")
    third = repository.commit_index("2026-02-10")
    history = History(repository.folders)

    assert history.at(date(2026, 2, 1)) == Commit(first, date(2026, 2, 1))
    assert history.at(date(2026, 2, 9)).name == first
    assert history.at(TODAY).name == third != second
    assert history.moment("2026-02-10").commit == third
    assert history.moment("2026-02-12").day == date(2026, 2, 12)


def test_a_proposal_counts_from_the_day_it_was_merged(repository):
    repository.commit("2026-02-01")
    repository.git("checkout", "--quiet", "-b", "voorstel")
    repository.path(OFFER).unlink()
    repository.commit("2026-02-05")
    repository.git("checkout", "--quiet", "main")
    repository.git(
        *("merge", "--quiet", "--no-ff", "--message=Voeg toe", "voorstel"),
        day="2026-02-20",
    )

    assert COFFEE in identities(snapshot(repository, "2026-02-19"))
    assert COFFEE not in identities(snapshot(repository, "2026-02-20"))


def test_a_tag_and_a_way_back_are_names_too(repository):
    first = repository.commit("2026-02-01")
    repository.git("tag", "--annotate", "--message=Kwartaal", "kwartaal-1")
    repository.commit_index("2026-02-10")
    history = History(repository.folders)

    assert history.commit("kwartaal-1").name == first
    assert history.commit("HEAD~1").name == first
    assert history.commit("main").day == date(2026, 2, 10)


def test_history_begins_with_the_first_offer(repository):
    repository.git("add", "region")
    repository.commit_index("2026-01-01")
    first = repository.commit("2026-02-01")

    assert History(repository.folders).commits == [Commit(first, date(2026, 2, 1))]


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("nergens", "'nergens' kennen we niet; noem een dag, tag of commit"),
        ("f" * 40, f"'{'f' * 40}' kennen we niet; noem een dag, tag of commit"),
        (
            "--upload-pack=x",
            "'--upload-pack=x' kennen we niet; noem een dag, tag of commit",
        ),
        (
            "main:offers\x1b[2J",
            "'main:offers?[2J' kennen we niet; noem een dag, tag of commit",
        ),
        (
            "2026-02-30",
            "2026-02-30 is geen dag; schrijf jaar-maand-dag, zoals 2027-02-01",
        ),
        (
            "2025-12-31",
            (
                "op 31 december 2025 was er nog geen aanbod;"
                " de geschiedenis begint op 1 februari 2026"
            ),
        ),
    ],
)
def test_what_git_does_not_know_is_said(repository, named, sentence):
    repository.commit("2026-02-01")

    with pytest.raises(HistoryError) as error:
        snapshot(repository, named)
    assert str(error.value) == sentence


def test_a_folder_without_git_has_no_history(good, tmp_path):
    offers = tmp_path / "offers"
    offers.mkdir()

    with pytest.raises(HistoryError) as error:
        History(Folders(offers, good.region))
    assert str(error.value) == (
        "hier is geen git, dus geen geschiedenis; haal het project op met git clone"
    )


def test_a_computer_without_git_has_no_history(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.folder))

    with pytest.raises(HistoryError) as error:
        History(repository.folders)
    assert str(error.value) == (
        "git staat niet op deze computer; zonder git is er geen geschiedenis"
    )


def test_a_project_without_a_commit_has_no_history(repository):
    with pytest.raises(HistoryError) as error:
        History(repository.folders).at(TODAY)
    assert str(error.value) == "git kent hier nog geen commit, dus geen geschiedenis"


def test_a_region_elsewhere_has_no_history(repository, good):
    with pytest.raises(HistoryError) as error:
        History(Folders(repository.path("offers"), good.region))
    assert str(error.value) == (
        f"de map {good.region} staat niet in hetzelfde git-project als het aanbod"
    )


def test_offers_that_were_never_committed_have_no_history(repository):
    repository.git("add", "region")
    repository.commit_index("2026-02-01")

    with pytest.raises(HistoryError) as error:
        History(repository.folders).at(TODAY)
    assert str(error.value) == "in de geschiedenis staat geen map offers"


def test_a_shallow_clone_says_how_to_go_deeper(repository, tmp_path):
    repository.commit("2026-02-01")
    repository.commit_index("2026-02-02")
    clone = tmp_path / "clone"
    address = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth=1", address, str(clone))
    history = History(Folders(clone / "offers", clone / "region"))
    deeper = (
        "hier staat maar een deel van de geschiedenis; haal alles op met"
        " git fetch --unshallow, of met fetch-depth: 0 in de workflow"
    )

    assert history.commit("HEAD").day == date(2026, 2, 2)
    with pytest.raises(HistoryError) as error:
        history.at(TODAY)
    assert str(error.value) == deeper
    with pytest.raises(HistoryError) as error:
        history.commit("HEAD~1")
    assert str(error.value) == (
        f"'HEAD~1' kennen we niet; noem een dag, tag of commit ({deeper})"
    )


def test_what_todays_model_refuses_is_left_out_and_named(repository):
    repository.replace(OFFER, "vorm: inloop", "vorm: inloop\nkleur: rood")
    repository.write("offers/veilig-verder/kapot.yaml", "titel: [")
    repository.write("offers/cjg-rivierenland/aanbieder.yaml", "naam: CJG\n")
    repository.write("offers/welzijn-waterland/UIT.yaml", "titel: x\n")
    name = repository.commit("2026-02-01")
    then = snapshot(repository, name)
    no_partner = "aanbieder.yaml kunnen we niet lezen"

    assert identities(then) == [
        "veilig-verder/samen-verder",
        "veilig-verder/thuis-op-adem",
        "welzijn-waterland/sterk-staan",
        "welzijn-waterland/vaders-van-dijkdorp",
        "welzijn-waterland/zomerspelen",
    ]
    assert [(path, why[:45]) for path, why in unread(then)] == [
        (
            "offers/cjg-rivierenland/aanbieder.yaml",
            "dit veld ontbreekt; zet erbij: samenvatting: ",
        ),
        ("offers/cjg-rivierenland/kies.yaml", no_partner),
        ("offers/cjg-rivierenland/opvoeden-op-maat.yaml", no_partner),
        ("offers/cjg-rivierenland/praten-over-angst.yaml", no_partner),
        ("offers/cjg-rivierenland/slaap-lekker.yaml", no_partner),
        (
            "offers/veilig-verder/kapot.yaml",
            "hier mist iets voor dit teken; haal het weg, ",
        ),
        ("offers/welzijn-waterland/UIT.yaml", "deze naam kan niet"),
        (OFFER, "dit veld kennen we niet; haal het weg of zoek"),
    ]
    assert {COFFEE, "cjg-rivierenland/kies"} <= then.unread_offers


def test_a_region_file_that_is_refused_is_taken_from_now(repository, catalogue):
    themes = repository.path("region/themas.yaml").read_text("utf-8")
    repository.replace("region/themas.yaml", "themas:", "onderwerpen:")
    repository.path("region/zoeken.yaml").rename(repository.path("zoeken.yaml"))
    repository.write("region/normen.yaml", "gewoonlijk: veel\n")
    name = repository.commit("2026-02-01")
    repository.write("region/themas.yaml", themes)
    repository.path("zoeken.yaml").rename(repository.path("region/zoeken.yaml"))
    then = snapshot(repository, name)

    assert [path for path, _ in unread(then)] == [
        "region/normen.yaml",
        "region/themas.yaml",
    ]
    assert identities(then) == [each.identity for each in catalogue.offers]
    assert then.catalogue.vocabulary == catalogue.vocabulary


def test_without_a_region_that_can_be_read_nothing_can(repository):
    repository.commit("2026-02-01")
    repository.write("region/themas.yaml", "themas: [")

    with pytest.raises(HistoryError) as error:
        of_now(repository.folders, TODAY)
    assert str(error.value) == (
        "de bestanden van de regio kloppen niet; doe eerst make check"
    )


def test_hostile_entries_are_named_and_hurt_nobody(repository, tmp_path):
    secret = tmp_path / "geheim.yaml"
    secret.write_text("titel: geheim\n", encoding="utf-8")
    repository.git("add", "--all")
    repository.put("120000", "offers/veilig-verder/link.yaml", str(secret).encode())
    repository.put("120000", "region/themas.yaml", b"/etc/passwd")
    repository.put("120000", "offers/veilig-verder/nieuws", b"../../..")
    repository.put("160000", "offers/ander-project")
    repository.put("100644", "offers/veilig-verder/groot.yaml", b"#" * 64_001)
    repository.put("100644", "offers/veilig-verder/a\nb\x1b[2J.yaml", b"titel: x")
    repository.put("100644", "offers/a/b/c/d/e.yaml", b"titel: x")
    repository.put("100644", "region/themas.yaml.d/x.yaml", b"x")
    repository.put("100644", "offers/.git-hooks/x.yaml", b"titel: x")
    name = repository.commit_index("2026-02-01")
    then = snapshot(repository, name)
    no_file, no_name = "dit is geen gewoon bestand", "deze naam kan niet"

    assert unread(then) == [
        ("offers/a/b/c/d/e.yaml", no_name),
        ("offers/ander-project", no_file),
        ("offers/veilig-verder/a?b?[2J.yaml", no_name),
        ("offers/veilig-verder/groot.yaml", "dit bestand is groter dan 64 kB"),
        ("offers/veilig-verder/link.yaml", no_file),
        ("offers/veilig-verder/nieuws", no_file),
        ("region/themas.yaml", no_file),
        ("region/themas.yaml.d/x.yaml", no_name),
    ]
    assert len(identities(then)) == 10


def test_a_folder_may_not_hold_ways_up_or_one_name_twice(repository):
    blob = repository.git("hash-object", "-w", "--stdin", given=b"titel: x\n").encode()
    line = b"100644 blob " + blob + b"\t"
    inner = repository.tree(line + b"kies.yaml")
    again = b"040000 tree " + inner.encode() + b"\t"
    up = b"040000 tree " + inner.encode() + b"\t.."
    offers = repository.tree(
        again + b"cjg", line + b"cjg", line + b"losse\xff.yaml", up
    )
    region = repository.git("add", "region") or repository.git(
        "write-tree", "--prefix=region/"
    )
    root = repository.tree(
        f"040000 tree {offers}\toffers".encode(),
        f"040000 tree {region}\tregion".encode(),
    )
    name = repository.git("commit-tree", "-m", "Kwaad", root)
    then = snapshot(repository, name)

    assert identities(then) == []
    assert ("offers/cjg/kies.yaml", "deze naam staat er twee keer") in unread(then)
    assert ("offers/losse\\xff.yaml", "deze naam kan niet") in unread(then)
    assert not repository.folder.parent.joinpath("kies.yaml").exists()


def test_folders_within_each_other_without_end_are_too_large(repository, monkeypatch):
    monkeypatch.setattr(git, "MOST_FILES", 1000)
    blob = repository.git("hash-object", "-w", "--stdin", given=b"titel: x\n")
    lines = [f"100644 blob {blob}\t{number}.yaml" for number in range(10)]
    for _ in range(8):  # a hundred million files in nine objects
        tree = repository.tree(*(each.encode() for each in lines))
        lines = [f"040000 tree {tree}\t{number}" for number in range(10)]
    root = repository.tree(f"040000 tree {tree}\toffers".encode())
    name = repository.git("commit-tree", "-m", "Bom", root)

    with pytest.raises(HistoryError) as error:
        snapshot(repository, name)
    assert str(error.value) == (
        f"de bestanden van commit {name[:8]} zijn te groot of kapot"
    )


def test_objects_that_are_gone_are_said(repository):
    name = repository.commit("2026-02-01")
    blob = repository.git("rev-parse", f"HEAD:{OFFER}")
    repository.path(f".git/objects/{blob[:2]}/{blob[2:]}").unlink()

    with pytest.raises(HistoryError, match="zijn te groot of kapot"):
        snapshot(repository, name)


def test_the_last_quarter_and_year_are_told_up_to_the_folders(repository):
    repository.commit("2025-01-01")
    repository.replace(OFFER, "Koffie met kinderen", "Thee met kinderen")
    repository.commit("2026-03-01")
    repository.path("offers/veilig-verder/samen-verder.yaml").unlink()
    changes = until_now(repository.folders, TODAY)
    quarter, year = changes.periods

    assert changes.made_on == TODAY
    assert (quarter.span, quarter.before.day) == (Span.QUARTER, date(2026, 8, 24))
    assert (year.span, year.before.day) == (Span.YEAR, date(2025, 11, 24))
    assert not quarter.is_short
    assert not year.is_short
    assert [each.title for each in quarter.altered] == []
    assert [each.title for each in year.altered] == ["Thee met kinderen"]
    assert [each.title for each in quarter.gone] == ["Samen verder"]
    assert Changes.model_validate_json(changes.as_text()) == changes


def test_a_history_that_is_short_says_since_when(repository):
    repository.commit("2026-10-01")
    quarter, year = until_now(repository.folders, TODAY).periods

    assert (quarter.is_short, quarter.before.day) == (True, date(2026, 10, 1))
    assert (year.is_short, year.before.day) == (True, date(2026, 10, 1))


def test_a_day_before_all_history_is_refused(repository):
    repository.commit("2026-12-01")

    with pytest.raises(HistoryError, match="was er nog geen aanbod"):
        until_now(repository.folders, TODAY)


def test_a_commit_of_a_day_that_cannot_be_is_told(repository):
    tree = repository.git("write-tree")
    raw = (
        f"tree {tree}\nauthor A <a@b.nl> 9 +0000\ncommitter A <a@b.nl> {10**12} +0000\n"
    )
    name = repository.git(
        *("hash-object", "-t", "commit", "-w", "--stdin"), given=f"{raw}\nx\n".encode()
    )

    with pytest.raises(HistoryError) as error:
        snapshot(repository, name)
    assert str(error.value) == (
        f"commit {name[:8]} heeft een dag die niet kan: 33658-09-27"
    )
