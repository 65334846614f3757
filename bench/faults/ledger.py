"""What the books say about the customers of a lap, held against what became of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from acd.testing.call_centre import CallCentre, Fact
from bench.faults.fates import Fate, Outcome
from bench.faults.people import Customer, State
from tests.system.books import untruths

GAVE_UP = {State.LEAVING: {"served", "abandoned", "lost"}}
"""How calls whose people hung up may have ended: `lost` if nobody saw it. Others: served."""
LOST_WITH_ASTERISK = {"lost", "served", "abandoned", "left_in_menu"}


class Ledger:
    """The books from now on."""

    def __init__(self, centre: CallCentre) -> None:
        self._centre = centre
        self._after = centre.last_seq()
        self._known = set(untruths(centre))

    def untruths(self, customers: Sequence[Customer], fates: Iterable[Fate]) -> list[str]:
        """What is wrong in the books since then, as sentences."""
        facts = self._centre.facts(after=self._after)
        ended_by_fault = {fate.who for fate in fates if fate.outcome is Outcome.ENDED}
        return [
            *(words for words in untruths(self._centre) if words not in self._known),
            *_of_agents(facts),
            *_of_customers(facts, {one.number: one for one in customers}, ended_by_fault),
        ]


def _of_agents(facts: Iterable[Fact]) -> Iterator[str]:
    """Nobody missed a call, or was sent home."""
    for fact in facts:
        if fact.kind in ("AgentBecameNotReady", "AgentLoggedOut"):
            yield f"agent {fact.fields['agent']}: {fact.kind} ({fact.fields['reason']})"


def _of_customers(
    facts: Sequence[Fact], customers: Mapping[str, Customer], ended_by_fault: set[str]
) -> Iterator[str]:
    """Each came once, was answered once, and ended once, in the right way."""
    contacts: defaultdict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "ContactArrived":
            contacts[fact.fields["caller"]].append(fact.fields["contact"])
    counts = Counter((fact.kind, fact.fields.get("contact")) for fact in facts)
    endings = {fact.fields["contact"]: fact.fields["ending"] for fact in facts if fact.kind == "ContactEnded"}
    for number, customer in customers.items():
        own = contacts[number]
        if len(own) != 1:
            if own or customer.name not in ended_by_fault:
                yield f"{customer.name} is {len(own)} contacts in the books"
            continue
        (contact,) = own
        if counts["OfferAnswered", contact] > 1 + counts["PlaceRestored", contact]:
            yield f"{customer.name} was answered twice"
        right = GAVE_UP.get(customer.state, {"served"})
        right = LOST_WITH_ASTERISK if customer.name in ended_by_fault else right
        if endings.get(contact) not in right:
            yield f"{customer.name} ended as {endings.get(contact, 'nothing')!r} in the books"
