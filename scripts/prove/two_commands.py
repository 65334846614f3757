"""The two commands of the README, on a machine where nothing is installed: ``make run`` and ``make test``."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scripts.prove.machine import BARE, Machine
from scripts.prove.steps import ProofFailed, say, step
from scripts.prove.terminal import Terminal

WELCOME = "Ctrl-C ends everything"
"""The last line of what `make run` says when everything runs."""

_PORTS = ("ACD_SIP_PORT", "ACD_ARI_PORT", "ACD_AMI_PORT", "ACD_AGI_PORT", "ACD_HTTP_PORT")
_WHAT_IS_LEFT = """
import os, pathlib, sys
others = [one for one in pathlib.Path("/proc").glob("[0-9]*") if int(one.name) not in (1, os.getpid())]
left = [told for one in others if (told := (one / "cmdline").read_bytes().replace(b"\\0", b" ").decode())]
sys.exit(f"left running: {left}" if left else 0)
"""

_CLONE_S = 300.0
_RUN_S = 900.0
_END_S = 120.0
_TEST_S = 5400.0


def prove(machine: Machine, *, tests: str | None, cache: Path | None) -> None:
    """Make the machine, and type both commands.

    Args:
        tests: what `make test` is to run, as arguments of pytest; None: all.
        cache: what the machine finds in its `~/.cache`; None: nothing, as on a new machine.
    """
    with step(f"A bare machine: Debian 12 with {', '.join(BARE)}"):
        machine.make("bookworm", BARE)
        commit = machine.bring("acd.git")
    with step(f"git clone (of commit {commit})"):
        machine.does("cd && git clone --quiet acd.git acd", within_s=_CLONE_S)
    with step("make run"):
        _make_run(machine, cache)
    with step("make test" + (f' PYTEST_ARGS="{tests}"' if tests else "")):
        _make_test(machine, tests, cache)


def _make_run(machine: Machine, cache: Path | None) -> None:
    with _free_ports() as ports:
        chosen = {**dict(zip(_PORTS, ports, strict=False)), "ACD_RTP_PORT": 2 * (ports[-1] // 2)}
    # They share the network of this host, where somebody may have the usual ones.
    settings = " ".join(f"{name}={port}" for name, port in chosen.items())
    command = (
        f"cd /root/acd\nexport {settings}\nmake run\ncode=$?\npython3 -c '{_WHAT_IS_LEFT}' && exit $code"
    )
    with machine.starts(command, cache=cache) as terminal:
        begin = time.monotonic()
        terminal.shows(WELCOME, within_s=_RUN_S)
        say(f"    the welcome is there after {time.monotonic() - begin:.1f} s")
        say(f"    /readyz: {_ready(chosen['ACD_HTTP_PORT'])}")
        begin = time.monotonic()
        terminal.ctrl_c()
        terminal.wait(_END_S)
        say(f"    ended {time.monotonic() - begin:.1f} s after Ctrl-C")
        _check_end(terminal)


def _check_end(terminal: Terminal) -> None:
    if "Everything has ended" not in terminal.text or terminal.code != 0:
        raise ProofFailed(
            f"Ctrl-C did not end `make run` in order ({terminal.code}):\n{terminal.text[-2000:]}"
        )


def _make_test(machine: Machine, tests: str | None, cache: Path | None) -> None:
    arguments = f" PYTEST_ARGS='{tests}'" if tests else ""
    machine.does(f"cd /root/acd && make test{arguments}", within_s=_TEST_S, cache=cache)


def _ready(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/readyz")
    answer = connection.getresponse()
    told = answer.read().decode()
    if answer.status != http.client.OK:
        raise ProofFailed(f"/readyz says {answer.status}: {told}")
    return f"{answer.status} {told}"


@contextmanager
def _free_ports() -> Iterator[list[int]]:
    """Ports that nobody has at this moment; the last is the first of a range for sound."""
    with ExitStack() as held:
        found = []
        for _ in range(len(_PORTS) + 1):
            one = held.enter_context(socket.socket())
            one.bind(("127.0.0.1", 0))
            found.append(one.getsockname()[1])
        yield found
