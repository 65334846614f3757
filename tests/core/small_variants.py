"""Variants of the small company, built from the same parts."""

import msgspec

from acd.model.about import About, Rule, When
from acd.model.flow import Menu
from acd.model.ids import AgentId, NodeId, PhoneId, PromptId, QueueId, SkillId
from acd.model.needs import Preference, any_of, joined
from acd.model.people import Failure, MissRule, OfferRules, Outside, Phone
from acd.model.policy import Customer, Did, Policy
from acd.model.queue import Choosing, Overflow, Personal, Reach, Ring, ToFlow, ToQueue, ToVoicemail
from acd.model.region import PostalCodes, Region
from tests.core.small_company import (
    ASKING,
    CLOSED,
    COUNTRY,
    MAIN,
    NORTH,
    REPAIR,
    SALES,
    SOUTH,
    agent,
    company,
    need,
    queue,
)
from tests.core.small_waiting_room import BRIEFLY, MEANWHILE, PATIENTLY, PLAINLY, SOUNDS


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


def told() -> Policy:
    """As the fine company, and whoever waits is told how it goes, and may ask for something else."""
    base = fine()
    return msgspec.structs.replace(
        base,
        version=8,
        flows=base.flows | {flow.id: flow for flow in (MEANWHILE, BRIEFLY)},
        queues={
            SALES: msgspec.structs.replace(base.queues[SALES], menu=MEANWHILE.id, announcements=PATIENTLY),
            REPAIR: msgspec.structs.replace(base.queues[REPAIR], menu=BRIEFLY.id, announcements=PLAINLY),
        },
        customers=base.customers | {"+362": Customer(name="Herr Zwei", language="de")},
        sounds=base.sounds | SOUNDS,
    )


def patient() -> Policy:
    """Both queues have the menu. From sales they go to repair after a while, from there back into a flow that
    leads to sales.
    """
    base = company()
    on = Overflow(waited_s=20.0, to=ToQueue(queue=REPAIR))
    back = Overflow(waited_s=25.0, to=ToFlow(flow=MAIN.id))
    sales = msgspec.structs.replace(
        base.queues[SALES], menu=MEANWHILE.id, announcements=PLAINLY, overflow=(on,)
    )
    repair = msgspec.structs.replace(
        base.queues[REPAIR], menu=MEANWHILE.id, announcements=PATIENTLY, overflow=(back,)
    )
    return company(
        version=9,
        flows=base.flows | {MEANWHILE.id: MEANWHILE},
        queues={SALES: sales, REPAIR: repair},
        sounds=base.sounds | SOUNDS,
    )


VARIANTS = {
    "small": company,
    "without_bob": without_bob,
    "with_ann": with_ann,
    "without_repair": without_repair,
    "hasty": hasty,
    "fine": fine,
    "ordered": ordered,
    "told": told,
    "patient": patient,
}
"""By the name that stories use for them."""
