"""The lease: for how long after a proof of its leadership a process may go on acting as the leader.

A process can be stopped at any instruction, for any time, and not know it: the machine was suspended, or
swapped, or somebody froze the process. Meanwhile another one has taken over. So before *each* command is sent
the age of the last proof is looked at, on a clock that goes on while the machine sleeps.

- *Claiming* commands need a proof younger than `LEASE_S`. A commit is one: PostgreSQL has just accepted us.
- *Releasing* ones may also go while PostgreSQL is away, or a caller who hangs up would leave a phone ringing:
  but never after a stall. Whoever was awake all the time has heard everything it acts on.

What remains: a process that is stopped between the look and the write to the socket, one turn of its event
loop, for longer than its successor waits. When it wakes, Asterisk still takes what it writes.
"""

from acd.model.command import Command, EndBridge, EndLeg, StopPlayback
from acd.runtime.clock import Clock
from acd.runtime.ports import Batch, Journal, Performer

LEASE_S = 3.0
"""How old a proof may be. A successor that takes over by force waits longer than this."""

STALL_S = 1.0
"""A longer gap between two ticks is a stall: this process did not run, and heard nothing."""

TICK_EVERY_S = 0.25


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
            case EndLeg() | StopPlayback() | EndBridge():
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
    """Sends what the lease allows, and drops the rest: whoever leads then has looked for itself."""

    def __init__(self, performer: Performer, lease: Lease) -> None:
        self._performer = performer
        self._lease = lease
        self._dropped = 0

    def perform(self, command: Command) -> None:
        """Send the command off, or drop it."""
        if self._lease.allows(command):
            self._performer.perform(command)
        else:
            self._dropped += 1

    def take_dropped(self) -> int:
        """How many commands were dropped since the last call: if we lead still, they must be made up for."""
        dropped, self._dropped = self._dropped, 0
        return dropped
