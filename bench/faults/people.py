"""The people of a run: customers on the street, agents at their desks, and what a call between them is."""

import itertools
from dataclasses import dataclass
from enum import StrEnum

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.errors import CommandRefusedError
from acd.testing.phone import Phone
from acd.testing.tones import FOREIGN_TONES_HZ
from bench.waiting import wait_until

MUSIC_HZ, MENU_HZ = 440, 350
"""What waiting callers hear, and what the menu says."""

TONES_HZ = tuple(
    hz for hz in range(520, 3300, 40) if all(abs(hz - foreign) > 20 for foreign in FOREIGN_TONES_HZ)
)
"""A tone for everybody: the ears of a test tell 25 Hz apart."""

SALES, SUPPORT, REPAIRS, OFFICE = range(201, 209), range(209, 213), range(213, 215), range(215, 221)
"""The agents of each group."""
AGENTS = range(201, 221)

TO_MENU, TO_SALES, TO_SUPPORT, TO_REPAIRS, TO_OFFICE = "7100", "7200", "7300", "7400", "7500"
"""Numbers that customers dial."""

PICK_UP_S = 0.1
PHONES_OUTSIDE, LINES = 10, 4
"""The SIP stack of these phones has four lines at most."""


class State(StrEnum):
    """Where a customer is when the fault strikes, or an agent whose customer has gone."""

    ARRIVING = "arriving"
    MENU = "in a menu"
    WAITING = "waiting"
    RINGING = "ringing"
    TALKING = "talking"
    WRAP_UP = "in wrap-up"
    LEAVING = "hanging up"


@dataclass(eq=False)
class Customer:
    """Somebody who has called. `number` is nobody else's."""

    number: str
    state: State
    call: Call
    tone_hz: int

    @property
    def name(self) -> str:
        """For people."""
        return f"{self.state} {self.number}"


def hang_up(call: Call) -> None:
    """End a call, unless it is over."""
    if call.state != "ended":
        try:
            call.hang_up()
        except CommandRefusedError:
            return  # it has ended at this moment


class Street:
    """Telephones outside: a few processes with many lines, and for each call a tone of its own."""

    def __init__(self, centre: CallCentre) -> None:
        secret = centre.stack.secrets["trunk.street"]
        self._phones = [
            centre.phones.phone("street", secret, name=f"street {place}", lines=LINES)
            for place in range(PHONES_OUTSIDE)
        ]
        self._turns = itertools.count()

    def dial(self, number: str, state: State) -> Customer:
        """A customer dials one of our numbers."""
        turn = next(self._turns)
        phone = min(self._phones, key=_lines_in_use)
        tones = TONES_HZ[len(AGENTS) :]
        tone_hz = tones[turn % len(tones)]
        own_number = str(43_155_500_000 + turn)
        call = phone.call(number, caller_id=own_number)
        call.send_tone(tone_hz)
        return Customer(own_number, state, call, tone_hz)


def _lines_in_use(phone: Phone) -> int:
    return sum(call.state != "ended" for call in list(phone.calls))


class Desks:
    """All agents, each at a desk, logged in and ready."""

    def __init__(self, centre: CallCentre) -> None:
        self._centre = centre
        self.phones: dict[int, Phone] = {}
        for place, agent in enumerate(AGENTS, 1):
            desk = f"desk{place}"
            phone = centre.phones.phone(
                desk, centre.stack.secrets[f"phone.{desk}"], name=desk, tone_hz=TONES_HZ[place - 1]
            )
            if agent not in SUPPORT:
                phone.auto_answer(PICK_UP_S)
            self.phones[agent] = phone

    def begin_work(self) -> None:
        """Everybody logs in and is ready."""
        for place, agent in enumerate(AGENTS, 1):
            self._centre.order(str(agent), "login", phone=f"desk{place}")
            self._centre.order(str(agent), "ready")

    def rings_of(self, customer: Customer) -> list[Call]:
        """Every time that a desk has rung for the customer, in order, whatever came of it."""
        rings = [
            call
            for phone in self.phones.values()
            for call in list(phone.calls)
            if call.incoming and call.caller_number == customer.number
        ]
        return sorted(rings, key=lambda call: call.began_at)

    def ringing(self, customer: Customer) -> Call | None:
        """The call that rings at a desk, or is answered there, for the customer now."""
        return next((call for call in self.rings_of(customer) if call.state != "ended"), None)

    def wait_ring(self, customer: Customer, within_s: float = 10.0) -> Call:
        """Wait until a desk rings for the customer."""
        return wait_until(lambda: self.ringing(customer), within_s, f"a desk that rings for {customer.name}")

    def wait_talk(self, customer: Customer, within_s: float = 10.0) -> Call:
        """Wait until an agent has answered the customer; the agent's call."""

        def look() -> Call | None:
            call = self.ringing(customer)
            return call if call is not None and call.state == "answered" else None

        return wait_until(look, within_s, f"an agent who talks with {customer.name}")

    def clear(self) -> None:
        """Hang up whatever there is at any desk."""
        for phone in self.phones.values():
            for call in list(phone.calls):
                hang_up(call)
