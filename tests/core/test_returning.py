"""A person who was given up, because nobody was there, comes back while the caller still waits."""

import msgspec
import pytest

from acd.model.contact import Because, MeantFor, Queued
from acd.model.fact import OfferOpened, PersonBack, PersonGivenUp
from acd.model.ids import AgentId, ContactId
from acd.model.message import EnterOverlay, TimePassed, WithdrawOverlay
from acd.model.overlay import Absence
from acd.model.policy import Customer, Policy
from acd.model.queue import Ring
from tests.core.centre import Centre
from tests.core.small_company import MONDAY_TEN, SALES
from tests.core.story_companies import one_person

BOB = AgentId("bob")


def owned(**changes: object) -> Policy:
    """Everybody's account is Bob's, who serves no queue: he gets what is meant for him and nothing else."""
    base = one_person()
    bob = msgspec.structs.replace(base.agents[BOB], queues=frozenset())
    owner = Customer(name="Mr Nobody", owner=BOB)
    policy = msgspec.structs.replace(base, customers={"": owner}, agents=base.agents | {BOB: bob})
    return msgspec.structs.replace(policy, **changes)


def place(centre: Centre, contact: ContactId) -> Queued:
    found = centre.contact(contact).place
    assert isinstance(found, Queued)
    return found


def returns(centre: Centre) -> list[tuple[float, ContactId]]:
    return [(at - MONDAY_TEN, fact.contact) for at, fact in centre.facts if isinstance(fact, PersonBack)]


def offered_to(centre: Centre) -> list[AgentId]:
    return [fact.agent for _, fact in centre.facts if isinstance(fact, OfferOpened)]


@pytest.mark.parametrize("restarts", [False, True])
def test_whoever_still_waits_gets_the_person_who_comes(restarts: bool) -> None:
    centre = Centre(owned())
    waiting = centre.call()
    before = place(centre, waiting)
    assert before.meant_for is None
    centre.now_s = 300.0
    if restarts:
        centre = centre.restarted()
    centre.be_ready(BOB)
    assert returns(centre) == [(300.0, waiting)]
    assert offered_to(centre) == [BOB]


def test_the_caller_keeps_the_place_and_the_rings_that_have_opened() -> None:
    base = owned()
    rings = (Ring(opens_s=0.0), Ring(opens_s=5.0))
    sales = msgspec.structs.replace(base.queues[SALES], rings=rings)
    centre = Centre(msgspec.structs.replace(base, queues=base.queues | {SALES: sales}))
    waiting = centre.call()
    centre.now_s = 5.0
    centre.hear(TimePassed())
    before = place(centre, waiting)
    assert before.ring == 1
    centre.now_s = 100.0
    centre.be_ready(BOB)
    (offer,) = (fact for _, fact in centre.facts if isinstance(fact, OfferOpened))
    assert (offer.why.ring, offer.why.order_key) == (1, before.order_key)
    assert offer.why.meant_for == MeantFor(
        agent=BOB, because=Because.OWNER, until=MONDAY_TEN + 110.0, since=MONDAY_TEN + 100.0, is_back=True
    )


def test_whoever_let_the_time_pass_is_not_waited_for_again() -> None:
    centre = Centre(owned())
    centre.be_ready(BOB)
    centre.pause(BOB)
    waiting = centre.call()
    for _ in range(2):
        centre.now_s += 10.0
        centre.hear(TimePassed())
    given_up = [fact.skipped for _, fact in centre.facts if isinstance(fact, PersonGivenUp)]
    assert given_up == [False, False]
    centre.be_ready(BOB)
    assert not returns(centre)
    assert place(centre, waiting).meant_for is None


def test_a_long_wait_for_anybody_is_none_for_the_person_who_has_just_come() -> None:
    """Else whoever calls next would not be Bob's alone, for a line that he has had for a moment."""
    centre = Centre(owned(overload_wait_s=30.0))
    centre.be_ready(BOB)
    absence = EnterOverlay(edit=Absence(agent=BOB), author="boss", reason="ill")
    centre.hear(absence)
    first = centre.call()
    centre.now_s = 200.0
    (overlay,) = centre.engine.view.absences(BOB)
    centre.hear(WithdrawOverlay(overlay=overlay.id, author="boss"))
    assert returns(centre) == [(200.0, first)]
    centre.now_s = 205.0
    meant = place(centre, centre.call()).meant_for
    assert meant is not None
    assert (meant.line, meant.substitutes) == (None, False)
