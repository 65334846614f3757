"""A rehearsed service, and the pictures that the demo would make of it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from rich.console import Console

from acd.demo.board import Board
from acd.demo.ledger import Ledger
from acd.demo.picture import Picture, Signs
from acd.telling.names import Names
from acd.web.client import ControlClient
from tests.support.rehearsal import Rehearsal

SIGNS = Signs(
    company="Rehearsal",
    names=Names(
        agents={"201": "Anna", "202": "Ben", "203": "Cleo"}, queues={"sales": "Sales", "repairs": "Repairs"}
    ),
    numbers={"5551000": "Front", "5552000": "Direct line"},
    prompts={"welcome": "Welcome.", "menu": "For sales, press 1."},
    service_levels_s={"sales": 20.0, "repairs": 20.0},
    invitation=("Call in: 127.0.0.1:5060", "Answer as Anna"),
)


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path) as running:
        yield running


Look = Callable[[], Picture]


@pytest.fixture
def look(rehearsal: Rehearsal) -> Look:
    """Takes a picture of the rehearsal, from all that has happened so far."""

    def picture() -> Picture:
        ledger = Ledger()
        asked_at = rehearsal.service.now()
        decided = ledger.read(rehearsal.service.journal.entries, SIGNS.names)
        with ControlClient(rehearsal.control_socket) as client:
            status = client.status()
            waiting = [contact for contact in status.contacts if contact.where == "waiting"]
            not_yet = client.explain(waiting[0].id).not_yet if waiting else None
        return Picture(
            at=rehearsal.service.now(),
            signs=SIGNS,
            status=status,
            asked_at=asked_at,
            trouble=" ".join(status.readiness.troubles),
            calls=dict(ledger.calls),
            not_yet=not_yet,
            decisions=tuple(reversed(decided)),
            sums=ledger.sums(),
        )

    return picture


def lines(picture: Picture, width: int = 80, height: int = 24) -> Sequence[str]:
    """The table as text, line by line."""
    console = Console(width=width, height=height)
    return [line.plain for line in Board(picture).lines(console, width, height)]
