"""Overlays: what people change for a while, on top of the company file.

An absence, an incident, a number that is not to be called: each has an author, a reason and mostly an end.
The company file stays as it is; what is in force is the file with all overlays laid over it.
"""

import msgspec

from acd.model.about import When
from acd.model.ids import AgentId, OverlayId, PromptId


class Absence(msgspec.Struct, frozen=True, kw_only=True, tag="absence"):
    """Somebody is not there: ill, on holiday, on duty elsewhere. Substitutes take what is meant for them."""

    agent: AgentId


class Incident(msgspec.Struct, frozen=True, kw_only=True, tag="incident"):
    """A fault that hits many: their calls are served earlier, or are told what is known, or both."""

    when: When
    """Whose calls."""
    head_start_s: float = 0.0
    prompt: PromptId | None = None
    """Played to them, once."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True, tag="refusal"):
    """A number is on the do-not-call list: nobody is called back there."""

    number: str
    """In the international form, with a plus sign."""


Edit = Absence | Incident | Refusal


class Planned(msgspec.Struct, frozen=True, kw_only=True, tag="planned"):
    """Entered ahead; it begins by itself."""


class InForce(msgspec.Struct, frozen=True, kw_only=True, tag="in_force"):
    """It holds now."""

    since: float


class Past(msgspec.Struct, frozen=True, kw_only=True, tag="past"):
    """It does not hold any more, or never did."""

    at: float
    by: str | None
    """Who took it back; None: its time was up."""


OverlayState = Planned | InForce | Past


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the books for one change."""

    id: OverlayId
    edit: Edit
    author: str
    reason: str
    """In words, for those who ask: ``ill``, ``cable cut in the north``."""
    begins_at: float
    ends_at: float | None = None
    """None: until somebody takes it back."""
    state: OverlayState

    @property
    def is_over(self) -> bool:
        """Whether nothing can come of it any more."""
        return isinstance(self.state, Past)
