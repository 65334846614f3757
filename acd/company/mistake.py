"""A mistake in a company file, told so that its writer can mend it: where, what, and what to do."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from textwrap import wrap

import msgspec

Steps = tuple[str | int, ...]
"""The way from the top of the file to a value: ``("flows", "main", "start")``."""


class Mark(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in the file; line and column count from 1, as editors do."""

    line: int
    column: int


WIDTH = 100
"""Of what stands below a mistake."""

TOP = Mark(line=1, column=1)


class Mistake(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is wrong in a company file."""

    path: str
    """Where in the structure, such as ``flows.main.nodes.menu.next``; empty for the file as a whole."""
    line: int
    column: int
    message: str
    """What is wrong."""
    remedy: str
    """What to do about it."""
    known: tuple[str, ...] = ()
    """All keys that may stand there, where another one does."""

    def told(self, file: str, *, warning: bool = False) -> str:
        """The mistake in one line, as compilers put it, so that editors can jump to it; what is known in its
        place stands below.
        """
        where = f"{file}:{self.line}:{self.column}: {self.path}".rstrip(": ")
        line = f"{where}: {'warning: ' if warning else ''}{self.message}; {self.remedy}"
        below = f"known here: {', '.join(self.known)}" if self.known else ""
        return "\n".join((line, *(f"    {part}" for part in wrap(below, WIDTH))))


class Mistakes:
    """Those found so far."""

    SUGGESTIONS = 100
    MOST_KNOWN = 2000
    """Looking for similar names is slow: only so often, and among so many. People's files have fewer."""

    def __init__(self) -> None:
        self._found: list[Mistake] = []
        self._warnings: list[Mistake] = []

    def add(self, mark: Mark, steps: Steps, message: str, remedy: str, *, known: Iterable[str] = ()) -> None:
        """Note a mistake."""
        found = _mistake(mark, steps, message, remedy)
        shown = tuple(known) if len(self._found) < self.SUGGESTIONS else ()
        self._found.append(msgspec.structs.replace(found, known=shown))

    def warn(self, mark: Mark, steps: Steps, message: str, remedy: str) -> None:
        """Note what can be meant so, but hardly is."""
        self._warnings.append(_mistake(mark, steps, message, remedy))

    def in_order(self) -> list[Mistake]:
        """All mistakes, from the top of the file to its end."""
        return sorted(self._found, key=_place)

    def warnings(self) -> list[Mistake]:
        """All that is no mistake but should be looked at, from the top of the file to its end."""
        return sorted(self._warnings, key=_place)

    def __bool__(self) -> bool:
        return bool(self._found)

    def instead_of(self, word: str, known: Iterable[str], otherwise: str) -> str:
        """A remedy for an unknown word: the most similar one, or `otherwise` and the few there are."""
        words = list(known)
        similar = self.similar(word, words)
        if similar is not None:
            return f'did you mean "{similar}"?'
        if 0 < len(words) <= 10:
            return f"{otherwise}; there {'are' if len(words) > 1 else 'is'}: {', '.join(words)}"
        return otherwise

    def similar(self, word: str, words: Sequence[str]) -> str | None:
        """The one of `words` that was probably meant, if any."""
        if len(self._found) >= self.SUGGESTIONS or len(words) > self.MOST_KNOWN or len(word) > 60:
            return None
        by_lower = {known_word.lower(): known_word for known_word in reversed(words)}
        return next(
            (by_lower[near] for near in get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)), None
        )


def _mistake(mark: Mark, steps: Steps, message: str, remedy: str) -> Mistake:
    return Mistake(path=dotted(steps), line=mark.line, column=mark.column, message=message, remedy=remedy)


def _place(mistake: Mistake) -> tuple[int, int, str, str]:
    return mistake.line, mistake.column, mistake.path, mistake.message


def dotted(steps: Steps) -> str:
    """The way to a value as text: ``flows.main.start``, ``languages[2]``. Long odd keys are cut short."""
    told = ""
    for step in steps:
        if isinstance(step, int):
            told += f"[{step}]"
        else:
            told += f".{quoted(step, '')}" if told else quoted(step, "")
    return told


def quoted(text: str, mark: str = '"') -> str:
    """Text out of the file on one line, printable and not too long."""
    shown = "".join(c if c.isprintable() else "�" for c in text[:41])
    return f"{mark}{shown[:40]}…{mark}" if len(shown) > 40 else f"{mark}{shown}{mark}"
