"""The real Asterisk, and real SIP phones."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from acd.asterisk.ami.connection import AmiUser
from acd.asterisk.ami.device_states import DeviceStates
from acd.asterisk.ari.client import AriClient, EventSocket, Hear
from acd.asterisk.ari.door import AriAccess, SideDoor
from acd.asterisk.ari.http import AriHttp
from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.model.message import FromPhones, PhoneSeen, PhonesLost, PhonesSeen
from acd.testing.call import Call
from acd.testing.hearing import Hearing
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from tests.asterisk.render.switch import MUSIC_HZ, Switch
from tests.contract.scenery import Desk, Talker

WITHHELD = "anonymous"
VOICEMAIL = "190"


class RealTalker:
    """One call of a SIP phone."""

    def __init__(self, call: Call, phone: Phone) -> None:
        self._call = call
        self._phone = phone

    async def hang_up(self) -> None:
        await asyncio.to_thread(self._call.hang_up)

    async def press(self, keys: str) -> None:
        self._call.press(keys)

    async def answered(self) -> None:
        await asyncio.to_thread(self._call.wait_answered, 10.0)

    async def ended(self) -> int:
        await asyncio.to_thread(self._call.wait_ended, 10.0)
        return self._call.sip_code

    async def hears_music(self) -> Hearing:
        return await asyncio.to_thread(partial(self._call.hears_only, MUSIC_HZ, for_s=0.3))

    async def hears_silence(self) -> Hearing:
        return await asyncio.to_thread(self._call.hears_silence)

    async def hears(self, other: Talker) -> Hearing:
        assert isinstance(other, RealTalker)
        return await asyncio.to_thread(partial(self._call.hears_only, other._phone.tone_hz, for_s=0.3))

    async def answer(self) -> None:
        await asyncio.to_thread(self._call.answer)

    async def reject(self, code: int) -> None:
        await asyncio.to_thread(self._call.reject, code)

    def is_taken_elsewhere(self) -> bool:
        return "Call completed elsewhere" in self._call.end_cause


class RealDesk:
    """A SIP phone on a desk, or behind a trunk."""

    def __init__(self, phone: Phone, name: str) -> None:
        self.name = name
        self._phone = phone

    async def rings(self) -> RealTalker:
        return RealTalker(await asyncio.to_thread(self._phone.wait_for_ring), self._phone)

    def refuse(self, code: int) -> None:
        self._phone.auto_reject(code)

    def keep_quiet(self) -> None:
        self._phone.stay_silent()

    def calls(self) -> int:
        return len(self._phone.calls)

    async def unplug(self) -> None:
        await asyncio.to_thread(self._phone.unplug)

    async def talk_privately(self) -> None:
        call = await asyncio.to_thread(self._phone.call, VOICEMAIL)
        await asyncio.to_thread(call.wait_answered)

    async def leave(self) -> None:
        await asyncio.to_thread(self._phone.unregister)


class RealScenery:
    """A rendered Asterisk; phones are opened when they are needed."""

    did = "5100"

    def __init__(self, switch: Switch) -> None:
        self._switch = switch
        self._rack = PhoneRack(switch.ports.sip)
        self._outside: Phone | None = None

    def open_socket(self, app: str, hear: Hear) -> EventSocket:
        return AriClient(self._access(app), hear, jitter=random.random)

    def side_door(self, app: str) -> SideDoor:
        return AriHttp(self._access(app))

    async def call(self, number: str | None) -> Talker:
        if self._outside is None:
            # Not registered: whoever is called through the trunk may be.
            self._outside = await self._phone("outside", "trunk", register=False)
        call = await asyncio.to_thread(self._outside.call, self.did, caller_id=number or WITHHELD)
        return RealTalker(call, self._outside)

    async def line(self, number: str) -> Desk:
        return RealDesk(await self._phone("outside", "trunk"), f"{number}@outside")

    async def desk(self, name: str) -> Desk:
        return RealDesk(await self._phone(name, "phone"), name)

    @asynccontextmanager
    async def follow_phones(self, tell: Callable[[PhoneId, PhoneState], None]) -> AsyncIterator[None]:
        def emit(message: FromPhones) -> None:
            match message:
                case PhonesSeen(states=states):
                    for phone, state in states.items():
                        tell(phone, state)
                case PhoneSeen(phone=phone, state=state):
                    tell(phone, state)
                case PhonesLost():
                    pass

        user = AmiUser(port=self._switch.ports.ami, username="acd", secret=self._switch.secrets["ami"])
        states = DeviceStates(user, emit=emit)
        states.start()
        yield
        await states.aclose()

    async def stop_and_start(self) -> None:
        await asyncio.to_thread(self._switch.process.restart)

    async def kill_and_start(self) -> None:
        await asyncio.to_thread(self._switch.process.kill)
        await asyncio.to_thread(self._switch.process.start)

    async def clear(self) -> None:
        await asyncio.to_thread(self._rack.close)
        await asyncio.to_thread(self._switch.wait_idle)
        # As if no call had found nobody within this second, which the dialplan would remember.
        await asyncio.to_thread(self._switch.process.rx, "dialplan set global ACD_FAILED_AT never")

    async def _phone(self, name: str, kind: str, *, register: bool = True) -> Phone:
        secret = self._switch.secrets[f"{kind}.{name}"]
        return await asyncio.to_thread(partial(self._rack.phone, name, secret, register=register))

    def _access(self, app: str) -> AriAccess:
        url = f"http://127.0.0.1:{self._switch.ports.ari}/ari"
        return AriAccess(url=url, user="acd", password=self._switch.secrets["ari"], app=app)
