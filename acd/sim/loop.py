"""An event loop without time and without I/O: it jumps from timer to timer, and one seed decides every order.

What is shuffled, and what is not:

- asyncio promises that callbacks of one loop run in the order in which they were registered, and code relies
  on it. So within one simulated *process* the order is kept. Each process has a queue of its own, as with
  a loop of its own; which process runs next is drawn.
- Timers that are due at the same moment ring in an order that is drawn. All that comes from outside a process
  (an answer, an event, a person) comes by such a timer, so it falls between any two steps of a process.
- Every step of a process takes a drawn moment, so that time passes while a process works.

A callback belongs to the process in whose context it was registered. Killing a process drops its callbacks:
nothing is cancelled, no `finally` runs. Its tasks are kept until `bury`, so that no destructor acts before.
A frozen process keeps its callbacks, and gets more, and runs none.
"""

import asyncio
import heapq
import itertools
import traceback
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from contextvars import Context, ContextVar, copy_context
from random import Random
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

STEP_S = 0.0002
"""The longest a single step of a process takes."""

BURIAL_ROUNDS = 100
"""How often tasks are cancelled that begin something new when they are."""


class SimProcess:
    """One process as the loop sees it: callbacks that wait, and whether they may run."""

    def __init__(self, name: str, machine: str = "") -> None:
        self.name = name
        self.machine = machine
        self.alive = True
        self.frozen = False
        self.steps = 0
        self.dies_at: int | None = None
        """Killed when it has made so many steps."""
        self.freezes_at: int | None = None
        """Frozen when it has made so many steps."""
        self.ready: deque[asyncio.Handle] = deque()
        self.tasks: dict[int, asyncio.Task[Any]] = {}
        self.context = Context()
        self.context.run(_process.set, self)

    def die_in(self, steps: int) -> None:
        """Let `kill -9` arrive after so many more steps."""
        self.dies_at = self.steps + steps

    def freeze_in(self, steps: int) -> None:
        """Let SIGSTOP arrive after so many more steps."""
        self.freezes_at = self.steps + steps

    def freeze(self) -> None:
        """SIGSTOP."""
        self.frozen = True

    def thaw(self) -> None:
        """SIGCONT."""
        self.frozen = False


_process: ContextVar[SimProcess] = ContextVar("sim_process")
"""Whose code runs; not set: the world's, which is no process of ours."""


class _Timer(asyncio.TimerHandle):
    process: SimProcess


class SimTask(asyncio.Task[T]):
    """A task with a number for its hash: asyncio keeps tasks in sets, whose order must be the same again."""

    def __init__(
        self,
        coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
        *,
        number: int,
        loop: asyncio.AbstractEventLoop,
        name: str | None,
        context: Context | None,
    ) -> None:
        self.number = number
        super().__init__(coro, loop=loop, name=name, context=context)

    def __hash__(self) -> int:
        return self.number


