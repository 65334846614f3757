"""Who can serve whom: the checks of what is asked from agents.

A company is honest when for every caller whom a flow puts into a queue somebody of that queue has the skills
asked for, even if nobody with them happens to be there. A caller whom nobody could ever serve would wait for
ever, so that is a mistake and not a matter of taste.
"""

from collections.abc import Iterator

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps

MOST_NEEDS = 200
"""Different needs that are followed to one node; flows with more of them are not written by people."""

Levels = tuple[tuple[str, int], ...]
"""Needs as sorted pairs of skill and level."""


def levels_of(*needs: schema.Needs) -> Levels:
    """All needs together; where a skill is asked twice the higher level counts."""
    levels: dict[str, int] = {}
    for part in needs:
        for skill, level in part.items():
            levels[skill] = max(level, levels.get(skill, 0))
    return tuple(sorted(levels.items()))


def told(needs: Levels) -> str:
    """Needs in words: ``english 3 and refund 5``."""
    return " and ".join(f"{skill} {level}" for skill, level in needs)


def meets(agent: schema.Agent, needs: Levels) -> bool:
    """Whether an agent has every skill at the level asked for."""
    return all(agent.skills.get(skill, 0) >= level for skill, level in needs)


def serves(agent: schema.Agent, queue: str, needs: Levels) -> bool:
    """Whether an agent serves a queue: as said by the agent, else when the agent meets the queue's needs."""
    return queue in agent.queues if agent.queues is not None else meets(agent, needs)


def check_staffing(findings: Findings) -> None:
    """Every agent fits the queues he or she serves, and every caller can be served by somebody."""
    if not all(findings.had(section) for section in ("agents", "skills", "queues")):
        return
    # A skill that does not exist has been told already; who asks for it shall not be told off a second time.
    skills = set(findings.names("skills"))
    queues = {
        name: _known(levels_of(queue.needs), skills)
        for name, queue in findings.company.queues.items()
        if findings.whole("queues", name, "needs")
    }
    agents = findings.company.agents
    sure = {
        number: agent
        for number, agent in agents.items()
        if findings.whole("agents", number, "skills")
        and findings.whole("agents", number, "queues")
        and _refers_well(agent, skills, set(queues))
    }
    for number, agent in sure.items():
        _check_named_queues(findings, ("agents", number), agent, queues)
        # A queue that could not be read may be the very one that the agent would serve.
        if len(queues) == len(findings.names("queues")):
            _check_some_queue(findings, ("agents", number), agent, queues)
    if len(sure) == len(findings.names("agents")):
        teams = {
            name: [agent for agent in sure.values() if serves(agent, name, needs)]
            for name, needs in queues.items()
        }
        _check_teams(findings, teams, skills)


def _known(needs: Levels, skills: set[str]) -> Levels:
    return tuple((skill, level) for skill, level in needs if skill in skills)


def _refers_well(agent: schema.Agent, skills: set[str], queues: set[str]) -> bool:
    return skills.issuperset(agent.skills) and queues.issuperset(agent.queues or ())


def _check_some_queue(
    findings: Findings, here: Steps, agent: schema.Agent, queues: dict[str, Levels]
) -> None:
    if agent.queues is None and not any(serves(agent, *queue) for queue in queues.items()):
        findings.at_key(here, "meets the needs of no queue", "add skills, or queues: [] if that is meant so")


def _check_named_queues(
    findings: Findings, here: Steps, agent: schema.Agent, queues: dict[str, Levels]
) -> None:
    for index, name in enumerate(agent.queues or ()):
        if not meets(agent, queues[name]):
            findings.at(
                (*here, "queues", index),
                f'"{name}" needs {told(queues[name])}, which this agent does not have',
                "raise the agent's levels, or remove the queue",
            )


def _check_teams(findings: Findings, teams: dict[str, list[schema.Agent]], skills: set[str]) -> None:
    company = findings.company
    for name, team in teams.items():
        if not team:
            findings.at_key(
                ("queues", name),
                "no agent serves this queue",
                "give somebody the skills it needs, or remove it",
            )
    for name, flow in company.flows.items():
        for node_name, ways in _needs_at(flow).items():
            node = flow.nodes.get(node_name)
            if isinstance(node, schema.Enqueue) and teams.get(node.queue):
                both = (node.needs, company.queues[node.queue].needs)
                asked = {_known(levels_of(dict(way), *both), skills) for way in ways}
                _check_team(findings, ("flows", name, "nodes", node_name), asked, teams[node.queue])


def _check_team(findings: Findings, steps: Steps, asked: set[Levels], team: list[schema.Agent]) -> None:
    for needs in sorted(asked):
        if not any(meets(agent, needs) for agent in team):
            findings.at_key(
                steps,
                f"no agent of the queue can serve callers who come here needing {told(needs)}",
                "ask for less, or raise somebody's levels",
            )
            return


def _needs_at(flow: schema.Flow) -> dict[str, set[Levels]]:
    """The needs with which callers can come to each node."""
    found: dict[str, set[Levels]] = {flow.start: {()}}
    to_do: list[tuple[str, Levels]] = [(flow.start, ())]
    while to_do:
        here, needs = to_do.pop()
        for target, gained in _leads(flow.nodes[here]) if here in flow.nodes else ():
            arrived = levels_of(dict(needs), gained)
            known = found.setdefault(target, set())
            if arrived not in known and len(known) < MOST_NEEDS:
                known.add(arrived)
                to_do.append((target, arrived))
    return found


def _leads(node: schema.Node) -> Iterator[tuple[str, schema.Needs]]:
    """Where a node leads to, and the needs gained on the way."""
    match node:
        case schema.Say():
            yield node.next, {}
        case schema.Menu():
            yield from ((choice.next, choice.needs) for choice in node.choices.values())
            yield node.otherwise, {}
        case schema.Ask():
            yield node.next, {}
            yield node.otherwise, {}
        case schema.Enqueue() | schema.Hangup():
            pass
