"""What Asterisk says about desk phones, in our words."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from acd.model.ids import PhoneId

PhoneState = Literal[
    "not_inuse", "in_use", "ringing", "ring_in_use", "busy", "on_hold", "unavailable", "unknown"
]
"""Our own offers and talks show in it as well. `unavailable`: not registered or not answering."""


class PhoneStateSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A phone's state is now this; it was another one, or not known, before."""

    phone: PhoneId
    state: PhoneState


class SnapshotTaken(msgspec.Struct, frozen=True, kw_only=True):
    """All that Asterisk knows, at the beginning of every connection; it replaces what was believed before.

    A phone that is not in it is unknown to Asterisk, or was added since it started and never registered:
    it cannot be called before a `PhoneStateSeen` says so.
    """

    phones: Mapping[PhoneId, PhoneState]


class AmiLost(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing will be heard until the next `SnapshotTaken`; what was believed grows old."""

    reason: str


AmiMessage = PhoneStateSeen | SnapshotTaken | AmiLost

_STATES: Mapping[str, PhoneState] = {
    "NOT_INUSE": "not_inuse",
    "INUSE": "in_use",
    "RINGING": "ringing",
    "RINGINUSE": "ring_in_use",
    "BUSY": "busy",
    "ONHOLD": "on_hold",
    "UNAVAILABLE": "unavailable",
    # No such endpoint: the company file was applied, Asterisk was not reloaded.
    "INVALID": "unavailable",
}
_TECHNOLOGY = "PJSIP/"


def phone_of(device: str) -> PhoneId | None:
    """The phone that a device of Asterisk is; None for queues, lines and all else that is no desk phone."""
    phone = device.removeprefix(_TECHNOLOGY)
    return PhoneId(phone) if phone and phone != device else None


def state_of(word: str) -> PhoneState:
    """The state in our words; what we never heard of is ``unknown``."""
    return _STATES.get(word, "unknown")
