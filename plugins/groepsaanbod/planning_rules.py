"""What must hold in the coordinator's own files beyond the shape of one field."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.fields import nearest_of
from groepsaanbod.planning import (
    AimsFile,
    DecisionsFile,
    Inhabitants,
    InhabitantsFile,
    Norm,
    NormsFile,
    QuestionsFile,
)
from groepsaanbod.problems import Problem
from groepsaanbod.rules import OnFile, Written, still_to_come
from groepsaanbod.source import Location
from groepsaanbod.vocabulary import WHOLE_REGION, Vocabulary


@dataclass(frozen=True, slots=True)
class Beside(OnFile):
    """A file of the coordinator, and what it is checked against."""

    document: Written
    catalogue: Catalogue
    addresses: frozenset[str]
    """Every offer of which there is a file, be it right or wrong."""
    today: date
    latest_day: date
    """The last day on which somebody can have decided something: today."""
    is_complete: bool = True
    """Whether no entry was left out since it is wrong by itself."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Give the words and places of the region."""
        return self.catalogue.vocabulary

    def line(self, *location: str | int) -> int:
        """Give on which line something stands, from 1."""
        return self.problem("", *location).line


def _stand_once(
    beside: Beside, entries: Iterable[tuple[Location, Hashable, str]], rest: str
) -> Iterator[Problem]:
    """Say of what stood before on which line; an entry is its place, key and words."""
    seen: dict[Hashable, Location] = {}
    for location, name, words in entries:
        first = seen.setdefault(name, location)
        if first != location:
            yield beside.problem(
                f"{words} staat al op regel {beside.line(*first)}; {rest}", *location
            )


