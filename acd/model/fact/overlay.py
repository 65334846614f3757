"""Facts of absences and incidents."""

import msgspec

from acd.model.ids import (
    AgentId,
    OverlayId,
)
from acd.model.overlay import Edit


class AgentReturned(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Somebody who was absent has logged in."""

    agent: AgentId


class OverlayBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A change for a while has come into force."""

    overlay: OverlayId
    edit: Edit
    reason: str
    until: float | None


class OverlayEndMoved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A change for a while, planned or in force, is to end at another moment."""

    overlay: OverlayId
    edit: Edit
    until: float | None
    by: str
    """Who says so."""


class OverlayEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It does not hold any more."""

    overlay: OverlayId
    edit: Edit


OfOverlay = AgentReturned | OverlayBegan | OverlayEnded | OverlayEndMoved
