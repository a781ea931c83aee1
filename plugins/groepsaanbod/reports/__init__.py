"""The reports: what the analyses found, as tables in the coordinator's own words."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from groepsaanbod.analysis.supply import Place
from groepsaanbod.reports import agreed, figures, gaps, overlap, quality
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Table, as_csv, as_json, as_text

Tables = Callable[[Reported, Place], tuple[Table, ...]]

REPORTS: Mapping[str, Tables] = MappingProxyType(
    {
        "gaps": gaps.tables,
        "overlap": overlap.tables,
        "decisions": agreed.tables,
        "figures": figures.tables,
        "quality": quality.tables,
    }
)
"""What each command of that name shows of a place; the main table comes first."""

FORMATS = ("text", "json", "csv")


def written(
    name: str, reported: Reported, place: Place, form: str, table: str = ""
) -> str:
    """Give a report in one of the ``FORMATS``; ``table`` asks for one of its tables.

    CSV holds one table: the main one, if none is asked for. Raises KeyError, with the
    names of those there are, for a table that the report does not have.
    """
    tables = REPORTS[name](reported, place)
    if table:
        chosen = tuple(each for each in tables if each.name == table)
        if not chosen:
            raise KeyError(*(each.name for each in tables))
        tables = chosen
    if form == "csv":
        return as_csv(tables[0])
    if form == "json":
        return json.dumps(
            {
                "rapport": name,
                "dag": reported.today.isoformat(),
                "plek": place.word,
                "tabellen": {each.name: as_json(each) for each in tables},
            },
            ensure_ascii=False,
            indent=2,
        )
    return as_text(tables)
