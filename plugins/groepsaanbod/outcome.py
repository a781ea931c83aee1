"""What a command did, in lines to print, and whether all of it went well."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say to who gave a command."""

    lines: tuple[str, ...]
    is_right: bool = True
