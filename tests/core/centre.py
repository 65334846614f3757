"""A call centre without delays: phones are answered at once, and talks end when they are told to."""

from collections import deque
from collections.abc import Iterable

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.agent import PhoneState
from acd.model.command import Command, CreateLeg, EndLeg, Join, Ring
from acd.model.contact import Contact
from acd.model.fact import ContactArrived, Fact
from acd.model.ids import AgentId, ContactId, LegId, PhoneId
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    GoNotReady,
    GoReady,
    Heard,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    LogIn,
    PhonesSeen,
    PolicyApplied,
)
from acd.model.outcome import Record
from acd.model.policy import Policy
from tests.core.floor_story import is_living
from tests.core.small_company import MONDAY_TEN


class Centre:
    """One engine, and whatever it asks for."""

    def __init__(self, policy: Policy, *, epoch: int = 1, records: Iterable[Record] = ()) -> None:
        self.policy = policy
        self.engine = Engine(Floor.of(policy, epoch, records=records))
        self.epoch = epoch
        self.now_s = 0.0
        self.rows: dict[tuple[type, str], Record] = {(type(row), row.id): row for row in records}
        self.facts: list[tuple[float, Fact]] = []
        self.legs: dict[ContactId, LegId] = {}
        self._calls = 0
        self.hear(PolicyApplied(policy=policy))
        self.hear(AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
        self.hear(PhonesSeen(states=dict.fromkeys(policy.phones, PhoneState.NOT_IN_USE)))

    @property
    def at(self) -> float:
        """The moment, in seconds since the epoch."""
        return MONDAY_TEN + self.now_s

    def hear(self, message: Heard) -> None:
        told: deque[Heard] = deque((message,))
        while told:
            outcome = self.engine.handle(told.popleft(), self.at)
            self.rows.update({(type(row), row.id): row for row in outcome.rows})
            self.facts.extend((self.at, fact) for fact in outcome.facts)
            for fact in outcome.facts:
                if isinstance(fact, ContactArrived):
                    self.legs[fact.contact] = fact.leg
            for command in outcome.commands:
                told.extend(answers(command))

    def be_ready(self, *agents: str) -> None:
        for number, agent in enumerate(agents):
            self.hear(LogIn(agent=AgentId(agent), phone=PhoneId(str(201 + number))))
            self.hear(GoReady(agent=AgentId(agent)))

    def pause(self, agent: str) -> None:
        self.hear(GoNotReady(agent=AgentId(agent), reason="break"))

    def call(self, did: str = "200", caller: str | None = None) -> ContactId:
        """Somebody calls."""
        self._calls += 1
        self.hear(CallArrived(leg=LegId(f"call-{self.epoch}-{self._calls}"), did=did, caller=caller))
        return next(reversed(self.legs))

    def hang_up(self, contact: ContactId) -> None:
        self.hear(LegVanished(leg=self.legs[contact], cause=16))

    def contact(self, contact: ContactId) -> Contact:
        found = self.engine.view.contact(contact)
        assert found is not None
        return found

    def restarted(self) -> "Centre":
        """The same centre after a restart: what the rows keep of the living, agents at their desks."""
        records = list(filter(is_living, self.rows.values()))
        centre = Centre(self.policy, epoch=self.epoch + 1, records=records)
        centre.now_s = self.now_s
        return centre


def answers(command: Command) -> Iterable[Heard]:
    """What is heard of a command, at once."""
    match command:
        case CreateLeg():
            return (LegSeen(leg=command.leg),)
        case Ring():
            return (LegRang(leg=command.leg), LegAnswered(leg=command.leg))
        case Join():
            return tuple(LegJoined(leg=leg, bridge=command.bridge) for leg in command.legs)
        case EndLeg():
            return (LegVanished(leg=command.leg, cause=16),)
        case _:
            return ()
