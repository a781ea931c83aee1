"""The steps of the form: a few questions at a time, the ones that count most first."""

from dataclasses import asdict, dataclass

from groepsaanbod.filling.described import Described


@dataclass(frozen=True)
class Step:
    """One screen of the form."""

    name: str
    """In its address: ``#wanneer``."""
    title: str
    intro: str
    keys: tuple[str, ...]
    """The keys of an offer it asks for."""


STEPS = (
    Step("organisatie", "Van wie is het?", "Ouders zien graag wie iets geeft.", ()),
    Step(
        "wat",
        "Wat is het?",
        "Schrijf zoals u praat. Begin met wat iemand krijgt.",
        ("titel", "samenvatting", "beschrijving", "vorm"),
    ),
    Step(
        "voor-wie",
        "Voor wie is het?",
        "Zo vinden de goede mensen uw aanbod.",
        ("doelgroep", "leeftijd", "themas", "gebieden", "speciaal_voor"),
    ),
    Step(
        "waar",
        "Waar is het?",
        "Is het alleen online? Dan hoeft u geen plek in te vullen.",
        ("uitvoering", "adres_geheim", "locaties"),
    ),
    Step(
        "wanneer",
        "Wanneer is het?",
        "Start er een groep? Vul die in. Kan iedereen zo binnenlopen? Kies dan inloop.",
        ("groepen", "inloop"),
    ),
    Step(
        "meedoen",
        "Wat kost het en hoe doet iemand mee?",
        "Ouders willen dit weten voor ze bellen.",
        ("kosten", "aanmelden", "na_aanmelding", "meenemen"),
    ),
    Step(
        "meer",
        "Wilt u nog iets vertellen?",
        "Dit mag u allemaal overslaan.",
        ("talen", "toegankelijkheid", "begeleiding", "zoekwoorden", "zichtbaar"),
    ),
    Step(
        "professionals",
        "Voor professionals en de gemeente",
        "Ouders lezen dit niet. U mag het overslaan.",
        (
            *("programma", "methode", "samen_met", "financiering", "kansencirkel"),
            *("bereik", "vorige_adressen"),
        ),
    ),
    Step(
        "opsturen",
        "Kijk het na en stuur het op",
        "Klopt alles? Zet dan de dag van vandaag erbij.",
        ("gecontroleerd_op",),
    ),
)


FOLDED = {
    "Group": ("data", "dag", "plekken_vrij", "status_op", "instromen", "taal"),
    "DropIn": ("van", "tot", "toelichting"),
}
"""Keys of a record that few people fill in: they fold away."""


def steps() -> list[Described]:
    """Give the steps as JSON."""
    return [asdict(each) for each in STEPS]
