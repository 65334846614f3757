"""What a process tells of itself, from its start on."""

import asyncio
import select
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from acd.app import supervision
from acd.app.standing import Standing
from acd.app.supervision import keep_informed
from acd.runtime.service_manager import ServiceManager
from acd.web.service import Readiness

WATCHDOG_S = 0.3
PATIENCE_S = 10.0


class Systemd:
    """The end that listens."""

    def __init__(self, bound: socket.socket) -> None:
        bound.setblocking(False)
        self._bound = bound
        self.manager = ServiceManager(bound.getsockname(), watchdog_s=WATCHDOG_S)

    async def hears(self) -> str:
        loop = asyncio.get_running_loop()
        return (await asyncio.wait_for(loop.sock_recv(self._bound, 1000), PATIENCE_S)).decode()

    def has_nothing_to_read(self) -> bool:
        return select.select([self._bound], [], [], 0)[0] == []

    async def hears_nothing(self) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.get_running_loop().sock_recv(self._bound, 1000), 2 * WATCHDOG_S)


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.bind(str(tmp_path / "notify"))
        yield Systemd(bound)


@asynccontextmanager
async def informed(systemd: Systemd, standing: Standing) -> AsyncIterator[None]:
    telling = asyncio.create_task(keep_informed(systemd.manager, standing))
    try:
        yield
    finally:
        telling.cancel()
        await asyncio.wait((telling,))


async def test_it_is_not_up_before_it_knows_what_it_is(systemd: Systemd) -> None:
    standing = Standing()
    async with informed(systemd, standing):
        standing.with_leadership()
        await systemd.hears_nothing()


async def test_one_that_waits_for_the_database_is_up_and_says_what_it_waits_for(systemd: Systemd) -> None:
    standing = Standing()
    async with informed(systemd, standing):
        standing.without_database("connection refused")
        assert await systemd.hears() == "READY=1"
        assert await systemd.hears() == "WATCHDOG=1\nSTATUS=Database: waiting for it. connection refused"


class Leader:
    """One that leads, and looks for Asterisk."""

    asterisk = False

    def readiness(self) -> Readiness:
        troubles = () if self.asterisk else ("Asterisk: connection refused",)
        return Readiness(
            leads=True,
            asterisk=self.asterisk,
            database=True,
            phones=self.asterisk,
            company_version=7,
            troubles=troubles,
        )


async def test_one_that_leads_is_up_when_callers_are_served(systemd: Systemd) -> None:
    standing, leader = Standing(), Leader()
    standing.leads(leader)
    async with informed(systemd, standing):
        await systemd.hears_nothing()
        leader.asterisk = True
        assert await systemd.hears() == "READY=1"
        assert await systemd.hears() == "WATCHDOG=1\nSTATUS=Serves callers by version 7 of the company."


async def test_one_that_leads_and_finds_no_asterisk_is_up_all_the_same(
    systemd: Systemd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervision, "ASTERISK_S", 0.1)
    standing = Standing()
    standing.leads(Leader())
    async with informed(systemd, standing):
        assert await systemd.hears() == "READY=1"
        assert await systemd.hears() == "WATCHDOG=1\nSTATUS=Asterisk: connection refused"


async def test_signs_of_life_go_on_and_tell_what_has_changed(systemd: Systemd) -> None:
    standing = Standing()
    async with informed(systemd, standing):
        standing.without_database("connection refused")
        assert await systemd.hears() == "READY=1"
        assert "waiting for it" in await systemd.hears()
        standing.with_leadership()
        begin = asyncio.get_running_loop().time()
        while "has just taken the floor" not in await systemd.hears():
            pass
        assert asyncio.get_running_loop().time() - begin < PATIENCE_S


async def test_a_loop_that_is_stuck_gives_no_sign_of_life(systemd: Systemd) -> None:
    standing = Standing()
    async with informed(systemd, standing):
        standing.without_database("connection refused")
        await systemd.hears()
        await systemd.hears()
        stuck_until = time.monotonic() + 2 * WATCHDOG_S
        while time.monotonic() < stuck_until:  # what a fault of the program would do
            pass
        assert systemd.has_nothing_to_read()


async def test_started_by_nobody_it_tells_nobody() -> None:
    await asyncio.wait_for(keep_informed(ServiceManager(None), Standing()), PATIENCE_S)
