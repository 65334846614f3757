"""Who could serve a contact, and what keeps each of them from it."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from acd.core.obstacles import KEPT_BACK, Fitting, keeper, keeping, obstacle
from acd.core.view import View
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, Ready, Reserved, WrapUp
from acd.model.contact import Queued
from acd.model.ids import AgentId, QueueId

NEARNESS = {Idle: 0, WrapUp: 1, Reserved: 2, OnCall: 3, NotReady: 4, LoggedOut: 5}
"""How soon somebody may be free, by what he or she does: the smallest is the nearest."""

FREE = "free"


class Suitable(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who could serve a contact."""

    agent: AgentId
    obstacle: str
    """What keeps this agent from it."""
    for_s: float | None = None
    """How long it has been so; None: not known."""
    ends_in_s: float | None = None
    """It ends by itself by then; None: nobody knows."""
    keeper: QueueId | None = None
    """The queue that keeps the agent for its own callers."""


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """All agents, sorted by what one contact can expect of them."""

    excluded: dict[str, int]
    """How many cannot be offered it, by reason."""
    suitable: tuple[Suitable, ...]
    """Who could serve it; the nearest first."""


def sort_agents(place: Queued, fitting: Fitting, view: View, at: float) -> Sorted:
    """Every agent as a reason, or as somebody suitable."""
    people = view.policy.agents
    kept_by = keeping(view)
    excluded: Counter[str] = Counter()
    suitable: list[tuple[int, float, Suitable]] = []
    for agent in view.agents():
        unfit = fitting.misfit(people.get(agent.id))
        if unfit is not None:
            excluded[unfit] += 1
            continue
        found = _suitable(agent, place, kept_by, view, at)
        excluded[found.obstacle] += 1
        suitable.append((_nearness(agent), -(found.for_s or 0.0), found))
    suitable.sort(key=lambda one: (*one[:2], one[2].agent))
    return Sorted(excluded=dict(sorted(excluded.items())), suitable=tuple(found for *_, found in suitable))


def fit(agents: Iterable[Agent], fitting: Fitting, view: View) -> list[Agent]:
    """Who of these could serve a contact, whatever they do."""
    return [agent for agent in agents if fitting.misfit(view.policy.agents.get(agent.id)) is None]


def _nearness(agent: Agent) -> int:
    return NEARNESS[type(agent.activity if isinstance(agent.presence, Ready) else agent.presence)]


def _suitable(agent: Agent, place: Queued, kept_by: frozenset[QueueId], view: View, at: float) -> Suitable:
    reason = obstacle(agent, view)
    if reason is None:
        kept = None
        if place.meant_for is None:
            kept = keeper(view.policy.agents[agent.id], place.queue, kept_by)
        obstacle_now = FREE if kept is None else KEPT_BACK
        return Suitable(agent=agent.id, obstacle=obstacle_now, for_s=at - agent.idle_since, keeper=kept)
    since, until = _span(agent)
    return Suitable(
        agent=agent.id,
        obstacle=reason,
        for_s=None if since is None else at - since,
        ends_in_s=None if until is None else max(0.0, until - at),
    )


def _span(agent: Agent) -> tuple[float | None, float | None]:
    """Since when it is as it is, and until when at the latest."""
    match agent.presence, agent.activity:
        case LoggedOut(since=since), _:
            return since, None
        case NotReady(since=since, returns_at=returns_at), _:
            return since, returns_at
        case _, WrapUp(since=since, until=until):
            return since, until
        case _, Idle(since=since, rests_until=float(until)):
            return since, until
        case _, Idle():
            return None, None  # its phone cannot be rung: since when, nobody has told
        case _, activity:
            return activity.since, None
