"""A contact: one piece of work from one customer, as parallel parts with a small machine each.

*Journey*: where it is in its flow. *Place*: where it stands in a queue. *Waiting room*: what it hears there.
*Talk*: who speaks with it. *Callback*: how the customer is reached. *Message*: what was left instead of
waiting. *Note*: what the customer has said of it, for the agent. *Again*: whose place it may take. *Life*:
whether it is still with us. Its offers and legs are records of their own.
"""

from enum import StrEnum
from math import inf

import msgspec

from acd.model.about import About, HeadStart
from acd.model.again import Again, NotRecognised
from acd.model.callback import AWAY, Agreed, Callback, Closed, Due, OnTheLine, Reached, Resting
from acd.model.ids import (
    AgentId,
    BridgeId,
    ContactId,
    FlowId,
    LegId,
    NodeId,
    OfferId,
    OverlayId,
    PlaybackId,
    PromptId,
    QueueId,
    RecordingId,
    RegionId,
)
from acd.model.needs import Needs, Preferences
from acd.model.promise import Promise
from acd.model.voice_message import Kept, Listened, NoMessage, Recording, Settled, VoiceMessage
from acd.model.voice_note import NoNote, VoiceNote


class Ending(StrEnum):
    """How a contact ended."""

    SERVED = "served"
    """It was talked to."""
    ABANDONED = "abandoned"
    """The caller left after entering a queue and before an answer."""
    LEFT_IN_MENU = "left_in_menu"
    """The caller left before entering a queue."""
    FLOW_ENDED = "flow_ended"
    """The flow said good-bye: out of hours, or no choice made."""
    VOICEMAIL = "voicemail"
    """It was led to a voicemail box."""
    NO_MESSAGE = "no_message"
    """The caller was asked to leave a message, and has left none: abandoned, after a place in a line."""
    UNREACHED = "unreached"
    """The customer should have been called back and was not reached."""
    CANCELLED = "cancelled"
    """The customer should have been called back, and somebody has cancelled it, or does not want to be."""
    WITHDRAWN = "withdrawn"
    """The customer should have been called back, and has rung in and taken the place along."""
    HANDLED = "handled"
    """A message was left, and an agent has closed it."""
    UNCLOSED = "unclosed"
    """A message was left, and nobody has closed it."""
    LEFT_AGAIN = "left_again"
    """The customer was called back, had to wait for an agent on the line, and left: abandoned, for good."""
    LOST = "lost"
    """The caller's leg vanished while nobody watched: Asterisk or the service was restarted."""


# --- journey -----------------------------------------------------------------------------------------------


class Speaking(msgspec.Struct, frozen=True, kw_only=True, tag="speaking"):
    """A prompt is being spoken."""

    version: int
    """Of the company, whose flow this is."""
    flow: FlowId
    node: NodeId
    tries: int
    """How often the prompt of this menu or question has been spoken, this time included; 0 outside of one."""
    turn: int
    """How many prompts this contact has heard, this one included."""
    needs: Needs
    """Gathered on the way."""
    about: About
    """Learnt on the way."""
    playback: PlaybackId
    then_menu: bool = False
    """The prompt is a remark (wrong key, no key); the menu's own prompt follows."""
    hash_due: bool = False
    """The last question had all its digits before the caller could end them: a ``#`` that comes is for it."""


class Listening(msgspec.Struct, frozen=True, kw_only=True, tag="listening"):
    """The prompt of a menu or question has ended, or was cut short by a digit; a key is awaited."""

    version: int
    flow: FlowId
    node: NodeId
    tries: int
    turn: int
    needs: Needs
    about: About
    digits: str = ""
    """Those typed so far, to a question."""
    until: float


class Dictating(msgspec.Struct, frozen=True, kw_only=True, tag="dictating"):
    """The tone has sounded, and what the caller says for the agent is being recorded."""

    version: int
    flow: FlowId
    node: NodeId
    tries: int
    turn: int
    needs: Needs
    about: About
    recording: RecordingId
    since: float
    until: float
    """If nothing is heard of it by then, it is looked for."""


class Travelled(msgspec.Struct, frozen=True, kw_only=True, tag="travelled"):
    """The journey is over: the contact is in a queue, or gone."""

    turn: int


