"""The reasons kept with every offer: why this agent, why now."""

from enum import StrEnum

import msgspec

from acd.model.about import HeadStart
from acd.model.contact import LongLine, MeantFor
from acd.model.ids import AgentId, QueueId, RegionId, SkillId
from acd.model.needs import Needs

SHOWN = 5
"""How many candidates or agents are named at most."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An agent who could have been offered the contact at that moment."""

    agent: AgentId
    proficiency: int
    idle_s: float


class Decider(StrEnum):
    """What put the agent before the next best one."""

    ALONE = "alone"
    """There was no other."""
    PROFICIENCY = "proficiency"
    WISHES = "wishes"
    """Better at what the contact would like, beyond what it needs."""
    ORDER = "order"
    """Named earlier by the queue."""
    STAND_IN = "stand_in"
    """The next best only stands in for others, or does so later than this one."""
    CONTACTS = "contacts"
    """Had fewer contacts today."""
    OCCUPANCY = "occupancy"
    """Was less busy lately."""
    IDLE = "idle"
    """Has waited longer for work."""
    ID = "id"
    """Nothing: the id that comes first as text, 1000 before 999, so that it is not left to chance."""


class Instead(StrEnum):
    """Why substitutes take what is meant for somebody."""

    ABSENT = "absent"
    """Somebody has entered an absence."""
    OVERLOADED = "overloaded"
    """Too busy lately."""
    LONG_LINE = "long_line"
    """Somebody had waited for this person for too long when the contact came."""
    LOGGED_OUT = "logged_out"
    """At no desk."""
    TIME_UP = "time_up"
    """The contact has waited long enough for one person alone."""


class PassedOver(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose substitutes take what is meant for him or her, and why."""

    agent: AgentId
    because: Instead
    reason: str | None = None
    """Of the absence, in words: ``ill``."""
    since: float | None = None
    until: float | None = None
    """None: nobody knows."""
    line: LongLine | None = None
    """Of the long line: the figures."""


class Why(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A decision of the matcher with what it was decided on."""

    queue: QueueId
    needs: Needs
    """All of them, the contact's and the queue's, as the ring has relaxed them."""
    ring: int
    """Index of the ring that was open."""
    region: RegionId | None
    """The customer's, if the queue goes by regions."""
    order_key: float
    """Moment of queue entry, less the credit; the smallest is served first."""
    earlier_s: float = 0.0
    """The credit: how much earlier than its arrival alone would say."""
    head_starts: tuple[HeadStart, ...] = ()
    """What the credit is made of, before the cap."""
    meant_for: MeantFor | None = None
    """The one person it waits for."""
    passed_over: tuple[PassedOver, ...] = ()
    """Whose substitute the agent is: first the person the contact is meant for, then those of that person's
    substitutes who are away themselves.
    """
    stands_in_for: tuple[SkillId | RegionId, ...] = ()
    """The skills and regions that others have, and this agent stands in for."""
    waited_s: float
    candidates: tuple[Candidate, ...]
    """The best five, best first."""
    decided_by: Decider
    excluded: dict[str, int]
    """How many agents were left out, by reason."""
    ahead: int
    """How many contacts of the queue with a smaller order key waited that none of the free agents could
    serve.
    """
    policy_version: int
