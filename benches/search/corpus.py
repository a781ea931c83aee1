"""Makes a region of any size out of a real one, with clones that can be judged.

Real offers come over as they are. Half of the rest are clones of them, as partners
elsewhere would write the same thing: another title, sentences dropped, moved and
borrowed from other offers of the same theme, fewer search words. Half of the clones
move to another municipality, their town's name changing wherever the text has it; a
third are for the next age, if no word of the text speaks of one.

A clone knows its ``Origin``. A result counts as right when it is one of a query's
answers, or a clone of one; for a query in which the place matters only if the clone
kept its place, and for one in which the age matters only if it kept its ages. So an
engine is not punished for finding the same offer given by somebody else, and is for
finding it in the wrong town.

The rest is filler: leisure clubs in texts of made-up words, drawn by Zipf's law as in
a language, all under the region's last theme (in ours that of meeting others), so that
they crowd one theme and not each. The few words that the build's bench
draws from are words that parents look for, so a title of three of them would rightly
come first for a question that it does not answer.

The same region each time: every choice is thrown by a die seeded with its number.
"""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product
from pathlib import Path
from textwrap import shorten
from typing import Any

import yaml

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary
from synthetic import OFFERS_EACH, offer, words_of

Record = dict[str, Any]

CLONES_AMONG_THE_REST = 0.5
MOST_IN_TITLE, MOST_IN_SUMMARY, LEAST_IN_SUMMARY = 80, 160, 50
OLDEST = 23
FIRST_SCHOOL_YEAR = 4


@dataclass(frozen=True)
class Origin:
    """The offer that a clone was made of, and what it still has of it."""

    identity: str
    keeps_place: bool
    keeps_ages: bool


@dataclass(frozen=True)
class Original:
    """A real offer: its identity, and its file with every scalar as text."""

    identity: str
    record: Record

    @property
    def slug(self) -> str:
        """Give the name of its file."""
        return self.identity.partition("/")[2]

    @property
    def theme(self) -> str:
        """Give what it is about first of all."""
        return str(self.record["themas"][0])


def write_region(
    folder: Path, size: int, live: Path, catalogue: Catalogue
) -> dict[str, Origin]:
    """Write ``size`` offers: those of ``live``, read as ``catalogue``, and more.

    Gives the origin of each clone by its identity, as ``partner/slug``.
    """
    shutil.copytree(live, folder)
    vocabulary = catalogue.vocabulary
    originals = [
        Original(each.identity, _read(live / f"{each.identity}.yaml"))
        for each in catalogue.offers
    ]
    rest = max(0, size - len(originals))
    clones = round(rest * CLONES_AMONG_THE_REST)
    towns = [*made_up_towns(vocabulary)]
    maker = CloneMaker(originals, vocabulary, towns)
    origins = {}
    for number in range(clones):
        partner = Host.of(number, towns)
        _open_house(folder, number, partner)
        record, origin = maker.clone(number, partner)
        slug = f"{originals[number % len(originals)].slug}-{number}"
        _write(folder / partner.slug / f"{slug}.yaml", record)
        origins[f"{partner.slug}/{slug}"] = origin
    words = words_of(vocabulary)
    for number in range(rest - clones):
        club = Host(f"Club {made_up_name(number // OFFERS_EACH)}")
        _open_house(folder, number, club)
        _write(folder / club.slug / f"club-{number}.yaml", filler(number, words))
    return origins


def _read(path: Path) -> Record:
    record: Record = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    return record


