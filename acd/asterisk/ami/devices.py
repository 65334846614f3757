"""Asterisk's words for devices and their states, as our phones and theirs."""

from collections.abc import Mapping

from acd.model.agent import PhoneState
from acd.model.ids import PhoneId

_STATES: Mapping[str, PhoneState] = {
    "NOT_INUSE": PhoneState.NOT_IN_USE,
    "INUSE": PhoneState.IN_USE,
    "RINGING": PhoneState.RINGING,
    "RINGINUSE": PhoneState.RING_IN_USE,
    "BUSY": PhoneState.BUSY,
    "ONHOLD": PhoneState.ON_HOLD,
    "UNAVAILABLE": PhoneState.UNAVAILABLE,
    # No such endpoint: the company file was applied, Asterisk was not reloaded.
    "INVALID": PhoneState.UNAVAILABLE,
}
_TECHNOLOGY = "PJSIP/"


def phone_of(device: str) -> PhoneId | None:
    """The phone that a device of Asterisk is; None for queues, lines and all else that is no desk phone."""
    phone = device.removeprefix(_TECHNOLOGY)
    return PhoneId(phone) if phone and phone != device else None


def state_of(word: str) -> PhoneState:
    """The state in our words; what we never heard of is unknown."""
    return _STATES.get(word, PhoneState.UNKNOWN)
