"""Names for the identifiers, so that a leg is never passed where a contact is meant.

Ids of our own making are minted by the engine from the epoch of its leadership and a counter, so they are
unique over restarts without asking anybody: contact ``c7-12``, offer ``o7-31``. What belongs to exactly one
of them is derived from it: the agent's leg ``o7-31-leg``, the bridge ``o7-31-bridge``, a prompt ``c7-12-p3``.
The leg of a caller keeps the id that Asterisk gave its channel.
"""

import re
from typing import NewType

AgentId = NewType("AgentId", str)
BridgeId = NewType("BridgeId", str)
ContactId = NewType("ContactId", str)
FlowId = NewType("FlowId", str)
LegId = NewType("LegId", str)
NodeId = NewType("NodeId", str)
OfferId = NewType("OfferId", str)
PhoneId = NewType("PhoneId", str)
PlaybackId = NewType("PlaybackId", str)
PromptId = NewType("PromptId", str)
QueueId = NewType("QueueId", str)
RecordingId = NewType("RecordingId", str)
OverlayId = NewType("OverlayId", str)
RegionId = NewType("RegionId", str)
SkillId = NewType("SkillId", str)


_RECORDING = re.compile(r"acd-(?P<arrived_at>\d+)-(?P<contact>c\d+-\d+)")


def agent_leg_of(offer: OfferId) -> LegId:
    """The leg to the agent's phone that belongs to one offer."""
    return LegId(f"{offer}-leg")


def attempt_leg_of(contact: ContactId, attempt: int) -> LegId:
    """The leg of the `attempt`th dial to a customer who is called back, from 1."""
    return LegId(f"{contact}-d{attempt}")


def briefing_of(offer: OfferId) -> PlaybackId:
    """The playback of what an agent is told before the customer is dialled."""
    return PlaybackId(f"{offer}-b")


def bridge_of(offer: OfferId) -> BridgeId:
    """The bridge in which the talk that grew out of one offer takes place."""
    return BridgeId(f"{offer}-bridge")


def greeting_of(contact: ContactId, turn: int) -> PlaybackId:
    """The playback of what a caller is told before the tone, for the `turn`th time."""
    return PlaybackId(f"{contact}-g{turn}")


def listening_of(offer: OfferId, turn: int) -> PlaybackId:
    """The playback of what an agent who listens to a message hears at this `turn`."""
    return PlaybackId(f"{offer}-m{turn}")


def briefing_note_of(offer: OfferId) -> PlaybackId:
    """The playback of what the customer has said of it, for the agent who is about to call."""
    return PlaybackId(f"{offer}-n")


def previewing_of(offer: OfferId, turn: int) -> PlaybackId:
    """The playback of what an agent who decides about a callback hears at this `turn`."""
    return PlaybackId(f"{offer}-k{turn}")


def note_of(contact: ContactId, arrived_at: float, turn: int) -> RecordingId:
    """What a caller has said for the agent at the `turn` of the journey, named as `recording_of` does."""
    return RecordingId(f"{recording_of(contact, arrived_at)}-n{turn}")


def recording_of(contact: ContactId, arrived_at: float) -> RecordingId:
    """What a caller has left. Asterisk keeps it under this name, perhaps for longer than we our books: with
    the moment in it no later one is the same.
    """
    return RecordingId(f"acd-{int(arrived_at)}-{contact}")


def recorded_of(recording: str) -> tuple[ContactId, int] | None:
    """Of which contact a recording is, and the second of its arrival; None: it is none of ours."""
    found = _RECORDING.match(recording)
    return (ContactId(found["contact"]), int(found["arrived_at"])) if found else None


def word_of(leg: LegId, turn: int) -> PlaybackId:
    """The playback of what is said for the `turn`th time to whoever takes a call to a customer."""
    return PlaybackId(f"{leg}-w{turn}")


def question_of(offer: OfferId, turn: int) -> PlaybackId:
    """The playback of the question put for the `turn`th time to whoever answers a line to the outside."""
    return PlaybackId(f"{offer}-q{turn}")


def announcement_of(contact: ContactId, turn: int) -> PlaybackId:
    """The playback of what was said at its `turn` to a contact that waits."""
    return PlaybackId(f"{contact}-a{turn}")


def playback_of(contact: ContactId, turn: int) -> PlaybackId:
    """The playback of the prompt that a journey spoke at its `turn`."""
    return PlaybackId(f"{contact}-p{turn}")
