"""Ways to reach somebody: phone numbers, e-mail, web addresses and postcodes."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema

from groepsaanbod.fields.base import is_ambiguous, wrong

_PHONE_CHARACTERS = re.compile(r"\+?[0-9 ()-]{3,25}")
_PHONE_DIGITS = re.compile(
    r"0[1-9][0-9]{8}|0(?:800|900|88)[0-9]{4,7}|14[0-9]{2,4}|11[236]"
)


def phone_digits(number: str) -> str:
    """Give what a telephone dials: ``0230000000`` for ``+31 (0)23 000 00 00``."""
    national = re.sub(r"^(?:\+31|0031)(?: ?\(0\))?", "0", number.strip())
    return re.sub(r"[^0-9]", "", national)


def _phone(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("schrijf één telefoonnummer, zoals 023 000 00 00")
    if is_ambiguous(value):
        raise wrong(f'zet aanhalingstekens om het telefoonnummer: "{value[:40]}"')
    if not (
        _PHONE_CHARACTERS.fullmatch(value)
        and _PHONE_DIGITS.fullmatch(phone_digits(value))
    ):
        raise wrong(
            f"'{value[:40]}' is geen Nederlands telefoonnummer;"
            " schrijf alleen het nummer, met netnummer, zoals 023 000 00 00"
        )
    return str(value)


Phone = Annotated[
    str,
    BeforeValidator(_phone),
    WithJsonSchema({"type": "string", "pattern": f"^{_PHONE_CHARACTERS.pattern}$"}),
]

_EMAIL = re.compile(
    r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)


def _email(value: object) -> str:
    if not (isinstance(value, str) and _EMAIL.fullmatch(value)):
        raise wrong(
            "dit is geen e-mailadres; schrijf alleen het adres, zoals info@voorbeeld.nl"
        )
    return str(value)


Email = Annotated[
    str,
    BeforeValidator(_email),
    WithJsonSchema({"type": "string", "pattern": f"^{_EMAIL.pattern}$"}),
]

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")
_WEB_CHARACTERS = re.compile(r"[A-Za-z0-9._~:/?#@!$&'*+,;=%()-]{1,500}")


def check_web_address(value: object) -> str:
    """Give the address, or raise the error that says what is wrong with it."""
    if not isinstance(value, str):
        raise wrong("schrijf één webadres, zoals https://www.voorbeeld.nl")
    if value.startswith("http://"):
        raise wrong(f"schrijf het adres met https: https://{value[7:80]}")
    if _HOST.fullmatch(value.partition("/")[0].lower()):
        raise wrong(f"zet https:// voor het adres: https://{value[:80]}")
    if not value.startswith("https://"):
        raise wrong("schrijf een webadres dat begint met https://")
    if not _WEB_CHARACTERS.fullmatch(value):
        raise wrong(
            "hier staat een spatie of een teken dat niet kan in een webadres;"
            " kopieer het uit de adresbalk van uw browser"
        )
    if not _HOST.fullmatch(urlsplit(value).netloc.lower()):
        raise wrong(
            "schrijf een gewoon webadres, zoals https://www.voorbeeld.nl/cursus,"
            " zonder gebruikersnaam, poort of cijferadres"
        )
    return str(value)


WebAddress = Annotated[
    str,
    BeforeValidator(check_web_address),
    WithJsonSchema(
        {
            "type": "string",
            "format": "uri",
            "pattern": f"^https://{_HOST.pattern}([/?#].*)?$",
            "maxLength": 500,
        }
    ),
]

_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})")


def _postcode(value: object) -> str:
    match = _POSTCODE.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise wrong(
            "schrijf de postcode als vier cijfers en twee hoofdletters: 2011 AB"
        )
    return f"{match[1]} {match[2]}"


Postcode = Annotated[
    str,
    BeforeValidator(_postcode),
    WithJsonSchema({"type": "string", "pattern": f"^{_POSTCODE.pattern}$"}),
]
