"""Where the time goes between an agent's BYE and the same phone's next INVITE, read off the wire. Needs root.

    python -m bench.timeline [--agents 20] [--seconds 10] [--of ours|bare]

The load is that of P1. For each gap it is noted when Asterisk told that the leg had ended, when the client
asked for the next leg, when that was there, when the client asked it to ring, and when the phone heard of it.
"""

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec
from rich.console import Console
from rich.table import Table

from bench.ending import end_in_order_when_told
from bench.numbers import amount, count
from bench.report import percentile
from bench.rig import sip
from bench.rig.contest import BARE, OURS, turn
from bench.rig.rig import rig_for
from bench.rig.wiretap import Packet, Wiretap, websocket_texts
from bench.rows.p1 import CALLERS_FOR_EACH, SETTLE_S, TALK_S

ENDED = "Asterisk tells that the leg has ended"
FREE = "Asterisk tells that the phone is free (AMI)"
ASKED = "the client asks for the next leg"
THERE = "Asterisk tells that the leg is there"
DIALLED = "the client asks it to ring"
RINGS = "the phone receives its INVITE"
STEPS = (ENDED, FREE, ASKED, THERE, DIALLED, RINGS)


class _Channel(msgspec.Struct):
    name: str = ""


class _Parameter(msgspec.Struct):
    name: str
    value: str


class _Said(msgspec.Struct):
    type: str
    method: str = ""
    uri: str = ""
    channel: _Channel | None = None
    query_strings: tuple[_Parameter, ...] = ()


@dataclass
class _Gap:
    """One desk after a talk: its steps, and the name of the leg that comes."""

    began_ns: int
    steps: dict[str, int] = field(default_factory=dict)
    leg: str = ""

    def note(self, step: str, at_ns: int) -> None:
        """Only the first time counts."""
        self.steps.setdefault(step, at_ns)


class Gaps:
    """Follows every desk from message to message. Tell it everything in order."""

    def __init__(self) -> None:
        self._open: dict[str, _Gap] = {}
        self.found: dict[str, list[float]] = defaultdict(list)
        """By step: milliseconds since the BYE."""

    def sip(self, message: sip.Message, at_ns: int) -> None:
        """A SIP message that a phone has sent or received."""
        if message.status:
            return
        if message.method == "BYE" and (desk := sip.user_of(message.from_)).startswith("desk"):
            self._open[desk] = _Gap(at_ns)
        elif message.method == "INVITE" and not message.is_inside and message.user in self._open:
            gap = self._open.pop(message.user)
            gap.note(RINGS, at_ns)
            for step, when_ns in gap.steps.items():
                self.found[step].append((when_ns - gap.began_ns) / 1e6)

    def ari(self, said: _Said, at_ns: int) -> None:
        """An event, or a request."""
        if said.type == "RESTRequest":
            given = {parameter.name: parameter.value for parameter in said.query_strings}
            if gap := self._open.get(given.get("endpoint", "").removeprefix("PJSIP/")):
                gap.note(ASKED, at_ns)
                gap.leg = given.get("channelId", "")
            elif said.uri.endswith("/dial"):
                for gap in self._open.values():
                    if gap.leg and gap.leg in said.uri:
                        gap.note(DIALLED, at_ns)
        elif said.channel is not None and (gap := self._open.get(_desk_of(said.channel.name))):
            if said.type in {"StasisEnd", "ChannelDestroyed"}:
                gap.note(ENDED, at_ns)
            elif said.type == "StasisStart":
                gap.note(THERE, at_ns)

    def ami(self, text: str, at_ns: int) -> None:
        """Whatever Asterisk says on the manager interface, in the pieces in which it comes."""
        for event in text.split("\r\n\r\n"):
            if "State: NOT_INUSE" in event:
                desk = event.partition("Device: PJSIP/")[2].partition("\r\n")[0]
                if gap := self._open.get(desk):
                    gap.note(FREE, at_ns)


def _desk_of(channel: str) -> str:
    """`PJSIP/desk7-0000002b` is a channel of desk7."""
    return channel.removeprefix("PJSIP/").rpartition("-")[0]


def follow(packets: Sequence[Packet], *, sip_port: int, ari_port: int, ami_port: int) -> Gaps:
    """What the packets tell about gaps."""
    told: list[tuple[int, sip.Message | _Said | str]] = list(_sip(packets, sip_port))
    told += _ari(packets, ari_port)
    told += [
        (packet.at_ns, packet.content.decode("utf-8", "replace"))
        for packet in packets
        if packet.source == ami_port
    ]
    gaps = Gaps()
    for at_ns, what in sorted(told, key=lambda one: one[0]):
        match what:
            case sip.Message():
                gaps.sip(what, at_ns)
            case _Said():
                gaps.ari(what, at_ns)
            case text:
                gaps.ami(text, at_ns)
    return gaps


def _sip(packets: Iterable[Packet], port: int) -> Iterator[tuple[int, sip.Message]]:
    for packet in packets:
        if port in {packet.source, packet.target} and (message := sip.read(packet.content)) is not None:
            yield packet.at_ns, message


def _ari(packets: Sequence[Packet], port: int) -> Iterator[tuple[int, _Said]]:
    decoder = msgspec.json.Decoder(_Said)
    for packet, text in websocket_texts(iter(packets), port):
        yield packet.at_ns, decoder.decode(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Let agents work, and print where the time goes."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.timeline",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--agents", type=count, default=20)
    parser.add_argument("--seconds", type=amount, default=10.0)
    parser.add_argument("--of", choices=("ours", "bare"), default="ours")
    chosen = parser.parse_args(arguments)
    if os.geteuid() != 0:
        parser.error("only root may listen on the wire: run it as root")
    with rig_for(chosen.agents) as rig:
        ports = rig.centre.stack.ports
        with turn(rig, OURS if chosen.of == "ours" else BARE, chosen.agents) as number:
            rig.phones.work(talk_s=TALK_S)
            rig.phones.keep(number, at_once=CALLERS_FOR_EACH * chosen.agents)
            time.sleep(SETTLE_S)
            with Wiretap(ports.sip, ports.ari, ports.ami) as wiretap:
                time.sleep(chosen.seconds)
        gaps = follow(list(wiretap.packets()), sip_port=ports.sip, ari_port=ports.ari, ami_port=ports.ami)
    drawn = Table(title=f"Milliseconds since the agent's BYE, {len(gaps.found[RINGS])} gaps")
    drawn.add_column("step")
    for heading in ("p50", "p90", "p99"):
        drawn.add_column(heading, justify="right")
    for step in STEPS:
        if found := gaps.found[step]:
            drawn.add_row(step, *(f"{percentile(found, percent):.2f}" for percent in (50, 90, 99)))
    Console().print(drawn)
    return 0


if __name__ == "__main__":
    end_in_order_when_told()
    sys.exit(main())
