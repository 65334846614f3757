"""P9: the rivals tell waits as they are known to, and the row says who was how wrong."""

from collections import Counter

import pytest

from bench.rows import p9
from bench.waits.contest import OURS, Score, contest
from bench.waits.rivals import LastEntered, MovingAverage
from bench.waits.scenarios import WITH_SKILLS, scenarios


def test_the_last_to_enter_service_is_all_that_the_one_goes_by() -> None:
    rival = LastEntered()
    assert rival.expected_s() == 0.0
    for waited_s in (10.5, 0.0, 33.3):
        rival.answered(waited_s)
        assert rival.expected_s() == waited_s


def test_app_queue_takes_three_parts_of_what_it_was_and_one_of_the_last_wait_in_whole_seconds() -> None:
    rival = MovingAverage()
    told = []
    for waited_s in (100.9, 20.0, 20.0, 0.0):
        rival.answered(waited_s)
        told.append(rival.expected_s())
    assert told == [100.0, 80.0, 65.0, 48.0]


def score(*, ours_s2: float, last_s2: float, queue_s2: float, too_early: int = 0) -> Score:
    squared = Counter[str]()
    squared.update({OURS: ours_s2, "last entered": last_s2, "app_queue": queue_s2})
    return Score(squared_s2=squared, waits=100, waited_s=5000.0, in_range=80, too_early=too_early, calls=200)


@pytest.mark.parametrize(
    ("found", "met"),
    [
        (score(ours_s2=40.0, last_s2=100.0, queue_s2=80.0), [True, True, True]),
        (score(ours_s2=50.0, last_s2=100.0, queue_s2=80.0), [True, False, True]),
        (score(ours_s2=60.0, last_s2=100.0, queue_s2=80.0, too_early=1), [False, False, False]),
    ],
)
def test_the_aims_are_about_the_worst_of_the_call_centres_with_skills(found: Score, met: list[bool]) -> None:
    good = score(ours_s2=30.0, last_s2=100.0, queue_s2=100.0)
    poor = score(ours_s2=99.0, last_s2=100.0, queue_s2=100.0)
    scores = {"one line": [poor], **{name: [good] for name in WITH_SKILLS}, WITH_SKILLS[1]: [found]}
    row = p9.row(scores, hours=1.0)
    assert [aim.met for aim in row.aims] == met
    assert row.ratio == pytest.approx(1 / 0.3)


def test_every_call_centre_has_waits_to_compare_and_nothing_is_promised_too_early() -> None:
    unsaid: Counter[str] = Counter()
    for name, scenario in scenarios(hours=1.0).items():
        found = contest(scenario, seed=1)
        assert found.waits > 20, name
        assert found.too_early == 0, name
        assert found.error_s(OURS) < 1.1 * found.error_s("last entered"), name
        unsaid += found.unsaid
    assert unsaid["too_few"] > 0, "somebody came while nothing was known"
