"""`make up` as a newcomer does it; what is in the containers, and what is not; and `make down`."""

import json
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.runtime.secret_file import KEYED_IN
from acd.testing.rack import PhoneRack
from tests.docker.newcomer import LASTING, ROOT, UID, Greeting, Newcomer, until

pytestmark = [pytest.mark.docker, pytest.mark.timeout(600)]
USER_ERROR = 2


@pytest.fixture(scope="module")
def newcomer() -> Iterator[Newcomer]:
    newcomer = Newcomer(f"acd-test-{os.getpid()}-up")
    try:
        yield newcomer
    finally:
        newcomer.forget()


@pytest.fixture(scope="module")
def greeting(newcomer: Newcomer) -> Greeting:
    return Greeting(newcomer.up())


def test_what_it_prints_is_enough_for_a_call(newcomer: Newcomer, greeting: Greeting) -> None:
    login, pin, ready = greeting.log_in("Anna")
    with PhoneRack(greeting.sip_port) as rack:
        desk = rack.phone("desk01", greeting.password("desk01"))
        asked = desk.call(login)
        asked.wait_answered(10)
        asked.press(pin)
        asked.wait_ended(20)
        desk.call(ready).wait_ended(20)
        caller = rack.phone("caller", greeting.password("caller"))
        calling = caller.call(greeting.number)
        calling.wait_answered(20)
        calling.press("1")
        answered = desk.wait_for_ring(20).answer()
        assert answered.hears_tone(caller.tone_hz, within_s=10)
        assert calling.hears_tone(desk.tone_hz, within_s=10)
        answered.hang_up()
        calling.wait_ended(10)
    assert "was served" in newcomer.acd("explain", "c1-1")


@pytest.mark.parametrize("by", ["make up", "docker compose start", "docker compose up"])
def test_each_started_when_what_it_needs_was_there(newcomer: Newcomer, greeting: Greeting, by: str) -> None:
    if by == "docker compose start":
        newcomer.compose("stop")
        newcomer.compose("start")
    elif by == "docker compose up":
        newcomer.make("down")
        newcomer.compose("up", "--detach")
    about = {name: told["State"] for name, told in newcomer.containers().items()}
    assert about["postgres"]["StartedAt"] < about["render"]["StartedAt"]
    assert about["render"]["FinishedAt"] < about["asterisk"]["StartedAt"] < about["acd"]["StartedAt"]
    assert (about["secrets"]["ExitCode"], about["render"]["ExitCode"]) == (0, 0)


def test_nobody_is_root_and_only_volumes_can_be_written(newcomer: Newcomer, greeting: Greeting) -> None:
    about = newcomer.containers()
    for name, told in about.items():
        host = told["HostConfig"]
        assert told["Config"]["User"] == f"{UID}:{UID}", name
        assert host["ReadonlyRootfs"] is True, name
        assert host["CapDrop"] == ["ALL"], name
        assert host["SecurityOpt"] == ["no-new-privileges:true"], name
        assert set(host["LogConfig"]["Config"]) == {"max-size", "max-file"}, name
    for name in LASTING:
        for process in newcomer.processes(name):
            status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
            assert set(status["Uid"].split()) == {str(UID)}, (name, status["Name"])
            assert int(status["CapEff"], 16) == 0, (name, status["Name"])
    assert about["postgres"]["HostConfig"]["NetworkMode"] == "none"


