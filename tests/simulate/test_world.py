"""What callers and agents of a scenario do, as somebody who plans would notice it."""

from collections import Counter

import msgspec
import pytest

from acd.kpi.agent_books import agent_intervals
from acd.kpi.figures import aht_s
from acd.kpi.intervals import AgentBucket
from acd.model.fact import Announced, CallbackAgreed, MenuOpened, OfferAnswered, OfferFailed, OfferOpened
from acd.model.outcome import Outcome
from acd.model.people import Failure
from acd.simulate.figures import gini, jain, percentile
from acd.simulate.runs import run_all
from acd.simulate.schema import Exponential, Group, Interval, Poisson, Queue, Redial, Stream, Table
from tests.simulate.floors import CALLS, figures, fixed, lived, peak_day, setting, world


def test_the_same_seed_gives_the_same_figures_and_another_one_others() -> None:
    assert figures(seed=3, run=1) == figures(seed=3, run=1)
    assert figures(seed=3, run=1) != figures(seed=4, run=1)
    assert figures(seed=3, run=1).overall != figures(seed=3, run=2).overall


def test_the_number_of_processes_changes_nothing() -> None:
    short = setting(hours=1.0)
    assert run_all(short, seed=5, runs=3, jobs=1) == run_all(short, seed=5, runs=3, jobs=2)


def test_another_company_meets_the_very_same_callers() -> None:
    few, many = world(agents={"clerks": Group(count=2)}), world(agents={"clerks": Group(count=5)})
    arrived = [[visit.entered_at for visit in each.run().streams["calls"].visits] for each in (few, many)]
    assert sorted(arrived[0]) == sorted(arrived[1])


def test_who_finds_all_lines_taken_is_blocked_and_has_not_abandoned() -> None:
    found = figures(lines=2).overall
    assert found["blocked"]
    assert (found["delayed"], found["abandoned"], found["wait_s.mean"]) == (0.0, 0.0, 0.0)


def test_who_calls_again_is_offered_again() -> None:
    again = msgspec.structs.replace(CALLS, redial=Redial(share=1.0, after=fixed(30.0), most=3))
    assert (figures(lines=2, streams={"calls": again}).overall["offered"] or 0) > (
        figures(lines=2).overall["offered"] or 0
    )


def test_a_caller_hangs_up_when_patience_ends() -> None:
    hasty = msgspec.structs.replace(CALLS, patience=fixed(10.0))
    tally = world(streams={"calls": hasty}).run()
    left = [visit.waited_s for visit in tally.streams["calls"].visits if visit.result == "abandoned"]
    assert left
    assert left == pytest.approx([10.0] * len(left), abs=1e-6)


def test_who_still_waits_at_the_end_has_entered_is_delayed_and_not_served_in_time() -> None:
    """Nobody has what some of them need: they wait for ever."""
    few = Stream(queue="calls", arrivals=Poisson(per_hour=5), handle=fixed(60.0))
    streams = {"hard": msgspec.structs.replace(few, needs={"law": 7}), "easy": few}
    found = figures(streams=streams, agents={"clerk": Group(skills={"law": 5})}, hours=2.0)
    left, served = found.streams["hard"], found.streams["easy"]
    assert left["offered"]
    assert (left["entered"], left["delayed"], left["still_waiting"]) == (1.0, 1.0, 1.0)
    assert (left["abandoned"], left["service_level.20"], left["wait_s.mean"]) == (0.0, 0.0, None)
    assert (left["time_in_queue_s"] or 0.0) > 24 * 3600
    assert served["still_waiting"] == 0.0
    assert (served["service_level.20"] or 0.0) > 0.5


def test_who_still_talks_at_the_end_was_answered() -> None:
    endless = Stream(queue="calls", arrivals=Poisson(per_hour=5), handle=fixed(9e5))
    found = figures(streams={"calls": endless}, agents={"clerks": Group(count=99)}, hours=2.0).overall
    assert (found["entered"], found["still_waiting"], found["wait_s.mean"]) == (1.0, 0.0, 0.0)


