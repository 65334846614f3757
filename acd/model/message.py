"""What the engine hears: from Asterisk, from agents, from the administrator, from its own timer.

Messages are frozen and carry no moment of their own: the time travels beside them.
"""

import msgspec

from acd.model.about import About
from acd.model.agent import PhoneState
from acd.model.ids import (
    AgentId,
    BridgeId,
    ContactId,
    LegId,
    OfferId,
    OverlayId,
    PhoneId,
    PlaybackId,
    QueueId,
    RecordingId,
)
from acd.model.needs import Needs
from acd.model.overlay import Edit
from acd.model.policy import Policy

# --- from Asterisk -----------------------------------------------------------------------------------------


class CallArrived(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A caller's channel has entered the service."""

    leg: LegId
    did: str
    caller: str | None


class LegSeen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A channel that we asked for has entered the service."""

    leg: LegId


class LegRang(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The far phone rings."""

    leg: LegId


class LegAnswered(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The far end has answered, or our answer of the caller's leg was carried out."""

    leg: LegId


class LegVanished(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The channel is no more, or was never made."""

    leg: LegId
    cause: int | None
    """Q.850 cause; None when nobody knows."""
    lost: bool = False
    """Nobody hung up: it was found missing afterwards, or Asterisk itself has ended."""


class LegRefused(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Asterisk would not make the channel: the phone is not registered or not known."""

    leg: LegId
    reason: str


class KeyPressed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A DTMF key was released."""

    leg: LegId
    key: str


class PlaybackEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A prompt has ended by itself, was stopped or could not be played."""

    playback: PlaybackId
    failed: bool = False


class RecordingEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What was said is recorded, as far as it went; or it could not be."""

    recording: RecordingId
    length_s: float | None = None
    """How long somebody spoke. None: nobody knows."""
    failed: bool = False


class LegJoined(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The leg is in the bridge."""

    leg: LegId
    bridge: BridgeId


class JoinRefused(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Asterisk would not bring the legs together."""

    bridge: BridgeId
    reason: str


class SeenLeg(msgspec.Struct, frozen=True, kw_only=True):
    """A channel found in Asterisk."""

    leg: LegId
    up: bool
    ringing: bool
    arrived: CallArrived | None = None
    """How it came in, when it is a caller's."""


class SeenBridge(msgspec.Struct, frozen=True, kw_only=True):
    """A bridge found in Asterisk."""

    bridge: BridgeId
    legs: tuple[LegId, ...]


class AsteriskSeen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """All channels and bridges of the service, looked up at every (re)connect."""

    asked_at: float
    """When the look-up began: a leg asked for later may rightly be missing."""
    legs: tuple[SeenLeg, ...]
    bridges: tuple[SeenBridge, ...]
    heard: tuple[LegId, ...] = ()
    """Legs that gave a sign of life while the look-up was on: they too may rightly be missing."""


class AsteriskLost(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The connection is gone; calls live on, we neither hear nor command."""


class PhoneSeen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A desk phone has changed its state."""

    phone: PhoneId
    state: PhoneState


class PhonesSeen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The states of all desk phones at once; a phone not named cannot be called."""

    states: dict[PhoneId, PhoneState]


class PhonesLost(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nobody tells phone states at the moment: all are unknown."""

    reason: str = ""


class Resumed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A contact was found alive after we had been away: whatever we asked meanwhile may not have happened."""

    contact: ContactId
    together: bool
    """Its two legs are in the bridge of their talk."""


# --- from agents -------------------------------------------------------------------------------------------


class LogIn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent sits down at a desk; not ready until he or she says so."""

    agent: AgentId
    phone: PhoneId


class LogOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent leaves."""

    agent: AgentId


class GoReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants calls."""

    agent: AgentId


class GoNotReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants no calls for now."""

    agent: AgentId
    reason: str


class EndWrapUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The work after the talk is done."""

    agent: AgentId


# --- from supervisors and agents ---------------------------------------------------------------------------


class EnterOverlay(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Change something for a while."""

    edit: Edit
    author: str
    reason: str
    begins_at: float | None = None
    """None, or a moment that has passed: now."""
    ends_at: float | None = None
    """None: until somebody takes it back."""


class MessageRead(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A program has written down what was said in a message."""

    contact: ContactId
    text: str


class NoteRead(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A program has written down what was said in a note."""

    contact: ContactId
    recording: RecordingId
    text: str


class RecordingOutlived(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It is older than recordings are kept."""

    contact: ContactId
    recording: RecordingId


class MoveOverlayEnd(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Let such a change end at another moment; also one that has not begun."""

    overlay: OverlayId
    author: str
    ends_at: float | None = None
    """None: until somebody takes it back."""


class WithdrawOverlay(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """End such a change, or call it off."""

    overlay: OverlayId
    author: str


class ScheduleCallback(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Call a customer at a moment to come."""

    number: str
    """In the international form, with a plus sign."""
    queue: QueueId
    not_before: float
    author: str
    expires_at: float | None = None
    """None: as long after that moment as the queue says."""
    wanted: AgentId | None = None
    """Who is to call. None: anybody."""
    name: str | None = None
    note: str | None = None
    language: str | None = None
    """None: that of the customer's record, or of the number that is shown."""
    needs: Needs = ()
    """Beside those of the queue."""
    about: About | None = None
    """None: what is known of the number."""
    follows: ContactId | None = None
    """The contact in which it was agreed."""


class CancelCallback(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Do not call a customer back who waits for it."""

    contact: ContactId
    author: str


# --- from the administrator --------------------------------------------------------------------------------


class PolicyApplied(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A new version of the company is in force."""

    policy: Policy


# --- from the timer ----------------------------------------------------------------------------------------


class TimePassed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A deadline may be due; the engine turns it into the time-outs below."""


class KeyTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """No key came."""

    contact: ContactId


class StageTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The next ring of a contact's queue opens for it."""

    contact: ContactId


class StageFoundEmpty(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nobody who is logged in could serve the contact in its ring. The matcher has seen it."""

    contact: ContactId


class AgentExpected(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It is time to call a customer before any agent is rung. The matcher has seen it."""

    contact: ContactId


class OfferTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The phone did not ring, or nobody answered, in time."""

    offer: OfferId


class CallbackTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A customer may be called back from now on, does not answer, or is given up."""

    contact: ContactId


class MessageTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nothing was heard of a recording."""

    contact: ContactId


class NoteTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nothing was heard of the recording of a note."""

    contact: ContactId


class AwaitedNoteTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nothing was heard of the recording of a note that the customer was leaving, who has hung up."""

    contact: ContactId


class PreviewTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent who is to decide about a callback has pressed nothing."""

    contact: ContactId


class AnnouncementDue(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """There is something to be said to a contact that waits."""

    contact: ContactId


class ProposalDue(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It is time to look whether a contact that waits is to be offered a callback."""

    contact: ContactId


class JoinTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The two legs did not meet in time."""

    contact: ContactId


class OverlayDue(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A change for a while begins or ends."""

    overlay: OverlayId


class WrapUpTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The time for the work after the talk is up."""

    agent: AgentId


class ReturnTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent who missed calls is back in the line by itself."""

    agent: AgentId


class PhoneCameBack(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The phone at which an agent sits can be reached again."""

    agent: AgentId


class LoadTurned(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent is too busy from now on, or not any more; or a new day begins, with no contact yet."""

    agent: AgentId


class RestTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The rest after a failed offer is over."""

    agent: AgentId


class PassingUnseen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg that we passed on to the dialplan is with us still."""

    leg: LegId


class EndTimedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """We asked to end a leg and have heard nothing."""

    leg: LegId


FromAsterisk = (
    CallArrived
    | LegSeen
    | LegRang
    | LegAnswered
    | LegVanished
    | LegRefused
    | KeyPressed
    | PlaybackEnded
    | RecordingEnded
    | LegJoined
    | JoinRefused
    | AsteriskSeen
    | AsteriskLost
)
FromPhones = PhoneSeen | PhonesSeen | PhonesLost
FromAgent = LogIn | LogOut | GoReady | GoNotReady | EndWrapUp
TimeOut = (
    ReturnTimedOut
    | LoadTurned
    | OverlayDue
    | KeyTimedOut
    | StageTimedOut
    | AnnouncementDue
    | ProposalDue
    | CallbackTimedOut
    | MessageTimedOut
    | NoteTimedOut
    | AwaitedNoteTimedOut
    | PreviewTimedOut
    | OfferTimedOut
    | JoinTimedOut
    | WrapUpTimedOut
    | RestTimedOut
    | EndTimedOut
)
FromSupervisor = EnterOverlay | MoveOverlayEnd | WithdrawOverlay | ScheduleCallback | CancelCallback
FromHouse = MessageRead | NoteRead | RecordingOutlived
Heard = FromAsterisk | FromPhones | FromAgent | FromSupervisor | FromHouse | PolicyApplied | TimePassed
