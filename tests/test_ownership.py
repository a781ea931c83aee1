"""Who may change what: each trick with files is refused, with one sentence."""

import pytest

from groepsaanbod.git import Change
from groepsaanbod.owners import OwnersFile
from groepsaanbod.ownership import MOST_FILES, Judged, Standing
from groepsaanbod.source import MAX_BYTES

OWNERS = OwnersFile.model_validate(
    {
        "coordinatoren": ["Regie_voorbeeld"],
        "aanbieders": [
            {"aanbieder": "cjg", "github": ["Anna_voorbeeld", "@bas_voorbeeld"]},
            {"aanbieder": "welzijn", "github": ["wim_voorbeeld"]},
            {"aanbieder": "nog-niet-begonnen", "github": ["nina_voorbeeld"]},
        ],
    }
)
FOLDERS = frozenset({"cjg", "welzijn", "zonder-account"})

NAME = (
    "deze naam kan niet; in uw map horen aanbieder.yaml, bestanden als"
    " beter-slapen.yaml, en nieuws/2026-11-24-nieuwe-groep.yaml"
)
ELSEWHERE = (
    "dit bestand is niet van een aanbieder; alleen de coördinator mag het veranderen"
)
SOMEBODY = (
    "dit bestand is van een andere organisatie;"
    " alleen zij en de coördinator mogen het veranderen"
)
LINK = "dit is een verwijzing naar iets anders; zet er een gewoon bestand neer"
RESERVED = "een bestand of map met deze naam kan op Windows niet; kies een andere"


def new(path, mode="100644", size=100):
    return Change(path, "", mode, size)


def edit(path, before="100644", after="100644"):
    return Change(path, before, after, 100)


def gone(path):
    return Change(path, "100644", "")


def judged(*changes, author="anna_voorbeeld"):
    return Judged(changes, OWNERS, FOLDERS, author)


def said(*changes, author="anna_voorbeeld"):
    return [(each.path, each.why) for each in judged(*changes, author=author).refusals]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (new("offers/cjg/link.yaml", "120000"), LINK),
        (edit("offers/cjg/kies.yaml", after="120000"), LINK),
        (new("offers/cjg", "120000"), LINK),
        (new("offers", "120000"), LINK),
        (
            new("offers/cjg/module", "160000"),
            "dit is een ander git-project in dit project; haal het weg",
        ),
        (
            edit("offers/cjg/kies.yaml", after="100755"),
            (
                "dit bestand staat ingesteld als programma; zet dat uit met:"
                " git update-index --chmod=-x, en de naam van het bestand"
            ),
        ),
        (
            new("offers/cjg/kies.yaml", "100664"),
            "dit is geen gewoon bestand; haal het weg",
        ),
        (new(".github/workflows/x.yml"), ELSEWHERE),
        (new(".gitattributes"), ELSEWHERE),
        (new(".gitmodules"), ELSEWHERE),
        (edit("pelicanconf.py"), ELSEWHERE),
        (edit("Makefile"), ELSEWHERE),
        (edit(".github/CODEOWNERS"), ELSEWHERE),
        (edit("theme/templates/base.html"), ELSEWHERE),
        (edit("content/vragen/snel-boos.md"), ELSEWHERE),
        (edit("region/themas.yaml"), ELSEWHERE),
        (new("sitecustomize.py"), ELSEWHERE),
        (edit("offers/_voorbeeld.yaml"), ELSEWHERE),
        (new("offers/los.yaml"), ELSEWHERE),
        (new("aanbod/cjg/kies.yaml"), ELSEWHERE),
        (new("offersx/cjg/kies.yaml"), ELSEWHERE),
        (new("region/link.yaml", "120000"), LINK),
        (
            edit("region/eigenaren.yaml"),
            "wie welke map mag veranderen, bepaalt alleen de coördinator",
        ),
        (edit("offers/welzijn/koffie.yaml"), SOMEBODY),
        (new("offers/welzijn/erbij.yaml"), SOMEBODY),
        (gone("offers/welzijn/aanbieder.yaml"), SOMEBODY),
        (edit("offers/zonder-account/kies.yaml"), SOMEBODY),
        (
            new("offers/nog-een/aanbieder.yaml"),
            "dit is niet uw eigen map; vraag de coördinator om deze te beginnen",
        ),
        (new("offers/nog-niet-begonnen/aanbieder.yaml"), SOMEBODY),
        (new("offers/cjg/Judo.yaml"), NAME),
        (new("offers/cjg/judo.YAML"), NAME),
        (new("offers/cjg/judo.yml"), NAME),
        (new("offers/cjg/caf\u00e9.yaml"), NAME),
        (new("offers/cjg/cafe\u0301.yaml"), NAME),
        (new("offers/cjg/\u202elmay.sieK"), NAME),
        (new("offers/cjg/a::error file=b::pwn.yaml"), NAME),
        (new("offers/cjg/kies\n::error::x.yaml"), NAME),
        (new("offers/cjg/kies.yaml\\xff"), NAME),
        (new("offers/cjg/ kies.yaml"), NAME),
        (new("offers/cjg/.kies.yaml"), NAME),
        (new("offers/cjg/_kies.yaml"), NAME),
        (new("offers/cjg/-rf.yaml"), NAME),
        (new("offers/cjg/$(id).yaml"), NAME),
        (new("offers/cjg/foto.jpg"), NAME),
        (new("offers/cjg/kies"), NAME),
        (new(f"offers/cjg/{'a' * 81}.yaml"), NAME),
        (new("offers/cjg/diep/kies.yaml"), NAME),
        (new("offers/cjg/nieuws/zonder-dag.yaml"), NAME),
        (new("offers/cjg/nieuws/2026-02-30-nieuw.yaml"), NAME),
        (new("offers/cjg/nieuws/2026-11-24-Nieuw.yaml"), NAME),
        (new("offers/cjg/nieuws/diep/2026-11-24-nieuw.yaml"), NAME),
        (new("offers/cjg/.git/config"), NAME),
        (new("offers/cjg/con.yaml"), RESERVED),
        (new("offers/cjg/LPT1.yaml"), RESERVED),
        (
            new("offers/cjg/groot.yaml", size=MAX_BYTES + 1),
            "dit bestand is groter dan 64 kB; maak het korter",
        ),
    ],
    ids=lambda each: repr(each.path[-30:]) if isinstance(each, Change) else "",
)
def test_a_trick_is_refused_with_one_sentence(change, why):
    assert said(change) == [(change.path, why)]


