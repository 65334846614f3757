"""Facts of agents: where they are and what they want."""

import msgspec

from acd.model.ids import (
    AgentId,
    ContactId,
    PhoneId,
)


class AgentLoggedIn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent sits at a desk and is not ready."""

    agent: AgentId
    phone: PhoneId


class AgentLoggedOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent has left."""

    agent: AgentId
    reason: str


class DeskTaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Somebody else has logged in at the agent's phone."""

    agent: AgentId
    """Who sat there before."""
    phone: PhoneId


class AgentBecameReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants calls."""

    agent: AgentId


class AgentBecameNotReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent wants no calls."""

    agent: AgentId
    reason: str


class WrapUpBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """After-contact work."""

    agent: AgentId
    contact: ContactId
    until: float


class WrapUpEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent is done with the after-contact work."""

    agent: AgentId
    by_limit: bool


class AgentOverloaded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent was busier lately than the company allows: substitutes take what is meant for him or her."""

    agent: AgentId


class AgentRelieved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Not too busy any more."""

    agent: AgentId


OfAgent = (
    AgentLoggedIn
    | AgentLoggedOut
    | DeskTaken
    | AgentBecameReady
    | AgentBecameNotReady
    | WrapUpBegan
    | WrapUpEnded
    | AgentOverloaded
    | AgentRelieved
)
