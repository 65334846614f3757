"""How a session learns that it is to end. A signal is noted, and raised only where the session waits.

Python would raise `KeyboardInterrupt` between any two instructions: inside a lock of the standard library,
which stays taken for ever then, or inside a destructor, where it is lost.
"""

import os
import select
import signal
from collections.abc import Collection, Iterator
from contextlib import contextmanager

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_heard: int | None = None
"""Readable when a signal has come; None while nobody listens."""


def raised_anywhere() -> None:
    """From now on they raise `KeyboardInterrupt` at once: for while nothing is there to be ended in order."""
    for number in _SIGNALS:
        signal.signal(number, signal.default_int_handler)


@contextmanager
def raised_in_waits() -> Iterator[None]:
    """Inside, the signals that end a session raise `KeyboardInterrupt` from `first_readable` alone. After it
    they mean nothing: once is enough, what ends now ends in order. Main thread only.
    """
    global _heard  # noqa: PLW0603 - signals belong to the process
    _heard, written = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    signal.set_wakeup_fd(written, warn_on_full_buffer=False)
    for number in _SIGNALS:
        signal.signal(number, _nothing_more)
    try:
        yield
    finally:
        signal.set_wakeup_fd(-1)
        os.close(written)
        os.close(_heard)
        _heard = None


def first_readable(numbers: Collection[int], timeout_s: float | None) -> int | None:
    """Wait until one of these file descriptors is readable, and which; None when none was in time.

    Raises:
        KeyboardInterrupt: the session is to end.
    """
    poller = select.poll()
    heard = _heard
    for number in numbers if heard is None else (*numbers, heard):
        poller.register(number, select.POLLIN)
    readable = [number for number, _ in poller.poll(None if timeout_s is None else timeout_s * 1000)]
    if heard in readable:
        raise KeyboardInterrupt
    return readable[0] if readable else None


def _nothing_more(*_: object) -> None:
    """The number of the signal is in the pipe already."""
