"""The description of partners' files, with the region's words, for a browser."""

from collections.abc import Iterator
from typing import Any

from groepsaanbod.description import Key, keys_of
from groepsaanbod.fields import Record
from groepsaanbod.model import OfferFile, PartnerFile
from groepsaanbod.reading import example_value
from groepsaanbod.vocabulary import Entry, Vocabulary

Described = dict[str, Any]
"""What becomes JSON."""


def described(vocabulary: Vocabulary) -> Described:
    """Give the records, their keys and the words that one may choose from."""
    records = dict(_records(OfferFile)) | dict(_records(PartnerFile))
    keys = [key for each in records.values() for key in keys_of(each).values()]
    names = {key.list_name for key in keys if key.list_name}
    municipalities = vocabulary.municipalities
    return {
        "offer": OfferFile.__name__,
        "partner": PartnerFile.__name__,
        "records": {
            name: [_key(key, vocabulary) for key in keys_of(kind).values()]
            for name, kind in records.items()
        },
        "lists": {name: _list(name, vocabulary) for name in sorted(names)},
        "towns": [
            [place, each.word] for each in municipalities for place in each.all_places
        ],
        "municipalities": {each.word: each.name for each in municipalities},
        "areas": {
            word: each.word
            for each in municipalities
            for word in (each.word, *(area.word for area in each.areas))
        },
        "jargon": [[each.jargon, each.plain] for each in vocabulary.jargon],
    }


def _records(kind: type[Record]) -> Iterator[tuple[str, type[Record]]]:
    yield kind.__name__, kind
    for key in keys_of(kind).values():
        if key.parts is not None:
            yield from _records(key.parts)


IN_A_FORM = {"phone": "Met netnummer."}
"""Explanations by kind, where that of the file is about its quotes."""


def _key(key: Key, vocabulary: Vocabulary) -> Described:
    return {
        "name": key.name,
        "title": key.title,
        "explanation": IN_A_FORM.get(key.kind, key.explanation),
        "example": key.example,
        "written": example_value(key, vocabulary),
        "kind": key.kind,
        "required": key.required,
        "many": key.many,
        "least": key.least,
        "most": key.most,
        "list": key.list_name,
        "words": key.words,
        "length": key.length,
        "parts": key.parts.__name__ if key.parts else "",
        "long": bool(key.widget),
        "number": key.is_number,
    }


def _list(name: str, vocabulary: Vocabulary) -> Described:
    choices = vocabulary.choices(name)
    return {
        "title": choices.title,
        "words": [_word(word, entry) for word, entry in choices.items()],
    }


def _word(word: str, entry: Entry) -> Described:
    return {
        "word": word,
        "name": entry.name,
        "explanation": entry.explanation,
        "search": entry.search,
        "former": entry.former,
    }
