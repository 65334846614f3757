"""The customer first: when a customer is called before any agent is rung, and how many are at a time."""

import msgspec
import pytest

from acd.core.matching.ahead import LOOK_S
from acd.model.agent import Reserved
from acd.model.callback import CallbackRules, Dialled, Due, Miss, Mode, PickedUp, Reached
from acd.model.contact import Ended, Ending, Music, Queued, Talking
from acd.model.fact import CallPickedUp, CustomerDialled, OfferOpened
from acd.model.ids import ContactId
from acd.model.message import (
    EndWrapUp,
    KeyPressed,
    LegAnswered,
    LegRang,
    LegSeen,
    LegVanished,
    PolicyApplied,
    TimePassed,
)
from acd.model.policy import Policy
from acd.model.queue import Overflow, ToVoicemail
from tests.core.centre import Centre
from tests.core.person_companies import CHECK
from tests.core.small_company import MONDAY_TEN, SALES
from tests.core.story_companies import calling_back
from tests.core.test_expected_waits import A, B, practised, promised, selling

RULES = CallbackRules(
    mode=Mode.CUSTOMER_FIRST,
    ahead_s=20.0,
    person=CHECK,
    expires_s=7200.0,
    retries={Miss.BUSY: (30.0,), Miss.VOICEMAIL: (100.0,), Miss.HUNG_UP: (50.0,)},
)


def first(*agents: str, lines: int | None = None, **changes: object) -> Policy:
    """Some who sell; whoever waits may press 1, and is called before an agent is rung."""
    base, like = selling(*agents, **changes), calling_back()
    sales = msgspec.structs.replace(base.queues[SALES], menu=like.queues[SALES].menu, callback=RULES)
    assert like.dialling is not None
    dialling = msgspec.structs.replace(like.dialling, briefing=None, lines=lines)
    return msgspec.structs.replace(
        base, flows=base.flows | like.flows, queues=base.queues | {SALES: sales}, dialling=dialling
    )


def ask(centre: Centre, number: str) -> ContactId:
    """Somebody calls, and asks to be called back."""
    contact = centre.call(caller=number)
    centre.hear(KeyPressed(leg=centre.legs[contact], key="1"))
    centre.hear(LegVanished(leg=centre.legs[contact], cause=16))
    return contact


def several(centre: Centre, count: int) -> list[ContactId]:
    return [ask(centre, f"+43660111111{number}") for number in range(count)]


def called(centre: Centre) -> list[ContactId]:
    """Who is being called, in order."""
    dialled = [fact.contact for _, fact in centre.facts if isinstance(fact, CustomerDialled)]
    return [each for each in dialled if isinstance(centre.contact(each).callback, Dialled | PickedUp)]


def take(centre: Centre, contact: ContactId) -> None:
    """The customer answers."""
    state = centre.contact(contact).callback
    assert isinstance(state, Dialled)
    for message in (LegSeen(leg=state.leg), LegRang(leg=state.leg), LegAnswered(leg=state.leg)):
        centre.hear(message)
    centre.legs[contact] = state.leg


def press(centre: Centre, contact: ContactId) -> None:
    centre.hear(KeyPressed(leg=centre.legs[contact], key="1"))


def wait(centre: Centre, until_s: float) -> None:
    """Until then, with all deadlines on the way."""
    while (deadline := centre.engine.deadline()) is not None and deadline <= MONDAY_TEN + until_s:
        centre.now_s = max(centre.now_s, deadline - MONDAY_TEN)
        centre.hear(TimePassed())
    centre.now_s = until_s


def test_as_many_are_called_as_agents_have_nothing_to_do() -> None:
    centre = Centre(first(A, B))
    centre.be_ready(A, B)
    talks = [centre.call() for _ in range(2)]
    customers = several(centre, 3)
    assert called(centre) == [], "nothing is known of how long calls take"
    for talk in talks:
        centre.hang_up(talk)
    assert called(centre) == customers[:2]
    take(centre, customers[1])
    press(centre, customers[1])
    assert isinstance(centre.contact(customers[1]).talk, Talking), "who is there first is served first"
    assert called(centre) == customers[:1]
    offered = {fact.contact for _, fact in centre.facts if isinstance(fact, OfferOpened)}
    assert offered == {*talks, customers[1]}, "nobody before he or she was there"


