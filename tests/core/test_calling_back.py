"""What callbacks mean for the rest: overflow, the place, the order."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from acd.core.explain import not_yet
from acd.model.callback import Between
from acd.model.command import StopMusic
from acd.model.contact import Ending, Queued
from acd.model.fact import (
    CallbackAgreed,
    CallbackFellDue,
    CallbackPutOff,
    ContactEnded,
    CustomerMissed,
    MachineHeard,
    OfferOpened,
    Overflowed,
    TalkJoined,
    WaitGoesOn,
)
from acd.model.hours import Hours, every_day
from acd.model.ids import AgentId, ContactId, LegId
from acd.model.message import PolicyApplied, TimePassed
from acd.model.policy import Customer, Policy
from acd.model.queue import Overflow, ToVoicemail
from acd.model.why import Instead
from tests.core.floor_story import FloorStory
from tests.core.person_companies import asking_for_a_key, saying_machine
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, agent
from tests.core.story_companies import calling_back
from tests.core.story_times import LATER, MEANWHILE, by_day
from tests.core.told import facts_of

FIRST, SECOND = "+436601111111", "+436602222222"


def impatient() -> Policy:
    """As `calling_back`; whoever has waited 5 s for sales is sent to a voicemail box."""
    base = calling_back()
    box = Overflow(waited_s=5.0, to=ToVoicemail(box="100"))
    sales = msgspec.structs.replace(base.queues[SALES], overflow=(box,))
    return msgspec.structs.replace(base, version=5, queues=base.queues | {SALES: sales})


def agreed(policy: Policy) -> FloorStory:
    """The first of two callers has asked to be called back, and has hung up; nobody is at work."""
    story = FloorStory(policy)
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (2.0, f"CallArrived call-2 200 {SECOND}"),
        (3.0, "KeyPressed call-1 1"),
        (4.0, "LegVanished call-1 16"),
    ):
        story.hear(at, words)
    return story


def test_an_overflow_is_said_to_help_who_is_on_the_line_and_nobody_else() -> None:
    story = agreed(calling_back())
    for person in list(story.floor.policy.agents):
        story.hear(5.0, f"LogOut {person}")
    helped = {}
    for contact in story.floor.contacts():
        reasons = not_yet(contact, story.floor, MONDAY_TEN + story.now_s)
        assert reasons is not None
        assert reasons.remedies is not None
        helped[contact.id] = not reasons.remedies.has_way_out
    assert helped == {"c1-1": False, "c1-2": True}


def test_no_queue_gives_up_who_is_to_be_called_back() -> None:
    story = agreed(impatient())
    story.hear(7.0, "TimePassed")
    left = facts_of(story, Overflowed)
    assert [fact.contact for fact in left] == ["c1-2"], "who has gone on waiting"
    assert story.engine.deadline() is not None
    assert ContactId("c1-1") not in {fact.contact for fact in facts_of(story, ContactEnded)}


def test_nor_does_a_new_version_of_the_company() -> None:
    story = agreed(calling_back())
    story.take(4.5, PolicyApplied(policy=impatient()))
    story.hear(4.6, "GoNotReady night break")
    story.hear(4.7, "LegVanished o1-3-leg 16")
    story.hear(7.0, "TimePassed")
    assert "c1-1" not in {fact.contact for fact in facts_of(story, Overflowed)}


def test_the_place_is_that_of_the_first_call_whatever_comes_after() -> None:
    story = agreed(calling_back())
    contact = story.floor.contact(ContactId("c1-1"))
    assert contact is not None
    assert isinstance(contact.place, Queued)
    before = contact.place.order_key
    story.hear(5.0, "LogIn bob 202")
    story.hear(6.0, "GoReady bob")
    opened = facts_of(story, OfferOpened)
    assert [fact.contact for fact in opened] == ["c1-1"], "it came first, and is served first"
    assert opened[0].why.order_key == before


def test_what_can_never_be_kept_is_not_promised() -> None:
    """The time of day that is offered, 11:15, is none at which customers are called."""
    base = by_day(calling_back())
    assert base.dialling is not None
    until_eleven = Hours(timezone="Europe/Vienna", spans=every_day(8 * 60, 11 * 60 + 2))
    dialling = msgspec.structs.replace(base.dialling, hours=until_eleven)
    story = FloorStory(msgspec.structs.replace(base, dialling=dialling))
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (2.0, "KeyPressed call-1 4"),
    ):
        story.hear(at, words)
    assert facts_of(story, CallbackAgreed) == []
    assert [fact.contact for fact in facts_of(story, WaitGoesOn)] == ["c1-1"]
    story.hear(3.0, "KeyPressed call-1 1")
    assert [fact.number for fact in facts_of(story, CallbackAgreed)] == [FIRST], "at any time it can be kept"


CALLED = (
    (5.0, "LogIn bob 202"),
    (5.0, "GoReady bob"),
    (5.1, "LegSeen o1-3-leg"),
    (6.0, "LegAnswered o1-3-leg"),
    (7.0, "PlaybackEnded o1-3-b"),
    (7.1, "LegSeen c1-1-d1"),
    (8.0, "LegAnswered c1-1-d1"),
)
"""Bob answers for the first of the two callers, who is dialled; and the call is taken."""


def test_who_has_pressed_the_key_is_no_machine_whatever_the_agent_presses() -> None:
    """Also where a version of the company asks for both keys."""
    both = asking_for_a_key()
    sales = both.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(sales.callback, machine_key="*")
    sales = msgspec.structs.replace(sales, callback=rules)
    story = agreed(msgspec.structs.replace(both, queues=both.queues | {SALES: sales}))
    for at, words in (
        *CALLED,
        (9.0, "KeyPressed c1-1-d1 1"),
        (9.1, "LegJoined c1-1-d1 o1-3-bridge"),
        (9.2, "LegJoined o1-3-leg o1-3-bridge"),
        (10.0, "KeyPressed o1-3-leg *"),
        (11.0, "LegVanished c1-1-d1 16"),
    ):
        story.hear(at, words)
    assert [fact.contact for fact in facts_of(story, TalkJoined)] == ["c1-1"]
    assert facts_of(story, CustomerMissed) == []
    assert [fact.ending for fact in facts_of(story, ContactEnded)] == [Ending.SERVED]


def test_only_the_agent_who_talks_with_it_says_that_it_is_a_machine() -> None:
    """Not the one before, whose line ends so late that its last key comes into another's talk."""
    story = agreed(saying_machine())
    for at, words in (
        *CALLED,
        (8.1, "JoinRefused o1-3-bridge gone"),
        (8.2, "LogIn eva 203"),
        (8.2, "GoReady eva"),
        (8.3, "LegSeen o1-4-leg"),
        (8.4, "LegAnswered o1-4-leg"),
        (8.5, "LegJoined c1-1-d1 o1-4-bridge"),
        (8.6, "LegJoined o1-4-leg o1-4-bridge"),
        (8.7, "KeyPressed o1-3-leg *"),
    ):
        story.hear(at, words)
    assert [fact.agent for fact in facts_of(story, TalkJoined)] == ["eva"]
    assert facts_of(story, MachineHeard) == []
    story.hear(8.8, "KeyPressed o1-4-leg *")
    assert [fact.agent for fact in facts_of(story, MachineHeard)] == ["eva"]


