"""The expected wait: the formula, what is learnt of its error, and what people are told."""

import random
from collections.abc import Iterable
from itertools import pairwise
from math import factorial, isclose

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.core.expectation.cold_start import cold_start_s
from acd.core.expectation.forecast import inputs, no_later, promise
from acd.core.expectation.learner import MOST_KINDS, STALE_AFTER, Learner
from acd.core.expectation.outlook import DESERTED, Outlook
from acd.core.expectation.rates import Rates
from acd.core.expectation.regression import MEMORY, Inputs, Regression
from acd.core.expectation.rounding import around
from acd.model.contact import Queued
from acd.model.experience import Experience, Lesson
from acd.model.fact import WaitEnded
from acd.model.ids import ContactId
from acd.model.promise import AT_ONCE, ROUND_MIN, Basis, Promise, Unsure, WaitEnd
from acd.telling.promises import expected_in_short, expected_wait
from tests.core.small_company import SALES, need

# --- the formula -------------------------------------------------------------------------------------------


@given(
    ahead=st.integers(0, 300),
    agents=st.integers(1, 200),
    handle_s=st.floats(1.0, 2000.0),
    patience_s=st.floats(1.0, 1e5),
)
def test_the_formula_is_the_sum_of_the_mean_times_between_departures(
    ahead: int, agents: int, handle_s: float, patience_s: float
) -> None:
    found = cold_start_s(ahead, agents=agents, handle_s=handle_s, leaving_per_s=1.0 / patience_s)
    exact = sum(1.0 / (agents / handle_s + gone / patience_s) for gone in range(ahead + 1))
    assert isclose(found, exact, rel_tol=1e-7)


@given(ahead=st.integers(0, 10_000), agents=st.integers(1, 200), handle_s=st.floats(1.0, 2000.0))
def test_where_nobody_gives_up_the_formula_is_a_straight_line(
    ahead: int, agents: int, handle_s: float
) -> None:
    straight = (ahead + 1) * handle_s / agents
    assert cold_start_s(ahead, agents=agents, handle_s=handle_s, leaving_per_s=0.0) == pytest.approx(straight)
    rarely = cold_start_s(ahead, agents=agents, handle_s=handle_s, leaving_per_s=1e-8 / handle_s)
    assert rarely == pytest.approx(straight, rel=1e-4)


@pytest.mark.parametrize(
    ("per_hour", "handle_s", "agents", "asa_s"), [(100, 180, 8, 10.036), (200, 180, 14, 7.836)]
)
def test_over_all_who_come_the_formula_is_erlangs(
    per_hour: float, handle_s: float, agents: int, asa_s: float
) -> None:
    """M/M/c, so that arrivals see what is there on average: P(n busy, k waiting), and the mean over it."""
    load = per_hour * handle_s / 3600
    some = [load**busy / factorial(busy) for busy in range(agents)]
    full = load**agents / factorial(agents)
    waiting = [full * (load / agents) ** ahead for ahead in range(1000)]
    all_together = sum(some) + sum(waiting)
    mean_s = sum(
        weight / all_together * cold_start_s(ahead, agents=agents, handle_s=handle_s, leaving_per_s=0.0)
        for ahead, weight in enumerate(waiting)
    )
    assert mean_s == pytest.approx(asa_s, abs=0.001)


# --- what is learnt of its error ---------------------------------------------------------------------------


def waits(count: int, seed: int, factor: float = 1.0) -> list[tuple[Inputs, float]]:
    """Exponential service by ten agents whose calls last `factor` times what is believed."""
    dice = random.Random(seed)  # noqa: S311
    found = []
    for _ in range(count):
        ahead, step_s = dice.randrange(12), 24.0
        known = inputs(Basis(agents=10, ahead=ahead, handle_s=240.0))
        found.append((known, sum(dice.expovariate(1 / (factor * step_s)) for _ in range(ahead + 1))))
    return found


def test_without_outcomes_the_formula_speaks() -> None:
    known = inputs(Basis(agents=4, ahead=3, beside=1.5, handle_s=100.0, leaving_per_s=0.001))
    assert Regression(None, None).expected_s(known) == known[3]


def test_a_steady_error_of_the_formula_is_learnt() -> None:
    regression = Regression(None, None)
    for known, waited_s in waits(600, 1, factor=1.5):
        regression.learn(known, waited_s)
    known = inputs(Basis(agents=10, ahead=5, handle_s=240.0))
    assert regression.expected_s(known) == pytest.approx(1.5 * 6 * 24.0, rel=0.1)


def test_thin_data_move_the_formula_little() -> None:
    regression = Regression(None, None)
    known = inputs(Basis(agents=10, ahead=5, handle_s=240.0))
    for _ in range(16):
        regression.learn(known, 10 * known[3])
    assert known[3] < regression.expected_s(known) < 5.5 * known[3]


