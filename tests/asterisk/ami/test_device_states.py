"""What a real Asterisk cannot be made to do on demand, done by a server on paper."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from acd.asterisk.ami.connection import AmiUser
from acd.asterisk.ami.device_states import AmiTimes, DeviceStates
from acd.asterisk.ami.devices import phone_of, state_of
from acd.asterisk.ami.errors import UnsafeSetting
from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.model.message import PhoneSeen
from tests.asterisk.ami.heard import Heard, log_lines

TIMES = AmiTimes(answer_wait_s=0.2, ping_every_s=60, first_retry_s=0.01, last_retry_s=0.01)
BOOTED = "Event: FullyBooted\r\n\r\n"

Behave = Callable[["Paper"], Awaitable[None]]


class Paper:
    """One client of the server on paper."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.asked: list[str] = []

    async def action(self) -> dict[str, str]:
        """The next action of the client."""
        block = (await self._reader.readuntil(b"\r\n\r\n")).decode()
        action = {name: value for name, _, value in (line.partition(": ") for line in block.splitlines())}
        self.asked.append(action["Action"])
        return action

    async def say(self, text: str) -> None:
        self._writer.write(text.encode())
        await self._writer.drain()

    async def let_in(self) -> None:
        await self.say("Asterisk Call Manager/11.0.0\r\n")
        await self.reply(await self.action())
        await self.say(BOOTED)

    async def reply(self, action: dict[str, str], *, more: str = "") -> None:
        await self.say(f"Response: Success\r\nActionID: {action['ActionID']}\r\n{more}\r\n")

    async def list_states(self, *, live: str = "", **listed: str) -> None:
        """Answers DeviceStateList with PJSIP phones; `live` comes before the first of them."""
        action = await self.action()
        assert action["Action"] == "DeviceStateList"
        await self.reply(action, more="EventList: start\r\nMessage: Device State Changes will follow\r\n")
        await self.say(live)
        for phone, state in listed.items():
            await self.say(state_change(f"PJSIP/{phone}", state, action["ActionID"]))
        await self.say(
            f"Event: DeviceStateListComplete\r\nActionID: {action['ActionID']}\r\nEventList: Complete\r\n\r\n"
        )

    async def until_left(self) -> None:
        await self._reader.read()

    def close(self) -> None:
        self._writer.transport.abort()


def state_change(device: str, state: str, action_id: str = "") -> str:
    its = f"ActionID: {action_id}\r\n" if action_id else ""
    return f"Event: DeviceStateChange\r\n{its}Device: {device}\r\nState: {state}\r\n\r\n"


@asynccontextmanager
async def following(
    *behaviours: Behave, times: AmiTimes = TIMES
) -> AsyncIterator[tuple[Heard, DeviceStates]]:
    """A `DeviceStates` whose first connections are served so; after these the server stays silent."""
    left = iter(behaviours)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = Paper(reader, writer)
        try:
            await next(left, Paper.until_left)(client)
        finally:
            client.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    heard = Heard()
    user = AmiUser(port=server.sockets[0].getsockname()[1], username="acd", secret="s3cret")
    states = DeviceStates(user, emit=heard.tell, times=times)
    states.start()
    try:
        yield heard, states
    finally:
        await states.aclose()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others)


async def test_a_state_heard_while_the_list_is_sent_is_newer_than_the_list() -> None:
    async def serve(client: Paper) -> None:
        await client.let_in()
        live = state_change("PJSIP/desk1", "NOT_INUSE")
        await client.list_states(desk1="INUSE", desk2="INUSE", live=live)
        await client.until_left()

    async with following(serve) as (heard, _):
        snapshot = await heard.snapshot()
    assert snapshot.states == {PhoneId("desk1"): "not_in_use", PhoneId("desk2"): "in_use"}


async def test_a_state_that_asterisk_keeps_until_it_is_asked_something_is_heard_within_a_second() -> None:
    snapshot_is_out = asyncio.Event()

    async def serve(client: Paper) -> None:
        await client.let_in()
        await client.list_states(desk1="INUSE")
        await snapshot_is_out.wait()
        ping = await client.action()
        await client.reply(ping)
        await client.say(state_change("PJSIP/desk1", "NOT_INUSE"))
        await client.until_left()

    async with following(serve, times=AmiTimes()) as (heard, _):
        await heard.snapshot()
        snapshot_is_out.set()
        async with asyncio.timeout(1):
            assert await heard.states("desk1", until="not_in_use") == [PhoneState.NOT_IN_USE]


