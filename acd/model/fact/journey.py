"""Facts of a journey: what callers hear and press, from the first ring to the end of the contact."""

import msgspec

from acd.model.about import About
from acd.model.callback import NeverCalled
from acd.model.contact import Ending
from acd.model.ids import (
    AgentId,
    ContactId,
    FlowId,
    LegId,
    NodeId,
    QueueId,
    RegionId,
)
from acd.model.needs import Needs
from acd.model.queue import Announcement


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
    earlier: ContactId | None = None
    """Who has a place, and called from the same number, or is to be called there: the caller may take it."""


class NumberUnknown(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A call came in on a number that the company does not list; it is ended."""

    leg: LegId
    did: str


class StartedAnew(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller does not want the place of before, and goes where the number leads everybody."""

    contact: ContactId
    earlier: ContactId


class PromptBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller is being told something."""

    contact: ContactId
    node: NodeId
    prompt: str


class PromptFailed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A prompt could not be played; the journey goes on."""

    contact: ContactId
    node: NodeId


class MenuOpened(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A key was pressed while waiting: the caller is in the menu of the queue, and keeps the place."""

    contact: ContactId
    flow: FlowId


class WaitGoesOn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """From that menu back into the line."""

    contact: ContactId
    say: Announcement | None = None
    """What the caller has asked to be told."""


class LanguageChosen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller wants to be spoken to in this language."""

    contact: ContactId
    language: str


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


class NumberEntered(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller has typed the number at which to call back, and it may be called."""

    contact: ContactId
    node: NodeId
    digits: str
    number: str
    """In the international form, with a plus sign."""


class NumberSettled(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """That number has been changed often enough: it is not asked for again."""

    contact: ContactId
    node: NodeId


class NumberMissing(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """There is no number here at which the customer could be called back: the journey goes on elsewhere."""

    contact: ContactId
    node: NodeId
    """Where it would have been read out, or the callback agreed."""
    number: str | None
    """The one that may not be called, as it was shown or keyed in."""
    why: NeverCalled


class QueueChosen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The journey leads to a queue."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    about: About = About()
    to_be_called: bool = False
    """The customer does not wait on the line, but will be called back."""
    brought_forward: bool = False
    """Before the moment at which the customer should have been called, or beside a place whose line has not
    ended: no line is too long for who was promised a call, or stands in it.
    """


class VoicemailChosen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The caller wants to leave a message."""

    contact: ContactId
    box: str


class FlowEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The journey leads to good-bye."""

    contact: ContactId
    node: NodeId


class ContactEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The contact is over."""

    contact: ContactId
    ending: Ending


class CallPassedOn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The dialplan goes on with the call, into a voicemail box."""

    contact: ContactId
    leg: LegId
    box: str


OfJourney = (
    ContactArrived
    | NumberUnknown
    | StartedAnew
    | PromptBegan
    | PromptFailed
    | MenuOpened
    | WaitGoesOn
    | LanguageChosen
    | VoicemailChosen
    | KeyTaken
    | KeyMistaken
    | KeyMissed
    | DigitsTaken
    | DigitsMistaken
    | NumberEntered
    | NumberMissing
    | NumberSettled
    | QueueChosen
    | FlowEnded
    | CallPassedOn
    | ContactEnded
)