def test_agents_work_in_their_shifts_and_not_in_their_breaks() -> None:
    group = Group(count=2, shifts=("01:00-04:00",), breaks=("02:00-02:30",))
    minute = msgspec.structs.replace(CALLS, handle=fixed(60.0))
    tally = world(agents={"clerks": group}, streams={"calls": minute}).run()
    for agent in tally.agents.values():  # a talk is finished first
        assert 2.5 * 3600 <= agent.busy_all_s + agent.idle_s <= 2.5 * 3600 + 2 * 60
        assert agent.contacts


def test_who_still_talks_when_the_next_shift_begins_works_in_it_all_the_same() -> None:
    group = Group(shifts=("00:00-01:00", "01:10-05:00"))
    long = Stream(queue="calls", arrivals=Poisson(per_hour=60), handle=fixed(50 * 60.0))
    entries, _ = lived(setting(agents={"clerk": group}, streams={"calls": long}))
    began_at = entries[0].at
    answered = [
        (entry.at - began_at) / 60.0
        for entry in entries
        for fact in entry.facts
        if isinstance(fact, OfferAnswered) and entry.at < began_at + 5 * 3600
    ]
    # The second talk begins in the first hour and ends long after the second shift has begun.
    assert [round(at - answered[0]) for at in answered] == [0, 50, 100, 150, 200, 250]


def test_a_phone_takes_its_time_to_be_answered_and_that_is_no_delay() -> None:
    found = figures(agents={"clerks": Group(count=40, answer=fixed(6.0))}).overall
    assert found["delayed"] == 0.0
    assert found["wait_s.mean"] == pytest.approx(6.0)


def test_calls_that_are_let_ring_go_to_others_and_the_agent_comes_back() -> None:
    group = Group(count=3, no_answer=0.3, back_after=fixed(60.0))
    found = figures(agents={"clerks": group}, hours=8.0)
    assert all((agent["not_taken"] or 0) > 2 for agent in found.agents.values())
    assert found.overall["abandoned"] == 0.0


@pytest.mark.parametrize(
    ("habits", "failure", "after_s"),
    [
        ({"rejected": 1.0}, Failure.REJECTED, 6.0),
        ({"unreachable": 1.0}, Failure.UNREACHABLE, 0.0),
        ({"no_answer": 1.0}, Failure.NO_ANSWER, 15.0),
    ],
)
def test_calls_are_rejected_or_do_not_reach_the_phone(
    habits: dict[str, float], failure: Failure, after_s: float
) -> None:
    group = msgspec.structs.replace(Group(count=2, answer=fixed(6.0)), **habits)
    hasty = msgspec.structs.replace(CALLS, patience=fixed(60.0))
    entries, _ = lived(setting(agents={"clerks": group}, streams={"calls": hasty}, hours=1.0))
    opened = {
        fact.offer: entry.at for entry in entries for fact in entry.facts if isinstance(fact, OfferOpened)
    }
    failed = [
        (fact.failure, entry.at - opened[fact.offer])
        for entry in entries
        for fact in entry.facts
        if isinstance(fact, OfferFailed)
    ]
    assert len(failed) > 4
    assert {each for each, _ in failed} == {failure}
    assert [waited_s for _, waited_s in failed] == pytest.approx([after_s] * len(failed), abs=1e-3)


def test_the_ways_of_not_taking_a_call_come_as_often_as_is_said() -> None:
    group = Group(count=30, no_answer=0.1, rejected=0.2, unreachable=0.3, back_after=fixed(1.0))
    often = msgspec.structs.replace(CALLS, arrivals=Poisson(per_hour=600), handle=fixed(1.0))
    entries, _ = lived(setting(agents={"clerks": group}, streams={"calls": often}, hours=1.0))
    facts = [fact for entry in entries for fact in entry.facts]
    offers = sum(isinstance(fact, OfferOpened) for fact in facts)
    failures = Counter(fact.failure for fact in facts if isinstance(fact, OfferFailed))
    assert failures[Failure.NO_ANSWER] / offers == pytest.approx(0.1, abs=0.04)
    assert failures[Failure.REJECTED] / offers == pytest.approx(0.2, abs=0.04)
    assert failures[Failure.UNREACHABLE] / offers == pytest.approx(0.3, abs=0.04)


