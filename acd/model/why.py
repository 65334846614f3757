"""The reasons kept with every offer: why this agent, why now."""

import msgspec

from acd.model.ids import AgentId, QueueId
from acd.model.needs import Needs

SHOWN = 5
"""How many candidates or agents are named at most."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An agent who could have been offered the contact at that moment."""

    agent: AgentId
    proficiency: int
    idle_s: float


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of the matcher with what it was decided on."""

    queue: QueueId
    needs: Needs
    """All of them: the contact's and the queue's."""
    order_key: float
    """Moment of queue entry, less the credit; the smallest is served first."""
    waited_s: float
    candidates: tuple[Candidate, ...]
    """The best five, best first."""
    excluded: dict[str, int]
    """How many agents were left out, by reason."""
    ahead: int
    """How many contacts with a smaller order key waited that none of the free agents could serve."""
    policy_version: int
