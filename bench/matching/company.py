"""A large company with all that routing knows, made by dice: the same seed, the same company.

Nobody has the same skills as anybody else, which is the dearest case: agents who are alike share their
classes. Half of the queues go by regions, each has three rings, a quarter of them keep agents for their own
callers, and all ways of choosing occur.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from acd.model.ids import AgentId, PhoneId, QueueId, RegionId, SkillId
from acd.model.needs import Needs, Preference, Preferences, all_of, any_of, joined
from acd.model.people import AgentPolicy, Phone
from acd.model.policy import Policy
from acd.model.queue import Choosing, Queue, Reach, Ring
from acd.model.region import Region

SKILLS = tuple(SkillId(f"skill{n:02}") for n in range(64))
QUEUES = tuple(QueueId(f"queue{n:02}") for n in range(16))
STATES = tuple(RegionId(f"state{n}") for n in range(4))
DISTRICTS = tuple(RegionId(f"district{n:02}") for n in range(16))
COUNTRY = RegionId("country")
KINDS = 2_000
"""So many kinds of callers: a queue, what they need and would like, and where they are."""


@dataclass(frozen=True)
class Kind:
    """What some callers have in common."""

    queue: QueueId
    needs: Needs
    preferences: Preferences
    region: RegionId | None


def large_company(agents: int, dice: random.Random) -> Policy:
    """The company; queues and skills are as many for any number of agents."""
    names = [AgentId(f"agent{n:05}") for n in range(agents)]
    return Policy(
        version=1,
        company="Large",
        dids={},
        flows={},
        queues={name: _queue(n, name, dice) for n, name in enumerate(QUEUES)},
        agents={name: _agent(name, names, dice) for name in names},
        phones={PhoneId(name): Phone(id=PhoneId(name), extension=name) for name in names},
        prompts={},
        sounds={},
        not_ready_reasons={},
        regions=_regions(),
    )


def kinds_of_callers(dice: random.Random) -> Sequence[Kind]:
    """What callers ask for."""
    return [_kind(dice) for _ in range(KINDS)]


def _agent(name: AgentId, names: Sequence[AgentId], dice: random.Random) -> AgentPolicy:
    return AgentPolicy(
        id=name,
        name=name,
        skills={skill: dice.randint(1, 10) for skill in dice.sample(SKILLS, dice.randint(3, 8))},
        queues=frozenset(dice.sample(QUEUES, 4)),
        regions=frozenset(dice.sample(DISTRICTS, dice.choice((0, 1, 2)))),
        substitutes=tuple(dice.sample(names, 2)),
    )


def _queue(n: int, name: QueueId, dice: random.Random) -> Queue:
    relieved, given_up = dice.sample(SKILLS, 2)
    lower = {relieved: 1}
    return Queue(
        id=name,
        name=name,
        choosing=list(Choosing)[n % len(Choosing)],
        regional=n % 2 == 0,
        reserve=2 if n % 4 == 0 else 0,
        rings=(
            Ring(opens_s=0.0),
            Ring(opens_s=20.0, lower=lower, reach=Reach(up=1)),
            Ring(
                opens_s=60.0,
                lower=lower,
                give_up=frozenset({given_up}),
                reach=Reach(up=None),
                also=(QUEUES[(n + 1) % len(QUEUES)],),
            ),
        ),
    )


def _regions() -> dict[RegionId, Region]:
    within = {
        **dict.fromkeys(STATES, COUNTRY),
        **{district: STATES[n % len(STATES)] for n, district in enumerate(DISTRICTS)},
    }
    return {name: Region(id=name, name=name, within=within.get(name)) for name in (COUNTRY, *within)}


def _kind(dice: random.Random) -> Kind:
    number = dice.randrange(len(QUEUES))
    needs = all_of({skill: dice.randint(1, 6) for skill in dice.sample(SKILLS, dice.choice((1, 1, 2)))})
    if dice.random() < 0.2:
        needs = joined(needs, any_of({skill: dice.randint(1, 6) for skill in dice.sample(SKILLS, 3)}))
    wishes = sorted(dice.sample(SKILLS, 1)) if dice.random() < 0.2 else []
    return Kind(
        queue=QUEUES[number],
        needs=needs,
        preferences=tuple(Preference(skill=skill, weight=2) for skill in wishes),
        region=dice.choice(DISTRICTS) if number % 2 == 0 else None,
    )
