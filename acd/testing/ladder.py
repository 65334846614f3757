"""The SIP messages of phones on one time line, to be asked questions such as "how long from BYE to INVITE?".

Moments are CLOCK_MONOTONIC nanoseconds taken in the phone's process: just before a message is handed to the
socket, and right after it was read. They compare across phones of one host; the error is some tens of
microseconds.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from acd.testing.protocol import Moment

STATUS_LINE = re.compile(r"SIP/2\.0 (\d{3}) ?(.*)")
UNFOLD = re.compile(r"\r?\n[ \t]+")
COMPACT = {"call-id": "i", "from": "f", "to": "t", "contact": "m", "via": "v", "content-type": "c"}


def header(message: str, name: str) -> str | None:
    """The first value of a header in a SIP message, None when it has none."""
    head = UNFOLD.sub(" ", message.replace("\r\n", "\n").partition("\n\n")[0])
    wanted = {name.lower(), COMPACT.get(name.lower(), name.lower())}
    for line in head.split("\n")[1:]:
        key, colon, value = line.partition(":")
        if colon and key.strip().lower() in wanted:
            return value.strip()
    return None


@dataclass(frozen=True, kw_only=True)
class SipMessage:
    """One message as a phone sent or received it."""

    at: Moment
    phone: str
    sent: bool
    peer: str
    text: str

    @property
    def start_line(self) -> str:
        """`INVITE sip:…` or `SIP/2.0 200 OK`."""
        return self.text.lstrip().partition("\n")[0].strip()

    @property
    def code(self) -> int:
        """The status code of a response, 0 for a request."""
        found = STATUS_LINE.match(self.start_line)
        return int(found[1]) if found else 0

    @property
    def method(self) -> str:
        """The method of a request, or of the request that a response belongs to."""
        if self.code:
            return (self.header("CSeq") or "").partition(" ")[2].strip()
        return self.start_line.partition(" ")[0]

    @property
    def name(self) -> str:
        """How people speak of it: `INVITE`, `180 (INVITE)`."""
        return f"{self.code} ({self.method})" if self.code else self.method

    @property
    def call_id(self) -> str:
        """The Call-ID, which all messages of a dialog share."""
        return self.header("Call-ID") or ""

    def header(self, name: str) -> str | None:
        """The first value of a header, None when the message has none."""
        return header(self.text, name)


class SipLadder:
    """SIP messages in the order of their moments. Ladders add up: `(agent.ladder + caller.ladder)`."""

    def __init__(self, messages: Iterable[SipMessage] = ()) -> None:
        self.messages = tuple(sorted(messages, key=lambda message: message.at.mono_ns))

    def __iter__(self) -> Iterator[SipMessage]:
        return iter(self.messages)

    def __len__(self) -> int:
        return len(self.messages)

    def __add__(self, other: "SipLadder") -> "SipLadder":
        return SipLadder(self.messages + other.messages)

    def of_call(self, call_id: str) -> "SipLadder":
        """Only the messages with this Call-ID."""
        return SipLadder(message for message in self if message.call_id == call_id)

    def all(
        self, what: str | int, *, sent: bool | None = None, after_ns: int = 0, phone: str | None = None
    ) -> list[SipMessage]:
        """Requests of a method (`"BYE"`) or responses with a code (`200`), sent or received, after a moment.

        Retransmissions are in it.
        """
        return [
            message
            for message in self
            if message.at.mono_ns > after_ns
            and (sent is None or message.sent == sent)
            and (phone is None or message.phone == phone)
            and (
                message.code == what if isinstance(what, int) else not message.code and message.method == what
            )
        ]

    def first(
        self, what: str | int, *, sent: bool | None = None, after_ns: int = 0, phone: str | None = None
    ) -> SipMessage | None:
        """The first of `all`, None when there is none."""
        return next(iter(self.all(what, sent=sent, after_ns=after_ns, phone=phone)), None)

    def gaps_ms(self, what: str | int, then: str | int) -> list[float]:
        """For each `what` that a phone sent: the milliseconds until that phone received `then`.

        `gaps_ms("BYE", "INVITE")` is how long an agent who hung up stayed without the next call. One that
        never came gives no entry; of several `what` before one `then`, the last counts.
        """
        gaps: list[float] = []
        for phone in sorted({message.phone for message in self}):
            since: int | None = None
            for message in self:
                if message.phone != phone:
                    continue
                kind: str | int = message.code or message.method
                if message.sent and kind == what:
                    since = message.at.mono_ns
                elif not message.sent and kind == then and since is not None:
                    gaps.append((message.at.mono_ns - since) / 1e6)
                    since = None
        return gaps
