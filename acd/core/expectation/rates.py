"""Rates of one queue: how long a call takes an agent, and how soon callers give up."""

from acd.model.experience import Experience

CALLS = 200
"""The work of so many calls ago counts 1/e of what work counts now."""

WAITS = 1000
"""The same of waits, for of those most tell little: few callers give up."""

FEW_CALLS = 10.0
"""Of fewer calls nothing is said: a mean of ten exponential times is off by a third, as a rule."""

FEW_LEFT = 3.0
"""With fewer who gave up, it is as if nobody did: waits come out too long rather than too short."""

_KEEP_CALLS = 1.0 - 1.0 / CALLS
_KEEP_WAITS = 1.0 - 1.0 / WAITS


class Rates:
    """Means of what was lately."""

    def __init__(self, known: Experience | None = None) -> None:
        self.handled = known.handled if known else 0.0
        self.handled_s = known.handled_s if known else 0.0
        self.left = known.left if known else 0.0
        self.waited_s = known.waited_s if known else 0.0

    @property
    def handle_s(self) -> float | None:
        """Ringing, talk and wrap-up of a call; None where too few have been seen."""
        return self.handled_s / self.handled if self.handled >= FEW_CALLS else None

    @property
    def leaving_per_s(self) -> float:
        """How many of the waiting give up in a second of waiting: for exponential patience the estimate of
        greatest likelihood, which counts the waiting of those who were answered, too.
        """
        return self.left / self.waited_s if self.left >= FEW_LEFT and self.waited_s > 0 else 0.0

    def note_work(self, seconds: float) -> None:
        """An agent has done with a call."""
        self.handled = self.handled * _KEEP_CALLS + 1.0
        self.handled_s = self.handled_s * _KEEP_CALLS + seconds

    def note_more_work(self, seconds: float) -> None:
        """What is left to be done of a call that has been noted: its wrap-up."""
        self.handled_s += seconds

    def note_wait(self, seconds: float, *, left: bool) -> None:
        """A wait is over."""
        self.left = self.left * _KEEP_WAITS + left
        self.waited_s = self.waited_s * _KEEP_WAITS + seconds
