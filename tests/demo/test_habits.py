"""What people decide, and that a seed decides it."""

from collections import Counter
from itertools import groupby

from acd.demo.habits import Habits, Reaction, chances
from acd.demo.ways import ways
from tests.demo.example import MIDNIGHT, NOON, example, policy

POLICY = policy(example())
BY_DAY = ways(POLICY, NOON)
CHANCES = chances(BY_DAY, [way.queue != "business" for way in BY_DAY])
CALLS = range(600)


def test_a_seed_decides_every_call_and_every_ring_and_another_seed_otherwise() -> None:
    one, same, other = Habits(seed=7), Habits(seed=7), Habits(seed=8)
    assert [one.call(n, CHANCES) for n in CALLS] == [same.call(n, CHANCES) for n in CALLS]
    assert [one.ring("202", n) for n in CALLS] == [same.ring("202", n) for n in CALLS]
    assert [one.call(n, CHANCES) for n in CALLS] != [other.call(n, CHANCES) for n in CALLS]
    assert [one.ring("202", n) for n in CALLS] != [one.ring("203", n) for n in CALLS]


def test_it_does_not_matter_when_or_in_which_order_somebody_decides() -> None:
    habits = Habits(seed=7)
    forwards = [habits.call(n, CHANCES) for n in CALLS]
    assert [habits.call(n, CHANCES) for n in reversed(CALLS)] == forwards[::-1]


def test_at_twice_the_pace_people_do_the_same_in_half_the_time() -> None:
    slow, quick = Habits(seed=7), Habits(seed=7, pace=2)
    for n in CALLS:
        usual, hurried = slow.call(n, CHANCES), quick.call(n, CHANCES)
        assert (usual.did, [press.key for press in usual.presses]) == (
            hurried.did,
            [press.key for press in hurried.presses],
        )
        assert (usual.patience_s, usual.talk_s) == (2 * hurried.patience_s, 2 * hurried.talk_s)
        assert slow.ring("202", n).reaction == quick.ring("202", n).reaction


def test_callers_take_every_way_and_now_and_then_one_on_which_nobody_can_help() -> None:
    plans = [Habits(seed=1).call(n, CHANCES) for n in CALLS]
    dialled = Counter(plan.did for plan in plans)
    assert set(dialled) == set(POLICY.dids)
    assert 0 < dialled["5600"] < min(dialled[did] for did in ("5100", "5300", "5900"))
    pressed = {"".join(press.key for press in plan.presses)[-1:] for plan in plans if plan.did == "5100"}
    assert {"1", "2", "3", ""} <= pressed


def test_a_key_that_means_nothing_is_followed_by_one_that_does() -> None:
    plans = [Habits(seed=1).call(n, CHANCES) for n in CALLS]
    mistyped = [plan for plan in plans if len(plan.presses) == 2]
    assert mistyped
    for plan in mistyped:
        known = next(way.menus[0] for way in BY_DAY if way.did == plan.did)
        wrong, right = (press.key for press in plan.presses)
        assert wrong not in known
        assert right in known


def test_some_callers_wait_long_and_some_do_not() -> None:
    waits_s = [Habits(seed=1).call(n, CHANCES).patience_s for n in CALLS]
    assert sum(wait_s < 22 for wait_s in waits_s) > 60
    assert sum(wait_s > 30 for wait_s in waits_s) > 300


def test_agents_mostly_answer_the_first_ring_always_and_do_everything_else_now_and_then() -> None:
    habits = Habits(seed=1)
    reactions = Counter(habits.ring("202", n).reaction for n in CALLS)
    assert reactions[Reaction.ANSWER] > 450
    assert min(reactions[reaction] for reaction in Reaction) > 5
    assert {habits.ring(str(agent), 0).reaction for agent in CALLS} == {Reaction.ANSWER}
    assert 20 < sum(habits.ring("202", n).break_s > 0 for n in CALLS) < 120


def test_who_leaves_the_desk_misses_two_rings_in_a_row() -> None:
    reactions = [Habits(seed=1).ring("202", n).reaction for n in CALLS]
    stretches = [len(list(run)) for reaction, run in groupby(reactions) if reaction is Reaction.IGNORE]
    assert len(stretches) > 10
    assert min(stretches[:-1]) >= 2


def test_out_of_hours_callers_still_try_now_and_then_but_mostly_where_it_is_open() -> None:
    by_night = ways(POLICY, MIDNIGHT)
    dialled = Counter(
        Habits(seed=1).call(n, chances(by_night, [way.queue is not None for way in by_night])).did
        for n in CALLS
    )
    assert dialled["5100"] + dialled["5900"] > 450
    assert dialled["5200"] > 0
