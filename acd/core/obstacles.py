"""Obstacles: what keeps an agent from being offered a contact, in the words of `acd explain`.

The matcher decides by them, and explanations count them: so they cannot tell different stories.
"""

from collections.abc import Sequence

from acd.core.floor import View
from acd.core.geography import responsible
from acd.core.needs import relaxed
from acd.core.substitution import deserted, takers
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, PhoneState, Ready, Reserved, WrapUp
from acd.model.contact import InQueue
from acd.model.ids import PhoneId, QueueId, RegionId, SkillId
from acd.model.needs import Needs, meets, without
from acd.model.people import AgentPolicy
from acd.model.policy import Policy

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
        self.groups: frozenset[SkillId | RegionId] = frozenset()
        """Whose stand-ins may serve."""
        if self._queue is not None:
            self._ring = self._queue.rings[min(place.ring, len(self._queue.rings) - 1)]
            self._serving = (self._queue.id, *self._ring.also)
            self.needs = relaxed(place.needs, self._ring)
            self.groups = deserted(place, self._ring, view)

    def misfit(self, agent: AgentPolicy | None) -> str | None:
        """What makes an agent unfit, whatever the agent does; None: nothing."""
        if agent is None or self._queue is None:
            return OTHER_QUEUES
        stands_in = frozenset(group for group in self.groups if agent.id in self._policy.stand_ins[group])
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


def keeper(agent: AgentPolicy, queue: QueueId, free: Sequence[AgentPolicy], policy: Policy) -> QueueId | None:
    """The queue that keeps a free agent from the callers of this one, if one does: of the `free` who serve it
    no more are left than it reserves.
    """
    for other in sorted(agent.queues - {queue}):
        reserve = policy.queues[other].reserve if other in policy.queues else 0
        if reserve and sum(other in person.queues for person in free) <= reserve:
            return other
    return None


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
