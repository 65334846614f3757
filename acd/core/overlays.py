"""Overlays: changes for a while come into force and end by themselves, or when somebody takes them back."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

import msgspec

from acd.core.machine import Machine, Step, Table, impossible, late
from acd.core.view import View
from acd.model.about import About, When
from acd.model.fact import AgentReturned, OverlayBegan, OverlayEnded, OverlayEndMoved
from acd.model.flow import Enqueue, Menu, SwitchLanguage
from acd.model.ids import OverlayId, PromptId, SkillId
from acd.model.message import EnterOverlay, MoveOverlayEnd, OverlayDue, WithdrawOverlay
from acd.model.outcome import Done
from acd.model.overlay import Absence, Incident, InForce, Overlay, Past, Planned, Refusal
from acd.model.policy import Policy
from acd.model.spoken import blanks_in
from acd.model.telephone import international


def objection(message: EnterOverlay, policy: Policy, at: float) -> str | None:
    """Why a change cannot be entered; None: it can. What names nobody and nothing would change nothing, and
    whoever entered it would wait for it to help.
    """
    too_early = objection_to_end(message.begins_at or at, message.ends_at, at)
    if too_early is not None:
        return too_early
    match message.edit:
        case Absence(agent=agent):
            people = [person.id for person in policy.agents.values() if person.outside is None]
            return _unknown("agent", agent, people)
        case Refusal(number=number):
            return None if international(number) == number else f"There is no telephone number {number}."
        case Incident(when=when, prompt=prompt):
            not_told = _not_told(prompt, policy) if prompt is not None else None
            return not_told or next(_unknown_callers(when, policy), None)


def _not_told(prompt: PromptId, policy: Policy) -> str | None:
    """Why an incident cannot have it told; None: it can."""
    blank = {name.partition(":")[0] for name, media in policy.sounds.items() if blanks_in(media)}
    if prompt in blank:
        return f"The prompt {prompt} has blanks, which only announcements fill: choose another one."
    known = [name for name in policy.sounds if ":" not in name and name not in blank]
    return _unknown("prompt", prompt, known)


def objection_to_end(begins_at: float, ends_at: float | None, at: float) -> str | None:
    """Why a change cannot end then; None: it can."""
    if ends_at is None or ends_at > max(at, begins_at):
        return None
    over = "already" if ends_at <= at else "before it begins"
    return f"It would be over {over}: choose a later end."


def _unknown_callers(when: When, policy: Policy) -> Iterator[str]:
    """What in a condition no caller of this company can ever be."""
    abouts, asked = list(_abouts(policy)), _levels_asked_for(policy)
    customers = policy.customers.values()
    nodes = (node for flow in policy.flows.values() for node in flow.nodes.values())
    spoken = {
        *(did.language for did in policy.dids.values()),
        *(customer.language for customer in customers),
        *(node.language for node in nodes if isinstance(node, SwitchLanguage)),
    }
    named: tuple[tuple[str, Collection[str], Collection[str | None]], ...] = (
        ("number", when.numbers, policy.dids),
        ("queue", when.queues, policy.queues),
        ("region", when.regions, policy.regions),
        ("language", when.languages, spoken),
        ("product", when.products, {about.product for about in abouts}),
        ("service", when.services, {about.service for about in abouts}),
        ("customer class", when.customer_classes, {about.customer_class for about in abouts}),
        ("skill", {need.skill for each in when.needs for need in each}, asked),
    )
    for noun, names, known in named:
        for name in sorted(names):
            told = _unknown(noun, name, [one for one in known if one is not None])
            if told is not None:
                yield told
    for each in when.needs:
        if all(need.level > asked.get(need.skill, 0) for need in each):
            most = " and ".join(f"{need.skill} {asked.get(need.skill, 0)}" for need in each)
            yield f"No call needs so much; the highest level asked for is {most}."


def _levels_asked_for(policy: Policy) -> dict[SkillId, int]:
    """The highest one of each skill, by queues, rules, and the ways through the flows."""
    asked = [queue.needs for queue in policy.queues.values()] + [rule.needs for rule in policy.rules]
    for flow in policy.flows.values():
        for node in flow.nodes.values():
            match node:
                case Menu(choices=choices):
                    asked += [choice.needs for choice in choices.values()]
                case Enqueue(needs=needs):
                    asked.append(needs)
                case _:
                    pass
    levels: dict[SkillId, int] = {}
    for need in (need for needs in asked for each in needs for need in each):
        levels[need.skill] = max(need.level, levels.get(need.skill, 0))
    return levels


def _abouts(policy: Policy) -> Iterator[About]:
    """All that can be known of a contact, piece by piece."""
    yield from (did.about for did in policy.dids.values())
    yield from (About(customer_class=customer.customer_class) for customer in policy.customers.values())
    for flow in policy.flows.values():
        for node in flow.nodes.values():
            if isinstance(node, Menu):
                yield from (About().told(choice.topic) for choice in node.choices.values())


def _unknown(noun: str, name: str, known: Collection[str]) -> str | None:
    """What to say of a name that is not among those known."""
    if name in known:
        return None
    alike = get_close_matches(name, known, n=1)
    some = ", ".join(sorted(known)[:8]) + (" …" if len(known) > 8 else "")
    remedy = f"did you mean {alike[0]}?" if alike else f"known: {some or 'none'}."
    return f"The company has no {noun} {name}; {remedy}"


def enter(message: EnterOverlay, overlay: OverlayId, at: float) -> tuple[Overlay, Step[None]]:
    """The record of a new change; what begins now begins at once. The step's state is not used."""
    begins_at = max(at, message.begins_at or at)
    ahead = begins_at > at
    record = Overlay(
        id=overlay,
        edit=message.edit,
        author=message.author,
        reason=message.reason,
        begins_at=begins_at,
        ends_at=message.ends_at,
        state=Planned() if ahead else InForce(since=at),
    )
    return record, Step(None, facts=() if ahead else (_began(record),), reply=Done(overlay=overlay))


