"""What may not go live, and why."""

import hashlib
import json
import shutil

import pytest

from groepsaanbod.cli import main
from groepsaanbod.publishing import (
    POLICY,
    count_offers,
    manifest,
    objections,
    offers_in,
    unfinished,
)
from test_building import arguments, files, plan

__all__ = ["plan"]

PAGE = f"<html>{POLICY} content=x></html>"
MOVED = f'{PAGE}<meta http-equiv="refresh">'


@pytest.fixture
def a_site(tmp_path):
    """Sites with a number of offers."""

    def a_site(name, offers):
        for number in range(offers):
            folder = tmp_path / name / f"aanbod/partner/offer-{number}"
            folder.mkdir(parents=True)
            folder.joinpath("index.html").write_text(PAGE, encoding="utf-8")
        tmp_path.joinpath(name).mkdir(exist_ok=True)
        return tmp_path / name

    return a_site


def test_a_whole_site_meets_no_objection(a_site):
    assert list(objections(a_site("new", 5), 5)) == []


def test_the_first_site_meets_no_objection(a_site, tmp_path):
    before = count_offers(tmp_path / "nothing")

    assert list(objections(a_site("new", 5), before)) == []


def test_a_fifth_of_the_offers_may_go_and_no_more(a_site):
    assert list(objections(a_site("eight", 8), 10)) == []
    assert list(objections(a_site("seven", 7), 10)) == [
        "er is ineens veel minder aanbod: 7, en dat was 10"
    ]


def test_a_page_without_the_policy_is_named(a_site):
    site = a_site("new", 1)
    site.joinpath("bloot.html").write_text("<html></html>", encoding="utf-8")

    assert list(objections(site, 1)) == [
        "bloot.html mist het beveiligingsbeleid (Content-Security-Policy)"
    ]


def test_a_link_out_of_the_site_is_named(a_site):
    site = a_site("new", 1)
    site.joinpath("etc").symlink_to("/etc")

    assert list(objections(site, 1)) == ["etc is geen gewoon bestand"]


def test_the_manifest_names_each_file_with_its_hash(a_site):
    site = a_site("new", 2)
    site.joinpath("aanbod/partner/offer-0/index.html").write_text(MOVED, "utf-8")
    digest = hashlib.sha256(MOVED.encode()).hexdigest()

    found = json.loads(manifest(site))

    assert found["aanbod"] == count_offers(site) == 1
    assert found["bestanden"]["aanbod/partner/offer-0/index.html"] == digest
    assert list(found["bestanden"]) == sorted(found["bestanden"])


def test_a_manifest_from_elsewhere_tells_how_many_offers_there_were(a_site, tmp_path):
    there = tmp_path / "live.json"
    there.write_text(manifest(a_site("live", 3)), encoding="utf-8")

    assert offers_in(there) == 3


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"<html>Not found</html>",
        b"[]",
        b"{}",
        b'{"aanbod": "3"}',
        b'{"aanbod": true}',
        b'{"aanbod": -1}',
        b'{"aanbod": 1e9}',
        b"\xff\xfe\xff",
        b"[" * 100_000,
    ],
)
def test_what_is_no_manifest_counts_for_nothing(written, tmp_path):
    there = tmp_path / "live.json"
    there.write_bytes(written)

    assert offers_in(there) is None
    assert offers_in(tmp_path) is None


def test_the_site_that_is_live_counts_when_there_is_none_here(plan, capsys, tmp_path):
    live = tmp_path / "live.json"
    live.write_text('{"aanbod": 13}', encoding="utf-8")
    publish = ["publish", *arguments(plan), "--settings=publishconf.py"]

    assert main([*publish, f"--manifest={live}"]) == 1
    assert "minder aanbod: 10, en dat was 13\n" in capsys.readouterr().out
    assert not plan.output.exists()
    live.write_text('{"aanbod": 12}', encoding="utf-8")
    assert main([*publish, f"--manifest={live}"]) == 0


def test_without_a_manifest_to_read_it_says_that_this_is_the_first_time(
    plan, capsys, tmp_path
):
    nothing = tmp_path / "nothing.json"
    publish = ["publish", *arguments(plan), "--settings=publishconf.py"]

    assert main([*publish, f"--manifest={nothing}"]) == 0
    assert capsys.readouterr().out == (
        f"We kunnen {nothing} niet lezen. We publiceren alsof het de eerste keer is.\n"
        "Alles klopt: 10 keer aanbod van 3 aanbieders.\n"
        f"De site staat in {plan.output}/.\n"
    )


