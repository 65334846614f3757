"""The leadership's rules over the simulated PostgreSQL: as in `acd.store.lease` and `stand_by`."""

import asyncio
from contextlib import suppress

from acd.runtime.clock import Clock
from acd.runtime.lease import alone_from
from acd.runtime.ports import JournalAway
from acd.sim.loop import SimProcess
from acd.sim.postgres import Holder, Session, SimPostgres
from acd.store.lease import ANSWER_S
from acd.store.stand_by import HEAD_START_S, LOOK_EVERY_S, PAUSE_S, STALE_S

ASK_EVERY_S = 0.25
"""For the lock. Rarer than in truth, to spend the simulation's time on other things."""


class SimLeadership:
    """The right to write the floor's books (`acd.runtime.ports.Leadership`). Made by `take`."""

    def __init__(
        self,
        server: SimPostgres,
        session: Session,
        *,
        floor: str,
        epoch: int,
        commit_no: int,
        proved_at: float,
        alone_from: float,
    ) -> None:
        self.floor = floor
        self.epoch = epoch
        self.commit_no = commit_no
        self.proved_at = proved_at
        self.alone_from = alone_from
        self._server = server
        self._session: Session | None = session
        self._process = session.process

    async def still_leading(self, at: float) -> bool:
        """Ask for a proof; see `Leadership.still_leading`."""
        try:
            if self._session is None:
                self._session = session = await self._server.connect(self._process)
                leading = await session.ask(lambda: self._lock_again(session))
            else:
                epoch, _ = await self._session.ask(self._server.read_lease, limit_s=ANSWER_S)
                leading = epoch == self.epoch
        except JournalAway:
            await self.release()
            raise
        if leading:
            self.proved_at = at
        else:
            await self.release()
        return leading

    async def give_up(self) -> None:
        """Let go in order."""
        if self._session is not None:
            with suppress(JournalAway):
                await self._session.ask(lambda: self._server.give_up(self.epoch), limit_s=ANSWER_S)
        await self.release()

    async def release(self) -> None:
        """Let go: the database frees the lock with the session."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _lock_again(self, session: Session) -> bool:
        """At the database: our lost session may linger there and hold the lock."""
        server, lease = self._server, self._server.lease
        if lease.epoch == self.epoch and lease.session is not None and lease.session.is_open:
            server.end_session(lease.session)
        if server.try_lock(session) and lease.epoch == self.epoch:
            lease.session = session
            return True
        if lease.epoch == self.epoch:
            raise JournalAway("Somebody has our lock and has not raised the epoch: asking again.")
        return False


class SimStandBy:
    """One process that wants to lead."""

    def __init__(self, server: SimPostgres, process: SimProcess, floor: str, clock: Clock) -> None:
        self._server = server
        self._process = process
        self._floor = floor
        self._clock = clock
        self._take_from = 0.0
        self._look_at = 0.0
        self._seen: Holder | None = None
        self._seen_since = 0.0
        self._ousted: Holder | None = None

    async def lead(self) -> SimLeadership:
        """Wait until the leadership is ours.

        Raises:
            JournalAway: the database cannot be reached, or has stalled. Call it again.
        """
        try:
            session = await self._server.connect(self._process)
            try:
                return await self._wait(session)
            except BaseException:
                session.close()
                raise
        except JournalAway:
            self._give_head_start()
            raise

    def _give_head_start(self) -> None:
        self._seen = None
        self._take_from = self._clock.since_boot() + HEAD_START_S

    async def _wait(self, session: Session) -> SimLeadership:
        server = self._server
        while True:
            asked_at = self._clock.since_boot()
            if asked_at >= self._take_from and await session.ask(
                lambda: server.try_lock(session), limit_s=ANSWER_S
            ):
                epoch, commit_no, former = await session.ask(lambda: server.raise_epoch(session))
                return SimLeadership(
                    server,
                    session,
                    floor=self._floor,
                    epoch=epoch,
                    commit_no=commit_no,
                    proved_at=asked_at,
                    alone_from=self._alone_from(former, commit_no),
                )
            if asked_at >= self._look_at:
                self._look_at = asked_at + LOOK_EVERY_S
                await self._look(session, asked_at)
            await asyncio.sleep(ASK_EVERY_S)
            if self._clock.since_boot() - asked_at > PAUSE_S:
                self._give_head_start()

    async def _look(self, session: Session, asked_at: float) -> None:
        """Oust a holder that has been seen the same for too long."""
        holder = await session.ask(self._server.holder, limit_s=ANSWER_S)
        if holder is None:
            return
        if holder != self._seen:
            self._seen, self._seen_since = holder, asked_at
        elif asked_at - self._seen_since >= STALE_S:
            silent = holder
            if await session.ask(lambda: self._server.oust(silent), limit_s=ANSWER_S):
                self._ousted = holder

    def _alone_from(self, former: Session | None, commit_no: int) -> float:
        """From when nothing more comes of who led before; see `acd.store.stand_by`."""
        ended = former is None or self._has_ended(former.process)
        silent = self._ousted is not None and (former, commit_no) == (self._ousted[0], self._ousted[2])
        return alone_from(
            self._clock.since_boot(), ended=ended, silent_since=self._seen_since if silent else None
        )

    def _has_ended(self, other: SimProcess) -> bool:
        """Known of processes on the same machine."""
        return other.machine == self._process.machine and not other.alive
