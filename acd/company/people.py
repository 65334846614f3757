"""The checks of agents beside one another: substitutes, stand-ins, who is responsible for what."""

from collections.abc import Iterable

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps
from acd.company.places import inner_to_outer


def check_people(findings: Findings) -> None:
    """All of them."""
    company = findings.company
    for number, agent in company.agents.items():
        here: Steps = ("agents", number)
        findings.refer_keys("skills", agent.skills, (*here, "skills"))
        findings.refer_all("queues", agent.queues or (), (*here, "queues"))
        findings.refer_all("regions", agent.regions, (*here, "regions"))
        findings.refer_all("agents", agent.substitutes, (*here, "substitutes"))
        if number in agent.substitutes:
            steps = (*here, "substitutes", agent.substitutes.index(number))
            findings.at(steps, "nobody is his or her own substitute", "remove it")
    _check_skills(findings)
    _check_regions(findings)
    limited = company.overload != schema.Overload()
    if limited and findings.whole("agents") and not any(each.substitutes for each in company.agents.values()):
        findings.warn(("overload",), "nobody has substitutes who could help", "add substitutes to agents")


def _check_skills(findings: Findings) -> None:
    company = findings.company
    having: dict[str, set[str]] = {}
    for number, agent in company.agents.items():
        for skill in agent.skills:
            having.setdefault(skill, set()).add(number)
    for name, entry in company.skills.items():
        here: Steps = ("skills", name)
        has = having.get(name, set())
        _check_stand_ins(findings, here, entry.stand_ins, has, "has the skill, and need not stand in for it")
        if not has and findings.whole("agents"):
            findings.warn_at_key(here, "nobody has this skill", "give it to an agent, or remove it")
        if entry.stand_ins and name in company.regions and company.regions[name].stand_ins:
            findings.at(
                (*here, "stand_ins"),
                f"a region of the same name has stand-ins, too (line {findings.line('regions', name)})",
                "give one of them another name",
            )


def _check_regions(findings: Findings) -> None:
    company = findings.company
    covering: dict[str, set[str]] = {}
    for number, agent in company.agents.items():
        for region in agent.regions:
            covering.setdefault(region, set()).add(number)
    ways = {name: inner_to_outer(company.regions, name) for name in company.regions}
    served = {outer for name in covering if name in ways for outer in ways[name]}
    everywhere = any(not agent.regions for agent in company.agents.values())
    asks = any(queue.by_region for queue in company.queues.values())
    sure = findings.whole("agents") and findings.whole("regions")
    for name, entry in company.regions.items():
        here: Steps = ("regions", name)
        covers = covering.get(name, set())
        message = "is responsible for the region, and need not stand in for it"
        _check_stand_ins(findings, here, entry.stand_ins, covers, message)
        if asks and sure and not everywhere and name not in served and not covering.keys() & set(ways[name]):
            findings.warn_at_key(
                here,
                "nobody is responsible for it, nor for a region around it or in it",
                "add it to the regions of an agent",
            )


def _check_stand_ins(
    findings: Findings, here: Steps, stand_ins: Iterable[str], fit: set[str], message: str
) -> None:
    for index, number in enumerate(stand_ins):
        steps = (*here, "stand_ins", index)
        findings.refer("agents", number, steps)
        if number in fit:
            findings.at(steps, f"{findings.company.agents[number].name} {message}", "remove it")
