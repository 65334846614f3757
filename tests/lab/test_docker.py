"""What `make up` looks at before it starts anything, without Docker."""

import socket

import pytest

from acd.lab.docker import check_ports
from acd.lab.errors import LabError, PortInUseError
from acd.lab.ports import HOST, free_ports


def test_a_program_that_starts_needs_its_ports_and_one_that_runs_has_them() -> None:
    ports = free_ports()
    with socket.socket(type=socket.SOCK_DGRAM) as sip, socket.create_server((HOST, ports.http)):
        sip.bind((HOST, ports.sip))
        check_ports(ports.settings())
        with pytest.raises(PortInUseError, match="ACD_SIP_PORT") as asterisk:
            check_ports(ports.settings(), "asterisk")
        with pytest.raises(PortInUseError, match="ACD_HTTP_PORT") as service:
            check_ports(ports.settings(), "acd")
    assert "ACD_HTTP_PORT" not in str(asterisk.value)
    assert "ACD_SIP_PORT" not in str(service.value)
    check_ports(ports.settings(), "asterisk", "acd")


def test_a_port_for_sound_may_be_taken_for_asterisk_passes_over_it() -> None:
    ports = free_ports()
    with socket.socket(type=socket.SOCK_DGRAM) as resolver:
        resolver.bind((HOST, ports.rtp_first + 10))
        check_ports(ports.settings(), "asterisk", "acd")


def test_a_port_is_looked_at_where_it_will_be() -> None:
    ports = free_ports()
    elsewhere = ports.settings() | {"ACD_SIP_HOST": "127.0.0.2", "ACD_HTTP_HOST": "127.0.0.3"}
    with socket.socket(type=socket.SOCK_DGRAM) as sip, socket.create_server(("127.0.0.3", ports.http)):
        sip.bind(("127.0.0.2", ports.sip))
        check_ports(ports.settings(), "asterisk", "acd")
        with pytest.raises(PortInUseError) as caught:
            check_ports(elsewhere, "asterisk", "acd")
    assert "ACD_SIP_PORT" in str(caught.value)
    assert "ACD_HTTP_PORT" in str(caught.value)


@pytest.mark.parametrize("setting", ["ACD_SIP_HOST", "ACD_HTTP_HOST"])
def test_an_address_of_another_machine_is_refused_by_name(setting: str) -> None:
    with pytest.raises(LabError, match=f"{setting}=192.0.2.200 is no address of this machine"):
        check_ports(free_ports().settings() | {setting: "192.0.2.200"})
