"""Callbacks: a customer who hangs up and keeps the place in the line, and how he or she is reached again.

A part of a contact: the contact, its place and all that is known of it stay; only the line changes.
"""

from enum import StrEnum

import msgspec

from acd.model.about import About
from acd.model.hours import Hours
from acd.model.ids import ContactId, LegId, PromptId, QueueId
from acd.model.needs import Needs

CALL_NOW = "1"
"""The key of an agent who decides: the customer is dialled."""
LATER = "2"
"""Not now."""
GIVE_AWAY = "3"
"""Somebody else shall do it."""
AGAIN = "4"
"""From the beginning."""


class Mode(StrEnum):
    """Who comes first when it is a customer's turn."""

    AGENT_FIRST = "agent_first"
    """An agent, who is told what it is about; and then the customer."""
    PREVIEW = "preview"
    """Likewise, but the agent decides whether the customer is called now."""
    CUSTOMER_FIRST = "customer_first"
    """The customer, as soon as an agent is expected; who proves to be there is on the line, first of all."""


class Miss(StrEnum):
    """Why an attempt has not reached the customer."""

    NO_ANSWER = "no_answer"
    BUSY = "busy"
    INVALID = "invalid"
    """The network knows no such number, or would not carry the call."""
    NO_TRUNK = "no_trunk"
    """Asterisk would not make the call: the trunk is not there. Nothing has left the house."""
    AGENT_LEFT = "agent_left"
    """It was ours to break off: the agent had hung up."""
    VOICEMAIL = "voicemail"
    """Something took the call, and nobody pressed the key, or the agent says so: a machine."""
    HUNG_UP = "hung_up"
    """The call was taken, and ended before the key was pressed."""
    UNKNOWN = "unknown"
    """We were away: it was attempted, and nobody knows what came of it."""
    TOO_LATE = "too_late"
    """An agent was there, but not at an hour at which the customer may be called. It was not dialled."""
    REFUSED = "refused"
    """An agent was there, but the number is on the do-not-call list by now. It was not dialled."""
    FORBIDDEN = "forbidden"
    """An agent was there, but the company does not call such a number any more. It was not dialled."""


class GivenUp(StrEnum):
    """Why a customer is not called any more."""

    EXPIRED = "expired"
    """The time that was agreed is up."""
    EXHAUSTED = "exhausted"
    """All attempts are used up."""
    CANCELLED = "cancelled"
    """Somebody has cancelled it."""
    TAKEN = "taken"
    """The customer has rung in, and waits on that line now."""
    DECLINED = "declined"
    """The customer has rung in, and does not want it any more."""
    REFUSED = "refused"
    """The number is on the do-not-call list by now."""
    FORBIDDEN = "forbidden"
    """The company does not call such a number any more: its country, say."""


class NeverCalled(StrEnum):
    """Why nobody can be called back at a number."""

    WITHHELD = "withheld"
    """There is none."""
    UNKNOWN = "unknown"
    """No numbering plan of the world knows it."""
    EMERGENCY = "emergency"
    """It is that of an emergency service, perhaps behind an area code."""
    OWN = "own"
    """It is the company's."""
    SPECIAL = "special"
    """It costs more than an ordinary call, or less; or it is a pager, a voicemail, a personal number."""
    ABROAD = "abroad"
    """It is of a country that is not called."""
    REFUSED = "refused"
    """It is on the do-not-call list."""
    NOBODY = "nobody"
    """The company calls nobody back."""


class PutOff(StrEnum):
    """Why a customer is not called just now."""

    IN_USE = "in_use"
    """Another contact is at the number."""
    HOURS = "hours"
    """Where the customer lives it is not an hour at which customers are called."""
    WINDOW = "window"
    """It is not the time of day that the customer has chosen."""
    AGENT = "agent"
    """An agent has looked at it, and wants the customer to be called later."""
    AGREED = "agreed"
    """A moment was agreed, and it has not come yet."""


