"""What there is by audience, element, form and month, and for special groups."""

from collections.abc import Iterable, Iterator, Mapping

from groepsaanbod import wording
from groepsaanbod.analysis.counts import Counted
from groepsaanbod.analysis.supply import Place
from groepsaanbod.reports.gap_reasons import caption
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Table, Value
from groepsaanbod.vocabulary import AgeGroup, Entry

_NOTHING = Counted((), ())

_EXISTING = Column("bestaat", "Bestaat", is_number=True)
_JOINABLE = Column("in_te_stappen", "In te stappen", is_number=True)


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give the views of a place, and the table of special groups."""
    return (
        by_audience(reported, place),
        by_chance(reported, place),
        by_form(reported, place),
        starting(reported, place),
        special_groups(reported, place),
    )


def by_audience(reported: Reported, place: Place) -> Table:
    """Give what there is for each audience, by age group."""
    audiences = reported.catalogue.vocabulary.words.audiences
    groups = _report_ages(reported)
    return Table(
        name="doelgroepen",
        caption=caption("Aanbod per doelgroep", place, reported.supply),
        columns=(Column("doelgroep", "Doelgroep"), *_pairs_of_columns(groups)),
        rows=_rows(
            _names(each for each in audiences if not each.is_professional),
            groups,
            reported.counts.by_audience(place),
        ),
    )


def by_chance(reported: Reported, place: Place) -> Table:
    """Give what there is for each element of the Kansencirkel, by age group."""
    elements = reported.catalogue.vocabulary.words.chances
    groups = _report_ages(reported)
    return Table(
        name="kansencirkel",
        caption=caption(
            "Aanbod per element van de Kansencirkel", place, reported.supply
        ),
        columns=(Column("element", "Element"), *_pairs_of_columns(groups)),
        rows=_rows(
            _names(elements) | {"": "Niet ingevuld"},
            groups,
            reported.counts.by_chance(place),
        ),
    )


def by_form(reported: Reported, place: Place) -> Table:
    """Give what there is in each form that counts, by age group."""
    forms = reported.catalogue.vocabulary.words.forms
    left_out = reported.supply.planning.norms.forms_left_out
    groups = _report_ages(reported)
    return Table(
        name="vormen",
        caption=caption("Aanbod per vorm", place, reported.supply),
        columns=(Column("vorm", "Vorm"), *_pairs_of_columns(groups)),
        rows=_rows(
            _names(each for each in forms if each.word not in left_out),
            groups,
            reported.counts.by_form(place),
        ),
    )


def starting(reported: Reported, place: Place) -> Table:
    """Give how many groups start in each month of the horizon, by age group."""
    groups = _report_ages(reported)
    found = reported.counts.starting(place)
    months = {month: wording.month(month) for month in reported.counts.months}
    return Table(
        name="startmaanden",
        caption=caption(
            "Groepen die starten, ook als ze vol zijn,", place, reported.supply
        ),
        columns=(
            Column("maand", "Maand"),
            *(Column(each.word, each.name, is_number=True) for each in groups),
        ),
        rows=tuple(
            (name, *(found.get((month, each.word), 0) for each in groups))
            for month, name in [*months.items(), (None, "Nog geen dag bekend")]
        ),
    )


def special_groups(reported: Reported, place: Place) -> Table:
    """Give what there is for each special group: here, or by municipality."""
    entries = reported.catalogue.vocabulary.words.special_groups
    municipalities = [
        each for each in reported.supply.places if not each.is_region | each.is_area
    ]
    return Table(
        name="bijzondere-groepen",
        caption=caption("Aanbod voor bijzondere groepen", place, reported.supply),
        columns=(
            Column("groep", "Groep"),
            Column("waar", "Waar"),
            *(_EXISTING, _JOINABLE),
            Column("soort", "Soort"),
            Column("signalen", "Signalen"),
        ),
        rows=tuple(
            _special_row(reported, entry, each)
            for entry in entries
            for each in (municipalities if place.is_region else [place])
        ),
    )


def _special_row(reported: Reported, entry: Entry, place: Place) -> tuple[Value, ...]:
    special = reported.counts.special(entry.word, place)
    counted = special.counted
    return (
        entry.name,
        place.name,
        len(counted.existing),
        len(counted.joinable),
        str(special.kind),
        ", ".join(special.warnings),
    )


def _report_ages(reported: Reported) -> tuple[AgeGroup, ...]:
    return reported.catalogue.vocabulary.ages.for_reports


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.word: entry.name for entry in entries}


def _pairs_of_columns(groups: tuple[AgeGroup, ...]) -> Iterator[Column]:
    for group in groups:
        for column in (_EXISTING, _JOINABLE):
            title = f"{group.name}: {wording.in_sentence(column.title)}"
            yield Column(f"{column.key}_{group.word}", title, is_number=True)


def _rows(
    names: Mapping[str, str],
    groups: tuple[AgeGroup, ...],
    counted: Mapping[tuple[str, str], Counted],
) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (name, *_numbers(counted.get((word, group.word), _NOTHING) for group in groups))
        for word, name in names.items()
    )


def _numbers(counted: Iterable[Counted]) -> Iterator[int]:
    for each in counted:
        yield len(each.existing)
        yield len(each.joinable)
