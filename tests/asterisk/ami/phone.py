"""A SIP phone without sound, on one UDP socket: registers, rings, falls silent."""

import asyncio
import itertools
from typing import cast

_ECHOED = ("via", "from", "to", "call-id", "cseq")


class RawPhone(asyncio.DatagramProtocol):
    """Answers every OPTIONS while `alive`; lets an INVITE ring until it is cancelled."""

    def __init__(self, name: str, sip_port: int) -> None:
        self.alive = True
        self._name = name
        self._server = ("127.0.0.1", sip_port)
        self._numbers = itertools.count(1)
        self._transport: asyncio.DatagramTransport | None = None
        self._invite: list[str] = []
        self._closed = asyncio.Event()

    async def open(self) -> None:
        await asyncio.get_running_loop().create_datagram_endpoint(lambda: self, local_addr=("127.0.0.1", 0))

    async def aclose(self) -> None:
        self._socket.close()
        await self._closed.wait()

    def register(self, *, expires_s: int) -> None:
        """Sends REGISTER; 0 unregisters. The answer is not awaited: the phone's state tells."""
        number = next(self._numbers)
        port = self._socket.get_extra_info("sockname")[1]
        address = f"<sip:{self._name}@127.0.0.1:{port}>"
        account = f"<sip:{self._name}@127.0.0.1>"
        self._send(
            "REGISTER sip:127.0.0.1 SIP/2.0",
            f"Via: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bK-{port}-{number}",
            f"From: {account};tag=1",
            f"To: {account}",
            f"Call-ID: {self._name}-{port}",
            f"CSeq: {number} REGISTER",
            f"Contact: {address};expires={expires_s}",
        )

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._closed.set()

    def datagram_received(self, data: bytes, addr: object) -> None:
        lines = data.decode().split("\r\n")
        echoed = [line for line in lines if line.partition(":")[0].lower() in _ECHOED]
        match lines[0].partition(" ")[0]:
            case "OPTIONS" if self.alive:
                self._send("SIP/2.0 200 OK", *echoed)
            case "INVITE":
                self._invite = [f"{line};tag=2" if line.startswith("To:") else line for line in echoed]
                self._send("SIP/2.0 180 Ringing", *self._invite)
            case "CANCEL":
                self._send("SIP/2.0 200 OK", *echoed)
                self._send("SIP/2.0 487 Request Terminated", *self._invite)
            case _:
                pass

    @property
    def _socket(self) -> asyncio.DatagramTransport:
        assert self._transport is not None
        return self._transport

    def _send(self, *lines: str) -> None:
        text = "\r\n".join([*lines, "Content-Length: 0", "", ""])
        self._socket.sendto(text.encode(), self._server)
