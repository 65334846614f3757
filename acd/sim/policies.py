"""What companies want of routing, drawn from the seed: rings, overflow, substitutes, a line outside."""

from random import Random

import msgspec

from acd.model.about import Rule, When
from acd.model.ids import AgentId, FlowId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.overlay import Absence, Edit, Incident
from acd.model.people import AgentPolicy, Outside, Phone
from acd.model.policy import Customer, Policy
from acd.model.queue import (
    Choosing,
    Destination,
    Overflow,
    Personal,
    Queue,
    Reach,
    Ring,
    ToFlow,
    ToQueue,
    ToVoicemail,
)
from acd.model.region import PostalCodes, Region

BOX = "100"
LINE = AgentId("night")
"""The line to the outside, among the agents."""
NUMBER = "+43463999@carrier"
"""What Asterisk dials for it."""
KEY = "1"
REGULARS = 40
"""So many numbers call again and again; some of them are customers."""

NORTH, SOUTH, COUNTRY = RegionId("north"), RegionId("south"), RegionId("country")
GOLD = "gold"


def number_of(regular: int) -> str:
    """From where somebody calls."""
    return f"+3630{1234500 + regular}"


def draw_policies(dice: Random, plain: Policy) -> Policy:
    """The company as it is without any of this, with some of it. Four in ten stay plain."""
    if dice.random() < 0.4:
        return plain
    agents = {name: _agent(dice, agent, plain) for name, agent in plain.agents.items()}
    phones = dict(plain.phones)
    if dice.random() < 0.6:
        agents[LINE] = _line(dice, plain)
        phones[PhoneId(LINE)] = Phone(id=PhoneId(LINE), extension="", endpoint=NUMBER)
    return msgspec.structs.replace(
        plain,
        agents=agents,
        phones=phones,
        queues={name: draw_queue(dice, queue, plain) for name, queue in plain.queues.items()},
        overload=dice.choice((None, 0.004, 0.5)),
        overload_wait_s=dice.choice((None, 3.0)),
        customers={number_of(regular): _customer(dice, plain) for regular in range(0, REGULARS, 2)},
        regions={
            COUNTRY: Region(id=COUNTRY, name="Country"),
            NORTH: Region(
                id=NORTH, name="North", within=COUNTRY, postal_codes=(PostalCodes(first="1", last="2"),)
            ),
            SOUTH: Region(
                id=SOUTH, name="South", within=COUNTRY, postal_codes=(PostalCodes(first="3", last="4"),)
            ),
        },
        rules=(
            Rule(
                name="gold",
                when=When(customer_classes=frozenset({GOLD})),
                head_start_s=dice.choice((5.0, 60.0)),
            ),
        ),
        head_start_cap_s=dice.choice((10.0, 600.0)),
    )


def draw_queue(dice: Random, queue: Queue, company: Policy) -> Queue:
    """What a queue does for those who wait long, or whom nobody can serve."""
    return msgspec.structs.replace(
        queue,
        choosing=dice.choice(tuple(Choosing)),
        reserve=dice.choice((0, 0, 1)),
        head_start_s=dice.choice((0.0, 0.0, 10.0)),
        regional=dice.random() < 0.3,
        personal=Personal(
            wait_s=dice.choice((2.0, 6.0)),
            substitutes_s=dice.choice((0.0, 4.0)),
            last_agent_s=dice.choice((0.0, 600.0)),
        ),
        rings=_rings(dice, company),
        overflow=tuple(_overflow(dice, queue.id, company) for _ in range(dice.randint(0, 3))),
    )


def draw_edit(dice: Random, company: Policy) -> Edit:
    """What a supervisor may enter for a while."""
    if dice.random() < 0.6:
        people = [name for name, agent in company.agents.items() if agent.outside is None]
        return Absence(agent=dice.choice(sorted(people)))
    return Incident(
        when=When(queues=frozenset(dice.sample(sorted(company.queues), 1))),
        head_start_s=dice.choice((0.0, 30.0)),
        prompt=dice.choice((None, PromptId("welcome"))),
    )


def _agent(dice: Random, agent: AgentPolicy, company: Policy) -> AgentPolicy:
    others = sorted(company.agents.keys() - {agent.id})
    return msgspec.structs.replace(
        agent,
        substitutes=tuple(dice.sample(others, dice.randint(0, min(2, len(others))))),
        regions=frozenset(dice.sample((NORTH, SOUTH), dice.randint(0, 2))),
    )


def _line(dice: Random, company: Policy) -> AgentPolicy:
    queues = frozenset(dice.sample(sorted(company.queues), 1))
    return AgentPolicy(
        id=LINE,
        name="Night service",
        skills={},
        queues=queues,
        outside=Outside(
            phone=PhoneId(LINE),
            prompt=PromptId("menu"),
            key=KEY,
            confirm_s=dice.choice((3.0, 10.0)),
            no_ringing_s=dice.choice((4.0, 10.0)),
            ring_s=dice.choice((6.0, 15.0)),
        ),
    )


def _customer(dice: Random, company: Policy) -> Customer:
    return Customer(
        name="Somebody",
        customer_class=dice.choice((None, GOLD)),
        region=dice.choice((None, NORTH, SOUTH)),
        owner=dice.choice((None, dice.choice(sorted(company.agents)))),
    )


def _rings(dice: Random, company: Policy) -> tuple[Ring, ...]:
    rings = [Ring(opens_s=0.0)]
    for _ in range(dice.randint(0, 2)):
        before = rings[-1]
        rings.append(
            Ring(
                opens_s=before.opens_s + dice.choice((3.0, 10.0)),
                lower={**before.lower, SkillId("german"): 1},
                give_up=before.give_up | {SkillId("english")},
                reach=Reach(up=dice.choice((1, None)) if before.reach.up is not None else None),
                also=tuple(sorted({*before.also, dice.choice(sorted(company.queues))})),
            )
        )
    return tuple(rings)


def _overflow(dice: Random, queue: QueueId, company: Policy) -> Overflow:
    others = sorted(company.queues.keys() - {queue})
    to: Destination = dice.choice(
        (ToVoicemail(box=BOX), ToQueue(queue=dice.choice(others)), ToFlow(flow=FlowId("closed")))
    )
    match dice.randrange(3):
        case 0:
            return Overflow(to=to, nobody=True)
        case 1:
            return Overflow(to=to, longer_than=dice.randint(1, 4))
        case _:
            return Overflow(to=to, waited_s=dice.choice((5.0, 15.0)))