def test_no_password_can_be_read_by_others(newcomer: Newcomer, greeting: Greeting) -> None:
    secrets = newcomer.secrets()
    # The six digits of a PIN stand in many a file by chance.
    values = {name: value.encode() for name, value in secrets.items() if not name.startswith(KEYED_IN)}
    about = newcomer.containers()
    told = json.dumps(about).encode()
    images = [one["Image"] for one in about.values()]
    told += subprocess.run(["docker", "inspect", *images], capture_output=True, check=True).stdout
    for name in LASTING:
        for process in newcomer.processes(name):
            told += (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
    assert [name for name, value in values.items() if value in told] == []

    volumes = {
        mount["Source"] for one in about.values() for mount in one["Mounts"] if mount["Type"] == "volume"
    }
    files = [file for volume in volumes for file in Path(volume).rglob("*") if file.is_file()]
    with_secrets = [file for file in files if any(value in file.read_bytes() for value in values.values())]
    assert len(with_secrets) > 3  # else we have looked at the wrong place
    assert [str(file) for file in with_secrets if file.stat().st_mode & 0o077] == []


def test_the_images_hold_nothing_of_the_checkout_but_the_program() -> None:
    inside = ["find", "/opt/acd", "/var/lib/acd", "-name", ".git", "-o", "-name", "secrets.json"]
    command = [
        "docker",
        "run",
        "--rm",
        "--network=none",
        "--entrypoint=",
        "acd-service:local",
        *inside,
    ]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_container_with_phones_makes_the_call_of_its_example(
    newcomer: Newcomer, greeting: Greeting
) -> None:
    newcomer.compose("--profile", "qa", "build", "qa")
    before = newcomer.identities()
    newcomer.settings = {"ACD_LOG": "debug"}  # those of a test run are not those of the call centre
    assert "1 passed" in newcomer.compose("--profile", "qa", "run", "--rm", "--no-TTY", "qa")
    newcomer.settings = {}
    assert newcomer.identities() == before


def test_another_service_touches_neither_asterisk_nor_the_database(
    newcomer: Newcomer, greeting: Greeting
) -> None:
    newcomer.up()
    before = newcomer.identities()
    newcomer.settings = {"ACD_FLOOR": "second"}
    newcomer.up()
    newcomer.settings = {}
    assert [name for name, now in newcomer.identities().items() if now != before[name]] == ["acd"]
    newcomer.up()


@pytest.mark.parametrize("name", LASTING)
def test_what_ends_by_itself_comes_back(newcomer: Newcomer, greeting: Greeting, name: str) -> None:
    before = newcomer.containers()[name]["State"]
    os.kill(before["Pid"], signal.SIGKILL)
    until(lambda: newcomer.containers()[name]["State"]["StartedAt"] > before["StartedAt"], within_s=30)

    def all_are_well() -> bool:
        about = newcomer.containers()
        return newcomer.serves() and all(
            about[one]["State"]["Health"]["Status"] == "healthy" for one in LASTING
        )

    until(all_are_well, within_s=90)


def test_down_ends_everything_and_the_next_up_remembers(newcomer: Newcomer, greeting: Greeting) -> None:
    before = newcomer.secrets()
    assert newcomer.make("down").returncode == 0
    assert newcomer.containers() == {}
    again = Greeting(newcomer.up())
    assert again.password("desk01") == greeting.password("desk01")
    assert newcomer.secrets() == before
    assert "ContactArrived" not in newcomer.acd("explain", "c1-1")
    assert "It is over." in newcomer.acd("explain", "c1-1")


def test_another_company_takes_the_place_of_the_first(
    newcomer: Newcomer, greeting: Greeting, tmp_path: Path
) -> None:
    tmp_path.chmod(0o755)
    other = Path(shutil.copy(ROOT / "examples/utility.yaml", tmp_path / "other.yaml"))
    text = other.read_text(encoding="utf-8").replace("Lakeland Energy", "Highland Water")
    other.write_text(text.replace("  desk01:", "  desk71:").replace("desk01", "desk71"), encoding="utf-8")
    printed = newcomer.up(str(other))
    assert "Highland Water is open" in printed
    before = newcomer.identities()
    newcomer.settings = {"ACD_COMPANY_DIR": str(tmp_path), "ACD_COMPANY_FILE": "other.yaml"}
    assert "Highland Water is open" in newcomer.up()
    assert newcomer.identities() == before
    with PhoneRack(newcomer.ports.sip) as rack:
        rack.phone("desk71", Greeting(printed).password("desk71"))
    # Who left the company keeps the password for the day of return.
    assert newcomer.secrets()["phone.desk01"] == greeting.password("desk01")


def test_a_mistake_in_the_company_file_is_told_before_anything_starts(
    greeting: Greeting, tmp_path: Path
) -> None:
    newcomer = Newcomer(f"acd-test-{os.getpid()}-wrong", build=False)
    tmp_path.chmod(0o755)
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("company: Nobody\nqueues: 7\n", encoding="utf-8")
    try:
        ran = newcomer.make("up", f"COMPANY={wrong}")
        assert ran.returncode == USER_ERROR
        assert "queues" in ran.stdout
        assert "Traceback" not in ran.stdout
        assert "postgres" not in newcomer.containers()

        wrong.chmod(0o600)
        ran = newcomer.make("up", f"COMPANY={wrong}")
        assert ran.returncode == USER_ERROR
        assert "chmod o+r" in ran.stdout

        nowhere = tmp_path / "folder/nowhere.yaml"
        ran = newcomer.make("up", f"COMPANY={nowhere}")
        assert f"there is no company file {nowhere}" in ran.stdout
        assert f"Error {USER_ERROR}" in ran.stdout
    finally:
        newcomer.forget()


def test_a_port_that_is_taken_is_told_before_anything_starts(greeting: Greeting) -> None:
    newcomer = Newcomer(f"acd-test-{os.getpid()}-taken", build=False)
    try:
        with socket.socket(type=socket.SOCK_DGRAM) as pbx:
            pbx.bind(("127.0.0.1", newcomer.ports.sip))
            ran = newcomer.make("up")
        assert ran.returncode != 0
        assert f"Port {newcomer.ports.sip}/udp is held" in ran.stdout
        assert "ACD_SIP_PORT" in ran.stdout
        assert set(newcomer.containers()) == {"secrets"}
    finally:
        newcomer.forget()


def test_a_service_that_cannot_start_says_why(greeting: Greeting) -> None:
    newcomer = Newcomer(f"acd-test-{os.getpid()}-loud", build=False, settings={"ACD_LOG": "loud"})
    try:
        ran = newcomer.make("up")
        assert ran.returncode != 0
        assert "ACD_LOG=loud" in ran.stdout
        assert "docker compose logs acd" in ran.stdout
    finally:
        newcomer.forget()
