"""The tables themselves: total, typed as they are keyed, and closed over what their machines wait for."""

from itertools import product
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from acd.core.engine import MACHINES, ROUTES
from acd.core.machine import Handler, Impossible, Late, Machine, Row, stay
from acd.model import fact, message
from acd.model.agent import Activity, Presence
from acd.model.contact import Journey, Life, Place, Talk
from acd.model.leg import LegState
from acd.model.offer import OfferState

ROWS = [
    pytest.param(machine, *key, row, id=f"{machine.name}-{key[0].__name__}-{key[1].__name__}")
    for machine in MACHINES
    for key, row in machine.table.items()
]
STATES: dict[str, Any] = {
    "journey": Journey,
    "place": Place,
    "talk": Talk,
    "life": Life,
    "leg": LegState,
    "offer": OfferState,
    "activity": Activity,
    "presence": Presence,
}


def handler_of(row: Row) -> Handler | None:
    match row:
        case Impossible() | Late(handler=None):
            return None
        case Late(handler=handler):
            return handler
        case _:
            return row


def members(annotation: Any) -> tuple[type, ...]:
    return get_args(annotation) if get_origin(annotation) in (UnionType, Union) else (annotation,)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_pair_of_the_alphabet_has_a_row_and_no_other(machine: Machine[Any]) -> None:
    assert set(machine.table) == set(product(machine.states, machine.routes))


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_the_states_are_all_those_of_the_model(machine: Machine[Any]) -> None:
    assert set(machine.states) == set(get_args(STATES[machine.name]))
    assert machine.part in machine.record.__struct_fields__


@pytest.mark.parametrize(("machine", "state", "heard", "row"), ROWS)
def test_a_handler_is_annotated_with_what_its_row_gives_it(
    machine: Machine[Any], state: type, heard: type, row: Row
) -> None:
    handler = handler_of(row)
    if handler is None or handler is stay:
        return
    hints = list(get_type_hints(handler).values())
    record_type, state_type, message_type = hints[:3]
    assert machine.record is record_type
    assert state in members(state_type)
    assert heard in members(message_type)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_a_handler_is_annotated_with_no_more_than_its_rows(machine: Machine[Any]) -> None:
    """An annotation that promises a message no row brings is a row that was forgotten."""
    rows: dict[Handler, set[type]] = {}
    for (_, heard), row in machine.table.items():
        handler = handler_of(row)
        if handler is not None and handler is not stay:
            rows.setdefault(handler, set()).add(heard)
    for handler, given in rows.items():
        message_type = list(get_type_hints(handler).values())[2]
        assert set(members(message_type)) <= given, f"{machine.name}: {handler.__name__}"


def test_whatever_the_engine_hears_concerns_a_machine_or_the_engine_itself() -> None:
    of_the_engine = {
        message.TimePassed,
        message.CallArrived,
        message.AsteriskSeen,
        message.AsteriskLost,
        message.PhoneSeen,
        message.PhonesSeen,
        message.PhonesLost,
        message.PolicyApplied,
    }
    time_outs = set(get_args(message.TimeOut))
    assert set(get_args(message.Heard)) - of_the_engine <= set(ROUTES)
    assert time_outs <= set(ROUTES)
    assert set(ROUTES) <= set(get_args(message.Heard)) | time_outs | set(get_args(fact.Fact)) | {
        message.Resumed
    }


def test_every_time_out_has_exactly_one_machine_that_asks_for_it() -> None:
    for time_out in get_args(message.TimeOut):
        asking = [
            machine.name
            for machine in MACHINES
            if machine.deadline is not None and time_out in _messages_of(machine.deadline)
        ]
        assert len(asking) == 1, f"{time_out.__name__} is asked for by {asking}"
        assert [machine.name for machine in ROUTES[time_out]] == asking


def _messages_of(deadline: Any) -> set[type]:
    moment_and_message = next(
        kind for kind in members(get_type_hints(deadline)["return"]) if kind is not type(None)
    )
    return set(members(get_args(moment_and_message)[1]))
