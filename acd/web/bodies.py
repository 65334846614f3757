"""What goes over the control socket, both ways, as types; JSON on the wire."""

from typing import Annotated, Literal

import msgspec

from acd.core.explain import NotYet
from acd.model.callback import Miss, NeverCalled
from acd.model.overlay import Edit
from acd.model.promise import Promise
from acd.runtime.ports import Entry
from acd.web.service import Readiness


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """At which phone an agent logs in."""

    phone: str


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why an agent takes no calls; None: the first reason of the company."""

    reason: str | None = None


class NewOverlay(msgspec.Struct, frozen=True, kw_only=True):
    """A change for a while, such as an absence."""

    edit: Edit
    reason: str
    """In words; of an absence also the key of one of the company's reasons."""
    author: str
    begins: str | None = None
    """As people write it, in the company's time zone; None: now."""
    ends: str | None = None
    """None: until somebody takes it back."""


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes a change back."""

    author: str


class NewEnd(msgspec.Struct, frozen=True, kw_only=True):
    """When a change for a while is to end instead, and who says so."""

    author: str
    ends: str | None
    """As people write it, in the company's time zone; None: when somebody takes it back."""


class CompanyText(msgspec.Struct, frozen=True, kw_only=True):
    """A company file to be applied."""

    text: str
    path: str
    """Where it lies, absolute; files that it names are counted from there."""
    author: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why a request was not carried out; a sentence each, with what to do."""

    reasons: tuple[str, ...]


class AgentStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One agent at this moment."""

    id: str
    name: str
    presence: str
    """``logged_out``, ``not_ready`` or ``ready``."""
    reason: str | None
    """Why not ready."""
    phone: str | None
    phone_state: str | None
    activity: str
    """``idle``, ``reserved``, ``on_call`` or ``wrap_up``."""
    since_s: float
    """How long it has been so."""
    contact: str | None
    overloaded: bool = False
    """Was too busy lately: substitutes take what is meant for this agent."""
    stands_in_for: tuple[str, ...] = ()
    """The agents, skills and regions for whom or which he or she stands in at the moment."""

    @property
    def is_out_of_reach(self) -> bool:
        """Ready for calls, at a phone that Asterisk cannot ring: none will come."""
        return self.presence == "ready" and self.phone_state == "unavailable"


class LoggedIn(AgentStatus, frozen=True, kw_only=True):
    """An agent who has logged in just now."""

    in_place_of: AgentStatus | None = None
    """Who sat at this desk before, and was logged out for it."""


class QueueStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One queue at this moment."""

    id: str
    name: str
    waiting: int
    """All that nobody has answered yet, those whom a phone rings for included."""
    longest_wait_s: float
    ringing: int
    talking: int
    agents_ready: int
    """Ready agents who serve it, whatever they do."""
    expected: Promise | None
    """What a caller would be told who came now; None if the company has closed the queue down."""
    rings: tuple[int, ...] = ()
    """How many of those who wait do so in which ring, from the first one on; not those for one person."""
    for_one: int = 0
    """How many wait for one person."""
    callbacks: int = 0
    """How many of those who wait are to be called back."""
    messages: int = 0
    """Of those who wait: messages that were left."""


class OverlayStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A change for a while."""

    id: str
    edit: Edit
    name: str | None
    """Of the agent who is absent."""
    reason: str
    author: str
    begins_at: float
    ends_at: float | None
    state: str
    """``planned``, ``in_force`` or ``past``."""
    over_at: float | None = None
    over_by: str | None = None
    """Who took it back, or called it off; None: its time was up."""


class EnteredOverlay(OverlayStatus, frozen=True, kw_only=True):
    """A change for a while that was entered just now."""

    beside: tuple[OverlayStatus, ...] = ()
    """Other absences of the same agent, for some of the same time: each of them holds by itself."""
    never_called: NeverCalled | None = None
    """Of a number that is not called anyway: why."""


