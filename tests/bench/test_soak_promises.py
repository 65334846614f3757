"""A soak keeps its promises or breaks them, each for its own reason."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from bench.soak.promises import Course, Ends, Promise, promises
from bench.soak.report import QUANTITIES, chart, spark
from bench.soak.samples import Sample
from bench.soak.sides import Sides, differences

HOUR_S = 3600.0


def sample(at_s: float, service_mib: float = 95.0, **other: float) -> Sample:
    values = {
        "service_files": 13,
        "service_threads": 4,
        "asterisk_mib": 200.0,
        "asterisk_files": 20,
        "asterisk_threads": 50,
        "postgres_mib": 11.0,
        "postgres_processes": 8,
    }
    return Sample(at_s=at_s, service_mib=service_mib, **{**values, **other})  # type: ignore[arg-type]


def course(memory: Callable[[float], float] = lambda _: 95.0, *, length_s: float = HOUR_S) -> Course:
    ends = Ends(
        sample=sample(0.0),
        connections=3,
        tables_mib={"agent": 0.2, "lease": 0.1, "fact": 300.0},
        left={"channels": 0, "bridges": 0, "channel_ids": 0},
    )
    return Course(
        length_s=length_s,
        per_s=20.0,
        calls={"ended": round(length_s * 20), "refused": 0, "held back": 0, "offered to a busy desk": 0},
        differences=(),
        looks=60,
        surprises=0,
        log_errors=(),
        left_behind=(),
        before=ends,
        after=ends,
        samples=tuple(sample(at_s, memory(at_s)) for at_s in range(0, round(length_s), 5)),
    )


def broken(seen: Course) -> list[str]:
    return [promise.words for promise in promises(seen) if promise.kept is False]


def open_(seen: Course) -> list[Promise]:
    return [promise for promise in promises(seen) if promise.kept is None]


def test_a_good_hour() -> None:
    assert broken(course()) == []
    assert open_(course()) == []


def test_memory_that_is_filled_once_is_flat() -> None:
    assert broken(course(lambda at_s: 95 + 5 * min(1.0, at_s / 600))) == []


def test_memory_that_grows_is_not() -> None:
    (words,) = broken(course(lambda at_s: 95 + 10 * at_s / HOUR_S))
    assert words == "the service's memory is flat"


def test_a_few_minutes_cannot_tell_whether_memory_is_flat() -> None:
    short = course(lambda at_s: 95 + at_s / 60, length_s=600)
    assert broken(short) == []
    assert [promise.words for promise in open_(short)] == [
        "the service's memory is flat",
        "Asterisk's memory is flat",
    ]


def test_memory_that_explodes_is_seen_in_a_few_minutes() -> None:
    assert broken(course(lambda at_s: 95 + at_s, length_s=600)) == [
        "the service never holds 24 MiB more than at the first call"
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"differences": ("1.0 min: channels: 17.1 is not in the books",)}, "Asterisk equals the books"),
        ({"left_behind": ("leg 17.1",)}, "nothing is open in the books"),
        ({"surprises": 1}, "no surprise"),
        ({"log_errors": ("a trace",)}, "no error in the service's log"),
        (
            {"calls": {"ended": 60_000, "refused": 0, "held back": 9, "offered to a busy desk": 0}},
            "calls a second",
        ),
        (
            {"calls": {"ended": 72_000, "refused": 1, "held back": 0, "offered to a busy desk": 0}},
            "turned away",
        ),
        (
            {"calls": {"ended": 72_000, "refused": 0, "held back": 0, "offered to a busy desk": 1}},
            "busy agent",
        ),
    ],
)
def test_what_goes_wrong_breaks_a_promise(change: dict[str, object], words: str) -> None:
    (told,) = broken(replace(course(), **change))
    assert words in told


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"left": {"channels": 0, "bridges": 2}}, "no channel and no bridge left"),
        ({"connections": 9}, "connections"),
        ({"tables_mib": {"agent": 80.0, "lease": 0.1}}, "stay small"),
        ({"sample": sample(0.0, service_files=40)}, "the service has as many files open"),
        ({"sample": sample(0.0, service_threads=40)}, "threads"),
        ({"sample": sample(0.0, asterisk_files=400)}, "Asterisk has as many files open"),
    ],
)
def test_what_is_left_behind_breaks_a_promise(change: dict[str, object], words: str) -> None:
    seen = course()
    (told,) = broken(replace(seen, after=replace(seen.after, **change)))
    assert words in told


def sides(left: set[str], right: set[str]) -> dict[str, Sides]:
    return {"channels": Sides(left=frozenset(left), right=frozenset(right))}


def test_what_comes_and_goes_is_no_difference() -> None:
    assert list(differences(sides({"1", "2"}, {"1"}), sides({"1", "2"}, {"1", "2", "3"}))) == []


def test_what_stays_different_is_one() -> None:
    found = list(differences(sides({"1", "2"}, {"3"}), sides({"2"}, {"3", "4"})))
    assert found == ["channels: 2 is not in the books", "channels: 3 is in the books alone"]


def test_plots_of_a_run() -> None:
    assert spark([1, 1, 1]) == "▁▁▁"
    assert spark([0, 7]) == "▁█"
    assert chart(course()).count("<polyline") == len(QUANTITIES)
