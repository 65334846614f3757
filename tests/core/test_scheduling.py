"""Callbacks for a moment to come: what is refused, whose turn it is then, and what an outage does to it."""

from typing import Any

import msgspec
import pytest

from acd.core.numbers import dialable
from acd.core.scheduling import MOST_AHEAD_S
from acd.kpi.contact_books import contact_intervals
from acd.kpi.figures import abandonment_rate
from acd.kpi.intervals import ContactBucket
from acd.kpi.visits import Result, visits
from acd.model.about import Rule, When
from acd.model.callback import Due, OnTheLine, Scheduled
from acd.model.contact import Queued
from acd.model.fact import (
    CallbackFellDue,
    CallbackPutOff,
    CallbackScheduled,
    ContactArrived,
    OfferOpened,
    PersonGivenUp,
    PersonWanted,
    PlaceTaken,
)
from acd.model.flow import Ask, Enqueue, Flow, Meaning
from acd.model.ids import AgentId, ContactId, FlowId, NodeId, PromptId, QueueId, recording_of
from acd.model.message import PolicyApplied, ScheduleCallback
from acd.model.outcome import Done, Refused, Reply
from acd.model.policy import Policy
from acd.model.queue import Personal
from acd.runtime.ports import Entry
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, need
from tests.core.story_companies import asking_when, calling_back, calling_nobody, leaving_messages, scheduling
from tests.core.story_times import by_day, until_evening
from tests.core.told import facts_of

NUMBER = "+436601111111"
DAY_S = 86400.0


def wish(in_s: float, **changes: object) -> ScheduleCallback:
    """A callback so long after the beginning of the story."""
    asked: dict[str, Any] = {
        "number": NUMBER,
        "queue": SALES,
        "not_before": MONDAY_TEN + in_s,
        "author": "boss",
    }
    return ScheduleCallback(**asked | changes)


def demanding() -> Policy:
    """As `scheduling`; sales needs level 6."""
    base = scheduling()
    sales = msgspec.structs.replace(base.queues[SALES], needs=need(sales=6))
    return msgspec.structs.replace(base, queues=base.queues | {SALES: sales})


def begun(policy: Policy) -> FloorStory:
    story = FloorStory(policy)
    story.hear(0.0, "AsteriskSeen")
    story.hear(0.0, "GoNotReady night break")
    return story


def asked(story: FloorStory, message: ScheduleCallback) -> Reply | None:
    return story.take(story.now_s, message).reply


@pytest.mark.parametrize(
    ("policy", "changes", "says"),
    [
        (calling_nobody(), {}, "The company calls nobody back: add callbacks: to the company file."),
        (scheduling(), {"queue": QueueId("sails")}, "no queue sails; it has repair, sales."),
        (scheduling(), {"queue": REPAIR}, "The queue repair calls nobody back: add callback: {} to it"),
        (scheduling(), {"in_s": -61.0}, "That moment has passed: choose a later one."),
        (scheduling(), {"in_s": MOST_AHEAD_S + 1.0}, "more than 366 days ahead: choose an earlier one."),
        (scheduling(), {"expires_at": MONDAY_TEN + 60.0}, "given up before it is tried: choose a later end."),
        (scheduling(), {"wanted": AgentId("99")}, "The company has no agent 99."),
        (
            scheduling(),
            {"wanted": AgentId("night")},
            "night is a line to the outside: behind it may be anybody.",
        ),
        (demanding(), {"wanted": AgentId("bob")}, "Bob (bob) has not the skills that sales needs: name"),
        (scheduling(), {"number": "+43900123456"}, "+43900123456 is never called: it is no number of an"),
        (scheduling(), {"number": "+3614567890"}, "+3614567890 is never called"),
        (
            until_evening(calling_back()),
            {"number": "+436604444444"},
            "+436604444444 is on the do-not-call list",
        ),
        (
            by_day(calling_back()),
            {"in_s": 300.0},
            f"At that moment it is no hour to call {NUMBER}, on the clock",
        ),
    ],
)
def test_what_cannot_be_done_says_what_to_do(policy: Policy, changes: dict[str, Any], says: str) -> None:
    story = begun(policy)
    in_s = changes.pop("in_s", 60.0)
    reply = asked(story, wish(in_s, **changes))
    assert isinstance(reply, Refused)
    assert says in reply.reason
    assert not list(story.floor.contacts())


