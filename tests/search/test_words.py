"""All forms of a word come to one term, and words that differ stay apart."""

import pytest

from groepsaanbod.search import words
from groepsaanbod.search.words import asked, fold, remember, term, terms, tokens

FAMILIES = [
    "scheiding scheiden gescheiden scheidt scheidingen",
    "pesten gepest pest",
    "boos boze boosheid",
    "slapen slaapt geslapen slaap slaapje",
    "luisteren luistert luister geluisterd",
    "opvoeden opvoeding opvoedt opgevoed",
    "kind kindje kindjes",
    "bang bange",
    "angst angsten angstig angstige",
    "verdriet verdrietig verdrietige",
    "autisme autist autistisch autistische",
    "piekeren piekert gepiekerd",
    "ruzie ruzies",
    "groep groepen groepje groepjes",
    "weerbaar weerbare weerbaarheid",
    "café cafés cafeetje",
    "boek boekje boekjes boeken",
    "gamen gamet game games",
    "foto foto's foto’s",
    "baby baby's",
    "druk drukke",
    "verslaafd verslaving",
    "mishandelen mishandeld mishandeling",
    "jongen jongens",
    "meisje meisjes",
    "zus zusje zussen",
    "coördinator coordinator",
    "gezin gezinnen",
]

APART = [
    ("zoon", "gezond"),
    ("gezin", "zin"),
    ("baby", "bab"),
    ("kind", "kies"),
    ("angst", "bang"),
    ("oud", "ouder"),
]


@pytest.mark.parametrize("family", FAMILIES)
def test_all_forms_of_a_word_are_one_term(family):
    forms = family.split()

    assert {form: terms(form) for form in forms} == {
        form: terms(forms[0]) for form in forms
    }


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_stay_apart(one, other):
    assert term(one) != term(other)


@pytest.mark.parametrize("word", ["baby", "hobby", "yoga", "foto", "kies", "adhd"])
def test_short_and_foreign_words_are_not_cut(word):
    assert term(word) == word


def test_numbers_and_letters_of_other_alphabets_are_words():
    assert tokens("Groep 8, 2,5 jaar: العربية") == [
        *("groep", "8", "2", "5", "jaar"),
        "العربية",
    ]


def test_accents_capitals_and_apostrophes_do_not_matter():
    assert fold("Crèche À LA ʼs") == "creche a la 's"
    assert tokens("'s Avonds, m'n  foto’s -- o'") == ["s", "avonds", "mn", "foto", "o"]


def test_a_text_of_nothing_has_no_words():
    assert terms("") == terms("'' – !?") == []


def test_what_an_earlier_build_asked_for_is_not_worked_out_again(monkeypatch):
    monkeypatch.setattr(words, "_before", {})
    monkeypatch.setattr(words, "_asked", {})
    remember({"luisteren": "known", "slapen": "never asked for"})

    assert terms("luisteren, gepest") == ["known", term("pesten")]
    assert asked() == {"luisteren": "known", "gepest": "pest", "pesten": "pest"}
