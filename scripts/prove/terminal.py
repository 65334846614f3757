"""A program at a terminal of its own: what it shows, and Ctrl-C as a person presses it."""

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from scripts.prove.steps import ProofFailed, say

_CTRL_C = b"\x03"
_REWRITTEN = re.compile(r"^.*(?:\r|\x1b\[2K)(?=.)", re.MULTILINE)
"""What a line showed before it was written anew: progress."""
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
"""Colours and movements of the cursor."""


_KILLED_S = 20.0


class Terminal:
    """Whatever happens, leaving the context ends the program and all it has started."""

    def __init__(self, command: Sequence[str]) -> None:
        ours, theirs = pty.openpty()
        self._ours = ours
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        self._raw = b""
        self._told = 0
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            first = self.first_inside()
            self._process.kill()  # the kernel ends everything in its namespaces, the first process last
            self._process.wait()
            end = time.monotonic() + _KILLED_S
            while first is not None and not _has_ended(first) and time.monotonic() < end:
                time.sleep(0.05)
        os.close(self._ours)

    def first_inside(self) -> int | None:
        """The first process of the machine in which the program runs; None: it is not there yet."""
        try:
            children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        except OSError:
            return None
        return int(children.split()[0]) if children.split() else None

    @property
    def code(self) -> int | None:
        """Its exit status, once it has ended."""
        return self._process.poll()

    @property
    def text(self) -> str:
        """Everything it has shown, without colours and without progress."""
        shown = self._raw.decode(errors="replace").replace("\r\n", "\n")
        return _CONTROL.sub("", _REWRITTEN.sub("", shown))

    def shows(self, wanted: str, *, within_s: float) -> None:
        """Wait until it shows this."""
        self._read_until(lambda: wanted in self.text, within_s, f"does not show {wanted!r}")

    def wait(self, within_s: float) -> None:
        """Wait until it has ended."""
        self._read_until(lambda: self._ended, within_s, "does not end")
        self._process.wait()

    def ctrl_c(self) -> None:
        """What everything in the foreground feels."""
        os.write(self._ours, _CTRL_C)

    def _read_until(self, done: Callable[[], bool], within_s: float, complaint: str) -> None:
        end = time.monotonic() + within_s
        while not done():
            left_s = end - time.monotonic()
            if self._ended or left_s <= 0:
                when = "It has ended, and" if self._ended else f"After {within_s:.0f} s it"
                raise ProofFailed(f"{when} {complaint}:\n{self.text[-3000:]}")
            if select.select([self._ours], [], [], left_s)[0]:
                self._read()
                self._tell()

    def _read(self) -> None:
        try:
            chunk = os.read(self._ours, 65536)
        except OSError:  # nobody is left at the other end
            chunk = b""
        self._raw += chunk
        self._ended = not chunk

    def _tell(self) -> None:
        """Pass whole lines on."""
        *whole, _ = self.text.split("\n")
        for line in whole[self._told :]:
            say(f"    | {line}")
        self._told = len(whole)


def _has_ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True
