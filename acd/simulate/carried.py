"""The company that a scenario carries itself: its queues and agents, with a number for each stream.

It goes the way of every company file: the schema, then the compiler. Only what callers hear is missing.
"""

from collections.abc import Iterator

import msgspec

from acd.company import schema as company_file
from acd.company.compile import policy_of
from acd.model.policy import Policy
from acd.simulate.schema import Group, Scenario, Stream

FIRST_YEAR = 2026
"""For public holidays, of which such a company has none."""


def number_of(stream: int) -> str:
    """The number that the callers of the so-manieth stream dial."""
    return f"{1000 + stream}"


def members_of(name: str, group: Group) -> Iterator[str]:
    """The ids of the agents of a group; one alone has the name of the group."""
    if group.count == 1:
        yield name
    else:
        width = len(str(group.count))
        yield from (f"{name}-{number:0{width}}" for number in range(1, group.count + 1))


def policy_carried(scenario: Scenario) -> Policy:
    """The policy of a scenario that has queues of its own."""
    agents = {
        member: company_file.Agent(name=member, skills=group.skills, queues=group.queues)
        for name, group in scenario.agents.items()
        for member in members_of(name, group)
    }
    return policy_of(
        company_file.Company(
            company=scenario.scenario,
            timezone="UTC",
            languages=("en",),
            numbers={
                number_of(place): company_file.Number(name=name, flow=name)
                for place, name in enumerate(scenario.streams)
            },
            prompts={},
            flows={name: _straight(stream) for name, stream in scenario.streams.items()},
            queues={
                name: msgspec.structs.replace(queue, name=queue.name or name)
                for name, queue in scenario.queues.items()
            },
            agents=agents,
            phones={agent: company_file.Phone(extension=agent) for agent in agents},
            trunks={},
            fallback=company_file.Fallback(),
            head_start_limit_s=scenario.head_start_limit_s,
        ),
        version=1,
        sounds={},
        year=FIRST_YEAR,
    )


def _straight(stream: Stream) -> company_file.Flow:
    assert stream.queue is not None
    enqueue = company_file.Enqueue(queue=stream.queue, needs=stream.needs, needs_one_of=stream.needs_one_of)
    return company_file.Flow(start="wait", nodes={"wait": enqueue})
