"""A TCP line that can break: between the service and Asterisk, in tests that are not asynchronous."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On

HOST = "127.0.0.1"


class Wire:
    """Passes connections to a port of its own on to `target`, unless it is cut.

    `opened` counts the connections that were asked for, those in vain included.
    """

    def __init__(self) -> None:
        self.target = 0
        self.opened = 0
        self._is_cut = False
        self._links: list[_Link] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._run(self._accept)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Cut it for good."""
        self.cut()
        self._listener.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()
        for link in self._links:
            link.close()

    def cut(self) -> None:
        """Close everything, and every new connection at once, until `mend`."""
        self._is_cut = True
        for link in self._links:
            link.end()

    def mend(self) -> None:
        """Let new connections through again."""
        self._is_cut = False

    @contextmanager
    def broken(self) -> Iterator[None]:
        """Cut for as long as the block takes."""
        self.cut()
        try:
            yield
        finally:
            self.mend()

    def freeze(self) -> None:
        """Let the connections of now hang half open: nothing passes, nobody is told. New ones work."""
        for link in self._links:
            link.deaf = link.mute = True

    def mute(self) -> None:
        """Lose what is sent to the target over the connections of now; answers and events still come."""
        for link in self._links:
            link.mute = True

    def _accept(self) -> None:
        with suppress(OSError):  # the listener is shut down
            while True:
                near, _ = self._listener.accept()
                self.opened += 1
                try:
                    if self._is_cut:
                        raise ConnectionRefusedError
                    far = socket.create_connection((HOST, self.target))
                except ConnectionRefusedError:
                    near.close()
                    continue
                link = _Link(near, far)
                self._links.append(link)
                self._run(link.talk)
                self._run(link.hear)

    def _run(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()


def through_wire(wire: Wire, folder: Path, company: Path, *, on: On) -> CallCentre:
    """A call centre whose service reaches Asterisk through this wire."""
    centre = CallCentre(folder, company, on=on, ACD_ARI_URL=f"http://{HOST}:{wire.port}")
    wire.target = centre.stack.ports.ari
    return centre


class _Link:
    """One connection through the wire."""

    def __init__(self, near: socket.socket, far: socket.socket) -> None:
        self.near = near
        self.far = far
        self.mute = False
        self.deaf = False

    def talk(self) -> None:
        """Pass on what the near side says."""
        with suppress(OSError):
            while piece := self.near.recv(65_536):
                if not self.mute:
                    self.far.sendall(piece)
        if not self.mute:
            self.end()

    def hear(self) -> None:
        """Pass on what the far side says."""
        with suppress(OSError):
            while piece := self.far.recv(65_536):
                if not self.deaf:
                    self.near.sendall(piece)
        if not self.deaf:
            self.end()

    def end(self) -> None:
        for end in (self.near, self.far):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.near.close()
        self.far.close()
