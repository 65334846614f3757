"""A day that has happened comes back: the same callers, about the same waits, and room for what-if."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from acd.model.about import About
from acd.model.contact import Ending
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    CallbackAgreed,
    ContactArrived,
    ContactEnded,
    Fact,
    KeyTaken,
    Overflowed,
    PlaceTaken,
    TalkBegan,
    TalkFailed,
)
from acd.model.ids import AgentId, BridgeId, ContactId, LegId, NodeId, OfferId, PhoneId, QueueId
from acd.model.queue import Excess, ToFlow, ToVoicemail
from acd.runtime.ports import Entry
from acd.simulate.figures import RunFigures
from acd.simulate.history import NothingHappened, PastCall, patience, scenario_of
from acd.simulate.runs import run_once
from acd.simulate.schema import Exponential, Group, Queue
from acd.simulate.world import Setting
from tests.simulate import floors
from tests.simulate.floors import CALLS, setting

MONDAY = date(2026, 1, 5)
CALLS_QUEUE = QueueId("calls")
MIDNIGHT = datetime(2026, 1, 5, tzinfo=ZoneInfo("UTC"))
STREAM = msgspec.structs.replace(
    CALLS, handle=Exponential(mean_s=150), patience=Exponential(mean_s=120), arrivals=CALLS.arrivals
)
GROUP = Group(count=3, shifts=("06:00-12:00", "12:30-18:00"), breaks=("10:00-10:15",))


def lived() -> tuple[Setting, list[Entry], RunFigures]:
    """A day with callers who lose patience, as the fact table would tell it."""
    company = setting(
        hours=24.0,
        streams={"calls": STREAM},
        agents={"clerks": GROUP},
        queues={"calls": Queue(wrap_up_s=15.0)},
    )
    entries, _ = floors.lived(company)
    return company, entries, run_once(company, 1, 0)


def again(company: Setting, entries: list[Entry]) -> Setting:
    """The day as a scenario, at some company."""
    read = scenario_of(entries, MONDAY, company.policy)
    return Setting(policy=company.policy, scenario=read.scenario, values=read.values, pasts=read.pasts)


def test_the_same_callers_call_again_and_fare_much_the_same() -> None:
    company, entries, was = lived()
    replayed = run_once(again(company, entries), 7, 0)
    assert replayed.overall["offered"] == was.overall["offered"]
    for figure in ("abandoned", "occupancy"):
        assert replayed.overall[figure] == pytest.approx(was.overall[figure], rel=0.05), figure
    assert replayed.overall["wait_s.mean"] == pytest.approx(was.overall["wait_s.mean"], rel=0.15)


def test_agents_are_there_when_they_were() -> None:
    company, entries, _ = lived()
    habits = again(company, entries).scenario.habits
    assert all(person.shifts is not None and len(person.shifts) == 2 for person in habits.values())
    assert all(person.breaks == ("10:00-10:15",) for person in habits.values())


def test_agents_fail_to_take_calls_as_often_as_they_did() -> None:
    group = Group(count=3, no_answer=0.1, rejected=0.2, unreachable=0.1)
    company = setting(hours=24.0, streams={"calls": STREAM}, agents={"clerks": group})
    habits = again(company, floors.lived(company)[0]).scenario.habits.values()
    for share, said in (("no_answer", 0.1), ("rejected", 0.2), ("unreachable", 0.1)):
        assert [getattr(person, share) for person in habits] == pytest.approx([said] * 3, abs=0.05), share


def test_who_moves_to_another_desk_works_one_shift_and_a_break_goes_on_under_another_reason() -> None:
    company, entries, _ = lived()
    agent = AgentId(sorted(company.policy.agents)[0])
    midnight = MIDNIGHT.timestamp()

    def of(hour: float, fact: Fact) -> Entry:
        return Entry(at=midnight + hour * 3600.0, facts=(fact,))

    arrivals = [entry for entry in entries if isinstance(entry.facts[0], ContactArrived)]
    told = [
        of(8, AgentLoggedIn(agent=agent, phone=PhoneId("1"))),
        of(8, AgentBecameReady(agent=agent)),
        of(9, AgentLoggedIn(agent=agent, phone=PhoneId("2"))),
        of(10, AgentBecameNotReady(agent=agent, reason="break")),
        of(10.5, AgentBecameNotReady(agent=agent, reason="training")),
        of(11, AgentBecameReady(agent=agent)),
        of(16, AgentLoggedOut(agent=agent, reason="logged out")),
    ]
    habits = again(company, [*arrivals, *told]).scenario.habits[agent]
    assert habits.shifts == ("08:00-16:00",)
    assert habits.breaks == ("10:00-11:00",)


def test_keys_of_the_menu_while_waiting_are_not_pressed_again() -> None:
    company, _, _ = lived()
    (did, number) = next(iter(company.policy.dids.items()))
    noon = MIDNIGHT.timestamp() + 12 * 3600.0
    contact = ContactId("curious")

    def key(digit: str) -> KeyTaken:
        return KeyTaken(contact=contact, node=NodeId("menu"), key=digit)

    came = ContactArrived(
        contact=contact, leg=LegId("leg"), did=did, caller=None, flow=number.flow, open=True, policy_version=1
    )
    taken = PlaceTaken(contact=contact, queue=CALLS_QUEUE, needs=(), order_key=noon)
    on = Overflowed(
        contact=contact,
        queue=CALLS_QUEUE,
        to=ToFlow(flow=number.flow),
        because=Excess.LENGTH,
        needs=(),
        about=About(),
    )
    told = (came, key("1"), taken, key("2"), on, key("3"), taken, key("4"))
    pasts = scenario_of([Entry(at=noon, facts=told)], MONDAY, company.policy).pasts[did]
    assert [past.keys for past in pasts] == ["13"]


def test_a_wait_goes_on_after_a_talk_that_failed_and_ends_where_the_queue_is_left() -> None:
    company, _, _ = lived()
    (did, number) = next(iter(company.policy.dids.items()))
    noon = MIDNIGHT.timestamp() + 12 * 3600.0
    failed, sent_on = ContactId("failed"), ContactId("sent-on")
    anna, leg, bridge = AgentId("anna"), LegId("leg"), BridgeId("bridge")

    def call(contact: ContactId) -> tuple[Fact, ...]:
        came = ContactArrived(
            contact=contact, leg=leg, did=did, caller=None, flow=number.flow, open=True, policy_version=1
        )
        return came, PlaceTaken(contact=contact, queue=CALLS_QUEUE, needs=(), order_key=noon)

    gone = Overflowed(
        contact=sent_on,
        queue=CALLS_QUEUE,
        to=ToVoicemail(box="box"),
        because=Excess.LENGTH,
        needs=(),
        about=About(),
    )
    told: dict[float, tuple[Fact, ...]] = {
        0.0: (*call(failed), *call(sent_on)),
        20.0: (TalkBegan(contact=failed, agent=anna, offer=OfferId("offer"), bridge=bridge),),
        21.0: (TalkFailed(contact=failed, agent=anna, leg=leg, bridge=bridge),),
        30.0: (gone,),
        60.0: (ContactEnded(contact=failed, ending=Ending.ABANDONED),),
        90.0: (ContactEnded(contact=sent_on, ending=Ending.VOICEMAIL),),
    }
    entries = [Entry(at=noon + after_s, facts=facts) for after_s, facts in told.items()]
    pasts = scenario_of(entries, MONDAY, company.policy).pasts[did]
    assert [(past.patience_s, past.waited_s) for past in pasts] == [(60.0, 60.0), (None, 30.0)]


def test_whoever_asked_to_be_called_back_was_patient_until_then_and_perhaps_longer() -> None:
    company = setting()
    did = next(iter(company.policy.dids))
    noon, caller = MIDNIGHT.timestamp() + 12 * 3600.0, ContactId("c1")
    taken = PlaceTaken(contact=caller, queue=CALLS_QUEUE, needs=(), order_key=noon)
    arrived = ContactArrived(
        contact=caller,
        leg=LegId("leg"),
        did=did,
        caller="+436601111111",
        flow=company.policy.dids[did].flow,
        open=True,
        policy_version=1,
    )
    told: dict[float, tuple[Fact, ...]] = {
        0.0: (arrived, taken),
        40.0: (CallbackAgreed(contact=caller, number="+436601111111"),),
        9000.0: (ContactEnded(contact=caller, ending=Ending.UNREACHED),),
    }
    entries = [Entry(at=noon + after_s, facts=facts) for after_s, facts in told.items()]
    pasts = scenario_of(entries, MONDAY, company.policy).pasts[did]
    assert [(past.patience_s, past.waited_s) for past in pasts] == [(None, 40.0)]


def test_with_more_agents_fewer_would_have_hung_up() -> None:
    company, entries, was = lived()
    read = again(company, entries)
    many = setting(agents={"clerks": Group(count=12)}, streams={"calls": STREAM})
    there = msgspec.structs.replace(read.scenario, habits={})
    planned = run_once(msgspec.structs.replace(read, policy=many.policy, scenario=there), 1, 0)
    assert planned.overall["offered"] == was.overall["offered"]
    # Nobody has to wait; only those hang up who are known to have done so, before they could be served.
    assert (planned.overall["abandoned"] or 0.0) < (was.overall["abandoned"] or 0.0) / 10


def test_a_day_without_calls_is_told() -> None:
    company, entries, _ = lived()
    with pytest.raises(NothingHappened, match="choose another day"):
        scenario_of(entries, date(2026, 2, 1), company.policy)


def test_patience_is_estimated_with_those_who_were_answered_in_mind() -> None:
    """Half of all are patient for 100 s at most; whoever is answered is answered after 50."""

    def call(waited_s: float, *, abandoned: bool) -> PastCall:
        return PastCall(did="1", at=0.0, caller=None, entered_at=0.0, ended_at=waited_s, abandoned=abandoned)

    calls = [call(20.0, abandoned=True), call(50.0, abandoned=False), call(100.0, abandoned=True)]
    drawn = list(patience([*calls, call(200.0, abandoned=False)]))
    # A quarter leaves at 20 s; of the two who are left at 100 s one leaves: 3/4 · 1/2.
    assert drawn.count(20.0) == 250
    assert drawn.count(100.0) == 375
    assert drawn.count(float("inf")) == 375
