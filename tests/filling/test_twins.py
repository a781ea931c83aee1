"""The form's checks and its writer say in a browser exactly what Python says."""

import json
import random
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import MINIMAL, TODAY
from groepsaanbod import wording
from groepsaanbod.description import keys_of
from groepsaanbod.fields import Plain, is_ambiguous, nearest_of, slug_of
from groepsaanbod.filling.beside import beside
from groepsaanbod.filling.described import described
from groepsaanbod.joining import joining
from groepsaanbod.loading import check_file
from groepsaanbod.model import OfferFile, PartnerFile
from groepsaanbod.problems import Severity
from groepsaanbod.reading import read_record
from groepsaanbod.source import Document, read
from groepsaanbod.writing import canonical
from measuring import unmeasured
from remedied import SAID as REMEDIES
from search_site import served

TESTS = Path(__file__).parent.parent
BROKEN = TESTS / "data/broken"
GOOD = sorted(
    path
    for path in TESTS.joinpath("data/good/offers").glob("*/*.yaml")
    if path.name != "aanbieder.yaml"
)


@pytest.fixture(scope="module")
def page(site, browser, tmp_path_factory):
    """A page of the site, in which each of its modules can be tried by itself."""
    folder = tmp_path_factory.mktemp("form-twins") / "site"
    with served(site, folder, worker=None, with_modules=True) as address:
        page = browser.new_page()
        page.goto(f"{address}over/")
        yield page
        page.close()


def tried(page, module, body, given):
    """Give what some lines of JavaScript make of a value, with a module as ``the``.

    It goes as one text: Playwright walks through a value, which takes longer.
    """
    return page.evaluate(
        f"(text) => import('../modules/js/form/{module}.js')"
        f".then((the) => {{ const given = JSON.parse(text); {body} }})",
        json.dumps(given),
    )


def plain(value):
    """Give data as the form holds it: only texts, lists and mappings."""
    if isinstance(value, dict):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return str(value)


def for_offers(vocabulary, kind=OfferFile):
    return described(vocabulary) | {"file": kind.__name__}


def places(value, location=()):
    """Give every location in data, as the reader of a file finds them."""
    found = {location: (1, 1)}
    if isinstance(value, dict):
        for name, inner in value.items():
            found |= places(inner, (*location, name))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            found |= places(inner, (*location, number))
    return found


def said_of(problem):
    """Give a problem as the browser's twin knows it: what mends it is no sentence."""
    remedy = problem.remedy and {
        "way": problem.remedy.way,
        "gifts": [asdict(gift) for gift in problem.remedy.gifts],
    }
    return json.loads(json.dumps([problem.field, problem.fact, remedy]))


SAID = (
    "({ location, message, remedy }) => [writtenAs(location), message, remedy ?? null]"
)


def in_python(data, vocabulary, kind=OfferFile):
    document = Document("", data, places(data))
    found = read_record(document, kind, vocabulary)[1]
    return sorted(map(said_of, found), key=str)


def in_browser(page, many, description):
    found = tried(
        page,
        "shape",
        "return import('../modules/js/form/checking.js').then(({ writtenAs }) =>"
        " given.many.map((data) => the.shapeProblems(data, given.description)"
        f".map({SAID})))",
        {"many": many, "description": description},
    )
    return [sorted(each, key=str) for each in found]


def leaves(value):
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]


def needs_quotes(data):
    """Tell whether somebody left quotes out, which the form always writes."""
    return any(isinstance(each, Plain) and is_ambiguous(each) for each in leaves(data))


READABLE = {
    path.stem: document.data
    for path in sorted(BROKEN.glob("*.yaml"))
    for document, problems in [read(path.name, path.read_bytes())]
    if document is not None and not problems
}
"""Broken offers that are YAML; the form writes the YAML itself, so the others, with a
mistake in that, cannot come from it."""

ABOUT_QUOTES = ("zet aanhalingstekens om de tekst", "zet aanhalingstekens om het tel")
"""What a text cannot be blamed for, of which the form writes the quotes."""

ONLY_WITHOUT_QUOTES = {
    "telefoon-zonder-aanhalingstekens",
    "titel-getal",
    "titel-no",
}
"""Broken only because quotes were left out: what the form writes of these is right."""


def test_nearly_all_broken_offers_are_compared():
    assert len(READABLE) > 140


