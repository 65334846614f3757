"""The million calls in one process, in small: they come and are served, and what goes wrong is told."""

import pytest

from acd.core.floor import Floor
from acd.model.outcome import Record
from bench.scale.aside import EndedEarly, lines_of
from bench.scale.company import LargeCompany
from bench.scale.growth import Sample, run_aside
from bench.scale.hall import Broken, Hall

CALLS = 60


def test_calls_are_served() -> None:
    hall = Hall(LargeCompany(agents=20, working=20))
    *_, over = hall.run(CALLS)
    assert over >= CALLS
    assert hall.journal.commits > CALLS
    hall.close()


def test_the_same_calls_come_again() -> None:
    halls = [Hall(LargeCompany(agents=20, working=20)) for _ in range(2)]
    for hall in halls:
        list(hall.run(CALLS))
        hall.close()
    assert halls[0].journal.bytes == halls[1].journal.bytes


def test_callers_of_a_full_floor_wait() -> None:
    hall = Hall(LargeCompany(agents=30, working=1), calls_per_s=50.0, patient=True)
    hall.fill(100)
    assert hall.waiting >= 100
    hall.close()


def test_what_goes_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A floor that cannot take a record any more: nobody may take the silence for a good run."""
    hall = Hall(LargeCompany(agents=4, working=4))
    list(hall.run(3))

    def refuse(_floor: Floor, _record: Record) -> None:
        raise MemoryError("no more")

    monkeypatch.setattr(Floor, "put", refuse)
    with pytest.raises(Broken):
        list(hall.run(CALLS))
    monkeypatch.undo()
    hall.close()


def test_a_process_of_its_own_tells_its_memory() -> None:
    seen: list[Sample] = []
    growth = run_aside(5 * CALLS, every=5, told=seen.append)
    assert growth.samples == tuple(seen)
    assert growth.samples[-1].calls >= 5 * CALLS
    assert growth.samples[-1].rss_mib > 20
    assert not growth.is_long_enough


def test_a_process_that_fails_is_no_result() -> None:
    with pytest.raises(EndedEarly, match="ended with status 2"):
        list(lines_of("bench.scale.full", "--agents=none"))