BY_THE_CLOCK = frozenset({PutOff.HOURS, PutOff.WINDOW, PutOff.AGREED})
"""What keeps a customer from being called until an hour that is known ahead."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What an agent may decide before a customer is dialled."""

    prompt: PromptId
    """What the keys mean."""
    wrong_key: PromptId | None = None
    """Said after a key that means nothing, or not any more."""
    later_s: float = 900.0
    """So much later the customer is called whom an agent puts off."""
    later_times: int = 2
    """So often that may be."""
    passes: int = 3
    """So often agents may leave it to somebody else; then the customer is called without asking."""
    decide_s: float = 20.0
    """So long a key is waited for."""
    silence_passes_on: bool = False
    """Whoever presses nothing leaves it to somebody else; otherwise the customer is called."""


class PersonCheck(msgspec.Struct, frozen=True, kw_only=True):
    """How whoever takes the call proves to be a person."""

    prompt: PromptId
    """Said at once, in the customer's language."""
    key: str
    wait_s: float
    """So long after the prompt the key is waited for."""
    times: int
    """So often the prompt is said."""


AHEAD_S = 20.0
"""Unless the company says otherwise: for so long an agent may be expected."""


class CallbackRules(msgspec.Struct, frozen=True, kw_only=True):
    """How a queue calls its customers back."""

    mode: Mode = Mode.AGENT_FIRST
    briefing: PromptId | None = None
    """What the agent hears first; None: what the company says for all queues."""
    preview: Preview | None = None
    """What the agent may decide, where the mode is that."""
    ahead_s: float = AHEAD_S
    """Customer first: who is expected to have an agent by then is dialled."""
    note_first: bool = False
    """Customer first: the agent hears the note of who is on the line before the two are put together."""
    person: PersonCheck | None = None
    """None: whatever takes the call is taken for the customer."""
    machine_key: str | None = None
    """The key of an agent who has a machine on the line. None: whatever takes the call is the customer."""
    ring_s: float = 30.0
    """How long the customer's telephone rings."""
    expires_s: float = 86400.0
    """Who was not reached by then is given up."""
    broken_off_s: float = 60.0
    """The agent had hung up while it rang: then it is tried again after so long, which counts for nothing."""
    retries: dict[Miss, tuple[float, ...]] = {}
    """After how many seconds it is tried again: after the first miss of a kind, the second, and so on. Where
    there is no more of them the customer is given up.
    """


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """A time of day, on the customer's clock: minutes after midnight. One that ends before it begins runs
    past midnight.
    """

    opens_min: int
    closes_min: int


TRUNK_AWAY_S = 60.0
"""Unless the company says something else."""


class Dialling(msgspec.Struct, frozen=True, kw_only=True):
    """How calls to customers go out."""

    trunk: str
    """The endpoint of the trunk in Asterisk."""
    caller_id: str
    """The number of ours that is shown."""
    country: str
    """For numbers written without a country: two letters."""
    countries: frozenset[str]
    """Whose numbers may be dialled."""
    allow: tuple[str, ...] = ()
    """Beginnings of numbers that may be dialled as well, whatever they cost and wherever they are."""
    own: frozenset[str] = frozenset()
    """Our own numbers, which are never dialled."""
    no_ringing_s: float = 15.0
    """A telephone that does not ring by then is not reached: networks take their time."""
    briefing: PromptId | None = None
    """What the agent hears before the customer is dialled."""
    hours: Hours | None = None
    """When customers are called, on their own clocks; None: at any time."""
    timezone: str = "UTC"
    """Whose clock it is where nobody knows the customer's."""
    lines: int | None = None
    """So many calls to customers at once; None: as many as there are agents for."""
    per_minute: int | None = None
    """So many dials within any minute, likewise."""
    never: frozenset[str] = frozenset()
    """The do-not-call list of the company file, in the international form."""
    trunk_away_s: float = TRUNK_AWAY_S
    """So long after Asterisk would not make a call it is tried again."""


