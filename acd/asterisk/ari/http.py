"""The side door: the same requests over HTTP, one by one, each with its own time limit.

For look-ups while the socket is busy (reconciling asks for all channels at once) and for recordings, whose
bytes the socket does not carry. 0.7 ms a request against the socket's 0.1: not for the calls themselves.
"""

from types import TracebackType
from typing import Self

import httpx

from acd.asterisk.ari.door import AriAccess, Body, Query, Response, answer, segment
from acd.asterisk.ari.errors import AriNotConnected, AriUnknownOutcome, unauthorised

DEFAULT_LIMIT_S = 5.0


class AriHttp:
    """An HTTP client of one Asterisk's REST interface: a `Door`, to be used as an async context manager."""

    def __init__(self, access: AriAccess, *, limit_s: float = DEFAULT_LIMIT_S) -> None:
        self._user = access.user
        self._http = httpx.AsyncClient(
            base_url=access.url,
            headers={"Authorization": access.authorization()},
            timeout=limit_s,
            trust_env=False,  # no proxy between us and Asterisk
            # A connection of its own for each: a kept one may be dead, and we look when something is wrong.
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close its connections."""
        await self._http.aclose()

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
        reply = await self._ask(method, path, query, body, timeout_s)
        return answer(f"{method} {path}", reply.status_code, reply.reason_phrase, reply.text)

    async def stored_recording(self, name: str, *, timeout_s: float | None = None) -> bytes:
        """Return the sound file of the stored recording `name`. Errors as in `request`."""
        path = f"recordings/stored/{segment(name)}/file"
        reply = await self._ask("GET", path, (), None, timeout_s)
        answer(f"GET {path}", reply.status_code, reply.reason_phrase, "" if reply.is_success else reply.text)
        return reply.content

    async def _ask(
        self, method: str, path: str, query: Query, body: Body | None, timeout_s: float | None
    ) -> httpx.Response:
        what = f"{method} {path}"
        try:
            reply = await self._http.request(
                method,
                path,
                params=list(query),
                json=body,
                timeout=httpx.USE_CLIENT_DEFAULT if timeout_s is None else timeout_s,
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise AriNotConnected(
                f"{what} was not sent: {str(error) or type(error).__name__}; is Asterisk up?"
            ) from None
        except httpx.TransportError as error:
            raise AriUnknownOutcome(
                f"no answer to {what}: {str(error) or type(error).__name__}; look before asking again"
            ) from None
        if reply.status_code in {401, 403}:
            raise unauthorised(self._user)
        return reply
