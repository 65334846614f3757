"""Who can serve whom: the checks of what is asked from agents.

A company is honest when for every caller who comes to a queue somebody of that queue has the skills asked
for, at its last ring at least, even if nobody with them happens to be there. A caller whom nobody could ever
serve would wait for ever, so that is a mistake and not a matter of taste; where an overflow takes such
callers away it is worth a warning.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.routing import levels_of, needs_of, rings_of
from acd.company.ways import Coming, asked_with_rules, coming
from acd.model.ids import AgentId, SkillId
from acd.model.needs import Needs, Skills, joined, lowered, meets, without
from acd.model.queue import Ring


def told(needs: Needs) -> str:
    """Needs in words: ``english 3 and refund 5 or business 2``."""
    return " and ".join(" or ".join(f"{need.skill} {need.level}" for need in each) for each in needs)


def own_needs(queue: schema.Queue) -> Needs:
    """What makes an agent serve a queue: its own needs, at the lowest levels to which its rings come down.

    A need that a ring drops does not let in everybody: those may help who are named, by `queues` of the agent
    or by `add_queues` of the ring.
    """
    return lowered(needs_of(queue.needs, queue.needs_one_of), rings_of(queue)[-1].lower)


def serves(agent: schema.Agent, skills: Skills, queue: str, needs: Needs) -> bool:
    """Whether an agent serves a queue: as said by the agent, else when the agent meets the queue's needs."""
    return queue in agent.queues if agent.queues is not None else meets(skills, needs)


def _relaxed(needs: Needs, ring: Ring) -> Needs:
    return lowered(without(needs, ring.give_up), ring.lower)


def check_staffing(findings: Findings) -> None:
    """Every agent fits the queues he or she serves, and every caller can be served by somebody."""
    if not all(findings.had(section) for section in ("agents", "skills", "queues")):
        return
    staff = _Staff(findings)
    for number, agent in staff.sure.items():
        _check_named_queues(findings, staff, ("agents", number), agent)
        # A queue that could not be read may be the very one that the agent would serve.
        if len(staff.needs) == len(findings.names("queues")):
            _check_some_queue(findings, staff, number, agent)
    if len(staff.sure) == len(findings.names("agents")):
        _check_teams(findings, staff)
        _check_callers(findings, staff)
        for name, queue in staff.queues.items():
            _check_team(findings, staff, name, queue)


class _Staff:
    """Agents and queues, as far as they could be read."""

    def __init__(self, findings: Findings) -> None:
        company = findings.company
        self.known = frozenset(map(SkillId, findings.names("skills")))
        self.queues = {
            name: queue
            for name, queue in company.queues.items()
            if all(findings.whole("queues", name, part) for part in ("needs", "needs_one_of", "rings"))
        }
        self.needs = {name: self.defined(own_needs(queue)) for name, queue in self.queues.items()}
        self.least = {
            name: without(needs, rings_of(self.queues[name])[-1].give_up)
            for name, needs in self.needs.items()
        }
        """What is asked of those who are named, too."""
        self.sure = {
            number: agent
            for number, agent in company.agents.items()
            if findings.whole("agents", number, "skills")
            and findings.whole("agents", number, "queues")
            and self.known.issuperset(agent.skills)
            and self.queues.keys() >= set(agent.queues or ())
        }
        self.skills = {number: levels_of(agent.skills) for number, agent in self.sure.items()}
        self.teams = {
            name: [
                number
                for number, agent in self.sure.items()
                if serves(agent, self.skills[number], name, needs)
            ]
            for name, needs in self.needs.items()
        }
        self.stand_ins = {
            SkillId(name): frozenset(map(AgentId, skill.stand_ins)) for name, skill in company.skills.items()
        }

    def defined(self, needs: Needs) -> Needs:
        """Without skills that do not exist: that has been told already, and shall not be a second time."""
        return tuple(each for each in needs if self.known.issuperset(need.skill for need in each))

    def may_judge(self, name: str) -> bool:
        """Whether all who might serve a queue are known, and whether it is worth looking: lines to the
        outside serve everybody, and of a queue without agents that leads nowhere has been told.
        """
        queue = self.queues[name]
        if _goes_out(queue) or not self.teams.keys() >= set(_added(queue)):
            return False
        return any(self.teams[each] for each in (name, *_added(queue))) or _leads_away(queue)

    def who_serves(self, queue: str, needs: Needs, ring: Ring) -> set[str]:
        """Who of the agents whom a ring reaches can serve these needs there, wherever the customer is."""
        eased = _relaxed(needs, ring)
        reached = {number for each in (queue, *ring.also) for number in self.teams.get(each, ())}
        return {number for number in reached if meets(self.skills[number], eased)}

    def can_serve(self, queue: str, needs: Needs) -> bool:
        """Whether there is anybody for these needs in a queue, at its last ring."""
        ring = rings_of(self.queues[queue])[-1]
        if self.who_serves(queue, needs, ring):
            return True
        eased = _relaxed(needs, ring)
        asked = {need.skill for each in eased for need in each} & self.stand_ins.keys()
        for helper in {helper for skill in asked for helper in self.stand_ins[skill]} & self.skills.keys():
            spared = frozenset(skill for skill in asked if helper in self.stand_ins[skill])
            if meets(self.skills[helper], without(eased, spared)):
                return True
        return False


