"""One lap: calls in every state, the fault, and then everybody goes on until all have been served."""

import time
from dataclasses import dataclass, field

from acd.testing.protocol import Moment
from bench.faults.catalogue import Fault
from bench.faults.fates import Fate, seconds_between
from bench.faults.house import House
from bench.faults.judge import Judge
from bench.faults.ledger import Ledger
from bench.faults.people import TO_MENU, TO_OFFICE, State, hang_up
from bench.faults.population import Population, populate

LISTEN_S = 1.5
"""After the worst is over; what is broken now stays broken."""


@dataclass
class Result:
    """What came of one lap."""

    fates: list[Fate] = field(default_factory=list)
    away_s: float = 0.0
    """How long the part was kept away."""
    served_s: float | None = None
    """From the fault until a caller who rang up after it talked to an agent."""
    wrong: list[str] = field(default_factory=list)
    """What was not as it should be when everybody had gone, as sentences."""


def run(house: House, fault: Fault) -> Result:
    """One fault, once. The house is at rest afterwards, or `wrong` says what is not.

    Raises:
        SceneryFailed, PhoneError: the fault did not even strike.
    """
    house.services.be(fault.services, fault.settings(house))
    house.wait_served()
    if fault.services > 1:
        house.wait_stand_by()
    ledger = Ledger(house.centre)
    people = populate(house)
    result = Result()
    struck = _strike(house, fault, people, result)
    judge = Judge(house, people, struck=struck, fault=fault)
    try:
        for customer in reversed(people.arriving):
            fate, answered = judge.arrival(customer)
            result.fates.append(fate)
            if answered is not None and customer.call.began_at > struck:
                result.served_s = seconds_between(struck, answered)
        house.wait_served()
        time.sleep(LISTEN_S)
        judge.observed = Moment.now()
        result.fates += judge.all_others()
    finally:
        for customer in people.customers:
            hang_up(customer.call)
        house.desks.clear()
    result.wrong += [*house.wait_rest(), *ledger.untruths(people.customers, result.fates)]
    return result


def _strike(house: House, fault: Fault, people: Population, result: Result) -> Moment:
    """Let it happen, with people who go on calling and hanging up meanwhile; when it began."""
    people.arriving.append(house.street.dial(TO_OFFICE, State.ARRIVING))
    struck = Moment.now()
    fault.strike(house)
    people.arriving.append(house.street.dial(TO_OFFICE, State.ARRIVING))
    for call in (people.leaves_talk[1], people.leaves_ringing[0].call, people.leaves_queue.call):
        hang_up(call)
    time.sleep(fault.lasts_s / 2)
    if not fault.ends_calls:
        people.late.append(house.street.dial(TO_MENU, State.ARRIVING))
    result.wrong += fault.operator(house)
    time.sleep(max(0.0, fault.lasts_s - seconds_between(struck, Moment.now())))
    fault.mend(house)
    result.away_s = seconds_between(struck, Moment.now())
    if fault.ends_calls:
        people.late.append(house.street.dial(TO_MENU, State.ARRIVING))
    return struck
