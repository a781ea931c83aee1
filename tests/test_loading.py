"""Folders to a catalogue and problems, whatever stands in them."""

import os
import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from builders import TODAY
from groepsaanbod.loading import Folders, check_file, load, read_file
from groepsaanbod.pages.questions import question_view
from groepsaanbod.pages.shown import Shown
from mutations import broken_file

OUT_OF_PLACE = "dit hoort hier niet; zet het in de map van een aanbieder"
ONLY_YAML = "hier horen alleen bestanden die eindigen op .yaml"
BAD_NAME = (
    "heeft een naam die niet kan; gebruik alleen kleine letters, cijfers en streepjes,"
    " zoals 'beter-slapen'"
)
NEWS = "'nieuws' is de map voor berichten; geef dit bestand een andere naam"
NEWS_NAME = (
    "begin de naam van een bericht met de dag, zoals 2026-11-24-nieuwe-groep.yaml"
)
NO_PLAIN_FILE = "dit is geen gewoon bestand; haal het weg"


@pytest.fixture
def data(good, tmp_path, monkeypatch):
    """A copy of the good region that a test may spoil, in the current folder."""
    shutil.copytree(good.offers, tmp_path / "offers")
    shutil.copytree(good.region, tmp_path / "region")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(good.content, tmp_path / "content")
    return Folders(Path("offers"), Path("region"), Path("content"))


def said(folders):
    return [str(each) for each in load(folders, TODAY).problems]


def write(path, text):
    path.write_text(text, encoding="utf-8")


def add(path, line):
    write(path, path.read_text("utf-8") + line)


def test_a_good_region_becomes_a_catalogue(catalogue):
    assert len(catalogue.partners) == 3
    assert len(catalogue.offers) == 10
    assert catalogue.site.name == "Groepsaanbod Rivierenland"
    assert [each.name for each in catalogue.helplines.lines] == [
        "Politie, ambulance of brandweer",
        "Veilig Thuis",
    ]


def test_the_example_in_the_folder_is_no_offer(catalogue):
    assert "_voorbeeld" not in {each.slug for each in catalogue.offers}


def test_a_region_without_partners_is_possible(data):
    shutil.rmtree(data.offers)
    data.offers.mkdir()
    (data.region / "doelen.yaml").unlink()  # it names partners
    loaded = load(data, TODAY)

    assert loaded.problems == ()
    assert loaded.catalogue.offers == ()


def test_hidden_files_are_nobodys_business(data):
    write(data.offers / ".DS_Store", "\0")
    write(data.offers / "veilig-verder/.samen.yaml.swp", "\0")

    assert said(data) == []


def make_stray_file(offers):
    write(offers / "LEESMIJ.txt", "Hallo")


def make_stray_offer(offers):
    write(offers / "slapen.yaml", "titel: Slapen\n")


def make_link_to_a_folder(offers):
    (offers / "oud").symlink_to(offers / "veilig-verder", target_is_directory=True)


def make_link_in_place_of_the_example(offers):
    (offers / "_voorbeeld.yaml").unlink()
    (offers / "_voorbeeld.yaml").symlink_to("/etc/hostname")


def make_upper_case_folder(offers):
    (offers / "Veilig-Thuis").mkdir()


def make_link_to_a_file(offers):
    (offers / "veilig-verder/link.yaml").symlink_to("samen-verder.yaml")


def make_link_to_nothing(offers):
    (offers / "veilig-verder/link.yaml").symlink_to("nergens")


def make_pipe(offers):
    os.mkfifo(offers / "veilig-verder/buis.yaml")


def make_folder_named_as_a_file(offers):
    (offers / "veilig-verder/map.yaml").mkdir()


def make_upper_case_file(offers):
    write(offers / "veilig-verder/Slapen.yaml", "titel: Slapen\n")


def make_space_in_a_name(offers):
    write(offers / "veilig-verder/beter slapen.yaml", "titel: Slapen\n")


