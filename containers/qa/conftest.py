"""For tests in the container `qa`: phones of the call centre beside it, and what a supervisor orders."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.lab.service import is_ready
from acd.runtime.secret_file import Secrets, read_secrets
from acd.web.client import ControlClient


@pytest.fixture(scope="session", autouse=True)
def call_centre() -> None:
    """Without one, every test would wait for its phones in vain."""
    host, port = os.environ["ACD_HTTP_HOST"], os.environ["ACD_HTTP_PORT"]
    if not is_ready(host, int(port)):
        pytest.exit(f"No calls are served (http://{host}:{port}/readyz): `make up` first.", returncode=2)


@pytest.fixture
def sip_server_port() -> int:
    """Where the fixture `phones` registers."""
    return int(os.environ["ACD_SIP_PORT"])


@pytest.fixture
def secrets() -> Secrets:
    """`phone.NAME` and `trunk.NAME` are SIP passwords, `pin.AGENT` logs in."""
    return read_secrets(Path(os.environ["ACD_SECRETS"]))


@pytest.fixture
def control() -> Iterator[ControlClient]:
    """Gives orders as `acd agent` does, and asks as `acd status` does."""
    with ControlClient(Path(os.environ["ACD_CONTROL_SOCKET"])) as client:
        yield client
