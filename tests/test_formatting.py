"""Files are put in their canonical form, or left alone with a reason."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.cli import main
from groepsaanbod.formatting import partner_files
from groepsaanbod.loading import Folders, load

OFFER = Path("offers/veilig-verder/samen-verder.yaml")
LEFT_ALONE = (
    f"{OFFER}: hier zit een fout in; we lieten het zo.\n"
    "1 bestand bekeken, 0 niet in de vaste vorm.\n"
)


@pytest.fixture(autouse=True)
def project(good, tmp_path, monkeypatch):
    """A copy of the good region in canonical form, as the current folder."""
    shutil.copytree(good.offers, tmp_path / "offers")
    shutil.copytree(good.region, tmp_path / "region")
    monkeypatch.chdir(tmp_path)
    main(["format", "--ook-met-commentaar"])
    return tmp_path


def run(capsys, *arguments):
    capsys.readouterr()
    code = main(arguments)
    return code, capsys.readouterr().out


def test_a_file_in_another_order_is_put_right(capsys):
    text = OFFER.read_text("utf-8")
    first, rest = text.split("\n", 1)
    OFFER.write_text(f"{rest}{first}\n", encoding="utf-8", newline="\r\n")
    OFFER.chmod(0o644)

    assert run(capsys, "format", str(OFFER)) == (
        0,
        f"{OFFER}: nu in de vaste vorm.\n1 bestand bekeken, 1 niet in de vaste vorm.\n",
    )
    assert OFFER.read_bytes() == text.encode()
    assert OFFER.stat().st_mode & 0o777 == 0o644
    assert not [each for each in OFFER.parent.iterdir() if each.name[0] == "."]


def test_only_looking_shows_the_difference_and_changes_nothing(capsys):
    text = OFFER.read_text("utf-8").replace("titel: ", "titel:   ")
    OFFER.write_text(text, encoding="utf-8")
    code, said = run(capsys, "format", "--dry-run")
    old, new = f"-{text.splitlines()[0]}", f"+{text.splitlines()[0]}"

    assert code == 1
    assert f"--- {OFFER}\n+++ {OFFER}\n@@ -1,4 +1,4 @@\n{old}\n" in said
    assert new.replace("titel:   ", "titel: ") in said
    assert said.endswith("\n15 bestanden bekeken, 1 niet in de vaste vorm.\n")
    assert OFFER.read_text("utf-8") == text


def test_all_files_are_in_their_form_afterwards(project, capsys, catalogue):
    assert run(capsys, "format", "--dry-run") == (
        0,
        "15 bestanden bekeken, 0 niet in de vaste vorm.\n",
    )
    again = load(Folders(project / "offers", project / "region"), TODAY)
    assert again.problems == ()
    assert [without_print(each) for each in again.catalogue.offers] == [
        without_print(each) for each in catalogue.offers
    ]
    assert again.catalogue.partners == catalogue.partners
    assert again.catalogue.news == catalogue.news


def without_print(offer):
    return offer.model_copy(update={"fingerprint": ""})


def test_a_file_with_comments_is_left_alone_and_named(capsys):
    text = OFFER.read_text("utf-8") + "# nog nakijken\n"
    OFFER.write_text(text, encoding="utf-8")

    assert run(capsys, "format", str(OFFER.parent)) == (
        0,
        (
            f"{OFFER}: hier staat uitleg in, achter een #; we lieten het zo."
            " Mag die uitleg weg? Gebruik dan --ook-met-commentaar.\n"
            "3 bestanden bekeken, 0 niet in de vaste vorm.\n"
        ),
    )
    assert OFFER.read_text("utf-8") == text
    assert run(capsys, "format", "--ook-met-commentaar", str(OFFER))[0] == 0
    assert OFFER.read_text("utf-8") == text.removesuffix("# nog nakijken\n")


def test_a_file_with_a_mistake_is_left_alone_and_told(capsys):
    text = OFFER.read_text("utf-8") + "kleur: rood\n"
    OFFER.write_text(text, encoding="utf-8")
    line = len(text.splitlines())

    assert run(capsys, "format", str(OFFER)) == (
        1,
        (
            f"{OFFER}:{line}:1: kleur: dit veld kennen we niet;"
            f" haal het weg of zoek het op in de veldengids\n{LEFT_ALONE}"
        ),
    )
    assert OFFER.read_text("utf-8") == text


def test_what_cannot_be_read_is_told(capsys):
    Path("link.yaml").symlink_to(OFFER)
    Path("kapot.yaml").write_text("titel: [\n", encoding="utf-8")

    assert run(capsys, "format", "link.yaml") == (
        1,
        (
            "link.yaml:1:1: dit is geen gewoon bestand; haal het weg\n"
            f"{LEFT_ALONE.replace(str(OFFER), 'link.yaml')}"
        ),
    )
    assert run(capsys, "format", "kapot.yaml")[0] == 1
    assert main(["format", "weg.yaml"]) == 2
    assert main(["format", "--offers", "weg"]) == 2


def test_a_file_that_would_become_too_large_is_left_alone(capsys):
    days = (TODAY + timedelta(number) for number in range(4_700))
    path = Path("offers/veilig-verder/thuis-op-adem.yaml")
    text = path.read_text("utf-8")
    text += f"groepen: [{{data: [{','.join(map(str, days))}]}}]\n"
    path.write_text(text, encoding="utf-8")

    assert run(capsys, "format", str(path)) == (
        1,
        (
            f"{path}:1:1: in de vaste vorm zou dit bestand te groot worden;"
            f" maak de teksten korter\n{LEFT_ALONE.replace(str(OFFER), str(path))}"
        ),
    )
    assert path.read_text("utf-8") == text


def test_nothing_is_formatted_while_the_region_has_mistakes(capsys):
    Path("region/themas.yaml").write_text("themas: nee\n", encoding="utf-8")

    assert run(capsys, "format") == (
        1,
        "Eerst moeten de bestanden van de regio kloppen; doe: make check\n",
    )


def test_what_cannot_be_written_is_told(capsys, monkeypatch):
    text = OFFER.read_text("utf-8").replace("titel: ", "titel:  ")
    OFFER.write_text(text, encoding="utf-8")
    monkeypatch.setattr("groepsaanbod.formatting.write_over", not_now)

    assert run(capsys, "format", str(OFFER)) == (
        1,
        (
            f"{OFFER} kunnen we niet schrijven.\n"
            "1 bestand bekeken, 1 niet in de vaste vorm.\n"
        ),
    )


def not_now(_path, _text):
    raise PermissionError


def test_files_are_found_from_within_the_folders(monkeypatch):
    monkeypatch.chdir("offers/veilig-verder")

    assert len(list(partner_files(Path("..")))) == 15
    assert [each.name for each in partner_files(Path())] == [
        *("aanbieder.yaml", "samen-verder.yaml", "thuis-op-adem.yaml")
    ]