def make_yml(offers):
    write(offers / "veilig-verder/slapen.yml", "titel: Slapen\n")


def make_word_document(offers):
    write(offers / "veilig-verder/slapen.docx", "PK")


def make_folder_in_a_folder(offers):
    (offers / "veilig-verder/oud").mkdir()


def make_partner_without_a_file(offers):
    (offers / "nieuw").mkdir()


def make_partner_that_is_a_link(offers):
    path = offers / "veilig-verder/aanbieder.yaml"
    path.rename(offers / "veilig-verder/.echt")
    path.symlink_to(".echt")


def make_file_in_place_of_the_news(offers):
    write(offers / "veilig-verder/nieuws", "Hallo")


def make_link_in_place_of_the_news(offers):
    (offers / "veilig-verder/nieuws").symlink_to("/etc", target_is_directory=True)


def make_news_without_a_day(offers):
    (offers / "veilig-verder/nieuws").mkdir()
    write(offers / "veilig-verder/nieuws/nieuwe-groep.yaml", "titel: Nieuw\n")


def make_news_on_a_day_that_is_none(offers):
    (offers / "veilig-verder/nieuws").mkdir()
    write(offers / "veilig-verder/nieuws/2026-02-30-groep.yaml", "titel: Nieuw\n")


def make_partner_that_was_called_as_another_is(offers):
    add(offers / "veilig-verder/aanbieder.yaml", "voorheen: [welzijn-waterland]\n")


def make_two_offers_with_one_title(offers):
    folder = offers / "veilig-verder"
    shutil.copy(folder / "samen-verder.yaml", folder / "samen-verder-2.yaml")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (make_file_in_place_of_the_news, f"offers/veilig-verder/nieuws:1:1: {NEWS}"),
        (make_link_in_place_of_the_news, f"offers/veilig-verder/nieuws:1:1: {NEWS}"),
        (
            make_news_without_a_day,
            f"offers/veilig-verder/nieuws/nieuwe-groep.yaml:1:1: {NEWS_NAME}",
        ),
        (
            make_news_on_a_day_that_is_none,
            f"offers/veilig-verder/nieuws/2026-02-30-groep.yaml:1:1: {NEWS_NAME}",
        ),
        (
            make_partner_that_was_called_as_another_is,
            (
                "offers/veilig-verder/aanbieder.yaml:5:12: voorheen[1]:"
                " de map 'welzijn-waterland' bestaat nog; haal dit weg"
            ),
        ),
        (
            make_two_offers_with_one_title,
            (
                "offers/veilig-verder/samen-verder-2.yaml:2:1: let op: titel: dit lijkt"
                " erg op 'Samen verder' (samen-verder.yaml); is het hetzelfde aanbod?"
            ),
        ),
        (make_stray_file, f"offers/LEESMIJ.txt:1:1: {OUT_OF_PLACE}"),
        (make_stray_offer, f"offers/slapen.yaml:1:1: {OUT_OF_PLACE}"),
        (make_link_to_a_folder, f"offers/oud:1:1: {OUT_OF_PLACE}"),
        (
            make_link_in_place_of_the_example,
            f"offers/_voorbeeld.yaml:1:1: {OUT_OF_PLACE}",
        ),
        (make_upper_case_folder, f"offers/Veilig-Thuis:1:1: deze map {BAD_NAME}"),
        (
            make_link_to_a_file,
            f"offers/veilig-verder/link.yaml:1:1: {NO_PLAIN_FILE}",
        ),
        (
            make_link_to_nothing,
            f"offers/veilig-verder/link.yaml:1:1: {NO_PLAIN_FILE}",
        ),
        (make_pipe, f"offers/veilig-verder/buis.yaml:1:1: {NO_PLAIN_FILE}"),
        (
            make_folder_named_as_a_file,
            f"offers/veilig-verder/map.yaml:1:1: {NO_PLAIN_FILE}",
        ),
        (
            make_upper_case_file,
            f"offers/veilig-verder/Slapen.yaml:1:1: dit bestand {BAD_NAME}",
        ),
        (
            make_space_in_a_name,
            f"offers/veilig-verder/beter slapen.yaml:1:1: dit bestand {BAD_NAME}",
        ),
        (make_yml, f"offers/veilig-verder/slapen.yml:1:1: {ONLY_YAML}"),
        (make_word_document, f"offers/veilig-verder/slapen.docx:1:1: {ONLY_YAML}"),
        (make_folder_in_a_folder, f"offers/veilig-verder/oud:1:1: {ONLY_YAML}"),
        (
            make_partner_without_a_file,
            "offers/nieuw/aanbieder.yaml:1:1: dit bestand ontbreekt; zet het erbij",
        ),
        (
            make_partner_that_is_a_link,
            f"offers/veilig-verder/aanbieder.yaml:1:1: {NO_PLAIN_FILE}",
        ),
    ],
)
def test_what_does_not_belong_in_a_folder_is_told(data, spoil, sentence):
    spoil(data.offers.resolve())

    assert said(data) == [sentence]


