"""Dialling: one dial to a customer who is called back, from the moment it is wanted until it is answered or
missed. Steps of the room of callbacks; no machine.

Each dial is an attempt that is committed before it is made. One of which nobody knows what came of it counts
as a miss, and is tried again by the ladder like any other: never at once.
"""

import msgspec

from acd.core.calling_times import objection, put_off_by
from acd.core.machine import Step
from acd.core.putting_off import REASONS, give_up, opening, settle
from acd.core.view import View
from acd.model.callback import (
    TRUNK_AWAY_S,
    Attempt,
    CallbackRules,
    Closed,
    Dialled,
    Dialling,
    Due,
    GivenUp,
    Miss,
    Order,
    PickedUp,
    Reached,
    Resting,
)
from acd.model.command import DialOut, Ring
from acd.model.contact import Contact, Queued
from acd.model.fact import (
    CustomerDialled,
    CustomerMissed,
    CustomerWanted,
    LegAppeared,
    LegEnded,
    LegStartedRinging,
    TalkFailed,
)
from acd.model.ids import LegId, attempt_leg_of
from acd.model.message import AgentExpected, CallbackTimedOut, Resumed

DEAD_MAN_S = 5.0
"""Asterisk stops ringing so long after our own deadline, should we be dead by then."""

CAUSES = {17: Miss.BUSY, 1: Miss.INVALID, 3: Miss.INVALID, 22: Miss.INVALID, 28: Miss.INVALID}
"""Q.850 causes of a dial that was not answered. Anything else means that nobody answered."""


