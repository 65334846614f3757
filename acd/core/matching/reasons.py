"""Reasons: what keeps agents from being offered anything, counted for explanations."""

from acd.core.matching.crew import NOBODY, Members

UNKNOWN = ""
"""Of an agent not seen yet."""


class Reasons:
    """Who is not free, by reason."""

    def __init__(self, agents: int) -> None:
        self._of: list[str | None] = [UNKNOWN] * agents
        """By agent; None: free."""
        self._noted: list[str | None] = [None] * agents
        """The same, as it is in the sets."""
        self._changed: dict[int, None] = {}
        """Whose set is not right. An agent often changes twice between two explanations."""
        self._because: dict[str, Members] = {}

    def replace(self, number: int, reason: str | None) -> str | None:
        """What keeps an agent from calls is this now; None: nothing. Returns what it was."""
        before, self._of[number] = self._of[number], reason
        if before != reason:
            self._changed[number] = None
        return before

    def because(self) -> dict[str, Members]:
        """Who is not free, by reason. To be read only."""
        for number in self._changed:
            bit, before, now = 1 << number, self._noted[number], self._of[number]
            if before is not None:
                self._because[before] &= ~bit
            if now is not None:
                self._because[now] = self._because.get(now, NOBODY) | bit
            self._noted[number] = now
        self._changed.clear()
        return self._because