def test_a_name_in_no_known_letters_is_told(data):
    os.mkdir(os.fsencode(data.offers) + b"/caf\xe9")  # noqa: PTH102 - pathlib takes no bytes

    assert said(data) == [f"offers/caf\\udce9:1:1: deze map {BAD_NAME}"]


def test_what_cannot_be_opened_is_told(tmp_path):
    path = tmp_path / ("x" * 300)

    document, (problem,) = read_file(path)
    assert document is None
    assert problem.message == (
        "dit bestand kunnen we niet openen; kijk na wie het mag lezen"
    )


def test_a_folder_that_cannot_be_opened_is_told(data):
    shutil.rmtree(data.offers)
    (data.region / "doelen.yaml").unlink()

    assert said(data) == [
        "offers:1:1: deze map kunnen we niet openen; kijk na wie haar mag lezen"
    ]


def test_a_broken_partner_gives_no_mistakes_in_files_that_are_right(data):
    add(data.offers / "welzijn-waterland/aanbieder.yaml", "kleur: rood\n")
    loaded = load(data, TODAY)

    assert [str(each) for each in loaded.problems] == [
        (
            "offers/welzijn-waterland/aanbieder.yaml:5:1: kleur: dit veld kennen we"
            " niet; deze velden kunnen hier: naam, samenvatting, beschrijving, website,"
            " telefoon, email, voorheen"
        )
    ]
    assert {each.partner for each in loaded.catalogue.offers} == {
        "cjg-rivierenland",
        "veilig-verder",
    }


def test_a_broken_partner_still_hears_what_is_wrong_with_its_offers(data):
    add(data.offers / "veilig-verder/aanbieder.yaml", "kleur: rood\n")
    add(data.offers / "veilig-verder/samen-verder.yaml", "kleur: rood\n")

    assert len(said(data)) == 2


def test_a_broken_offer_leaves_the_others(data):
    add(data.offers / "veilig-verder/samen-verder.yaml", "kleur: rood\n")
    loaded = load(data, TODAY)

    assert len(loaded.problems) == 1
    assert len(loaded.catalogue.offers) == 9


def test_problems_are_sorted_by_file_and_line(data):
    for name in ("zomerspelen", "sterk-staan"):
        path = data.offers / f"welzijn-waterland/{name}.yaml"
        write(path, "kleur: rood\n" + path.read_text("utf-8") + "geur: fris\n")
    problems = load(data, TODAY).problems

    assert [(Path(each.path).stem, each.field) for each in problems] == [
        ("sterk-staan", "kleur"),
        ("sterk-staan", "geur"),
        ("zomerspelen", "kleur"),
        ("zomerspelen", "geur"),
    ]


def test_the_order_in_which_a_disk_gives_files_changes_nothing(data, monkeypatch):
    before = load(data, TODAY)
    usual = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: sorted(usual(path), reverse=True))

    assert load(data, TODAY) == before