def test_what_is_long_ago_is_forgotten() -> None:
    regression = Regression(None, None)
    for known, waited_s in [*waits(MEMORY, 2, factor=3.0), *waits(5 * MEMORY, 3)]:
        regression.learn(known, waited_s)
    known = inputs(Basis(agents=10, ahead=5, handle_s=240.0))
    assert regression.expected_s(known) == pytest.approx(6 * 24.0, rel=0.1)
    assert regression.outcomes == pytest.approx(MEMORY, rel=0.05)


def test_the_spread_of_exponential_service_is_known_for_what_it_is() -> None:
    regression = Regression(None, None)
    for known, waited_s in waits(3000, 4):
        regression.learn(known, waited_s)
    assert regression.spread == pytest.approx(1.0, abs=0.25)


def test_a_lesson_put_down_and_taken_up_again_says_the_same() -> None:
    regression = Regression((), None)
    for known, waited_s in waits(160, 5, factor=0.7):
        regression.learn(known, waited_s)
    kept = msgspec.json.encode(regression.lesson())
    again = Regression.of(msgspec.json.decode(kept, type=Lesson))
    for known, _ in waits(20, 6):
        assert again.expected_s(known) == pytest.approx(regression.expected_s(known), rel=1e-9)


# --- what is kept ------------------------------------------------------------------------------------------


def come_out(learner: Learner, level: int, at: float) -> Experience | None:
    """A wait of somebody who needs sales at a level."""
    basis = Basis(agents=2, ahead=3, handle_s=100.0)
    place = Queued(
        queue=SALES,
        needs=need(sales=level),
        since=0.0,
        entered_at=0.0,
        order_key=0.0,
        promise=Promise(low_s=0.0, high_s=300.0, expected_s=200.0, basis=basis),
    )
    ended = WaitEnded(contact=ContactId("c1-1"), queue=SALES, waited_s=180.0, end=WaitEnd.ANSWERED)
    return learner.hear_end(ended, place, at)


def learnt_after(levels: Iterable[int], *, before: Experience | None = None) -> Experience:
    """What is put down after waits of these levels, the last of them a day after the others."""
    learner = Learner([before] if before is not None else [])
    began_at = before.at if before is not None else 0.0
    *most, last = levels
    for level in most:
        come_out(learner, level, began_at)
    known = come_out(learner, last, began_at + 86_400.0)
    assert known is not None
    return known


def levels_of(known: Experience) -> set[int | None]:
    return {lesson.needs[0][0].level if lesson.needs else None for lesson in known.lessons}


def test_of_too_many_kinds_the_rest_share_a_lesson() -> None:
    known = learnt_after(range(2 * MOST_KINDS))
    assert levels_of(known) == {None, *range(MOST_KINDS)}


@pytest.mark.parametrize("restarted", [False, True])
def test_kinds_that_come_no_more_make_room(restarted: bool) -> None:
    """As in a company whose needs change every day."""
    old, many = range(MOST_KINDS + 1), [0] * STALE_AFTER
    if restarted:
        half = STALE_AFTER // 2
        known = learnt_after([*many[half:], 77], before=learnt_after([*old, *many[:half]]))
    else:
        known = learnt_after([*old, *many, 77])
    assert levels_of(known) == {0, 77}


@given(
    st.lists(
        st.tuples(
            st.tuples(*[st.floats(0.0, 1e5)] * 3, st.floats(0.0, 1e5)).filter(lambda known: known[0] > 0.01),
            st.floats(0.0, 1e5),
        ),
        max_size=60,
    )
)
def test_whatever_waits_were_like_the_expected_wait_is_a_number(found: list[tuple[Inputs, float]]) -> None:
    regression = Regression(None, None)
    for known, waited_s in found:
        regression.learn(known, waited_s)
        assert 0.0 <= regression.expected_s(known) < float("inf")


# --- what people are told ----------------------------------------------------------------------------------


@given(st.floats(0.0, 20_000.0), st.floats(0.1, 2_000.0), st.floats(0.01, 5.0))
def test_a_range_holds_what_is_expected_and_is_of_round_minutes(
    expected_s: float, step_s: float, spread: float
) -> None:
    told = around(expected_s, step_s=step_s, spread=spread)
    if told is not None:
        assert told[0] <= expected_s <= told[1]
        assert {told[0] / 60, told[1] / 60} <= set(ROUND_MIN)


def test_seven_of_ten_sums_of_exponential_times_fall_into_the_range() -> None:
    """And more, for its ends are rounded outwards."""
    dice = random.Random(7)  # noqa: S311
    for ahead in (0, 2, 6, 15):
        told = around((ahead + 1) * 40.0, step_s=40.0, spread=1.0)
        assert told is not None
        drawn = [sum(dice.expovariate(1 / 40.0) for _ in range(ahead + 1)) for _ in range(1000)]
        assert sum(told[0] <= wait <= told[1] for wait in drawn) >= 670


