"""Promises: how long a caller is expected to wait, as it was said at the beginning, or why nothing was."""

from enum import StrEnum

import msgspec


class Unsure(StrEnum):
    """Why nothing can be said of a wait."""

    NOBODY = "nobody"
    """No agent who could serve the caller is at work."""
    TOO_FEW = "too_few"
    """Too few calls of this queue have been seen to know how long they take."""
    TOO_WIDE = "too_wide"
    """What could be said would be too vague to be of use."""


class Basis(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an expected wait was made from: all that is needed to make it again, and to learn from it."""

    agents: int
    """At work, busy or not, who could serve the contact."""
    ahead: int = 0
    """Waiting with the same needs and an earlier turn."""
    beside: float = 0.0
    """Waiting with other needs or in other queues, with an earlier turn: of each the share that these agents
    will have to serve."""
    handle_s: float
    """What a call of this queue takes an agent: ringing, talk and wrap-up, on average."""
    leaving_per_s: float = 0.0
    """How many of the waiting give up in a second of waiting."""
    outcomes: int = 0
    """From so many waits it was learnt how the formula errs. 0: the formula alone."""


class Promise(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How long a wait in a queue will be, from the moment it is said. Without a range: we cannot say."""

    low_s: float | None = None
    high_s: float | None = None
    """Rounded, as people are told it. Both 0: somebody is free."""
    expected_s: float | None = None
    """Not rounded: the mean of what is expected. Also where that is too vague to be told."""
    unsure: Unsure | None = None
    basis: Basis | None = None
    """None where nobody has to be waited for, or nobody is there."""


ROUND_MIN = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240)
"""Round numbers of minutes: what people are told lies between two of them."""

AT_ONCE = Promise(low_s=0.0, high_s=0.0, expected_s=0.0)
"""Somebody is free."""

NOBODY = Promise(unsure=Unsure.NOBODY)


class WaitEnd(StrEnum):
    """What became of a wait in a queue."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    """The caller hung up."""
    LEFT = "left"
    """The queue gave the contact up, or the call was lost: nobody knows how long it would have been."""
