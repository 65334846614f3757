"""Rates of one queue: how long a call takes an agent, and how soon callers give up."""

from acd.model.experience import Experience

CALLS = 200
"""The work of so many calls ago counts 1/e of what work counts now."""

WAITS = 1000
"""The same of waits, for of those most tell little: few callers give up."""

FEW_CALLS = 10.0
"""Of fewer calls nothing is said: a mean of ten exponential times is off by a third, as a rule."""

_FEW = FEW_CALLS - 0.5
"""What so many count for at the least: each counts a little less with every call that comes after it."""

FEW_LEFT = 3.0
"""With fewer who gave up, it is as if nobody did: waits come out too long rather than too short."""

_OLD = 0.9
"""A queue is old when so much of `CALLS` has been seen."""

_KEEP_CALLS = 1.0 - 1.0 / CALLS
_KEEP_WAITS = 1.0 - 1.0 / WAITS


class Rates:
    """Means of what was lately."""

    def __init__(self, known: Experience | None = None) -> None:
        self.handled = known.handled if known else 0.0
        self.handled_s = known.handled_s if known else 0.0
        self.left = known.left if known else 0.0
        self.waited_s = known.waited_s if known else 0.0
        self._at_work = 0
        self._began = 0.0
        """The beginnings of the work that goes on, together."""
        self._seen_at = 0.0

    @property
    def handle_s(self) -> float | None:
        """Ringing, talk and wrap-up of a call; None where too few have been seen.

        The first calls that are over were short ones. So as long as a queue is young the work that goes on
        counts, too: all work together by the calls that are over is for exponential times the estimate of
        greatest likelihood.
        """
        if self.handled < _FEW:
            return None
        going_on_s = self._at_work * self._seen_at - self._began
        youth = max(0.0, 1.0 - self.handled / (_OLD * CALLS))
        return (self.handled_s + youth * going_on_s) / self.handled

    @property
    def leaving_per_s(self) -> float:
        """How many of the waiting give up in a second of waiting: for exponential patience the estimate of
        greatest likelihood, which counts the waiting of those who were answered, too.
        """
        return self.left / self.waited_s if self.left >= FEW_LEFT and self.waited_s > 0 else 0.0

    def begin_work(self, at: float) -> None:
        """An agent is rung for a call, or begins the work after it."""
        self._at_work += 1
        self._began += at
        self._seen_at = at

    def drop_work(self, since: float, at: float) -> None:
        """It came to nothing."""
        self._at_work -= 1
        self._began -= since
        self._seen_at = at

    def note_talk(self, since: float, at: float) -> None:
        """A talk is over."""
        self.drop_work(since, at)
        self.handled = self.handled * _KEEP_CALLS + 1.0
        self.handled_s = self.handled_s * _KEEP_CALLS + at - since

    def note_wrap_up(self, since: float, at: float) -> None:
        """So is the work after it."""
        self.drop_work(since, at)
        self.handled_s += at - since

    def note_wait(self, seconds: float, *, left: bool) -> None:
        """A wait is over."""
        self.left = self.left * _KEEP_WAITS + left
        self.waited_s = self.waited_s * _KEEP_WAITS + seconds
