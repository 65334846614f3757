"""What the loop needs of the world, as protocols. The adapters implement them; the simulator does too."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from acd.model.command import Command
from acd.model.fact import Fact
from acd.model.message import Heard
from acd.model.outcome import Record


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The facts of one outcome, in order, at their moment: one row of the fact table."""

    at: float
    facts: tuple[Fact, ...]
    unread: tuple[str, ...] = ()
    """Names of facts that stand in the row too and that a newer version wrote. Never written by us."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit writes: each changed row once, as the last outcome left it, and all facts in order."""

    rows: tuple[Record, ...]
    entries: tuple[Entry, ...]


class LeadershipLost(Exception):
    """Another process leads this floor now; nothing more of ours is written. Exit, reload, reconcile."""


class JournalAway(Exception):
    """The database does not answer; the batch is not known to be written. Wait and commit it again."""


class Journal(Protocol):
    """Where decisions are persisted before they are performed."""

    async def commit(self, batch: Batch) -> None:
        """Write the batch in one transaction, fenced by epoch and commit number.

        Safe to call again with the same batch after `JournalAway`: a commit of unknown outcome is read back
        before anything else is done, and is not written twice.

        Raises:
            JournalAway: the database is out of reach.
            LeadershipLost: the fence refused the commit.
        """


class Leadership(Protocol):
    """The right to write one floor's books, to be proved again and again."""

    floor: str
    epoch: int
    commit_no: int
    """The number of the floor's last commit when it was taken."""
    proved_at: float
    """When the last question was asked whose answer was a proof, on the clock of whoever asks."""
    alone_from: float
    """Moment on the same clock from which nobody who led before sends anything more: not before then may we
    look at Asterisk.
    """

    async def still_leading(self, at: float) -> bool:
        """Ask for a proof; if there is one it counts from `at`, read from the clock *before* the call.

        Raises:
            JournalAway: no answer. The last proof goes on ageing; ask again.
        """

    async def give_up(self) -> None:
        """Let go, once nothing more of ours is sent: the next one may begin at once."""


class Performer(Protocol):
    """Who carries commands out. Never raises and never blocks: results come back as messages."""

    def perform(self, command: Command) -> None:
        """Send the command off, in the order of the calls."""


class GatedPerformer(Protocol):
    """A performer that asks, for each request that a command needs, whether it may be sent."""

    def perform(self, command: Command, may_send: Callable[[], bool]) -> None:
        """Send the command off, in the order of the calls.

        `may_send` is asked in the very step in which a request is written: a process may be stopped between
        any two steps.
        """


Tell = Callable[[Heard], None]
"""How an adapter hands the loop a message; the loop stamps it with the moment of its arrival."""