@pytest.mark.parametrize("name", sorted(READABLE.keys() - ONLY_WITHOUT_QUOTES))
def test_both_say_the_same_of_a_broken_offer(good, catalogue, page, name):
    data = READABLE[name]
    found = check_file(good, BROKEN / f"{name}.yaml", TODAY).problems
    expected = [
        [*said_of(each), each.severity is Severity.WARNING]
        for each in found
        if not each.fact.startswith(ABOUT_QUOTES)
    ]
    others = tuple(each for each in catalogue.offers if each.slug != name)
    given = {
        "data": plain(data),
        "description": for_offers(catalogue.vocabulary),
        "beside": beside(replace(catalogue, offers=others)),
        "partner": "",
        "slug": name,
        "reachable": True,
        "today": str(TODAY),
    }
    said = tried(
        page,
        "checking",
        "return import('../modules/js/form/shape.js').then(({ shapeProblems }) => {"
        " const { writtenAs } = the;"
        " const shape = shapeProblems(given.data, given.description);"
        " return (shape.length ? shape : the.problemsOf(given))"
        f".map((each) => [...({SAID})(each), !!each.warning]) }})",
        given,
    )

    assert said
    assert sorted(said, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("name", sorted(ONLY_WITHOUT_QUOTES))
def test_what_the_form_writes_of_an_offer_without_quotes_is_right(
    catalogue, page, name
):
    data = READABLE[name]
    assert needs_quotes(data)
    description = for_offers(catalogue.vocabulary)
    assert in_browser(page, [plain(data)], description) == [[]]
    text = written(page, [plain(data)], description)[0]
    document, problems = read("x.yaml", text.encode())
    assert problems == []
    assert read_record(document, OfferFile, catalogue.vocabulary)[1] == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
@pytest.mark.parametrize("days", [0, 60, 400])
def test_both_find_a_good_offer_right_and_advise_the_same(
    good, catalogue, page, path, days
):
    today = TODAY + timedelta(days=days)
    document, _ = read(path.name, path.read_bytes())
    expected = [said_of(each) for each in check_file(good, path, today).problems]
    others = tuple(each for each in catalogue.offers if each.slug != path.stem)
    said = tried(
        page,
        "checking",
        f"const {{ writtenAs }} = the; return the.problemsOf(given).map({SAID})",
        {
            "data": plain(document.data),
            "description": for_offers(catalogue.vocabulary),
            "beside": beside(replace(catalogue, offers=others)),
            "partner": "",
            "slug": path.stem,
            "reachable": True,
            "today": str(today),
        },
    )

    assert sorted(said, key=str) == sorted(expected, key=str)


ODD_VALUES = (
    *("", " ", "ja", "nee", "Ja", "onbekend", "0", "7", "12", "007", "1.200"),
    *("1234567", "101", "100", "-1", "½", "12,50", "€ 15", "€15,-", "0,00", "15.0"),
    *("twaalf", "2027-01-12", "2027-02-30", "1999-01-01", "12-1-2027", "30/02/2027"),
    *("12 01 2027", "2027", "1999", "2101", "27", "morgen", "19:30-21:00"),
    *("19.30 tot 21.00 uur", "9:30-9:30", "25:00-26:00", "19:30", "21:00-19:30"),
    *("9.30 \u2013 11.00", "8", "8 jaar", "6 maanden", "1 maand", "6 maand"),
    *("zwangerschap", "zwanger", "100", "99", "030 000 00 30"),
    *("+31 (0)30 000 00 30", "0031 30 0000030", "112", "0800-0432", "030 000 00"),
    *("bel 030 000 00 30", "+32 2 000 00 00", "info@cjg.nl", "info@cjg"),
    *("Jan <jan@cjg.nl>", "jan.@cjg-x.nl", "https://www.cjg.nl"),
    *("http://www.cjg.nl/a", "www.cjg.nl/pad", "cjg.nl", "https://10.0.0.1/"),
    *("https://a@cjg.nl", "ftp://a.nl", "https://cjg.nl:80"),
    *("https://www.cjg.nl/een pad", "https://cjg.nl?a=1#b", "javascript:alert(1)"),
    *("2011 AB", "2011AB", "2011 ab", "0011 AB", "maandag", "Maandag", "madag"),
    *("monday", "open", "bijna vol", "bijnavol", "vol", "online", "op locatie"),
    *("slapen", "slaap", "Slapen", "angst", "bang", "waterstad", "regio"),
    *("waterstat", "cjg", "cjg-rivierenland", "cursus", "cursussen", "training"),
    *("een\ntwee", " spatie ", "a" * 81, "a" * 161, "é" * 80, "😀" * 80, "😀" * 81),
    *("<b>vet</b>", "a < b", "<!-- x -->", "- - - - diep", "1. 2. 3) 4. x"),
    *("![x](y)", "[a](http://a.nl)", "[a](https://a.nl)", "[a](javascript:x)"),
    *("[a]: www.a.nl", "[a](mailto:a@b.nl)", "[" * 41, "x" * 4001),
    *("[a](<https://a.nl>)", "a/b", "a/b/c", ["a", "b"], [], ["slapen", "slapen"]),
    *({"a": "b"}, {}, [["slapen"]], [{"a": "b"}], ["2027-01-12", "2027-01-12"]),
    *(["slapen", ""], ["slapen", "angst", "rouw", "x"], "- slapen", "-slapen"),
    *("slapen angst", "woord " * 20, "gratis", "Gratis"),
)
FULL = MINIMAL | {
    "kosten": {"bedrag": "15", "toelichting": "Per gezin."},
    "groepen": [{"start": "2027-01-12"}],
    "inloop": [{"dag": "woensdag", "tijd": "9:30-11:00"}],
    "locaties": [{"naam": "De Bron", "plaats": "Waterstad"}],
    "methode": {"naam": "KIES"},
    "bereik": [{"jaar": "2025"}],
    "zichtbaar": {"tot": "2027-12-31"},
}


def variations():
    """Give an offer with each odd value at each key, and with odd keys."""
    for key in keys_of(OfferFile).values():
        for value in ODD_VALUES:
            yield FULL | {key.name: value}
        if not key.parts:
            continue
        whole = FULL[key.name][0] if key.many else FULL[key.name]
        for name in keys_of(key.parts):
            for value in ODD_VALUES:
                inner = whole | {name: value}
                yield FULL | {key.name: [inner] if key.many else inner}
        for odd in ("naaam", "Datum", "sta", "xyz", "__proto__x", "bedrg"):
            inner = {**whole, odd: "x"}
            yield FULL | {key.name: [inner] if key.many else inner}
    for odd in ("titels", "themaas", "leeftijden", "xyz", "vo", "zoek", "Titel"):
        yield FULL | {odd: "x"}
        rest = {key: value for key, value in FULL.items() if key != "titel"}
        yield {**rest, odd: "x"}


def test_both_say_the_same_of_each_odd_value(page, vocabulary):
    many = list(variations())
    assert len(many) > 8000

    found = in_browser(page, many, for_offers(vocabulary))
    with unmeasured():
        for data, said in zip(many, found, strict=True):
            assert said == in_python(data, vocabulary), data


def test_the_form_has_its_own_words_for_what_mends_a_problem(page, vocabulary):
    remedies = [
        {"way": each[0].way, "gifts": [asdict(gift) for gift in each[0].gifts]}
        for each in REMEDIES.values()
    ]
    found = tried(
        page,
        "remedies",
        "return given.remedies.map((each) => the.inForm(each, given.description))",
        {"remedies": remedies, "description": for_offers(vocabulary)},
    )

    assert found == [each[-1] for each in REMEDIES.values()]


def test_both_say_the_same_of_a_partner(page, vocabulary):
    whole = {"naam": "Stichting", "samenvatting": "Voor gezinnen."}
    many = [
        whole | {key: value} for key in keys_of(PartnerFile) for value in ODD_VALUES
    ]
    found = in_browser(page, many, for_offers(vocabulary, PartnerFile))
    for data, said in zip(many, found, strict=True):
        assert said == in_python(data, vocabulary, PartnerFile), data


def test_both_guess_the_same_word(page, vocabulary):
    known = list(vocabulary.choices("themas")) + list(keys_of(OfferFile))
    dice = random.Random(7)  # noqa: S311 - not a secret
    words = list(known)
    for word in known * 8:
        letters = list(word)
        for _ in range(dice.randrange(1, 4)):
            place = dice.randrange(len(letters))
            letters[place : place + dice.randrange(2)] = dice.choice("aeiorst-")
        words.append("".join(letters))
    words += ["ab" * 120, "opvoeden" * 30]
    found = tried(
        page,
        "alike",
        "return given.words.map((each) => the.nearest(each, given.known))",
        {"words": words, "known": known},
    )

    assert found == [nearest_of(each, known) for each in words]


def written(page, many, description):
    return tried(
        page,
        "yaml",
        "return given.many.map((data) => the.yamlText(data, given.description))",
        {"many": many, "description": description},
    )


def test_both_write_the_same_file(page, vocabulary):
    many = [plain(read(path.name, path.read_bytes())[0].data) for path in GOOD]
    many += [plain(data) for data in READABLE.values()]
    many += list(variations())
    many += [MINIMAL | {"titel": text} for text in ODD_TEXTS]
    many += [MINIMAL | {"zoekwoorden": [text, "x"]} for text in ODD_TEXTS]
    many += [MINIMAL | {"beschrijving": f"{text}\n\n  {text}"} for text in ODD_TEXTS]
    found = written(page, many, for_offers(vocabulary))

    with unmeasured():
        for data, text in zip(many, found, strict=True):
            assert text == canonical(data, OfferFile), data


ODD_TEXTS = (
    *("KIES: een groep", "a #b", "#a", "no", "12", "12.50", "9.30 uur", "'s avonds"),
    *('zeg "ja"', "a\\b", "'\"", "- a", "? a", "a, b", "[a]", "{a}", "@a", "*a*"),
    *("é", "½", "٣", "a\tb", "~", "null", "1e3", "x:", "x:y", "😀 feest", "a" * 120),
)


def test_both_read_what_is_written(page):
    many = [plain(read(path.name, path.read_bytes())[0].data) for path in GOOD]
    many += [MINIMAL | {"titel": text} for text in ODD_TEXTS]
    texts = [path.read_text("utf-8") for path in GOOD]
    texts += [canonical(data, OfferFile) for data in many[len(GOOD) :]]
    found = tried(page, "opening", "return given.map(the.opened)", texts)

    expected = [plain(read("x.yaml", text.encode())[0].data) for text in texts]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        *("a: &x b\nc: *x", "titel: [", "- a\n- b", "tekst", "", "a: b\n---\nc: d"),
        *("a" * 64_001, "a: " + "[" * 9 + "]" * 9, "a: !!js/function x"),
    ],
    ids=range(9),
)
def test_the_form_opens_no_odd_file(page, text):
    assert tried(page, "opening", "return the.opened(given)", text) is None


