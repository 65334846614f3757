"""Small companies for tests: two queues, three people, one menu; variants are built from the same parts."""

from datetime import date

import msgspec

from acd.model.about import About, Rule, When
from acd.model.flow import Ask, Choice, Enqueue, Flow, Hangup, Meaning, Menu, Say
from acd.model.hours import Hours, Span
from acd.model.ids import AgentId, FlowId, NodeId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.needs import Needs, Preference, all_of, any_of, joined
from acd.model.people import AgentPolicy, Failure, MissRule, OfferRules, Outside, Phone
from acd.model.policy import Customer, Did, Policy, Prompt
from acd.model.queue import (
    Choosing,
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
from acd.sim import company as drawn

MONDAY_TEN = drawn.BEGINNING
"""Moment 0 of every story: a Monday, 10:00 UTC, in office hours."""

SALES, REPAIR = QueueId("sales"), QueueId("repair")
PROMPTS = ("welcome", "menu", "wrong_key", "no_key", "goodbye", "closed", "where", "whom", "unknown")

OFFICE_HOURS = Hours(
    timezone="UTC",
    spans=tuple(Span(weekday=day, opens_min=9 * 60, closes_min=17 * 60) for day in range(5)),
    closed_on=frozenset({date(2026, 1, 6)}),
)


def need(**levels: int) -> Needs:
    """Needs in short: ``need(repair=3, german=5)``."""
    return all_of({SkillId(skill): level for skill, level in levels.items()})


def agent(name: str, *queues: QueueId, **skills: int) -> AgentPolicy:
    """A person in short: ``agent("eva", SALES, sales=8)``."""
    levels = {SkillId(skill): level for skill, level in skills.items()}
    return AgentPolicy(id=AgentId(name), name=name.title(), skills=levels, queues=frozenset(queues))


def queue(queue_id: QueueId, *, wrap_up_s: float = 10.0, **levels: int) -> Queue:
    """A line of callers with its own needs."""
    return Queue(
        id=queue_id,
        name=queue_id.title(),
        needs=need(**levels),
        music=f"{queue_id}_music",
        ring_s=15.0,
        wrap_up_s=wrap_up_s,
    )


MAIN = Flow(
    id=FlowId("main"),
    start=NodeId("welcome"),
    nodes={
        NodeId("welcome"): Say(prompt=PromptId("welcome"), next=NodeId("menu")),
        NodeId("menu"): Menu(
            prompt=PromptId("menu"),
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={
                "1": Choice(next=NodeId("to_sales"), needs=need(sales=3)),
                "2": Choice(next=NodeId("to_repair"), needs=need(repair=5)),
                "3": Choice(next=NodeId("to_repair"), needs=need(german=4)),
                "9": Choice(next=NodeId("menu")),
            },
            wait_s=5.0,
            tries=3,
            otherwise=NodeId("goodbye"),
        ),
        NodeId("to_sales"): Enqueue(queue=SALES),
        NodeId("to_repair"): Enqueue(queue=REPAIR, needs=need(repair=2)),
        NodeId("goodbye"): Say(prompt=PromptId("goodbye"), next=NodeId("end")),
        NodeId("end"): Hangup(),
    },
)
CLOSED = drawn.CLOSED
ASKING = Flow(
    id=FlowId("asking"),
    start=NodeId("welcome"),
    nodes={
        NodeId("welcome"): Say(prompt=PromptId("welcome"), next=NodeId("where")),
        NodeId("where"): Ask(
            prompt=PromptId("where"),
            unknown=PromptId("unknown"),
            no_key=PromptId("no_key"),
            means=Meaning.POSTAL_CODE,
            least=2,
            most=4,
            wait_s=5.0,
            tries=2,
            next=NodeId("whom"),
            otherwise=NodeId("whom"),
        ),
        NodeId("whom"): Ask(
            prompt=PromptId("whom"),
            unknown=PromptId("unknown"),
            no_key=PromptId("no_key"),
            means=Meaning.EXTENSION,
            least=1,
            most=2,
            wait_s=3.0,
            tries=2,
            next=NodeId("to_repair"),
            otherwise=NodeId("to_repair"),
        ),
        NodeId("to_repair"): Enqueue(queue=REPAIR),
    },
)
"""Where the caller is, and whom he or she wants."""
STRAIGHT_TO_SALES = Flow(
    id=FlowId("straight"), start=NodeId("to_sales"), nodes={NodeId("to_sales"): Enqueue(queue=SALES)}
)


def company(*, version: int = 1, **changes: object) -> Policy:
    """The small company; `changes` replace whole fields of its policy.

    100 is the menu, in office hours; 200 leads straight to sales, always.
    """
    policy = Policy(
        version=version,
        company="Small",
        dids={
            "100": Did(
                number="100",
                name="Main",
                flow=MAIN.id,
                closed_flow=CLOSED.id,
                hours=OFFICE_HOURS,
            ),
            "200": Did(number="200", name="Sales", flow=STRAIGHT_TO_SALES.id, closed_flow=CLOSED.id),
        },
        flows={flow.id: flow for flow in (MAIN, CLOSED, STRAIGHT_TO_SALES)},
        queues={SALES: queue(SALES, sales=1), REPAIR: queue(REPAIR, repair=1)},
        agents={
            person.id: person
            for person in (
                agent("eva", SALES, sales=8),
                agent("bob", SALES, REPAIR, sales=5, repair=7),
                agent("joe", REPAIR, repair=4, german=6, sales=9),
            )
        },
        phones={
            PhoneId(number): Phone(id=PhoneId(number), extension=number) for number in ("201", "202", "203")
        },
        prompts={PromptId(name): Prompt(id=PromptId(name), text=name) for name in PROMPTS},
        sounds={PromptId(name): f"sound:{name}" for name in PROMPTS},
        not_ready_reasons={"1": "break", "2": "training"},
        absence_reasons={"1": "ill", "2": "holiday"},
        offers=OfferRules(),
    )
    return msgspec.structs.replace(policy, version=version, **changes)


def without_bob() -> Policy:
    """Bob has left the company, and sales asks for more."""
    base = company()
    return company(
        version=2,
        agents={name: person for name, person in base.agents.items() if name != "bob"},
        queues={**base.queues, SALES: queue(SALES, sales=6)},
    )


def with_ann() -> Policy:
    """Ann, good at everything, has joined; desk 203 is gone; there is no wrap-up any more."""
    base = company()
    ann = agent("ann", SALES, REPAIR, sales=9, repair=9, german=9)
    return company(
        version=3,
        agents={**base.agents, ann.id: ann},
        phones={number: phone for number, phone in base.phones.items() if number != "203"},
        queues={SALES: queue(SALES, wrap_up_s=0.0, sales=1), REPAIR: queue(REPAIR, wrap_up_s=0.0)},
    )


def without_repair() -> Policy:
    """The queue for repairs is closed down; the menu offers sales only."""
    base = company()
    nodes = {name: node for name, node in MAIN.nodes.items() if name != "to_repair"}
    menu = nodes[NodeId("menu")]
    assert isinstance(menu, Menu)
    nodes[NodeId("menu")] = msgspec.structs.replace(menu, choices={"1": menu.choices["1"]})
    return company(
        version=4,
        flows={**base.flows, MAIN.id: msgspec.structs.replace(MAIN, nodes=nodes)},
        queues={SALES: base.queues[SALES]},
    )


def hasty() -> Policy:
    """Who does not press the right key at once is put through to sales."""
    menu = MAIN.nodes[NodeId("menu")]
    assert isinstance(menu, Menu)
    nodes = {
        **MAIN.nodes,
        NodeId("menu"): msgspec.structs.replace(menu, tries=1, otherwise=NodeId("to_sales")),
    }
    flows = {**company().flows, MAIN.id: msgspec.structs.replace(MAIN, nodes=nodes)}
    return company(version=5, flows=flows)


COUNTRY, NORTH, SOUTH = RegionId("country"), RegionId("north"), RegionId("south")


SUBSTITUTES = {
    AgentId("eva"): (AgentId("bob"),),
    AgentId("bob"): (AgentId("joe"), AgentId("eva")),
    AgentId("joe"): (AgentId("bob"),),
}
"""With a circle."""


def fine() -> Policy:
    """Whoever calls has a region, a head start or a wish, and gets more agents the longer the wait."""
    base = company()
    sales = msgspec.structs.replace(
        queue(SALES, wrap_up_s=0.0, sales=1),
        choosing=Choosing.LONGEST_IDLE,
        reserve=1,
        head_start_s=20.0,
        overflow=(
            Overflow(longer_than=3, to=ToFlow(flow=CLOSED.id)),
            Overflow(nobody=True, to=ToQueue(queue=REPAIR)),
            Overflow(waited_s=40.0, to=ToVoicemail(box="100")),
        ),
        personal=Personal(wait_s=4.0, substitutes_s=5.0, last_agent_s=500.0),
        rings=(
            Ring(opens_s=0.0),
            Ring(opens_s=6.0, lower={SkillId("sales"): 1}),
            Ring(opens_s=30.0, give_up=frozenset({SkillId("sales")}), also=(QueueId("outside"), REPAIR)),
        ),
    )
    repair = msgspec.structs.replace(
        queue(REPAIR, repair=1),
        needs=joined(need(repair=1), any_of({SkillId("german"): 4, SkillId("repair"): 6})),
        preferences=(Preference(skill=SkillId("german"), weight=3),),
        regional=True,
        overflow=(
            Overflow(nobody=True, to=ToQueue(queue=SALES)),
            Overflow(nobody=True, to=ToVoicemail(box="200")),
            Overflow(waited_s=35.0, to=ToQueue(queue=SALES)),
        ),
        rings=(
            Ring(opens_s=0.0),
            Ring(opens_s=10.0, reach=Reach(up=1)),
            Ring(opens_s=25.0, reach=Reach(up=None), give_up=frozenset({SkillId("german")})),
        ),
    )
    line = Phone(id=PhoneId("night"), extension="", endpoint="+43@out")
    night = msgspec.structs.replace(
        agent("night", QueueId("outside")),
        outside=Outside(phone=PhoneId("night"), prompt=PromptId("menu"), no_ringing_s=8.0),
    )
    boss = msgspec.structs.replace(agent("11"), substitutes=(AgentId("eva"),))
    people = (
        (agent("eva", SALES, sales=8), SOUTH),
        (agent("bob", SALES, REPAIR, sales=5, repair=7), NORTH),
        (agent("joe", SALES, REPAIR, repair=4, german=6, sales=9), SOUTH),
    )
    return company(
        version=6,
        dids={
            "100": msgspec.structs.replace(base.dids["100"], about=About(product="heating", region=NORTH)),
            "200": msgspec.structs.replace(base.dids["200"], about=About(customer_class="gold")),
            "300": Did(number="300", name="Whoever it is", flow=ASKING.id, closed_flow=CLOSED.id),
        },
        flows=base.flows | {ASKING.id: ASKING},
        queues={SALES: sales, REPAIR: repair},
        agents={
            person.id: msgspec.structs.replace(
                person, regions=frozenset({region}), substitutes=SUBSTITUTES[person.id]
            )
            for person, region in people
        }
        | {night.id: night, boss.id: boss},
        phones=base.phones | {line.id: line},
        overload=0.05,
        overload_wait_s=3.0,
        stand_ins={SkillId("german"): (AgentId("eva"),), NORTH: (AgentId("joe"),)},
        offers=OfferRules(
            no_answer=MissRule(most=1, returns_after_s=15.0),
            unreachable=MissRule(most=1, returns_with_phone=True),
            busy=MissRule(most=3),
            temporarily_unavailable=Failure.NO_ANSWER,
        ),
        customers={
            "+361": Customer(name="Mr First", owner=AgentId("bob"), customer_class="gold"),
            "+363": Customer(name="Ms Third", owner=AgentId("joe"), region=SOUTH),
        },
        rules=(
            Rule(name="gold", when=When(customer_classes=frozenset({"gold"})), head_start_s=45.0),
            Rule(name="heating", when=When(products=frozenset({"heating"})), needs=need(repair=2)),
        ),
        regions={
            COUNTRY: Region(id=COUNTRY, name="Country"),
            NORTH: Region(
                id=NORTH, name="North", within=COUNTRY, postal_codes=(PostalCodes(first="1", last="1"),)
            ),
            SOUTH: Region(
                id=SOUTH, name="South", within=COUNTRY, postal_codes=(PostalCodes(first="20", last="39"),)
            ),
        },
    )


def ordered() -> Policy:
    """One queue goes by an order, the other by who has had least to do."""
    sales = msgspec.structs.replace(
        queue(SALES), choosing=Choosing.FIXED_ORDER, order=(AgentId("joe"), AgentId("bob"))
    )
    repair = msgspec.structs.replace(
        queue(REPAIR, wrap_up_s=4.0), choosing=Choosing.LEAST_OCCUPIED, reserve=1
    )
    return company(
        version=7,
        queues={SALES: sales, REPAIR: repair},
        agents={
            person.id: person
            for person in (
                agent("eva", SALES, REPAIR, sales=8, repair=9),
                agent("bob", SALES, REPAIR, sales=5, repair=7),
                agent("joe", SALES, REPAIR, repair=4, german=6, sales=9),
            )
        },
    )


VARIANTS = {
    "small": company,
    "without_bob": without_bob,
    "with_ann": with_ann,
    "without_repair": without_repair,
    "hasty": hasty,
    "fine": fine,
    "ordered": ordered,
}
"""By the name that stories use for them."""
