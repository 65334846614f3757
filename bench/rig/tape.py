"""What the phones saw, call by call. Moments are nanoseconds since 1970, 0 for what did not happen.

What a phone received is stamped by the kernel as the datagram arrives, what it sent just before it is given
to the kernel: however busy the process of the phones is, the moments hold.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum

import msgspec


class End(IntEnum):
    """How a ring at a desk ended."""

    OPEN = 0
    AGENT_HUNG_UP = 1
    CALLER_GONE = 2
    """The other side ended the talk."""
    CANCELLED = 3
    """It rang, and was taken back."""
    BUSY = 4
    """The agent had a call already, which is a fault of who sent this one."""
    LOST = 5
    """What we said was never acknowledged."""


class Ring(msgspec.Struct, array_like=True):
    """One call at one desk."""

    desk: int
    caller: str
    """The caller's number, as the desk phone shows it."""
    rang_ns: int
    answered_ns: int = 0
    over_ns: int = 0
    """When the first BYE was sent, or what ended it was received."""
    end: End = End.OPEN


class Call(msgspec.Struct, array_like=True):
    """One call of one caller."""

    caller: str
    dialled: str
    began_ns: int
    """When its INVITE was sent."""
    answered_ns: int = 0
    over_ns: int = 0
    status: int = 0
    """The status that refused it; 200 when it was answered; 487 when the caller gave up before."""
    hung_up: bool = False
    """The caller ended it."""


class Tape(msgspec.Struct, kw_only=True):
    """Everything since the tape before."""

    began_ns: int
    ended_ns: int
    rings: list[Ring]
    calls: list[Call]
    resent: int
    """Messages that the phones had to send again: 0, unless something is overloaded."""
    cpu_s: float
    """What the phones themselves cost."""
    held_back: int
    """Calls that were due, and not begun because as many as allowed were up already."""

    @property
    def length_s(self) -> float:
        """How long it is."""
        return (self.ended_ns - self.began_ns) / 1e9

    def idle_gaps_ms(self) -> Iterator[float]:
        """For each agent who hung up: the time until that phone's next INVITE."""
        by_desk: dict[int, list[Ring]] = defaultdict(list)
        for ring in self.rings:
            by_desk[ring.desk].append(ring)
        for rings in by_desk.values():
            rings.sort(key=lambda ring: ring.rang_ns)
            for before, after in itertools.pairwise(rings):
                if before.end is End.AGENT_HUNG_UP:
                    yield (after.rang_ns - before.over_ns) / 1e6

    def offer_delays_ms(self) -> Iterator[float]:
        """For each call: from the caller's INVITE to that of the first desk that rang for it."""
        first: dict[str, int] = {}
        for ring in self.rings:
            first[ring.caller] = min(ring.rang_ns, first.get(ring.caller, ring.rang_ns))
        for call in self.calls:
            if call.caller in first:
                yield (first[call.caller] - call.began_ns) / 1e6

    def talks(self) -> int:
        """Calls at desks that the agent ended."""
        return sum(ring.end is End.AGENT_HUNG_UP for ring in self.rings)

    def carried(self) -> int:
        """Calls that ended because an agent had served them and hung up. Each counts once, however often an
        agent answered before caller and agent were really brought together. Desks and callers must be of this
        tape, both.
        """
        served = {ring.caller for ring in self.rings if ring.end is End.AGENT_HUNG_UP}
        return sum(bool(call.over_ns) and not call.hung_up and call.caller in served for call in self.calls)

    def in_vain(self) -> int:
        """Talks after which the caller needed another: the agent had hung up before they were brought
        together.
        """
        callers = [ring.caller for ring in self.rings if ring.end is End.AGENT_HUNG_UP]
        return len(callers) - len(set(callers))

    def refused(self) -> int:
        """Calls that were refused."""
        return sum(call.status >= 300 and not call.hung_up for call in self.calls)

    def misdirected(self) -> int:
        """Offers to a desk that was in a call."""
        return sum(ring.end is End.BUSY for ring in self.rings)