def test_publishing_refuses_a_drop_and_goes_on_when_it_is_meant(plan, capsys):
    publish = ["publish", *arguments(plan), "--settings=publishconf.py"]
    assert main(publish) == 0
    assert plan.output.joinpath("manifest.json").is_file()
    before = files(plan.output)
    for offer in plan.folders.offers.glob("veilig-verder/*.yaml"):
        offer.unlink()
    plan.folders.offers.joinpath("veilig-verder").rmdir()
    plan.folders.offers.joinpath("cjg-rivierenland/slaap-lekker.yaml").unlink()
    capsys.readouterr()

    assert main(publish) == 1
    assert capsys.readouterr().out == (
        "Alles klopt: 7 keer aanbod van 2 aanbieders.\n"
        "We publiceren dit niet:\n"
        "- er is ineens veel minder aanbod: 7, en dat was 10\n"
        "Is dit toch de bedoeling? Gebruik dan --toch (make publish TOCH=ja).\n"
        "\nDe site is niet gebouwd; wat er stond, staat er nog.\n"
    )
    assert files(plan.output) == before
    assert main([*publish, "--toch"]) == 0
    assert files(plan.output) != before


@pytest.fixture
def a_real_site(catalogue):
    """Give the identity of a site that is no example, with some of it changed."""
    contact = catalogue.site.contact.model_copy(
        update={"email": "vraag@waterland.nl", "phone": "0299 12 34 56"}
    )
    coordinator = catalogue.site.coordinator.model_copy(
        update={"email": "coordinator@waterland.nl", "phone": None}
    )
    real = {
        "is_example": False,
        "address": "https://groepsaanbod.waterland.nl/",
        "contact": contact,
        "coordinator": coordinator,
    }

    def a_real_site(**changes):
        return catalogue.site.model_copy(update=real | changes)

    return a_real_site


@pytest.fixture
def prose(tmp_path):
    """Give a site with one page of prose, and the folder it was made from."""

    def prose(html, source="Title: Privacy\nSlug: privacy\n\nTekst."):
        content = tmp_path / "content/paginas"
        content.mkdir(parents=True)
        content.joinpath("over-u.md").write_text(source, encoding="utf-8")
        page = tmp_path / "new/privacy/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<p>[menu]</p><main>{html}</main>[voet]", encoding="utf-8")
        return tmp_path / "new", tmp_path / "content"

    return prose


def test_a_site_that_is_filled_in_meets_no_objection(a_real_site, prose):
    new, content = prose('Zie <a href="../contact/">Contact</a>, of mail info@cjg.nl.')

    assert list(unfinished(new, a_real_site(), content)) == []


def test_a_place_to_fill_in_is_named(a_real_site, prose):
    new, content = prose("<p>Wij wissen dit na [aantal] dagen. [Door: <b>wie</b>]</p>")

    assert list(unfinished(new, a_real_site(), content)) == [
        "over-u.md: vul nog in: [aantal] (en nog 1)"
    ]


def test_a_page_that_is_not_on_the_site_need_not_be_filled_in(a_real_site, prose):
    new, content = prose("[aantal]", "Slug: concept\nStatus: draft\n\n[aantal]")

    assert list(unfinished(new, a_real_site(), content)) == []


@pytest.mark.parametrize(
    "address",
    [
        "info@example.nl",
        "https://www.example.com/pad",
        "https://groepen.voorbeeld.nl",
        "mail@cjg.example",
        "https://welzijn.test/",
        "INFO@EXAMPLE.ORG",
    ],
)
def test_an_address_that_is_an_example_is_named(a_real_site, prose, address):
    new, content = prose(f"<p>{address}</p>")
    host = address.split("//")[-1].split("@")[-1].split("/")[0]

    assert list(unfinished(new, a_real_site(), content)) == [
        f"{host} is een voorbeeld, maar staat op privacy/index.html"
    ]


@pytest.mark.parametrize(
    "address",
    [
        "info@voorbeeldig.nl",
        "https://gemeentevoorbeeld.nl",
        "https://example.nl.cjg.nl",
        "https://toegankelijkheidsverklaring.nl",
        "een voorbeeld.",
    ],
)
def test_an_address_that_only_looks_like_one_is_right(a_real_site, prose, address):
    new, content = prose(f"<p>{address}</p>")

    assert list(unfinished(new, a_real_site(), content)) == []


