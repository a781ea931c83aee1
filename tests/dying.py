"""A command in a process of its own, that dies at one of the moments it touches files.

Such a process is split off from one that has imported all: only the command costs time.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from multiprocessing.queues import SimpleQueue

from groepsaanbod.cli import main

_ALREADY_THERE = ["groepsaanbod.cli", "groepsaanbod.plugin"]
SWAP = "renameat2"
"""The touch at which two folders are about to change places."""
_TOUCHING = {
    *("os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink"),
    *("os.truncate", "shutil.rmtree", SWAP),
}
"""The events of Python (PEP 578) at which files and folders come, change and go."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def touches(*arguments: str) -> list[str]:
    """Do a command whole; give what it did to files and folders, in order."""
    told = _processes().SimpleQueue()
    assert _run(_tell, arguments, told) == 0
    return told.get()


def die(*arguments: str, at: int, since: str = "") -> None:
    """Begin a command, and kill it just before this touch.

    Touches are counted from 0: from the first, or ``since`` the first of a kind.
    """
    assert _run(_die, arguments, at, since) == -signal.SIGKILL


def _processes() -> multiprocessing.context.ForkServerContext:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(_ALREADY_THERE)
    return processes


def _run(target: Callable[..., None], *given: object) -> int | None:
    process = _processes().Process(target=target, args=given)
    process.start()
    process.join()
    return process.exitcode


def _tell(arguments: tuple[str, ...], told: "SimpleQueue[list[str]]") -> None:
    done: list[str] = []
    _hear(done.append)
    _do(arguments)
    told.put(done)


def _die(arguments: tuple[str, ...], at: int, since: str) -> None:
    done: list[str] = []

    def count(touch: str) -> None:
        if done or since in {"", touch}:
            if len(done) == at:
                os.kill(os.getpid(), signal.SIGKILL)
            done.append(touch)

    _hear(count)
    _do(arguments)


def _do(arguments: tuple[str, ...]) -> None:
    with redirect_stdout(StringIO()):
        assert main(list(arguments)) == 0


def _hear(tell: Callable[[str], None]) -> None:
    """Let each touch be told from now on, as long as this process lives."""

    def hear(event: str, details: tuple[object, ...]) -> None:
        if event == "ctypes.dlsym":
            event = str(details[1])
        if event in _TOUCHING or (event == "open" and details[2] & _WRITING):
            tell(event)

    sys.addaudithook(hear)
