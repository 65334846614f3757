"""Companies made by chance: any mixture of all that a policy can say about routing.

Made by dice of any kind: hypothesis' own, whose companies it can make smaller, or those of a long run. Two
versions of the same company have the same numbers and desks, and differ in anything else.
"""

import random
from typing import TypeVar

from acd.model.about import About, Rule, Topic, When
from acd.model.flow import Choice, Enqueue, Flow, Hangup, KeepWaiting, Menu, Node, Say
from acd.model.ids import AgentId, FlowId, NodeId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.needs import Needs, Preference, all_of, any_of, joined
from acd.model.people import AgentPolicy, Failure, MissRule, OfferRules, Outside, Phone
from acd.model.policy import Customer, Did, Policy
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
from acd.model.region import Position, Region
from tests.core.small_company import CLOSED, company
from tests.core.small_waiting_room import PATIENTLY, PLAINLY, SOUNDS
from tests.core.small_world import Cast, World

T = TypeVar("T")

QUEUES = tuple(map(QueueId, ("bills", "faults", "sales", "moves")))
SKILLS = tuple(map(SkillId, ("german", "english", "modem", "refund")))
REGIONS = tuple(map(RegionId, ("country", "north", "south", "city", "hills")))
PEOPLE = tuple(map(AgentId, ("ann", "bob", "eva", "joe", "kim", "leo", "mia")))
DESKS = tuple(map(PhoneId, ("201", "202", "203", "204", "205")))
NUMBERS = ("100", "200", "300")
LINES_OUT = QueueId("outside")
MENUS = (FlowId("meanwhile"), FlowId("briefly"))
CLASSES = ("gold", "house")
PRODUCTS = ("power", "net")


def random_company(dice: random.Random, version: int) -> Policy:
    """One version of a company."""
    queues = QUEUES[: dice.randint(1, len(QUEUES))]
    people = PEOPLE[: dice.randint(1, len(PEOPLE))]
    lines = {AgentId(f"line{n}"): PhoneId(f"90{n}") for n in range(dice.choice((0, 0, 1, 2)))}
    agents = [_person(dice, name, queues, people) for name in people]
    agents += [_line_out(name, phone) for name, phone in lines.items()]
    groups = [group for group in (*SKILLS, *REGIONS) if dice.random() < 0.15]
    base = company()
    flows = [CLOSED, *(_flow(dice, number, queues) for number in NUMBERS)]
    flows += [_menu(dice, menu, queues) for menu in MENUS]
    return company(
        version=version,
        dids={number: _did(dice, number) for number in NUMBERS},
        flows={flow.id: flow for flow in flows},
        queues={name: _queue(dice, name, queues, [agent.id for agent in agents]) for name in queues},
        agents={agent.id: agent for agent in agents},
        phones={desk: Phone(id=desk, extension=desk) for desk in DESKS[: dice.randint(2, len(DESKS))]}
        | {phone: Phone(id=phone, extension="", endpoint=f"+43{phone}@carrier") for phone in lines.values()},
        prompts=base.prompts,
        sounds=base.sounds | SOUNDS,
        offers=_offer_rules(dice),
        rules=tuple(_rule(dice, f"rule {n}", queues) for n in range(dice.choice((0, 1, 2, 4)))),
        head_start_cap_s=dice.choice((10.0, 40.0)),
        stand_ins={group: tuple(_some(dice, people, 2)) for group in groups},
        overload=dice.choice((None, None, 0.02, 0.1)),
        overload_wait_s=dice.choice((None, 2.0, 6.0)),
        customers={f"+36{n}": _customer(dice, people) for n in range(1, 40) if dice.random() < 0.4},
        regions=_regions(dice),
    )


def _some(dice: random.Random, of: tuple[T, ...], most: int = 99) -> list[T]:
    """Some of them, in any order."""
    return dice.sample(of, dice.randint(0, min(most, len(of))))


def _levels(dice: random.Random, highest: int, most: int) -> dict[SkillId, int]:
    return {skill: dice.randint(1, highest) for skill in _some(dice, SKILLS, most)}


def _needs(dice: random.Random) -> Needs:
    either = _levels(dice, 7, 2)
    parts = [all_of(_levels(dice, 6, 2)) if dice.random() < 0.5 else ()]
    if either and dice.random() < 0.4:
        parts.append(any_of(either))
    return joined(*parts)


def _preferences(dice: random.Random) -> tuple[Preference, ...]:
    wished = sorted(_some(dice, SKILLS, 2)) if dice.random() < 0.3 else []
    return tuple(Preference(skill=skill, weight=dice.randint(1, 3)) for skill in wished)


def _person(
    dice: random.Random, name: AgentId, queues: tuple[QueueId, ...], people: tuple[AgentId, ...]
) -> AgentPolicy:
    return AgentPolicy(
        id=name,
        name=name.title(),
        skills=_levels(dice, 10, 4),
        queues=frozenset(_some(dice, queues)),
        regions=frozenset(_some(dice, REGIONS, 2)) if dice.random() < 0.5 else frozenset(),
        substitutes=tuple(_some(dice, people, 3)),
        position=_position(dice),
    )


