"""Draws every machine of the core from its table: ``python -m scripts.draw_machines`` writes docs/machines/.

Nothing is drawn by hand: states and rows come from the tables, the states a handler leads to from its
annotation ``-> Step[…]``, to which the type checker holds it. Tests compare the pages with what would be
drawn now, and the arrows with where the rows really lead.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from acd.core.machine import Handler, Impossible, Late, Machine, Row, stay
from acd.core.machines import MACHINES

FOLDER = Path(__file__).parent.parent / "docs" / "machines"

PLAIN: dict[type, str] = {str: "A word, and only which one it is changes."}
"""States that are no records of ours."""

LEGEND = """\
A thick arrow is the main road: a handler that leads to another state. A dotted arrow puts right what a
message that came too late has left behind. The table below is complete, one column for each state: also what
keeps the state, what is *late* (it lost a race that telephony allows, and means nothing) and what is
impossible (·): should it happen all the same, a `Surprise` says so, and nothing is done."""


def handler_of(row: Row) -> Handler | None:
    """The function a row runs; None for what is late without consequence, or impossible."""
    match row:
        case Impossible() | Late(handler=None):
            return None
        case Late(handler=handler):
            return handler
        case _:
            return row


def kinds(annotation: Any) -> tuple[Any, ...]:
    """The members of a union; of a type variable those it may stand for."""
    if get_origin(annotation) in (UnionType, Union):
        return tuple(kind for part in get_args(annotation) for kind in kinds(part))
    if isinstance(annotation, TypeVar):
        return annotation.__constraints__
    return (annotation,)


def targets(state: type, row: Row) -> tuple[type, ...]:
    """The states a row may lead to from this one, in the order of its handler's annotation."""
    handler = handler_of(row)
    if handler is None or handler is stay:
        return (state,)
    (named,) = get_args(get_type_hints(handler)["return"])
    parts = get_args(named) if get_origin(named) in (UnionType, Union) else (named,)
    led = [state if isinstance(part, TypeVar) else part for part in parts]
    return tuple(dict.fromkeys(led))


def drawn(machine: Machine[Any]) -> str:
    """One page: what the machine is about, its diagram and its whole table."""
    lines = [
        f"# {machine.name.replace('-', ' ').capitalize()}: `{machine.record.__name__}.{machine.part}`",
        "",
        *_words(machine),
        "",
        LEGEND,
        "",
        "```mermaid",
        "flowchart TD",
        *(f"  {state.__name__}([{state.__name__}])" for state in machine.states),
        *_arrows(machine, "==>", lambda row: not isinstance(row, Late)),
        *_arrows(machine, "-.->", lambda row: isinstance(row, Late)),
        "```",
        "",
        *_table(machine),
        "",
        "Drawn by `scripts/draw_machines.py` from the table in "
        f"[`{_module(machine)}.py`](../../acd/core/{_module(machine)}.py).",
    ]
    return "\n".join(lines) + "\n"


def _module(machine: Machine[Any]) -> str:
    handler = next(
        handler for row in machine.table.values() if (handler := handler_of(row)) not in (None, stay)
    )
    return handler.__module__.rpartition(".")[2]


def _words(machine: Machine[Any]) -> Iterator[str]:
    for state in machine.states:
        meaning = PLAIN.get(state) or (state.__doc__ or "").strip().splitlines()[0]
        yield f"- **{state.__name__}**: {meaning}"


def _arrows(machine: Machine[Any], arrow: str, wanted: Callable[[Row], bool]) -> Iterator[str]:
    messages: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (state, message), row in machine.table.items():
        if handler_of(row) is None or not wanted(row):
            continue
        for target in targets(state, row):
            if target is not state or isinstance(row, Late):
                messages[state.__name__, target.__name__].append(message.__name__)
    for (source, led_to), names in messages.items():
        yield f'  {source} {arrow}|"{"<br>".join(names)}"| {led_to}'


def _table(machine: Machine[Any]) -> Iterator[str]:
    yield "| | " + " | ".join(state.__name__ for state in machine.states) + " |"
    yield "|---" * (len(machine.states) + 1) + "|"
    for message in machine.routes:
        cells = (_cell(machine.table[state, message]) for state in machine.states)
        yield f"| {message.__name__} | " + " | ".join(cells) + " |"


def _cell(row: Row) -> str:
    handler = handler_of(row)
    name = f"`{handler.__name__}`" if handler else ""
    match row:
        case Impossible():
            return "·"
        case Late():
            return f"*late:* {name}" if name else "*late*"
        case _:
            return name


def pages() -> dict[str, str]:
    """Every page by its file name."""
    index = [
        "# The machines",
        "",
        "Each part of a record has a small machine of its own; the facts that one concludes are messages to",
        "the others. In the order in which they hear a message:",
        "",
        *(
            f"- [{one.name}]({one.name}.md): {', '.join(state.__name__ for state in one.states)}"
            for one in MACHINES
        ),
    ]
    return {
        "README.md": "\n".join(index) + "\n",
        **{f"{machine.name}.md": drawn(machine) for machine in MACHINES},
    }


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in pages().items():
        (FOLDER / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
