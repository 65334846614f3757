"""What the service hears over AMI: the states of phones, and nothing else."""

import socket
from collections.abc import Iterator

import pytest

from acd.testing.phone import Phone
from tests.asterisk.render.switch import Switch

WANTED = {"FullyBooted", "DeviceStateChange", "ContactStatus", "DeviceStateListComplete"}


class Ami:
    """A raw AMI session."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        self._lines = self._socket.makefile("r", newline="\r\n")
        self._lines.readline()
        self.heard: list[dict[str, str]] = []

    def send(self, action: str, **headers: str) -> None:
        lines = [f"Action: {action}", *(f"{name}: {value}" for name, value in headers.items())]
        self._socket.sendall("".join(f"{line}\r\n" for line in [*lines, ""]).encode())

    def until(self, **wanted: str) -> dict[str, str]:
        """Read up to the first message with these headers."""
        while True:
            message: dict[str, str] = {}
            while line := self._lines.readline().strip():
                name, _, value = line.partition(":")
                message[name] = value.strip()
            self.heard.append(message)
            if all(message.get(name) == value for name, value in wanted.items()):
                return message

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


@pytest.fixture
def ami(switch: Switch) -> Iterator[Ami]:
    session = Ami(switch.ports.ami)
    session.send("Login", Username="acd", Secret=switch.secrets["ami"])
    session.until(Response="Success")
    yield session
    session.close()


def test_a_wrong_secret_is_refused(switch: Switch) -> None:
    session = Ami(switch.ports.ami)
    session.send("Login", Username="acd", Secret="wrong")
    assert session.until(Response="Error")["Message"] == "Authentication failed"
    session.close()


def test_the_states_of_all_phones_can_be_listed(switch: Switch, ami: Ami, alice: Phone) -> None:
    ami.until(Event="DeviceStateChange", Device="PJSIP/alice", State="NOT_INUSE")
    ami.heard.clear()
    ami.send("DeviceStateList")
    ami.until(Event="DeviceStateListComplete")
    states = {message["Device"]: message["State"] for message in ami.heard if "Device" in message}
    assert states["PJSIP/alice"] == "NOT_INUSE"


def test_of_a_whole_call_only_the_states_of_phones_are_heard(switch: Switch, ami: Ami, bob: Phone) -> None:
    with switch.phone("alice") as alice:
        alice.register()
        ami.until(Event="ContactStatus", EndpointName="alice", ContactStatus="Reachable")
        call = alice.call("102")
        ringing = bob.wait_for_ring()
        ami.until(Event="DeviceStateChange", Device="PJSIP/bob", State="RINGING")
        ringing.answer()
        ami.until(Event="DeviceStateChange", Device="PJSIP/bob", State="INUSE")
        call.hang_up()
        ami.until(Event="DeviceStateChange", Device="PJSIP/bob", State="NOT_INUSE")
    ami.until(Event="DeviceStateChange", Device="PJSIP/alice", State="UNAVAILABLE")
    assert {message["Event"] for message in ami.heard if "Event" in message} <= WANTED


def test_a_second_call_to_a_talking_phone_shows(ami: Ami, alice: Phone, bob: Phone, carol: Phone) -> None:
    # That is why device_state_busy_at stays unset: a talking phone must not look like a refusing one.
    talk = alice.call("102")
    bob.wait_for_ring().answer()
    carol.call("102")
    bob.wait_for_ring()
    ami.until(Event="DeviceStateChange", Device="PJSIP/bob", State="RINGINUSE")
    talk.hang_up()


@pytest.mark.parametrize("action", ["Originate", "Command", "Redirect", "Setvar", "UpdateConfig", "Reload"])
def test_nothing_can_be_done_over_it(ami: Ami, action: str) -> None:
    ami.send(action, ActionID="1")
    assert ami.until(ActionID="1")["Message"] == "Permission denied"
