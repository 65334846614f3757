"""What passes on loopback from or to some ports, with the kernel's moments. Linux, and only for root."""

import socket
import struct
import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from bench.rig.listening import Frames

_EVERYTHING, _IPV4, _TCP, _UDP = 3, b"\x08\x00", 6, 17
_SO_TIMESTAMPNS, _SO_RCVBUFFORCE, _OUTGOING = 35, 33, 4
_BUFFER_BYTES = 64 * 1024 * 1024
_LARGEST_PACKET = 70_000
_LOOK_AGAIN_S = 0.2
_ETHERNET, _TIMESPEC = 14, struct.Struct("qq")


@dataclass(frozen=True, kw_only=True)
class Packet:
    """What one program sent another."""

    at_ns: int
    source: int
    """The port it came from."""
    target: int
    content: bytes


class Wiretap:
    """Collects packets while the block lasts; `packets` then has them in order."""

    def __init__(self, *ports: int) -> None:
        self._ports = frozenset(ports)
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERYTHING))
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _BUFFER_BYTES)
        self._socket.settimeout(_LOOK_AGAIN_S)
        self._raw: list[tuple[int, bytes]] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._socket.bind(("lo", 0))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._socket.close()

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                packet, ancillary, _, address = self._socket.recvmsg(_LARGEST_PACKET, 128)
            except TimeoutError:
                continue
            if address[2] != _OUTGOING:  # on loopback everything is seen twice
                seconds, nanoseconds = _TIMESPEC.unpack(ancillary[0][2])
                self._raw.append((seconds * 1_000_000_000 + nanoseconds, packet))

    def packets(self) -> Iterator[Packet]:
        """Those with a content, from or to the ports."""
        for at_ns, raw in self._raw:
            packet = _cut(at_ns, raw)
            if packet is not None and packet.content and self._ports & {packet.source, packet.target}:
                yield packet


def _cut(at_ns: int, raw: bytes) -> Packet | None:
    if raw[12:_ETHERNET] != _IPV4:
        return None
    packet = raw[_ETHERNET:]
    head, protocol = (packet[0] & 15) * 4, packet[9]
    whole = int.from_bytes(packet[2:4], "big")
    source, target = struct.unpack("!HH", packet[head : head + 4])
    if protocol == _UDP:
        inner = 8
    elif protocol == _TCP:
        inner = (packet[head + 12] >> 4) * 4
    else:
        return None
    return Packet(at_ns=at_ns, source=source, target=target, content=packet[head + inner : whole])


def websocket_texts(packets: Iterator[Packet], port: int) -> Iterator[tuple[Packet, bytes]]:
    """The texts on a WebSocket that was open before the first packet: each with the packet that ended it."""
    directions: dict[tuple[int, int], Frames] = defaultdict(lambda: Frames(opened=True))
    for packet in packets:
        if port in {packet.source, packet.target}:
            for text in directions[packet.source, packet.target].feed(packet.content):
                yield packet, text
