"""The clock of one process, and how it goes on from the books of another."""

import time

import pytest

from acd.runtime.clock import WallClock


def test_it_tells_the_moment() -> None:
    before = time.time()
    assert before - 0.01 <= WallClock().now() <= time.time() + 0.01


def test_it_goes_on_from_a_moment_that_is_ahead_of_it() -> None:
    clock = WallClock()
    books = clock.now() + 3600
    assert 3599 < clock.not_before(books) <= 3600
    assert books <= clock.now() < books + 1


def test_a_clock_that_is_set_back_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = WallClock()
    before = clock.now()
    monkeypatch.setattr("time.time", lambda: before - 3600)
    assert before <= clock.now() < before + 60


def test_a_moment_in_the_past_changes_nothing() -> None:
    clock = WallClock()
    before = clock.now()
    assert clock.not_before(before - 3600) == 0
    assert before <= clock.now() < before + 1
