"""Two companies under the same callers: a difference is called real when it is."""

from acd.simulate.compare import compare
from acd.simulate.runs import run_all
from acd.simulate.schema import Group, Queue
from tests.simulate.floors import setting

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
