"""Experience: what a queue has learnt about waiting. One row for each queue; a restart goes on from it."""

import msgspec

from acd.model.ids import QueueId, RegionId
from acd.model.needs import Needs


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """How the formula for the wait errs for contacts with certain needs: sums for a regression of its error
    on what it was made from (`acd.core.expectation.regression` says which). What was lately counts more.
    """

    needs: Needs | None
    """None: all contacts of the queue that have no lesson of their own."""
    region: RegionId | None
    outcomes: float
    """So many waits, as far as they still count."""
    products: tuple[float, ...]
    """Of the inputs with one another: the upper triangle, by rows."""
    errors: tuple[float, ...]
    """Of each input with the error."""
    spread: float
    """How much waits spread about what was expected, relative to exponential service: 1 is as much."""
    others: int = 0
    """So many waits of others in the queue have come out since the last one of these."""


class Experience(msgspec.Struct, frozen=True, kw_only=True):
    """What one queue has learnt, as it was last written down."""

    id: QueueId
    at: float
    handled: float = 0.0
    """Calls whose work has ended, as far as they still count."""
    handled_s: float = 0.0
    """Their ringing, talk and wrap-up together."""
    left: float = 0.0
    """Callers who gave up waiting, as far as they still count."""
    waited_s: float = 0.0
    """All waiting, of those who left and those who did not."""
    lessons: tuple[Lesson, ...] = ()
