"""Boundaries: the moments between deciding, committing and performing, for tests that end the process there.

A fault is written `ACT:BOUNDARY:N[:TYPE]`, such as `stop:after-commit:1:OfferOpened`: the process stops
itself (SIGSTOP, to be woken by SIGCONT) or kills itself (SIGKILL) at the `N`th such boundary since its start.

before-commit   the batch is about to be written; TYPE is a fact in it
after-commit    it is written, and nothing that waited for it has been sent
before-send     a command is about to be sent, and the age of the last proof has not been looked at; TYPE is
                the command
after-send      it has been handed to the socket to Asterisk

The service puts this room in its way only when it is told a fault and that faults are allowed.
"""

import asyncio
import re
import signal
import threading
from collections.abc import Collection
from enum import StrEnum
from typing import get_args

import msgspec
import structlog

from acd.model.command import Command
from acd.model.fact import Fact
from acd.runtime.ports import Batch, Journal, Performer

log = structlog.get_logger(__name__)


class Boundary(StrEnum):
    """Where a fault can happen."""

    BEFORE_COMMIT = "before-commit"
    AFTER_COMMIT = "after-commit"
    BEFORE_SEND = "before-send"
    AFTER_SEND = "after-send"


ACTS = {"kill": signal.SIGKILL, "stop": signal.SIGSTOP}
COMMANDS = frozenset(kind.__name__ for kind in get_args(Command))
FACTS = frozenset(kind.__name__ for kind in get_args(Fact))
_WRITTEN = re.compile(rf"({'|'.join(ACTS)}):({'|'.join(Boundary)}):([1-9][0-9]*)(?::(\w+))?")


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What a process does to itself, and when."""

    act: signal.Signals
    boundary: Boundary
    number: int
    """Of the boundary, from 1."""
    kind: str | None = None
    """Only boundaries of this fact or command count."""


def fault(text: str) -> Fault:
    """Read a fault; see the module.

    Raises:
        ValueError: it makes no sense; the message says what would.
    """
    read = _WRITTEN.fullmatch(text)
    if read is None:
        raise ValueError("write ACT:BOUNDARY:N or ACT:BOUNDARY:N:TYPE, such as kill:before-commit:1")
    act, boundary, number, kind = read.groups()
    known = FACTS if boundary.endswith("commit") else COMMANDS
    if kind is not None and kind not in known:
        raise ValueError(f"TYPE is one of {', '.join(sorted(known))} here")
    return Fault(act=ACTS[act], boundary=Boundary(boundary), number=int(number), kind=kind)


class Boundaries:
    """Counts the boundaries that a process crosses, and lets the fault happen at the one it names."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._crossed = 0

    def cross(self, boundary: Boundary, kinds: Collection[str]) -> None:
        """Cross a boundary with facts or commands of these kinds."""
        fault = self._fault
        if boundary is not fault.boundary or (fault.kind is not None and fault.kind not in kinds):
            return
        self._crossed += 1
        if self._crossed != fault.number:
            return
        log.warning("a fault for a test", act=fault.act.name, boundary=boundary, kinds=sorted(kinds))
        # To this thread, not to the process: another thread could take it while this one goes on.
        signal.pthread_kill(threading.get_ident(), fault.act)

    def journal(self, journal: Journal) -> Journal:
        """The same journal, with boundaries round each commit."""
        return _BoundedJournal(journal, self)

    def performer(self, performer: Performer) -> Performer:
        """The same performer, with boundaries round each command."""
        return _BoundedPerformer(performer, self)


class _BoundedJournal:
    def __init__(self, journal: Journal, boundaries: Boundaries) -> None:
        self._journal = journal
        self._boundaries = boundaries

    async def commit(self, batch: Batch) -> None:
        facts = {type(fact).__name__ for entry in batch.entries for fact in entry.facts}
        self._boundaries.cross(Boundary.BEFORE_COMMIT, facts)
        await self._journal.commit(batch)
        self._boundaries.cross(Boundary.AFTER_COMMIT, facts)


class _BoundedPerformer:
    def __init__(self, performer: Performer, boundaries: Boundaries) -> None:
        self._performer = performer
        self._boundaries = boundaries

    def perform(self, command: Command) -> None:
        kinds = {type(command).__name__}
        self._boundaries.cross(Boundary.BEFORE_SEND, kinds)
        self._performer.perform(command)
        # The link writes to its socket in its next step, which was put in the queue before ours.
        asyncio.get_running_loop().call_soon(self._boundaries.cross, Boundary.AFTER_SEND, kinds)
