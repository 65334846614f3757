"""Looks at the floor again and again, as any administrator could: `acd status`, the facts, `acd explain`."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from acd.core.explain import NotYet
from acd.demo.decisions import Decision
from acd.demo.doings import absence_of
from acd.demo.ledger import Ledger
from acd.demo.picture import Picture, Signs
from acd.model.fact import TalkJoined
from acd.runtime.ports import Entry, JournalAway
from acd.store.queries import facts_between
from acd.web.bodies import AgentStatus, Status
from acd.web.client import (
    ControlClient,
    NoAnswer,
    RequestRefused,
    ServiceFailed,
    ServiceNotRunning,
    SocketForbidden,
)

_EVERY_S = 0.35
_ASK_WHY_EVERY_S = 1.0
_KEPT = 60
"""Decisions that the tallest terminal can show."""
_AHEAD_S = 86_400.0
_ANSWER_S = 2.0
_CLOSED = (ServiceNotRunning, SocketForbidden, NoAnswer, RequestRefused, ServiceFailed)


@dataclass(frozen=True, kw_only=True)
class Floor:
    """Where one floor is asked about."""

    control_socket: Path
    dsn: str
    name: str


class Watcher(threading.Thread):
    """Reads on until it is told to stop; then once more, so that nothing is left out."""

    def __init__(
        self,
        floor: Floor,
        signs: Signs,
        *,
        show: Callable[[Picture, list[Decision]], None],
        talk_heard: Callable[[str], None],
    ) -> None:
        """`show` gets every look, with what was decided since the last one; `talk_heard` the caller's number
        of every talk that begins.
        """
        super().__init__(name="watcher", daemon=True)
        self.ledger = Ledger()
        self._floor = floor
        self._signs = signs
        self._show = show
        self._talk_heard = talk_heard
        self._stopping = threading.Event()
        self._looked = threading.Condition()
        self._began_at = time.time()
        self._seen = 0
        self._status: Status | None = None
        self._status_at = 0.0
        self._asked_at = 0.0
        self._trouble = ""
        self._not_yet: NotYet | None = None
        self._asked_why_at = 0.0
        self._last: deque[Decision] = deque(maxlen=_KEPT)

    def run(self) -> None:
        """Look and show, again and again."""
        with (
            ControlClient(self._floor.control_socket, answer_s=_ANSWER_S) as client,
            asyncio.Runner() as runner,
        ):
            last = False
            while not last:
                last = self._stopping.is_set()
                self._look(client)
                fresh = self._read(runner)
                self._show(self._picture(), fresh)
                self._stopping.wait(0 if last else _EVERY_S)

    def stop(self, within_s: float = 10.0) -> None:
        """Look once more, then end."""
        self._stopping.set()
        if self.is_alive():
            self.join(within_s)

    def agent(self, number: str, newer_than: float) -> AgentStatus | None:
        """How an agent is, if that was looked up after the given moment (monotonic clock). Whoever is absent
        looks at no screen.
        """
        with self._looked:
            if self._status is None or self._status_at <= newer_than or absence_of(number, self._status):
                return None
            return next((agent for agent in self._status.agents if agent.id == number), None)

    def wait_status(self, is_so: Callable[[Status], bool], within_s: float) -> bool:
        """Wait until the floor stands so; whether it does."""
        with self._looked:
            return self._looked.wait_for(lambda: self._status is not None and is_so(self._status), within_s)

    # --- one look -------------------------------------------------------------------------------------

    def _look(self, client: ControlClient) -> None:
        asked_at, moment = time.monotonic(), time.time()
        try:
            status = client.status()
            not_yet = self._why(client, status, asked_at)
        except _CLOSED as error:
            self._trouble = f"The service does not answer; talks go on without it. ({first_sentence(error)})"
            return
        with self._looked:
            self._status, self._status_at = status, asked_at
            self._looked.notify_all()
        self._asked_at = moment
        self._not_yet = not_yet
        self._trouble = " ".join(status.readiness.troubles)

    def _why(self, client: ControlClient, status: Status, at: float) -> NotYet | None:
        """Why the caller who waits longest still waits; looked up only so often."""
        longest = next((one for one in status.contacts if one.where == "waiting"), None)
        if longest is None:
            return None
        is_same = self._not_yet is not None and self._not_yet.contact == longest.id
        if is_same and at < self._asked_why_at + _ASK_WHY_EVERY_S:
            return self._not_yet
        self._asked_why_at = at
        return client.explain(longest.id).not_yet

    def _read(self, runner: asyncio.Runner) -> list[Decision]:
        fresh: list[Decision] = []
        while True:
            try:
                page = runner.run(
                    facts_between(
                        self._floor.dsn,
                        self._floor.name,
                        since=self._began_at,
                        until=time.time() + _AHEAD_S,
                        after=self._seen,
                    )
                )
            except JournalAway as error:
                self._trouble = str(error)
                break
            if not page:
                break
            self._seen = page[-1].seq
            entries = [recorded.entry for recorded in page]
            fresh += self.ledger.read(entries, self._signs.names)
            self._tell_who_talks(entries)
        self._last.extendleft(fresh)
        return fresh

    def _tell_who_talks(self, entries: list[Entry]) -> None:
        for fact in chain.from_iterable(entry.facts for entry in entries):
            call = self.ledger.calls.get(fact.contact) if isinstance(fact, TalkJoined) else None
            if call is not None:
                self._talk_heard(call.caller)

    def _picture(self) -> Picture:
        return Picture(
            at=time.time(),
            signs=self._signs,
            status=self._status,
            asked_at=self._asked_at,
            trouble=self._trouble,
            calls=dict(self.ledger.calls),
            not_yet=self._not_yet,
            decisions=tuple(self._last),
            sums=self.ledger.sums(),
        )


def first_sentence(error: Exception) -> str:
    """What is wrong, without what to do about it: the table has one line for both."""
    return str(error).partition(". ")[0].removesuffix(".") + "."
