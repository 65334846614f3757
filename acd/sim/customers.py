"""The customers of companies that call back: what becomes of a call to them, and who rings again meanwhile.

Each of the numbers that call in is a telephone, too. A person takes the call, or a machine; it is busy, is
not answered, is no number any more; now and then the trunk is away. And some whose callback is still to come
ring in, some who wait fall into a hole, and ring again.
"""

from collections.abc import Callable
from functools import partial
from random import Random

from acd.sim.calling_back import line_of
from acd.sim.loop import SimLoop
from acd.sim.people import Callers
from acd.sim.policies import KEY, REGULARS, number_of
from acd.sim.service import Service
from acd.sim.story import Story
from acd.sim.switch import SimCall, SimRinging, Switch

REFUSALS = (486, 486, 404, 603, 480, 503)
"""How a network says no: busy, no such number, declined …"""

KEYS_TO_BE_CALLED = ("123497*#", (12, 8, 4, 1, 2, 4, 1, 1))
"""Those that callers press, and how often each."""


class Customers:
    """All of them, until `close`."""

    def __init__(
        self,
        loop: SimLoop,
        dice: Random,
        switch: Switch,
        story: Story,
        *,
        callers: Callers,
        find_service: Callable[[], Service | None],
    ) -> None:
        self._loop = loop
        self._dice = dice
        self._switch = switch
        self._story = story
        self._callers = callers
        self._find_service = find_service
        self._is_open = True
        self.answers = dice.choice((0.9, 0.6, 0.3))
        """How probable it is that a telephone that rings is answered, be it by a machine."""
        self.returns_every_s = dice.choice((2.0, 8.0))
        self._connect_all()
        loop.in_world(dice.expovariate(1 / self.returns_every_s), self._return)
        if dice.random() < 0.3:
            loop.in_world(dice.expovariate(1 / 20), self._lose_trunk)

    def close(self) -> None:
        """Nobody is at home, and nobody rings again."""
        self._is_open = False

    # --- calls to them ----------------------------------------------------------------------------------

    def _connect_all(self) -> None:
        for regular in range(REGULARS):
            number = number_of(regular)
            self._switch.register(line_of(number), partial(self._hear_ringing, number))

    def _lose_trunk(self) -> None:
        """No call goes out for a while; those that went out go on."""
        self._story.tell("trunk", "is away")
        for regular in range(REGULARS):
            self._switch.unregister(line_of(number_of(regular)))
        self._loop.in_world(self._dice.random() * 10, self._find_trunk)

    def _find_trunk(self) -> None:
        self._story.tell("trunk", "is back")
        self._connect_all()
        if self._is_open:
            self._loop.in_world(self._dice.expovariate(1 / 40), self._lose_trunk)

    def _hear_ringing(self, number: str, ringing: SimRinging) -> None:
        dice = self._dice
        self._story.tell(number, "is called")
        if self._callers.are_on_the_line(number) and dice.random() < 0.8:
            self._reject(number, ringing, 486)
            return
        luck = dice.random()
        if not self._is_open:
            return
        if luck < self.answers:
            soon_s = dice.choice((0.0, dice.random(), dice.random() * 8))
            take = self._answer if dice.random() < 0.75 else self._be_a_machine
            self._loop.in_world(soon_s, take, number, ringing)
        elif dice.random() < 0.5:
            self._loop.in_world(
                dice.choice((0.0, dice.random() * 4)), self._reject, number, ringing, dice.choice(REFUSALS)
            )
        elif dice.random() < 0.2:
            ringing.keep_quiet()

    def _answer(self, number: str, ringing: SimRinging) -> None:
        if ringing.is_over:
            return
        self._story.tell(number, "answers")
        ringing.answer()
        if self._dice.random() < 0.7:
            self._loop.in_world(self._dice.random() * 3, self._press, number, ringing)
        self._callers.stay(number, ringing)

    def _press(self, number: str, ringing: SimRinging) -> None:
        if not ringing.is_over:
            self._story.tell(number, f"presses {KEY}")
            ringing.press(KEY)

    def _be_a_machine(self, number: str, ringing: SimRinging) -> None:
        """Which talks to itself, and hangs up some time."""
        if not ringing.is_over:
            self._story.tell(number, "is taken by a machine")
            ringing.answer()
            self._loop.in_world(1 + self._dice.random() * 10, ringing.hang_up)

    def _reject(self, number: str, ringing: SimRinging, code: int) -> None:
        if not ringing.is_over:
            self._story.tell(number, f"rejects with {code}")
            ringing.reject(code)

    # --- calls of theirs --------------------------------------------------------------------------------

    def _return(self) -> None:
        if not self._is_open:
            return
        self._loop.in_world(self._dice.expovariate(1 / self.returns_every_s), self._return)
        if self._dice.random() < 0.5:
            self._fall_into_a_hole()
        else:
            self._ring_in()

    def _ring_in(self) -> None:
        """Somebody is to be called back, and cannot wait for it."""
        service = self._find_service()
        if service is None or service.floor is None:
            return
        held = {contact.number for contact in service.floor.contacts() if contact.is_live and contact.is_held}
        numbers = sorted(number for number in held if number is not None)
        if numbers:
            self._callers.call(self._dice.choice(numbers))

    def _fall_into_a_hole(self) -> None:
        """A line breaks off, with or without the network noticing, and its caller rings again."""
        waiting = [call for call in self._callers.calls if call.is_up and call.hears.kind == "music"]
        numbered = [call for call in waiting if isinstance(call, SimCall) and call.channel.caller.number]
        if not numbered:
            return
        call = self._dice.choice(numbered)
        number = call.channel.caller.number
        self._story.tell(number, "falls into a hole")
        if self._dice.random() < 0.3:
            call.vanish()
        else:
            call.hang_up()
        self._loop.in_world(self._dice.random() * 6, self._call_again, number)

    def _call_again(self, number: str) -> None:
        if self._is_open:
            self._callers.call(number)
