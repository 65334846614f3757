"""Facts of an offer: an agent's phone rings for a contact."""

import msgspec

from acd.model.ids import (
    AgentId,
    ContactId,
    LegId,
    OfferId,
    PhoneId,
    QueueId,
)
from acd.model.people import Failure
from acd.model.why import Why


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


OfOffer = OfferOpened | OfferRang | OfferAnswered | OfferFailed | OfferWithdrawn
