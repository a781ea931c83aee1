"""Who runs the site, how to reach them, and whom to call when it cannot wait."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import field_validator

from groepsaanbod.asked import Contact
from groepsaanbod.fields import (
    Day,
    Email,
    Line,
    Phone,
    Record,
    WebAddress,
    YesNo,
    key,
    wrong,
)


class Coordinator(Record):
    """Who helps partners to put their offers on the site."""

    role: Annotated[str, Line(80)] = key(
        "functie", "Functie", "Zoals bezoekers de functie kennen."
    )
    email: Email = key(
        "email", "E-mail", "Liefst van een afdeling, niet van een persoon."
    )
    phone: Phone | None = key("telefoon", "Telefoon", "Met netnummer.", default=None)


class Site(Record):
    """``region/site.yaml``: the site's identity."""

    name: Annotated[str, Line(60)] = key("naam", "Naam", "De naam van de site.")
    region: Annotated[str, Line(80)] = key(
        "regio", "Regio", "De regio, zoals in een zin."
    )
    address: WebAddress = key(
        "adres",
        "Adres",
        "Waar de site staat, met https en een schuine streep erachter.",
    )
    tagline: Annotated[str, Line(120)] = key(
        "ondertitel", "Ondertitel", "In één zin wat de site geeft."
    )
    operator: Annotated[str, Line(80)] = key(
        "organisatie", "Organisatie", "Wie de site maakt."
    )
    is_example: YesNo = key(
        "voorbeeld",
        "Voorbeeld",
        "Ja: elke pagina zegt dat het voorbeelden zijn; zoekmachines blijven weg.",
    )
    contact: Contact = key("contact", "Contact", "Bij wie ouders terechtkunnen.")
    coordinator: Coordinator = key(
        "coordinator", "Coördinator", "Bij wie aanbieders terechtkunnen."
    )
    repository: WebAddress | None = key(
        "bron", "Bron", "Waar de bestanden staan.", default=None
    )
    licence: Annotated[str, Line(120)] = key(
        "licentie", "Licentie", "Waaronder de teksten vrij zijn."
    )
    licence_address: WebAddress | None = key(
        "licentie_adres",
        "Adres van de licentie",
        "Waar de licentie staat.",
        default=None,
    )

    exit_address: WebAddress = key(
        "verlaten_naar",
        "Verlaten naar",
        "Waar iemand uitkomt die de site snel verlaat: iets gewoons, als het weer.",
        default="https://www.buienradar.nl/",
    )

    @property
    def exit_name(self) -> str:
        """Give that address as people say it: ``buienradar.nl``."""
        return urlsplit(self.exit_address).netloc.removeprefix("www.")

    @field_validator("address")
    @classmethod
    def _ends_with_a_slash(cls, address: str) -> str:
        if not address.endswith("/"):
            raise wrong(f"zet een schuine streep achter het adres: {address}/")
        return address


class Helpline(Record):
    """A line to call at once."""

    when: Annotated[str, Line(80)] = key(
        "wanneer", "Wanneer", "In welk geval iemand belt."
    )
    name: Annotated[str, Line(60)] = key("naam", "Naam", "Wie er opneemt.")
    phone: Phone = key("telefoon", "Telefoon", "Altijd tussen aanhalingstekens.")
    note: Annotated[str, Line(120)] = key(
        "toelichting", "Toelichting", "Kosten en tijden.", default=""
    )
    website: WebAddress | None = key("website", "Website", "Voor chat.", default=None)
    in_danger: YesNo = key(
        "spoed", "Spoed", "Is dit voor direct gevaar?", default=False
    )


class HelplinesFile(Record):
    """``region/hulplijnen.yaml``."""

    checked_on: Day = key(
        "gecontroleerd_op", "Gecontroleerd op", "Wanneer de nummers zijn nagebeld."
    )
    lines: tuple[Helpline, ...] = key("hulplijnen", "Hulplijnen", "In deze volgorde.")
