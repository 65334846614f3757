"""Where callers can get to: the checks of flows, and of what is asked from agents at their ends.

A flow is sound when every node it refers to exists, every node can be reached, and a caller who presses
nothing at all comes to an end. It is honest when somebody can serve each caller it puts into a queue.
"""

from collections.abc import Iterator

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps

MOST_NEEDS = 200
"""Different needs that are followed to one node; flows with more of them are not written by people."""

Levels = tuple[tuple[str, int], ...]
"""Needs as sorted pairs of skill and level."""


def check_flows(findings: Findings) -> None:
    """All checks of all flows."""
    for name, flow in findings.company.flows.items():
        _check_references(findings, name, flow)
        if findings.whole("flows", name) and _all_nodes_exist(flow):
            _check_ways(findings, name, flow)
    _check_served(findings)


def _check_references(findings: Findings, name: str, flow: schema.Flow) -> None:
    here: Steps = ("flows", name)
    nodes: Steps = (*here, "nodes")

    def node(target: str, steps: Steps) -> None:
        findings.refer_within(nodes, "node", target, steps)

    node(flow.start, (*here, "start"))
    for node_name, step in flow.nodes.items():
        at = (*nodes, node_name)
        match step:
            case schema.Say():
                findings.refer("prompts", step.prompt, (*at, "prompt"))
                node(step.next, (*at, "next"))
            case schema.Menu():
                for field in ("prompt", "wrong_key", "no_key"):
                    findings.refer("prompts", getattr(step, field), (*at, field))
                node(step.otherwise, (*at, "otherwise"))
                for key, choice in step.choices.items():
                    node(choice.next, (*at, "choices", key, "next"))
                    check_skills(findings, choice.needs, (*at, "choices", key, "needs"))
            case schema.Enqueue():
                findings.refer("queues", step.queue, (*at, "queue"))
                check_skills(findings, step.needs, (*at, "needs"))
            case schema.Hangup():
                pass


def check_skills(findings: Findings, needs: schema.Needs, steps: Steps) -> None:
    """Every skill that is asked for, or that somebody has, must be defined."""
    for skill in needs:
        findings.refer("skills", skill, (*steps, skill), key=True)


def _targets(node: schema.Node) -> list[str]:
    match node:
        case schema.Say():
            return [node.next]
        case schema.Menu():
            return [*(choice.next for choice in node.choices.values()), node.otherwise]
        case schema.Enqueue() | schema.Hangup():
            return []


def _all_nodes_exist(flow: schema.Flow) -> bool:
    return flow.start in flow.nodes and all(
        target in flow.nodes for node in flow.nodes.values() for target in _targets(node)
    )


def _check_ways(findings: Findings, name: str, flow: schema.Flow) -> None:
    """Nodes nobody comes to, and callers who never come to an end."""
    reached = _reached(flow)
    for node_name in flow.nodes:
        if node_name not in reached:
            findings.at_key(
                ("flows", name, "nodes", node_name),
                "no way leads to this node",
                "lead one here, or remove the node",
            )
    for circle in _silent_circles(flow):
        steps: Steps = ("flows", name, "nodes", circle[0])
        way = " → ".join((*circle, circle[0]))
        if any(isinstance(flow.nodes[node], schema.Menu) for node in circle):
            findings.at_key(
                steps,
                f"a caller who presses nothing goes round for ever: {way}",
                "let 'otherwise' of a menu lead to a queue or a hangup",
            )
        else:
            findings.at_key(
                steps,
                f"callers go round for ever and nothing listens to them: {way}",
                "lead on to a menu, a queue or a hangup",
            )


def _reached(flow: schema.Flow) -> set[str]:
    reached = {flow.start}
    to_do = [flow.start]
    while to_do:
        for target in _targets(flow.nodes[to_do.pop()]):
            if target not in reached:
                reached.add(target)
                to_do.append(target)
    return reached