def test_a_machine_costs_no_agent_anything_and_the_next_customer_is_called() -> None:
    centre = Centre(first(A))
    centre.be_ready(A)
    talk = centre.call()
    customers = several(centre, 2)
    centre.hang_up(talk)
    take(centre, customers[0])
    wait(centre, centre.now_s + 0.0)
    assert called(centre) == customers[:1]
    state = centre.contact(customers[0]).callback
    assert isinstance(state, PickedUp)
    centre.hear(LegVanished(leg=state.leg, cause=16))
    assert isinstance(centre.contact(customers[1]).callback, Dialled)
    agent = next(centre.engine.view.agents())
    assert not isinstance(agent.activity, Reserved)


def test_a_customer_is_called_when_an_agent_is_expected_and_no_more_than_are() -> None:
    centre = practised(first(A, B), A, B, handle_s=30.0)
    talks = [centre.call(), centre.call()]
    customers = several(centre, 3)
    assert called(centre) == customers[:1], "one of two is expected within 15 s, another one within 30 s"
    centre.hang_up(talks[0])
    assert called(centre) == customers[:2], "the one who is free, and the one who is expected"


def test_those_who_wait_on_the_line_with_an_earlier_turn_count() -> None:
    centre = practised(first(A, B), A, B, handle_s=30.0)
    _talks = [centre.call(), centre.call()]
    ahead = centre.call()
    customer = ask(centre, "+436601111111")
    assert called(centre) == [], "the next one is for the caller, and the one after that in 30 s"
    centre.hang_up(ahead)
    wait(centre, centre.now_s + LOOK_S)
    assert called(centre) == [customer]


@pytest.mark.parametrize(("wrap_up_s", "is_called_after_s"), [(15.0, LOOK_S), (33.0, 3 * LOOK_S)])
def test_a_wrap_up_that_is_soon_over_is_an_agent(wrap_up_s: float, is_called_after_s: float) -> None:
    """That is known without any experience; and it is looked again and again."""
    centre = Centre(first(A, wrap_up_s=wrap_up_s))
    centre.be_ready(A)
    talk = centre.call()
    customer = ask(centre, "+436601111111")
    centre.hang_up(talk)
    began_s = centre.now_s
    wait(centre, began_s + is_called_after_s - LOOK_S)
    assert called(centre) == []
    wait(centre, began_s + is_called_after_s)
    assert called(centre) == [customer]


def test_a_wrap_up_is_for_whoever_waits_on_the_line_with_an_earlier_turn() -> None:
    centre = Centre(first(A, wrap_up_s=15.0))
    centre.be_ready(A)
    talk, _ahead = centre.call(), centre.call()
    ask(centre, "+436601111111")
    centre.hang_up(talk)
    wait(centre, centre.now_s + LOOK_S)
    assert called(centre) == []


def test_nobody_is_overtaken_without_being_called() -> None:
    """However long calls take, and however many wait on the line: whose turn it would have been is called."""
    centre = practised(first(A), A, handle_s=1000.0)
    talk = centre.call()
    customers = several(centre, 2)
    later = [centre.call() for _ in range(3)]
    assert called(centre) == []
    centre.hang_up(talk)
    assert isinstance(centre.contact(later[0]).talk, Talking)
    assert called(centre) == customers[:1]
    centre.hang_up(later[0])
    assert called(centre) == customers[:1], "there is but one agent"
    take(centre, customers[0])
    press(centre, customers[0])
    assert isinstance(centre.contact(customers[0]).place, Queued)
    assert isinstance(centre.contact(customers[0]).waiting_room, Music)
    centre.hang_up(later[1])
    assert isinstance(centre.contact(customers[0]).talk, Talking), "the old place: first of all"
    assert called(centre) == [], "and that was the turn of nobody else"


def test_whoever_has_a_later_turn_is_not_called_when_others_are_served() -> None:
    centre = practised(first(A), A, handle_s=1000.0)
    talk, before = centre.call(), centre.call()
    ask(centre, "+436601111111")
    centre.hang_up(talk)
    assert isinstance(centre.contact(before).talk, Talking)
    assert called(centre) == []


