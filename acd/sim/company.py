"""Companies drawn from the seed: two or three queues, skills and levels, three to eight agents."""

from datetime import UTC, datetime
from random import Random

import msgspec

from acd.model.flow import Ask, Choice, Enqueue, Flow, Hangup, Meaning, Menu, Say
from acd.model.hours import Hours
from acd.model.ids import AgentId, FlowId, NodeId, PhoneId, PromptId, QueueId, SkillId
from acd.model.needs import Needs, all_of
from acd.model.people import AgentPolicy, Failure, MissRule, OfferRules, Phone
from acd.model.policy import Did, Policy, Prompt
from acd.model.queue import Queue
from acd.sim.calling_back import calls_back, change_callbacks, draw_callbacks
from acd.sim.policies import draw_policies, draw_queue

BEGINNING = datetime(2026, 1, 5, 10, tzinfo=UTC).timestamp()
"""Moment 0 of every run: a Monday, 10:00 UTC."""

MENU_DID, DIRECT_DID, CLOSED_DID, UNKNOWN_DID = "100", "200", "300", "999"
"""Numbers: with a menu, straight into a queue, never open, not ours."""

QUEUES = (QueueId("sales"), QueueId("repair"), QueueId("billing"))
SKILLS = (SkillId("german"), SkillId("english"), SkillId("wiring"))
AGENTS = tuple(AgentId(name) for name in ("anna", "bela", "cili", "dora", "edit", "feri", "gabi", "hugo"))
PHONES = tuple(PhoneId(str(number)) for number in range(201, 209))
REASONS = {"1": "break", "2": "training"}
PROMPTS = tuple(
    PromptId(name) for name in ("welcome", "menu", "wrong_key", "no_key", "goodbye", "closed", "where")
)

CLOSED = Flow(
    id=FlowId("closed"),
    start=NodeId("closed"),
    nodes={
        NodeId("closed"): Say(prompt=PromptId("closed"), next=NodeId("end")),
        NodeId("end"): Hangup(),
    },
)
"""What callers hear out of hours."""


def draw_company(dice: Random, *, callbacks: bool) -> Policy:
    """A company at version 1; one that calls its customers back, or none."""
    queues = QUEUES[: dice.choice((2, 2, 3))]
    people = AGENTS[: dice.randint(3, 8)]
    flows = (_menu(dice, queues), _direct(queues[0]), CLOSED)
    plain = Policy(
        version=1,
        company="Simulated",
        dids={
            MENU_DID: Did(number=MENU_DID, name="Menu", flow=flows[0].id, closed_flow=flows[2].id),
            DIRECT_DID: Did(number=DIRECT_DID, name="Direct", flow=flows[1].id, closed_flow=flows[2].id),
            CLOSED_DID: Did(
                number=CLOSED_DID,
                name="Closed",
                flow=flows[1].id,
                closed_flow=flows[2].id,
                hours=Hours(timezone="UTC", spans=()),
            ),
        },
        flows={flow.id: flow for flow in flows},
        queues={queue: _queue(dice, queue) for queue in queues},
        agents={name: _agent(dice, name, queues) for name in people},
        phones={phone: Phone(id=phone, extension=phone) for phone in PHONES[: len(people)]},
        prompts={prompt: Prompt(id=prompt, text=prompt) for prompt in PROMPTS},
        sounds={prompt: f"sound:acd/{prompt}" for prompt in PROMPTS},
        not_ready_reasons=REASONS,
        offers=_rules(dice),
    )
    company = draw_policies(dice, plain)
    return draw_callbacks(dice, company) if callbacks else company