def _silent_circles(flow: schema.Flow) -> Iterator[list[str]]:
    """The circles of a caller who presses nothing: from every node there is at most one way then."""
    done: set[str] = set()
    for start in flow.nodes:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in done:
            done.add(here)
            way.append(here)
            node = flow.nodes[here]
            match node:
                case schema.Say():
                    here = node.next
                case schema.Menu():
                    here = node.otherwise
                case schema.Enqueue() | schema.Hangup():
                    here = None
        if here in way:
            yield way[way.index(here) :]


# Can anybody serve them?


def serves(agent: schema.Agent, name: str, queue: schema.Queue) -> bool:
    """Whether an agent serves a queue: as said by the agent, else when the agent meets the queue's needs."""
    return name in agent.queues if agent.queues is not None else meets(agent, levels_of(queue.needs))


def meets(agent: schema.Agent, needs: Levels) -> bool:
    """Whether an agent has every skill at the level asked for."""
    return all(agent.skills.get(skill, 0) >= level for skill, level in needs)


def told(needs: Levels) -> str:
    """Needs in words: ``english 3 and refund 5``."""
    return " and ".join(f"{skill} {level}" for skill, level in needs)


def levels_of(*needs: schema.Needs) -> Levels:
    """All needs together; where a skill is asked twice the higher level counts."""
    levels: dict[str, int] = {}
    for part in needs:
        for skill, level in part.items():
            levels[skill] = max(level, levels.get(skill, 0))
    return tuple(sorted(levels.items()))


def _check_served(findings: Findings) -> None:
    """A caller whom nobody can serve would wait for ever: that is a mistake, not a matter of taste."""
    company = findings.company
    if not all(findings.whole(section) for section in ("agents", "skills", "queues")):
        return
    teams = {
        name: [agent for agent in company.agents.values() if serves(agent, name, queue)]
        for name, queue in company.queues.items()
    }
    for name, flow in company.flows.items():
        if not findings.whole("flows", name) or not _all_nodes_exist(flow):
            continue
        for node_name, ways in _needs_at(flow).items():
            node = flow.nodes[node_name]
            if isinstance(node, schema.Enqueue) and teams.get(node.queue):
                _check_team(findings, ("flows", name, "nodes", node_name), node, ways, teams[node.queue])
    for name, team in teams.items():
        if not team:
            findings.at_key(
                ("queues", name),
                "no agent serves this queue",
                "give somebody the skills it needs, or remove it",
            )


def _check_team(
    findings: Findings, steps: Steps, node: schema.Enqueue, ways: set[Levels], team: list[schema.Agent]
) -> None:
    queue_needs = findings.company.queues[node.queue].needs
    for way in sorted(ways):
        needs = levels_of(dict(way), node.needs, queue_needs)
        if not any(meets(agent, needs) for agent in team):
            findings.at_key(
                steps,
                f"no agent of {node.queue} can serve callers who come here needing {told(needs)}",
                "ask for less, or raise somebody's levels",
            )
            return


def _needs_at(flow: schema.Flow) -> dict[str, set[Levels]]:
    """The needs with which callers can come to each node."""
    found: dict[str, set[Levels]] = {flow.start: {()}}
    to_do: list[tuple[str, Levels]] = [(flow.start, ())]
    while to_do:
        here, needs = to_do.pop()
        for target, gained in _leads(flow.nodes[here]):
            arrived = levels_of(dict(needs), gained)
            known = found.setdefault(target, set())
            if arrived not in known and len(known) < MOST_NEEDS:
                known.add(arrived)
                to_do.append((target, arrived))
    return found


def _leads(node: schema.Node) -> Iterator[tuple[str, schema.Needs]]:
    if isinstance(node, schema.Menu):
        for choice in node.choices.values():
            yield choice.next, choice.needs
    for target in [node.next] if isinstance(node, schema.Say) else []:
        yield target, {}
    if isinstance(node, schema.Menu):
        yield node.otherwise, {}
