"""The control socket from the other side: how commands ask the service that runs."""

import errno
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from acd.web.bodies import AgentStatus, CompanyText, Explanation, Login, Problem, Reason, Status
from acd.web.service import Applied

CONNECT_S = 2.0
ANSWER_S = 15.0
STORY_S = 60.0
"""The story of a contact may have to be looked for."""
APPLY_S = 600.0
"""New prompts are spoken before a company is in force."""

T = TypeVar("T")


class ServiceNotRunning(Exception):
    """Nobody listens on the control socket."""

    def __init__(self, control_socket: Path) -> None:
        super().__init__(
            f"No service listens on {control_socket}. `make run` in a checkout starts one with all it needs, "
            "`acd run` starts it alone; while it waits for the database it does not listen yet. "
            "Another socket: --socket or ACD_CONTROL_SOCKET."
        )


class SocketForbidden(Exception):
    """The control socket belongs to another account."""

    def __init__(self, control_socket: Path, reason: str) -> None:
        super().__init__(
            f"{control_socket}: {reason}. Run this command under the account of the service, or as root."
        )


class NoAnswer(Exception):
    """The service took the request and did not answer: whether it was carried out is unknown."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The service did not answer ({reason}). Whether the request was carried out is not known: "
            "`acd status` tells how things stand."
        )


class RequestRefused(Exception):
    """The service did not carry the request out, for reasons that the one who asks can mend."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


class ServiceFailed(Exception):
    """The service could not carry the request out, through no fault of the one who asks."""


class ControlClient:
    """A connection to the service behind a control socket. Every call raises the errors of this module."""

    def __init__(self, control_socket: Path) -> None:
        self._control_socket = control_socket
        self._http = httpx.Client(
            transport=httpx.HTTPTransport(uds=str(control_socket)),
            base_url="http://acd",
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def status(self) -> Status:
        """How the floor stands."""
        return self._ask("GET", "/status", Status)

    def log_in(self, agent: str, phone: str) -> AgentStatus:
        """Log an agent in at a phone."""
        return self._wish(agent, "login", Login(phone=phone))

    def log_out(self, agent: str) -> AgentStatus:
        """Log an agent out."""
        return self._wish(agent, "logout")

    def go_ready(self, agent: str) -> AgentStatus:
        """Let an agent take calls."""
        return self._wish(agent, "ready")

    def go_not_ready(self, agent: str, reason: str | None) -> AgentStatus:
        """Let an agent take no calls; None: for the company's first reason."""
        return self._wish(agent, "notready", Reason(reason=reason))

    def end_wrap_up(self, agent: str) -> AgentStatus:
        """End an agent's work after the talk."""
        return self._wish(agent, "endwrap")

    def explain(self, contact: str) -> Explanation:
        """Everything about one contact."""
        return self._ask("GET", f"/contacts/{quote(contact, safe='')}", Explanation, limit_s=STORY_S)

    def apply(self, company: CompanyText) -> Applied:
        """Put a company file in force."""
        return self._ask("POST", "/company", Applied, body=company, limit_s=APPLY_S)

    def _wish(self, agent: str, wish: str, body: msgspec.Struct | None = None) -> AgentStatus:
        return self._ask("POST", f"/agents/{quote(agent, safe='')}/{wish}", AgentStatus, body=body)

    def _ask(
        self,
        method: str,
        path: str,
        kind: type[T],
        *,
        body: msgspec.Struct | None = None,
        limit_s: float = ANSWER_S,
    ) -> T:
        content = msgspec.json.encode(body) if body is not None else None
        try:
            answer = self._http.request(
                method,
                path,
                content=content,
                headers={"content-type": "application/json"} if content else {},
                timeout=httpx.Timeout(limit_s, connect=CONNECT_S),
            )
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise self._unreachable(error) from error
        except httpx.HTTPError as error:
            raise NoAnswer(str(error) or type(error).__name__) from error
        return _read(answer, kind)

    def _unreachable(self, error: Exception) -> ServiceNotRunning | SocketForbidden | NoAnswer:
        cause = _cause(error)
        if isinstance(cause, PermissionError):
            return SocketForbidden(self._control_socket, cause.strerror or "forbidden")
        if isinstance(cause, TimeoutError) or (cause is not None and cause.errno == errno.EAGAIN):
            return NoAnswer("it listens, and takes no connection")
        return ServiceNotRunning(self._control_socket)


def _cause(error: BaseException | None) -> OSError | None:
    """What the operating system said."""
    while error is not None and not isinstance(error, OSError):
        error = error.__cause__ or error.__context__
    return error


def _read(answer: httpx.Response, kind: type[T]) -> T:
    try:
        if answer.is_success:
            return msgspec.json.decode(answer.content, type=kind)
        reasons = msgspec.json.decode(answer.content, type=Problem).reasons
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ServiceFailed(
            f"The answer of the service cannot be read ({error}): it is of another version. Restart it."
        ) from error
    if answer.is_client_error:
        raise RequestRefused(reasons)
    raise ServiceFailed("\n".join(reasons))
