"""Facts of callbacks: agreed, dialled, reached, missed, given up."""

import msgspec

from acd.model.callback import Between, GivenUp, Miss, PutOff
from acd.model.ids import AgentId, ContactId, FlowId, LegId, QueueId
from acd.model.queue import Occasion


class CallbackProposed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Somebody who waits is offered a callback, and keeps the place meanwhile."""

    contact: ContactId
    queue: QueueId
    flow: FlowId
    because: Occasion
    expected_s: float | None = None
    """What is expected of the rest of the wait, if it is for that."""


class CallbackAgreed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer will be called back at this number, and keeps the place."""

    contact: ContactId
    number: str
    between: Between | None = None
    """At this time of day, on the customer's clock. None: at any."""
    not_before: float | None = None
    """The moment that the customer has chosen. None: as soon as may be."""


class CallbackScheduled(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A customer is to be called at a moment to come: a contact of its own, without a line."""

    contact: ContactId
    number: str
    queue: QueueId
    not_before: float
    expires_at: float
    author: str
    wanted: AgentId | None = None
    """Who is to call. None: anybody."""
    name: str | None = None
    note: str | None = None
    follows: ContactId | None = None
    """The contact in which it was agreed."""


class CallbackBroughtForward(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer has rung in before the moment that was agreed, and would rather wait on the line now."""

    contact: ContactId
    earlier: ContactId
    """Who should have been called then."""


class CustomerParted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer has left the line, to be called back."""

    contact: ContactId
    leg: LegId


class CallbackFellDue(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer may be called from now on."""

    contact: ContactId


class CallbackPutOff(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It is not the moment to call the customer: it is looked at again later."""

    contact: ContactId
    until: float
    because: PutOff


class CustomerWanted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent waits for the customer."""

    contact: ContactId
    agent: AgentId
    leg: LegId
    """The agent's."""


class CustomerDialled(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer is being called: committed before it is done."""

    contact: ContactId
    leg: LegId
    number: str
    attempt: int


class CallPickedUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The call to the customer was taken: whoever it was is asked to press a key."""

    contact: ContactId
    leg: LegId


class CustomerReached(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer is there."""

    contact: ContactId
    leg: LegId
    confirmed: bool = False
    """By a key."""


class MachineHeard(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent says that a machine has taken the call, and not the customer."""

    contact: ContactId
    agent: AgentId


class CustomerMissed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer was not reached."""

    contact: ContactId
    leg: LegId
    miss: Miss
    again_at: float | None
    """When it is tried again. None: not any more."""


class CallbackGivenUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer is not called any more."""

    contact: ContactId
    because: GivenUp
    by: str | None = None
    """Who has cancelled it; or the contact as which the customer has rung in."""


OfCallback = (
    CallbackProposed
    | CallbackAgreed
    | CallbackScheduled
    | CallbackBroughtForward
    | CustomerParted
    | CallbackFellDue
    | CallbackPutOff
    | CustomerWanted
    | CustomerDialled
    | CallPickedUp
    | CustomerReached
    | MachineHeard
    | CustomerMissed
    | CallbackGivenUp
)
