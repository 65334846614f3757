"""One look at the floor: everything that the table shows, and nothing that it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from acd.core.explain import NotYet
from acd.demo.decisions import Decision
from acd.demo.ledger import CallSoFar, Sums
from acd.telling.names import Names
from acd.web.bodies import Status


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What does not change while the demo runs."""

    company: str
    names: Names
    numbers: Mapping[str, str]
    """What people call the numbers that can be dialled."""
    prompts: Mapping[str, str]
    """What each prompt says."""
    service_levels_s: Mapping[str, float]
    """Seconds by queue within which callers should be answered."""
    invitation: Sequence[str]
    """How whoever watches can join in, most important first."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """How it stands at the moment `at` (seconds since the epoch)."""

    at: float
    signs: Signs
    status: Status | None
    """What the control socket said last; None: nothing yet."""
    asked_at: float
    """When it was asked; the answer is of a moment between this one and `at`."""
    trouble: str
    """Why there is no newer status; "" when there is."""
    calls: Mapping[str, CallSoFar]
    not_yet: NotYet | None
    """Why the caller who waits longest still waits."""
    decisions: Sequence[Decision]
    """The last ones, newest first."""
    sums: Sums

    def caller(self, contact: str) -> str:
        """Whoever calls there, as far as it is known."""
        call = self.calls.get(contact)
        return call.caller if call else contact