def test_an_example_on_many_pages_is_named_once(a_real_site, prose):
    new, content = prose("info@example.nl")
    shutil.copytree(new / "privacy", new / "over")

    assert list(unfinished(new, a_real_site(), content)) == [
        "example.nl is een voorbeeld, maar staat op over/index.html (en nog 1)"
    ]


def test_the_pages_for_partners_may_show_examples(a_real_site, prose):
    new, content = prose("Tekst")
    page = new / "voor-aanbieders/index.html"
    page.parent.mkdir()
    page.write_text("<main>info@example.nl</main>", encoding="utf-8")

    assert list(unfinished(new, a_real_site(), content)) == []


def test_an_example_in_the_identity_is_named_once(a_real_site, prose, catalogue):
    new, content = prose('<a href="mailto:vraag@groepsaanbod.example.nl">Mail</a>')
    new.joinpath("privacy/index.html").write_text(
        "<main>vraag@groepsaanbod.example.nl"
        '<a href="tel:0300000000">Bel</a> <a href="tel:0230000007">Bel</a></main>',
        encoding="utf-8",
    )
    contact = catalogue.site.contact.model_copy(update={"phone": "(030) 000 00 00"})
    coordinator = catalogue.site.coordinator.model_copy(
        update={"email": "coordinator@waterland.nl", "phone": "023-0000007"}
    )
    site = a_real_site(contact=contact, coordinator=coordinator)

    assert list(unfinished(new, site, content)) == [
        "site.yaml: bij 'contact.telefoon' staat nog een voorbeeld: (030) 000 00 00",
        (
            "site.yaml: bij 'contact.email' staat nog een voorbeeld:"
            " vraag@groepsaanbod.example.nl"
        ),
        "site.yaml: bij 'coordinator.telefoon' staat nog een voorbeeld: 023-0000007",
    ]


@pytest.mark.parametrize(
    ("html", "example"),
    [
        ('<a href="tel:0230000010">Bel 023 000 00 10</a>', "023 000 00 10"),
        ('<a href="tel:0720000110">Bel ons</a>', "072 000 01 10"),
        ('<a href="tel:0612345678">06 12345678</a>', "06 12345678"),
        ("<p>Voorbeeldstraat 12, Haarlem</p>", "Voorbeeldstraat 12"),
        ("<p>Voorbeeldpad 3a, Haarlem</p>", "Voorbeeldpad 3"),
    ],
)
def test_a_number_or_street_that_is_an_example_is_named(
    a_real_site, prose, html, example
):
    new, content = prose(html)

    assert list(unfinished(new, a_real_site(), content)) == [
        f"{example} is een voorbeeld, maar staat op privacy/index.html"
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="tel:0235000000">023 500 00 00</a>',  # somebody can have this one
        '<a href="tel:0299100012">0299 100 012</a>',  # and this one
        '<a href="tel:0231000123">023 100 01 23</a>',
        '<a href="tel:08000432">0800 0432</a>',
        '<a href="tel:0880001234">088 000 12 34</a>',
        '<a href="tel:112">112</a>',
        "<p>Een voorbeeld: 0230000000 bezoekers. Voorbeelden 3 en 4.</p>",
    ],
)
def test_a_number_that_somebody_can_have_is_right(a_real_site, prose, html):
    new, content = prose(html)

    assert list(unfinished(new, a_real_site(), content)) == []


def test_an_example_may_be_unfinished(catalogue, prose):
    new, content = prose("[aantal] info@example.nl")

    assert list(unfinished(new, catalogue.site, content)) == []


def test_publishing_refuses_what_is_not_filled_in_and_goes_on_when_it_is_meant(
    plan, capsys
):
    site = plan.folders.region / "site.yaml"
    text = site.read_text("utf-8").replace("voorbeeld: ja", "voorbeeld: nee")
    site.write_text(text, encoding="utf-8")
    privacy = plan.content / "paginas/privacy.md"
    privacy.write_text(privacy.read_text("utf-8") + "\n[bewaartijd]\n", "utf-8")
    publish = ["publish", *arguments(plan), "--settings=publishconf.py"]

    assert main(publish) == 1
    said = capsys.readouterr().out
    assert "- privacy.md: vul nog in: [bewaartijd]\n" in said
    assert "- site.yaml: bij 'adres' staat nog een voorbeeld: https://" in said
    assert not plan.output.exists()
    assert main([*publish, "--toch"]) == 0
