"""The socket: pipelining, order, and what becomes of requests and events when something breaks."""

import asyncio
import base64
import itertools
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.utils import accept_key

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient, AriEvent, Connected, Disconnected, Limits, Replaced
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.errors import (
    AriNotConnected,
    AriRefused,
    AriStopped,
    AriUnauthorised,
    AriUnknownOutcome,
)
from acd.asterisk.ari.generated import PlaybackStarted, StasisStart
from acd.asterisk.ari.wire import MAX_REQUEST_BYTES, UnknownEvent, encode_request
from tests.asterisk.ari.conftest import MakeChannel, Switch
from tests.asterisk.ari.ear import Ear
from tests.asterisk.ari.proxy import Proxy

NewId = Callable[[], str]
QUICK = Limits(ping_every_s=0.2, silence_s=0.4, close_s=0.2, first_pause_s=0.05, longest_pause_s=0.1)


def no_jitter() -> float:
    return 1.0


def through(proxy: Proxy, access: AriAccess) -> AriAccess:
    url = f"http://127.0.0.1:{proxy.port}/ari"
    return AriAccess(url=url, user=access.user, password=access.password, app=access.app)


# Requests


async def test_200_requests_at_once_each_get_their_own_answer(client: AriClient, channel: str) -> None:
    names = [f"ACD_{number}" for number in range(200)]
    await asyncio.gather(
        *(calls.set_variable(client, channel_id=channel, name=name, value=f"<{name}>") for name in names)
    )
    values = await asyncio.gather(
        *(calls.get_variable(client, channel_id=channel, name=name) for name in names)
    )
    assert values == [f"<{name}>" for name in names]


async def test_requests_are_performed_in_the_order_they_were_asked(client: AriClient, channel: str) -> None:
    numbers = [str(number) for number in range(50)]
    written = [
        asyncio.create_task(calls.set_variable(client, channel_id=channel, name="ACD_N", value=number))
        for number in numbers
    ]
    read = asyncio.create_task(calls.get_variable(client, channel_id=channel, name="ACD_N"))
    await asyncio.gather(*written)
    assert await read == "49"


async def test_the_largest_request_passes_and_a_larger_one_is_not_sent(
    switch: Switch, app: str, ear: Ear
) -> None:
    path = "channels/nobody/variable"
    empty = len(encode_request("1", "GET", path, [("variable", "")], None))
    async with AriClient(switch.access(app), ear, jitter=no_jitter) as client:
        await client.wait_connected(5.0)
        with pytest.raises(AriRefused) as answered:
            await client.request("GET", path, query=[("variable", "x" * (MAX_REQUEST_BYTES - empty))])
        assert answered.value.status == 404
        with pytest.raises(AriRefused, match="reads at most") as refused:
            await client.request("GET", path, query=[("variable", "x" * MAX_REQUEST_BYTES)])
        assert refused.value.status == 413
    assert ear.all(Disconnected) == []