def _check_some_queue(findings: Findings, staff: _Staff, number: str, agent: schema.Agent) -> None:
    here: Steps = ("agents", number)
    if agent.queues is None and not any(number in team for team in staff.teams.values()):
        findings.at_key(here, "meets the needs of no queue", "add skills, or queues: [] if that is meant so")
    elif not agent.skills and staff.known:
        findings.warn_at_key(here, "has no skills", "add those that callers may need")


def _check_team(findings: Findings, staff: _Staff, name: str, queue: schema.Queue) -> None:
    """What a queue says of its agents goes for agents who serve it."""
    here: Steps = ("queues", name)
    count = len(staff.teams[name])
    if queue.reserve and queue.reserve >= count and findings.whole(*here, "reserve"):
        serve = {0: "nobody serves", 1: "only one agent serves"}.get(count, f"only {count} agents serve")
        most = f"write {count - 1} at the most" if count > 1 else "remove it"
        findings.warn((*here, "reserve"), f"{serve} this queue, and one of them is never kept", most)
    reached = {number for each in (name, *_added(queue)) for number in staff.teams.get(each, ())}
    if any(ring.stand_ins for ring in queue.rings) or not staff.teams.keys() >= set(_added(queue)):
        return
    for index, number in enumerate(queue.order):
        if number in staff.sure and number not in reached and findings.whole(*here, "order", index):
            findings.warn(
                (*here, "order", index),
                f"{quoted(number)} does not serve this queue",
                "remove it, or give this agent the skills it needs, or the queue",
            )


def _check_named_queues(findings: Findings, staff: _Staff, here: Steps, agent: schema.Agent) -> None:
    for index, name in enumerate(agent.queues or ()):
        if not meets(levels_of(agent.skills), staff.least[name]):
            findings.at(
                (*here, "queues", index),
                f'"{name}" needs {told(staff.least[name])}, which this agent does not have',
                "raise the agent's levels, or remove the queue",
            )


def _goes_out(queue: schema.Queue) -> bool:
    """Whether in the end somebody outside may take the callers."""
    return any(ring.outside for ring in queue.rings)


def _leads_away(queue: schema.Queue) -> bool:
    """Whether callers whom nobody could serve go elsewhere."""
    return any(way.nobody for way in queue.overflow)


def _check_teams(findings: Findings, staff: _Staff) -> None:
    for name, queue in staff.queues.items():
        reached = (name, *_added(queue))
        if any(staff.teams.get(each, True) for each in reached) or _goes_out(queue) or _leads_away(queue):
            continue
        findings.at_key(
            ("queues", name), "no agent serves this queue", "give somebody the skills it needs, or remove it"
        )


