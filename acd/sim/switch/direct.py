"""A simulated Asterisk in a running event loop, with nothing between it and the client."""

import asyncio

from acd.asterisk.ari.client import Connected, Disconnected, Hear, Replaced
from acd.asterisk.ari.door import Body, Query, Response, answer
from acd.asterisk.ari.errors import AriNotConnected, AriStopped, AriUnknownOutcome
from acd.sim.switch.answers import Answer, Waiting
from acd.sim.switch.exchange import Session
from acd.sim.switch.switch import Switch


class DirectDoor:
    """A `SideDoor`: each request on its own."""

    def __init__(self, switch: Switch) -> None:
        self._switch = switch

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
        reply = self._switch.request(method, path, query, body)
        await asyncio.sleep(
            0
        )  # like any door, it lets others run: who asks until something is gone relies on it
        if isinstance(reply, Waiting):
            coming: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
            reply.then(lambda given: None if coming.done() else coming.set_result(given))
            try:
                async with asyncio.timeout(timeout_s):
                    reply = await coming
            except TimeoutError:
                raise AriUnknownOutcome(f"no answer to {what} within {timeout_s} s") from None
        return answer(what, reply.status, reply.reason, reply.body)

    async def aclose(self) -> None:
        """Nothing is left open."""


class DirectSocket:
    """An `EventSocket`: requests one after another. A lost one is opened anew at once."""

    def __init__(self, switch: Switch, app: str, hear: Hear) -> None:
        self._switch = switch
        self._app = app
        self._hear = hear
        self._door = DirectDoor(switch)
        self._turn = asyncio.Lock()
        self._session: Session | None = None
        self._trouble = AriNotConnected("not started: call start() first")
        self._connections = 0

    @property
    def trouble(self) -> AriNotConnected | None:
        """What keeps requests from being sent at the moment; see `EventSocket`."""
        return None if self._session is not None else self._trouble

    def start(self) -> None:
        """Connect."""
        self._connections += 1
        self._session = self._switch.connect(self._app, self._hear, self._be_replaced, self._be_lost)
        self._hear(Connected(number=self._connections))

    async def aclose(self) -> None:
        """Close and stop."""
        self._end(AriStopped("this socket is closed"))

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """Send one request over the socket and return its answer; see `Door.request`."""
        if self._session is None:
            raise type(self._trouble)(str(self._trouble))
        async with self._turn:
            return await self._door.request(method, path, query=query, body=body, timeout_s=timeout_s)

    def _be_replaced(self) -> None:
        self._end(AriStopped(f"another client has connected as the application {self._app!r}"))
        self._hear(Replaced())

    def _be_lost(self) -> None:
        self._session = None
        self._hear(Disconnected(reason="Asterisk has ended"))
        self.start()

    def _end(self, trouble: AriNotConnected) -> None:
        self._trouble = trouble
        session, self._session = self._session, None
        if session is not None:
            session.close()