def test_hours_hold_on_the_clock_of_the_customer() -> None:
    """At 11:15 in Vienna it is night in New York; at 17:15 it is 11:15 there, and evening here."""
    story = begun(by_day(calling_back()))
    for number, ok, in_s in ((NUMBER, True, 900.0), ("+12125550123", False, 900.0)):
        assert isinstance(asked(story, wish(in_s, number=number)), Done) is ok
    for number, ok, in_s in ((NUMBER, False, 6 * 3600.0 + 900.0), ("+12125550123", True, 6 * 3600.0 + 900.0)):
        assert isinstance(asked(story, wish(in_s, number=number)), Done) is ok


def test_of_a_number_a_queue_and_a_moment_there_is_one() -> None:
    story = begun(scheduling())
    replies = [asked(story, wish(60.0)), asked(story, wish(60.0)), asked(story, wish(61.0))]
    assert replies == [
        Done(contact=ContactId("c1-1")),
        Done(contact=ContactId("c1-1")),
        Done(contact=ContactId("c1-2")),
    ]
    for changes in ({"wanted": AgentId("bob")}, {"note": "hurry"}, {"name": "Mr Late"}, {"language": "hu"}):
        reply = asked(story, wish(60.0, **changes))
        assert isinstance(reply, Refused)
        assert "`acd callback cancel c1-1` first" in reply.reason
    assert isinstance(asked(story, wish(60.0, expires_at=MONDAY_TEN + 61.0)), Refused)
    assert len(facts_of(story, CallbackScheduled)) == 2


def test_there_is_one_also_if_its_moment_has_come_before_it_was_asked_for_again() -> None:
    """The answer was lost, and the moment was now."""
    story = begun(scheduling())
    assert asked(story, wish(0.0)) == Done(contact=ContactId("c1-1"))
    story.hear(5.0, "TimePassed")
    assert len(facts_of(story, CallbackFellDue)) == 1
    assert asked(story, wish(0.0)) == Done(contact=ContactId("c1-1"))
    assert isinstance(asked(story, wish(0.0, note="hurry")), Refused)
    assert len(facts_of(story, CallbackScheduled)) == 1


def test_a_message_that_is_left_instead_is_as_old_as_the_moment_and_not_as_the_wish() -> None:
    story = begun(leaving_messages())
    asked(story, wish(600.0))
    for at, words in (
        (600.0, "TimePassed"),
        (601.0, "LogIn bob 202"),
        (602.0, "GoReady bob"),
        (602.1, "LegSeen o1-2-leg"),
        (602.2, "LegRang o1-2-leg"),
        (603.0, "LegAnswered o1-2-leg"),
        (603.5, "KeyPressed o1-2-leg 1"),
        (604.0, "LegSeen c1-1-d1"),
        (604.1, "LegRang c1-1-d1"),
        (605.0, "LegAnswered c1-1-d1"),
        (605.0, "LegVanished o1-2-leg 16"),
        (605.5, "GoNotReady bob break"),
        (606.0, "KeyPressed c1-1-d1 4"),
        (607.0, "KeyPressed c1-1-d1 4"),
        (610.0, "TimePassed"),
        (612.0, f"RecordingEnded {recording_of(ContactId('c1-1'), MONDAY_TEN)} 5"),
    ):
        story.hear(at, words)
    (contact,) = story.floor.contacts()
    assert isinstance(contact.place, Queued)
    assert contact.place.since == MONDAY_TEN + 600.0


def test_what_is_known_of_the_number_goes_with_it() -> None:
    base = scheduling()
    rule = Rule(when=When(languages=frozenset({"de"})), needs=need(german=1))
    story = begun(msgspec.structs.replace(base, rules=(rule,)))
    asked(story, wish(60.0, name="Mr Late", note="again"))
    asked(story, wish(60.0, number="+436602222222", language="en"))
    story.hear(60.0, "TimePassed")
    (german, english) = facts_of(story, PlaceTaken)
    assert len(german.needs) == 2
    assert len(english.needs) == 1
    known = story.floor.contact(german.contact)
    assert known is not None
    assert (known.language, known.caller, known.did) == ("de", NUMBER, "+431234")
    assert isinstance(known.callback, Due)
    appointment = known.callback.order.appointment
    assert appointment is not None
    assert (appointment.name, appointment.note, appointment.author) == ("Mr Late", "again", "boss")