def vienna(written: str, fold: int = 0) -> float:
    """Seconds of the story at which a clock in Vienna shows this."""
    local = datetime.fromisoformat(written).replace(tzinfo=ZoneInfo("Europe/Vienna"), fold=fold)
    return local.timestamp() - MONDAY_TEN


def chosen_at_night(before: str) -> FloorStory:
    """Somebody has chosen to be called between 2:15 and 2:45, and may be for three days."""
    base = by_day(calling_back())
    later, menu = Between(opens_min=135, closes_min=165), base.flows[MEANWHILE]
    node = msgspec.structs.replace(menu.nodes[LATER], between=later)
    flow = msgspec.structs.replace(menu, nodes=menu.nodes | {LATER: node})
    sales = base.queues[SALES]
    assert sales.callback is not None
    assert base.dialling is not None
    rules = msgspec.structs.replace(sales.callback, expires_s=3 * 86400.0)
    story = FloorStory(
        msgspec.structs.replace(
            base,
            flows=base.flows | {flow.id: flow},
            queues=base.queues | {SALES: msgspec.structs.replace(sales, callback=rules)},
            dialling=msgspec.structs.replace(base.dialling, hours=None),
        )
    )
    at = vienna(before)
    for after_s, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (2.0, "KeyPressed call-1 4"),
        (3.0, "LegVanished call-1 16"),
        (11.0, "TimePassed"),
    ):
        story.hear(at + after_s, words)
    return story


def turns(story: FloorStory, until: float) -> list[tuple[str, float]]:
    """What becomes of the callback from deadline to deadline: due, or put off, and when."""
    told = []
    while (deadline := story.engine.deadline()) is not None and deadline - MONDAY_TEN <= until:
        outcome = story.take(deadline - MONDAY_TEN, TimePassed())
        told += [
            (type(fact).__name__, outcome.at - MONDAY_TEN)
            for fact in outcome.facts
            if isinstance(fact, CallbackFellDue | CallbackPutOff)
        ]
    return told


