"""What a leader does before its tenure: it is never silent."""

import asyncio

import pytest

from acd.runtime import tenure
from acd.runtime.ports import JournalAway, LeadershipLost
from acd.runtime.tenure import while_proving


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

    async def release(self) -> None:
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
