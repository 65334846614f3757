"""The people who take calls, their phones, and what becomes of an offer that is not taken."""

import msgspec

from acd.model.ids import AgentId, PhoneId, QueueId, RegionId, SkillId
from acd.model.region import Position


class AgentPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """A person who takes calls, as the company file describes him or her."""

    id: AgentId
    name: str
    skills: dict[SkillId, int]
    """Level 1 to 10 by skill; a missing skill is not level 0, it never matches."""
    queues: frozenset[QueueId]
    regions: frozenset[RegionId] = frozenset()
    """Responsible for customers there, and in all within them. None named: for everywhere."""
    substitutes: tuple[AgentId, ...] = ()
    """They take what is meant for this one who is absent or has too much to do; first choice first."""
    position: Position | None = None
    """Where he or she works."""


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """A desk phone: a SIP account of our Asterisk."""

    id: PhoneId
    """Its endpoint name and, by default, its extension."""
    extension: str


class OfferRules(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of an agent who does not take an offer."""

    misses_in_a_row: int = 2
    """So many counted failures in a row make the agent not ready, with reason RONA."""
    counted: frozenset[str] = frozenset({"no_answer", "rejected"})
    """Which failures count: of ``no_answer``, ``rejected``, ``busy``, ``unreachable``."""
    rest_s: float = 5.0
    """How long an agent is left alone after any failed offer, so that others come first."""
    temporarily_unavailable: str = "rejected"
    """What SIP 480 means: many phones send it for do-not-disturb, others when nobody answers."""
    no_ringing_s: float = 4.0
    """A phone that has not begun to ring by then is unreachable."""
