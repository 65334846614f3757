"""Our ends of the network: the socket with its reconnecting, and the side door."""

import asyncio
from collections.abc import Callable
from functools import partial

from acd.asterisk.ari.client import Connected, Disconnected, Hear, Limits, Replaced
from acd.asterisk.ari.door import Body, Query, Response, answer
from acd.asterisk.ari.errors import AriNotConnected, AriStopped, AriUnknownOutcome
from acd.asterisk.ari.generated import ApplicationReplaced, Event
from acd.asterisk.ari.http import DEFAULT_LIMIT_S
from acd.sim.loop import SimProcess
from acd.sim.network import Network, Request, Wire
from acd.sim.switch import Answer, Waiting


class SimSocket:
    """An `EventSocket` over the simulated network, with the habits of `AriClient`."""

    def __init__(
        self, network: Network, process: SimProcess, app: str, hear: Hear, *, jitter: Callable[[], float]
    ) -> None:
        self._network = network
        self._process = process
        self._app = app
        self._hear = hear
        self._jitter = jitter
        self._limits = Limits()
        self._wire: Wire | None = None
        self._trouble: AriNotConnected = AriNotConnected("not started")
        self._waiting: dict[asyncio.Future[Answer | None], None] = {}
        self._ending: asyncio.Future[Disconnected | Replaced] | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def trouble(self) -> AriNotConnected | None:
        """What keeps requests from being sent at the moment; see `EventSocket`."""
        return None if self._wire is not None else self._trouble

    def start(self) -> None:
        """Begin to connect."""
        self._task = asyncio.create_task(self._keep_connected(), name="socket")

    async def aclose(self) -> None:
        """Close and stop."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """Send one request and return its answer; see `Door.request`."""
        what = f"{method} {path}"
        wire = self._wire
        if wire is None:
            raise type(self._trouble)(str(self._trouble))
        waiting: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        self._waiting[waiting] = None
        limit_s = self._limits.answer_s if timeout_s is None else timeout_s
        wire.send(_request(self._network, self._process, method, path, query=query, body=body), waiting)
        try:
            async with asyncio.timeout(limit_s):
                reply = await waiting
        except TimeoutError:
            raise AriUnknownOutcome(f"no answer to {what} within {limit_s} s") from None
        finally:
            del self._waiting[waiting]
        if reply is None:
            raise AriUnknownOutcome(f"the socket was lost before the answer to {what}")
        return answer(what, reply.status, reply.reason, reply.body)

    async def _keep_connected(self) -> None:
        failures = 0
        number = 0
        while True:
            began_at = self._network.now()
            try:
                number += 1
                if await self._serve(number):
                    return
                if self._network.now() - began_at > self._limits.longest_pause_s:
                    failures = 0
            except AriNotConnected as trouble:
                self._trouble = trouble
            pause_s = min(self._limits.first_pause_s * 2 ** min(failures, 30), self._limits.longest_pause_s)
            await asyncio.sleep(pause_s * (0.5 + 0.5 * self._jitter()))
            failures += 1

    async def _serve(self, number: int) -> bool:
        """Be connected once. Return whether another took our place."""
        self._ending = asyncio.get_running_loop().create_future()
        wire = await self._network.open(
            self._process,
            self._app,
            heard=self._take,
            ended=lambda reason: self._end(Disconnected(reason=reason)),
        )
        if not wire.is_open_here:
            raise AriNotConnected("the socket was lost at once")
        self._wire = wire
        watch = asyncio.create_task(self._watch(wire), name="pings")
        try:
            self._hear(Connected(number=number))
            ending = await self._ending
        finally:
            watch.cancel()
            if self._wire is wire:
                self._turn_away(AriStopped("closed"))
            wire.abort("closed")
        return isinstance(ending, Replaced)

    def _take(self, event: Event) -> None:
        if self._ending is None or self._ending.done():
            return
        if isinstance(event, ApplicationReplaced):
            self._end(Replaced())
        else:
            self._hear(event)

    def _end(self, ending: Disconnected | Replaced) -> None:
        """At once, in the step in which it is heard: as the real client, which reads on or stops reading."""
        if self._ending is None or self._ending.done():
            return
        self._ending.set_result(ending)
        self._turn_away(AriNotConnected(str(ending)))
        self._hear(ending)

    def _turn_away(self, trouble: AriNotConnected) -> None:
        """Send nothing more on this socket; what has not been answered never will be."""
        self._wire, self._trouble = None, trouble
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)

    async def _watch(self, wire: Wire) -> None:
        """Drop the socket when Asterisk has gone silent."""
        while True:
            await asyncio.sleep(self._limits.ping_every_s)
            pong: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            wire.ping(pong)
            try:
                async with asyncio.timeout(self._limits.silence_s):
                    await pong
            except TimeoutError:
                wire.abort(f"no answer to a ping within {self._limits.silence_s} s")
                return


class SimSideDoor:
    """A `SideDoor` over the simulated network: every request by itself."""

    def __init__(self, network: Network, process: SimProcess) -> None:
        self._network = network
        self._process = process

    async def aclose(self) -> None:
        """Nothing is kept open."""

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """Send one request and return its answer; see `Door.request`."""
        network = self._network
        what = f"{method} {path}"
        if not (network.is_up and network.side_door_works):
            await asyncio.sleep(network.way_s())
            raise AriNotConnected(f"{what} was not sent: the connection is refused")
        waiting: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        request = _request(network, self._process, method, path, query=query, body=body)
        network.loop.in_world(network.side_way_s(), self._arrive, request, waiting)
        try:
            async with asyncio.timeout(DEFAULT_LIMIT_S if timeout_s is None else timeout_s):
                reply = await waiting
        except TimeoutError:
            raise AriUnknownOutcome(f"no answer to {what}") from None
        return answer(what, reply.status, reply.reason, reply.body)

    def _arrive(self, request: Request, waiting: asyncio.Future[Answer]) -> None:
        network = self._network
        if network.is_up and network.side_door_works:
            reply = network.perform(request)
            if isinstance(reply, Waiting):
                reply.then(partial(self._send_back, waiting))
            else:
                self._send_back(waiting, reply)

    def _send_back(self, waiting: asyncio.Future[Answer], reply: Answer) -> None:
        network = self._network
        network.loop.in_process(self._process, network.now() + network.side_way_s(), _answer, waiting, reply)


def _answer(waiting: asyncio.Future[Answer], reply: Answer) -> None:
    if not waiting.done():
        waiting.set_result(reply)


def _request(
    network: Network, process: SimProcess, method: str, path: str, *, query: Query, body: Body | None
) -> Request:
    return Request(
        process=process,
        method=method,
        path=path,
        query=query,
        body=body,
        sent_at=network.now(),
    )