OnTheWay = Speaking | Listening | Dictating
Journey = OnTheWay | Travelled

# --- place -------------------------------------------------------------------------------------------------


class Nowhere(msgspec.Struct, frozen=True, kw_only=True, tag="nowhere"):
    """Not in a queue."""


class Because(StrEnum):
    """Why a contact is meant for one person."""

    ASKED_FOR = "asked_for"
    OWNER = "owner"
    """Looks after the customer's account."""
    LAST_AGENT = "last_agent"
    """The customer talked with him or her lately."""


class LongLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody has waited for one person for longer than the company wants."""

    waited_s: float
    limit_s: float


class MeantFor(msgspec.Struct, frozen=True, kw_only=True):
    """The one person a contact waits for, for a while."""

    agent: AgentId
    because: Because
    until: float
    substitutes: bool = False
    """The person's substitutes may take it, too."""
    line: LongLine | None = None
    """Why they may from the beginning. None: they may not, or the person is away or was too busy."""
    since: float | None = None
    """It waits for that person since then: asked for in the line, or back in it. None: since it entered."""
    is_back: bool = False
    """Given up once, for nobody was there, and waited for again since that person came back."""


class InQueue(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a queue."""

    queue: QueueId
    own_needs: Needs = ()
    """What the contact brought with it: the same in every queue."""
    about: About = About()
    needs: Needs
    """As asked for at the beginning: rings relax them, and are looked up."""
    preferences: Preferences = ()
    region: RegionId | None = None
    """The agents responsible for it serve the contact; None: all of the queue."""
    since: float
    """Of the whole wait, whatever queues it went through."""
    entered_at: float
    """Into this queue: its rings count from here."""
    order_key: float
    """`since`, less the head start. The smallest is served first, and time never changes it."""
    head_starts: tuple[HeadStart, ...] = ()
    """What it was given, before the cap."""
    meant_for: MeantFor | None = None
    """None, or not any more: whoever the ring allows may serve it."""
    gave_up_on: MeantFor | None = None
    """The one person it waits for no longer, because neither that person nor a substitute was there: until
    he or she is back.
    """
    ring: int = 0
    """Index of the ring that is open."""
    next_ring_at: float | None = None
    """None: it was the last one."""
    leaves_at: float | None = None
    """When the queue gives it up; None: it does not, or as soon as the phone that rings for it is silent."""
    is_overdue: bool = False
    """The queue has given it up, but a phone rings for it."""
    came_by: tuple[QueueId, ...] = ()
    """The queues it has left: it does not go back to them."""
    promise: Promise | None = None
    """What was expected of this wait when it was last said."""
    promised_at: float | None = None
    """That was when the contact came back into the line. None: at its entry."""

    @property
    def earlier_s(self) -> float:
        """How much earlier than by its arrival alone it is served: the head starts, up to the cap."""
        return round(self.since - self.order_key, 3)


class Queued(InQueue, frozen=True, kw_only=True, tag="queued"):
    """Waiting in a queue; also while an offer rings, so that the place is kept."""


class Served(InQueue, frozen=True, kw_only=True, tag="served"):
    """An agent has answered. Remembers the place, should the two not get together."""

    answered_at: float


Place = Nowhere | Queued | Served

# --- waiting room ------------------------------------------------------------------------------------------


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What a contact has heard in waiting rooms, whatever it hears now."""

    turn: int = 0
    """How much has been said to it."""
    told: tuple[OverlayId, ...] = ()
    """The incidents that it has been told of; of each once."""
    stopped: tuple[PlaybackId, ...] = ()
    """What was cut short, until it is known to have ended."""
    position: int | None = None
    """The place in the line that it was told last; it is never told of a farther one."""
    promise: Promise | None = None
    """What it was told last of its wait; it is never told of a longer one."""
    due: dict[PromptId, float | None] = {}
    """When each announcement of its queue is said next; None: not any more."""
    proposal: FlowId | None = None
    """A ring has opened in whose flow a callback is to be offered as soon as may be."""
    proposal_at: float | None = None
    """When it is looked whether a callback is to be offered. None: not as things are."""
    proposed: bool = False
    """It has been offered: once is enough."""


class Elsewhere(Heard, frozen=True, kw_only=True, tag="elsewhere"):
    """It hears its flow, an agent, or nothing any more."""


class Music(Heard, frozen=True, kw_only=True, tag="music"):
    """The music of its queue."""


class Announcing(Heard, frozen=True, kw_only=True, tag="announcing"):
    """Something is said to it; the music goes on afterwards."""

    playback: PlaybackId
    incident: bool = False
    """It is what the incident has to say that it was told of last; otherwise an announcement."""


class InMenu(Heard, frozen=True, kw_only=True, tag="in_menu"):
    """It hears the menu of its queue, and goes on standing in the line."""

    since: float


WaitingRoom = Elsewhere | Music | Announcing | InMenu

# --- talk --------------------------------------------------------------------------------------------------


class Silent(msgspec.Struct, frozen=True, kw_only=True, tag="silent"):
    """Nobody talks with the contact."""


class Fetching(msgspec.Struct, frozen=True, kw_only=True, tag="fetching"):
    """An agent has answered for a callback, and waits for the customer."""

    agent: AgentId
    offer: OfferId
    agent_leg: LegId
    bridge: BridgeId
    since: float
    playback: PlaybackId | None = None
    """The agent is told what it is about; the customer is dialled afterwards."""


class Briefed(msgspec.Struct, frozen=True, kw_only=True, tag="briefed"):
    """An agent has answered for a customer who is on the line, and hears the customer's note first."""

    agent: AgentId
    offer: OfferId
    agent_leg: LegId
    bridge: BridgeId
    since: float
    playback: PlaybackId
    """The note."""


class Part(StrEnum):
    """What an agent who decides about a callback hears."""

    BRIEFING = "briefing"
    NOTE = "note"
    WRONG_KEY = "wrong_key"
    KEYS = "keys"


class Deciding(msgspec.Struct, frozen=True, kw_only=True, tag="deciding"):
    """An agent has answered for a callback, hears what it is about, and decides. Nobody is dialled yet."""

    agent: AgentId
    offer: OfferId
    agent_leg: LegId
    bridge: BridgeId
    since: float
    turn: int = 0
    """How many parts the agent has heard, this one included."""
    part: Part | None = None
    """What is being said. None: it is waited for a key."""
    until: float | None = None
    """How long. None: something is being said."""


class Joining(msgspec.Struct, frozen=True, kw_only=True, tag="joining"):
    """An agent has answered and the two legs are being brought into one bridge."""

    agent: AgentId
    offer: OfferId
    agent_leg: LegId
    bridge: BridgeId
    since: float
    joined: tuple[LegId, ...] = ()
    until: float
    """By then both legs must be in the bridge."""
    again: bool = False
    """They were asked to meet a second time, having not been seen to."""


class Talking(msgspec.Struct, frozen=True, kw_only=True, tag="talking"):
    """The two hear each other."""

    agent: AgentId
    offer: OfferId
    agent_leg: LegId
    bridge: BridgeId
    since: float


class Over(msgspec.Struct, frozen=True, kw_only=True, tag="over"):
    """There was a talk, and it has ended."""

    agent: AgentId
    since: float
    ended_at: float


Talked = Deciding | Fetching | Briefed | Joining | Talking
"""An agent has answered for the contact, and is there."""
Talk = Silent | Talked | Over

# --- life --------------------------------------------------------------------------------------------------


class Live(msgspec.Struct, frozen=True, kw_only=True, tag="live"):
    """The customer is with us."""


class Ended(msgspec.Struct, frozen=True, kw_only=True, tag="ended"):
    """It is over; only stray legs may remain to be cleared."""

    at: float
    ending: Ending
    left: Queued | None = None
    """Where it stood in a line until its own line ended: the customer may ring again. None: in no line, or
    the company recognises nobody by that.
    """
    texts_deleted: bool = False
    """What was written down of it has been kept for long enough."""


Life = Live | Ended


def _length(promise: Promise) -> tuple[float, float, float]:
    """What nothing could be said of is longer than anything."""
    if promise.high_s is None or promise.low_s is None or promise.expected_s is None:
        return inf, inf, inf
    return promise.high_s, promise.low_s, promise.expected_s


class LastTalk(msgspec.Struct, frozen=True, kw_only=True):
    """With whom a caller talked last."""

    caller: str
    agent: AgentId
    since: float


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the books for one call."""

    id: ContactId
    leg: LegId
    """The one on which it came. A callback that was scheduled came on none: no leg has this id."""
    did: str
    """The number of ours that was called; of a callback that was scheduled the one that it shows."""
    caller: str | None
    """The number presented by the network; None when withheld."""
    language: str
    arrived_at: float
    policy_version: int
    """The version in force when it came."""
    journey: Journey
    place: Place = Nowhere()
    waiting_room: WaitingRoom = Elsewhere()
    talk: Talk = Silent()
    callback: Callback = OnTheLine()
    message: VoiceMessage = NoMessage()
    note: VoiceNote = NoNote()
    again: Again = NotRecognised()
    life: Life = Live()
    medium: str = "voice"

    @property
    def is_live(self) -> bool:
        """Whether the customer is still with us."""
        return isinstance(self.life, Live)

    @property
    def customer_leg(self) -> LegId:
        """The line on which the customer is; on none, the one of before."""
        state = self.callback
        known = state.leg if isinstance(state, Agreed | Reached | Closed) else None
        return known or self.leg

    @property
    def number(self) -> str | None:
        """The customer's: the one to call back, if that is agreed; None when withheld."""
        return self.caller if isinstance(self.callback, OnTheLine) else self.callback.order.number

    @property
    def is_away(self) -> bool:
        """Whether the customer is on no line of ours: is to be called back, or has left a message."""
        return isinstance(self.callback, AWAY) or self.has_left

    @property
    def has_left(self) -> bool:
        """Whether the customer has hung up, or may, having left a message."""
        match self.message:
            case Recording(gone_at=gone_at):
                return gone_at is not None
            case Kept() | Listened():
                return True
            case Settled():  # and is not called for that
                return isinstance(self.callback, OnTheLine)
            case _:
                return False

    @property
    def is_owed_a_talk(self) -> bool:
        """Whether the customer was called back, is on that line, and has not met an agent there yet."""
        unmet = isinstance(self.talk, Silent | Briefed | Joining)
        waits = isinstance(self.place, Queued) or isinstance(self.talk, Briefed | Joining)
        return isinstance(self.callback, Reached) and unmet and waits

    @property
    def is_held(self) -> bool:
        """Whether its place is kept, however long it takes: nobody holds the line."""
        return self.is_away or isinstance(self.callback, Agreed)

    @property
    def waits_on_line(self) -> bool:
        """Whether it stands in a queue, and the customer holds the line for that."""
        return self.is_live and isinstance(self.place, Queued) and not self.is_held

    @property
    def scheduled_for(self) -> float | None:
        """The moment of a callback that was scheduled: its place counts from then. None: it was not."""
        match self.callback:
            case Resting(order=order) | Due(order=order) if order.appointment is not None:
                return order.not_before
            case _:
                return None

    @property
    def began_at(self) -> float:
        """When the customer called; or was to be called, if that was scheduled."""
        order = None if isinstance(self.callback, OnTheLine) else self.callback.order
        if order is None or order.appointment is None or order.not_before is None:
            return self.arrived_at
        return order.not_before

    @property
    def can_be_served(self) -> bool:
        """Whether it makes sense to look for an agent now."""
        return isinstance(self.callback, OnTheLine | Due | Reached)

    @property
    def promised(self) -> Promise | None:
        """What it was told last of its wait: at the entry into this queue, or by the clock. That is the
        shorter one, for nobody is told of a longer wait than before.
        """
        first = self.place.promise if isinstance(self.place, InQueue) else None
        said = [promise for promise in (self.waiting_room.promise, first) if promise is not None]
        return min(said, key=_length, default=None)

    @property
    def policy_versions(self) -> frozenset[int]:
        """The versions that are needed as long as the contact lives: the one it came under, and the one whose
        flow it is in, should a queue have sent it into one of a later version.
        """
        journey = self.journey
        travelled = journey.version if isinstance(journey, OnTheWay) else self.policy_version
        return frozenset((self.policy_version, travelled))
