"""What the engine has concluded. Facts explain: KPIs, audit, stories and webhooks are made of them.

A fact of one machine is a message to the others; past tense always. The moment stands beside it.
"""

import msgspec

from acd.model.about import About, HeadStart
from acd.model.contact import Ending, MeantFor
from acd.model.ids import (
    AgentId,
    BridgeId,
    ContactId,
    FlowId,
    LegId,
    NodeId,
    OfferId,
    OverlayId,
    PhoneId,
    PromptId,
    QueueId,
    RegionId,
)
from acd.model.leg import Side
from acd.model.needs import Needs
from acd.model.overlay import Edit
from acd.model.people import Failure
from acd.model.promise import Promise, WaitEnd
from acd.model.queue import Destination, Excess
from acd.model.why import PassedOver, Why

# --- the contact -------------------------------------------------------------------------------------------


class ContactArrived(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A call came in on a number of ours."""

    contact: ContactId
    leg: LegId
    did: str
    caller: str | None
    flow: FlowId
    open: bool
    policy_version: int
    about: About = About()


class NumberUnknown(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A call came in on a number that the company does not list; it is ended."""

    leg: LegId
    did: str


class PromptBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller is being told something."""

    contact: ContactId
    node: NodeId
    prompt: str


class PromptFailed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A prompt could not be played; the journey goes on."""

    contact: ContactId
    node: NodeId


class KeyTaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A key of a menu was pressed and understood."""

    contact: ContactId
    node: NodeId
    key: str


class KeyMistaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A key without meaning in this menu was pressed."""

    contact: ContactId
    node: NodeId
    key: str


class KeyMissed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """No key came in time."""

    contact: ContactId
    node: NodeId


class DigitsTaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller has typed what was asked for, and it was understood."""

    contact: ContactId
    node: NodeId
    digits: str
    region: RegionId | None
    """Where the caller is, as far as is known now."""
    wanted: AgentId | None
    """Whom the caller wants, as far as is known now."""


class DigitsMistaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller has typed what stands for nothing, or too little."""

    contact: ContactId
    node: NodeId
    digits: str


class QueueChosen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The journey leads to a queue."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    about: About = About()


class FlowEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The journey leads to good-bye."""

    contact: ContactId
    node: NodeId


class PlaceTaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The contact waits."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    order_key: float
    head_starts: tuple[HeadStart, ...] = ()
    """What it was given, before the cap."""
    meant_for: MeantFor | None = None
    """The one person it waits for at first."""


class WaitPromised(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """How long the wait that begins will be, or that we cannot say."""

    contact: ContactId
    queue: QueueId
    promise: Promise


class WaitEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The outcome of the promise: the wait in this queue is over."""

    contact: ContactId
    queue: QueueId
    waited_s: float
    """In this queue."""
    end: WaitEnd


class PlaceMoved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An incident moves the contact forward in the line."""

    contact: ContactId
    order_key: float
    because: str
    head_start_s: float
    """What the incident gives it, before the cap."""


class IncidentTold(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """While it waits the contact is being told of an incident."""

    contact: ContactId
    overlay: OverlayId
    prompt: PromptId
    because: str


class PersonGivenUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One person is not waited for any longer, or not alone."""

    contact: ContactId
    agent: AgentId
    substitutes: bool
    """That person's substitutes may take it now; False: the whole queue."""
    skipped: bool
    """Before the time was up: nobody who could take it was logged in."""
    passed_over: PassedOver | None = None
    """Why that person did not take it, if it is more than that the time was up."""


class Overflowed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The queue cannot serve the contact, or not soon enough: it goes elsewhere."""

    contact: ContactId
    queue: QueueId
    """The one it leaves."""
    to: Destination
    because: Excess
    needs: Needs
    about: About


class RingOpened(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What the contact needs is relaxed."""

    contact: ContactId
    queue: QueueId
    ring: int
    """Index of the ring that is open now."""
    skipped: bool
    """The ring before was left early: nobody who is logged in could serve the contact there."""


class PlaceAmended(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A new version of the company asks otherwise for a contact that waits; it keeps its place."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    ring: int
    region: RegionId | None


class NobodyFound(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nobody in the company could serve the contact, whoever logs in, and the queue sends it nowhere else."""

    contact: ContactId
    queue: QueueId


class PlaceRestored(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent had answered but the two did not get together: the contact waits again, in its old place."""

    contact: ContactId
    queue: QueueId
    order_key: float


class TalkBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent has answered the contact."""

    contact: ContactId
    agent: AgentId
    offer: OfferId
    bridge: BridgeId


class TalkJoined(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The two hear each other."""

    contact: ContactId
    agent: AgentId


class TalkFailed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The two legs could not be brought together."""

    contact: ContactId
    agent: AgentId
    leg: LegId
    bridge: BridgeId


class TalkEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The talk is over."""

    contact: ContactId
    agent: AgentId
    leg: LegId
    bridge: BridgeId
    by: Side


class ContactEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The contact is over."""

    contact: ContactId
    ending: Ending


class CallPassedOn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The dialplan goes on with the call, into a voicemail box."""

    contact: ContactId
    leg: LegId
    box: str


# --- the offer ---------------------------------------------------------------------------------------------


class OfferOpened(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A contact is offered to an agent."""

    offer: OfferId
    contact: ContactId
    agent: AgentId
    phone: PhoneId
    leg: LegId
    queue: QueueId
    why: Why


class OfferRang(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent's phone rings."""

    offer: OfferId
    contact: ContactId
    agent: AgentId


class OfferAnswered(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent took it."""

    offer: OfferId
    contact: ContactId
    agent: AgentId
    leg: LegId
    confirmed: bool = False
    """By a key: at a line to the outside a person did."""


class OfferFailed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent did not take it."""

    offer: OfferId
    contact: ContactId
    agent: AgentId
    leg: LegId
    failure: Failure
    unconfirmed: bool = False
    """The line was answered, and no key proved that a person did."""


class OfferWithdrawn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """We took it back."""

    offer: OfferId
    contact: ContactId
    agent: AgentId
    leg: LegId
    reason: str


# --- legs --------------------------------------------------------------------------------------------------


class LegAppeared(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg that we asked for is there."""

    leg: LegId
    contact: ContactId
    side: Side


class LegStartedRinging(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The phone of a leg rings."""

    leg: LegId
    contact: ContactId
    side: Side


class LegCameUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg is answered."""

    leg: LegId
    contact: ContactId
    side: Side


class LegEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg is gone."""

    leg: LegId
    contact: ContactId
    side: Side
    cause: int | None
    refused: bool = False
    """Asterisk would not even make it."""
    lost: bool = False
    """Nobody saw it end."""
    asked: bool = False
    """We had asked for its end."""


# --- agents ------------------------------------------------------------------------------------------------


class AgentLoggedIn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent sits at a desk and is not ready."""

    agent: AgentId
    phone: PhoneId


class AgentLoggedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent has left."""

    agent: AgentId
    reason: str


class DeskTaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Somebody else has logged in at the agent's phone."""

    agent: AgentId
    """Who sat there before."""
    phone: PhoneId


class AgentBecameReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants calls."""

    agent: AgentId


class AgentBecameNotReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants no calls."""

    agent: AgentId
    reason: str


class WrapUpBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """After-contact work."""

    agent: AgentId
    contact: ContactId
    until: float


class WrapUpEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent is done with the after-contact work."""

    agent: AgentId
    by_limit: bool


class AgentOverloaded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent was busier lately than the company allows: substitutes take what is meant for him or her."""

    agent: AgentId


class AgentRelieved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Not too busy any more."""

    agent: AgentId


class AgentReturned(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Somebody who was absent has logged in."""

    agent: AgentId


# --- overlays ----------------------------------------------------------------------------------------------


class OverlayBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A change for a while has come into force."""

    overlay: OverlayId
    edit: Edit
    reason: str
    until: float | None


class OverlayEndMoved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A change for a while, planned or in force, is to end at another moment."""

    overlay: OverlayId
    edit: Edit
    until: float | None
    by: str
    """Who says so."""


class OverlayEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It does not hold any more."""

    overlay: OverlayId
    edit: Edit


# --- the service -------------------------------------------------------------------------------------------


class PolicyChanged(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A new version of the company is in force."""

    version: int
    queues: tuple[QueueId, ...] = ()
    """Those that are served otherwise than before."""


class Surprise(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A machine heard what its table calls impossible. Nothing is done about it, but it is never hidden."""

    machine: str
    record: str
    state: str
    message: str


Fact = (
    ContactArrived
    | NumberUnknown
    | PromptBegan
    | PromptFailed
    | KeyTaken
    | KeyMistaken
    | KeyMissed
    | DigitsTaken
    | DigitsMistaken
    | QueueChosen
    | FlowEnded
    | PlaceTaken
    | WaitPromised
    | WaitEnded
    | PlaceMoved
    | IncidentTold
    | PersonGivenUp
    | Overflowed
    | RingOpened
    | PlaceAmended
    | NobodyFound
    | PlaceRestored
    | TalkBegan
    | TalkJoined
    | TalkFailed
    | TalkEnded
    | CallPassedOn
    | ContactEnded
    | OfferOpened
    | OfferRang
    | OfferAnswered
    | OfferFailed
    | OfferWithdrawn
    | LegAppeared
    | LegStartedRinging
    | LegCameUp
    | LegEnded
    | AgentLoggedIn
    | AgentLoggedOut
    | DeskTaken
    | AgentBecameReady
    | AgentBecameNotReady
    | WrapUpBegan
    | WrapUpEnded
    | AgentOverloaded
    | AgentRelieved
    | AgentReturned
    | OverlayBegan
    | OverlayEndMoved
    | OverlayEnded
    | PolicyChanged
    | Surprise
)