async def test_a_state_is_told_once_and_only_of_phones() -> None:
    snapshot_is_out = asyncio.Event()

    async def serve(client: Paper) -> None:
        await client.let_in()
        await client.list_states(desk1="INUSE")
        await snapshot_is_out.wait()
        for device, state in [
            ("PJSIP/desk1", "INUSE"),
            ("Queue:sales", "INUSE"),
            ("Local/1@x", "INUSE"),
            ("PJSIP/desk1", "RINGINUSE"),
            ("PJSIP/desk1", "RINGINUSE"),
            ("PJSIP/desk1", "INVALID"),
        ]:
            await client.say(state_change(device, state))
        await client.until_left()

    async with following(serve) as (heard, _):
        await heard.snapshot()
        snapshot_is_out.set()
        assert await heard.next() == PhoneSeen(phone=PhoneId("desk1"), state=PhoneState.RING_IN_USE)
        assert await heard.next() == PhoneSeen(phone=PhoneId("desk1"), state=PhoneState.UNAVAILABLE)
        assert heard.nothing_more()


async def test_what_was_asked_before_a_loss_is_not_sent_again_by_itself() -> None:
    second: list[str] = []

    async def cut_off(client: Paper) -> None:
        await client.let_in()
        assert (await client.action())["Action"] == "DeviceStateList"

    async def serve(client: Paper) -> None:
        await client.let_in()
        await client.list_states(desk1="INUSE")
        second.extend(client.asked)
        await client.until_left()

    with log_lines() as lines:
        async with following(cut_off, serve) as (heard, _):
            await heard.snapshot()
        assert "closed" in (await lines.get())["reason"]
    assert second == ["Login", "DeviceStateList"]


async def test_asterisk_that_says_goodbye_is_lost_once() -> None:
    async def serve(client: Paper) -> None:
        await client.let_in()
        await client.list_states(desk1="INUSE")
        await client.say("Event: Shutdown\r\nShutdown: Cleanly\r\nRestart: False\r\n\r\n")
        await client.until_left()

    with log_lines():
        async with following(serve) as (heard, states):
            await heard.snapshot()
            await heard.loss()
            assert states.trouble is not None
            assert heard.nothing_more()


async def test_what_never_answers_is_given_up() -> None:
    with log_lines() as lines:
        async with following() as (heard, _):
            assert "Login" in (await lines.get())["reason"]
            assert heard.nothing_more()


async def test_what_floods_us_is_cut_off_and_tried_again() -> None:
    async def flood(client: Paper) -> None:
        with pytest.raises(ConnectionError):
            await client.say("x" * 20_000_000)

    async def serve(client: Paper) -> None:
        await client.let_in()
        await client.list_states(desk1="INUSE")
        await client.until_left()

    with log_lines() as lines:
        async with following(flood, serve) as (heard, _):
            assert "does not speak AMI" in (await lines.get())["event"]
            await heard.snapshot()


async def test_chunks_of_any_size_make_the_same_messages() -> None:
    snapshot_is_out = asyncio.Event()

    async def serve(client: Paper) -> None:
        await client.let_in()
        await client.list_states()
        await snapshot_is_out.wait()
        for character in state_change("PJSIP/desk1", "BUSY") + state_change("PJSIP/desk2", "ONHOLD"):
            await client.say(character)
            await asyncio.sleep(0)
        await client.until_left()

    async with following(serve) as (heard, _):
        await heard.snapshot()
        snapshot_is_out.set()
        assert await heard.states("desk1", until="busy") == ["busy"]
        assert await heard.states("desk2", until="on_hold") == ["on_hold"]


@pytest.mark.parametrize(
    ("field", "value"), [("host", "192.0.2.1"), ("secret", "x\r\nAction: Originate"), ("username", "a\nb")]
)
def test_settings_that_must_not_be_sent(field: str, value: str) -> None:
    given = {"username": "acd", "secret": "s3cret", "host": "127.0.0.1"} | {field: value}
    with pytest.raises(UnsafeSetting):
        AmiUser(port=5038, **given)


def test_the_secret_is_in_no_representation() -> None:
    assert "s3cret" not in repr(AmiUser(port=5038, username="acd", secret="s3cret"))


@pytest.mark.parametrize(
    ("device", "phone"),
    [("PJSIP/desk1", "desk1"), ("PJSIP/", None), ("desk1", None), ("Queue:a", None), ("", None)],
)
def test_which_devices_are_phones(device: str, phone: str | None) -> None:
    assert phone_of(device) == phone


def test_a_state_nobody_has_heard_of_is_unknown() -> None:
    assert state_of("DANCING") == "unknown"