def test_a_time_that_was_chosen_is_left_out_by_the_clock() -> None:
    story = chosen_at_night("2026-03-28 23:00")
    assert turns(story, vienna("2026-03-30 03:00")) == [
        ("CallbackFellDue", vienna("2026-03-30 02:15")),
        ("CallbackPutOff", vienna("2026-03-30 02:45")),
    ]


def test_a_time_that_was_chosen_comes_twice_by_the_clock() -> None:
    story = chosen_at_night("2026-10-24 23:00")
    assert turns(story, vienna("2026-10-25 03:00")) == [
        ("CallbackFellDue", vienna("2026-10-25 02:15")),
        ("CallbackPutOff", vienna("2026-10-25 02:45")),
        ("CallbackFellDue", vienna("2026-10-25 02:15", fold=1)),
        ("CallbackPutOff", vienna("2026-10-25 02:45", fold=1)),
    ]


def test_whom_the_clock_forbids_to_call_counts_for_nobody_until_then() -> None:
    """A place that is told is one of those who could be served: it is 11:00, and they chose 11:15."""
    story = FloorStory(by_day(calling_back()))
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (2.0, "KeyPressed call-1 4"),
        (3.0, "LegVanished call-1 16"),
        (5.0, f"CallArrived call-2 200 {SECOND}"),
    ):
        story.hear(at, words)
    waits = story.floor.contact(ContactId("c1-2"))
    assert waits is not None
    assert (story.floor.waiting_in(SALES), story.floor.position(waits)) == (1, 1)
    story.hear(900.0, "TimePassed")
    assert [fact.contact for fact in facts_of(story, CallbackFellDue)] == ["c1-1"]
    assert (story.floor.waiting_in(SALES), story.floor.position(waits)) == (2, 2)


def test_a_callback_for_somebody_who_is_absent_goes_to_the_substitute() -> None:
    base = calling_back()
    bob = msgspec.structs.replace(agent("bob", SALES, REPAIR, sales=5), substitutes=(AgentId("joe"),))
    joe = agent("joe", SALES, REPAIR, sales=2)
    owner = Customer(name="Mr First", owner=bob.id)
    agents = base.agents | {bob.id: bob, joe.id: joe}
    story = FloorStory(msgspec.structs.replace(base, agents=agents, customers={FIRST: owner}))
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.1, "LogIn joe 203"),
        (0.2, "GoNotReady joe break"),
        (0.3, "LogIn eva 201"),
        (0.4, "EnterOverlay absence boss ill agent=bob"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (3.0, "KeyPressed call-1 1"),
        (4.0, "LegVanished call-1 16"),
        (5.0, "GoReady eva"),
    ):
        story.hear(at, words)
    assert facts_of(story, OfferOpened) == []
    story.hear(6.0, "GoReady joe")
    (opened,) = facts_of(story, OfferOpened)
    assert (opened.contact, opened.agent) == ("c1-2", "joe")
    assert [(each.agent, each.because) for each in opened.why.passed_over] == [("bob", Instead.ABSENT)]


def test_killed_before_the_music_is_stopped_it_is_stopped_on_the_line_on_which_the_customer_is() -> None:
    """The agent has gone as the customer answered, who waits now and presses a key."""
    story = agreed(calling_back())
    for at, words in (
        (5.0, "LogIn bob 202"),
        (6.0, "GoReady bob"),
        (6.1, "LegSeen o1-3-leg"),
        (6.2, "LegRang o1-3-leg"),
        (7.0, "LegAnswered o1-3-leg"),
        (8.0, "KeyPressed o1-3-leg 1"),
        (8.1, "LegSeen c1-1-d1"),
        (8.2, "LegRang c1-1-d1"),
        (9.0, "LegAnswered c1-1-d1"),
        (9.0, "LegVanished o1-3-leg 16"),
        (9.5, "GoNotReady bob break"),
        (10.0, "KeyPressed c1-1-d1 7"),
    ):
        story.hear(at, words)
    assert StopMusic(leg=LegId("c1-1-d1")) in story.outcomes[-1].commands
    story.restart()
    outcome = story.hear(11.0, "AsteriskSeen c1-1-d1:up call-2:up")
    silenced = [command.leg for command in outcome.commands if isinstance(command, StopMusic)]
    assert silenced == ["c1-1-d1"], "or the menu would be heard with the music behind it"
