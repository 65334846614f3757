"""Who plays in a demo, and who is left to whoever watches."""

import msgspec
import pytest

from acd.company.schema import Company
from acd.demo.cast import NoStage, cast
from acd.demo.ways import can_serve, ways
from tests.demo.example import MIDNIGHT, NOON, example, policy

COMPANY = example()
POLICY = policy(COMPANY)


def test_the_first_agent_and_the_first_desk_are_left_free() -> None:
    chosen = cast(COMPANY, POLICY, ways(POLICY, NOON), agents=7)
    assert (chosen.free_agent, chosen.free_phone) == ("201", "desk01")
    assert "201" not in {seat.agent for seat in chosen.seats}
    assert "desk01" not in {seat.phone for seat in chosen.seats}
    assert len({seat.agent for seat in chosen.seats}) == len({seat.phone for seat in chosen.seats}) == 7


def test_seven_people_are_enough_for_every_queue_by_day_and_by_night() -> None:
    for at in (NOON, MIDNIGHT):
        now = ways(POLICY, at)
        seats = cast(COMPANY, POLICY, now, agents=7).seats
        people = [agent for agent in POLICY.agents.values() if agent.id in {seat.agent for seat in seats}]
        served = {way.queue for way in now if any(can_serve(agent, way) for agent in people)}
        assert served == {way.queue for way in now if way.queue}


def test_there_are_no_more_people_than_desks() -> None:
    two = dict(list(COMPANY.phones.items())[:2])
    small = msgspec.structs.replace(COMPANY, phones=two)
    assert [seat.phone for seat in cast(small, POLICY, ways(POLICY, NOON), agents=7).seats] == ["desk02"]


def test_a_company_with_one_desk_plays_on_it_and_leaves_none_free() -> None:
    one = dict(list(COMPANY.phones.items())[:1])
    chosen = cast(msgspec.structs.replace(COMPANY, phones=one), POLICY, ways(POLICY, NOON), agents=7)
    assert [seat.phone for seat in chosen.seats] == ["desk01"]
    assert (chosen.free_agent, chosen.free_phone) == (None, None)


def real_trunks_only() -> Company:
    return msgspec.structs.replace(COMPANY, trunks={"carrier": COMPANY.trunks["carrier"]})


@pytest.mark.parametrize(
    ("company", "words"),
    [
        (real_trunks_only(), "without a host"),
        (msgspec.structs.replace(COMPANY, agents={}), "give the company agents"),
        (msgspec.structs.replace(COMPANY, phones={}), "agents and phones"),
    ],
)
def test_a_company_in_which_nobody_could_phone_says_what_it_lacks(company: Company, words: str) -> None:
    with pytest.raises(NoStage, match=words):
        cast(company, POLICY, ways(POLICY, NOON), agents=7)