def test_a_rule_across_files_is_told_at_its_line(data):
    add(
        data.offers / "veilig-verder/thuis-op-adem.yaml",
        "vorige_adressen: [welzijn-waterland/sterk-staan]\n",
    )

    assert said(data) == [
        (
            "offers/veilig-verder/thuis-op-adem.yaml:14:19: vorige_adressen[1]:"
            " op 'welzijn-waterland/sterk-staan' staat nu ander aanbod;"
            " haal het oude adres weg"
        )
    ]


def test_nobody_has_checked_a_file_after_the_latest_day(data):
    day_before = load(data, TODAY - timedelta(days=5)).problems

    assert {each.message for each in day_before} == {
        "deze dag moet nog komen; schrijf vandaag of eerder: 2026-11-19"
    }


@pytest.mark.parametrize(
    ("name", "line", "sentence"),
    [
        (
            "site.yaml",
            "kleur: rood\n",
            (
                "region/site.yaml:20:1: kleur: dit veld kennen we niet; deze velden"
                " kunnen hier: naam, regio, adres, ondertitel, organisatie, voorbeeld,"
                " contact, coordinator, bron, licentie, licentie_adres, verlaten_naar"
            ),
        ),
        (
            "programmas.yaml",
            "  - woord: stevig\n    naam: Nog eens\n",
            (
                "region/programmas.yaml:7:5: programmas[2].woord: 'stevig' staat al in"
                " deze lijst; kies een ander woord"
            ),
        ),
        (
            "gemeenten.yaml",
            "    gebieden: [{woord: dijkdorp, naam: Dijkdorp}]\n",
            (
                "region/gemeenten.yaml:27:17: gemeenten[3].gebieden[1].woord:"
                " 'dijkdorp' staat al in deze lijst; kies een ander woord"
            ),
        ),
        (
            "themas.yaml",
            "  - woord: Sport\n    naam: Sport\n    vraag: Waar?\n    icoon: ball\n",
            (
                "region/themas.yaml:38:5: themas[6].woord: 'Sport' is geen goed woord;"
                " gebruik alleen kleine letters, cijfers en streepjes,"
                " zoals 'beter-slapen'"
            ),
        ),
        (
            "leeftijden.yaml",
            "  - {woord: oud, naam: Oud, vanaf: 30, tot: 24}\n",
            (
                "region/leeftijden.yaml:10:5: voor_rapport[3]:"
                " 'vanaf' moet lager zijn dan 'tot'"
            ),
        ),
        ("hulplijnen.yaml", "\t- x\n", None),
        ("woorden.yaml", "\0", None),
    ],
)
def test_a_broken_region_is_all_there_is_to_tell(data, name, line, sentence):
    add(data.region / name, line)
    add(data.offers / "veilig-verder/samen-verder.yaml", "kleur: rood\n")
    loaded = load(data, TODAY)

    assert loaded.catalogue is None
    assert len(loaded.problems) == 1
    assert str(loaded.problems[0]) == (sentence or str(loaded.problems[0]))
    assert loaded.problems[0].path == f"region/{name}"


def test_a_region_of_other_shapes_is_told_too(data):
    write(
        data.region / "programmas.yaml", "programmas: [x, {woord: y}, {woord: [z]}]\n"
    )
    write(data.region / "gemeenten.yaml", "gemeenten: x\n")
    (data.region / "site.yaml").unlink()

    assert said(data) == [
        (
            "region/gemeenten.yaml:1:1: gemeenten: hier hoort een lijst,"
            " zoals gemeenten: [{woord: …, naam: …, cbs: …}]"
        ),
        (
            "region/programmas.yaml:1:14: programmas[1]: hier horen velden,"
            " zoals programmas: [{woord: …, naam: …}]; kies uit: woord, naam, uitleg,"
            " zoek, voorheen, website"
        ),
        (
            "region/programmas.yaml:1:17: programmas[2].naam: dit veld ontbreekt;"
            " zet erbij: naam: …"
        ),
        (
            "region/programmas.yaml:1:29: programmas[3].naam: dit veld ontbreekt;"
            " zet erbij: naam: …"
        ),
        (
            "region/programmas.yaml:1:30: programmas[3].woord: hier hoort één woord;"
            " schrijf het zonder haken en streepjes"
        ),
        "region/site.yaml:1:1: dit bestand ontbreekt; zet het erbij",
    ]


