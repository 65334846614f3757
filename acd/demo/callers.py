"""People outside with a telephone: they dial, listen, press keys, wait, talk, and sometimes give up."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from acd.demo.curtain import Curtain
from acd.demo.habits import CallPlan, Habits
from acd.demo.voices import Voices
from acd.demo.ways import Way
from acd.testing.call import Call
from acd.testing.errors import CallEndedError, CommandRefusedError, PhoneError
from acd.testing.phone import Phone

LINES = 4
"""Calls that one phone carries at once: so many callers share the process behind it."""

_ANSWER_WITHIN_S = 20.0


class Agenda:
    """Which call comes next; no more than `calls` in all, if that is not None."""

    def __init__(
        self, habits: Habits, chances: Callable[[], Sequence[tuple[Way, float]]], calls: int | None
    ) -> None:
        """`chances`: the ways of this moment, for numbers open and close while the demo runs."""
        self._habits = habits
        self._chances = chances
        self._left = calls
        self._next = 0
        self._lock = threading.Lock()

    def next(self) -> CallPlan | None:
        """The next call; None when all have been made."""
        with self._lock:
            if self._left == 0:
                return None
            if self._left is not None:
                self._left -= 1
            nth, self._next = self._next, self._next + 1
        return self._habits.call(nth, self._chances())


class Callers:
    """All of them, a thread each."""

    def __init__(
        self,
        phones: Sequence[Phone],
        agenda: Agenda,
        curtain: Curtain,
        *,
        voices: Voices,
        languages: Mapping[str, str],
        complain: Callable[[str], None],
    ) -> None:
        """`languages`: of the numbers that are dialled; `complain` is told what went wrong with a phone."""
        self._agenda = agenda
        self._curtain = curtain
        self._voices = voices
        self._languages = languages
        self._complain = complain
        self._phones = phones
        self._spoken_to: set[str] = set()
        self._threads: list[threading.Thread] = []

    def begin(self, count: int, *, every_s: float) -> None:
        """Let so many people call, the first at once and the others one after another."""
        for nth in range(count):
            phone = self._phones[nth // LINES]
            thread = threading.Thread(
                target=self._live, args=(phone, nth * every_s), name=f"caller-{nth}", daemon=True
            )
            thread.start()
            self._threads.append(thread)  # not before: who has not begun cannot be waited for

    def hear_somebody(self, caller: str) -> None:
        """Somebody speaks to the caller with this number: these people cannot tell a voice from music."""
        self._spoken_to.add(caller)
        for phone in self._phones:
            with phone.changed:
                phone.changed.notify_all()

    def wait_done(self, within_s: float | None) -> None:
        """Wait until everybody has hung up for good, so long in all; None: for as long as it takes."""
        wait_for_all(self._threads, within_s)

    def _live(self, phone: Phone, first_after_s: float) -> None:
        going_on = self._curtain.pause(first_after_s)
        while going_on and (plan := self._agenda.next()) is not None:
            try:
                self._call(phone, plan)
            except (CallEndedError, CommandRefusedError):
                pass  # it was over sooner than expected
            except PhoneError as error:
                if not self._curtain.has_fallen:
                    self._complain(str(error))
                return
            going_on = self._curtain.pause(plan.rest_s)

    def _call(self, phone: Phone, plan: CallPlan) -> None:
        self._spoken_to.discard(plan.caller)
        call = phone.call(plan.did, caller_id=plan.caller)
        try:
            if self._goes_through_menus(call, plan) and self._is_answered(call, plan):
                self._talk(call, plan)
        finally:
            hang_up(call)

    def _goes_through_menus(self, call: Call, plan: CallPlan) -> bool:
        self._curtain.wait_in(call, _ANSWER_WITHIN_S, lambda: call.state == "answered")
        if call.state != "answered" or self._curtain.has_fallen:
            return False
        for press in plan.presses:
            if not self._curtain.wait_in(call, press.after_s):
                return False
            call.press(press.key)
        return True

    def _is_answered(self, call: Call, plan: CallPlan) -> bool:
        """Wait; whether somebody answered before the caller lost patience."""
        stands = self._curtain.wait_in(call, plan.patience_s, lambda: plan.caller in self._spoken_to)
        return stands and plan.caller in self._spoken_to

    def _talk(self, call: Call, plan: CallPlan) -> None:
        wish = self._voices.wish(self._languages.get(plan.did, ""))
        if wish is not None:
            call.play_file(wish)
        self._curtain.wait_in(call, plan.talk_s)


def wait_for_all(threads: Iterable[threading.Thread], within_s: float | None) -> None:
    """Wait until all of them have ended, at most so long in all; None: for as long as it takes."""
    deadline = None if within_s is None else time.monotonic() + within_s
    for thread in threads:
        thread.join(None if deadline is None else max(0.0, deadline - time.monotonic()))


def hang_up(call: Call) -> None:
    """End a call that may have ended by itself."""
    with suppress(PhoneError):
        if not call.over:
            call.hang_up()
            call.wait_ended()
