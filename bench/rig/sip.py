"""Just enough SIP for phones that never do anything unusual: reading messages, and the text of new ones.

No state, no sockets. Asterisk is the only peer, on loopback, without proxies in between.
"""

import hashlib
import re
from dataclasses import dataclass

CRLF = "\r\n"
_COMPACT = {"i": "call-id", "f": "from", "t": "to", "m": "contact", "v": "via"}
_QUOTED = re.compile(r'(\w+)="?([^",]*)"?')
_USER = re.compile(r"sips?:([^@;>]*)@")


@dataclass(slots=True)
class Message:
    """One SIP message: of the headers only those that a phone needs, each as it came."""

    first_line: str
    status: int
    """0 for a request."""
    method: str
    """Of a request, or of the request that a response belongs to."""
    cseq: int
    call_id: str
    via: list[str]
    from_: str
    to: str
    contact: str
    challenge: str
    """What a 401 asks for."""

    @property
    def user(self) -> str:
        """The user part of a request's URI: who is called."""
        return user_of(self.first_line)

    @property
    def is_inside(self) -> bool:
        """Whether a request belongs to a dialog that stands."""
        return ";tag=" in self.to


def user_of(text: str) -> str:
    """The user part of the first SIP URI in a header."""
    found = _USER.search(text)
    return found[1] if found else ""


def read(datagram: bytes) -> Message | None:
    """The message in a datagram; None for a keep-alive, or for what is no SIP."""
    head = datagram.partition(b"\r\n\r\n")[0].decode("utf-8", "replace")
    lines = head.split("\r\n")
    values: dict[str, str] = {}
    via: list[str] = []
    for line in lines[1:]:
        key, _, value = line.partition(":")
        name = key.strip().lower()
        name = _COMPACT.get(name, name)
        if name == "via":
            via.append(value.strip())
        else:
            values.setdefault(name, value.strip())
    number, _, method = values.get("cseq", "").partition(" ")
    if not number.isdigit():
        return None
    first_line = lines[0]
    status = int(first_line[8:11]) if first_line.startswith("SIP/2.0 ") else 0
    return Message(
        first_line=first_line,
        status=status,
        method=method.strip(),
        cseq=int(number),
        call_id=values.get("call-id", ""),
        via=via,
        from_=values.get("from", ""),
        to=values.get("to", ""),
        contact=values.get("contact", ""),
        challenge=values.get("www-authenticate", ""),
    )


def uri_in(header: str) -> str:
    """The URI of a `Contact`, `From` or `To`."""
    inside = header.partition("<")[2].partition(">")[0]
    return inside or header.partition(";")[0]


def reply(
    request: Message, status: str, *, tag: str = "", contact: str = "", body: str = "", rport: int
) -> bytes:
    """An answer to a request. `tag` is ours, for a request that had none in its `To`."""
    via = "".join(f"Via: {one.replace(';rport', f';rport={rport}')}\r\n" for one in request.via)
    to = f"{request.to};tag={tag}" if tag and not request.is_inside else request.to
    return (
        f"SIP/2.0 {status}\r\n{via}From: {request.from_}\r\nTo: {to}\r\nCall-ID: {request.call_id}\r\n"
        f"CSeq: {request.cseq} {request.method}\r\n{_contact(contact)}{_end(body)}"
    ).encode()


def request(
    method: str,
    uri: str,
    *,
    branch: str,
    port: int,
    from_: str,
    to: str,
    call_id: str,
    cseq: int,
    contact: str = "",
    more: str = "",
    body: str = "",
) -> bytes:
    """A request from `port` of this machine; `more`: further header lines, each with its end."""
    return (
        f"{method} {uri} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{port};rport;branch=z9hG4bK{branch}\r\n"
        f"Max-Forwards: 70\r\nFrom: {from_}\r\nTo: {to}\r\nCall-ID: {call_id}\r\nCSeq: {cseq} {method}\r\n"
        f"{_contact(contact)}{more}{_end(body)}"
    ).encode()


def _contact(uri: str) -> str:
    return f"Contact: <{uri}>{CRLF}" if uri else ""


def _end(body: str) -> str:
    kind = f"Content-Type: application/sdp{CRLF}" if body else ""
    return f"{kind}Content-Length: {len(body)}{CRLF}{CRLF}{body}"


def sdp(rtp_port: int) -> str:
    """An offer or answer of one A-law stream."""
    return (
        f"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
        f"m=audio {rtp_port} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n"
    )


def authorization(challenge: str, *, method: str, uri: str, user: str, password: str) -> str:
    """The header line that answers the challenge of a 401 (RFC 2617, MD5)."""
    asked = dict(_QUOTED.findall(challenge.partition(" ")[2]))
    realm, nonce = asked["realm"], asked["nonce"]
    who, what = _md5(f"{user}:{realm}:{password}"), _md5(f"{method}:{uri}")
    told = f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{uri}", algorithm=MD5'
    if "qop" in asked:
        response = _md5(f"{who}:{nonce}:00000001:bench:auth:{what}")
        told += ', qop=auth, nc=00000001, cnonce="bench"'
    else:
        response = _md5(f"{who}:{nonce}:{what}")
    if "opaque" in asked:
        told += f', opaque="{asked["opaque"]}"'
    return f'Authorization: Digest {told}, response="{response}"{CRLF}'


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
