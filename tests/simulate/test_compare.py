"""Two companies under the same callers: a difference is called real when it is."""

import msgspec

from acd.model.ids import AgentId
from acd.simulate.compare import compare
from acd.simulate.runs import run_all
from acd.simulate.schema import Absence, Group, Poisson, Queue, Scenario, Stream
from acd.simulate.world import Setting
from tests.core.story_companies import one_person
from tests.simulate.floors import fixed, setting

RUNS = 6


def test_one_agent_more_is_a_real_difference_and_the_pairs_show_it_better() -> None:
    few = run_all(setting(agents={"clerks": Group(count=3)}), seed=1, runs=RUNS, jobs=1)
    more = run_all(setting(agents={"clerks": Group(count=4)}), seed=1, runs=RUNS, jobs=1)
    found = compare("test", ("3", "4"), 1, few, more).overall["delayed"]
    assert found.real
    assert found.verdict.endswith("less: real")
    assert found.difference.half_width is not None
    assert found.a.half_width is not None
    assert found.difference.half_width < found.a.half_width


def test_the_same_company_under_another_name_does_not_differ() -> None:
    runs = run_all(setting(), seed=1, runs=RUNS, jobs=1)
    again = run_all(setting(queues={"calls": Queue(name="Other")}), seed=1, runs=RUNS, jobs=1)
    found = compare("test", ("a", "b"), 1, runs, again)
    assert {difference.verdict for difference in found.overall.values()} == {"no difference"}


def test_a_difference_smaller_than_chance_is_not_called_real() -> None:
    first = run_all(setting(), seed=1, runs=RUNS, jobs=1)
    other = run_all(setting(), seed=2, runs=RUNS, jobs=1)
    found = compare("test", ("a", "b"), 1, first, other).overall["delayed"]
    assert not found.real
    assert found.verdict.startswith("no difference can be told")


def test_what_substitutes_spare_the_callers_for_one_person_is_told() -> None:
    with_joe = one_person()
    bob = msgspec.structs.replace(with_joe.agents[AgentId("bob")], substitutes=())
    alone = msgspec.structs.replace(with_joe, agents={**with_joe.agents, bob.id: bob})
    bobs = Stream(number="200", callers=("+361",), arrivals=Poisson(per_hour=6), handle=fixed(30.0))
    scenario = Scenario(
        scenario="test",
        starts="2026-01-05 10:00",
        hours=2.0,
        streams={"c": bobs},
        absences=(Absence(begins="2026-01-05 09:00", agent="bob", reason="ill"),),
    )
    runs = [
        run_all(Setting(policy=policy, scenario=scenario), seed=1, runs=RUNS, jobs=1)
        for policy in (alone, with_joe)
    ]
    found = compare("test", ("alone", "with Joe"), 1, *runs).meant
    assert found["share.substitute"].verdict.endswith("more: real")
    assert found["share.queue"].verdict.endswith("less: real")
