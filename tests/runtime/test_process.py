"""Whether a process has ended: said only where it is certain."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from acd.runtime.process import NOBODY_KNOWS, has_ended, own_process

_TELL = """
import sys
from acd.runtime.process import own_process
print(own_process(), flush=True)
sys.stdin.read()
"""
_TELLING = (sys.executable, "-c", _TELL)
_ELSEWHERE = (
    "unshare",
    *(() if os.geteuid() == 0 else ("--map-root-user",)),
    "--pid",
    "--fork",
    "--kill-child",
)


@pytest.fixture
def other() -> Iterator["subprocess.Popen[str]"]:
    """A process that tells who it is, and lives until its input is closed."""
    with subprocess.Popen(_TELLING, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process


def told_by(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_we_have_not_ended() -> None:
    assert own_process() != NOBODY_KNOWS
    assert not has_ended(own_process())


def test_one_that_was_killed_has_ended_before_and_after_it_is_waited_for(
    other: "subprocess.Popen[str]",
) -> None:
    told = told_by(other)
    assert not has_ended(told)
    other.kill()
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    assert has_ended(told)
    other.wait()
    assert has_ended(told)


def test_another_one_with_its_number_is_not_the_same() -> None:
    place_and_pid, _, started = own_process().rpartition(" ")
    assert has_ended(f"{place_and_pid} {int(started) - 1}")


def test_nobody_knows_of_another_machine(other: "subprocess.Popen[str]") -> None:
    _, _, behind = told_by(other).partition(" ")
    other.kill()
    other.wait()
    assert not has_ended(f"0b87a8ca-6f5c-4b29-9ff3-28d1a9f0c5ce {behind}")


def test_nobody_knows_of_another_container() -> None:
    """Without a `/proc` of its own it does not even know itself."""
    told = [
        subprocess.run(
            (*_ELSEWHERE, *mounting, *_TELLING), input="", capture_output=True, text=True, check=True
        ).stdout.strip()
        for mounting in ((), ("--mount-proc",))
    ]
    assert told[0] == NOBODY_KNOWS
    assert told[1] not in ("", NOBODY_KNOWS)
    assert not any(map(has_ended, told))


@pytest.mark.parametrize("text", [NOBODY_KNOWS, " ", "pbx process 4711", "a b c d"])
def test_nobody_knows_of_what_is_not_understood(text: str) -> None:
    assert not has_ended(text)