def test_a_file_from_elsewhere_is_checked_as_if_a_partner_offered_it(good, tmp_path):
    path = tmp_path / "nieuw.yaml"
    shutil.copy(good.offers / "_voorbeeld.yaml", path)
    assert check_file(good, path, TODAY).problems == ()

    add(path, "kleur: rood\n")
    (problem,) = check_file(good, path, TODAY).problems
    assert (problem.path, problem.field) == (str(path), "kleur")


def test_a_newer_copy_of_an_offer_does_not_stand_in_its_own_way(good, tmp_path):
    path = tmp_path / "kies.yaml"
    shutil.copy(good.offers / "cjg-rivierenland/kies.yaml", path)

    assert check_file(good, path, TODAY).problems == ()


def test_a_partner_from_elsewhere_is_checked_as_one(good, tmp_path):
    path = tmp_path / "aanbieder.yaml"
    write(path, "naam: Nieuw\nsamenvatting: Wij zijn nieuw.\ntitel: Slapen\n")

    assert [each.field for each in check_file(good, path, TODAY).problems] == ["titel"]


def test_a_file_that_cannot_be_read_is_told(good, tmp_path):
    (problem,) = check_file(good, tmp_path / "weg.yaml", TODAY).problems

    assert problem.message == "dit bestand ontbreekt; zet het erbij"


def test_no_file_can_be_checked_in_a_broken_region(data):
    add(data.region / "site.yaml", "kleur: rood\n")
    loaded = check_file(data, data.offers / "_voorbeeld.yaml", TODAY)

    assert loaded.catalogue is None
    assert [each.path for each in loaded.problems] == ["region/site.yaml"]


def test_the_sites_address_ends_with_a_slash(data):
    site = data.region / "site.yaml"
    text = site.read_text("utf-8").replace("example.nl/\n", "example.nl\n")
    site.write_text(text, encoding="utf-8")

    assert said(data) == [
        (
            "region/site.yaml:3:1: adres: zet een schuine streep achter het adres:"
            " https://groepsaanbod.example.nl/"
        )
    ]


def test_rules_are_asked_of_what_is_right_in_a_broken_file(data):
    offer = data.offers / "cjg-rivierenland/kies.yaml"
    text = offer.read_text("utf-8").replace("vorm: training", "vorm: bal")
    write(offer, text.replace("start: 2027-04-06", "start: 2027-04-07"))

    assert said(data) == [
        (
            f"{offer}:13:1: vorm: 'bal' staat niet in de lijst met vormen; kies uit:"
            " training, cursus, inloop, praatgroep, activiteit, online-programma"
        ),
        (
            f"{offer}:33:5: groepen[2].start: 2027-04-07 is een woensdag, maar bij"
            " 'dag' staat dinsdag; verbeter de dag of de datum"
        ),
    ]


def test_a_file_of_which_little_is_right_is_told_once(data):
    write(data.offers / "veilig-verder/leeg.yaml", "titel: Bijna niets\n")

    assert {problem.split(": ")[1] for problem in said(data)} == {
        *("aanmelden", "beschrijving", "doelgroep", "gebieden", "gecontroleerd_op"),
        *("kosten", "leeftijd", "samenvatting", "themas", "vorm"),
    }