def test_nobody_is_overtaken_and_after_an_outage_they_come_in_the_order_of_their_moments() -> None:
    """Somebody who waits already is served first; somebody who comes later waits behind them."""
    story = begun(scheduling())
    for number, in_s in (("+436602222222", 40.0), ("+436603333333", 20.0), (NUMBER, 30.0)):
        asked(story, wish(in_s, number=number))
    story.hear(15.0, "CallArrived call-1 200 +436604444444")
    story.hear(16.0, "Restart")
    story.hear(90.0, "TimePassed")
    story.hear(90.0, "AsteriskSeen call-1:up")
    story.hear(91.0, "CallArrived call-2 200 +436605555555")
    standing = sorted(
        (contact.place.order_key - MONDAY_TEN, contact.number)
        for contact in story.floor.contacts()
        if isinstance(contact.place, Queued)
    )
    assert standing == [
        (15.0, "+436604444444"),
        (20.0, "+436603333333"),
        (30.0, NUMBER),
        (40.0, "+436602222222"),
        (91.0, "+436605555555"),
    ]


def test_until_its_moment_it_counts_for_nobody() -> None:
    """Neither as standing in the line, nor in what others are told of their wait."""
    story = begun(scheduling())
    story.hear(0.0, "LogIn bob 202")
    for n in range(5):
        asked(story, wish(3000.0, number=f"+43660111111{n}"))
    assert story.floor.waiting_in(SALES) == 0
    story.hear(1.0, "CallArrived call-1 200 +436604444444")
    (waits,) = (contact for contact in story.floor.contacts() if isinstance(contact.place, Queued))
    assert story.floor.position(waits) == 1


def test_who_has_keyed_in_a_time_counts_for_nobody_until_then() -> None:
    story = begun(asking_when())
    for n in range(3):
        at = float(10 * n)
        story.hear(at, f"CallArrived call-{n} 200 +43660111111{n}")
        for key in "51105":
            story.hear(at + 1.0, f"KeyPressed call-{n} {key}")
        story.hear(at + 2.0, f"PlaybackEnded c1-{n + 1}-p2")
        story.hear(at + 3.0, f"LegVanished call-{n} 16")
    story.hear(25.0, "CallArrived call-9 200 +436604444444")
    (waits,) = (contact for contact in story.floor.contacts() if isinstance(contact.callback, OnTheLine))
    assert (story.floor.waiting_in(SALES), story.floor.position(waits)) == (1, 1)
    story.hear(300.0, "TimePassed")
    assert [fact.contact for fact in facts_of(story, CallbackFellDue)] == ["c1-1", "c1-2", "c1-3"]
    assert (story.floor.waiting_in(SALES), story.floor.position(waits)) == (4, 4)


def test_the_time_runs_from_the_moment_that_was_agreed() -> None:
    story = begun(scheduling())
    asked(story, wish(3 * DAY_S))
    (scheduled,) = facts_of(story, CallbackScheduled)
    assert scheduled.expires_at == MONDAY_TEN + 3 * DAY_S + 3600.0
    (contact,) = story.floor.contacts()
    assert isinstance(contact.callback, Scheduled)
    assert story.engine.deadline() == MONDAY_TEN + 3 * DAY_S


def test_it_is_no_call_that_came_in_and_none_that_was_abandoned() -> None:
    story = begun(scheduling())
    asked(story, wish(60.0))
    asked(story, wish(60.0, number="+436602222222"))
    story.hear(50.0, "CancelCallback c1-2 boss")
    story.hear(60.0, "TimePassed")
    story.hear(70.0, "CancelCallback c1-1 boss")
    assert not facts_of(story, ContactArrived)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    (visit,) = visits(entries)
    assert (visit.contact, visit.waited_s, visit.result) == ("c1-1", 10.0, Result.UNREACHED)
    assert abandonment_rate(visits(entries)) == 0.0
    (interval,) = contact_intervals(entries)
    assert (interval.owner, interval.bucket) == ("c1-1", ContactBucket.WAITING)
    assert (interval.began_at, interval.ended_at) == (MONDAY_TEN + 60.0, MONDAY_TEN + 70.0)


