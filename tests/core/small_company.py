"""A small company for tests: two queues, three people, one menu. Variants of it: `small_variants`."""

from datetime import date

import msgspec

from acd.model.flow import Ask, Choice, Enqueue, Flow, Hangup, Meaning, Menu, Say
from acd.model.hours import Hours, Span
from acd.model.ids import AgentId, FlowId, NodeId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.needs import Needs, all_of
from acd.model.people import AgentPolicy, OfferRules, Phone
from acd.model.policy import Did, Policy, Prompt
from acd.model.queue import (
    Queue,
)
from acd.sim import company as drawn

MONDAY_TEN = drawn.BEGINNING
"""Moment 0 of every story: a Monday, 10:00 UTC, in office hours."""

SALES, REPAIR = QueueId("sales"), QueueId("repair")
COUNTRY, NORTH, SOUTH = RegionId("country"), RegionId("north"), RegionId("south")
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
