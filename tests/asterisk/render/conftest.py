"""One Asterisk for all tests of this folder: none of them changes its configuration."""

from collections.abc import Iterator

import pytest

from acd.testing.phone import Phone
from tests.asterisk.render.switch import Switch, company


@pytest.fixture(scope="package")
def carrier() -> Iterator[Phone]:
    """The carrier's side of the trunk: nothing but its address makes it the carrier."""
    with Phone("+43660123", "unused", 9, name="carrier") as phone:
        yield phone


@pytest.fixture(scope="package")
def booted(carrier: Phone, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Switch]:
    made = Switch(tmp_path_factory.mktemp("pbx"), company(carrier.sip_port))
    made.process.start()
    yield made
    made.process.stop()


@pytest.fixture
def switch(booted: Switch) -> Switch:
    """The Asterisk, without what the test before has left in it."""
    booted.wait_idle()
    return booted


@pytest.fixture
def alice(switch: Switch) -> Iterator[Phone]:
    with switch.phone("alice") as phone:
        phone.register()
        yield phone


@pytest.fixture
def bob(switch: Switch) -> Iterator[Phone]:
    with switch.phone("bob") as phone:
        phone.register()
        yield phone


@pytest.fixture
def carol(switch: Switch) -> Iterator[Phone]:
    with switch.phone("carol") as phone:
        phone.register()
        yield phone


@pytest.fixture
def outside(switch: Switch) -> Iterator[Phone]:
    """Somebody out in the world, behind the trunk that registers."""
    with switch.phone("outside", kind="trunk") as phone:
        phone.register()
        yield phone
