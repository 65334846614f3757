"""People, drawn from the seed: callers who call, press keys, wait and give up; agents who work, or do not."""

from collections.abc import Callable
from random import Random

from acd.model.agent import LoggedOut, NotReady, WrapUp
from acd.model.ids import AgentId, PhoneId
from acd.model.message import EndWrapUp, FromAgent, GoNotReady, GoReady, LogIn, LogOut
from acd.model.outcome import Reply
from acd.sim.company import CLOSED_DID, DIRECT_DID, MENU_DID, PHONES, REASONS, UNKNOWN_DID
from acd.sim.loop import SimLoop
from acd.sim.policies import REGULARS, number_of
from acd.sim.service import Service
from acd.sim.story import Story
from acd.sim.switch import SimCall, SimRinging, Switch

REJECTIONS = (486, 480, 603, 404, 503, 302)
"""How a phone says no: busy, do not disturb, decline …"""

KEYS = ("123497*#", (8, 8, 4, 1, 2, 1, 1, 1))
"""Those that callers press, and how often each."""


class Ear:
    """What a caller's own phone tells the caller."""

    def __init__(self, name: str, story: Story) -> None:
        self._name = name
        self._story = story

    def answered(self) -> None:
        """Somebody or something has answered."""
        self._story.tell(self._name, "is answered")

    def ended(self, code: int) -> None:
        """The other side has ended the call."""
        self._story.tell(self._name, f"is ended with {code}")


class Callers:
    """They come one after another until `close`; each does something, waits, does something else."""

    def __init__(self, loop: SimLoop, dice: Random, switch: Switch, story: Story, *, every_s: float) -> None:
        self._loop = loop
        self._dice = dice
        self._switch = switch
        self._story = story
        self._every_s = every_s
        self._number = 0
        self._is_open = True
        self.calls: list[SimCall | SimRinging] = []
        """All that there ever were, and those to customers that were answered."""
        self.keys = KEYS
        self.patience_s = dice.choice((5.0, 20.0, 60.0))
        self.talk_s = dice.choice((3.0, 10.0, 30.0))
        loop.in_world(0.0, self._come)

    def close(self) -> None:
        """Nobody calls any more."""
        self._is_open = False

    def leave(self) -> None:
        """Whoever is still there hangs up."""
        for call in self.calls:
            if not call.is_over:
                call.hang_up()

    def call(self, number: str) -> None:
        """Somebody calls from this number, or from none that is shown."""
        self._number += 1
        did = self._dice.choices((MENU_DID, DIRECT_DID, CLOSED_DID, UNKNOWN_DID), (60, 30, 5, 5))[0]
        name = f"caller {self._number}"
        self._story.tell(name, f"calls {did}")
        call = self._switch.call_in(did, number, Ear(name, self._story))
        self.stay(name, call)

    def stay(self, name: str, call: SimCall | SimRinging) -> None:
        """Somebody is on the line, does this and that, and leaves."""
        self.calls.append(call)
        gives_up_at = self._loop.time() + self._dice.expovariate(1 / self.patience_s)
        if self._dice.random() < 0.08:
            self._loop.in_world(self._dice.random() * 0.1, self._leave, name, call)
        self._loop.in_world(self._dice.random() * 3, self._act, name, call, gives_up_at)

    def are_on_the_line(self, number: str) -> bool:
        """Whether a call of this number has not ended."""
        calls = (call for call in self.calls if not call.is_over)
        return any(number in (call.channel.caller.number, call.channel.phone) for call in calls)

    def _come(self) -> None:
        if not self._is_open:
            return
        self.call("" if self._dice.random() < 0.1 else number_of(self._dice.randrange(REGULARS)))
        self._loop.in_world(self._dice.expovariate(1 / self._every_s), self._come)

    def _act(self, name: str, call: SimCall | SimRinging, gives_up_at: float) -> None:
        """Do one thing: leave, press a key, or only wait; then again."""
        if call.is_over or call.is_dead:
            return
        if self._dice.random() < 0.002:
            self._story.tell(name, "vanishes without a word")
            call.vanish()
        if call.hears.kind == "people":
            if self._dice.random() < 1.5 / self.talk_s:
                self._leave(name, call)
        elif self._loop.time() > gives_up_at:
            self._leave(name, call)
        elif self._dice.random() < 0.6:
            key = self._dice.choices(*self.keys)[0]
            self._story.tell(name, f"presses {key}")
            call.press(key)
        self._loop.in_world(self._dice.random() * 3, self._act, name, call, gives_up_at)

    def _leave(self, name: str, call: SimCall | SimRinging) -> None:
        if not call.is_over:
            self._story.tell(name, "hangs up")
            call.hang_up()


