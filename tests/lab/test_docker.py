"""What `make up` looks at before it starts anything, without Docker."""

import socket

import pytest

from acd.lab.docker import check_ports
from acd.lab.errors import LabError, PortInUseError
from acd.lab.ports import HOST, Ports, free_ports


def _settings(ports: Ports) -> dict[str, str]:
    return {
        "ACD_SIP_PORT": str(ports.sip),
        "ACD_RTP_PORT": str(ports.rtp_first),
        "ACD_RTP_COUNT": str(ports.rtp_count),
        "ACD_ARI_PORT": str(ports.ari),
        "ACD_AMI_PORT": str(ports.ami),
        "ACD_AGI_PORT": str(ports.agi),
        "ACD_HTTP_PORT": str(ports.http),
    }


def test_a_program_that_starts_needs_its_ports_and_one_that_runs_has_them() -> None:
    ports = free_ports()
    with socket.socket(type=socket.SOCK_DGRAM) as sip, socket.create_server((HOST, ports.http)):
        sip.bind((HOST, ports.sip))
        check_ports(_settings(ports))
        with pytest.raises(PortInUseError, match="ACD_SIP_PORT") as asterisk:
            check_ports(_settings(ports), "asterisk")
        with pytest.raises(PortInUseError, match="ACD_HTTP_PORT") as service:
            check_ports(_settings(ports), "acd")
    assert "ACD_HTTP_PORT" not in str(asterisk.value)
    assert "ACD_SIP_PORT" not in str(service.value)
    check_ports(_settings(ports), "asterisk", "acd")


def test_a_port_for_sound_may_be_taken_for_asterisk_passes_over_it() -> None:
    ports = free_ports()
    with socket.socket(type=socket.SOCK_DGRAM) as resolver:
        resolver.bind((HOST, ports.rtp_first + 10))
        check_ports(_settings(ports), "asterisk", "acd")


def test_a_port_is_looked_at_where_it_will_be() -> None:
    ports = free_ports()
    elsewhere = _settings(ports) | {"ACD_SIP_HOST": "127.0.0.2", "ACD_HTTP_HOST": "127.0.0.3"}
    with socket.socket(type=socket.SOCK_DGRAM) as sip, socket.create_server(("127.0.0.3", ports.http)):
        sip.bind(("127.0.0.2", ports.sip))
        check_ports(_settings(ports), "asterisk", "acd")
        with pytest.raises(PortInUseError) as caught:
            check_ports(elsewhere, "asterisk", "acd")
    assert "ACD_SIP_PORT" in str(caught.value)
    assert "ACD_HTTP_PORT" in str(caught.value)


@pytest.mark.parametrize("setting", ["ACD_SIP_HOST", "ACD_HTTP_HOST"])
def test_an_address_of_another_machine_is_refused_by_name(setting: str) -> None:
    with pytest.raises(LabError, match=f"{setting}=192.0.2.200 is no address of this machine"):
        check_ports(_settings(free_ports()) | {setting: "192.0.2.200"})
