"""How long and how often to measure."""

from collections.abc import Callable
from dataclasses import dataclass


def _silent(_: str) -> None:
    return


@dataclass(frozen=True, kw_only=True)
class Options:
    """What somebody who starts the bench can choose."""

    rounds: int = 5
    """How often each contestant is measured, in turn."""
    short: bool = False
    """Only see that everything works: fewer people, a second or two each. The figures mean little."""
    tell: Callable[[str], None] = _silent
    """Takes what is going on, in a few words, for whoever watches."""

    def seconds(self, usual_s: float) -> float:
        """How long to measure what is usually measured for `usual_s`."""
        return min(usual_s, 1.5) if self.short else usual_s

    def people(self, usual: int) -> int:
        """How many people to take where it is usually `usual`."""
        return min(usual, 5) if self.short else usual
