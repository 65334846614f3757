"""What an administrator can get wrong: told in words, with a remedy, and never hammered at."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On
from tests.system.trouble import COMPANY, MENU, SUPPORT, contact_of, logged, readyz, talk
from tests.system.wire import Wire, through_wire

WRONG = "not-the-password"
USER_ERROR = 2


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, wire: Wire, on: On) -> Iterator[CallCentre]:
    with through_wire(wire, tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@pytest.fixture
def unfit(running: CallCentre) -> Iterator[CallCentre]:
    """The call centre with its service stopped, to be started with what the test makes of its secrets."""
    stack = running.stack
    right = stack.secrets_path.read_bytes()
    stack.service.stop()
    yield running
    stack.service.stop()
    stack.secrets_path.write_bytes(right)
    stack.service.start()


def change_secret(centre: CallCentre, name: str) -> None:
    path = centre.stack.secrets_path
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {name: WRONG}))


def test_a_wrong_ari_password_is_told_and_not_tried_again_and_again(unfit: CallCentre, wire: Wire) -> None:
    change_secret(unfit, "ari")
    before, known = wire.opened, len(logged(unfit, "no connection to Asterisk"))
    unfit.stack.service.launch()
    said = unfit.until(lambda: logged(unfit, "no connection to Asterisk")[known:] or None, 20, "a word on it")
    assert "password" in said[-1]["event"]
    status, troubles = unfit.until(lambda: readyz(unfit), 10, "an answer of /readyz")
    assert status == 503
    assert any("Asterisk" in trouble and "password" in trouble for trouble in troubles)
    assert not unfit.stack.service.wait(5.0)
    assert wire.opened - before == 1
    assert WRONG not in unfit.stack.service.log.read_text()


def test_a_wrong_ami_password_is_told_and_calls_are_served_without_phone_states(unfit: CallCentre) -> None:
    change_secret(unfit, "ami")
    before = len(logged(unfit, "no AMI connection"))
    unfit.stack.service.start()
    unfit.until(lambda: len(logged(unfit, "no AMI connection")) > before or None, 20, "a word on it")
    status, troubles = readyz(unfit)
    assert status == 200
    assert any("Phones" in trouble and "manager.conf" in trouble for trouble in troubles)
    assert not unfit.stack.service.wait(4.0)
    assert len(logged(unfit, "no AMI connection")) - before <= 5
    assert WRONG not in unfit.stack.service.log.read_text()
    desk = unfit.agent("203", "desk3")
    calling = unfit.caller().call(SUPPORT)
    talk(calling, desk.wait_for_ring(10).answer())
    unfit.phones.close()
    unfit.order("203", "logout")


def test_a_sound_that_is_gone_is_passed_over_and_the_call_goes_on(centre: CallCentre) -> None:
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    sound = centre.prompt_file("welcome")
    kept = sound.read_bytes()
    sound.unlink()
    try:
        calling = centre.caller().call(MENU)
        contact = contact_of(centre, "caller", after=after)
        centre.wait_fact("PromptFailed", 10, after=after, contact=contact, node="welcome")
        assert calling.hears_file(COMPANY.parent / "sounds/menu.wav", within_s=20)
        calling.press("2")
        talk(calling, cleo.wait_for_ring(10).answer())
    finally:
        sound.write_bytes(kept)


def run(environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """`acd run`, for what must end it at once."""
    command = [sys.executable, "-m", "acd", "run"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_secrets_that_others_can_read_end_the_start(unfit: CallCentre) -> None:
    path = unfit.stack.secrets_path
    path.chmod(0o644)
    ended = run(dict(unfit.stack.service.environment))
    path.chmod(0o600)
    assert ended.returncode == USER_ERROR
    assert f"chmod 600 {path}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_prompt_without_its_file_ends_the_start(unfit: CallCentre, tmp_path: Path) -> None:
    company = tmp_path / "company.yaml"
    company.write_text(COMPANY.read_text().replace("sounds/welcome.wav", "sounds/nowhere.wav"))
    ended = run({**unfit.stack.service.environment, "ACD_COMPANY": str(company)})
    assert ended.returncode == USER_ERROR
    assert "sounds/nowhere.wav" in ended.stderr
    assert "prompts.welcome" in ended.stderr
    assert "Traceback" not in ended.stderr
