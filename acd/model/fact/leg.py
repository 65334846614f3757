"""Facts of legs: what only telephones care about."""

import msgspec

from acd.model.ids import (
    ContactId,
    LegId,
)
from acd.model.leg import Side


class LegAppeared(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg that we asked for is there."""

    leg: LegId
    contact: ContactId
    side: Side


class LegStartedRinging(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The phone of a leg rings."""

    leg: LegId
    contact: ContactId
    side: Side


class LegCameUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg is answered."""

    leg: LegId
    contact: ContactId
    side: Side


class LegEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A leg is gone."""

    leg: LegId
    contact: ContactId
    side: Side
    cause: int | None
    refused: bool = False
    """Asterisk would not even make it."""
    lost: bool = False
    """Nobody saw it end."""
    asked: bool = False
    """We had asked for its end."""


OfLeg = LegAppeared | LegStartedRinging | LegCameUp | LegEnded
