"""A service with its doors open, in a thread, and the client's end of its control socket."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.web.client import ControlClient
from tests.support.rehearsal import Rehearsal


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path) as running:
        yield running


@pytest.fixture
def client(rehearsal: Rehearsal) -> Iterator[ControlClient]:
    with ControlClient(rehearsal.control_socket) as asking:
        yield asking