def test_five_hundred_for_the_same_moment_are_called_one_after_the_other_and_none_is_lost() -> None:
    base = scheduling()
    assert base.dialling is not None
    policy = msgspec.structs.replace(base, dialling=msgspec.structs.replace(base.dialling, lines=1))
    story = begun(policy)
    numbers = [f"+4366011{n:05}" for n in range(500)]
    assert all(dialable(number, base.dialling) for number in numbers)
    for number in numbers:
        assert isinstance(asked(story, wish(60.0, number=number)), Done)
    story.hear(60.0, "TimePassed")
    assert len(facts_of(story, CallbackFellDue)) == 500
    assert story.floor.waiting_in(SALES) == 500
    story.hear(61.0, "LogIn bob 202")
    story.hear(61.0, "GoReady bob")
    (offer,) = facts_of(story, OfferOpened)
    assert offer.contact == min(contact.id for contact in story.floor.contacts())


def test_somebody_who_has_left_the_company_is_waited_for_no_more() -> None:
    base = scheduling()
    story = begun(base)
    asked(story, wish(60.0, wanted=AgentId("joe")))
    people = {name: person for name, person in base.agents.items() if name != "joe"}
    story.take(1.0, PolicyApplied(policy=msgspec.structs.replace(base, version=3, agents=people)))
    story.hear(60.0, "TimePassed")
    (taken,) = facts_of(story, PlaceTaken)
    assert taken.meant_for is None


def test_whom_a_caller_has_asked_for_is_waited_for_at_the_moment_that_was_keyed_in() -> None:
    """Whoever else is free; when it was agreed nobody was there at all."""
    base = asking_when()
    anna = msgspec.structs.replace(base.agents[AgentId("bob")], id=AgentId("201"), name="Anna")
    whom = Ask(
        prompt=PromptId("whom"),
        unknown=PromptId("unknown"),
        no_key=PromptId("no_key"),
        means=Meaning.EXTENSION,
        least=3,
        most=3,
        wait_s=5.0,
        tries=1,
        next=NodeId("line"),
        otherwise=NodeId("line"),
    )
    asking = Flow(
        id=FlowId("straight"),
        start=NodeId("whom"),
        nodes={NodeId("whom"): whom, NodeId("line"): Enqueue(queue=SALES)},
    )
    sales = msgspec.structs.replace(base.queues[SALES], personal=Personal(wait_s=20.0, substitutes_s=20.0))
    policy = msgspec.structs.replace(
        base,
        agents=base.agents | {anna.id: anna},
        flows=base.flows | {asking.id: asking},
        queues=base.queues | {SALES: sales},
    )
    story = begun(policy)
    story.hear(1.0, f"CallArrived call-1 200 {NUMBER}")
    for at, key in enumerate("20151105", start=2):
        story.hear(float(at), f"KeyPressed call-1 {key}")
    story.hear(10.0, "PlaybackEnded c1-1-p3")
    story.hear(11.0, "LegVanished call-1 16")
    while (moment := story.engine.deadline()) is not None and moment < MONDAY_TEN + 300.0:
        story.hear(moment - MONDAY_TEN, "TimePassed")
    assert [fact.agent for fact in facts_of(story, PersonGivenUp)] == ["201", "201"]
    story.hear(299.0, "LogIn 201 201")
    story.hear(299.0, "LogIn bob 202")
    story.hear(299.0, "GoReady bob")
    story.hear(300.0, "TimePassed")
    (wanted,) = facts_of(story, PersonWanted)
    assert (wanted.agent, wanted.until) == ("201", MONDAY_TEN + 320.0)
    assert facts_of(story, OfferOpened) == []


def test_of_two_for_one_number_the_one_of_the_earlier_moment_is_first() -> None:
    """The first rests because somebody calls from there; when that call is over the second gives way."""
    story = begun(scheduling())
    asked(story, wish(20.0))
    asked(story, wish(40.0))
    story.hear(10.0, f"CallArrived call-1 200 {NUMBER}")
    story.hear(20.0, "TimePassed")
    story.hear(30.0, "LegVanished call-1 16")
    story.hear(40.0, "TimePassed")
    put_off = [(fact.contact, fact.until - MONDAY_TEN) for fact in facts_of(story, CallbackPutOff)]
    assert put_off == [("c1-1", 50.0), ("c1-2", 70.0)]
    story.hear(50.0, "TimePassed")
    (due,) = facts_of(story, CallbackFellDue)
    assert due.contact == "c1-1"
