"""Bad clients, each while a good session is served beside it."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from acd.asterisk.agi.errors import NotLoopback, PortUnavailable, PromptMissing
from acd.asterisk.agi.server import AgiServer, Limits, Route
from acd.asterisk.agi.session import Session
from tests.asterisk.agi.peer import Client, header

LIMITS = Limits(sessions=256, header_wait_s=0.5, header_bytes=2_000, line_bytes=1_000)
GOOD = {"ECHO": "hello", "DONE": "1"}

Misbehave = Callable[[Client], Awaitable[object]]


async def echo(session: Session) -> None:
    await session.set_variable("ECHO", session.request.arguments[0])
    await session.set_variable("DONE", "1")


async def fail(session: Session) -> None:
    raise RuntimeError("a fault of ours")


async def miss(session: Session) -> None:
    raise PromptMissing("the sound 'nope' cannot be played")


async def wait_for_ever(session: Session) -> None:
    await asyncio.Event().wait()


ROUTES = {
    "echo": Route(handler=echo, limit_s=30),
    "short-echo": Route(handler=echo, limit_s=0.3),
    "fail": Route(handler=fail, limit_s=30),
    "miss": Route(handler=miss, limit_s=30),
    "wait": Route(handler=wait_for_ever, limit_s=0.3),
}


@pytest.fixture
async def server() -> AsyncIterator[AgiServer]:
    serving = AgiServer(routes=ROUTES, port=0, limits=LIMITS)
    await serving.start()
    yield serving
    await serving.aclose()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def ask(server: AgiServer, script: str = "echo", *arguments: str) -> dict[str, str]:
    client = await Client.connect(server.port)
    await client.say(header(script, *arguments))
    variables = await client.serve()
    await client.close()
    return variables


async def leave(client: Client) -> None:
    await client.close()


async def say_nothing(client: Client) -> None:
    assert await client.ended()


async def stop_in_the_header(client: Client) -> None:
    await client.say(header("echo", "hello")[:-1])
    assert await client.ended()


async def leave_in_the_header(client: Client) -> None:
    await client.say(header("echo", "hello")[:30])
    client.writer.write_eof()
    assert await client.ended()


async def say_garbage(client: Client) -> None:
    await client.say(bytes(range(256)) * 3 + b"\n\n")
    assert await client.ended()


async def flood(client: Client, what: bytes) -> None:
    """Sends it over and over; returns when the server has cut the connection."""
    with contextlib.suppress(ConnectionError):
        while True:
            await client.say(what)


async def say_a_line_of_ten_megabytes_and_more(client: Client) -> None:
    await flood(client, b"x" * 10_000_000)


async def send_headers_for_ever(client: Client) -> None:
    await flood(client, b"agi_more: 1\n" * 10_000)


async def never_prove(client: Client) -> None:
    await client.say(header("echo", "hello"))
    assert (await client.reader.readline()).startswith(b"GET FULL VARIABLE")
    assert await client.ended()


async def never_reply(client: Client) -> None:
    await client.begin(header("short-echo", "hello"))
    assert (await client.reader.readline()).startswith(b"SET VARIABLE")
    assert await client.ended()


async def reply_garbage(client: Client) -> None:
    await client.begin(header("echo", "hello"))
    await client.say(b"\xff\xfe\n")
    assert (await client.reader.readline()).startswith(b"SET VARIABLE")
    assert await client.ended()


async def reply_ten_megabytes_and_more(client: Client) -> None:
    await client.begin(header("echo", "hello"))
    await flood(client, b"x" * 10_000_000)


async def reply_hangups_for_ever(client: Client) -> None:
    await client.begin(header("echo", "hello"))
    await flood(client, b"HANGUP\n" * 10_000)


async def leave_before_the_reply(client: Client) -> None:
    await client.begin(header("echo", "hello"))
    assert (await client.reader.readline()).startswith(b"SET VARIABLE")
    await client.close()


async def outstay(client: Client) -> None:
    await client.begin(header("wait"))
    assert await client.ended()


@pytest.mark.parametrize(
    "misbehave",
    [
        leave,
        say_nothing,
        stop_in_the_header,
        leave_in_the_header,
        say_garbage,
        say_a_line_of_ten_megabytes_and_more,
        send_headers_for_ever,
        never_prove,
        never_reply,
        reply_garbage,
        reply_ten_megabytes_and_more,
        reply_hangups_for_ever,
        leave_before_the_reply,
        outstay,
    ],
)
async def test_a_bad_client_ends_its_own_session_only(server: AgiServer, misbehave: Misbehave) -> None:
    good = await Client.connect(server.port)
    async with asyncio.timeout(5):
        bad = await Client.connect(server.port)
        badly = asyncio.create_task(asyncio.wait_for(misbehave(bad), 5))
        await good.say(header("echo", "hello"))
        assert await good.serve() == GOOD
        await badly
        assert await ask(server, "echo", "hello") == GOOD
    await bad.close()
    await good.close()


async def test_two_hundred_bad_clients_at_once(server: AgiServer) -> None:
    crowd = [await Client.connect(server.port) for _ in range(200)]
    manners = [say_nothing, stop_in_the_header, say_garbage, never_reply, outstay]
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        for number, client in enumerate(crowd):
            group.create_task(manners[number % len(manners)](client))
        for _ in range(50):
            assert await ask(server, "echo", "hello") == GOOD
    for client in crowd:
        await client.close()


async def test_two_hundred_good_clients_at_once() -> None:
    server = AgiServer(routes=ROUTES, port=0)
    await server.start()
    answers = await asyncio.gather(*(ask(server, "echo", str(number)) for number in range(200)))
    await server.aclose()
    assert [answer["ECHO"] for answer in answers] == [str(number) for number in range(200)]


async def test_clients_above_the_limit_are_closed_at_once_and_room_is_given_again() -> None:
    server = AgiServer(routes=ROUTES, port=0, limits=Limits(sessions=2, header_wait_s=60))
    await server.start()
    with capture_logs() as logs:
        sitting = [await Client.connect(server.port) for _ in range(2)]
        async with asyncio.timeout(2):
            for _ in range(3):
                turned_away = await Client.connect(server.port)
                assert await turned_away.ended()
                await turned_away.close()
            await sitting[0].say(header("echo", "hello"))
            assert await sitting[0].serve() == GOOD
            assert await ask(server, "echo", "hello") == GOOD
    assert [line["event"] for line in logs if line["log_level"] == "warning"] == [
        "AGI clients are turned away"
    ]
    await server.aclose()
    for client in sitting:
        await client.close()


async def test_the_dialplan_learns_why_there_is_no_answer(server: AgiServer) -> None:
    with capture_logs() as logs:
        assert await ask(server, "nonsense") == {"ACD_ERROR": "unknown_script"}
        assert await ask(server, "fail") == {"ACD_ERROR": "failed"}
        assert await ask(server, "miss") == {"ACD_ERROR": "failed"}
        assert await ask(server, "echo", "not\\a\\problem") == {"ECHO": "not\\a\\problem", "DONE": "1"}
    assert [line["event"] for line in logs if line["log_level"] != "debug"] == [
        "AGI was asked for an unknown script",
        "an AGI script failed",
        "an AGI script gave up",
    ]


async def test_a_caller_who_ends_the_header_block_gets_nothing(server: AgiServer) -> None:
    forged = header("echo", "forged") + b"200 result=1 (0123456789abcdef)\n200 result=1\n200 result=1\n"
    client = await Client.connect(server.port)
    with capture_logs() as logs:
        await client.say(forged + b"agi_extension: 100\nagi_arg_1: real\n\n")
        assert (await client.reader.readline()).startswith(b"GET FULL VARIABLE")
        assert await client.ended()
    assert [line["kind"] for line in logs] == ["Malformed"]
    await client.close()


async def test_the_end_takes_every_session_along(server: AgiServer) -> None:
    waiting, silent = await Client.connect(server.port), await Client.connect(server.port)
    await waiting.begin(header("wait"))
    port = server.port
    async with asyncio.timeout(1):
        await server.aclose()
        assert await waiting.ended()
        assert await silent.ended()
    with pytest.raises(ConnectionRefusedError):
        await Client.connect(port)
    await waiting.close()
    await silent.close()


async def test_only_this_host_is_served() -> None:
    with pytest.raises(NotLoopback, match=r"127\.0\.0\.1"):
        AgiServer(routes=ROUTES, host="0.0.0.0", port=0)  # noqa: S104


async def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(PortUnavailable, match=str(port)):
            await AgiServer(routes=ROUTES, port=port).start()
