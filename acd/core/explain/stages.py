"""What comes next for a contact that waits, if nobody comes or goes: found by letting its time pass."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from acd.core.explain.suitable import fit
from acd.core.machine import Step
from acd.core.obstacles import Fitting
from acd.core.substitution import is_there
from acd.core.view import View
from acd.core.waiting import deadline, move_on
from acd.model.agent import Agent
from acd.model.contact import Contact, Queued
from acd.model.fact import Overflowed, PersonGivenUp, RingOpened
from acd.model.ids import AgentId
from acd.model.message import StageFoundEmpty, StageTimedOut
from acd.model.queue import Destination, Excess
from acd.model.why import SHOWN


class Next(StrEnum):
    """A step of a wait."""

    SUBSTITUTES = "substitutes"
    """The substitutes of the one person it is meant for may take it, too."""
    QUEUE = "queue"
    """It is not meant for one person any more."""
    RING = "ring"
    """A ring opens."""
    LEAVES = "leaves"
    """The queue gives it up."""


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """What comes, when, and whom it adds."""

    what: Next
    in_s: float
    ring: int
    """Index of the ring that is open then."""
    adds: int = 0
    """How many can serve the contact then, and could not before."""
    adds_there: int = 0
    """How many of them are there: logged in, and not absent."""
    first: tuple[AgentId, ...] = ()
    """The first few of them, those who are there before others."""
    to: Destination | None = None
    """Where it goes, if it leaves."""
    because: Excess | None = None


def stages(contact: Contact, place: Queued, view: View, at: float) -> Iterator[Stage]:
    """The steps to come, in order; `contact` waits at `place`, at the moment `at`."""
    rest = list(view.agents())
    found = fit(rest, Fitting(place, view), view)
    anybody = any(is_there(agent, view) for agent in found)
    rest = _without(rest, found)
    moment = at
    while (step := _next_step(contact, place, view, moment, is_empty=not anybody)) is not None:
        moment, after = step
        place = after.state
        what = _what(after)
        match what:
            case None:
                continue
            case Overflowed(to=to, because=because):
                yield Stage(what=Next.LEAVES, in_s=moment - at, ring=place.ring, to=to, because=because)
                return
            case _:
                fitting = Fitting(place, view)
                added = fit(rest, fitting, view)
                rest = _without(rest, added)
                anybody = any(is_there(agent, view) for agent in fit(view.agents(), fitting, view))
                yield _stage(what, moment - at, place.ring, added, view)


def _next_step(
    contact: Contact, place: Queued, view: View, at: float, *, is_empty: bool
) -> tuple[float, Step[Queued]] | None:
    """When the place changes next, and how; None: it stays as it is."""
    contact = msgspec.structs.replace(contact, place=place)
    if is_empty:
        step = move_on(contact, place, StageFoundEmpty(contact=contact.id), view, at)
        if step.state.ring != place.ring or step.state.meant_for != place.meant_for or step.facts:
            return at, step
    due = deadline(contact)
    if due is None:
        return None
    moment = max(at, due[0])
    step = move_on(contact, place, StageTimedOut(contact=contact.id), view, moment)
    return None if step.state == place else (moment, step)


def _what(step: Step[Queued]) -> Overflowed | PersonGivenUp | RingOpened | None:
    return next(
        (fact for fact in step.facts if isinstance(fact, Overflowed | PersonGivenUp | RingOpened)), None
    )


def _stage(what: PersonGivenUp | RingOpened, in_s: float, ring: int, added: list[Agent], view: View) -> Stage:
    match what:
        case RingOpened():
            kind = Next.RING
        case PersonGivenUp(substitutes=True):
            kind = Next.SUBSTITUTES
        case PersonGivenUp():
            kind = Next.QUEUE
    added.sort(key=lambda agent: (not is_there(agent, view), agent.id))
    return Stage(
        what=kind,
        in_s=in_s,
        ring=ring,
        adds=len(added),
        adds_there=sum(is_there(agent, view) for agent in added),
        first=tuple(agent.id for agent in added[:SHOWN]),
    )


def _without(agents: list[Agent], found: list[Agent]) -> list[Agent]:
    gone = {agent.id for agent in found}
    return [agent for agent in agents if agent.id not in gone]