def test_two_partners_cannot_have_had_one_name(data):
    add(data.offers / "veilig-verder/aanbieder.yaml", "voorheen: [welzijn-oost]\n")

    assert said(data) == [
        (
            "offers/welzijn-waterland/aanbieder.yaml:4:12: voorheen[1]: 'welzijn-oost'"
            " staat ook bij 'veilig-verder'; haal het bij één weg"
        )
    ]


def test_an_old_address_and_an_old_name_may_say_the_same(data):
    offer = data.offers / "welzijn-waterland/sterk-staan.yaml"
    add(offer, "vorige_adressen: [welzijn-oost/sterk-staan]\n")

    assert said(data) == []


def test_an_old_word_cannot_be_one_that_is_there(data):
    themes = data.region / "themas.yaml"
    write(themes, themes.read_text("utf-8").replace("[slaap]", "[angst]"))

    assert said(data) == [
        (
            "region/themas.yaml:7:16: themas[1].voorheen[1]: 'angst' is hier al een"
            " woord; haal het bij één weg"
        )
    ]


def test_news_from_the_end_of_time_is_no_news(data):
    news = data.offers / "welzijn-waterland/nieuws/9999-12-31-einde.yaml"
    write(news, "titel: Einde\nsamenvatting: Einde.\nbericht: Einde.\n")

    assert said(data) == [
        (
            f"{news}:1:1: begin de naam van een bericht met de dag,"
            " zoals 2026-11-24-nieuwe-groep.yaml"
        )
    ]


ALIKE = """\
titel: Sterk in de klas
samenvatting: Voor kinderen die zich klein voelen op school.
beschrijving: Uw kind leert voor zichzelf op te komen.
doelgroep: [kinderen]
leeftijd: {van: 8, tot_en_met: 12}
themas: [slapen]
vorm: cursus
gebieden: [waterstad]
kosten: gratis
aanmelden: {hoe: zelf-aanmelden, telefoon: "030 000 00 30"}
gecontroleerd_op: 2026-11-02
groepen: [{start: 2027-01-12, tijd: "15:30-17:00", status: open}]
locaties: [{naam: De Molen, adres: Molenweg 1, plaats: Waterstad}]
"""
"""An offer as two partners may both have put it in."""


@pytest.fixture
def said_of_two(data):
    """Let two partners give the same, but for these words in the second file."""

    def said_of_two(old, new, text=ALIKE):
        assert old in text
        write(data.offers / "veilig-verder/sterk.yaml", text)
        write(data.offers / "welzijn-waterland/klas.yaml", text.replace(old, new))
        return said(data)

    return said_of_two


def test_what_two_partners_give_at_one_moment_probably_is_one_offer(said_of_two):
    question = "'; geeft u dit samen? Zet het er dan één keer op,"
    question += " en noem de ander bij 'samen met'"

    assert said_of_two("in de klas", "in je klas") == [
        (
            "offers/veilig-verder/sterk.yaml:1:1: let op: titel: Welzijn Waterland"
            f" heeft op hetzelfde moment 'Sterk in je klas{question}"
        ),
        (
            "offers/welzijn-waterland/klas.yaml:1:1: let op: titel: Veilig Verder heeft"
            f" op hetzelfde moment 'Sterk in de klas{question}"
        ),
    ]


@pytest.mark.parametrize("typed", ["Stekr in de klas", "Sterk in de kals"])
def test_a_typing_error_at_either_end_of_the_title_hides_nothing(said_of_two, typed):
    assert len(said_of_two("Sterk in de klas", typed)) == 2


def test_a_drop_in_at_one_hour_is_a_moment_too(said_of_two):
    text = ALIKE.replace("groepen: [{start: 2027-01-12", "inloop: [{dag: dinsdag")
    text = text.replace(", status: open", "")

    assert len(said_of_two("kinderen die", "ieder die", text)) == 2
    assert said_of_two("dinsdag", "woensdag", text) == []


