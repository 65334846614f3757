import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from acd.lab import ports
from acd.lab.errors import LabError, PortInUseError


def test_an_occupied_port_names_its_holder_and_the_setting() -> None:
    wanted = ports.free_ports()
    with socket.create_server((ports.HOST, wanted.ari)), pytest.raises(PortInUseError) as caught:
        ports.check_free(wanted)
    message = str(caught.value)
    name = Path("/proc/self/comm").read_text().strip()
    assert f"Port {wanted.ari}/tcp is held by `{name}` (pid {os.getpid()})" in message
    assert "ACD_ARI_PORT" in message


def test_every_occupied_port_is_named_at_once() -> None:
    wanted = ports.free_ports()
    middle_of_range = wanted.rtp_first + 10
    with socket.socket(type=socket.SOCK_DGRAM) as sip, socket.socket(type=socket.SOCK_DGRAM) as rtp:
        sip.bind(("0.0.0.0", wanted.sip))  # noqa: S104 - a phone program that listens everywhere
        rtp.bind((ports.HOST, middle_of_range))
        with pytest.raises(PortInUseError) as caught:
            ports.check_free(wanted)
    assert f"{wanted.sip}/udp" in str(caught.value)
    assert "ACD_SIP_PORT" in str(caught.value)
    assert f"{middle_of_range}/udp" in str(caught.value)
    assert "ACD_RTP_PORT" in str(caught.value)
    ports.check_free(wanted)


def test_blocks_for_tests_are_free_and_never_given_twice() -> None:
    one, two = ports.free_ports(), ports.free_ports()
    ports.check_free(one)
    ports.check_free(two)
    assert one.rtp_last < two.sip or two.rtp_last < one.sip


def test_a_block_is_given_back_when_nobody_needs_it() -> None:
    given = ports.free_ports()
    sign = given.sip - 1
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind((ports.HOST, sign))
    del given
    with socket.socket() as other:
        other.bind((ports.HOST, sign))


def test_the_environment_changes_single_ports() -> None:
    free = ports.free_ports()
    assert ports.from_environment({}) == ports.DEFAULT
    assert ports.from_environment(free.settings()) == free
    assert ports.from_environment({"ACD_SIP_PORT": "5070"}) == replace(ports.DEFAULT, sip=5070)


@pytest.mark.parametrize("text", ["", "sip", "-1", "0", "65536", "5060.0", "\u0665"])
def test_what_is_no_port_number_is_refused_by_name(text: str) -> None:
    with pytest.raises(LabError, match="ACD_SIP_PORT"):
        ports.from_environment({"ACD_SIP_PORT": text})


def test_a_range_beyond_the_last_port_is_refused() -> None:
    with pytest.raises(LabError, match="65535"):
        ports.from_environment({"ACD_RTP_PORT": "65400"})
