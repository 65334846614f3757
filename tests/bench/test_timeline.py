"""The timeline of a gap: from what passed on the wire, each step once, and nothing of another desk."""

import json
import struct

import pytest

from bench.rig.wiretap import Packet
from bench.timeline import ASKED, DIALLED, ENDED, FREE, RINGS, THERE, follow

MS = 1_000_000
PHONE, SIP, CLIENT, ARI, AMI = 40_000, 5060, 40_001, 8088, 5038


def request(method: str, user: str, sender: str) -> bytes:
    return (
        f"{method} sip:{user}@127.0.0.1 SIP/2.0\r\nFrom: <sip:{sender}@127.0.0.1>;tag=1\r\n"
        f"To: <sip:{user}@127.0.0.1>\r\nCall-ID: 1\r\nCSeq: 1 {method}\r\n\r\n"
    ).encode()


def frame(**said: object) -> bytes:
    text = json.dumps(said).encode()
    return struct.pack("!BBH", 0x81, 126, len(text)) + text


def event(kind: str, channel: str) -> bytes:
    return frame(type=kind, channel={"name": channel})


def packet(at_ms: float, source: int, target: int, content: bytes) -> Packet:
    return Packet(at_ns=int(at_ms * MS), source=source, target=target, content=content)


def test_each_step_of_a_gap_is_told_from_the_bye() -> None:
    create = frame(
        type="RESTRequest",
        method="POST",
        uri="channels/create",
        query_strings=[
            {"name": "endpoint", "value": "PJSIP/desk7"},
            {"name": "channelId", "value": "o1-9-leg"},
        ],
    )
    free = b"Event: DeviceStateChange\r\nDevice: PJSIP/desk7\r\nState: NOT_INUSE\r\n\r\n"
    gaps = follow(
        [
            packet(100, PHONE, SIP, request("BYE", "asterisk", "desk7")),
            packet(101, ARI, CLIENT, event("StasisEnd", "PJSIP/desk8-00000001")),
            packet(102, ARI, CLIENT, event("StasisEnd", "PJSIP/desk7-00000001")),
            packet(102.5, ARI, CLIENT, event("ChannelDestroyed", "PJSIP/desk7-00000001")),
            packet(103, AMI, CLIENT, free),
            packet(104, CLIENT, ARI, create),
            packet(105, ARI, CLIENT, event("StasisStart", "PJSIP/desk7-00000002")),
            packet(106, CLIENT, ARI, frame(type="RESTRequest", uri="channels/o1-9-leg/dial")),
            packet(107, SIP, PHONE, request("INVITE", "desk7", "43155")),
            packet(109, SIP, PHONE, request("INVITE", "desk8", "43155")),
        ],
        sip_port=SIP,
        ari_port=ARI,
        ami_port=AMI,
    )
    assert dict(gaps.found) == {
        ENDED: [2.0],
        FREE: [pytest.approx(3.0)],
        ASKED: [4.0],
        THERE: [5.0],
        DIALLED: [6.0],
        RINGS: [7.0],
    }
