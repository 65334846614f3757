"""The command line: a story, many seeds, coverage, and what it says when a promise is broken."""

import pytest
from click.testing import CliRunner

from acd.sim.__main__ import main


def told(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_one_seed_is_a_story() -> None:
    code, said = told("--seed", "3", "--length", "10")
    assert code == 0
    assert "caller 1   calls" in said
    assert "concludes ContactArrived" in said
    assert said.splitlines()[-1].startswith("seed 3: ")


def test_many_seeds_are_a_line() -> None:
    code, said = told("--seeds", "5", "--length", "10")
    assert code == 0
    assert said.splitlines()[-1].startswith("5 of 5 runs, ")
    assert " 0 broken, " in said


def test_two_processors_come_to_the_same() -> None:
    one, two = (told("--seeds", "6", "--length", "5", "--jobs", jobs)[1].splitlines()[-1] for jobs in "12")
    assert one.rpartition(", ")[0] == two.rpartition(", ")[0]  # all but the speed


def test_events_are_counted_until_there_are_enough() -> None:
    code, said = told("--events", "300", "--length", "10")
    assert code == 0
    assert "of 300 events" in said


def test_transitions_that_were_not_hit_are_named() -> None:
    code, said = told("--seeds", "1", "--length", "5", "--coverage")
    assert code == 1
    assert "handled and late transitions hit" in said
    assert "never hit: leg, " in said


def test_a_broken_promise_comes_with_the_way_to_replay_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acd.core.reconcile.strays", lambda seen, view: ())
    code, said = told("--seeds", "80")
    assert code == 1
    replay = next(line for line in said.splitlines() if line.startswith("replay: python -m acd.sim "))
    code, said = told(*replay.removeprefix("replay: python -m acd.sim ").split())
    assert code == 1
    assert said.splitlines()[-1].startswith("BROKEN ")


def test_a_sweep_kills_at_every_step() -> None:
    code, said = told("--seed", "3", "--kill-sweep", "--length", "1")
    assert code == 0
    assert "every promise was kept" in said


def test_a_run_can_be_about_one_kind_of_fault() -> None:
    code, said = told("--seed", "4", "--length", "20", "--fault", "stop_postgres")
    assert code == 0
    faults = {line.split(maxsplit=2)[2] for line in said.splitlines() if " FAULT " in line}
    assert faults == {"PostgreSQL ends", "PostgreSQL is back"}


def test_a_fault_that_does_not_exist_is_named_with_those_that_do() -> None:
    code, said = told("--seed", "4", "--fault", "flood")
    assert code == 2
    assert "'flood' is not one of 'kill', 'freeze', " in said


def test_it_says_what_it_wants() -> None:
    code, said = told()
    assert code == 2
    assert "--seed, --seeds or --events" in said
