"""The journal's rules over the simulated PostgreSQL: those of `acd.store.journal`, line by line."""

from acd.runtime.ports import Batch, LeadershipLost
from acd.sim.loop import SimProcess
from acd.sim.postgres import NotLeading, Session, SimPostgres
from acd.sim.tables import RuleBroken
from acd.store.refusal import JournalRefused


class SimJournal:
    """Writes the batches of one epoch (`acd.runtime.ports.Journal`)."""

    def __init__(self, server: SimPostgres, process: SimProcess, *, epoch: int, commit_no: int) -> None:
        self._server = server
        self._process = process
        self._epoch = epoch
        self._commit_no = commit_no
        self._session: Session | None = None
        self._doubtful: Batch | None = None
        self._lost = False

    async def commit(self, batch: Batch) -> None:
        """Write the batch in one transaction; see `Journal.commit`."""
        if self._lost:
            raise self._leadership_lost()
        if self._doubtful is not None and self._doubtful != batch:
            raise ValueError(
                "It is unknown whether the batch before was written: commit that one again first."
            )
        settled = False
        try:
            if self._session is None:
                self._session = await self._server.connect(self._process)
            await self._settle(self._session, batch)
            settled = True
        finally:
            if not settled:
                self.close()
        self._commit_no += 1

    def close(self) -> None:
        """Leave the database. A later commit would connect again."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    async def _settle(self, session: Session, batch: Batch) -> None:
        tried_before = self._doubtful is not None
        if not (tried_before and await self._is_written(session)):
            self._doubtful = batch
            number = self._commit_no + 1
            try:
                await session.ask(lambda: self._server.commit(self._epoch, number, batch))
            except RuleBroken as broken:
                self._doubtful = None
                raise JournalRefused(
                    record=broken.record, constraint=broken.rule, detail=str(broken)
                ) from None
            except NotLeading as refused:
                if not (tried_before and await self._is_written(session)):
                    self._lost = True
                    raise self._leadership_lost() from refused
        self._doubtful = None

    async def _is_written(self, session: Session) -> bool:
        """Whether the commit of unknown outcome got through."""
        found = await session.ask(self._server.read_lease)
        if found == (self._epoch, self._commit_no + 1):
            return True
        if found == (self._epoch, self._commit_no):
            return False
        self._lost = True
        raise self._leadership_lost()

    def _leadership_lost(self) -> LeadershipLost:
        return LeadershipLost(f"Another process leads: epoch {self._epoch} ended with {self._commit_no}.")