def test_a_file_that_moves_to_or_from_another_folder_is_two_changes():
    taken = (gone("offers/welzijn/koffie.yaml"), new("offers/cjg/koffie.yaml"))
    given = (gone("offers/cjg/kies.yaml"), new("offers/welzijn/kies.yaml"))

    assert said(*taken) == [("offers/welzijn/koffie.yaml", SOMEBODY)]
    assert said(*given) == [("offers/welzijn/kies.yaml", SOMEBODY)]


def test_a_folder_in_capitals_is_no_folder_of_ones_own():
    assert said(new("offers/CJG/kies.yaml")) == [
        (
            "offers/CJG/kies.yaml",
            "dit is niet uw eigen map; vraag de coördinator om deze te beginnen",
        )
    ]


def test_what_was_wrong_may_always_go():
    wrong = Change("offers/cjg/Judo.yml", "120000", "")

    assert said(wrong) == []


@pytest.mark.parametrize(
    "author", ["anna_voorbeeld", "ANNA_VOORBEELD", "Bas_voorbeeld"]
)
def test_an_honest_proposal_is_refused_nothing(author):
    changes = (
        edit("offers/cjg/kies.yaml"),
        edit("offers/cjg/aanbieder.yaml"),
        new("offers/cjg/kies-2.yaml", size=MAX_BYTES),
        new("offers/cjg/nieuws/2026-11-24-nieuwe-groep.yaml"),
        gone("offers/cjg/oud.yaml"),
    )

    assert said(*changes, author=author) == []
    assert judged(*changes, author=author).standing is Standing.PARTNER


@pytest.mark.parametrize("author", ["wim_voorbeeld", "anna", "anna_voorbeeld[bot]"])
def test_who_does_not_stand_beside_a_folder_may_not_change_it(author):
    assert said(edit("offers/cjg/kies.yaml"), author=author) == [
        ("offers/cjg/kies.yaml", SOMEBODY)
    ]


def test_of_a_folder_without_names_the_coordinator_is_asked():
    assert said(edit("offers/zonder-account/kies.yaml"), author="zoe") == [
        (
            "offers/zonder-account/kies.yaml",
            (
                "we weten nog niet wie deze map mag veranderen;"
                " de coördinator kijkt wie u bent en zet uw naam in de lijst"
            ),
        )
    ]


def test_who_begins_is_welcome_with_one_folder():
    first = (new("offers/moedig/aanbieder.yaml"), new("offers/moedig/lef.yaml"))
    found = judged(*first, author="mo")

    assert (found.standing, found.welcomed) == (Standing.NEWCOMER, "moedig")
    assert found.refusals == ()
    assert said(*first, new("offers/nog-een/aanbieder.yaml"), author="mo") == [
        (
            "offers/nog-een/aanbieder.yaml",
            "een nieuwe aanbieder begint met één map; doe de andere later",
        )
    ]
    assert said(*first, edit("offers/cjg/kies.yaml"), author="mo") == [
        ("offers/cjg/kies.yaml", SOMEBODY)
    ]


def test_a_folder_can_wait_for_who_was_named():
    first = new("offers/nog-niet-begonnen/aanbieder.yaml")

    assert said(first, author="nina_voorbeeld") == []
    assert said(first, author="mo") == [(first.path, SOMEBODY)]


def test_the_coordinator_may_change_everything_but_not_with_odd_files():
    changes = (
        edit("pelicanconf.py"),
        edit("region/eigenaren.yaml"),
        edit("offers/_voorbeeld.yaml"),
        edit("offers/welzijn/koffie.yaml"),
        new("docs/link", "120000"),
    )

    assert said(*changes, author="regie_VOORBEELD") == []
    assert said(
        new("offers/cjg/Judo.yaml"),
        new("content/vragen/link.md", "120000"),
        author="regie_voorbeeld",
    ) == [("content/vragen/link.md", LINK), ("offers/cjg/Judo.yaml", NAME)]


def test_too_many_files_at_once_are_asked_about():
    many = [new(f"offers/cjg/aanbod-{number}.yaml") for number in range(MOST_FILES + 1)]

    assert said(*many[1:]) == []
    assert said(*many) == [
        (
            "",
            (
                "dit voorstel verandert 61 bestanden;"
                " doe er hoogstens 60 tegelijk, of vraag de coördinator"
            ),
        )
    ]
    assert said(*many, author="regie_voorbeeld") == []


def test_without_a_name_only_the_files_are_looked_at():
    assert said(edit("Makefile"), new("offers/cjg/Judo.yaml"), author="") == [
        ("offers/cjg/Judo.yaml", NAME)
    ]