class Person:
    """One agent, and the desk phone that belongs to him or her on most days."""

    def __init__(self, name: AgentId, phone: PhoneId, staff: "Staff") -> None:
        self.name = name
        self.phone = phone
        self._staff = staff
        self.plug_in()
        staff.loop.in_world(staff.dice.random() * 4, self._act)

    def plug_in(self) -> None:
        """The phone registers."""
        self._staff.switch.register(self.phone, self._hear_ringing)

    def unplug(self) -> None:
        """The phone is gone, with whatever was on it."""
        self._staff.story.tell(self.name, f"unplugs {self.phone}")
        self._staff.switch.unregister(self.phone)
        self._staff.loop.in_world(1 + self._staff.dice.random() * 10, self.plug_in)

    def _act(self) -> None:
        staff = self._staff
        staff.loop.in_world(staff.dice.expovariate(1 / staff.pause_s), self._act)
        service = staff.find_service()
        if service is None:
            return
        if staff.dice.random() < 0.02:
            self._do_something_else()
        wish = self._wish(service)
        if wish is not None:
            staff.story.tell_lazily(self.name, lambda: f"asks {service.process.name} for {wish}")
            service.ask(wish, self._hear_reply)

    def _do_something_else(self) -> None:
        """Something that concerns the phone only."""
        staff, dice = self._staff, self._staff.dice
        match dice.randrange(3):
            case 0:
                self.unplug()
            case 1:
                staff.story.tell(self.name, f"loses {self.phone} without a word")
                staff.switch.unplug(self.phone)
                staff.loop.in_world(1 + dice.random() * 20, self.plug_in)
            case _:
                staff.story.tell(self.name, "makes a private call")
                staff.switch.talk_privately(self.phone, 1)
                staff.loop.in_world(dice.random() * 10, staff.switch.talk_privately, self.phone, 0)

    def _hear_reply(self, reply: Reply | None) -> None:
        self._staff.story.tell_lazily(self.name, lambda: f"is told {reply}")

    def _wish(self, service: Service) -> FromAgent | None:
        """What the agent wants, as somebody who looks at the status and is not always reasonable."""
        dice = self._staff.dice
        if self._staff.is_closing or dice.random() < 0.08:
            return self._whim()
        agent = service.floor.agent(self.name) if service.floor is not None else None
        if agent is None:
            return None
        match agent.presence, agent.activity:
            case LoggedOut(), _:
                return LogIn(agent=self.name, phone=self.phone)
            case NotReady(), _:
                return GoReady(agent=self.name)
            case _, WrapUp() if dice.random() < 0.5:
                return EndWrapUp(agent=self.name)
            case _:
                return None

    def _whim(self) -> FromAgent:
        dice = self._staff.dice
        if self._staff.is_closing:
            return LogOut(agent=self.name)
        whims: tuple[Callable[[], FromAgent], ...] = (
            lambda: LogOut(agent=self.name),
            lambda: GoNotReady(agent=self.name, reason=dice.choice((*REASONS.values(), "no reason"))),
            lambda: LogIn(agent=self.name, phone=dice.choice(PHONES)),
            lambda: LogIn(agent=self.name, phone=self.phone),
            lambda: GoReady(agent=self.name),
            lambda: EndWrapUp(agent=self.name),
        )
        return dice.choice(whims)()

    def _hear_ringing(self, ringing: SimRinging) -> None:
        """The phone rings: answer soon or late, say no, or let it ring."""
        staff = self._staff
        luck = staff.dice.random()
        if luck < staff.answers:
            delay_s = staff.dice.choice((0.0, staff.dice.random(), staff.dice.random() * 8))
            staff.loop.in_world(delay_s, self._answer, ringing)
        elif luck < staff.answers + 0.1:
            code = staff.dice.choice(REJECTIONS)
            staff.loop.in_world(staff.dice.random() * 4, self._reject, ringing, code)
        elif luck < staff.answers + 0.12:
            staff.loop.in_world(staff.dice.random() * 2, self.unplug)
        elif luck < staff.answers + 0.14:
            ringing.keep_quiet()

    def _answer(self, ringing: SimRinging) -> None:
        if not ringing.is_over:
            self._staff.story.tell(self.name, f"answers {self.phone}")
            ringing.answer()
            delay_s = self._staff.dice.choice((0.0, 0.05, self._staff.dice.expovariate(1 / 12)))
            if self._staff.dice.random() < 0.8:
                delay_s += self._staff.stays_s
            if self._staff.dice.random() < self._staff.presses:
                key_at_s = self._staff.dice.random() * self._staff.presses_within_s
                self._staff.loop.in_world(key_at_s, ringing.press, self._staff.choose_key())
            self._staff.loop.in_world(delay_s, self._hang_up, ringing)

    def _reject(self, ringing: SimRinging, code: int) -> None:
        if not ringing.is_over:
            self._staff.story.tell(self.name, f"rejects with {code}")
            ringing.reject(code)

    def _hang_up(self, ringing: SimRinging) -> None:
        if not ringing.is_over:
            self._staff.story.tell(self.name, "hangs up")
            ringing.hang_up()


class Staff:
    """All agents of the town, employed or not yet."""

    def __init__(
        self,
        loop: SimLoop,
        dice: Random,
        switch: Switch,
        story: Story,
        *,
        find_service: Callable[[], Service | None],
        people: tuple[tuple[AgentId, PhoneId], ...],
    ) -> None:
        self.loop = loop
        self.dice = dice
        self.switch = switch
        self.story = story
        self.find_service = find_service
        self.pause_s = dice.choice((1.0, 3.0))
        self.answers = dice.choice((0.85, 0.7, 0.4))
        """How probable it is that a ringing phone is answered."""
        self.stays_s = 2.0
        """So long most stay on the line at least."""
        self.presses = 0.05
        """How probable it is that somebody who answers presses a key."""
        self.presses_within_s = 2.0
        self.choose_key: Callable[[], str] = lambda: "1"
        self.is_closing = False
        for name, phone in people:
            Person(name, phone, self)

    def close(self) -> None:
        """Everybody goes home."""
        self.is_closing = True
