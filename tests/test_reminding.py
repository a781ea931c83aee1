"""What partners are asked, and how ``groepsaanbod remind`` gives it."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import TODAY, an_offer
from groepsaanbod.cli import main
from groepsaanbod.pens import Markdown, Plain
from groepsaanbod.reminding import MOST_OFFERS, reminders
from payloads import LINE

LATER = date(2027, 8, 1)
EXPECTED = Path(__file__).parent / "data/reviews"


def asked(catalogue, today=LATER):
    return {each.partner.slug: each for each in reminders(catalogue, today)}


def test_a_partner_is_asked_with_the_facts_of_each_offer(catalogue):
    found = asked(catalogue)["cjg-rivierenland"]

    assert found.title == "Klopt dit nog? Het aanbod van CJG Rivierenland"
    assert found.text(Plain()) == EXPECTED.joinpath("klopt-dit-nog.txt").read_text(
        "utf-8"
    )


def test_on_github_it_calls_who_may_change_it_and_leads_to_the_file(catalogue):
    site = catalogue.site.model_copy(
        update={"repository": "https://git.example.nl/regio/aanbod/"}
    )
    text = asked(replace(catalogue, site=site))["cjg-rivierenland"].text(Markdown())

    assert text.startswith("Beste @cjg_voorbeeld, @tweede_voorbeeld,\n")
    assert (
        "- Veranderen: <https://git.example.nl/regio/aanbod/edit/main/"
        "offers/cjg-rivierenland/kies.yaml>\n"
    ) in text


def test_nobody_is_asked_of_what_was_looked_at_or_cannot_be_seen(catalogue, vocabulary):
    old = {"gecontroleerd_op": "2026-01-01"}
    offers = (
        an_offer(vocabulary, slug="a", gecontroleerd_op="2026-05-24"),
        an_offer(vocabulary, slug="b", **old, zichtbaar={"tot": "2026-11-23"}),
        an_offer(vocabulary, slug="c", **old),
    )
    (found,) = reminders(replace(catalogue, offers=offers), TODAY)

    assert [each.slug for each in found.offers] == ["c"]


@pytest.mark.parametrize(
    ("checked_on", "sentences"),
    [
        (
            "2026-04-30",
            "Na 30 januari 2027 zegt de pagina dat het al lang niet is nagekeken.",
        ),
        (
            "2026-02-01",
            (
                "De pagina zegt nu dat het al lang niet is nagekeken."
                " Na 1 februari 2027 komt het onder al het andere aanbod te staan."
            ),
        ),
        (
            "2025-11-01",
            (
                "Het staat nu onder al het andere aanbod."
                " Na 1 mei 2027 staat het in geen lijst meer."
            ),
        ),
        (
            "2025-01-01",
            "Het staat nu in geen lijst meer; alleen de pagina is er nog.",
        ),
    ],
)
def test_it_says_what_happens_now_and_what_follows(
    catalogue, vocabulary, checked_on, sentences
):
    offer = an_offer(vocabulary, gecontroleerd_op=checked_on)
    (found,) = reminders(replace(catalogue, offers=(offer,)), TODAY)

    assert (
        re.search(r"nagekeken: \d+ \w+ \d+\. (.*)", found.text(Plain()))[1] == sentences
    )


def test_a_text_never_grows_too_long_for_github(catalogue, vocabulary):
    offers = tuple(
        an_offer(vocabulary, slug=f"x{number}", gecontroleerd_op="2026-01-01")
        for number in range(MOST_OFFERS + 3)
    )
    (found,) = reminders(replace(catalogue, offers=offers), TODAY)
    text = found.text(Markdown())

    assert text.count("\n## ") == MOST_OFFERS
    assert "Er is nog 3 keer aanbod. Daar vragen we de volgende keer naar." in text


def test_partners_texts_stay_texts(catalogue, vocabulary):
    offer = an_offer(vocabulary, titel=LINE, gecontroleerd_op="2026-01-01")
    (found,) = reminders(replace(catalogue, offers=(offer,)), TODAY)

    assert "<" not in found.text(Markdown())


@pytest.fixture
def run(good, capsys):
    def run(*arguments):
        folders = ("--offers", str(good.offers), "--region", str(good.region))
        code = main(("remind", *folders, *arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_command_asks_all_or_one(run, catalogue):
    code, said, _ = run("--date", str(LATER))
    heads = re.findall(r"(?m)^Klopt dit nog\? Het aanbod van (.*)$", said)

    assert code == 0
    assert heads == ["CJG Rivierenland", "Veilig Verder", "Welzijn Waterland"]
    _, said, _ = run("--date", str(LATER), "--partner", "veilig-verder")
    text = asked(catalogue)["veilig-verder"].text(Plain())
    title = "Klopt dit nog? Het aanbod van Veilig Verder"
    assert said == f"{title}\n{'=' * len(title)}\n\n{text}"


def test_when_all_was_looked_at_it_says_so(run):
    assert run("--date", "2026-11-24") == (
        0,
        "Alles is kort geleden nagekeken. Er is niets te vragen.\n",
        "",
    )
    assert run("--date", "2026-11-24", "--format", "json")[1] == "[]\n"


def test_for_machines_it_is_a_list(run, tmp_path, catalogue):
    target = tmp_path / "teksten.json"
    done = run("--date", str(LATER), "--format", "json", "--output", str(target))
    first, *_ = json.loads(target.read_text("utf-8"))
    found = asked(catalogue)["cjg-rivierenland"]

    assert done == (0, "", "")
    assert first == {
        "aanbieder": "cjg-rivierenland",
        "titel": found.title,
        "tekst": found.text(Markdown()),
    }


def test_what_cannot_be_is_said_in_dutch(run, tmp_path):
    assert run("--partner", "nergens")[2] == (
        "groepsaanbod: 'nergens' kennen we niet; noem de map in offers.\n"
    )
    assert run("--format", "csv")[2] == (
        "groepsaanbod: kies bij --format uit: text, markdown, json.\n"
    )
    assert run("--region", str(tmp_path))[0] == 1
    assert run("--region", str(tmp_path / "nergens"))[0] == 2
