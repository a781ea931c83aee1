"""What would mend a problem, as a value: each medium words it once, in its own way."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """What somebody does to mend it."""

    MISSING = "missing"
    """Give a key that does not stand in the file."""
    EMPTY = "empty"
    """Give a value to a key that stands there without one."""
    ADD = "add"
    """Give one of these keys beside what is there."""
    WRITE = "write"
    """Give one of these values to a key."""
    CONFIRM = "confirm"
    """See whether all holds, and say on which day one did."""


@dataclass(frozen=True, slots=True)
class Gift:
    """A key to give a value to, and which."""

    keys: tuple[str, ...]
    """The Dutch keys that lead to it from the top of the file, without numbers."""
    written: str = ""
    """The value as a file has it, on one line; empty when any will do."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to give which key; the gifts are alternatives, the best first."""

    way: Way
    gifts: tuple[Gift, ...]

    @property
    def says_it_all(self) -> bool:
        """Whether it also tells what is wrong, so that a problem need not."""
        return self.way in {Way.MISSING, Way.EMPTY}


def in_file(remedy: Remedy) -> str:
    """Say what to do for who writes the file, as ``schrijf status: vol``."""
    match remedy.way:
        case Way.MISSING:
            return f"dit veld ontbreekt; zet erbij: {_lines(remedy.gifts)}"
        case Way.EMPTY:
            return f"dit veld is leeg; zet erbij: {_lines(remedy.gifts)}"
        case Way.ADD:
            return f"zet erbij: {_lines(remedy.gifts)}"
        case Way.WRITE:
            return f"schrijf {_lines(remedy.gifts)}"
        case Way.CONFIRM:
            return f"kijk of alles klopt en schrijf dan: {_lines(remedy.gifts)}"


def _lines(gifts: tuple[Gift, ...]) -> str:
    """Give lines of a file, as ``status: vol (of: wachtlijst)``; or names of keys."""
    first, *others = gifts
    if not first.written:
        names = [each.keys[-1] for each in gifts]
        return " of ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    said = f"{first.keys[-1]}: {first.written}"
    for each in others:
        key = "" if each.keys == first.keys else f"{each.keys[-1]}: "
        said += f" (of: {key}{each.written})"
    return said
