"""Why a contact still waits, what comes next and what would help, in sentences."""

from collections.abc import Iterator

from acd.core.explain import ForOne, Next, NotYet, Remedies, Shortage, Stage, Suitable
from acd.core.traffic import Full
from acd.model.callback import Agreed, Dialled, Due, PickedUp, PutOff, Resting
from acd.model.contact import MeantFor
from acd.model.needs import Needs
from acd.telling.amounts import clock, counted, moment, roughly, seconds
from acd.telling.facts import EXCESSES, MISSES
from acd.telling.names import Names
from acd.telling.phrases import destination, excluded, instead, levels, meant_for, served_earlier

FULL = {
    Full.LINES: "It waits for a line: as many customers are being called as may be at once.",
    Full.TRUNK: "It waits for the trunk: Asterisk would not make the last call. `acd doctor` may say why.",
    Full.RATE: "It waits for a moment: as many customers were called in the last minute as may be.",
}

HOURS = {
    PutOff.HOURS: "for now it is no hour to be called where the customer lives",
    PutOff.WINDOW: "which is the time of day that the customer has chosen",
    PutOff.AGENT: "as an agent wanted who has looked at it",
    PutOff.AGREED: "which is the moment that was agreed",
}


def why_not_yet(reasons: NotYet, names: Names) -> Iterator[str]:
    """Why a contact still waits."""
    ring = f", ring {reasons.ring + 1} of {reasons.rings}" if reasons.rings > 1 else ""
    yield (
        f"Now: it has waited {seconds(reasons.waited_s)} in {names.queue(reasons.queue)}{ring}; "
        f"{counted(reasons.ahead, 'contact') if reasons.ahead else 'nobody'} ahead. "
        f"An agent needs {levels(reasons.needs)} (company version {reasons.policy_version})."
    )
    if reasons.region is not None:
        yield f"The customer's region: {reasons.region}."
    if reasons.earlier_s:
        yield served_earlier(reasons.earlier_s, reasons.head_starts)
    if reasons.message_s is not None:
        yield f"It is a message of {seconds(reasons.message_s)}, for an agent to listen to."
    if reasons.callback is not None:
        yield _callback(reasons.callback, reasons.ahead_s)
    if isinstance(reasons.callback, Agreed | Resting | Dialled | PickedUp):
        return
    if reasons.full is not None:
        yield FULL[reasons.full]
    if reasons.for_one is not None:
        yield from _for_one(reasons.for_one, names)
    if reasons.stand_ins_for:
        yield f"Stand-ins for {' and '.join(reasons.stand_ins_for)} may take it, too."
    if reasons.ringing is not None:
        what = "was answered; a key is awaited" if reasons.confirming else "is rung for it"
        yield f"The phone of {names.agent(reasons.ringing)} {what}."
        return
    if not reasons.connected:
        yield "Nothing is offered to anybody: Asterisk does not hear us. `acd status` says what is wrong."
    yield from _people(reasons, names)
    if reasons.stages:
        yield "What comes next, if nobody comes or goes:"
        yield from (f"  {_stage(stage, names)}" for stage in reasons.stages)
    if reasons.remedies is not None:
        yield from _remedies(reasons, reasons.remedies, names)


def _callback(state: Agreed | Resting | Due | Dialled | PickedUp, ahead_s: float | None) -> str:
    number = state.order.number
    match state:
        case Agreed():
            return f"The customer hears good-bye, and will be called back at {number}."
        case Resting(order=order, until=until, because=because):
            last = f"; the last time the customer {MISSES[order.attempts[-1].miss]}" if order.attempts else ""
            when = f"{moment(until)}, {HOURS[because]}" if because in HOURS else clock(until)
            return f"The customer is to be called back at {number}, not before {when}{last}."
        case Due():
            when = "is there" if ahead_s is None else f"is free, or expected within {ahead_s:g} s"
            return f"The customer is to be called back at {number} as soon as an agent {when}."
        case Dialled():
            return f"The customer is being called at {number}, before an agent is rung."
        case PickedUp():
            return f"The call to {number} was answered; a key is awaited."


