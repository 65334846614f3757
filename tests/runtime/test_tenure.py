"""Before a tenure a leader is never silent; in it, it keeps its application at Asterisk."""

import asyncio
from collections.abc import Callable

import pytest

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.command import Command
from acd.runtime import tenure
from acd.runtime.ports import JournalAway, LeadershipLost
from acd.runtime.tenure import CONTESTS, Overtaken, Tenure, while_proving
from tests.core.small_company import company
from tests.support.memory_journal import MemoryJournal


class Boot:
    """A clock that is read as often as a proof is asked for."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> float:
        return self.at

    def since_boot(self) -> float:
        self.at += 1
        return self.at


class Asked:
    """A leadership that notes when it was asked to prove itself."""

    floor, epoch, commit_no, proved_at = "main", 1, 0, 0.0
    alone_from = 0.0

    def __init__(self, answers: list[bool | None]) -> None:
        """None: the database is away. After the last answer: true."""
        self.at: list[float] = []
        self.changed = asyncio.Event()
        self._answers = answers

    async def still_leading(self, at: float) -> bool:
        self.at.append(at)
        self.changed.set()
        answer = self._answers.pop(0) if self._answers else True
        if answer is None:
            raise JournalAway("switched off by the test")
        return answer

    async def give_up(self) -> None:
        """Nothing is held."""

    async def asked(self, times: int) -> str:
        while len(self.at) < times:
            self.changed.clear()
            await self.changed.wait()
        return "done"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tenure, "PROOF_EVERY_S", 0.001)


async def test_proofs_are_asked_for_until_the_work_is_done() -> None:
    leadership = Asked([True, None, None, True])
    assert await while_proving(leadership, Boot(), leadership.asked(6)) == "done"
    assert leadership.at == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]


async def test_who_has_lost_the_leadership_gives_the_work_up() -> None:
    leadership, never = Asked([True, False]), asyncio.Event()
    with pytest.raises(LeadershipLost, match="Another process leads"):
        await while_proving(leadership, Boot(), never.wait())


async def test_the_work_may_fail() -> None:
    async def fail() -> None:
        raise RuntimeError("broken by the test")

    with pytest.raises(RuntimeError, match="broken by the test"):
        await while_proving(Asked([]), Boot(), fail())


# The application at Asterisk


class ContestedLink:
    """A link whose application somebody else takes."""

    def __init__(self) -> None:
        self.replaced = asyncio.Event()
        self.reopened = 0
        self.changed = asyncio.Event()

    def perform(self, command: Command, may_send: Callable[[], bool]) -> None:
        """Nothing is sent."""

    def look(self) -> None:
        """There is nothing to see."""

    def reopen(self) -> None:
        self.reopened += 1
        self.changed.set()

    async def lose(self) -> None:
        """Be replaced, and come back."""
        self.changed.clear()
        self.replaced.set()
        async with asyncio.timeout(5):
            await self.changed.wait()


class Standing:
    """A clock that stands."""

    def now(self) -> float:
        return 0.0

    def since_boot(self) -> float:
        return 0.0


class Sure(Asked):
    """A leadership of which the test says at any time what is known."""

    def __init__(self) -> None:
        super().__init__([])
        self.leads: bool | None = True

    async def still_leading(self, at: float) -> bool:
        if self.leads is None:
            raise JournalAway("switched off by the test")
        return self.leads


def tenure_of(link: ContestedLink, leadership: Sure) -> Tenure:
    engine = Engine(Floor(company(), epoch=1))
    return Tenure(engine, MemoryJournal(), link, leadership, Standing(), replaced=link.replaced)


@pytest.fixture
def rare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody asks for a proof but who is replaced."""
    monkeypatch.setattr(tenure, "PROOF_EVERY_S", 3600)


@pytest.mark.usefixtures("rare")
async def test_who_leads_takes_its_application_back() -> None:
    link = ContestedLink()
    async with tenure_of(link, Sure()) as leading:
        await leading.while_leading(link.lose())
        await leading.while_leading(link.lose())
    assert link.reopened == 2


@pytest.mark.usefixtures("rare")
@pytest.mark.parametrize(("leads", "end"), [(False, LeadershipLost), (None, Overtaken)])
async def test_who_does_not_lead_or_cannot_know_leaves_it_to_the_other(
    leads: bool | None, end: type[Exception]
) -> None:
    link, leadership = ContestedLink(), Sure()
    async with tenure_of(link, leadership) as leading:
        await leading.while_leading(asyncio.sleep(0))
        leadership.leads = leads
        with pytest.raises(end, match="Another process"):
            await leading.while_leading(link.lose())
    assert link.reopened == 0


@pytest.mark.usefixtures("rare")
async def test_two_who_lead_elsewhere_do_not_contend_for_ever() -> None:
    link = ContestedLink()
    async with tenure_of(link, Sure()) as leading:
        for _ in range(CONTESTS):
            await leading.while_leading(link.lose())
        with pytest.raises(Overtaken, match="ACD_ARI_APP"):
            await leading.while_leading(link.lose())
    assert link.reopened == CONTESTS


@pytest.mark.usefixtures("rare")
async def test_who_led_before_is_waited_for_while_anything_may_come_of_it() -> None:
    leadership = Sure()
    async with tenure_of(ContestedLink(), leadership) as leading:
        async with asyncio.timeout(5):
            await leading.wait_alone()
        leadership.alone_from = 3600.0
        waiting = asyncio.create_task(leading.wait_alone())
        await asyncio.wait({waiting}, timeout=0.05)
        assert not waiting.done()
        waiting.cancel()
        await asyncio.wait({waiting})
