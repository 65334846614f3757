"""Flows: IVR scripts as data. A node does one thing, and names the node after it."""

from enum import StrEnum

import msgspec

from acd.model.about import Topic
from acd.model.callback import Between
from acd.model.ids import FlowId, NodeId, PromptId, QueueId, SkillId
from acd.model.needs import Needs
from acd.model.queue import Announcement


class Say(msgspec.Struct, frozen=True, kw_only=True, tag="say"):
    """Speak a prompt, then go on."""

    prompt: PromptId
    next: NodeId
    without_number: NodeId | None = None
    """Where to go instead if the prompt reads out a number, and there is none that could be called."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What one key of a menu means."""

    next: NodeId
    needs: Needs = ()
    """Added to the contact's needs; for a skill asked twice the higher level counts."""
    topic: Topic = Topic()
    """What is known now of what the contact is about."""


class Menu(msgspec.Struct, frozen=True, kw_only=True, tag="menu"):
    """Speak a prompt and wait for one key; a key during the prompt cuts it short (barge-in)."""

    prompt: PromptId
    wrong_key: PromptId
    """Spoken before the menu repeats after a key without meaning."""
    no_key: PromptId
    """Spoken before the menu repeats after silence."""
    choices: dict[str, Choice]
    """By key: ``0`` to ``9``, ``*`` or ``#``."""
    wait_s: float
    """How long to wait for a key after the prompt has ended."""
    tries: int
    """How often the prompt is spoken in all."""
    otherwise: NodeId
    """Where to go when all tries are used up."""
    without_number: NodeId | None = None
    """Where to go instead if the prompt reads out a number, and there is none that could be called."""


class Meaning(StrEnum):
    """What the digits stand for that a caller is asked for."""

    POSTAL_CODE = "postal_code"
    """Where the caller is: tells the region."""
    EXTENSION = "extension"
    """Whom the caller wants: an agent's number."""
    PHONE_NUMBER = "phone_number"
    """Where the caller wants to be called back."""
    TIME = "time"
    """When: the hour and the minute, on the customer's clock."""


class Ask(msgspec.Struct, frozen=True, kw_only=True, tag="ask"):
    """Speak a prompt and gather digits; the first one cuts it short. ``#`` ends them, ``*`` begins anew."""

    prompt: PromptId
    unknown: PromptId
    """Spoken before it is asked again, after digits that stand for nothing."""
    no_key: PromptId
    """Spoken before it is asked again, after silence."""
    means: Meaning
    least: int
    """Fewer digits mean nothing."""
    most: int
    """With so many nothing more is waited for."""
    wait_s: float
    """How long to wait for the first digit after the prompt, and for each one after it."""
    tries: int
    """How often the prompt is spoken in all."""
    next: NodeId
    """Where to go with what is known then."""
    otherwise: NodeId
    """Where to go when all tries are used up."""


class Enqueue(msgspec.Struct, frozen=True, kw_only=True, tag="enqueue"):
    """Take a place in a queue."""

    queue: QueueId
    needs: Needs = ()
    instead_of: frozenset[SkillId] = frozenset()
    """What was gathered on the way and asks for one of these skills is not needed any more."""


class SwitchLanguage(msgspec.Struct, frozen=True, kw_only=True, tag="switch_language"):
    """Speak another language from now on."""

    language: str
    next: NodeId


class KeepWaiting(msgspec.Struct, frozen=True, kw_only=True, tag="keep_waiting"):
    """Back to the line that the contact has gone on standing in."""

    say: Announcement | None = None
    """Said there at once."""


class CallBack(msgspec.Struct, frozen=True, kw_only=True, tag="call_back"):
    """Call the customer back, who keeps the place in the line: to be followed by good-bye."""

    queue: QueueId | None = None
    """Where to take a place; None: where the contact stands already."""
    next: NodeId
    otherwise: NodeId
    """Where to go if that number cannot be called back."""
    between: Between | None = None
    """At this time of day only, on the customer's clock."""
    at_asked: bool = False
    """Not before the time that was keyed in."""


class RecordNote(msgspec.Struct, frozen=True, kw_only=True, tag="record_note"):
    """Record what the caller says for the agent, after a prompt and a tone. The last note counts."""

    prompt: PromptId
    longest_s: float
    silence_s: float
    """So much silence ends it."""
    next: NodeId
    otherwise: NodeId
    """Where to go if nothing was said, or nothing could be recorded."""


class TakePlace(msgspec.Struct, frozen=True, kw_only=True, tag="take_place"):
    """Take the place that somebody has who called from this number; it is not to be called back any more."""

    otherwise: NodeId
    """Where to go if that place cannot be had: somebody is about to call there, or the queue is no more."""


class DeclineCallback(msgspec.Struct, frozen=True, kw_only=True, tag="cancel_callback"):
    """Whoever waits to be called back at this number is not called any more."""

    next: NodeId
    otherwise: NodeId
    """Where to go if somebody is about to call there, or has."""


class StartOver(msgspec.Struct, frozen=True, kw_only=True, tag="start_over"):
    """Go where the number leads everybody else."""


class Voicemail(msgspec.Struct, frozen=True, kw_only=True, tag="voicemail"):
    """Leave a message in a box."""

    box: str


class Hangup(msgspec.Struct, frozen=True, kw_only=True, tag="hangup"):
    """End the call."""


Node = (
    Say
    | Menu
    | Ask
    | Enqueue
    | SwitchLanguage
    | KeepWaiting
    | CallBack
    | RecordNote
    | TakePlace
    | DeclineCallback
    | StartOver
    | Voicemail
    | Hangup
)


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """An IVR script as data."""

    id: FlowId
    start: NodeId
    nodes: dict[NodeId, Node]