def dial(
    contact: Contact, state: Due, message: CustomerWanted, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """An agent waits: dial."""
    dialling, order = view.policy.dialling, state.order
    leg = attempt_leg_of(contact.id, order.dials + 1)
    if dialling is None:  # the company calls nobody back any more
        return miss(contact, state, leg, Miss.INVALID, view=view, at=at)
    against, opens_at = objection(order.number, view), opening(order, view, at)
    if against is not None:
        return miss(contact, state, leg, REASONS[against], view=view, at=at)
    if opens_at > at:
        return _come_too_late(contact, state, leg, opens_at, view=view, at=at)
    return _dial(contact, order, dialling, message.leg, at)


def dial_ahead(
    contact: Contact, state: Due, _message: AgentExpected, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """An agent is expected: dial, unless the customer is not to be called just now after all."""
    dialling, order = view.policy.dialling, state.order
    if dialling is None:
        leg = attempt_leg_of(contact.id, order.dials + 1)
        return miss(contact, state, leg, Miss.INVALID, view=view, at=at)
    settled = settle(contact, order, view, at)
    match settled.state:
        case Due():
            return _dial(contact, order, dialling, None, at)
        case not_now:
            return Step(not_now, settled.facts)


def _dial(
    contact: Contact, order: Order, dialling: Dialling, originator: LegId | None, at: float
) -> Step[Dialled]:
    attempt = order.dials + 1
    leg = attempt_leg_of(contact.id, attempt)
    dialled = CustomerDialled(contact=contact.id, leg=leg, number=order.number, attempt=attempt)
    out = DialOut(
        leg=leg,
        contact=contact.id,
        endpoint=f"{order.number}@{dialling.trunk}",
        caller_id=dialling.caller_id,
        originator=originator,
    )
    made = msgspec.structs.replace(order, dials=attempt, dialled_at=at)
    now = Dialled(order=made, leg=leg, since=at, until=at + dialling.no_ringing_s)
    return Step(now, facts=(dialled,), commands=(out,))


def _come_too_late(
    contact: Contact, state: Due, leg: LegId, opens_at: float, *, view: View, at: float
) -> Step[Resting]:
    """It was an hour to call when the agent was rung, and is none any more."""
    because = put_off_by(state.order.number, view.policy.dialling, at)
    missed = CustomerMissed(contact=contact.id, leg=leg, miss=Miss.TOO_LATE, again_at=opens_at)
    resting = Resting(order=_tried(state, Miss.TOO_LATE, at), until=opens_at, because=because)
    return Step(resting, facts=(missed,))


def ring(contact: Contact, state: Dialled, _message: LegAppeared, view: View, _at: float) -> Step[Dialled]:
    """The leg is there: let the telephone ring."""
    return Step(state, commands=(Ring(leg=state.leg, give_up_s=_give_up_s(contact, state, view)),))


def _give_up_s(contact: Contact, state: Dialled, view: View) -> float:
    return state.until - state.since + view.callback_rules(contact).ring_s + DEAD_MAN_S


def start_ringing(
    contact: Contact, state: Dialled, _message: LegStartedRinging, view: View, at: float
) -> Step[Dialled]:
    """The telephone rings: the customer's time begins."""
    until = at + view.callback_rules(contact).ring_s
    return Step(msgspec.structs.replace(state, until=until, rings=True))


def lose_leg(
    contact: Contact, state: Dialled, message: LegEnded, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """The attempt has failed; of one that was lost nobody knows how it ended. An earlier one may end late."""
    if message.leg != state.leg:
        return Step(state)
    if message.refused and not message.lost:
        return _await_trunk(contact, state, view.policy.dialling, at)
    return miss(contact, state, state.leg, _miss_of(message), view=view, at=at)


def _await_trunk(contact: Contact, state: Dialled, dialling: Dialling | None, at: float) -> Step[Resting]:
    """Asterisk would not make the call: that is our affair, and counts for nothing however often it is so."""
    again_at = at + (dialling.trunk_away_s if dialling is not None else TRUNK_AWAY_S)
    before = [attempt for attempt in state.order.attempts if attempt.miss is not Miss.NO_TRUNK]
    tried = (*before, Attempt(at=at, miss=Miss.NO_TRUNK))  # the last of them will do: it may be for hours
    order = msgspec.structs.replace(state.order, attempts=tried)
    missed = CustomerMissed(contact=contact.id, leg=state.leg, miss=Miss.NO_TRUNK, again_at=again_at)
    return Step(Resting(order=order, until=again_at), facts=(missed,))


def _miss_of(message: LegEnded) -> Miss:
    if message.lost:
        return Miss.UNKNOWN
    return CAUSES.get(message.cause or 0, Miss.NO_ANSWER)


def ring_in_vain(
    contact: Contact, state: Dialled, _message: CallbackTimedOut, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """Nobody answers. While Asterisk does not hear us, somebody may well have."""
    if not view.connected:
        return Step(msgspec.structs.replace(state, until=at + DEAD_MAN_S))
    return miss(contact, state, state.leg, Miss.NO_ANSWER, view=view, at=at)


def break_off(
    contact: Contact, state: Dialled, message: TalkFailed, view: View, at: float
) -> Step[Resting | Closed]:
    """The agent has gone: nobody shall answer and hear nothing. If that was not seen, nobody knows what the
    customer has seen, either.
    """
    if message.lost:
        return miss(contact, state, state.leg, Miss.UNKNOWN, view=view, at=at)
    again_at = at + view.callback_rules(contact).broken_off_s
    missed = CustomerMissed(contact=contact.id, leg=state.leg, miss=Miss.AGENT_LEFT, again_at=again_at)
    return Step(Resting(order=_tried(state, Miss.AGENT_LEFT, at), until=again_at), facts=(missed,))


def interrupt(
    contact: Contact, state: Dialled, _message: Resumed, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """We were away while the leg was being made. Ringing cannot be asked for twice: give it up."""
    if state.rings:
        return Step(state)
    return miss(contact, state, state.leg, Miss.UNKNOWN, view=view, at=at)


def miss(
    contact: Contact,
    state: Due | Dialled | PickedUp | Reached,
    leg: LegId,
    miss: Miss,
    *,
    view: View,
    at: float,
) -> Step[Resting | Closed]:
    """To be tried again by the ladder of its kind; at its end not any more."""
    tried = _tried(state, miss, at)
    again_at = _again_at(tried, miss, view.callback_rules(contact), at)
    missed = CustomerMissed(contact=contact.id, leg=leg, miss=miss, again_at=again_at)
    if again_at is not None:
        return Step(Resting(order=tried, until=again_at), facts=(missed,))
    if isinstance(contact.place, Queued):  # there is no agent who has to be free again first
        given_up = give_up(contact, tried, GivenUp.EXHAUSTED)
        return Step(given_up.state, (missed, *given_up.facts))
    return Step(Closed(order=tried), facts=(missed,))


def _tried(state: Due | Dialled | PickedUp | Reached, miss: Miss, at: float) -> Order:
    """With one attempt more."""
    attempts = (*state.order.attempts, Attempt(at=at, miss=miss))
    return msgspec.structs.replace(state.order, attempts=attempts)


def _again_at(tried: Order, miss: Miss, rules: CallbackRules, at: float) -> float | None:
    ladder = rules.retries.get(miss, ())
    times = sum(attempt.miss is miss for attempt in tried.attempts)
    return at + ladder[times - 1] if times <= len(ladder) else None
