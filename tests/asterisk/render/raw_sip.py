"""SIP by hand, for what a well-behaved phone does not do: transfers, redirections, odd numbers.

No media and no retransmissions: on loopback, against one Asterisk, within one test.
"""

import hashlib
import itertools
import re
import socket
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_unique = itertools.count(1)
_SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\n"


@dataclass(frozen=True)
class Message:
    """One SIP message as it came."""

    text: str

    @property
    def start(self) -> str:
        """Its first line."""
        return self.text.split("\r\n", 1)[0]

    @property
    def code(self) -> int:
        """Of a response; 0 for a request."""
        return int(self.start.split()[1]) if self.start.startswith("SIP/2.0") else 0

    @property
    def method(self) -> str:
        """Of a request, or of the request that is answered."""
        return self.header("CSeq").split()[1]

    def header(self, name: str) -> str:
        """The first header of that name, or nothing."""
        found = re.search(rf"^{name}: *(.*?)\r$", self.text, re.MULTILINE | re.IGNORECASE)
        return found[1] if found else ""


class RawPhone:
    """A UDP socket with an account; without a password it is just somebody at an address."""

    def __init__(self, user: str, server_port: int, password: str = "") -> None:
        self.user, self.password = user, password
        self._server = ("127.0.0.1", server_port)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._unread: list[Message] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def uri(self, number: str) -> str:
        """A number at the server."""
        return f"sip:{number}@127.0.0.1:{self._server[1]}"

    def register(self) -> None:
        """Be there for calls."""
        answer = Dialog(self, f"sip:127.0.0.1:{self._server[1]}", to=self.uri(self.user)).ask("REGISTER")
        assert answer.code == 200, answer.start

    def call(self, number: str) -> "Dialog":
        """Send an INVITE, with the password if there is one; does not wait for what becomes of it."""
        dialog = Dialog(self, self.uri(number), to=self.uri(number))
        dialog.invite()
        return dialog

    def wait_for(self, method: str, *, call_id: str | None = None, within_s: float = 10.0) -> Message:
        """The next final response to a method, or the next request of it; what is not asked for is kept."""
        deadline = time.monotonic() + within_s
        while True:
            for message in self._unread:
                if message.method == method and call_id in (None, message.header("Call-ID")):
                    self._unread.remove(message)
                    return message
            self._socket.settimeout(max(deadline - time.monotonic(), 0.001))
            message = Message(self._socket.recv(65535).decode())
            if message.start.startswith("OPTIONS"):
                self.respond(message, 200, "OK")
            elif not 100 <= message.code < 200:
                self._unread.append(message)

    def respond(self, request: Message, code: int, reason: str, *headers: str) -> None:
        """Answer a request."""
        kept = [f"{name}: {request.header(name)}" for name in ("Via", "From", "Call-ID", "CSeq")]
        to = f"To: {request.header('To')};tag=raw{next(_unique)}"
        self.send("\r\n".join([f"SIP/2.0 {code} {reason}", *kept, to, *headers, "Content-Length: 0", "", ""]))

    def send(self, text: str) -> None:
        """Put a message on the wire."""
        self._socket.sendto(text.encode(), self._server)

    def authorization(self, challenge: str, method: str, uri: str) -> str:
        """The answer to a digest challenge (RFC 2617 with qop=auth)."""
        asked = dict(re.findall(r'(\w+)="?([^",]+)"?', challenge))
        secret = _md5(f"{self.user}:{asked['realm']}:{self.password}")
        digest = _md5(f"{secret}:{asked['nonce']}:00000001:raw:auth:{_md5(f'{method}:{uri}')}")
        said = {"username": self.user, "uri": uri, "response": digest, "cnonce": "raw"}
        said |= {name: asked[name] for name in ("realm", "nonce", "opaque")}
        quoted = ", ".join(f'{name}="{value}"' for name, value in said.items())
        return f"Digest {quoted}, algorithm=MD5, qop=auth, nc=00000001"


class Dialog:
    """One dialog that we begin."""

    def __init__(self, phone: RawPhone, target: str, *, to: str) -> None:
        self._phone = phone
        self._target = target
        self._to = f"<{to}>"
        self._tag = f"t{next(_unique)}"
        self._sequence = itertools.count(1)
        self.call_id = f"raw-{phone.port}-{next(_unique)}"

    def ask(self, method: str, *headers: str) -> Message:
        """Send a request; its final response, after the password was given if it was asked for."""
        self._send(method, next(self._sequence), *headers)
        answer = self._take(method)
        if answer.code == 401:
            self._give_password(answer, method, *headers)
            answer = self._take(method)
        return answer

    def invite(self) -> None:
        """Send the INVITE; whoever has a password is asked for it first."""
        self._send("INVITE", next(self._sequence), body=_SDP)
        if self._phone.password:
            self._give_password(self.outcome(), "INVITE", body=_SDP)

    def outcome(self) -> Message:
        """The final response to the INVITE, acknowledged."""
        return self._take("INVITE")

    def _give_password(self, challenge: Message, method: str, *headers: str, body: str = "") -> None:
        asked = challenge.header("WWW-Authenticate")
        given = f"Authorization: {self._phone.authorization(asked, method, self._target)}"
        self._send(method, next(self._sequence), given, *headers, body=body)

    def _take(self, method: str) -> Message:
        answer = self._phone.wait_for(method, call_id=self.call_id)
        if method == "INVITE":
            if answer.code < 300:
                self._to = answer.header("To")
                ack_to = self._to
            else:
                ack_to = answer.header("To")
            via = answer.header("Via") if answer.code >= 300 else None
            self._send("ACK", int(answer.header("CSeq").split()[0]), via=via, to=ack_to)
        return answer

    def _send(
        self,
        method: str,
        number: int,
        *headers: str,
        body: str = "",
        via: str | None = None,
        to: str | None = None,
    ) -> None:
        address = f"127.0.0.1:{self._phone.port}"
        lines = [
            f"{method} {self._target} SIP/2.0",
            f"Via: {via or f'SIP/2.0/UDP {address};rport;branch=z9hG4bK{next(_unique)}'}",
            f"From: <{self._phone.uri(self._phone.user)}>;tag={self._tag}",
            f"To: {to or self._to}",
            f"Call-ID: {self.call_id}",
            f"CSeq: {number} {method}",
            f"Contact: <sip:{self._phone.user}@{address}>",
            "Max-Forwards: 70",
            *headers,
            *(["Content-Type: application/sdp"] if body else []),
            f"Content-Length: {len(body)}",
        ]
        self._phone.send("\r\n".join([*lines, "", body]))


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
