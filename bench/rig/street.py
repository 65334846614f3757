"""Callers: so many at once, or so many a second. Each waits until somebody has served it."""

import asyncio
import itertools
import random
from dataclasses import dataclass

from bench.rig import sip
from bench.rig.line import Line
from bench.rig.tape import Call

_FIRST_NUMBER = 43_155_000_000


@dataclass(slots=True, eq=False)
class _Attempt:
    call: Call
    call_id: str
    uri: str
    from_: str
    branch: str
    to: str
    """With the tag of the other side, as soon as there is one."""
    contact: str = ""
    over: bool = False


class Street:
    """All callers, on one socket that the company knows as its trunk."""

    def __init__(self, server_port: int, seed: int) -> None:
        self._line = Line(server_port, self._hear)
        self._loop = asyncio.get_running_loop()
        self._chance = random.Random(seed)  # noqa: S311 - the same moments in every run
        self._numbers = itertools.count(_FIRST_NUMBER)
        self._up: dict[str, _Attempt] = {}
        self._finished: list[Call] = []
        self._dialled = ""
        self._at_most = 0
        self._per_s: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._quiet = asyncio.Event()
        self._quiet.set()
        self.held_back = 0

    @property
    def resent(self) -> int:
        """Messages that were sent again."""
        return self._line.resent

    @property
    def up(self) -> int:
        """Calls that are not over."""
        return len(self._up)

    def keep(self, dialled: str, at_once: int) -> None:
        """Have so many calls up from now on: when one ends, another begins."""
        self._dialled, self._at_most, self._per_s = dialled, at_once, None
        while len(self._up) < at_once:
            self._call()

    def at_rate(self, dialled: str, per_s: float, at_most: int) -> None:
        """Begin so many calls a second from now on, at random moments, never more than `at_most` up."""
        self._dialled, self._at_most, self._per_s = dialled, at_most, per_s
        self._due = self._loop.time()
        self._begin_those_due()

    def stop(self) -> None:
        """No new calls."""
        self._at_most, self._per_s = 0, None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def clear(self, within_s: float) -> None:
        """Everybody hangs up, and nobody calls any more.

        Raises:
            TimeoutError: some calls do not end.
        """
        self.stop()
        for attempt in list(self._up.values()):
            self._leave(attempt)
        async with asyncio.timeout(within_s):
            await self._quiet.wait()

    def take(self) -> tuple[list[Call], int]:
        """The calls that have ended since the last time, those that are up, and how many were held back."""
        finished, self._finished = self._finished, []
        held_back, self.held_back = self.held_back, 0
        return finished + [attempt.call for attempt in self._up.values()], held_back

    def _begin_those_due(self) -> None:
        if self._per_s is None:
            return
        now = self._loop.time()
        while self._due <= now:
            if len(self._up) < self._at_most:
                self._call()
            else:
                self.held_back += 1
            self._due += self._chance.expovariate(self._per_s)
        self._timer = self._loop.call_at(self._due, self._begin_those_due)

    def _call(self) -> None:
        number = str(next(self._numbers))
        call_id = self._line.new_id()
        uri = f"sip:{self._dialled}@127.0.0.1:{self._line.server_port}"
        from_ = f"<sip:{number}@127.0.0.1>;tag={call_id}"
        call = Call(caller=number, dialled=self._dialled, began_ns=0)
        attempt = _Attempt(call, call_id, uri, from_, branch=call_id, to=f"<{uri}>")
        self._up[call_id] = attempt
        self._quiet.clear()
        invite = self._request(attempt, "INVITE", uri, branch=call_id, body=self._line.session)
        call.began_ns = self._line.send_until_answered(call_id, invite, lambda: self._end(attempt, 408))

    def _request(
        self, attempt: _Attempt, method: str, uri: str, *, cseq: int = 1, branch: str, body: str = ""
    ) -> bytes:
        return sip.request(
            method,
            uri,
            branch=branch,
            port=self._line.port,
            from_=attempt.from_,
            to=attempt.to,
            call_id=attempt.call_id,
            cseq=cseq,
            contact=f"sip:{attempt.call.caller}@127.0.0.1:{self._line.port}",
            body=body,
        )

    # --- what comes in --------------------------------------------------------------------------------

    def _hear(self, message: sip.Message, at_ns: int) -> None:
        attempt = self._up.get(message.call_id)
        if not message.status:
            body = self._line.session if message.method == "INVITE" else ""
            if message.method != "ACK":
                self._line.send(
                    sip.reply(
                        message,
                        "200 OK",
                        body=body,
                        contact=f"sip:{message.user}@127.0.0.1:{self._line.port}",
                        rport=self._line.server_port,
                    )
                )
            if message.method == "BYE" and attempt is not None:
                self._end(attempt, 200, at_ns)
        elif attempt is not None:
            self._hear_response(attempt, message, at_ns)

    def _hear_response(self, attempt: _Attempt, message: sip.Message, at_ns: int) -> None:
        match message.method:
            case "INVITE":
                self._line.answered(attempt.call_id)
                if message.status >= 200:
                    attempt.to = message.to
                if 200 <= message.status < 300:
                    attempt.contact = sip.uri_in(message.contact)
                    self._line.send(
                        self._request(attempt, "ACK", attempt.contact, branch=self._line.new_id())
                    )
                    attempt.call.answered_ns = attempt.call.answered_ns or at_ns
                    if attempt.call.hung_up and not attempt.over:
                        self._leave(attempt)  # it was answered while we were giving up
                elif message.status >= 300:
                    self._line.send(self._request(attempt, "ACK", attempt.uri, branch=attempt.branch))
                    self._end(attempt, message.status, at_ns)
            case "BYE":
                self._line.answered(f"{attempt.call_id} BYE")
                self._end(attempt, 200, at_ns)
            case "CANCEL":
                self._line.answered(f"{attempt.call_id} CANCEL")
            case _:
                return

    # --- what goes out --------------------------------------------------------------------------------

    def _leave(self, attempt: _Attempt) -> None:
        """Hang up, or give up."""
        call = attempt.call
        call.hung_up = True
        method = "BYE" if call.answered_ns else "CANCEL"
        if method == "BYE":
            datagram = self._request(attempt, "BYE", attempt.contact, cseq=2, branch=self._line.new_id())
        else:
            datagram = self._request(attempt, "CANCEL", attempt.uri, branch=attempt.branch)
        key = f"{attempt.call_id} {method}"
        self._line.answered(key)
        self._line.send_until_answered(key, datagram, lambda: self._end(attempt, 408))

    def _end(self, attempt: _Attempt, status: int, at_ns: int = 0) -> None:
        if attempt.over:
            return
        attempt.over, attempt.call.over_ns, attempt.call.status = True, at_ns, status
        for key in (attempt.call_id, f"{attempt.call_id} BYE", f"{attempt.call_id} CANCEL"):
            self._line.answered(key)
        del self._up[attempt.call_id]
        self._finished.append(attempt.call)
        if not self._up:
            self._quiet.set()
        if self._per_s is None and len(self._up) < self._at_most:
            self._loop.call_soon(self._refill)

    def _refill(self) -> None:
        if self._per_s is None and len(self._up) < self._at_most:
            self._call()
