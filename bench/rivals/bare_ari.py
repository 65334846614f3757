"""The floor: the least that an ARI client can do. No store, no reasons, no recovery, no patience.

    python -m bench.rivals.bare_ari URL DESK…       (the password on standard input)

A caller who enters is answered, hears music and waits in line. Whenever an agent's leg ends, that agent gets
the caller who has waited longest. Requests are never waited for. What it saves is what a service costs that
can be killed at any moment; whoever builds less than this builds no call centre.
"""

import asyncio
import base64
import itertools
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Self

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from acd.lab.stack import RenderRequest
from bench.rig.company import TRUNK

NUMBER = "7800"
APP = "bare"
USER = "acd"
READY = b"ready\n"
_MAX_FRAME_BYTES = 16 * 1024 * 1024
_END_S = 5.0
_ROOT = Path(__file__).resolve().parents[2]


class _Party(msgspec.Struct, frozen=True):
    number: str = ""


class _Channel(msgspec.Struct, frozen=True):
    id: str
    caller: _Party = _Party()
    state: str = ""


class _Event(msgspec.Struct, frozen=True):
    """An event, or the answer to a request: of either only what is used."""

    type: str
    channel: _Channel | None = None
    args: tuple[str, ...] = ()
    request_id: str = ""
    status_code: int = 0


class Bare:
    """One connection and the calls on it."""

    def __init__(self, socket: ClientConnection, desks: list[str]) -> None:
        self._socket = socket
        self._idle = deque(desks)
        self._waiting: deque[_Channel] = deque()
        self._legs: dict[str, tuple[str, _Channel]] = {}
        """The desk and the caller of each agent's leg."""
        self._served: dict[str, str] = {}
        """The agent's leg by caller."""
        self._ids = itertools.count(1)

    async def run(self) -> None:
        """Serve until the socket ends."""
        decoder = msgspec.json.Decoder(_Event)
        async for frame in self._socket:
            event = decoder.decode(frame)
            if event.type == "RESTResponse":
                if event.request_id.startswith("create ") and event.status_code >= 300:
                    await self._leg_ended(event.request_id.removeprefix("create "))
            elif event.channel is not None:
                await self._hear(event, event.channel)

    async def _hear(self, event: _Event, channel: _Channel) -> None:
        match event.type:
            case "StasisStart" if channel.id in self._legs:
                await self._ask("POST", f"channels/{channel.id}/dial", timeout="15")
            case "StasisStart":
                await self._ask("POST", f"channels/{channel.id}/answer")
                await self._ask("POST", f"channels/{channel.id}/moh")
                self._waiting.append(channel)
                await self._match()
            case "ChannelStateChange" if channel.state == "Up" and channel.id in self._legs:
                await self._join(channel.id)
            case "StasisEnd" | "ChannelDestroyed" if channel.id in self._legs:
                await self._leg_ended(channel.id)
            case "StasisEnd" | "ChannelDestroyed":
                if (leg := self._served.pop(channel.id, None)) is not None:
                    await self._ask("DELETE", f"channels/{leg}")
                elif channel in self._waiting:
                    self._waiting.remove(channel)
            case _:
                return

    async def _match(self) -> None:
        while self._idle and self._waiting:
            desk, caller = self._idle.popleft(), self._waiting.popleft()
            leg = f"{APP}-{next(self._ids)}"
            self._legs[leg], self._served[caller.id] = (desk, caller), leg
            display = {"CONNECTEDLINE(num,i)": caller.caller.number, "CONNECTEDLINE(num-pres)": "allowed"}
            await self._ask(
                "POST",
                "channels/create",
                body={"variables": display},
                request_id=f"create {leg}",
                endpoint=f"PJSIP/{desk}",
                app=APP,
                channelId=leg,
                originator=caller.id,
            )

    async def _join(self, leg: str) -> None:
        _, caller = self._legs[leg]
        await self._ask("DELETE", f"channels/{caller.id}/moh")
        await self._ask("POST", f"bridges/b-{leg}", type="mixing")
        await self._ask("POST", f"bridges/b-{leg}/addChannel", channel=f"{caller.id},{leg}")

    async def _leg_ended(self, leg: str) -> None:
        if leg not in self._legs:
            return
        desk, caller = self._legs.pop(leg)
        self._idle.append(desk)
        await self._match()
        if self._served.pop(caller.id, None) is not None:
            await self._ask("DELETE", f"channels/{caller.id}")
        await self._ask("DELETE", f"bridges/b-{leg}")

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        body: dict[str, dict[str, str]] | None = None,
        request_id: str = "",
        **query: str,
    ) -> None:
        request: dict[str, object] = {
            "type": "RESTRequest",
            "transaction_id": "-",
            "request_id": request_id or "-",
            "method": method,
            "uri": path,
            "query_strings": [{"name": name, "value": value} for name, value in query.items()],
        }
        if body is not None:
            request |= {
                "content_type": "application/json",
                "message_body": msgspec.json.encode(body).decode(),
            }
        await self._socket.send(msgspec.json.encode(request), text=True)


async def serve(url: str, password: str, desks: list[str]) -> None:
    """Connect, say so on standard output, and serve until ended."""
    known = base64.b64encode(f"{USER}:{password}".encode()).decode()
    async with connect(
        f"{url}/ari/events?app={APP}",
        additional_headers={"Authorization": f"Basic {known}"},
        subprotocols=[Subprotocol("ari")],
        compression=None,
        proxy=None,
        max_size=_MAX_FRAME_BYTES,
    ) as socket:
        sys.stdout.buffer.write(READY)
        sys.stdout.flush()
        await Bare(socket, desks).run()


class BareClient:
    """The client as a process, while the block lasts."""

    def __init__(self, url: str, password: str, desks: list[str], *, log: Path) -> None:
        self._url, self._password, self._desks, self._log = url, password, desks, log

    def __enter__(self) -> Self:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, self._url, *self._desks],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=_ROOT,
                start_new_session=True,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(self._password.encode())
        self._process.stdin.close()
        if self._process.stdout.readline() != READY:
            self.__exit__()
            last_words = self._log.read_text(encoding="utf-8", errors="replace")[-1000:]
            raise ChildProcessError(f"the bare client did not connect:\n{last_words}")
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdout is not None
        self._process.terminate()
        try:
            self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid


def render(request: RenderRequest) -> None:
    """Give the bare client a number of its own on a rendered Asterisk."""
    with (request.etc / "extensions.conf").open("a", encoding="utf-8") as dialplan:
        dialplan.write(f"\n[acd-from-{TRUNK}](+)\nexten => {NUMBER},1,Stasis({APP})\n same => n,Hangup()\n")


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.stdin.read(), sys.argv[2:]))