class Dial(msgspec.Struct, frozen=True, kw_only=True):
    """One of the last calls to customers, whatever came of it."""

    contact: ContactId
    number: int
    """The how manieth of this contact."""
    at: float


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One dial, and what came of it."""

    at: float
    miss: Miss


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """A callback for a moment that somebody has agreed on with the customer, and what goes with it."""

    queue: QueueId
    author: str
    """Who has entered it."""
    needs: Needs = ()
    """Beside those of the queue."""
    about: About = About()
    name: str | None = None
    """The customer's, for people to read."""
    note: str | None = None
    """What it is about, for whoever calls."""
    follows: ContactId | None = None
    """The contact in which it was agreed."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What was agreed with the customer, and what has come of it so far."""

    number: str
    """In the international form, with a plus sign."""
    agreed_at: float
    expires_at: float
    attempts: tuple[Attempt, ...] = ()
    """Those that missed, in order."""
    between: Between | None = None
    """The time of day that the customer has chosen; None: any."""
    not_before: float | None = None
    """The moment that was agreed; None: as soon as it is the customer's turn."""
    appointment: Appointment | None = None
    """None: it was agreed while the customer was on the line, and the contact has its place since then."""
    dials: int = 0
    """How often the customer has been dialled, also for what was agreed before: each dial has its number."""
    dialled_at: float | None = None
    """The last time; None: not yet."""
    deferred: int = 0
    """So often an agent wanted the customer to be called later."""
    passed: int = 0
    """So often an agent left it to somebody else."""


class OnTheLine(msgspec.Struct, frozen=True, kw_only=True, tag="on_the_line"):
    """No callback: the customer is on the line on which he or she came."""


class Agreed(msgspec.Struct, frozen=True, kw_only=True, tag="agreed"):
    """The customer will be called back, and still hears good-bye."""

    order: Order
    leg: LegId


class Scheduled(msgspec.Struct, frozen=True, kw_only=True, tag="scheduled"):
    """To be called at a moment to come: the contact takes its place in the line then."""

    order: Order
    appointment: Appointment
    until: float


class Resting(msgspec.Struct, frozen=True, kw_only=True, tag="resting"):
    """Not to be called before a moment."""

    order: Order
    until: float
    because: PutOff | None = None
    """None: it was tried, and the customer was not reached."""


class Due(msgspec.Struct, frozen=True, kw_only=True, tag="due"):
    """To be called as soon as it is the contact's turn."""

    order: Order
    until: float | None = None
    """The hours at which the customer may be called end then. None: they do not."""


class Dialled(msgspec.Struct, frozen=True, kw_only=True, tag="dialled"):
    """The customer's telephone is being rung. An agent waits, or is expected."""

    order: Order
    leg: LegId
    since: float
    until: float
    rings: bool = False


class PickedUp(msgspec.Struct, frozen=True, kw_only=True, tag="picked_up"):
    """The call was taken, and a key will show whether by a person. An agent waits, or is expected."""

    order: Order
    leg: LegId
    check: PersonCheck
    """As it was when the call was taken."""
    said: int
    """How often the prompt has been said, this time included."""
    turn: int
    """How often it was begun: after a gap it is said again."""
    until: float | None = None
    """The key is waited for until then. None: the prompt is being said."""


class Reached(msgspec.Struct, frozen=True, kw_only=True, tag="reached"):
    """The customer is there, on that line."""

    order: Order
    leg: LegId
    confirmed: bool = False
    """By a key: it is no machine."""


class Closed(msgspec.Struct, frozen=True, kw_only=True, tag="closed"):
    """It is over, one way or another: the customer was reached, or is not called any more."""

    order: Order
    leg: LegId | None = None
    """The line on which the customer was reached."""


Callback = OnTheLine | Agreed | Scheduled | Resting | Due | Dialled | PickedUp | Reached | Closed
AWAY = (Scheduled, Resting, Due, Dialled, PickedUp, Closed)
"""The customer is on no line of ours, as far as anybody knows."""