def change_company(dice: Random, policy: Policy, version: int) -> Policy:
    """The next version: somebody comes or goes, learns something, a desk is removed, a rule is changed."""
    agents, phones = dict(policy.agents), dict(policy.phones)
    queues, offers = dict(policy.queues), policy.offers
    overload = policy.overload
    desks = sorted(phones.keys() & set(PHONES))
    match dice.randrange(6):
        case 0 if len(agents) > 3:
            del agents[dice.choice(sorted(agents))]
        case 1:
            name = dice.choice(AGENTS)
            agents[name] = _agent(dice, name, tuple(policy.queues))
        case 2 if len(desks) > 2:
            del phones[dice.choice(desks)]
        case 3:
            phones |= {phone: Phone(id=phone, extension=phone) for phone in PHONES[: len(agents)]}
        case 4:
            queue = dice.choice(sorted(queues))
            queues[queue] = draw_queue(dice, _queue(dice, queue), policy)
        case _:
            offers, overload = _rules(dice), dice.choice((None, 0.5))
    changed = msgspec.structs.replace(
        policy,
        version=version,
        agents=agents,
        phones=phones,
        queues=queues,
        offers=offers,
        overload=overload,
    )
    return change_callbacks(dice, changed) if calls_back(policy) else changed


def _miss(dice: Random) -> MissRule:
    return MissRule(
        most=dice.choice((None, 1, 2, 3)),
        returns_after_s=dice.choice((None, 5.0)),
        returns_with_phone=dice.random() < 0.3,
    )


def _rules(dice: Random) -> OfferRules:
    return OfferRules(
        no_answer=_miss(dice),
        rejected=_miss(dice),
        busy=_miss(dice),
        unreachable=_miss(dice),
        do_not_disturb=_miss(dice),
        forwarded=_miss(dice),
        rest_s=dice.choice((1.0, 5.0)),
        temporarily_unavailable=dice.choice((Failure.DO_NOT_DISTURB, Failure.NO_ANSWER)),
        no_ringing_s=dice.choice((2.0, 5.0, 10.0)),
    )


def _queue(dice: Random, queue: QueueId) -> Queue:
    return Queue(
        id=queue,
        name=queue.title(),
        needs=dice.choice(((), (), _need(SKILLS[1], 2))),
        ring_s=dice.choice((6.0, 10.0, 15.0)),
        wrap_up_s=dice.choice((0.0, 3.0, 10.0)),
    )


def _agent(dice: Random, name: AgentId, queues: tuple[QueueId, ...]) -> AgentPolicy:
    skills = {skill: dice.randint(1, 10) for skill in SKILLS if dice.random() < 0.7}
    own = frozenset(queue for queue in queues if dice.random() < 0.7) or frozenset(queues[:1])
    return AgentPolicy(id=name, name=name.title(), skills=skills, queues=own)


def _need(skill: SkillId, level: int) -> Needs:
    return all_of({skill: level})


def _menu(dice: Random, queues: tuple[QueueId, ...]) -> Flow:
    nodes = {NodeId(f"to_{queue}"): Enqueue(queue=queue) for queue in queues}
    choices = {
        str(number): Choice(
            next=NodeId(f"to_{queue}"), needs=dice.choice(((), _need(SKILLS[0], dice.randint(1, 5))))
        )
        for number, queue in enumerate(queues, 1)
    }
    choices["4"] = Choice(next=NodeId("where"))
    choices["9"] = Choice(next=NodeId("menu"))
    return Flow(
        id=FlowId("menu"),
        start=NodeId("welcome"),
        nodes={
            NodeId("welcome"): Say(prompt=PromptId("welcome"), next=NodeId("menu")),
            NodeId("menu"): Menu(
                prompt=PromptId("menu"),
                wrong_key=PromptId("wrong_key"),
                no_key=PromptId("no_key"),
                choices=choices,
                wait_s=dice.choice((2.0, 4.0)),
                tries=dice.choice((1, 2, 3)),
                otherwise=NodeId("goodbye"),
            ),
            NodeId("where"): Ask(
                prompt=PromptId("where"),
                unknown=PromptId("wrong_key"),
                no_key=PromptId("no_key"),
                means=Meaning.POSTAL_CODE,
                least=1,
                most=2,
                wait_s=3.0,
                tries=2,
                next=NodeId(f"to_{queues[-1]}"),
                otherwise=NodeId("goodbye"),
            ),
            **nodes,
            NodeId("goodbye"): Say(prompt=PromptId("goodbye"), next=NodeId("end")),
            NodeId("end"): Hangup(),
        },
    )


def _direct(queue: QueueId) -> Flow:
    return Flow(id=FlowId("direct"), start=NodeId("queue"), nodes={NodeId("queue"): Enqueue(queue=queue)})
