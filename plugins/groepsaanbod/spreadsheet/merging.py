"""What a file says, changed in what the rows of a book say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groepsaanbod.description import Key, keys_of
from groepsaanbod.model import FREE, Ages, Costs, OfferFile
from groepsaanbod.source import Location
from groepsaanbod.spreadsheet.rows import ReadRow
from groepsaanbod.spreadsheet.telling import Place
from groepsaanbod.understanding import ages_apart

Said = dict[str, Any]

AMOUNT = next(iter(keys_of(Costs)))
YOUNGEST, OLDEST = keys_of(Ages)


def merged(
    base: Said, row: ReadRow, lists: Mapping[str, Sequence[ReadRow]]
) -> tuple[Said, dict[Location, Place]]:
    """Give what the file should say, and the cell of each thing that the book says.

    ``base`` is what it says now, ``lists`` the rows of each list that has a sheet.
    What has no column stays as it is; what has an empty cell goes.
    """
    data = dict(base)
    places: dict[Location, Place] = {(): row.place, **row.places}
    for name, key in keys_of(OfferFile).items():
        if name in lists:
            said = base.get(name, [])
            old = said if isinstance(said, list) else []
            data[name] = list(_items(old, lists[name]))
            for number, each in enumerate(lists[name]):
                places[name, number] = each.place
                for location, place in each.places.items():
                    places[name, number, *location] = place
        elif key.parts is None and (name,) in row.values:
            data[name] = row.values[name,]
        elif key.parts is not None:
            data[name] = _part(base.get(name, ""), key, row)
    return data, places


def _items(old: list[Any], rows: Sequence[ReadRow]) -> Iterator[Said]:
    """Give the items of a list; what has no column stays with the item in its place."""
    for number, row in enumerate(rows):
        before = old[number] if len(old) == len(rows) else {}
        kept = before if isinstance(before, dict) else {}
        yield {**kept, **{name: value for (name,), value in row.values.items()}}


def _part(before: Any, key: Key, row: ReadRow) -> Any:  # noqa: ANN401 - as YAML has it
    """Give a record within an offer; costs of nothing are one word."""
    said = {
        location[1]: value
        for location, value in row.values.items()
        if location[0] == key.name
    }
    if not said:
        return before
    if key.parts is Ages and not said.get(OLDEST) and said.get(YOUNGEST):
        both = ages_apart(said[YOUNGEST])
        said |= dict(zip((YOUNGEST, OLDEST), both, strict=True)) if both else {}
    after = {**(before if isinstance(before, dict) else {}), **said}
    filled = {name: value for name, value in after.items() if value}
    if key.parts is Costs:
        if list(filled) == [AMOUNT] and filled[AMOUNT].casefold() == FREE:
            return FREE
        if before == FREE and not filled and AMOUNT not in said:
            return FREE
    return filled
