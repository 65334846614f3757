"""The lease: for how long after a proof of its leadership a process may go on acting as the leader.

A process can be stopped at any instruction, for any time, and not know it: the machine was suspended, or
swapped, or somebody froze the process. Meanwhile another one has taken over. So in the moment in which a
request is written to Asterisk the age of the last proof is looked at, on a clock that goes on while the
machine sleeps.

- *Claiming* and *continuing* commands need a proof younger than `LEASE_S`. A commit is one: PostgreSQL has
  just accepted us.
- *Releasing* ones may also go while PostgreSQL is away, or a caller who hangs up would leave a phone ringing:
  but never after a stall. Whoever was awake all the time has heard everything it acts on.

And a successor that cannot be sure that the one before is dead waits `LEASE_S` before it looks at Asterisk:
see `Leadership.alone_from`.

What remains: a process that is stopped between the look and the system call, a few instructions later, for
longer than its successor waits. When it wakes, Asterisk still takes what it writes.
"""

from functools import partial

from acd.model.command import Command, DropRecording, EndBridge, EndLeg, StopPlayback
from acd.runtime.clock import Clock
from acd.runtime.ports import Batch, GatedPerformer, Journal

LEASE_S = 2.0
"""How old a proof may be. With a second to take over in, a killed leader's calls go on within three."""

STALL_S = 1.0
"""A longer gap between two ticks is a stall: this process did not run, and heard nothing."""

TICK_EVERY_S = 0.25


def alone_from(now: float, *, ended: bool, silent_since: float | None) -> float:
    """From when a new leader is alone: nobody who led before can have a valid lease any more.

    Args:
        now: after the epoch was raised, on the boot-time clock; so are the others.
        ended: whoever led before let go in order, or is known to be dead.
        silent_since: it has proved nothing since then; None if that is not known.
    """
    if ended:
        return now
    return (now if silent_since is None else silent_since) + LEASE_S


class Lease:
    """How sure one process may be that it still leads. `tick` is to be called every `TICK_EVERY_S`."""

    def __init__(self, clock: Clock, *, proved_at: float) -> None:
        self._clock = clock
        self._proved_at = proved_at
        self._ticked_at = clock.since_boot()
        self._stalled_at: float | None = None

    @property
    def proof_age_s(self) -> float:
        """How long ago the last question was asked whose answer proved the leadership."""
        return self._clock.since_boot() - self._proved_at

    def prove(self, asked_at: float) -> None:
        """Take a proof. It counts from `asked_at`, read from the boot-time clock *before* the question."""
        self._proved_at = max(self._proved_at, asked_at)
        if self._stalled_at is not None and asked_at >= self._stalled_at:
            self._stalled_at = None

    def tick(self) -> None:
        """Note that this process runs."""
        now = self._clock.since_boot()
        if now - self._ticked_at > STALL_S:
            self._stalled_at = now
        self._ticked_at = now

    def allows(self, command: Command) -> bool:
        """Whether the command may be sent at this moment."""
        if self.proof_age_s < LEASE_S:
            return True
        match command:
            case EndLeg() | StopPlayback() | DropRecording() | EndBridge():
                self.tick()
                return self._stalled_at is None
            case _:
                return False


class ProvingJournal:
    """A journal whose every commit is a proof of the leadership."""

    def __init__(self, journal: Journal, lease: Lease, clock: Clock) -> None:
        self._journal = journal
        self._lease = lease
        self._clock = clock

    async def commit(self, batch: Batch) -> None:
        """Write the batch; see `Journal.commit`."""
        asked_at = self._clock.since_boot()
        await self._journal.commit(batch)
        self._lease.prove(asked_at)


class FencedPerformer:
    """Has the lease asked before each request, in the moment in which it is written, and counts what is held
    back: whoever leads by then has looked for itself.
    """

    def __init__(self, performer: GatedPerformer, lease: Lease) -> None:
        self._performer = performer
        self._lease = lease
        self._held_back = 0

    def perform(self, command: Command) -> None:
        """Send the command off; what the lease does not allow is dropped."""
        self._performer.perform(command, partial(self._may_send, command))

    def take_held_back(self) -> int:
        """How many requests were held back since the last call. If we lead still, make up for them."""
        held_back, self._held_back = self._held_back, 0
        return held_back

    def _may_send(self, command: Command) -> bool:
        if self._lease.allows(command):
            return True
        self._held_back += 1
        return False
