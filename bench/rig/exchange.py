"""The process of the phones: all desks and all callers of a bench, driven over a socket that it inherits.

    python -m bench.rig.exchange SOCKET_NUMBER SIP_PORT

It is a process of its own so that nobody shares its interpreter, and so that its cost can be told apart.
"""

import asyncio
import gc
import resource
import socket
import sys
import time
from contextlib import suppress

import msgspec

from bench.rig.desks import Desks
from bench.rig.orders import (
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
from bench.rig.street import Street
from bench.rig.tape import Tape

SEED = 7
LENGTH_BYTES = 4
_CYCLES_LATER = 50_000
"""Collect garbage seldom: a pause of it would be a pause of every phone."""


class Exchange:
    """Carries out orders."""

    def __init__(self, sip_port: int) -> None:
        self._desks = Desks(sip_port, SEED)
        self._street = Street(sip_port, SEED)
        self._since_ns, self._since_cpu_s, self._since_resent = time.time_ns(), _cpu_s(), 0

    async def carry_out(self, order: Order) -> Answer:
        """Do as told."""
        count = 0
        match order:
            case Register(accounts=accounts):
                await self._desks.register(accounts)
            case Work():
                self._desks.work(order)
            case Keep(dialled=dialled, at_once=at_once):
                self._street.keep(dialled, at_once)
            case Rate(dialled=dialled, per_s=per_s, at_most=at_most):
                self._street.at_rate(dialled, per_s, at_most)
            case Stop():
                self._street.stop()
            case Clear(within_s=within_s):
                await self._street.clear(within_s)
            case HangUp(agents=agents):
                count = self._desks.hang_up(agents)
            case Take():
                return Taped(tape=self._take())
            case Look():
                pass
        return Done(calls=self._street.up, busy=self._desks.busy, count=count)

    def _take(self) -> Tape:
        now_ns, cpu_s, resent = time.time_ns(), _cpu_s(), self._desks.resent + self._street.resent
        calls, held_back = self._street.take()
        tape = Tape(
            began_ns=self._since_ns,
            ended_ns=now_ns,
            rings=self._desks.take(),
            calls=calls,
            resent=resent - self._since_resent,
            cpu_s=cpu_s - self._since_cpu_s,
            held_back=held_back,
        )
        self._since_ns, self._since_cpu_s, self._since_resent = now_ns, cpu_s, resent
        return tape


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def serve(link: socket.socket, sip_port: int) -> None:
    """Carry out one order after another until the other side closes."""
    reader, writer = await asyncio.open_unix_connection(sock=link)
    exchange = Exchange(sip_port)
    orders: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)
    gc.freeze()
    gc.set_threshold(_CYCLES_LATER)
    with suppress(asyncio.IncompleteReadError):  # the other side has closed
        while True:
            size = int.from_bytes(await reader.readexactly(LENGTH_BYTES), "big")
            answer = await _answer(exchange, orders.decode(await reader.readexactly(size)))
            content = msgspec.msgpack.encode(answer)
            writer.write(len(content).to_bytes(LENGTH_BYTES, "big") + content)
            await writer.drain()


async def _answer(exchange: Exchange, order: Order) -> Answer:
    try:
        return await exchange.carry_out(order)
    except (TimeoutError, OSError) as error:
        return Failed(reason=f"{type(order).__name__}: {error or 'not in time'}")


if __name__ == "__main__":
    asyncio.run(serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2])))
