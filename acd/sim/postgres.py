"""A simulated PostgreSQL: sessions, one transaction at a time, the lease and its lock.

What is asked of it travels there and back; between the two it is done at once, or not at all. So a client
that has given up does not know which, and what it asked may still be done after it has given up.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias, TypeVar

from acd.model.policy import Policy
from acd.runtime.ports import Batch, JournalAway
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.tables import RuleBroken, Tables
from acd.store.connection import Limits

T = TypeVar("T")

TRAVEL_S = 0.002
"""The longest way to the database or back, while nothing is wrong."""

FIN_S = 0.1
"""How long the database takes to notice that the process at the other end of a session was killed."""


class NotLeading(Exception):
    """The fence: another epoch, or another commit, is in force."""


@dataclass
class Lease:
    """The row of the floor."""

    epoch: int = 0
    commit_no: int = 0
    session: "Session | None" = None
    """Whose it is; None once it was given up in order."""


@dataclass
class Weather:
    """What is wrong with the database, or the way to it, at the moment."""

    cut_before: float = 0.0
    """How probable it is that a session breaks before its request is done."""
    cut_after: float = 0.0
    """How probable it is that it is done, and the session breaks before the answer."""
    slow_s: float = 0.0
    """The longest additional way."""


class Session:
    """One connection: its client asks one thing after the other."""

    def __init__(self, server: "SimPostgres", process: SimProcess, limit_s: float) -> None:
        self.process = process
        self.is_open = True
        """At the database's end."""
        self.heard_at = server.now()
        self._server = server
        self._limit_s = limit_s
        self._is_cut = False

    async def ask(self, work: Callable[[], T], *, limit_s: float | None = None) -> T:
        """Let the database do something, and return what came of it.

        Raises:
            JournalAway: no answer; it may be done, may have been done, or not.
        """
        if self._is_cut:
            raise JournalAway("the session is closed")
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._server.receive(self, work, answer)
        return await self._within(answer, self._limit_s if limit_s is None else limit_s)

    def close(self) -> None:
        """Leave. What was asked and not answered may still be done."""
        if not self._is_cut:
            self._is_cut = True
            self._server.hear_of_end(self, self._server.way_s())

    async def _within(self, answer: asyncio.Future[T], limit_s: float) -> T:
        try:
            async with asyncio.timeout(limit_s):
                return await answer
        except TimeoutError:
            self.close()
            raise JournalAway(f"no answer within {limit_s} s") from None
        except BaseException:
            self.close()
            raise


Holder: TypeAlias = tuple[Session, float, int]


