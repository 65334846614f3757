"""Further people: whoever answers the line to the outside, a supervisor who changes things, and a clerk who
agrees on callbacks.
"""

from collections.abc import Callable
from random import Random

from acd.core.floor import Floor
from acd.model.ids import PhoneId
from acd.model.message import (
    CancelCallback,
    EnterOverlay,
    FromAgent,
    FromSupervisor,
    GoNotReady,
    GoReady,
    LogIn,
    LogOut,
    MoveOverlayEnd,
    ScheduleCallback,
    WithdrawOverlay,
)
from acd.model.outcome import Reply
from acd.model.overlay import Refusal
from acd.sim.company import BEGINNING, REASONS
from acd.sim.loop import SimLoop
from acd.sim.policies import KEY, LINE, NUMBER, REGULARS, draw_edit, number_of
from acd.sim.service import Service
from acd.sim.story import Story
from acd.sim.switch import SimRinging, Switch


class Outsider:
    """A telephone far away: somebody takes the call, or a machine does, or nobody."""

    def __init__(self, loop: SimLoop, dice: Random, switch: Switch, story: Story) -> None:
        self._loop = loop
        self._dice = dice
        self._story = story
        self.confirms = dice.choice((0.9, 0.5))
        """How probable it is that a person takes it, and presses the key."""
        switch.register(NUMBER, self._hear_ringing)

    def _hear_ringing(self, ringing: SimRinging) -> None:
        luck = self._dice.random()
        if luck < 0.1:
            self._loop.in_world(self._dice.random() * 4, self._reject, ringing)
        elif luck < 0.15:
            ringing.keep_quiet()
        elif luck < 0.9:
            if luck < 0.2:  # keys of a network, before anybody is there
                self._loop.in_world(self._dice.random(), ringing.press, KEY)
            self._loop.in_world(self._dice.random() * 8, self._answer, ringing)

    def _reject(self, ringing: SimRinging) -> None:
        if not ringing.is_over:
            self._story.tell(NUMBER, "rejects")
            ringing.reject(486)

    def _answer(self, ringing: SimRinging) -> None:
        if ringing.is_over:
            return
        self._story.tell(NUMBER, "answers")
        ringing.answer()
        if self._dice.random() < 0.3:
            self._loop.in_world(self._dice.random() * 4, self._press, ringing, "5")
        if self._dice.random() < self.confirms:
            self._loop.in_world(self._dice.choice((0.0, 1.0, 4.0)), self._press, ringing, KEY)
        self._loop.in_world(self._dice.expovariate(1 / 15), self._hang_up, ringing)

    def _press(self, ringing: SimRinging, key: str) -> None:
        if not ringing.is_over:
            self._story.tell(NUMBER, f"presses {key}")
            ringing.press(key)

    def _hang_up(self, ringing: SimRinging) -> None:
        if not ringing.is_over:
            self._story.tell(NUMBER, "hangs up")
            ringing.hang_up()


class Office:
    """Somebody who asks a service for something now and then, until the desk is closed."""

    name: str
    paces_s: tuple[float, float]
    """In which of these times on the average, drawn once."""

    def __init__(
        self, loop: SimLoop, dice: Random, story: Story, *, find_service: Callable[[], Service | None]
    ) -> None:
        self._loop = loop
        self._dice = dice
        self._story = story
        self._find_service = find_service
        self._is_open = True
        self._every_s = dice.choice(self.paces_s)
        loop.in_world(dice.expovariate(1 / self._every_s), self._act)

    def close(self) -> None:
        """Nothing more is asked for."""
        self._is_open = False

    def _act(self) -> None:
        if not self._is_open:
            return
        self._loop.in_world(self._dice.expovariate(1 / self._every_s), self._act)
        service = self._find_service()
        if service is None or service.floor is None:
            return
        wish = self._wish(service.floor)
        self._story.tell_lazily(self.name, lambda: f"asks {service.process.name} for {wish}")
        service.ask(wish, self._hear_reply)

    def _wish(self, floor: Floor) -> FromAgent | FromSupervisor:
        raise NotImplementedError

    def _hear_reply(self, reply: Reply | None) -> None:
        self._story.tell_lazily(self.name, lambda: f"is told {reply}")


class Chief(Office):
    """Enters absences and incidents, some of them ahead, and takes some of them back."""

    name = "chief"
    paces_s = (5.0, 30.0)

    def _wish(self, floor: Floor) -> FromAgent | FromSupervisor:
        dice = self._dice
        if dice.random() < 0.1:
            return self._switch_line()
        entered = sorted(overlay.id for overlay in floor.overlays())
        if entered and dice.random() < 0.4:
            overlay = dice.choice(entered)
            if dice.random() < 0.3:
                ends_at = BEGINNING + self._loop.time() + dice.random() * 20
                return MoveOverlayEnd(overlay=overlay, author="chief", ends_at=dice.choice((None, ends_at)))
            return WithdrawOverlay(overlay=overlay, author="chief")
        begins_at = BEGINNING + self._loop.time() + dice.choice((-1.0, 0.0, 4.0))
        return EnterOverlay(
            edit=draw_edit(dice, floor.policy),
            author="chief",
            reason=dice.choice(("ill", "cable cut")),
            begins_at=dice.choice((None, begins_at)),
            ends_at=dice.choice((None, begins_at + 2.0 + dice.random() * 20)),
        )

    def _switch_line(self) -> FromAgent:
        """Lines to the outside can be switched off, and on again, like a desk."""
        return self._dice.choice(
            (
                LogOut(agent=LINE),
                GoNotReady(agent=LINE, reason=REASONS["1"]),
                LogIn(agent=LINE, phone=PhoneId(LINE)),
                GoReady(agent=LINE),
                GoReady(agent=LINE),
            )
        )


class Clerk(Office):
    """Agrees on callbacks for moments to come, cancels some, and keeps the do-not-call list."""

    name = "clerk"
    paces_s = (4.0, 15.0)

    def _wish(self, floor: Floor) -> FromSupervisor:
        dice, now = self._dice, BEGINNING + self._loop.time()
        number = number_of(dice.randrange(REGULARS))
        there = sorted(contact.id for contact in floor.contacts() if contact.is_live)
        held = sorted(contact.id for contact in floor.contacts() if contact.is_live and contact.is_held)
        luck = dice.random()
        if there and luck < 0.2:
            return CancelCallback(contact=dice.choice(dice.choice((held, there)) or there), author="clerk")
        if luck < 0.4:
            called = sorted(contact.number or number for contact in map(floor.contact, held) if contact)
            return EnterOverlay(
                edit=Refusal(number=dice.choice(called or [number])),
                author="clerk",
                reason="asked for it",
                begins_at=None,
                ends_at=now + dice.random() * 20,
            )
        return ScheduleCallback(
            number=number,
            queue=dice.choice(sorted(floor.policy.queues)),
            not_before=now + dice.random() * 20,
            author="clerk",
            wanted=dice.choice((None, None, dice.choice(sorted(floor.policy.agents)))),
        )