@pytest.mark.parametrize(
    ("expected_s", "step_s", "told"),
    [
        (30.0, 10.0, (0.0, 60.0)),
        (240.0, 15.0, (180.0, 300.0)),
        (900.0, 30.0, (720.0, 1200.0)),
        (600.0, 600.0, None),  # one agent, long calls: between nothing and twenty minutes
        (20_000.0, 10.0, None),
    ],
)
def test_ranges(expected_s: float, step_s: float, told: tuple[float, float] | None) -> None:
    assert around(expected_s, step_s=step_s, spread=1.0) == told


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (AT_ONCE, "none: somebody is free"),
        (Promise(low_s=0.0, high_s=60.0, expected_s=20.0), "less than a minute"),
        (Promise(low_s=0.0, high_s=180.0, expected_s=70.0), "less than 3 minutes"),
        (Promise(low_s=180.0, high_s=300.0, expected_s=230.0), "3 to 5 minutes"),
        (Promise(low_s=300.0, high_s=300.0, expected_s=300.0), "about 5 minutes"),
    ],
)
def test_words(told: Promise, words: str) -> None:
    assert expected_wait(told) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (AT_ONCE, "none"),
        (Promise(low_s=0.0, high_s=60.0, expected_s=20.0), "< 1 min"),
        (Promise(low_s=180.0, high_s=300.0, expected_s=230.0), "3-5 min"),
        (Promise(low_s=300.0, high_s=300.0, expected_s=300.0), "5 min"),
        (Promise(unsure=Unsure.TOO_FEW), "?"),
    ],
)
def test_words_in_a_table(told: Promise, words: str) -> None:
    assert expected_in_short(told) == words


@pytest.mark.parametrize("unsure", list(Unsure))
def test_nothing_is_said_in_words_too(unsure: Unsure) -> None:
    assert expected_wait(Promise(unsure=unsure)).startswith("we cannot say, for ")


def rates(calls: int) -> Rates:
    known = Rates()
    for _ in range(calls):
        known.begin_work(0.0)
        known.note_talk(0.0, 200.0)
    return known


def test_who_finds_somebody_free_does_not_wait() -> None:
    assert promise(Outlook(0.0), rates(0), None) == AT_ONCE


def test_where_nobody_is_at_work_we_cannot_say() -> None:
    assert promise(DESERTED, rates(100), None).unsure is Unsure.NOBODY


def test_before_ten_calls_have_been_handled_we_cannot_say() -> None:
    outlook = Outlook(None, agents=5, ahead=2)
    assert promise(outlook, rates(9), None) == Promise(unsure=Unsure.TOO_FEW)
    told = promise(outlook, rates(10), None)
    assert told.expected_s == pytest.approx(3 * 200.0 / 5)


def test_what_is_too_vague_is_not_said_but_learnt_from() -> None:
    told = promise(Outlook(None, agents=1), Rates(), None)
    assert told.basis is None
    known = Rates()
    for _ in range(20):
        known.begin_work(0.0)
        known.note_talk(0.0, 900.0)
    told = promise(Outlook(None, agents=1), known, None)
    assert (told.unsure, told.high_s) == (Unsure.TOO_WIDE, None)
    assert told.expected_s == pytest.approx(900.0), "rules may go by it"
    assert told.basis is not None


def test_the_first_calls_that_are_over_were_short_ones() -> None:
    """Twenty agents take up twenty calls at once: after a while eleven are over, and nine go on."""
    known = Rates()
    for _ in range(20):
        known.begin_work(0.0)
    for minute in range(1, 12):
        known.note_talk(0.0, 20.0 * minute)
    assert known.handle_s == pytest.approx((1320.0 + 9 * 220.0) / 11, rel=0.1)


def test_who_gives_up_makes_the_line_shorter() -> None:
    known = rates(50)
    for _ in range(40):
        known.note_wait(100.0, left=False)
    assert known.leaving_per_s == 0.0
    for _ in range(10):
        known.note_wait(100.0, left=True)
    assert known.leaving_per_s == pytest.approx(10 / 5000, rel=0.05)
    patient = promise(Outlook(None, agents=5, ahead=9), rates(50), None)
    told = promise(Outlook(None, agents=5, ahead=9), known, None)
    assert told.expected_s is not None
    assert patient.expected_s is not None
    assert told.expected_s < patient.expected_s


def ranges() -> st.SearchStrategy[Promise]:
    said = st.tuples(st.sampled_from(ROUND_MIN), st.sampled_from(ROUND_MIN)).map(sorted)
    sure = said.map(
        lambda pair: Promise(low_s=60.0 * pair[0], high_s=60.0 * pair[1], expected_s=30.0 * sum(pair))
    )
    return st.one_of(sure, st.sampled_from([Promise(unsure=reason) for reason in Unsure]))


@given(st.lists(ranges(), min_size=1, max_size=8))
def test_what_the_same_caller_is_told_never_rises(fresh: list[Promise]) -> None:
    said: list[Promise] = []
    for each in fresh:
        said.append(no_later(each, said[-1] if said else None))
    told = [one for one in said if one.high_s is not None]
    for one, other in pairwise(told):
        assert one.high_s is not None
        assert other.high_s is not None
        assert other.high_s <= one.high_s
        assert (other.low_s or 0.0) <= other.high_s
    first = next((place for place, one in enumerate(said) if one.high_s is not None), len(said))
    assert all(one.high_s is not None for one in said[first:])
