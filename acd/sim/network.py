"""The way between our processes and the simulated Asterisk: sockets and single requests, with their faults.

On one socket requests stay in order, and so do events, and so do answers; but an answer and the events of its
request come in either order. What was on the way when a socket broke may or may not have arrived.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import Random
from typing import TypeVar

from acd.asterisk.ari.door import Body, Query
from acd.asterisk.ari.errors import AriNotConnected
from acd.asterisk.ari.generated import ApplicationReplaced, Event
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.switch import Answer, Reply, Session, Switch, Waiting

T = TypeVar("T")

TRAVEL_S = 0.004
"""The longest way to Asterisk or back, while nothing is wrong."""

NEXT_S = 1e-6
"""The least distance of one frame to the next."""

FIN_S = 0.05
"""How long the other end takes to notice that a socket has broken."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request on its way."""

    process: SimProcess
    method: str
    path: str
    query: Query
    body: Body | None
    sent_at: float

    @property
    def releases(self) -> bool:
        """Whether it only lets go of something; see `acd.model.command`."""
        return self.method == "DELETE" and self.path.count("/") == 1

    @property
    def says_what_to_hear(self) -> bool:
        """Whether it takes hold of no call. Each process wants to hear the same."""
        return self.path.endswith("/eventFilter")


class Wire:
    """One socket of one process: open at both ends, for a while."""

    def __init__(
        self,
        network: "Network",
        process: SimProcess,
        app: str,
        *,
        heard: Callable[[Event], None],
        ended: Callable[[str], None],
    ) -> None:
        self.process = process
        self._app = app
        self.opened_at = network.now()
        self.is_open_there = True
        """At Asterisk's end."""
        self.is_open_here = True
        self.is_half_open = False
        """Nothing passes any more, and nobody has noticed."""
        self._network = network
        self._heard = heard
        self._ended = ended
        self._requests_free_at = 0.0
        self._events_free_at = 0.0
        self._answers_free_at = 0.0
        self.session: Session | None = None
        self._at_the_door: deque[tuple[Request, asyncio.Future[Answer | None]] | asyncio.Future[None]] = (
            deque()
        )
        self._breaks_after: int | None = None
        """Breaks with the request after so many more."""
        self._is_busy = False
        """Asterisk keeps a request that waits for a playback, and does nothing else for this socket."""

    def send(self, request: Request, answer: asyncio.Future[Answer | None]) -> None:
        """Put a request on the way; `answer` gets None if the socket is lost before."""
        network = self._network
        if self._breaks_after is not None:
            self._breaks_after -= 1
            if self._breaks_after < 0:
                self._breaks_after = None
                self.drop("broken")
        self._requests_free_at = max(self._requests_free_at + NEXT_S, network.now() + network.way_s())
        network.loop.in_world(self._requests_free_at - network.now(), self._arrive, (request, answer))

    def ping(self, pong: asyncio.Future[None]) -> None:
        """Ask for a sign of life; it waits its turn behind the requests."""
        network = self._network
        self._requests_free_at = max(self._requests_free_at + NEXT_S, network.now() + network.way_s())
        network.loop.in_world(self._requests_free_at - network.now(), self._arrive, pong)

    def hear(self, event: Event) -> None:
        """Asterisk tells something."""
        if self.is_open_there and not self.is_half_open:
            network = self._network
            self._events_free_at = max(self._events_free_at + NEXT_S, network.now() + network.event_way_s())
            network.loop.in_process(self.process, self._events_free_at, self._deliver, event)
            for ambush in tuple(network.ambushes):
                ambush(self, event)

    def be_replaced(self) -> None:
        """Asterisk tells that another has taken our application; it goes on taking our requests."""
        self._events_free_at = max(self._events_free_at, self._network.now() + self._network.notice_way_s())
        self.hear(ApplicationReplaced(application=self._app, timestamp=datetime.fromtimestamp(0, UTC)))
        self.session = None

    def be_lost(self) -> None:
        """Asterisk has ended."""
        self.session = None
        self.drop("Asterisk has ended")

    def stall(self, stall_s: float) -> None:
        """Asterisk does not get to this socket's requests for a while."""
        self._requests_free_at = max(self._requests_free_at, self._network.now() + stall_s)

    def stall_events(self, stall_s: float) -> None:
        """Asterisk tells nothing on this socket for a while, and then everything."""
        self._events_free_at = max(self._events_free_at, self._network.now() + stall_s)

    def break_after(self, requests: int) -> None:
        """Let the socket break with the request after so many more."""
        self._breaks_after = requests

    def drop(self, reason: str) -> None:
        """The socket breaks: each end notices in its own time."""
        network = self._network
        network.loop.in_world(network.fin_s(), self.close_there)
        network.loop.in_process(self.process, network.now() + network.fin_s(), self.close_here, reason)

    def abort(self, reason: str) -> None:
        """We break it. What we sent may still be waiting at Asterisk's end, and be done."""
        network = self._network
        behind_s = max(0.0, self._requests_free_at - network.now())
        network.loop.in_world(network.fin_s() + network.dice.choice((0.0, behind_s)), self.close_there)
        self.close_here(reason)

    def close_there(self) -> None:
        """Asterisk's end."""
        self.is_open_there = False
        self._network.forget(self)
        session, self.session = self.session, None
        if session is not None:
            session.close()

    def close_here(self, reason: str) -> None:
        """Our end."""
        if self.is_open_here:
            self.is_open_here = False
            self._ended(reason)

    def _arrive(self, asked: "tuple[Request, asyncio.Future[Answer | None]] | asyncio.Future[None]") -> None:
        if self.is_open_there and not self.is_half_open:
            self._at_the_door.append(asked)
            self._work()

    def _work(self) -> None:
        """Asterisk does what has arrived, one after another."""
        while self._at_the_door and not self._is_busy:
            asked = self._at_the_door.popleft()
            if isinstance(asked, asyncio.Future):
                self._answer(asked, None)
                continue
            request, answer = asked
            reply = self._network.perform(request)
            if isinstance(reply, Waiting):
                self._is_busy = True
                reply.then(partial(self._go_on, answer))
            else:
                self._answer(answer, reply)

    def _go_on(self, answer: "asyncio.Future[Answer | None]", reply: Answer) -> None:
        self._is_busy = False
        self._answer(answer, reply)
        self._work()

    def _answer(self, future: "asyncio.Future[T]", reply: T) -> None:
        """Send an answer; it may overtake events, and be overtaken by them."""
        network = self._network
        self._answers_free_at = max(self._answers_free_at + NEXT_S, network.now() + network.answer_way_s())
        network.loop.in_process(self.process, self._answers_free_at, self._deliver_answer, future, reply)

    def _deliver(self, event: Event) -> None:
        if self.is_open_here and not self.is_half_open:
            if isinstance(event, ApplicationReplaced):
                self._network.replaced(self.process)
            self._heard(event)

    def _deliver_answer(self, answer: asyncio.Future[T], reply: T) -> None:
        if self.is_open_here and not self.is_half_open and not answer.done():
            answer.set_result(reply)


