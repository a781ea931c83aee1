"""The edge to the terminal: the command ``groepsaanbod`` and what it prints."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from groepsaanbod.cli.arguments import COMMANDS, OUTPUT, parser
from groepsaanbod.cli.saying import MISTAKES

__all__ = ["COMMANDS", "main"]

_MODULES = {
    "checking": ("check", "schema"),
    "reviewing": ("review", "codeowners", "remind"),
    "sites": ("build", "publish", "serve"),
    "writing": ("new", "template", "import", "export", "format"),
}
"""Which commands each module has; ``reporting`` has all others.

Each is imported when it is asked for: a build needs no git, and a report no Pelican.
"""
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the terminal asks; give the exit code.

    0: everything is right; 1: there are mistakes; 2: the command was used wrongly.
    """
    # Python looks for garbage once more before it ends: long, and for nothing.
    atexit.register(gc.freeze)
    options = parser().parse_intermixed_args(arguments)
    options.asked_output = options.output
    options.output = options.output or OUTPUT
    module = import_module(
        f"groepsaanbod.cli.{_MODULE_OF.get(options.command, 'reporting')}"
    )
    try:
        code: int = module.DO[options.command](options)
    except BrokenPipeError:
        # Who reads us, such as ``head``, has seen enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISTAKES
    return code
