"""Facts of voice messages: left, listened to, closed."""

import msgspec

from acd.model.about import About
from acd.model.ids import AgentId, BridgeId, ContactId, LegId, OfferId, RecordingId
from acd.model.needs import Needs


class MessageChosen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller wants to leave a message for this box, of which messages are work for a queue."""

    contact: ContactId
    box: str
    needs: Needs
    about: About


class MessageInvited(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller is told to speak after the tone, and has no place in a line meanwhile."""

    contact: ContactId
    box: str


class RecordingBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What the caller says is recorded: committed before it is done."""

    contact: ContactId
    recording: RecordingId


class MessageLeft(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """There is a message; the line is not needed any more."""

    contact: ContactId
    leg: LegId
    recording: RecordingId
    length_s: float


class MessageMissed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """There is none: nothing was said, or nothing could be recorded."""

    contact: ContactId
    to_box: str | None = None
    """Asterisk's own box, which the caller is led to instead. None: he or she has had the chance."""


class MessagePlayed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent has answered and listens."""

    contact: ContactId
    agent: AgentId


class MessageTranscribed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A program has written down what was said."""

    contact: ContactId
    text: str | None
    """None: deleted, as the recording is."""


class MessageClosed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent has said what becomes of it."""

    contact: ContactId
    agent: AgentId
    outcome: str


class MessageReturned(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It goes back to its place: the agent gave it back, or hung up."""

    contact: ContactId
    agent: AgentId
    given_back: bool


class MessageGivenUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Too many agents have listened to it and not said what becomes of it."""

    contact: ContactId


class RecordingDeleted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It was kept as long as the company keeps them: committed before it is deleted."""

    contact: ContactId
    recording: RecordingId


class SenderWanted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent who has listened wants to speak with whoever left the message."""

    contact: ContactId
    number: str
    agent: AgentId
    offer: OfferId
    leg: LegId
    """The agent's."""
    bridge: BridgeId


OfVoiceMessage = (
    MessageChosen
    | MessageInvited
    | RecordingBegan
    | MessageLeft
    | MessageMissed
    | MessagePlayed
    | MessageTranscribed
    | MessageClosed
    | MessageReturned
    | MessageGivenUp
    | RecordingDeleted
    | SenderWanted
)
