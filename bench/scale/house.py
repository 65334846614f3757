"""The real stack for large floors: PostgreSQL, Asterisk, the service, and phones for those who work.

Asterisk is rendered as always, and then changed where a bench of a thousand calls differs from an office:
phones send no sound (no end after silence, no session timers; no music either unless wanted), there are ports
for as many calls as wanted, and the desks at which nobody takes calls need no phone: they have an address for
good, at which nothing ever rings.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Self

from acd.lab.ports import HOST
from acd.lab.stack import RenderRequest
from acd.testing.call_centre import CallCentre
from acd.web.client import ControlClient
from bench.changing import change
from bench.rig.phones import Phones
from bench.scale.company import REASON, LargeCompany

NOWHERE_PORT = 9
RTP_FIRST, RTP_LAST = 33_000, 60_000
"""Asterisk passes over ports that somebody has, and takes two for each channel."""
AT_ONCE = 8
"""So many agents ask the service for something at the same time."""
Wish = Callable[[ControlClient, str, str], object]
"""What one agent, by number and desk, asks of the service."""


@dataclass(kw_only=True)
class House:
    """One stack of a large company. Use as a context; everything that was started ends with it."""

    company: LargeCompany
    folder: Path
    music: bool = False
    """Whether callers who wait hear any. Fifty packets a second for each: not for thousands."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Further `ACD_*` variables."""
    took_s: dict[str, float] = field(default_factory=dict)
    """How long each step of the opening took."""

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o755)
        file = self.folder / "company.yaml"
        file.write_text(self.company.text(), encoding="utf-8")
        settings = {"ACD_LOG": "warning", **self.settings}
        with self.timed("passwords and PINs"):
            self.centre = CallCentre(
                self.folder / "centre", file, on="embedded", also_render=self._adapt, **settings
            )
        self.phones = Phones(self.centre.stack.ports.sip)
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End everything."""
        self.phones.close()
        self.centre.close()

    def _open(self) -> None:
        stack = self.centre.stack
        with self.timed("PostgreSQL"):
            stack.start_postgres()
        with self.timed("Asterisk"):
            stack.start_asterisk()
        desks = islice(self.company.desks(), self.company.working)
        self.phones.register((desk, stack.secrets[f"phone.{desk}"]) for desk in desks)
        with self.timed("the service"):
            stack.service.start()

    @property
    def workers(self) -> list[tuple[str, str]]:
        """Those who take calls, each with the desk."""
        return self.company.people()[: self.company.working]

    @property
    def others(self) -> list[tuple[str, str]]:
        """Those who take none."""
        return self.company.people()[self.company.working :]

    def log_in(self, people: Iterable[tuple[str, str]]) -> None:
        """Let agents sit down at their desks."""
        self._each(people, lambda client, number, desk: client.log_in(number, desk))

    def be_ready(self, people: Iterable[tuple[str, str]]) -> None:
        """Let agents who are logged in take calls."""
        self._each(people, lambda client, number, _: client.go_ready(number))

    def be_elsewhere(self, people: Iterable[tuple[str, str]]) -> None:
        """Let agents who are logged in take none."""
        self._each(people, lambda client, number, _: client.go_not_ready(number, REASON))

    def _each(self, people: Iterable[tuple[str, str]], wish: Wish) -> None:
        everybody = list(people)

        def some(first: int) -> None:
            with ControlClient(self.centre.stack.control_socket) as client:
                for number, desk in everybody[first::AT_ONCE]:
                    wish(client, number, desk)

        with ThreadPoolExecutor(AT_ONCE) as threads:
            list(threads.map(some, range(AT_ONCE)))

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Note how long a step takes."""
        began = time.monotonic()
        yield
        self.took_s[step] = time.monotonic() - began

    def _adapt(self, request: RenderRequest) -> None:
        change(
            request.etc / "acd/accounts.conf",
            (r"^timers = yes", "timers = no"),
            (r"^rtp_timeout(_hold)? = \d+", r"rtp_timeout\1 = 0"),
            (r"^qualify_frequency = \d+", "qualify_frequency = 0"),
            (r"^\[desk(\d+)\]\(acd-registered\)\n", self._with_address),
        )
        change(
            request.etc / "rtp.conf",
            (r"^rtpstart = \d+", f"rtpstart = {RTP_FIRST}"),
            (r"^rtpend = \d+", f"rtpend = {RTP_LAST}"),
        )
        if not self.music:
            change(request.etc / "modules.conf", (r"^load = res_musiconhold\.so\n", ""))

    def _with_address(self, section: re.Match[str]) -> str:
        place = int(section[1])
        if place <= self.company.working:
            return section[0]
        return f"{section[0]}contact = sip:desk{place}@{HOST}:{NOWHERE_PORT}\n"
