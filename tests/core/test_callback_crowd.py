"""Five hundred who are to be called back at once, after an outage: paced, in order, and none is lost."""

import random
from collections import Counter
from heapq import heappop, heappush
from itertools import count, pairwise

import msgspec
import pytest

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.core.invariants import violations
from acd.model.callback import Dialled, Due, Miss, Mode, PickedUp, Reached, Resting
from acd.model.command import Command, CreateLeg, DialOut, EndLeg, Join, Play, Ring
from acd.model.contact import Contact, Ended, Ending, Fetching, InQueue
from acd.model.fact import ContactEnded, CustomerDialled, CustomerReached, Fact, OfferOpened
from acd.model.ids import AgentId, ContactId, LegId, PhoneId
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    GoReady,
    Heard,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    LogIn,
    PlaybackEnded,
    PolicyApplied,
    TimePassed,
)
from acd.model.outcome import Outcome, Record
from acd.model.people import Phone
from acd.model.policy import Policy
from tests.core.floor_story import is_living
from tests.core.person_companies import CHECK
from tests.core.small_company import MONDAY_TEN, SALES, agent
from tests.core.story_companies import calling_back

MANY, AGENTS = 500, 12
LINES, PER_MINUTE = 8, 16
BUSY, NO_ANSWER = 17, 19


def company(*, lines: int | None, per_minute: int | None) -> Policy:
    """As `calling_back`, with a dozen who sell, and without anybody outside."""
    base = calling_back()
    assert base.dialling is not None
    people = {AgentId(f"a{n:02}"): agent(f"a{n:02}", SALES, sales=5) for n in range(AGENTS)}
    sales = base.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(sales.callback, expires_s=86400.0)
    sales = msgspec.structs.replace(sales, rings=sales.rings[:1], wrap_up_s=1.0, callback=rules)
    return msgspec.structs.replace(
        base,
        agents=people,
        queues=base.queues | {SALES: sales},
        phones={PhoneId(f"3{n:02}"): Phone(id=PhoneId(f"3{n:02}"), extension="") for n in range(AGENTS)},
        dialling=msgspec.structs.replace(base.dialling, lines=lines, per_minute=per_minute),
    )


