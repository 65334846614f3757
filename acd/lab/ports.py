"""The ports of one instance, all on loopback: free ones for a test, fixed ones for `make run`.

A wanted port that somebody else has is an error that names the holder, and the variable that sets another.
"""

import gc
import os
import socket
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path

from acd.lab.errors import PortInUseError, SettingWrong

HOST = "127.0.0.1"
"""Everything in the lab is bound here and nowhere else."""

_TCP_LISTEN = "0A"
_BLOCKS = range(10_000, 32_000, 128)


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

    def settings(self) -> dict[str, str]:
        """The variables from which `from_environment` makes these ports."""
        return {spec.metadata["setting"]: str(getattr(self, spec.name)) for spec in fields(self)}


DEFAULT = Ports(sip=5060, rtp_first=16_000, rtp_count=400, ari=8088, ami=5038, agi=4573, http=8880)
"""The usual numbers."""


def from_environment(environment: Mapping[str, str]) -> Ports:
    """`DEFAULT`, changed by the `ACD_*` variables."""
    chosen: dict[str, int] = {}
    for spec in fields(Ports):
        setting = spec.metadata["setting"]
        text = environment.get(setting, str(getattr(DEFAULT, spec.name)))
        if not (text.isascii() and text.isdigit() and 0 < int(text) < 65_536):
            raise SettingWrong(f"{setting}={text!r} is no port number: give one between 1 and 65535.")
        chosen[spec.name] = int(text)
    ports = Ports(**chosen)
    if ports.rtp_last >= 65_536:
        raise SettingWrong("ACD_RTP_PORT + ACD_RTP_COUNT goes beyond 65535: choose smaller numbers.")
    return ports


def check_free(
    ports: Ports, *, except_for: Collection[str] = (), hosts: Mapping[str, str] | None = None
) -> None:
    """Raise `PortInUseError`, with every port that is in use, unless all can be had. `except_for` names those
    that are held by a program of ours, `hosts` the addresses of those that are not on `HOST`.
    """
    hosts = hosts or {}
    in_use: list[str] = []
    for spec in fields(Ports):
        if spec.name in except_for:
            continue
        protocol, setting = spec.metadata["protocol"], spec.metadata["setting"]
        number: int = getattr(ports, spec.name)
        host = hosts.get(spec.name, HOST)
        wanted: Iterable[int] = range(number, ports.rtp_last + 1) if spec.name == "rtp_first" else [number]
        taken = next((port for port in wanted if protocol and not _is_free(host, port, protocol)), None)
        if taken is not None:
            holder = holder_of(taken, protocol)
            in_use.append(
                f"Port {taken}/{protocol} is held by {holder}: end it, or set {setting} to another port."
            )
    if in_use:
        raise PortInUseError("\n".join(in_use))


def free_ports() -> Ports:
    """Free ports for a test; they are ours while the returned object lives, whoever else runs tests here.

    They are below the range that the system gives to clients. The first port of the block is bound all the
    time: that is the sign to other runs that the block is taken, also while our programs restart.
    """
    try:
        return _free_block()
    except PortInUseError:
        gc.collect()  # blocks whose owners are garbage, but not yet collected
        return _free_block()


def _free_block() -> Ports:
    first_choice = os.getpid() % len(_BLOCKS)  # runs that begin together seldom ask for the same
    for first in (*_BLOCKS[first_choice:], *_BLOCKS[:first_choice]):
        with socket.socket() as sign:
            try:
                sign.bind((HOST, first))
                ports = _block(first)
                check_free(ports)
            except (OSError, PortInUseError):
                continue
            weakref.finalize(ports, os.close, sign.detach())
        return ports
    raise PortInUseError("Every block of ports for tests is in use: end other test runs.")


def _block(first: int) -> Ports:
    return Ports(
        sip=first + 1,
        ari=first + 2,
        ami=first + 3,
        agi=first + 4,
        http=first + 5,
        rtp_first=first + 8,
        rtp_count=_BLOCKS.step - 8,
    )


def _is_free(host: str, port: int, protocol: str) -> bool:
    try:
        bound_to(host, port, socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM).close()
    except OSError:
        return False
    return True


def bound_to(host: str, port: int, kind: socket.SocketKind) -> socket.socket:
    """A socket bound there; 0 is any port. Raises `OSError` if that cannot be."""
    family, *_, address = socket.getaddrinfo(host, port, type=kind)[0]
    bound = socket.socket(family, kind)
    try:
        if kind is socket.SOCK_STREAM:  # connections of an earlier run that linger are no obstacle
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


def holder_of(port: int, protocol: str) -> str:
    """Who has a port of this machine: program and process id, as far as we may see it."""
    inodes = _inodes(port, protocol)
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile, or is somebody else's
            if not inodes.isdisjoint(_open_files(process)):
                name = (process / "comm").read_text(encoding="utf-8", errors="replace").strip()
                return f"`{name}` (pid {process.name})"
    return f"a program that we may not look at (`sudo ss -lnp | grep :{port}` shows it)"


def _open_files(process: Path) -> Iterator[str]:
    for descriptor in (process / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            yield os.readlink(descriptor)


def _inodes(port: int, protocol: str) -> set[str]:
    """The sockets bound to a port, as `/proc/PID/fd` shows them."""
    found: set[str] = set()
    for table in (Path(f"/proc/net/{protocol}"), Path(f"/proc/net/{protocol}6")):
        if not table.exists():
            continue
        for line in table.read_text(encoding="ascii").splitlines()[1:]:
            columns = line.split()
            local, state, inode = columns[1], columns[3], columns[9]
            if int(local.rpartition(":")[2], 16) == port and (protocol == "udp" or state == _TCP_LISTEN):
                found.add(f"socket:[{inode}]")
    return found
