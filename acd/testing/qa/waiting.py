"""Why a caller still waits, for a test: who could help and what keeps them, by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from acd.core.explain import NotYet
from acd.telling.names import Names
from acd.telling.waiting import why_not_yet


@dataclass(frozen=True, kw_only=True)
class WhyNotYet:
    """Why a caller still waits. As a text it says all that `acd explain` says."""

    queue: str
    """The name of the queue in the company file."""
    ring: int
    """Which ring is open; the first one is 1."""
    ahead: int
    """How many callers of this queue are served earlier."""
    rung: str | None
    """Whose phone rings for the caller."""
    could_take: Mapping[str, str]
    """What keeps each agent who could take the call from it, the nearest first; the first few."""
    cannot: Mapping[str, int]
    """How many agents cannot be offered it, by reason."""
    text: str = field(repr=False)

    def __str__(self) -> str:
        return self.text


def rendered(reasons: NotYet, names: Names) -> WhyNotYet:
    """The answer of the service, with names in place of numbers."""
    return WhyNotYet(
        queue=reasons.queue,
        ring=reasons.ring + 1,
        ahead=reasons.ahead,
        rung=_name(reasons.ringing, names) if reasons.ringing is not None else None,
        could_take={_name(one.agent, names): one.obstacle for one in reasons.suitable},
        cannot=reasons.excluded,
        text="\n".join(why_not_yet(reasons, names)),
    )


def _name(agent: str, names: Names) -> str:
    """The name alone, if only one has it."""
    called = names.agents.get(agent, agent)
    return called if list(names.agents.values()).count(called) < 2 else names.agent(agent)
