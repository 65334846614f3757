"""The watchers see what is done to those who are to be called back: with one part broken, some seed breaks
the promise that rests on it.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from acd.asterisk.ari import calls
from acd.core import calling_back, dialling, putting_off, waiting
from acd.core.machine import Step, stay
from acd.core.matching.ahead import Ahead
from acd.core.matching.classes import ClassKey, Turn
from acd.core.traffic import Traffic
from acd.core.view import View
from acd.model.callback import Due, Resting, Scheduled
from acd.model.command import Command, DialOut
from acd.model.contact import Contact, Ending, Nowhere, Queued, Served
from acd.model.fact import (
    CallbackAgreed,
    ContactEnded,
    CustomerDialled,
    CustomerReached,
    Fact,
    OverlayBegan,
    TalkFailed,
)
from acd.model.ids import ContactId, LegId
from acd.model.message import CallbackTimedOut
from acd.model.outcome import Record
from acd.runtime.loop import Loop
from acd.runtime.ports import Entry
from acd.sim.books import wrongs
from acd.sim.tables import Tables
from tests.sim.planted import broken_among

Deadline = Callable[[Contact], tuple[float, CallbackTimedOut] | None]


def test_a_number_that_is_called_again_before_the_last_call_has_ended_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    end = calls.hang_up

    async def leave_customers_alone(door: Any, *, channel_id: str, **rest: Any) -> bool:
        return "-d" not in channel_id and await end(door, channel_id=channel_id, **rest)

    monkeypatch.setattr(calls, "hang_up", leave_customers_alone)
    assert broken_among("has two calls from us at once")


def test_dialling_before_writing_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    dispatch = Loop._dispatch

    def dial_at_once(loop: Loop, command: Command) -> None:
        if isinstance(command, DialOut):
            loop._performer.perform(command)
        else:
            dispatch(loop, command)

    monkeypatch.setattr(Loop, "_dispatch", dial_at_once)
    assert broken_among("is performed before it is written")


def test_who_is_put_back_in_the_line_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    take_again = waiting.take_place_again

    def put_back(
        contact: Contact, state: Served, message: TalkFailed, view: View, at: float
    ) -> Step[Queued | Nowhere]:
        late = msgspec.structs.replace(state, since=at, order_key=at)
        return take_again(contact, late, message, view, at)

    monkeypatch.setitem(waiting.TABLE, (Served, TalkFailed), put_back)
    assert broken_among("has waited since")


def test_who_is_forgotten_at_a_restart_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    live_records = Tables.live_records

    def forget(tables: Tables) -> list[Record]:
        return [one for one in live_records(tables) if not _rests(one)]

    monkeypatch.setattr(Tables, "live_records", forget)
    assert broken_among("never ended", "kill")


def _rests(record: Record) -> bool:
    return isinstance(record, Contact) and isinstance(record.callback, Resting)


@pytest.fixture
def woken_otherwise() -> Iterator[Callable[[Deadline], None]]:
    """Give the machine of callbacks another deadline for a while."""
    machine, deadline = calling_back.MACHINE, calling_back.MACHINE.deadline
    yield lambda other: msgspec.structs.force_setattr(machine, "deadline", other)
    msgspec.structs.force_setattr(machine, "deadline", deadline)


def test_who_is_not_called_after_a_rest_is_seen(woken_otherwise: Callable[[Deadline], None]) -> None:
    deadline = calling_back.MACHINE.deadline
    assert deadline is not None

    def sleep_on(contact: Contact) -> tuple[float, CallbackTimedOut] | None:
        return None if isinstance(contact.callback, Resting) else deadline(contact)

    woken_otherwise(sleep_on)
    assert broken_among("is Resting until a moment that is over", "reorder")


def test_who_is_called_before_the_moment_that_was_agreed_is_seen(
    monkeypatch: pytest.MonkeyPatch, woken_otherwise: Callable[[Deadline], None]
) -> None:
    deadline = calling_back.MACHINE.deadline
    assert deadline is not None

    def wake_early(contact: Contact) -> tuple[float, CallbackTimedOut] | None:
        state = contact.callback
        if isinstance(state, Scheduled):
            return state.order.agreed_at + 1.0, CallbackTimedOut(contact=contact.id)
        return deadline(contact)

    woken_otherwise(wake_early)
    for room in (dialling, putting_off):
        monkeypatch.setattr(room, "opening", lambda order, view, at: at)
    assert broken_among(", and was not to be before ", "reorder")


def test_who_is_called_against_the_do_not_call_list_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(View, "is_refused", lambda view, number: False)
    for state in (Due, Resting):
        monkeypatch.setitem(calling_back.TABLE, (state, OverlayBegan), stay)
    assert broken_among(", which is on the do-not-call list", "reorder")


def test_lines_that_nobody_gives_back_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    see = Traffic.see

    def keep(traffic: Traffic, contact: Contact, *, is_rung: bool) -> None:
        before = dict(traffic._calls)
        see(traffic, contact, is_rung=is_rung)
        traffic._calls = before | traffic._calls

    monkeypatch.setattr(Traffic, "see", keep)
    assert broken_among("waits for a line to be called on, and all are free", "reorder")


def test_who_is_called_before_an_earlier_one_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def last_of_each(ahead: Ahead) -> list[tuple[Turn, ClassKey]]:
        return sorted((turns[-1], key) for key, turns in ahead._due.items())

    monkeypatch.setattr(Ahead, "_first", last_of_each)
    assert broken_among(" is called before ")


CONTACT, LEG = ContactId("c1-1"), LegId("c1-1-d1")
DIALLED = CustomerDialled(contact=CONTACT, leg=LEG, number="+36301234500", attempt=1)
REACHED = CustomerReached(contact=CONTACT, leg=LEG)
AGREED = CallbackAgreed(contact=CONTACT, number="+36301234500")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ((AGREED, DIALLED, DIALLED), "c1-1 was dialled 2 times by dial 1"),
        ((AGREED, REACHED, REACHED), "c1-1 was reached and had not asked for it"),
        (
            (AGREED, ContactEnded(contact=CONTACT, ending=Ending.SERVED)),
            "c1-1 was to be called, was not reached, and is served",
        ),
    ],
)
def test_books_that_do_not_add_up_are_seen(facts: tuple[Fact, ...], sentence: str) -> None:
    told = wrongs([Entry(at=float(at), facts=(fact,)) for at, fact in enumerate(facts)], [], 10.0)
    assert sentence in told
