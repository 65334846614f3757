"""Speak SIP by hand over UDP, for what no phone would send: garbage, half messages, floods.

`is_alive` is the other half of such a test: the server must still answer a proper OPTIONS after it.
"""

import secrets
import socket
import time
from typing import Self

LARGEST_DATAGRAM = 65_507


class RawSip:
    """A UDP socket on loopback that is aimed at one SIP server."""

    def __init__(self, server_port: int, *, server_host: str = "127.0.0.1") -> None:
        self._server = (server_host, server_port)
        self._sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sock.bind(("127.0.0.1", 0))
        self.port: int = self._sock.getsockname()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sock.close()

    def send(self, message: bytes | str) -> None:
        """Send one datagram exactly as it is."""
        self._sock.sendto(message.encode() if isinstance(message, str) else message, self._server)

    def request(self, method: str, uri: str, *, headers: str = "", body: str = "") -> str:
        """Send a well-formed request, with further header lines if wanted; its Call-ID.

        `headers` come in addition to the obligatory ones, which are always there.
        """
        call_id = secrets.token_hex(8)
        extra = "".join(f"{line.strip()}\r\n" for line in headers.splitlines() if line.strip())
        self.send(
            f"{method} {uri} SIP/2.0\r\n"
            f"Via: SIP/2.0/UDP 127.0.0.1:{self.port};branch=z9hG4bK{secrets.token_hex(8)};rport\r\n"
            f"Max-Forwards: 70\r\n"
            f"From: <sip:raw@127.0.0.1>;tag={secrets.token_hex(4)}\r\n"
            f"To: <{uri}>\r\n"
            f"Call-ID: {call_id}\r\n"
            f"CSeq: 1 {method}\r\n"
            f"Contact: <sip:raw@127.0.0.1:{self.port}>\r\n"
            f"{extra}"
            f"Content-Length: {len(body.encode())}\r\n\r\n{body}"
        )
        return call_id

    def receive(self, within_s: float = 2.0) -> bytes | None:
        """The next datagram; None if none comes within `within_s`."""
        self._sock.settimeout(max(within_s, 0.001))
        try:
            return self._sock.recv(LARGEST_DATAGRAM)
        except TimeoutError:
            return None

    def is_alive(self, within_s: float = 2.0) -> bool:
        """Does the server answer an OPTIONS request, with whatever code? Other datagrams are passed over."""
        host, port = self._server
        call_id = self.request("OPTIONS", f"sip:{host}:{port}").encode()
        end_s = time.monotonic() + within_s
        while (left_s := end_s - time.monotonic()) > 0:
            answer = self.receive(left_s)
            if answer is not None and answer.startswith(b"SIP/2.0 ") and call_id in answer:
                return True
        return False
