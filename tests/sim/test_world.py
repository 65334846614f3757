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


def kept_all(result: Result, asked: str = "") -> None:
    replay = f"python -m acd.sim --seed {result.seed} --length {SHORT_S:g} {asked}"
    assert not result.broken, f"{result.broken[0]}\nreplay: {replay}"


@pytest.mark.parametrize("first", range(0, 200, BLOCK))
def test_every_promise_is_kept_whatever_breaks(first: int) -> None:
    for seed in range(first, first + BLOCK):
        kept_all(run(seed, Options(length_s=SHORT_S, callbacks=False)), "--no-callbacks")


HAPPENS_TO_CUSTOMERS = {
    "callback": {
        ("Agreed", "FlowEnded"),
        ("Agreed", "LegEnded"),
        ("Agreed", "Resumed"),
        ("Due", "AgentExpected"),
        ("Due", "CallbackPassedOn"),
        ("Due", "CallbackTimedOut"),
        ("Due", "ContactArrived"),
        ("Due", "CustomerWanted"),
        ("Due", "PolicyChanged"),
        ("Due", "Resumed"),
        ("Resting", "CallbackTimedOut"),
        ("Resting", "ContactEnded"),
        ("Resting", "Resumed"),
        ("Dialled", "CallbackTimedOut"),
        ("Dialled", "LegCameUp"),
        ("Dialled", "LegEnded"),
        ("Dialled", "Resumed"),
        ("Dialled", "TalkFailed"),
        ("PickedUp", "CallbackTimedOut"),
        ("PickedUp", "KeyPressed"),
        ("PickedUp", "LegEnded"),
        ("PickedUp", "Resumed"),
        ("Reached", "CallbackAgreed"),
        ("Reached", "LegEnded"),
        ("Reached", "Resumed"),
    },
    "again": {
        ("Recognised", "PlaceAwaited"),
        ("Recognised", "PlaceResumed"),
        ("Recognised", "StartedAnew"),
        ("Recognised", "ContactEnded"),
        ("Awaiting", "PlaceInherited"),
    },
}
"""By machine: state and message."""


def test_every_promise_is_kept_to_customers_who_are_called_back() -> None:
    """Agents come first, or customers; some ring again, fall into a hole, are a machine; and all of it with
    kills, lost sockets, restarts of Asterisk. There is everything in these days, or they would show nothing.
    """
    happened: dict[str, set[tuple[str, str]]] = {machine: set() for machine in HAPPENS_TO_CUSTOMERS}
    for seed in range(60):
        result = run(seed, Options(length_s=SHORT_S, callbacks=True))
        kept_all(result, "--callbacks")
        for machine, state, message in result.coverage:
            happened.get(machine, set()).add((state, message))
    missing = {machine: rows - happened[machine] for machine, rows in HAPPENS_TO_CUSTOMERS.items()}
    assert not any(missing.values()), missing


def known() -> list[tuple[int, float | None, str]]:
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    parts = [line.split(maxsplit=2) for line in lines if line and not line.startswith("#")]
    return [(int(seed), None if length == "-" else float(length), reason) for seed, length, reason in parts]


@pytest.mark.parametrize(("seed", "length_s", "reason"), known())
def test_what_failed_once_does_not_fail_again(seed: int, length_s: float | None, reason: str) -> None:
    result = run(seed, Options(length_s=length_s, callbacks=False))
    assert not result.broken, f"as once before ({reason}): {result.broken[0]}"


@pytest.mark.parametrize("callbacks", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_with_people_only_nothing_is_lost_or_left(seed: int, callbacks: bool) -> None:
    result = run(seed, Options(length_s=SHORT_S, faults=False, callbacks=callbacks))
    kept_all(result, "--no-faults")
    assert result.events > 20


@pytest.mark.parametrize("kill_at", range(1, 400, 10))
def test_the_first_leader_may_be_killed_at_any_step(kill_at: int) -> None:
    kept_all(run(7, Options(length_s=SHORT_S, kill_at=kill_at, callbacks=False)), f"--kill-at {kill_at}")


@pytest.mark.parametrize("kill_at", range(430, 850, 12))
def test_the_leader_may_be_killed_at_any_step_while_it_calls_customers(kill_at: int) -> None:
    """In these steps two are dialled, both calls are picked up, and one customer proves to be there."""
    kept_all(run(33, Options(length_s=SHORT_S, kill_at=kill_at, callbacks=True)), f"--kill-at {kill_at}")


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
        only = frozenset({"switch_off_at_question"})
        result = run(seed, Options(length_s=60.0, only=only, callbacks=False))
        kept_all(result)
        for machine, state, message in result.coverage:
            if (machine, state) == ("offer", "Confirming"):
                hit[message] += 1
    assert {"AgentLoggedOut", "AgentBecameNotReady"} <= hit.keys(), hit