class Network:
    """All ways to one Asterisk. Faults are put in from outside."""

    def __init__(
        self,
        loop: SimLoop,
        dice: Random,
        switch: Switch,
        *,
        perform: Callable[[Request], Reply],
        connected: Callable[[SimProcess], None],
        replaced: Callable[[SimProcess], None],
    ) -> None:
        self.loop = loop
        self.dice = dice
        self.perform = perform
        """Lets Asterisk do a request that has arrived."""
        self.replaced = replaced
        """Told of every process that has heard of its successor."""
        self.is_up = True
        """Whether Asterisk can be reached at all."""
        self.side_door_works = True
        self.side_door_slow_s = 0.0
        """The longest additional way of a single request."""
        self.slow_s = 0.0
        """The longest additional way of an event."""
        self.answers_slow_s = 0.0
        """The longest additional way of an answer on a socket."""
        self.opening_stall_s = 0.0
        """For how long at most Asterisk does not get to what it is asked on a new socket."""
        self._hold_s = 0.0
        self._ways_to_hold = 0
        self.ambushes: list[Callable[[Wire, Event], None]] = []
        """Told of every event as it leaves Asterisk."""
        self.wires: list[Wire] = []
        """Those that are open at Asterisk's end."""
        self._switch = switch
        self._connected = connected

    def now(self) -> float:
        """The moment."""
        return self.loop.time()

    def way_s(self) -> float:
        """How long a way is."""
        return self.dice.random() * TRAVEL_S

    def event_way_s(self) -> float:
        """How long an event is on its way."""
        return self.dice.random() * (TRAVEL_S + self.slow_s)

    def answer_way_s(self) -> float:
        """How long an answer on a socket is on its way."""
        return self.dice.random() * (TRAVEL_S + self.answers_slow_s)

    def notice_way_s(self) -> float:
        """How much longer the notice of a successor is on its way; at times long, when it matters most."""
        return self.dice.random() * self.dice.choice((0.0, 0.0, 2.0))

    def side_way_s(self) -> float:
        """How long a single request is on its way: of several, one is slow and the others are not."""
        self._ways_to_hold -= 1
        held_s = self._hold_s if self._ways_to_hold == 0 else 0.0
        return held_s + self.dice.random() * (TRAVEL_S + self.side_door_slow_s * self.dice.choice((0, 0, 1)))

    def hold(self, nth: int, hold_s: float) -> None:
        """Hold up a single request, or an answer to one: the nth of the next ways."""
        self._ways_to_hold, self._hold_s = nth, hold_s

    def fin_s(self) -> float:
        """How long an end takes to notice that a socket has broken; often it is the first to do so."""
        return self.dice.choice((0.0, self.dice.random() * FIN_S))

    async def open(
        self, process: SimProcess, app: str, *, heard: Callable[[Event], None], ended: Callable[[str], None]
    ) -> Wire:
        """Open a socket as an application.

        Raises:
            AriNotConnected: Asterisk cannot be reached.
        """
        opened: asyncio.Future[Wire | None] = asyncio.get_running_loop().create_future()
        self.loop.in_world(self.way_s(), self._accept, process, app, heard, ended, opened)
        wire = await opened
        if wire is None:
            raise AriNotConnected("the connection is refused")
        return wire

    def process_died(self, process: SimProcess) -> None:
        """The sockets of a killed process: what was on the way may still arrive."""
        for wire in [wire for wire in self.wires if wire.process is process]:
            self.loop.in_world(self.fin_s(), wire.close_there)

    def forget(self, wire: Wire) -> None:
        """Asterisk knows that it is closed."""
        if wire in self.wires:
            self.wires.remove(wire)

    def _accept(
        self,
        process: SimProcess,
        app: str,
        heard: Callable[[Event], None],
        ended: Callable[[str], None],
        opened: "asyncio.Future[Wire | None]",
    ) -> None:
        when = self.now() + self.way_s()
        if not (self.is_up and process.alive):
            self.loop.in_process(process, when, _settle, opened, None)
            return
        wire = Wire(self, process, app, heard=heard, ended=ended)
        self.wires.append(wire)
        self._connected(process)
        wire.stall(self.dice.random() * self.opening_stall_s)
        wire.session = self._switch.connect(app, wire.hear, wire.be_replaced, wire.be_lost)
        self.loop.in_process(process, when, _settle, opened, wire)


def _settle(future: "asyncio.Future[T]", result: T) -> None:
    if not future.done():
        future.set_result(result)
