"""The UDP socket that phones share: messages in with the kernel's moment, messages out, again in time."""

import asyncio
import contextlib
import itertools
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.rig import sip

HOST = "127.0.0.1"
BUFFER_BYTES = 16 * 1024 * 1024
FIRST_PATIENCE_S, LONGEST_PATIENCE_S = 0.5, 4.0
"""T1 and T2 of RFC 3261."""
TRIES = 11

_SO_TIMESTAMPNS, _SO_RCVBUFFORCE = 35, 33  # Linux; the socket module has no names for them
_TIMESPEC = struct.Struct("qq")
_ANCILLARY_BYTES = socket.CMSG_SPACE(_TIMESPEC.size)
_LARGEST_DATAGRAM = 65_535


@dataclass(slots=True)
class _Sending:
    datagram: bytes
    patience_s: float
    tries: int
    lost: Callable[[], None]
    timer: asyncio.TimerHandle


class Line:
    """One socket. `hear` takes every message, with the moment of its arrival in nanoseconds since 1970."""

    def __init__(self, server_port: int, hear: Callable[[sip.Message, int], None]) -> None:
        self._hear = hear
        self._loop = asyncio.get_running_loop()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_BYTES)
        with contextlib.suppress(PermissionError):
            self._socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, BUFFER_BYTES)
        self._socket.bind((HOST, 0))
        self._socket.connect((HOST, server_port))
        self._socket.setblocking(False)
        self._loop.add_reader(self._socket.fileno(), self._read)
        self._sending: dict[str, _Sending] = {}
        self._ids = itertools.count()
        self.port: int = self._socket.getsockname()[1]
        self.server_port = server_port
        self.resent = 0
        # What arrives here is never read: sound for phones that do not listen. The kernel throws it away.
        self._sound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        self._sound.bind((HOST, 0))
        self.session = sip.sdp(self._sound.getsockname()[1])

    def new_id(self) -> str:
        """A word that no other message of this line has: for branches, tags and Call-IDs."""
        return f"{self.port}x{next(self._ids):x}"

    def send(self, datagram: bytes) -> int:
        """Send; the moment just before."""
        at_ns = time.time_ns()
        # A full buffer or a server that is away: as good as lost on the way.
        with contextlib.suppress(BlockingIOError, ConnectionRefusedError):
            self._socket.send(datagram)
        return at_ns

    def send_until_answered(self, key: str, datagram: bytes, lost: Callable[[], None]) -> int:
        """Send, and again and again until `answered(key)`; `lost` is called when nothing came of it."""
        timer = self._loop.call_later(FIRST_PATIENCE_S, self._again, key)
        self._sending[key] = _Sending(datagram, FIRST_PATIENCE_S, TRIES, lost, timer)
        return self.send(datagram)

    def answered(self, key: str) -> None:
        """Stop sending again."""
        if (sending := self._sending.pop(key, None)) is not None:
            sending.timer.cancel()

    def _again(self, key: str) -> None:
        sending = self._sending[key]
        sending.tries -= 1
        if not sending.tries:
            del self._sending[key]
            sending.lost()
            return
        self.resent += 1
        self.send(sending.datagram)
        sending.patience_s = min(2 * sending.patience_s, LONGEST_PATIENCE_S)
        sending.timer = self._loop.call_later(sending.patience_s, self._again, key)

    def _read(self) -> None:
        while True:
            try:
                datagram, ancillary, _, _ = self._socket.recvmsg(_LARGEST_DATAGRAM, _ANCILLARY_BYTES)
            except (BlockingIOError, ConnectionRefusedError):
                return
            at_ns = _moment_in(ancillary)
            message = sip.read(datagram)
            if message is not None:
                self._hear(message, at_ns)


def _moment_in(ancillary: list[tuple[int, int, bytes]]) -> int:
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == _SO_TIMESTAMPNS:
            seconds, nanoseconds = _TIMESPEC.unpack(content)
            return int(seconds * 1_000_000_000 + nanoseconds)
    raise OSError("the kernel does not say when a datagram arrived: this bench needs Linux")
