"""The people who take calls, their phones, and what becomes of an offer that is not taken."""

from enum import StrEnum

import msgspec

from acd.model.ids import AgentId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.region import Position


class Failure(StrEnum):
    """Why an agent did not take an offer."""

    NO_ANSWER = "no_answer"
    REJECTED = "rejected"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    DO_NOT_DISTURB = "do_not_disturb"
    FORWARDED = "forwarded"
    """The phone wanted to send the call elsewhere, which is never followed."""


class Outside(msgspec.Struct, frozen=True, kw_only=True):
    """What makes an agent a line to the outside: what is dialled, and how a person proves to be one.

    A network answers before anybody does, and a voicemail box always does: only a key is a person.
    """

    phone: PhoneId
    """Its entry among the phones, with what Asterisk dials."""
    prompt: PromptId
    """Asks whoever answers for the key."""
    key: str = "1"
    confirm_s: float = 15.0
    """How long the key is waited for, once the line is answered."""
    no_ringing_s: float = 15.0
    """A line that does not ring by then is unreachable: networks take their time."""
    ring_s: float = 30.0
    """How long it rings."""


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
    outside: Outside | None = None
    """Not a person of ours but a line to the outside: always there, and good for everything."""


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """A desk phone: a SIP account of our Asterisk."""

    id: PhoneId
    """Its endpoint name and, by default, its extension."""
    extension: str
    endpoint: str | None = None
    """What Asterisk dials, such as ``+43463123@carrier``; None: the phone's own account."""


class MissRule(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of failures of one kind."""

    most: int | None = None
    """So many of this kind, without an answer between them, make the agent not ready. None: never."""
    returns_after_s: float | None = None
    """Then ready again by itself after so long. None: the agent must say so."""
    returns_with_phone: bool = False
    """Then ready again by itself as soon as the phone can be reached."""


class OfferRules(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of an agent who does not take an offer. A plain PBX calls all six kinds one."""

    no_answer: MissRule = MissRule(most=2)
    rejected: MissRule = MissRule(most=2)
    busy: MissRule = MissRule()
    unreachable: MissRule = MissRule(most=2, returns_with_phone=True)
    do_not_disturb: MissRule = MissRule(most=1)
    forwarded: MissRule = MissRule(most=1)
    rest_s: float = 5.0
    """How long an agent is left alone after any failed offer, so that others come first."""
    temporarily_unavailable: Failure = Failure.DO_NOT_DISTURB
    """What SIP 480 means: many phones send it for do-not-disturb, others when nobody answers."""
    no_ringing_s: float = 4.0
    """A phone that has not begun to ring by then is unreachable."""

    def rule(self, failure: Failure) -> MissRule:
        """What comes of a failure of this kind."""
        rules = {
            Failure.NO_ANSWER: self.no_answer,
            Failure.REJECTED: self.rejected,
            Failure.BUSY: self.busy,
            Failure.UNREACHABLE: self.unreachable,
            Failure.DO_NOT_DISTURB: self.do_not_disturb,
            Failure.FORWARDED: self.forwarded,
        }
        return rules[failure]
