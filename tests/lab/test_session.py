"""`make run` as a person sees it: another interpreter, its terminal output, and Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import acd
from acd.lab.ports import HOST, Ports, check_free, free_ports
from acd.testing.rack import PhoneRack
from tests.lab.processes import ended

REPOSITORY = Path(acd.__path__[0]).parent
EXAMPLE = REPOSITORY / "examples" / "utility.yaml"

pytestmark = pytest.mark.system

Run = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture
def ports() -> Ports:
    return free_ports()


@pytest.fixture
def run(tmp_path: Path, ports: Ports) -> Iterator[Run]:
    """Starts the lab with a company file, in a directory of its own."""
    started: list[subprocess.Popen[str]] = []
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "ACD_VAR": str(tmp_path / "var"),
        **ports.settings(),
    }

    def start(company: Path) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "acd.lab", str(company)],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def said_until(process: "subprocess.Popen[str]", words: str) -> str:
    """What it has printed up to the line with these words."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"it never said {words!r}, but:\n{said}")


def pid_of(directory: Path, program: str) -> int:
    """The process of an instance whose command line names its directory or, for the service, its socket."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        names = {os.path.basename(word) for word in words[:3]}  # python -m acd …, or the program's own path
        if program.encode() in names and str(directory).encode() in b" ".join(words) + environment:
            return int(process.name)
    raise AssertionError(f"no {program} of {directory} runs")


def test_it_greets_ends_on_ctrl_c_and_remembers_at_the_next_start(run: Run, ports: Ports) -> None:
    first = run(EXAMPLE)
    greeting = said_until(first, "Ctrl-C ends everything")
    for needed in (
        f"{HOST}:{ports.sip}",
        "dial 5100",
        "account caller",
        "account desk01",
        "*11201",
        "*13",
        "1 Break",
    ):
        assert needed in greeting
    first.send_signal(signal.SIGINT)
    assert said_until(first, "Everything has ended")
    assert first.wait(30) == 0
    check_free(ports)

    begin = time.monotonic()
    second = run(EXAMPLE)
    passwords = re.compile(r"password (\S+)")
    again = said_until(second, "Ctrl-C ends everything")
    assert time.monotonic() - begin < 10
    assert len(passwords.findall(greeting)) == 3
    assert passwords.findall(again) == passwords.findall(greeting)
    second.send_signal(signal.SIGTERM)
    assert second.wait(30) == 0


def test_a_service_that_dies_is_started_again(run: Run, tmp_path: Path) -> None:
    lab = run(EXAMPLE)
    said_until(lab, "Ctrl-C ends everything")
    service = pid_of(tmp_path / "var", "acd")
    os.kill(service, signal.SIGKILL)
    said_until(lab, "The service has ended")
    said_until(lab, "The service runs")
    assert pid_of(tmp_path / "var", "acd") != service
    lab.send_signal(signal.SIGINT)
    assert lab.wait(30) == 0


def test_killed_it_takes_everything_with_it(run: Run, tmp_path: Path, ports: Ports) -> None:
    lab = run(EXAMPLE)
    said_until(lab, "Ctrl-C ends everything")
    pids = [pid_of(tmp_path / "var", program) for program in ("acd", "asterisk")]
    lab.kill()
    assert all(ended(pid) for pid in pids)
    check_free(ports)


def test_a_port_in_use_is_named_with_its_holder_and_its_setting(run: Run, ports: Ports) -> None:
    with socket.create_server((HOST, ports.ari)):
        lab = run(EXAMPLE)
        said, _ = lab.communicate(timeout=60)
    assert lab.returncode == 2
    assert f"Port {ports.ari}/tcp is held by" in said
    assert f"(pid {os.getpid()})" in said
    assert "ACD_ARI_PORT" in said


def test_every_mistake_in_the_company_file_is_told_before_anything_is_started(
    run: Run, tmp_path: Path
) -> None:
    company = tmp_path / "company.yaml"
    company.write_text(EXAMPLE.read_text().replace("otherwise: electricity ", "otherwise: nowhere "))
    lab = run(company)
    said, _ = lab.communicate(timeout=60)
    assert lab.returncode == 2
    assert f"{company}:" in said
    assert "nowhere" in said
    assert not (tmp_path / "var").exists()


def test_an_asterisk_that_dies_is_started_again(run: Run, tmp_path: Path) -> None:
    lab = run(EXAMPLE)
    said_until(lab, "Ctrl-C ends everything")
    asterisk = pid_of(tmp_path / "var", "asterisk")
    os.kill(asterisk, signal.SIGKILL)
    said_until(lab, "Asterisk has ended")
    said_until(lab, "Asterisk runs")
    assert pid_of(tmp_path / "var", "asterisk") != asterisk
    lab.send_signal(signal.SIGINT)
    assert lab.wait(30) == 0


def test_what_was_applied_is_what_the_next_start_prints_and_renders(run: Run, tmp_path: Path) -> None:
    first = run(EXAMPLE)
    said_until(first, "Ctrl-C ends everything")
    applied = tmp_path / "applied.yaml"
    company = EXAMPLE.read_text(encoding="utf-8").replace("name: Anna,", "name: Anne,")
    company = company.replace("phones:\n", 'phones:\n  attic: {extension: "199", name: Attic}\n', 1)
    applied.write_text(company, encoding="utf-8")
    control = tmp_path / "var" / "service" / "control.sock"
    told = subprocess.run(
        [sys.executable, "-m", "acd", "apply", str(applied), "--socket", str(control)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "phones.attic" in told.stdout
    first.send_signal(signal.SIGINT)
    assert first.wait(30) == 0

    second = run(EXAMPLE)
    greeting = said_until(second, "Ctrl-C ends everything")
    assert "Version 2 of the company is in force" in greeting
    assert "Anne" in greeting
    assert "[attic]" in (tmp_path / "var" / "etc" / "acd" / "accounts.conf").read_text(encoding="utf-8")
    second.send_signal(signal.SIGINT)
    assert second.wait(30) == 0


def test_what_it_prints_is_all_that_a_first_call_needs(run: Run, ports: Ports) -> None:
    lab = run(EXAMPLE)
    greeting = said_until(lab, "Ctrl-C ends everything")
    passwords = dict(re.findall(r"account (\S+)\s+password (\S+)", greeting))
    login, pin = re.search(r"Anna:\s+dial (\S+)\s+key in (\d+#)", greeting).groups()  # type: ignore[union-attr]
    number = re.search(r"As caller, dial (\d+)", greeting).group(1)  # type: ignore[union-attr]

    with PhoneRack(ports.sip) as rack:
        anna = rack.phone("desk01", passwords["desk01"])
        caller = rack.phone("caller", passwords["caller"])
        code = anna.call(login)
        code.wait_answered()
        code.press(pin)
        code.wait_ended(within_s=20)
        anna.call("*13").wait_ended(within_s=20)

        call = caller.call(number)
        call.wait_answered()
        call.press("1")
        ringing = anna.wait_for_ring(within_s=10)
        assert ringing.display_name == "Electricity"
        ringing.answer()
        assert ringing.hears_only(caller.tone_hz)
        assert call.hears_only(anna.tone_hz)
        ringing.hang_up()
        call.wait_ended()
    lab.send_signal(signal.SIGINT)
    assert lab.wait(30) == 0
