"""Reads a company file from disk and checks it."""

from pathlib import Path

from acd.company.check import CheckedCompany, check
from acd.company.mistake import Mistake
from acd.company.tree import LARGEST_BYTES


def load(file: Path) -> CheckedCompany | list[Mistake]:
    """The company in a file, or all its mistakes; that it cannot be read is one of them. Never raises."""
    try:
        with file.open("rb") as opened:
            # One byte more than allowed is enough for the checker to see that it is too much.
            content = opened.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return [
            Mistake(
                path="", line=1, column=1, message=f"cannot be read: {reason}", remedy="name a readable file"
            )
        ]
    return check(content, file.parent)