def test_wrap_up_is_as_long_as_the_agent_takes_within_the_limit() -> None:
    queues = {"calls": Queue(wrap_up_s=30.0)}
    limit = figures(queues=queues, agents={"clerks": Group(count=20)})
    quick = figures(queues=queues, agents={"clerks": Group(count=20, wrap_up=fixed(10.0))})
    # Twenty seconds less for each of sixty calls an hour, among twenty.
    difference = (limit.overall["occupancy"] or 0) - (quick.overall["occupancy"] or 0)
    calls_per_s = (limit.overall["offered"] or 0) / (5 * 3600)
    assert difference == pytest.approx(20.0 * calls_per_s / 20, rel=0.02)


def test_a_table_of_hours_makes_as_many_callers_as_it_says() -> None:
    table = Table(
        intervals=(
            Interval(at="01:00", per_hour=600),
            Interval(at="02:00", per_hour=0),
            Interval(at="03:00", per_hour=60),
        )
    )
    stream = Stream(queue="calls", arrivals=table, handle=fixed(1.0))
    tally = world(streams={"calls": stream}, agents={"clerks": Group(count=9)}, hours=4.0).run()
    midnight = 1767571200.0
    by_hour = [
        sum(
            hour <= (visit.entered_at - midnight) / 3600 < hour + 1 for visit in tally.streams["calls"].visits
        )
        for hour in range(4)
    ]
    assert by_hour[0] == by_hour[2] == 0
    assert by_hour[1] == pytest.approx(600, abs=4 * 600**0.5)
    assert by_hour[3] == pytest.approx(60, abs=4 * 60**0.5)


def test_the_time_of_agents_is_what_their_books_say() -> None:
    """The tally keeps no facts; the books of `acd.kpi` do, and come to the same."""
    made = world(queues={"calls": Queue(wrap_up_s=20.0)}, hours=2.0)
    kept: list[Outcome] = []
    handle = made.engine.handle

    def noting(message: object, at: float) -> Outcome:
        kept.append(handle(message, at))  # type: ignore[arg-type]
        return kept[-1]

    made.engine.handle = noting  # type: ignore[method-assign]
    tally = made.run()
    began_at = kept[0].at
    until = began_at + 2 * 3600
    intervals = agent_intervals([each for each in kept if each.at <= until], until)
    for name, agent in tally.agents.items():
        own = [interval for interval in intervals if interval.owner == name]
        busy = (AgentBucket.TALKING, AgentBucket.WRAP_UP, AgentBucket.JOINING)
        assert agent.busy_all_s == pytest.approx(sum(each.length_s for each in own if each.bucket in busy))
        free = (AgentBucket.IDLE, AgentBucket.RESERVED)
        assert agent.idle_s == pytest.approx(sum(each.length_s for each in own if each.bucket in free))
    assert aht_s(intervals) is not None


def test_levels_of_needs_decide_who_serves() -> None:
    hard = Stream(
        queue="calls", arrivals=Poisson(per_hour=30), handle=Exponential(mean_s=60), needs={"law": 5}
    )
    agents = {"jurists": Group(skills={"law": 7}), "clerks": Group(skills={"law": 2})}
    found = figures(streams={"hard": hard}, agents=agents).agents
    assert (found["clerks"]["contacts"], (found["jurists"]["contacts"] or 0) > 0) == (0.0, True)


def test_measures_of_spread_are_those_of_the_books() -> None:
    assert jain([1.0, 1.0, 1.0]) == 1.0
    assert jain([1.0, 0.0, 0.0, 0.0]) == 0.25
    assert gini([2.0, 2.0]) == 0.0
    assert gini([0.0, 0.0, 0.0, 1.0]) == 0.75
    assert percentile([1.0, 2.0, 3.0, 4.0], 50) == 2.5


def test_those_who_wait_are_told_what_the_company_says_and_press_keys_to_be_called_back_only() -> None:
    entries, _ = lived(peak_day())
    facts = [fact for entry in entries for fact in entry.facts]
    told = [fact for fact in facts if isinstance(fact, Announced)]
    assert {fact.prompt for fact in told} >= {"place", "soon", "unsure", "meanwhile"}
    assert {fact.position for fact in told if fact.prompt == "place"} >= {1, 2, 3}
    asked = {fact.contact for fact in facts if isinstance(fact, MenuOpened)}
    assert asked == {fact.contact for fact in facts if isinstance(fact, CallbackAgreed)} != set()
