"""Whoever waits asks, in the menu of the queue, for something else in the same line."""

import msgspec
import pytest

from acd.model.about import HeadStart, Rule, When
from acd.model.contact import Because, MeantFor, Queued
from acd.model.fact import OfferOpened, Overflowed
from acd.model.flow import Enqueue
from acd.model.ids import AgentId, ContactId, FlowId, NodeId, PhoneId, SkillId
from acd.model.message import EndWrapUp, EnterOverlay, GoReady, KeyPressed, LogIn, WithdrawOverlay
from acd.model.needs import joined
from acd.model.overlay import Incident
from acd.model.policy import Policy
from acd.model.queue import Overflow, Personal, ToVoicemail
from tests.core.centre import Centre
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, agent, company, need, queue
from tests.core.small_waiting_room import MEANWHILE

EVA, TOM = AgentId("31"), AgentId("32")
PERSONAL = Personal(wait_s=10.0, substitutes_s=10.0)
REPAIRS, GERMAN, A_PERSON = "1", "3", "9"
"""Keys of the menu: another queue; somebody who speaks German; a person, whose number follows."""


def with_menu(**changes: object) -> Policy:
    """Eva and Tom sell; Eva speaks German, too."""
    sales = msgspec.structs.replace(queue(SALES, sales=1), menu=MEANWHILE.id, personal=PERSONAL)
    base = company(
        version=2,
        queues={SALES: sales, REPAIR: company().queues[REPAIR]},
        agents={EVA: agent(EVA, SALES, sales=5, german=6), TOM: agent(TOM, SALES, sales=5)},
        rules=(Rule(name="German", when=When(needs=need(german=4)), head_start_s=60.0),),
    )
    return msgspec.structs.replace(base, flows=base.flows | {MEANWHILE.id: MEANWHILE}, **changes)


def press(centre: Centre, contact: ContactId, keys: str) -> Queued:
    """Key in; where the contact stands then."""
    for key in keys:
        centre.hear(KeyPressed(leg=centre.legs[contact], key=key))
    place = centre.contact(contact).place
    assert isinstance(place, Queued)
    return place


def offers(centre: Centre) -> list[tuple[float, ContactId, AgentId]]:
    opened = [(at - MONDAY_TEN, fact) for at, fact in centre.facts if isinstance(fact, OfferOpened)]
    return [(at_s, fact.contact, fact.agent) for at_s, fact in opened]


def test_a_person_who_is_asked_for_in_the_line_is_waited_for_from_then_on() -> None:
    centre = Centre(with_menu())
    centre.be_ready(EVA)
    talking, waiting = centre.call(), centre.call()
    centre.now_s = 30.0
    place = press(centre, waiting, f"{A_PERSON}{EVA}")
    asked_for = MeantFor(agent=EVA, because=Because.ASKED_FOR, until=MONDAY_TEN + 40, since=MONDAY_TEN + 30)
    assert place.meant_for == asked_for
    assert (place.since, place.order_key, place.entered_at) == (MONDAY_TEN, MONDAY_TEN, MONDAY_TEN)
    centre.now_s = 35.0
    centre.hear(LogIn(agent=TOM, phone=PhoneId("202")))
    centre.hear(GoReady(agent=TOM))
    assert offers(centre)[1:] == []
    centre.now_s = 38.0
    centre.hang_up(talking)
    centre.hear(EndWrapUp(agent=EVA))
    assert offers(centre)[1:] == [(38.0, waiting, EVA)]


def test_whose_substitutes_may_help_from_the_beginning_goes_by_that_wait() -> None:
    """Somebody who asks for Eva late has not waited for her as long as for an agent."""
    centre = Centre(with_menu(overload_wait_s=8.0))
    centre.be_ready(EVA)
    centre.call()
    first, second = centre.call(), centre.call()
    centre.now_s = 30.0
    press(centre, first, f"{A_PERSON}{EVA}")
    centre.now_s = 33.0
    meant = press(centre, second, f"{A_PERSON}{EVA}").meant_for
    assert meant is not None
    assert (meant.line, meant.substitutes) == (None, False)


