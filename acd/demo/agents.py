"""People at desk phones: they log in by feature code, answer, and now and then do not."""

import threading
from collections.abc import Callable
from contextlib import suppress

from acd.company.schema import FeatureCodes
from acd.demo.callers import hang_up
from acd.demo.cast import Seat
from acd.demo.curtain import Curtain
from acd.demo.habits import Habits, Reaction, RingPlan
from acd.demo.voices import Voices
from acd.testing.call import Call
from acd.testing.errors import CallEndedError, CommandRefusedError, NotInTimeError, PhoneError
from acd.testing.phone import Phone
from acd.web.bodies import AgentStatus

Screen = Callable[[float], AgentStatus | None]
"""An agent's line of `acd status`, if it was read after the given moment (monotonic clock)."""

DECLINED, BUSY = 603, 486

_GLANCE_S = 0.5
"""How often an agent who has nothing to do looks at the screen."""
_CODE_WITHIN_S = 25.0
_LONGEST_RING_S = 120.0
_AGAIN_S = 6.0
"""What an agent has keyed in and what had no effect is keyed in again after so long."""
_CALM_S = 1.0
"""An agent who has just keyed something in gives the screen so long to show it."""


class DeskAgent(threading.Thread):
    """One agent, from logging in to the end of the demo."""

    def __init__(
        self,
        seat: Seat,
        phone: Phone,
        pin: str,
        curtain: Curtain,
        *,
        habits: Habits,
        codes: FeatureCodes,
        break_key: str,
        voices: Voices,
        screen: Screen,
        clock: Callable[[], float],
        complain: Callable[[str], None],
    ) -> None:
        """`break_key` chooses the reason of a break after the code for not ready; "": the first."""
        super().__init__(name=f"agent-{seat.agent}", daemon=True)
        self._seat = seat
        self._phone = phone
        self._pin = pin
        self._curtain = curtain
        self._habits = habits
        self._codes = codes
        self._break_key = break_key
        self._voices = voices
        self._screen = screen
        self._clock = clock
        self._complain = complain
        self._rings = 0
        self._keyed_at = 0.0
        self._break_until: float | None = None
        self._wrap_up_until: float | None = None

    def run(self) -> None:
        """Work until the curtain falls. Whatever state the books have, the agent works from there."""
        while not self._curtain.has_fallen:
            try:
                ring = self._ring()
                if ring is not None:
                    self._react(ring, self._habits.ring(self._seat.agent, self._rings))
                    self._rings += 1
                else:
                    self._look_at_screen()
            except (CallEndedError, CommandRefusedError):
                self._curtain.pause(_CALM_S)  # it was over sooner than expected
            except PhoneError as error:
                if not self._curtain.has_fallen:
                    self._complain(str(error))
                return

    # --- a ring ---------------------------------------------------------------------------------------

    def _ring(self) -> Call | None:
        try:
            return self._phone.wait_for_ring(_GLANCE_S)
        except NotInTimeError:
            return None

    def _react(self, ring: Call, plan: RingPlan) -> None:
        if plan.reaction is Reaction.IGNORE:
            self._curtain.wait_in(ring, _LONGEST_RING_S)
            return
        if not self._curtain.wait_in(ring, plan.after_s):
            return
        match plan.reaction:
            case Reaction.ANSWER:
                self._talk(ring, plan)
            case Reaction.DECLINE:
                ring.reject(DECLINED)
            case Reaction.BUSY:
                ring.reject(BUSY)

    def _talk(self, ring: Call, plan: RingPlan) -> None:
        with suppress(CallEndedError, NotInTimeError):  # the caller was faster
            ring.answer()
        greeting = self._voices.greetings.get(self._seat.agent)
        if greeting is not None and not ring.over:
            ring.play_file(greeting)
        self._curtain.wait_in(ring, plan.talk_s)
        hang_up(ring)
        now = self._keyed_at = self._clock()
        self._wrap_up_until = now + plan.wrap_up_s
        if plan.break_s and not self._curtain.has_fallen:
            self._key(self._codes.not_ready + self._break_key)
            self._break_until = now + plan.break_s

    # --- the screen -----------------------------------------------------------------------------------

    def _look_at_screen(self) -> None:
        now = self._clock()
        line = self._screen(self._keyed_at + _CALM_S)
        if line is None:
            return
        if line.activity == "wrap_up" and self._wrap_up_until is not None and now >= self._wrap_up_until:
            self._wrap_up_until = now + _AGAIN_S
            self._key(self._codes.end_wrap_up)
        elif line.presence == "logged_out" or line.phone != self._seat.phone:
            self._log_in()
        elif line.presence == "not_ready" and line.activity == "idle":
            self._come_back(now)

    def _come_back(self, now: float) -> None:
        """Ready again: after a break when it is over, after missed calls when they are noticed."""
        if self._break_until is None:
            self._break_until = now + self._habits.moment_s(2, 6, "notices", self._seat.agent, self._rings)
        elif now >= self._break_until:
            self._break_until = None
            self._key(self._codes.ready)

    # --- feature codes --------------------------------------------------------------------------------

    def _log_in(self) -> None:
        self._key(self._codes.login + self._seat.agent, then=f"{self._pin}#")
        self._break_until = self._clock()

    def _key(self, code: str, *, then: str = "") -> None:
        """Dial a feature code, key in what it asks for, and listen until it hangs up."""
        call = self._phone.call(code)
        try:
            if self._curtain.wait_in(call, _CODE_WITHIN_S, lambda: call.state == "answered") and then:
                call.press(then)
            self._curtain.wait_in(call, _CODE_WITHIN_S)
        finally:
            hang_up(call)
            self._keyed_at = self._clock()
