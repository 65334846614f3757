"""Says what would change between two versions of a company, one line each, for whoever applies a file."""

from collections.abc import Iterator, Sequence
from enum import Enum

import msgspec

from acd.company.mistake import Steps, dotted
from acd.company.schema import Company

ROWS = (list, tuple)


class Kind(Enum):
    """What became of a part of the file."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between two companies."""

    kind: Kind
    path: str
    """Such as ``queues.internet.ring_s``."""
    before: str | None
    """None for what was added."""
    after: str | None
    """None for what was removed."""

    def __str__(self) -> str:
        """As shown to people: ``~ queues.internet.ring_s: 15 → 20``."""
        values = " → ".join(value for value in (self.before, self.after) if value is not None)
        return f"{self.kind.value} {self.path}: {values}" if values else f"{self.kind.value} {self.path}"


def diff(old: Company, new: Company) -> list[Change]:
    """Every difference, in the order of the schema; none between equal companies. Order in lists counts; rows
    of a table, such as rings and rules, are told one by one.
    """
    return list(_changes(msgspec.to_builtins(old), msgspec.to_builtins(new), ()))


def _changes(old: object, new: object, steps: Steps) -> Iterator[Change]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in [*old, *(name for name in new if name not in old)]:
            inner = (*steps, name)
            if name not in new:
                yield Change(kind=Kind.REMOVED, path=dotted(inner), before=_told(old[name]), after=None)
            elif name not in old:
                yield Change(kind=Kind.ADDED, path=dotted(inner), before=None, after=_told(new[name]))
            else:
                yield from _changes(old[name], new[name], inner)
    elif isinstance(old, ROWS) and isinstance(new, ROWS) and _is_table((*old, *new)):
        yield from _changes(dict(enumerate(old)), dict(enumerate(new)), steps)
    elif old != new:
        yield Change(kind=Kind.CHANGED, path=dotted(steps), before=_told(old), after=_told(new))


def _is_table(rows: Sequence[object]) -> bool:
    return any(isinstance(row, dict) for row in rows)


def _is_said(value: object) -> bool:
    return value is not False and value not in (None, {}, [], ())


def _told(value: object) -> str:
    """A value on one line; long ones are cut, for the path says enough."""
    match value:
        case None:
            text = "none"
        case bool():
            text = str(value).lower()
        case float():
            text = f"{value:g}"
        case dict():
            text = ", ".join(f"{name}: {_told(part)}" for name, part in value.items() if _is_said(part))
            text = f"{{{text}}}"
        case list() | tuple():
            text = f"[{', '.join(_told(part) for part in value)}]"
        case _:
            text = " ".join(str(value).split())
    return text if len(text) <= 80 else f"{text[:79]}…"
