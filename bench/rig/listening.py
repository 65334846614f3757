"""A proxy between an ARI client and Asterisk that counts what passes on its WebSocket, by kind.

It reads frames as they come and sends them on unchanged. It takes time: nothing is timed while it is in use.
"""

import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Self

import msgspec

HOST = "127.0.0.1"
_READ_BYTES = 65_536
_END_OF_HEAD = b"\r\n\r\n"
_TEXT = 1


class _Said(msgspec.Struct):
    type: str = ""
    method: str = ""
    uri: str = ""


_decoder = msgspec.json.Decoder(_Said)


class Frames:
    """Cuts one direction of a connection into the texts of its WebSocket frames."""

    def __init__(self, *, opened: bool = False) -> None:
        """`opened`: its head has passed already."""
        self._kept = bytearray()
        self._opened = self.is_websocket = opened

    def feed(self, content: bytes) -> Iterator[bytes]:
        """The texts that are complete now."""
        self._kept += content
        if not self._opened:
            head, end, _ = self._kept.partition(_END_OF_HEAD)
            if not end:
                return
            self._opened = True
            self.is_websocket = b"upgrade: websocket" in head.lower()
            del self._kept[: len(head) + len(end)]
        while self.is_websocket and (frame := self._cut()) is not None:
            yield frame

    def _cut(self) -> bytes | None:
        """The next text frame, as RFC 6455 has it; other frames are passed over."""
        while len(self._kept) >= 2:
            kind, masked, size, at = self._kept[0] & 15, self._kept[1] & 128, self._kept[1] & 127, 2
            if size >= 126:
                wide = 2 if size == 126 else 8
                size, at = int.from_bytes(self._kept[2 : 2 + wide], "big"), 2 + wide
            at += 4 if masked else 0
            if len(self._kept) < at + size:
                return None
            content, mask = bytes(self._kept[at : at + size]), bytes(self._kept[at - 4 : at])
            del self._kept[: at + size]
            if kind == _TEXT:
                return _unmasked(content, mask) if masked else content
        return None


def _unmasked(content: bytes, mask: bytes) -> bytes:
    repeated = (mask * (len(content) // 4 + 1))[: len(content)]
    return (int.from_bytes(content, "big") ^ int.from_bytes(repeated, "big")).to_bytes(len(content), "big")


class Listening:
    """The proxy, at a port of its own, while the block lasts."""

    def __init__(self, target_port: int) -> None:
        self._target = target_port
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.reset()

    def reset(self) -> None:
        """Count from 0."""
        self.events: Counter[str] = Counter()
        self.requests: Counter[str] = Counter()
        self.event_bytes = self.request_bytes = self.answer_bytes = 0

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._listener, *self._sockets):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in (self._listener, *self._sockets):
            each.close()

    def _run(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):  # the listener is shut down
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection((HOST, self._target))
                self._sockets += (near, far)
                for one, other in ((near, far), (far, near)):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self._run(self._pass_on, one, other)

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        frames = Frames()
        with suppress(OSError):
            while content := one.recv(_READ_BYTES):
                other.sendall(content)
                for text in frames.feed(content):
                    self._count(text)
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)

    def _count(self, text: bytes) -> None:
        said = _decoder.decode(text)
        match said.type:
            case "RESTRequest":
                self.requests[f"{said.method} {_kind_of(said.uri)}"] += 1
                self.request_bytes += len(text)
            case "RESTResponse":
                self.answer_bytes += len(text)
            case event:
                self.events[event] += 1
                self.event_bytes += len(text)


def _kind_of(uri: str) -> str:
    """A resource without its ids: `channels/…/answer`."""
    first, *rest = uri.partition("?")[0].strip("/").split("/")
    if rest and rest != ["create"]:
        rest[0] = "…"
    return "/".join((first, *rest))
