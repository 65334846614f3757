"""Who has had too much to do lately, over breaks and from one day to the next."""

import msgspec
import pytest

from acd.model.agent import Workload
from acd.model.fact import AgentOverloaded, AgentRelieved
from acd.model.ids import AgentId, ContactId
from acd.model.message import EndWrapUp, GoReady, LogOut, PolicyApplied, TimePassed
from tests.core.centre import Centre
from tests.core.small_company import MONDAY_TEN, company

EVA = AgentId("eva")


def centre_with_limit(overload: float) -> Centre:
    """Eva, and from this share of work on it is too much."""
    centre = Centre(msgspec.structs.replace(company(), overload=overload))
    centre.be_ready(EVA)
    return centre


def pass_time(centre: Centre, seconds: float) -> None:
    """Time passes, and whatever falls due meanwhile happens in time."""
    end_s = centre.now_s + seconds
    while (due := centre.engine.deadline()) is not None and due <= MONDAY_TEN + end_s:
        centre.now_s = due - MONDAY_TEN
        centre.hear(TimePassed())
    centre.now_s = end_s


def talk(centre: Centre, seconds: float) -> ContactId:
    """A call that Eva takes at once, and that is still on after so long."""
    contact = centre.call()
    pass_time(centre, seconds)
    return contact


def load(centre: Centre) -> Workload:
    agent = centre.engine.view.agent(EVA)
    assert agent is not None
    return agent.load


def told(centre: Centre) -> list[type]:
    return [type(fact) for _, fact in centre.facts if isinstance(fact, AgentOverloaded | AgentRelieved)]


def test_yesterdays_work_is_not_that_of_lately() -> None:
    centre = centre_with_limit(0.5)
    centre.hang_up(talk(centre, 3000.0))
    centre.hear(LogOut(agent=EVA))
    pass_time(centre, 20 * 3600.0)
    assert told(centre) == [AgentOverloaded, AgentRelieved]
    centre.be_ready(EVA)
    talk(centre, 600.0)
    assert load(centre).occupancy_at(centre.at) == pytest.approx(0.487, abs=0.001)
    assert not load(centre).overloaded, "ten minutes are not half of half an hour"
    pass_time(centre, 60.0)
    assert load(centre).overloaded


def test_who_logs_out_in_a_talk_begins_to_rest_when_it_ends() -> None:
    centre = centre_with_limit(0.5)
    contact = talk(centre, 1000.0)
    centre.hear(LogOut(agent=EVA))
    pass_time(centre, 2000.0)
    busy = load(centre).occupancy_at(centre.at)
    assert busy == pytest.approx(0.964, abs=0.001)
    centre.hang_up(contact)
    pass_time(centre, 900.0)
    assert load(centre).occupancy_at(centre.at) == pytest.approx(busy * 0.368, abs=0.001)


@pytest.mark.parametrize("ready_for_s", [0.0, 60.0])
def test_a_break_is_neither_work_nor_rest_and_relieves_nobody(ready_for_s: float) -> None:
    centre = centre_with_limit(0.5)
    centre.hang_up(talk(centre, 3000.0))
    pass_time(centre, 10.0 + ready_for_s)
    before = load(centre).occupancy_at(centre.at)
    centre.pause(EVA)
    pass_time(centre, 3600.0)
    centre.hear(GoReady(agent=EVA))
    assert load(centre).occupancy_at(centre.at) == pytest.approx(before)
    assert told(centre) == [AgentOverloaded]
    pass_time(centre, 1000.0)
    assert told(centre) == [AgentOverloaded, AgentRelieved]


def test_who_has_worked_for_ever_goes_on_under_a_limit() -> None:
    centre = Centre(company())
    centre.be_ready(EVA)
    first, _waiting = talk(centre, 20 * 3600.0), centre.call()
    assert load(centre).occupancy_at(centre.at) == 1.0, "to all the digits there are"
    centre.hear(PolicyApplied(policy=company(version=2, overload=0.5)))
    centre.hang_up(first)
    centre.hear(EndWrapUp(agent=EVA))
    pass_time(centre, 0.0)
    assert told(centre) == [AgentOverloaded]


def test_who_was_busy_when_the_service_stopped_for_weeks_has_rested() -> None:
    centre = centre_with_limit(0.5)
    centre.hang_up(talk(centre, 3000.0))
    centre.hear(EndWrapUp(agent=EVA))
    later = centre.restarted()
    later.now_s += 14 * 86400.0
    later.hear(LogOut(agent=EVA))
    pass_time(later, 0.0)
    assert told(later) == [AgentRelieved]


def test_a_break_of_a_second_in_the_wrap_up_relieves_nobody() -> None:
    centre = centre_with_limit(0.5)
    centre.hang_up(talk(centre, 3000.0))
    centre.pause(EVA)
    pass_time(centre, 11.0)
    centre.hear(GoReady(agent=EVA))
    assert load(centre).overloaded
