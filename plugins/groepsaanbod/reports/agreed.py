"""What was decided of gaps and overlaps, as tables, and how to decide the rest."""

from groepsaanbod import wording
from groepsaanbod.analysis.agreed import Decided, Item, State, lines_to_copy
from groepsaanbod.analysis.overlap import Pair
from groepsaanbod.analysis.supply import Place
from groepsaanbod.planning import Decision, Verdict
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Table, Value

HOW_TO_DECIDE = (
    "Is hierover iets afgesproken? Plak deze regels onderaan region/afstemming.yaml."
    " Staat daar 'besluiten: []'? Haal dan eerst de twee haken weg."
    " Schrijf op wat u besloot en waarom. Het komt dan in de lijst met besluiten."
)

VERDICTS = {
    Verdict.TOGETHER: "samenwerken",
    Verdict.SIDE_BY_SIDE: "bewust naast elkaar",
    Verdict.MERGE: "samenvoegen",
    Verdict.TAKEN_UP: "opgepakt",
    Verdict.ACCEPTED: "geaccepteerd",
}


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give the decisions about a place: those in force, then those that returned.

    Of the region that is all of them.
    """
    decisions = [
        each for each in reported.agreed.decisions if _is_about(reported, each, place)
    ]
    in_force = [each for each in decisions if each.state is State.IN_FORCE]
    others = [each for each in decisions if each.state is not State.IN_FORCE]
    return (
        Table(
            "besluiten",
            f"Besluiten die gelden in {place.name}.",
            (*_COLUMNS, Column("stand", "Stand")),
            tuple((*_row(reported, each), each.decision.facts) for each in in_force),
            "Er is nog niets besloten.",
        ),
        Table(
            "besluiten-terug",
            f"Besluiten in {place.name} die niet meer gelden.",
            (*_COLUMNS, Column("wat_nu", "Wat nu")),
            tuple((*_row(reported, each), what_now(each)) for each in others),
            "Elk besluit geldt nog.",
        ),
    )


def decided_in_short(reported: Reported) -> Table:
    """Give the decisions that hold: about what, and what was decided."""
    return Table(
        "besluiten",
        "Besluiten die gelden",
        (_COLUMNS[0], _COLUMNS[1], _COLUMNS[5]),
        tuple(
            (
                _about(reported, each.decision),
                VERDICTS[each.decision.verdict],
                each.decision.until,
            )
            for each in reported.agreed.in_force
        ),
        "Er is nog niets besloten.",
    )


def lines_for(reported: Reported, item: Item) -> str:
    """Give the lines to copy that decide about an item, by the coordinator today."""
    role = reported.catalogue.site.coordinator.role
    return lines_to_copy(item, reported.today, role)


def what_now(decided: Decided) -> str:
    """Say why a decision does not hold, and what follows."""
    decision = decided.decision
    match decided.state:
        case State.LAPSED:
            return (
                f"Verlopen op {wording.short_day(decision.until)}."
                f" Het staat weer bij wat open is: {decided.facts_now}."
            )
        case State.FACTS_CHANGED:
            return (
                f"Het is veranderd: toen '{decision.facts}', nu '{decided.facts_now}'."
                " Het staat weer bij wat open is."
            )
        case State.NOT_YET:
            return f"Dit is besloten op {wording.short_day(decision.on)}, na deze dag."
        case _:
            kind = "overlap" if decision.pair else "hiaat"
            return f"Er is geen {kind} meer. Het besluit kan weg."


_COLUMNS = (
    Column("over", "Waarover"),
    Column("besluit", "Besluit"),
    Column("door", "Door wie"),
    Column("waarom", "Waarom"),
    Column("op", "Besloten op"),
    Column("tot", "Geldt tot en met"),
)


def _row(reported: Reported, decided: Decided) -> tuple[Value, ...]:
    decision = decided.decision
    return (
        _about(reported, decision),
        VERDICTS[decision.verdict],
        decision.by,
        decision.why,
        decision.on,
        decision.until,
    )


def _about(reported: Reported, decision: Decision) -> str:
    """Say what a decision is about, also when that is no longer there."""
    if decision.gap is None:
        first, second = (_offer_named(reported, each) for each in decision.pair)
        return f"Overlap: {first} en {second}"
    vocabulary, named = reported.catalogue.vocabulary, decision.gap
    theme = vocabulary.name("themas", named.theme)
    ages = vocabulary.name("leeftijdsgroepen", named.ages)
    return f"Hiaat: {theme}, {ages}, {reported.supply.place(named.where).name}"


def _offer_named(reported: Reported, identity: str) -> str:
    supplied = reported.supply.by_identity.get(identity)
    if supplied is None:
        return identity
    partner = reported.catalogue.partner(supplied.offer.partner)
    return f"{supplied.offer.title} ({partner.name})"


def _is_about(reported: Reported, decided: Decided, place: Place) -> bool:
    """Tell whether a decision is about a place or a part of it."""
    named = decided.decision.gap
    if place.is_region or (named is not None and named.where == place.word):
        return True
    if isinstance(decided.item, Pair):
        return bool(reported.overlaps.only_in(place, [decided.item]))
    if named is None or place.is_area:
        return False
    return reported.supply.place(named.where).municipality == place.municipality
