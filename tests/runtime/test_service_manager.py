"""What the service manager that started us hears."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.runtime.service_manager import ServiceManager


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.settimeout(5.0)
        bound.bind(str(tmp_path / "notify"))
        yield bound


def test_it_hears_a_line_for_each_thing_said(ear: socket.socket) -> None:
    ServiceManager(ear.getsockname()).tell(READY="1", STATUS="Serves callers.")
    assert ear.recv(1000) == b"READY=1\nSTATUS=Serves callers."


def test_what_is_said_cannot_become_another_line(ear: socket.socket) -> None:
    ServiceManager(ear.getsockname()).tell(STATUS="two\nREADY=1")
    assert ear.recv(1000) == b"STATUS=two READY=1"


def test_a_name_that_is_no_path() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.settimeout(5.0)
        bound.bind("")  # the kernel chooses a free name that begins with a zero byte
        ServiceManager(f"@{bound.getsockname()[1:].decode()}").tell(READY="1")
        assert bound.recv(1000) == b"READY=1"


def test_one_that_has_gone_harms_nobody(tmp_path: Path) -> None:
    ServiceManager(str(tmp_path / "gone")).tell(READY="1")


def test_one_that_does_not_read_holds_nobody_up(ear: socket.socket) -> None:
    manager = ServiceManager(ear.getsockname())
    for _ in range(10_000):  # more than any socket buffers
        manager.tell(WATCHDOG="1")


def test_without_one_nothing_is_told() -> None:
    nobody = ServiceManager.of({})
    assert not nobody.listens
    nobody.tell(READY="1")


@pytest.mark.parametrize(
    ("pid", "watchdog_s"),
    [({}, 20.0), ({"WATCHDOG_PID": str(os.getpid())}, 20.0), ({"WATCHDOG_PID": "1"}, None)],
)
def test_signs_of_life_are_given_by_the_process_that_is_asked_for_them(
    pid: dict[str, str], watchdog_s: float | None
) -> None:
    environment = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "20000000", **pid}
    assert ServiceManager.of(environment).watchdog_s == watchdog_s
    assert ServiceManager.of({"NOTIFY_SOCKET": "/run/notify"}).watchdog_s is None
