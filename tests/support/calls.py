"""What Asterisk tells of calls in the rehearsal company, as the test has it."""

from acd.model.ids import LegId, OfferId, PlaybackId, agent_leg_of, bridge_of
from acd.model.message import (
    CallArrived,
    Heard,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
)

MENU, DIRECT = "5551000", "5552000"
"""Numbers of the rehearsal company: with a menu; straight to the repairs."""


def call(did: str, *, leg: str = "call-1", caller: str | None = "+4366412345678") -> CallArrived:
    """A call comes in."""
    return CallArrived(leg=LegId(leg), did=did, caller=caller)


def hung_up(leg: str = "call-1") -> LegVanished:
    """A leg is no more."""
    return LegVanished(leg=LegId(leg), cause=16)


def ringing(offer: str) -> tuple[Heard, ...]:
    """The phone of an offer rings."""
    leg = agent_leg_of(OfferId(offer))
    return LegSeen(leg=leg), LegRang(leg=leg)


def answered(offer: str, *, caller: str = "call-1") -> tuple[Heard, ...]:
    """The offer is answered and the two are in their bridge."""
    leg, bridge = agent_leg_of(OfferId(offer)), bridge_of(OfferId(offer))
    return (
        LegAnswered(leg=leg),
        LegJoined(leg=LegId(caller), bridge=bridge),
        LegJoined(leg=leg, bridge=bridge),
    )


def declined(offer: str, cause: int) -> LegVanished:
    """The phone of an offer refuses, with the Q.850 cause that tells how: 17 busy, 21 rejected."""
    return LegVanished(leg=agent_leg_of(OfferId(offer)), cause=cause)


def spoken(contact: str, turn: int) -> PlaybackId:
    """The prompt that a contact hears at its `turn`."""
    return PlaybackId(f"{contact}-p{turn}")
