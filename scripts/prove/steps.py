"""How a proof tells what it does, and how it fails."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class ProofFailed(Exception):
    """Something is not as the documents say; the message has what was seen."""


def say(line: str) -> None:
    """One line, at once."""
    print(line, flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Tell what begins, and how long it took."""
    say(f"==> {what}")
    begin = time.monotonic()
    yield
    say(f"    done in {time.monotonic() - begin:.1f} s")


def failed(error: ProofFailed) -> int:
    """Tell what is wrong; the exit status."""
    sys.stdout.flush()
    sys.stderr.write(f"The proof failed: {error}\n")
    return 1
