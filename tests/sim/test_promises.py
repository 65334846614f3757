"""The watchers see: with one part of the service broken, some seed breaks the promise that rests on it."""

import pytest

from acd.core import legs, waiting_room
from acd.core.machine import Table, late, stay
from acd.model.command import Command
from acd.model.contact import Music
from acd.model.leg import Ending
from acd.model.message import EndTimedOut, FromAsterisk, Resumed
from acd.runtime.lease import Lease
from acd.runtime.loop import Loop
from tests.sim.planted import first_broken


def without(table: Table, pair: tuple[type, type], row: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(table, pair, row)


def test_performing_before_writing_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def perform_at_once(loop: Loop, command: Command) -> None:
        loop._performer.perform(command)

    monkeypatch.setattr(Loop, "_dispatch", perform_at_once)
    assert "is performed before it is written" in first_broken()


def test_commanding_without_a_lease_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lease, "allows", lambda lease, command: True)
    assert "had connected" in first_broken("strike_at_commit")


def test_strays_left_alone_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acd.core.reconcile.strays", lambda seen, view: ())
    assert first_broken()


def test_music_that_is_not_played_again_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    without(waiting_room.TABLE, (Music, Resumed), stay, monkeypatch)
    assert "is in silence" in first_broken()


def test_a_leg_that_is_not_ended_again_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    without(legs.TABLE, (Ending, EndTimedOut), late, monkeypatch)
    assert first_broken()


def test_a_look_that_is_believed_over_what_was_heard_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def hear_nothing(meanwhile: object, message: FromAsterisk) -> None:
        """As if nothing were told during a look."""

    monkeypatch.setattr("acd.asterisk.ari.link._Meanwhile.note", hear_nothing)
    assert first_broken("stall_socket", "break_session", "freeze")


def test_bridges_of_talks_that_are_over_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acd.asterisk.ari.calls.destroy_bridge", _leave_alone)
    assert "belongs to no talk" in first_broken()


async def _leave_alone(door: object, *, bridge_id: str) -> bool:
    return True
