"""The ports of one instance, all on loopback: free ones for a test, fixed ones for `make run`.

A wanted port that somebody else has is an error which names the holder, and the variable that sets another port.
"""

import os
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from acd.lab.errors import LabError, PortInUseError

HOST = "127.0.0.1"
"""Everything in the lab is bound here and nowhere else."""

_TCP_LISTEN = "0A"


@dataclass(frozen=True, kw_only=True)
class Ports:
    """Port numbers; every field's `setting` is the environment variable that sets it."""

    sip: int = field(metadata={"setting": "ACD_SIP_PORT", "protocol": "udp"})
    rtp_first: int = field(metadata={"setting": "ACD_RTP_PORT", "protocol": "udp"})
    rtp_count: int = field(metadata={"setting": "ACD_RTP_COUNT", "protocol": ""})
    ari: int = field(metadata={"setting": "ACD_ARI_PORT", "protocol": "tcp"})
    ami: int = field(metadata={"setting": "ACD_AMI_PORT", "protocol": "tcp"})
    agi: int = field(metadata={"setting": "ACD_AGI_PORT", "protocol": "tcp"})
    http: int = field(metadata={"setting": "ACD_HTTP_PORT", "protocol": "tcp"})

    @property
    def rtp_last(self) -> int:
        """The last port of the RTP range."""
        return self.rtp_first + self.rtp_count - 1


DEFAULT = Ports(sip=5060, rtp_first=16_000, rtp_count=400, ari=8088, ami=5038, agi=4573, http=8080)
"""The usual numbers."""


def from_environment(environment: Mapping[str, str]) -> Ports:
    """`DEFAULT`, changed by the `ACD_*` variables."""
    chosen: dict[str, int] = {}
    for spec in fields(Ports):
        setting = spec.metadata["setting"]
        text = environment.get(setting, str(getattr(DEFAULT, spec.name)))
        if not (text.isascii() and text.isdigit() and 0 < int(text) < 65_536):
            raise LabError(f"{setting}={text!r} is no port number: give one between 1 and 65535.")
        chosen[spec.name] = int(text)
    return Ports(**chosen)


def check_free(ports: Ports) -> None:
    """Raise `PortInUseError`, with every port that is in use, unless all can be had."""
    in_use: list[str] = []
    for spec in fields(Ports):
        protocol, setting = spec.metadata["protocol"], spec.metadata["setting"]
        number: int = getattr(ports, spec.name)
        wanted: Iterable[int] = range(number, ports.rtp_last + 1) if spec.name == "rtp_first" else [number]
        taken = next((port for port in wanted if protocol and not _is_free(port, protocol)), None)
        if taken is not None:
            holder = holder_of(taken, protocol)
            in_use.append(f"Port {taken}/{protocol} is held by {holder}: end it, or set {setting} to another port.")
    if in_use:
        raise PortInUseError("\n".join(in_use))


def free_ports(rtp_count: int = 100) -> Ports:
    """Ports that are free now, far from those that the system gives to clients; for tests, which run side by side."""
    tcp = [_free_port("tcp") for _ in range(4)]
    return Ports(
        sip=_free_port("udp"),
        rtp_first=_free_range(rtp_count),
        rtp_count=rtp_count,
        ari=tcp[0],
        ami=tcp[1],
        agi=tcp[2],
        http=tcp[3],
    )
