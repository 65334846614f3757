"""Agents at their desk phones: each rings, answers after a moment, talks for a while, and hangs up."""

import asyncio
import random
from dataclasses import dataclass

from bench.rig import sip
from bench.rig.line import Line
from bench.rig.orders import Account, Work
from bench.rig.tape import End, Ring

_EVERYBODY_REGISTERS_S = 120


@dataclass(slots=True, eq=False)
class _Talk:
    """One call at one desk, from its INVITE until nobody speaks of it any more."""

    ring: Ring
    invite: sip.Message
    tag: str
    last_reply: bytes = b""
    timer: asyncio.TimerHandle | None = None
    over: bool = False


@dataclass(slots=True)
class _Desk:
    name: str
    talk: _Talk | None = None


@dataclass(slots=True)
class _Registering:
    account: Account
    done: "asyncio.Future[None]"
    tried: bool


class Desks:
    """All desk phones, on one socket. They do what the last `Work` said."""

    def __init__(self, server_port: int, seed: int) -> None:
        self._line = Line(server_port, self._hear)
        self._loop = asyncio.get_running_loop()
        self._chance = random.Random(seed)  # noqa: S311 - the same talks in every run
        self._work = Work(pick_up_s=0.0, talk_s=None)
        self._desks: dict[str, _Desk] = {}
        self._numbers: dict[str, int] = {}
        self._talks: dict[str, _Talk] = {}
        self._registering: dict[str, _Registering] = {}
        self._finished: list[Ring] = []

    @property
    def resent(self) -> int:
        """Messages that were sent again."""
        return self._line.resent

    @property
    def busy(self) -> int:
        """Desks with a call, ringing or answered."""
        return sum(desk.talk is not None for desk in self._desks.values())

    def work(self, work: Work) -> None:
        """From the next call on."""
        self._work = work

    def take(self) -> list[Ring]:
        """The calls that have ended since the last time, and those that are going on."""
        finished, self._finished = self._finished, []
        return finished + [desk.talk.ring for desk in self._desks.values() if desk.talk is not None]

    def hang_up(self, number: int) -> int:
        """So many of those who talk hang up now; how many there were."""
        talking = [
            desk.talk
            for desk in self._desks.values()
            if desk.talk is not None and desk.talk.ring.answered_ns and not desk.talk.over
        ][:number]
        for talk in talking:
            self._hang_up(talk)
        return len(talking)

    async def register(self, accounts: list[Account]) -> None:
        """Register these phones, in this order from desk number 0 on.

        Raises:
            TimeoutError: Asterisk does not take them.
        """
        waiting = []
        async with asyncio.timeout(_EVERYBODY_REGISTERS_S):
            for account in accounts:
                self._numbers.setdefault(account.name, len(self._numbers))
                self._desks.setdefault(account.name, _Desk(account.name))
                done = self._loop.create_future()
                waiting.append(done)
                self._send_register(account, done, "")
                if len(waiting) % 100 == 0:
                    await asyncio.gather(*waiting)
            await asyncio.gather(*waiting)

    def _send_register(self, account: Account, done: "asyncio.Future[None]", challenge: str) -> None:
        uri = f"sip:127.0.0.1:{self._line.server_port}"
        who = f"<sip:{account.name}@127.0.0.1>"
        more = f"Expires: 3600{sip.CRLF}"
        if challenge:
            more += sip.authorization(
                challenge, method="REGISTER", uri=uri, user=account.name, password=account.password
            )
        call_id = self._line.new_id()
        self._registering[call_id] = _Registering(account, done, tried=bool(challenge))
        datagram = sip.request(
            "REGISTER",
            uri,
            branch=call_id,
            port=self._line.port,
            from_=f"{who};tag={call_id}",
            to=who,
            call_id=call_id,
            cseq=1,
            contact=self._contact(account.name),
            more=more,
        )
        self._line.send_until_answered(call_id, datagram, lambda: None)

    def _contact(self, name: str) -> str:
        return f"sip:{name}@127.0.0.1:{self._line.port}"

    # --- what comes in --------------------------------------------------------------------------------

    def _hear(self, message: sip.Message, at_ns: int) -> None:
        if message.status:
            self._hear_response(message)
            return
        talk = self._talks.get(message.call_id)
        match message.method:
            case "INVITE" if not message.is_inside:
                self._hear_invite(message, at_ns)
            case "ACK":
                if talk is not None:
                    self._hear_ack(talk)
            case "BYE":
                self._answer(message)
                if talk is not None and not talk.over:
                    self._end(talk, End.CALLER_GONE, at_ns)
            case "CANCEL":
                self._answer(message)
                if talk is not None and not talk.ring.answered_ns:
                    self._reply(talk, "487 Request Terminated")
                    self._end(talk, End.CANCELLED, at_ns)
            case "INVITE":
                body, contact = self._line.session, self._contact(message.user)
                self._line.send(
                    sip.reply(message, "200 OK", contact=contact, body=body, rport=self._line.server_port)
                )
            case _:  # OPTIONS, NOTIFY, UPDATE …
                self._answer(message)

    def _answer(self, message: sip.Message) -> None:
        tag = "" if message.is_inside else self._line.new_id()
        self._line.send(sip.reply(message, "200 OK", tag=tag, rport=self._line.server_port))

    def _hear_invite(self, invite: sip.Message, at_ns: int) -> None:
        if (known := self._talks.get(invite.call_id)) is not None:  # it was sent again
            self._line.send(known.last_reply)
            return
        desk = self._desks[invite.user]
        ring = Ring(desk=self._numbers[desk.name], caller=sip.user_of(invite.from_), rang_ns=at_ns)
        talk = self._talks[invite.call_id] = _Talk(ring, invite, self._line.new_id())
        if desk.talk is not None:
            self._reply(talk, "486 Busy Here")
            talk.over, ring.over_ns, ring.end = True, at_ns, End.BUSY
            self._finished.append(ring)
            return
        desk.talk = talk
        self._reply(talk, "180 Ringing")
        talk.timer = self._loop.call_later(self._work.pick_up_s, self._pick_up, talk)

    def _pick_up(self, talk: _Talk) -> None:
        talk.timer = None
        self._reply(talk, "200 OK", body=self._line.session)
        talk.ring.answered_ns = self._line.send_until_answered(
            talk.tag, talk.last_reply, lambda: self._end(talk, End.LOST, 0)
        )

    def _reply(self, talk: _Talk, status: str, body: str = "") -> None:
        talk.last_reply = sip.reply(
            talk.invite,
            status,
            tag=talk.tag,
            contact=self._contact(talk.invite.user),
            body=body,
            rport=self._line.server_port,
        )
        if not body:  # what has one is sent until it is acknowledged
            self._line.send(talk.last_reply)

    def _hear_ack(self, talk: _Talk) -> None:
        self._line.answered(talk.tag)
        if talk.over:
            self._forget(talk)
        elif talk.timer is None and self._work.talk_s is not None:
            talk_s = self._chance.uniform(*self._work.talk_s)
            talk.timer = self._loop.call_later(talk_s, self._hang_up, talk)

    def _hear_response(self, message: sip.Message) -> None:
        if message.status < 200:
            return
        self._line.answered(message.call_id)
        if message.method == "BYE":
            self._talks.pop(message.call_id, None)
        elif (waiting := self._registering.pop(message.call_id, None)) is not None:
            if message.status == 401 and (not waiting.tried or "stale=true" in message.challenge):
                self._send_register(waiting.account, waiting.done, message.challenge)
            elif message.status == 200:
                waiting.done.set_result(None)
            else:
                waiting.done.set_exception(
                    OSError(f"{waiting.account.name} may not register: {message.first_line}")
                )

    # --- what goes out --------------------------------------------------------------------------------

    def _hang_up(self, talk: _Talk) -> None:
        if talk.over:
            return
        invite = talk.invite
        bye = sip.request(
            "BYE",
            sip.uri_in(invite.contact),
            branch=self._line.new_id(),
            port=self._line.port,
            from_=f"{invite.to};tag={talk.tag}",
            to=invite.from_,
            call_id=invite.call_id,
            cseq=1,
        )
        at_ns = self._line.send_until_answered(invite.call_id, bye, lambda: self._forget(talk))
        self._end(talk, End.AGENT_HUNG_UP, at_ns)

    def _forget(self, talk: _Talk) -> None:
        self._talks.pop(talk.invite.call_id, None)

    def _end(self, talk: _Talk, end: End, at_ns: int) -> None:
        """The phone is on the hook again."""
        talk.over, talk.ring.over_ns, talk.ring.end = True, at_ns, end
        self._line.answered(talk.tag)
        if talk.timer is not None:
            talk.timer.cancel()
        if end not in {End.AGENT_HUNG_UP, End.CANCELLED}:  # those are spoken of once more
            self._forget(talk)
        self._desks[talk.invite.user].talk = None
        self._finished.append(talk.ring)
