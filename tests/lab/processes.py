"""Looking at processes from outside, as the system sees them."""

import os
import select
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import acd


def ended(pid: int, timeout_s: float = 10.0) -> bool:
    """Wait until the process is gone, at most `timeout_s`; whether it is."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        poller = select.poll()
        poller.register(descriptor, select.POLLIN)
        return bool(poller.poll(timeout_s * 1000))
    finally:
        os.close(descriptor)


def user_of(pid: int) -> int:
    """The user id that the process runs as."""
    return Path(f"/proc/{pid}").stat().st_uid


class KilledParent:
    """Another interpreter that runs `script`, which prints one line; then it is killed (SIGKILL)."""

    def __init__(self, script: str, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(Path(acd.__path__[0]).parent)}
        text = textwrap.dedent(script) + "\nimport signal\nsignal.pause()\n"
        command = [sys.executable, "-c", text, *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
            assert parent.stdout is not None
            self.line = parent.stdout.readline().strip()
            parent.send_signal(signal.SIGKILL)
