"""What goes wrong in the very moment in which a customer is called, or answers."""

from acd.asterisk.ari.generated import ChannelStateChange, Event, StasisStart
from acd.sim.calling_back import TRUNK
from acd.sim.faults.ambushes import SILENT_S, Ambusher
from acd.sim.network import Wire
from acd.sim.switch import SimRinging

WITHIN_STEPS = 12
"""A process that has heard of something is killed at one of so many next steps."""


class CallsOut(Ambusher):
    """Laid where customers are called back."""

    def kill_at_dial(self) -> None:
        """The service is killed between making the next customer's leg and letting it ring, or soon after."""
        self._lay("a service is killed as the next customer is dialled", _is_made, self._kill)

    def kill_at_customers_answer(self) -> None:
        """It is killed as it hears that a customer is there, or as it brings the two together."""
        self._lay("a service is killed as the next customer answers", _is_answered, self._kill)

    def lose_agent_at_customers_answer(self) -> None:
        """The agent who waits hangs up in the moment in which the customer answers; who hears it when?"""
        self._lay("an agent leaves as the next customer answers", _is_answered, self._leave_alone)

    def lose_customers_leg(self) -> None:
        """A customer's leg ends before it rings, and nobody tells."""
        self._lay("the next customer's leg ends before it rings", _is_made, self._end)

    def lose_what_is_asked_at_dial(self) -> None:
        """Our end of the socket breaks as a customer's leg is made; what was asked is done later."""
        self._lay("the socket breaks as the next customer is dialled", _is_made, self._cut)

    def _kill(self, wire: Wire, _event: Event) -> None:
        wire.process.die_in(1 + self._dice.randrange(WITHIN_STEPS))

    def _leave_alone(self, wire: Wire, _event: Event) -> None:
        if self._dice.random() < 0.5:
            wire.stall_events(self._dice.random() * SILENT_S)
        for channel in list(self._world.switch.channels.values()):
            waits = channel.bridge is None and f"@{TRUNK}" not in channel.phone
            if waits and channel.state == "Up" and isinstance(channel.party, SimRinging):
                channel.party.hang_up()

    KINDS = (
        kill_at_dial,
        kill_at_customers_answer,
        lose_agent_at_customers_answer,
        lose_customers_leg,
        lose_what_is_asked_at_dial,
    )


def _is_customers(name: str) -> bool:
    return f"@{TRUNK}-" in name


def _is_made(event: Event) -> bool:
    return isinstance(event, StasisStart) and _is_customers(event.channel.name)


def _is_answered(event: Event) -> bool:
    if not isinstance(event, ChannelStateChange) or event.channel.state != "Up":
        return False
    return _is_customers(event.channel.name)
