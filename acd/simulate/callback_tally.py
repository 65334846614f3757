"""Callbacks of one run: what became of those who asked for one, and what it cost the agents.

Beside them those who held the line, for a callback of one caller shall not be paid for by the others.
"""

from collections.abc import Callable, Mapping
from typing import Any

from acd.core.view import View
from acd.kpi.visits import Result
from acd.model.fact import CallbackAgreed, CustomerDialled, CustomerReached, OfferAnswered, TalkFailed
from acd.model.ids import ContactId


class CallbackTally:
    """Of the counted callers of a run; of agents, the time that is measured."""

    def __init__(self, *, begins_at: float, ends_at: float) -> None:
        self.agreed = 0
        self.dials = 0
        """Calls to them."""
        self.reached_s: list[float] = []
        """The waits of those who were reached, from the entry until they answered."""
        self.given_up = 0
        """Called in vain, or not called in the time that was agreed."""
        self.still_waiting = 0
        """Neither, when the run ended."""
        self.fetching_s = 0.0
        """Agents' time from their answer until the customer was there, or was not reached."""
        self.on_the_line_s: list[float] = []
        """The waits of those who were answered on the line on which they came."""
        self._begins_at, self._ends_at = begins_at, ends_at
        self._agreed: dict[ContactId, int] = {}
        """With the number of calls to each."""
        self._fetched_since: dict[ContactId, float] = {}
        self.handlers: Mapping[type, Callable[[Any, float, View], None]] = {
            CallbackAgreed: self._agree,
            OfferAnswered: self._be_fetched,
            CustomerDialled: self._be_dialled,
            CustomerReached: self._end_fetching,
            TalkFailed: self._end_fetching,
        }

    def count(self, contact: ContactId, result: Result, waited_s: float, *, is_over: bool) -> None:
        """What has become of a counted caller, at the end of the call or of the run."""
        answered = result is Result.ANSWERED
        if contact not in self._agreed:
            if answered:
                self.on_the_line_s.append(waited_s)
            return
        self.agreed += 1
        self.dials += self._agreed.pop(contact)
        if answered:
            self.reached_s.append(waited_s)
        elif is_over:
            self.given_up += 1
        else:
            self.still_waiting += 1

    def _agree(self, fact: CallbackAgreed, _at: float, _view: View) -> None:
        self._agreed.setdefault(fact.contact, 0)

    def _be_dialled(self, fact: CustomerDialled, _at: float, _view: View) -> None:
        self._agreed[fact.contact] += 1

    def _be_fetched(self, fact: OfferAnswered, at: float, _view: View) -> None:
        if fact.contact in self._agreed:
            self._fetched_since[fact.contact] = at

    def _end_fetching(self, fact: CustomerReached | TalkFailed, at: float, _view: View) -> None:
        since = self._fetched_since.pop(fact.contact, None)
        if since is not None:
            self.fetching_s += max(0.0, min(at, self._ends_at) - max(since, self._begins_at))