def _for_one(one: ForOne, names: Names) -> Iterator[str]:
    yield meant_for(MeantFor(agent=one.agent, because=one.because, until=0.0), names)
    if one.passed_over is not None:
        yield f"{instead(one.passed_over, names)}: substitutes take it."
    if one.passed_over is not None or one.with_substitutes:
        who = ", ".join(names.agent(agent) for agent in one.takers)
        yield f"It may go to {who}." if who else "There is no substitute who could take it."


def _people(reasons: NotYet, names: Names) -> Iterator[str]:
    yield f"Of {counted(sum(reasons.excluded.values()), 'agent')}: {excluded(reasons.excluded)}."
    for one in reasons.suitable:
        yield f"  {names.agent(one.agent)} could take it: {_obstacle(one, names)}."
    more = reasons.suitable_in_all - len(reasons.suitable)
    if more:
        yield f"  {counted(more, 'other')} could take it and {'is' if more == 1 else 'are'} no nearer."


def _obstacle(one: Suitable, names: Names) -> str:
    keeper = f" ({names.queue(one.keeper)})" if one.keeper is not None else ""
    lasting = f" for {roughly(one.for_s)}" if one.for_s is not None else ""
    ending = f", {roughly(one.ends_in_s)} more at most" if one.ends_in_s is not None else ""
    return f"{one.obstacle}{keeper}{lasting}{ending}"


def _stage(stage: Stage, names: Names) -> str:
    when = f"In {roughly(stage.in_s)}" if stage.in_s > 0 else "At once"
    match stage.what:
        case Next.LEAVES:
            to = destination(stage.to, names) if stage.to is not None else "somewhere else"
            because = f": {EXCESSES[stage.because]}" if stage.because is not None else ""
            return f"{when} it leaves the queue for {to}{because}."
        case Next.SUBSTITUTES:
            what = "the substitutes may take it, too, which"
        case Next.QUEUE:
            what = "everybody in the queue may take it, which"
        case Next.RING:
            what = f"ring {stage.ring + 1} opens and"
    return f"{when} {what} adds {_added(stage, names)}."


def _added(stage: Stage, names: Names) -> str:
    if not stage.adds:
        return "nobody"
    there = "" if stage.adds_there == stage.adds else f", {stage.adds_there or 'none'} of them logged in"
    more = "" if stage.adds == len(stage.first) else " …"
    who = ", ".join(map(names.agent, stage.first))
    return f"{counted(stage.adds, 'agent')}{there}: {who}{more}"


def _remedies(reasons: NotYet, remedies: Remedies, names: Names) -> Iterator[str]:
    yield "Nobody who is logged in could take it, now or later."
    yield from (_shortage(one) for one in remedies.shortages if not one.there)
    fits = [*(one.agent for one in reasons.suitable), *(who for one in reasons.stages for who in one.first)]
    if fits:
        who = ", or ".join(dict.fromkeys(map(names.agent, fits)))
        yield f"It would help if {who} logged in."
    for one in remedies.nearly:
        there = "" if one.there else ", and logged in"
        yield f"It would help if {names.agent(one.agent)} had {_taught(one.lacks)}{there}."
    if not remedies.has_way_out:
        yield (
            f"It would help if {names.queue(reasons.queue)} had an overflow for callers whom nobody can "
            "serve: this one would have gone there."
        )


def _shortage(one: Shortage) -> str:
    need = levels((one.need,))
    if not one.have:
        return f"Nobody in the company has {need}."
    has = "has" if one.have == 1 else "have"
    return f"{counted(one.have, 'agent')} {has} {need}, and {'is' if one.have == 1 else 'are'} not logged in."


def _taught(lacks: Needs) -> str:
    return " and ".join(f"{need.skill} {need.level}" for clause in lacks for need in clause)