def test_not_more_are_called_than_there_are_lines() -> None:
    centre = Centre(first(A, B, lines=1))
    centre.be_ready(A, B)
    talks = [centre.call(), centre.call()]
    customers = several(centre, 2)
    for talk in talks:
        centre.hang_up(talk)
    assert called(centre) == customers[:1]
    take(centre, customers[0])
    assert called(centre) == customers[:1], "also while it is asked for the key"
    centre.hear(LegVanished(leg=centre.legs[customers[0]], cause=16))
    assert called(centre) == customers[1:]


def test_after_a_restart_it_is_known_who_is_being_called() -> None:
    centre = Centre(first(A, B))
    centre.be_ready(A, B)
    talks = [centre.call(), centre.call()]
    customers = several(centre, 3)
    centre.hang_up(talks[0])
    assert called(centre) == customers[:1]
    again = centre.restarted()
    assert isinstance(again.contact(customers[1]).callback, Due)
    dialled = [fact for _, fact in again.facts if isinstance(fact, CustomerDialled)]
    assert dialled == [], "there is one agent who has nothing to do, and one customer is being called"


def test_who_is_called_first_counts_in_the_expected_wait_of_others_before_and_while_it_rings() -> None:
    centre = practised(first(A), A)
    talk = centre.call()
    customer = ask(centre, "+436601111111")

    def ahead() -> int:
        contact = centre.call()
        basis = promised(centre, contact).basis
        centre.hang_up(contact)
        assert basis is not None
        return basis.ahead

    assert isinstance(centre.contact(customer).callback, Due)
    assert ahead() == 1
    later = centre.call()
    centre.hang_up(talk)
    assert isinstance(centre.contact(customer).callback, Dialled)
    assert isinstance(centre.contact(later).talk, Talking)
    assert ahead() == 1
    take(centre, customer)
    assert ahead() == 1
    press(centre, customer)
    assert ahead() == 1


def test_who_waits_on_the_line_when_called_is_not_sent_on_and_may_leave() -> None:
    overflow = (Overflow(waited_s=60.0, to=ToVoicemail(box="100")),)
    policy = first(A, overflow=overflow)
    centre = practised(policy, A, handle_s=30.0)
    centre.now_s += 1.0
    talk = centre.call()
    customer = ask(centre, "+436601111111")
    later = centre.call()
    centre.hang_up(talk)
    assert isinstance(centre.contact(later).talk, Talking)
    take(centre, customer)
    press(centre, customer)
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(policy, version=9)))
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(first(A), version=10)))
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(policy, version=11)))
    wait(centre, centre.now_s + 600.0)
    contact = centre.contact(customer)
    assert isinstance(contact.callback, Reached)
    assert isinstance(contact.place, Queued)
    assert contact.place.leaves_at is None
    centre.hear(LegVanished(leg=centre.legs[customer], cause=16))
    row = centre.rows[type(contact), customer]
    assert isinstance(row, type(contact))
    assert isinstance(row.life, Ended)
    assert row.life.ending is Ending.LEFT_AGAIN


def test_nobody_is_asked_for_a_key_where_that_is_given_up_meanwhile() -> None:
    centre = Centre(first(A))
    centre.be_ready(A)
    talk = centre.call()
    customer = ask(centre, "+436601111111")
    centre.hang_up(talk)
    policy = first(A)
    plain = msgspec.structs.replace(RULES, person=None, mode=Mode.AGENT_FIRST)
    sales = msgspec.structs.replace(policy.queues[SALES], callback=plain)
    centre.hear(
        PolicyApplied(
            policy=msgspec.structs.replace(policy, version=9, queues=policy.queues | {SALES: sales})
        )
    )
    take(centre, customer)
    assert isinstance(centre.contact(customer).talk, Talking)
    assert not [fact for _, fact in centre.facts if isinstance(fact, CallPickedUp)]
    centre.hear(LegVanished(leg=centre.legs[customer], cause=16))
    centre.hear(EndWrapUp(agent=next(centre.engine.view.agents()).id))