class Crowd:
    """One engine, agents who answer after some seconds, and customers who answer, are busy, or do not."""

    def __init__(self, policy: Policy, seed: int, *, agent_first: bool = True) -> None:
        self.dice = random.Random(seed)  # noqa: S311
        self.at = MONDAY_TEN
        self.policy = policy
        self.rows: dict[tuple[type, str], Record] = {}
        self.facts: list[tuple[float, Fact]] = []
        self.outcomes: list[Outcome] = []
        self.most_at_once = 0
        self.agent_first = agent_first
        self.most_ahead = 0
        """Customers who were called at once, and no agent waited."""
        self.engine = Engine(Floor.of(policy, 1))
        self._to_come: list[tuple[float, int, Heard]] = []
        self._order = count()
        self.hear(PolicyApplied(policy=policy))

    def hear(self, message: Heard) -> None:
        outcome = self.engine.handle(message, self.at)
        self.outcomes.append(outcome)
        self.rows.update({(type(row), row.id): row for row in outcome.rows})
        self.facts.extend((outcome.at, fact) for fact in outcome.facts)
        view = self.engine.view
        calls = [
            contact
            for contact in view.contacts()
            if isinstance(contact.callback, Dialled | PickedUp | Reached) and contact.is_live
        ]
        self.most_at_once = max(self.most_at_once, len(calls))
        waiting = [contact for contact in calls if isinstance(contact.callback, Dialled | PickedUp)]
        alone = [contact for contact in waiting if not isinstance(contact.talk, Fetching)]
        assert not alone or not self.agent_first, "an agent waits for each of them"
        assert len(alone) == len(waiting) or self.agent_first, "no agent is there before the customer"
        self.most_ahead = max(self.most_ahead, len(alone))
        for command in outcome.commands:
            self._perform(command)

    def restart(self, floor: Floor | None = None) -> None:
        """The service has been away for an hour, and Asterisk with it: nobody is on any line. `floor`: as
        somebody else has kept it meanwhile.
        """
        self.at += 3600.0
        self._to_come.clear()
        kept = filter(is_living, self.rows.values())
        self.engine = Engine(floor or Floor.of(self.policy, 2, records=kept))
        self.hear(AsteriskSeen(asked_at=self.at, legs=(), bridges=()))

    def run(self) -> None:
        """Until nobody is to be called any more."""
        for _ in range(100_000):
            deadline = self.engine.deadline()
            if not self._to_come or (deadline is not None and deadline < self._to_come[0][0]):
                if deadline is None or not any(contact.is_live for contact in self.engine.view.contacts()):
                    return
                self.at = max(self.at, deadline)
                self.hear(TimePassed())
                continue
            moment, _, message = heappop(self._to_come)
            self.at = max(self.at, moment)
            self.hear(message)
        raise AssertionError("there is no end to it")

    def _later(self, after_s: float, message: Heard) -> None:
        heappush(self._to_come, (self.at + after_s, next(self._order), message))

    def _perform(self, command: Command) -> None:
        match command:
            case CreateLeg(leg=leg) | DialOut(leg=leg):
                self._later(0.1, LegSeen(leg=leg))
            case Ring(leg=leg) if "-d" in leg:
                self._later(0.2, LegRang(leg=leg))
                self._ring_customer(leg)
            case Ring(leg=leg):
                self._later(0.2, LegRang(leg=leg))
                self._later(self.dice.uniform(1.0, 9.0), LegAnswered(leg=leg))
            case Play(playback=playback, leg=leg):
                self._later(2.0, PlaybackEnded(playback=playback))
                if playback.endswith("-w1"):
                    self._take_up(leg)
            case Join(bridge=bridge, legs=legs):
                for leg in legs:
                    self._later(0.1, LegJoined(leg=leg, bridge=bridge))
                self._later(self.dice.uniform(5.0, 60.0), LegVanished(leg=legs[0], cause=16))
            case EndLeg(leg=leg):
                self._later(0.1, LegVanished(leg=leg, cause=16))
            case _:
                pass

    def _take_up(self, leg: LegId) -> None:
        """Most are there; some hang up, and some are machines."""
        fortune = self.dice.random()
        if fortune < 0.8:
            self._later(self.dice.uniform(1.0, 5.0), KeyPressed(leg=leg, key="1"))
        elif fortune < 0.9:
            self._later(1.0, LegVanished(leg=leg, cause=16))

    def _ring_customer(self, leg: LegId) -> None:
        fortune = self.dice.random()
        if fortune < 0.6:
            self._later(self.dice.uniform(1.0, 15.0), LegAnswered(leg=leg))
        else:
            self._later(
                self.dice.uniform(1.0, 15.0), LegVanished(leg=leg, cause=(BUSY, NO_ANSWER)[fortune < 0.8])
            )


@pytest.mark.parametrize("seed", range(2))
def test_after_an_outage_they_are_called_in_order_as_many_as_may_be_and_none_is_lost(seed: int) -> None:
    crowd = Crowd(company(lines=LINES, per_minute=PER_MINUTE), seed)
    ask_for_callbacks(crowd)
    crowd.restart()
    all_are_called_in_order_as_many_as_may_be(crowd)


def all_are_called_in_order_as_many_as_may_be(crowd: Crowd) -> None:
    assert sum(isinstance(contact.callback, Due) for contact in crowd.engine.view.contacts()) == MANY
    come_to_work(crowd)
    crowd.run()

    assert violations(crowd.engine.view) == []
    assert crowd.most_at_once == LINES, "as many as may be, and not more"
    dials = [at for at, fact in crowd.facts if isinstance(fact, CustomerDialled)]
    most_in_a_minute = max(sum(first <= at < first + 60.0 for at in dials) for first in dials)
    assert most_in_a_minute == PER_MINUTE
    assert [at for at, later in pairwise(dials) if later < at] == []
    assert first_offers(crowd) == [ContactId(f"c1-{n}") for n in range(1, MANY + 1)], "in order"
    none_is_lost(crowd)


def test_without_any_limit_there_are_as_many_calls_as_agents() -> None:
    crowd = Crowd(company(lines=None, per_minute=None), 7)
    ask_for_callbacks(crowd)
    come_to_work(crowd)
    crowd.run()
    assert crowd.most_at_once == AGENTS
    assert first_offers(crowd) == [ContactId(f"c1-{n}") for n in range(1, MANY + 1)]
    none_is_lost(crowd)


