"""What Asterisk's manager interface tells of the desk phones: a snapshot, then changes in order.

It is not ordered against the events of ARI: a phone's state travels by a way of its own.
"""

from collections.abc import Callable
from random import Random

from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.model.message import FromPhones, PhoneSeen, PhonesLost, PhonesSeen
from acd.sim.loop import SimLoop, SimProcess

TRAVEL_S = 0.01
CONNECT_S = 0.05
NEXT_S = 1e-6


class PhoneLine:
    """One process's connection."""

    def __init__(self, board: "PhoneBoard", process: SimProcess, tell: Callable[[FromPhones], None]) -> None:
        self.process = process
        self._board = board
        self._tell = tell
        self._free_at = 0.0

    def send(self, message: FromPhones, after_s: float) -> None:
        """Put a message on the way; none overtakes another."""
        loop = self._board.loop
        self._free_at = max(self._free_at + NEXT_S, loop.time() + after_s)
        loop.in_process(self.process, self._free_at, self._deliver, message)

    def close(self) -> None:
        """Hear nothing more."""
        self._board.lines.remove(self)

    def _deliver(self, message: FromPhones) -> None:
        if self in self._board.lines:
            self._tell(message)


class PhoneBoard:
    """The states of the phones as they are, and whom they are told."""

    def __init__(self, loop: SimLoop, dice: Random) -> None:
        self.loop = loop
        self.lines: list[PhoneLine] = []
        self.slow_s = 0.0
        """The longest additional way."""
        self.is_up = True
        self._dice = dice
        self._states: dict[PhoneId, PhoneState] = {}

    def follow(self, process: SimProcess, tell: Callable[[FromPhones], None]) -> PhoneLine:
        """Tell a process from now on."""
        line = PhoneLine(self, process, tell)
        self.lines.append(line)
        if self.is_up:
            line.send(PhonesSeen(states=dict(self._states)), CONNECT_S * self._dice.random())
        return line

    def process_died(self, process: SimProcess) -> None:
        """Nobody is told any more."""
        self.lines = [line for line in self.lines if line.process is not process]

    def change(self, phone: str, state: PhoneState) -> None:
        """A phone has changed its state."""
        self._states[PhoneId(phone)] = state
        for line in self.lines if self.is_up else ():
            delay_s = (TRAVEL_S + self.slow_s) * self._dice.random()
            line.send(PhoneSeen(phone=PhoneId(phone), state=state), delay_s)

    def lose(self) -> None:
        """The manager interface is gone."""
        if self.is_up:
            self.is_up = False
            for line in self.lines:
                line.send(PhonesLost(), TRAVEL_S * self._dice.random())

    def find(self) -> None:
        """It is back."""
        if not self.is_up:
            self.is_up = True
            for line in self.lines:
                line.send(PhonesSeen(states=dict(self._states)), CONNECT_S * self._dice.random())
