from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from acd.lab.installation import Installation, find_asterisk
from acd.lab.ports import free_ports
from acd.lab.postgres import PostgresServer
from acd.lab.stack import Stack
from tests.lab import bare

MakeStack = Callable[[str], Stack]


@pytest.fixture(scope="session")
def installation() -> Installation:
    return find_asterisk(print)


@pytest.fixture
def make_stack(tmp_path: Path, installation: Installation) -> Iterator[MakeStack]:
    """Makes stacks of their own below `tmp_path`; all are closed at the end."""
    made: list[Stack] = []

    def make(name: str) -> Stack:
        stack = Stack(
            tmp_path / name,
            installation=installation,
            ports=free_ports(),
            company=tmp_path / "company.yaml",
            secret_names=["phone.desk"],
            render=bare.render,
        )
        made.append(stack)
        return stack

    yield make
    for stack in made:
        stack.close()


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[PostgresServer]:
    """A server that is started already."""
    server = PostgresServer(tmp_path / "postgres", password="a right one")
    server.start()
    yield server
    server.stop()