def test_so_is_a_first_meeting_online(said_of_two):
    text = ALIKE.replace("locaties: [", "uitvoering: online #")

    assert len(said_of_two("kinderen die", "ieder die", text)) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gecontroleerd_op", "samen_met: [veilig-verder]\ngecontroleerd_op"),
        ("2027-01-12", "2027-01-19"),
        ("15:30-17:00", "18:30-20:00"),
        ("plaats: Waterstad", "plaats: Dijkdorp"),
        ("Sterk in de klas", "Sterker op het schoolplein"),
    ],
)
def test_two_partners_may_give_the_same_each_in_its_own_way(said_of_two, old, new):
    assert [each for each in said_of_two(old, new) if "op hetzelfde" in each] == []


QUESTION = "content/vragen/elke-nacht-wakker.md"


def test_a_region_without_questions_is_possible(data):
    shutil.rmtree("content/vragen")

    assert said(data) == []
    assert load(data, TODAY).catalogue.questions == ()


def test_a_mistake_in_a_question_is_one_of_the_region(data):
    path = Path(QUESTION)
    write(path, path.read_text("utf-8").replace("[slapen]", "[slapn]"))

    assert said(data) == [
        (
            f"{QUESTION}:5:10: themas[1]: 'slapn' staat niet in de lijst met thema's;"
            " bedoelt u 'slapen'?"
        )
    ]
    assert len(load(data, TODAY).catalogue.questions) == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("lijst.yaml", "hier horen alleen vragen, in bestanden die eindigen op .md"),
        (
            "Snel Boos.md",
            (
                "dit bestand heeft een naam die niet kan; gebruik alleen kleine"
                " letters, cijfers en streepjes, zoals 'snel-boos.md'"
            ),
        ),
        (
            "jongeren.md",
            (
                "deze naam is al van een pagina van de site;"
                " geef het bestand een andere naam"
            ),
        ),
    ],
)
def test_a_question_has_a_name_of_its_own(data, name, sentence):
    shutil.copy(QUESTION, f"content/vragen/{name}")

    assert said(data) == [f"content/vragen/{name}:1:1: {sentence}"]


def test_hidden_files_among_questions_are_nobodys_business(data):
    write(Path("content/vragen/.DS_Store"), "\0")

    assert said(data) == []


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir])
def test_what_is_no_folder_or_file_of_questions_is_told(data, make):
    if make is Path.touch:
        shutil.rmtree("content/vragen")
        place, sentence = "content/vragen", "deze map kunnen we niet openen"
    else:
        place, sentence = "content/vragen/map.md", "dit is geen gewoon bestand"
    make(Path(place))

    (problem,) = load(data, TODAY).problems
    assert str(problem).startswith(f"{place}:1:1: {sentence}; ")


def test_a_question_is_asked_once(data):
    shutil.copy(QUESTION, "content/vragen/nog-eens.md")

    assert said(data) == [
        (
            f"content/vragen/nog-eens.md:{line}:1: {key}: dit staat ook in"
            " elke-nacht-wakker.md; schrijf het hier anders"
        )
        for line, key in ((3, "titel"), (4, "samenvatting"))
    ]


def test_a_newer_copy_of_a_question_does_not_stand_in_its_own_way(good, tmp_path):
    path = tmp_path / "elke-nacht-wakker.md"
    shutil.copy(good.content / "vragen/elke-nacht-wakker.md", path)

    assert check_file(good, path, TODAY).problems == ()


def test_a_question_that_is_not_there_is_told(good, tmp_path):
    (problem,) = check_file(good, tmp_path / "weg.md", TODAY).problems

    assert problem.message == "dit bestand ontbreekt; zet het erbij"


@pytest.mark.parametrize("seed", range(150))
def test_no_broken_question_does_harm(data, seed):
    dice = Random(seed)  # noqa: S311 - no secret
    path = Path(QUESTION)
    path.write_bytes(broken_file(path.read_bytes(), dice))
    loaded = load(data, TODAY)

    assert all(each.message for each in loaded.problems)
    for question in loaded.catalogue.questions:
        question_view(Shown(loaded.catalogue, TODAY), question)
