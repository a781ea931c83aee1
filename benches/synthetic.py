"""Makes a region of any size, the same each time, for benches."""

import random
from datetime import date, timedelta
from pathlib import Path

import yaml

from groepsaanbod.vocabulary import Vocabulary

WORDS = [
    "samen",
    "kind",
    "ouder",
    "groep",
    "leren",
    "praten",
    "spelen",
    "thuis",
    "school",
    "rust",
    "vertrouwen",
    "oefenen",
    "luisteren",
    "grenzen",
    "slapen",
    "vrienden",
    "boos",
    "blij",
    "verdriet",
    "bewegen",
    "koffie",
    "ochtend",
    "avond",
    "buurt",
    "vader",
    "moeder",
    "baby",
    "peuter",
    "puber",
    "hulp",
    "vraag",
    "antwoord",
    "week",
    "begin",
    "steun",
    "kracht",
]
OFFERS_EACH = 12
FIRST_DAY = date(2026, 12, 1)


def words_of(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Give the words of a region that made offers choose from, by list."""
    lists = ("doelgroepen", "themas", "vormen")
    words = {name: list(vocabulary.choices(name)) for name in lists}
    places = vocabulary.municipalities
    return words | {
        "gebieden": [each.word for each in places],
        "plaatsen": [each.name for each in places],
    }


def write_region(folder: Path, offers: int, vocabulary: dict[str, list[str]]) -> None:
    """Write ``offers`` offers, twelve a partner; words come from the vocabulary."""
    for number in range(offers):
        dice = random.Random(number)  # noqa: S311 - the same region each time
        partner = folder / f"aanbieder-{number // OFFERS_EACH:04}"
        if number % OFFERS_EACH == 0:
            partner.mkdir(parents=True)
            _write(partner / "aanbieder.yaml", _partner(number))
        _write(partner / f"aanbod-{number:05}.yaml", offer(number, dice, vocabulary))


def _write(path: Path, record: dict[str, object]) -> None:
    text = yaml.dump(
        record, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"'
    )
    path.write_text(text, encoding="utf-8")


def _partner(number: int) -> dict[str, object]:
    return {
        "naam": f"Stichting {number // OFFERS_EACH}",
        "samenvatting": "Wij helpen gezinnen in de buurt.",
        "telefoon": "023 000 00 00",
    }


def sentence(dice: random.Random, words: int) -> str:
    """Give a sentence of that many words."""
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def offer(
    number: int, dice: random.Random, vocabulary: dict[str, list[str]]
) -> dict[str, object]:
    """Give an offer with a description of about 150 words and three groups."""
    youngest = dice.randrange(0, 16)
    areas = dice.sample(vocabulary["gebieden"], 2)
    town = vocabulary["plaatsen"][vocabulary["gebieden"].index(areas[0])]
    start = FIRST_DAY + timedelta(days=dice.randrange(300))
    paragraphs = [
        " ".join(sentence(dice, dice.randrange(6, 14)) for _ in range(5))
        for _ in range(3)
    ]
    return {
        "titel": f"{sentence(dice, 4)[:-1]} {number}",
        "samenvatting": sentence(dice, 12),
        "beschrijving": "\n\n".join(paragraphs) + "\n\n- samen\n- **sterk**\n",
        "doelgroep": dice.sample(vocabulary["doelgroepen"], 2),
        "leeftijd": {"van": str(youngest), "tot_en_met": str(youngest + 4)},
        "themas": dice.sample(vocabulary["themas"], dice.randrange(1, 4)),
        "vorm": dice.choice(vocabulary["vormen"]),
        "gebieden": areas,
        "kosten": "gratis",
        "aanmelden": {"hoe": "zelf-aanmelden", "telefoon": "023 000 00 00"},
        "gecontroleerd_op": "2026-11-02",
        "groepen": [
            {
                "start": str(start + timedelta(weeks=8 * group)),
                "bijeenkomsten": "8",
                "tijd": "19:30-21:00",
                "status": dice.choice(["open", "vol", "bijna-vol", "gepland"]),
            }
            for group in range(3)
        ],
        "locaties": [{"naam": "De Brug", "adres": "Voorbeeldstraat 1", "plaats": town}],
    }
