"""Facts of callbacks at which an agent looks before the customer is dialled."""

import msgspec

from acd.model.ids import AgentId, ContactId


class CustomerPreviewed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent has answered, hears what it is about, and decides."""

    contact: ContactId
    agent: AgentId


class CallbackDeferred(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants the customer to be called later."""

    contact: ContactId
    agent: AgentId
    until: float


class CallbackPassedOn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent leaves it to somebody else: it keeps its place."""

    contact: ContactId
    agent: AgentId
    hung_up: bool


OfPreview = CustomerPreviewed | CallbackDeferred | CallbackPassedOn
