"""The tables themselves: total, typed as they are keyed, and closed over what their machines wait for."""

import random
from itertools import product
from typing import Any, get_args, get_type_hints

import pytest

from acd.core.machine import Handler, Machine, Row, Step, stay
from acd.core.machines import MACHINES, ROUTES
from acd.model import fact, message
from acd.model.again import Again
from acd.model.agent import Activity, Load, Presence
from acd.model.callback import Callback
from acd.model.contact import Journey, Life, Place, Talk, WaitingRoom
from acd.model.leg import LegState
from acd.model.offer import OfferState
from acd.model.overlay import OverlayState
from acd.model.voice_message import VoiceMessage
from acd.model.voice_note import VoiceNote
from scripts.draw_machines import FOLDER, handler_of, kinds, pages, targets
from tests.core.small_world import WAITING, World
from tests.core.test_stories import STORIES, told

ROWS = [
    pytest.param(machine, *key, row, id=f"{machine.name}-{key[0].__name__}-{key[1].__name__}")
    for machine in MACHINES
    for key, row in machine.table.items()
]
STATES: dict[str, Any] = {
    "journey": Journey,
    "place": Place,
    "tongue": str,
    "callback": Callback,
    "waiting-room": WaitingRoom,
    "again": Again,
    "talk": Talk,
    "life": Life,
    "leg": LegState,
    "offer": OfferState,
    "activity": Activity,
    "presence": Presence,
    "workload": Load,
    "overlay": OverlayState,
    "message": VoiceMessage,
    "note": VoiceNote,
}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_pair_of_the_alphabet_has_a_row_and_no_other(machine: Machine[Any]) -> None:
    assert set(machine.table) == set(product(machine.states, machine.routes))


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_the_states_are_all_those_of_the_model(machine: Machine[Any]) -> None:
    assert set(machine.states) == set(kinds(STATES[machine.name]))
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
    assert state in kinds(state_type)
    assert heard in kinds(message_type)


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
        assert set(kinds(message_type)) <= given, f"{machine.name}: {handler.__name__}"


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
        message.EnterOverlay,
        message.ScheduleCallback,
        message.MoveOverlayEnd,
        message.RecordingOutlived,
    }
    of_the_engines_own = {
        message.Resumed,
        message.PassingUnseen,
        message.PhoneCameBack,
        message.StageFoundEmpty,
        message.AgentExpected,
    }
    time_outs = set(get_args(message.TimeOut))
    assert set(get_args(message.Heard)) - of_the_engine <= set(ROUTES)
    assert time_outs <= set(ROUTES)
    assert (
        set(ROUTES)
        <= set(get_args(message.Heard)) | time_outs | set(get_args(fact.Fact)) | of_the_engines_own
    )


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
        kind for kind in kinds(get_type_hints(deadline)["return"]) if kind is not type(None)
    )
    return set(kinds(get_args(moment_and_message)[1]))


# --- the diagrams ------------------------------------------------------------------------------------------

Seen = dict[tuple[str, type, type], set[type]]


@pytest.fixture(scope="module")
def seen() -> Seen:
    """Where the rows really led in all stories and in some random days."""
    found: Seen = {}
    with pytest.MonkeyPatch.context() as patch:
        for machine in MACHINES:
            for key, row in machine.table.items():
                patch.setitem(
                    machine.table, key, _watched(row, found.setdefault((machine.name, *key), set()))
                )
        for path in STORIES:
            told(path.read_text(encoding="utf-8"))
        for seed in range(80):
            dice = random.Random(seed)  # noqa: S311
            policy = ("fine", "small", "fine", "ordered", None)[seed % 5]
            world = World(policy) if policy is not None else World(cast=WAITING)
            for _ in range(600):
                world.step(dice.randrange(256), dice.randrange(256))
    return found


def _watched(row: Row, led: set[type]) -> Row:
    handler = handler_of(row)
    if handler is None:
        return row

    def watching(record: Any, state: Any, message: Any, view: Any, at: float) -> Step[Any]:
        step = handler(record, state, message, view, at)
        led.add(type(step.state))
        return step

    return watching


@pytest.mark.parametrize(("machine", "state", "heard", "row"), ROWS)
def test_a_row_leads_where_its_handler_says_and_really_gets_there(
    machine: Machine[Any], state: type, heard: type, row: Row, seen: Seen
) -> None:
    if handler_of(row) is None:
        return
    assert seen[machine.name, state, heard] == set(targets(state, row))


def test_the_diagrams_are_drawn_from_the_tables_of_today() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert committed == pages(), "run: python -m scripts.draw_machines"
