"""Asterisk's own console, over its unix socket: what `asterisk -rx COMMAND` does, without a new process."""

import socket
import time
from pathlib import Path

from acd.lab.errors import LabError

_CHUNK_BYTES = 65_536


class ConsoleError(LabError):
    """The console did not answer: Asterisk is not running, or hangs."""


def ask(control: Path, command: str, *, timeout_s: float = 30.0) -> str:
    """Run one console command on the Asterisk that listens on the socket `control`; what it printed."""
    deadline = time.monotonic() + timeout_s
    answer = bytearray()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(timeout_s)
        try:
            connection.connect(str(control))
            greeting = connection.recv(_CHUNK_BYTES)  # host/pid/version
            connection.sendall(f"cli quit after {command}".encode() + b"\0")
            while chunk := connection.recv(_CHUNK_BYTES):
                answer += chunk
                connection.settimeout(max(deadline - time.monotonic(), 0.001))
        except OSError as error:
            raise ConsoleError(
                f"No answer to `{command}` on {control} ({error}): is this Asterisk running? See its log."
            ) from error
    if not greeting:
        raise ConsoleError(f"{control} closed at once: this Asterisk is shutting down.")
    return answer.decode(errors="replace").strip()