async def test_a_request_without_answer_in_time_is_unknown_and_its_late_answer_harms_nobody(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge, sound = new_id(), new_id()
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.play(client, channel_id=channel, playback_id=sound, media=["sound:activated"])
    await ear.first(PlaybackStarted)
    with pytest.raises(AriUnknownOutcome, match="look before asking again"):
        await client.request(
            "POST", f"bridges/{bridge}/addChannel", query=[("channel", channel)], timeout_s=0.1
        )
    await ear.entered(channel)  # it did happen
    await calls.ping(client)
    assert client.surprises == {"answer nobody waits for": 1}


async def test_before_the_first_connection_and_after_closing_nothing_is_sent(
    switch: Switch, app: str
) -> None:
    client = AriClient(switch.access(app), Ear(), jitter=no_jitter)
    with pytest.raises(AriNotConnected, match="start"):
        await calls.ping(client)
    async with client:
        await client.wait_connected(5.0)
    with pytest.raises(AriStopped):
        await calls.ping(client)
    with pytest.raises(AriStopped):
        await client.wait_connected(5.0)


async def test_closing_leaves_waiting_requests_unknown(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge = new_id()
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.play(client, channel_id=channel, playback_id=new_id(), media=["sound:activated"])
    await ear.first(PlaybackStarted)
    waiting = asyncio.create_task(calls.add_to_bridge(client, bridge_id=bridge, channel_ids=[channel]))
    await asyncio.sleep(0)  # let it send
    await client.aclose()
    with pytest.raises(AriUnknownOutcome, match="socket was lost"):
        await waiting


async def test_closing_ends_the_connection_also_when_nobody_answers_the_close(app: str, ear: Ear) -> None:
    ended = asyncio.Event()

    async def never_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opening = (await reader.readuntil(b"\r\n\r\n")).decode()
        (asked,) = re.findall("Sec-WebSocket-Key: (.+)\r", opening)
        writer.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Protocol: ari\r\nSec-WebSocket-Accept: "
            + accept_key(asked).encode()
            + b"\r\n\r\n"
        )
        with suppress(ConnectionError):
            await reader.read()
        writer.transport.abort()
        ended.set()

    server = await asyncio.start_server(never_close, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        access = AriAccess(url=f"http://127.0.0.1:{port}/ari", user="acd", password="p", app=app)
        async with AriClient(access, ear, jitter=no_jitter, limits=QUICK) as client:
            await client.wait_connected(5.0)
        async with asyncio.timeout(5.0):
            await ended.wait()


# The password


async def test_a_wrong_password_is_said_at_once_and_not_hammered(
    switch: Switch, app: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with Proxy(urlsplit(switch.url).port or 0) as proxy:
        wrong = through(proxy, switch.access(app, password="not the password"))
        limits = Limits(first_pause_s=0.01, longest_pause_s=0.02, unauthorised_pause_s=0.4)
        async with AriClient(wrong, Ear(), jitter=no_jitter, limits=limits) as client:
            with pytest.raises(AriUnauthorised, match=r"ari\.conf"):
                await client.wait_connected(5.0)
            with pytest.raises(AriUnauthorised):
                await calls.ping(client)
            assert isinstance(client.trouble, AriUnauthorised)
            clock = asyncio.get_running_loop().time
            await proxy.connection()
            began_at = clock()
            await proxy.connection()
            await proxy.connection()
            assert clock() - began_at > 0.7
    secret = base64.b64encode(b"acd:not the password").decode()
    assert "not the password" not in caplog.text
    assert secret not in caplog.text


async def test_the_password_is_in_no_repr(switch: Switch, app: str) -> None:
    assert "secret" in switch.access(app).password
    assert "secret" not in repr(switch.access(app))


# Losing Asterisk


async def test_asterisk_killed_and_started_again(
    mortal_switch: Switch, app: str, ear: Ear, new_id: NewId
) -> None:
    async with AriClient(mortal_switch.access(app), ear, jitter=no_jitter, limits=QUICK) as client:
        await client.wait_connected(5.0)
        name = new_id()
        await calls.create_channel(client, channel_id=name, endpoint=mortal_switch.phone("answers"), app=app)
        await ear.started(name)
        await calls.dial(client, channel_id=name, ring_s=30)
        await ear.dialled(name, "ANSWER")
        await calls.play(client, channel_id=name, playback_id=new_id(), media=["sound:agent-alreadyon"])
        await ear.first(PlaybackStarted)
        asked = [  # the first waits behind the playback, the others behind the first
            asyncio.create_task(calls.set_variable(client, channel_id=name, name="ACD_N", value="1")),
            *(asyncio.create_task(calls.ping(client)) for _ in range(10)),
        ]
        await asyncio.sleep(0)  # let them be sent
        mortal_switch.kill()
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [AriUnknownOutcome] * 11
        assert all("socket was lost" in str(outcome) for outcome in outcomes)  # not timed out: told at once
        await ear.first(Disconnected)
        with pytest.raises(AriNotConnected):
            await calls.ping(client)
        await asyncio.to_thread(mortal_switch.start)
        await client.wait_connected(10.0)
        assert await calls.get_channel(client, channel_id=name) is None
        synthetic = [event for event in ear.heard if isinstance(event, Connected | Disconnected)]
        assert synthetic[0] == Connected(number=1)
        assert synthetic[-1] == Connected(number=2)
        assert len(synthetic) == 3


async def test_a_half_open_socket_is_found_and_the_new_one_gets_the_events(
    switch: Switch, app: str, ear: Ear, new_id: NewId
) -> None:
    clock = asyncio.get_running_loop().time
    async with (
        Proxy(urlsplit(switch.url).port or 0) as proxy,
        AriClient(through(proxy, switch.access(app)), ear, jitter=no_jitter) as client,
    ):
        await client.wait_connected(5.0)
        proxy.freeze()
        began_at = clock()
        with pytest.raises(AriUnknownOutcome):
            await calls.ping(client)
        assert "ping" in (await ear.first(Disconnected)).reason
        assert clock() - began_at < 5.5
        await ear.first(Connected, lambda event: event.number == 2)
        proxy.cut_frozen()  # now Asterisk sees the old socket end, which must not end the new one's events
        name = new_id()
        await calls.create_channel(client, channel_id=name, endpoint=switch.phone("answers"), app=app)
        await ear.started(name)
        assert ear.all(Replaced) == []  # Asterisk told the old socket, and nobody reads that any more
        assert await calls.hang_up(client, channel_id=name)


@pytest.mark.parametrize("reset", [False, True], ids=["silent", "reset"])
async def test_requests_that_a_stalled_socket_no_longer_takes_are_unknown(
    switch: Switch, app: str, ear: Ear, reset: bool
) -> None:
    limits = Limits(silence_s=60.0) if reset else QUICK
    async with (
        Proxy(urlsplit(switch.url).port or 0) as proxy,
        AriClient(through(proxy, switch.access(app)), ear, jitter=no_jitter, limits=limits) as client,
    ):
        await client.wait_connected(5.0)
        proxy.freeze()
        long = [("variable", "x" * 60_000)]
        asked = [  # 24 MB: more than all buffers on the way hold
            asyncio.create_task(client.request("GET", "channels/1/variable", query=long, timeout_s=60.0))
            for _ in range(400)
        ]
        await asyncio.sleep(0)  # let them be sent, as far as that goes
        if reset:
            proxy.cut_frozen()
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {AriUnknownOutcome}
        assert all("socket was lost" in str(outcome) for outcome in outcomes)


async def test_a_cut_socket_gets_its_old_channels_events_back(
    switch: Switch, app: str, ear: Ear, new_id: NewId
) -> None:
    async with Proxy(urlsplit(switch.url).port or 0) as proxy:
        access = through(proxy, switch.access(app))
        async with AriClient(access, ear, jitter=no_jitter, limits=QUICK) as client:
            await client.wait_connected(5.0)
            name = new_id()
            await calls.create_channel(client, channel_id=name, endpoint=switch.phone("answers"), app=app)
            await ear.started(name)
            proxy.cut()
            await ear.first(Connected, lambda event: event.number == 2)
            await calls.dial(client, channel_id=name, ring_s=30)
            await ear.dialled(name, "ANSWER")
            assert await calls.hang_up(client, channel_id=name)


async def test_pauses_double_up_to_the_longest(app: str) -> None:
    tried_at: list[float] = []
    tries = asyncio.Semaphore(0)
    clock = asyncio.get_running_loop().time

    async def refuse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tried_at.append(clock())
        writer.transport.abort()
        tries.release()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/ari"
    access = AriAccess(url=url, user="a", password="p", app=app)
    limits = Limits(first_pause_s=0.1, longest_pause_s=0.4)
    async with server, AriClient(access, Ear(), jitter=no_jitter, limits=limits) as client:
        for _ in range(6):
            await tries.acquire()
        with pytest.raises(AriNotConnected, match="is Asterisk up"):
            await client.wait_connected(0.01)
    pauses = [later - earlier for earlier, later in itertools.pairwise(tried_at)]
    early_s = 0.02  # a try arrives here a little after it was made, the next one perhaps less
    for pause, least in zip(pauses, [0.1, 0.2, 0.4, 0.4, 0.4], strict=True):
        assert pause > least - early_s
    assert pauses[-1] < 1.6 - early_s  # what the fifth would be without a longest one


# Another client


async def test_the_second_of_an_application_wins_and_the_first_stops(
    client: AriClient, switch: Switch, app: str, ear: Ear, make_channel: MakeChannel
) -> None:
    second_ear = Ear()
    async with AriClient(switch.access(app), second_ear, jitter=no_jitter) as second:
        await second.wait_connected(5.0)
        await ear.first(Replaced)
        with pytest.raises(AriStopped, match="another client"):
            await calls.ping(client)
        with pytest.raises(AriStopped):
            await client.wait_connected(5.0)
        await calls.create_channel(second, channel_id=f"{app}-leg", endpoint=switch.phone("rings"), app=app)
        await second_ear.started(f"{app}-leg")
    assert ear.heard[-1] == Replaced()
    assert second_ear.heard[0] == Connected(number=1)
    assert second_ear.all(Disconnected) + second_ear.all(Replaced) == []


# The owner


async def test_an_owner_who_takes_nothing_from_the_inbox_blocks_no_answer(
    switch: Switch, app: str, new_id: NewId
) -> None:
    inbox = Ear()
    async with AriClient(switch.access(app), inbox, jitter=no_jitter) as client:
        await client.wait_connected(5.0)
        names = [new_id() for _ in range(20)]
        for name in names:
            await calls.create_channel(client, channel_id=name, endpoint=switch.phone("rings"), app=app)
        for name in names:
            assert await calls.hang_up(client, channel_id=name)
        async with asyncio.timeout(1.0):
            await calls.ping(client)
        for name in names:
            await inbox.destroyed(name)


async def test_an_event_the_owner_cannot_take_makes_a_gap_and_a_new_connection(
    switch: Switch, app: str, new_id: NewId, caplog: pytest.LogCaptureFixture
) -> None:
    ear = Ear()

    def full_once(event: AriEvent) -> None:
        if isinstance(event, StasisStart) and not ear.all(Disconnected):
            raise asyncio.QueueFull
        ear(event)

    async with AriClient(switch.access(app), full_once, jitter=no_jitter, limits=QUICK) as client:
        await client.wait_connected(5.0)
        name = new_id()
        with suppress(
            AriUnknownOutcome
        ):  # its answer may come before or after the event that ends the socket
            await calls.create_channel(client, channel_id=name, endpoint=switch.phone("rings"), app=app)
        lost = await ear.first(Disconnected)
        assert "QueueFull" in lost.reason
        await ear.first(Connected, lambda event: event.number == 2)
        assert await calls.hang_up(client, channel_id=name)


# What no Asterisk sends today


@asynccontextmanager
async def scripted(app: str, *frames: str | bytes) -> AsyncIterator[AriAccess]:
    """A server that sends these frames first, and then answers every request with nonsense and a 204."""

    async def play(socket: ServerConnection) -> None:
        for frame in frames:
            await socket.send(frame)
        async for _ in socket:
            await socket.send("nonsense")
            await socket.send(
                '{"type":"RESTResponse","transaction_id":"","request_id":"1","status_code":204,'
                '"reason_phrase":"No Content","uri":"","application":"",'
                '"timestamp":"2026-05-04T10:11:12.345+0000"}'
            )

    async with serve(play, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield AriAccess(url=f"http://127.0.0.1:{port}/ari", user="acd", password="p", app=app)


async def test_garbage_is_counted_and_survived(app: str, ear: Ear, caplog: pytest.LogCaptureFixture) -> None:
    garbage: list[str | bytes] = ["", "nonsense", "[]", "null", b"\xff\xfe\x00", '{"type":7}', "[" * 50_000]
    async with (
        scripted(app, *garbage) as access,
        AriClient(access, ear, jitter=no_jitter) as client,
    ):
        await client.wait_connected(5.0)
        answer = await client.request("POST", "channels/1/answer")
        assert answer.status == 204
        assert client.surprises == {"unreadable frame": len(garbage) + 1}
        assert ear.heard == [Connected(number=1)]
    assert len([line for line in caplog.messages if "unreadable" in line]) == 4  # the 1st, 2nd, 4th and 8th


async def test_an_unknown_event_type_is_handed_over_and_survived(app: str, ear: Ear) -> None:
    unknown = '{"type":"ChannelLevitated","application":"acd","height_m":3}'
    async with scripted(app, unknown) as access, AriClient(access, ear, jitter=no_jitter) as client:
        event = await ear.first(UnknownEvent)
        assert (event.type, event.fields["height_m"]) == ("ChannelLevitated", 3)
        assert (await client.request("POST", "channels/1/answer")).status == 204


async def test_a_frame_larger_than_a_megabyte_is_read(app: str, ear: Ear) -> None:
    unknown = '{"type":"Long","application":"acd","text":"' + "x" * 4_000_000 + '"}'
    async with scripted(app, unknown) as access, AriClient(access, ear, jitter=no_jitter):
        assert len(str((await ear.first(UnknownEvent)).fields["text"])) == 4_000_000
