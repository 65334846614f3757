"""Start, drive and end the process that hosts one phone.

The worker dies with the test run in two ways: its socket closes, and the kernel kills it when the thread that
started it ends (PDEATHSIG). As that is a matter of threads, one thread that lives as long as the test run
starts all workers.
"""

import contextlib
import importlib.util
import itertools
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from acd.testing.errors import CommandRefusedError, PhoneDiedError, PhoneError
from acd.testing.link import Link
from acd.testing.protocol import Command, Done, Event, Failed

REPLY_WITHIN_S = 10.0
END_WITHIN_S = 5.0
STDERR_TAIL = 2000
PACKAGE_ROOT = str(Path(__file__).resolve().parents[2])

_starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="phone-starter")


class WorkerProcess:
    """One worker. Events are given to `on_event` in a thread of this object, in the order they happened."""

    def __init__(self, name: str, on_event: Callable[[Event], None], on_death: Callable[[], None]) -> None:
        if importlib.util.find_spec("pjsua2") is None:
            raise PhoneError(
                "pjsua2, the SIP stack of the phones, is missing: install acd with its extra `qa`"
            )
        self._name = name
        self._on_event = on_event
        self._on_death = on_death
        self._numbers = itertools.count(1)
        self._replied = threading.Condition()
        self._waiting: set[int] = set()
        self._replies: dict[int, Done | Failed] = {}
        self._ended = False
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `end`
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = _starter.submit(_start, theirs, self._output.fileno()).result()
        decoder: msgspec.msgpack.Decoder[Event] = msgspec.msgpack.Decoder(Event)
        self._link: Link[Event] = Link(ours, decoder)
        self._listener = threading.Thread(target=self._listen, name=f"phone-{name}", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._process.pid

    @property
    def is_dead(self) -> bool:
        """The worker is gone, or was ended."""
        return self._ended

    def ask(self, make: Callable[[int], Command], *, within_s: float = REPLY_WITHIN_S) -> Done:
        """Send the command that `make` builds around its number, and wait until it was carried out."""
        number = next(self._numbers)
        with self._replied:
            self._waiting.add(number)
        self._send(make(number))
        with self._replied:
            self._replied.wait_for(lambda: number in self._replies or self._ended, within_s)
            self._waiting.discard(number)
            reply = self._replies.pop(number, None)
        match reply:
            case Done():
                return reply
            case Failed(reason=reason):
                raise CommandRefusedError(f"phone {self._name}: {reason}")
            case None if self._ended:
                raise self.death()
            case None:
                raise PhoneDiedError(
                    f"phone {self._name}: its process {self.pid} has not replied for {within_s:g} s; it hangs"
                )

    def tell(self, make: Callable[[int], Command]) -> None:
        """Send a command without waiting for its reply."""
        self._send(make(next(self._numbers)))

    def death(self) -> PhoneDiedError:
        """Why the worker is gone, in words."""
        try:
            status = self._process.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            return PhoneDiedError(f"phone {self._name}: its process {self.pid} closed the socket and hangs")
        how = f"was ended by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"
        written = ""
        if not self._output.closed:
            size = os.fstat(self._output.fileno()).st_size
            written = os.pread(self._output.fileno(), STDERR_TAIL, max(0, size - STDERR_TAIL)).decode(
                errors="replace"
            )
        tail = f"; its last words:\n{written}" if written.strip() else ""
        return PhoneDiedError(f"phone {self._name}: its process {self.pid} {how}{tail}")

    def kill(self) -> None:
        """End the worker with SIGKILL: a phone whose plug was pulled."""
        self._process.kill()
        self._listener.join(END_WITHIN_S)

    def end(self, farewell: Callable[[int], Command]) -> None:
        """Let the worker say goodbye, and see to it that it is gone. May be called twice."""
        if not self._ended:
            with contextlib.suppress(PhoneDiedError):  # what matters is that it is gone
                self.tell(farewell)
        try:
            self._process.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._link.hang_up()
        self._listener.join()
        self._link.close()
        self._output.close()

    def _send(self, command: Command) -> None:
        try:
            self._link.send(command)
        except (OSError, ValueError):
            raise self.death() from None

    def _listen(self) -> None:
        while (event := self._link.receive()) is not None:
            match event:
                case Done(seq=number) | Failed(seq=number):
                    with self._replied:
                        if number in self._waiting:
                            self._replies[number] = event
                            self._replied.notify_all()
                case _:
                    self._on_event(event)
        with self._replied:
            self._ended = True
            self._replied.notify_all()
        self._on_death()


def _start(theirs: socket.socket, output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "acd.testing.worker", str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join(filter(None, [PACKAGE_ROOT, os.environ.get("PYTHONPATH")]))},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
    )
