"""The doors: who may come in, who holds them, how they open and close."""

import asyncio
import os
import signal
import socket
import stat
from pathlib import Path

import httpx
import pytest

from acd.lab.ports import HOST, free_ports
from acd.web.servers import ControlServer, HealthServer, PortUnusable, SocketUnusable, unix_socket
from tests.support.rehearsal import RehearsalService


def control(path: Path) -> ControlServer:
    return ControlServer(RehearsalService(), path)


def health_at(port: int) -> HealthServer:
    service = RehearsalService()
    return HealthServer(service, service.metrics, host=HOST, port=port)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run" / "control.sock"


def live_socket(path: Path) -> socket.socket:
    path.parent.mkdir(exist_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(path))
    listening.listen()
    return listening


def test_only_the_account_of_the_service_may_connect_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        with unix_socket(path):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    finally:
        os.umask(before)


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with unix_socket(tmp_path / "control.sock"):
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_the_socket_of_a_dead_service_is_replaced(path: Path) -> None:
    live_socket(path).close()
    assert path.exists()
    with unix_socket(path), socket.socket(socket.AF_UNIX) as trial:
        trial.connect(str(path))


def test_the_socket_of_a_live_service_is_not(path: Path) -> None:
    with live_socket(path) as first:
        with pytest.raises(SocketUnusable, match="Another service listens on"):
            unix_socket(path)
        with socket.socket(socket.AF_UNIX) as trial:
            trial.connect(str(path))
            accepted, _ = first.accept()
            accepted.close()


def test_a_service_that_is_too_busy_to_answer_is_a_live_one(path: Path) -> None:
    with live_socket(path) as first, socket.socket(socket.AF_UNIX) as waiting:
        first.listen(0)
        waiting.connect(str(path))  # the queue is full now
        with pytest.raises(SocketUnusable, match="Another service listens on"):
            unix_socket(path)
        assert is_there(path)


def test_what_is_no_socket_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("precious")
    with pytest.raises(SocketUnusable, match="is no socket"):
        unix_socket(path)
    assert path.read_text() == "precious"


def test_a_path_that_is_too_long_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(SocketUnusable, match="ACD_CONTROL_SOCKET to a short path"):
        unix_socket(tmp_path / ("x" * 120))


async def test_a_second_service_on_the_same_socket_is_refused_and_the_first_goes_on(path: Path) -> None:
    first, second = control(path), control(path)
    await first.start()
    for replace_silent in (False, True):
        with pytest.raises(SocketUnusable):
            await second.start(replace_silent=replace_silent)
    assert await status_over(path) == 200
    await second.aclose()
    assert await status_over(path) == 200
    await first.aclose()


async def test_one_that_does_not_answer_loses_the_socket_to_its_successor(path: Path) -> None:
    successor = control(path)
    frozen = live_socket(path)
    with pytest.raises(SocketUnusable):
        await successor.start()
    await successor.start(replace_silent=True)
    assert await status_over(path) == 200
    frozen.close()
    await successor.aclose()
    assert not is_there(path)


async def test_who_wakes_and_closes_leaves_the_socket_of_its_successor_there(path: Path) -> None:
    woken, successor = control(path), control(path)
    await woken.start()
    os.unlink(path)  # what the successor of a silent one does
    await successor.start()
    await woken.aclose()
    assert await status_over(path) == 200
    await successor.aclose()


async def test_a_successor_finds_a_free_path_and_a_dead_one(path: Path) -> None:
    for _ in range(2):
        successor = control(path)
        await successor.start(replace_silent=True)
        assert await status_over(path) == 200
        await successor.aclose()
        assert not is_there(path)
        live_socket(path).close()


async def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            PortUnusable, match=rf"{HOST}:{port} for health and metrics: Address already in use"
        ):
            await health_at(port).start()


async def test_after_closing_nothing_is_left_and_it_can_open_again(path: Path) -> None:
    ports = free_ports()
    on_socket, on_port = control(path), health_at(port := ports.http)
    for _ in range(2):
        await on_socket.start()
        await on_port.start()
        assert await status_over(path) == 200
        assert await health(port) == 200
        await on_socket.aclose()
        await on_port.aclose()
        assert not is_there(path)
        with pytest.raises(httpx.ConnectError):
            await health(port)
    await on_socket.aclose()  # again: nothing to do
    await on_port.aclose()


async def test_closing_does_not_take_the_socket_of_a_successor(path: Path) -> None:
    web = control(path)
    await web.start()
    closing = asyncio.create_task(web.aclose())
    await asyncio.sleep(0)
    assert not is_there(path)
    with unix_socket(path):
        await closing
        assert is_there(path)


async def test_a_client_that_stays_connected_does_not_keep_it_from_closing(path: Path) -> None:
    web = control(path)
    await web.start()
    reader, writer = await asyncio.open_unix_connection(str(path))
    writer.write(b"GET /status HTTP/1.1\r\nhost: acd\r\n\r\n")
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    await web.aclose()
    await reader.read()  # to its end
    writer.close()


async def test_signals_are_left_to_the_service(path: Path) -> None:
    handled = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, handled.set)
    try:
        before = signal.getsignal(signal.SIGTERM)
        web = control(path)
        await web.start()
        assert await status_over(path) == 200
        assert signal.getsignal(signal.SIGTERM) is before
        os.kill(os.getpid(), signal.SIGTERM)
        await handled.wait()
        assert await status_over(path) == 200
        await web.aclose()
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)


def is_there(path: Path) -> bool:
    return path.exists()


async def status_over(path: Path) -> int:
    async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=str(path))) as client:
        return (await client.get("http://acd/status")).status_code


async def health(port: int) -> int:
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.get(f"http://{HOST}:{port}/healthz")).status_code
