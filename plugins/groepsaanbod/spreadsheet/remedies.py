"""What mends a problem, for who fills in a spreadsheet: which column, and with what."""

from groepsaanbod.problems import Problem
from groepsaanbod.remedies import Gift, Remedy, Way
from groepsaanbod.spreadsheet.columns import Column, example_in, layouts
from groepsaanbod.vocabulary import Vocabulary


def told(problem: Problem, vocabulary: Vocabulary) -> str:
    """Give the whole sentence about a cell."""
    return problem.said(lambda remedy: in_sheet(remedy, vocabulary))


def in_sheet(remedy: Remedy, vocabulary: Vocabulary) -> str:
    """Say what to do, as ``vul bij 'Status' in: vol``."""
    first, *others = remedy.gifts
    match remedy.way:
        case Way.MISSING | Way.EMPTY:
            example = example_in(_column(first.keys), vocabulary)
            return f"deze cel is leeg; typ hier bijvoorbeeld: {example}"
        case Way.CONFIRM:
            return f"kijk of alles klopt en vul hier in: {first.written}"
        case Way.ADD | Way.WRITE if first.written:
            said = f"vul bij '{_column(first.keys).title}' in: {first.written}"
            for each in others:
                where = "" if each.keys == first.keys else f"{_titled(each)} "
                said += f" (of {where}{each.written})"
            return said
        case _:
            titles = [f"'{_column(each.keys).title}'" for each in remedy.gifts]
            return f"vul {', '.join(titles[:-1])} of {titles[-1]} in"


def _titled(gift: Gift) -> str:
    return f"bij '{_column(gift.keys).title}':"


def _column(keys: tuple[str, ...]) -> Column:
    """Give the column of a value: in the sheet of its list, or that of the offers."""
    main, *lists = layouts()
    layout = next((each for each in lists if each.list_key == keys[0]), main)
    location = keys if layout is main else keys[1:]
    return next(
        each
        for each in layout.columns
        if location and each.location[: len(location)] == location
    )