def customers_first() -> Policy:
    """The same company, without limits but that of its agents; whoever takes the call has to press 1."""
    base = company(lines=None, per_minute=None)
    sales = base.queues[SALES]
    assert sales.callback is not None
    retries = sales.callback.retries | {Miss.VOICEMAIL: (300.0, 900.0), Miss.HUNG_UP: (300.0,)}
    rules = msgspec.structs.replace(
        sales.callback, mode=Mode.CUSTOMER_FIRST, ahead_s=15.0, person=CHECK, retries=retries
    )
    return msgspec.structs.replace(
        base, queues=base.queues | {SALES: msgspec.structs.replace(sales, callback=rules)}
    )


@pytest.mark.parametrize("seed", range(2))
def test_customers_first_there_are_as_many_calls_as_agents_about_to_be_free(seed: int) -> None:
    crowd = Crowd(customers_first(), seed, agent_first=False)
    ask_for_callbacks(crowd)
    crowd.restart()
    come_to_work(crowd)
    crowd.run()

    assert violations(crowd.engine.view) == []
    assert 0 < crowd.most_ahead <= AGENTS
    dialled = (fact.contact for _, fact in crowd.facts if isinstance(fact, CustomerDialled))
    assert list(dict.fromkeys(dialled)) == [ContactId(f"c1-{n}") for n in range(1, MANY + 1)], "in order"
    none_is_lost(crowd)
    waits = _waits_on_the_line(crowd)
    assert sum(waits) / len(waits) < 15.0, "an agent was there when the customer was, or soon"


def _waits_on_the_line(crowd: Crowd) -> list[float]:
    """How long each customer who was there has waited until an agent was rung."""
    reached = {fact.contact: at for at, fact in crowd.facts if isinstance(fact, CustomerReached)}
    rung = {fact.contact: at for at, fact in reversed(crowd.facts) if isinstance(fact, OfferOpened)}
    return [rung[contact] - at for contact, at in reached.items()]


def ask_for_callbacks(crowd: Crowd) -> None:
    """All of them ring, press the key and hang up; nobody is at work."""
    crowd.hear(AsteriskSeen(asked_at=crowd.at, legs=(), bridges=()))
    for n in range(MANY):
        leg = LegId(f"call-{n}")
        crowd.at += 0.01
        crowd.hear(CallArrived(leg=leg, did="200", caller=f"+43660{1_000_000 + n}"))
        crowd.hear(KeyPressed(leg=leg, key="1"))
        crowd.hear(LegVanished(leg=leg, cause=16))
    assert all(isinstance(contact.callback, Due | Resting) for contact in crowd.engine.view.contacts())


def come_to_work(crowd: Crowd) -> None:
    for name, phone in zip(crowd.policy.agents, crowd.policy.phones, strict=True):
        crowd.hear(LogIn(agent=name, phone=phone))
        crowd.hear(GoReady(agent=name))


def first_offers(crowd: Crowd) -> list[ContactId]:
    offers = (fact.contact for _, fact in crowd.facts if isinstance(fact, OfferOpened))
    return list(dict.fromkeys(offers))


def none_is_lost(crowd: Crowd) -> None:
    """Each ends once: served, or not reached after as many tries as the ladders have."""
    ended = Counter(fact.contact for _, fact in crowd.facts if isinstance(fact, ContactEnded))
    assert len(ended) == MANY
    assert set(ended.values()) == {1}
    reached = Counter(fact.contact for _, fact in crowd.facts if isinstance(fact, CustomerReached))
    assert set(reached.values()) == {1}, "and nobody is reached twice"
    endings = {row.id: row.life.ending for row in crowd.rows.values() if _is_over(row)}  # type: ignore[union-attr]
    assert {contact for contact, ending in endings.items() if ending is Ending.SERVED} == set(reached)
    assert {ending for contact, ending in endings.items() if contact not in reached} == {Ending.UNREACHED}


def _is_over(row: Record) -> bool:
    return isinstance(row, Contact) and isinstance(row.life, Ended) and not isinstance(row.place, InQueue)