def _line_out(name: AgentId, phone: PhoneId) -> AgentPolicy:
    outside = Outside(phone=phone, prompt=PromptId("menu"), no_ringing_s=6.0, confirm_s=5.0, ring_s=12.0)
    return AgentPolicy(id=name, name=name.title(), skills={}, queues=frozenset({LINES_OUT}), outside=outside)


def _position(dice: random.Random) -> Position | None:
    if dice.random() < 0.3:
        return None
    return Position(latitude_deg=dice.choice((46.0, 47.0, 48.0)), longitude_deg=dice.choice((13.0, 16.0)))


def _regions(dice: random.Random) -> dict[RegionId, Region]:
    """A tree: the country, its halves, and what is within one of these."""
    within = {REGIONS[1]: REGIONS[0], REGIONS[2]: REGIONS[0], REGIONS[3]: dice.choice(REGIONS[1:3])}
    return {
        name: Region(id=name, name=name.title(), within=within.get(name), position=_position(dice))
        for name in REGIONS
    }


def _customer(dice: random.Random, people: tuple[AgentId, ...]) -> Customer:
    return Customer(
        name="Customer",
        customer_class=dice.choice((None, *CLASSES)),
        region=dice.choice((None, *REGIONS)),
        owner=dice.choice((None, *people)),
    )


def _did(dice: random.Random, number: str) -> Did:
    about = About(product=dice.choice((None, *PRODUCTS)), region=dice.choice((None, *REGIONS)))
    return Did(number=number, name=number, flow=FlowId(number), closed_flow=CLOSED.id, about=about)


def _flow(dice: random.Random, number: str, queues: tuple[QueueId, ...]) -> Flow:
    """Straight into a queue; or a menu first, on the last number."""
    enqueue = {
        NodeId(name): Enqueue(queue=name, needs=_needs(dice) if dice.random() < 0.5 else ())
        for name in queues
    }
    choices = {
        key: Choice(
            next=NodeId(dice.choice(queues)), needs=_needs(dice), topic=Topic(product=dice.choice(PRODUCTS))
        )
        for key in "12"
    }
    menu = Menu(
        prompt=PromptId("menu"),
        wrong_key=PromptId("wrong_key"),
        no_key=PromptId("no_key"),
        choices=choices,
        wait_s=3.0,
        tries=1,
        otherwise=NodeId(queues[0]),
    )
    start = NodeId("menu") if number == NUMBERS[-1] else NodeId(dice.choice(queues))
    return Flow(id=FlowId(number), start=start, nodes={NodeId("menu"): menu, **enqueue})


def _menu(dice: random.Random, name: FlowId, queues: tuple[QueueId, ...]) -> Flow:
    """While waiting: other queues, the same one with other needs, information, back into the line, away."""
    enqueue = {
        NodeId(queue): Enqueue(queue=queue, needs=_needs(dice) if dice.random() < 0.5 else ())
        for queue in queues
    }
    ways: tuple[NodeId, ...] = (*enqueue, *enqueue, NodeId("hours"), NodeId("on"), NodeId("bye"))
    choices = {
        key: Choice(
            next=dice.choice(ways),
            needs=_needs(dice) if dice.random() < 0.5 else (),
            topic=Topic(product=dice.choice((None, *PRODUCTS))),
        )
        for key in "123"
    }
    menu = Menu(
        prompt=PromptId("menu"),
        wrong_key=PromptId("wrong_key"),
        no_key=PromptId("no_key"),
        choices=choices,
        wait_s=2.0,
        tries=dice.choice((1, 2)),
        otherwise=dice.choice(ways),
    )
    nodes: dict[NodeId, Node] = {
        NodeId("menu"): menu,
        NodeId("hours"): Say(prompt=PromptId("closed"), next=NodeId("on")),
        NodeId("on"): KeepWaiting(),
        NodeId("bye"): Hangup(),
    }
    return Flow(id=name, start=NodeId("menu"), nodes=nodes | enqueue)


def _queue(dice: random.Random, name: QueueId, queues: tuple[QueueId, ...], agents: list[AgentId]) -> Queue:
    return Queue(
        id=name,
        name=name.title(),
        needs=_needs(dice) if dice.random() < 0.4 else (),
        preferences=_preferences(dice),
        head_start_s=dice.choice((0.0, 0.0, 15.0)),
        regional=dice.random() < 0.5,
        personal=Personal(
            wait_s=dice.choice((0.0, 3.0, 8.0)),
            substitutes_s=dice.choice((0.0, 4.0)),
            owner=dice.random() < 0.6,
            last_agent_s=dice.choice((0.0, 300.0)),
        ),
        rings=_rings(dice, queues),
        overflow=tuple(_overflow(dice, queues) for _ in range(dice.choice((0, 0, 1, 3)))),
        choosing=dice.choice(list(Choosing)),
        order=tuple(_some(dice, tuple(agents))),
        reserve=dice.choice((0, 0, 1, 2)),
        announcements=dice.choice(((), (), PATIENTLY, PLAINLY)),
        menu=dice.choice((None, *MENUS)),
        ring_s=dice.choice((5.0, 15.0)),
        wrap_up_s=dice.choice((0.0, 4.0)),
    )


