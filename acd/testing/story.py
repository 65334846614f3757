"""Tell who did and heard what, when: the text under a failed test."""

from collections.abc import Iterable
from dataclasses import dataclass

from acd.testing.ladder import SipMessage
from acd.testing.protocol import Moment
from acd.testing.recording import Recording
from acd.testing.tones import describe


@dataclass(frozen=True, kw_only=True)
class StoryLine:
    """One line of a story."""

    at: Moment
    phone: str
    text: str


def message_line(message: SipMessage) -> StoryLine:
    """A SIP message as an arrow to or from the phone."""
    arrow = "──►" if message.sent else "◄──"
    name = message.start_line.removesuffix(" SIP/2.0")
    of_what = f" ({message.method})" if message.code else ""
    return StoryLine(
        at=message.at, phone=message.phone, text=f"{arrow} {name.removeprefix('SIP/2.0 ')}{of_what}"
    )


def recording_lines(phone: str, call: str, recording: Recording, wall_offset_ns: int) -> list[StoryLine]:
    """What was heard in a call, one line for each stretch."""
    lines = []
    for from_s, to_s, what in describe(recording.samples, recording.rate_hz):
        start_ns = recording.moment_ns(round(from_s * recording.rate_hz))
        at = Moment(start_ns, start_ns + wall_offset_ns)
        lines.append(StoryLine(at=at, phone=phone, text=f"hears {what} for {to_s - from_s:.1f} s  [{call}]"))
    return lines


def tell(lines: Iterable[StoryLine]) -> str:
    """All lines in order of time, with seconds since the first and a column for the phone."""
    ordered = sorted(lines, key=lambda line: line.at.mono_ns)
    if not ordered:
        return "(nothing happened)"
    start = ordered[0].at
    width = max(len(line.phone) for line in ordered)
    return "\n".join(
        f"{(line.at.mono_ns - start.mono_ns) / 1e9:+11.6f}  {line.phone:<{width}}  {line.text}"
        for line in ordered
    )
