"""The side door: the same requests and errors, and the files of recordings."""

import asyncio
from urllib.parse import urlsplit

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient
from acd.asterisk.ari.door import AriAccess, segment
from acd.asterisk.ari.errors import (
    AriNotConnected,
    AriRefused,
    AriUnauthorised,
    AriUnknownOutcome,
    AriUnreadable,
)
from acd.asterisk.ari.generated import Bridge, RecordingFinished, RecordingStarted
from acd.asterisk.ari.http import AriHttp
from tests.asterisk.ari.conftest import Switch
from tests.asterisk.ari.ear import Ear
from tests.asterisk.ari.proxy import Proxy


async def test_it_answers_what_the_socket_answers(http: AriHttp, client: AriClient, channel: str) -> None:
    over_http = await calls.get_channel(http, channel_id=channel)
    assert over_http == await calls.get_channel(client, channel_id=channel)
    assert over_http is not None
    await calls.set_variable(http, channel_id=channel, name="ACD_TEXT", value="a b&c=d%20 é")
    assert await calls.get_variable(client, channel_id=channel, name="ACD_TEXT") == "a b&c=d%20 é"


async def test_it_answers_while_the_socket_waits_behind_a_playback(
    http: AriHttp, client: AriClient, channel: str, ear: Ear, app: str
) -> None:
    await calls.create_bridge(client, bridge_id=f"{app}-talk")
    await calls.play(client, channel_id=channel, playback_id=f"{app}-sound", media=["sound:activated"])
    waiting = asyncio.create_task(calls.add_to_bridge(client, bridge_id=f"{app}-talk", channel_ids=[channel]))
    async with asyncio.timeout(0.5):  # the sound lasts 1 s
        assert (await calls.ping(http)).ping == "pong"
    assert not waiting.done()
    await waiting


async def test_refusals_have_their_status_and_asterisks_words(http: AriHttp) -> None:
    with pytest.raises(AriRefused, match="Channel not found") as refused:
        await http.request("POST", "channels/nobody/answer")
    assert refused.value.status == 404


async def test_an_answer_of_another_shape_is_unreadable(http: AriHttp) -> None:
    answer = await http.request("GET", "asterisk/ping")
    with pytest.raises(AriUnreadable, match="generate_ari"):
        answer.read(Bridge)


async def test_a_connection_that_died_unnoticed_does_not_delay_the_next_request(
    switch: Switch, app: str
) -> None:
    direct = switch.access(app)
    async with Proxy(urlsplit(direct.url).port or 0) as proxy:
        access = AriAccess(
            url=f"http://127.0.0.1:{proxy.port}/ari", user=direct.user, password=direct.password, app=app
        )
        async with AriHttp(access) as http:
            await calls.ping(http)
            proxy.freeze()
            async with asyncio.timeout(2.0):
                assert (await calls.ping(http)).ping == "pong"


async def test_a_wrong_password_is_said(switch: Switch, app: str) -> None:
    async with AriHttp(switch.access(app, password="not the password")) as http:
        with pytest.raises(AriUnauthorised, match="'acd'"):
            await calls.ping(http)


async def test_nobody_there_means_nothing_was_sent(unused_tcp_port: int) -> None:
    access = AriAccess(url=f"http://127.0.0.1:{unused_tcp_port}/ari", user="a", password="p", app="x")
    async with AriHttp(access) as http:
        with pytest.raises(AriNotConnected):
            await calls.ping(http)


async def test_no_answer_in_time_is_an_unknown_outcome() -> None:
    client_gone = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        client_gone.set()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/ari"
    async with server:
        async with AriHttp(AriAccess(url=url, user="a", password="p", app="x")) as http:
            with pytest.raises(AriUnknownOutcome, match="look before"):
                await http.request("POST", "channels/1/answer", timeout_s=0.1)
        await client_gone.wait()


async def test_a_stored_recording_comes_as_a_file(
    http: AriHttp, client: AriClient, channel: str, ear: Ear, app: str
) -> None:
    bridge, name = f"{app}-talk", f"{app} voicemail"
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.add_to_bridge(client, bridge_id=bridge, channel_ids=[channel])
    await ear.entered(channel)
    await client.request("POST", f"bridges/{bridge}/record", query=[("name", name), ("format", "wav")])
    await ear.first(RecordingStarted)
    await client.request("POST", f"recordings/live/{segment(name)}/stop")
    await ear.first(RecordingFinished)
    assert (await http.stored_recording(name)).startswith(b"RIFF")


async def test_a_recording_that_does_not_exist_is_refused(http: AriHttp) -> None:
    with pytest.raises(AriRefused) as refused:
        await http.stored_recording("../../../etc/passwd")
    assert refused.value.status in {403, 404}
