"""A leg: one party's channel of a contact, from the moment it was asked for until it is gone."""

from enum import StrEnum

import msgspec

from acd.model.ids import AgentId, ContactId, LegId, OfferId, PhoneId


class Side(StrEnum):
    """Whose leg it is."""

    CALLER = "caller"
    AGENT = "agent"


class Asked(msgspec.Struct, frozen=True, kw_only=True, tag="asked"):
    """We decided to create it; Asterisk has not shown it yet."""


class Present(msgspec.Struct, frozen=True, kw_only=True, tag="present"):
    """Asterisk has shown it to us; it is not answered. A caller's leg begins here."""


class Ringing(msgspec.Struct, frozen=True, kw_only=True, tag="ringing"):
    """The phone rings."""


class Up(msgspec.Struct, frozen=True, kw_only=True, tag="up"):
    """Answered: media flows both ways."""

    answered_at: float


class Ending(msgspec.Struct, frozen=True, kw_only=True, tag="ending"):
    """We asked Asterisk to end it and have not heard that it is gone."""

    again_at: float
    """When to ask again, should no end be heard."""


class PassedOn(msgspec.Struct, frozen=True, kw_only=True, tag="passed_on"):
    """Asterisk's dialplan goes on with it, without us: into a voicemail box."""

    box: str


class Gone(msgspec.Struct, frozen=True, kw_only=True, tag="gone"):
    """It is no more."""

    cause: int | None
    """Q.850 cause as Asterisk gave it; None when nobody knows."""


LegState = Asked | Present | Ringing | Up | Ending | PassedOn | Gone


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the books: who, for what, and how far it has come."""

    id: LegId
    contact: ContactId
    side: Side
    asked_at: float
    state: LegState
    agent: AgentId | None = None
    offer: OfferId | None = None
    phone: PhoneId | None = None

    @property
    def is_gone(self) -> bool:
        """Whether nothing more is to be expected of it."""
        return isinstance(self.state, Gone)