def test_who_asks_for_the_same_person_again_waits_no_longer_for_it() -> None:
    centre = Centre(with_menu())
    centre.be_ready(EVA)
    centre.call()
    waiting = centre.call()
    centre.now_s = 30.0
    press(centre, waiting, f"{A_PERSON}{EVA}")
    centre.now_s = 35.0
    meant = press(centre, waiting, f"{A_PERSON}{EVA}").meant_for
    assert meant is not None
    assert meant.until == MONDAY_TEN + 40.0


@pytest.mark.parametrize("restarts", [False, True])
def test_what_is_asked_for_now_may_give_a_greater_head_start(restarts: bool) -> None:
    centre = Centre(with_menu())
    first = centre.call()
    centre.now_s = 30.0
    second = centre.call()
    place = press(centre, second, GERMAN)
    assert place.since == MONDAY_TEN + 30.0
    assert place.order_key == MONDAY_TEN - 30.0
    assert place.head_starts == (HeadStart(reason="German", seconds=60.0),)
    if restarts:
        centre = centre.restarted()
    centre.be_ready(EVA)
    assert [contact for _, contact, _ in offers(centre)] == [second]
    assert isinstance(centre.contact(first).place, Queued)


def test_another_choice_takes_the_place_of_an_earlier_one() -> None:
    """What keys have asked for is not asked for any more, in the same line and in another one; what the queue
    asks for and what the choice itself says is.
    """
    policy = with_menu()
    nodes = MEANWHILE.nodes | {
        NodeId("sales"): Enqueue(queue=SALES, instead_of=frozenset({SkillId("sales"), SkillId("german")})),
        NodeId("repair"): Enqueue(
            queue=REPAIR, needs=need(french=2), instead_of=frozenset({SkillId("french")})
        ),
    }
    menu = msgspec.structs.replace(MEANWHILE, nodes=nodes)
    straight = policy.flows[FlowId("straight")]
    chosen = {straight.start: Enqueue(queue=SALES, needs=need(german=6, french=8))}
    coming = msgspec.structs.replace(straight, nodes=chosen)
    policy = msgspec.structs.replace(policy, flows=policy.flows | {menu.id: menu, coming.id: coming})
    centre = Centre(policy)
    waiting = centre.call()
    assert press(centre, waiting, GERMAN).own_needs == need(french=8)
    assert press(centre, waiting, GERMAN).needs == joined(need(french=8), policy.queues[SALES].needs)
    place = press(centre, waiting, REPAIRS)
    assert place.own_needs == need(french=2)
    assert place.needs == joined(need(french=2), policy.queues[REPAIR].needs)


def test_no_line_is_too_long_for_who_waits_already() -> None:
    """The limits are for newcomers: whoever turns to another line by a key stands there as long as before."""
    ways = (
        Overflow(longer_than=0, to=ToVoicemail(box="100")),
        Overflow(expected_over_s=1.0, to=ToVoicemail(box="100")),
    )
    base = with_menu()
    repair = msgspec.structs.replace(base.queues[REPAIR], overflow=ways)
    policy = msgspec.structs.replace(base, queues=base.queues | {REPAIR: repair})
    centre = Centre(policy)
    first, second = centre.call(), centre.call()
    assert press(centre, first, REPAIRS).queue == REPAIR
    centre.now_s = 40.0
    place = press(centre, second, REPAIRS)
    assert (place.queue, place.since) == (REPAIR, MONDAY_TEN)
    assert [fact for _, fact in centre.facts if isinstance(fact, Overflowed)] == []


def test_a_smaller_head_start_takes_nothing_away_and_adds_nothing() -> None:
    centre = Centre(with_menu())
    waiting = centre.call()
    incident = Incident(when=When(), head_start_s=90.0)
    centre.hear(EnterOverlay(edit=incident, author="boss", reason="storm"))
    (overlay,) = centre.engine.view.overlays()
    centre.hear(WithdrawOverlay(overlay=overlay.id, author="boss"))
    place = press(centre, waiting, GERMAN)
    assert place.order_key == MONDAY_TEN - 90.0
    assert place.head_starts == (HeadStart(reason="storm", seconds=90.0),)