class SimPostgres:
    """The server. Faults are put in from outside: `stop`, `start`, `stall`, `resume`, `weather`."""

    def __init__(self, loop: SimLoop, dice: Random) -> None:
        self._loop = loop
        self._dice = dice
        self.weather = Weather()
        self.cut_off: SimProcess | None = None
        """The process whose way to the database is broken, with nobody noticing."""
        self.is_up = True
        self.is_stalled = False
        self.committed_by: Callable[[SimProcess], None] | None = None
        """Called once, when a commit is done and its answer is on the way."""
        self._breaks_after: int | None = None
        self._breaks_when_done = False
        self.lease = Lease()
        self.lock_holder: Session | None = None
        self.tables = Tables()
        self.policies: list[Policy] = []
        self._sessions: dict[int, Session] = {}
        self._backlog: deque[tuple[Session, Callable[[], Any], asyncio.Future[Any]]] = deque()

    def now(self) -> float:
        """The moment."""
        return self._loop.time()

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong with it."""
        is_reached = self.is_up and self.cut_off is None
        return is_reached and not self.is_stalled and self.weather == Weather()

    # --- sessions -------------------------------------------------------------------------------------

    async def connect(self, process: SimProcess, *, limit_s: float = Limits().answer_s) -> Session:
        """A new session.

        Raises:
            JournalAway: refused, or no answer.
        """
        session = Session(self, process, limit_s)
        self._sessions[id(session)] = session
        await session.ask(lambda: None, limit_s=float(Limits().connect_s))
        return session

    def receive(self, session: Session, work: Callable[[], T], answer: asyncio.Future[T]) -> None:
        """Take a request on its way."""
        self._loop.in_world(self.way_s(), self._arrive, session, work, answer)

    def hear_of_end(self, session: Session, delay_s: float) -> None:
        """The client of a session is gone; the database learns of it a little later, if it learns of it."""
        if session.process is not self.cut_off:
            self._loop.in_world(delay_s, self._notice_end, session)

    def process_died(self, process: SimProcess, *, silently: bool) -> None:
        """The sessions of a killed process end, unless its machine died with it: then nobody tells."""
        if not silently:
            for session in [one for one in self._sessions.values() if one.process is process]:
                self.hear_of_end(session, self._dice.random() * FIN_S)

    def end_session(self, session: Session) -> None:
        """End a session from the database's side: its lock is free."""
        session.is_open = False
        self._sessions.pop(id(session), None)
        if self.lock_holder is session:
            self.lock_holder = None

    def way_s(self) -> float:
        """How long a way is."""
        return self._dice.random() * TRAVEL_S + self._dice.random() * self.weather.slow_s

    # --- faults ---------------------------------------------------------------------------------------

    def stop(self) -> None:
        """It goes down: what is committed stays, sessions end."""
        self.is_up = False
        for session in tuple(self._sessions.values()):
            session.is_open = False
        self._sessions.clear()
        self.lock_holder = None

    def start(self) -> None:
        """It is up again."""
        self.is_up = True

    def stall(self) -> None:
        """It is stopped at an instruction; what comes meanwhile is done when it goes on."""
        self.is_stalled = True

    def resume(self) -> None:
        """It goes on where it stood."""
        self.is_stalled = False
        backlog, self._backlog = self._backlog, deque()
        for session, work, answer in backlog:
            self._do(session, work, answer)

    def break_after(self, requests: int, *, done: bool) -> None:
        """Let a session break with the request after so many more, which is done, or is not."""
        self._breaks_after, self._breaks_when_done = requests, done

    def _breaks(self) -> tuple[bool, bool]:
        """Whether a session breaks now, before its request is done or after it."""
        luck = self._dice.random()
        before, after = luck < self.weather.cut_before, luck > 1.0 - self.weather.cut_after
        if self._breaks_after is not None:
            self._breaks_after -= 1
            if self._breaks_after < 0:
                self._breaks_after = None
                before, after = not self._breaks_when_done, self._breaks_when_done
        return before, after

    # --- the server -----------------------------------------------------------------------------------

    def _arrive(self, session: Session, work: Callable[[], T], answer: asyncio.Future[T]) -> None:
        if session.process is self.cut_off:
            return
        if self.is_stalled:
            self._backlog.append((session, work, answer))
        else:
            self._do(session, work, answer)

    def _do(self, session: Session, work: Callable[[], T], answer: asyncio.Future[T]) -> None:
        if not (self.is_up and session.is_open):
            self._fail(answer, "the session is lost")
            return
        session.heard_at = self._loop.time()
        breaks_before, breaks_after = self._breaks()
        if breaks_before:
            self.end_session(session)
            self._fail(answer, "the session broke before it was done")
            return
        commit_no = self.lease.commit_no
        try:
            result = work()
        except (NotLeading, RuleBroken, JournalAway) as refusal:
            self._loop.in_world(self.way_s(), _refuse, answer, refusal)
            return
        if self.committed_by is not None and self.lease.commit_no > commit_no:
            told, self.committed_by = self.committed_by, None
            told(session.process)
        if breaks_after:
            self.end_session(session)
            self._fail(answer, "the session broke after it was done")
        else:
            self._loop.in_world(self.way_s(), _give, answer, result)

    def _fail(self, answer: asyncio.Future[Any], reason: str) -> None:
        self._loop.in_world(self.way_s(), _refuse, answer, JournalAway(reason))

    def _notice_end(self, session: Session) -> None:
        if session.is_open:
            self.end_session(session)

    # --- what can be asked of it ------------------------------------------------------------------------

    def try_lock(self, session: Session) -> bool:
        """Take the advisory lock if it is free."""
        if self.lock_holder is None:
            self.lock_holder = session
        return self.lock_holder is session

    def holder(self) -> Holder | None:
        """The session that has the lock, when it last asked anything, and the last commit; None if nobody
        leads.
        """
        if self.lock_holder is None:
            return None
        return self.lock_holder, self.lock_holder.heard_at, self.lease.commit_no

    def oust(self, silent: Holder) -> bool:
        """End the session of a holder, unless it has stirred since it was seen; whether it was ended."""
        if self.holder() != silent:
            return False
        self.end_session(silent[0])
        return True

    def raise_epoch(self, session: Session) -> tuple[int, int, Session | None]:
        """Take the leadership: the new epoch, the number of the last commit, and the session that led before
        and has not given up.
        """
        former, self.lease.session = self.lease.session, session
        self.lease.epoch += 1
        return self.lease.epoch, self.lease.commit_no, former

    def give_up(self, epoch: int) -> None:
        """Say that nothing more comes of the leader of this epoch."""
        if self.lease.epoch == epoch:
            self.lease.session = None

    def read_lease(self) -> tuple[int, int]:
        """Epoch and number of the last commit."""
        return self.lease.epoch, self.lease.commit_no

    def commit(self, epoch: int, commit_no: int, batch: Batch) -> None:
        """One transaction.

        Raises:
            NotLeading: the fence refused it.
            RuleBroken: a unique rule refused it.
        """
        if (self.lease.epoch, self.lease.commit_no) != (epoch, commit_no - 1):
            raise NotLeading(f"epoch {epoch} commit {commit_no}, but {self.read_lease()} is in force")
        self.tables.write(batch)
        self.lease.commit_no = commit_no

    def save_policy(self, epoch: int, policy: Policy) -> None:
        """Keep a version of the company.

        Raises:
            NotLeading: somebody else leads.
        """
        if self.lease.epoch != epoch:
            raise NotLeading(f"epoch {epoch}, but {self.lease.epoch} is in force")
        self.policies.append(policy)


def _give(answer: asyncio.Future[T], result: T) -> None:
    if not answer.done():
        answer.set_result(result)


def _refuse(answer: asyncio.Future[Any], error: Exception) -> None:
    if not answer.done():
        answer.set_exception(error)
        answer.exception()  # nobody may be left to take it, and that is no error
