"""An offer and a partner with a script in every text field, found from the model."""

from groepsaanbod.description import Key, keys_of
from groepsaanbod.fields import Record
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.reading import example_value
from groepsaanbod.vocabulary import Vocabulary

LINE = """"'><img src=x onerror=alert(1)><script>alert(1)</script>{{ 7*7 }}"""
MARKDOWN = (
    "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} [x](https://voorbeeld.nl"
    " '\" onmouseover=\"alert(1)')\n\n&#60;img src=x onerror=alert(1)&#62;"
)
"""What is left when the check has refused all HTML."""

SETTLED = {
    "adres_geheim": "nee",  # else no location may be given
    "vorige_adressen": ["elders/oude-naam"],
    "samen_met": [],
    "voorheen": [],
    "bijeenkomsten": "2",  # as many as there are days
    "zichtbaar": {"van": "2026-01-01", "tot": "2027-12-31"},  # else it does not show
}
"""Keys in which the rules leave no room."""


def payload_offer(vocabulary: Vocabulary) -> dict[str, object]:
    """Give an offer that uses every key, with a payload wherever text may stand."""
    return _record(OfferFile, vocabulary)


def payload_news(vocabulary: Vocabulary) -> dict[str, object]:
    """Give a news item likewise."""
    return _record(NewsFile, vocabulary)


def payload_partner(vocabulary: Vocabulary) -> dict[str, object]:
    """Give a partner likewise."""
    return _record(PartnerFile, vocabulary)


def _record(kind: type[Record], vocabulary: Vocabulary) -> dict[str, object]:
    return {
        name: SETTLED.get(name, _value(key, vocabulary))
        for name, key in keys_of(kind).items()
    }


def _value(key: Key, vocabulary: Vocabulary) -> object:
    if key.parts is not None:
        part = _record(key.parts, vocabulary)
        return [part] if key.many else part
    if key.list_name:
        word = next(iter(vocabulary.choices(key.list_name)))
        return [word] if key.many else word
    if key.widget == "lang":
        return MARKDOWN
    if key.length:
        text = LINE[: key.length]
        return [text] if key.many else text
    example = example_value(key, vocabulary).strip('"')
    return example.strip("[]").split(", ") if key.many else example
