"""The edge to the terminal: the command ``groepsaanbod`` and what it prints."""

import os
import sys
from collections.abc import Sequence

from groepsaanbod.cli.arguments import COMMANDS, OUTPUT, parser
from groepsaanbod.cli.checking import GUIDE, check, schema
from groepsaanbod.cli.reporting import changes, links, report, visits
from groepsaanbod.cli.saying import MISTAKES
from groepsaanbod.cli.sites import build, publish, serve
from groepsaanbod.reports import REPORTS

__all__ = ["COMMANDS", "GUIDE", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the terminal asks; give the exit code.

    0: everything is right; 1: there are mistakes; 2: the command was used wrongly.
    """
    options = parser().parse_intermixed_args(arguments)
    options.asked_output = options.output
    options.output = options.output or OUTPUT
    try:
        return _COMMANDS[options.command](options)
    except BrokenPipeError:
        # Who reads us, such as ``head``, has seen enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISTAKES


_COMMANDS = {
    "check": check,
    "build": build,
    "publish": publish,
    "serve": serve,
    "schema": schema,
    "changes": changes,
    "visits": visits,
    "links": links,
    **dict.fromkeys(REPORTS, report),
}
