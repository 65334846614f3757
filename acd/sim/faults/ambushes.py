"""Several small things go wrong at the worst moment, which mere chance would hardly ever find."""

from collections.abc import Callable, Iterator

from acd.asterisk.ari.generated import Channel, ChannelStateChange, Event, StasisStart
from acd.asterisk.ari.translate import INBOUND
from acd.model.message import GoNotReady, LogOut
from acd.sim.company import DIRECT_DID, MENU_DID, REASONS
from acd.sim.faults.mischief import Family
from acd.sim.network import Wire
from acd.sim.policies import LINE, NUMBER
from acd.sim.service import Service

WAYS_OF_A_LOOK = 6
"""It asks three times."""

SILENT_S = 6.0
"""For so long at most nothing is told after the event that springs an ambush."""


class Ambusher(Family):
    """Lies in wait for the next event of a kind."""

    def mend(self) -> None:
        """Nobody lies in wait any more."""
        self._world.network.ambushes.clear()

    def _lay(self, what: str, is_it: Callable[[Event], bool], spring: Callable[[Wire, Event], None]) -> None:
        network = self._world.network

        def wait(wire: Wire, event: Event) -> None:
            if is_it(event):
                network.ambushes.remove(wait)
                self._world.tell(f"the ambush is sprung: {what}")
                spring(wire, event)

        self._world.tell(f"an ambush is laid: {what}")
        network.ambushes.append(wait)

    def _cut(self, wire: Wire, _event: Event) -> None:
        wire.stall(self._dice.random() * SILENT_S)
        loop = self._world.loop
        loop.in_process(wire.process, loop.time() + self._dice.random(), wire.abort, "a fault of our machine")

    def _end(self, wire: Wire, event: Event) -> None:
        assert isinstance(event, StasisStart)
        wire.stall_events(self._dice.random() * SILENT_S)
        self._world.switch.request("DELETE", f"channels/{event.channel.id}")
        self._world.network.answers_slow_s = 2.5
        self._world.after(SILENT_S, self._quicken_answers, "answers are quick again")

    def _quicken_answers(self) -> None:
        self._world.network.answers_slow_s = 0.0

    def _doubt(self, wire: Wire, after_s: float) -> None:
        for service in self._of(wire):
            self._world.loop.in_world(after_s, service.doubt)

    def _of(self, wire: Wire) -> Iterator[Service]:
        """The service at the other end."""
        services = self._world.supervisor.services.values()
        return (service for service in services if service.process is wire.process)


class Ambushes(Ambusher):
    """Laid where people call in."""

    def look_at_arrival(self) -> None:
        """A call arrives while a look is on its way, is offered at once, and all else is told later."""
        self._lay("the next call arrives in the middle of a look", _is_direct_call, self._look)

    def cut_at_arrival(self) -> None:
        """Our end of the socket breaks before Asterisk gets to what was asked; it gets to it later."""
        self._lay("our end of the socket breaks as the next call arrives", _is_menu_call, self._cut)

    def end_at_creation(self) -> None:
        """An agent's leg ends as soon as it is there, and nobody tells."""
        self._lay("the next agent's leg ends before it rings", _is_creation, self._end)

    def doubt_at_answer(self) -> None:
        """Looks, stalls and the caller's end, all while two are being joined."""
        self._lay("much goes wrong at the next answer", _is_answer, self._confuse)

    def switch_off_at_question(self) -> None:
        """The line to the outside is switched off while whoever answered there is asked for the key."""
        self._lay(
            "the line outside is switched off when somebody answers", _is_answer_outside, self._switch_off
        )

    def _look(self, wire: Wire, _event: Event) -> None:
        self._world.network.hold(1, self._dice.random())
        self._doubt(wire, 0.0)
        for _ in range(3):
            self._doubt(wire, self._dice.random() * SILENT_S)
        wire.stall_events(self._dice.random() * SILENT_S)

    def _confuse(self, wire: Wire, event: Event) -> None:
        assert isinstance(event, ChannelStateChange)
        loop, network = self._world.loop, self._world.network
        network.hold(WAYS_OF_A_LOOK, self._dice.random())
        self._doubt(wire, 0.0)
        wire.stall(self._dice.random() * 0.5)
        looked_s = 0.2 + self._dice.random()
        loop.in_world(looked_s, wire.stall, 1 + self._dice.random())
        loop.in_world(looked_s + self._dice.random(), self._leave, wire, event.channel.id)

    def _leave(self, wire: Wire, leg: str) -> None:
        """One of the two hangs up, and that is told late."""
        wire.stall_events(self._dice.random() * SILENT_S)
        channel = self._world.switch.channels.get(leg)
        bridge = channel.bridge if channel is not None else None
        together = [one.id for one in self._world.switch.channels.values() if bridge and one.bridge == bridge]
        if together:
            self._world.switch.request("DELETE", f"channels/{self._dice.choice(sorted(together))}")

    def _switch_off(self, wire: Wire, _event: Event) -> None:
        wishes = (LogOut(agent=LINE), GoNotReady(agent=LINE, reason=REASONS["1"]))
        wish, asked_s = self._dice.choice(wishes), self._dice.random()
        for service in self._of(wire):
            self._world.loop.in_world(asked_s, service.ask, wish, lambda _: None)

    KINDS = (look_at_arrival, cut_at_arrival, end_at_creation, doubt_at_answer, switch_off_at_question)


def _is_menu_call(event: Event) -> bool:
    return isinstance(event, StasisStart) and event.args[:2] == (INBOUND, MENU_DID)


def _is_direct_call(event: Event) -> bool:
    return isinstance(event, StasisStart) and event.args[:2] == (INBOUND, DIRECT_DID)


def _is_creation(event: Event) -> bool:
    return isinstance(event, StasisStart) and event.args[:1] != (INBOUND,)


def _is_answer(event: Event) -> bool:
    return _answered(event) is not None


def _is_answer_outside(event: Event) -> bool:
    channel = _answered(event)
    return channel is not None and channel.name.startswith(f"PJSIP/{NUMBER}-")


def _answered(event: Event) -> Channel | None:
    """The agent's channel that has come up."""
    if not isinstance(event, ChannelStateChange) or event.channel.state != "Up":
        return None
    return event.channel if event.channel.id.endswith("-leg") else None
