"""Facts of a talk: caller and agent are brought together, and part."""

import msgspec

from acd.model.ids import (
    AgentId,
    BridgeId,
    ContactId,
    LegId,
    OfferId,
)
from acd.model.leg import Side


class TalkBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent has answered the contact."""

    contact: ContactId
    agent: AgentId
    offer: OfferId
    bridge: BridgeId


class TalkJoined(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The two hear each other."""

    contact: ContactId
    agent: AgentId


class TalkFailed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The two legs could not be brought together."""

    contact: ContactId
    agent: AgentId
    leg: LegId
    bridge: BridgeId
    lost: bool = False
    """A leg had vanished while nobody watched."""
    listened: bool = False
    """There was nobody to talk with: the agent was to listen to a message, or has heard a machine, or the
    customer's note, after which the customer was gone."""


class TalkEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The talk is over."""

    contact: ContactId
    agent: AgentId
    leg: LegId
    bridge: BridgeId
    by: Side
    listened: bool = False
    """The agent has listened to a message."""


OfTalk = TalkBegan | TalkJoined | TalkFailed | TalkEnded