def _rings(dice: random.Random, queues: tuple[QueueId, ...]) -> tuple[Ring, ...]:
    """Each holds what the one before it has relaxed."""
    rings = [Ring(opens_s=0.0)]
    for _ in range(dice.choice((0, 1, 1, 3))):
        last = rings[-1]
        lowered = {
            skill: min(level, last.lower.get(skill, 10)) for skill, level in _levels(dice, 5, 1).items()
        }
        wider = [reach for reach in _reaches(dice) if reach.up is None or (last.reach.up or 0) <= reach.up]
        rings.append(
            Ring(
                opens_s=last.opens_s + dice.choice((2.0, 6.0, 20.0)),
                lower=last.lower | lowered,
                give_up=last.give_up | set(_some(dice, SKILLS, 1)),
                reach=last.reach if last.reach.up is None or not wider else wider[0],
                stand_ins=last.stand_ins or dice.random() < 0.2,
                also=tuple(sorted({*last.also, *_some(dice, (*queues, LINES_OUT), 1)})),
            )
        )
    return tuple(rings)


def _reaches(dice: random.Random) -> list[Reach]:
    ways = (Reach(up=0, within_km=120.0), Reach(up=1), Reach(up=1, within_km=250.0), Reach(up=None))
    return _some(dice, ways, 1)


def _overflow(dice: random.Random, queues: tuple[QueueId, ...]) -> Overflow:
    to = dice.choice((ToQueue(queue=dice.choice(queues)), ToVoicemail(box="100"), ToFlow(flow=CLOSED.id)))
    match dice.randrange(3):
        case 0:
            return Overflow(to=to, nobody=True)
        case 1:
            return Overflow(to=to, longer_than=dice.randint(1, 5))
        case _:
            return Overflow(to=to, waited_s=dice.choice((10.0, 40.0)))


def _rule(dice: random.Random, name: str, queues: tuple[QueueId, ...]) -> Rule:
    return Rule(
        name=name,
        when=random_condition(dice, queues),
        needs=_needs(dice) if dice.random() < 0.4 else (),
        preferences=_preferences(dice),
        head_start_s=dice.choice((0.0, 10.0, 60.0)),
    )


def random_condition(dice: random.Random, queues: tuple[QueueId, ...]) -> When:
    """Whose calls something is about."""
    match dice.randrange(6):
        case 0:
            return When(customer_classes=frozenset(dice.sample(CLASSES, 1)))
        case 1:
            return When(products=frozenset(dice.sample(PRODUCTS, 1)))
        case 2:
            return When(regions=frozenset(dice.sample(REGIONS, 1)))
        case 3:
            return When(queues=frozenset(dice.sample(queues, 1)), numbers=frozenset(dice.sample(NUMBERS, 2)))
        case 4:
            return When(
                needs=any_of(dict.fromkeys(dice.sample(SKILLS, dice.choice((1, 1, 2))), dice.randint(1, 5)))
            )
        case _:
            return When()


def _offer_rules(dice: random.Random) -> OfferRules:
    def rule() -> MissRule:
        return MissRule(
            most=dice.choice((None, 1, 2)),
            returns_after_s=dice.choice((None, 5.0, 20.0)),
            returns_with_phone=dice.random() < 0.3,
        )

    return OfferRules(
        no_answer=rule(),
        rejected=rule(),
        busy=rule(),
        unreachable=rule(),
        do_not_disturb=rule(),
        forwarded=rule(),
        rest_s=dice.choice((0.0, 3.0)),
        temporarily_unavailable=dice.choice((Failure.DO_NOT_DISTURB, Failure.NO_ANSWER)),
    )


def random_cast(dice: random.Random) -> Cast:
    """A few versions of a company, and who and what takes part in all of them."""
    return Cast(
        policies=[random_company(dice, version) for version in range(1, 4)],
        agents=PEOPLE,
        workers=len(DESKS),
        phones=DESKS,
        numbers=(*NUMBERS, *NUMBERS, "999"),
        conditions=[random_condition(dice, QUEUES) for _ in range(3)],
        most_callers=8,
        zeal=12,
        curiosity=8,
    )


def run_day(seed: int, steps: int = 400) -> World:
    """One company and what happens there in so many steps, held against the oracle all the time."""
    dice = random.Random(seed)  # noqa: S311
    world = World(cast=random_cast(dice))
    for _ in range(steps):
        world.step(dice.randrange(256), dice.randrange(256))
    world.wind_down()
    return world
