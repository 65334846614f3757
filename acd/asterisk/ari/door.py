"""What both ways to Asterisk, the socket and HTTP, have in common: where it is, a request, its answer."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias, TypeVar
from urllib.parse import quote

import msgspec

from acd.asterisk.ari.errors import AriHeldBack, AriRefused, AriUnreadable

T = TypeVar("T")
Query: TypeAlias = Sequence[tuple[str, str]]
Body: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class AriAccess:
    """Where Asterisk's REST interface is, and as whom and as which application we use it.

    `url` is the HTTP address including its prefix: `http://127.0.0.1:8088/ari`.
    """

    url: str
    user: str
    password: str = field(repr=False)
    app: str

    def authorization(self) -> str:
        """Return the value of the Authorization header: the only place the password is ever sent in."""
        return "Basic " + b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")


@dataclass(frozen=True, kw_only=True)
class Response:
    """Asterisk's answer to a request it performed: a status below 400, and a JSON text or nothing."""

    status: int
    body: str

    def read(self, wanted: type[T]) -> T:
        """Return the body as `wanted`. Raises AriUnreadable when it is something else."""
        try:
            return msgspec.json.decode(self.body, type=wanted)
        except msgspec.DecodeError as error:
            raise AriUnreadable(
                f"Asterisk's answer is no {wanted}: {error}. A newer Asterisk? Run scripts/generate_ari.py"
            ) from error


class Door(Protocol):
    """A way to send Asterisk a request: the WebSocket client, the HTTP side door, a simulated Asterisk."""

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """Send one request and return its answer.

        `path` is relative to the interface, its segments percent-encoded: `channels/1234/answer`. `timeout_s`
        None takes the door's own limit.

        Raises:
            AriRefused: Asterisk answered with an error status.
            AriNotConnected: nothing was sent. AriUnauthorised, if because of the password.
            AriUnknownOutcome: it was sent, and no answer came.
        """


class GatedDoor:
    """A door that asks before each request whether it may be sent, in the step in which it is written."""

    def __init__(self, door: Door, may_send: Callable[[], bool]) -> None:
        self._door = door
        self._may_send = may_send

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """Send one request and return its answer; see `Door.request`.

        Raises:
            AriHeldBack: it may not be sent.
        """
        if not self._may_send():
            raise AriHeldBack(f"{method} {path} was held back")
        return await self._door.request(method, path, query=query, body=body, timeout_s=timeout_s)


class SideDoor(Door, Protocol):
    """A door for single requests beside the socket, to be closed at the end."""

    async def aclose(self) -> None:
        """Close its connections."""


def segment(name: str) -> str:
    """Return `name` as one segment of a path: nothing in it can leave its place."""
    return quote(name, safe="")


def answer(request: str, status: int, reason: str, body: str) -> Response:
    """Return the Response, or raise AriRefused with what Asterisk says about the error."""
    if status < 400:
        return Response(status=status, body=body)
    raise AriRefused(status, _complaint(body) or reason, request)


def _complaint(body: str) -> str:
    """Asterisk says {"message": …}, and {"error": …} when it could not allocate."""
    try:
        told = msgspec.json.decode(body, type=dict[str, object])
    except msgspec.DecodeError:
        return ""
    return str(told.get("message") or told.get("error") or "")