def _write(path: Path, record: Record) -> None:
    text = yaml.dump(
        record, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"'
    )
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Host:
    """A made-up partner."""

    name: str

    @classmethod
    def of(cls, number: int, towns: list[str]) -> "Host":
        """Give the partner of the clone with this number."""
        turn, town = divmod(number // OFFERS_EACH, len(towns))
        again, kind = divmod(turn, len(KINDS))
        name = f"{KINDS[kind]} {towns[town]}"
        return cls(f"{name} {again + 1}" if again else name)

    @property
    def slug(self) -> str:
        """Give the name of its folder."""
        return self.name.lower().replace(" ", "-")


KINDS = ("Welzijn", "Gezinspunt", "Stichting Thuis", "Buurtteam", "Jeugdhuis")
"""Not of the kinds that real partners are, which people look for by name."""


def _open_house(folder: Path, number: int, host: Host) -> None:
    if number % OFFERS_EACH == 0:
        folder.joinpath(host.slug).mkdir()
        partner = {
            "naam": host.name,
            "samenvatting": "Wij zijn er voor iedereen in het dorp en daarbuiten.",
            "telefoon": "023 000 00 00",
        }
        _write(folder / host.slug / "aanbieder.yaml", partner)


def made_up_towns(vocabulary: Vocabulary) -> Iterator[str]:
    """Give names of towns that the region does not have, nor anything like them."""
    starts = ("Riet", "Oost", "Wester", "Kerk", "Lage", "Vlier", "Elzen", "Heide")
    ends = ("veen", "dam", "hoorn", "drecht", "beek", "rijk", "horst", "lo", "meer")
    for start, end in product(starts, ends):
        name = f"{start}{end}"
        if not (vocabulary.municipality_at(name) or vocabulary.nearest_place(name)):
            yield name


class CloneMaker:
    """Writes real offers once more, as somebody else would."""

    def __init__(
        self, originals: list[Original], vocabulary: Vocabulary, towns: list[str]
    ) -> None:
        """Take what to clone, the region's words, and towns to move to."""
        self._originals = originals
        self._vocabulary = vocabulary
        self._towns = towns
        places = {
            place
            for municipality in vocabulary.municipalities
            for place in (*municipality.all_places, *municipality.search)
        }
        for municipality in vocabulary.municipalities:
            for area in municipality.areas:
                places |= {area.name, *area.search}
        named = sorted((each for each in places if each[0].isupper()), key=len)
        self._place = re.compile(
            rf"\b(?:{'|'.join(re.escape(each) for each in reversed(named))})(?!\w)"
        )

    def clone(self, number: int, host: Host) -> tuple[Record, Origin]:
        """Give the clone with this number as its host writes it, and its origin."""
        dice = random.Random(number)  # noqa: S311 - the same region each time
        turn, position = divmod(number, len(self._originals))
        original = self._originals[position]
        # The position counts too, else in one turn all would move together.
        moves = (turn + position) % 2 == 1
        grows = (turn + position) % 3 == 2 and may_grow(original.record)  # noqa: PLR2004
        record = {
            name: value
            for name, value in original.record.items()
            if name not in {"samen_met", "vorige_adressen", "bereik", "zichtbaar"}
        }
        summary, description = self._texts(original, turn, dice)
        record |= {
            "titel": retitled(original.record["titel"], turn, host.name),
            "samenvatting": summary,
            "beschrijving": description,
        }
        if words := original.record.get("zoekwoorden"):
            record["zoekwoorden"] = dice.sample(words, (len(words) + 1) // 2)
        if grows:
            record["leeftijd"] = next_ages(original.record["leeftijd"])
        if moves:
            record = self._moved(record, dice)
        return record, Origin(original.identity, not moves, not grows)

    def _texts(
        self, original: Original, turn: int, dice: random.Random
    ) -> tuple[str, str]:
        own = paragraphs(original.record["beschrijving"])
        summary = original.record["samenvatting"]
        fitting = [
            sentence
            for paragraph in own
            for sentence in paragraph
            if LEAST_IN_SUMMARY <= len(sentence) <= MOST_IN_SUMMARY
        ]
        if turn % 3 == 1 and fitting:
            summary = dice.choice(fitting)
        kept = [
            [each for each in paragraph if each[0] == "-" or dice.random() < 0.8]  # noqa: PLR2004
            for paragraph in own
        ]
        neighbours = [
            each
            for each in self._originals
            if each.theme == original.theme and each is not original
        ]
        for _ in range(min(2, len(neighbours))):
            lender = dice.choice(neighbours)
            sentences = [
                sentence
                for paragraph in paragraphs(lender.record["beschrijving"])
                for sentence in paragraph
                if sentence[0] != "-"
            ]
            kept.append([dice.choice(sentences)])
        dice.shuffle(kept)
        shown = [joined(each) for each in kept if each]
        return summary, "\n\n".join(shown) or summary

    def _moved(self, record: Record, dice: random.Random) -> Record:
        """Give the record in another municipality, with another town in each text."""
        homes = {
            home.word
            for area in record["gebieden"]
            if (home := self._vocabulary.municipality_of(area))
        }
        elsewhere = [
            each for each in self._vocabulary.municipalities if each.word not in homes
        ]
        new = dice.choice(elsewhere or [*self._vocabulary.municipalities])
        named = new.name.partition(" (")[0]
        town = named if dice.random() < 0.5 else dice.choice(self._towns)  # noqa: PLR2004
        record |= {
            name: self._renamed(record[name], town, most)
            for name, most in TEXTS.items()
            if name in record
        }
        if record["gebieden"] != [WHOLE_REGION]:
            record["gebieden"] = [new.word]
        if places := record.get("locaties"):
            record["locaties"] = [each | {"plaats": town} for each in places]
        return record

    def _renamed(self, value: str | list[str], town: str, most: int) -> object:
        """Give the text, or texts, with this town, and at most so many characters."""
        if isinstance(value, list):
            return [self._renamed(each, town, most) for each in value]
        new = self._place.sub(town, value)
        return new if len(new) <= most else shorten(new, most, placeholder="…")


TEXTS = {
    "titel": MOST_IN_TITLE,
    "samenvatting": MOST_IN_SUMMARY,
    "beschrijving": 100_000,
    "zoekwoorden": 40,
    "na_aanmelding": 300,
}
"""Where a place can be named, and how many characters fit."""


def retitled(title: str, turn: int, host: str) -> str:
    """Give the title as another partner has it, in one of four ways."""
    core, _, rest = title.partition(": ")
    ways = (
        title,
        f"{core} bij {host}",
        f"{rest[:1].upper()}{rest[1:]} ({core})" if rest else f"Meedoen met {core}",
        core if rest else f"{core}, ook voor u",
    )
    new = ways[turn % len(ways)]
    return new if len(new) <= MOST_IN_TITLE else title


def paragraphs(text: str) -> list[list[str]]:
    """Give the sentences of each paragraph; a line of a list is a sentence too."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph.startswith("- "):
            found.append(paragraph.splitlines())
        else:
            found.append(re.split(r"(?<=[.!?]) ", " ".join(paragraph.split())))
    return found


def joined(sentences: list[str]) -> str:
    """Give a paragraph again of its sentences."""
    return ("\n" if sentences[0].startswith("-") else " ").join(sentences)


_OF_AN_AGE = re.compile(
    r"\d|baby|peuter|kleuter|puber|tiener|brugklas|school|volwassen|jongere|jeugd"
    r"|zwanger|geboorte|groep [a-z]+ en|klas|meiden|jongens",
    re.IGNORECASE,
)


def may_grow(record: Record) -> bool:
    """Tell whether an offer can be for the next age: nothing in it speaks of one."""
    first, last = record["leeftijd"]["van"], record["leeftijd"]["tot_en_met"]
    if not (first.isdecimal() and last.isdecimal()):
        return False
    if int(first) < FIRST_SCHOOL_YEAR or 2 * int(last) - int(first) + 1 > OLDEST:
        return False
    said = [record["titel"], record["samenvatting"], record["beschrijving"]]
    return not _OF_AN_AGE.search(" ".join([*said, *record.get("zoekwoorden", [])]))


def next_ages(ages: dict[str, str]) -> dict[str, str]:
    """Give as many years, from the first that is too old for these."""
    first, last = int(ages["van"]), int(ages["tot_en_met"])
    return {"van": str(last + 1), "tot_en_met": str(2 * last - first + 1)}


def filler(number: int, words: dict[str, list[str]]) -> Record:
    """Give a leisure club in made-up words, with a description of about 150 words."""
    dice = random.Random(-1 - number)  # noqa: S311 - the same region each time
    record = offer(number, dice, words)
    del record["locaties"]  # all in one town, which would be the one that counts
    text = "\n\n".join(
        " ".join(_sentence(dice, dice.randrange(6, 14)) for _ in range(5))
        for _ in range(3)
    )
    title = " ".join(_drawn(dice, 3)).capitalize()
    return record | {
        "titel": f"{title} {number}",
        "samenvatting": _sentence(dice, 10),
        "beschrijving": text,
        "themas": words["themas"][-1:],
    }


def _sentence(dice: random.Random, length: int) -> str:
    """Give a sentence of which every third word or so is a small one."""
    words = [
        dice.choice(SMALL) if dice.random() < SMALL_SHARE else word
        for word in _drawn(dice, length)
    ]
    return " ".join(words).capitalize() + "."


SMALL = ("de", "het", "een", "en", "van", "in", "op", "met", "voor", "wij", "ook", "u")
SMALL_SHARE = 0.4


def _drawn(dice: random.Random, number: int) -> list[str]:
    words, weights = lexicon()
    return dice.choices(words, cum_weights=weights, k=number)


def made_up_name(number: int) -> str:
    """Give the name of a club, another for each number."""
    return f"{lexicon()[0][number].capitalize()} {number}"


@cache
def lexicon(size: int = 20_000) -> tuple[list[str], list[float]]:
    """Give made-up words, short ones first, with the running sum of their weights.

    The weights follow Zipf's law, flattened as it is for words that mean something.
    """
    dice = random.Random(0)  # noqa: S311 - the same language each time
    onsets = [*"bdfghjklmnprstvwz", "br", "dr", "gr", "kr", "kl", "sl", "st", "tr"]
    nuclei = [*"aeiou", *"aeio", "aa", "ee", "oo", "ie", "oe", "ui", "ei"]
    codas = [*"nrlstkmp", "nd", "rt", "st", "ng"]
    words: dict[str, None] = {}
    while len(words) < size:
        word = dice.choice(onsets) + dice.choice(nuclei) + dice.choice(codas)
        for _ in range(dice.choice((1, 1, 2)) if len(words) > size // 10 else 1):
            word += dice.choice(onsets)[-1] + dice.choice(nuclei)
        words[word + dice.choice(("", "", *codas))] = None
    return [*words], [*accumulate(1 / (rank + 30) for rank in range(size))]
