"""Whom Ctrl-C is for, and what it does before anything runs."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def foreground() -> Iterator[None]:
    """Take the terminal, if there is one, from whoever started us, and give it back at the end.

    Ctrl-C goes to everybody in the foreground. `make` would call it a failure, although we end in order:
    while we run it must not be among them.
    """
    starter = os.getpgrp()
    if not sys.stdin.isatty() or os.tcgetpgrp(sys.stdin.fileno()) != starter or starter == os.getpid():
        yield
        return
    os.setpgid(0, 0)
    _give_terminal(os.getpgrp())
    try:
        yield
    finally:
        _give_terminal(starter)


@contextmanager
def ending_silently() -> Iterator[None]:
    """Ctrl-C ends us at once, without a word: while modules are loaded, and nothing is there to be ended."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _give_terminal(group: int) -> None:
    """Needs SIGTTOU blocked: who is in the background and touches the terminal is stopped otherwise."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
    try:
        os.tcsetpgrp(sys.stdin.fileno(), group)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTTOU})
