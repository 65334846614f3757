"""Who takes what is meant for somebody who is away or has too much to do."""

import msgspec

from acd.core.changeover import new_agent
from acd.core.floor import Floor
from acd.core.substitution import hand_over, takers
from acd.model.agent import AtRest
from acd.model.contact import Because, MeantFor
from acd.model.ids import AgentId, OverlayId
from acd.model.overlay import Absence, InForce, Overlay
from acd.model.why import Instead
from tests.core.small_company import MONDAY_TEN, company

EVA, BOB, JOE = (AgentId(name) for name in ("eva", "bob", "joe"))
FOR_BOB = MeantFor(agent=BOB, because=Because.OWNER, until=MONDAY_TEN)


def floor(*, absent: tuple[AgentId, ...] = (), overloaded: tuple[AgentId, ...] = ()) -> Floor:
    """Bob's substitute is Joe, whose substitute is Eva, whose substitute is Bob."""
    people = company().agents
    chain = {BOB: (JOE,), JOE: (EVA,), EVA: (BOB,)}
    found = Floor(
        company(
            agents={name: msgspec.structs.replace(people[name], substitutes=chain[name]) for name in people}
        ),
        1,
    )
    for name in people:
        load = AtRest(since=MONDAY_TEN, overloaded=name in overloaded)
        found.put(msgspec.structs.replace(new_agent(name, MONDAY_TEN), load=load))
    for name in absent:
        absence = Overlay(
            id=OverlayId(f"v{name}"),
            edit=Absence(agent=name),
            author="boss",
            reason="ill",
            begins_at=MONDAY_TEN,
            state=InForce(since=MONDAY_TEN),
        )
        found.put(absence)
    return found


def test_a_substitute_who_has_too_much_to_do_is_replaced_like_one_who_is_absent() -> None:
    assert takers(BOB, floor()) == [BOB]
    assert takers(BOB, floor(absent=(BOB,))) == [JOE]
    assert takers(BOB, floor(absent=(BOB, JOE))) == [EVA]
    there = floor(absent=(BOB,), overloaded=(JOE,))
    assert takers(BOB, there) == [EVA]
    assert [(each.agent, each.because) for each in hand_over(FOR_BOB, EVA, there)] == [
        (BOB, Instead.ABSENT),
        (JOE, Instead.OVERLOADED),
    ]


def test_a_circle_of_substitutes_ends_where_it_began() -> None:
    assert takers(BOB, floor(absent=(BOB,), overloaded=(JOE, EVA))) == []
