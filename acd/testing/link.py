"""The stream socket between a phone and its worker: msgpack messages, each behind a four-byte length.

Nothing here may import pjsua2 or numpy: both ends load it.
"""

import contextlib
import socket
import struct
import threading
from typing import Generic, TypeVar

import msgspec

from acd.testing.protocol import Command, Event

Received = TypeVar("Received")


class Link(Generic[Received]):
    """One end of the socket. `send` may be called from any thread, `receive` from one."""

    def __init__(self, sock: socket.socket, decoder: msgspec.msgpack.Decoder[Received]) -> None:
        self._sock = sock
        self._reader = sock.makefile("rb")
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = decoder
        self._sending = threading.Lock()

    def send(self, message: Command | Event) -> None:
        """Write one message; OSError when the other end is gone."""
        with self._sending:
            body = self._encoder.encode(message)
            self._sock.sendall(struct.pack("!I", len(body)) + body)

    def receive(self) -> Received | None:
        """Wait for the next message; None when the other end is gone."""
        try:
            head = self._reader.read(4)
            if len(head) < 4:
                return None
            (length,) = struct.unpack("!I", head)
            body = self._reader.read(length)
        except OSError:
            return None
        return self._decoder.decode(body) if len(body) == length else None

    def hang_up(self) -> None:
        """Tell the other end, and a `receive` that waits in another thread of this one, that it is over."""
        with contextlib.suppress(OSError):  # the other end was faster
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the file descriptors back; nobody may be in `receive` any more."""
        self._reader.close()
        self._sock.close()
