"""Whole runs: some hundred seeds, those that failed once, and the same run again for the same seed."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from acd.sim.world import Options, Result, run

KNOWN = Path(__file__).parent / "known_seeds.txt"
BLOCK = 25
SHORT_S = 20.0


def kept_all(result: Result) -> None:
    assert not result.broken, f"{result.broken[0]}\nreplay: python -m acd.sim --seed {result.seed}"


@pytest.mark.parametrize("first", range(0, 200, BLOCK))
def test_every_promise_is_kept_whatever_breaks(first: int) -> None:
    for seed in range(first, first + BLOCK):
        result = run(seed, Options(length_s=SHORT_S))
        assert not result.broken, (
            f"{result.broken[0]}\nreplay: python -m acd.sim --seed {seed} --length {SHORT_S:g}"
        )


def known() -> list[tuple[int, float | None, str]]:
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    parts = [line.split(maxsplit=2) for line in lines if line and not line.startswith("#")]
    return [(int(seed), None if length == "-" else float(length), reason) for seed, length, reason in parts]


@pytest.mark.parametrize(("seed", "length_s", "reason"), known())
def test_what_failed_once_does_not_fail_again(seed: int, length_s: float | None, reason: str) -> None:
    result = run(seed, Options(length_s=length_s))
    assert not result.broken, f"as once before ({reason}): {result.broken[0]}"


@pytest.mark.parametrize("seed", range(10))
def test_with_people_only_nothing_is_lost_or_left(seed: int) -> None:
    result = run(seed, Options(length_s=SHORT_S, faults=False))
    kept_all(result)
    assert result.events > 20


@pytest.mark.parametrize("kill_at", range(1, 400, 10))
def test_the_first_leader_may_be_killed_at_any_step(kill_at: int) -> None:
    kept_all(run(7, Options(length_s=SHORT_S, kill_at=kill_at)))


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_same_seed_is_the_same_run(seed: int) -> None:
    options = Options(told=True, length_s=SHORT_S)
    first, second = run(seed, options), run(seed, options)
    assert len(first.lines) > 100
    assert first.digest == second.digest


def test_another_seed_is_another_run() -> None:
    digests = {run(seed, Options(told=True, length_s=SHORT_S)).digest for seed in range(5)}
    assert len(digests) == 5


def test_whether_somebody_reads_the_story_changes_nothing() -> None:
    for seed in range(5):
        read, unread = (run(seed, Options(told=told, length_s=SHORT_S)) for told in (True, False))
        assert (read.events, read.coverage) == (unread.events, unread.coverage)


def test_the_order_in_sets_of_strings_changes_nothing() -> None:
    """In interpreters with other hashes."""
    script = (
        "from acd.sim.world import Options, run\n"
        f"print([run(seed, Options(told=True, length_s={SHORT_S})).digest for seed in range(4)])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in (1, 2, 3)
    }
    assert len(told) == 1


def test_a_line_outside_is_switched_off_while_it_is_asked_for_the_key() -> None:
    hit: Counter[str] = Counter()
    for seed in range(40):
        result = run(seed, Options(length_s=60.0, only=frozenset({"switch_off_at_question"})))
        kept_all(result)
        for machine, state, message in result.coverage:
            if (machine, state) == ("offer", "Confirming"):
                hit[message] += 1
    assert {"AgentLoggedOut", "AgentBecameNotReady"} <= hit.keys(), hit