def test_both_say_the_same_of_joining(page, vocabulary):
    statuses = ["", *(each for each in keys_of_group("status").words)]
    groups = [
        {"start": start, "status": status, "bijeenkomsten": times, "instromen": midway}
        for start in ("", "2026-10-06", "2026-11-24", "2027-01-12")
        for status in statuses
        for times in ("", "3", "12")
        for midway in ("", "ja")
    ]
    groups += [
        {"data": dates, "status": status}
        for dates in (["2026-11-03", "2026-12-01"], ["2027-03-02"], ["2026-01-06"])
        for status in statuses
    ]
    dice = random.Random(3)  # noqa: S311 - not a secret
    many = [MINIMAL | {"groepen": [group]} for group in groups]
    many += [MINIMAL | {"groepen": dice.sample(groups, 3)} for _ in range(200)]
    many += [
        MINIMAL | {"inloop": [{"dag": "zondag", "tijd": "9:30-11:00", **more}]}
        for more in ({}, {"van": "2027-01-06"}, {"tot": "2026-11-01"})
    ]
    many += [MINIMAL, MINIMAL | {"uitvoering": "online"}]
    offers = [
        OfferFile.model_validate(without_empty(each), context=vocabulary)
        for each in many
    ]
    found = tried(
        page,
        "joining",
        "return given.many.map((each) =>"
        " the.joiningInWords(the.joining(each, given.today)))",
        {"many": many, "today": str(TODAY)},
    )

    for offer, data, said in zip(offers, many, found, strict=True):
        answer = joining(offer, TODAY)
        assert said == {
            "answer": wording.ANSWER_WORDS[answer.answer],
            "label": wording.label(answer),
            "when": wording.when_in_short(answer),
        }, data


def keys_of_group(name):
    return keys_of(keys_of(OfferFile)["groepen"].parts)[name]


def without_empty(value):
    if isinstance(value, dict):
        return {name: without_empty(inner) for name, inner in value.items() if inner}
    if isinstance(value, list):
        return [without_empty(inner) for inner in value]
    return value


def test_the_days_in_words_are_the_same(page):
    days = [date(2026, 1, 1) + timedelta(days=37 * number) for number in range(60)]
    found = tried(
        page, "calendar", "return given.map(the.dayInWords)", list(map(str, days))
    )

    assert found == [wording.day_in_words(each) for each in days]


def test_a_title_becomes_a_name_for_a_file(page):
    titles = ["KIES: kinderen in een scheiding", "Bébé's eerste", "2Be", "!?", "a" * 60]
    titles.append("Een heel lange titel over van alles en nog wat in de wijk Noord")
    found = tried(page, "words", "return given.map(the.slugOf)", titles)

    assert found == [slug_of(each) for each in titles]
    assert found[1] == "bebes-eerste"
