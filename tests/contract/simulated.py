"""The simulated Asterisk, and people without phones."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from acd.asterisk.ari.client import EventSocket, Hear
from acd.asterisk.ari.door import SideDoor
from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.sim.switch import (
    DirectDoor,
    DirectSocket,
    Installation,
    Order,
    SimCall,
    SimRinging,
    Sound,
    Switch,
)
from acd.testing.hearing import Hearing
from tests.asterisk.render.switch import SILENCE_S
from tests.contract.scenery import LONG, SHORT, Desk, Talker

PACE = 0.005
"""The real length of a simulated second."""
FOR_EVER_S = 1e6
"""What must not end by itself, however slow the machine: a loaded one passes many simulated seconds."""
LENGTHS_S = {SHORT: 1.06, LONG: FOR_EVER_S}
"""The sounds of the tests; no test waits for the end of the long one."""


class _Ear:
    """Notices what the other side does to a call."""

    def __init__(self) -> None:
        self.code = 0
        self.is_answered = asyncio.Event()
        self.is_ended = asyncio.Event()

    def answered(self) -> None:
        self.is_answered.set()

    def ended(self, code: int) -> None:
        self.code = code
        self.is_ended.set()


class SimTalker:
    """One end of a simulated call."""

    def __init__(self, call: SimCall | SimRinging, ear: _Ear) -> None:
        self._call = call
        self._ear = ear

    async def hang_up(self) -> None:
        self._call.hang_up()

    async def press(self, keys: str) -> None:
        for key in keys:
            self._call.press(key)

    async def answered(self) -> None:
        async with asyncio.timeout(10.0):
            await self._ear.is_answered.wait()

    async def ended(self) -> int:
        async with asyncio.timeout(10.0):
            await self._ear.is_ended.wait()
        return self._ear.code

    async def hears_music(self) -> Hearing:
        return self._is(Sound("music", ("default",)))

    async def hears_silence(self) -> Hearing:
        return self._is(Sound("silence"))

    async def hears(self, other: Talker) -> Hearing:
        assert isinstance(other, SimTalker)
        return self._is(Sound("people", (other._call.channel.id,)))

    def _is(self, wanted: Sound) -> Hearing:
        heard = self._call.hears
        return Hearing(heard == wanted, f"{wanted}; it heard {heard}")


class SimPickUp(SimTalker):
    """The end at a desk phone."""

    def __init__(self, ringing: SimRinging) -> None:
        super().__init__(ringing, _Ear())
        self._ringing = ringing
        ringing.when_ended = self._ear.ended

    async def answer(self) -> None:
        self._ringing.answer()

    async def reject(self, code: int) -> None:
        self._ringing.reject(code)

    def is_taken_elsewhere(self) -> bool:
        return self._ringing.is_taken_elsewhere


class SimDesk:
    """A simulated desk phone."""

    def __init__(self, switch: Switch, name: str) -> None:
        self.name = name
        self._switch = switch
        self._count = 0
        self._unseen: asyncio.Queue[SimPickUp] = asyncio.Queue()
        self._habit: Callable[[SimRinging], None] = lambda _ringing: None
        switch.register(name, self._take)

    async def rings(self) -> SimPickUp:
        async with asyncio.timeout(10.0):
            return await self._unseen.get()

    def refuse(self, code: int) -> None:
        self._habit = lambda ringing: ringing.reject(code)

    def keep_quiet(self) -> None:
        self._habit = SimRinging.keep_quiet

    def calls(self) -> int:
        return self._count

    async def unplug(self) -> None:
        self._switch.unplug(self.name)

    async def talk_privately(self) -> None:
        self._switch.talk_privately(self.name, 1)

    async def leave(self) -> None:
        self._switch.unregister(self.name)

    def _take(self, ringing: SimRinging) -> None:
        self._count += 1
        self._unseen.put_nowait(SimPickUp(ringing))
        self._habit(ringing)


class SimScenery:
    """A simulated Asterisk in the running event loop, at a quicker pace."""

    did = "5100"

    def __init__(self, order: Order) -> None:
        loop = asyncio.get_running_loop()
        began_at, began_at_loop = time.time(), loop.time()
        self._switch = Switch(
            later=lambda delay_s, action: _ignore(loop.call_later(delay_s * PACE, action)),
            now=lambda: began_at + (loop.time() - began_at_loop) / PACE,
            installation=Installation(length_s=LENGTHS_S.get, holding_s=FOR_EVER_S, rtp_timeout_s=SILENCE_S),
        )
        for name in ("entering_s", "travelling_s", "ending_s", "ringing_state_first"):
            setattr(self._switch.order, name, getattr(order, name))

    def open_socket(self, app: str, hear: Hear) -> EventSocket:
        return DirectSocket(self._switch, app, hear)

    def side_door(self, app: str) -> SideDoor:
        return DirectDoor(self._switch)

    async def call(self, number: str | None) -> Talker:
        ear = _Ear()
        return SimTalker(self._switch.call_in(self.did, number, ear), ear)

    async def line(self, number: str) -> Desk:
        return SimDesk(self._switch, f"{number}@outside")

    async def desk(self, name: str) -> Desk:
        return SimDesk(self._switch, name)

    @asynccontextmanager
    async def follow_phones(self, tell: Callable[[PhoneId, PhoneState], None]) -> AsyncIterator[None]:
        self._switch.watch_phones(lambda phone, state: tell(PhoneId(phone), state))
        for phone, state in self._switch.phone_states().items():
            tell(PhoneId(phone), state)
        yield

    async def stop_and_start(self) -> None:
        self._switch.restart(announced=True)

    async def kill_and_start(self) -> None:
        self._switch.restart()

    async def clear(self) -> None:
        assert (dict(self._switch.channels), dict(self._switch.bridges)) == ({}, {})


def _ignore(_timer: asyncio.TimerHandle) -> None:
    """Timers are never taken back."""
