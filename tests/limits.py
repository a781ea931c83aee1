"""How long an answer may take: in CPU seconds, since other work may run beside us."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST_SECONDS = 1.0


class TooSlowError(BaseException):
    """An answer took too long; no code under attack may swallow it."""


@contextmanager
def within(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Raise TooSlowError when the body takes more of the CPU, also if it never ends."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"meer dan {seconds} seconden")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
