"""Turns what a company file says of routing into policy: needs, wishes, rings, rules and regions."""

from collections.abc import Iterable, Iterator, Mapping

from acd.company import schema
from acd.company.callbacks import rules_of_callback
from acd.company.geography import area_codes, ways_to_write
from acd.company.outside import line_queue
from acd.company.proposals import proposing_of
from acd.model.about import About, Rule, Topic, When
from acd.model.ids import AgentId, FlowId, PromptId, QueueId, RegionId, SkillId
from acd.model.needs import Needs, Preference, Preferences, all_of, any_of, joined
from acd.model.policy import Customer
from acd.model.queue import (
    Announcement,
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
from acd.model.region import Position, PostalCodes, Region, Regions, region_at

DAY_S = 24 * 60 * 60


def needs_of(needs: schema.Needs, one_of: schema.OneOf = ()) -> Needs:
    """All of the one, and one of each of the others."""
    return joined(all_of(levels_of(needs)), *(any_of(levels_of(each)) for each in one_of))


def levels_of(needs: schema.Needs) -> dict[SkillId, int]:
    """The skills of an agent, or levels asked for, as the engine names them."""
    return {SkillId(skill): level for skill, level in needs.items()}


def wishes_of(wishes: schema.Wishes) -> Preferences:
    """Weights by skill."""
    return tuple(Preference(skill=SkillId(skill), weight=weight) for skill, weight in sorted(wishes.items()))


def topic_of(choice: schema.Choice) -> Topic:
    """What a key says of what the caller wants."""
    return Topic(product=choice.product, service=choice.service)


def about_of(did: schema.Number) -> About:
    """What is known of whoever dials a number."""
    return About(
        product=did.product,
        service=did.service,
        customer_class=did.customer_class,
        region=RegionId(did.region) if did.region is not None else None,
    )


def queue_of(name: str, queue: schema.Queue) -> Queue:
    """One line of callers."""
    return Queue(
        id=QueueId(name),
        name=queue.name,
        needs=needs_of(queue.needs, queue.needs_one_of),
        preferences=wishes_of(queue.wishes),
        head_start_s=queue.head_start_s,
        regional=queue.by_region,
        personal=Personal(
            wait_s=queue.preferred.wait_s,
            substitutes_s=queue.preferred.substitutes_s,
            owner=queue.preferred.owner,
            last_agent_s=queue.preferred.last_agent_within_days * DAY_S,
        ),
        rings=rings_of(queue),
        overflow=tuple(_overflow(way) for way in queue.overflow),
        choosing=Choosing(queue.choose),
        order=tuple(AgentId(agent) for agent in queue.order),
        reserve=queue.reserve,
        music=queue.music,
        menu=FlowId(queue.menu) if queue.menu is not None else None,
        callback=rules_of_callback(queue.callback),
        announcements=tuple(_announcement(each) for each in queue.announcements),
        proposing=proposing_of(queue.offer_callback),
        ring_s=queue.ring_s,
        wrap_up_s=queue.wrap_up_s,
        service_level_s=queue.service_level_s,
    )


def _announcement(announcement: schema.Announcement) -> Announcement:
    return Announcement(
        prompt=PromptId(announcement.say),
        after_s=announcement.after_s,
        every_s=announcement.every_s,
        if_soon=_prompt(announcement.if_soon),
        if_unsure=_prompt(announcement.if_unsure),
    )


def answer_of(node: schema.KeepWaiting) -> Announcement | None:
    """What somebody is told who has asked for it in the menu of a queue, and waits on."""
    if node.say is None:
        return None
    return Announcement(
        prompt=PromptId(node.say),
        after_s=0.0,
        if_soon=_prompt(node.if_soon),
        if_unsure=_prompt(node.if_unsure),
    )


def _prompt(name: str | None) -> PromptId | None:
    return PromptId(name) if name is not None else None


def rings_of(queue: schema.Queue) -> tuple[Ring, ...]:
    """The rings as the engine takes them: the first one opens at once, and each has all that those before it
    have relaxed.
    """
    return tuple(_rings(queue.rings))


def _rings(rings: Iterable[schema.Ring]) -> Iterator[Ring]:
    so_far = Ring(opens_s=0.0)
    yield so_far
    for ring in rings:
        so_far = Ring(
            opens_s=ring.after_s,
            lower={
                **so_far.lower,
                **{
                    skill: min(level, so_far.lower.get(skill, level))
                    for skill, level in levels_of(ring.lower).items()
                },
            },
            give_up=so_far.give_up | {SkillId(skill) for skill in ring.drop},
            reach=_reach(so_far.reach, ring),
            stand_ins=so_far.stand_ins or ring.stand_ins,
            also=tuple(
                sorted({*so_far.also, *map(QueueId, ring.add_queues), *map(line_queue, ring.outside)})
            ),
            proposes=FlowId(ring.offer_callback) if ring.offer_callback is not None else None,
        )
        yield so_far


def _reach(before: Reach, ring: schema.Ring) -> Reach:
    up = before.up
    if ring.widen == "all":
        up = None
    elif ring.widen == "one" and up is not None:
        up += 1
    near = [each for each in (before.within_km, ring.within_km) if each is not None]
    return Reach(up=up, within_km=max(near, default=None))


def _overflow(way: schema.Overflow) -> Overflow:
    return Overflow(
        to=_destination(way),
        nobody=way.nobody,
        longer_than=way.waiting_over,
        expected_over_s=way.expected_wait_over_s,
        waited_s=way.waited_over_s,
    )


def _destination(way: schema.Overflow) -> Destination:
    """The only one that is named; the checker has seen to it that one is."""
    if way.to_flow is not None:
        return ToFlow(flow=FlowId(way.to_flow))
    if way.to_voicemail is not None:
        return ToVoicemail(box=way.to_voicemail)
    if way.to_outside is not None:
        return ToQueue(queue=line_queue(way.to_outside))
    return ToQueue(queue=QueueId(way.to_queue or ""))


def stand_ins_of(company: schema.Company) -> dict[SkillId | RegionId, tuple[AgentId, ...]]:
    """Who serves in place of all who have a skill, or are responsible for a region."""
    named: dict[SkillId | RegionId, tuple[str, ...]] = {
        **{SkillId(name): skill.stand_ins for name, skill in company.skills.items()},
        **{RegionId(name): region.stand_ins for name, region in company.regions.items()},
    }
    return {group: tuple(map(AgentId, agents)) for group, agents in named.items() if agents}


def rules_of(company: schema.Company) -> tuple[Rule, ...]:
    """The company's table, row by row."""
    return tuple(
        Rule(
            name=rule.name,
            when=when_of(rule.when),
            needs=needs_of(rule.needs, rule.needs_one_of),
            preferences=wishes_of(rule.wishes),
            head_start_s=rule.head_start_s,
        )
        for rule in company.rules
    )


def when_of(when: schema.When) -> When:
    """A condition, as the engine has it."""
    return When(
        numbers=frozenset(when.number),
        languages=frozenset(when.language),
        products=frozenset(when.product),
        services=frozenset(when.service),
        customer_classes=frozenset(when.customer_class),
        regions=frozenset(RegionId(region) for region in when.region),
        queues=frozenset(QueueId(queue) for queue in when.queue),
        needs=needs_of(when.needs, when.needs_one_of),
    )


def customers_of(company: schema.Company, regions: Regions) -> dict[str, Customer]:
    """Those known by name, by each way in which a trunk may write their numbers."""
    return {
        way: Customer(
            name=customer.name,
            customer_class=customer.customer_class,
            region=_whereabouts(customer, regions),
            language=customer.language,
            owner=AgentId(customer.owner) if customer.owner is not None else None,
        )
        for number, customer in company.customers.items()
        for way in ways_to_write(number, company.country)
    }


def _whereabouts(customer: schema.Customer, regions: Regions) -> RegionId | None:
    if customer.postal_code is not None:
        return region_at(regions, customer.postal_code)
    return RegionId(customer.region) if customer.region is not None else None


def prefixes_of(company: schema.Company) -> dict[str, RegionId]:
    """Where telephone numbers are: as the company says, and by the area codes of the towns it names."""
    towns = {town for region in company.regions.values() for town in region.towns}
    codes = area_codes(towns, company.country) if towns and company.country else {}
    return {
        way: RegionId(name)
        for name, region in company.regions.items()
        for prefix in (*(code for town in region.towns for code in codes.get(town, ())), *region.prefixes)
        for way in ways_to_write(prefix, company.country)
    }


def regions_of(company: schema.Company, places: Mapping[str, Position]) -> dict[RegionId, Region]:
    """The tree of regions."""
    return {
        RegionId(name): Region(
            id=RegionId(name),
            name=region.name,
            within=RegionId(region.within) if region.within is not None else None,
            position=places.get(region.place or ""),
            postal_codes=tuple(map(postal_codes_of, region.postal_codes)),
        )
        for name, region in company.regions.items()
    }


def postal_codes_of(written: str) -> PostalCodes:
    """A code, its beginning, or a stretch of them.

    A hyphen stands between the ends of a stretch if these are as long as each other; else it is part of the
    code, as in the Polish ``00-950``.
    """
    first, hyphen, last = (part.strip().replace(" ", "") for part in written.partition("-"))
    if hyphen and len(first) == len(last):
        return PostalCodes(first=first, last=last)
    return PostalCodes(first=first + last, last=first + last)
