"""What stands in Python and in JavaScript does the same in both, on very many words."""

import json
from itertools import product
from pathlib import Path

import pytest

from groepsaanbod.search.compounds import parts
from groepsaanbod.search.index import by_letter
from groepsaanbod.search.words import terms, tokens
from measuring import unmeasured
from search_site import served

TESTS = Path(__file__).parent.parent
STARTS = (
    *("", "be", "ge", "ver", "ont", "her", "op", "opge", "aange", "voorge", "uitge"),
    *("mee", "in", "inge", "samen", "gezond"),
)
ROOTS = (
    *("angst", "autis", "baby", "bal", "boos", "boz", "broer", "caf", "café", "druk"),
    *("drukk", "eet", "foto", "geld", "groep", "hap", "huil", "kind", "kring", "kies"),
    *("leer", "ler", "luister", "meis", "melk", "naaf", "nav", "oud", "pest", "praat"),
    *("prat", "puber", "reken", "ruzie", "schei", "scheid", "school", "slaap", "slap"),
    *("slav", "slaaf", "somber", "speel", "spel", "stoor", "train", "verdriet", "voed"),
    *("vriend", "weer", "woord", "zeg", "zin", "zus", "zwang", "ijs", "œuf", "straß"),
)
ENDINGS = (
    *("", "e", "en", "s", "'s", "t", "d", "de", "te", "den", "ten", "je", "jes", "tje"),
    *("tjes", "pje", "etje", "etjes", "ing", "ingen", "ig", "ige", "heid", "heden"),
    *("baar", "bare", "lijk", "isme", "istisch", "istische", "isten", "ende", "er"),
    *("ers", "eren", "nis", "nissen", "teit", "loos", "achtig", "ens", "z", "v", "ld"),
)
LINKS = ("", "s", "en")
ODD = (
    *(
        "’s avonds",
        "m'n",
        "zo’n",
        "co-ouder",
        "2be2gether",
        "18+",
        "½",
        "ＡＢＣ",
        "ﬁets",
    ),
    *("naïef", "coördinatie", "Ĳsland", "العربية", "українська", "ትግርኛ", "日本", "é"),
    *("'''", "a'b'c", "foto´s", "ØRSTED", "łódź", "Ægir", "x\u0301\u0302", "\u00ad"),
)


@pytest.fixture(scope="module")
def words():
    made = ["".join(each) for each in product(STARTS, ROOTS, ENDINGS)]
    texts = [
        path.read_text("utf-8")
        for path in sorted((TESTS / "data/good").rglob("*"))
        if path.suffix in {".yaml", ".md"}
    ]
    return [*made, *ODD, *sorted({word for text in texts for word in text.split()})]


@pytest.fixture(scope="module")
def page(site, browser, tmp_path_factory):
    """A page of the site, in which each of its modules can be tried by itself."""
    folder = tmp_path_factory.mktemp("twins") / "site"
    with served(site, folder, worker=None, with_modules=True) as address:
        page = browser.new_page()
        page.goto(f"{address}over/")
        yield page
        page.close()


def tried(page, function, values):
    """Give what a function of ``words.js`` makes of each of these values.

    They go and come as one text: Playwright walks through values, which takes longer.
    """
    found = page.evaluate(
        "([name, text]) => import('../modules/js/search/words.js').then((found) =>"
        " JSON.stringify(JSON.parse(text).map((each) => found[name](each))))",
        [function, json.dumps(values)],
    )
    return json.loads(found)


def test_there_are_very_many_words(words):
    assert len(words) > 30_000


def test_both_make_the_same_words_of_a_text(page, words):
    with unmeasured():
        expected = [tokens(each) for each in words]

    assert tried(page, "tokens", words) == expected


def test_both_make_the_same_terms_of_a_word(page, words):
    with unmeasured():
        expected = [terms(each) for each in words]

    assert tried(page, "terms", words) == expected


def test_both_split_the_same_compounds(page, words):
    known = ["angst", "baby", "groep", "kind", "kinderen", "les", "puber", "slaap"]
    made = [f"{one}{link}{two}" for one in known for two in known for link in LINKS]
    made += [f"{each}gezwam" for each in known] + [each for each in words if each[12:]]
    found = page.evaluate(
        "([known, words]) => import('../modules/js/search/compounds.js')"
        ".then(({ parts }) => words.map((each) => parts(each, new Set(known))))",
        [known, made],
    )

    assert found == [parts(each, set(known)) for each in made]
    assert ["baby", "angst"] in found


def test_both_take_a_letter_for_the_same_file_of_words(page):
    letters = "abcdefghijklmnopqrstuvwxyz"
    found = page.evaluate(
        "letters => import('../modules/js/search/spelling.js').then(({ Speller }) =>"
        " Promise.all([...letters].map((each) => new Promise((asked) =>"
        " new Speller(async (letter) => { asked(letter); return []; }).learn(each)))))",
        letters,
    )

    assert found == [next(iter(by_letter([each]))) for each in letters]