class SimLoop(asyncio.BaseEventLoop):
    """See the module.

    `failed` is told of every error that nobody caught; `died` of every process killed. Errors that are
    `ordinary` may be left in a task that nobody asks any more.
    """

    def __init__(
        self,
        dice: Random,
        *,
        failed: Callable[[str], None],
        died: Callable[[SimProcess], None],
        ordinary: tuple[type[Exception], ...] = (),
    ) -> None:
        super().__init__()
        self._dice = dice
        self._failed = failed
        self._died = died
        self._ordinary = ordinary
        self._now = 0.0
        self._timers: list[tuple[float, float, int, _Timer]] = []
        self._numbers = itertools.count()
        self.world = SimProcess("world")
        self._processes: list[SimProcess] = [self.world]
        self._graveyard: list[SimProcess] = []
        self._burying = False
        self.stopped = False
        """Set it, and `run` returns after the step."""

    # --- processes ------------------------------------------------------------------------------------

    def spawn(self, process: SimProcess, coro: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin a process; returns its main task."""
        self._processes.append(process)
        return self.create_task(coro, name=f"main of {process.name}", context=process.context)

    def kill(self, process: SimProcess) -> None:
        """As kill -9: whatever waited to be done by it is never done."""
        if not process.alive:
            return
        process.alive = False
        self._processes.remove(process)
        self._graveyard.append(process)
        self._died(process)

    def in_world(self, delay_s: float, act: Callable[[*Ts], object], *args: *Ts) -> None:
        """Let something happen outside all processes."""
        self._set_timer(self._now + delay_s, act, args, self.world.context)

    def in_process(self, process: SimProcess, when: float, act: Callable[[*Ts], object], *args: *Ts) -> None:
        """Let something arrive at a process at a moment."""
        self._set_timer(when, act, args, process.context)

    # --- running --------------------------------------------------------------------------------------

    def run(self, until: float) -> None:
        """Run until the moment, or until `stopped`; time stands at `until` then."""
        asyncio._set_running_loop(self)
        try:
            while not self.stopped and self._step(until):
                pass
        finally:
            asyncio._set_running_loop(None)

    def bury(self) -> None:
        """End the tasks of all processes, dead ones too. The world must refuse them by now."""
        self._burying = True
        for process in self._graveyard:
            self._processes.append(process)
        for process in self._processes:
            process.alive, process.frozen = True, False
            process.dies_at = process.freezes_at = None
        asyncio._set_running_loop(self)
        try:
            self._settle()
            for _ in range(BURIAL_ROUNDS):
                tasks = [task for process in self._processes for task in process.tasks.values()]
                for task in tasks:
                    task.cancel()
                self._settle()
                if not tasks:
                    break
        finally:
            asyncio._set_running_loop(None)
        self._timers.clear()
        self.close()

    def _settle(self) -> None:
        """Let every process do what it can without the passing of time."""
        while any(process.ready for process in self._processes):
            self._step(self._now)

    def _step(self, until: float) -> bool:
        self._ring(self._now)
        able = [process for process in self._processes if process.ready and not process.frozen]
        if not able:
            return self._jump(until)
        process = able[0] if len(able) == 1 else able[int(self._dice.random() * len(able))]
        handle = process.ready.popleft()
        if handle.cancelled():
            return True
        process.steps += 1
        if process is not self.world and not self._burying:
            self._now += self._dice.random() * STEP_S
        handle._run()
        if process.dies_at is not None and process.steps >= process.dies_at:
            self.kill(process)
        elif process.freezes_at is not None and process.steps >= process.freezes_at:
            process.freezes_at = None
            process.freeze()
        return True

    def _jump(self, until: float) -> bool:
        """To the next timer. False if there is none before `until`."""
        while self._timers and self._timers[0][3].cancelled():
            heapq.heappop(self._timers)
        if not self._timers or self._timers[0][0] > until:
            self._now = max(self._now, until)
            return False
        self._now = max(self._now, self._timers[0][0])
        return True

    def _ring(self, moment: float) -> None:
        timers = self._timers
        while timers and timers[0][0] <= moment:
            timer = heapq.heappop(timers)[3]
            if timer.process.alive and not timer.cancelled():
                timer.process.ready.append(timer)

    # --- asyncio.BaseEventLoop, as far as it is about time and order --------------------------------------

    def time(self) -> float:
        """The moment, in seconds since the beginning of the run."""
        return self._now

    def call_soon(  # type: ignore[override]
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """See asyncio."""
        context = copy_context() if context is None else context
        process = context.get(_process, self.world)
        handle = asyncio.Handle(callback, args, self, context)
        process.ready.append(handle)  # a dead process does it at its burial, for its tasks to end
        return handle

    def call_later(  # type: ignore[override]
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        """See asyncio."""
        return self._set_timer(
            self._now + delay, callback, args, copy_context() if context is None else context
        )

    def call_at(  # type: ignore[override]
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        """See asyncio."""
        return self._set_timer(when, callback, args, copy_context() if context is None else context)

    def _set_timer(
        self, when: float, callback: Callable[..., object], args: tuple[Any, ...], context: Context
    ) -> _Timer:
        timer = _Timer(when, callback, args, self, context)
        timer.process = context.get(_process, self.world)
        heapq.heappush(self._timers, (when, self._dice.random(), next(self._numbers), timer))
        return timer

    def create_task(  # type: ignore[override]
        self, coro: Coroutine[Any, Any, T], *, name: str | None = None, context: Context | None = None
    ) -> asyncio.Task[T]:
        """See asyncio."""
        process = _process.get(self.world) if context is None else context.get(_process, self.world)
        task = SimTask(coro, number=next(self._numbers), loop=self, name=name, context=context)
        process.tasks[task.number] = task
        task.add_done_callback(lambda _: process.tasks.pop(task.number, None))
        return task

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        """See asyncio."""
        if self._burying:
            return
        error = context.get("exception")
        if "never retrieved" in context["message"] and isinstance(error, self._ordinary):
            return
        told = "".join(traceback.format_exception(error)) if error is not None else ""
        self._failed(f"{context['message']}\n{told}")

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """Asyncio tells the loop of every timer cancelled; it is left out when its moment comes."""
