"""The control socket from the other side: how commands ask the service that runs."""

import socket
from pathlib import Path
from typing import Self, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from acd.web.bodies import (
    AgentStatus,
    Callbacks,
    CallbackStatus,
    CompanyText,
    EnteredOverlay,
    Explanation,
    LoggedIn,
    Login,
    Messages,
    NewCallback,
    NewEnd,
    NewOverlay,
    Overlays,
    OverlayStatus,
    Problem,
    Reason,
    Status,
    Withdrawal,
)
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
            f"No service listens on {control_socket}. In a checkout `make run` starts one with all it needs, "
            "on a host where it is installed `systemctl start acd`. One that has just been started, stands "
            "by, or waits for the database, does not listen there: its health port says so, and who leads "
            "instead (`curl -s 127.0.0.1:8880/readyz`). Another socket: --socket or ACD_CONTROL_SOCKET."
        )


class SocketForbidden(Exception):
    """The control socket belongs to another account."""

    def __init__(self, control_socket: Path) -> None:
        super().__init__(
            f"{control_socket} is not for this account: run this command under the service's, or as root."
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
    """A connection to the service behind a control socket. Every call raises the errors of this module.

    `answer_s`: how long to wait for an answer that takes the service no work.
    """

    def __init__(self, control_socket: Path, *, answer_s: float = ANSWER_S) -> None:
        self._control_socket = control_socket
        self._answer_s = answer_s
        self._http = httpx.Client(
            transport=httpx.HTTPTransport(uds=str(control_socket)),
            base_url="http://acd",
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def status(self) -> Status:
        """How the floor stands."""
        return self._ask("GET", "/status", Status)

    def log_in(self, agent: str, phone: str) -> LoggedIn:
        """Log an agent in at a phone."""
        path = f"/agents/{quote(agent, safe='')}/login"
        return self._ask("POST", path, LoggedIn, body=Login(phone=phone))

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

    def overlays(self, *, past: bool = False) -> Overlays:
        """Absences and incidents: planned and in force, or those that are over."""
        return self._ask("GET", "/overlays?past=true" if past else "/overlays", Overlays)

    def enter(self, overlay: NewOverlay) -> EnteredOverlay:
        """Enter an absence or an incident."""
        return self._ask("POST", "/overlays", EnteredOverlay, body=overlay)

    def move_end(self, overlay: str, end: NewEnd) -> OverlayStatus:
        """Let an absence or an incident end at another moment."""
        return self._ask("POST", f"/overlays/{quote(overlay, safe='')}/until", OverlayStatus, body=end)

    def withdraw(self, overlay: str, author: str) -> OverlayStatus:
        """End an absence or an incident, or call it off."""
        path = f"/overlays/{quote(overlay, safe='')}/end"
        return self._ask("POST", path, OverlayStatus, body=Withdrawal(author=author))

    def allow(self, number: str, author: str) -> Overlays:
        """Take a number off the do-not-call list."""
        path = f"/refused/{quote(number, safe='')}/end"
        return self._ask("POST", path, Overlays, body=Withdrawal(author=author))

    def callbacks(self) -> Callbacks:
        """Who is to be called back."""
        return self._ask("GET", "/callbacks", Callbacks)

    def schedule_callback(self, wish: NewCallback) -> CallbackStatus:
        """Call a customer at a moment to come."""
        return self._ask("POST", "/callbacks", CallbackStatus, body=wish)

    def cancel_callback(self, contact: str, author: str) -> CallbackStatus:
        """Do not call a customer back."""
        path = f"/callbacks/{quote(contact, safe='')}/cancel"
        return self._ask("POST", path, CallbackStatus, body=Withdrawal(author=author))

    def messages(self) -> Messages:
        """Which messages were left and not closed."""
        return self._ask("GET", "/messages", Messages)

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
        limit_s: float | None = None,
    ) -> T:
        self._knock()
        content = msgspec.json.encode(body) if body is not None else None
        try:
            answer = self._http.request(
                method,
                path,
                content=content,
                headers={"content-type": "application/json"} if content else {},
                timeout=httpx.Timeout(limit_s or self._answer_s, connect=CONNECT_S),
            )
        except httpx.HTTPError as error:
            raise NoAnswer(str(error) or type(error).__name__) from error
        return _read(answer, kind)

    def _knock(self) -> None:
        """Find out whether somebody is there, and if not, why: the HTTP library would not tell plainly."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
            trial.settimeout(CONNECT_S)
            try:
                trial.connect(str(self._control_socket))
            except PermissionError as error:
                raise SocketForbidden(self._control_socket) from error
            except (BlockingIOError, TimeoutError) as error:
                raise NoAnswer("it listens, and takes no connection") from error
            except OSError as error:
                raise ServiceNotRunning(self._control_socket) from error


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
