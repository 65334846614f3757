"""The phones of a bench, as the bench drives them. Every call waits until it was carried out."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import msgspec

from bench.rig.exchange import LENGTH_BYTES
from bench.rig.orders import (
    Account,
    Answer,
    Clear,
    Done,
    Failed,
    HangUp,
    Keep,
    Look,
    Order,
    Rate,
    Register,
    Stop,
    Take,
    Taped,
    Work,
)
from bench.rig.tape import Tape

_ANSWER_S = 180.0
_CLEAR_S = 40.0
_END_S = 5.0
_ROOT = Path(__file__).resolve().parents[2]


class PhonesFailed(Exception):
    """The phones could not do as told, or their process has died; the message says why."""


class Phones:
    """Desk phones and callers around one Asterisk. Ends with `close`."""

    def __init__(self, sip_port: int) -> None:
        self._link, theirs = socket.socketpair()
        self._link.settimeout(_ANSWER_S)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bench.rig.exchange", str(theirs.fileno()), str(sip_port)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": str(_ROOT)},
                start_new_session=True,
            )
        self._answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process of the phones."""
        return self._process.pid

    def close(self) -> None:
        """End them, as if their plugs were pulled."""
        self._link.close()
        try:
            self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def register(self, accounts: Iterable[tuple[str, str]]) -> None:
        """Register desk phones by name and password; desk numbers count from 0 in this order."""
        self._ask(Register(accounts=[Account(name, password) for name, password in accounts]))

    def work(self, *, talk_s: tuple[float, float] | None, pick_up_s: float = 0.1) -> None:
        """How agents take calls from now on; `talk_s=None`: they talk until the caller leaves."""
        self._ask(Work(pick_up_s=pick_up_s, talk_s=talk_s))

    def keep(self, dialled: str, at_once: int) -> None:
        """Have so many calls up from now on."""
        self._ask(Keep(dialled=dialled, at_once=at_once))

    def at_rate(self, dialled: str, per_s: float, *, at_most: int) -> None:
        """Begin so many calls a second, while fewer than `at_most` are up."""
        self._ask(Rate(dialled=dialled, per_s=per_s, at_most=at_most))

    def stop(self) -> None:
        """No new calls; those that are up go on."""
        self._ask(Stop())

    def clear(self, within_s: float = _CLEAR_S) -> None:
        """All callers hang up; returns when the last call is over."""
        self._ask(Clear(within_s=within_s))

    def agents_hang_up(self, agents: int) -> int:
        """So many of the agents who talk hang up now; how many did."""
        return self._ask(HangUp(agents=agents)).count

    def take(self) -> Tape:
        """The tape since the last time."""
        answer = self._send(Take())
        assert isinstance(answer, Taped)
        return answer.tape

    def up(self) -> int:
        """Calls that are not over."""
        return self._ask(Look()).calls

    def busy(self) -> int:
        """Desks with a call, ringing or answered."""
        return self._ask(Look()).busy

    def _ask(self, order: Order) -> Done:
        answer = self._send(order)
        assert isinstance(answer, Done)
        return answer

    def _send(self, order: Order) -> Answer:
        content = msgspec.msgpack.encode(order)
        try:
            self._link.sendall(len(content).to_bytes(LENGTH_BYTES, "big") + content)
            answer = self._answers.decode(self._read(int.from_bytes(self._read(LENGTH_BYTES), "big")))
        except OSError as error:
            status = self._process.poll()
            how = "hangs" if status is None else f"has ended with status {status}"
            raise PhonesFailed(f"the process of the phones {how}: {error}") from error
        if isinstance(answer, Failed):
            raise PhonesFailed(answer.reason)
        return answer

    def _read(self, size: int) -> bytes:
        content = bytearray()
        while len(content) < size:
            part = self._link.recv(size - len(content))
            if not part:
                raise ConnectionResetError("it closed its socket")
            content += part
        return bytes(content)
