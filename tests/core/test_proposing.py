"""When somebody who waits is offered a callback because of the expected wait, and what stops that."""

import msgspec
import pytest

from acd.core.proposing import LOOK_AGAIN_S
from acd.model.callback import CallbackRules
from acd.model.contact import InMenu, Music, Queued
from acd.model.fact import CallbackProposed
from acd.model.ids import AgentId, ContactId, FlowId
from acd.model.message import AsteriskLost, LogOut, PolicyApplied, TimePassed
from acd.model.policy import Policy
from acd.model.queue import Occasion, Proposing
from tests.core.centre import Centre
from tests.core.floor_story import FloorStory
from tests.core.small_company import SALES
from tests.core.small_numbers import MEANWHILE, OFFERED, proposing, reading_numbers
from tests.core.story_companies import calling_back
from tests.core.test_expected_waits import HANDLE_S, A, B, practised, selling
from tests.core.told import facts_of

RULES = CallbackRules()
LIMIT = Proposing(flow=MEANWHILE.id, over_s=1.5 * HANDLE_S)


def offering(proposing: Proposing | None = LIMIT, callback: CallbackRules | None = RULES) -> Policy:
    base = reading_numbers(selling(A, proposing=proposing, callback=callback))
    return msgspec.structs.replace(base, dialling=calling_back().dialling)


def offers(centre: Centre) -> list[ContactId]:
    return [fact.contact for _, fact in centre.facts if isinstance(fact, CallbackProposed)]


def pass_time(centre: Centre, seconds: float) -> None:
    """Everything that falls due happens in its moment."""
    until = centre.at + seconds
    while (deadline := centre.engine.deadline()) is not None and deadline <= until:
        centre.now_s += max(deadline - centre.at, 0.0)
        centre.hear(TimePassed())
    centre.now_s += until - centre.at


def crowded(policy: Policy) -> tuple[Centre, ContactId, ContactId]:
    """One call is talked to; of those who wait the second one has a long wait."""
    centre = practised(policy, A)
    centre.call()
    return centre, centre.call(), centre.call()


def test_whoever_would_wait_too_long_is_offered_a_callback_on_entry_and_keeps_the_place() -> None:
    centre, stays, far = crowded(offering())
    pass_time(centre, 0.1)
    assert offers(centre) == [far]
    assert isinstance(centre.contact(stays).waiting_room, Music)
    room, place = centre.contact(far).waiting_room, centre.contact(far).place
    assert isinstance(room, InMenu)
    assert isinstance(place, Queued)
    (fact,) = [fact for _, fact in centre.facts if isinstance(fact, CallbackProposed)]
    assert fact.because is Occasion.EXPECTED
    assert fact.expected_s == pytest.approx(2 * HANDLE_S, rel=0.1)


def test_it_is_offered_once() -> None:
    centre, _, far = crowded(offering())
    pass_time(centre, HANDLE_S)
    assert offers(centre) == [far]


def test_it_is_offered_later_when_the_wait_grows() -> None:
    """Of two agents one goes home: who waits, waits twice as long."""
    base = reading_numbers(selling(A, B, proposing=Proposing(flow=MEANWHILE.id, over_s=75.0), callback=RULES))
    centre = practised(msgspec.structs.replace(base, dialling=calling_back().dialling), A, B)
    centre.call()
    centre.call()
    stays = centre.call()
    pass_time(centre, LOOK_AGAIN_S + 1.0)
    assert offers(centre) == []
    centre.hear(LogOut(agent=AgentId(B)))
    pass_time(centre, LOOK_AGAIN_S)
    assert offers(centre) == [stays]


def test_who_has_come_before_the_rule_is_offered_it_as_soon_as_the_company_has_one() -> None:
    centre, _, far = crowded(offering(None))
    pass_time(centre, 2 * LOOK_AGAIN_S)
    assert offers(centre) == []
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(offering(), version=2)))
    pass_time(centre, 0.1)
    assert offers(centre) == [far]


def test_the_rule_goes_with_the_company_that_had_it() -> None:
    centre, _, _ = crowded(offering())
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(offering(None), version=2)))
    pass_time(centre, 2 * LOOK_AGAIN_S)
    assert offers(centre) == []
    waiting = [contact for contact in centre.engine.view.contacts() if isinstance(contact.place, Queued)]
    assert [contact.waiting_room.proposal_at for contact in waiting] == [None, None], (
        "it is not looked any more"
    )


def test_nobody_is_offered_a_callback_by_a_queue_that_makes_none() -> None:
    centre, _, _ = crowded(offering(callback=None))
    pass_time(centre, 2 * LOOK_AGAIN_S)
    assert offers(centre) == []


def test_while_asterisk_is_away_nothing_is_offered() -> None:
    centre = practised(offering(), A)
    centre.call()
    centre.call()
    centre.call()
    centre.hear(AsteriskLost())
    pass_time(centre, 2 * LOOK_AGAIN_S)
    assert offers(centre) == []


def by_ring(menu: FlowId) -> FloorStory:
    """Somebody waits from second 1 on, presses a key and goes back to the line; after 10 s a ring opens."""
    base = proposing()
    sales = msgspec.structs.replace(base.queues[SALES], menu=menu)
    story = FloorStory(msgspec.structs.replace(base, queues=base.queues | {SALES: sales}))
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (1.0, "CallArrived call-1 200 +436601234567"),
        (1.0, "TimePassed"),
        (2.0, "KeyPressed call-1 #"),
        (3.0, "KeyPressed call-1 9"),
        (11.0, "TimePassed"),
    ):
        story.hear(at, words)
    return story


def test_who_has_heard_the_offer_by_a_key_is_not_offered_it() -> None:
    assert facts_of(by_ring(MEANWHILE.id), CallbackProposed), "this menu is another flow"
    assert not facts_of(by_ring(OFFERED.id), CallbackProposed)
