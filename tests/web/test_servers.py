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
from acd.web.servers import PortUnusable, SocketUnusable, WebServers, unix_socket
from tests.support.rehearsal import RehearsalService


def doors(path: Path, port: int) -> WebServers:
    service = RehearsalService()
    return WebServers(service, service.metrics, control_socket=path, host=HOST, port=port)


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
    first_port, second_port = free_ports(), free_ports()
    first, second = doors(path, first_port.http), doors(path, second_port.http)
    await first.start()
    with pytest.raises(SocketUnusable):
        await second.start()
    assert await status_over(path) == 200
    with socket.socket() as free:
        free.bind((HOST, second_port.http))  # nothing of the second is left
    await first.aclose()


async def test_a_port_that_is_taken_is_named_and_no_socket_is_left(path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            PortUnusable, match=rf"{HOST}:{port} for health and metrics: Address already in use"
        ):
            await doors(path, port).start()
    assert not is_there(path)


async def test_after_closing_nothing_is_left_and_it_can_open_again(path: Path) -> None:
    ports = free_ports()
    for _ in range(2):
        web = doors(path, ports.http)
        await web.start()
        assert await status_over(path) == 200
        await web.aclose()
        assert not is_there(path)
        with pytest.raises(httpx.ConnectError):
            await health(ports.http)
    await web.aclose()  # again: nothing to do


async def test_closing_does_not_take_the_socket_of_a_successor(path: Path) -> None:
    web = doors(path, free_ports().http)
    await web.start()
    closing = asyncio.create_task(web.aclose())
    await asyncio.sleep(0)
    assert not is_there(path)
    with unix_socket(path):
        await closing
        assert is_there(path)


async def test_a_client_that_stays_connected_does_not_keep_it_from_closing(path: Path) -> None:
    web = doors(path, free_ports().http)
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
        web = doors(path, free_ports().http)
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
