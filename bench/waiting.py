"""Waiting for something that nobody tells of: it is looked for again and again."""

import time
from collections.abc import Callable
from typing import TypeVar

from acd.testing.errors import NotInTimeError

T = TypeVar("T")

LOOK_EVERY_S = 0.02


def wait_until(look: Callable[[], T | None], within_s: float, wanted: str) -> T:
    """Look until there is something, once at least; what there is. False, 0 and nothing are nothing.

    Raises:
        NotInTimeError: there is nothing in time; `wanted` says what it should have been.
    """
    deadline = time.monotonic() + within_s
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise NotInTimeError(f"not within {within_s:g} s: {wanted}")
        time.sleep(LOOK_EVERY_S)