class Overlays(msgspec.Struct, frozen=True, kw_only=True):
    """Changes for a while, those that began first before others."""

    overlays: tuple[OverlayStatus, ...]
    timezone: str
    """The company's."""


CallbackState = Literal["scheduled", "due", "resting", "dialled"]


class NoteStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What a customer has said of it, for the agent who calls back."""

    recording: str
    """The name of the file in Asterisk's folder for recordings, without its ending."""
    length_s: float
    text: str | None
    """As a program has understood it."""


class CallbackStatus(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is to be called back."""

    contact: str
    number: str
    queue: str
    state: CallbackState
    """``scheduled``: at a moment to come; ``due``: as soon as an agent is there; ``resting``: not yet;
    ``dialled``: an agent waits."""
    agreed_at: float
    not_before: float | None
    expires_at: float
    voice_note: NoteStatus | None
    misses: tuple[Miss, ...]
    """What came of the attempts so far, in order."""
    agent: str | None = None
    """Who is to call, if it was scheduled for somebody."""
    name: str | None = None
    note: str | None = None
    author: str | None = None
    """Who has entered it."""
    follows: str | None = None
    """The contact in which it was agreed."""


LINE = r"^[^\x00-\x1f\x7f]+$"
"""Something to read, on one line."""


class NewCallback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A callback to be scheduled. Moments are written as for absences."""

    number: str
    queue: str
    at: str
    author: str
    until: str | None = None
    agent: str | None = None
    name: Annotated[str, msgspec.Meta(max_length=60, pattern=LINE)] | None = None
    note: Annotated[str, msgspec.Meta(max_length=500, pattern=LINE)] | None = None
    language: str | None = None


class Callbacks(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, in the order in which they are served."""

    callbacks: tuple[CallbackStatus, ...]
    timezone: str
    """The company's."""


MessageState = Literal["waiting", "ringing", "listened to"]


class MessageStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was left and that nobody has closed."""

    contact: str
    number: str | None
    """Of whoever has left it; None when withheld."""
    queue: str
    state: MessageState
    agent: str | None
    """Who is rung for it, or listens."""
    left_at: float
    length_s: float
    recording: str
    """The name of the file in Asterisk's folder for recordings, without its ending."""
    unclosed: int
    """So many agents have listened and not closed it."""
    text: str | None
    """As a program has understood it."""


class Messages(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, in the order in which they are served."""

    messages: tuple[MessageStatus, ...]
    timezone: str
    """The company's."""


class ContactStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One contact at this moment."""

    id: str
    did: str
    where: str
    """``menu``, ``waiting``, ``callback`` (to be called back), ``scheduled`` (likewise, at a moment to come),
    ``message`` (was left, and waits), ``recording`` (is being left), ``listened`` (an agent listens),
    ``ringing``, ``deciding`` (an agent decides whether the customer is called now), ``dialling`` (an agent
    waits for the customer), ``briefed`` (an agent hears the customer's note first) or ``talking``."""
    queue: str | None
    agent: str | None
    since_s: float
    """How long it has been with us."""


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """The floor at this moment."""

    readiness: Readiness
    queues: tuple[QueueStatus, ...]
    agents: tuple[AgentStatus, ...]
    contacts: tuple[ContactStatus, ...]
    in_force: tuple[OverlayStatus, ...] = ()
    """Absences and incidents."""
    timezone: str = "UTC"
    """The company's."""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything there is to say about one contact."""

    contact: str
    entries: tuple[Entry, ...]
    """All outcomes that concern it, in order, each at its moment. An outcome is whole: what it did to
    others stands in it, too."""
    now: ContactStatus | None
    """Where it is, unless it is over."""
    not_yet: NotYet | None
    """Why it still waits, if it does."""
    agents: dict[str, str]
    """Names of agents by id, for people who read this."""
    queues: dict[str, str]
    """Names of queues by id."""
    expected: Promise | None = None
    """The rest of its wait, as it may be told now; None if it does not wait."""
    gap: str | None = None
    """Why the entries are missing, when they could not be read."""
