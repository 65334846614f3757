"""Obstacles: what keeps an agent from being offered a contact, in the words of `acd explain`.

The matcher decides by them, and explanations count them: so they cannot tell different stories.
"""

from collections import Counter

from acd.core.geography import responsible
from acd.core.needs import relaxed
from acd.core.substitution import StandIns, is_there, stand_ins, takers
from acd.core.view import View
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, PhoneState, Ready, Reserved, WrapUp
from acd.model.contact import InQueue
from acd.model.ids import PhoneId, QueueId, SkillId
from acd.model.needs import Needs, meets, without
from acd.model.people import AgentPolicy

OTHER_QUEUES = "serves other queues"
LACKS_SKILL = "lacks a skill or its level"
OTHER_REGIONS = "is responsible for other regions"
OTHER_PERSON = "is not the one it is meant for"
KEPT_BACK = "kept for callers of another queue"
ON_A_CALL, IN_WRAP_UP, BEING_RUNG = "on a call", "in wrap-up", "being rung"
NOT_OVER, AT_REST = "last call has not ended", "resting after a failed offer"
AT_WORK = (
    *(ON_A_CALL, IN_WRAP_UP, BEING_RUNG, NOT_OVER, AT_REST),
    *(
        f"phone is {state.replace('_', ' ')}"
        for state in PhoneState
        if state not in (PhoneState.UNAVAILABLE, PhoneState.UNKNOWN, PhoneState.NOT_IN_USE)
    ),
)
"""What keeps an agent from the next contact for a moment only: it will be over by itself."""


def misfit(agent: AgentPolicy | None, place: InQueue, view: View) -> str | None:
    """What makes an agent unfit for whoever stands at such a place, whatever the agent does."""
    return Fitting(place, view).misfit(agent)


class Fitting:
    """Who is fit for whoever stands at such a place: looked up once, asked of any number of agents."""

    def __init__(self, place: InQueue, view: View) -> None:
        self._policy, meant = view.policy, place.meant_for
        self._queue = self._policy.queues.get(place.queue)
        self._region = place.region if place.region in self._policy.regions and meant is None else None
        self._takers = (
            None if meant is None else frozenset(takers(meant.agent, view, substitutes=meant.substitutes))
        )
        self.needs: Needs = place.needs
        """As the ring has relaxed them."""
        self.stand_ins: StandIns = ()
        """Who may serve for others of whom nobody is there."""
        if self._queue is not None:
            self._ring = self._queue.rings[min(place.ring, len(self._queue.rings) - 1)]
            self._serving = (self._queue.id, *self._ring.also)
            self.needs = relaxed(place.needs, self._ring)
            others = stand_ins(self.needs, place.region, view)
            if others and (self._ring.stand_ins or not self._is_anybody_there(view)):
                self.stand_ins = others

    def misfit(self, agent: AgentPolicy | None) -> str | None:
        """What makes an agent unfit, whatever the agent does; None: nothing."""
        if agent is None or self._queue is None:
            return OTHER_QUEUES
        stands_in = frozenset(group for group, names in self.stand_ins if agent.id in names)
        if self._takers is not None:
            if agent.id not in self._takers:
                return OTHER_PERSON
        elif not stands_in and agent.queues.isdisjoint(self._serving):
            return OTHER_QUEUES
        needs = without(self.needs, frozenset(map(SkillId, stands_in))) if stands_in else self.needs
        if agent.outside is None and not meets(agent.skills, needs):
            return LACKS_SKILL
        if self._region is None or self._region in stands_in:
            return None
        near = responsible(agent, self._region, self._ring.reach, self._policy.regions)
        return None if near else OTHER_REGIONS

    def _is_anybody_there(self, view: View) -> bool:
        people = self._policy.agents
        return any(
            is_there(agent, view) and self.misfit(people.get(agent.id)) is None for agent in view.agents()
        )


def keeping(view: View) -> frozenset[QueueId]:
    """The queues that keep the free agents who serve them for their own callers: no more are left than they
    reserve. Never all who are at work: where nobody works but these, everybody's callers are served.
    """
    free, at_work = Counter[QueueId](), Counter[QueueId]()
    for agent in view.agents():
        person, reason = view.policy.agents.get(agent.id), obstacle(agent, view)
        if person is not None and (reason is None or reason in AT_WORK):
            at_work.update(person.queues)
            free.update(person.queues if reason is None else ())
    queues = view.policy.queues.values()
    return frozenset(
        queue.id
        for queue in queues
        if queue.reserve and free[queue.id] <= min(queue.reserve, at_work[queue.id] - 1)
    )


def keeper(agent: AgentPolicy, queue: QueueId, kept_by: frozenset[QueueId]) -> QueueId | None:
    """Of the queues that are `keeping` their agents, one that keeps this agent from the callers of a queue.
    Whom several of them keep serves the callers of each.
    """
    keepers = agent.queues & kept_by
    return min(keepers) if keepers and queue not in keepers else None


def obstacle(agent: Agent, view: View) -> str | None:
    """What keeps the agent from any contact; None: a contact that fits may be offered right now."""
    if agent.id not in view.policy.agents:
        return OTHER_QUEUES
    match agent.presence:
        case Ready(phone=phone):
            return _occupation(agent, phone, view)
        case NotReady(reason=reason):
            return f"not ready: {reason}"
        case LoggedOut():
            return "logged out"


def _occupation(agent: Agent, phone: PhoneId, view: View) -> str | None:
    match agent.activity:
        case OnCall():
            return ON_A_CALL
        case Idle(rests_until=None):
            state = view.phone_state(phone)
            if not state.may_ring:
                return f"phone is {state.replace('_', ' ')}"
            # What is told of phones may be late, or nothing.
            return NOT_OVER if view.has_leg(phone) else None
        case Idle():
            return AT_REST
        case Reserved():
            return BEING_RUNG
        case WrapUp():
            return IN_WRAP_UP