def check_inhabitants(file: InhabitantsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``bevolking.yaml``."""
    counts = file.counts
    for number, count in enumerate(counts):
        yield from _lies_there(number, count, beside)
        yield from _ages_connect(number, count, beside)
    yield from _stand_once(
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
    return [each.strip() for each in written.replace(" en ", ",").split(",")]


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


def check_questions(file: QuestionsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``vraagcijfers.yaml``."""
    for number, source in enumerate(file.sources):
        place = ("bronnen", number)
        yield from _is_not_the_region(source.where, beside, *place)
        if not source.asked and not source.named:
            yield beside.problem(
                "deze bron zegt niets; zet erbij: vragen (met een aandeel)"
                " of genoemd (zonder getal)",
                *place,
            )
        asked = [
            ((*place, "vragen", position, "thema"), each.theme)
            for position, each in enumerate(source.asked)
        ]
        named = [
            ((*place, "genoemd", position), theme)
            for position, theme in enumerate(source.named)
        ]
        yield from _stand_once(
            beside,
            ((location, theme, f"'{theme}'") for location, theme in asked + named),
            "haal er één weg",
        )


def _is_not_the_region(
    where: str | None, beside: Beside, *location: str | int
) -> Iterator[Problem]:
    if where == WHOLE_REGION:
        yield beside.problem(
            "laat 'waar' weg als het voor de hele regio is", *location, "waar"
        )


def check_norms(file: NormsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``normen.yaml``."""
    nothing = [
        (("niet_verwacht", number, "leeftijden", position), each.theme, ages)
        for number, each in enumerate(file.not_expected)
        for position, ages in enumerate(each.ages)
    ]
    yield from _stand_once(
        beside,
        (
            (location, (theme, ages), f"'{theme}' met '{ages}'")
            for location, theme, ages in nothing
        ),
        "haal er één weg",
    )
    not_expected = {(theme, ages): location for location, theme, ages in nothing}
    for number, norm in enumerate(file.norms):
        cell = norm.theme or "", norm.ages or ""
        if cell in not_expected:
            line = beside.line(*not_expected[cell])
            yield beside.problem(
                f"op regel {line} staat dat hier niets verwacht wordt; haal er één weg",
                "normen",
                number,
            )
    yield from _norms_hold_somewhere(file.norms, beside)


def _norms_hold_somewhere(norms: tuple[Norm, ...], beside: Beside) -> Iterator[Problem]:
    """Find the narrow norms above a wide one: of those that fit, the last holds."""
    yield from _stand_once(
        beside,
        (
            (("normen", number), _about(norm), "deze norm")
            for number, norm in enumerate(norms)
        ),
        "haal er één weg",
    )
    for upper, above in enumerate(norms):
        for lower, below in enumerate(norms[upper + 1 :], upper + 1):
            if _is_wider(below, above):
                yield beside.problem(
                    "deze norm geldt nooit: die op regel"
                    f" {beside.line('normen', lower)} is ruimer en staat lager;"
                    " zet deze eronder",
                    "normen",
                    upper,
                )
                break


def _is_wider(one: Norm, other: Norm) -> bool:
    wide, narrow = _about(one), _about(other)
    return wide != narrow and all(
        each in {None, part} for each, part in zip(wide, narrow, strict=True)
    )


def _about(norm: Norm) -> tuple[str | None, str | None, str | None]:
    return norm.theme, norm.ages, norm.where


def check_aims(file: AimsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``doelen.yaml``."""
    yield from _stand_once(
        beside,
        (
            (("doelen", number, "cijfer"), aim.figure, f"'{aim.figure}'")
            for number, aim in enumerate(file.aims)
        ),
        "haal er één weg",
    )
    for number, aim in enumerate(file.aims):
        before, after = aim.baseline, aim.target
        if before is not None and after is not None and after < before:
            yield beside.problem(
                f"het doel ({after}) is lager dan de nulmeting ({before});"
                " wissel ze om of verbeter er één",
                "doelen",
                number,
                "doel",
            )
    partners = list(enumerate(file.known_partners))
    yield from _stand_once(
        beside,
        (
            (
                ("bekende_aanbieders", number, "naam"),
                (each.name.casefold(), each.where),
                f"'{each.name}'",
            )
            for number, each in partners
        ),
        "haal er één weg, of geef elk een eigen 'waar'",
    )
    yield from _stand_once(
        beside,
        (
            (
                ("bekende_aanbieders", number, "aanbieder"),
                each.listed_as,
                f"de map '{each.listed_as}'",
            )
            for number, each in partners
            if each.listed_as
        ),
        "elke map hoort bij één organisatie",
    )
    for number, each in partners:
        place = ("bekende_aanbieders", number)
        yield from _is_not_the_region(each.where, beside, *place)


def check_decisions(file: DecisionsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``afstemming.yaml``."""
    for number, decision in enumerate(file.decisions):
        for position, address in enumerate(decision.pair):
            if address not in beside.addresses:
                yield beside.problem(
                    _no_such_offer(address, beside),
                    "besluiten",
                    number,
                    "overlap",
                    position,
                )
        if decision.on > beside.latest_day:
            yield beside.problem(
                still_to_come(beside.latest_day), "besluiten", number, "op"
            )
        elif decision.until < beside.today:
            yield beside.warning(
                f"dit besluit gold tot en met {decision.until}, dus het staat weer"
                " open; neem een nieuw besluit, of haal dit weg",
                "besluiten",
                number,
                "tot",
            )
    yield from _stand_once(
        beside,
        (
            (
                ("besluiten", number, "overlap" if decision.pair else "hiaat"),
                frozenset(decision.pair) or decision.gap,
                "een besluit hierover",
            )
            for number, decision in enumerate(file.decisions)
        ),
        "laat alleen het laatste staan",
    )


def _no_such_offer(address: str, beside: Beside) -> str:
    if now := beside.catalogue.led_here(address):
        return f"'{address}' heet nu '{now[-1]}'; schrijf dat"
    start = f"'{address}' is geen aanbod"
    partner, _, slug = address.partition("/")
    known = sorted(beside.addresses)
    like = [
        each
        for each in known
        if each.startswith(f"{partner}/") or each.endswith(f"/{slug}")
    ]
    if near := nearest_of(address, like or known):
        return f"{start}; bedoelt u '{near}'?"
    example = f", zoals '{(like or known)[0]}'" if known else ""
    return f"{start}; schrijf aanbieder/aanbod{example}"
