"""The customer who rings again: what is known of a call from whose number somebody has a place already."""

import msgspec

from acd.model.ids import ContactId, FlowId


class Recognition(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the company recognises, and where they are asked what they want."""

    country: str | None = None
    """For numbers written without a country: two letters. None: they are compared as they are."""
    called_back: FlowId | None = None
    """The flow for those who wait for a callback. None: they are not recognised."""
    dropped: FlowId | None = None
    """The flow for those who have left a line lately. None: they are not recognised."""
    within_s: float = 0.0
    """So lately."""


class NotRecognised(msgspec.Struct, frozen=True, kw_only=True, tag="not_recognised"):
    """Nobody has a place, or is to be called, who could be the one who calls."""


class Recognised(msgspec.Struct, frozen=True, kw_only=True, tag="recognised"):
    """Somebody at that number has a place, or is to be called; nobody else may take it meanwhile."""

    earlier: ContactId
    flow: FlowId
    """Where the number leads whoever begins anew."""


class Awaiting(msgspec.Struct, frozen=True, kw_only=True, tag="awaiting"):
    """The caller has asked for a place whose line has not ended: it stands in that line once more, and goes
    on in that place should the line end. Nobody else may take it meanwhile.
    """

    earlier: ContactId


class Resumed(msgspec.Struct, frozen=True, kw_only=True, tag="resumed"):
    """The caller has taken that place, or one of now instead of being called."""

    earlier: ContactId


class BegunAnew(msgspec.Struct, frozen=True, kw_only=True, tag="begun_anew"):
    """The caller did not want it."""

    earlier: ContactId


Again = NotRecognised | Recognised | Awaiting | Resumed | BegunAnew
