"""The port `Journal`, kept in memory; a test can stall it or put it out of reach."""

import asyncio

from acd.model.fact import Fact
from acd.runtime.ports import Batch, Entry, JournalAway, LeadershipLost
from tests.support.until import Changing


class MemoryJournal(Changing):
    """Keeps each batch once, in order, as the real one does."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[Batch] = []
        """What is written."""
        self.attempts: list[Batch] = []
        """What was to be written, each attempt."""
        self.away = False
        """While true every attempt fails."""
        self.led_by_another = False
        """From then on every attempt is refused."""
        self._flowing = asyncio.Event()
        self._flowing.set()

    def stall(self) -> None:
        """Keep every commit waiting until `flow`."""
        self._flowing.clear()

    def flow(self) -> None:
        """Let commits through."""
        self._flowing.set()

    async def commit(self, batch: Batch) -> None:
        """See the port."""
        self.attempts.append(batch)
        self.change()
        await self._flowing.wait()
        if self.led_by_another:
            raise LeadershipLost("Another process leads the floor.")
        if self.away:
            raise JournalAway("switched off by the test")
        self.batches.append(batch)
        self.change()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is written, in order."""
        return tuple(entry for batch in self.batches for entry in batch.entries)

    @property
    def facts(self) -> list[Fact]:
        """All facts that are written, in order."""
        return [fact for entry in self.entries for fact in entry.facts]

    def story(self, contact: str) -> tuple[Entry, ...]:
        """The entries that speak of a contact."""
        return tuple(
            entry
            for entry in self.entries
            if any(getattr(fact, "contact", None) == contact for fact in entry.facts)
        )
