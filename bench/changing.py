"""Changing what was rendered, where a bench of a thousand calls differs from an office."""

import re
from collections.abc import Callable
from pathlib import Path

Replacement = str | Callable[[re.Match[str]], str]


def change(file: Path, *changes: tuple[str, Replacement]) -> None:
    """Replace, line by line, what each pattern finds.

    Raises:
        ValueError: a pattern finds nothing: a template that was rewritten must not be missed.
    """
    text = file.read_text(encoding="utf-8")
    for pattern, replacement in changes:
        text, found = re.subn(pattern, replacement, text, flags=re.MULTILINE)
        if not found:
            raise ValueError(f"{file.name} has no line {pattern!r} any more: adapt who changes it in bench/.")
    file.write_text(text, encoding="utf-8")
