"""What a transition table is made of.

A machine is one part of a record, its declared alphabet and a literal table ``{(State, Message): row}``.
Every pair of state and message has a row, and a row is one of three things:

- a *handler* ``(record, state, message, view, at) -> Step``: pure, and free to do nothing;
- *late*: the message lost a race that telephony allows; nothing changes;
- *impossible*: by our reasoning it cannot be. If it happens all the same, a `Surprise` fact says so.

A handler that reacts to a lost race, such as ending a stray leg, is wrapped in `compensating` so that tests
and diagrams can tell it from the main road.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from acd.model.command import Command
from acd.model.fact import Fact
from acd.model.outcome import Record, Reply

R = TypeVar("R", bound=Record)
S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)


class Step(msgspec.Struct, Generic[S_co], frozen=True):
    """What a handler concludes: the part's new state, facts, commands, and a reply if somebody asked.

    A handler names the states it may lead to, ``-> Step[Ringing]``: the type checker holds it to them, and
    the diagrams are drawn from them. A type variable among them means that it may also stay where it is.
    """

    state: S_co
    facts: tuple[Fact, ...] = ()
    commands: tuple[Command, ...] = ()
    reply: Reply | None = None


Handler = Callable[[Any, Any, Any, Any, float], Step[Any]]


class Late(msgspec.Struct, frozen=True):
    """A row for a message that lost a race."""

    handler: Handler | None = None


class Impossible(msgspec.Struct, frozen=True):
    """A row for a message that cannot come in this state."""


late = Late()
impossible = Impossible()


def compensating(handler: Handler) -> Late:
    """A row for a message that lost a race and left something behind to be put right."""
    return Late(handler)


def stay(_record: object, state: S, _message: object, _view: object, _at: float) -> Step[S]:
    """A handler for a message that is in order and changes nothing here."""
    return Step(state)


Row = Handler | Late | Impossible
Table = Mapping[tuple[type, type], Row]


class Select(Protocol):
    """Finds the ids of the records that a message concerns."""

    def __call__(self, message: Any, view: Any, /) -> Iterable[str]:  # noqa: D102
        ...


class Machine(msgspec.Struct, Generic[R], frozen=True, kw_only=True):
    """One part of a record with everything the engine needs to run it."""

    name: str
    record: type[R]
    part: str
    """Name of the record's field that holds the state."""
    states: tuple[type, ...]
    """In the order of a usual life."""
    routes: Mapping[type, Select]
    """The alphabet: which messages it hears, and for which records."""
    table: Table
    deadline: Callable[[R], tuple[float, Any] | None] | None = None
    """When this part wants to be woken, and with which message."""

    def row(self, state: object, message: object) -> Row:
        """The row of the table for this pair."""
        return self.table[type(state), type(message)]
