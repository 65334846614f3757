"""Staff: what the agents of a run do of their own accord, by the habits that the scenario gives them."""

from collections.abc import Iterator

import msgspec

from acd.core.view import View
from acd.model.agent import Idle, WrapUp
from acd.model.callback import CALL_NOW
from acd.model.contact import Deciding
from acd.model.ids import AgentId, LegId, OfferId, PhoneId
from acd.model.message import EndWrapUp, FromAgent, GoNotReady, GoReady, LogIn, LogOut
from acd.model.people import Failure
from acd.model.policy import Policy
from acd.simulate.calendar import Duty, duties
from acd.simulate.carried import members_of
from acd.simulate.chance import Chance, Draw, Values, drawing
from acd.simulate.schema import Habits, Scenario

BREAK = "break"
EVERYBODY = "everybody"


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of a call at an agent's phone."""

    failure: Failure | None = None
    """Let ring, rejected, or the phone cannot be reached; None: it is answered."""
    after_s: float = 0.0
    """How long it rings until it is answered or rejected."""


class _Person:
    def __init__(
        self, agent: str, habits: Habits, chance: Chance, plan: Iterator[tuple[float, Duty]], values: Values
    ) -> None:
        self.habits = habits
        self.plan = plan
        self.duty, self.due = Duty.OUT, next(plan)
        self.at_desk = False
        self.is_absent = False
        self.answer: Draw = drawing(habits.answer, chance.of("answer", agent), values)
        self.misses = chance.of("no answer", agent)
        self.failures = {
            Failure.NO_ANSWER: habits.no_answer,
            Failure.REJECTED: habits.rejected,
            Failure.UNREACHABLE: habits.unreachable,
        }
        self.misses_any = any(self.failures.values())
        self.back: Draw = drawing(habits.back_after, chance.of("back", agent), values)
        self.wrap_up: Draw | None = None
        if habits.wrap_up is not None:
            self.wrap_up = drawing(habits.wrap_up, chance.of("wrap-up", agent), values)


class Staff:
    """Everybody who takes calls."""

    def __init__(
        self,
        policy: Policy,
        scenario: Scenario,
        chance: Chance,
        *,
        midnight: float,
        begins_at: float,
        values: Values,
    ) -> None:
        self.late: set[AgentId] = set()
        """They log in as soon as they are free."""
        of = _habits(scenario)
        rest = of.get(EVERYBODY, Habits())
        self._people: dict[str, _Person] = {
            agent: _Person(
                agent,
                habits := of.get(agent, rest),
                chance,
                duties(habits, midnight, begins_at),
                values,
            )
            for agent, known in policy.agents.items()
            if known.outside is None
        }

    # --- duty -----------------------------------------------------------------------------------------

    def first_duties(self) -> Iterator[tuple[float, str]]:
        """From when on each of them has something to do or to leave."""
        for agent, person in self._people.items():
            yield person.due[0], agent

    def messages(self, agent: str, view: View) -> Iterator[FromAgent]:
        """What the agent does now that the moment has come."""
        person = self._people[agent]
        person.duty = person.due[1]
        yield from self.do_duty(agent, view)

    def leave(self, agent: str) -> None:
        """An absence of the agent begins: until it is over he or she touches no phone."""
        self._people[agent].is_absent = True

    def come_back(self, agent: str, view: View) -> Iterator[FromAgent]:
        """The absence is over: what the agent does, by the calendar."""
        self._people[agent].is_absent = False
        yield from self.do_duty(agent, view)

    def do_duty(self, agent: str, view: View) -> Iterator[FromAgent]:
        """What the agent does, by the calendar. Who still talks, from an earlier shift, logs in `late`."""
        person, name = self._people[agent], AgentId(agent)
        self.late.discard(name)
        if person.duty is Duty.OUT:
            if person.at_desk:
                person.at_desk = False
                yield LogOut(agent=name)
            return
        if person.is_absent:
            return
        if not person.at_desk:
            record = view.agent(name)
            if record is not None and not isinstance(record.activity, Idle):
                self.late.add(name)
                return
            person.at_desk = True
            yield LogIn(agent=name, phone=PhoneId(agent))
        yield GoReady(agent=name) if person.duty is Duty.WORK else GoNotReady(agent=name, reason=BREAK)

    def next_duty(self, agent: str) -> float | None:
        """When the agent's duty changes next."""
        person = self._people[agent]
        following = next(person.plan, None)
        if following is None:
            return None
        person.due = following
        return following[0]

    def works(self, agent: str) -> bool:
        """Whether the agent is on duty, not on a break and not absent."""
        person = self._people.get(agent)
        return person is not None and person.duty is Duty.WORK and not person.is_absent

    # --- calls ----------------------------------------------------------------------------------------

    def take(self, agent: str) -> Taking:
        """What becomes of a call for which the agent's phone is to ring now."""
        person = self._people.get(agent)
        if person is None:  # a line to the outside
            return Taking()
        failure = _failure(person)
        if failure in (Failure.UNREACHABLE, Failure.NO_ANSWER):
            return Taking(failure=failure)
        return Taking(failure=failure, after_s=person.answer())

    def ready(self, agent: str) -> GoReady:
        """Back to work."""
        return GoReady(agent=AgentId(agent))

    def back_after_s(self, agent: str) -> float:
        """How long an agent who missed calls is away."""
        return self._people[agent].back()

    def wrap_up_s(self, agent: str) -> float | None:
        """How long the work after this talk takes; None: as long as there is time."""
        person = self._people.get(agent)
        wrap_up = person.wrap_up if person is not None else None
        return None if wrap_up is None else wrap_up()

    def done(self, agent: str, until: float, view: View) -> EndWrapUp | None:
        """The end of a wrap-up, if it is still the one that would have lasted until then."""
        record = view.agent(AgentId(agent))
        if record is None or not isinstance(record.activity, WrapUp) or record.activity.until != until:
            return None
        return EndWrapUp(agent=AgentId(agent))

    def key_of(self, leg: LegId, view: View) -> str | None:
        """What is pressed when asked: the key of a line to the outside; or to call, by whoever may decide."""
        seen = view.leg(leg)
        contact = view.contact(seen.contact) if seen is not None else None
        if contact is not None and isinstance(contact.talk, Deciding):
            return CALL_NOW
        offer = view.offer(OfferId(leg.removesuffix("-leg")))
        return offer.outside.key if offer is not None and offer.outside is not None else None


def _failure(person: _Person) -> Failure | None:
    """How the agent fails to take a call, if so."""
    if not person.misses_any:
        return None
    drawn = person.misses.random()
    for failure, share in person.failures.items():
        if drawn < share:
            return failure
        drawn -= share
    return None


def _habits(scenario: Scenario) -> dict[str, Habits]:
    """By agent, or for everybody."""
    if not scenario.queues:
        return dict(scenario.habits)
    return {member: group for name, group in scenario.agents.items() for member in members_of(name, group)}
