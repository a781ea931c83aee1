"""Counts of inhabitants: of places that are there, nobody twice, nobody left out."""

from collections.abc import Iterator

from groepsaanbod.fields import nearest_of
from groepsaanbod.planning import Inhabitants, InhabitantsFile
from groepsaanbod.planning_rules.beside import Beside, stand_once
from groepsaanbod.problems import Problem
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary


def check_inhabitants(file: InhabitantsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``bevolking.yaml``."""
    counts = file.counts
    for number, count in enumerate(counts):
        yield from _lies_there(number, count, beside)
        yield from _ages_connect(number, count, beside)
    yield from stand_once(
        beside,
        (
            (
                ("tellingen", number, "kern" if village else "waar"),
                (count.where, village.casefold()),
                f"'{village or count.where}'",
            )
            for number, count in enumerate(counts)
            for village in _villages(count, beside.vocabulary) or [""]
            if count.counts
        ),
        "haal er één weg, of schrijf bij één: telt_mee: nee",
    )
    if beside.is_complete:
        yield from _no_village_is_left_out(counts, beside)


def _lies_there(number: int, count: Inhabitants, beside: Beside) -> Iterator[Problem]:
    """Hold a count to a place of the region, and a village to its place."""
    if count.where == WHOLE_REGION:
        yield beside.problem(
            "de regio is de som van de gemeenten; schrijf hier een gemeente of gebied",
            "tellingen",
            number,
            "waar",
        )
        return
    known = _places_in(count.where, beside.vocabulary)
    for village in _villages(count, beside.vocabulary):
        if village.casefold() not in known:
            yield beside.problem(
                f"'{village}' ligt niet in '{count.where}';"
                f" {_where_then(village, count.where, beside.vocabulary)}",
                "tellingen",
                number,
                "kern",
            )


def _where_then(village: str, where: str, vocabulary: Vocabulary) -> str:
    known = _places_in(where, vocabulary)
    for municipality in vocabulary.municipalities:
        for word in (*(each.word for each in municipality.areas), municipality.word):
            if village.casefold() in _places_in(word, vocabulary):
                return f"schrijf waar: {word}"
    if near := known.get(nearest_of(village, known) or ""):
        return f"bedoelt u '{near}'?"
    if near := vocabulary.nearest_place(village):
        return f"bedoelt u '{near}', en dus een andere plek bij 'waar'?"
    if known:
        return f"kies uit: {', '.join(known.values())}"
    return "zet de kern in gemeenten.yaml, of haal 'kern' hier weg"


def _places_in(where: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Give the villages of an area, or of a municipality without areas.

    By how they are compared; a municipality may have a village of its own name.
    """
    municipality = vocabulary.municipality_of(where)
    if municipality is None:
        return {}
    for area in municipality.areas:
        if area.word == where:
            return {each.casefold(): each for each in area.places}
    names = municipality.places and (*municipality.places, municipality.name)
    return {each.casefold(): each for each in names}


def _villages(count: Inhabitants, vocabulary: Vocabulary) -> list[str]:
    """Give the villages of a count: one, or more as in "Groet en Camperduin"."""
    written = count.village
    if not written or vocabulary.municipality_at(written) is not None:
        return [written] if written else []
    parts = (each.strip() for each in written.replace(" en ", ",").split(","))
    return [each for each in parts if each] or [written]


def _ages_connect(number: int, count: Inhabitants, beside: Beside) -> Iterator[Problem]:
    """Nobody is counted twice, and no age is passed over."""
    place = ("tellingen", number, "leeftijden")
    bands = sorted(enumerate(count.ages), key=lambda each: each[1].since.first_month)
    at, furthest = bands[0]
    for position, band in bands[1:]:
        written = furthest.until.written
        if band.since.first_month < furthest.until.first_month:
            is_within = band.until.first_month <= furthest.until.first_month
            yield beside.problem(
                f"deze leeftijden staan ook op regel {beside.line(*place, at)}; "
                + ("haal er één weg" if is_within else f"schrijf vanaf: {written}"),
                *place,
                position,
            )
        elif band.since.first_month > furthest.until.first_month:
            yield beside.problem(
                f"van {written} tot {band.since.written} ontbreekt; zet die leeftijden"
                " erbij (mag met aantal: onbekend), of schrijf"
                f" vanaf: {written}",
                *place,
                position,
            )
        if band.until.first_month > furthest.until.first_month:
            at, furthest = position, band


def _no_village_is_left_out(
    counts: tuple[Inhabitants, ...], beside: Beside
) -> Iterator[Problem]:
    """Refuse the sum of some villages, which would be taken for that of all."""
    whole = {each.where for each in counts if each.counts and not each.village}
    found: dict[str, tuple[int, set[str]]] = {}
    for number, count in enumerate(counts):
        if count.counts and count.village and count.where not in whole:
            _, villages = found.setdefault(count.where, (number, set()))
            villages.update(
                each.casefold() for each in _villages(count, beside.vocabulary)
            )
    for where, (number, villages) in found.items():
        municipality = beside.vocabulary.municipality_of(where)
        own_name = municipality.name.casefold() if municipality else ""
        known = _places_in(where, beside.vocabulary)
        missing = [
            name
            for folded, name in known.items()
            if folded not in villages and folded != own_name
        ]
        if missing and villages <= known.keys():
            yield beside.problem(
                f"van '{where}' ontbreekt nog: {', '.join(missing)}; zet die erbij"
                " (mag met aantal: onbekend), of schrijf hier: telt_mee: nee",
                "tellingen",
                number,
            )
