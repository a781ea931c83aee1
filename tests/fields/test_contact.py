"""Phone numbers, e-mail, web addresses and postcodes."""

import pytest

from groepsaanbod.fields import (
    Email,
    Phone,
    Plain,
    Postcode,
    WebAddress,
    phone_digits,
)
from values import read, refusal

HOST_SENTENCE = (
    "schrijf een gewoon webadres, zoals https://www.voorbeeld.nl/cursus,"
    " zonder gebruikersnaam, poort of cijferadres"
)
START_SENTENCE = "schrijf een webadres dat begint met https://"
CHARACTER_SENTENCE = (
    "hier staat een spatie of een teken dat niet kan in een webadres;"
    " kopieer het uit de adresbalk van uw browser"
)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("030 000 00 00", "0300000000"),
        ("030-0000000", "0300000000"),
        ("(030) 000 00 00", "0300000000"),
        ("06 12345670", "0612345670"),
        ("+31 30 000 00 00", "0300000000"),
        ("+31 (0)30 000 00 00", "0300000000"),
        ("0031 30 0000000", "0300000000"),
        ("0800-2000", "08002000"),
        ("088 000 00 00", "0880000000"),
        ("14 030", "14030"),
        ("112", "112"),
        ("113", "113"),
    ],
)
def test_a_dutch_phone_number_may_be_written_in_several_ways(written, digits):
    assert read(Phone, written) == written
    assert phone_digits(written) == digits


@pytest.mark.parametrize(
    "written",
    ["", "12", "030 000 00", "+32 2 000 00 00", "bel mij", "030 000 00 00 (An)", "115"],
)
def test_what_is_no_dutch_phone_number_is_refused(written):
    assert refusal(Phone, written) == (
        f"'{written}' is geen Nederlands telefoonnummer; schrijf alleen het nummer,"
        " met netnummer, zoals 023 000 00 00"
    )


def test_a_phone_number_stands_in_quotes_when_it_looks_like_a_number():
    assert refusal(Phone, Plain("0612345670")) == (
        'zet aanhalingstekens om het telefoonnummer: "0612345670"'
    )
    assert read(Phone, "0612345670") == "0612345670"
    assert read(Phone, Plain("030 000 00 00")) == "030 000 00 00"


def test_a_phone_number_is_one():
    assert refusal(Phone, ["112"]) == (
        "schrijf één telefoonnummer, zoals 023 000 00 00"
    )


@pytest.mark.parametrize("written", ["a@b.nl", "de.jong+kies@cjg-x.voorbeeld.nl"])
def test_an_email_address(written):
    assert read(Email, written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "info",
        "info@voorbeeld",
        "info@-voorbeeld.nl",
        "info @voorbeeld.nl",
        "CJG <info@voorbeeld.nl>",
        "info@voorbeeld.nl?bcc=x@y.nl",
        "info@voorbeeld.nl\nBcc: x@y.nl",
        "a@b.nl, c@d.nl",
        "ïnfo@voorbeeld.nl",
        ["info@voorbeeld.nl"],
    ],
)
def test_what_is_no_email_address_is_refused(written):
    assert refusal(Email, written) == (
        "dit is geen e-mailadres; schrijf alleen het adres, zoals info@voorbeeld.nl"
    )


@pytest.mark.parametrize(
    "written",
    [
        "https://voorbeeld.nl",
        "https://www.voorbeeld.nl/a/b.html?x=1&y=%20#kop",
        "https://Voorbeeld.NL/",
        "https://xn--vrbeeld-v1a.nl/",
    ],
)
def test_a_web_address(written):
    assert read(WebAddress, written) == written


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", START_SENTENCE),
        ("javascript:alert(1)", START_SENTENCE),
        ("data:text/html,x", START_SENTENCE),
        ("//voorbeeld.nl", START_SENTENCE),
        ("HTTPS://voorbeeld.nl", START_SENTENCE),
        ("onze website", START_SENTENCE),
        ("http://a.nl/x", "schrijf het adres met https: https://a.nl/x"),
        ("www.a.nl/x", "zet https:// voor het adres: https://www.a.nl/x"),
        ("a.nl", "zet https:// voor het adres: https://a.nl"),
        ("https://a.nl/b c", CHARACTER_SENTENCE),
        ("https://a.nl/\u202e", CHARACTER_SENTENCE),
        ("https://a.nl/<b>", CHARACTER_SENTENCE),
        ("https://a.nl/" + "x" * 500, CHARACTER_SENTENCE),
        ("https://a.nl\\@b.nl", CHARACTER_SENTENCE),
        ("https://", HOST_SENTENCE),
        ("https://ik@a.nl/", HOST_SENTENCE),
        ("https://ik:geheim@a.nl/", HOST_SENTENCE),
        ("https://a.nl:8080/", HOST_SENTENCE),
        ("https://a.nl:x/", HOST_SENTENCE),
        ("https://192.168.0.1/", HOST_SENTENCE),
        ("https://localhost/", HOST_SENTENCE),
        ("https://a..nl/", HOST_SENTENCE),
        (["https://a.nl"], "schrijf één webadres, zoals https://www.voorbeeld.nl"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(written, sentence):
    assert refusal(WebAddress, written) == sentence


@pytest.mark.parametrize("written", ["2011 AB", "2011AB"])
def test_a_postcode_is_shown_with_a_space(written):
    assert read(Postcode, written) == "2011 AB"


@pytest.mark.parametrize("written", ["", "2011", "0011 AB", "2011 ab", "2011  AB", []])
def test_what_is_no_postcode_is_refused(written):
    assert refusal(Postcode, written) == (
        "schrijf de postcode als vier cijfers en twee hoofdletters: 2011 AB"
    )
