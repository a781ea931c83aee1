"""What ``groepsaanbod review`` and ``codeowners`` say, and with which exit code."""

import os
import subprocess
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.cli import main
from repository import OFFER, Repository

PROJECT = Path(__file__).parent.parent
KIES = "offers/cjg-rivierenland/kies.yaml"
ON_THE_DAY = ("--date", str(TODAY))


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A proposal of a partner: one group is full now."""
    made = Repository(tmp_path / "project")
    made.commit("2026-11-01")
    made.git("checkout", "--quiet", "-b", "voorstel")
    made.replace(KIES, "plekken_vrij: 3\n    status: open", "status: vol")
    made.commit("2026-11-20")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def run(repository, capsys):
    assert repository.folder.is_dir()

    def run(*arguments):
        try:
            code = main((*arguments, *ON_THE_DAY))
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def wrong_in_many_places(repository):
    for number in range(12):
        name = f"offers/cjg-rivierenland/Fout{number:02},a:b%.yaml"
        repository.write(name, "titel: x\n")
    repository.commit("2026-11-21")


def test_in_a_terminal_it_is_plain(run):
    code, said, complaint = run("review", "main..HEAD", "--author", "cjg_voorbeeld")

    assert (code, complaint) == (0, "")
    assert said.startswith("Dit voorstel klopt\n=====")
    assert (
        "- KIES in de Molenwijk, de groep van 12 januari 2027: was open"
        " (3 plekken vrij), is nu vol; de dag bij 'status_op' is niet aangepast\n"
    ) in said


def test_it_reads_git_and_not_the_folders(run, repository):
    repository.write(KIES, "onzin")
    code, said, _ = run("review", "main..HEAD", "--format", "markdown")

    assert code == 0
    assert said.startswith("# Dit voorstel klopt\n\nVan wie dit is, is niet gezegd")


def test_who_may_not_is_refused(run):
    code, said, _ = run("review", "main..HEAD", "--author", "welzijn_voorbeeld")

    assert code == 1
    assert said.startswith("Dit voorstel kan nog niet: 1 ding om te verbeteren\n")


def test_on_github_the_first_ten_stand_at_their_lines_and_all_in_the_summary(
    run, repository
):
    wrong_in_many_places(repository)
    code, said, _ = run(
        *("review", "main..HEAD", "--author", "cjg_voorbeeld"),
        *("--format", "github", "--output", "samenvatting.md"),
    )
    lines = said.splitlines()

    assert code == 1
    assert len(lines) == 10
    assert lines[0].startswith(
        "::error file=offers/cjg-rivierenland/Fout00%2Ca%3Ab%25.yaml,line=1,col=1::"
        "deze naam kan niet; "
    )
    summary = Path("samenvatting.md").read_text("utf-8")
    assert summary.count("\n- `offers/cjg-rivierenland/Fout") == 12


def test_on_github_a_reason_is_asked_of_nothing_in_particular(run, repository):
    for path in repository.path("offers/welzijn-waterland").glob("*-*.yaml"):
        path.unlink()
    repository.commit("2026-11-21")
    asked = ("review", "main..HEAD", "--author", "coordinator_voorbeeld")
    code, said, _ = run(*asked, "--format", "github")

    assert code == 1
    assert said == (
        "::error::dit voorstel haalt 3 keer aanbod weg; begin in de tekst bij het"
        " voorstel een regel met 'Reden:' en schrijf waarom\n"
    )
    assert run(
        *asked, "--format=github", "--reason=- a\nReden: wij stoppen ermee."
    ) == ((0, "", ""))


def test_a_shallow_copy_of_a_merge_is_enough_and_its_code_is_not_run(
    run, repository, tmp_path
):
    repository.write("sitecustomize.py", "raise SystemExit('gedaan')\n")
    repository.write("Makefile", "review:\n\texit 0\n")
    repository.commit("2026-11-21")
    repository.git("checkout", "--quiet", "main")
    repository.replace(OFFER, "titel: ", "titel: Nog meer ")
    repository.commit("2026-11-22")
    repository.git("merge", "--quiet", "--no-ff", "--message=Samen", "voorstel")
    shallow = ("--depth=2", f"file://{repository.folder}", str(tmp_path / "voorstel"))
    repository.git("clone", "--quiet", *shallow)
    code, said, _ = run(
        *("review", "HEAD^1..HEAD", "--repository", str(tmp_path / "voorstel")),
        *("--author", "cjg_voorbeeld"),
    )

    assert code == 1
    assert [line for line in said.splitlines() if line.startswith("- ")] == [
        (
            f"- {name}: dit bestand is niet van een aanbieder;"
            " alleen de coördinator mag het veranderen."
        )
        for name in ("Makefile", "sitecustomize.py")
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "noem het voorstel als BASIS..VOORSTEL, zoals main..HEAD"),
        (("a", "b"), "noem het voorstel als BASIS..VOORSTEL, zoals main..HEAD"),
        (
            ("main", "--format", "csv"),
            "kies bij --format uit: text, markdown, github",
        ),
        (
            ("main", "--format", "github"),
            "noem met --author van wie het voorstel is",
        ),
        (("main", "--author", "$(id)"), "--author is geen naam op GitHub"),
        (("nergens",), "'nergens' kennen we niet; noem een dag, tag of commit"),
        (
            ("main", "--output", "nergens/x.md"),
            "nergens/x.md kunnen we niet schrijven",
        ),
    ],
)
def test_what_cannot_be_is_said_in_dutch(run, arguments, sentence):
    assert run("review", *arguments) == (2, "", f"groepsaanbod: {sentence}.\n")


def test_make_hands_the_words_of_others_on_as_words(repository, tmp_path):
    words = "$(shell touch gedaan) `touch gedaan` \"; touch gedaan; '"
    done = subprocess.run(  # noqa: S603 - our own words
        [
            *("make", "--silent", "--no-print-directory", "review"),
            *(f"IN={repository.folder}", "VAN=main", f"DATE={TODAY}"),
            f"SUMMARY={tmp_path / 'samenvatting.md'}",
        ],
        cwd=PROJECT,
        env={name: value for name, value in os.environ.items() if "MAKE" not in name}
        | {"AUTHOR": "cjg_voorbeeld", "REASON": words},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    assert not PROJECT.joinpath("gedaan").exists()
    assert "cjg" in tmp_path.joinpath("samenvatting.md").read_text("utf-8")


def test_codeowners_are_written_from_the_region(run, repository):
    repository.path(".github").mkdir()
    code, said, _ = run("codeowners")

    assert (code, said) == (0, "Wie waarnaar kijkt, staat in .github/CODEOWNERS.\n")
    assert repository.path(".github/CODEOWNERS").read_text("utf-8").startswith("# Gem")


def test_codeowners_need_a_region_that_is_right(run, repository):
    repository.write("region/themas.yaml", "themas: nee\n")

    assert run("codeowners")[0] == 1
    assert run("codeowners", "--region", "nergens")[0] == 2


def test_codeowners_are_not_written_where_no_folder_is(run):
    assert run("codeowners") == (
        2,
        "",
        "groepsaanbod: .github/CODEOWNERS kunnen we niet schrijven.\n",
    )
