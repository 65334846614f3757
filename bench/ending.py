"""How a bench ends when it is told to."""

import signal
import sys

TERMINATED = 128 + signal.SIGTERM
"""The exit status, as a shell tells that signal."""


def end_in_order_when_told() -> None:
    """Let SIGTERM end this program as Ctrl-C does, so that everything it started ends, and its folders go."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
