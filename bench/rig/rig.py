"""The rig: one Asterisk with our service and its rivals, each behind a number of its own, and the phones.

    with rig_for(agents=20) as rig:
        with rig.ours(20) as number:
            rig.phones.work(talk_s=(0.8, 1.2))
            rig.phones.keep(number, at_once=60)
            …
            tape = rig.phones.take()

Who is not measured has no part in it: our service, the bare client and the queue of app_queue are there only
while it is their turn.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from acd.lab.stack import RenderRequest
from acd.testing.call_centre import CallCentre
from acd.web.client import ControlClient
from bench.changing import change
from bench.rig.company import OURS, agent, company, desk
from bench.rig.phones import Phones
from bench.rig.usage import Pids, children
from bench.rivals import app_queue, bare_ari
from bench.rivals.bare_ari import BareClient
from bench.waiting import wait_until

RTP_PORTS = (33_000, 60_000)
"""Above those that other instances choose from; Asterisk passes over ports that somebody has."""
READY_S = 60.0


class Rig:
    """One stack with `agents` desk phones, all registered. Ends with `close`.

    Any number of them can be measured: n agents are those at the first n desks.
    """

    def __init__(
        self,
        folder: Path,
        *,
        agents: int,
        also_render: Callable[[RenderRequest], None] = lambda _: None,
        **settings: str,
    ) -> None:
        """`also_render` may add to Asterisk's configuration; `settings` are `ACD_*` variables."""
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
        file = folder / "company.yaml"
        file.write_text(company(agents), encoding="utf-8")
        self.agents = agents

        def render(request: RenderRequest) -> None:
            self._render(request)
            also_render(request)

        settings.setdefault("ACD_LOG", "warning")
        self.centre = CallCentre(folder / "centre", file, on="embedded", also_render=render, **settings)
        self.phones = Phones(self.centre.stack.ports.sip)
        self._bare: BareClient | None = None
        self._ready = 0
        self._logged_in = 0

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start PostgreSQL and Asterisk, and register the phones; nobody serves yet."""
        stack = self.centre.stack
        stack.start_postgres()
        stack.start_asterisk()
        names = (desk(place) for place in range(self.agents))
        self.phones.register((name, stack.secrets[f"phone.{name}"]) for name in names)

    def close(self) -> None:
        """End everything."""
        self.phones.close()
        self.centre.close()

    # --- who is measured ------------------------------------------------------------------------------

    @contextmanager
    def ours(self, agents: int, *, ari_port: int | None = None) -> Iterator[str]:
        """Our service with so many agents ready: the number to dial. `ari_port`: of a proxy to Asterisk."""
        service = self.centre.stack.service
        service.environment = {
            **service.environment,
            "ACD_ARI_URL": f"http://127.0.0.1:{ari_port or self.centre.stack.ports.ari}",
        }
        service.start()
        try:
            self._staff(agents)
            yield OURS
            self.phones.clear()
        finally:
            service.stop()

    @contextmanager
    def app_queue(self, agents: int) -> Iterator[str]:
        """A queue of Asterisk's own with so many members: the number to dial."""
        stack = self.centre.stack
        app_queue.open_queue(stack, agents)
        try:
            wait_until(lambda: app_queue.free_members(stack) == agents, READY_S, f"{agents} free members")
            yield app_queue.NUMBER
            self.phones.clear()
        finally:
            app_queue.close_queue(stack)

    @contextmanager
    def bare_ari(self, agents: int, *, ari_port: int | None = None) -> Iterator[str]:
        """The bare ARI client with so many agents: the number to dial. `ari_port`: of a proxy to Asterisk."""
        stack = self.centre.stack
        with BareClient(
            f"ws://127.0.0.1:{ari_port or stack.ports.ari}",
            stack.secrets["ari"],
            [desk(place) for place in range(agents)],
            log=stack.directory / "bare_ari.log",
        ) as client:
            self._bare = client
            try:
                yield bare_ari.NUMBER
                self.phones.clear()
            finally:
                self._bare = None

    def programs(self) -> Mapping[str, Pids]:
        """Everybody who takes part in a measurement, for a `Meter`."""
        stack = self.centre.stack
        return {
            "Asterisk": lambda: [stack.asterisk.pid],
            "service": lambda: [stack.service.pid] if stack.service.running else [],
            "PostgreSQL": lambda: children(stack.postgres.pid),
            "bare client": lambda: [self._bare.pid] if self._bare is not None else [],
            "phones": lambda: [self.phones.pid],
        }

    def _staff(self, agents: int) -> None:
        """Have exactly so many agents ready, and wait until all of them can be offered calls."""
        with ControlClient(self.centre.stack.control_socket) as control:
            for place in range(self._logged_in, agents):
                control.log_in(agent(place), desk(place))
            for place in range(self._ready, agents):
                control.go_ready(agent(place))
            for place in range(agents, self._ready):
                control.go_not_ready(agent(place), None)
        self._logged_in, self._ready = max(self._logged_in, agents), agents
        wait_until(lambda: self._idle() == agents, READY_S, f"{agents} agents who are idle")

    def _idle(self) -> int:
        """Agents whom a call can be offered to now."""
        return sum(
            one["presence"] == "ready" and one["activity"] == "idle" and one["phone_state"] == "not_in_use"
            for one in self.centre.status()["agents"]
        )

    # --- Asterisk -------------------------------------------------------------------------------------

    def _render(self, request: RenderRequest) -> None:
        """Add the rivals and room for the ports of many calls, and take away the music: it costs the same
        whoever keeps callers waiting. Calls in which nobody sends sound go on.
        """
        app_queue.render(request)
        bare_ari.render(request)
        first, last = RTP_PORTS
        (request.etc / "rtp.conf").write_text(
            f"[general]\nrtpstart = {first}\nrtpend = {last}\n", encoding="utf-8"
        )
        change(request.etc / "acd/accounts.conf", (r"^rtp_timeout = \d+$", "rtp_timeout = 0"))
        change(request.etc / "modules.conf", (r"^load = res_musiconhold\.so\n", ""))


@contextmanager
def rig_for(agents: int) -> Iterator[Rig]:
    """A rig in a folder that exists as long."""
    with tempfile.TemporaryDirectory(prefix="acd-bench-") as folder:
        Path(folder).chmod(0o755)  # Asterisk has an account of its own
        with Rig(Path(folder), agents=agents) as rig:
            yield rig
