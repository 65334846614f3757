"""Registration, and the process behind a phone: how it dies, and what the test is told."""

import importlib.util
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from acd.testing.errors import (
    CallEndedError,
    CommandRefusedError,
    PhoneDiedError,
    PhoneError,
    RegistrationRefusedError,
)
from acd.testing.phone import Phone
from acd.testing.protocol import Command, Done
from acd.testing.rack import PhoneRack
from acd.testing.raw_sip import RawSip
from acd.testing.worker_process import WorkerProcess
from tests.testing.exchange import Exchange

pytestmark = pytest.mark.system


def test_a_wrong_password_is_named_as_the_reason(phones: PhoneRack) -> None:
    stranger = phones.phone("p0", "guessed", register=False)
    with pytest.raises(
        RegistrationRefusedError, match=r"'p0': 401 Unauthorized; check .* password"
    ) as refused:
        stranger.register()
    assert refused.value.sip_code == 401
    assert not stranger.is_registered


def test_an_unregistered_phone_is_not_called(phones: PhoneRack, exchange: Exchange) -> None:
    alice, bob = (phones.phone(*exchange.account(n)) for n in range(2))
    bob.unregister()
    assert not bob.is_registered
    with pytest.raises(CallEndedError):
        alice.call("p1").wait_ringing()
    bob.expect_no_ring(for_s=0.1)
    bob.register()
    alice.call("p1")
    bob.wait_for_ring()


def test_a_ring_that_should_not_be_is_reported(phones: PhoneRack, exchange: Exchange) -> None:
    alice, bob = (phones.phone(*exchange.account(n)) for n in range(2))
    alice.call("p1")
    with pytest.raises(AssertionError, match=r"p1 rings, and should not(.|\n)*◄── INVITE"):
        bob.expect_no_ring(for_s=5.0)


def test_a_killed_worker_is_a_clear_error_at_once(phones: PhoneRack, exchange: Exchange) -> None:
    phone = phones.phone(*exchange.account(0))
    killer = threading.Timer(0.2, os.kill, (phone.pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(PhoneDiedError, match=rf"phone p0: its process {phone.pid} was ended by SIGKILL"):
        phone.wait_for_ring(within_s=30.0)
    with pytest.raises(PhoneDiedError, match="SIGKILL"):
        phone.call("echo")
    killer.join()


def test_an_unplugged_phone_says_no_goodbye(phones: PhoneRack, exchange: Exchange) -> None:
    alice, bob = (phones.phone(*exchange.account(n)) for n in range(2))
    bob.auto_answer()
    call = alice.call("p1")
    call.wait_answered()
    bob.unplug()
    assert call.hears_silence(within_s=3.0)
    assert call.state == "answered"
    assert bob.ladder.first("BYE") is None


def test_the_worker_ends_with_the_test_run() -> None:
    program = (
        "import sys\nfrom acd.testing.phone import Phone\n"
        "phone = Phone('nobody', 'x', 9)\nprint(phone.pid, flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        worker = os.pidfd_open(int(run.stdout.readline()))
        try:
            run.kill()
            ended, _, _ = select.select([worker], [], [], 5.0)
        finally:
            os.close(worker)
    assert ended


def test_a_missing_sip_stack_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(PhoneError, match="install acd with its extra `qa`"):
        Phone("nobody", "x", 9)


def test_a_phone_that_cannot_be_set_up_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def hangs(worker: WorkerProcess, _make: Callable[[int], Command]) -> Done:
        started.append(worker.pid)
        raise PhoneDiedError("it has not replied")

    monkeypatch.setattr(WorkerProcess, "ask", hangs)
    with pytest.raises(PhoneDiedError, match="has not replied"):
        Phone("nobody", "x", 9)
    (pid,) = started
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_thread_that_opened_a_phone_may_end(exchange: Exchange) -> None:
    opened: list[Phone] = []
    opener = threading.Thread(target=lambda: opened.append(Phone(*exchange.account(0), exchange.sip_port)))
    opener.start()
    opener.join()
    with opened[0] as phone:
        phone.register()


def test_a_closed_phone_says_so(exchange: Exchange) -> None:
    with Phone(*exchange.account(0), exchange.sip_port) as phone:
        phone.register()
        call = phone.call("echo")
        call.wait_answered()
    phone.close()
    assert phone.ladder.first("BYE", sent=True) is not None
    assert not phone.is_registered
    with pytest.raises(PhoneDiedError, match="was closed"):
        phone.wait_for_ring()


def test_commands_for_a_call_that_is_over_are_refused(phones: PhoneRack, exchange: Exchange) -> None:
    phone = phones.phone(*exchange.account(0))
    call = phone.call("echo")
    call.wait_answered()
    call.hang_up()
    call.wait_ended()
    with pytest.raises(CommandRefusedError, match="the call is over"):
        call.press("1")


def test_garbage_does_not_hurt_the_server(exchange: Exchange) -> None:
    with RawSip(exchange.sip_port) as raw:
        for garbage in (b"", b"\0" * 1000, b"INVITE", b"INVITE sip:x SIP/2.0\r\n\r\n", os.urandom(1400)):
            raw.send(garbage)
        assert raw.is_alive()
    with RawSip(exchange.sip_port + 7) as nobody:
        assert not nobody.is_alive(within_s=0.2)


def test_the_story_tells_what_all_phones_did_and_heard(phones: PhoneRack, exchange: Exchange) -> None:
    alice = phones.phone(*exchange.account(0), name="alice", tone_hz=1160)
    call = alice.call("echo")
    call.wait_answered()
    assert call.hears_tone(1160, for_s=1.0)
    call.hang_up()
    call.wait_ended()
    lines = phones.story().splitlines()
    order = ["registers", "──► REGISTER", "dials echo", "◄── 200 OK (INVITE)", "hangs up", "──► BYE"]
    places = [next(n for n, line in enumerate(lines) if words in line) for words in order]
    assert places == sorted(places)
    assert any("alice  hears tone 1160 Hz" in line for line in lines)
    assert "secret-0" not in phones.story()
