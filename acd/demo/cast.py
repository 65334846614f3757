"""Who plays: which of the company's people sit at which of its phones, and who is left to the audience."""

from collections.abc import Sequence
from dataclasses import dataclass

from acd.company.schema import Company
from acd.demo.ways import Way, can_serve
from acd.lab.from_company import CompanyFileWrong
from acd.model.people import AgentPolicy
from acd.model.policy import Policy


class NoStage(CompanyFileWrong):
    """A company in which nobody could phone by himself; the message says what it lacks."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """An agent of the demo and the desk phone he or she sits at."""

    agent: str
    name: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everybody and everything that the demo uses."""

    trunk: str
    """The account by which callers come in; they do not register, so somebody else can."""
    seats: tuple[Seat, ...]
    free_agent: str | None
    """An agent, and a phone to sit at, for whoever watches; None when the company has only one."""
    free_phone: str | None


def cast(company: Company, policy: Policy, ways: Sequence[Way], *, agents: int) -> Cast:
    """Choose up to so many agents, so that as many ways as possible lead to somebody.

    The first agent and the first phone of the company, those that its documents speak of, are left free.

    Raises:
        NoStage: nobody can call in, or nobody is there to answer.
    """
    trunk = next((name for name, about in company.trunks.items() if about.host is None), None)
    if trunk is None:
        raise NoStage(
            "Nobody can call this company from here: all its trunks are real ones. Give it one more, "
            "without a host:  caller: {name: A telephone outside}  below `trunks`."
        )
    if not company.agents or not company.phones:
        raise NoStage("A demo needs somebody who answers: give the company agents and phones.")
    if not any(way.queue for way in ways):
        raise NoStage(
            "No number of this company leads to a queue at this hour, so nobody would be put through. "
            "Give it a number without `hours`, or come again when it is open."
        )
    one_to_spare = len(company.agents) > 1 and len(company.phones) > 1
    free_agent, free_phone = (
        (next(iter(company.agents)), next(iter(company.phones))) if one_to_spare else (None, None)
    )
    phones = [phone for phone in company.phones if phone != free_phone][:agents]
    people = [agent for name, agent in policy.agents.items() if name != free_agent and agent.outside is None]
    chosen = _helpful(people, ways, len(phones))
    return Cast(
        trunk=trunk,
        seats=tuple(
            Seat(agent=agent.id, name=agent.name, phone=phone)
            for agent, phone in zip(chosen, phones, strict=False)
        ),
        free_agent=free_agent,
        free_phone=free_phone,
    )


def _helpful(people: Sequence[AgentPolicy], ways: Sequence[Way], number: int) -> list[AgentPolicy]:
    """The people who help most, in the order of the company; a way that few of them serve counts more."""
    chosen: list[AgentPolicy] = []
    servers = [0] * len(ways)

    def help_of(agent: AgentPolicy) -> float:
        return sum(
            1.0 / (1 + count) ** 2 for way, count in zip(ways, servers, strict=True) if can_serve(agent, way)
        )

    while len(chosen) < min(number, len(people)):
        best = max((agent for agent in people if agent not in chosen), key=help_of)
        chosen.append(best)
        servers = [count + can_serve(best, way) for way, count in zip(ways, servers, strict=True)]
    return [agent for agent in people if agent in chosen]
