"""Waiting for something that nobody tells of: it is looked for again and again."""

import time
from collections.abc import Callable

from acd.testing.errors import NotInTimeError

LOOK_EVERY_S = 0.05


def wait_until(look: Callable[[], object], wanted: str, within_s: float) -> None:
    """Look until there is something.

    Raises:
        NotInTimeError: there is nothing in time; `wanted` says what it should have been.
    """
    deadline = time.monotonic() + within_s
    while not look():
        if time.monotonic() > deadline:
            raise NotInTimeError(f"not within {within_s:g} s: {wanted}")
        time.sleep(LOOK_EVERY_S)
