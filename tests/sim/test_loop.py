"""The simulated loop: asyncio's own promises, one order for one seed, and processes that can be killed."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest

from acd.sim.loop import SimLoop, SimProcess


class Bench:
    def __init__(self, seed: int) -> None:
        self.failures: list[str] = []
        self.dead: list[str] = []
        self.log: list[str] = []
        self.loop = SimLoop(
            Random(seed),  # noqa: S311
            failed=self.failures.append,
            died=lambda process: self.dead.append(process.name),
        )

    def process(self, name: str, steps: int = 3) -> SimProcess:
        process = SimProcess(name)
        self.loop.spawn(process, self.work(name, steps))
        return process

    async def work(self, name: str, steps: int) -> None:
        try:
            for step in range(steps):
                self.log.append(f"{name}{step}")
                await asyncio.sleep(0)
            await asyncio.sleep(1000)
        finally:
            self.log.append(f"{name} cleaned up")


@contextmanager
def bench_of(seed: int = 1) -> Iterator[Bench]:
    bench = Bench(seed)
    try:
        yield bench
    finally:
        bench.loop.bury()


def test_time_jumps_to_the_next_timer() -> None:
    moments: list[float] = []

    async def wait(loop: SimLoop) -> None:
        await asyncio.sleep(3600)
        moments.append(loop.time())

    with bench_of() as bench:
        bench.loop.spawn(SimProcess("p"), wait(bench.loop))
        bench.loop.run(until=10_000)
        assert moments == [pytest.approx(3600, abs=0.01)]
        assert bench.loop.time() == 10_000


def test_within_a_process_the_order_is_that_of_registration() -> None:
    async def main(log: list[str]) -> None:
        for number in range(5):
            asyncio.get_running_loop().call_soon(log.append, str(number))

    for seed in range(20):
        with bench_of(seed) as bench:
            bench.loop.spawn(SimProcess("p"), main(bench.log))
            bench.loop.run(until=1)
            assert bench.log == ["0", "1", "2", "3", "4"]


def test_between_processes_the_seed_decides() -> None:
    def order(seed: int) -> tuple[str, ...]:
        with bench_of(seed) as bench:
            bench.process("a")
            bench.process("b")
            bench.loop.run(until=1)
            return tuple(bench.log)

    assert [order(seed) for seed in range(20)] == [order(seed) for seed in range(20)]
    assert len({order(seed) for seed in range(20)}) > 3


def test_what_is_due_at_the_same_moment_comes_in_any_order() -> None:
    orders = set()
    for seed in range(30):
        with bench_of(seed) as bench:
            for name in "abc":
                bench.loop.in_world(1.0, bench.log.append, name)
            bench.loop.run(until=2)
            orders.add("".join(bench.log))
    assert len(orders) == 6


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_killed_process_does_nothing_more_not_even_clean_up(steps: int) -> None:
    with bench_of() as bench:
        bench.process("a").die_in(steps)
        bench.loop.run(until=100)
        assert bench.log == ["a0", "a1", "a2"][:steps]
        assert bench.dead == ["a"]
    assert bench.log[-1] == "a cleaned up"  # when everything is over, so that nothing is left lying about
    assert bench.failures == []


def test_a_frozen_process_goes_on_where_it_stood_and_finds_that_time_has_passed() -> None:
    ticks: list[float] = []

    async def tick(loop: SimLoop) -> None:
        while True:
            ticks.append(loop.time())
            await asyncio.sleep(1)

    with bench_of() as bench:
        process = SimProcess("p")
        bench.loop.spawn(process, tick(bench.loop))
        bench.loop.in_world(2.5, process.freeze)
        bench.loop.in_world(9.5, process.thaw)
        bench.loop.run(until=11)
    assert [round(tick, 1) for tick in ticks] == [0.0, 1.0, 2.0, 9.5, 10.5]


def test_a_process_can_be_frozen_between_any_two_steps() -> None:
    with bench_of() as bench:
        bench.process("a").freeze_in(2)
        bench.loop.run(until=100)
        assert bench.log == ["a0", "a1"]


def test_an_error_that_nobody_caught_is_told() -> None:
    with bench_of() as bench:
        bench.loop.in_world(1.0, lambda: 1 // 0)
        bench.loop.run(until=2)
    assert "ZeroDivisionError" in bench.failures[0]


def test_timeouts_and_task_groups_work_as_ever() -> None:
    async def main(bench: Bench) -> None:
        try:
            async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
                tasks.create_task(asyncio.sleep(100))
                tasks.create_task(asyncio.sleep(1))
        except TimeoutError:
            bench.log.append(f"given up after {round(bench.loop.time())} s")

    with bench_of() as bench:
        bench.loop.spawn(SimProcess("p"), main(bench))
        bench.loop.run(until=50)
        assert bench.log == ["given up after 5 s"]
