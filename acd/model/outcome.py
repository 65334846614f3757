"""What comes of one message: rows changed, facts concluded, commands asked for, and a reply."""

import msgspec

from acd.model.agent import Agent
from acd.model.command import Command
from acd.model.contact import Contact
from acd.model.experience import Experience
from acd.model.fact import Fact
from acd.model.ids import AgentId, ContactId, OverlayId
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.overlay import Overlay

Record = Contact | Leg | Offer | Agent | Overlay | Experience


class Done(msgspec.Struct, frozen=True, kw_only=True, tag="done"):
    """The request was carried out."""

    overlay: OverlayId | None = None
    """The change that was entered."""
    contact: ContactId | None = None
    """The one that has come of it."""
    in_place_of: AgentId | None = None
    """Who was logged out for it, of a login at a desk that was taken."""


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """The request was not carried out."""

    reason: str
    """A sentence for the person who asked, with what to do instead."""


Reply = Done | Refused


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """All that one message has brought about, in order."""

    at: float
    rows: tuple[Record, ...] = ()
    """Each changed record once, as it is now."""
    facts: tuple[Fact, ...] = ()
    commands: tuple[Command, ...] = ()
    reply: Reply | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to commit and nothing to do."""
        return not (self.rows or self.facts or self.commands)
