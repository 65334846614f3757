"""The story of a run: who did what, when. Written only when somebody wants to read it, or its hash."""

import hashlib
from collections.abc import Callable

from acd.sim.loop import SimLoop


class Story:
    """Lines in the order of what happened; `told` is False in a run that nobody reads."""

    def __init__(self, loop: SimLoop, *, told: bool) -> None:
        self._loop = loop
        self.told = told
        self.lines: list[str] = []

    def tell(self, who: str, what: str) -> None:
        """One line. Ask `told` first where it costs something to make."""
        if self.told:
            self.lines.append(f"{self._loop.time():11.4f}  {who:<10} {what}")

    def tell_lazily(self, who: str, what: Callable[[], str]) -> None:
        """One line that is made only if somebody reads it."""
        if self.told:
            self.tell(who, what())

    @property
    def digest(self) -> str:
        """The same for two runs that are the same in all that is told."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()
