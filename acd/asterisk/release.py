"""Which releases of Asterisk understand us."""

import re

_FIRST_MINOR = {20: 14, 21: 9, 22: 4}
"""The first release of each branch that takes REST requests over the event WebSocket."""


def new_enough(version: str) -> bool:
    """Whether an Asterisk of this version takes REST over WebSocket (20.14, 21.9, 22.4 or later)."""
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is None:  # "certified/20.7-cert5", "GIT-master-…": not tried by anybody here
        return False
    major, minor = int(numbers[1]), int(numbers[2])
    return major > max(_FIRST_MINOR) or minor >= _FIRST_MINOR.get(major, minor + 1)