def _check_callers(findings: Findings, staff: _Staff) -> None:
    """Nobody comes to a queue whom nobody could serve; each place is told once."""
    company = findings.company
    if not findings.whole("rules"):
        company = msgspec.structs.replace(company, rules=())
    asked: dict[str, set[Needs]] = {name: set() for name in staff.queues}
    told_of: set[Steps] = set()
    for come in coming(company):
        queue = staff.queues.get(come.queue)
        for steps, needs in _asked(company, staff, come, queue) if queue is not None else ():
            asked[come.queue].add(needs)
            if steps in told_of or not staff.may_judge(come.queue) or staff.can_serve(come.queue, needs):
                continue
            told_of.add(steps)
            who = "callers who come here" if steps == come.steps else f'callers of "{come.queue}"'
            message = f"no agent of the queue can serve {who} needing {told(needs)}"
            _tell(findings, steps, message, leads_away=_leads_away(staff.queues[come.queue]))
    if all(findings.whole(section) for section in ("flows", "numbers", "queues", "rules")):
        for name, queue in staff.queues.items():
            _check_effects(findings, staff, name, queue, asked[name] or {staff.needs[name]})
            _check_kept_back(findings, staff, name, asked[name] or {staff.needs[name]})


def _check_effects(
    findings: Findings, staff: _Staff, name: str, queue: schema.Queue, asked: set[Needs]
) -> None:
    """Each ring changes something for somebody: it asks for less, and more agents can serve because of it."""
    for index, (before, after) in enumerate(pairwise(rings_of(queue))):
        steps: Steps = ("queues", name, "rings", index)
        if after.proposes or (before.reach, before.stand_ins) != (after.reach, after.stand_ins):
            continue
        if before.also == after.also and all(
            _relaxed(needs, before) == _relaxed(needs, after) for needs in asked
        ):
            findings.warn(
                steps, "the ring changes nothing for anybody", "relax what is asked here, or remove it"
            )
        elif staff.teams.keys() >= set(after.also):  # lines to the outside are no teams: they always help
            then = [(needs, staff.who_serves(name, needs, after)) for needs in asked]
            if any(some for _, some in then) and all(
                some == staff.who_serves(name, needs, before) for needs, some in then
            ):
                findings.warn(
                    steps,
                    "the ring adds nobody: whoever could serve a caller then could do so before",
                    "relax something that agents lack, add queues, or remove it",
                )


def _check_kept_back(findings: Findings, staff: _Staff, name: str, asked: set[Needs]) -> None:
    """No caller depends on agents whom another queue may keep for its own callers. What keeps the same
    agents, and as many of them, has them whenever they are kept.
    """
    queue = staff.queues[name]
    if _goes_out(queue):
        return
    everybody = [(needs, staff.who_serves(name, needs, rings_of(queue)[-1])) for needs in sorted(asked)]
    for other, team in staff.teams.items():
        reserve = staff.queues[other].reserve
        if other == name or (queue.reserve >= reserve and set(staff.teams[name]) == set(team)):
            continue
        most = min(reserve, len(team) - 1)
        waiting = [needs for needs, some in everybody if some and some <= set(team)]
        if most > 0 and waiting:
            which = "" if len(waiting) == len(asked) else f" needing {told(waiting[0])}"
            few = f'only one agent of "{other}" is' if most == 1 else f'only {most} agents of "{other}" are'
            findings.warn(
                ("queues", other, "reserve"),
                f'callers of "{name}"{which} wait while {few} free: nobody else can serve them',
                "keep fewer, or let others serve them, too",
            )


def _added(queue: schema.Queue) -> Iterator[str]:
    return (other for ring in queue.rings for other in ring.add_queues)


def _asked(
    company: schema.Company, staff: _Staff, come: Coming, queue: schema.Queue
) -> Iterator[tuple[Steps, Needs]]:
    """What they ask for, and where the file says so."""
    base = joined(come.caller.needs, needs_of(queue.needs, queue.needs_one_of))
    for steps, needs in asked_with_rules(company, come, base):
        yield steps, staff.defined(needs)


def _tell(findings: Findings, steps: Steps, message: str, *, leads_away: bool) -> None:
    in_list = isinstance(steps[-1], int)
    if leads_away:
        note = findings.warn if in_list else findings.warn_at_key
        note(steps, f"{message}, so they all overflow", "ask for less, or raise somebody's levels")
    else:
        note = findings.at if in_list else findings.at_key
        note(steps, message, "ask for less, raise somebody's levels, or add a ring or an overflow")
