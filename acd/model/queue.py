"""Queues: waiting lines, and how each of them is served."""

from enum import StrEnum

import msgspec

from acd.model.callback import CallbackRules
from acd.model.ids import AgentId, FlowId, PromptId, QueueId, SkillId
from acd.model.needs import Needs, Preferences


class Choosing(StrEnum):
    """Which of the free agents who can serve a contact gets it. Ties go to the longest idle, then by id,
    read as text.

    Whoever has more of what the contact would like comes before all others, but for the fixed order.
    """

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


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """How far from the customer's region those may be responsible who serve the contact."""

    up: int | None = 0
    """So many steps up the tree of regions, and everything below. None: anywhere."""
    within_km: float | None = None
    """Or as near as this, as the crow flies."""


class Ring(msgspec.Struct, frozen=True, kw_only=True):
    """One stage of relaxed needs. Each holds all that the ones before it have relaxed."""

    opens_s: float
    """After so many seconds in the queue."""
    lower: dict[SkillId, int] = {}
    """Of these skills, such a level is enough."""
    give_up: frozenset[SkillId] = frozenset()
    """These are not needed any more."""
    reach: Reach = Reach()
    stand_ins: bool = False
    """Whoever stands in for a skill or a region may serve, even while those it is done for are there."""
    also: tuple[QueueId, ...] = ()
    """The agents of these queues, too, as far as they meet the needs. Sorted."""
    proposes: FlowId | None = None
    """The flow in which a callback is offered when it opens."""


class Personal(msgspec.Struct, frozen=True, kw_only=True):
    """How long a caller of this queue waits for one person before others take the call."""

    wait_s: float = 20.0
    """For the person alone."""
    substitutes_s: float = 20.0
    """For the person and the substitutes; then the whole queue serves the caller."""
    owner: bool = True
    """For whoever looks after the customer's account."""
    last_agent_s: float = 0.0
    """For whoever the customer last talked with, if that is not longer ago. 0: not at all."""


class ToQueue(msgspec.Struct, frozen=True, kw_only=True, tag="queue"):
    """On to another queue, with the time waited so far."""

    queue: QueueId


class ToFlow(msgspec.Struct, frozen=True, kw_only=True, tag="flow"):
    """Back into a flow: a word of regret, another menu."""

    flow: FlowId


class ToVoicemail(msgspec.Struct, frozen=True, kw_only=True, tag="voicemail"):
    """Into a voicemail box."""

    box: str


class ToEnd(msgspec.Struct, frozen=True, kw_only=True, tag="end"):
    """Nowhere: the call is ended."""


Destination = ToQueue | ToFlow | ToVoicemail | ToEnd


class Excess(StrEnum):
    """Why a contact leaves a queue."""

    NOBODY = "nobody"
    """Nobody who is logged in could serve it."""
    LENGTH = "length"
    """Too many wait."""
    EXPECTED = "expected"
    """The expected wait is too long."""
    WAITED = "waited"
    """It has waited too long."""
    CLOSED = "closed"
    """The company has no such queue any more."""


class Overflow(msgspec.Struct, frozen=True, kw_only=True):
    """When a contact leaves a queue, and where it goes. One of the conditions is enough."""

    to: Destination
    nobody: bool = False
    """Nobody who is logged in could serve it, whatever ring opens."""
    longer_than: int | None = None
    """At entry: more than so many wait already."""
    expected_over_s: float | None = None
    """At entry: the expected wait is longer."""
    waited_s: float | None = None
    """It has waited so long in this queue."""


class Proposing(msgspec.Struct, frozen=True, kw_only=True):
    """When those who wait are offered a callback of which they have not asked."""

    flow: FlowId
    """What they hear then; they keep the place."""
    over_s: float
    """The rest of the wait is expected to be longer than this."""


class Occasion(StrEnum):
    """Why a callback is offered."""

    RING = "ring"
    """A ring has opened that offers it."""
    EXPECTED = "expected"
    """The expected wait is too long."""


class Announcement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is said to those who wait, by a clock of its own."""

    prompt: PromptId
    """What is said; it may have blanks: see `acd.model.spoken`."""
    after_s: float
    """In this queue; for the first time."""
    every_s: float | None = None
    """From one beginning to the next. None: it is said once."""
    if_soon: PromptId | None = None
    """Said instead where the wait may be over at any moment."""
    if_unsure: PromptId | None = None
    """Said instead where nothing can be said of the wait. None: then nothing is."""


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """How one line of callers is served."""

    id: QueueId
    name: str
    """Shown in the display of the agent's phone."""
    needs: Needs = ()
    """What everybody in this line asks for, beside the needs of the contact."""
    preferences: Preferences = ()
    """What everybody in this line would like."""
    head_start_s: float = 0.0
    """Everybody in this line is served as if he or she had come so much earlier."""
    regional: bool = False
    """Its callers are served by those who are responsible for their region."""
    personal: Personal = Personal()
    rings: tuple[Ring, ...] = (Ring(opens_s=0.0),)
    """The first one opens at once, the others one after another."""
    overflow: tuple[Overflow, ...] = ()
    """The first one whose condition holds."""
    choosing: Choosing = Choosing.BEST_LEVEL
    order: tuple[AgentId, ...] = ()
    """For `FIXED_ORDER`: the agents, first choice first."""
    reserve: int = 0
    """So many of the free agents who serve this queue are kept for its own callers."""
    music: str = "default"
    """Music class of Asterisk."""
    announcements: tuple[Announcement, ...] = ()
    """Of those whose time has come the first one is said first."""
    callback: CallbackRules | None = None
    """How its customers are called back. None: they are not."""
    proposing: Proposing | None = None
    """When they are offered it. None: they have to ask, or a ring offers it."""
    menu: FlowId | None = None
    """What callers may ask for while they wait: a flow that begins with a menu. None: keys mean nothing."""
    ring_s: float = 15.0
    """How long an agent's phone rings before the offer expires."""
    wrap_up_s: float = 10.0
    """Time limit of the work after the talk; 0 means none."""
    service_level_s: float = 20.0
