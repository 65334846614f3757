"""Calls in every state, as they are when a fault strikes."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from acd.testing.call import Call
from acd.testing.protocol import Moment
from bench.faults.house import House
from bench.faults.listening import hear_each_other
from bench.faults.people import (
    MENU_HZ,
    MUSIC_HZ,
    TO_MENU,
    TO_REPAIRS,
    TO_SALES,
    TO_SUPPORT,
    Customer,
    State,
    hang_up,
)
from bench.waiting import wait_until

T = TypeVar("T")
R = TypeVar("R")

TALKING, WAITING, RINGING, IN_MENU, IN_WRAP_UP = 7, 5, 3, 4, 2
"""How many calls are in each state. One more each talks, waits and rings whose people hang up meanwhile."""

HEARD_S = 10.0
AT_ONCE = 6
"""As many people are looked after at the same time."""


class SceneryFailed(Exception):
    """The calls did not come into their states: a fault of the harness, or of what happened before."""


def for_all(work: Callable[[T], R], subjects: Iterable[T]) -> list[R]:
    """The work done for all of them, some at a time."""
    with ThreadPoolExecutor(AT_ONCE) as people:
        return list(people.map(work, subjects))


@dataclass(kw_only=True)
class Population:
    """Customers by state. Those who will hang up are not among the others."""

    menu: list[Customer]
    waiting: list[Customer]
    """In the order in which they came."""
    ringing: list[Customer]
    first_rings: dict[Customer, Call]
    """The desks that ring for them."""
    talking: dict[Customer, Call]
    """With the agent's call."""
    wrap_up: dict[int, Moment]
    """The agents, and when it began."""
    leaves_talk: tuple[Customer, Call]
    """Whose agent will hang up."""
    leaves_ringing: tuple[Customer, Call]
    leaves_queue: Customer
    arriving: list[Customer] = field(default_factory=list)
    """Who rings up as the fault strikes."""
    late: list[Customer] = field(default_factory=list)
    """Who rings up while it lasts."""

    @property
    def customers(self) -> list[Customer]:
        """Everybody who was there, or came."""
        leaving = [self.leaves_talk[0], self.leaves_ringing[0], self.leaves_queue]
        return [*self.arriving, *self.late, *self.menu, *self.waiting, *self.ringing, *self.talking, *leaving]


def populate(house: House) -> Population:
    """Let calls come in until there are some in every state.

    Raises:
        SceneryFailed: somebody did not hear what he or she should.
    """
    street, desks = house.street, house.desks
    short = [street.dial(TO_REPAIRS, State.WRAP_UP) for _ in range(IN_WRAP_UP)]
    talkers = [street.dial(TO_SALES, State.TALKING) for _ in range(TALKING)]
    talkers.append(street.dial(TO_SALES, State.LEAVING))
    talking = dict(zip(talkers, for_all(desks.wait_talk, talkers), strict=True))
    waiting = [_wait_in_line(house, leaves=place == WAITING // 2) for place in range(WAITING + 1)]
    ringers = [street.dial(TO_SUPPORT, State.RINGING) for _ in range(RINGING)]
    ringers.append(street.dial(TO_SUPPORT, State.LEAVING))
    rings = dict(zip(ringers, for_all(desks.wait_ring, ringers), strict=True))
    people = Population(
        menu=[street.dial(TO_MENU, State.MENU) for _ in range(IN_MENU)],
        waiting=[one for one in waiting if one.state is State.WAITING],
        ringing=ringers[:RINGING],
        first_rings=rings,
        leaves_talk=(talkers[-1], talking.pop(talkers[-1])),
        leaves_ringing=(ringers[-1], rings.pop(ringers[-1])),
        leaves_queue=next(one for one in waiting if one.state is State.LEAVING),
        talking=talking,
        wrap_up={},
    )
    _all_hear_what_they_should(people)
    people.wrap_up |= dict(_part(house, customer) for customer in short)
    return people


def _wait_in_line(house: House, *, leaves: bool) -> Customer:
    waiter = house.street.dial(TO_SALES, State.LEAVING if leaves else State.WAITING)
    waiter.call.wait_answered(HEARD_S)  # so they stand in the order in which they came
    return waiter


def _part(house: House, customer: Customer) -> tuple[int, Moment]:
    """The agent hangs up, and has work to do: who, and since when."""
    call = house.desks.wait_talk(customer)
    hang_up(call)
    began = Moment.now()
    agent = next(agent for agent, phone in house.desks.phones.items() if phone is call.phone)
    wait_until(lambda: house.activity(agent) == "wrap_up", HEARD_S, f"agent {agent} in wrap-up")
    return agent, began


def _all_hear_what_they_should(people: Population) -> None:
    def talks(pair: tuple[Customer, Call]) -> str:
        return hear_each_other(*pair, within_s=HEARD_S)

    def hears(pair: tuple[Customer, int]) -> str:
        customer, hz = pair
        hearing = customer.call.hears_tone(hz, HEARD_S)
        return "" if hearing else repr(hearing)

    def rings(call: Call) -> str:
        return "" if call.state == "ringing" else f"{call!r} does not ring"

    queued = [*people.waiting, *people.ringing, people.leaves_queue, people.leaves_ringing[0]]
    tones = [(customer, MUSIC_HZ) for customer in queued]
    tones += [(customer, MENU_HZ) for customer in people.menu]
    wrong = [
        *for_all(talks, [*people.talking.items(), people.leaves_talk]),
        *for_all(hears, tones),
        *map(rings, [*people.first_rings.values(), people.leaves_ringing[1]]),
    ]
    if any(wrong):
        raise SceneryFailed("; ".join(filter(None, wrong)))