def move_end(overlay: Overlay, message: MoveOverlayEnd) -> tuple[Overlay, Step[None]]:
    """The record with its new end, planned or in force as before. The step's state is not used."""
    moved = msgspec.structs.replace(overlay, ends_at=message.ends_at)
    fact = OverlayEndMoved(overlay=overlay.id, edit=overlay.edit, until=message.ends_at, by=message.author)
    return moved, Step(None, facts=(fact,), reply=Done(overlay=overlay.id))


def _began(overlay: Overlay) -> OverlayBegan:
    return OverlayBegan(overlay=overlay.id, edit=overlay.edit, reason=overlay.reason, until=overlay.ends_at)


def begin(
    overlay: Overlay, _state: Planned, _message: OverlayDue, _view: View, at: float
) -> Step[InForce | Past]:
    """Its moment has come; or it came and went while no service ran."""
    if overlay.ends_at is not None and overlay.ends_at <= at:
        return Step(Past(at=at, by=None))
    return Step(InForce(since=at), facts=(_began(overlay),))


def run_out(overlay: Overlay, _state: InForce, _message: OverlayDue, _view: View, at: float) -> Step[Past]:
    """Its time is up."""
    return Step(Past(at=at, by=None), facts=(OverlayEnded(overlay=overlay.id, edit=overlay.edit),))


def take_back(
    overlay: Overlay, _state: InForce, message: WithdrawOverlay, _view: View, at: float
) -> Step[Past]:
    """Somebody ends it early."""
    ended = OverlayEnded(overlay=overlay.id, edit=overlay.edit)
    return Step(Past(at=at, by=message.author), facts=(ended,), reply=Done())


def call_off(
    _overlay: Overlay, _state: Planned, message: WithdrawOverlay, _view: View, at: float
) -> Step[Past]:
    """It will not happen."""
    return Step(Past(at=at, by=message.author), reply=Done())


def come_back(
    overlay: Overlay, _state: InForce, message: AgentReturned, _view: View, at: float
) -> Step[Past]:
    """Whoever was away is back at a desk: the absence is over."""
    ended = OverlayEnded(overlay=overlay.id, edit=overlay.edit)
    return Step(Past(at=at, by=message.agent), facts=(ended,))


TABLE: Table = {
    (Planned, OverlayDue): begin,
    (Planned, WithdrawOverlay): call_off,
    (Planned, AgentReturned): impossible,
    #
    (InForce, OverlayDue): run_out,
    (InForce, WithdrawOverlay): take_back,
    (InForce, AgentReturned): come_back,
    #
    (Past, OverlayDue): impossible,
    (Past, WithdrawOverlay): impossible,
    (Past, AgentReturned): late,
}


def _itself(message: OverlayDue | WithdrawOverlay, _: View) -> tuple[OverlayId]:
    return (message.overlay,)


def _absences(fact: AgentReturned, view: View) -> list[OverlayId]:
    return [overlay.id for overlay in view.absences(fact.agent)]


def _deadline(overlay: Overlay) -> tuple[float, OverlayDue] | None:
    match overlay.state:
        case Planned():
            return overlay.begins_at, OverlayDue(overlay=overlay.id)
        case InForce() if overlay.ends_at is not None:
            return overlay.ends_at, OverlayDue(overlay=overlay.id)
        case _:
            return None


MACHINE = Machine(
    name="overlay",
    record=Overlay,
    part="state",
    states=(Planned, InForce, Past),
    routes={OverlayDue: _itself, WithdrawOverlay: _itself, AgentReturned: _absences},
    table=TABLE,
    deadline=_deadline,
)
