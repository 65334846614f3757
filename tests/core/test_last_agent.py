"""With whom a customer talked last."""

from collections.abc import Callable

import msgspec
import pytest

from acd.core.floor import Floor
from acd.model.about import About
from acd.model.contact import Contact, LastTalk, Over, Talk, Talking, Travelled
from acd.model.fact import PlaceTaken
from acd.model.ids import AgentId, BridgeId, ContactId, LegId, OfferId
from acd.model.policy import Customer, Policy
from tests.core.centre import Centre
from tests.core.small_company import company
from tests.core.story_companies import line_out

EVA, BOB, NIGHT = AgentId("eva"), AgentId("bob"), AgentId("night")


def contact(name: str, talk: Talk, caller: str | None = "+361") -> Contact:
    return Contact(
        id=ContactId(name),
        leg=LegId(f"{name}-caller"),
        did="200",
        caller=caller,
        language="en",
        arrived_at=0.0,
        policy_version=1,
        journey=Travelled(turn=0),
        talk=talk,
    )


def talking(agent: AgentId, since: float) -> Talking:
    return Talking(
        agent=agent, offer=OfferId("o"), agent_leg=LegId("o-leg"), bridge=BridgeId("o-bridge"), since=since
    )


def test_of_two_talks_at_once_the_later_one_was_the_last() -> None:
    """Somebody calls twice from one number; the talk that began first ends last."""
    floor = Floor(company(), 1)
    first, second = contact("c1-1", talking(EVA, 10.0)), contact("c1-2", talking(BOB, 20.0))
    for record in (first, second):
        floor.put(record)
    floor.put(msgspec.structs.replace(second, talk=Over(agent=BOB, since=20.0, ended_at=30.0)))
    floor.put(msgspec.structs.replace(first, talk=Over(agent=EVA, since=10.0, ended_at=40.0)))
    assert floor.last_agent("+361", 0.0) == BOB
    assert floor.last_agent("+361", 20.5) is None
    assert floor.last_agent("+362", 0.0) is None


def test_who_hides_the_number_is_nobody_in_particular() -> None:
    floor = Floor(company(), 1)
    floor.put(contact("c1-1", talking(EVA, 10.0), caller=None))
    assert floor.last_agent(None, 0.0) is None


def test_what_the_books_remember_gives_way_to_what_is() -> None:
    remembered = (
        LastTalk(caller="+361", agent=EVA, since=5.0),
        LastTalk(caller="+361", agent=BOB, since=7.0),
        LastTalk(caller="+362", agent=EVA, since=8.0),
    )
    floor = Floor.of(company(), 2, talks=remembered, records=(contact("c1-9", talking(EVA, 9.0)),))
    assert floor.last_agent("+361", 0.0) == EVA
    assert floor.last_agent("+362", 0.0) == EVA
    floor = Floor.of(company(), 2, talks=remembered)
    assert floor.last_agent("+361", 6.0) == BOB


def test_a_talk_on_a_line_to_the_outside_does_not_hide_the_person_before() -> None:
    talks = (
        LastTalk(caller="+361", agent=EVA, since=5.0),
        LastTalk(caller="+361", agent=NIGHT, since=7.0),
        LastTalk(caller="+362", agent=NIGHT, since=8.0),
    )
    floor = Floor.of(line_out(), 2, talks=talks, records=(contact("c1-9", talking(NIGHT, 9.0)),))
    assert floor.last_agent("+361", 0.0) == EVA
    assert floor.last_agent("+362", 0.0) is None


def _owned(policy: Policy) -> Policy:
    return msgspec.structs.replace(policy, customers={"": Customer(name="Mr Nobody", owner=NIGHT)})


def _wanted(policy: Policy) -> Policy:
    did = msgspec.structs.replace(policy.dids["200"], about=About(wanted=NIGHT))
    return msgspec.structs.replace(policy, dids=policy.dids | {"200": did})


@pytest.mark.parametrize("named_by", [_owned, _wanted])
def test_nobody_waits_for_a_line_to_the_outside(named_by: Callable[[Policy], Policy]) -> None:
    centre = Centre(named_by(line_out()))
    centre.be_ready(EVA)
    centre.call()
    taken = next(fact for _, fact in centre.facts if isinstance(fact, PlaceTaken))
    assert taken.meant_for is None
