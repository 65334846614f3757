"""Every mistake in a scenario is told with its line and its remedy."""

from pathlib import Path

import pytest

from acd.simulate.reading import ReadScenario, load

SOUND = """\
scenario: A test
hours: 1
streams:
  calls:
    queue: calls
    arrivals: {kind: poisson, per_hour: 10}
    handle: {kind: exponential, mean_s: 60}
queues:
  calls: {}
agents:
  clerks: {count: 2}
"""


TALK, POISSON = "{kind: exponential, mean_s: 60}", "{kind: poisson, per_hour: 10}"
NOON = "2026-01-05 12:00"
ABSENT = "hours: 1\nabsences: [{{from: {}{}, agent: clerks-1, reason: ill}}]"
BACKWARDS = '{kind: table, intervals: [{at: "09:00", per_hour: 1}, {at: "08:00", per_hour: 1}]}'


def told(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    found = load(file)
    return [mistake.told("s") for mistake in found] if isinstance(found, list) else []


def test_a_sound_one_has_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    "file", sorted(Path("examples/scenarios").glob("*.yaml")), ids=lambda file: file.stem
)
def test_the_examples_have_none(file: Path) -> None:
    assert isinstance(load(file), ReadScenario)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("queue: calls", "queue: cals", "5:12: streams.calls.queue: there is no queue"),
        ("queue: calls", "queue: cals", 'did you mean "calls"?'),
        ("kind: poisson", "kind: poison", '6:22: streams.calls.arrivals: there is no kind: "poison"'),
        ("mean_s: 60", "mean_s: -1", "7:41: streams.calls.handle.mean_s: -1 is not more than 0"),
        ("hours: 1", "hours: 1h", '2:8: hours: "1h" is not a number; write a number only'),
        ("count: 2", "cuont: 2", '11:12: agents.clerks.cuont: "cuont" is not known here'),
        ("count: 2", 'shifts: ["17:00-08:00"]', "11:21: agents.clerks.shifts[0]: ends before it begins"),
        (
            TALK,
            "{kind: empirical, file: none.txt}",
            "7:37: streams.calls.handle.file: none.txt cannot be read",
        ),
        ("    queue: calls\n", "", 'streams.calls.queue: "queue" is missing; say in which queue'),
        ("hours: 1", "hours: 1\nstarts: 2026-02-30 08:00", "3:9: starts: is no day of the calendar"),
        ("hours: 1", ABSENT.format("2026-01-05 25:00", ""), '3:19: absences[0].from: "2026-01-05 25:00"'),
        ("hours: 1", ABSENT.format("2026-02-30 08:00", ""), "absences[0].from: is no day of the calendar"),
        (
            "hours: 1",
            ABSENT.format("2026-01-05 10:00", ", until: 2026-01-05 09:00"),
            "absences[0].until: is not after its beginning; let it end later",
        ),
        ("hours: 1", f"hours: 1\nincidents: [{{from: {NOON}}}]", 'incidents[0]: "reason" is missing'),
        (
            "hours: 1",
            f"hours: 1\nincidents: [{{from: {NOON}, reason: Storm}}]",
            "incidents[0]: changes nothing; add `head_start_s`, `prompt` or both",
        ),
        (
            "count: 2",
            "no_answer: 0.6, rejected: 0.5",
            "agents.clerks: takes less than no call; let the shares",
        ),
        (POISSON, BACKWARDS, "do not follow one another; put them in the order of their times"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in SOUND
    found = told(tmp_path, SOUND.replace(old, new, 1))
    assert len(found) == 1
    assert complaint in found[0]


def test_a_file_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    found = load(tmp_path / "none.yaml")
    assert isinstance(found, list)
    assert "cannot be read" in found[0].message


def test_an_empty_file_has_an_example(tmp_path: Path) -> None:
    assert told(tmp_path, "") == ["s:1:1: the file is empty; start from examples/scenarios/textbook.yaml"]


def test_values_and_past_callers_come_from_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("60\n60\n120\n", encoding="utf-8")
    (tmp_path / "past.csv").write_text("at_s,handle_s\n30,10\n5,\n", encoding="utf-8")
    text = SOUND.replace(TALK, "{kind: empirical, file: talks.txt}")
    text = text.replace(POISSON, "{kind: replay, file: past.csv}")
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    found = load(file)
    assert isinstance(found, ReadScenario)
    assert found.values == {"talks.txt": (60.0, 60.0, 120.0)}
    assert [(past.at_s, past.handle_s) for past in found.pasts["past.csv"]] == [(5.0, None), (30.0, 10.0)]
