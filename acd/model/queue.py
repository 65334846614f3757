"""Queues: waiting lines, and how each of them is served."""

from enum import StrEnum

import msgspec

from acd.model.ids import AgentId, QueueId
from acd.model.needs import Needs, Preferences


class Choosing(StrEnum):
    """Which of the free agents who can serve a contact gets it. Ties go to the longest idle, then by id."""

    BEST_LEVEL = "best_level"
    """Whoever is best at what the contact needs and would like."""
    LONGEST_IDLE = "longest_idle"
    """Whoever has waited longest for work."""
    FEWEST_CONTACTS = "fewest_contacts"
    """Whoever has had the fewest contacts today."""
    LEAST_OCCUPIED = "least_occupied"
    """Whoever was least busy lately."""
    FIXED_ORDER = "fixed_order"
    """In the order in which the queue names them; who is not named comes last."""


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """How one line of callers is served."""

    id: QueueId
    name: str
    """Shown in the display of the agent's phone."""
    needs: Needs = ()
    """What everybody in this line asks for, beside the needs of the contact."""
    preferences: Preferences = ()
    """What everybody in this line would like."""
    choosing: Choosing = Choosing.BEST_LEVEL
    order: tuple[AgentId, ...] = ()
    """For `FIXED_ORDER`: the agents, first choice first."""
    reserve: int = 0
    """So many of the free agents who serve this queue are kept for its own callers."""
    music: str = "default"
    """Music class of Asterisk."""
    ring_s: float = 15.0
    """How long an agent's phone rings before the offer expires."""
    wrap_up_s: float = 10.0
    """Time limit of the work after the talk; 0 means none."""
    service_level_s: float = 20.0
