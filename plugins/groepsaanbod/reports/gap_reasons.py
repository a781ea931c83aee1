"""Why a cell of the gap report is what it is, in plain Dutch sentences."""

from collections.abc import Iterator

from groepsaanbod import wording
from groepsaanbod.analysis.gaps import Cell, Kind, Warning  # noqa: A004 - our own
from groepsaanbod.analysis.supply import Place, Supplied, Supply
from groepsaanbod.joining import Reason

_WHY_NOT_NOW = {
    Reason.FULL: "Vol",
    Reason.WAITING_LIST: "Wachtlijst",
    Reason.STARTED: "Al begonnen",
    Reason.POSTPONED: "Uitgesteld",
    Reason.DATE_FOLLOWS: "Nog geen datum",
    Reason.ASK: "Geen dag of tijd ingevuld",
}
"""Of all else one can join, but only after the horizon."""
_TOO_LATE = "Begint later"


def reasons(cell: Cell, supply: Supply) -> tuple[str, ...]:
    """Give why the cell is of its kind; none when that says enough by itself."""
    return tuple(_reasons(cell, supply))


def _reasons(cell: Cell, supply: Supply) -> Iterator[str]:
    match cell.kind:
        case Kind.NOT_EXPECTED:
            yield cell.why_not_expected
        case Kind.NOT_JOINABLE:
            yield f"Niemand kan {_horizon(supply)} instappen."
            yield from _why_not_now(cell.existing)
        case Kind.ELSEWHERE:
            where = _where_it_is(cell, supply)
            yield (f"Mensen uit {cell.place.name} kunnen meedoen, maar alleen {where}.")
        case Kind.BELOW_NORM:
            yield f"In te stappen: {len(cell.joinable)}. De norm is {cell.norm}."
            if cell.norm_from:
                yield cell.norm_from.why
        case Kind.NONE | Kind.ENOUGH:
            pass
    yield from _elsewhere(cell, supply)


def _elsewhere(cell: Cell, supply: Supply) -> Iterator[str]:
    if cell.elsewhere:
        names = wording.listed([supply.place(word).name for word in cell.elsewhere])
        yield f"Wel in {names}, maar niet open voor {cell.place.name}."
    elif cell.kind in {Kind.NONE, Kind.NOT_JOINABLE} and not cell.place.is_region:
        yield "Elders in de regio kan ook niemand instappen."


def _horizon(supply: Supply) -> str:
    months = supply.planning.norms.horizon
    return "de komende maand" if months == 1 else f"de komende {months} maanden"


def _why_not_now(existing: tuple[Supplied, ...]) -> Iterator[str]:
    titles: dict[str, list[str]] = {}
    for each in existing:
        why = _WHY_NOT_NOW.get(each.answer.reason, _TOO_LATE)
        title = f"‘{each.offer.title}’"
        if why == _TOO_LATE and each.answer.day:
            title = f"{title} ({wording.short_day(each.answer.day)})"
        titles.setdefault(why, []).append(title)
    for why, named in titles.items():
        yield f"{why}: {wording.listed(named)}."


def _where_it_is(cell: Cell, supply: Supply) -> str:
    given_in = [each.given_in or frozenset() for each in cell.joinable]
    names = [
        municipality.name
        for municipality in supply.catalogue.vocabulary.municipalities
        if any(municipality.word in each for each in given_in)
    ]
    where = [f"in {wording.listed(names)}"] if names else []
    if not all(given_in):
        where.append("buiten de regio")
    return " of ".join(where)


def signals(cell: Cell, supply: Supply) -> tuple[str, ...]:
    """Give a sentence for each warning of the cell."""
    return tuple(_signal(warning, cell, supply) for warning in cell.warnings)


def _signal(warning: Warning, cell: Cell, supply: Supply) -> str:
    vocabulary = supply.catalogue.vocabulary
    match warning:
        case Warning.FRAGILE:
            partner = supply.catalogue.partner(cell.joinable[0].offer.partner)
            return f"Alles waar iemand kan instappen, is van {partner.name}."
        case Warning.ONLY_PAID:
            return "Niets is gratis of bijna gratis."
        case Warning.ONLY_REFERRAL:
            return "Meedoen kan alleen met een verwijzing."
        case Warning.ONLY_DAYTIME:
            return "Alles is overdag, op werkdagen."
        case Warning.ONLY_USUAL_LANGUAGE:
            usual = vocabulary.name("talen", supply.usual_language)
            return f"Alles is alleen in het {usual}."
        case Warning.PARTLY:
            return f"Alleen voor een deel van {cell.place.name}: {_parts(cell)}."


def _parts(cell: Cell) -> str:
    named = {area for each in cell.joinable for area in each.offer.areas}
    areas = cell.place.municipality.areas if cell.place.municipality else ()
    return wording.listed([area.name for area in areas if area.word in named])


def left_out(supply: Supply) -> str:
    """Say what the reports do not count, besides what is not to be seen."""
    vocabulary = supply.catalogue.vocabulary
    audiences = [
        wording.in_sentence(each.name)
        for each in vocabulary.words.audiences
        if each.is_professional
    ]
    parts = [f"aanbod alleen voor {wording.listed(audiences)}"] if audiences else []
    parts += [
        f"de vorm {wording.in_sentence(vocabulary.name('vormen', word))}"
        for word in supply.planning.norms.forms_left_out
    ]
    return f"Niet meegeteld: {wording.listed(parts)}." if parts else ""


def caption(subject: str, place: Place, supply: Supply) -> str:
    """Give a caption: what it is about, where and when."""
    day = wording.short_day(supply.today)
    return f"{subject} in {place.name}, stand van {day}."
